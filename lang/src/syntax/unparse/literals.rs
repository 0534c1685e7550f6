//! How constants are spelled.
#![forbid(unsafe_code)]

use std::fmt::Write as _;

use super::*;
use crate::syntax::lexer::is_printable;

/// More bits than this, and an integer is spelled in hexadecimal: decimal would be over the limit of the
/// parser, and slow.
const MAX_DECIMAL_BITS: u64 = 14_000;

/// A constant as source text.
pub(super) fn constant(value: &Constant) -> String {
    match value {
        Constant::None => "None".to_owned(),
        Constant::True => "True".to_owned(),
        Constant::False => "False".to_owned(),
        Constant::Ellipsis => "...".to_owned(),
        Constant::Int(value) => value.to_string(),
        Constant::BigInt(value) if value.bits() > MAX_DECIMAL_BITS => format!("{:#x}", **value),
        Constant::BigInt(value) => value.to_string(),
        Constant::Float(value) => float(*value, ".0"),
        Constant::Imaginary(value) => float(*value, "") + "j",
        Constant::Str(text) => quoted_text(text),
        Constant::Bytes(bytes) => quoted_bytes(bytes),
    }
}

/// The shortest digits that read back as the same float; `whole` ends one without fraction or exponent.
fn float(value: f64, whole: &str) -> String {
    if value.is_infinite() {
        return "1e309".to_owned();
    }
    let scientific = format!("{value:e}");
    let (digits, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    if (-4..16).contains(&exponent) {
        let plain = format!("{value}");
        return if plain.contains('.') {
            plain
        } else {
            plain + whole
        };
    }
    let sign = if exponent < 0 { '-' } else { '+' };
    format!("{digits}e{sign}{:02}", exponent.abs())
}

/// Iterates over generalised UTF-8: a code point, or a lone surrogate as its number.
fn code_points(mut text: &[u8]) -> impl Iterator<Item = u32> {
    std::iter::from_fn(move || {
        let &first = text.first()?;
        let (length, initial) = match first {
            0..=0x7f => (1, u32::from(first)),
            0x80..=0xdf => (2, u32::from(first & 0x1f)),
            0xe0..=0xef => (3, u32::from(first & 0x0f)),
            _ => (4, u32::from(first & 0x07)),
        };
        let length = length.min(text.len());
        let rest = &text[1..length];
        text = &text[length..];
        Some(
            rest.iter()
                .fold(initial, |code, byte| code << 6 | u32::from(byte & 0x3f)),
        )
    })
}

fn quoted_text(text: &[u8]) -> String {
    let quote = if text.contains(&b'\'') && !text.contains(&b'"') {
        '"'
    } else {
        '\''
    };
    let mut out = String::with_capacity(text.len() + 2);
    out.push(quote);
    for code in code_points(text) {
        push_escaped(code, quote, &mut out);
    }
    out.push(quote);
    out
}

/// Text within the single quotes of an f-string; `in_spec` says that braces cannot be doubled.
pub(super) fn fstring_text(text: &[u8], in_spec: bool) -> String {
    let mut out = String::with_capacity(text.len());
    for code in code_points(text) {
        match (char::from_u32(code), in_spec) {
            (Some('{'), false) => out.push_str("{{"),
            (Some('}'), false) => out.push_str("}}"),
            (Some('{'), true) => out.push_str("\\x7b"),
            (Some('}'), true) => out.push_str("\\x7d"),
            _ => push_escaped(code, '\'', &mut out),
        }
    }
    out
}

fn push_escaped(code: u32, quote: char, out: &mut String) {
    let Some(c) = char::from_u32(code) else {
        // Writing to a string cannot fail.
        let _ = write!(out, "\\u{code:04x}");
        return;
    };
    let _ = match c {
        '\\' => out.write_str("\\\\"),
        '\n' => out.write_str("\\n"),
        '\r' => out.write_str("\\r"),
        '\t' => out.write_str("\\t"),
        _ if c == quote => write!(out, "\\{c}"),
        ' '..='~' => out.write_char(c),
        _ if is_printable(c) => out.write_char(c),
        _ if code <= 0xff => write!(out, "\\x{code:02x}"),
        _ if code <= 0xffff => write!(out, "\\u{code:04x}"),
        _ => write!(out, "\\U{code:08x}"),
    };
}

fn quoted_bytes(bytes: &[u8]) -> String {
    let quote = if bytes.contains(&b'\'') && !bytes.contains(&b'"') {
        '"'
    } else {
        '\''
    };
    let mut out = String::with_capacity(bytes.len() + 3);
    out.push('b');
    out.push(quote);
    for &byte in bytes {
        match byte {
            b'\\' | b'\n' | b'\r' | b'\t' | b' '..=b'~' => {
                push_escaped(byte.into(), quote, &mut out)
            }
            _ => {
                let _ = write!(out, "\\x{byte:02x}");
            }
        }
    }
    out.push(quote);
    out
}
