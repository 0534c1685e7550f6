//! Source text: spans, decoding of source bytes, and the way from a byte offset to line and column.
//!
//! Invariants: the text is UTF-8 without a byte order mark, `\n` is the only line end in it, and it
//! is shorter than 4 GiB, so an offset fits in 32 bits.
#![forbid(unsafe_code)]

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

/// Why bytes or text cannot be source.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("{message}")]
pub struct SourceError {
    /// The message of the `SyntaxError`.
    pub message: String,
    /// The line it belongs to, if it has one.
    pub line: Option<u32>,
}

impl SourceError {
    #[cold]
    fn new(message: impl Into<String>, line: Option<u32>) -> SourceError {
        SourceError {
            message: message.into(),
            line,
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
                None,
            ));
        }
        if memchr::memchr(b'\r', text.as_bytes()).is_some() {
            text = text.replace("\r\n", "\n").replace('\r', "\n");
        }
        if text.len() >= u32::MAX as usize {
            return Err(SourceError::new("source code is too long", None));
        }
        Ok(Source {
            name: name.into(),
            text,
            line_starts: OnceLock::new(),
        })
    }

    /// Decodes source bytes: a byte order mark is dropped, an encoding comment in the first two lines
    /// must name UTF-8 or a subset of it.
    pub fn from_bytes(name: impl Into<String>, bytes: &[u8]) -> Result<Source, SourceError> {
        let name = name.into();
        let (bytes, has_mark) = match bytes.strip_prefix(b"\xef\xbb\xbf") {
            Some(rest) => (rest, true),
            None => (bytes, false),
        };
        let cookie = encoding_cookie(bytes);
        if let Some((encoding, line)) = &cookie {
            check_encoding(encoding, *line, has_mark, &name)?;
        }
        if memchr::memchr(0, bytes).is_some() {
            return Err(SourceError::new(
                "source code cannot contain null bytes",
                None,
            ));
        }
        match std::str::from_utf8(bytes) {
            Ok(text) => Source::new(name, text),
            Err(error) => Err(not_utf8(
                bytes,
                error.valid_up_to(),
                &name,
                has_mark || cookie.is_some(),
            )),
        }
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

/// Finds `coding: name` or `coding=name` in a comment that is alone on line 1, or on line 2 if line 1
/// is blank or a comment too.
fn encoding_cookie(bytes: &[u8]) -> Option<(String, u32)> {
    for (index, line) in bytes.split(|&byte| byte == b'\n').take(2).enumerate() {
        let body = line.trim_ascii();
        let body = body.strip_prefix(b"\x0c").unwrap_or(body);
        if !body.is_empty() && body[0] != b'#' {
            return None;
        }
        if let Some(name) = cookie_in_comment(body) {
            return Some((name, index as u32 + 1));
        }
    }
    None
}

fn cookie_in_comment(comment: &[u8]) -> Option<String> {
    let mut from = 0;
    while let Some(found) = memchr::memmem::find(&comment[from..], b"coding") {
        let after = from + found + b"coding".len();
        from = after;
        if !matches!(comment.get(after), Some(b':' | b'=')) {
            continue;
        }
        let name: Vec<u8> = comment[after + 1..]
            .iter()
            .copied()
            .skip_while(|byte| matches!(byte, b' ' | b'\t'))
            .take_while(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(byte))
            .collect();
        if !name.is_empty() {
            return String::from_utf8(name).ok();
        }
    }
    None
}

fn check_encoding(
    encoding: &str,
    line: u32,
    has_mark: bool,
    name: &str,
) -> Result<(), SourceError> {
    let normal: String = encoding
        .chars()
        .map(|c| match c {
            '_' => '-',
            other => other.to_ascii_lowercase(),
        })
        .collect();
    let is_utf8 = matches!(normal.as_str(), "utf-8" | "utf8" | "u8" | "cp65001" | "utf")
        || normal.starts_with("utf-8-");
    let is_ascii = matches!(
        normal.as_str(),
        "ascii" | "us-ascii" | "646" | "ansi-x3.4-1968"
    );
    if is_utf8 || (is_ascii && !has_mark) {
        return Ok(());
    }
    if has_mark {
        return Err(SourceError::new(
            format!("encoding problem: {encoding} with BOM"),
            None,
        ));
    }
    let known = [
        "latin-1",
        "iso-8859-",
        "iso8859",
        "latin1",
        "cp",
        "windows-",
        "koi8",
        "euc-",
        "shift",
        "gb",
        "big5",
        "utf-16",
        "utf-32",
        "utf-7",
        "mac-",
        "tis-620",
        "hz",
    ];
    if known.iter().any(|prefix| normal.starts_with(prefix)) {
        return Err(SourceError::new(
            format!("encoding problem: {encoding} (source code must be UTF-8) in {name}"),
            Some(line),
        ));
    }
    Err(SourceError::new(
        format!("unknown encoding: {encoding}"),
        None,
    ))
}

#[cold]
fn not_utf8(bytes: &[u8], position: usize, name: &str, declared: bool) -> SourceError {
    let byte = bytes[position];
    let line = memchr::memchr_iter(b'\n', &bytes[..position]).count() as u32 + 1;
    if !declared {
        return SourceError::new(
            format!(
                "Non-UTF-8 code starting with '\\x{byte:02x}' in file {name} on line {line}, but no \
                 encoding declared; see https://peps.python.org/pep-0263/ for details"
            ),
            None,
        );
    }
    let reason = match byte {
        0x80..=0xc1 | 0xf5..=0xff => "invalid start byte",
        _ if bytes.len() - position < 4 => "unexpected end of data",
        _ => "invalid continuation byte",
    };
    SourceError::new(
        format!(
            "(unicode error) 'utf-8' codec can't decode byte 0x{byte:02x} in position {position}: {reason}"
        ),
        None,
    )
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

    #[test]
    fn cookies() {
        let decode = |bytes: &[u8]| Source::from_bytes("f.py", bytes);
        assert!(decode(b"# -*- coding: utf-8 -*-\nx").is_ok());
        assert!(decode(b"#!/bin/sh\n# vim: set fileencoding=utf8 :\nx").is_ok());
        assert!(decode(b"x\n# coding: nonsense\n").is_ok());
        let error = decode(b"# coding: nonsense\n").expect_err("unknown");
        assert_eq!(error.message, "unknown encoding: nonsense");
        let error = decode(b"x = '\xff'\n").expect_err("not UTF-8");
        assert!(
            error
                .message
                .starts_with("Non-UTF-8 code starting with '\\xff'")
        );
        assert!(decode(b"a\0").is_err());
    }
}
