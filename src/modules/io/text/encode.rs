//! Encoding piece by piece: a signature, or a mark of the order of bytes, stands at the beginning alone.
#![forbid(unsafe_code)]

use crate::base::text::codec::Codec;
use crate::object::{Res, Str, Thread, Value};
use crate::types::text::codec::encode_as;

/// See the module.
#[derive(Clone)]
pub struct Encoder {
    codec: Codec,
    errors: String,
    at_start: bool,
}

impl Encoder {
    /// An encoder at the beginning.
    pub fn new(codec: Codec, errors: String) -> Encoder {
        Encoder {
            codec,
            errors,
            at_start: true,
        }
    }

    /// Whether the beginning of the file comes next.
    pub fn set_at_start(&mut self, at_start: bool) {
        self.at_start = at_start;
    }

    /// Whether the bytes of a text are those of its UTF-8.
    #[inline]
    pub fn keeps(&self, text: &Str) -> bool {
        match self.codec {
            Codec::Utf8 => text.is_ascii() || !text.has_surrogates(),
            Codec::Ascii | Codec::Latin1 | Codec::Cp1252 => text.is_ascii(),
            _ => false,
        }
    }

    /// The codec for what comes next, and how errors are handled; the beginning is over then.
    pub fn step(&mut self) -> (Codec, String) {
        let codec = match self.codec {
            Codec::Utf8Sig if !self.at_start => Codec::Utf8,
            Codec::Utf16 if !self.at_start => Codec::Utf16Le,
            Codec::Utf32 if !self.at_start => Codec::Utf32Le,
            codec => codec,
        };
        (codec, self.errors.clone())
    }

    /// Something was encoded.
    pub fn note_step(&mut self) {
        self.at_start = false;
    }
}

/// The bytes of a text.
///
/// # Errors
/// UnicodeEncodeError
pub fn encoded(thread: &Thread, text: &Value, step: &(Codec, String)) -> Res<Vec<u8>> {
    encode_as(thread, text, step.0, &step.1)
}
