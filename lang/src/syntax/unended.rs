//! The rules for the ends of texts for `eval` and for single statements.
//!
//! Text for a module gets a line end at its end if it lacks one, these do not. Without one there is no token
//! for the line end either: CPython's parser meets the end of the text, which has a line but no column, and
//! white space behind the last line end counts as the beginning of a line. Tools compare these numbers, so
//! they are kept as they are.
//!
//! Invariant: texts that a prompt reads do not come here.
#![forbid(unsafe_code)]

use super::Mode;
use super::ast::{Ast, Root, Span};
use super::error::{Extent, SyntaxError, SyntaxErrorKind};
use super::token::{Tok, Token};
use crate::base::source::Source;

/// What becomes of a finished parse.
pub fn review(
    source: &Source,
    tokens: &[Token],
    mode: Mode,
    parsed: Result<Ast, SyntaxError>,
) -> Result<Ast, SyntaxError> {
    let text = source.text();
    match parsed {
        Ok(ast) if mode == Mode::Eval => match blank_rest(text) {
            Some(error) => Err(error),
            None => Ok(ast),
        },
        Ok(ast) if is_empty(&ast) => Err(nothing(source)),
        Ok(ast) if !text.ends_with('\n') && lacks_line_end(&ast, tokens) => Err(at_end(source)),
        Ok(ast) => Ok(ast),
        Err(_)
            if tokens.iter().all(|token| token.kind == Tok::EndMarker) && text_is_blank(text) =>
        {
            Err(nothing(source))
        }
        Err(error) if text.ends_with('\n') => Err(error),
        Err(error) => Err(place_at_end(source, error)),
    }
}

fn text_is_blank(text: &str) -> bool {
    let mut lines = text.lines().map(str::trim_ascii_start);
    lines.all(|line| line.is_empty() || line.starts_with('#'))
}

/// Whether an input holds no statement.
fn is_empty(ast: &Ast) -> bool {
    matches!(ast.root, Root::Interactive(block) if block.is_empty())
}

/// A compound statement whose last suite stands on the line of its header needs one line end for the suite
/// and one for itself; the end of the text passes for one only.
fn lacks_line_end(ast: &Ast, tokens: &[Token]) -> bool {
    let Root::Interactive(block) = ast.root else {
        return false;
    };
    let is_compound = ast[block]
        .first()
        .is_some_and(|&stmt| ast[stmt].kind.is_compound());
    let last = tokens
        .iter()
        .rev()
        .find(|token| token.kind != Tok::EndMarker);
    is_compound && last.is_some_and(|token| token.kind == Tok::Newline)
}

/// The error for a text without a statement or expression.
fn nothing(source: &Source) -> SyntaxError {
    if let Some(error) = blank_rest(source.text()) {
        return error;
    }
    let mut error = at_end(source);
    if source.text().is_empty() {
        error.extent = Extent::Nowhere;
    }
    error
}

/// White space behind the last line end opens a block where none can be.
fn blank_rest(text: &str) -> Option<SyntaxError> {
    let start = text.rfind('\n').map_or(0, |end| end + 1);
    let rest = &text[start..];
    if rest.is_empty() || !rest.bytes().all(|byte| matches!(byte, b' ' | b'\t')) {
        return None;
    }
    let end = text.len() as u32;
    let mut error = SyntaxError::new("unexpected indent", Span::new(end, end));
    error.kind = SyntaxErrorKind::Indentation;
    error.extent = Extent::Layout;
    error.anchor = start as u32;
    Some(error)
}

fn at_end(source: &Source) -> SyntaxError {
    let last = source.line_start(source.line_count());
    let mut error = SyntaxError::new("invalid syntax", Span::new(last, last));
    error.extent = Extent::Line;
    error
}

/// An error that was placed on the line end which the text lacks.
fn place_at_end(source: &Source, mut error: SyntaxError) -> SyntaxError {
    let text = source.text();
    let end = text.len() as u32;
    if text.ends_with('\\') && error.extent == Extent::Layout && error.span.start > end {
        let message = "unexpected character after line continuation character";
        let mut error = SyntaxError::new(message, Span::new(end - 1, end - 1));
        error.extent = Extent::Zero;
        return error;
    }
    match error.extent {
        Extent::Range if error.span.start >= end => {
            error.span = Span::new(end, end);
            match &*error.message {
                "invalid syntax" => error.extent = Extent::Line,
                // Messages of rules name the last token, which has no column either, and get the text's end.
                _ => {
                    error.extent = Extent::Layout;
                    error.anchor = source.line_start(source.line_of(end));
                }
            }
            error
        }
        Extent::Layout => {
            error.span.start = error.span.start.min(end);
            error
        }
        _ => error,
    }
}
