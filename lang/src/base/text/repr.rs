//! `repr` of str and bytes, and `ascii`, exactly as CPython writes them.
//!
//! The output is appended to a caller's buffer and is valid UTF-8, since surrogates are not printable and come out
//! as escapes.
#![forbid(unsafe_code)]

use super::{points, unicode};
use crate::base::Poll;
use crate::base::error::{Error, Result};

const HEX: &[u8; 16] = b"0123456789abcdef";

/// The quote that `repr` chooses: double quotes if the text has single quotes and no double ones.
fn quote_for(text: &[u8]) -> u8 {
    if memchr::memchr(b'\'', text).is_some() && memchr::memchr(b'"', text).is_none() {
        b'"'
    } else {
        b'\''
    }
}

fn push_hex(out: &mut Vec<u8>, lead: u8, value: u32, digits: u32) {
    out.push(b'\\');
    out.push(lead);
    for place in (0..digits).rev() {
        out.push(HEX[(value >> (4 * place) & 15) as usize]);
    }
}

/// Appends the backslash escape of a code point: `\xNN`, `\uNNNN` or `\UNNNNNNNN`.
pub fn push_escape(out: &mut Vec<u8>, c: u32) {
    match c {
        0..=0xFF => push_hex(out, b'x', c, 2),
        0x100..=0xFFFF => push_hex(out, b'u', c, 4),
        _ => push_hex(out, b'U', c, 8),
    }
}

fn push_quoted(out: &mut Vec<u8>, text: &[u8], quote: u8, shown: fn(u32) -> bool) {
    let mut at = 0;
    while let Some((c, next)) = points::decode_at(text, at) {
        match c {
            0x20..=0x7E if c != u32::from(quote) && c != u32::from(b'\\') => out.push(c as u8),
            0x20..=0x7E => out.extend_from_slice(&[b'\\', c as u8]),
            9 => out.extend_from_slice(b"\\t"),
            10 => out.extend_from_slice(b"\\n"),
            13 => out.extend_from_slice(b"\\r"),
            _ if shown(c) => out.extend_from_slice(&text[at..next]),
            _ => push_escape(out, c),
        }
        at = next;
    }
}

fn shown_in_repr(c: u32) -> bool {
    c >= 0x80 && unicode::is_printable(c)
}

/// Appends `repr(text)` of a str.
pub fn push_str_repr(out: &mut Vec<u8>, text: &[u8]) {
    let quote = quote_for(text);
    out.push(quote);
    push_quoted(out, text, quote, shown_in_repr);
    out.push(quote);
}

/// Appends `ascii(text)` of a str.
pub fn push_str_ascii(out: &mut Vec<u8>, text: &[u8]) {
    let quote = quote_for(text);
    out.push(quote);
    push_quoted(out, text, quote, |_| false);
    out.push(quote);
}

/// What a long text is shown as, piece by piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// `repr(str)`
    StrRepr,
    /// `ascii(str)`
    StrAscii,
    /// `repr(bytes)`
    BytesRepr,
}

/// `repr` or `ascii` of text of any length: `Error::Memory` if the result passes `max_bytes`.
pub fn show(text: &[u8], what: Shown, max_bytes: usize, poll: Poll<'_>) -> Result<Vec<u8>> {
    // Between two polls; cut at a boundary of code points.
    const PIECE: usize = 1 << 14;
    let quote = quote_for(text);
    let mut out = Vec::new();
    out.try_reserve(text.len().saturating_add(3))?;
    if what == Shown::BytesRepr {
        out.push(b'b');
    }
    out.push(quote);
    let mut at = 0;
    while at < text.len() {
        poll()?;
        let mut end = text.len().min(at + PIECE);
        while what != Shown::BytesRepr && end < text.len() && !points::is_boundary_byte(text[end]) {
            end += 1;
        }
        let piece = &text[at..end];
        // A byte shows as at most four, a code point as at most ten.
        out.try_reserve(piece.len() * 10)?;
        match what {
            Shown::StrRepr => push_quoted(&mut out, piece, quote, shown_in_repr),
            Shown::StrAscii => push_quoted(&mut out, piece, quote, |_| false),
            Shown::BytesRepr => push_bytes_body(&mut out, piece, quote),
        }
        if out.len() > max_bytes {
            return Err(Error::Memory);
        }
        at = end;
    }
    out.push(quote);
    Ok(out)
}

/// Appends `repr(bytes)`, with its `b` prefix.
pub fn push_bytes_repr(out: &mut Vec<u8>, bytes: &[u8]) {
    let quote = quote_for(bytes);
    out.extend_from_slice(&[b'b', quote]);
    push_bytes_body(out, bytes, quote);
    out.push(quote);
}

/// Appends the inside of a bytes literal, without prefix and quotes (for `bytearray(b'…')` with its own quote rule).
pub fn push_bytes_body(out: &mut Vec<u8>, bytes: &[u8], quote: u8) {
    for &byte in bytes {
        match byte {
            b'\t' => out.extend_from_slice(b"\\t"),
            b'\n' => out.extend_from_slice(b"\\n"),
            b'\r' => out.extend_from_slice(b"\\r"),
            b'\\' => out.extend_from_slice(b"\\\\"),
            0x20..=0x7E if byte == quote => out.extend_from_slice(&[b'\\', byte]),
            0x20..=0x7E => out.push(byte),
            _ => push_hex(out, b'x', u32::from(byte), 2),
        }
    }
}

/// `repr(text)` of a str as a `String`, for messages.
pub fn str_repr(text: &[u8]) -> String {
    let mut out = Vec::with_capacity(text.len() + 2);
    push_str_repr(&mut out, text);
    points::to_str_lossy(&out).into_owned()
}

/// `repr(text)` cut to its first `limit` code points, as messages with `%.200R` have it.
pub fn str_repr_cut(text: &[u8], limit: usize) -> String {
    // Every code point shows as at least one, so longer text cannot show in what is kept. The quote depends on all.
    let mut shown = text[..points::advance(text, 0, limit)].to_vec();
    if shown.len() < text.len() && quote_for(text) != quote_for(&shown) {
        // The cut text alone would choose another quote: let it choose from one that stands for the rest.
        let extra: &[u8] = if quote_for(text) == b'"' { b"'" } else { b"\"" };
        shown.extend_from_slice(extra);
    }
    let full = str_repr(&shown);
    full.chars().take(limit).collect()
}

/// `repr(bytes)` as a `String`, for messages.
pub fn bytes_repr(bytes: &[u8]) -> String {
    let mut out = Vec::with_capacity(bytes.len() + 3);
    push_bytes_repr(&mut out, bytes);
    points::to_str_lossy(&out).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::never;

    #[test]
    fn str_reprs() {
        let cases: &[(&[u8], &str)] = &[
            (b"", "''"),
            (b"a'b", "\"a'b\""),
            (b"a'b\"c", "'a\\'b\"c'"),
            (b"\t\n\r\\\x00\x1b\x7f", "'\\t\\n\\r\\\\\\x00\\x1b\\x7f'"),
            (
                "é\u{a0}\u{ad}\u{200b}😀\u{e000}".as_bytes(),
                "'é\\xa0\\xad\\u200b😀\\ue000'",
            ),
            (b"\xED\xA0\x80", "'\\ud800'"),
            ("\u{10ffff}".as_bytes(), "'\\U0010ffff'"),
        ];
        for (text, expected) in cases {
            assert_eq!(str_repr(text), *expected);
        }
        let mut out = Vec::new();
        push_str_ascii(&mut out, "é😀€".as_bytes());
        assert_eq!(out, b"'\\xe9\\U0001f600\\u20ac'");
    }

    #[test]
    fn long_texts_in_pieces() {
        let text = "aé\n'😀\u{200b}".repeat(5000).into_bytes();
        let mut whole = Vec::new();
        push_str_repr(&mut whole, &text);
        assert!(show(&text, Shown::StrRepr, usize::MAX, &mut never()) == Ok(whole));
        let mut whole = Vec::new();
        push_bytes_repr(&mut whole, &text);
        assert!(show(&text, Shown::BytesRepr, usize::MAX, &mut never()) == Ok(whole));
        assert_eq!(
            show(&text, Shown::StrAscii, 20_000, &mut never()),
            Err(Error::Memory)
        );
    }

    #[test]
    fn cut_reprs_choose_the_quote_of_the_whole() {
        assert_eq!(str_repr_cut(b"abcdef", 4), "'abc");
        assert_eq!(str_repr_cut(b"abcdef'", 4), "\"abc");
        assert_eq!(str_repr_cut(b"a'cdef\"", 4), "'a\\'");
        assert_eq!(str_repr_cut(b"ab", 40), "'ab'");
    }

    #[test]
    fn bytes_reprs() {
        assert_eq!(bytes_repr(b"a'b\x00\xff\\\n"), "b\"a'b\\x00\\xff\\\\\\n\"");
        assert_eq!(bytes_repr(b"'\""), "b'\\'\"'");
        assert_eq!(bytes_repr(b""), "b''");
    }
}
