//! F-strings: a stack of modes. Inside of a replacement field logos lexes as everywhere; between the
//! fields the text is scanned here, up to the next brace or the closing quotes.
#![forbid(unsafe_code)]

use super::{Lexer, MAX_FSTRINGS, Outcome, SyntaxError, Tok, error_at};

/// How deep format specifications nest in replacement fields.
const MAX_FIELDS: usize = 3;

/// An open f-string.
pub(super) struct FString {
    pub(super) quote: u8,
    pub(super) triple: bool,
    raw: bool,
    start: usize,
    /// Whether its text is being read, not a replacement field.
    pub(super) in_literal: bool,
    /// How many brackets are open within it.
    pub(super) depth: usize,
    /// For each open replacement field (they nest in format specifications), the depth outside of it.
    pub(super) fields: Vec<usize>,
}

impl Lexer<'_> {
    /// Opens an f-string; logos stands after its opening quotes.
    pub(super) fn fstring_start(&mut self) -> Outcome<()> {
        let span = self.logos.span();
        let bytes = self.text.as_bytes();
        if self.fstrings.len() + 1 >= MAX_FSTRINGS {
            return Err(error_at("too many nested f-strings", span.end - 1));
        }
        let quote = bytes[span.end - 1];
        let triple = bytes[span.end - 2] == quote;
        let prefix = &bytes[span.start..span.end];
        self.fstrings.push(FString {
            quote,
            triple,
            raw: prefix.iter().any(|byte| matches!(byte, b'r' | b'R')),
            start: span.start,
            in_literal: true,
            depth: 0,
            fields: Vec::new(),
        });
        self.push(Tok::FStringStart, span.start, span.end);
        Ok(())
    }

    /// Reads text up to the next replacement field, the end of a format specification, or the closing
    /// quotes, and leaves the literal mode there.
    pub(super) fn fstring_text(&mut self) -> Outcome<()> {
        let start = self.position();
        let bytes = self.text.as_bytes();
        let Some(top) = self.fstrings.last() else {
            return Ok(());
        };
        let (quote, triple, raw) = (top.quote, top.triple, top.raw);
        let in_spec = !top.fields.is_empty();
        let quotes: &[u8] = if triple { &[quote; 3] } else { &[quote] };
        let mut position = start;
        let mut closes = false;
        let mut named_escape = false;
        loop {
            let rest = bytes.get(position..).unwrap_or_default();
            let Some(&byte) = rest.first() else {
                return Err(self.unterminated_fstring(position));
            };
            match byte {
                b'\n' if !triple => {
                    if in_spec {
                        break;
                    }
                    return Err(self.unterminated_fstring(position));
                }
                b'\\' => {
                    let next = rest.get(1).copied();
                    position += match next {
                        Some(b'{' | b'}') => 1,
                        Some(b'N') if !raw && rest.get(2) == Some(&b'{') => {
                            named_escape = true;
                            3
                        }
                        _ => 2,
                    };
                    continue;
                }
                b'{' if rest.get(1) != Some(&b'{') || in_spec => break,
                b'{' => position += 2,
                b'}' if named_escape => {
                    named_escape = false;
                    position += 1;
                }
                b'}' if rest.get(1) == Some(&b'}') && !in_spec => position += 2,
                b'}' => break,
                _ if byte == quote && rest.starts_with(quotes) => {
                    closes = true;
                    break;
                }
                _ => position += 1,
            }
        }
        let stops_at = self.byte(position);
        if position > start {
            self.logos.bump(position - start);
            self.push(Tok::FStringMiddle, start, position);
        }
        if closes {
            self.logos.bump(quotes.len());
            self.push(Tok::FStringEnd, position, position + quotes.len());
            self.fstrings.pop();
            return Ok(());
        }
        if let Some(top) = self.fstrings.last_mut() {
            top.in_literal = false;
            if stops_at == b'{' {
                if top.fields.len() >= MAX_FIELDS {
                    return Err(error_at(
                        "f-string: expressions nested too deeply",
                        position - 1,
                    ));
                }
                top.fields.push(top.depth);
            }
        }
        Ok(())
    }

    #[cold]
    fn unterminated_fstring(&self, stop: usize) -> Box<SyntaxError> {
        let line = self.detection_line(stop);
        let (start, triple) = match self.fstrings.last() {
            Some(top) => (top.start, top.triple),
            None => (stop, false),
        };
        let kind = if triple {
            "triple-quoted f-string"
        } else {
            "f-string"
        };
        let mut error = error_at(
            format!("unterminated {kind} literal (detected at line {line})"),
            start,
        );
        error.needs_more_input = triple || self.ends_in_continuation(stop);
        error
    }
}
