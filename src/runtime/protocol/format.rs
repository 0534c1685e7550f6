//! `format(value, spec)` of the built-in types, the replacement fields of f-strings, and joining their parts.
//!
//! The mini-language itself is `base::format`; here stand the limits that apply and short cuts for what programs write most.
//! **Invariant**: a short cut answers only for exact built-in types, since subclasses may define `__format__`.

use super::convert::{self, decimal, int_repr};
use crate::base::float::may_be_tie;
use crate::base::format::Limits;
use crate::base::format::apply;
use crate::base::format::spec::{self, Align, Defaults, Grouping, Sign, Spec};
use crate::object::int::IntRef;
use crate::object::{Builtin, Res, Str, Thread, Value};
use crate::runtime::{raise, state};
use std::sync::atomic::Ordering::Relaxed;

/// The bounds on formatted results: what memory is left, and `sys.get_int_max_str_digits()`.
pub fn limits(thread: &Thread) -> Limits {
    Limits {
        max_bytes: thread.interp.heap.available(),
        max_digits: state::interpreter(thread).int_max_str_digits.load(Relaxed) as usize,
    }
}

/// A replacement field: `value` converted (0 nothing, 1 `!s`, 2 `!r`, 3 `!a`), then formatted; no spec is the empty one.
///
/// # Errors
/// What conversion and `__format__` raise.
pub fn format_value(thread: &Thread, value: &Value, conversion: u8, spec: Option<&Value>) -> Res {
    let converted = match conversion {
        0 => return format_unconverted(thread, value, spec),
        1 => convert::str_of(thread, value)?,
        2 => convert::repr(thread, value)?,
        _ => convert::ascii(thread, value)?,
    };
    format_unconverted(thread, &converted, spec)
}

#[inline]
fn format_unconverted(thread: &Thread, value: &Value, spec: Option<&Value>) -> Res {
    match spec {
        Some(spec) => convert::format(thread, value, spec),
        None if value.is_exact(Builtin::Str) => Ok(value.clone()),
        None => match convert::plain_number(thread, value) {
            Some(text) => text,
            None => convert::format(thread, value, crate::object::names::EMPTY.value()),
        },
    }
}

/// The strings `parts` as one.
#[inline]
pub fn build_string(thread: &Thread, parts: &[Value]) -> Res {
    Str::concat_values(thread, parts)
}

/// `format` of exact ints, floats, bools and strings with a spec that is not empty; None for everything else.
pub(super) fn format_exact(thread: &Thread, value: &Value, spec: &[u8]) -> Option<Res> {
    if value.is_exact(Builtin::Int) || value.as_bool().is_some() {
        let name = if value.as_bool().is_some() {
            "bool"
        } else {
            "int"
        };
        return Some(format_int(thread, value.as_int()?, spec, name));
    }
    if value.is_exact(Builtin::Float) {
        return Some(format_float(thread, value.as_float()?, spec, "float"));
    }
    if value.is_exact(Builtin::Str) {
        return Some(format_str(thread, value.as_str_object()?, spec, "str"));
    }
    None
}

/// What float brings to the parser of specs.
const FLOAT_DEFAULTS: Defaults<'static> = Defaults {
    kind: 0,
    align: Align::Right,
    type_name: "float",
};

/// `format` of an int; `type_name` is the class's name for messages. An empty spec is decimal.
pub fn format_int(thread: &Thread, int: IntRef<'_>, spec: &[u8], type_name: &str) -> Res {
    if spec.is_empty() {
        return int_repr(thread, int);
    }
    if let IntRef::Small(small) = int {
        let defaults = Defaults {
            type_name,
            ..INT_DEFAULTS
        };
        let parsed = raise::lift(thread, spec::parse(spec, defaults))?;
        if let Some(text) = short_int(small, &parsed, |text| Str::from_ascii(thread, text)) {
            return text;
        }
    }
    Str::from_bytes(thread, &long_int(thread, int, spec, type_name)?)
}

fn long_int(thread: &Thread, int: IntRef<'_>, spec: &[u8], type_name: &str) -> Res<Vec<u8>> {
    let limits = limits(thread);
    let big = int.to_big();
    raise::with_poll(thread, |poll| {
        apply::format_int(&big, spec, type_name, limits, poll)
    })
}

/// Appends `format` of an exact int, float or str with a spec that is not empty; None for everything else.
pub fn append_exact(
    thread: &Thread,
    out: &mut Vec<u8>,
    value: &Value,
    spec: &[u8],
) -> Option<Res<()>> {
    let text = if value.is_exact(Builtin::Int) {
        let int = value.as_int()?;
        if let IntRef::Small(small) = int
            && let Ok(parsed) = spec::parse(spec, INT_DEFAULTS)
            && short_int(small, &parsed, |text| out.extend_from_slice(text)).is_some()
        {
            return Some(Ok(()));
        }
        long_int(thread, int, spec, "int")
    } else if value.is_exact(Builtin::Float) {
        let (float, limits) = (value.as_float()?, limits(thread));
        if let Ok(parsed) = spec::parse(spec, FLOAT_DEFAULTS)
            && short_float(float, &parsed, |text| out.extend_from_slice(text)).is_some()
        {
            return Some(Ok(()));
        }
        raise::with_poll(thread, |poll| {
            apply::format_float(float, spec, "float", limits, poll)
        })
    } else if value.is_exact(Builtin::Str) {
        let (text, limits) = (value.as_str_object()?.as_bytes(), limits(thread));
        raise::with_poll(thread, |poll| {
            apply::format_str(text, spec, "str", limits, poll)
        })
    } else {
        return None;
    };
    Some(text.and_then(|text| {
        thread.check_memory(out.len().saturating_add(text.len()))?;
        if out.try_reserve(text.len()).is_err() {
            return Err(thread.memory_error());
        }
        out.extend_from_slice(&text);
        Ok(())
    }))
}

/// What int brings to the parser of specs.
const INT_DEFAULTS: Defaults<'static> = Defaults {
    kind: 'd' as u32,
    align: Align::Right,
    type_name: "int",
};

/// Writes digits of a power-of-two base to the end of the buffer.
fn digits(mut rest: u64, shift: u32, upper: bool, buffer: &mut [u8; 64]) -> &[u8] {
    let mut at = buffer.len();
    loop {
        at -= 1;
        let digit = (rest & ((1 << shift) - 1)) as u8;
        buffer[at] = match digit {
            0..=9 => b'0' + digit,
            _ if upper => b'A' + digit - 10,
            _ => b'a' + digit - 10,
        };
        rest >>= shift;
        if rest == 0 {
            return &buffer[at..];
        }
    }
}

/// The widest field that is laid out without touching the heap.
const FIELD: usize = 160;

/// Whether a number can be laid out without touching the heap: no grouping, and a field of moderate width.
fn is_plain(spec: &Spec) -> bool {
    spec.grouping == Grouping::None
        && !spec.no_negative_zero
        && spec.fill < 0x80
        && spec.width <= FIELD
}

/// An integer in decimal or a power-of-two base, made without touching the heap; None where that does not do.
fn short_int<R>(int: i64, spec: &Spec, sink: impl FnOnce(&[u8]) -> R) -> Option<R> {
    if spec.precision.is_some() || !is_plain(spec) {
        return None;
    }
    let mut bits = [0; 64];
    let mut tens = [0; 20];
    let magnitude = int.unsigned_abs();
    let (digits, prefix): (&[u8], &[u8]) = match u8::try_from(spec.kind).ok()? {
        b'd' => (decimal(int, &mut tens), b""),
        b'x' => (digits(magnitude, 4, false, &mut bits), b"0x"),
        b'X' => (digits(magnitude, 4, true, &mut bits), b"0X"),
        b'o' => (digits(magnitude, 3, false, &mut bits), b"0o"),
        b'b' => (digits(magnitude, 1, false, &mut bits), b"0b"),
        _ => return None,
    };
    let digits = digits.strip_prefix(b"-").unwrap_or(digits);
    let prefix = if spec.alternate { prefix } else { b"" };
    Some(lay_out(int < 0, prefix, digits, spec, sink))
}

/// A float with a fixed number of places, made without touching the heap; None where that does not do.
fn short_float<R>(float: f64, spec: &Spec, sink: impl FnOnce(&[u8]) -> R) -> Option<R> {
    let is_fixed = spec.kind == 'f' as u32 || spec.kind == 'F' as u32;
    if !is_fixed || spec.alternate || !is_plain(spec) {
        return None;
    }
    let mut text = ShortText::default();
    let digits = fixed_digits(float, spec.precision.unwrap_or(6), &mut text)?;
    Some(lay_out(float.is_sign_negative(), b"", digits, spec, sink))
}

/// Text of moderate length that is written without touching the heap.
pub struct ShortText {
    bytes: [u8; 80],
    len: usize,
}

impl Default for ShortText {
    fn default() -> ShortText {
        ShortText {
            bytes: [0; 80],
            len: 0,
        }
    }
}

impl std::fmt::Write for ShortText {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        let end = self.len + text.len();
        let place = self.bytes.get_mut(self.len..end).ok_or(std::fmt::Error)?;
        place.copy_from_slice(text.as_bytes());
        self.len = end;
        Ok(())
    }
}

impl ShortText {
    /// What has been written.
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes[..self.len]
    }
}

/// The digits of a finite float of moderate size with so many places, without its sign; None where that does not do.
pub fn fixed_digits(float: f64, places: usize, text: &mut ShortText) -> Option<&[u8]> {
    use std::fmt::Write;
    let magnitude = float.abs();
    if places > 40 || magnitude >= 1e30 || float.is_nan() {
        return None;
    }
    write!(text, "{magnitude:.places$}").ok()?;
    Some(text.as_bytes())
}

/// `repr` of a float.
pub fn float_repr(thread: &Thread, float: f64) -> Res {
    use std::fmt::Write;
    let mut text = ShortText::default();
    // Within these bounds the shortest digits are written without an exponent, and with a point.
    if (1e-4..1e16).contains(&float.abs()) && write!(text, "{float:?}").is_ok() {
        let text = text.as_bytes();
        let places = text.iter().rev().take_while(|byte| **byte != b'.').count();
        // The standard library rounds ties up, not to even.
        if !may_be_tie(float, places as i64) {
            return Str::from_ascii(thread, text);
        }
    }
    Str::from_ascii(thread, crate::base::float::repr(float).as_bytes())
}

/// Sign, prefix and digits in a plain field.
#[inline]
fn lay_out<R>(
    negative: bool,
    prefix: &[u8],
    digits: &[u8],
    spec: &Spec,
    sink: impl FnOnce(&[u8]) -> R,
) -> R {
    let sign: &[u8] = match spec.sign {
        _ if negative => b"-",
        Sign::Plus => b"+",
        Sign::Space => b" ",
        _ => b"",
    };
    let room = spec
        .width
        .saturating_sub(sign.len() + prefix.len() + digits.len());
    let (before, inside) = match spec.align {
        Align::Left => (0, 0),
        Align::Right => (room, 0),
        Align::Centre => (room / 2, 0),
        Align::AfterSign => (0, room),
    };
    let mut out = [0; FIELD + 84];
    let mut at = 0;
    let mut put = |bytes: &[u8]| {
        out[at..at + bytes.len()].copy_from_slice(bytes);
        at += bytes.len();
    };
    let fill = [spec.fill as u8; FIELD];
    put(&fill[..before]);
    put(sign);
    put(prefix);
    put(&fill[..inside]);
    put(digits);
    put(&fill[..room - before - inside]);
    sink(&out[..at])
}

/// `format` of a float. An empty spec is `repr`.
pub fn format_float(thread: &Thread, float: f64, spec: &[u8], type_name: &str) -> Res {
    if spec.is_empty() {
        return float_repr(thread, float);
    }
    let defaults = Defaults {
        type_name,
        ..FLOAT_DEFAULTS
    };
    let parsed = raise::lift(thread, spec::parse(spec, defaults))?;
    if let Some(text) = short_float(float, &parsed, |text| Str::from_ascii(thread, text)) {
        return text;
    }
    let limits = limits(thread);
    let text = raise::with_poll(thread, |poll| {
        apply::format_float(float, spec, type_name, limits, poll)
    })?;
    Str::from_bytes(thread, &text)
}

/// `format` of a str.
pub fn format_str(thread: &Thread, text: &Str, spec: &[u8], type_name: &str) -> Res {
    let limits = limits(thread);
    let text = raise::with_poll(thread, |poll| {
        apply::format_str(text.as_bytes(), spec, type_name, limits, poll)
    })?;
    Str::from_bytes(thread, &text)
}

/// `format` of a complex number with a spec that is not empty.
pub fn format_complex(
    thread: &Thread,
    real: f64,
    imaginary: f64,
    spec: &[u8],
    type_name: &str,
) -> Res {
    let limits = limits(thread);
    let text = raise::with_poll(thread, |poll| {
        apply::format_complex(real, imaginary, spec, type_name, limits, poll)
    })?;
    Str::from_bytes(thread, &text)
}
