//! Actions that make the values of strings: escapes, implicit concatenation, the parts of f-strings.
#![forbid(unsafe_code)]

use super::*;

/// One of several neighbouring string literals.
pub enum StringPiece {
    /// A literal with prefix and quotes.
    Plain(Span),
    /// An f-string.
    Formatted {
        /// Its prefix and opening quotes.
        prefix: Span,
        /// What stands in it.
        pieces: Vec<FStringPiece>,
        /// Where it ends.
        end: u32,
    },
}

/// A piece of an f-string as the grammar finds it.
pub enum FStringPiece {
    /// Text with escapes and doubled braces.
    Text(Span),
    /// A replacement field.
    Field(Box<Field>),
}

/// A replacement field.
pub struct Field {
    expr: ExprId,
    /// The text that a `=` shows.
    shown: Option<Span>,
    conversion: Option<Conversion>,
    spec: Option<Vec<FStringPiece>>,
    span: Span,
}

/// Collects the parts of an f-string, merging neighbouring text.
#[derive(Default)]
struct Parts {
    parts: Vec<FStringPart>,
    text: Vec<u8>,
    text_span: Option<Span>,
}

impl Parts {
    fn add_text(&mut self, text: &[u8], span: Span) {
        if text.is_empty() {
            return;
        }
        self.text.extend_from_slice(text);
        self.text_span = Some(self.text_span.map_or(span, |known| known.to(span)));
    }
}

impl Builder<'_> {
    /// A string literal that is no f-string.
    pub fn string_piece(&mut self, start: u32, end: u32) -> StringPiece {
        StringPiece::Plain(Span::new(start, end))
    }

    /// A replacement field.
    pub fn field(
        &mut self,
        expr: ExprId,
        shown: Option<Span>,
        conversion: Option<Option<Conversion>>,
        spec: Option<Vec<FStringPiece>>,
        start: u32,
        end: u32,
    ) -> FStringPiece {
        FStringPiece::Field(Box::new(Field {
            expr,
            shown,
            conversion: conversion.flatten(),
            spec,
            span: Span::new(start, end),
        }))
    }

    /// The conversion named by the token at `start`, behind the exclamation mark at `mark`.
    pub fn conversion(&mut self, mark: u32, start: u32, end: u32) -> Option<Conversion> {
        let span = Span::new(start, end);
        if start != mark + 1 {
            let message = "f-string: conversion type must come right after the exclamanation mark";
            self.error(SyntaxError::new(message, Span::new(mark, end)));
            return None;
        }
        match &self.text[start as usize..end as usize] {
            "s" => Some(Conversion::Str),
            "r" => Some(Conversion::Repr),
            "a" => Some(Conversion::Ascii),
            other => {
                let message = format!(
                    "f-string: invalid conversion character '{other}': expected 's', 'r', or 'a'"
                );
                self.error(SyntaxError::new(message, span));
                None
            }
        }
    }

    /// Neighbouring literals as one expression.
    pub fn strings(&mut self, pieces: Vec<StringPiece>, start: u32, end: u32) -> ExprId {
        let is_bytes = |piece: &StringPiece| match piece {
            StringPiece::Plain(span) => {
                let text = &self.text.as_bytes()[span.start as usize..span.end as usize];
                text.iter().take(2).any(|byte| matches!(byte, b'b' | b'B'))
                    && !matches!(text[0], b'"' | b'\'')
                    && is_bytes_prefix(text)
            }
            StringPiece::Formatted { .. } => false,
        };
        let bytes_count = pieces.iter().filter(|piece| is_bytes(piece)).count();
        if bytes_count != 0 && bytes_count != pieces.len() {
            let message = "cannot mix bytes and nonbytes literals";
            self.error(SyntaxError::new(message, self.lookahead.get()));
        }
        if bytes_count != 0 {
            let mut value = Vec::new();
            for piece in pieces {
                if let StringPiece::Plain(span) = piece {
                    self.plain(span, &mut value);
                }
            }
            return self.constant(Constant::Bytes(value.into()), start, end);
        }
        if pieces
            .iter()
            .all(|piece| matches!(piece, StringPiece::Plain(_)))
        {
            let mut value = Vec::new();
            for piece in pieces {
                if let StringPiece::Plain(span) = piece {
                    self.plain(span, &mut value);
                }
            }
            return self.constant(Constant::Str(value.into()), start, end);
        }
        let mut parts = Parts::default();
        for piece in pieces {
            match piece {
                StringPiece::Plain(span) => {
                    let mut text = Vec::new();
                    self.plain(span, &mut text);
                    parts.add_text(&text, span);
                }
                StringPiece::Formatted {
                    prefix,
                    pieces,
                    end,
                } => {
                    let quotes = &self.text[prefix.start as usize..prefix.end as usize];
                    let raw = quotes.contains(['r', 'R']);
                    let length = if quotes.len() > 3 { 3 } else { 1 };
                    self.formatted(pieces, raw, Span::new(end - length, end), &mut parts);
                }
            }
        }
        let parts = self.finish_parts(parts);
        self.expr(ExprKind::JoinedStr(parts), start, end)
    }

    fn formatted(&mut self, pieces: Vec<FStringPiece>, raw: bool, close: Span, parts: &mut Parts) {
        for piece in pieces {
            match piece {
                FStringPiece::Text(span) => {
                    let body = &self.text[span.start as usize..span.end as usize];
                    let mut text = Vec::with_capacity(body.len());
                    let result = self.decode_text(body, span, raw, true, &mut text);
                    if let Err(message) = result {
                        self.error(SyntaxError::new(message, close));
                    }
                    parts.add_text(&text, span);
                }
                FStringPiece::Field(field) => self.formatted_field(*field, raw, close, parts),
            }
        }
    }

    fn formatted_field(&mut self, field: Field, raw: bool, close: Span, parts: &mut Parts) {
        let Field {
            expr,
            shown,
            mut conversion,
            spec,
            span,
        } = field;
        if let Some(shown) = shown {
            let text = &self.text[shown.start as usize..self.skip_blank(shown.end) as usize];
            parts.add_text(without_comments(text).as_bytes(), shown);
            if conversion.is_none() && spec.is_none() {
                conversion = Some(Conversion::Repr);
            }
        }
        let spec = spec.map(|pieces| {
            let mut parts = Parts::default();
            self.formatted(pieces, raw, close, &mut parts);
            self.finish_parts(parts)
        });
        self.flush(parts);
        parts.parts.push(FStringPart::Field(FormattedValue {
            expr,
            conversion,
            spec,
            span,
        }));
    }

    /// The offset of the first thing from `offset` on that is neither white space nor a comment.
    fn skip_blank(&self, offset: u32) -> u32 {
        let mut rest = &self.text[offset as usize..];
        loop {
            rest = rest.trim_start_matches([' ', '\t', '\n', '\x0c']);
            match rest.strip_prefix('#') {
                Some(comment) => rest = comment.find('\n').map_or("", |end| &comment[end..]),
                None => return (self.text.len() - rest.len()) as u32,
            }
        }
    }

    fn flush(&mut self, parts: &mut Parts) {
        if let Some(span) = parts.text_span.take() {
            let text = std::mem::take(&mut parts.text);
            let value = self.ast.add_constant(Constant::Str(text.into()));
            parts.parts.push(FStringPart::Literal { value, span });
        }
    }

    fn finish_parts(&mut self, mut parts: Parts) -> List<FStringPart> {
        self.flush(&mut parts);
        self.list(parts.parts)
    }

    /// Decodes a literal with prefix and quotes.
    fn plain(&mut self, span: Span, out: &mut Vec<u8>) {
        let whole = &self.text[span.start as usize..span.end as usize];
        let prefix_length = whole.find(['"', '\'']).unwrap_or(0);
        let (prefix, quoted) = whole.split_at(prefix_length);
        let raw = prefix.contains(['r', 'R']);
        let is_bytes = prefix.contains(['b', 'B']);
        let triple =
            quoted.len() >= 6 && (quoted.starts_with("\"\"\"") || quoted.starts_with("'''"));
        let quotes = if triple { 3 } else { 1 };
        let body = &quoted[quotes..quoted.len() - quotes];
        let result = if is_bytes {
            self.decode_bytes(body, span, raw, out)
        } else {
            self.decode_text(body, span, raw, false, out)
        };
        if let Err(message) = result {
            self.error(SyntaxError::new(message, span));
        }
    }

    fn decode_bytes(
        &mut self,
        body: &str,
        span: Span,
        raw: bool,
        out: &mut Vec<u8>,
    ) -> Result<(), String> {
        if !body.is_ascii() {
            return Err("bytes can only contain ASCII literal characters".to_owned());
        }
        if raw {
            out.extend_from_slice(body.as_bytes());
            return Ok(());
        }
        let bytes = body.as_bytes();
        let mut position = 0;
        while let Some(found) = memchr::memchr(b'\\', &bytes[position..]) {
            out.extend_from_slice(&bytes[position..position + found]);
            let at = position + found;
            position = at + 2;
            let Some(&escape) = bytes.get(at + 1) else {
                return Err("(value error) Trailing \\ in string".to_owned());
            };
            if let Some(byte) = simple_escape(escape) {
                out.extend(byte);
                continue;
            }
            match escape {
                b'0'..=b'7' => {
                    let (value, length) = octal(&bytes[at + 1..]);
                    self.check_octal(value, &body[at + 1..at + 1 + length], span, at);
                    out.push(value as u8);
                    position = at + 1 + length;
                }
                b'x' => {
                    let Some(value) = hex(&bytes[at + 2..], 2) else {
                        return Err(format!("(value error) invalid \\x escape at position {at}"));
                    };
                    out.push(value as u8);
                    position = at + 4;
                }
                _ => {
                    self.invalid_escape(&body[at + 1..], span);
                    out.extend_from_slice(&[b'\\', escape]);
                }
            }
        }
        out.extend_from_slice(&bytes[position..]);
        Ok(())
    }

    /// Decodes text; `braces` says that doubled braces stand for single ones.
    fn decode_text(
        &mut self,
        body: &str,
        span: Span,
        raw: bool,
        braces: bool,
        out: &mut Vec<u8>,
    ) -> Result<(), String> {
        let bytes = body.as_bytes();
        let mut position = 0;
        loop {
            let rest = &bytes[position..];
            let found = match (raw, braces) {
                (true, false) => None,
                (true, true) => memchr::memchr2(b'{', b'}', rest),
                (false, false) => memchr::memchr(b'\\', rest),
                (false, true) => memchr::memchr3(b'\\', b'{', b'}', rest),
            };
            let Some(found) = found else {
                out.extend_from_slice(rest);
                return Ok(());
            };
            out.extend_from_slice(&rest[..found]);
            let at = position + found;
            if bytes[at] == b'\\' {
                position = self.text_escape(body, at, span, out)?;
            } else {
                out.push(bytes[at]);
                position = at + 1 + usize::from(bytes.get(at + 1) == Some(&bytes[at]));
            }
        }
    }

    /// Decodes the escape at `at`; returns where the text goes on.
    fn text_escape(
        &mut self,
        body: &str,
        at: usize,
        span: Span,
        out: &mut Vec<u8>,
    ) -> Result<usize, String> {
        let bytes = body.as_bytes();
        let Some(&escape) = bytes.get(at + 1) else {
            out.push(b'\\');
            return Ok(at + 1);
        };
        if let Some(byte) = simple_escape(escape) {
            out.extend(byte);
            return Ok(at + 2);
        }
        match escape {
            b'0'..=b'7' => {
                let (value, length) = octal(&bytes[at + 1..]);
                self.check_octal(value, &body[at + 1..at + 1 + length], span, at);
                push_code_point(value, out);
                Ok(at + 1 + length)
            }
            b'x' => hex_escape(body, at, 2, "truncated \\xXX escape", out),
            b'u' => hex_escape(body, at, 4, "truncated \\uXXXX escape", out),
            b'U' => hex_escape(body, at, 8, "truncated \\UXXXXXXXX escape", out),
            b'N' => named_escape(body, at, out),
            _ => {
                self.invalid_escape(&body[at + 1..], span);
                out.push(b'\\');
                Ok(at + 1)
            }
        }
    }

    #[cold]
    fn invalid_escape(&mut self, rest: &str, span: Span) {
        let c = rest.chars().next().unwrap_or('\\');
        self.ast.warnings.push(SyntaxWarning {
            category: WarningCategory::Syntax,
            message: format!("invalid escape sequence '\\{c}'"),
            span,
        });
    }

    fn check_octal(&mut self, value: u32, digits: &str, span: Span, _at: usize) {
        if value > 0o377 {
            self.ast.warnings.push(SyntaxWarning {
                category: WarningCategory::Syntax,
                message: format!("invalid octal escape sequence '\\{digits}'"),
                span,
            });
        }
    }
}

fn is_bytes_prefix(text: &[u8]) -> bool {
    let end = text.iter().position(|byte| matches!(byte, b'"' | b'\''));
    end.is_some_and(|end| text[..end].iter().any(|byte| matches!(byte, b'b' | b'B')))
}

/// The text that `{x=}` shows; comments vanish.
fn without_comments(text: &str) -> String {
    if !text.contains('#') {
        return text.to_owned();
    }
    let strip = |line: &str| line.split('#').next().unwrap_or("").to_owned();
    text.split('\n')
        .map(strip)
        .collect::<Vec<String>>()
        .join("\n")
}

/// The escapes that stand for one byte or, before a line end, for nothing.
fn simple_escape(escape: u8) -> Option<Option<u8>> {
    Some(Some(match escape {
        b'\n' => return Some(None),
        b'\\' | b'\'' | b'"' => escape,
        b'a' => 7,
        b'b' => 8,
        b'f' => 12,
        b'n' => b'\n',
        b'r' => b'\r',
        b't' => b'\t',
        b'v' => 11,
        _ => return None,
    }))
}

/// Up to three octal digits: the value and how many.
fn octal(bytes: &[u8]) -> (u32, usize) {
    let length = bytes
        .iter()
        .take(3)
        .take_while(|byte| matches!(byte, b'0'..=b'7'))
        .count();
    let value = bytes[..length]
        .iter()
        .fold(0, |value, byte| value * 8 + u32::from(byte - b'0'));
    (value, length)
}

/// Exactly `count` hexadecimal digits.
fn hex(bytes: &[u8], count: usize) -> Option<u32> {
    let digits = bytes.get(..count)?;
    digits.iter().try_fold(0u32, |value, &byte| {
        Some(value << 4 | (byte as char).to_digit(16)?)
    })
}

fn hex_escape(
    body: &str,
    at: usize,
    count: usize,
    problem: &str,
    out: &mut Vec<u8>,
) -> Result<usize, String> {
    let rest = &body.as_bytes()[at + 2..];
    let Some(value) = hex(rest, count) else {
        let digits = rest
            .iter()
            .take(count)
            .take_while(|byte| byte.is_ascii_hexdigit())
            .count();
        return Err(unicode_error(body, at, at + 1 + digits, problem));
    };
    if value > 0x10ffff {
        return Err(unicode_error(
            body,
            at,
            at + 1 + count,
            "illegal Unicode character",
        ));
    }
    push_code_point(value, out);
    Ok(at + 2 + count)
}

fn named_escape(body: &str, at: usize, out: &mut Vec<u8>) -> Result<usize, String> {
    let rest = &body[at + 2..];
    let name = rest
        .strip_prefix('{')
        .and_then(|rest| rest.split_once('}'))
        .map(|(name, _)| name);
    let Some(name) = name.filter(|name| !name.is_empty()) else {
        let length = match rest.strip_prefix('{') {
            Some(inner) => 1 + inner.find('}').unwrap_or(inner.len()),
            None => 0,
        };
        let problem = "malformed \\N character escape";
        return Err(unicode_error(body, at, at + 1 + length, problem));
    };
    let end = at + 2 + name.len() + 2;
    let Some(c) = unicode_names2::character(name) else {
        return Err(unicode_error(
            body,
            at,
            end - 1,
            "unknown Unicode character name",
        ));
    };
    let mut buffer = [0; 4];
    out.extend_from_slice(c.encode_utf8(&mut buffer).as_bytes());
    Ok(end)
}

/// What a decoder says of the bytes from `start` to `last`. Positions are those in a text in which every
/// character outside of ASCII is an escape of ten bytes, since that is what is decoded.
#[cold]
fn unicode_error(body: &str, start: usize, last: usize, problem: &str) -> String {
    let widened = |offset: usize| {
        let before = &body[..body.floor_char_boundary(offset)];
        before
            .chars()
            .map(|c| if c.is_ascii() { 1 } else { 10 })
            .sum::<usize>()
    };
    let (start, last) = (widened(start), widened(last));
    format!(
        "(unicode error) 'unicodeescape' codec can't decode bytes in position {start}-{last}: {problem}"
    )
}

/// Appends a code point as generalised UTF-8, so surrogates are allowed.
fn push_code_point(code: u32, out: &mut Vec<u8>) {
    match char::from_u32(code) {
        Some(c) => {
            let mut buffer = [0; 4];
            out.extend_from_slice(c.encode_utf8(&mut buffer).as_bytes());
        }
        None => out.extend_from_slice(&[
            0xe0 | (code >> 12) as u8,
            0x80 | (code >> 6 & 0x3f) as u8,
            0x80 | (code & 0x3f) as u8,
        ]),
    }
}
