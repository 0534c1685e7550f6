//! Decoding piece by piece: bytes of a character that is not whole yet, and a carriage return that may be half of a line's end, wait for more.
//!
//! The state of a decoder (the bytes that wait, and a number) is what positions of files of text are made of; its numbers are CPython's.
#![forbid(unsafe_code)]

use super::super::descriptor::reserve;
use crate::base::text::codec::Codec;
use crate::object::{Builtin, Bytes, Res, Str, Thread, Tuple, Value};
use crate::runtime::protocol::call_positional;
use crate::runtime::raise::raise_made;
use crate::types::text::codec::decode_as;

/// The order of bytes in UTF-16 and UTF-32, which the first bytes tell.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
enum Order {
    #[default]
    Unknown,
    Little,
    Big,
}

/// What was found at the ends of lines: bits for `\n`, `\r` and `\r\n`.
pub const LF: u8 = 1;
/// See [`LF`].
pub const CR: u8 = 2;
/// See [`LF`].
pub const CRLF: u8 = 4;

/// The ends of lines in text that comes in pieces.
#[derive(Clone, Default)]
pub struct Newlines {
    /// Whether every kind becomes `\n`.
    pub translates: bool,
    /// Whether a carriage return waits for what follows.
    pub waits: bool,
    /// What was seen.
    pub seen: u8,
}

impl Newlines {
    /// A piece of text with its line ends seen to. None if there is no memory.
    pub fn convert(&mut self, mut text: Vec<u8>, is_last: bool) -> Option<Vec<u8>> {
        if self.waits && (is_last || !text.is_empty()) {
            text.try_reserve(1).ok()?;
            text.insert(0, b'\r');
            self.waits = false;
        }
        if !is_last && text.last() == Some(&b'\r') {
            text.pop();
            self.waits = true;
        }
        let Some(first) = memchr::memchr(b'\r', &text) else {
            if self.seen & LF == 0 && memchr::memchr(b'\n', &text).is_some() {
                self.seen |= LF;
            }
            return Some(text);
        };
        if memchr::memchr(b'\n', &text[..first]).is_some() {
            self.seen |= LF;
        }
        let (mut to, mut from) = (first, first);
        while from < text.len() {
            let (byte, next) = (text[from], text.get(from + 1));
            let (byte, used) = match byte {
                b'\r' if next == Some(&b'\n') => {
                    self.seen |= CRLF;
                    (b'\n', 2)
                }
                b'\r' => {
                    self.seen |= CR;
                    (b'\n', 1)
                }
                b'\n' => {
                    self.seen |= LF;
                    (b'\n', 1)
                }
                byte => (byte, 1),
            };
            if self.translates {
                text[to] = byte;
                to += 1;
            }
            from += used;
        }
        if self.translates {
            text.truncate(to);
        }
        Some(text)
    }

    /// What was seen, as scripts see it: None, a str or a tuple of them.
    ///
    /// # Errors
    /// MemoryError
    pub fn seen_value(thread: &Thread, seen: u8) -> Res {
        let mut kinds = Vec::new();
        for (bit, kind) in [(CR, "\r"), (LF, "\n"), (CRLF, "\r\n")] {
            if seen & bit != 0 {
                kinds.push(Str::new_value(thread, kind)?);
            }
        }
        match kinds.len() {
            0 => Ok(Value::NONE),
            1 => Ok(kinds.remove(0)),
            _ => Tuple::from_vec(thread, kinds),
        }
    }
}

/// See the module.
#[derive(Clone)]
pub struct Decoder {
    codec: Codec,
    errors: String,
    kept: Vec<u8>,
    order: Order,
    /// A signature may come (`utf-8-sig`).
    at_start: bool,
    /// None: the ends of lines are left as they are, and nobody wants to know.
    pub newlines: Option<Newlines>,
}

impl Decoder {
    /// A decoder at the beginning.
    pub fn new(codec: Codec, errors: String, newlines: Option<Newlines>) -> Decoder {
        Decoder {
            codec,
            errors,
            kept: Vec::new(),
            order: Order::Unknown,
            at_start: true,
            newlines,
        }
    }

    /// What ends of lines were seen.
    pub fn seen(&self) -> u8 {
        self.newlines.as_ref().map_or(0, |newlines| newlines.seen)
    }

    /// Takes over what was seen.
    pub fn set_seen(&mut self, seen: u8) {
        if let Some(newlines) = &mut self.newlines {
            newlines.seen = seen;
        }
    }

    /// Begins anew.
    pub fn reset(&mut self) {
        self.kept.clear();
        self.order = Order::Unknown;
        self.at_start = true;
        if let Some(newlines) = &mut self.newlines {
            newlines.waits = false;
            newlines.seen = 0;
        }
    }

    /// The number of the state.
    pub fn flags(&self) -> u64 {
        let inner = match self.codec {
            Codec::Utf16 | Codec::Utf32 => match self.order {
                Order::Unknown => 2,
                Order::Little => 0,
                Order::Big => 1,
            },
            Codec::Utf8Sig => u64::from(self.at_start),
            _ => 0,
        };
        match &self.newlines {
            Some(newlines) => inner << 1 | u64::from(newlines.waits),
            None => inner,
        }
    }

    /// The bytes that wait.
    pub fn kept(&self) -> &[u8] {
        &self.kept
    }

    /// Takes a state over.
    pub fn set_state(&mut self, kept: Vec<u8>, mut flags: u64) {
        if let Some(newlines) = &mut self.newlines {
            newlines.waits = flags & 1 != 0;
            flags >>= 1;
        }
        self.kept = kept;
        self.at_start = flags != 0;
        self.order = match flags {
            0 => Order::Little,
            1 => Order::Big,
            _ => Order::Unknown,
        };
    }

    /// The text of a piece, in generalised UTF-8.
    ///
    /// # Errors
    /// UnicodeDecodeError, MemoryError
    pub fn decode(&mut self, thread: &Thread, input: &[u8], is_last: bool) -> Res<Vec<u8>> {
        let text = self.decode_text(thread, input, is_last)?;
        match &mut self.newlines {
            Some(newlines) => newlines
                .convert(text, is_last)
                .ok_or_else(|| thread.memory_error()),
            None => Ok(text),
        }
    }

    /// The text of the last piece, whose memory is used for it where that can be.
    ///
    /// # Errors
    /// UnicodeDecodeError, MemoryError
    pub fn decode_last(&mut self, thread: &Thread, input: Vec<u8>) -> Res<Vec<u8>> {
        let is_plain = self.kept.is_empty()
            && match self.codec {
                Codec::Utf8 => std::str::from_utf8(&input).is_ok(),
                Codec::Ascii | Codec::Latin1 => input.is_ascii(),
                _ => false,
            };
        if !is_plain {
            return self.decode(thread, &input, true);
        }
        match &mut self.newlines {
            Some(newlines) => newlines
                .convert(input, true)
                .ok_or_else(|| thread.memory_error()),
            None => Ok(input),
        }
    }

    fn decode_text(&mut self, thread: &Thread, input: &[u8], is_last: bool) -> Res<Vec<u8>> {
        if self.kept.is_empty() {
            let rest = self.decode_whole(thread, input, is_last)?;
            let (text, used) = rest;
            self.kept = crate::types::text::args::copied(thread, &input[used..])?;
            return Ok(text);
        }
        let mut all = std::mem::take(&mut self.kept);
        reserve(thread, &mut all, input.len())?;
        all.extend_from_slice(input);
        let (text, used) = self.decode_whole(thread, &all, is_last)?;
        all.drain(..used);
        self.kept = all;
        Ok(text)
    }

    /// The text of what is whole, and how many bytes that is.
    fn decode_whole(
        &mut self,
        thread: &Thread,
        bytes: &[u8],
        is_last: bool,
    ) -> Res<(Vec<u8>, usize)> {
        let mut codec = self.codec;
        match codec {
            Codec::Utf8Sig if self.at_start => {
                if bytes.len() < 3 && b"\xEF\xBB\xBF".starts_with(bytes) {
                    return Ok((Vec::new(), 0));
                }
                self.at_start = false;
            }
            Codec::Utf8Sig => codec = Codec::Utf8,
            Codec::Utf16 | Codec::Utf32 => match self.order {
                Order::Unknown => {
                    if !self.find_order(thread, bytes, is_last)? {
                        return Ok((Vec::new(), 0));
                    }
                }
                Order::Little if codec == Codec::Utf16 => codec = Codec::Utf16Le,
                Order::Big if codec == Codec::Utf16 => codec = Codec::Utf16Be,
                Order::Little => codec = Codec::Utf32Le,
                Order::Big => codec = Codec::Utf32Be,
            },
            _ => {}
        }
        let tail = match is_last {
            true => 0,
            false => self.unfinished(codec, bytes),
        };
        let whole = &bytes[..bytes.len() - tail];
        let is_plain = match codec {
            Codec::Utf8 => std::str::from_utf8(whole).is_ok(),
            Codec::Ascii | Codec::Latin1 => whole.is_ascii(),
            _ => false,
        };
        let text = match is_plain {
            true => crate::types::text::args::copied(thread, whole)?,
            false if whole.is_empty() => Vec::new(),
            false => decode_as(thread, whole, codec, &self.errors)?,
        };
        Ok((text, whole.len()))
    }

    /// Looks at the mark of the order of bytes; false if more bytes are needed.
    fn find_order(&mut self, thread: &Thread, bytes: &[u8], is_last: bool) -> Res<bool> {
        let is_16 = self.codec == Codec::Utf16;
        let (unit, name) = if is_16 { (2, "utf-16") } else { (4, "utf-32") };
        if bytes.len() < unit {
            return Ok(is_last);
        }
        self.order = match bytes {
            [0xFF, 0xFE, ..] if is_16 => Order::Little,
            [0xFE, 0xFF, ..] if is_16 => Order::Big,
            [0xFF, 0xFE, 0, 0, ..] if !is_16 => Order::Little,
            [0, 0, 0xFE, 0xFF, ..] if !is_16 => Order::Big,
            _ => {
                let order = if is_16 {
                    Codec::Utf16Le
                } else {
                    Codec::Utf32Le
                };
                let tail = if is_last { 0 } else { bytes.len() % unit };
                decode_as(thread, &bytes[..bytes.len() - tail], order, &self.errors)?;
                let args = [
                    Str::new_value(thread, name)?,
                    Bytes::new_value(thread, bytes)?,
                    Value::from_i32(0),
                    thread.int_from_usize(unit)?,
                    Str::new_value(thread, "Stream does not start with BOM")?,
                ];
                let class = Builtin::UnicodeDecodeError.class();
                return Err(raise_made(thread, call_positional(thread, class, &args)));
            }
        };
        Ok(true)
    }

    /// How many bytes at the end are the beginning of a character that is not whole.
    fn unfinished(&self, codec: Codec, bytes: &[u8]) -> usize {
        let len = bytes.len();
        match codec {
            Codec::Utf8 | Codec::Utf8Sig => {
                let start = len.saturating_sub(3);
                let lead = (start..len).rev().find(|i| bytes[*i] >= 0xC0);
                match lead.map(|lead| &bytes[lead..]) {
                    Some(last) => match std::str::from_utf8(last) {
                        Err(error) if error.error_len().is_none() && error.valid_up_to() == 0 => {
                            last.len()
                        }
                        _ => 0,
                    },
                    None => 0,
                }
            }
            Codec::Utf16 | Codec::Utf16Le | Codec::Utf16Be => {
                let odd = len % 2;
                let is_big = codec == Codec::Utf16Be || self.order == Order::Big;
                let last = len - odd;
                let high = match is_big {
                    true => last.wrapping_sub(2),
                    false => last.wrapping_sub(1),
                };
                let splits = last >= 2 && bytes.get(high).is_some_and(|b| b & 0xFC == 0xD8);
                odd + if splits { 2 } else { 0 }
            }
            Codec::Utf32 | Codec::Utf32Le | Codec::Utf32Be => len % 4,
            // An escape may begin anywhere.
            Codec::UnicodeEscape | Codec::RawUnicodeEscape => len,
            Codec::Ascii | Codec::Latin1 | Codec::Cp1252 => 0,
        }
    }
}
