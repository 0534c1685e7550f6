//! What parsing reports when text is not a program.
#![forbid(unsafe_code)]

use std::borrow::Cow;

use crate::base::source::{Source, Span};

/// Which exception class reports the error.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum SyntaxErrorKind {
    /// `SyntaxError`
    Syntax,
    /// `IndentationError`
    Indentation,
    /// `TabError`
    Tab,
    /// `_IncompleteInputError`: the text lacks its end, and that was asked for.
    Incomplete,
    /// `MemoryError`: the source nests deeper than the parser takes.
    TooComplex,
}

/// An error in source text: message and place. Later stages over the same tree report theirs with it
/// too.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("{message}")]
pub struct SyntaxError {
    /// The exception class.
    pub kind: SyntaxErrorKind,
    /// The message, without place.
    pub message: Cow<'static, str>,
    /// What is marked.
    pub span: Span,
    /// How the exception tells the span.
    pub extent: Extent,
    /// For [`Extent::Layout`]: the offset of the line that the place is counted from, since the place may
    /// be the end of that line and so the start of the next one.
    pub anchor: u32,
    /// Whether more text at the end could make it a program.
    pub needs_more_input: bool,
    /// Whether the exception shows the line without its line end: the tokens end there.
    pub bare_line: bool,
}

/// How the exception's `offset` and `end_offset` follow from the span. Tools compare these numbers, so the
/// irregular ones are kept as they are.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Extent {
    /// Both ends of the span, counted from 1.
    Range,
    /// Both ends of the span, counted from 1 in bytes: so count the stages after the parser.
    Bytes,
    /// Only the start; `end_offset` is 0.
    Zero,
    /// Only the line: both numbers are 0.
    Line,
    /// No place: the line is 0 too.
    Nowhere,
    /// A place in the layout: the start counted from 0, from the start of the line at `anchor`;
    /// `end_offset` is -1.
    Layout,
}

/// The place of an error as the attributes of the exception give it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct ErrorLocation {
    /// `lineno`, from 1.
    pub line: u32,
    /// `offset`: column in code points, from 1; 0 if only the line is meant.
    pub offset: i64,
    /// `end_lineno`.
    pub end_line: u32,
    /// `end_offset`, from 1; 0 or -1 if only the start is meant.
    pub end_offset: i64,
}

impl SyntaxError {
    /// A `SyntaxError` that marks a range.
    #[cold]
    pub fn new(message: impl Into<Cow<'static, str>>, span: Span) -> SyntaxError {
        SyntaxError {
            kind: SyntaxErrorKind::Syntax,
            message: message.into(),
            span,
            extent: Extent::Range,
            anchor: span.start,
            needs_more_input: false,
            bare_line: false,
        }
    }

    /// The line and column numbers of the exception.
    pub fn location(&self, source: &Source) -> ErrorLocation {
        let anchor = match self.extent {
            Extent::Layout => self.anchor,
            _ => self.span.start,
        };
        let start = source.line_column(anchor);
        let mut location = ErrorLocation {
            line: start.line,
            offset: i64::from(start.column) + 1,
            end_line: start.line,
            end_offset: 0,
        };
        match self.extent {
            Extent::Range => {
                // A range that ends with a line end ends on the line that it ends.
                let text = source.text().as_bytes();
                let last = self.span.end.saturating_sub(1);
                let with_line_end =
                    self.span.end > self.span.start && text.get(last as usize) == Some(&b'\n');
                let end = self.span.end - u32::from(with_line_end);
                location.end_line = source.line_of(end);
                let column = if location.end_line == location.line {
                    source.line_column(end).column
                } else {
                    // Counted in bytes on its own line, and then as if on the first line.
                    let bytes = end - source.line_start(location.end_line);
                    columns_of_bytes(source.line_text(location.line), bytes as usize)
                };
                location.end_offset = i64::from(column) + 1 + i64::from(with_line_end);
            }
            Extent::Bytes => {
                let from = |line: u32, offset: u32| i64::from(offset - source.line_start(line)) + 1;
                location.offset = from(start.line, self.span.start);
                location.end_line = source.line_of(self.span.end);
                location.end_offset = from(location.end_line, self.span.end);
            }
            Extent::Zero => {}
            Extent::Line => location.offset = 0,
            Extent::Nowhere => {
                location = ErrorLocation {
                    line: 0,
                    offset: 0,
                    end_line: 0,
                    end_offset: 0,
                };
            }
            Extent::Layout => {
                location.offset = source.columns_between(self.anchor, self.span.start);
                location.end_offset = -1;
            }
        }
        location
    }
}

/// How many code points the first `bytes` bytes of a line hold; all of them if it is shorter.
fn columns_of_bytes(line: &str, bytes: usize) -> u32 {
    if bytes > line.len() {
        return line.chars().count() as u32;
    }
    String::from_utf8_lossy(&line.as_bytes()[..bytes])
        .chars()
        .count() as u32
}
