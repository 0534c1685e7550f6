//! `unicode_escape` and `raw_unicode_escape`: text as the escapes of literals, over Latin-1.
#![forbid(unsafe_code)]

use super::{Failure, Fault, RepairDecoding, STRIDE};
use crate::base::Poll;
use crate::base::error::Result as BaseResult;
use crate::base::text::{points, repr};

/// Encodes code point by code point; nothing fails but memory and the poll.
fn encode_with(text: &[u8], poll: Poll<'_>, push: fn(&mut Vec<u8>, u32)) -> BaseResult<Vec<u8>> {
    let mut out = Vec::new();
    out.try_reserve(text.len())?;
    for (i, c) in points::Points::new(text).enumerate() {
        if i % STRIDE == STRIDE - 1 {
            poll()?;
        }
        if out.capacity() - out.len() < 16 {
            let more = out.len().max(64);
            out.try_reserve(more)?;
        }
        push(&mut out, c);
    }
    Ok(out)
}

pub(super) fn encode(text: &[u8], poll: Poll<'_>) -> BaseResult<Vec<u8>> {
    encode_with(text, poll, |out, c| match c {
        0x5C => out.extend_from_slice(b"\\\\"),
        9 => out.extend_from_slice(b"\\t"),
        10 => out.extend_from_slice(b"\\n"),
        13 => out.extend_from_slice(b"\\r"),
        0x20..=0x7E => out.push(c as u8),
        _ => repr::push_escape(out, c),
    })
}

pub(super) fn encode_raw(text: &[u8], poll: Poll<'_>) -> BaseResult<Vec<u8>> {
    encode_with(text, poll, |out, c| match c {
        0..=0xFF => out.push(c as u8),
        _ => repr::push_escape(out, c),
    })
}

/// What an escape comes to.
enum Escape {
    /// A code point; the offset after the escape.
    Point(u32, usize),
    /// Nothing (a backslash before a line end).
    Nothing(usize),
    /// No escape: backslash and character stand for themselves.
    Unknown,
    /// Malformed up to an offset.
    Malformed(usize, &'static str),
}

/// Up to `count` hexadecimal digits from `at`: the value, and the offset after them.
fn hex(bytes: &[u8], at: usize, count: usize) -> (u32, usize) {
    let mut value = 0;
    let mut end = at;
    while end < at + count
        && let Some(digit) = bytes.get(end).and_then(|&b| char::from(b).to_digit(16))
    {
        value = value << 4 | digit;
        end += 1;
    }
    (value, end)
}

fn hex_escape(
    bytes: &[u8],
    at: usize,
    count: usize,
    truncated: &'static str,
    range: &'static str,
) -> Escape {
    let (value, end) = hex(bytes, at, count);
    if end < at + count {
        Escape::Malformed(end, truncated)
    } else if value > 0x10_FFFF {
        Escape::Malformed(end, range)
    } else {
        Escape::Point(value, end)
    }
}

/// The escape after a backslash at `at - 1`.
fn escape(bytes: &[u8], at: usize) -> Escape {
    let Some(&kind) = bytes.get(at) else {
        return Escape::Malformed(at, "\\ at end of string");
    };
    let next = at + 1;
    let range = "illegal Unicode character";
    let c = match kind {
        b'\n' => return Escape::Nothing(next),
        b'\\' | b'\'' | b'"' => kind,
        b'a' => 7,
        b'b' => 8,
        b't' => 9,
        b'n' => 10,
        b'v' => 11,
        b'f' => 12,
        b'r' => 13,
        b'0'..=b'7' => {
            let digits = bytes[at..]
                .iter()
                .take(3)
                .take_while(|b| matches!(b, b'0'..=b'7'));
            let (mut value, mut end) = (0, at);
            for digit in digits {
                value = value << 3 | u32::from(digit - b'0');
                end += 1;
            }
            return Escape::Point(value, end);
        }
        b'x' => return hex_escape(bytes, next, 2, "truncated \\xXX escape", range),
        b'u' => return hex_escape(bytes, next, 4, "truncated \\uXXXX escape", range),
        b'U' => return hex_escape(bytes, next, 8, "truncated \\UXXXXXXXX escape", range),
        b'N' => return named(bytes, next),
        _ => return Escape::Unknown,
    };
    Escape::Point(c.into(), next)
}

/// `{NAME}` after `\N`.
fn named(bytes: &[u8], at: usize) -> Escape {
    let malformed = "malformed \\N character escape";
    if bytes.get(at) != Some(&b'{') {
        return Escape::Malformed(at, malformed);
    }
    let Some(len) = memchr::memchr(b'}', &bytes[at + 1..]) else {
        return Escape::Malformed(bytes.len(), malformed);
    };
    let end = at + 1 + len;
    if len == 0 {
        return Escape::Malformed(end, malformed);
    }
    let name = std::str::from_utf8(&bytes[at + 1..end])
        .ok()
        .filter(|name| name.len() <= 256);
    match name.and_then(unicode_names2::character) {
        Some(c) => Escape::Point(c.into(), end + 1),
        None => Escape::Malformed(end + 1, "unknown Unicode character name"),
    }
}

/// Decodes with one of the two ways to read an escape.
fn decode_with(
    bytes: &[u8],
    encoding: &'static str,
    repair: RepairDecoding<'_>,
    poll: Poll<'_>,
    escape: fn(&[u8], usize) -> Escape,
) -> Result<Vec<u8>, Failure> {
    let mut out = Vec::new();
    out.try_reserve(bytes.len())?;
    let (mut at, mut steps) = (0, 0usize);
    while let Some(&byte) = bytes.get(at) {
        steps += 1;
        if steps.is_multiple_of(STRIDE) {
            poll()?;
        }
        if out.capacity() - out.len() < 16 {
            let more = out.len().max(64);
            out.try_reserve(more)?;
        }
        if byte != b'\\' {
            points::push(&mut out, byte.into());
            at += 1;
            continue;
        }
        match escape(bytes, at + 1) {
            Escape::Point(c, next) => {
                points::push(&mut out, c);
                at = next;
            }
            Escape::Nothing(next) => at = next,
            Escape::Unknown => {
                out.push(b'\\');
                at += 1;
                if let Some(&byte) = bytes.get(at) {
                    points::push(&mut out, byte.into());
                    at += 1;
                }
            }
            Escape::Malformed(end, reason) => {
                at = repair(
                    &Fault {
                        encoding,
                        start: at,
                        end,
                        reason,
                    },
                    &mut out,
                )?;
            }
        }
    }
    Ok(out)
}

pub(super) fn decode(
    bytes: &[u8],
    repair: RepairDecoding<'_>,
    poll: Poll<'_>,
) -> Result<Vec<u8>, Failure> {
    decode_with(bytes, "unicodeescape", repair, poll, escape)
}

pub(super) fn decode_raw(
    bytes: &[u8],
    repair: RepairDecoding<'_>,
    poll: Poll<'_>,
) -> Result<Vec<u8>, Failure> {
    decode_with(bytes, "rawunicodeescape", repair, poll, |bytes, at| {
        let range = "\\Uxxxxxxxx out of range";
        match bytes.get(at) {
            Some(b'u') => hex_escape(bytes, at + 1, 4, "truncated \\uXXXX escape", range),
            Some(b'U') => hex_escape(bytes, at + 1, 8, "truncated \\UXXXXXXXX escape", range),
            _ => Escape::Unknown,
        }
    })
}
