//! From text to tokens: logos recognises words and operators; around it stand indentation, implicit
//! line joining, the literals (`literal.rs`), and the stack of f-string modes (`fstring.rs`). A pass over
//! the finished tokens decides the soft keywords (`soft.rs`).
//!
//! The whole text is lexed before parsing. The first error ends the tokens; it is reported when the
//! parser reaches that place, or instead of a parse error before it.
//!
//! Invariants: `Indent` and `Dedent` balance when there is no error; brackets nest at most
//! [`MAX_BRACKETS`] deep, f-strings [`MAX_FSTRINGS`].
#![forbid(unsafe_code)]

mod fstring;
mod literal;
mod soft;

use std::borrow::Cow;

use logos::{Lexer as Logos, Logos as _};
use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};

use self::fstring::FString;
use super::ast::{Span, SyntaxWarning, WarningCategory};
use super::error::{Extent, SyntaxError, SyntaxErrorKind};
use super::token::{Tok, Token};

/// How deep brackets nest.
pub const MAX_BRACKETS: usize = 200;
/// How deep f-strings nest.
pub const MAX_FSTRINGS: usize = 150;
/// How deep blocks nest.
pub const MAX_INDENTS: usize = 100;

const TAB_SIZE: u32 = 8;

/// What lexing yields.
pub struct Lexed {
    /// The tokens; without an error the last one is an `EndMarker`.
    pub tokens: Vec<Token>,
    /// Why the tokens end early.
    pub error: Option<LexError>,
    /// Questionable literals.
    pub warnings: Vec<SyntaxWarning>,
}

/// The error that ends the tokens.
pub struct LexError {
    /// What is reported.
    pub error: SyntaxError,
    /// The innermost bracket that is open there, and its offset.
    pub open_bracket: Option<(u8, u32)>,
    /// Whether it is within an f-string.
    pub in_fstring: bool,
}

/// Lexes a whole text.
pub fn lex(text: &str) -> Lexed {
    let mut lexer = Lexer {
        text,
        logos: Tok::lexer(text),
        tokens: Vec::with_capacity(text.len() / 4 + 8),
        warnings: Vec::new(),
        indents: Vec::new(),
        brackets: Vec::new(),
        fstrings: Vec::new(),
    };
    let error = lexer.run().err().map(|error| LexError {
        error: *error,
        open_bracket: lexer.brackets.last().copied(),
        in_fstring: !lexer.fstrings.is_empty(),
    });
    let mut lexed = Lexed {
        tokens: lexer.tokens,
        error,
        warnings: lexer.warnings,
    };
    soft::decide(text, &mut lexed.tokens);
    lexed
}

type Outcome<T> = Result<T, Box<SyntaxError>>;

/// An open block: its column with tabs to the next multiple of eight, and with tabs as one column. Both
/// must agree on how blocks nest.
#[derive(Clone, Copy, Default)]
struct Indent {
    column: u32,
    alternative: u32,
}

struct Lexer<'s> {
    text: &'s str,
    logos: Logos<'s, Tok>,
    tokens: Vec<Token>,
    warnings: Vec<SyntaxWarning>,
    indents: Vec<Indent>,
    /// The open brackets and where they are.
    brackets: Vec<(u8, u32)>,
    fstrings: Vec<FString>,
}

impl Lexer<'_> {
    fn run(&mut self) -> Outcome<()> {
        let mut at_line_start = true;
        loop {
            if at_line_start {
                self.indentation()?;
                at_line_start = false;
            }
            if self.fstrings.last().is_some_and(|top| top.in_literal) {
                self.fstring_text()?;
                continue;
            }
            let Some(token) = self.logos.next() else {
                return self.end_of_text();
            };
            let start = self.logos.span().start;
            match token {
                Ok(kind) if kind.is_keyword() || kind == Tok::Name => self.word(kind),
                Ok(Tok::NonAscii) => self.identifier()?,
                Ok(Tok::Newline) => {
                    if self.brackets.is_empty() {
                        at_line_start = true;
                        if self.in_line() {
                            self.push(Tok::Newline, self.comment_start(start), start + 1);
                        }
                    }
                }
                Ok(Tok::Number) => self.number()?,
                Ok(Tok::String) => self.string()?,
                Ok(Tok::FStringStart) => self.fstring_start()?,
                Ok(Tok::Backslash) => self.continuation()?,
                Ok(kind @ (Tok::LeftParen | Tok::LeftBracket | Tok::LeftBrace)) => {
                    self.open_bracket(kind)?;
                }
                Ok(kind @ (Tok::RightParen | Tok::RightBracket | Tok::RightBrace)) => {
                    self.close_bracket(kind)?;
                }
                Ok(kind @ (Tok::Colon | Tok::ColonEqual)) => self.colon(kind),
                Ok(kind) => self.push(kind, start, self.position()),
                Err(()) => self.unknown()?,
            }
        }
    }

    /// The offset after the token that logos found last.
    fn position(&self) -> usize {
        self.logos.span().end
    }

    /// Whether something stands on the present logical line.
    fn in_line(&self) -> bool {
        self.tokens
            .last()
            .is_some_and(|last| !matches!(last.kind, Tok::Newline | Tok::Indent | Tok::Dedent))
    }

    /// Where the comment before the line end at `end` begins; `end` without a comment.
    fn comment_start(&self, end: usize) -> usize {
        let last = self.tokens.last().map_or(0, |last| last.end as usize);
        let between = &self.text.as_bytes()[last.min(end)..end];
        memchr::memchr(b'#', between).map_or(end, |found| last + found)
    }

    fn push(&mut self, kind: Tok, start: usize, end: usize) {
        self.tokens.push(Token {
            kind,
            level: self.brackets.len() as u8,
            start: start as u32,
            end: end as u32,
        });
    }

    fn byte(&self, offset: usize) -> u8 {
        self.text.as_bytes().get(offset).copied().unwrap_or(0)
    }

    /// Takes an ASCII word, unless other characters go on with it.
    fn word(&mut self, kind: Tok) {
        let span = self.logos.span();
        if self.byte(span.end) < 0x80 {
            self.push(kind, span.start, span.end);
            return;
        }
        let rest = &self.text[span.end..];
        let length = rest
            .find(|c: char| !unicode_ident::is_xid_continue(c))
            .unwrap_or(rest.len());
        self.logos.bump(length);
        let kind = if length == 0 { kind } else { Tok::Name };
        self.push(kind, span.start, span.end + length);
    }

    /// Takes an identifier that begins outside of ASCII. All of the characters outside of ASCII are
    /// taken for parts of it, so the first wrong one is an error.
    fn identifier(&mut self) -> Outcome<()> {
        let start = self.logos.span().start;
        let rest = &self.text[start..];
        for (offset, c) in rest.char_indices() {
            let valid = if offset == 0 {
                unicode_ident::is_xid_start(c)
            } else {
                unicode_ident::is_xid_continue(c)
            };
            if !valid && !c.is_ascii() {
                return Err(self.invalid_character(start + offset, c));
            }
            if !valid {
                self.logos.bump(offset - (self.position() - start));
                self.push(Tok::Name, start, start + offset);
                return Ok(());
            }
        }
        self.logos.bump(self.text.len() - self.position());
        self.push(Tok::Name, start, self.text.len());
        Ok(())
    }

    #[cold]
    fn invalid_character(&self, offset: usize, c: char) -> Box<SyntaxError> {
        let code = u32::from(c);
        let message = if is_printable(c) {
            format!("invalid character '{c}' (U+{code:04X})")
        } else {
            format!("invalid non-printable character U+{code:04X}")
        };
        error_at(message, offset)
    }

    #[cold]
    fn unknown(&mut self) -> Outcome<()> {
        let span = self.logos.span();
        let c = self.text[span.start..].chars().next().unwrap_or(' ');
        if is_printable(c) {
            self.push(Tok::Unknown, span.start, span.end);
            Ok(())
        } else {
            Err(self.invalid_character(span.start, c))
        }
    }

    /// A backslash joins two lines.
    fn continuation(&mut self) -> Outcome<()> {
        let after = self.position();
        if self.byte(after) != b'\n' && after < self.text.len() {
            let at = Span::new(after as u32, after as u32);
            return Err(Box::new(SyntaxError {
                extent: Extent::Zero,
                ..SyntaxError::new("unexpected character after line continuation character", at)
            }));
        }
        if after + 1 >= self.text.len() {
            return Err(self.end_behind_backslash(after));
        }
        self.logos.bump(1);
        Ok(())
    }

    /// The text ends with a backslash, or with a line end behind one; `after` is behind the backslash.
    #[cold]
    fn end_behind_backslash(&self, after: usize) -> Box<SyntaxError> {
        if let Some(&(bracket, start)) = self.brackets.last() {
            return Box::new(unclosed(bracket, start));
        }
        let end = after as u32 + 1;
        let mut error = SyntaxError::new("unexpected EOF while parsing", Span::new(end, end));
        error.extent = Extent::Layout;
        error.anchor = self.line_start(after) as u32;
        error.needs_more_input = true;
        Box::new(error)
    }

    fn line_start(&self, offset: usize) -> usize {
        let before = &self.text.as_bytes()[..offset.min(self.text.len())];
        memchr::memrchr(b'\n', before).map_or(0, |end| end + 1)
    }

    /// The number of the line (from 1) that holds `offset`.
    fn line_number(&self, offset: usize) -> usize {
        let before = &self.text.as_bytes()[..offset.min(self.text.len())];
        memchr::memchr_iter(b'\n', before).count() + 1
    }

    /// Reads the white space before the first token of a logical line, skipping blank lines, and opens or
    /// closes blocks by it.
    fn indentation(&mut self) -> Outcome<()> {
        let bytes = self.text.as_bytes();
        let begin = self.position();
        let mut position = begin;
        let mut indent = Indent::default();
        let mut joined: Option<Indent> = None;
        loop {
            match bytes.get(position) {
                Some(b' ') => {
                    indent.column += 1;
                    indent.alternative += 1;
                }
                Some(b'\t') => {
                    indent.column = (indent.column / TAB_SIZE + 1) * TAB_SIZE;
                    indent.alternative += 1;
                }
                Some(b'\x0c') => indent = Indent::default(),
                Some(b'\n') => {
                    indent = Indent::default();
                    joined = None;
                }
                Some(b'#') => {
                    let rest = &bytes[position..];
                    position += memchr::memchr(b'\n', rest).unwrap_or(rest.len());
                    continue;
                }
                Some(b'\\') if bytes.get(position + 1) == Some(&b'\n') => {
                    // The block's column is that of the first of the joined lines.
                    joined = joined.or(Some(indent));
                    position += 1;
                    if position + 1 == bytes.len() {
                        return Err(self.end_behind_backslash(position));
                    }
                }
                _ => break,
            }
            position += 1;
        }
        self.logos.bump(position.min(bytes.len()) - begin);
        if position >= bytes.len() {
            return Ok(());
        }
        self.open_or_close(joined.unwrap_or(indent), position)
    }

    fn open_or_close(&mut self, indent: Indent, position: usize) -> Outcome<()> {
        let top = self.indents.last().copied().unwrap_or_default();
        if indent.column == top.column {
            if indent.alternative != top.alternative {
                return Err(self.tab_error(position));
            }
            return Ok(());
        }
        if indent.column > top.column {
            if self.indents.len() + 1 >= MAX_INDENTS {
                let mut error = self.line_error("too many levels of indentation", position);
                error.kind = SyntaxErrorKind::Indentation;
                return Err(error);
            }
            if indent.alternative <= top.alternative {
                return Err(self.tab_error(position));
            }
            self.indents.push(indent);
            self.push(Tok::Indent, position, position);
            return Ok(());
        }
        let outer = |open: &&Indent| open.column > indent.column;
        let closed = self.indents.iter().rev().take_while(outer).count();
        self.indents.truncate(self.indents.len() - closed);
        let top = self.indents.last().copied().unwrap_or_default();
        if indent.column != top.column {
            let rest = &self.text.as_bytes()[position..];
            let end = position + memchr::memchr(b'\n', rest).unwrap_or(rest.len()) + 1;
            let mut error = SyntaxError::new(
                "unindent does not match any outer indentation level",
                Span::new(end as u32, end as u32),
            );
            error.kind = SyntaxErrorKind::Indentation;
            error.extent = Extent::Layout;
            error.anchor = self.line_start(position) as u32;
            return Err(Box::new(error));
        }
        if indent.alternative != top.alternative {
            return Err(self.tab_error(position));
        }
        for _ in 0..closed {
            self.push(Tok::Dedent, position, position);
        }
        Ok(())
    }

    #[cold]
    fn tab_error(&self, position: usize) -> Box<SyntaxError> {
        let mut error = self.line_error(
            "inconsistent use of tabs and spaces in indentation",
            position,
        );
        error.kind = SyntaxErrorKind::Tab;
        error
    }

    #[cold]
    fn line_error(&self, message: &'static str, position: usize) -> Box<SyntaxError> {
        let start = self.line_start(position) as u32;
        let mut error = SyntaxError::new(message, Span::new(start, start));
        error.extent = Extent::Zero;
        Box::new(error)
    }

    fn open_bracket(&mut self, kind: Tok) -> Outcome<()> {
        let start = self.logos.span().start;
        if self.brackets.len() >= MAX_BRACKETS {
            return Err(error_at("too many nested parentheses", start));
        }
        self.brackets.push((self.byte(start), start as u32));
        if let Some(top) = self.fstrings.last_mut() {
            top.depth += 1;
        }
        self.push(kind, start, start + 1);
        Ok(())
    }

    fn close_bracket(&mut self, kind: Tok) -> Outcome<()> {
        let start = self.logos.span().start;
        let close = self.byte(start);
        if let Some(top) = self.fstrings.last()
            && top.depth == 0
            && close == b'}'
        {
            return Err(error_at("f-string: single '}' is not allowed", start));
        }
        let Some((open, open_offset)) = self.brackets.pop() else {
            let prefix = if self.fstrings.is_empty() {
                ""
            } else {
                "f-string: "
            };
            let message = format!("{prefix}unmatched '{}'", close as char);
            return Err(error_at(message, start));
        };
        let matches = matches!((open, close), (b'(', b')') | (b'[', b']') | (b'{', b'}'));
        if !matches {
            return Err(self.mismatch(open, open_offset, close, start));
        }
        if let Some(top) = self.fstrings.last_mut() {
            if top.depth == 0 {
                let message = format!("f-string: unmatched '{}'", close as char);
                return Err(error_at(message, start));
            }
            top.depth -= 1;
            if close == b'}' && top.fields.last() == Some(&top.depth) {
                top.fields.pop();
                top.in_literal = true;
            }
        }
        // The level of a closing bracket is that of the text after it.
        self.push(kind, start, start + 1);
        Ok(())
    }

    #[cold]
    fn mismatch(&self, open: u8, open_offset: u32, close: u8, start: usize) -> Box<SyntaxError> {
        let (open, close) = (open as char, close as char);
        if open == '{'
            && let Some(top) = self.fstrings.last()
            && top.fields.last() == Some(&top.depth.saturating_sub(1))
        {
            return error_at(format!("f-string: unmatched '{close}'"), start);
        }
        let line = self.line_number(open_offset as usize);
        let place = if line == self.line_number(start) {
            String::new()
        } else {
            format!(" on line {line}")
        };
        error_at(
            format!(
                "closing parenthesis '{close}' does not match opening parenthesis '{open}'{place}"
            ),
            start,
        )
    }

    /// A colon at the outermost level of a replacement field begins its format specification, even
    /// if `=` follows.
    fn colon(&mut self, kind: Tok) {
        let span = self.logos.span();
        let begins_spec = self
            .fstrings
            .last()
            .is_some_and(|top| top.fields.last() == Some(&top.depth.saturating_sub(1)));
        if !begins_spec {
            self.push(kind, span.start, span.end);
            return;
        }
        if kind == Tok::ColonEqual {
            self.restart(span.start + 1);
        }
        self.push(Tok::Colon, span.start, span.start + 1);
        if let Some(top) = self.fstrings.last_mut() {
            top.in_literal = true;
        }
    }

    /// Lets logos go on at an earlier place.
    fn restart(&mut self, offset: usize) {
        self.logos = Tok::lexer(self.text);
        self.logos.bump(offset);
    }

    fn end_of_text(&mut self) -> Outcome<()> {
        if let Some(&(bracket, start)) = self.brackets.last() {
            return Err(Box::new(unclosed(bracket, start)));
        }
        let end = self.text.len();
        if self.in_line() {
            self.push(Tok::Newline, end, end + 1);
        }
        for _ in 0..self.indents.len() {
            self.push(Tok::Dedent, end, end);
        }
        self.indents.clear();
        self.push(Tok::EndMarker, end, end);
        Ok(())
    }

    fn warn(&mut self, category: WarningCategory, message: String, start: usize, end: usize) {
        self.warnings.push(SyntaxWarning {
            category,
            message,
            span: Span::new(start as u32, end as u32),
        });
    }
}

/// An opening bracket that nothing closes.
pub fn unclosed(bracket: u8, offset: u32) -> SyntaxError {
    let message = format!("'{}' was never closed", bracket as char);
    let mut error = SyntaxError::new(message, Span::new(offset, offset));
    error.extent = Extent::Zero;
    error.needs_more_input = true;
    error
}

/// An error whose place is a single column: the character at `offset`.
#[cold]
fn error_at(message: impl Into<Cow<'static, str>>, offset: usize) -> Box<SyntaxError> {
    let offset = offset as u32;
    let mut error = SyntaxError::new(message, Span::new(offset, offset));
    error.bare_line = true;
    Box::new(error)
}

/// Whether `repr` shows a character as it is.
pub fn is_printable(c: char) -> bool {
    c == ' '
        || !matches!(
            c.general_category(),
            GeneralCategory::Control
                | GeneralCategory::Format
                | GeneralCategory::Surrogate
                | GeneralCategory::PrivateUse
                | GeneralCategory::Unassigned
                | GeneralCategory::LineSeparator
                | GeneralCategory::ParagraphSeparator
                | GeneralCategory::SpaceSeparator
        )
}
