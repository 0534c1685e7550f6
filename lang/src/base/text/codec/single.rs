//! Encodings of one byte per character: ASCII, Latin-1, Windows-1252.
#![forbid(unsafe_code)]

use super::{Encoder, Failure, Fault, RepairDecoding, STRIDE};
use crate::base::Poll;
use crate::base::text::points;

/// One of them.
#[derive(Clone, Copy)]
pub(super) struct Single {
    name: &'static str,
    reason: &'static str,
    to_point: fn(u8) -> Option<u32>,
    from_point: fn(u32) -> Option<u8>,
    fits: fn(u32) -> bool,
    push: fn(&mut Vec<u8>, u32),
}

macro_rules! single {
    ($name:expr, $reason:expr, $to:path, $from:path) => {
        Single {
            name: $name,
            reason: $reason,
            to_point: $to,
            from_point: $from,
            fits: |c| $from(c).is_some(),
            push: |out, c| out.extend($from(c)),
        }
    };
}

pub(super) const ASCII: Single = single!(
    "ascii",
    "ordinal not in range(128)",
    ascii_to_point,
    ascii_from_point
);
pub(super) const LATIN1: Single = single!(
    "latin-1",
    "ordinal not in range(256)",
    latin1_to_point,
    latin1_from_point
);
pub(super) const CP1252: Single = single!(
    "charmap",
    "character maps to <undefined>",
    cp1252_to_point,
    cp1252_from_point
);

fn ascii_to_point(byte: u8) -> Option<u32> {
    byte.is_ascii().then_some(byte.into())
}

fn ascii_from_point(c: u32) -> Option<u8> {
    u8::try_from(c).ok().filter(u8::is_ascii)
}

fn latin1_to_point(byte: u8) -> Option<u32> {
    Some(byte.into())
}

fn latin1_from_point(c: u32) -> Option<u8> {
    u8::try_from(c).ok()
}

/// Windows-1252 from 0x80 to 0x9F; 0 is undefined. Everything else is as in Latin-1.
#[rustfmt::skip]
const CP1252_HIGH: [u16; 32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
];

fn cp1252_to_point(byte: u8) -> Option<u32> {
    match byte {
        0x80..=0x9F => Some(CP1252_HIGH[usize::from(byte - 0x80)].into()).filter(|&c| c != 0),
        _ => Some(byte.into()),
    }
}

fn cp1252_from_point(c: u32) -> Option<u8> {
    match c {
        0..=0x7F | 0xA0..=0xFF => Some(c as u8),
        0x80..=0x9F => None,
        _ => CP1252_HIGH
            .iter()
            .position(|&high| u32::from(high) == c)
            .map(|at| 0x80 + at as u8),
    }
}

impl Single {
    pub(super) fn encoder(&self, group: usize) -> Encoder {
        debug_assert!((self.from_point)(0x41) == Some(0x41));
        Encoder {
            name: self.name,
            reason: self.reason,
            group,
            unit: 1,
            fits: self.fits,
            push: self.push,
        }
    }
}

pub(super) fn decode(
    single: Single,
    bytes: &[u8],
    repair: RepairDecoding<'_>,
    poll: Poll<'_>,
) -> Result<Vec<u8>, Failure> {
    let mut out = Vec::new();
    out.try_reserve(bytes.len())?;
    if bytes.is_ascii() {
        out.extend_from_slice(bytes);
        return Ok(out);
    }
    let (mut at, mut steps) = (0, 0usize);
    while let Some(&byte) = bytes.get(at) {
        steps += 1;
        if steps.is_multiple_of(STRIDE) {
            poll()?;
        }
        if out.capacity() - out.len() < 4 {
            let more = out.len().max(64);
            out.try_reserve(more)?;
        }
        match (single.to_point)(byte) {
            Some(c) => {
                points::push(&mut out, c);
                at += 1;
            }
            None => {
                let fault = Fault {
                    encoding: single.name,
                    start: at,
                    end: at + 1,
                    reason: single.reason,
                };
                at = repair(&fault, &mut out)?;
            }
        }
    }
    Ok(out)
}
