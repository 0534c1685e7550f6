//! Numbers and plain strings: where they end, and what is wrong with them. Their values are made by the
//! parser's actions.
#![forbid(unsafe_code)]

use super::{Lexer, Outcome, SyntaxError, Tok, WarningCategory, error_at};

impl Lexer<'_> {
    /// Takes a number; logos stands after its first digit or its dot and first digit.
    pub(super) fn number(&mut self) -> Outcome<()> {
        let start = self.logos.span().start;
        let end = self.number_end(start)?;
        let found = self.position();
        if end < found {
            self.restart(end);
        } else {
            self.logos.bump(end - found);
        }
        self.push(Tok::Number, start, end);
        Ok(())
    }

    fn number_end(&mut self, start: usize) -> Outcome<usize> {
        if self.byte(start) == b'.' {
            return self.fraction(start, start + 1);
        }
        if self.byte(start) != b'0' {
            let end = self.digits(start)?;
            return self.after_integer(start, end);
        }
        match self.byte(start + 1) {
            b'x' | b'X' => self.radix(start, "hexadecimal", 16),
            b'o' | b'O' => self.radix(start, "octal", 8),
            b'b' | b'B' => self.radix(start, "binary", 2),
            _ => self.leading_zero(start),
        }
    }

    fn radix(&mut self, start: usize, name: &str, radix: u32) -> Outcome<usize> {
        let is_digit = |byte: u8| (byte as char).is_digit(radix);
        let mut end = start + 2;
        loop {
            if self.byte(end) == b'_' {
                end += 1;
            }
            if !is_digit(self.byte(end)) {
                if radix < 10 && self.byte(end).is_ascii_digit() {
                    return Err(self.wrong_digit(end, name));
                }
                return Err(error_at(format!("invalid {name} literal"), end - 1));
            }
            while is_digit(self.byte(end)) {
                end += 1;
            }
            if self.byte(end) != b'_' {
                break;
            }
        }
        if radix < 10 && self.byte(end).is_ascii_digit() {
            return Err(self.wrong_digit(end, name));
        }
        self.number_boundary(start, end, name)
    }

    #[cold]
    fn wrong_digit(&self, offset: usize, name: &str) -> Box<SyntaxError> {
        let digit = self.byte(offset) as char;
        error_at(format!("invalid digit '{digit}' in {name} literal"), offset)
    }

    /// A number that begins with a zero: zero itself, a float or an imaginary number; anything else is an
    /// octal number of old.
    fn leading_zero(&mut self, start: usize) -> Outcome<usize> {
        let mut end = start;
        loop {
            if self.byte(end) == b'_' {
                end += 1;
                if !self.byte(end).is_ascii_digit() {
                    return Err(error_at("invalid decimal literal", end - 1));
                }
            }
            if self.byte(end) != b'0' {
                break;
            }
            end += 1;
        }
        let zeros_end = end;
        if self.byte(end).is_ascii_digit() {
            end = self.digits(end)?;
            if !matches!(self.byte(end), b'.' | b'e' | b'E' | b'j' | b'J') {
                let mut error = SyntaxError::new(
                    "leading zeros in decimal integer literals are not permitted; use an 0o prefix \
                     for octal integers",
                    super::Span::new(start as u32, zeros_end as u32),
                );
                // The range ends at the last zero, not behind it.
                error.span.end = (start as u32).max(zeros_end as u32);
                error.bare_line = true;
                return Err(Box::new(error));
            }
        }
        self.after_integer(start, end)
    }

    fn after_integer(&mut self, start: usize, end: usize) -> Outcome<usize> {
        match self.byte(end) {
            b'.' => self.fraction(start, end + 1),
            _ => self.exponent(start, end),
        }
    }

    fn fraction(&mut self, start: usize, after_dot: usize) -> Outcome<usize> {
        let mut end = after_dot;
        if self.byte(end).is_ascii_digit() {
            end = self.digits(end)?;
        }
        self.exponent(start, end)
    }

    fn exponent(&mut self, start: usize, mut end: usize) -> Outcome<usize> {
        if matches!(self.byte(end), b'e' | b'E') {
            let signed = matches!(self.byte(end + 1), b'+' | b'-');
            let digits = end + 1 + usize::from(signed);
            if !self.byte(digits).is_ascii_digit() {
                if signed {
                    return Err(error_at("invalid decimal literal", digits - 1));
                }
                return self.number_boundary(start, end, "decimal");
            }
            end = self.digits(digits)?;
        }
        if matches!(self.byte(end), b'j' | b'J') {
            return self.number_boundary(start, end + 1, "imaginary");
        }
        self.number_boundary(start, end, "decimal")
    }

    /// The end of digits with single underscores between them.
    fn digits(&self, start: usize) -> Outcome<usize> {
        let mut end = start;
        loop {
            while self.byte(end).is_ascii_digit() {
                end += 1;
            }
            if self.byte(end) != b'_' {
                return Ok(end);
            }
            end += 1;
            if !self.byte(end).is_ascii_digit() {
                return Err(error_at("invalid decimal literal", end - 1));
            }
        }
    }

    /// No letter may follow a number, except that of a keyword which can stand there; that is legal but
    /// deprecated.
    fn number_boundary(&mut self, start: usize, end: usize, name: &str) -> Outcome<usize> {
        let next = self.byte(end);
        if !(next.is_ascii_alphanumeric() || next == b'_') {
            return Ok(end);
        }
        let rest = &self.text.as_bytes()[end..];
        let keywords: [&[u8]; 8] = [b"and", b"else", b"for", b"if", b"in", b"is", b"or", b"not"];
        if keywords.iter().any(|keyword| rest.starts_with(keyword)) {
            let message = format!("invalid {name} literal");
            self.warn(WarningCategory::Syntax, message, start, end);
            return Ok(end);
        }
        Err(error_at(format!("invalid {name} literal"), end - 1))
    }

    /// Takes a string; logos stands after its opening quotes.
    pub(super) fn string(&mut self) -> Outcome<()> {
        let span = self.logos.span();
        let bytes = self.text.as_bytes();
        let quote = bytes[span.end - 1];
        let triple = self.text[span.clone()].len() >= 3 && bytes[span.end - 3] == quote;
        let mut position = span.end;
        let mut escaped_quote = false;
        loop {
            let rest = &bytes[position..];
            let found = if triple {
                memchr::memchr2(quote, b'\\', rest)
            } else {
                memchr::memchr3(quote, b'\\', b'\n', rest)
            };
            let Some(found) = found else {
                position = bytes.len();
                break;
            };
            position += found;
            match bytes[position] {
                b'\\' => {
                    escaped_quote |= self.byte(position + 1) == quote;
                    position += 2;
                    if position >= bytes.len() {
                        position = bytes.len();
                        break;
                    }
                }
                b'\n' => break,
                _ if !triple || rest[found..].starts_with(&[quote; 3]) => {
                    position += if triple { 3 } else { 1 };
                    self.logos
                        .bump(ceil_boundary(self.text, position) - span.end);
                    self.push(Tok::String, span.start, position);
                    return Ok(());
                }
                _ => position += 1,
            }
        }
        Err(self.unterminated(span.start, quote, triple, escaped_quote, position))
    }

    #[cold]
    fn unterminated(
        &self,
        start: usize,
        quote: u8,
        triple: bool,
        escaped_quote: bool,
        stop: usize,
    ) -> Box<SyntaxError> {
        if let Some(top) = self.fstrings.last()
            && top.quote == quote
            && top.triple == triple
        {
            return error_at("f-string: expecting '}'", start);
        }
        let line = self.detection_line(stop);
        let mut error = if triple {
            error_at(
                format!("unterminated triple-quoted string literal (detected at line {line})"),
                start,
            )
        } else {
            let hint = if escaped_quote {
                "; perhaps you escaped the end quote?"
            } else {
                ""
            };
            error_at(
                format!("unterminated string literal (detected at line {line}){hint}"),
                start,
            )
        };
        error.needs_more_input = triple || self.ends_in_continuation(stop);
        error
    }

    /// The line on which the end of the literal was missed; a line end at the end of the text begins no
    /// line.
    pub(super) fn detection_line(&self, stop: usize) -> usize {
        let at_end = stop >= self.text.len() && self.text.ends_with('\n');
        self.line_number(if at_end { self.text.len() - 1 } else { stop })
    }

    /// Whether a one-line string runs to the end of the text behind a backslash.
    pub(super) fn ends_in_continuation(&self, stop: usize) -> bool {
        stop >= self.text.len() && (self.text.ends_with("\\\n") || self.text.ends_with('\\'))
    }
}

/// The first offset from `offset` on that does not split a code point.
pub(super) fn ceil_boundary(text: &str, mut offset: usize) -> usize {
    while !text.is_char_boundary(offset) {
        offset += 1;
    }
    offset
}
