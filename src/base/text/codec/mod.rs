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
mod tests {
    use super::*;
    use crate::base::never;

    fn decoded(encoding: &str, bytes: &[u8], handler: &str) -> String {
        let codec = Codec::from_name(encoding).expect("known");
        let handler = Handler::from_name(handler.as_bytes()).expect("known");
        match decode_builtin(codec, bytes, handler, &mut never()) {
            Ok(text) => super::super::repr::str_repr(&text),
            Err(Failure::Fault(fault)) => format!("! {}", decode_message(&fault, bytes)),
            Err(Failure::Error(error)) => format!("! {error}"),
            Err(Failure::Raised) => "raised".into(),
        }
    }

    fn encoded(encoding: &str, points: &[u32], handler: &str) -> String {
        let mut text = Vec::new();
        points.iter().for_each(|&c| points::push(&mut text, c));
        let codec = Codec::from_name(encoding).expect("known");
        let handler = Handler::from_name(handler.as_bytes()).expect("known");
        match encode_builtin(codec, &text, handler, &mut never()) {
            Ok(bytes) => super::super::repr::bytes_repr(&bytes),
            Err(Failure::Fault(fault)) => format!("! {}", encode_message(&fault, &text)),
            Err(Failure::Error(error)) => format!("! {error}"),
            Err(Failure::Raised) => "raised".into(),
        }
    }

    /// Expectations: (encoding, handler, bytes, repr of the text, or `! ` and the message) from CPython 3.13.
    #[test]
    fn decoding() {
        let cases: &[(&str, &str, &[u8], &str)] = &[
            (
                "utf-8",
                "strict",
                b"a\xff",
                "! 'utf-8' codec can't decode byte 0xff in position 1: invalid start byte",
            ),
            ("utf-8", "ignore", b"a\xff", "'a'"),
            ("utf-8", "replace", b"a\xff", "'a�'"),
            ("utf-8", "backslashreplace", b"a\xff", "'a\\\\xff'"),
            ("utf-8", "surrogateescape", b"a\xff", "'a\\udcff'"),
            (
                "utf-8",
                "surrogatepass",
                b"a\xff",
                "! 'utf-8' codec can't decode byte 0xff in position 1: invalid start byte",
            ),
            (
                "utf-8",
                "strict",
                b"\xc3",
                "! 'utf-8' codec can't decode byte 0xc3 in position 0: unexpected end of data",
            ),
            ("utf-8", "ignore", b"\xc3", "''"),
            ("utf-8", "replace", b"\xc3", "'�'"),
            ("utf-8", "backslashreplace", b"\xc3", "'\\\\xc3'"),
            ("utf-8", "surrogateescape", b"\xc3", "'\\udcc3'"),
            (
                "utf-8",
                "surrogatepass",
                b"\xc3",
                "! 'utf-8' codec can't decode byte 0xc3 in position 0: unexpected end of data",
            ),
            (
                "utf-8",
                "strict",
                b"\xc3a",
                "! 'utf-8' codec can't decode byte 0xc3 in position 0: invalid continuation byte",
            ),
            ("utf-8", "ignore", b"\xc3a", "'a'"),
            ("utf-8", "replace", b"\xc3a", "'�a'"),
            ("utf-8", "backslashreplace", b"\xc3a", "'\\\\xc3a'"),
            ("utf-8", "surrogateescape", b"\xc3a", "'\\udcc3a'"),
            (
                "utf-8",
                "surrogatepass",
                b"\xc3a",
                "! 'utf-8' codec can't decode byte 0xc3 in position 0: invalid continuation byte",
            ),
            (
                "utf-8",
                "strict",
                b"\xe2\x82",
                "! 'utf-8' codec can't decode bytes in position 0-1: unexpected end of data",
            ),
            ("utf-8", "ignore", b"\xe2\x82", "''"),
            ("utf-8", "replace", b"\xe2\x82", "'�'"),
            ("utf-8", "backslashreplace", b"\xe2\x82", "'\\\\xe2\\\\x82'"),
            ("utf-8", "surrogateescape", b"\xe2\x82", "'\\udce2\\udc82'"),
            (
                "utf-8",
                "surrogatepass",
                b"\xe2\x82",
                "! 'utf-8' codec can't decode bytes in position 0-1: unexpected end of data",
            ),
            (
                "utf-8",
                "strict",
                b"\xe2\x82a",
                "! 'utf-8' codec can't decode bytes in position 0-1: invalid continuation byte",
            ),
            ("utf-8", "ignore", b"\xe2\x82a", "'a'"),
            ("utf-8", "replace", b"\xe2\x82a", "'�a'"),
            (
                "utf-8",
                "backslashreplace",
                b"\xe2\x82a",
                "'\\\\xe2\\\\x82a'",
            ),
            (
                "utf-8",
                "surrogateescape",
                b"\xe2\x82a",
                "'\\udce2\\udc82a'",
            ),
            (
                "utf-8",
                "surrogatepass",
                b"\xe2\x82a",
                "! 'utf-8' codec can't decode bytes in position 0-1: invalid continuation byte",
            ),
            (
                "utf-8",
                "strict",
                b"\xed\xa0\x80",
                "! 'utf-8' codec can't decode byte 0xed in position 0: invalid continuation byte",
            ),
            ("utf-8", "ignore", b"\xed\xa0\x80", "''"),
            ("utf-8", "replace", b"\xed\xa0\x80", "'���'"),
            (
                "utf-8",
                "backslashreplace",
                b"\xed\xa0\x80",
                "'\\\\xed\\\\xa0\\\\x80'",
            ),
            (
                "utf-8",
                "surrogateescape",
                b"\xed\xa0\x80",
                "'\\udced\\udca0\\udc80'",
            ),
            ("utf-8", "surrogatepass", b"\xed\xa0\x80", "'\\ud800'"),
            (
                "utf-8",
                "strict",
                b"\xf0\x9f\x98",
                "! 'utf-8' codec can't decode bytes in position 0-2: unexpected end of data",
            ),
            ("utf-8", "ignore", b"\xf0\x9f\x98", "''"),
            ("utf-8", "replace", b"\xf0\x9f\x98", "'�'"),
            (
                "utf-8",
                "backslashreplace",
                b"\xf0\x9f\x98",
                "'\\\\xf0\\\\x9f\\\\x98'",
            ),
            (
                "utf-8",
                "surrogateescape",
                b"\xf0\x9f\x98",
                "'\\udcf0\\udc9f\\udc98'",
            ),
            (
                "utf-8",
                "surrogatepass",
                b"\xf0\x9f\x98",
                "! 'utf-8' codec can't decode bytes in position 0-2: unexpected end of data",
            ),
            (
                "utf-8",
                "strict",
                b"\xf0\x80\x80\x80",
                "! 'utf-8' codec can't decode byte 0xf0 in position 0: invalid continuation byte",
            ),
            ("utf-8", "ignore", b"\xf0\x80\x80\x80", "''"),
            ("utf-8", "replace", b"\xf0\x80\x80\x80", "'����'"),
            (
                "utf-8",
                "backslashreplace",
                b"\xf0\x80\x80\x80",
                "'\\\\xf0\\\\x80\\\\x80\\\\x80'",
            ),
            (
                "utf-8",
                "surrogateescape",
                b"\xf0\x80\x80\x80",
                "'\\udcf0\\udc80\\udc80\\udc80'",
            ),
            (
                "utf-8",
                "surrogatepass",
                b"\xf0\x80\x80\x80",
                "! 'utf-8' codec can't decode byte 0xf0 in position 0: invalid continuation byte",
            ),
            (
                "utf-8",
                "strict",
                b"\xf4\x90\x80\x80",
                "! 'utf-8' codec can't decode byte 0xf4 in position 0: invalid continuation byte",
            ),
            ("utf-8", "ignore", b"\xf4\x90\x80\x80", "''"),
            ("utf-8", "replace", b"\xf4\x90\x80\x80", "'����'"),
            (
                "utf-8",
                "backslashreplace",
                b"\xf4\x90\x80\x80",
                "'\\\\xf4\\\\x90\\\\x80\\\\x80'",
            ),
            (
                "utf-8",
                "surrogateescape",
                b"\xf4\x90\x80\x80",
                "'\\udcf4\\udc90\\udc80\\udc80'",
            ),
            (
                "utf-8",
                "surrogatepass",
                b"\xf4\x90\x80\x80",
                "! 'utf-8' codec can't decode byte 0xf4 in position 0: invalid continuation byte",
            ),
            (
                "utf-8",
                "strict",
                b"\xf5",
                "! 'utf-8' codec can't decode byte 0xf5 in position 0: invalid start byte",
            ),
            ("utf-8", "ignore", b"\xf5", "''"),
            ("utf-8", "replace", b"\xf5", "'�'"),
            ("utf-8", "backslashreplace", b"\xf5", "'\\\\xf5'"),
            ("utf-8", "surrogateescape", b"\xf5", "'\\udcf5'"),
            (
                "utf-8",
                "surrogatepass",
                b"\xf5",
                "! 'utf-8' codec can't decode byte 0xf5 in position 0: invalid start byte",
            ),
            (
                "utf-8",
                "strict",
                b"\xc0\x80",
                "! 'utf-8' codec can't decode byte 0xc0 in position 0: invalid start byte",
            ),
            ("utf-8", "ignore", b"\xc0\x80", "''"),
            ("utf-8", "replace", b"\xc0\x80", "'��'"),
            ("utf-8", "backslashreplace", b"\xc0\x80", "'\\\\xc0\\\\x80'"),
            ("utf-8", "surrogateescape", b"\xc0\x80", "'\\udcc0\\udc80'"),
            (
                "utf-8",
                "surrogatepass",
                b"\xc0\x80",
                "! 'utf-8' codec can't decode byte 0xc0 in position 0: invalid start byte",
            ),
            (
                "utf-8",
                "strict",
                b"\x80",
                "! 'utf-8' codec can't decode byte 0x80 in position 0: invalid start byte",
            ),
            ("utf-8", "ignore", b"\x80", "''"),
            ("utf-8", "replace", b"\x80", "'�'"),
            ("utf-8", "backslashreplace", b"\x80", "'\\\\x80'"),
            ("utf-8", "surrogateescape", b"\x80", "'\\udc80'"),
            (
                "utf-8",
                "surrogatepass",
                b"\x80",
                "! 'utf-8' codec can't decode byte 0x80 in position 0: invalid start byte",
            ),
            (
                "utf-8",
                "strict",
                b"\xf0\x9fa\x98",
                "! 'utf-8' codec can't decode bytes in position 0-1: invalid continuation byte",
            ),
            ("utf-8", "ignore", b"\xf0\x9fa\x98", "'a'"),
            ("utf-8", "replace", b"\xf0\x9fa\x98", "'�a�'"),
            (
                "utf-8",
                "backslashreplace",
                b"\xf0\x9fa\x98",
                "'\\\\xf0\\\\x9fa\\\\x98'",
            ),
            (
                "utf-8",
                "surrogateescape",
                b"\xf0\x9fa\x98",
                "'\\udcf0\\udc9fa\\udc98'",
            ),
            (
                "utf-8",
                "surrogatepass",
                b"\xf0\x9fa\x98",
                "! 'utf-8' codec can't decode bytes in position 0-1: invalid continuation byte",
            ),
            (
                "utf-8",
                "strict",
                b"\xed\xa0\x80\xed",
                "! 'utf-8' codec can't decode byte 0xed in position 0: invalid continuation byte",
            ),
            ("utf-8", "ignore", b"\xed\xa0\x80\xed", "''"),
            ("utf-8", "replace", b"\xed\xa0\x80\xed", "'����'"),
            (
                "utf-8",
                "backslashreplace",
                b"\xed\xa0\x80\xed",
                "'\\\\xed\\\\xa0\\\\x80\\\\xed'",
            ),
            (
                "utf-8",
                "surrogateescape",
                b"\xed\xa0\x80\xed",
                "'\\udced\\udca0\\udc80\\udced'",
            ),
            (
                "utf-8",
                "surrogatepass",
                b"\xed\xa0\x80\xed",
                "! 'utf-8' codec can't decode byte 0xed in position 3: unexpected end of data",
            ),
            (
                "utf-8",
                "strict",
                b"\xf0\x90(\xbc",
                "! 'utf-8' codec can't decode bytes in position 0-1: invalid continuation byte",
            ),
            ("utf-8", "ignore", b"\xf0\x90(\xbc", "'('"),
            ("utf-8", "replace", b"\xf0\x90(\xbc", "'�(�'"),
            (
                "utf-8",
                "backslashreplace",
                b"\xf0\x90(\xbc",
                "'\\\\xf0\\\\x90(\\\\xbc'",
            ),
            (
                "utf-8",
                "surrogateescape",
                b"\xf0\x90(\xbc",
                "'\\udcf0\\udc90(\\udcbc'",
            ),
            (
                "utf-8",
                "surrogatepass",
                b"\xf0\x90(\xbc",
                "! 'utf-8' codec can't decode bytes in position 0-1: invalid continuation byte",
            ),
            (
                "utf-8",
                "strict",
                b"\xed\xa0",
                "! 'utf-8' codec can't decode byte 0xed in position 0: invalid continuation byte",
            ),
            ("utf-8", "ignore", b"\xed\xa0", "''"),
            ("utf-8", "replace", b"\xed\xa0", "'��'"),
            ("utf-8", "backslashreplace", b"\xed\xa0", "'\\\\xed\\\\xa0'"),
            ("utf-8", "surrogateescape", b"\xed\xa0", "'\\udced\\udca0'"),
            (
                "utf-8",
                "surrogatepass",
                b"\xed\xa0",
                "! 'utf-8' codec can't decode byte 0xed in position 0: invalid continuation byte",
            ),
            (
                "utf-8",
                "strict",
                b"\xed\x9f",
                "! 'utf-8' codec can't decode bytes in position 0-1: unexpected end of data",
            ),
            ("utf-8", "ignore", b"\xed\x9f", "''"),
            ("utf-8", "replace", b"\xed\x9f", "'�'"),
            ("utf-8", "backslashreplace", b"\xed\x9f", "'\\\\xed\\\\x9f'"),
            ("utf-8", "surrogateescape", b"\xed\x9f", "'\\udced\\udc9f'"),
            (
                "utf-8",
                "surrogatepass",
                b"\xed\x9f",
                "! 'utf-8' codec can't decode bytes in position 0-1: unexpected end of data",
            ),
            (
                "utf-8",
                "strict",
                b"\xff\xfe",
                "! 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte",
            ),
            ("utf-8", "ignore", b"\xff\xfe", "''"),
            ("utf-8", "replace", b"\xff\xfe", "'��'"),
            ("utf-8", "backslashreplace", b"\xff\xfe", "'\\\\xff\\\\xfe'"),
            ("utf-8", "surrogateescape", b"\xff\xfe", "'\\udcff\\udcfe'"),
            (
                "utf-8",
                "surrogatepass",
                b"\xff\xfe",
                "! 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte",
            ),
            ("utf-8", "strict", b"ok \xc3\xa9", "'ok é'"),
            ("utf-8", "ignore", b"ok \xc3\xa9", "'ok é'"),
            ("utf-8", "replace", b"ok \xc3\xa9", "'ok é'"),
            ("utf-8", "backslashreplace", b"ok \xc3\xa9", "'ok é'"),
            ("utf-8", "surrogateescape", b"ok \xc3\xa9", "'ok é'"),
            ("utf-8", "surrogatepass", b"ok \xc3\xa9", "'ok é'"),
            (
                "utf-8",
                "xmlcharrefreplace",
                b"\xff",
                "! don't know how to handle UnicodeDecodeError in error callback",
            ),
            (
                "utf-8",
                "namereplace",
                b"\xff",
                "! don't know how to handle UnicodeDecodeError in error callback",
            ),
            ("utf-8-sig", "strict", b"\xef\xbb\xbfa", "'a'"),
            (
                "utf-8-sig",
                "strict",
                b"a\xff",
                "! 'utf-8' codec can't decode byte 0xff in position 1: invalid start byte",
            ),
            ("utf-8", "strict", b"\xef\xbb\xbfa", "'\\ufeffa'"),
            (
                "ascii",
                "strict",
                b"a\xff\xfe",
                "! 'ascii' codec can't decode byte 0xff in position 1: ordinal not in range(128)",
            ),
            ("latin-1", "strict", b"a\xe9", "'aé'"),
            (
                "cp1252",
                "strict",
                b"\x80\x81\xff",
                "! 'charmap' codec can't decode byte 0x81 in position 1: character maps to <undefined>",
            ),
            ("ascii", "ignore", b"a\xff\xfe", "'a'"),
            ("latin-1", "ignore", b"a\xe9", "'aé'"),
            ("cp1252", "ignore", b"\x80\x81\xff", "'€ÿ'"),
            ("ascii", "replace", b"a\xff\xfe", "'a��'"),
            ("latin-1", "replace", b"a\xe9", "'aé'"),
            ("cp1252", "replace", b"\x80\x81\xff", "'€�ÿ'"),
            (
                "ascii",
                "backslashreplace",
                b"a\xff\xfe",
                "'a\\\\xff\\\\xfe'",
            ),
            ("latin-1", "backslashreplace", b"a\xe9", "'aé'"),
            ("cp1252", "backslashreplace", b"\x80\x81\xff", "'€\\\\x81ÿ'"),
            (
                "ascii",
                "surrogateescape",
                b"a\xff\xfe",
                "'a\\udcff\\udcfe'",
            ),
            ("latin-1", "surrogateescape", b"a\xe9", "'aé'"),
            ("cp1252", "surrogateescape", b"\x80\x81\xff", "'€\\udc81ÿ'"),
            (
                "ascii",
                "surrogatepass",
                b"a\xff\xfe",
                "! 'ascii' codec can't decode byte 0xff in position 1: ordinal not in range(128)",
            ),
            ("latin-1", "surrogatepass", b"a\xe9", "'aé'"),
            (
                "cp1252",
                "surrogatepass",
                b"\x80\x81\xff",
                "! 'charmap' codec can't decode byte 0x81 in position 1: character maps to <undefined>",
            ),
            (
                "utf-16",
                "strict",
                b"a",
                "! 'utf-16-le' codec can't decode byte 0x61 in position 0: truncated data",
            ),
            ("utf-16", "ignore", b"a", "''"),
            ("utf-16", "replace", b"a", "'�'"),
            ("utf-16", "backslashreplace", b"a", "'\\\\x61'"),
            (
                "utf-16",
                "surrogateescape",
                b"a",
                "! 'utf-16-le' codec can't decode byte 0x61 in position 0: truncated data",
            ),
            (
                "utf-16",
                "surrogatepass",
                b"a",
                "! 'utf-16-le' codec can't decode byte 0x61 in position 0: truncated data",
            ),
            (
                "utf-16-le",
                "strict",
                b"a",
                "! 'utf-16-le' codec can't decode byte 0x61 in position 0: truncated data",
            ),
            (
                "utf-16-be",
                "strict",
                b"a",
                "! 'utf-16-be' codec can't decode byte 0x61 in position 0: truncated data",
            ),
            (
                "utf-16",
                "strict",
                b"\xff\xfea\x00b",
                "! 'utf-16-le' codec can't decode byte 0x62 in position 4: truncated data",
            ),
            ("utf-16", "ignore", b"\xff\xfea\x00b", "'a'"),
            ("utf-16", "replace", b"\xff\xfea\x00b", "'a�'"),
            (
                "utf-16",
                "backslashreplace",
                b"\xff\xfea\x00b",
                "'a\\\\x62'",
            ),
            (
                "utf-16",
                "surrogateescape",
                b"\xff\xfea\x00b",
                "! 'utf-16-le' codec can't decode byte 0x62 in position 4: truncated data",
            ),
            (
                "utf-16",
                "surrogatepass",
                b"\xff\xfea\x00b",
                "! 'utf-16-le' codec can't decode byte 0x62 in position 4: truncated data",
            ),
            (
                "utf-16-le",
                "strict",
                b"\xff\xfea\x00b",
                "! 'utf-16-le' codec can't decode byte 0x62 in position 4: truncated data",
            ),
            (
                "utf-16-be",
                "strict",
                b"\xff\xfea\x00b",
                "! 'utf-16-be' codec can't decode byte 0x62 in position 4: truncated data",
            ),
            ("utf-16", "strict", b"\xfe\xff\x00a", "'a'"),
            ("utf-16", "ignore", b"\xfe\xff\x00a", "'a'"),
            ("utf-16", "replace", b"\xfe\xff\x00a", "'a'"),
            ("utf-16", "backslashreplace", b"\xfe\xff\x00a", "'a'"),
            ("utf-16", "surrogateescape", b"\xfe\xff\x00a", "'a'"),
            ("utf-16", "surrogatepass", b"\xfe\xff\x00a", "'a'"),
            ("utf-16-le", "strict", b"\xfe\xff\x00a", "'\\ufffe愀'"),
            ("utf-16-be", "strict", b"\xfe\xff\x00a", "'\\ufeffa'"),
            (
                "utf-16",
                "strict",
                b"\x00\xd8",
                "! 'utf-16-le' codec can't decode bytes in position 0-1: unexpected end of data",
            ),
            ("utf-16", "ignore", b"\x00\xd8", "''"),
            ("utf-16", "replace", b"\x00\xd8", "'�'"),
            (
                "utf-16",
                "backslashreplace",
                b"\x00\xd8",
                "'\\\\x00\\\\xd8'",
            ),
            (
                "utf-16",
                "surrogateescape",
                b"\x00\xd8",
                "! 'utf-16-le' codec can't decode bytes in position 0-1: unexpected end of data",
            ),
            ("utf-16", "surrogatepass", b"\x00\xd8", "'\\ud800'"),
            (
                "utf-16-le",
                "strict",
                b"\x00\xd8",
                "! 'utf-16-le' codec can't decode bytes in position 0-1: unexpected end of data",
            ),
            ("utf-16-be", "strict", b"\x00\xd8", "'Ø'"),
            (
                "utf-16",
                "strict",
                b"\x00\xd8a\x00",
                "! 'utf-16-le' codec can't decode bytes in position 0-1: illegal UTF-16 surrogate",
            ),
            ("utf-16", "ignore", b"\x00\xd8a\x00", "'a'"),
            ("utf-16", "replace", b"\x00\xd8a\x00", "'�a'"),
            (
                "utf-16",
                "backslashreplace",
                b"\x00\xd8a\x00",
                "'\\\\x00\\\\xd8a'",
            ),
            (
                "utf-16",
                "surrogateescape",
                b"\x00\xd8a\x00",
                "! 'utf-16-le' codec can't decode bytes in position 0-1: illegal UTF-16 surrogate",
            ),
            ("utf-16", "surrogatepass", b"\x00\xd8a\x00", "'\\ud800a'"),
            (
                "utf-16-le",
                "strict",
                b"\x00\xd8a\x00",
                "! 'utf-16-le' codec can't decode bytes in position 0-1: illegal UTF-16 surrogate",
            ),
            ("utf-16-be", "strict", b"\x00\xd8a\x00", "'Ø愀'"),
            (
                "utf-16",
                "strict",
                b"\x00\xdca\x00",
                "! 'utf-16-le' codec can't decode bytes in position 0-1: illegal encoding",
            ),
            ("utf-16", "ignore", b"\x00\xdca\x00", "'a'"),
            ("utf-16", "replace", b"\x00\xdca\x00", "'�a'"),
            (
                "utf-16",
                "backslashreplace",
                b"\x00\xdca\x00",
                "'\\\\x00\\\\xdca'",
            ),
            (
                "utf-16",
                "surrogateescape",
                b"\x00\xdca\x00",
                "! 'utf-16-le' codec can't decode bytes in position 0-1: illegal encoding",
            ),
            ("utf-16", "surrogatepass", b"\x00\xdca\x00", "'\\udc00a'"),
            (
                "utf-16-le",
                "strict",
                b"\x00\xdca\x00",
                "! 'utf-16-le' codec can't decode bytes in position 0-1: illegal encoding",
            ),
            ("utf-16-be", "strict", b"\x00\xdca\x00", "'Ü愀'"),
            (
                "utf-16",
                "strict",
                b"\x00\xd8a",
                "! 'utf-16-le' codec can't decode bytes in position 0-2: unexpected end of data",
            ),
            ("utf-16", "ignore", b"\x00\xd8a", "''"),
            ("utf-16", "replace", b"\x00\xd8a", "'�'"),
            (
                "utf-16",
                "backslashreplace",
                b"\x00\xd8a",
                "'\\\\x00\\\\xd8\\\\x61'",
            ),
            (
                "utf-16",
                "surrogateescape",
                b"\x00\xd8a",
                "! 'utf-16-le' codec can't decode bytes in position 0-2: unexpected end of data",
            ),
            (
                "utf-16",
                "surrogatepass",
                b"\x00\xd8a",
                "! 'utf-16-le' codec can't decode byte 0x61 in position 2: truncated data",
            ),
            (
                "utf-16-le",
                "strict",
                b"\x00\xd8a",
                "! 'utf-16-le' codec can't decode bytes in position 0-2: unexpected end of data",
            ),
            (
                "utf-16-be",
                "strict",
                b"\x00\xd8a",
                "! 'utf-16-be' codec can't decode byte 0x61 in position 2: truncated data",
            ),
            (
                "utf-16",
                "strict",
                b"\x00\xd8\x00",
                "! 'utf-16-le' codec can't decode bytes in position 0-2: unexpected end of data",
            ),
            ("utf-16", "ignore", b"\x00\xd8\x00", "''"),
            ("utf-16", "replace", b"\x00\xd8\x00", "'�'"),
            (
                "utf-16",
                "backslashreplace",
                b"\x00\xd8\x00",
                "'\\\\x00\\\\xd8\\\\x00'",
            ),
            (
                "utf-16",
                "surrogateescape",
                b"\x00\xd8\x00",
                "! 'utf-16-le' codec can't decode bytes in position 0-2: unexpected end of data",
            ),
            (
                "utf-16",
                "surrogatepass",
                b"\x00\xd8\x00",
                "! 'utf-16-le' codec can't decode byte 0x00 in position 2: truncated data",
            ),
            (
                "utf-16-le",
                "strict",
                b"\x00\xd8\x00",
                "! 'utf-16-le' codec can't decode bytes in position 0-2: unexpected end of data",
            ),
            (
                "utf-16-be",
                "strict",
                b"\x00\xd8\x00",
                "! 'utf-16-be' codec can't decode byte 0x00 in position 2: truncated data",
            ),
            ("utf-16", "strict", b"", "''"),
            ("utf-16", "ignore", b"", "''"),
            ("utf-16", "replace", b"", "''"),
            ("utf-16", "backslashreplace", b"", "''"),
            ("utf-16", "surrogateescape", b"", "''"),
            ("utf-16", "surrogatepass", b"", "''"),
            ("utf-16-le", "strict", b"", "''"),
            ("utf-16-be", "strict", b"", "''"),
            ("utf-16", "strict", b"a\x00b\x00=\xd8\x00\xde", "'ab😀'"),
            ("utf-16", "ignore", b"a\x00b\x00=\xd8\x00\xde", "'ab😀'"),
            ("utf-16", "replace", b"a\x00b\x00=\xd8\x00\xde", "'ab😀'"),
            (
                "utf-16",
                "backslashreplace",
                b"a\x00b\x00=\xd8\x00\xde",
                "'ab😀'",
            ),
            (
                "utf-16",
                "surrogateescape",
                b"a\x00b\x00=\xd8\x00\xde",
                "'ab😀'",
            ),
            (
                "utf-16",
                "surrogatepass",
                b"a\x00b\x00=\xd8\x00\xde",
                "'ab😀'",
            ),
            ("utf-16-le", "strict", b"a\x00b\x00=\xd8\x00\xde", "'ab😀'"),
            (
                "utf-16-be",
                "strict",
                b"a\x00b\x00=\xd8\x00\xde",
                "'愀戀㷘Þ'",
            ),
            ("utf-16-be", "surrogatepass", b"\xd8\x00", "'\\ud800'"),
            (
                "utf-32",
                "strict",
                b"a\x00\x00",
                "! 'utf-32-le' codec can't decode bytes in position 0-2: truncated data",
            ),
            ("utf-32", "ignore", b"a\x00\x00", "''"),
            ("utf-32", "replace", b"a\x00\x00", "'�'"),
            (
                "utf-32",
                "backslashreplace",
                b"a\x00\x00",
                "'\\\\x61\\\\x00\\\\x00'",
            ),
            (
                "utf-32",
                "surrogateescape",
                b"a\x00\x00",
                "! 'utf-32-le' codec can't decode bytes in position 0-2: truncated data",
            ),
            (
                "utf-32",
                "surrogatepass",
                b"a\x00\x00",
                "! 'utf-32-le' codec can't decode bytes in position 0-2: truncated data",
            ),
            (
                "utf-32-le",
                "strict",
                b"a\x00\x00",
                "! 'utf-32-le' codec can't decode bytes in position 0-2: truncated data",
            ),
            (
                "utf-32-be",
                "strict",
                b"a\x00\x00",
                "! 'utf-32-be' codec can't decode bytes in position 0-2: truncated data",
            ),
            (
                "utf-32",
                "strict",
                b"\x00\x00\x11\x00a\x00\x00\x00",
                "! 'utf-32-le' codec can't decode bytes in position 0-3: code point not in range(0x110000)",
            ),
            ("utf-32", "ignore", b"\x00\x00\x11\x00a\x00\x00\x00", "'a'"),
            (
                "utf-32",
                "replace",
                b"\x00\x00\x11\x00a\x00\x00\x00",
                "'�a'",
            ),
            (
                "utf-32",
                "backslashreplace",
                b"\x00\x00\x11\x00a\x00\x00\x00",
                "'\\\\x00\\\\x00\\\\x11\\\\x00a'",
            ),
            (
                "utf-32",
                "surrogateescape",
                b"\x00\x00\x11\x00a\x00\x00\x00",
                "! 'utf-32-le' codec can't decode bytes in position 0-3: code point not in range(0x110000)",
            ),
            (
                "utf-32",
                "surrogatepass",
                b"\x00\x00\x11\x00a\x00\x00\x00",
                "! 'utf-32-le' codec can't decode bytes in position 0-3: code point not in range(0x110000)",
            ),
            (
                "utf-32-le",
                "strict",
                b"\x00\x00\x11\x00a\x00\x00\x00",
                "! 'utf-32-le' codec can't decode bytes in position 0-3: code point not in range(0x110000)",
            ),
            (
                "utf-32-be",
                "strict",
                b"\x00\x00\x11\x00a\x00\x00\x00",
                "! 'utf-32-be' codec can't decode bytes in position 4-7: code point not in range(0x110000)",
            ),
            (
                "utf-32",
                "strict",
                b"\x00\xd8\x00\x00",
                "! 'utf-32-le' codec can't decode bytes in position 0-3: code point in surrogate code point range(0xd800, 0xe000)",
            ),
            ("utf-32", "ignore", b"\x00\xd8\x00\x00", "''"),
            ("utf-32", "replace", b"\x00\xd8\x00\x00", "'�'"),
            (
                "utf-32",
                "backslashreplace",
                b"\x00\xd8\x00\x00",
                "'\\\\x00\\\\xd8\\\\x00\\\\x00'",
            ),
            (
                "utf-32",
                "surrogateescape",
                b"\x00\xd8\x00\x00",
                "! 'utf-32-le' codec can't decode bytes in position 0-3: code point in surrogate code point range(0xd800, 0xe000)",
            ),
            ("utf-32", "surrogatepass", b"\x00\xd8\x00\x00", "'\\ud800'"),
            (
                "utf-32-le",
                "strict",
                b"\x00\xd8\x00\x00",
                "! 'utf-32-le' codec can't decode bytes in position 0-3: code point in surrogate code point range(0xd800, 0xe000)",
            ),
            (
                "utf-32-be",
                "strict",
                b"\x00\xd8\x00\x00",
                "! 'utf-32-be' codec can't decode bytes in position 0-3: code point not in range(0x110000)",
            ),
            ("utf-32", "strict", b"\xff\xfe\x00\x00a\x00\x00\x00", "'a'"),
            ("utf-32", "ignore", b"\xff\xfe\x00\x00a\x00\x00\x00", "'a'"),
            ("utf-32", "replace", b"\xff\xfe\x00\x00a\x00\x00\x00", "'a'"),
            (
                "utf-32",
                "backslashreplace",
                b"\xff\xfe\x00\x00a\x00\x00\x00",
                "'a'",
            ),
            (
                "utf-32",
                "surrogateescape",
                b"\xff\xfe\x00\x00a\x00\x00\x00",
                "'a'",
            ),
            (
                "utf-32",
                "surrogatepass",
                b"\xff\xfe\x00\x00a\x00\x00\x00",
                "'a'",
            ),
            (
                "utf-32-le",
                "strict",
                b"\xff\xfe\x00\x00a\x00\x00\x00",
                "'\\ufeffa'",
            ),
            (
                "utf-32-be",
                "strict",
                b"\xff\xfe\x00\x00a\x00\x00\x00",
                "! 'utf-32-be' codec can't decode bytes in position 0-3: code point not in range(0x110000)",
            ),
            ("utf-32", "strict", b"\x00\x00\xfe\xff\x00\x00\x00a", "'a'"),
            ("utf-32", "ignore", b"\x00\x00\xfe\xff\x00\x00\x00a", "'a'"),
            ("utf-32", "replace", b"\x00\x00\xfe\xff\x00\x00\x00a", "'a'"),
            (
                "utf-32",
                "backslashreplace",
                b"\x00\x00\xfe\xff\x00\x00\x00a",
                "'a'",
            ),
            (
                "utf-32",
                "surrogateescape",
                b"\x00\x00\xfe\xff\x00\x00\x00a",
                "'a'",
            ),
            (
                "utf-32",
                "surrogatepass",
                b"\x00\x00\xfe\xff\x00\x00\x00a",
                "'a'",
            ),
            (
                "utf-32-le",
                "strict",
                b"\x00\x00\xfe\xff\x00\x00\x00a",
                "! 'utf-32-le' codec can't decode bytes in position 0-3: code point not in range(0x110000)",
            ),
            (
                "utf-32-be",
                "strict",
                b"\x00\x00\xfe\xff\x00\x00\x00a",
                "'\\ufeffa'",
            ),
            ("utf-32", "strict", b"", "''"),
            ("utf-32", "ignore", b"", "''"),
            ("utf-32", "replace", b"", "''"),
            ("utf-32", "backslashreplace", b"", "''"),
            ("utf-32", "surrogateescape", b"", "''"),
            ("utf-32", "surrogatepass", b"", "''"),
            ("utf-32-le", "strict", b"", "''"),
            ("utf-32-be", "strict", b"", "''"),
            (
                "unicode_escape",
                "strict",
                b"\x5cx41\x5cu20ac\x5cU0001f600\x5cn\x5c101\x5cN{DIGIT ONE}\x5cq\xe9",
                "'A€😀\\nA1\\\\qé'",
            ),
            (
                "unicode_escape",
                "replace",
                b"\x5cx41\x5cu20ac\x5cU0001f600\x5cn\x5c101\x5cN{DIGIT ONE}\x5cq\xe9",
                "'A€😀\\nA1\\\\qé'",
            ),
            (
                "unicode_escape",
                "ignore",
                b"\x5cx41\x5cu20ac\x5cU0001f600\x5cn\x5c101\x5cN{DIGIT ONE}\x5cq\xe9",
                "'A€😀\\nA1\\\\qé'",
            ),
            ("unicode_escape", "strict", b"a\x5c\x0ab", "'ab'"),
            ("unicode_escape", "replace", b"a\x5c\x0ab", "'ab'"),
            ("unicode_escape", "ignore", b"a\x5c\x0ab", "'ab'"),
            (
                "unicode_escape",
                "strict",
                b"\x5cx4",
                "! 'unicodeescape' codec can't decode bytes in position 0-2: truncated \\xXX escape",
            ),
            ("unicode_escape", "replace", b"\x5cx4", "'�'"),
            ("unicode_escape", "ignore", b"\x5cx4", "''"),
            (
                "unicode_escape",
                "strict",
                b"\x5cu12",
                "! 'unicodeescape' codec can't decode bytes in position 0-3: truncated \\uXXXX escape",
            ),
            ("unicode_escape", "replace", b"\x5cu12", "'�'"),
            ("unicode_escape", "ignore", b"\x5cu12", "''"),
            (
                "unicode_escape",
                "strict",
                b"\x5cU00110000",
                "! 'unicodeescape' codec can't decode bytes in position 0-9: illegal Unicode character",
            ),
            ("unicode_escape", "replace", b"\x5cU00110000", "'�'"),
            ("unicode_escape", "ignore", b"\x5cU00110000", "''"),
            (
                "unicode_escape",
                "strict",
                b"\x5c",
                "! 'unicodeescape' codec can't decode byte 0x5c in position 0: \\ at end of string",
            ),
            ("unicode_escape", "replace", b"\x5c", "'�'"),
            ("unicode_escape", "ignore", b"\x5c", "''"),
            (
                "unicode_escape",
                "strict",
                b"\x5cN{foo}",
                "! 'unicodeescape' codec can't decode bytes in position 0-6: unknown Unicode character name",
            ),
            ("unicode_escape", "replace", b"\x5cN{foo}", "'�'"),
            ("unicode_escape", "ignore", b"\x5cN{foo}", "''"),
            (
                "unicode_escape",
                "strict",
                b"\x5cN{foo",
                "! 'unicodeescape' codec can't decode bytes in position 0-5: malformed \\N character escape",
            ),
            ("unicode_escape", "replace", b"\x5cN{foo", "'�'"),
            ("unicode_escape", "ignore", b"\x5cN{foo", "''"),
            (
                "unicode_escape",
                "strict",
                b"\x5cN",
                "! 'unicodeescape' codec can't decode bytes in position 0-1: malformed \\N character escape",
            ),
            ("unicode_escape", "replace", b"\x5cN", "'�'"),
            ("unicode_escape", "ignore", b"\x5cN", "''"),
            ("unicode_escape", "strict", b"\x5c777", "'ǿ'"),
            ("unicode_escape", "replace", b"\x5c777", "'ǿ'"),
            ("unicode_escape", "ignore", b"\x5c777", "'ǿ'"),
            (
                "unicode_escape",
                "strict",
                b"\x5cx4g",
                "! 'unicodeescape' codec can't decode bytes in position 0-2: truncated \\xXX escape",
            ),
            ("unicode_escape", "replace", b"\x5cx4g", "'�g'"),
            ("unicode_escape", "ignore", b"\x5cx4g", "'g'"),
            (
                "unicode_escape",
                "strict",
                b"\x5cx",
                "! 'unicodeescape' codec can't decode bytes in position 0-1: truncated \\xXX escape",
            ),
            ("unicode_escape", "replace", b"\x5cx", "'�'"),
            ("unicode_escape", "ignore", b"\x5cx", "''"),
            (
                "unicode_escape",
                "strict",
                b"\x5cN{}",
                "! 'unicodeescape' codec can't decode bytes in position 0-2: malformed \\N character escape",
            ),
            ("unicode_escape", "replace", b"\x5cN{}", "'�}'"),
            ("unicode_escape", "ignore", b"\x5cN{}", "'}'"),
            (
                "unicode_escape",
                "strict",
                b"\x5cu",
                "! 'unicodeescape' codec can't decode bytes in position 0-1: truncated \\uXXXX escape",
            ),
            ("unicode_escape", "replace", b"\x5cu", "'�'"),
            ("unicode_escape", "ignore", b"\x5cu", "''"),
            (
                "unicode_escape",
                "strict",
                b"\x5cU0000004",
                "! 'unicodeescape' codec can't decode bytes in position 0-8: truncated \\UXXXXXXXX escape",
            ),
            ("unicode_escape", "replace", b"\x5cU0000004", "'�'"),
            ("unicode_escape", "ignore", b"\x5cU0000004", "''"),
            ("unicode_escape", "strict", b"\x5c\xe9", "'\\\\é'"),
            ("unicode_escape", "replace", b"\x5c\xe9", "'\\\\é'"),
            ("unicode_escape", "ignore", b"\x5c\xe9", "'\\\\é'"),
            (
                "unicode_escape",
                "strict",
                b"\x5cu20\xe9",
                "! 'unicodeescape' codec can't decode bytes in position 0-3: truncated \\uXXXX escape",
            ),
            ("unicode_escape", "replace", b"\x5cu20\xe9", "'�é'"),
            ("unicode_escape", "ignore", b"\x5cu20\xe9", "'é'"),
            (
                "unicode_escape",
                "strict",
                b"\x5cud83d\x5cude00",
                "'\\ud83d\\ude00'",
            ),
            (
                "unicode_escape",
                "replace",
                b"\x5cud83d\x5cude00",
                "'\\ud83d\\ude00'",
            ),
            (
                "unicode_escape",
                "ignore",
                b"\x5cud83d\x5cude00",
                "'\\ud83d\\ude00'",
            ),
            ("unicode_escape", "strict", b"\x5c8\x5c08", "'\\\\8\\x008'"),
            ("unicode_escape", "replace", b"\x5c8\x5c08", "'\\\\8\\x008'"),
            ("unicode_escape", "ignore", b"\x5c8\x5c08", "'\\\\8\\x008'"),
            (
                "unicode_escape",
                "strict",
                b"\x5ca\x5cb\x5cf\x5cv\x5ct\x5cr\x5c0\x5c'\x5c\x22",
                "'\\x07\\x08\\x0c\\x0b\\t\\r\\x00\\'\"'",
            ),
            (
                "unicode_escape",
                "replace",
                b"\x5ca\x5cb\x5cf\x5cv\x5ct\x5cr\x5c0\x5c'\x5c\x22",
                "'\\x07\\x08\\x0c\\x0b\\t\\r\\x00\\'\"'",
            ),
            (
                "unicode_escape",
                "ignore",
                b"\x5ca\x5cb\x5cf\x5cv\x5ct\x5cr\x5c0\x5c'\x5c\x22",
                "'\\x07\\x08\\x0c\\x0b\\t\\r\\x00\\'\"'",
            ),
            (
                "unicode_escape",
                "strict",
                b"\x5cNx",
                "! 'unicodeescape' codec can't decode bytes in position 0-1: malformed \\N character escape",
            ),
            ("unicode_escape", "replace", b"\x5cNx", "'�x'"),
            ("unicode_escape", "ignore", b"\x5cNx", "'x'"),
            (
                "raw_unicode_escape",
                "strict",
                b"\x5cu20ac\x5c\x5cu20ac\x5cn\xe9",
                "'€\\\\\\\\u20ac\\\\né'",
            ),
            (
                "raw_unicode_escape",
                "replace",
                b"\x5cu20ac\x5c\x5cu20ac\x5cn\xe9",
                "'€\\\\\\\\u20ac\\\\né'",
            ),
            (
                "raw_unicode_escape",
                "strict",
                b"\x5cu20",
                "! 'rawunicodeescape' codec can't decode bytes in position 0-3: truncated \\uXXXX escape",
            ),
            ("raw_unicode_escape", "replace", b"\x5cu20", "'�'"),
            (
                "raw_unicode_escape",
                "strict",
                b"\x5cU00110000",
                "! 'rawunicodeescape' codec can't decode bytes in position 0-9: \\Uxxxxxxxx out of range",
            ),
            ("raw_unicode_escape", "replace", b"\x5cU00110000", "'�'"),
            (
                "raw_unicode_escape",
                "strict",
                b"\x5cu20 ",
                "! 'rawunicodeescape' codec can't decode bytes in position 0-3: truncated \\uXXXX escape",
            ),
            ("raw_unicode_escape", "replace", b"\x5cu20 ", "'� '"),
            ("raw_unicode_escape", "strict", b"\x5c", "'\\\\'"),
            ("raw_unicode_escape", "replace", b"\x5c", "'\\\\'"),
            ("raw_unicode_escape", "strict", b"\x5c\x5c", "'\\\\\\\\'"),
            ("raw_unicode_escape", "replace", b"\x5c\x5c", "'\\\\\\\\'"),
            ("raw_unicode_escape", "strict", b"\x5cU0001f600", "'😀'"),
            ("raw_unicode_escape", "replace", b"\x5cU0001f600", "'😀'"),
        ];
        for &(encoding, handler, bytes, expected) in cases {
            assert_eq!(
                decoded(encoding, bytes, handler),
                expected,
                "{encoding} {handler} {bytes:?}"
            );
        }
    }

    /// Expectations: (encoding, handler, code points, repr of the bytes, or `! ` and the message).
    #[test]
    fn encoding() {
        let cases: &[(&str, &str, &[u32], &str)] = &[
            (
                "utf-8",
                "strict",
                &[0xd800],
                "! 'utf-8' codec can't encode character '\\ud800' in position 0: surrogates not allowed",
            ),
            (
                "ascii",
                "strict",
                &[0xd800],
                "! 'ascii' codec can't encode character '\\ud800' in position 0: ordinal not in range(128)",
            ),
            (
                "utf-16",
                "strict",
                &[0xd800],
                "! 'utf-16' codec can't encode character '\\ud800' in position 0: surrogates not allowed",
            ),
            (
                "utf-16-be",
                "strict",
                &[0xd800],
                "! 'utf-16-be' codec can't encode character '\\ud800' in position 0: surrogates not allowed",
            ),
            (
                "utf-32-le",
                "strict",
                &[0xd800],
                "! 'utf-32-le' codec can't encode character '\\ud800' in position 0: surrogates not allowed",
            ),
            ("utf-8", "ignore", &[0xd800], "b''"),
            ("ascii", "ignore", &[0xd800], "b''"),
            ("utf-16", "ignore", &[0xd800], "b'\\xff\\xfe'"),
            ("utf-16-be", "ignore", &[0xd800], "b''"),
            ("utf-32-le", "ignore", &[0xd800], "b''"),
            ("utf-8", "replace", &[0xd800], "b'?'"),
            ("ascii", "replace", &[0xd800], "b'?'"),
            ("utf-16", "replace", &[0xd800], "b'\\xff\\xfe?\\x00'"),
            ("utf-16-be", "replace", &[0xd800], "b'\\x00?'"),
            ("utf-32-le", "replace", &[0xd800], "b'?\\x00\\x00\\x00'"),
            ("utf-8", "backslashreplace", &[0xd800], "b'\\\\ud800'"),
            ("ascii", "backslashreplace", &[0xd800], "b'\\\\ud800'"),
            (
                "utf-16",
                "backslashreplace",
                &[0xd800],
                "b'\\xff\\xfe\\\\\\x00u\\x00d\\x008\\x000\\x000\\x00'",
            ),
            (
                "utf-16-be",
                "backslashreplace",
                &[0xd800],
                "b'\\x00\\\\\\x00u\\x00d\\x008\\x000\\x000'",
            ),
            (
                "utf-32-le",
                "backslashreplace",
                &[0xd800],
                "b'\\\\\\x00\\x00\\x00u\\x00\\x00\\x00d\\x00\\x00\\x008\\x00\\x00\\x000\\x00\\x00\\x000\\x00\\x00\\x00'",
            ),
            (
                "utf-8",
                "surrogateescape",
                &[0xd800],
                "! 'utf-8' codec can't encode character '\\ud800' in position 0: surrogates not allowed",
            ),
            (
                "ascii",
                "surrogateescape",
                &[0xd800],
                "! 'ascii' codec can't encode character '\\ud800' in position 0: ordinal not in range(128)",
            ),
            (
                "utf-16",
                "surrogateescape",
                &[0xd800],
                "! 'utf-16' codec can't encode character '\\ud800' in position 0: surrogates not allowed",
            ),
            (
                "utf-16-be",
                "surrogateescape",
                &[0xd800],
                "! 'utf-16-be' codec can't encode character '\\ud800' in position 0: surrogates not allowed",
            ),
            (
                "utf-32-le",
                "surrogateescape",
                &[0xd800],
                "! 'utf-32-le' codec can't encode character '\\ud800' in position 0: surrogates not allowed",
            ),
            ("utf-8", "surrogatepass", &[0xd800], "b'\\xed\\xa0\\x80'"),
            (
                "ascii",
                "surrogatepass",
                &[0xd800],
                "! 'ascii' codec can't encode character '\\ud800' in position 0: ordinal not in range(128)",
            ),
            (
                "utf-16",
                "surrogatepass",
                &[0xd800],
                "b'\\xff\\xfe\\x00\\xd8'",
            ),
            ("utf-16-be", "surrogatepass", &[0xd800], "b'\\xd8\\x00'"),
            (
                "utf-32-le",
                "surrogatepass",
                &[0xd800],
                "b'\\x00\\xd8\\x00\\x00'",
            ),
            ("utf-8", "xmlcharrefreplace", &[0xd800], "b'&#55296;'"),
            ("ascii", "xmlcharrefreplace", &[0xd800], "b'&#55296;'"),
            (
                "utf-16",
                "xmlcharrefreplace",
                &[0xd800],
                "b'\\xff\\xfe&\\x00#\\x005\\x005\\x002\\x009\\x006\\x00;\\x00'",
            ),
            (
                "utf-16-be",
                "xmlcharrefreplace",
                &[0xd800],
                "b'\\x00&\\x00#\\x005\\x005\\x002\\x009\\x006\\x00;'",
            ),
            (
                "utf-32-le",
                "xmlcharrefreplace",
                &[0xd800],
                "b'&\\x00\\x00\\x00#\\x00\\x00\\x005\\x00\\x00\\x005\\x00\\x00\\x002\\x00\\x00\\x009\\x00\\x00\\x006\\x00\\x00\\x00;\\x00\\x00\\x00'",
            ),
            ("utf-8", "namereplace", &[0xd800], "b'\\\\ud800'"),
            ("ascii", "namereplace", &[0xd800], "b'\\\\ud800'"),
            (
                "utf-16",
                "namereplace",
                &[0xd800],
                "b'\\xff\\xfe\\\\\\x00u\\x00d\\x008\\x000\\x000\\x00'",
            ),
            (
                "utf-16-be",
                "namereplace",
                &[0xd800],
                "b'\\x00\\\\\\x00u\\x00d\\x008\\x000\\x000'",
            ),
            (
                "utf-32-le",
                "namereplace",
                &[0xd800],
                "b'\\\\\\x00\\x00\\x00u\\x00\\x00\\x00d\\x00\\x00\\x008\\x00\\x00\\x000\\x00\\x00\\x000\\x00\\x00\\x00'",
            ),
            (
                "utf-8",
                "strict",
                &[0x61, 0xd800, 0xdc00, 0x62],
                "! 'utf-8' codec can't encode characters in position 1-2: surrogates not allowed",
            ),
            (
                "ascii",
                "strict",
                &[0x61, 0xd800, 0xdc00, 0x62],
                "! 'ascii' codec can't encode characters in position 1-2: ordinal not in range(128)",
            ),
            (
                "utf-16",
                "strict",
                &[0x61, 0xd800, 0xdc00, 0x62],
                "! 'utf-16' codec can't encode character '\\ud800' in position 1: surrogates not allowed",
            ),
            (
                "utf-16-be",
                "strict",
                &[0x61, 0xd800, 0xdc00, 0x62],
                "! 'utf-16-be' codec can't encode character '\\ud800' in position 1: surrogates not allowed",
            ),
            (
                "utf-32-le",
                "strict",
                &[0x61, 0xd800, 0xdc00, 0x62],
                "! 'utf-32-le' codec can't encode character '\\ud800' in position 1: surrogates not allowed",
            ),
            ("utf-8", "ignore", &[0x61, 0xd800, 0xdc00, 0x62], "b'ab'"),
            ("ascii", "ignore", &[0x61, 0xd800, 0xdc00, 0x62], "b'ab'"),
            (
                "utf-16",
                "ignore",
                &[0x61, 0xd800, 0xdc00, 0x62],
                "b'\\xff\\xfea\\x00b\\x00'",
            ),
            (
                "utf-16-be",
                "ignore",
                &[0x61, 0xd800, 0xdc00, 0x62],
                "b'\\x00a\\x00b'",
            ),
            (
                "utf-32-le",
                "ignore",
                &[0x61, 0xd800, 0xdc00, 0x62],
                "b'a\\x00\\x00\\x00b\\x00\\x00\\x00'",
            ),
            ("utf-8", "replace", &[0x61, 0xd800, 0xdc00, 0x62], "b'a??b'"),
            ("ascii", "replace", &[0x61, 0xd800, 0xdc00, 0x62], "b'a??b'"),
            (
                "utf-16",
                "replace",
                &[0x61, 0xd800, 0xdc00, 0x62],
                "b'\\xff\\xfea\\x00?\\x00?\\x00b\\x00'",
            ),
            (
                "utf-16-be",
                "replace",
                &[0x61, 0xd800, 0xdc00, 0x62],
                "b'\\x00a\\x00?\\x00?\\x00b'",
            ),
            (
                "utf-32-le",
                "replace",
                &[0x61, 0xd800, 0xdc00, 0x62],
                "b'a\\x00\\x00\\x00?\\x00\\x00\\x00?\\x00\\x00\\x00b\\x00\\x00\\x00'",
            ),
            (
                "utf-8",
                "backslashreplace",
                &[0x61, 0xd800, 0xdc00, 0x62],
                "b'a\\\\ud800\\\\udc00b'",
            ),
            (
                "ascii",
                "backslashreplace",
                &[0x61, 0xd800, 0xdc00, 0x62],
                "b'a\\\\ud800\\\\udc00b'",
            ),
            (
                "utf-16",
                "backslashreplace",
                &[0x61, 0xd800, 0xdc00, 0x62],
                "b'\\xff\\xfea\\x00\\\\\\x00u\\x00d\\x008\\x000\\x000\\x00\\\\\\x00u\\x00d\\x00c\\x000\\x000\\x00b\\x00'",
            ),
            (
                "utf-16-be",
                "backslashreplace",
                &[0x61, 0xd800, 0xdc00, 0x62],
                "b'\\x00a\\x00\\\\\\x00u\\x00d\\x008\\x000\\x000\\x00\\\\\\x00u\\x00d\\x00c\\x000\\x000\\x00b'",
            ),
            (
                "utf-32-le",
                "backslashreplace",
                &[0x61, 0xd800, 0xdc00, 0x62],
                "b'a\\x00\\x00\\x00\\\\\\x00\\x00\\x00u\\x00\\x00\\x00d\\x00\\x00\\x008\\x00\\x00\\x000\\x00\\x00\\x000\\x00\\x00\\x00\\\\\\x00\\x00\\x00u\\x00\\x00\\x00d\\x00\\x00\\x00c\\x00\\x00\\x000\\x00\\x00\\x000\\x00\\x00\\x00b\\x00\\x00\\x00'",
            ),
            (
                "utf-8",
                "surrogateescape",
                &[0x61, 0xd800, 0xdc00, 0x62],
                "! 'utf-8' codec can't encode characters in position 1-2: surrogates not allowed",
            ),
            (
                "ascii",
                "surrogateescape",
                &[0x61, 0xd800, 0xdc00, 0x62],
                "! 'ascii' codec can't encode characters in position 1-2: ordinal not in range(128)",
            ),
            (
                "utf-16",
                "surrogateescape",
                &[0x61, 0xd800, 0xdc00, 0x62],
                "! 'utf-16' codec can't encode character '\\ud800' in position 1: surrogates not allowed",
            ),
            (
                "utf-16-be",
                "surrogateescape",
                &[0x61, 0xd800, 0xdc00, 0x62],
                "! 'utf-16-be' codec can't encode character '\\ud800' in position 1: surrogates not allowed",
            ),
            (
                "utf-32-le",
                "surrogateescape",
                &[0x61, 0xd800, 0xdc00, 0x62],
                "! 'utf-32-le' codec can't encode character '\\ud800' in position 1: surrogates not allowed",
            ),
            (
                "utf-8",
                "surrogatepass",
                &[0x61, 0xd800, 0xdc00, 0x62],
                "b'a\\xed\\xa0\\x80\\xed\\xb0\\x80b'",
            ),
            (
                "ascii",
                "surrogatepass",
                &[0x61, 0xd800, 0xdc00, 0x62],
                "! 'ascii' codec can't encode characters in position 1-2: ordinal not in range(128)",
            ),
            (
                "utf-16",
                "surrogatepass",
                &[0x61, 0xd800, 0xdc00, 0x62],
                "b'\\xff\\xfea\\x00\\x00\\xd8\\x00\\xdcb\\x00'",
            ),
            (
                "utf-16-be",
                "surrogatepass",
                &[0x61, 0xd800, 0xdc00, 0x62],
                "b'\\x00a\\xd8\\x00\\xdc\\x00\\x00b'",
            ),
            (
                "utf-32-le",
                "surrogatepass",
                &[0x61, 0xd800, 0xdc00, 0x62],
                "b'a\\x00\\x00\\x00\\x00\\xd8\\x00\\x00\\x00\\xdc\\x00\\x00b\\x00\\x00\\x00'",
            ),
            (
                "utf-8",
                "xmlcharrefreplace",
                &[0x61, 0xd800, 0xdc00, 0x62],
                "b'a&#55296;&#56320;b'",
            ),
            (
                "ascii",
                "xmlcharrefreplace",
                &[0x61, 0xd800, 0xdc00, 0x62],
                "b'a&#55296;&#56320;b'",
            ),
            (
                "utf-16",
                "xmlcharrefreplace",
                &[0x61, 0xd800, 0xdc00, 0x62],
                "b'\\xff\\xfea\\x00&\\x00#\\x005\\x005\\x002\\x009\\x006\\x00;\\x00&\\x00#\\x005\\x006\\x003\\x002\\x000\\x00;\\x00b\\x00'",
            ),
            (
                "utf-16-be",
                "xmlcharrefreplace",
                &[0x61, 0xd800, 0xdc00, 0x62],
                "b'\\x00a\\x00&\\x00#\\x005\\x005\\x002\\x009\\x006\\x00;\\x00&\\x00#\\x005\\x006\\x003\\x002\\x000\\x00;\\x00b'",
            ),
            (
                "utf-32-le",
                "xmlcharrefreplace",
                &[0x61, 0xd800, 0xdc00, 0x62],
                "b'a\\x00\\x00\\x00&\\x00\\x00\\x00#\\x00\\x00\\x005\\x00\\x00\\x005\\x00\\x00\\x002\\x00\\x00\\x009\\x00\\x00\\x006\\x00\\x00\\x00;\\x00\\x00\\x00&\\x00\\x00\\x00#\\x00\\x00\\x005\\x00\\x00\\x006\\x00\\x00\\x003\\x00\\x00\\x002\\x00\\x00\\x000\\x00\\x00\\x00;\\x00\\x00\\x00b\\x00\\x00\\x00'",
            ),
            (
                "utf-8",
                "namereplace",
                &[0x61, 0xd800, 0xdc00, 0x62],
                "b'a\\\\ud800\\\\udc00b'",
            ),
            (
                "ascii",
                "namereplace",
                &[0x61, 0xd800, 0xdc00, 0x62],
                "b'a\\\\ud800\\\\udc00b'",
            ),
            (
                "utf-16",
                "namereplace",
                &[0x61, 0xd800, 0xdc00, 0x62],
                "b'\\xff\\xfea\\x00\\\\\\x00u\\x00d\\x008\\x000\\x000\\x00\\\\\\x00u\\x00d\\x00c\\x000\\x000\\x00b\\x00'",
            ),
            (
                "utf-16-be",
                "namereplace",
                &[0x61, 0xd800, 0xdc00, 0x62],
                "b'\\x00a\\x00\\\\\\x00u\\x00d\\x008\\x000\\x000\\x00\\\\\\x00u\\x00d\\x00c\\x000\\x000\\x00b'",
            ),
            (
                "utf-32-le",
                "namereplace",
                &[0x61, 0xd800, 0xdc00, 0x62],
                "b'a\\x00\\x00\\x00\\\\\\x00\\x00\\x00u\\x00\\x00\\x00d\\x00\\x00\\x008\\x00\\x00\\x000\\x00\\x00\\x000\\x00\\x00\\x00\\\\\\x00\\x00\\x00u\\x00\\x00\\x00d\\x00\\x00\\x00c\\x00\\x00\\x000\\x00\\x00\\x000\\x00\\x00\\x00b\\x00\\x00\\x00'",
            ),
            (
                "utf-8",
                "strict",
                &[0xdc80, 0xdcff],
                "! 'utf-8' codec can't encode characters in position 0-1: surrogates not allowed",
            ),
            (
                "ascii",
                "strict",
                &[0xdc80, 0xdcff],
                "! 'ascii' codec can't encode characters in position 0-1: ordinal not in range(128)",
            ),
            (
                "utf-16",
                "strict",
                &[0xdc80, 0xdcff],
                "! 'utf-16' codec can't encode character '\\udc80' in position 0: surrogates not allowed",
            ),
            (
                "utf-16-be",
                "strict",
                &[0xdc80, 0xdcff],
                "! 'utf-16-be' codec can't encode character '\\udc80' in position 0: surrogates not allowed",
            ),
            (
                "utf-32-le",
                "strict",
                &[0xdc80, 0xdcff],
                "! 'utf-32-le' codec can't encode character '\\udc80' in position 0: surrogates not allowed",
            ),
            ("utf-8", "ignore", &[0xdc80, 0xdcff], "b''"),
            ("ascii", "ignore", &[0xdc80, 0xdcff], "b''"),
            ("utf-16", "ignore", &[0xdc80, 0xdcff], "b'\\xff\\xfe'"),
            ("utf-16-be", "ignore", &[0xdc80, 0xdcff], "b''"),
            ("utf-32-le", "ignore", &[0xdc80, 0xdcff], "b''"),
            ("utf-8", "replace", &[0xdc80, 0xdcff], "b'??'"),
            ("ascii", "replace", &[0xdc80, 0xdcff], "b'??'"),
            (
                "utf-16",
                "replace",
                &[0xdc80, 0xdcff],
                "b'\\xff\\xfe?\\x00?\\x00'",
            ),
            ("utf-16-be", "replace", &[0xdc80, 0xdcff], "b'\\x00?\\x00?'"),
            (
                "utf-32-le",
                "replace",
                &[0xdc80, 0xdcff],
                "b'?\\x00\\x00\\x00?\\x00\\x00\\x00'",
            ),
            (
                "utf-8",
                "backslashreplace",
                &[0xdc80, 0xdcff],
                "b'\\\\udc80\\\\udcff'",
            ),
            (
                "ascii",
                "backslashreplace",
                &[0xdc80, 0xdcff],
                "b'\\\\udc80\\\\udcff'",
            ),
            (
                "utf-16",
                "backslashreplace",
                &[0xdc80, 0xdcff],
                "b'\\xff\\xfe\\\\\\x00u\\x00d\\x00c\\x008\\x000\\x00\\\\\\x00u\\x00d\\x00c\\x00f\\x00f\\x00'",
            ),
            (
                "utf-16-be",
                "backslashreplace",
                &[0xdc80, 0xdcff],
                "b'\\x00\\\\\\x00u\\x00d\\x00c\\x008\\x000\\x00\\\\\\x00u\\x00d\\x00c\\x00f\\x00f'",
            ),
            (
                "utf-32-le",
                "backslashreplace",
                &[0xdc80, 0xdcff],
                "b'\\\\\\x00\\x00\\x00u\\x00\\x00\\x00d\\x00\\x00\\x00c\\x00\\x00\\x008\\x00\\x00\\x000\\x00\\x00\\x00\\\\\\x00\\x00\\x00u\\x00\\x00\\x00d\\x00\\x00\\x00c\\x00\\x00\\x00f\\x00\\x00\\x00f\\x00\\x00\\x00'",
            ),
            (
                "utf-8",
                "surrogateescape",
                &[0xdc80, 0xdcff],
                "b'\\x80\\xff'",
            ),
            (
                "ascii",
                "surrogateescape",
                &[0xdc80, 0xdcff],
                "b'\\x80\\xff'",
            ),
            (
                "utf-16",
                "surrogateescape",
                &[0xdc80, 0xdcff],
                "! 'utf-16' codec can't encode character '\\udc80' in position 0: surrogates not allowed",
            ),
            (
                "utf-16-be",
                "surrogateescape",
                &[0xdc80, 0xdcff],
                "! 'utf-16-be' codec can't encode character '\\udc80' in position 0: surrogates not allowed",
            ),
            (
                "utf-32-le",
                "surrogateescape",
                &[0xdc80, 0xdcff],
                "! 'utf-32-le' codec can't encode character '\\udc80' in position 0: surrogates not allowed",
            ),
            (
                "utf-8",
                "surrogatepass",
                &[0xdc80, 0xdcff],
                "b'\\xed\\xb2\\x80\\xed\\xb3\\xbf'",
            ),
            (
                "ascii",
                "surrogatepass",
                &[0xdc80, 0xdcff],
                "! 'ascii' codec can't encode characters in position 0-1: ordinal not in range(128)",
            ),
            (
                "utf-16",
                "surrogatepass",
                &[0xdc80, 0xdcff],
                "b'\\xff\\xfe\\x80\\xdc\\xff\\xdc'",
            ),
            (
                "utf-16-be",
                "surrogatepass",
                &[0xdc80, 0xdcff],
                "b'\\xdc\\x80\\xdc\\xff'",
            ),
            (
                "utf-32-le",
                "surrogatepass",
                &[0xdc80, 0xdcff],
                "b'\\x80\\xdc\\x00\\x00\\xff\\xdc\\x00\\x00'",
            ),
            (
                "utf-8",
                "xmlcharrefreplace",
                &[0xdc80, 0xdcff],
                "b'&#56448;&#56575;'",
            ),
            (
                "ascii",
                "xmlcharrefreplace",
                &[0xdc80, 0xdcff],
                "b'&#56448;&#56575;'",
            ),
            (
                "utf-16",
                "xmlcharrefreplace",
                &[0xdc80, 0xdcff],
                "b'\\xff\\xfe&\\x00#\\x005\\x006\\x004\\x004\\x008\\x00;\\x00&\\x00#\\x005\\x006\\x005\\x007\\x005\\x00;\\x00'",
            ),
            (
                "utf-16-be",
                "xmlcharrefreplace",
                &[0xdc80, 0xdcff],
                "b'\\x00&\\x00#\\x005\\x006\\x004\\x004\\x008\\x00;\\x00&\\x00#\\x005\\x006\\x005\\x007\\x005\\x00;'",
            ),
            (
                "utf-32-le",
                "xmlcharrefreplace",
                &[0xdc80, 0xdcff],
                "b'&\\x00\\x00\\x00#\\x00\\x00\\x005\\x00\\x00\\x006\\x00\\x00\\x004\\x00\\x00\\x004\\x00\\x00\\x008\\x00\\x00\\x00;\\x00\\x00\\x00&\\x00\\x00\\x00#\\x00\\x00\\x005\\x00\\x00\\x006\\x00\\x00\\x005\\x00\\x00\\x007\\x00\\x00\\x005\\x00\\x00\\x00;\\x00\\x00\\x00'",
            ),
            (
                "utf-8",
                "namereplace",
                &[0xdc80, 0xdcff],
                "b'\\\\udc80\\\\udcff'",
            ),
            (
                "ascii",
                "namereplace",
                &[0xdc80, 0xdcff],
                "b'\\\\udc80\\\\udcff'",
            ),
            (
                "utf-16",
                "namereplace",
                &[0xdc80, 0xdcff],
                "b'\\xff\\xfe\\\\\\x00u\\x00d\\x00c\\x008\\x000\\x00\\\\\\x00u\\x00d\\x00c\\x00f\\x00f\\x00'",
            ),
            (
                "utf-16-be",
                "namereplace",
                &[0xdc80, 0xdcff],
                "b'\\x00\\\\\\x00u\\x00d\\x00c\\x008\\x000\\x00\\\\\\x00u\\x00d\\x00c\\x00f\\x00f'",
            ),
            (
                "utf-32-le",
                "namereplace",
                &[0xdc80, 0xdcff],
                "b'\\\\\\x00\\x00\\x00u\\x00\\x00\\x00d\\x00\\x00\\x00c\\x00\\x00\\x008\\x00\\x00\\x000\\x00\\x00\\x00\\\\\\x00\\x00\\x00u\\x00\\x00\\x00d\\x00\\x00\\x00c\\x00\\x00\\x00f\\x00\\x00\\x00f\\x00\\x00\\x00'",
            ),
            (
                "utf-8",
                "strict",
                &[0xdc80, 0xd800],
                "! 'utf-8' codec can't encode characters in position 0-1: surrogates not allowed",
            ),
            (
                "ascii",
                "strict",
                &[0xdc80, 0xd800],
                "! 'ascii' codec can't encode characters in position 0-1: ordinal not in range(128)",
            ),
            (
                "utf-16",
                "strict",
                &[0xdc80, 0xd800],
                "! 'utf-16' codec can't encode character '\\udc80' in position 0: surrogates not allowed",
            ),
            (
                "utf-16-be",
                "strict",
                &[0xdc80, 0xd800],
                "! 'utf-16-be' codec can't encode character '\\udc80' in position 0: surrogates not allowed",
            ),
            (
                "utf-32-le",
                "strict",
                &[0xdc80, 0xd800],
                "! 'utf-32-le' codec can't encode character '\\udc80' in position 0: surrogates not allowed",
            ),
            ("utf-8", "ignore", &[0xdc80, 0xd800], "b''"),
            ("ascii", "ignore", &[0xdc80, 0xd800], "b''"),
            ("utf-16", "ignore", &[0xdc80, 0xd800], "b'\\xff\\xfe'"),
            ("utf-16-be", "ignore", &[0xdc80, 0xd800], "b''"),
            ("utf-32-le", "ignore", &[0xdc80, 0xd800], "b''"),
            ("utf-8", "replace", &[0xdc80, 0xd800], "b'??'"),
            ("ascii", "replace", &[0xdc80, 0xd800], "b'??'"),
            (
                "utf-16",
                "replace",
                &[0xdc80, 0xd800],
                "b'\\xff\\xfe?\\x00?\\x00'",
            ),
            ("utf-16-be", "replace", &[0xdc80, 0xd800], "b'\\x00?\\x00?'"),
            (
                "utf-32-le",
                "replace",
                &[0xdc80, 0xd800],
                "b'?\\x00\\x00\\x00?\\x00\\x00\\x00'",
            ),
            (
                "utf-8",
                "backslashreplace",
                &[0xdc80, 0xd800],
                "b'\\\\udc80\\\\ud800'",
            ),
            (
                "ascii",
                "backslashreplace",
                &[0xdc80, 0xd800],
                "b'\\\\udc80\\\\ud800'",
            ),
            (
                "utf-16",
                "backslashreplace",
                &[0xdc80, 0xd800],
                "b'\\xff\\xfe\\\\\\x00u\\x00d\\x00c\\x008\\x000\\x00\\\\\\x00u\\x00d\\x008\\x000\\x000\\x00'",
            ),
            (
                "utf-16-be",
                "backslashreplace",
                &[0xdc80, 0xd800],
                "b'\\x00\\\\\\x00u\\x00d\\x00c\\x008\\x000\\x00\\\\\\x00u\\x00d\\x008\\x000\\x000'",
            ),
            (
                "utf-32-le",
                "backslashreplace",
                &[0xdc80, 0xd800],
                "b'\\\\\\x00\\x00\\x00u\\x00\\x00\\x00d\\x00\\x00\\x00c\\x00\\x00\\x008\\x00\\x00\\x000\\x00\\x00\\x00\\\\\\x00\\x00\\x00u\\x00\\x00\\x00d\\x00\\x00\\x008\\x00\\x00\\x000\\x00\\x00\\x000\\x00\\x00\\x00'",
            ),
            (
                "utf-8",
                "surrogateescape",
                &[0xdc80, 0xd800],
                "! 'utf-8' codec can't encode character '\\ud800' in position 1: surrogates not allowed",
            ),
            (
                "ascii",
                "surrogateescape",
                &[0xdc80, 0xd800],
                "! 'ascii' codec can't encode character '\\ud800' in position 1: ordinal not in range(128)",
            ),
            (
                "utf-16",
                "surrogateescape",
                &[0xdc80, 0xd800],
                "! 'utf-16' codec can't encode character '\\udc80' in position 0: surrogates not allowed",
            ),
            (
                "utf-16-be",
                "surrogateescape",
                &[0xdc80, 0xd800],
                "! 'utf-16-be' codec can't encode character '\\udc80' in position 0: surrogates not allowed",
            ),
            (
                "utf-32-le",
                "surrogateescape",
                &[0xdc80, 0xd800],
                "! 'utf-32-le' codec can't encode character '\\udc80' in position 0: surrogates not allowed",
            ),
            (
                "utf-8",
                "surrogatepass",
                &[0xdc80, 0xd800],
                "b'\\xed\\xb2\\x80\\xed\\xa0\\x80'",
            ),
            (
                "ascii",
                "surrogatepass",
                &[0xdc80, 0xd800],
                "! 'ascii' codec can't encode characters in position 0-1: ordinal not in range(128)",
            ),
            (
                "utf-16",
                "surrogatepass",
                &[0xdc80, 0xd800],
                "b'\\xff\\xfe\\x80\\xdc\\x00\\xd8'",
            ),
            (
                "utf-16-be",
                "surrogatepass",
                &[0xdc80, 0xd800],
                "b'\\xdc\\x80\\xd8\\x00'",
            ),
            (
                "utf-32-le",
                "surrogatepass",
                &[0xdc80, 0xd800],
                "b'\\x80\\xdc\\x00\\x00\\x00\\xd8\\x00\\x00'",
            ),
            (
                "utf-8",
                "xmlcharrefreplace",
                &[0xdc80, 0xd800],
                "b'&#56448;&#55296;'",
            ),
            (
                "ascii",
                "xmlcharrefreplace",
                &[0xdc80, 0xd800],
                "b'&#56448;&#55296;'",
            ),
            (
                "utf-16",
                "xmlcharrefreplace",
                &[0xdc80, 0xd800],
                "b'\\xff\\xfe&\\x00#\\x005\\x006\\x004\\x004\\x008\\x00;\\x00&\\x00#\\x005\\x005\\x002\\x009\\x006\\x00;\\x00'",
            ),
            (
                "utf-16-be",
                "xmlcharrefreplace",
                &[0xdc80, 0xd800],
                "b'\\x00&\\x00#\\x005\\x006\\x004\\x004\\x008\\x00;\\x00&\\x00#\\x005\\x005\\x002\\x009\\x006\\x00;'",
            ),
            (
                "utf-32-le",
                "xmlcharrefreplace",
                &[0xdc80, 0xd800],
                "b'&\\x00\\x00\\x00#\\x00\\x00\\x005\\x00\\x00\\x006\\x00\\x00\\x004\\x00\\x00\\x004\\x00\\x00\\x008\\x00\\x00\\x00;\\x00\\x00\\x00&\\x00\\x00\\x00#\\x00\\x00\\x005\\x00\\x00\\x005\\x00\\x00\\x002\\x00\\x00\\x009\\x00\\x00\\x006\\x00\\x00\\x00;\\x00\\x00\\x00'",
            ),
            (
                "utf-8",
                "namereplace",
                &[0xdc80, 0xd800],
                "b'\\\\udc80\\\\ud800'",
            ),
            (
                "ascii",
                "namereplace",
                &[0xdc80, 0xd800],
                "b'\\\\udc80\\\\ud800'",
            ),
            (
                "utf-16",
                "namereplace",
                &[0xdc80, 0xd800],
                "b'\\xff\\xfe\\\\\\x00u\\x00d\\x00c\\x008\\x000\\x00\\\\\\x00u\\x00d\\x008\\x000\\x000\\x00'",
            ),
            (
                "utf-16-be",
                "namereplace",
                &[0xdc80, 0xd800],
                "b'\\x00\\\\\\x00u\\x00d\\x00c\\x008\\x000\\x00\\\\\\x00u\\x00d\\x008\\x000\\x000'",
            ),
            (
                "utf-32-le",
                "namereplace",
                &[0xdc80, 0xd800],
                "b'\\\\\\x00\\x00\\x00u\\x00\\x00\\x00d\\x00\\x00\\x00c\\x00\\x00\\x008\\x00\\x00\\x000\\x00\\x00\\x00\\\\\\x00\\x00\\x00u\\x00\\x00\\x00d\\x00\\x00\\x008\\x00\\x00\\x000\\x00\\x00\\x000\\x00\\x00\\x00'",
            ),
            (
                "utf-8",
                "strict",
                &[0xdc7f],
                "! 'utf-8' codec can't encode character '\\udc7f' in position 0: surrogates not allowed",
            ),
            (
                "ascii",
                "strict",
                &[0xdc7f],
                "! 'ascii' codec can't encode character '\\udc7f' in position 0: ordinal not in range(128)",
            ),
            (
                "utf-16",
                "strict",
                &[0xdc7f],
                "! 'utf-16' codec can't encode character '\\udc7f' in position 0: surrogates not allowed",
            ),
            (
                "utf-16-be",
                "strict",
                &[0xdc7f],
                "! 'utf-16-be' codec can't encode character '\\udc7f' in position 0: surrogates not allowed",
            ),
            (
                "utf-32-le",
                "strict",
                &[0xdc7f],
                "! 'utf-32-le' codec can't encode character '\\udc7f' in position 0: surrogates not allowed",
            ),
            ("utf-8", "ignore", &[0xdc7f], "b''"),
            ("ascii", "ignore", &[0xdc7f], "b''"),
            ("utf-16", "ignore", &[0xdc7f], "b'\\xff\\xfe'"),
            ("utf-16-be", "ignore", &[0xdc7f], "b''"),
            ("utf-32-le", "ignore", &[0xdc7f], "b''"),
            ("utf-8", "replace", &[0xdc7f], "b'?'"),
            ("ascii", "replace", &[0xdc7f], "b'?'"),
            ("utf-16", "replace", &[0xdc7f], "b'\\xff\\xfe?\\x00'"),
            ("utf-16-be", "replace", &[0xdc7f], "b'\\x00?'"),
            ("utf-32-le", "replace", &[0xdc7f], "b'?\\x00\\x00\\x00'"),
            ("utf-8", "backslashreplace", &[0xdc7f], "b'\\\\udc7f'"),
            ("ascii", "backslashreplace", &[0xdc7f], "b'\\\\udc7f'"),
            (
                "utf-16",
                "backslashreplace",
                &[0xdc7f],
                "b'\\xff\\xfe\\\\\\x00u\\x00d\\x00c\\x007\\x00f\\x00'",
            ),
            (
                "utf-16-be",
                "backslashreplace",
                &[0xdc7f],
                "b'\\x00\\\\\\x00u\\x00d\\x00c\\x007\\x00f'",
            ),
            (
                "utf-32-le",
                "backslashreplace",
                &[0xdc7f],
                "b'\\\\\\x00\\x00\\x00u\\x00\\x00\\x00d\\x00\\x00\\x00c\\x00\\x00\\x007\\x00\\x00\\x00f\\x00\\x00\\x00'",
            ),
            (
                "utf-8",
                "surrogateescape",
                &[0xdc7f],
                "! 'utf-8' codec can't encode character '\\udc7f' in position 0: surrogates not allowed",
            ),
            (
                "ascii",
                "surrogateescape",
                &[0xdc7f],
                "! 'ascii' codec can't encode character '\\udc7f' in position 0: ordinal not in range(128)",
            ),
            (
                "utf-16",
                "surrogateescape",
                &[0xdc7f],
                "! 'utf-16' codec can't encode character '\\udc7f' in position 0: surrogates not allowed",
            ),
            (
                "utf-16-be",
                "surrogateescape",
                &[0xdc7f],
                "! 'utf-16-be' codec can't encode character '\\udc7f' in position 0: surrogates not allowed",
            ),
            (
                "utf-32-le",
                "surrogateescape",
                &[0xdc7f],
                "! 'utf-32-le' codec can't encode character '\\udc7f' in position 0: surrogates not allowed",
            ),
            ("utf-8", "surrogatepass", &[0xdc7f], "b'\\xed\\xb1\\xbf'"),
            (
                "ascii",
                "surrogatepass",
                &[0xdc7f],
                "! 'ascii' codec can't encode character '\\udc7f' in position 0: ordinal not in range(128)",
            ),
            (
                "utf-16",
                "surrogatepass",
                &[0xdc7f],
                "b'\\xff\\xfe\\x7f\\xdc'",
            ),
            ("utf-16-be", "surrogatepass", &[0xdc7f], "b'\\xdc\\x7f'"),
            (
                "utf-32-le",
                "surrogatepass",
                &[0xdc7f],
                "b'\\x7f\\xdc\\x00\\x00'",
            ),
            ("utf-8", "xmlcharrefreplace", &[0xdc7f], "b'&#56447;'"),
            ("ascii", "xmlcharrefreplace", &[0xdc7f], "b'&#56447;'"),
            (
                "utf-16",
                "xmlcharrefreplace",
                &[0xdc7f],
                "b'\\xff\\xfe&\\x00#\\x005\\x006\\x004\\x004\\x007\\x00;\\x00'",
            ),
            (
                "utf-16-be",
                "xmlcharrefreplace",
                &[0xdc7f],
                "b'\\x00&\\x00#\\x005\\x006\\x004\\x004\\x007\\x00;'",
            ),
            (
                "utf-32-le",
                "xmlcharrefreplace",
                &[0xdc7f],
                "b'&\\x00\\x00\\x00#\\x00\\x00\\x005\\x00\\x00\\x006\\x00\\x00\\x004\\x00\\x00\\x004\\x00\\x00\\x007\\x00\\x00\\x00;\\x00\\x00\\x00'",
            ),
            ("utf-8", "namereplace", &[0xdc7f], "b'\\\\udc7f'"),
            ("ascii", "namereplace", &[0xdc7f], "b'\\\\udc7f'"),
            (
                "utf-16",
                "namereplace",
                &[0xdc7f],
                "b'\\xff\\xfe\\\\\\x00u\\x00d\\x00c\\x007\\x00f\\x00'",
            ),
            (
                "utf-16-be",
                "namereplace",
                &[0xdc7f],
                "b'\\x00\\\\\\x00u\\x00d\\x00c\\x007\\x00f'",
            ),
            (
                "utf-32-le",
                "namereplace",
                &[0xdc7f],
                "b'\\\\\\x00\\x00\\x00u\\x00\\x00\\x00d\\x00\\x00\\x00c\\x00\\x00\\x007\\x00\\x00\\x00f\\x00\\x00\\x00'",
            ),
            (
                "utf-8",
                "strict",
                &[0x61, 0xe9, 0x20ac, 0x1f600],
                "b'a\\xc3\\xa9\\xe2\\x82\\xac\\xf0\\x9f\\x98\\x80'",
            ),
            (
                "ascii",
                "strict",
                &[0x61, 0xe9, 0x20ac, 0x1f600],
                "! 'ascii' codec can't encode characters in position 1-3: ordinal not in range(128)",
            ),
            (
                "utf-16",
                "strict",
                &[0x61, 0xe9, 0x20ac, 0x1f600],
                "b'\\xff\\xfea\\x00\\xe9\\x00\\xac =\\xd8\\x00\\xde'",
            ),
            (
                "utf-16-be",
                "strict",
                &[0x61, 0xe9, 0x20ac, 0x1f600],
                "b'\\x00a\\x00\\xe9 \\xac\\xd8=\\xde\\x00'",
            ),
            (
                "utf-32-le",
                "strict",
                &[0x61, 0xe9, 0x20ac, 0x1f600],
                "b'a\\x00\\x00\\x00\\xe9\\x00\\x00\\x00\\xac \\x00\\x00\\x00\\xf6\\x01\\x00'",
            ),
            (
                "utf-8",
                "ignore",
                &[0x61, 0xe9, 0x20ac, 0x1f600],
                "b'a\\xc3\\xa9\\xe2\\x82\\xac\\xf0\\x9f\\x98\\x80'",
            ),
            ("ascii", "ignore", &[0x61, 0xe9, 0x20ac, 0x1f600], "b'a'"),
            (
                "utf-16",
                "ignore",
                &[0x61, 0xe9, 0x20ac, 0x1f600],
                "b'\\xff\\xfea\\x00\\xe9\\x00\\xac =\\xd8\\x00\\xde'",
            ),
            (
                "utf-16-be",
                "ignore",
                &[0x61, 0xe9, 0x20ac, 0x1f600],
                "b'\\x00a\\x00\\xe9 \\xac\\xd8=\\xde\\x00'",
            ),
            (
                "utf-32-le",
                "ignore",
                &[0x61, 0xe9, 0x20ac, 0x1f600],
                "b'a\\x00\\x00\\x00\\xe9\\x00\\x00\\x00\\xac \\x00\\x00\\x00\\xf6\\x01\\x00'",
            ),
            (
                "utf-8",
                "replace",
                &[0x61, 0xe9, 0x20ac, 0x1f600],
                "b'a\\xc3\\xa9\\xe2\\x82\\xac\\xf0\\x9f\\x98\\x80'",
            ),
            (
                "ascii",
                "replace",
                &[0x61, 0xe9, 0x20ac, 0x1f600],
                "b'a???'",
            ),
            (
                "utf-16",
                "replace",
                &[0x61, 0xe9, 0x20ac, 0x1f600],
                "b'\\xff\\xfea\\x00\\xe9\\x00\\xac =\\xd8\\x00\\xde'",
            ),
            (
                "utf-16-be",
                "replace",
                &[0x61, 0xe9, 0x20ac, 0x1f600],
                "b'\\x00a\\x00\\xe9 \\xac\\xd8=\\xde\\x00'",
            ),
            (
                "utf-32-le",
                "replace",
                &[0x61, 0xe9, 0x20ac, 0x1f600],
                "b'a\\x00\\x00\\x00\\xe9\\x00\\x00\\x00\\xac \\x00\\x00\\x00\\xf6\\x01\\x00'",
            ),
            (
                "utf-8",
                "backslashreplace",
                &[0x61, 0xe9, 0x20ac, 0x1f600],
                "b'a\\xc3\\xa9\\xe2\\x82\\xac\\xf0\\x9f\\x98\\x80'",
            ),
            (
                "ascii",
                "backslashreplace",
                &[0x61, 0xe9, 0x20ac, 0x1f600],
                "b'a\\\\xe9\\\\u20ac\\\\U0001f600'",
            ),
            (
                "utf-16",
                "backslashreplace",
                &[0x61, 0xe9, 0x20ac, 0x1f600],
                "b'\\xff\\xfea\\x00\\xe9\\x00\\xac =\\xd8\\x00\\xde'",
            ),
            (
                "utf-16-be",
                "backslashreplace",
                &[0x61, 0xe9, 0x20ac, 0x1f600],
                "b'\\x00a\\x00\\xe9 \\xac\\xd8=\\xde\\x00'",
            ),
            (
                "utf-32-le",
                "backslashreplace",
                &[0x61, 0xe9, 0x20ac, 0x1f600],
                "b'a\\x00\\x00\\x00\\xe9\\x00\\x00\\x00\\xac \\x00\\x00\\x00\\xf6\\x01\\x00'",
            ),
            (
                "utf-8",
                "surrogateescape",
                &[0x61, 0xe9, 0x20ac, 0x1f600],
                "b'a\\xc3\\xa9\\xe2\\x82\\xac\\xf0\\x9f\\x98\\x80'",
            ),
            (
                "ascii",
                "surrogateescape",
                &[0x61, 0xe9, 0x20ac, 0x1f600],
                "! 'ascii' codec can't encode characters in position 1-3: ordinal not in range(128)",
            ),
            (
                "utf-16",
                "surrogateescape",
                &[0x61, 0xe9, 0x20ac, 0x1f600],
                "b'\\xff\\xfea\\x00\\xe9\\x00\\xac =\\xd8\\x00\\xde'",
            ),
            (
                "utf-16-be",
                "surrogateescape",
                &[0x61, 0xe9, 0x20ac, 0x1f600],
                "b'\\x00a\\x00\\xe9 \\xac\\xd8=\\xde\\x00'",
            ),
            (
                "utf-32-le",
                "surrogateescape",
                &[0x61, 0xe9, 0x20ac, 0x1f600],
                "b'a\\x00\\x00\\x00\\xe9\\x00\\x00\\x00\\xac \\x00\\x00\\x00\\xf6\\x01\\x00'",
            ),
            (
                "utf-8",
                "surrogatepass",
                &[0x61, 0xe9, 0x20ac, 0x1f600],
                "b'a\\xc3\\xa9\\xe2\\x82\\xac\\xf0\\x9f\\x98\\x80'",
            ),
            (
                "ascii",
                "surrogatepass",
                &[0x61, 0xe9, 0x20ac, 0x1f600],
                "! 'ascii' codec can't encode characters in position 1-3: ordinal not in range(128)",
            ),
            (
                "utf-16",
                "surrogatepass",
                &[0x61, 0xe9, 0x20ac, 0x1f600],
                "b'\\xff\\xfea\\x00\\xe9\\x00\\xac =\\xd8\\x00\\xde'",
            ),
            (
                "utf-16-be",
                "surrogatepass",
                &[0x61, 0xe9, 0x20ac, 0x1f600],
                "b'\\x00a\\x00\\xe9 \\xac\\xd8=\\xde\\x00'",
            ),
            (
                "utf-32-le",
                "surrogatepass",
                &[0x61, 0xe9, 0x20ac, 0x1f600],
                "b'a\\x00\\x00\\x00\\xe9\\x00\\x00\\x00\\xac \\x00\\x00\\x00\\xf6\\x01\\x00'",
            ),
            (
                "utf-8",
                "xmlcharrefreplace",
                &[0x61, 0xe9, 0x20ac, 0x1f600],
                "b'a\\xc3\\xa9\\xe2\\x82\\xac\\xf0\\x9f\\x98\\x80'",
            ),
            (
                "ascii",
                "xmlcharrefreplace",
                &[0x61, 0xe9, 0x20ac, 0x1f600],
                "b'a&#233;&#8364;&#128512;'",
            ),
            (
                "utf-16",
                "xmlcharrefreplace",
                &[0x61, 0xe9, 0x20ac, 0x1f600],
                "b'\\xff\\xfea\\x00\\xe9\\x00\\xac =\\xd8\\x00\\xde'",
            ),
            (
                "utf-16-be",
                "xmlcharrefreplace",
                &[0x61, 0xe9, 0x20ac, 0x1f600],
                "b'\\x00a\\x00\\xe9 \\xac\\xd8=\\xde\\x00'",
            ),
            (
                "utf-32-le",
                "xmlcharrefreplace",
                &[0x61, 0xe9, 0x20ac, 0x1f600],
                "b'a\\x00\\x00\\x00\\xe9\\x00\\x00\\x00\\xac \\x00\\x00\\x00\\xf6\\x01\\x00'",
            ),
            (
                "utf-8",
                "namereplace",
                &[0x61, 0xe9, 0x20ac, 0x1f600],
                "b'a\\xc3\\xa9\\xe2\\x82\\xac\\xf0\\x9f\\x98\\x80'",
            ),
            (
                "ascii",
                "namereplace",
                &[0x61, 0xe9, 0x20ac, 0x1f600],
                "b'a\\\\N{LATIN SMALL LETTER E WITH ACUTE}\\\\N{EURO SIGN}\\\\N{GRINNING FACE}'",
            ),
            (
                "utf-16",
                "namereplace",
                &[0x61, 0xe9, 0x20ac, 0x1f600],
                "b'\\xff\\xfea\\x00\\xe9\\x00\\xac =\\xd8\\x00\\xde'",
            ),
            (
                "utf-16-be",
                "namereplace",
                &[0x61, 0xe9, 0x20ac, 0x1f600],
                "b'\\x00a\\x00\\xe9 \\xac\\xd8=\\xde\\x00'",
            ),
            (
                "utf-32-le",
                "namereplace",
                &[0x61, 0xe9, 0x20ac, 0x1f600],
                "b'a\\x00\\x00\\x00\\xe9\\x00\\x00\\x00\\xac \\x00\\x00\\x00\\xf6\\x01\\x00'",
            ),
            (
                "ascii",
                "strict",
                &[0x61, 0xe9, 0xe8, 0x62],
                "! 'ascii' codec can't encode characters in position 1-2: ordinal not in range(128)",
            ),
            (
                "latin-1",
                "strict",
                &[0x61, 0xe9, 0xe8, 0x62],
                "b'a\\xe9\\xe8b'",
            ),
            (
                "cp1252",
                "strict",
                &[0x61, 0xe9, 0xe8, 0x62],
                "b'a\\xe9\\xe8b'",
            ),
            ("ascii", "ignore", &[0x61, 0xe9, 0xe8, 0x62], "b'ab'"),
            (
                "latin-1",
                "ignore",
                &[0x61, 0xe9, 0xe8, 0x62],
                "b'a\\xe9\\xe8b'",
            ),
            (
                "cp1252",
                "ignore",
                &[0x61, 0xe9, 0xe8, 0x62],
                "b'a\\xe9\\xe8b'",
            ),
            ("ascii", "replace", &[0x61, 0xe9, 0xe8, 0x62], "b'a??b'"),
            (
                "latin-1",
                "replace",
                &[0x61, 0xe9, 0xe8, 0x62],
                "b'a\\xe9\\xe8b'",
            ),
            (
                "cp1252",
                "replace",
                &[0x61, 0xe9, 0xe8, 0x62],
                "b'a\\xe9\\xe8b'",
            ),
            (
                "ascii",
                "backslashreplace",
                &[0x61, 0xe9, 0xe8, 0x62],
                "b'a\\\\xe9\\\\xe8b'",
            ),
            (
                "latin-1",
                "backslashreplace",
                &[0x61, 0xe9, 0xe8, 0x62],
                "b'a\\xe9\\xe8b'",
            ),
            (
                "cp1252",
                "backslashreplace",
                &[0x61, 0xe9, 0xe8, 0x62],
                "b'a\\xe9\\xe8b'",
            ),
            (
                "ascii",
                "surrogateescape",
                &[0x61, 0xe9, 0xe8, 0x62],
                "! 'ascii' codec can't encode characters in position 1-2: ordinal not in range(128)",
            ),
            (
                "latin-1",
                "surrogateescape",
                &[0x61, 0xe9, 0xe8, 0x62],
                "b'a\\xe9\\xe8b'",
            ),
            (
                "cp1252",
                "surrogateescape",
                &[0x61, 0xe9, 0xe8, 0x62],
                "b'a\\xe9\\xe8b'",
            ),
            (
                "ascii",
                "surrogatepass",
                &[0x61, 0xe9, 0xe8, 0x62],
                "! 'ascii' codec can't encode characters in position 1-2: ordinal not in range(128)",
            ),
            (
                "latin-1",
                "surrogatepass",
                &[0x61, 0xe9, 0xe8, 0x62],
                "b'a\\xe9\\xe8b'",
            ),
            (
                "cp1252",
                "surrogatepass",
                &[0x61, 0xe9, 0xe8, 0x62],
                "b'a\\xe9\\xe8b'",
            ),
            (
                "ascii",
                "xmlcharrefreplace",
                &[0x61, 0xe9, 0xe8, 0x62],
                "b'a&#233;&#232;b'",
            ),
            (
                "latin-1",
                "xmlcharrefreplace",
                &[0x61, 0xe9, 0xe8, 0x62],
                "b'a\\xe9\\xe8b'",
            ),
            (
                "cp1252",
                "xmlcharrefreplace",
                &[0x61, 0xe9, 0xe8, 0x62],
                "b'a\\xe9\\xe8b'",
            ),
            (
                "ascii",
                "namereplace",
                &[0x61, 0xe9, 0xe8, 0x62],
                "b'a\\\\N{LATIN SMALL LETTER E WITH ACUTE}\\\\N{LATIN SMALL LETTER E WITH GRAVE}b'",
            ),
            (
                "latin-1",
                "namereplace",
                &[0x61, 0xe9, 0xe8, 0x62],
                "b'a\\xe9\\xe8b'",
            ),
            (
                "cp1252",
                "namereplace",
                &[0x61, 0xe9, 0xe8, 0x62],
                "b'a\\xe9\\xe8b'",
            ),
            (
                "ascii",
                "strict",
                &[0xe9, 0x1f600, 0x20ac],
                "! 'ascii' codec can't encode characters in position 0-2: ordinal not in range(128)",
            ),
            (
                "latin-1",
                "strict",
                &[0xe9, 0x1f600, 0x20ac],
                "! 'latin-1' codec can't encode characters in position 1-2: ordinal not in range(256)",
            ),
            (
                "cp1252",
                "strict",
                &[0xe9, 0x1f600, 0x20ac],
                "! 'charmap' codec can't encode character '\\U0001f600' in position 1: character maps to <undefined>",
            ),
            ("ascii", "ignore", &[0xe9, 0x1f600, 0x20ac], "b''"),
            ("latin-1", "ignore", &[0xe9, 0x1f600, 0x20ac], "b'\\xe9'"),
            (
                "cp1252",
                "ignore",
                &[0xe9, 0x1f600, 0x20ac],
                "b'\\xe9\\x80'",
            ),
            ("ascii", "replace", &[0xe9, 0x1f600, 0x20ac], "b'???'"),
            ("latin-1", "replace", &[0xe9, 0x1f600, 0x20ac], "b'\\xe9??'"),
            (
                "cp1252",
                "replace",
                &[0xe9, 0x1f600, 0x20ac],
                "b'\\xe9?\\x80'",
            ),
            (
                "ascii",
                "backslashreplace",
                &[0xe9, 0x1f600, 0x20ac],
                "b'\\\\xe9\\\\U0001f600\\\\u20ac'",
            ),
            (
                "latin-1",
                "backslashreplace",
                &[0xe9, 0x1f600, 0x20ac],
                "b'\\xe9\\\\U0001f600\\\\u20ac'",
            ),
            (
                "cp1252",
                "backslashreplace",
                &[0xe9, 0x1f600, 0x20ac],
                "b'\\xe9\\\\U0001f600\\x80'",
            ),
            (
                "ascii",
                "surrogateescape",
                &[0xe9, 0x1f600, 0x20ac],
                "! 'ascii' codec can't encode characters in position 0-2: ordinal not in range(128)",
            ),
            (
                "latin-1",
                "surrogateescape",
                &[0xe9, 0x1f600, 0x20ac],
                "! 'latin-1' codec can't encode characters in position 1-2: ordinal not in range(256)",
            ),
            (
                "cp1252",
                "surrogateescape",
                &[0xe9, 0x1f600, 0x20ac],
                "! 'charmap' codec can't encode character '\\U0001f600' in position 1: character maps to <undefined>",
            ),
            (
                "ascii",
                "surrogatepass",
                &[0xe9, 0x1f600, 0x20ac],
                "! 'ascii' codec can't encode characters in position 0-2: ordinal not in range(128)",
            ),
            (
                "latin-1",
                "surrogatepass",
                &[0xe9, 0x1f600, 0x20ac],
                "! 'latin-1' codec can't encode characters in position 1-2: ordinal not in range(256)",
            ),
            (
                "cp1252",
                "surrogatepass",
                &[0xe9, 0x1f600, 0x20ac],
                "! 'charmap' codec can't encode character '\\U0001f600' in position 1: character maps to <undefined>",
            ),
            (
                "ascii",
                "xmlcharrefreplace",
                &[0xe9, 0x1f600, 0x20ac],
                "b'&#233;&#128512;&#8364;'",
            ),
            (
                "latin-1",
                "xmlcharrefreplace",
                &[0xe9, 0x1f600, 0x20ac],
                "b'\\xe9&#128512;&#8364;'",
            ),
            (
                "cp1252",
                "xmlcharrefreplace",
                &[0xe9, 0x1f600, 0x20ac],
                "b'\\xe9&#128512;\\x80'",
            ),
            (
                "ascii",
                "namereplace",
                &[0xe9, 0x1f600, 0x20ac],
                "b'\\\\N{LATIN SMALL LETTER E WITH ACUTE}\\\\N{GRINNING FACE}\\\\N{EURO SIGN}'",
            ),
            (
                "latin-1",
                "namereplace",
                &[0xe9, 0x1f600, 0x20ac],
                "b'\\xe9\\\\N{GRINNING FACE}\\\\N{EURO SIGN}'",
            ),
            (
                "cp1252",
                "namereplace",
                &[0xe9, 0x1f600, 0x20ac],
                "b'\\xe9\\\\N{GRINNING FACE}\\x80'",
            ),
            (
                "ascii",
                "strict",
                &[0x80, 0x78],
                "! 'ascii' codec can't encode character '\\x80' in position 0: ordinal not in range(128)",
            ),
            ("latin-1", "strict", &[0x80, 0x78], "b'\\x80x'"),
            (
                "cp1252",
                "strict",
                &[0x80, 0x78],
                "! 'charmap' codec can't encode character '\\x80' in position 0: character maps to <undefined>",
            ),
            ("ascii", "ignore", &[0x80, 0x78], "b'x'"),
            ("latin-1", "ignore", &[0x80, 0x78], "b'\\x80x'"),
            ("cp1252", "ignore", &[0x80, 0x78], "b'x'"),
            ("ascii", "replace", &[0x80, 0x78], "b'?x'"),
            ("latin-1", "replace", &[0x80, 0x78], "b'\\x80x'"),
            ("cp1252", "replace", &[0x80, 0x78], "b'?x'"),
            ("ascii", "backslashreplace", &[0x80, 0x78], "b'\\\\x80x'"),
            ("latin-1", "backslashreplace", &[0x80, 0x78], "b'\\x80x'"),
            ("cp1252", "backslashreplace", &[0x80, 0x78], "b'\\\\x80x'"),
            (
                "ascii",
                "surrogateescape",
                &[0x80, 0x78],
                "! 'ascii' codec can't encode character '\\x80' in position 0: ordinal not in range(128)",
            ),
            ("latin-1", "surrogateescape", &[0x80, 0x78], "b'\\x80x'"),
            (
                "cp1252",
                "surrogateescape",
                &[0x80, 0x78],
                "! 'charmap' codec can't encode character '\\x80' in position 0: character maps to <undefined>",
            ),
            (
                "ascii",
                "surrogatepass",
                &[0x80, 0x78],
                "! 'ascii' codec can't encode character '\\x80' in position 0: ordinal not in range(128)",
            ),
            ("latin-1", "surrogatepass", &[0x80, 0x78], "b'\\x80x'"),
            (
                "cp1252",
                "surrogatepass",
                &[0x80, 0x78],
                "! 'charmap' codec can't encode character '\\x80' in position 0: character maps to <undefined>",
            ),
            ("ascii", "xmlcharrefreplace", &[0x80, 0x78], "b'&#128;x'"),
            ("latin-1", "xmlcharrefreplace", &[0x80, 0x78], "b'\\x80x'"),
            ("cp1252", "xmlcharrefreplace", &[0x80, 0x78], "b'&#128;x'"),
            ("ascii", "namereplace", &[0x80, 0x78], "b'\\\\x80x'"),
            ("latin-1", "namereplace", &[0x80, 0x78], "b'\\x80x'"),
            ("cp1252", "namereplace", &[0x80, 0x78], "b'\\\\x80x'"),
            (
                "ascii",
                "strict",
                &[0x100, 0x1f600],
                "! 'ascii' codec can't encode characters in position 0-1: ordinal not in range(128)",
            ),
            (
                "latin-1",
                "strict",
                &[0x100, 0x1f600],
                "! 'latin-1' codec can't encode characters in position 0-1: ordinal not in range(256)",
            ),
            (
                "cp1252",
                "strict",
                &[0x100, 0x1f600],
                "! 'charmap' codec can't encode characters in position 0-1: character maps to <undefined>",
            ),
            ("ascii", "ignore", &[0x100, 0x1f600], "b''"),
            ("latin-1", "ignore", &[0x100, 0x1f600], "b''"),
            ("cp1252", "ignore", &[0x100, 0x1f600], "b''"),
            ("ascii", "replace", &[0x100, 0x1f600], "b'??'"),
            ("latin-1", "replace", &[0x100, 0x1f600], "b'??'"),
            ("cp1252", "replace", &[0x100, 0x1f600], "b'??'"),
            (
                "ascii",
                "backslashreplace",
                &[0x100, 0x1f600],
                "b'\\\\u0100\\\\U0001f600'",
            ),
            (
                "latin-1",
                "backslashreplace",
                &[0x100, 0x1f600],
                "b'\\\\u0100\\\\U0001f600'",
            ),
            (
                "cp1252",
                "backslashreplace",
                &[0x100, 0x1f600],
                "b'\\\\u0100\\\\U0001f600'",
            ),
            (
                "ascii",
                "surrogateescape",
                &[0x100, 0x1f600],
                "! 'ascii' codec can't encode characters in position 0-1: ordinal not in range(128)",
            ),
            (
                "latin-1",
                "surrogateescape",
                &[0x100, 0x1f600],
                "! 'latin-1' codec can't encode characters in position 0-1: ordinal not in range(256)",
            ),
            (
                "cp1252",
                "surrogateescape",
                &[0x100, 0x1f600],
                "! 'charmap' codec can't encode characters in position 0-1: character maps to <undefined>",
            ),
            (
                "ascii",
                "surrogatepass",
                &[0x100, 0x1f600],
                "! 'ascii' codec can't encode characters in position 0-1: ordinal not in range(128)",
            ),
            (
                "latin-1",
                "surrogatepass",
                &[0x100, 0x1f600],
                "! 'latin-1' codec can't encode characters in position 0-1: ordinal not in range(256)",
            ),
            (
                "cp1252",
                "surrogatepass",
                &[0x100, 0x1f600],
                "! 'charmap' codec can't encode characters in position 0-1: character maps to <undefined>",
            ),
            (
                "ascii",
                "xmlcharrefreplace",
                &[0x100, 0x1f600],
                "b'&#256;&#128512;'",
            ),
            (
                "latin-1",
                "xmlcharrefreplace",
                &[0x100, 0x1f600],
                "b'&#256;&#128512;'",
            ),
            (
                "cp1252",
                "xmlcharrefreplace",
                &[0x100, 0x1f600],
                "b'&#256;&#128512;'",
            ),
            (
                "ascii",
                "namereplace",
                &[0x100, 0x1f600],
                "b'\\\\N{LATIN CAPITAL LETTER A WITH MACRON}\\\\N{GRINNING FACE}'",
            ),
            (
                "latin-1",
                "namereplace",
                &[0x100, 0x1f600],
                "b'\\\\N{LATIN CAPITAL LETTER A WITH MACRON}\\\\N{GRINNING FACE}'",
            ),
            (
                "cp1252",
                "namereplace",
                &[0x100, 0x1f600],
                "b'\\\\N{LATIN CAPITAL LETTER A WITH MACRON}\\\\N{GRINNING FACE}'",
            ),
            (
                "ascii",
                "strict",
                &[0xdc80, 0xe9],
                "! 'ascii' codec can't encode characters in position 0-1: ordinal not in range(128)",
            ),
            (
                "latin-1",
                "strict",
                &[0xdc80, 0xe9],
                "! 'latin-1' codec can't encode character '\\udc80' in position 0: ordinal not in range(256)",
            ),
            (
                "cp1252",
                "strict",
                &[0xdc80, 0xe9],
                "! 'charmap' codec can't encode character '\\udc80' in position 0: character maps to <undefined>",
            ),
            ("ascii", "ignore", &[0xdc80, 0xe9], "b''"),
            ("latin-1", "ignore", &[0xdc80, 0xe9], "b'\\xe9'"),
            ("cp1252", "ignore", &[0xdc80, 0xe9], "b'\\xe9'"),
            ("ascii", "replace", &[0xdc80, 0xe9], "b'??'"),
            ("latin-1", "replace", &[0xdc80, 0xe9], "b'?\\xe9'"),
            ("cp1252", "replace", &[0xdc80, 0xe9], "b'?\\xe9'"),
            (
                "ascii",
                "backslashreplace",
                &[0xdc80, 0xe9],
                "b'\\\\udc80\\\\xe9'",
            ),
            (
                "latin-1",
                "backslashreplace",
                &[0xdc80, 0xe9],
                "b'\\\\udc80\\xe9'",
            ),
            (
                "cp1252",
                "backslashreplace",
                &[0xdc80, 0xe9],
                "b'\\\\udc80\\xe9'",
            ),
            (
                "ascii",
                "surrogateescape",
                &[0xdc80, 0xe9],
                "! 'ascii' codec can't encode character '\\xe9' in position 1: ordinal not in range(128)",
            ),
            (
                "latin-1",
                "surrogateescape",
                &[0xdc80, 0xe9],
                "b'\\x80\\xe9'",
            ),
            (
                "cp1252",
                "surrogateescape",
                &[0xdc80, 0xe9],
                "b'\\x80\\xe9'",
            ),
            (
                "ascii",
                "surrogatepass",
                &[0xdc80, 0xe9],
                "! 'ascii' codec can't encode characters in position 0-1: ordinal not in range(128)",
            ),
            (
                "latin-1",
                "surrogatepass",
                &[0xdc80, 0xe9],
                "! 'latin-1' codec can't encode character '\\udc80' in position 0: ordinal not in range(256)",
            ),
            (
                "cp1252",
                "surrogatepass",
                &[0xdc80, 0xe9],
                "! 'charmap' codec can't encode character '\\udc80' in position 0: character maps to <undefined>",
            ),
            (
                "ascii",
                "xmlcharrefreplace",
                &[0xdc80, 0xe9],
                "b'&#56448;&#233;'",
            ),
            (
                "latin-1",
                "xmlcharrefreplace",
                &[0xdc80, 0xe9],
                "b'&#56448;\\xe9'",
            ),
            (
                "cp1252",
                "xmlcharrefreplace",
                &[0xdc80, 0xe9],
                "b'&#56448;\\xe9'",
            ),
            (
                "ascii",
                "namereplace",
                &[0xdc80, 0xe9],
                "b'\\\\udc80\\\\N{LATIN SMALL LETTER E WITH ACUTE}'",
            ),
            (
                "latin-1",
                "namereplace",
                &[0xdc80, 0xe9],
                "b'\\\\udc80\\xe9'",
            ),
            (
                "cp1252",
                "namereplace",
                &[0xdc80, 0xe9],
                "b'\\\\udc80\\xe9'",
            ),
            (
                "utf-8-sig",
                "strict",
                &[0xe9],
                "b'\\xef\\xbb\\xbf\\xc3\\xa9'",
            ),
            ("utf-16", "strict", &[], "b'\\xff\\xfe'"),
            (
                "utf-32",
                "strict",
                &[0x61],
                "b'\\xff\\xfe\\x00\\x00a\\x00\\x00\\x00'",
            ),
            (
                "unicode_escape",
                "strict",
                &[
                    0xe9, 0x1f600, 0x5c, 0xa, 0x9, 0x0, 0x61, 0x7f, 0xd800, 0x22, 0x27,
                ],
                "b'\\\\xe9\\\\U0001f600\\\\\\\\\\\\n\\\\t\\\\x00a\\\\x7f\\\\ud800\"\\''",
            ),
            (
                "raw_unicode_escape",
                "strict",
                &[0xe9, 0x1f600, 0x20ac, 0x5c, 0x75, 0x61, 0xa, 0xd800],
                "b'\\xe9\\\\U0001f600\\\\u20ac\\\\ua\\n\\\\ud800'",
            ),
        ];
        for &(encoding, handler, points, expected) in cases {
            assert_eq!(
                encoded(encoding, points, handler),
                expected,
                "{encoding} {handler} {points:x?}"
            );
        }
    }

    #[test]
    fn long_faults() {
        let text = "é".repeat(10_000);
        let encode = |handler| encode_builtin(Codec::Ascii, text.as_bytes(), handler, &mut never());
        assert_eq!(encode(Handler::Replace), Ok(vec![b'?'; 10_000]));
        let whole = Fault {
            encoding: "ascii",
            start: 0,
            end: 10_000,
            reason: "ordinal not in range(128)",
        };
        assert_eq!(encode(Handler::Strict), Err(Failure::Fault(whole)));
        assert_eq!(encode(Handler::SurrogatePass), Err(Failure::Fault(whole)));
    }

    #[test]
    fn names() {
        for (name, codec) in [
            ("UTF-8", Codec::Utf8),
            ("utf 8", Codec::Utf8),
            ("U8", Codec::Utf8),
            ("Latin-1", Codec::Latin1),
            ("ISO-8859-1", Codec::Latin1),
            ("US-ASCII", Codec::Ascii),
            ("utf-16LE", Codec::Utf16Le),
            ("windows-1252", Codec::Cp1252),
            ("utf-8-sig", Codec::Utf8Sig),
        ] {
            assert_eq!(Codec::from_name(name), Some(codec), "{name}");
        }
        assert_eq!(Codec::from_name("foo"), None);
        assert_eq!(Codec::from_name(&"x".repeat(1 << 20)), None);
    }

    #[test]
    fn custom_repairs() {
        let text = "aéb€c".as_bytes();
        let mut calls = Vec::new();
        let out = encode(
            Codec::Ascii,
            text,
            &mut |fault| {
                calls.push((fault.start, fault.end));
                // Jumping back to the start of the text once, and over a letter.
                Ok((Replacement::Text(b"-".to_vec()), fault.end + 1))
            },
            &mut never(),
        );
        assert_eq!(out, Ok(b"a--".to_vec()));
        assert_eq!(calls, [(1, 2), (3, 4)]);
        let unfit = encode(
            Codec::Ascii,
            text,
            &mut |f| Ok((Replacement::Text("é".into()), f.end)),
            &mut never(),
        );
        assert!(matches!(unfit, Err(Failure::Fault(_))));
        let raised = decode(
            Codec::Utf8,
            b"\xff",
            &mut |_, _| Err(Failure::Raised),
            &mut never(),
        );
        assert_eq!(raised, Err(Failure::Raised));
        let out = decode(
            Codec::Utf8,
            b"a\xffbcd\xff",
            &mut |f, out| {
                out.push(b'?');
                Ok(f.end + 2)
            },
            &mut never(),
        );
        assert_eq!(out, Ok(b"a?d?".to_vec()));
    }

    #[test]
    fn long_inputs() {
        let text = "aé€😀".repeat(200_000);
        let codecs = [
            Codec::Utf8,
            Codec::Utf16,
            Codec::Utf32Be,
            Codec::UnicodeEscape,
            Codec::Utf8Sig,
        ];
        for codec in codecs {
            let bytes = encode_builtin(codec, text.as_bytes(), Handler::Strict, &mut never())
                .expect("fits");
            let back = decode_builtin(codec, &bytes, Handler::Strict, &mut never());
            assert!(back.is_ok_and(|back| back == text.as_bytes()), "{codec:?}");
        }
    }
}
