//! Texts made longer: padding, tabs, repetition; and byte translation.
//!
//! Sizes come from scripts, so every function takes `max_bytes` and answers `Error::Memory` past it.
#![forbid(unsafe_code)]

use super::{Units, points};
use crate::base::Poll;
use crate::base::error::{Error, Result};

/// Where a text stands in a wider field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// `ljust`
    Left,
    /// `rjust`
    Right,
    /// `center`
    Centre,
}

fn len(text: &[u8], units: Units) -> usize {
    match units {
        Units::Chars => points::count(text),
        Units::Bytes => text.len(),
    }
}

/// `text.ljust(width, fill)` and its kin; `None` if the text is wide enough. `fill` is a code point or a byte.
pub fn justify(
    text: &[u8],
    width: usize,
    fill: u32,
    side: Side,
    units: Units,
    max_bytes: usize,
    poll: Poll<'_>,
) -> Result<Option<Vec<u8>>> {
    let used = len(text, units);
    let Some(room) = width.checked_sub(used).filter(|&room| room > 0) else {
        return Ok(None);
    };
    let before = match side {
        Side::Left => 0,
        Side::Right => room,
        // The odd place goes to the left only where the width is odd, as CPython has it.
        Side::Centre => room / 2 + (room & width & 1),
    };
    let (unit, size) = match units {
        Units::Chars => points::encode(fill),
        Units::Bytes => ([fill as u8, 0, 0, 0], 1),
    };
    let mut out = Vec::new();
    reserve(
        &mut out,
        room.checked_mul(size)
            .and_then(|n| n.checked_add(text.len())),
        max_bytes,
    )?;
    push_repeated(&mut out, &unit[..size], before, poll)?;
    out.extend_from_slice(text);
    push_repeated(&mut out, &unit[..size], room - before, poll)?;
    Ok(Some(out))
}

/// `text.zfill(width)`; `None` if the text is wide enough.
pub fn zfill(
    text: &[u8],
    width: usize,
    units: Units,
    max_bytes: usize,
    poll: Poll<'_>,
) -> Result<Option<Vec<u8>>> {
    let Some(room) = width.checked_sub(len(text, units)).filter(|&room| room > 0) else {
        return Ok(None);
    };
    let mut out = Vec::new();
    reserve(&mut out, room.checked_add(text.len()), max_bytes)?;
    let sign = usize::from(matches!(text.first(), Some(b'+' | b'-')));
    out.extend_from_slice(&text[..sign]);
    push_repeated(&mut out, b"0", room, poll)?;
    out.extend_from_slice(&text[sign..]);
    Ok(Some(out))
}

/// `text.expandtabs(size)`
pub fn expand_tabs(
    text: &[u8],
    size: usize,
    units: Units,
    max_bytes: usize,
    poll: Poll<'_>,
) -> Result<Vec<u8>> {
    let mut out = Vec::new();
    reserve(&mut out, Some(text.len()), max_bytes)?;
    let mut column = 0usize;
    let mut rest = text;
    // One stretch at a time: up to a tab or a line end.
    while let Some(at) = memchr::memchr3(b'\t', b'\n', b'\r', rest) {
        poll()?;
        let (stretch, tail) = rest.split_at(at);
        reserve(&mut out, Some(stretch.len() + 1), max_bytes)?;
        out.extend_from_slice(stretch);
        if tail[0] == b'\t' {
            column = column.saturating_add(len(stretch, units));
            if size > 0 {
                let blanks = size - column % size;
                reserve(&mut out, Some(blanks), max_bytes)?;
                push_repeated(&mut out, b" ", blanks, poll)?;
                column = column.saturating_add(blanks);
            }
        } else {
            out.push(tail[0]);
            column = 0;
        }
        rest = &tail[1..];
    }
    reserve(&mut out, Some(rest.len()), max_bytes)?;
    out.extend_from_slice(rest);
    Ok(out)
}

/// `text * times`
pub fn repeat(text: &[u8], times: usize, max_bytes: usize, poll: Poll<'_>) -> Result<Vec<u8>> {
    let mut out = Vec::new();
    reserve(&mut out, text.len().checked_mul(times), max_bytes)?;
    push_repeated(&mut out, text, times, poll)?;
    Ok(out)
}

/// `bytes.translate(table, delete)`: bytes of `delete` are dropped, the others mapped (or kept, without a table).
pub fn translate_bytes(bytes: &[u8], table: Option<&[u8; 256]>, delete: &[u8]) -> Result<Vec<u8>> {
    let mut dropped = [false; 256];
    delete.iter().for_each(|&b| dropped[usize::from(b)] = true);
    let mut out = Vec::new();
    out.try_reserve(bytes.len())?;
    out.extend(
        bytes
            .iter()
            .filter(|&&b| !dropped[usize::from(b)])
            .map(|&b| match table {
                Some(table) => table[usize::from(b)],
                None => b,
            }),
    );
    Ok(out)
}

/// Room for `more` bytes beyond what is there.
fn reserve(out: &mut Vec<u8>, more: Option<usize>, max_bytes: usize) -> Result<()> {
    let more = more.ok_or(Error::Memory)?;
    match out.len().checked_add(more) {
        Some(total) if total <= max_bytes => Ok(out.try_reserve(more)?),
        _ => Err(Error::Memory),
    }
}

/// Appends `unit` so many times; the room has been reserved.
fn push_repeated(out: &mut Vec<u8>, unit: &[u8], times: usize, poll: Poll<'_>) -> Result<()> {
    const STRIDE: usize = 1 << 20;
    let total = unit.len() * times;
    if total == 0 {
        return Ok(());
    }
    let start = out.len();
    let end = start + total;
    if let [byte] = unit {
        while out.len() < end {
            out.resize(end.min(out.len() + STRIDE), *byte);
            if total > STRIDE {
                poll()?;
            }
        }
        return Ok(());
    }
    // What is there already is copied onto the end, doubling up to a stride.
    out.extend_from_slice(unit);
    while out.len() < end {
        let have = out.len() - start;
        // A whole number of units, so that the copy continues the pattern.
        let most = if have > STRIDE {
            STRIDE - STRIDE % unit.len()
        } else {
            have
        };
        let take = if most == 0 { unit.len() } else { most }.min(end - out.len());
        out.extend_from_within(start..start + take);
        if total > STRIDE {
            poll()?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::never;

    const MOST: usize = 1 << 24;

    #[test]
    fn justifying() {
        let f = |text: &str, width, side| {
            justify(
                text.as_bytes(),
                width,
                '*' as u32,
                side,
                Units::Chars,
                MOST,
                &mut never(),
            )
            .expect("small")
            .map(|bytes| String::from_utf8(bytes).expect("text"))
        };
        assert_eq!(f("é", 4, Side::Left).as_deref(), Some("é***"));
        assert_eq!(f("é", 4, Side::Right).as_deref(), Some("***é"));
        assert_eq!(f("ab", 5, Side::Centre).as_deref(), Some("**ab*"));
        assert_eq!(f("abc", 6, Side::Centre).as_deref(), Some("*abc**"));
        assert_eq!(f("abc", 3, Side::Left), None);
        let wide = justify(
            b"a",
            3,
            0x20AC,
            Side::Right,
            Units::Chars,
            MOST,
            &mut never(),
        );
        assert_eq!(wide, Ok(Some("€€a".as_bytes().to_vec())));
        let huge = justify(
            b"a",
            usize::MAX,
            0x20AC,
            Side::Right,
            Units::Chars,
            usize::MAX,
            &mut never(),
        );
        assert_eq!(huge, Err(Error::Memory));
    }

    #[test]
    fn zero_filling() {
        let f = |text: &str, width| {
            zfill(text.as_bytes(), width, Units::Chars, MOST, &mut never()).expect("small")
        };
        assert_eq!(f("-42", 6).as_deref(), Some(&b"-00042"[..]));
        assert_eq!(f("+", 3).as_deref(), Some(&b"+00"[..]));
        assert_eq!(f("é", 3).as_deref(), Some("00é".as_bytes()));
        assert_eq!(f("123", 3), None);
    }

    #[test]
    fn tabs() {
        let f =
            |text: &str, size| expand_tabs(text.as_bytes(), size, Units::Chars, 1000, &mut never());
        assert_eq!(f("a\tbc\td", 4), Ok(b"a   bc  d".to_vec()));
        assert_eq!(
            f("é\t€\r\tx\n\t", 8),
            Ok("é       €\r        x\n        ".as_bytes().to_vec())
        );
        assert_eq!(f("a\tb", 0), Ok(b"ab".to_vec()));
        assert_eq!(f("\t", 2000), Err(Error::Memory));
    }

    #[test]
    fn repeating() {
        for (unit, times) in [
            ("ab", 0),
            ("", 5),
            ("a", 3_000_000),
            ("abc", 1_000_001),
            ("é€", 7),
        ] {
            let out = repeat(unit.as_bytes(), times, MOST, &mut never());
            assert!(out == Ok(unit.repeat(times).into_bytes()), "{unit} {times}");
        }
        let long = "xyz".repeat(700_000);
        assert!(repeat(long.as_bytes(), 3, MOST, &mut never()) == Ok(long.repeat(3).into_bytes()));
        assert_eq!(
            repeat(b"x", 10usize.pow(15), MOST, &mut never()),
            Err(Error::Memory)
        );
    }

    #[test]
    fn translating() {
        let mut table: [u8; 256] = std::array::from_fn(|i| i as u8);
        table[usize::from(b'a')] = b'A';
        assert_eq!(
            translate_bytes(b"banana", Some(&table), b"n"),
            Ok(b"bAAA".to_vec())
        );
        assert_eq!(translate_bytes(b"banana", None, b"a"), Ok(b"bnn".to_vec()));
    }
}
