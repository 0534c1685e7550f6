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
    /// How much of the end of `span` the exception tells.
    pub extent: Extent,
    /// Whether more text at the end could make it a program.
    pub needs_more_input: bool,
}

/// What the exception's `end_lineno` and `end_offset` say.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Extent {
    /// The end of the span.
    Range,
    /// `end_offset` is -1: only the start is meant.
    Point,
}

/// The place of an error as the attributes of the exception give it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct ErrorLocation {
    /// `lineno`, from 1.
    pub line: u32,
    /// `offset`: column in code points, from 1.
    pub offset: i64,
    /// `end_lineno`.
    pub end_line: u32,
    /// `end_offset`, from 1; -1 if only the start is meant.
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
            needs_more_input: false,
        }
    }

    /// The line and column numbers of the exception.
    pub fn location(&self, source: &Source) -> ErrorLocation {
        let start = source.line_column(self.span.start);
        let offset = i64::from(start.column) + 1;
        match self.extent {
            Extent::Range => {
                let end = source.line_column(self.span.end);
                ErrorLocation {
                    line: start.line,
                    offset,
                    end_line: end.line,
                    end_offset: i64::from(end.column) + 1,
                }
            }
            Extent::Point => ErrorLocation {
                line: start.line,
                offset,
                end_line: start.line,
                end_offset: -1,
            },
        }
    }
}
