//! Values as bytes.

use super::layout::{Item, Layout, signed};
use crate::object::int::IntRef;
use crate::object::{Builtin, Raised, Res, Thread, Value};
use crate::runtime::protocol::{index, truth};
use crate::runtime::raise;
use crate::runtime::safepoint::poll;
use crate::types::float::convert::real_argument;
use crate::types::memoryview::items::half_from_f64;
use crate::types::text::args::buffer;
use crate::types::text::buffer as bytes_like;
use num_traits::ToPrimitive;

/// The packed bytes of values, as many as the layout has.
///
/// # Errors
/// `struct.error` for values that do not fit, and what `__index__` and the like raise.
pub fn pack(thread: &Thread, layout: &Layout, values: &[Value]) -> Res<Vec<u8>> {
    let mut out = buffer(thread, layout.size)?;
    out.resize(layout.size, 0);
    let mut values = values.iter();
    for item in &layout.items {
        for i in 0..item.repeat {
            let Some(value) = values.next() else {
                return Ok(out);
            };
            if i % 1024 == 1023 {
                poll(thread)?;
            }
            let start = item.offset + i * item.size;
            let place = &mut out[start..start + item.size];
            if let Err(raised) = pack_one(thread, layout, item, value, place) {
                let is_int = value.as_int().is_some();
                if is_int && raise::raised_is(thread, Builtin::OverflowError) {
                    drop(thread.take_raised(raised));
                    return Err(super::error(thread, "int too large to convert"));
                }
                return Err(raised);
            }
        }
    }
    Ok(out)
}

fn pack_one(
    thread: &Thread,
    layout: &Layout,
    item: &Item,
    value: &Value,
    place: &mut [u8],
) -> Res<()> {
    match item.kind {
        b'c' => match value.as_bytes() {
            Some([byte]) => place.copy_from_slice(&[*byte]),
            _ => {
                let message = "char format requires a bytes object of length 1";
                return Err(super::error(thread, message));
            }
        },
        b's' | b'p' => pack_string(thread, item.kind, value, place)?,
        b'?' => place[0] = truth(thread, value)?.into(),
        b'd' | b'f' | b'e' => pack_float(thread, layout, item.kind, value, place)?,
        _ => pack_int(thread, layout, item, value, place)?,
    }
    Ok(())
}

fn pack_string(thread: &Thread, kind: u8, value: &Value, place: &mut [u8]) -> Res<()> {
    thread.before_read(value);
    let is_string = value.as_bytes().is_some()
        || thread
            .class_of(value)
            .is_subclass_of(Builtin::ByteArray.class());
    let Some(bytes) = bytes_like::get(value).filter(|_| is_string) else {
        let kind = char::from(kind);
        let message = format!("argument for '{kind}' must be a bytes object");
        return Err(super::error(thread, message));
    };
    let place = match (kind, place) {
        (b'p', [length, rest @ ..]) => {
            *length = bytes.len().min(rest.len()).min(0xFF) as u8;
            rest
        }
        (_, place) => place,
    };
    let len = bytes.len().min(place.len());
    place[..len].copy_from_slice(&bytes[..len]);
    Ok(())
}

fn store(place: &mut [u8], big_endian: bool, bits: u64) {
    let len = place.len();
    if big_endian {
        place.copy_from_slice(&bits.to_be_bytes()[8 - len..]);
    } else {
        place.copy_from_slice(&bits.to_le_bytes()[..len]);
    }
}

fn pack_float(
    thread: &Thread,
    layout: &Layout,
    kind: u8,
    value: &Value,
    place: &mut [u8],
) -> Res<()> {
    let float = match value.as_float() {
        Some(float) => float,
        None => match real_argument(thread, value) {
            Ok(float) => float,
            Err(raised) => {
                drop(thread.take_raised(raised));
                return Err(super::error(thread, "required argument is not a float"));
            }
        },
    };
    let too_large = || {
        let kind = char::from(kind);
        let message = format!("float too large to pack with {kind} format");
        Err(thread.overflow_error(message))
    };
    let bits = match kind {
        b'd' => float.to_bits(),
        b'f' => {
            let single = float as f32;
            if single.is_infinite() && float.is_finite() && !layout.native {
                return too_large();
            }
            single.to_bits().into()
        }
        _ => match half_from_f64(float) {
            Some(half) => half.into(),
            None => return too_large(),
        },
    };
    store(place, layout.big_endian, bits);
    Ok(())
}

fn pack_int(
    thread: &Thread,
    layout: &Layout,
    item: &Item,
    value: &Value,
    place: &mut [u8],
) -> Res<()> {
    let converted;
    let int = match value.as_int() {
        Some(int) => int,
        None => {
            let has_index = thread.class_of(value).index().is_some();
            if !has_index {
                return Err(super::error(thread, "required argument is not an integer"));
            }
            converted = index(thread, value)?;
            match converted.as_int() {
                Some(int) => int,
                None => return Err(super::error(thread, "required argument is not an integer")),
            }
        }
    };
    let bits = 8 * item.size as u32;
    let (low, high) = match signed(item.kind) {
        Some(true) => (-(1i128 << (bits - 1)), (1i128 << (bits - 1)) - 1),
        // An address may be written as a negative number.
        _ if item.kind == b'P' => (-(1i128 << (bits - 1)), (1i128 << bits) - 1),
        _ => (0, (1i128 << bits) - 1),
    };
    let wide = match int {
        IntRef::Small(int) => Some(i128::from(int)),
        IntRef::Big(int) => int.to_i128(),
    };
    match wide.filter(|int| (low..=high).contains(int)) {
        Some(int) => {
            store(place, layout.big_endian, int as u64);
            Ok(())
        }
        None => Err(out_of_range(thread, item.kind, low, high)),
    }
}

#[cold]
fn out_of_range(thread: &Thread, kind: u8, low: i128, high: i128) -> Raised {
    if kind == b'P' {
        return super::error(thread, "int too large to convert");
    }
    let kind = char::from(kind);
    super::error(
        thread,
        format!("'{kind}' format requires {low} <= number <= {high}"),
    )
}
