//! UTF-16 and UTF-32 in both byte orders, with or without a byte order mark.
#![forbid(unsafe_code)]

use super::{
    Codec, Encoder, Failure, Fault, RepairDecoding, RepairEncoding, STRIDE, encode_points,
};
use crate::base::Poll;
use crate::base::text::points;

/// Appends one code point.
type Push = fn(&mut Vec<u8>, u32);

const SURROGATES: &str = "surrogates not allowed";

fn fits(c: u32) -> bool {
    !points::is_surrogate(c)
}

fn push16(out: &mut Vec<u8>, c: u32, bytes: fn(u16) -> [u8; 2]) {
    if c < 0x1_0000 {
        out.extend_from_slice(&bytes(c as u16));
    } else {
        let c = c - 0x1_0000;
        out.extend_from_slice(&bytes(0xD800 | (c >> 10) as u16));
        out.extend_from_slice(&bytes(0xDC00 | (c & 0x3FF) as u16));
    }
}

pub(super) fn encode(
    codec: Codec,
    text: &[u8],
    repair: RepairEncoding<'_>,
    poll: Poll<'_>,
) -> Result<Vec<u8>, Failure> {
    let (mark, unit, push): (&[u8], usize, Push) = match codec {
        Codec::Utf16 => (b"\xFF\xFE", 2, |out, c| push16(out, c, u16::to_le_bytes)),
        Codec::Utf16Le => (b"", 2, |out, c| push16(out, c, u16::to_le_bytes)),
        Codec::Utf16Be => (b"", 2, |out, c| push16(out, c, u16::to_be_bytes)),
        Codec::Utf32 => (b"\xFF\xFE\0\0", 4, |out, c| {
            out.extend_from_slice(&c.to_le_bytes())
        }),
        Codec::Utf32Be => (b"", 4, |out, c| out.extend_from_slice(&c.to_be_bytes())),
        _ => (b"", 4, |out, c| out.extend_from_slice(&c.to_le_bytes())),
    };
    let encoder = Encoder {
        name: codec.name(),
        reason: SURROGATES,
        group: 1,
        unit,
        fits,
        push,
    };
    encode_points(&encoder, mark.to_vec(), text, repair, poll)
}

/// Byte order and where the text begins: after the mark, if the encoding looks for one.
fn order(
    marked: bool,
    big: bool,
    bytes: &[u8],
    little_mark: &[u8],
    big_mark: &[u8],
) -> (bool, usize) {
    if marked && bytes.starts_with(little_mark) {
        (false, little_mark.len())
    } else if marked && bytes.starts_with(big_mark) {
        (true, big_mark.len())
    } else {
        (big, 0)
    }
}

/// Room for a few more code points.
fn reserve(out: &mut Vec<u8>) -> Result<(), Failure> {
    if out.capacity() - out.len() < 16 {
        let more = out.len().max(64);
        out.try_reserve(more)?;
    }
    Ok(())
}

pub(super) fn decode16(
    codec: Codec,
    bytes: &[u8],
    repair: RepairDecoding<'_>,
    poll: Poll<'_>,
) -> Result<Vec<u8>, Failure> {
    let (big, mut at) = order(
        codec == Codec::Utf16,
        codec == Codec::Utf16Be,
        bytes,
        b"\xFF\xFE",
        b"\xFE\xFF",
    );
    let encoding = if big { "utf-16-be" } else { "utf-16-le" };
    let unit = |at: usize| match bytes.get(at..at + 2) {
        Some(&[a, b]) => Some(u32::from(if big {
            u16::from_be_bytes([a, b])
        } else {
            u16::from_le_bytes([a, b])
        })),
        _ => None,
    };
    let mut out = Vec::new();
    out.try_reserve(bytes.len() / 2)?;
    let mut steps = 0usize;
    while at < bytes.len() {
        steps += 1;
        if steps.is_multiple_of(STRIDE) {
            poll()?;
        }
        reserve(&mut out)?;
        let (end, reason) = match unit(at) {
            None => (bytes.len(), "truncated data"),
            Some(low @ 0xDC00..=0xDFFF) => {
                debug_assert!(points::is_surrogate(low));
                (at + 2, "illegal encoding")
            }
            Some(high @ 0xD800..=0xDBFF) => match unit(at + 2) {
                Some(low @ 0xDC00..=0xDFFF) => {
                    points::push(&mut out, 0x1_0000 + ((high & 0x3FF) << 10 | low & 0x3FF));
                    at += 4;
                    continue;
                }
                Some(_) => (at + 2, "illegal UTF-16 surrogate"),
                None => (bytes.len(), "unexpected end of data"),
            },
            Some(c) => {
                points::push(&mut out, c);
                at += 2;
                continue;
            }
        };
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
    Ok(out)
}

pub(super) fn decode32(
    codec: Codec,
    bytes: &[u8],
    repair: RepairDecoding<'_>,
    poll: Poll<'_>,
) -> Result<Vec<u8>, Failure> {
    let (big, mut at) = order(
        codec == Codec::Utf32,
        codec == Codec::Utf32Be,
        bytes,
        b"\xFF\xFE\0\0",
        b"\0\0\xFE\xFF",
    );
    let encoding = if big { "utf-32-be" } else { "utf-32-le" };
    let mut out = Vec::new();
    out.try_reserve(bytes.len() / 4)?;
    let mut steps = 0usize;
    while at < bytes.len() {
        steps += 1;
        if steps.is_multiple_of(STRIDE) {
            poll()?;
        }
        reserve(&mut out)?;
        let unit = match bytes.get(at..at + 4) {
            Some(&[a, b, c, d]) if big => Some(u32::from_be_bytes([a, b, c, d])),
            Some(&[a, b, c, d]) => Some(u32::from_le_bytes([a, b, c, d])),
            _ => None,
        };
        let (end, reason) = match unit {
            None => (bytes.len(), "truncated data"),
            Some(c) if points::is_surrogate(c) => (
                at + 4,
                "code point in surrogate code point range(0xd800, 0xe000)",
            ),
            Some(0x11_0000..) => (at + 4, "code point not in range(0x110000)"),
            Some(c) => {
                points::push(&mut out, c);
                at += 4;
                continue;
            }
        };
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
    Ok(out)
}
