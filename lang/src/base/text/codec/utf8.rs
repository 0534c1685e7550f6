//! UTF-8. Generalised UTF-8 differs from it in surrogates alone, so both directions are mostly copying.
#![forbid(unsafe_code)]

use super::{Codec, Encoder, Failure, Fault, RepairDecoding, RepairEncoding, encode_points};
use crate::base::Poll;
use crate::base::text::points;

/// Bytes checked between two polls.
const PIECE: usize = 1 << 19;

/// Decodes from a byte offset on.
pub(super) fn decode(
    bytes: &[u8],
    mut at: usize,
    repair: RepairDecoding<'_>,
    poll: Poll<'_>,
) -> Result<Vec<u8>, Failure> {
    let mut out = Vec::new();
    out.try_reserve(bytes.len() - at)?;
    let mut faults = 0usize;
    while at < bytes.len() {
        let end = bytes.len().min(at + PIECE);
        if end < bytes.len() {
            poll()?;
        }
        let Err(error) = std::str::from_utf8(&bytes[at..end]) else {
            out.try_reserve(end - at)?;
            out.extend_from_slice(&bytes[at..end]);
            at = end;
            continue;
        };
        let good = error.valid_up_to();
        out.try_reserve(good)?;
        out.extend_from_slice(&bytes[at..at + good]);
        at += good;
        if error.error_len().is_none() && end < bytes.len() {
            // The sequence goes on in the next piece.
            continue;
        }
        faults += 1;
        if faults.is_multiple_of(1 << 10) {
            poll()?;
        }
        let fault = fault(bytes, at, error.error_len());
        out.try_reserve(64)?;
        at = repair(&fault, &mut out)?;
    }
    Ok(out)
}

fn fault(bytes: &[u8], start: usize, len: Option<usize>) -> Fault {
    let (end, reason) = match len {
        None => (bytes.len(), "unexpected end of data"),
        Some(len) if matches!(bytes[start], 0x80..=0xC1 | 0xF5..) => {
            (start + len, "invalid start byte")
        }
        Some(len) => (start + len, "invalid continuation byte"),
    };
    Fault {
        encoding: "utf-8",
        start,
        end,
        reason,
    }
}

const ENCODER: Encoder = Encoder {
    name: "utf-8",
    reason: "surrogates not allowed",
    group: usize::MAX,
    unit: 1,
    fits: |c| !points::is_surrogate(c),
    push: points::push,
};

/// Where the first surrogate is.
fn find_surrogate(text: &[u8]) -> Option<usize> {
    memchr::memchr_iter(0xED, text).find(|&at| text.get(at + 1).is_some_and(|&next| next >= 0xA0))
}

pub(super) fn encode(
    codec: Codec,
    text: &[u8],
    group: usize,
    repair: RepairEncoding<'_>,
    poll: Poll<'_>,
) -> Result<Vec<u8>, Failure> {
    let mut out = Vec::new();
    if codec == Codec::Utf8Sig {
        out.extend_from_slice(b"\xEF\xBB\xBF");
    }
    if find_surrogate(text).is_none() {
        out.try_reserve_exact(text.len())?;
        out.extend_from_slice(text);
        return Ok(out);
    }
    out.try_reserve(text.len())?;
    encode_points(&Encoder { group, ..ENCODER }, out, text, repair, poll)
}
