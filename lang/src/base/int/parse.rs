//! Text to integers: `int(text, base)`, `int(bytes, base)` and literals.
//!
//! The grammar is CPython's: white space around, one sign, a prefix where the base allows it, underscores between
//! digits and after a prefix, digits of every script in text (not in bytes).
#![forbid(unsafe_code)]

use num_bigint::{BigInt, BigUint, Sign};
use num_traits::Zero;

use super::Int;
use super::mul::mul_magnitude;
use crate::base::Poll;
use crate::base::error::{Error, Result};
use crate::base::text::{numerals, repr};

/// Decimal digits that CPython never refuses, whatever limit is set.
const DIGITS_THRESHOLD: usize = 640;

/// `int(text, base)`; `base` is 0 or 2 to 36, anything else is the ValueError it should be. `max_digits` 0: no limit.
pub fn parse_text(text: &[u8], base: i64, max_digits: usize, poll: Poll<'_>) -> Result<Int> {
    let base = check_base(base)?;
    let plain = numerals::to_ascii(text);
    match parse(numerals::trim(&plain), base, max_digits, poll)? {
        Some(value) => Ok(value),
        None => Err(invalid(base, repr::str_repr_cut(text, 200))),
    }
}

/// `int(bytes, base)`.
pub fn parse_bytes(bytes: &[u8], base: i64, max_digits: usize, poll: Poll<'_>) -> Result<Int> {
    let base = check_base(base)?;
    match parse(numerals::trim(bytes), base, max_digits, poll)? {
        Some(value) => Ok(value),
        None => Err(invalid(
            base,
            repr::bytes_repr(bytes).chars().take(200).collect(),
        )),
    }
}

/// An integer literal of the language (already known to be well formed), prefix and underscores included.
/// `None` if it is not one.
pub fn parse_literal(text: &str, max_digits: usize, poll: Poll<'_>) -> Result<Option<Int>> {
    parse(text.as_bytes(), 0, max_digits, poll)
}

#[cold]
fn invalid(base: u32, shown: String) -> Error {
    Error::value(format!(
        "invalid literal for int() with base {base}: {shown}"
    ))
}

fn check_base(base: i64) -> Result<u32> {
    match base {
        0 | 2..=36 => Ok(base as u32),
        _ => Err(Error::value("int() base must be >= 2 and <= 36, or 0")),
    }
}

fn digit(byte: u8) -> u8 {
    match byte {
        b'0'..=b'9' => byte - b'0',
        b'a'..=b'z' => byte - b'a' + 10,
        b'A'..=b'Z' => byte - b'A' + 10,
        _ => u8::MAX,
    }
}

/// Trimmed ASCII text with sign; `None` if it is malformed.
fn parse(text: &[u8], base: u32, max_digits: usize, poll: Poll<'_>) -> Result<Option<Int>> {
    let (negative, text) = match text {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        _ => (false, text),
    };
    let prefix = match text {
        [b'0', b'x' | b'X', ..] => 16,
        [b'0', b'o' | b'O', ..] => 8,
        [b'0', b'b' | b'B', ..] => 2,
        _ => 0,
    };
    let (mut digits, radix) = match (base, prefix) {
        (0, 0) => (text, 10),
        (0, _) => (&text[2..], prefix),
        (_, _) if base == prefix => (&text[2..], base),
        _ => (text, base),
    };
    let prefixed = digits.len() < text.len();
    if prefixed && let [b'_', rest @ ..] = digits {
        digits = rest;
    }
    let count = match count_digits(digits, radix) {
        Some(count) => count,
        None => return Ok(None),
    };
    if !radix.is_power_of_two() && max_digits > 0 && count > DIGITS_THRESHOLD && count > max_digits
    {
        return Err(Error::value(format!(
            "Exceeds the limit ({max_digits} digits) for integer string conversion: value has {count} digits; \
             use sys.set_int_max_str_digits() to increase the limit"
        )));
    }
    // Base 0 refuses 010 but takes 00: as a literal it would mean octal in old times.
    if base == 0
        && !prefixed
        && digits[0] == b'0'
        && digits.iter().any(|&b| !matches!(b, b'0' | b'_'))
    {
        return Ok(None);
    }
    if let Some(value) = parse_small(digits, radix) {
        return Ok(Some(Int::Small(if negative { -value } else { value })));
    }
    let mut values: Vec<u8> = Vec::new();
    values.try_reserve_exact(count)?;
    values.extend(digits.iter().filter(|&&b| b != b'_').map(|&b| digit(b)));
    let magnitude = match radix.is_power_of_two() {
        true => from_bits(&values, radix.trailing_zeros(), poll)?,
        false => from_digits(&values, radix, poll)?,
    };
    let sign = if negative { Sign::Minus } else { Sign::Plus };
    Ok(Some(Int::from(BigInt::from_biguint(sign, magnitude))))
}

/// How many digits; `None` if there are none, one is not of the base, or an underscore is not between two.
fn count_digits(digits: &[u8], radix: u32) -> Option<usize> {
    let mut after_digit = false;
    let mut count = 0;
    for &byte in digits {
        if byte == b'_' {
            if !after_digit {
                return None;
            }
            after_digit = false;
        } else if u32::from(digit(byte)) < radix {
            after_digit = true;
            count += 1;
        } else {
            return None;
        }
    }
    after_digit.then_some(count)
}

fn parse_small(digits: &[u8], radix: u32) -> Option<i64> {
    let mut value = 0i64;
    for &byte in digits.iter().filter(|&&b| b != b'_') {
        value = value
            .checked_mul(i64::from(radix))?
            .checked_add(i64::from(digit(byte)))?;
    }
    Some(value)
}

/// Digits of `width` bits each, most significant first.
fn from_bits(values: &[u8], width: u32, poll: Poll<'_>) -> Result<BigUint> {
    let mut words: Vec<u32> = Vec::new();
    words.try_reserve_exact(values.len() * width as usize / 32 + 1)?;
    let (mut held, mut have) = (0u64, 0);
    for (i, &value) in values.iter().rev().enumerate() {
        if i % (1 << 16) == 0xFFFF {
            poll()?;
        }
        held |= u64::from(value) << have;
        have += width;
        if have >= 32 {
            words.push(held as u32);
            held >>= 32;
            have -= 32;
        }
    }
    words.push(held as u32);
    Ok(BigUint::new(words))
}

/// Digits of any base, most significant first: pieces are converted alone, then joined pairwise, level by level.
fn from_digits(values: &[u8], radix: u32, poll: Poll<'_>) -> Result<BigUint> {
    const PIECE: usize = 1024;
    let mut level = Vec::new();
    level.try_reserve_exact(values.len() / PIECE + 1)?;
    for piece in values.rchunks(PIECE) {
        poll()?;
        level.push(BigUint::from_radix_be(piece, radix).unwrap_or_default());
    }
    let mut power = BigUint::from(radix).pow(PIECE as u32);
    while level.len() > 1 {
        let mut next = Vec::with_capacity(level.len().div_ceil(2));
        for pair in level.chunks(2) {
            next.push(match pair {
                [low, high] => mul_magnitude(high, &power, poll)? + low,
                _ => pair.first().cloned().unwrap_or_default(),
            });
        }
        level = next;
        if level.len() > 1 {
            power = mul_magnitude(&power, &power, poll)?;
        }
    }
    Ok(level.pop().unwrap_or_else(BigUint::zero))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::never;

    fn int(text: &str, base: i64) -> std::result::Result<Int, String> {
        parse_text(text.as_bytes(), base, 4300, &mut never()).map_err(|e| e.to_string())
    }

    #[test]
    fn well_formed() {
        let cases: &[(&str, i64, i64)] = &[
            ("0", 10, 0),
            (" \t12\u{2003}", 10, 12),
            ("-0b11", 0, -3),
            ("0x_f", 0, 15),
            ("0xf", 16, 15),
            ("0_7", 8, 7),
            ("00_0", 0, 0),
            ("٣٤", 10, 34),
            ("０", 10, 0),
            ("0b1", 12, 133),
            ("b1", 12, 133),
            ("0B1", 2, 1),
            (" 0xF ", 16, 15),
            ("0o17", 8, 15),
            ("+1_000", 10, 1000),
            ("zZ", 36, 1295),
            ("-9223372036854775808", 10, i64::MIN),
            ("9223372036854775807", 10, i64::MAX),
        ];
        for &(text, base, value) in cases {
            assert_eq!(int(text, base), Ok(Int::Small(value)), "{text}");
        }
        assert_eq!(
            int("9223372036854775808", 10),
            Ok(Int::Big(BigInt::from(1u64 << 63)))
        );
        assert_eq!(
            int("-0x1_0000_0000_0000_0000", 0),
            Ok(Int::Big(-(BigInt::from(1) << 64u32)))
        );
    }

    #[test]
    fn malformed() {
        for text in [
            "", "  ", "1__0", "_1", "1_", "+ 1", "0x10", "12\0", "--1", "1 2", "a", "²", "1\x1f",
        ] {
            let shown = repr::str_repr(text.as_bytes());
            assert_eq!(
                int(text, 10),
                Err(format!("invalid literal for int() with base 10: {shown}")),
                "{text}"
            );
        }
        assert_eq!(
            int("010", 0),
            Err("invalid literal for int() with base 0: '010'".into())
        );
        assert_eq!(
            int("0x", 16),
            Err("invalid literal for int() with base 16: '0x'".into())
        );
        assert_eq!(
            int("0b2", 2),
            Err("invalid literal for int() with base 2: '0b2'".into())
        );
        assert_eq!(
            int("0x__1", 0),
            Err("invalid literal for int() with base 0: '0x__1'".into())
        );
        assert_eq!(
            int("1", 1),
            Err("int() base must be >= 2 and <= 36, or 0".into())
        );
        let long = int(&"a".repeat(300), 10).expect_err("not decimal");
        assert_eq!(
            long,
            format!(
                "invalid literal for int() with base 10: '{}",
                "a".repeat(199)
            )
        );
        assert_eq!(
            parse_bytes(b"12x", 10, 0, &mut never()),
            Err(Error::value(
                "invalid literal for int() with base 10: b'12x'"
            ))
        );
        assert_eq!(
            parse_text(b"\xED\xA0\x80", 10, 0, &mut never()),
            Err(Error::value(
                "invalid literal for int() with base 10: '\\ud800'"
            ))
        );
    }

    #[test]
    fn digit_limit() {
        assert_eq!(
            int(&"0".repeat(5000), 10),
            Err("Exceeds the limit (4300 digits) for integer string conversion: value has 5000 digits; \
                 use sys.set_int_max_str_digits() to increase the limit"
                .into())
        );
        assert!(int(&"1".repeat(4300), 10).is_ok());
        assert!(int(&"1".repeat(5000), 16).is_ok());
        assert!(int(&"1".repeat(5000), 15).is_err());
    }

    #[test]
    fn long_numbers() {
        for (base, digits) in [
            (10, 50_000),
            (3, 7000),
            (16, 50_000),
            (8, 12_345),
            (32, 777),
            (36, 5000),
        ] {
            let value = BigInt::from(12345).pow(digits / 5);
            let text = value.to_str_radix(base);
            let parsed = parse_text(text.as_bytes(), base.into(), 0, &mut never());
            assert!(parsed == Ok(Int::Big(value)), "base {base}");
        }
    }
}
