//! Cutting text up: `split`, `rsplit`, `splitlines` as iterators of slices, and `strip`.
//!
//! The iterators yield from their own end (`rsplit` from the right: the caller reverses). A separator is not empty;
//! the caller has raised otherwise. `limit` is the number of cuts, `usize::MAX` for as many as there are.
#![forbid(unsafe_code)]

use super::classify::is_byte_space;
use super::points::{self, Points};
use super::search::{find, rfind};
use super::{Units, unicode};

/// `text.split(separator, limit)`
pub fn split<'a>(text: &'a [u8], separator: &'a [u8], limit: usize) -> Split<'a> {
    Split {
        rest: Some(text),
        separator,
        left: limit,
    }
}

/// Iterator of [`split`].
#[derive(Clone, Debug)]
pub struct Split<'a> {
    rest: Option<&'a [u8]>,
    separator: &'a [u8],
    left: usize,
}

impl<'a> Iterator for Split<'a> {
    type Item = &'a [u8];

    fn next(&mut self) -> Option<&'a [u8]> {
        let rest = self.rest.take()?;
        if self.left > 0
            && let Some(at) = find(rest, self.separator)
        {
            self.left -= 1;
            // An empty separator would be found for ever; it ends the iteration.
            self.rest = (!self.separator.is_empty()).then(|| &rest[at + self.separator.len()..]);
            return Some(&rest[..at]);
        }
        Some(rest)
    }
}

/// `text.rsplit(separator, limit)`, last part first.
pub fn rsplit<'a>(text: &'a [u8], separator: &'a [u8], limit: usize) -> RSplit<'a> {
    RSplit {
        rest: Some(text),
        separator,
        left: limit,
    }
}

/// Iterator of [`rsplit`].
#[derive(Clone, Debug)]
pub struct RSplit<'a> {
    rest: Option<&'a [u8]>,
    separator: &'a [u8],
    left: usize,
}

impl<'a> Iterator for RSplit<'a> {
    type Item = &'a [u8];

    fn next(&mut self) -> Option<&'a [u8]> {
        let rest = self.rest.take()?;
        if self.left > 0
            && let Some(at) = rfind(rest, self.separator)
        {
            self.left -= 1;
            self.rest = (!self.separator.is_empty()).then(|| &rest[..at]);
            return Some(&rest[at + self.separator.len()..]);
        }
        Some(rest)
    }
}

/// The length of the white space that the text begins with.
fn leading_space(text: &[u8], units: Units) -> usize {
    match units {
        Units::Bytes => text.iter().take_while(|&&b| is_byte_space(b)).count(),
        Units::Chars => {
            let mut at = 0;
            while let Some((c, next)) = points::decode_at(text, at)
                && unicode::is_space(c)
            {
                at = next;
            }
            at
        }
    }
}

/// The length of what is not white space at the start of the text.
fn leading_word(text: &[u8], units: Units) -> usize {
    match units {
        Units::Bytes => text.iter().take_while(|&&b| !is_byte_space(b)).count(),
        Units::Chars => {
            let mut at = 0;
            while let Some((c, next)) = points::decode_at(text, at)
                && !unicode::is_space(c)
            {
                at = next;
            }
            at
        }
    }
}

/// Where the run at the end of the text begins, of code points (or bytes) for which `is_space` answers `space`.
fn trailing_run(text: &[u8], units: Units, space: bool) -> usize {
    match units {
        Units::Bytes => {
            text.len()
                - text
                    .iter()
                    .rev()
                    .take_while(|&&b| is_byte_space(b) == space)
                    .count()
        }
        Units::Chars => {
            let mut end = text.len();
            while let Some((c, start)) = points::decode_before(text, end)
                && unicode::is_space(c) == space
            {
                end = start;
            }
            end
        }
    }
}

/// `text.split(None, limit)`: at runs of white space, none at the ends.
pub fn split_space(text: &[u8], limit: usize, units: Units) -> SplitSpace<'_> {
    SplitSpace {
        rest: text,
        left: limit,
        units,
    }
}

/// Iterator of [`split_space`].
#[derive(Clone, Debug)]
pub struct SplitSpace<'a> {
    rest: &'a [u8],
    left: usize,
    units: Units,
}

impl<'a> Iterator for SplitSpace<'a> {
    type Item = &'a [u8];

    fn next(&mut self) -> Option<&'a [u8]> {
        let rest = &self.rest[leading_space(self.rest, self.units)..];
        if rest.is_empty() {
            self.rest = rest;
            return None;
        }
        if self.left == 0 {
            // The remainder is one part, white space at its end included.
            self.rest = b"";
            return Some(rest);
        }
        self.left -= 1;
        let (word, rest) = rest.split_at(leading_word(rest, self.units));
        self.rest = rest;
        Some(word)
    }
}

/// `text.rsplit(None, limit)`, last part first.
pub fn rsplit_space(text: &[u8], limit: usize, units: Units) -> RSplitSpace<'_> {
    RSplitSpace {
        rest: text,
        left: limit,
        units,
    }
}

/// Iterator of [`rsplit_space`].
#[derive(Clone, Debug)]
pub struct RSplitSpace<'a> {
    rest: &'a [u8],
    left: usize,
    units: Units,
}

impl<'a> Iterator for RSplitSpace<'a> {
    type Item = &'a [u8];

    fn next(&mut self) -> Option<&'a [u8]> {
        let rest = &self.rest[..trailing_run(self.rest, self.units, true)];
        if rest.is_empty() {
            self.rest = rest;
            return None;
        }
        if self.left == 0 {
            self.rest = b"";
            return Some(rest);
        }
        self.left -= 1;
        let (rest, word) = rest.split_at(trailing_run(rest, self.units, false));
        self.rest = rest;
        Some(word)
    }
}

/// `text.splitlines(keep_ends)`: at all line breaks of Unicode in text, at `\n`, `\r` and `\r\n` in bytes.
pub fn split_lines(text: &[u8], keep_ends: bool, units: Units) -> SplitLines<'_> {
    SplitLines {
        rest: text,
        keep_ends,
        units,
    }
}

/// Iterator of [`split_lines`].
#[derive(Clone, Debug)]
pub struct SplitLines<'a> {
    rest: &'a [u8],
    keep_ends: bool,
    units: Units,
}

impl SplitLines<'_> {
    /// Where the first line break of the rest begins and ends.
    fn first_break(&self) -> (usize, usize) {
        let text = self.rest;
        let found = match self.units {
            Units::Bytes => memchr::memchr2(b'\n', b'\r', text).map(|at| (at, at + 1)),
            Units::Chars => {
                let mut at = 0;
                loop {
                    match points::decode_at(text, at) {
                        Some((c, next)) if unicode::is_line_break(c) => break Some((at, next)),
                        Some((_, next)) => at = next,
                        None => break None,
                    }
                }
            }
        };
        match found {
            Some((start, end)) if text[start] == b'\r' && text.get(end) == Some(&b'\n') => {
                (start, end + 1)
            }
            Some(found) => found,
            None => (text.len(), text.len()),
        }
    }
}

impl<'a> Iterator for SplitLines<'a> {
    type Item = &'a [u8];

    fn next(&mut self) -> Option<&'a [u8]> {
        if self.rest.is_empty() {
            return None;
        }
        let (start, end) = self.first_break();
        let line = &self.rest[..if self.keep_ends { end } else { start }];
        self.rest = &self.rest[end..];
        Some(line)
    }
}

/// Which ends `strip` works on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ends {
    /// `lstrip`
    Left,
    /// `rstrip`
    Right,
    /// `strip`
    Both,
}

/// `text.strip()`: without white space.
pub fn strip_space(text: &[u8], ends: Ends, units: Units) -> &[u8] {
    let text = if ends == Ends::Left {
        text
    } else {
        &text[..trailing_run(text, units, true)]
    };
    if ends == Ends::Right {
        text
    } else {
        &text[leading_space(text, units)..]
    }
}

/// A set of code points (or bytes), for repeated tests.
#[derive(Clone, Debug)]
pub struct CharSet {
    ascii: u128,
    /// Sorted.
    others: Vec<u32>,
}

impl CharSet {
    /// The code points of a text.
    pub fn of_text(text: &[u8]) -> CharSet {
        CharSet::of(Points::new(text))
    }

    /// The bytes of a bytes object.
    pub fn of_bytes(bytes: &[u8]) -> CharSet {
        CharSet::of(bytes.iter().map(|&b| u32::from(b)))
    }

    fn of(members: impl Iterator<Item = u32>) -> CharSet {
        let mut set = CharSet {
            ascii: 0,
            others: Vec::new(),
        };
        for c in members {
            if c < 128 {
                set.ascii |= 1 << c;
            } else {
                set.others.push(c);
            }
        }
        set.others.sort_unstable();
        set.others.dedup();
        set
    }

    /// Is the code point (or byte) in the set?
    #[inline]
    pub fn contains(&self, c: u32) -> bool {
        if c < 128 {
            self.ascii >> c & 1 == 1
        } else {
            self.others.binary_search(&c).is_ok()
        }
    }
}

/// `text.strip(chars)`
pub fn strip<'a>(text: &'a [u8], set: &CharSet, ends: Ends, units: Units) -> &'a [u8] {
    let (mut start, mut end) = (0, text.len());
    let first = |at: usize| match units {
        Units::Chars => points::decode_at(text, at),
        Units::Bytes => text.get(at).map(|&b| (u32::from(b), at + 1)),
    };
    let last = |end: usize| match units {
        Units::Chars => points::decode_before(text, end),
        Units::Bytes => end.checked_sub(1).map(|at| (u32::from(text[at]), at)),
    };
    while ends != Ends::Right
        && start < end
        && let Some((c, next)) = first(start)
        && set.contains(c)
    {
        start = next;
    }
    while ends != Ends::Left
        && start < end
        && let Some((c, before)) = last(end)
        && set.contains(c)
    {
        end = before;
    }
    &text[start..end.max(start)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use Units::{Bytes, Chars};

    fn shown<'a>(parts: impl Iterator<Item = &'a [u8]>) -> String {
        parts
            .map(|p| String::from_utf8_lossy(p).into_owned())
            .collect::<Vec<_>>()
            .join("|")
    }

    #[test]
    fn at_separators() {
        let all = usize::MAX;
        assert_eq!(shown(split(b"a,b,,c", b",", all)), "a|b||c");
        assert_eq!(shown(split(b"a,b,,c", b",", 1)), "a|b,,c");
        assert_eq!(shown(split(b"", b",", all)), "");
        assert_eq!(split(b"", b",", all).count(), 1);
        assert_eq!(shown(split(b",a,", b",", all)), "|a|");
        assert_eq!(
            shown(split("aéébéc".as_bytes(), "é".as_bytes(), all)),
            "a||b|c"
        );
        assert_eq!(shown(rsplit(b"a,b,,c", b",", 2)), "c||a,b");
        assert_eq!(shown(rsplit(b"aaa", b"aa", all)), "|a");
        assert_eq!(shown(split(b"ab", b"ab", 0)), "ab");
        assert_eq!(split(b"abc", b"", all).count(), 1);
    }

    #[test]
    fn at_white_space() {
        let all = usize::MAX;
        let text = " a \u{2003}b\tc \x1c".as_bytes();
        assert_eq!(shown(split_space(text, all, Chars)), "a|b|c");
        assert_eq!(shown(split_space(text, 1, Chars)), "a|b\tc \x1c");
        assert_eq!(shown(split_space(b" a \x1c b ", all, Bytes)), "a|\x1c|b");
        assert_eq!(shown(rsplit_space(text, 1, Chars)), "c| a \u{2003}b");
        assert_eq!(shown(rsplit_space(b" a b  c ", all, Bytes)), "c|b|a");
        assert_eq!(split_space(b"  ", all, Chars).count(), 0);
        assert_eq!(shown(split_space(b" a b ", 0, Chars)), "a b ");
        assert_eq!(shown(rsplit_space(b" a b ", 0, Chars)), " a b");
    }

    #[test]
    fn at_line_breaks() {
        let text = "a\nb\r\nc\rd\x0be\x1cf\u{85}g\u{2028}\n".as_bytes();
        assert_eq!(shown(split_lines(text, false, Chars)), "a|b|c|d|e|f|g|");
        assert_eq!(
            shown(split_lines(b"a\nb\r\nc\rd\x0be", false, Bytes)),
            "a|b|c|d\x0be"
        );
        assert_eq!(
            shown(split_lines(b"a\r\n\r\n\nb", true, Chars)),
            "a\r\n|\r\n|\n|b"
        );
        assert_eq!(split_lines(b"", false, Chars).count(), 0);
        assert_eq!(split_lines(b"\n", false, Chars).count(), 1);
    }

    #[test]
    fn stripping() {
        let text = "\u{2003} éa \t".as_bytes();
        assert_eq!(strip_space(text, Ends::Both, Chars), "éa".as_bytes());
        assert_eq!(strip_space(text, Ends::Left, Chars), "éa \t".as_bytes());
        assert_eq!(
            strip_space(text, Ends::Right, Chars),
            "\u{2003} éa".as_bytes()
        );
        assert_eq!(strip_space(b" \t", Ends::Both, Bytes), b"");
        let set = CharSet::of_text("éa€".as_bytes());
        assert_eq!(strip("a€xéaé".as_bytes(), &set, Ends::Both, Chars), b"x");
        assert_eq!(
            strip("a€xéaé".as_bytes(), &set, Ends::Left, Chars),
            "xéaé".as_bytes()
        );
        assert_eq!(strip("aé€".as_bytes(), &set, Ends::Right, Chars), b"");
        let set = CharSet::of_bytes(b"\xff\x00");
        assert_eq!(strip(b"\xff\x00a\xff", &set, Ends::Both, Bytes), b"a");
    }
}
