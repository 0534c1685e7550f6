//! Items of memory as values: the native single-character formats of `struct`.
#![forbid(unsafe_code)]

use crate::object::int::IntRef;
use crate::object::{Builtin, Bytes, Raised, Res, Thread, Value};
use crate::runtime::protocol::{index, truth};
use crate::runtime::raise;
use crate::types::float::convert::real_argument;
use num_traits::ToPrimitive;

/// The size of an item of a format, None if there is no such format.
pub fn size_of(format: char) -> Option<usize> {
    Some(match format {
        'b' | 'B' | 'c' | '?' => 1,
        'h' | 'H' | 'e' => 2,
        'i' | 'I' | 'f' => 4,
        'l' | 'L' | 'q' | 'Q' | 'n' | 'N' | 'P' | 'd' => 8,
        _ => return None,
    })
}

/// Whether integers of a format have a sign.
fn is_signed(format: char) -> bool {
    matches!(format, 'b' | 'h' | 'i' | 'l' | 'q' | 'n')
}

/// The item that the bytes stand for.
pub fn unpack(thread: &Thread, format: char, bytes: &[u8]) -> Res {
    let mut word = [0; 8];
    word[..bytes.len().min(8)].copy_from_slice(&bytes[..bytes.len().min(8)]);
    let bits = u64::from_ne_bytes(word);
    match format {
        'c' => Bytes::new_value(thread, bytes),
        '?' => Ok(Value::from_bool(bits != 0)),
        'd' => thread.float(f64::from_bits(bits)),
        'f' => thread.float(f32::from_bits(bits as u32).into()),
        'e' => thread.float(half_to_f64(bits as u16)),
        _ if is_signed(format) => {
            let unused = 64 - 8 * bytes.len().min(8) as u32;
            thread.int((bits << unused) as i64 >> unused)
        }
        _ => thread.int_from_usize(bits as usize),
    }
}

#[cold]
fn wrong_type(thread: &Thread, format: char) -> Raised {
    thread.type_error(format!("memoryview: invalid type for format '{format}'"))
}

#[cold]
fn wrong_value(thread: &Thread, format: char) -> Raised {
    thread.value_error(format!("memoryview: invalid value for format '{format}'"))
}

/// The bytes of a value as an item of a format.
///
/// # Errors
/// TypeError and ValueError if it cannot be one.
pub fn pack(thread: &Thread, format: char, value: &Value) -> Res<Vec<u8>> {
    let size = size_of(format).unwrap_or(1);
    match format {
        'c' => match value.as_bytes() {
            Some([byte]) => Ok(vec![*byte]),
            Some(_) => Err(wrong_value(thread, format)),
            None => Err(wrong_type(thread, format)),
        },
        '?' => Ok(vec![u8::from(truth(thread, value)?)]),
        'd' | 'f' | 'e' => {
            let float = fitting(thread, format, real_argument(thread, value))?;
            match format {
                'd' => Ok(float.to_ne_bytes().to_vec()),
                'f' => Ok((float as f32).to_ne_bytes().to_vec()),
                _ => match half_from_f64(float) {
                    Some(half) => Ok(half.to_ne_bytes().to_vec()),
                    None => Err(wrong_value(thread, format)),
                },
            }
        }
        'P' if value.as_int().is_none() && value.as_bool().is_none() => {
            Err(wrong_type(thread, format))
        }
        _ => {
            let int = fitting(thread, format, index(thread, value))?;
            let int = match int.as_int() {
                Some(IntRef::Small(int)) => Some(int.into()),
                Some(IntRef::Big(int)) => int.to_i128(),
                None => None,
            };
            let bits = 8 * size as u32;
            let range = match format {
                // An address may be written as a negative number.
                'P' => -(1i128 << (bits - 1))..1i128 << bits,
                _ if is_signed(format) => -(1i128 << (bits - 1))..1i128 << (bits - 1),
                _ => 0..1i128 << bits,
            };
            match int.filter(|int| range.contains(int)) {
                Some(int) => Ok((int as u64).to_ne_bytes()[..size].to_vec()),
                None => Err(wrong_value(thread, format)),
            }
        }
    }
}

/// A converted value; errors that say it has the wrong type or size name the format.
fn fitting<T>(thread: &Thread, format: char, converted: Res<T>) -> Res<T> {
    let Err(raised) = converted else {
        return converted;
    };
    if raise::raised_is(thread, Builtin::TypeError) {
        drop(thread.take_raised(raised));
        return Err(wrong_type(thread, format));
    }
    if raise::raised_is(thread, Builtin::OverflowError)
        || raise::raised_is(thread, Builtin::ValueError)
    {
        drop(thread.take_raised(raised));
        return Err(wrong_value(thread, format));
    }
    Err(raised)
}

/// A half-precision float as a double.
pub fn half_to_f64(half: u16) -> f64 {
    let sign = if half >> 15 == 1 { -1.0 } else { 1.0 };
    let (exponent, fraction) = (i32::from(half >> 10 & 31), f64::from(half & 0x3FF));
    sign * match exponent {
        0 => fraction * 2f64.powi(-24),
        31 if fraction == 0.0 => f64::INFINITY,
        31 => f64::NAN,
        _ => (1.0 + fraction / 1024.0) * 2f64.powi(exponent - 15),
    }
}

/// A double as the nearest half-precision float, ties to even; None if it is finite and too large.
pub fn half_from_f64(float: f64) -> Option<u16> {
    let sign = if float.is_sign_negative() { 1 << 15 } else { 0 };
    let magnitude = float.abs();
    if float.is_nan() {
        return Some(sign | 0x7E00);
    }
    if float.is_infinite() {
        return Some(sign | 0x7C00);
    }
    if magnitude < 2f64.powi(-14) {
        // Subnormal: units of 2^-24; rounding up to 1024 units gives the smallest normal number.
        return Some(sign | (magnitude * 2f64.powi(24)).round_ties_even() as u16);
    }
    let mut exponent = (magnitude.to_bits() >> 52) as i32 - 1023;
    let mut fraction = ((magnitude / 2f64.powi(exponent) - 1.0) * 1024.0).round_ties_even() as u16;
    if fraction == 1024 {
        fraction = 0;
        exponent += 1;
    }
    if exponent > 15 {
        return None;
    }
    Some(sign | ((exponent + 15) as u16) << 10 | fraction)
}
