//! Text as the number parsers see it: digits of every script as ASCII digits, white space as blanks.
#![forbid(unsafe_code)]

use std::borrow::Cow;

use super::points::Points;
use super::unicode;

/// The text with each non-ASCII decimal digit replaced by its ASCII one, non-ASCII white space by a blank, and any
/// other non-ASCII code point by `?`, which no number contains. ASCII text is answered as it is.
pub fn to_ascii(text: &[u8]) -> Cow<'_, [u8]> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let plain = |c: u32| match c {
        0..=126 => c as u8,
        _ if unicode::is_space(c) => b' ',
        _ => unicode::decimal_value(c).map_or(b'?', |value| b'0' + value),
    };
    Cow::Owned(Points::new(text).map(plain).collect())
}

/// White space that number parsers skip; unlike `str.isspace`, 0x1C to 0x1F are not.
#[inline]
pub fn is_blank(byte: u8) -> bool {
    matches!(byte, b'\t'..=b'\r' | b' ')
}

/// Without blanks at both ends.
pub fn trim(mut text: &[u8]) -> &[u8] {
    while let [first, rest @ ..] = text
        && is_blank(*first)
    {
        text = rest;
    }
    while let [rest @ .., last] = text
        && is_blank(*last)
    {
        text = rest;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_digits_and_blanks() {
        assert_eq!(&*to_ascii("\u{2003}٣4\u{85}é\x1f".as_bytes()), b" 34 ?\x1f");
        assert_eq!(trim(b" \t\x0b1 2\r\n\x0c"), b"1 2");
        assert_eq!(trim(b"  "), b"");
    }
}
