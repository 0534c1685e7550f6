//! Case mappings of whole texts. ASCII takes a fast path; the rest uses the full mappings, so a text may grow, and
//! the capital sigma becomes a final one at the end of a word.
#![forbid(unsafe_code)]

use super::points::{self, Points};
use super::unicode;
use crate::base::Poll;
use crate::base::error::Result;

const SIGMA: u32 = 0x3A3;

/// How often the poll runs, in code points.
const STRIDE: usize = 1 << 14;

/// Maps every code point; `map` gets the offsets before and after it, and appends.
fn build(
    text: &[u8],
    poll: Poll<'_>,
    mut map: impl FnMut(&mut Vec<u8>, u32, usize, usize),
) -> Result<Vec<u8>> {
    let mut out = Vec::new();
    out.try_reserve(text.len())?;
    let (mut at, mut until_poll) = (0, STRIDE);
    while let Some((c, next)) = points::decode_at(text, at) {
        until_poll -= 1;
        if until_poll == 0 {
            poll()?;
            until_poll = STRIDE;
        }
        if out.capacity() - out.len() < 12 {
            let more = out.len().max(64);
            out.try_reserve(more)?;
        }
        map(&mut out, c, at, next);
        at = next;
    }
    Ok(out)
}

fn push_all(out: &mut Vec<u8>, mapped: unicode::Mapped) {
    for &c in mapped.as_slice() {
        points::push(out, c);
    }
}

fn push_lower(out: &mut Vec<u8>, text: &[u8], c: u32, at: usize, next: usize) {
    if c == SIGMA {
        points::push(
            out,
            if is_final_sigma(text, at, next) {
                0x3C2
            } else {
                0x3C3
            },
        );
    } else if c < 128 {
        out.push((c as u8).to_ascii_lowercase());
    } else {
        push_all(out, unicode::to_lower(c));
    }
}

/// After a cased letter and not before one; case-ignorable code points do not count.
fn is_final_sigma(text: &[u8], at: usize, next: usize) -> bool {
    let counts = |c: &u32| !unicode::is_case_ignorable(*c);
    let before = Points::new(&text[..at]).rev().find(counts);
    let after = Points::new(&text[next..]).find(counts);
    before.is_some_and(unicode::is_cased) && !after.is_some_and(unicode::is_cased)
}

/// `text.upper()`
pub fn upper(text: &[u8], poll: Poll<'_>) -> Result<Vec<u8>> {
    if text.is_ascii() {
        return ascii(text, |b| b.to_ascii_uppercase());
    }
    build(text, poll, |out, c, _, _| {
        push_all(out, unicode::to_upper(c))
    })
}

/// `text.lower()`
pub fn lower(text: &[u8], poll: Poll<'_>) -> Result<Vec<u8>> {
    if text.is_ascii() {
        return ascii(text, |b| b.to_ascii_lowercase());
    }
    build(text, poll, |out, c, at, next| {
        push_lower(out, text, c, at, next)
    })
}

/// `text.casefold()`
pub fn casefold(text: &[u8], poll: Poll<'_>) -> Result<Vec<u8>> {
    if text.is_ascii() {
        return ascii(text, |b| b.to_ascii_lowercase());
    }
    build(text, poll, |out, c, _, _| {
        push_all(out, unicode::to_folded(c))
    })
}

/// `text.title()`
pub fn title(text: &[u8], poll: Poll<'_>) -> Result<Vec<u8>> {
    let mut in_word = false;
    build(text, poll, |out, c, at, next| {
        if in_word {
            push_lower(out, text, c, at, next);
        } else {
            push_all(out, unicode::to_title(c));
        }
        in_word = unicode::is_cased(c);
    })
}

/// `text.capitalize()`
pub fn capitalize(text: &[u8], poll: Poll<'_>) -> Result<Vec<u8>> {
    build(text, poll, |out, c, at, next| {
        if at == 0 {
            push_all(out, unicode::to_title(c));
        } else {
            push_lower(out, text, c, at, next);
        }
    })
}

/// `text.swapcase()`
pub fn swapcase(text: &[u8], poll: Poll<'_>) -> Result<Vec<u8>> {
    build(text, poll, |out, c, at, next| {
        if unicode::is_upper(c) {
            push_lower(out, text, c, at, next);
        } else if unicode::is_lower(c) {
            push_all(out, unicode::to_upper(c));
        } else {
            out.extend_from_slice(&text[at..next]);
        }
    })
}

fn ascii(text: &[u8], map: impl Fn(u8) -> u8) -> Result<Vec<u8>> {
    let mut out = Vec::new();
    out.try_reserve_exact(text.len())?;
    out.extend(text.iter().map(|&b| map(b)));
    Ok(out)
}

/// `bytes.upper()`
pub fn upper_bytes(bytes: &[u8]) -> Result<Vec<u8>> {
    ascii(bytes, |b| b.to_ascii_uppercase())
}

/// `bytes.lower()`
pub fn lower_bytes(bytes: &[u8]) -> Result<Vec<u8>> {
    ascii(bytes, |b| b.to_ascii_lowercase())
}

/// `bytes.swapcase()`
pub fn swapcase_bytes(bytes: &[u8]) -> Result<Vec<u8>> {
    ascii(
        bytes,
        |b| if b.is_ascii_alphabetic() { b ^ 0x20 } else { b },
    )
}

/// `bytes.title()`
pub fn title_bytes(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut out = lower_bytes(bytes)?;
    let mut in_word = false;
    for byte in &mut out {
        if !in_word {
            byte.make_ascii_uppercase();
        }
        in_word = byte.is_ascii_alphabetic();
    }
    Ok(out)
}

/// `bytes.capitalize()`
pub fn capitalize_bytes(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut out = lower_bytes(bytes)?;
    if let Some(first) = out.first_mut() {
        first.make_ascii_uppercase();
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::never;

    /// Expectations: upper, lower, title, capitalize, swapcase and casefold of a text in CPython 3.13.
    #[test]
    fn mappings() {
        let cases: &[(&str, [&str; 6])] = &[
            ("", ["", "", "", "", "", ""]),
            (
                "hello world",
                [
                    "HELLO WORLD",
                    "hello world",
                    "Hello World",
                    "Hello world",
                    "HELLO WORLD",
                    "hello world",
                ],
            ),
            (
                "HELLO",
                ["HELLO", "hello", "Hello", "Hello", "hello", "hello"],
            ),
            ("ß", ["SS", "ß", "Ss", "Ss", "SS", "ss"]),
            ("ŉx", ["ʼNX", "ŉx", "ʼNx", "ʼNx", "ʼNX", "ʼnx"]),
            ("ΑΣ", ["ΑΣ", "ας", "Ας", "Ας", "ας", "ασ"]),
            ("ΑΣ.", ["ΑΣ.", "ας.", "Ας.", "Ας.", "ας.", "ασ."]),
            ("ΑΣΑ", ["ΑΣΑ", "ασα", "Ασα", "Ασα", "ασα", "ασα"]),
            ("Σ", ["Σ", "σ", "Σ", "Σ", "σ", "σ"]),
            (
                "aΣ\u{ad}b",
                [
                    "AΣ\u{ad}B",
                    "aσ\u{ad}b",
                    "Aσ\u{ad}B",
                    "Aσ\u{ad}b",
                    "Aσ\u{ad}B",
                    "aσ\u{ad}b",
                ],
            ),
            (
                "aΣ\u{301}",
                [
                    "AΣ\u{301}",
                    "aς\u{301}",
                    "Aς\u{301}",
                    "Aς\u{301}",
                    "Aς\u{301}",
                    "aσ\u{301}",
                ],
            ),
            (
                "\u{301}Σ",
                [
                    "\u{301}Σ",
                    "\u{301}σ",
                    "\u{301}Σ",
                    "\u{301}σ",
                    "\u{301}σ",
                    "\u{301}σ",
                ],
            ),
            (
                "they're bill's",
                [
                    "THEY'RE BILL'S",
                    "they're bill's",
                    "They'Re Bill'S",
                    "They're bill's",
                    "THEY'RE BILL'S",
                    "they're bill's",
                ],
            ),
            (
                "ǆ Ǆ ǅ",
                ["Ǆ Ǆ Ǆ", "ǆ ǆ ǆ", "ǅ ǅ ǅ", "ǅ ǆ ǆ", "Ǆ ǆ ǅ", "ǆ ǆ ǆ"],
            ),
            ("ﬁx", ["FIX", "ﬁx", "Fix", "Fix", "FIX", "fix"]),
            (
                "İI",
                ["İI", "i\u{307}i", "İi", "İi", "i\u{307}i", "i\u{307}i"],
            ),
            ("ıi", ["II", "ıi", "Ii", "Ii", "II", "ıi"]),
            (
                "ΌΔΟΣ ΌΔΟΣ",
                [
                    "ΌΔΟΣ ΌΔΟΣ",
                    "όδος όδος",
                    "Όδος Όδος",
                    "Όδος όδος",
                    "όδος όδος",
                    "όδοσ όδοσ",
                ],
            ),
            ("éÉ", ["ÉÉ", "éé", "Éé", "Éé", "Éé", "éé"]),
            ("ʰAb", ["ʰAB", "ʰab", "ʰab", "ʰab", "ʰaB", "ʰab"]),
            ("aʰb", ["AʰB", "aʰb", "Aʰb", "Aʰb", "AʰB", "aʰb"]),
            ("ⓐⒶ", ["ⒶⒶ", "ⓐⓐ", "Ⓐⓐ", "Ⓐⓐ", "Ⓐⓐ", "ⓐⓐ"]),
            ("\u{345}a", ["ΙA", "\u{345}a", "Ιa", "Ιa", "ΙA", "ιa"]),
            ("1a2b", ["1A2B", "1a2b", "1A2B", "1a2b", "1A2B", "1a2b"]),
            ("ᾳ ᾼ", ["ΑΙ ΑΙ", "ᾳ ᾳ", "ᾼ ᾼ", "ᾼ ᾳ", "ΑΙ ᾼ", "αι αι"]),
            ("ÀÉÎ", ["ÀÉÎ", "àéî", "Àéî", "Àéî", "àéî", "àéî"]),
            ("𐐀𐐨", ["𐐀𐐀", "𐐨𐐨", "𐐀𐐨", "𐐀𐐨", "𐐨𐐀", "𐐨𐐨"]),
            ("ſ", ["S", "ſ", "S", "S", "S", "s"]),
            ("ĸ", ["ĸ", "ĸ", "ĸ", "ĸ", "ĸ", "ĸ"]),
            (
                "a\u{345}B",
                ["AΙB", "a\u{345}b", "A\u{345}b", "A\u{345}b", "AΙb", "aιb"],
            ),
            (
                "o'Neil-smith",
                [
                    "O'NEIL-SMITH",
                    "o'neil-smith",
                    "O'Neil-Smith",
                    "O'neil-smith",
                    "O'nEIL-SMITH",
                    "o'neil-smith",
                ],
            ),
            ("Ⅷⅷ", ["ⅧⅧ", "ⅷⅷ", "Ⅷⅷ", "Ⅷⅷ", "ⅷⅧ", "ⅷⅷ"]),
            ("ა Ა", ["Ა Ა", "ა ა", "ა Ა", "ა ა", "Ა ა", "ა ა"]),
            ("Ꭰꭰ", ["ᎠᎠ", "ꭰꭰ", "Ꭰꭰ", "Ꭰꭰ", "ꭰᎠ", "ᎠᎠ"]),
            ("ẞ", ["ẞ", "ß", "ẞ", "ẞ", "ß", "ss"]),
            ("K", ["K", "k", "K", "K", "k", "k"]),
            (
                "ύΣ Σύ",
                ["ΎΣ ΣΎ", "ύς σύ", "Ύς Σύ", "Ύς σύ", "Ύς σΎ", "ύσ σύ"],
            ),
        ];
        for (text, expected) in cases {
            let functions = [upper, lower, title, capitalize, swapcase, casefold];
            for (function, expected) in functions.iter().zip(expected) {
                let mapped = function(text.as_bytes(), &mut never()).expect("small");
                assert_eq!(std::str::from_utf8(&mapped), Ok(*expected), "{text}");
            }
        }
    }

    #[test]
    fn bytes() {
        assert_eq!(title_bytes(b"aB cD\xe9x 1a"), Ok(b"Ab Cd\xe9X 1A".to_vec()));
        assert_eq!(capitalize_bytes(b"aBC"), Ok(b"Abc".to_vec()));
        assert_eq!(swapcase_bytes(b"aB[1"), Ok(b"Ab[1".to_vec()));
    }

    #[test]
    fn long_texts_grow() {
        let text = "ŉß".repeat(20_000);
        let mapped = upper(text.as_bytes(), &mut never()).expect("small");
        assert!(mapped == "ʼNSS".repeat(20_000).as_bytes());
    }
}
