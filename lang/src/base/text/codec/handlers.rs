//! The error handlers that are built in.
#![forbid(unsafe_code)]

use super::{Codec, Failure, Fault, Replacement};
use crate::base::error::Error;
use crate::base::text::{points, repr};

/// A built-in error handler.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Handler {
    /// Raises.
    Strict,
    /// Leaves out what does not fit.
    Ignore,
    /// U+FFFD or a question mark.
    Replace,
    /// `\xNN`, `\uNNNN`, `\UNNNNNNNN`
    BackslashReplace,
    /// `&#NNN;`; encoding only.
    XmlCharRefReplace,
    /// `\N{NAME}`; encoding only.
    NameReplace,
    /// Bytes that do not decode become lone surrogates, and those become bytes again.
    SurrogateEscape,
    /// Surrogates are encoded and decoded like other code points; UTF encodings only.
    SurrogatePass,
}

impl Handler {
    /// From the name of the handler.
    pub fn from_name(name: &[u8]) -> Option<Handler> {
        Some(match name {
            b"strict" => Handler::Strict,
            b"ignore" => Handler::Ignore,
            b"replace" => Handler::Replace,
            b"backslashreplace" => Handler::BackslashReplace,
            b"xmlcharrefreplace" => Handler::XmlCharRefReplace,
            b"namereplace" => Handler::NameReplace,
            b"surrogateescape" => Handler::SurrogateEscape,
            b"surrogatepass" => Handler::SurrogatePass,
            _ => return None,
        })
    }

    /// The LookupError for a name that no handler has; due when the handler is first needed.
    #[cold]
    pub fn unknown(name: &[u8]) -> Error {
        Error::Lookup(
            format!(
                "unknown error handler name '{}'",
                points::to_str_lossy(name)
            )
            .into(),
        )
    }

    /// Answers a fault of decoding: appends to the output, and says where to go on.
    pub fn repair_decoding(
        self,
        codec: Codec,
        bytes: &[u8],
        fault: &Fault,
        out: &mut Vec<u8>,
    ) -> Result<usize, Failure> {
        let start = fault.start.min(bytes.len());
        let bad = &bytes[start..fault.end.clamp(start, bytes.len())];
        match self {
            Handler::Strict => Err(Failure::Fault(*fault)),
            Handler::Ignore => Ok(fault.end),
            Handler::Replace => {
                points::push(out, 0xFFFD);
                Ok(fault.end)
            }
            Handler::BackslashReplace => {
                bad.iter()
                    .for_each(|&byte| repr::push_escape(out, byte.into()));
                Ok(fault.end)
            }
            Handler::SurrogateEscape => {
                // ASCII bytes are never escaped.
                let escaped = bad.iter().take(4).take_while(|&&b| b >= 0x80);
                let mut resume = start;
                for &byte in escaped {
                    points::push(out, 0xDC00 + u32::from(byte));
                    resume += 1;
                }
                if resume == start {
                    Err(Failure::Fault(*fault))
                } else {
                    Ok(resume)
                }
            }
            Handler::SurrogatePass => match encoded_surrogate(codec, fault, &bytes[start..]) {
                Some((surrogate, len)) => {
                    points::push(out, surrogate);
                    Ok(start + len)
                }
                None => Err(Failure::Fault(*fault)),
            },
            Handler::XmlCharRefReplace | Handler::NameReplace => Err(Failure::Error(
                Error::type_error("don't know how to handle UnicodeDecodeError in error callback"),
            )),
        }
    }

    /// Answers a fault of encoding: a replacement, and the position of the code point to go on at.
    pub fn repair_encoding(
        self,
        codec: Codec,
        text: &[u8],
        fault: &Fault,
    ) -> Result<(Replacement, usize), Failure> {
        let at = points::advance(text, 0, fault.start);
        let bad = points::Points::new(&text[at..]).take(fault.end - fault.start);
        let mut shown = Vec::new();
        match self {
            Handler::Strict => return Err(Failure::Fault(*fault)),
            Handler::Ignore => {}
            Handler::Replace => shown.resize(fault.end - fault.start, b'?'),
            Handler::BackslashReplace => bad.for_each(|c| repr::push_escape(&mut shown, c)),
            Handler::XmlCharRefReplace => {
                bad.for_each(|c| shown.extend_from_slice(format!("&#{c};").as_bytes()));
            }
            Handler::NameReplace => bad.for_each(|c| push_name(&mut shown, c)),
            Handler::SurrogateEscape => {
                // What comes before one that is no escaped byte is still answered; the rest is a fault of its own.
                shown.extend(
                    bad.take_while(|c| (0xDC80..=0xDCFF).contains(c))
                        .map(|c| (c - 0xDC00) as u8),
                );
                if shown.is_empty() {
                    return Err(Failure::Fault(*fault));
                }
                let resume = fault.start + shown.len();
                return Ok((Replacement::Bytes(shown), resume));
            }
            Handler::SurrogatePass => {
                for c in bad {
                    if !points::is_surrogate(c) || !push_surrogate(codec, c, &mut shown) {
                        return Err(Failure::Fault(*fault));
                    }
                }
                return Ok((Replacement::Bytes(shown), fault.end));
            }
        }
        Ok((Replacement::Text(shown), fault.end))
    }
}

fn push_name(out: &mut Vec<u8>, c: u32) {
    match char::from_u32(c).and_then(unicode_names2::name) {
        Some(name) => out.extend_from_slice(format!("\\N{{{name}}}").as_bytes()),
        None => repr::push_escape(out, c),
    }
}

/// The surrogate that the bytes begin with, as the encoding would write one, and its length.
fn encoded_surrogate(codec: Codec, fault: &Fault, bytes: &[u8]) -> Option<(u32, usize)> {
    let big = fault.encoding.ends_with("be");
    let wide = |n: usize| {
        let unit = bytes.get(..n)?;
        let fold = |value: u32, &byte: &u8| value << 8 | u32::from(byte);
        Some(if big {
            unit.iter().fold(0, fold)
        } else {
            unit.iter().rev().fold(0, fold)
        })
    };
    let (c, len) = match codec {
        Codec::Utf8 | Codec::Utf8Sig => match bytes {
            [0xED, second @ 0xA0..=0xBF, third @ 0x80..=0xBF, ..] => (
                0xD000 | u32::from(second & 0x3F) << 6 | u32::from(third & 0x3F),
                3,
            ),
            _ => return None,
        },
        Codec::Utf16 | Codec::Utf16Le | Codec::Utf16Be => (wide(2)?, 2),
        Codec::Utf32 | Codec::Utf32Le | Codec::Utf32Be => (wide(4)?, 4),
        _ => return None,
    };
    points::is_surrogate(c).then_some((c, len))
}

/// Appends a surrogate as the encoding would write it; answers false where it has no way to.
fn push_surrogate(codec: Codec, c: u32, out: &mut Vec<u8>) -> bool {
    match codec {
        Codec::Utf8 | Codec::Utf8Sig => points::push(out, c),
        Codec::Utf16 | Codec::Utf16Le => out.extend_from_slice(&(c as u16).to_le_bytes()),
        Codec::Utf16Be => out.extend_from_slice(&(c as u16).to_be_bytes()),
        Codec::Utf32 | Codec::Utf32Le => out.extend_from_slice(&c.to_le_bytes()),
        Codec::Utf32Be => out.extend_from_slice(&c.to_be_bytes()),
        _ => return false,
    }
    true
}
