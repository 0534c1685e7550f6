//! Encodings: bytes to text and back, with error handlers, positions and reasons as CPython has them.
//!
//! [`decode`] and [`encode`] stop at what they cannot convert and ask a *repair* function, which gets a [`Fault`].
//! The built-in error handlers are [`Handler`]s and answer through [`Handler::repair_decoding`] and
//! [`Handler::repair_encoding`]; a caller that has handlers written in the language passes its own function.
//! [`decode_builtin`] and [`encode_builtin`] are the short way.
//!
//! Positions in faults are byte offsets when decoding and *code point positions* when encoding, as scripts see them.
//! [`decode_message`] and [`encode_message`] word the exceptions.
#![forbid(unsafe_code)]

mod escape;
mod handlers;
mod single;
mod utf16;
mod utf8;

pub use handlers::Handler;

use super::points;
use crate::base::Poll;
use crate::base::error::Error;

/// The encodings that are built in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Codec {
    /// UTF-8
    Utf8,
    /// UTF-8 with a signature: dropped when decoding, written when encoding.
    Utf8Sig,
    /// ASCII
    Ascii,
    /// ISO 8859-1
    Latin1,
    /// Windows-1252
    Cp1252,
    /// UTF-16 with a byte order mark, little-endian without.
    Utf16,
    /// UTF-16, little-endian.
    Utf16Le,
    /// UTF-16, big-endian.
    Utf16Be,
    /// UTF-32 with a byte order mark, little-endian without.
    Utf32,
    /// UTF-32, little-endian.
    Utf32Le,
    /// UTF-32, big-endian.
    Utf32Be,
    /// The escapes of string literals.
    UnicodeEscape,
    /// `\u` and `\U` alone, over Latin-1.
    RawUnicodeEscape,
}

impl Codec {
    /// The encoding of a name as scripts write it: any case, with blanks, hyphens or underscores.
    pub fn from_name(name: &str) -> Option<Codec> {
        let mut plain = String::with_capacity(name.len().min(64));
        // No name of an encoding is longer.
        for c in name.chars().take(64) {
            match c {
                'a'..='z' | '0'..='9' | '.' => plain.push(c),
                'A'..='Z' => plain.push(c.to_ascii_lowercase()),
                _ if plain.ends_with('_') => {}
                _ => plain.push('_'),
            }
        }
        Some(match plain.trim_matches('_') {
            "utf_8" | "utf8" | "u8" | "utf" | "cp65001" | "utf8_ucs2" | "utf8_ucs4" => Codec::Utf8,
            "utf_8_sig" | "utf8_sig" => Codec::Utf8Sig,
            "ascii" | "us_ascii" | "646" | "us" | "iso646_us" | "iso_646.irv_1991"
            | "ansi_x3.4_1968" | "ansi_x3.4_1986" | "cp367" | "csascii" | "ibm367" | "iso_ir_6"
            | "ansi_x3_4_1968" => Codec::Ascii,
            "latin_1" | "latin1" | "latin" | "l1" | "iso8859_1" | "iso_8859_1" | "iso8859"
            | "8859" | "cp819" | "iso_8859_1_1987" | "iso_ir_100" | "ibm819" | "csisolatin1" => {
                Codec::Latin1
            }
            "cp1252" | "1252" | "windows_1252" => Codec::Cp1252,
            "utf_16" | "utf16" | "u16" => Codec::Utf16,
            "utf_16_le" | "utf_16le" | "utf16_le" | "utf16le" | "unicodelittleunmarked" => {
                Codec::Utf16Le
            }
            "utf_16_be" | "utf_16be" | "utf16_be" | "utf16be" | "unicodebigunmarked" => {
                Codec::Utf16Be
            }
            "utf_32" | "utf32" | "u32" => Codec::Utf32,
            "utf_32_le" | "utf_32le" | "utf32_le" | "utf32le" => Codec::Utf32Le,
            "utf_32_be" | "utf_32be" | "utf32_be" | "utf32be" => Codec::Utf32Be,
            "unicode_escape" | "unicodeescape" => Codec::UnicodeEscape,
            "raw_unicode_escape" | "rawunicodeescape" => Codec::RawUnicodeEscape,
            _ => return None,
        })
    }

    /// The name that `codecs.lookup(…).name` answers.
    pub fn name(self) -> &'static str {
        match self {
            Codec::Utf8 => "utf-8",
            Codec::Utf8Sig => "utf-8-sig",
            Codec::Ascii => "ascii",
            Codec::Latin1 => "iso8859-1",
            Codec::Cp1252 => "cp1252",
            Codec::Utf16 => "utf-16",
            Codec::Utf16Le => "utf-16-le",
            Codec::Utf16Be => "utf-16-be",
            Codec::Utf32 => "utf-32",
            Codec::Utf32Le => "utf-32-le",
            Codec::Utf32Be => "utf-32-be",
            Codec::UnicodeEscape => "unicode-escape",
            Codec::RawUnicodeEscape => "raw-unicode-escape",
        }
    }
}

/// What could not be converted, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The encoding, as the exception names it.
    pub encoding: &'static str,
    /// Where it begins.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// The reason, as the exception words it.
    pub reason: &'static str,
}

/// Why a conversion failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// UnicodeDecodeError or UnicodeEncodeError.
    Fault(Fault),
    /// Another exception.
    Error(Error),
    /// The caller's repair function raised; the exception is with the caller.
    Raised,
}

impl From<Error> for Failure {
    fn from(error: Error) -> Failure {
        Failure::Error(error)
    }
}

impl From<crate::base::Interrupted> for Failure {
    fn from(_: crate::base::Interrupted) -> Failure {
        Failure::Error(Error::Interrupted)
    }
}

impl From<std::collections::TryReserveError> for Failure {
    fn from(_: std::collections::TryReserveError) -> Failure {
        Failure::Error(Error::Memory)
    }
}

/// What a repair function answers when encoding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Replacement {
    /// Text, to be encoded like the rest; if it cannot be, the fault stands.
    Text(Vec<u8>),
    /// Bytes for the output as they are.
    Bytes(Vec<u8>),
}

/// Repairs a decoding: appends text to the output and answers the byte offset at which to go on.
pub type RepairDecoding<'a> = &'a mut dyn FnMut(&Fault, &mut Vec<u8>) -> Result<usize, Failure>;

/// Repairs an encoding: answers a replacement and the position of the code point at which to go on.
pub type RepairEncoding<'a> = &'a mut dyn FnMut(&Fault) -> Result<(Replacement, usize), Failure>;

/// Bytes to text. Positions that a repair answers are cut to the length of the input.
pub fn decode(
    codec: Codec,
    bytes: &[u8],
    repair: RepairDecoding<'_>,
    poll: Poll<'_>,
) -> Result<Vec<u8>, Failure> {
    match codec {
        Codec::Utf8 => utf8::decode(bytes, 0, repair, poll),
        Codec::Utf8Sig => utf8::decode(
            bytes,
            if bytes.starts_with(b"\xEF\xBB\xBF") {
                3
            } else {
                0
            },
            repair,
            poll,
        ),
        Codec::Ascii => single::decode(single::ASCII, bytes, repair, poll),
        Codec::Latin1 => single::decode(single::LATIN1, bytes, repair, poll),
        Codec::Cp1252 => single::decode(single::CP1252, bytes, repair, poll),
        Codec::Utf16 | Codec::Utf16Le | Codec::Utf16Be => {
            utf16::decode16(codec, bytes, repair, poll)
        }
        Codec::Utf32 | Codec::Utf32Le | Codec::Utf32Be => {
            utf16::decode32(codec, bytes, repair, poll)
        }
        Codec::UnicodeEscape => escape::decode(bytes, repair, poll),
        Codec::RawUnicodeEscape => escape::decode_raw(bytes, repair, poll),
    }
}

/// Text to bytes.
pub fn encode(
    codec: Codec,
    text: &[u8],
    repair: RepairEncoding<'_>,
    poll: Poll<'_>,
) -> Result<Vec<u8>, Failure> {
    encode_grouped(codec, text, usize::MAX, repair, poll)
}

/// [`encode`] with faults of at most `group` code points.
fn encode_grouped(
    codec: Codec,
    text: &[u8],
    group: usize,
    repair: RepairEncoding<'_>,
    poll: Poll<'_>,
) -> Result<Vec<u8>, Failure> {
    match codec {
        Codec::Utf8 | Codec::Utf8Sig => utf8::encode(codec, text, group, repair, poll),
        Codec::Ascii => encode_points(
            &single::ASCII.encoder(group),
            Vec::new(),
            text,
            repair,
            poll,
        ),
        Codec::Latin1 => encode_points(
            &single::LATIN1.encoder(group),
            Vec::new(),
            text,
            repair,
            poll,
        ),
        Codec::Cp1252 => encode_points(
            &single::CP1252.encoder(group),
            Vec::new(),
            text,
            repair,
            poll,
        ),
        Codec::Utf16
        | Codec::Utf16Le
        | Codec::Utf16Be
        | Codec::Utf32
        | Codec::Utf32Le
        | Codec::Utf32Be => utf16::encode(codec, text, repair, poll),
        Codec::UnicodeEscape => Ok(escape::encode(text, poll)?),
        Codec::RawUnicodeEscape => Ok(escape::encode_raw(text, poll)?),
    }
}

/// [`decode`] with a built-in error handler.
pub fn decode_builtin(
    codec: Codec,
    bytes: &[u8],
    handler: Handler,
    poll: Poll<'_>,
) -> Result<Vec<u8>, Failure> {
    decode(
        codec,
        bytes,
        &mut |fault, out| handler.repair_decoding(codec, bytes, fault, out),
        poll,
    )
}

/// [`encode`] with a built-in error handler.
pub fn encode_builtin(
    codec: Codec,
    text: &[u8],
    handler: Handler,
    poll: Poll<'_>,
) -> Result<Vec<u8>, Failure> {
    // Handlers answer code point by code point, so short groups do as well and keep replacements small; only a fault
    // that stands must be told in full.
    const GROUP: usize = 1 << 12;
    let group = if handler == Handler::Strict {
        usize::MAX
    } else {
        GROUP
    };
    let mut repair = |fault: &Fault| handler.repair_encoding(codec, text, fault);
    match encode_grouped(codec, text, group, &mut repair, poll) {
        Err(Failure::Fault(fault)) if fault.end - fault.start >= group => {
            encode(codec, text, &mut repair, poll)
        }
        result => result,
    }
}

/// The message of a UnicodeDecodeError.
pub fn decode_message(fault: &Fault, bytes: &[u8]) -> String {
    let Fault {
        encoding,
        start,
        end,
        reason,
    } = *fault;
    match bytes.get(start) {
        Some(byte) if end == start + 1 => {
            format!(
                "'{encoding}' codec can't decode byte 0x{byte:02x} in position {start}: {reason}"
            )
        }
        _ => format!(
            "'{encoding}' codec can't decode bytes in position {start}-{}: {reason}",
            end.saturating_sub(1)
        ),
    }
}

/// The message of a UnicodeEncodeError.
pub fn encode_message(fault: &Fault, text: &[u8]) -> String {
    let Fault {
        encoding,
        start,
        end,
        reason,
    } = *fault;
    let at = points::advance(text, 0, start);
    match points::decode_at(text, at) {
        Some((c, _)) if end == start + 1 => {
            let mut shown = Vec::new();
            super::repr::push_escape(&mut shown, c);
            let shown = points::to_str_lossy(&shown);
            format!(
                "'{encoding}' codec can't encode character '{shown}' in position {start}: {reason}"
            )
        }
        _ => format!(
            "'{encoding}' codec can't encode characters in position {start}-{}: {reason}",
            end.saturating_sub(1)
        ),
    }
}

/// How often the poll runs, in units of input.
const STRIDE: usize = 1 << 15;

/// An encoding that treats each code point alone.
struct Encoder {
    name: &'static str,
    reason: &'static str,
    /// How many neighbours that do not fit make one fault.
    group: usize,
    /// Bytes in a unit of the output: replacement bytes must be a multiple.
    unit: usize,
    fits: fn(u32) -> bool,
    push: fn(&mut Vec<u8>, u32),
}

/// Encodes code point by code point onto `out`.
fn encode_points(
    encoder: &Encoder,
    mut out: Vec<u8>,
    text: &[u8],
    repair: RepairEncoding<'_>,
    poll: Poll<'_>,
) -> Result<Vec<u8>, Failure> {
    out.try_reserve(points::count(text).saturating_mul(encoder.unit))?;
    let (mut at, mut position) = (0, 0);
    while let Some((c, next)) = points::decode_at(text, at) {
        if position % STRIDE == STRIDE - 1 {
            poll()?;
        }
        if encoder.unit > 1 && out.capacity() - out.len() < 4 {
            let more = out.len().max(64);
            out.try_reserve(more)?;
        }
        if (encoder.fits)(c) {
            (encoder.push)(&mut out, c);
            (at, position) = (next, position + 1);
            continue;
        }
        let (mut end_at, mut end) = (next, position + 1);
        while end - position < encoder.group
            && let Some((c, next)) = points::decode_at(text, end_at)
            && !(encoder.fits)(c)
        {
            (end_at, end) = (next, end + 1);
            if end % STRIDE == 0 {
                poll()?;
            }
        }
        let fault = Fault {
            encoding: encoder.name,
            start: position,
            end,
            reason: encoder.reason,
        };
        let (replacement, resume) = repair(&fault)?;
        match replacement {
            Replacement::Bytes(bytes) if bytes.len().is_multiple_of(encoder.unit) => {
                out.try_reserve(bytes.len())?;
                out.extend_from_slice(&bytes);
            }
            Replacement::Bytes(_) => return Err(Failure::Fault(fault)),
            Replacement::Text(text) => {
                out.try_reserve(text.len().saturating_mul(encoder.unit))?;
                for c in points::Points::new(&text) {
                    if !(encoder.fits)(c) {
                        return Err(Failure::Fault(fault));
                    }
                    (encoder.push)(&mut out, c);
                }
            }
        }
        if resume == end {
            (at, position) = (end_at, end);
        } else {
            at = points::advance(text, 0, resume);
            position = resume;
        }
    }
    Ok(out)
}

#[cfg(test)]
mod tests;
