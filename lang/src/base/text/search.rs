//! Finding and replacing. Offsets are of bytes; on valid text a match always begins and ends at code points.
//!
//! `find`, `rfind` and `partition` scan some gigabytes a second and take no poll; `count` and `replace` do.
#![forbid(unsafe_code)]

use memchr::memmem;

use super::{Units, points};
use crate::base::Poll;
use crate::base::error::{Error, Result};

/// The first occurrence of `needle`. The empty needle is found at 0.
pub fn find(text: &[u8], needle: &[u8]) -> Option<usize> {
    match needle {
        [] => Some(0),
        [byte] => memchr::memchr(*byte, text),
        _ => memmem::find(text, needle),
    }
}

/// The last occurrence of `needle`. The empty needle is found at the end.
pub fn rfind(text: &[u8], needle: &[u8]) -> Option<usize> {
    match needle {
        [] => Some(text.len()),
        [byte] => memchr::memrchr(*byte, text),
        _ => memmem::rfind(text, needle),
    }
}

/// Is `needle` in `text`?
pub fn contains(text: &[u8], needle: &[u8]) -> bool {
    find(text, needle).is_some()
}

/// What comes before and after the first `separator`, which is not empty.
pub fn partition<'a>(text: &'a [u8], separator: &[u8]) -> Option<(&'a [u8], &'a [u8])> {
    let at = find(text, separator)?;
    Some((&text[..at], &text[at + separator.len()..]))
}

/// What comes before and after the last `separator`, which is not empty.
pub fn rpartition<'a>(text: &'a [u8], separator: &[u8]) -> Option<(&'a [u8], &'a [u8])> {
    let at = rfind(text, separator)?;
    Some((&text[..at], &text[at + separator.len()..]))
}

/// How often `needle` occurs, without overlaps, up to `limit` times.
///
/// The empty needle occurs before every unit and at the end.
pub fn count(
    text: &[u8],
    needle: &[u8],
    units: Units,
    limit: usize,
    poll: Poll<'_>,
) -> Result<usize> {
    if needle.is_empty() {
        let inside = match units {
            Units::Chars => points::count(text),
            Units::Bytes => text.len(),
        };
        return Ok(inside.saturating_add(1).min(limit));
    }
    if let [byte] = needle
        && limit == usize::MAX
    {
        let mut found = 0;
        for piece in text.chunks(1 << 20) {
            poll()?;
            found += memchr::memchr_iter(*byte, piece).count();
        }
        return Ok(found);
    }
    let mut found = 0;
    let mut polled = 0;
    for at in memmem::find_iter(text, needle).take(limit) {
        found += 1;
        if at - polled > 1 << 16 {
            poll()?;
            polled = at;
        }
    }
    Ok(found)
}

/// `text.replace(old, new, limit)`; `None` if nothing changes. `Error::Memory` if the result passes `max_bytes`.
pub fn replace(
    text: &[u8],
    old: &[u8],
    new: &[u8],
    limit: usize,
    units: Units,
    max_bytes: usize,
    poll: Poll<'_>,
) -> Result<Option<Vec<u8>>> {
    if limit == 0 || old == new || old.len() > text.len() {
        return Ok(None);
    }
    let found = count(text, old, units, limit, poll)?;
    if found == 0 {
        return Ok(None);
    }
    let size = (found.checked_mul(new.len()))
        .and_then(|added| added.checked_add(text.len() - found * old.len()))
        .filter(|&size| size <= max_bytes)
        .ok_or(Error::Memory)?;
    let mut out = Vec::new();
    out.try_reserve_exact(size)?;
    if old.is_empty() {
        interleave(&mut out, text, new, found, units, poll)?;
        return Ok(Some(out));
    }
    pieces(text, old, new, found, poll, |piece| {
        out.extend_from_slice(piece)
    })?;
    Ok(Some(out))
}

/// Writes `text` with the first `found` occurrences of `old`, which are there, replaced by `new` to `out`, which has the right size.
pub fn replace_into(
    out: &mut [u8],
    text: &[u8],
    old: &[u8],
    new: &[u8],
    found: usize,
    poll: Poll<'_>,
) -> Result<()> {
    let mut rest = out;
    pieces(text, old, new, found, poll, |piece| {
        let (place, after) = std::mem::take(&mut rest).split_at_mut(piece.len());
        place.copy_from_slice(piece);
        rest = after;
    })
}

/// Shows the parts of the text that `replace` makes, one after the other.
fn pieces(
    text: &[u8],
    old: &[u8],
    new: &[u8],
    found: usize,
    poll: Poll<'_>,
    mut put: impl FnMut(&[u8]),
) -> Result<()> {
    const STRIDE: usize = 1 << 16;
    let (mut done, mut polled) = (0, 0);
    let mut replaced = 0;
    for at in memmem::find_iter(text, old).take(found) {
        put(&text[done..at]);
        put(new);
        done = at + old.len();
        replaced += new.len();
        if done + replaced - polled > STRIDE {
            poll()?;
            polled = done + replaced;
        }
    }
    for piece in text[done..].chunks(STRIDE) {
        put(piece);
        poll()?;
    }
    Ok(())
}

/// `new` before each of the first `times` units, or after the last one.
fn interleave(
    out: &mut Vec<u8>,
    text: &[u8],
    new: &[u8],
    times: usize,
    units: Units,
    poll: Poll<'_>,
) -> Result<()> {
    let mut at = 0;
    for i in 0..times {
        if i % (1 << 14) == (1 << 14) - 1 {
            poll()?;
        }
        out.extend_from_slice(new);
        let next = match units {
            Units::Chars => points::advance(text, at, 1),
            Units::Bytes => text.len().min(at + 1),
        };
        out.extend_from_slice(&text[at..next]);
        at = next;
    }
    out.extend_from_slice(&text[at..]);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::never;

    fn replaced(text: &str, old: &str, new: &str, limit: usize) -> Option<String> {
        let (text, old, new) = (text.as_bytes(), old.as_bytes(), new.as_bytes());
        let out = replace(text, old, new, limit, Units::Chars, 1000, &mut never()).expect("small");
        out.map(|bytes| String::from_utf8(bytes).expect("text"))
    }

    #[test]
    fn finding() {
        assert_eq!(find("aéaé".as_bytes(), "é".as_bytes()), Some(1));
        assert_eq!(rfind("aéaé".as_bytes(), "é".as_bytes()), Some(4));
        assert_eq!((find(b"abc", b""), rfind(b"abc", b"")), (Some(0), Some(3)));
        assert_eq!((find(b"", b"a"), rfind(b"a", b"b")), (None, None));
        assert_eq!(
            partition(b"a::b::c", b"::"),
            Some((&b"a"[..], &b"b::c"[..]))
        );
        assert_eq!(
            rpartition(b"a::b::c", b"::"),
            Some((&b"a::b"[..], &b"c"[..]))
        );
        assert!(contains(b"abc", b"bc") && !contains(b"abc", b"cb"));
    }

    #[test]
    fn counting() {
        let f = |text: &str, needle: &str, limit| {
            count(
                text.as_bytes(),
                needle.as_bytes(),
                Units::Chars,
                limit,
                &mut never(),
            )
            .expect("never interrupted")
        };
        assert_eq!(f("aaaaa", "aa", usize::MAX), 2);
        assert_eq!(f("aaaaa", "a", usize::MAX), 5);
        assert_eq!(f("aaaaa", "a", 3), 3);
        assert_eq!(f("é€", "", usize::MAX), 3);
        assert_eq!(
            count("é".as_bytes(), b"", Units::Bytes, usize::MAX, &mut never()),
            Ok(3)
        );
    }

    #[test]
    fn replacing() {
        assert_eq!(
            replaced("aXbXc", "X", "--", usize::MAX).as_deref(),
            Some("a--b--c")
        );
        assert_eq!(replaced("aXbXc", "X", "", 1).as_deref(), Some("abXc"));
        assert_eq!(
            replaced("é€", "", "-", usize::MAX).as_deref(),
            Some("-é-€-")
        );
        assert_eq!(replaced("é€", "", "-", 2).as_deref(), Some("-é-€"));
        assert_eq!(replaced("", "", "-", usize::MAX).as_deref(), Some("-"));
        assert_eq!(replaced("abc", "x", "y", usize::MAX), None);
        assert_eq!(replaced("abc", "b", "y", 0), None);
        let long = [b'a'; 500];
        assert_eq!(
            replace(
                &long,
                b"a",
                b"bcd",
                usize::MAX,
                Units::Bytes,
                1000,
                &mut never()
            ),
            Err(Error::Memory)
        );
    }
}
