//! From source bytes to text: byte order marks, encoding comments, invalid bytes.
//!
//! Invariant: text comes out only if it is what the encoding says; nothing is replaced.
#![forbid(unsafe_code)]

use super::{Origin, Source, SourceError, SourcePlace};

/// See [`Source::from_bytes`].
pub fn decode(name: String, bytes: &[u8], origin: Origin) -> Result<Source, SourceError> {
    if memchr::memchr(0, bytes).is_some() {
        return Err(null_byte(bytes, origin));
    }
    if origin == Origin::Text {
        return match std::str::from_utf8(bytes) {
            Ok(text) => Source::new(name, text),
            Err(error) => Err(undecodable(bytes, error.valid_up_to())),
        };
    }
    let (bytes, has_mark) = match bytes.strip_prefix(b"\xef\xbb\xbf") {
        Some(rest) => (rest, true),
        None => (bytes, false),
    };
    let cookie = encoding_cookie(bytes);
    let encoding = match &cookie {
        Some(encoding) => check_encoding(encoding, has_mark, origin)?,
        None => Encoding::Utf8,
    };
    if encoding == Encoding::Latin1 {
        return Source::new(
            name,
            bytes
                .iter()
                .map(|&byte| char::from(byte))
                .collect::<String>(),
        );
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Source::new(name, text),
        Err(error) if origin == Origin::File && !has_mark && cookie.is_none() => {
            Err(undeclared(bytes, error.valid_up_to(), &name))
        }
        Err(error) => Err(undecodable(bytes, error.valid_up_to())),
    }
}

#[cold]
fn null_byte(bytes: &[u8], origin: Origin) -> SourceError {
    if origin != Origin::File {
        let message = "source code string cannot contain null bytes";
        return SourceError::new(message, SourcePlace::None);
    }
    let position = memchr::memchr(0, bytes).unwrap_or(0);
    let start = memchr::memrchr(b'\n', &bytes[..position]).map_or(0, |end| end + 1);
    let place = SourcePlace::Character {
        line: memchr::memchr_iter(b'\n', &bytes[..position]).count() as u32 + 1,
        column: 0,
        end_column: -1,
        text: String::from_utf8_lossy(&bytes[start..position]).into_owned(),
    };
    SourceError::new("source code cannot contain null bytes", place)
}

/// Finds `coding: name` or `coding=name` in a comment that is alone on line 1, or on line 2 if line 1
/// is blank or a comment too.
fn encoding_cookie(bytes: &[u8]) -> Option<String> {
    for line in bytes.split(|&byte| byte == b'\n').take(2) {
        let body = line.trim_ascii();
        let body = body.strip_prefix(b"\x0c").unwrap_or(body);
        if !body.is_empty() && body[0] != b'#' {
            return None;
        }
        if let Some(name) = cookie_in_comment(body) {
            return Some(name);
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

#[derive(Clone, Copy, PartialEq, Eq)]
enum Encoding {
    Utf8,
    Latin1,
}

/// The name as messages give it: the usual spellings of the two common encodings are one each.
fn normal_name(encoding: &str) -> String {
    let start: String = encoding
        .chars()
        .take(12)
        .map(|c| match c {
            '_' => '-',
            other => other.to_ascii_lowercase(),
        })
        .collect();
    let is = |name: &str| start == name || start.starts_with(&format!("{name}-"));
    if is("utf-8") {
        "utf-8".to_owned()
    } else if is("latin-1") || is("iso-8859-1") || is("iso-latin-1") {
        "iso-8859-1".to_owned()
    } else {
        encoding.to_owned()
    }
}

fn check_encoding(encoding: &str, has_mark: bool, origin: Origin) -> Result<Encoding, SourceError> {
    let name = normal_name(encoding);
    let known = match name.to_ascii_lowercase().replace('_', "-").as_str() {
        "utf-8" | "utf8" | "u8" | "cp65001" | "utf" => Some(Encoding::Utf8),
        "ascii" | "us-ascii" | "646" | "ansi-x3.4-1968" => Some(Encoding::Utf8),
        "iso-8859-1" | "latin1" | "l1" | "iso8859-1" | "8859" | "cp819" => Some(Encoding::Latin1),
        _ => None,
    };
    // For a file that is run the exception has a message only.
    let place = match origin {
        Origin::File => SourcePlace::None,
        _ => SourcePlace::File,
    };
    if has_mark && name != "utf-8" {
        let message = format!("encoding problem: {name} with BOM");
        return Err(SourceError::new(message, place));
    }
    known.ok_or_else(|| {
        let message = match origin {
            Origin::File => format!("encoding problem: {name}"),
            _ => format!("unknown encoding: {name}"),
        };
        SourceError::new(message, place)
    })
}

#[cold]
fn undeclared(bytes: &[u8], position: usize, name: &str) -> SourceError {
    let byte = bytes[position];
    let line = memchr::memchr_iter(b'\n', &bytes[..position]).count() + 1;
    SourceError::new(
        format!(
            "Non-UTF-8 code starting with '\\x{byte:02x}' in file {name} on line {line}, but no \
             encoding declared; see https://peps.python.org/pep-0263/ for details"
        ),
        SourcePlace::None,
    )
}

/// Bytes that are not UTF-8: the position counts from the start of the string literal or identifier that
/// holds them, which is also what the place names.
#[cold]
fn undecodable(bytes: &[u8], position: usize) -> SourceError {
    let byte = bytes[position];
    let start = memchr::memrchr(b'\n', &bytes[..position]).map_or(0, |end| end + 1);
    let end = memchr::memchr(b'\n', &bytes[position..]).map_or(bytes.len(), |at| position + at);
    let (token, content) = token_around(&bytes[start..position]);
    let rest = &bytes[position..end];
    let string_end = rest.iter().position(|byte| matches!(byte, b'"' | b'\''));
    let unit = match token == content {
        true => rest,
        false => &rest[..string_end.unwrap_or(rest.len())],
    };
    let reason = match (byte, unit.len()) {
        (0x80..=0xc1 | 0xf5..=0xff, _) => "invalid start byte",
        (0xe0..=0xef, 2) | (0xf0..=0xf4, 2 | 3) if unit[1] & 0xc0 == 0x80 => {
            "unexpected end of data"
        }
        (_, 1) => "unexpected end of data",
        _ => "invalid continuation byte",
    };
    let position = position - start - content;
    let message = format!(
        "(unicode error) 'utf-8' codec can't decode byte 0x{byte:02x} in position {position}: {reason}"
    );
    let before = String::from_utf8_lossy(&bytes[start..start + token]);
    let column = before.chars().count() as u32 + 1;
    let place = SourcePlace::Character {
        line: memchr::memchr_iter(b'\n', &bytes[..start]).count() as u32 + 1,
        column,
        end_column: if token == content {
            -1
        } else {
            i64::from(column) + 1
        },
        text: String::from_utf8_lossy(&bytes[start..end]).into_owned(),
    };
    SourceError::new(message, place)
}

/// Where the literal or identifier begins in which a line's beginning ends, and where its content does.
fn token_around(line: &[u8]) -> (usize, usize) {
    let mut quote = None;
    let mut escaped = false;
    for (index, &byte) in line.iter().enumerate() {
        match quote {
            Some((open, _)) if byte == open && !escaped => quote = None,
            None if matches!(byte, b'"' | b'\'') => quote = Some((byte, index)),
            None if byte == b'#' => break,
            _ => {}
        }
        escaped = byte == b'\\' && !escaped;
    }
    if let Some((_, start)) = quote {
        return (start, start + 1);
    }
    let is_part = |byte: &&u8| byte.is_ascii_alphabetic() || **byte == b'_' || **byte >= 0x80;
    let start = line.len() - line.iter().rev().take_while(is_part).count();
    (start, start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cookies() {
        let decode = |bytes: &[u8]| Source::from_bytes("f.py", bytes, Origin::File);
        assert!(decode(b"# -*- coding: utf-8 -*-\nx").is_ok());
        assert!(decode(b"#!/bin/sh\n# vim: set fileencoding=utf8 :\nx").is_ok());
        assert!(decode(b"x\n# coding: nonsense\n").is_ok());
        let error = decode(b"# coding: nonsense\n").expect_err("unknown");
        assert_eq!(error.message, "encoding problem: nonsense");
        let error = decode(b"x = '\xff'\n").expect_err("not UTF-8");
        assert!(
            error
                .message
                .starts_with("Non-UTF-8 code starting with '\\xff'")
        );
        assert!(decode(b"a\0").is_err());
    }
}
