//! Predicates on whole texts: `str.isalpha` and its kin, and those of bytes.
#![forbid(unsafe_code)]

use super::points::Points;
use super::unicode;

/// Not empty, and every code point passes.
fn all(text: &[u8], test: fn(u32) -> bool) -> bool {
    !text.is_empty() && Points::new(text).all(test)
}

/// `text.isalpha()`
pub fn is_alpha(text: &[u8]) -> bool {
    all(text, unicode::is_alpha)
}

/// `text.isdecimal()`
pub fn is_decimal(text: &[u8]) -> bool {
    all(text, unicode::is_decimal)
}

/// `text.isdigit()`
pub fn is_digit(text: &[u8]) -> bool {
    all(text, unicode::is_digit)
}

/// `text.isnumeric()`
pub fn is_numeric(text: &[u8]) -> bool {
    all(text, unicode::is_numeric)
}

/// `text.isalnum()`
pub fn is_alnum(text: &[u8]) -> bool {
    all(text, unicode::is_alnum)
}

/// `text.isspace()`
pub fn is_space(text: &[u8]) -> bool {
    all(text, unicode::is_space)
}

/// `text.isprintable()`: true of the empty text.
pub fn is_printable(text: &[u8]) -> bool {
    Points::new(text).all(unicode::is_printable)
}

/// `text.isidentifier()`
pub fn is_identifier(text: &[u8]) -> bool {
    let mut points = Points::new(text);
    points.next().is_some_and(unicode::is_identifier_start)
        && points.all(unicode::is_identifier_continue)
}

/// `text.islower()`
pub fn is_lower(text: &[u8]) -> bool {
    let mut found = false;
    for c in Points::new(text) {
        if unicode::is_upper(c) || unicode::is_title(c) {
            return false;
        }
        found |= unicode::is_lower(c);
    }
    found
}

/// `text.isupper()`
pub fn is_upper(text: &[u8]) -> bool {
    let mut found = false;
    for c in Points::new(text) {
        if unicode::is_lower(c) || unicode::is_title(c) {
            return false;
        }
        found |= unicode::is_upper(c);
    }
    found
}

/// `text.istitle()`
pub fn is_title(text: &[u8]) -> bool {
    let (mut found, mut in_word) = (false, false);
    for c in Points::new(text) {
        if unicode::is_upper(c) || unicode::is_title(c) {
            if in_word {
                return false;
            }
            (found, in_word) = (true, true);
        } else if unicode::is_lower(c) {
            if !in_word {
                return false;
            }
        } else {
            in_word = false;
        }
    }
    found
}

/// White space in bytes: six characters, unlike in text.
#[inline]
pub fn is_byte_space(byte: u8) -> bool {
    matches!(byte, b'\t'..=b'\r' | b' ')
}

/// `bytes.isspace()`, `bytes.isalpha()`, …: not empty, and every byte passes.
pub fn all_bytes(bytes: &[u8], test: fn(u8) -> bool) -> bool {
    !bytes.is_empty() && bytes.iter().all(|&b| test(b))
}

/// `bytes.islower()`
pub fn is_lower_bytes(bytes: &[u8]) -> bool {
    bytes.iter().any(u8::is_ascii_lowercase) && !bytes.iter().any(u8::is_ascii_uppercase)
}

/// `bytes.isupper()`
pub fn is_upper_bytes(bytes: &[u8]) -> bool {
    bytes.iter().any(u8::is_ascii_uppercase) && !bytes.iter().any(u8::is_ascii_lowercase)
}

/// `bytes.istitle()`
pub fn is_title_bytes(bytes: &[u8]) -> bool {
    let (mut found, mut in_word) = (false, false);
    for byte in bytes {
        match byte {
            b'A'..=b'Z' if in_word => return false,
            b'A'..=b'Z' => (found, in_word) = (true, true),
            b'a'..=b'z' if !in_word => return false,
            b'a'..=b'z' => {}
            _ => in_word = false,
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Expectations: a bit for each predicate, in the order of the functions below, from CPython 3.13.
    #[test]
    fn predicates() {
        let functions = [
            is_alpha,
            is_decimal,
            is_digit,
            is_numeric,
            is_alnum,
            is_space,
            is_printable,
            is_identifier,
            is_lower,
            is_upper,
            is_title,
        ];
        let cases: &[(&str, u32)] = &[
            ("", 64),
            ("abc", 465),
            ("ABC", 721),
            ("Abc", 1233),
            ("aBc Def", 64),
            ("1", 94),
            ("१", 94),
            ("²", 92),
            ("Ⅷ", 1752),
            ("½", 88),
            ("a1", 464),
            (" \u{9}\u{1c}", 32),
            ("\u{85}", 32),
            ("é", 465),
            ("É", 1745),
            ("ǅ", 1233),
            ("ß", 465),
            ("ª", 465),
            ("_", 192),
            ("_a1", 448),
            ("1a", 336),
            ("a-b", 320),
            ("日本", 209),
            ("\u{200b}", 0),
            ("Σ", 1745),
            ("ʰ", 465),
            ("Ab Cd", 1088),
            ("A B", 1600),
            ("a b", 320),
            ("Ab cd", 64),
            ("Ǆ", 1745),
            ("ǅa", 1233),
            ("٣٤", 94),
            ("x\u{345}", 448),
            ("\u{345}", 320),
            ("℘", 192),
            ("·a", 320),
            ("a·", 448),
            ("\u{a0}", 32),
            ("", 0),
            ("A1B", 1744),
            ("Ab1C", 1232),
            ("①", 92),
            ("😀", 64),
            ("𐐀", 1745),
            ("ⓐ", 320),
        ];
        for &(text, expected) in cases {
            let bits = functions
                .iter()
                .enumerate()
                .map(|(i, f)| u32::from(f(text.as_bytes())) << i)
                .sum::<u32>();
            assert_eq!(bits, expected, "{text:?}: {bits:b}, expected {expected:b}");
        }
    }

    #[test]
    fn bytes() {
        assert!(
            is_title_bytes(b"Ab Cd9E")
                && !is_title_bytes(b"AB")
                && !is_title_bytes(b"")
                && !is_title_bytes(b"a")
        );
        assert!(is_lower_bytes(b"a1\xe9") && !is_lower_bytes(b"1") && !is_upper_bytes(b"Aa"));
        assert!(
            all_bytes(b" \x0b", is_byte_space)
                && !all_bytes(b"", is_byte_space)
                && !is_byte_space(0x1c)
        );
    }
}
