//! Generalised UTF-8 as a sequence of code points: decoding, encoding, counting, and a sparse index for O(1) access.
//!
//! Invariant of the data: every sequence is the shortest encoding of a code point up to 0x10FFFF; surrogates are
//! sequences of three bytes of their own, and a pair of them is never merged into one of four. The functions are
//! total all the same: on other bytes they answer something, without a panic.
#![forbid(unsafe_code)]

use crate::base::error::Result;

/// Is this byte the first of a sequence?
#[inline]
pub const fn is_boundary_byte(byte: u8) -> bool {
    (byte as i8) >= -0x40
}

/// Is the code point a surrogate?
#[inline]
pub const fn is_surrogate(c: u32) -> bool {
    c & !0x7FF == 0xD800
}

/// The length in bytes of a sequence, from its first byte.
#[inline]
pub const fn sequence_len(first: u8) -> usize {
    match first {
        0..=0xBF => 1,
        0xC0..=0xDF => 2,
        0xE0..=0xEF => 3,
        _ => 4,
    }
}

/// The length in bytes of a code point.
#[inline]
pub const fn len_of(c: u32) -> usize {
    match c {
        0..=0x7F => 1,
        0x80..=0x7FF => 2,
        0x800..=0xFFFF => 3,
        _ => 4,
    }
}

/// The code point at a byte offset, and the offset after it. `None` at or past the end.
#[inline]
pub fn decode_at(text: &[u8], at: usize) -> Option<(u32, usize)> {
    let first = *text.get(at)?;
    if first < 0x80 {
        return Some((u32::from(first), at + 1));
    }
    Some(decode_long(text, at, first))
}

fn decode_long(text: &[u8], at: usize, first: u8) -> (u32, usize) {
    let len = sequence_len(first);
    let mut c = u32::from(first) & (0x7F >> len);
    let mut next = at + 1;
    while next < at + len && text.get(next).is_some_and(|&b| !is_boundary_byte(b)) {
        c = c << 6 | u32::from(text[next]) & 0x3F;
        next += 1;
    }
    (c, next)
}

/// The code point that ends at a byte offset, and the offset of its first byte. `None` at 0 or past the end.
#[inline]
pub fn decode_before(text: &[u8], end: usize) -> Option<(u32, usize)> {
    let start = previous(text, end)?;
    decode_at(text, start).map(|(c, _)| (c, start))
}

/// The offset of the first byte of the code point that ends at `end`.
#[inline]
pub fn previous(text: &[u8], end: usize) -> Option<usize> {
    if end == 0 || end > text.len() {
        return None;
    }
    let mut at = end - 1;
    while at > 0 && end - at < 4 && !is_boundary_byte(text[at]) {
        at -= 1;
    }
    Some(at)
}

/// Appends a code point; anything past 0x10FFFF becomes U+FFFD.
#[inline]
pub fn push(out: &mut Vec<u8>, c: u32) {
    if c < 0x80 {
        out.push(c as u8);
    } else {
        let (bytes, len) = encode(c);
        out.extend_from_slice(&bytes[..len]);
    }
}

/// The bytes of a code point and how many there are; anything past 0x10FFFF becomes U+FFFD.
pub fn encode(c: u32) -> ([u8; 4], usize) {
    let tail = |shift: u32| 0x80 | (c >> shift & 0x3F) as u8;
    match c {
        0..=0x7F => ([c as u8, 0, 0, 0], 1),
        0x80..=0x7FF => ([0xC0 | (c >> 6) as u8, tail(0), 0, 0], 2),
        0x800..=0xFFFF => ([0xE0 | (c >> 12) as u8, tail(6), tail(0), 0], 3),
        0x1_0000..=0x10_FFFF => ([0xF0 | (c >> 18) as u8, tail(12), tail(6), tail(0)], 4),
        _ => ([0xEF, 0xBF, 0xBD, 0], 3),
    }
}

/// How many code points the text has.
#[inline]
pub fn count(text: &[u8]) -> usize {
    // Sums of at most 255 ones fit a byte, which lets the compiler count 16 or 32 bytes at a time.
    text.chunks(255)
        .map(|chunk| {
            let ones: u8 = chunk.iter().fold(0, |sum, &byte| {
                sum.wrapping_add(is_boundary_byte(byte) as u8)
            });
            ones as usize
        })
        .sum()
}

/// Is every code point ASCII?
#[inline]
pub fn is_ascii(text: &[u8]) -> bool {
    text.is_ascii()
}

/// The text as `&str`, if it holds no surrogate.
#[inline]
pub fn as_str(text: &[u8]) -> Option<&str> {
    std::str::from_utf8(text).ok()
}

/// The text with each surrogate shown as U+FFFD, for places that can take nothing else.
pub fn to_str_lossy(text: &[u8]) -> std::borrow::Cow<'_, str> {
    match std::str::from_utf8(text) {
        Ok(text) => text.into(),
        Err(_) => Points::new(text)
            .map(|c| char::from_u32(c).unwrap_or(char::REPLACEMENT_CHARACTER))
            .collect::<String>()
            .into(),
    }
}

/// The largest code point of the text; 0 if it is empty.
pub fn max_point(text: &[u8]) -> u32 {
    if text.is_ascii() {
        return text.iter().copied().max().map_or(0, u32::from);
    }
    Points::new(text).max().unwrap_or(0)
}

/// The byte offset of the `n`th code point counted from `start`, or the length of the text if it has fewer.
pub fn advance(text: &[u8], start: usize, mut n: usize) -> usize {
    let mut at = start.min(text.len());
    while n > 0 && at < text.len() {
        // Whole strides while they cannot hold more code points than are asked for.
        if n >= 64 && text.len() - at >= 64 {
            n -= count(&text[at..at + 64]);
            at += 64;
        } else {
            at += 1;
            n -= 1;
        }
        // The first byte of this sequence has been counted.
        while at < text.len() && !is_boundary_byte(text[at]) {
            at += 1;
        }
    }
    at
}

/// Iterator over code points, from both ends.
#[derive(Clone, Debug)]
pub struct Points<'a> {
    text: &'a [u8],
    at: usize,
    end: usize,
}

impl<'a> Points<'a> {
    /// Over the whole text.
    #[inline]
    pub fn new(text: &'a [u8]) -> Points<'a> {
        Points {
            text,
            at: 0,
            end: text.len(),
        }
    }

    /// The byte offset of what `next` answers next.
    #[inline]
    pub fn offset(&self) -> usize {
        self.at
    }

    /// The byte offset after what `next_back` answers next.
    #[inline]
    pub fn end_offset(&self) -> usize {
        self.end
    }

    /// What has not been iterated yet.
    #[inline]
    pub fn rest(&self) -> &'a [u8] {
        &self.text[self.at..self.end]
    }
}

impl Iterator for Points<'_> {
    type Item = u32;

    #[inline]
    fn next(&mut self) -> Option<u32> {
        if self.at >= self.end {
            return None;
        }
        let (c, next) = decode_at(self.text, self.at)?;
        self.at = next.min(self.end);
        Some(c)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let bytes = self.end - self.at;
        (bytes.div_ceil(4), Some(bytes))
    }
}

impl DoubleEndedIterator for Points<'_> {
    #[inline]
    fn next_back(&mut self) -> Option<u32> {
        if self.at >= self.end {
            return None;
        }
        let (c, start) = decode_before(self.text, self.end)?;
        self.end = start.max(self.at);
        Some(c)
    }
}

/// Code points between two samples of an [`Index`].
const SAMPLE: usize = 64;

/// Byte offsets of every 64th code point of one text. The text itself is passed to each query: the index belongs to
/// it and must not be used with another. Build one only for texts that are not ASCII.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Index {
    samples: Vec<usize>,
    len: usize,
}

impl Index {
    /// Walks the text once.
    pub fn build(text: &[u8]) -> Result<Index> {
        let len = count(text);
        let mut samples = Vec::new();
        samples.try_reserve_exact(len / SAMPLE + 1)?;
        samples.push(0);
        let mut at = 0;
        for _ in 0..len / SAMPLE {
            at = advance(text, at, SAMPLE);
            samples.push(at);
        }
        Ok(Index { samples, len })
    }

    /// How many code points the text has.
    #[inline]
    pub fn char_len(&self) -> usize {
        self.len
    }

    /// The byte offset of a code point; the length of the text for positions at or past the end.
    pub fn byte_offset(&self, text: &[u8], position: usize) -> usize {
        match self.samples.get(position / SAMPLE) {
            Some(&sample) => advance(text, sample, position % SAMPLE),
            None => text.len(),
        }
    }

    /// The position of the code point that begins at a byte offset.
    pub fn char_position(&self, text: &[u8], offset: usize) -> usize {
        let offset = offset.min(text.len());
        let sample = self
            .samples
            .partition_point(|&at| at <= offset)
            .saturating_sub(1);
        let start = self.samples.get(sample).copied().unwrap_or(0);
        sample * SAMPLE + count(&text[start.min(offset)..offset])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample_text() -> (Vec<u32>, Vec<u8>) {
        let points: Vec<u32> = (0..1000u32)
            .map(|i| [0x41, 0xE9, 0x20AC, 0x1F600, 0xD800, 0xDC00][(i * i % 6) as usize] + i % 2)
            .collect();
        let mut text = Vec::new();
        points.iter().for_each(|&c| push(&mut text, c));
        (points, text)
    }

    #[test]
    fn iterates_from_both_ends() {
        let (points, text) = sample_text();
        assert_eq!(Points::new(&text).collect::<Vec<_>>(), points);
        let mut back: Vec<_> = Points::new(&text).rev().collect();
        back.reverse();
        assert_eq!(back, points);
        assert_eq!(count(&text), points.len());
    }

    #[test]
    fn surrogate_pairs_are_not_merged() {
        let mut text = Vec::new();
        push(&mut text, 0xD83D);
        push(&mut text, 0xDE00);
        assert_eq!(text, b"\xED\xA0\xBD\xED\xB8\x80");
        assert_eq!(count(&text), 2);
        assert_eq!(as_str(&text), None);
        assert_eq!(to_str_lossy(&text), "\u{FFFD}\u{FFFD}");
    }

    #[test]
    fn index_agrees_with_walking() {
        let (points, text) = sample_text();
        let index = Index::build(&text).expect("small");
        let mut at = 0;
        for (i, &c) in points.iter().enumerate() {
            assert_eq!(index.byte_offset(&text, i), at);
            assert_eq!(index.char_position(&text, at), i);
            assert_eq!(advance(&text, 0, i), at);
            at += len_of(c);
        }
        assert_eq!(index.byte_offset(&text, points.len()), text.len());
        assert_eq!(index.byte_offset(&text, usize::MAX), text.len());
        assert_eq!(index.char_len(), points.len());
    }

    #[test]
    fn malformed_bytes_do_not_panic() {
        let bytes: Vec<u8> = (0..=255u8).chain((0..=255).rev()).collect();
        let _ = Points::new(&bytes).count();
        let _ = Points::new(&bytes).rev().count();
        for at in 0..=bytes.len() + 1 {
            let _ = (
                decode_at(&bytes, at),
                decode_before(&bytes, at),
                advance(&bytes, at, 70),
            );
        }
    }
}
