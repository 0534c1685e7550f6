//! `float.hex` and `float.fromhex`.
#![forbid(unsafe_code)]

use super::scale::{decompose, round_scaled};
use crate::base::error::{Error, Result};
use crate::base::text::numerals;

/// `x.hex()`.
pub fn to_hex(x: f64) -> String {
    if !x.is_finite() {
        return super::repr(x);
    }
    let sign = if x.is_sign_negative() { "-" } else { "" };
    if x == 0.0 {
        return format!("{sign}0x0.0p+0");
    }
    let (mantissa, exponent) = decompose(x);
    let (lead, fraction) = (mantissa >> 52, mantissa & ((1 << 52) - 1));
    format!("{sign}0x{lead}.{fraction:013x}p{:+}", exponent + 52)
}

#[cold]
fn invalid() -> Error {
    Error::value("invalid hexadecimal floating-point string")
}

/// `float.fromhex(text)`.
pub fn from_hex(text: &[u8]) -> Result<f64> {
    let text = numerals::trim(text);
    let (negative, body) = match text {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        _ => (false, text),
    };
    let magnitude = if body.eq_ignore_ascii_case(b"inf") || body.eq_ignore_ascii_case(b"infinity") {
        f64::INFINITY
    } else if body.eq_ignore_ascii_case(b"nan") {
        f64::NAN
    } else {
        let body = match body {
            [b'0', b'x' | b'X', rest @ ..] => rest,
            _ => body,
        };
        parse_body(body)?
    };
    Ok(if negative { -magnitude } else { magnitude })
}

/// Hexadecimal digits with at most one point, then an optional binary exponent.
fn parse_body(body: &[u8]) -> Result<f64> {
    let end = body
        .iter()
        .position(|b| matches!(b, b'p' | b'P'))
        .unwrap_or(body.len());
    let (mantissa, exponent) = (&body[..end], &body[end..]);
    let (mut top, mut sticky, mut scale) = (0u128, false, 0i64);
    let (mut digits, mut point) = (0usize, false);
    for &byte in mantissa {
        if byte == b'.' && !point {
            point = true;
            continue;
        }
        let digit = char::from(byte).to_digit(16).ok_or_else(invalid)?;
        digits += 1;
        if top >> 120 == 0 {
            top = top << 4 | u128::from(digit);
            scale -= if point { 4 } else { 0 };
        } else {
            sticky |= digit != 0;
            scale += if point { 0 } else { 4 };
        }
    }
    if digits == 0 {
        return Err(invalid());
    }
    let exponent = match exponent {
        [] => 0,
        [_, b'-', rest @ ..] => -parse_exponent(rest)?,
        [_, b'+', rest @ ..] | [_, rest @ ..] => parse_exponent(rest)?,
    };
    let value = round_scaled(top, sticky, exponent.saturating_add(scale));
    if value.is_infinite() {
        return Err(Error::overflow(
            "hexadecimal value too large to represent as a float",
        ));
    }
    Ok(value)
}

fn parse_exponent(digits: &[u8]) -> Result<i64> {
    if digits.is_empty() || !digits.iter().all(u8::is_ascii_digit) {
        return Err(invalid());
    }
    Ok(digits.iter().fold(0i64, |value, &b| {
        value.saturating_mul(10).saturating_add(i64::from(b - b'0'))
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn to() {
        let cases = [
            (0.1, "0x1.999999999999ap-4"),
            (0.0, "0x0.0p+0"),
            (-0.0, "-0x0.0p+0"),
            (5e-324, "0x0.0000000000001p-1022"),
            (1e300, "0x1.7e43c8800759cp+996"),
            (f64::INFINITY, "inf"),
        ];
        for (x, text) in cases {
            assert_eq!(to_hex(x), text);
        }
    }

    #[test]
    fn from() {
        let cases = [
            ("0x1.8p1", 3.0),
            (" -0X.8P-1074 ", -0.0),
            ("-Infinity", f64::NEG_INFINITY),
            ("1", 1.0),
            ("1e3", 483.0),
            ("+0x10", 16.0),
            ("0x1.fffffffffffff7fffp1023", f64::MAX),
            ("0x1p-1075", 0.0),
            ("0x1.8p-1075", 5e-324),
            ("0x0p99999999999999999999", 0.0),
            ("0x1p-99999999999999999999", 0.0),
            (
                "0x1.00000000000008000000000000000000000000000000001p0",
                1.0 + f64::EPSILON,
            ),
            (
                "0x100000000000000000000000000000000000000000000000p-188",
                1.0,
            ),
        ];
        for (text, x) in cases {
            assert_eq!(from_hex(text.as_bytes()), Ok(x), "{text}");
        }
        for text in [
            "", "0x", "0x1p", "0x.", "0x1_0", "\x1f1", "0x1.2.3", "١", "0x1p1.5", "0x1p+", "--1",
        ] {
            assert_eq!(from_hex(text.as_bytes()), Err(invalid()), "{text}");
        }
        for text in [
            "0x1p1025",
            "0x1.fffffffffffff8p1023",
            "0x1p99999999999999999999",
        ] {
            let error = Error::overflow("hexadecimal value too large to represent as a float");
            assert_eq!(from_hex(text.as_bytes()), Err(error), "{text}");
        }
    }
}
