//! `format(value, spec)` for str, int, float and complex.
//!
//! An empty spec means `str(value)`, and subclasses may have their own; that is the caller's decision. `type_name`
//! is the name of the value's class, for messages.
#![forbid(unsafe_code)]

use num_bigint::BigInt;
use num_traits::{Signed, ToPrimitive};

use super::spec::{self, Align, Defaults, Grouping, Sign, Spec};
use super::{Limits, push_fill, reserve};
use crate::base::Poll;
use crate::base::error::{Error, Result};
use crate::base::float::format::{Notation, Options, to_text};
use crate::base::int::{convert, print};
use crate::base::text::points;

/// `format(text, spec)`.
pub fn format_str(
    text: &[u8],
    spec: &[u8],
    type_name: &str,
    limits: Limits,
    poll: Poll<'_>,
) -> Result<Vec<u8>> {
    let spec = spec::parse(
        spec,
        Defaults {
            kind: 's' as u32,
            align: Align::Left,
            type_name,
        },
    )?;
    if spec.kind != 's' as u32 {
        return Err(spec::unknown_kind(spec.kind, type_name));
    }
    let refused = match spec.sign {
        Sign::Space => Some("Space not allowed in string format specifier"),
        Sign::Plus | Sign::Minus => Some("Sign not allowed in string format specifier"),
        Sign::Default if spec.no_negative_zero => {
            Some("Negative zero coercion (z) not allowed in string format specifier")
        }
        Sign::Default if spec.alternate => {
            Some("Alternate form (#) not allowed in string format specifier")
        }
        Sign::Default if spec.align == Align::AfterSign => {
            Some("'=' alignment not allowed in string format specifier")
        }
        Sign::Default => None,
    };
    if let Some(message) = refused {
        return Err(Error::value(message));
    }
    let text = match spec.precision {
        Some(precision) if precision < text.len() => &text[..points::advance(text, 0, precision)],
        _ => text,
    };
    let mut out = Vec::new();
    let used = points::count(text);
    pad(&mut out, &spec, used, limits, poll, |out, _| {
        reserve(out, text.len(), limits)?;
        out.extend_from_slice(text);
        Ok(())
    })?;
    Ok(out)
}

/// `format(value, spec)` of an int (or a bool, which formats as one).
pub fn format_int(
    value: &BigInt,
    spec: &[u8],
    type_name: &str,
    limits: Limits,
    poll: Poll<'_>,
) -> Result<Vec<u8>> {
    let parsed = spec::parse(
        spec,
        Defaults {
            kind: 'd' as u32,
            align: Align::Right,
            type_name,
        },
    )?;
    let base = match char::from_u32(parsed.kind) {
        Some('d' | 'n') => 10,
        Some('b') => 2,
        Some('o') => 8,
        Some('x' | 'X') => 16,
        Some('c') => 0,
        Some('e' | 'E' | 'f' | 'F' | 'g' | 'G' | '%') => {
            return apply_float(convert::to_f64(value)?, &parsed, type_name, limits, poll);
        }
        _ => return Err(spec::unknown_kind(parsed.kind, type_name)),
    };
    if parsed.precision.is_some() {
        return Err(Error::value(
            "Precision not allowed in integer format specifier",
        ));
    }
    if parsed.no_negative_zero {
        return Err(Error::value(
            "Negative zero coercion (z) not allowed in integer format specifier",
        ));
    }
    let mut out = Vec::new();
    if base == 0 {
        let c = character(value, &parsed)?;
        let (bytes, len) = points::encode(c);
        let number = Number {
            tail: &bytes[..len],
            ..Number::default()
        };
        number.push(&mut out, &parsed, limits, poll)?;
        return Ok(out);
    }
    let mut text = match base {
        10 => print::to_decimal(value, limits.max_digits, poll)?,
        _ => print::to_text(value, base, poll)?,
    };
    let mut prefix = match (parsed.alternate, base) {
        (true, 2) => *b"0b",
        (true, 8) => *b"0o",
        (true, 16) => *b"0x",
        _ => *b"\0\0",
    };
    if parsed.kind == 'X' as u32 {
        text.make_ascii_uppercase();
        prefix.make_ascii_uppercase();
    }
    let number = Number {
        negative: value.is_negative(),
        prefix: if prefix[0] == 0 { b"" } else { &prefix },
        digits: text.trim_start_matches('-').as_bytes(),
        tail: b"",
    };
    number.push(&mut out, &parsed, limits, poll)?;
    Ok(out)
}

/// The code point that `c` asks for.
fn character(value: &BigInt, spec: &Spec) -> Result<u32> {
    if spec.sign != Sign::Default {
        return Err(Error::value(
            "Sign not allowed with integer format specifier 'c'",
        ));
    }
    if spec.alternate {
        return Err(Error::value(
            "Alternate form (#) not allowed with integer format specifier 'c'",
        ));
    }
    let value = value
        .to_i64()
        .ok_or_else(|| Error::overflow("Python int too large to convert to C long"))?;
    match u32::try_from(value) {
        Ok(c) if c <= 0x10_FFFF => Ok(c),
        _ => Err(Error::overflow("%c arg not in range(0x110000)")),
    }
}

/// `format(value, spec)` of a float.
pub fn format_float(
    value: f64,
    spec: &[u8],
    type_name: &str,
    limits: Limits,
    poll: Poll<'_>,
) -> Result<Vec<u8>> {
    let parsed = spec::parse(
        spec,
        Defaults {
            kind: 0,
            align: Align::Right,
            type_name,
        },
    )?;
    apply_float(value, &parsed, type_name, limits, poll)
}

fn apply_float(
    value: f64,
    spec: &Spec,
    type_name: &str,
    limits: Limits,
    poll: Poll<'_>,
) -> Result<Vec<u8>> {
    let percent = spec.kind == '%' as u32;
    let scaled = if percent { value * 100.0 } else { value };
    let mut text = float_text(scaled, spec, percent, true, type_name, limits)?;
    if percent {
        text.push('%');
    }
    let mut out = Vec::new();
    Number::of_text(&text).push(&mut out, spec, limits, poll)?;
    Ok(out)
}

/// The digits of a float as the spec's type and precision have them. `dot_zero`: whether a missing type shows `.0`.
fn float_text(
    value: f64,
    spec: &Spec,
    percent: bool,
    dot_zero: bool,
    type_name: &str,
    limits: Limits,
) -> Result<String> {
    let notation = match char::from_u32(spec.kind) {
        Some('e' | 'E') => Notation::Exponent,
        Some('f' | 'F') => Notation::Fixed,
        Some('g' | 'G' | 'n') => Notation::General,
        Some('%') if percent => Notation::Fixed,
        Some('\0') if spec.precision.is_some() => Notation::General,
        Some('\0') => Notation::Shortest,
        _ => return Err(spec::unknown_kind(spec.kind, type_name)),
    };
    let precision = spec.precision.unwrap_or(6);
    if precision > i32::MAX as usize {
        return Err(Error::value("precision too big"));
    }
    if value.is_finite()
        && precision > limits.max_bytes
        && (notation != Notation::General || spec.alternate)
    {
        return Err(Error::Memory);
    }
    let options = Options {
        alternate: spec.alternate,
        dot_zero: dot_zero && spec.kind == 0,
        upper: matches!(char::from_u32(spec.kind), Some('E' | 'F' | 'G')),
        no_negative_zero: spec.no_negative_zero,
    };
    to_text(value, notation, precision, options)
}

/// `format(value, spec)` of a complex number.
pub fn format_complex(
    real: f64,
    imaginary: f64,
    spec: &[u8],
    type_name: &str,
    limits: Limits,
    poll: Poll<'_>,
) -> Result<Vec<u8>> {
    let parsed = spec::parse(
        spec,
        Defaults {
            kind: 0,
            align: Align::Right,
            type_name,
        },
    )?;
    let known = matches!(
        char::from_u32(parsed.kind),
        Some('\0' | 'e' | 'E' | 'f' | 'F' | 'g' | 'G' | 'n')
    );
    if !known {
        return Err(spec::unknown_kind(parsed.kind, type_name));
    }
    if parsed.precision.is_some_and(|p| p > i32::MAX as usize) {
        return Err(Error::value("precision too big"));
    }
    if parsed.fill == '0' as u32 {
        return Err(Error::value(
            "Zero padding is not allowed in complex format specifier",
        ));
    }
    if parsed.align == Align::AfterSign {
        return Err(Error::value(
            "'=' alignment flag is not allowed in complex format specifier",
        ));
    }
    let plain = parsed.kind == 0;
    let skip_real = plain && real == 0.0 && real.is_sign_positive();
    let parentheses = plain && !skip_real;
    let part = Spec {
        fill: ' ' as u32,
        align: Align::Left,
        width: 0,
        ..parsed
    };
    let mut body = Vec::new();
    if parentheses {
        body.push(b'(');
    }
    if !skip_real {
        let text = float_text(real, &part, false, false, type_name, limits)?;
        Number::of_text(&text).push(&mut body, &part, limits, poll)?;
    }
    let text = float_text(imaginary, &part, false, false, type_name, limits)?;
    let sign = if skip_real { part.sign } else { Sign::Plus };
    Number::of_text(&text).push(&mut body, &Spec { sign, ..part }, limits, poll)?;
    body.push(b'j');
    if parentheses {
        body.push(b')');
    }
    let mut out = Vec::new();
    let used = body.len();
    pad(&mut out, &parsed, used, limits, poll, |out, _| {
        reserve(out, used, limits)?;
        out.extend_from_slice(&body);
        Ok(())
    })?;
    Ok(out)
}

/// Writes `body`, which is `used` code points wide, with the fill that the width asks for around it. The fill that
/// belongs after a sign is written by the body itself.
fn pad(
    out: &mut Vec<u8>,
    spec: &Spec,
    used: usize,
    limits: Limits,
    poll: Poll<'_>,
    body: impl FnOnce(&mut Vec<u8>, Poll<'_>) -> Result<()>,
) -> Result<()> {
    let room = spec.width.saturating_sub(used);
    let (before, after) = match spec.align {
        Align::Left => (0, room),
        Align::Right => (room, 0),
        Align::Centre => (room / 2, room - room / 2),
        Align::AfterSign => (0, 0),
    };
    push_fill(out, spec.fill, before, limits, poll)?;
    body(out, poll)?;
    push_fill(out, spec.fill, after, limits, poll)
}

/// A converted number, taken apart.
#[derive(Clone, Copy, Debug, Default)]
struct Number<'a> {
    negative: bool,
    /// `0x` and the like.
    prefix: &'a [u8],
    /// Digits before the point, which are grouped.
    digits: &'a [u8],
    /// Everything after them: point, fraction, exponent, percent sign; or all of `inf`, `nan`, a character.
    tail: &'a [u8],
}

impl<'a> Number<'a> {
    /// From the text of a float.
    fn of_text(text: &'a str) -> Number<'a> {
        let body = text.strip_prefix('-').unwrap_or(text);
        let whole = body.bytes().take_while(u8::is_ascii_digit).count();
        let (digits, tail) = body.as_bytes().split_at(whole);
        Number {
            negative: body.len() < text.len(),
            prefix: b"",
            digits,
            tail,
        }
    }

    fn push(&self, out: &mut Vec<u8>, spec: &Spec, limits: Limits, poll: Poll<'_>) -> Result<()> {
        let sign = match (self.negative, spec.sign) {
            (true, _) => Some(b'-'),
            (false, Sign::Plus) => Some(b'+'),
            (false, Sign::Space) => Some(b' '),
            _ => None,
        };
        let tail_width = points::count(self.tail);
        let fixed = usize::from(sign.is_some()) + self.prefix.len() + tail_width;
        // Zeros that fill after the sign are digits: they are grouped with the others.
        let zero_filled = spec.fill == '0' as u32 && spec.align == Align::AfterSign;
        let least = if zero_filled {
            spec.width.saturating_sub(fixed)
        } else {
            0
        };
        let layout = Groups::new(self.digits.len(), least, spec.grouping);
        let used = fixed.checked_add(layout.width).ok_or(Error::Memory)?;
        pad(out, spec, used, limits, poll, |out, poll| {
            out.extend(sign);
            out.extend_from_slice(self.prefix);
            if spec.align == Align::AfterSign {
                push_fill(
                    out,
                    spec.fill,
                    spec.width.saturating_sub(used),
                    limits,
                    poll,
                )?;
            }
            layout.push(out, self.digits, limits, poll)?;
            reserve(out, self.tail.len(), limits)?;
            out.extend_from_slice(self.tail);
            Ok(())
        })
    }
}

/// Digits with leading zeros and separators: how many of each.
struct Groups {
    /// Digits with the zeros before them.
    digits: usize,
    /// Digits in a group; 0 for no grouping.
    size: usize,
    separator: u8,
    /// Everything together.
    width: usize,
}

impl Groups {
    /// At least `least` wide; a separator is never the first character, so the width may come out one larger.
    fn new(digits: usize, least: usize, grouping: Grouping) -> Groups {
        let (size, separator) = match grouping {
            Grouping::None => (0, 0),
            Grouping::Comma => (3, b','),
            Grouping::Underscore => (3, b'_'),
            Grouping::UnderscoreFour => (4, b'_'),
        };
        if digits == 0 {
            return Groups {
                digits: 0,
                size,
                separator,
                width: 0,
            };
        }
        if size == 0 {
            let digits = digits.max(least);
            return Groups {
                digits,
                size,
                separator,
                width: digits,
            };
        }
        // n digits with separators are n + (n - 1) / size wide; a width that falls on a separator takes the next.
        let on_separator = least > 0 && least.is_multiple_of(size + 1);
        let wanted = least - least / (size + 1) + usize::from(on_separator);
        let digits = digits.max(wanted).max(1);
        Groups {
            digits,
            size,
            separator,
            width: digits.saturating_add((digits - 1) / size),
        }
    }

    fn push(&self, out: &mut Vec<u8>, digits: &[u8], limits: Limits, poll: Poll<'_>) -> Result<()> {
        reserve(out, self.width, limits)?;
        if self.size == 0 {
            push_fill(out, '0' as u32, self.digits - digits.len(), limits, poll)?;
            out.extend_from_slice(digits);
            return Ok(());
        }
        let zeros = self.digits - digits.len();
        for i in 0..self.digits {
            if i % (1 << 16) == 0xFFFF {
                poll()?;
            }
            if i > 0 && (self.digits - i).is_multiple_of(self.size) {
                out.push(self.separator);
            }
            out.push(if i < zeros { b'0' } else { digits[i - zeros] });
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
