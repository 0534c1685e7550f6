//! Text to floats: `float(text)` and `float(bytes)`.
//!
//! The grammar is checked here (signs, underscores between digits, `inf`, `infinity`, `nan`); the standard library
//! rounds. Texts of many digits are first cut to what can matter, so that any length costs one pass.
#![forbid(unsafe_code)]

use crate::base::error::{Error, Result};
use crate::base::text::{numerals, repr};

/// `float(text)`.
pub fn parse_text(text: &[u8]) -> Result<f64> {
    let plain = numerals::to_ascii(text);
    parse(numerals::trim(&plain)).ok_or_else(|| invalid(repr::str_repr(text)))
}

/// `float(bytes)`.
pub fn parse_bytes(bytes: &[u8]) -> Result<f64> {
    parse(numerals::trim(bytes)).ok_or_else(|| invalid(repr::bytes_repr(bytes)))
}

#[cold]
fn invalid(shown: String) -> Error {
    Error::value(format!("could not convert string to float: {shown}"))
}

/// A whole float of trimmed ASCII text, as `float()` and literals take it; `None` if it is not one.
pub fn parse(text: &[u8]) -> Option<f64> {
    let (value, used) = prefix(text)?;
    (used == text.len()).then_some(value)
}

/// The longest float that the text begins with, and its length.
///
/// An underscore that is not between two digits ends the number, so that the rest fails in the caller.
pub fn prefix(text: &[u8]) -> Option<(f64, usize)> {
    let negative = text.first() == Some(&b'-');
    let signed = usize::from(matches!(text.first(), Some(b'-' | b'+')));
    let body = &text[signed..];
    let (magnitude, used) = special(body).or_else(|| number(body))?;
    Some((if negative { -magnitude } else { magnitude }, signed + used))
}

fn special(body: &[u8]) -> Option<(f64, usize)> {
    let starts = |word: &str| {
        body.len() >= word.len() && body[..word.len()].eq_ignore_ascii_case(word.as_bytes())
    };
    [
        ("infinity", f64::INFINITY),
        ("inf", f64::INFINITY),
        ("nan", f64::NAN),
    ]
    .into_iter()
    .find(|(word, _)| starts(word))
    .map(|(word, value)| (value, word.len()))
}

/// The end of a run of digits with single underscores between them.
fn run_end(text: &[u8], mut at: usize) -> usize {
    let digit = |at: usize| text.get(at).is_some_and(u8::is_ascii_digit);
    while digit(at) || at > 0 && digit(at - 1) && text.get(at) == Some(&b'_') && digit(at + 1) {
        at += 1;
    }
    at
}

fn number(body: &[u8]) -> Option<(f64, usize)> {
    if !matches!(body.first(), Some(b'0'..=b'9' | b'.')) {
        return None;
    }
    let whole = run_end(body, 0);
    let mut end = whole;
    if body.get(end) == Some(&b'.') {
        // An underscore right after the point is no digit separator; `run_end` sees the point before it.
        end = run_end(body, end + 1);
    }
    if !body[..end].iter().any(u8::is_ascii_digit) {
        return None;
    }
    let mantissa = &body[..end];
    let mut exponent: &[u8] = &[];
    if matches!(body.get(end), Some(b'e' | b'E')) {
        let sign = usize::from(matches!(body.get(end + 1), Some(b'-' | b'+')));
        let start = end + 1 + sign;
        if body.get(start).is_some_and(u8::is_ascii_digit) {
            let stop = run_end(body, start);
            exponent = &body[end + 1..stop];
            end = stop;
        }
    }
    Some((round(mantissa, exponent), end))
}

/// Digits that decide the rounding of any double; one more that is not zero stands for all beyond.
const MEANINGFUL: usize = 800;

fn round(mantissa: &[u8], exponent: &[u8]) -> f64 {
    let mut text = String::with_capacity(mantissa.len().min(MEANINGFUL) + 32);
    let mut point_at = None;
    let (mut leading, mut kept, mut dropped, mut sticky) = (true, 0usize, 0i64, false);
    let mut fraction = 0i64;
    for &byte in mantissa {
        match byte {
            b'.' => point_at = Some(()),
            b'0'..=b'9' => {
                if point_at.is_some() {
                    fraction += 1;
                }
                if leading && byte == b'0' {
                    continue;
                }
                leading = false;
                if kept < MEANINGFUL {
                    text.push(char::from(byte));
                    kept += 1;
                } else {
                    dropped += 1;
                    sticky |= byte != b'0';
                }
            }
            _ => {}
        }
    }
    if leading {
        return 0.0;
    }
    if sticky {
        text.push('1');
        dropped -= 1;
    }
    let mut power = 0i64;
    for &byte in exponent.iter().filter(|b| b.is_ascii_digit()) {
        power = power
            .saturating_mul(10)
            .saturating_add(i64::from(byte - b'0'));
    }
    if exponent.first() == Some(&b'-') {
        power = -power;
    }
    // Beyond these bounds the result is zero or infinite whatever the (at most 801) digits are.
    let power = power
        .saturating_add(dropped)
        .saturating_sub(fraction)
        .clamp(-5000, 5000);
    text.push('e');
    text.push_str(&power.to_string());
    text.parse().unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn float(text: &str) -> std::result::Result<f64, String> {
        parse_text(text.as_bytes()).map_err(|e| e.to_string())
    }

    #[test]
    fn well_formed() {
        let cases: &[(&str, f64)] = &[
            ("0", 0.0),
            (" 1\u{85}", 1.0),
            ("1_0.0_1e1_0", 100100000000.0),
            (".5", 0.5),
            ("5.", 5.0),
            ("-1e400", f64::NEG_INFINITY),
            ("1e-400", 0.0),
            ("٣.٤e٢", 340.0),
            ("+inf", f64::INFINITY),
            ("iNfinity", f64::INFINITY),
            ("1e5_0", 1e50),
            ("9007199254740993", 9007199254740992.0),
            ("2.2250738585072011e-308", 2.225073858507201e-308),
        ];
        for &(text, value) in cases {
            assert_eq!(float(text), Ok(value), "{text}");
        }
        assert!(float("-NaN").is_ok_and(f64::is_nan));
        assert!(float("-0").is_ok_and(|x| x == 0.0 && x.is_sign_negative()));
    }

    #[test]
    fn malformed() {
        let cases = [
            "",
            "  ",
            "1_",
            "_1",
            "1._5",
            "1_.5",
            "1e_5",
            ".",
            "1e",
            "0x1",
            "1\0",
            "é",
            "1__0",
            "i_nf",
            "infin",
            "nan(1)",
            "1e+",
            "+",
            "--1",
            "1d5",
            "infinityx",
            ".e1",
            "1._",
            "1\x1f",
            "1 2",
            "1e5_",
        ];
        for text in cases {
            let shown = repr::str_repr(text.as_bytes());
            assert_eq!(
                float(text),
                Err(format!("could not convert string to float: {shown}")),
                "{text}"
            );
        }
        assert_eq!(
            parse_bytes(b"abc"),
            Err(Error::value("could not convert string to float: b'abc'"))
        );
    }

    #[test]
    fn any_length() {
        let zeros = "0".repeat(1_000_000);
        assert_eq!(float(&format!("0.{zeros}1e1000001")), Ok(1.0));
        assert_eq!(float(&format!("1{zeros}e-1000000")), Ok(1.0));
        assert_eq!(float(&format!("1e{}", "9".repeat(400))), Ok(f64::INFINITY));
        assert_eq!(float(&format!("0e{}", "9".repeat(400))), Ok(0.0));
        // A tie, and a hair above it, two thousand digits out.
        assert_eq!(
            float(&format!("9007199254740993.{}", "0".repeat(2000))),
            Ok(9007199254740992.0)
        );
        assert_eq!(
            float(&format!("9007199254740993.{}1", "0".repeat(2000))),
            Ok(9007199254740994.0)
        );
    }

    #[test]
    fn prefixes() {
        assert_eq!(prefix(b"1.5+2j"), Some((1.5, 3)));
        assert_eq!(prefix(b"1e+2j"), Some((100.0, 4)));
        assert_eq!(prefix(b"1ex"), Some((1.0, 1)));
        assert_eq!(prefix(b"j"), None);
        assert_eq!(prefix(b"-infj"), Some((f64::NEG_INFINITY, 4)));
    }
}
