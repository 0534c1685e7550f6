//! Source text: spans, decoding of source bytes, and the way from a byte offset to line and column.
//!
//! Invariants: the text is UTF-8 without a byte order mark, `\n` is the only line end in it, and it
//! is shorter than 4 GiB, so an offset fits in 32 bits.
#![forbid(unsafe_code)]

mod decode;

use std::sync::OnceLock;

/// A range of source text, as byte offsets.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct Span {
    /// Offset of the first byte.
    pub start: u32,
    /// Offset after the last byte.
    pub end: u32,
}

impl Span {
    /// The range from `start` up to `end`.
    pub fn new(start: u32, end: u32) -> Span {
        Span { start, end }
    }

    /// The smallest span that contains both.
    pub fn to(self, other: Span) -> Span {
        Span {
            start: self.start.min(other.start),
            end: self.end.max(other.end),
        }
    }

    /// Whether it covers no text.
    pub fn is_empty(self) -> bool {
        self.start >= self.end
    }
}

/// A place in source text as people count it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct LineColumn {
    /// Line, from 1.
    pub line: u32,
    /// Column in code points, from 0.
    pub column: u32,
}

/// A named piece of source text.
#[derive(Debug)]
pub struct Source {
    name: String,
    text: String,
    line_starts: OnceLock<Vec<u32>>,
}

/// Where source comes from, which decides how it is decoded and what messages say.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Origin {
    /// A file that is run.
    File,
    /// Bytes: an imported file, or the argument of a function.
    Bytes,
    /// Text that is decoded already: a byte order mark or an encoding comment means nothing in it.
    Text,
}

/// Why bytes or text cannot be source.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("{message}")]
pub struct SourceError {
    /// The message of the `SyntaxError`.
    pub message: String,
    /// The place it names.
    pub place: SourcePlace,
}

/// The place of a [`SourceError`].
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum SourcePlace {
    /// None: the exception has only a message.
    None,
    /// The file as a whole.
    File,
    /// A character of a line.
    Character {
        /// Line, from 1.
        line: u32,
        /// Column in code points, from 1.
        column: u32,
        /// Column of the end, from 1; -1 if only the start is known.
        end_column: i64,
        /// The line's text as far as it can be decoded.
        text: String,
    },
}

impl SourceError {
    #[cold]
    fn new(message: impl Into<String>, place: SourcePlace) -> SourceError {
        SourceError {
            message: message.into(),
            place,
        }
    }
}

impl Source {
    /// Takes text that is already decoded. Line ends `\r\n` and `\r` become `\n`.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Result<Source, SourceError> {
        let mut text = text.into();
        if memchr::memchr(0, text.as_bytes()).is_some() {
            return Err(SourceError::new(
                "source code string cannot contain null bytes",
                SourcePlace::None,
            ));
        }
        if memchr::memchr(b'\r', text.as_bytes()).is_some() {
            text = text.replace("\r\n", "\n").replace('\r', "\n");
        }
        if text.len() >= u32::MAX as usize {
            return Err(SourceError::new(
                "source code is too long",
                SourcePlace::None,
            ));
        }
        Ok(Source {
            name: name.into(),
            text,
            line_starts: OnceLock::new(),
        })
    }

    /// Decodes source bytes. A byte order mark is dropped; an encoding comment in the first two lines
    /// must name UTF-8, a subset of it, or Latin-1.
    ///
    /// # Errors
    /// Bytes that are not text in their encoding, NUL, an encoding that is not known here.
    pub fn from_bytes(
        name: impl Into<String>,
        bytes: &[u8],
        origin: Origin,
    ) -> Result<Source, SourceError> {
        decode::decode(name.into(), bytes, origin)
    }

    /// What messages call it: a path or something like `<string>`.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text of a span; empty if the span is not within the text or splits a code point.
    pub fn slice(&self, span: Span) -> &str {
        self.text
            .get(span.start as usize..span.end as usize)
            .unwrap_or("")
    }

    /// The number of lines; a line end at the end of the text begins no further line.
    pub fn line_count(&self) -> u32 {
        let starts = self.line_starts();
        let last = *starts.last().unwrap_or(&0) as usize;
        let count = starts.len() as u32;
        if last == self.text.len() && count > 1 {
            count - 1
        } else {
            count
        }
    }

    /// The line (from 1) that holds the byte at `offset`.
    pub fn line_of(&self, offset: u32) -> u32 {
        self.line_starts().partition_point(|&start| start <= offset) as u32
    }

    /// Line and column of a byte offset. An offset behind the end of the text counts on in the last line.
    pub fn line_column(&self, offset: u32) -> LineColumn {
        let line = self.line_of(offset);
        LineColumn {
            line,
            column: self.columns_between(self.line_start(line), offset) as u32,
        }
    }

    /// The number of code points between two offsets; one end may lie behind the end of the text, which counts
    /// one code point per byte there.
    pub fn columns_between(&self, start: u32, end: u32) -> i64 {
        let length = self.text.len();
        let (start, end) = (start as usize, end as usize);
        let bytes = &self.text.as_bytes()[start.min(length)..end.clamp(start.min(length), length)];
        let inside = bytes.iter().filter(|&&byte| !is_continuation(byte)).count();
        (inside + end.saturating_sub(length)) as i64
    }

    /// The offset at which a line (from 1) begins; the end of the text for a line beyond it.
    pub fn line_start(&self, line: u32) -> u32 {
        let index = (line as usize).saturating_sub(1);
        let end = self.text.len() as u32;
        self.line_starts().get(index).copied().unwrap_or(end)
    }

    /// The text of a line (from 1) without its line end; empty for a line beyond the text.
    pub fn line_text(&self, line: u32) -> &str {
        let start = self.line_start(line) as usize;
        let rest = &self.text[start..];
        match memchr::memchr(b'\n', rest.as_bytes()) {
            Some(length) => &rest[..length],
            None => rest,
        }
    }

    fn line_starts(&self) -> &[u32] {
        self.line_starts.get_or_init(|| {
            let ends = memchr::memchr_iter(b'\n', self.text.as_bytes());
            std::iter::once(0)
                .chain(ends.map(|end| end as u32 + 1))
                .collect()
        })
    }
}

fn is_continuation(byte: u8) -> bool {
    byte & 0xc0 == 0x80
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(text: &str) -> Source {
        Source::new("<test>", text).expect("valid source")
    }

    #[test]
    fn columns_count_code_points() {
        let source = source("a\näöx = 1\n");
        let offset = source.text().find('x').expect("is there") as u32;
        let place = source.line_column(offset);
        assert_eq!((place.line, place.column), (2, 2));
        assert_eq!(source.line_text(2), "äöx = 1");
        assert_eq!(source.line_count(), 2);
    }

    #[test]
    fn line_ends_are_normalised() {
        assert_eq!(source("a\r\nb\rc").text(), "a\nb\nc");
    }
}
