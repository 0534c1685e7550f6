//! Properties and case mappings of single code points (Unicode 15.1, as CPython 3.13 answers).
//!
//! Code points are `u32` up to 0x10FFFF and may be surrogates; anything larger has no property. ASCII never touches
//! the tables. The data is in `tables.rs`, written by `make_tables.py`.
#![forbid(unsafe_code)]

use super::tables;

const ALPHA: u16 = 1 << 0;
const DECIMAL: u16 = 1 << 1;
const DIGIT: u16 = 1 << 2;
const NUMERIC: u16 = 1 << 3;
const SPACE: u16 = 1 << 4;
const PRINTABLE: u16 = 1 << 5;
const LOWER: u16 = 1 << 6;
const UPPER: u16 = 1 << 7;
const TITLE: u16 = 1 << 8;
const XID_START: u16 = 1 << 9;
const XID_CONTINUE: u16 = 1 << 10;
const CASED: u16 = 1 << 11;
const CASE_IGNORABLE: u16 = 1 << 12;
const LINE_BREAK: u16 = 1 << 13;

/// The largest code point.
pub const MAX_CODE_POINT: u32 = 0x10_FFFF;

#[inline]
fn has(c: u32, bits: u16) -> bool {
    record(c) & bits != 0
}

fn record(c: u32) -> u16 {
    if c > MAX_CODE_POINT {
        return 0;
    }
    let last = tables::STAGE1.len() - 1;
    let block = tables::STAGE1[((c >> tables::SHIFT) as usize).min(last)] as usize;
    let at = (block << tables::SHIFT) + (c as usize & ((1 << tables::SHIFT) - 1));
    tables::RECORDS[tables::STAGE2[at] as usize]
}

/// A letter (`str.isalpha`).
#[inline]
pub fn is_alpha(c: u32) -> bool {
    if c < 128 {
        (c as u8).is_ascii_alphabetic()
    } else {
        has(c, ALPHA)
    }
}

/// A decimal digit of any script (`str.isdecimal`).
#[inline]
pub fn is_decimal(c: u32) -> bool {
    if c < 128 {
        (c as u8).is_ascii_digit()
    } else {
        has(c, DECIMAL)
    }
}

/// A digit, superscripts included (`str.isdigit`).
#[inline]
pub fn is_digit(c: u32) -> bool {
    if c < 128 {
        (c as u8).is_ascii_digit()
    } else {
        has(c, DIGIT)
    }
}

/// Anything with a numeric value (`str.isnumeric`).
#[inline]
pub fn is_numeric(c: u32) -> bool {
    if c < 128 {
        (c as u8).is_ascii_digit()
    } else {
        has(c, NUMERIC)
    }
}

/// A letter, decimal, digit or numeric character (`str.isalnum`).
#[inline]
pub fn is_alnum(c: u32) -> bool {
    if c < 128 {
        (c as u8).is_ascii_alphanumeric()
    } else {
        has(c, ALPHA | DECIMAL | DIGIT | NUMERIC)
    }
}

/// White space (`str.isspace`); includes 0x1C to 0x1F.
#[inline]
pub fn is_space(c: u32) -> bool {
    if c < 128 {
        matches!(c, 9..=13 | 28..=32)
    } else {
        has(c, SPACE)
    }
}

/// Shown as it is by `repr`.
#[inline]
pub fn is_printable(c: u32) -> bool {
    if c < 128 {
        matches!(c, 32..=126)
    } else {
        has(c, PRINTABLE)
    }
}

/// Lower case (`str.islower` of one character).
#[inline]
pub fn is_lower(c: u32) -> bool {
    if c < 128 {
        (c as u8).is_ascii_lowercase()
    } else {
        has(c, LOWER)
    }
}

/// Upper case (`str.isupper` of one character).
#[inline]
pub fn is_upper(c: u32) -> bool {
    if c < 128 {
        (c as u8).is_ascii_uppercase()
    } else {
        has(c, UPPER)
    }
}

/// Title case (category Lt: ligatures such as U+01C5).
#[inline]
pub fn is_title(c: u32) -> bool {
    c >= 128 && has(c, TITLE)
}

/// May begin an identifier (underscore included).
#[inline]
pub fn is_identifier_start(c: u32) -> bool {
    if c < 128 {
        (c as u8).is_ascii_alphabetic() || c == '_' as u32
    } else {
        has(c, XID_START)
    }
}

/// May continue an identifier.
#[inline]
pub fn is_identifier_continue(c: u32) -> bool {
    if c < 128 {
        (c as u8).is_ascii_alphanumeric() || c == '_' as u32
    } else {
        has(c, XID_CONTINUE)
    }
}

/// Has case, as the rule for a final sigma sees it.
#[inline]
pub fn is_cased(c: u32) -> bool {
    if c < 128 {
        (c as u8).is_ascii_alphabetic()
    } else {
        has(c, CASED)
    }
}

/// Passed over when the rule for a final sigma looks for a cased neighbour.
#[inline]
pub fn is_case_ignorable(c: u32) -> bool {
    has(c, CASE_IGNORABLE)
}

/// Ends a line for `str.splitlines`.
#[inline]
pub fn is_line_break(c: u32) -> bool {
    if c < 128 {
        matches!(c, 10..=13 | 28..=30)
    } else {
        has(c, LINE_BREAK)
    }
}

/// The value of a decimal digit of any script.
pub fn decimal_value(c: u32) -> Option<u8> {
    if c < 128 {
        return if (c as u8).is_ascii_digit() {
            Some(c as u8 - b'0')
        } else {
            None
        };
    }
    let zeros = &tables::DECIMAL_ZEROS;
    let zero = zeros[zeros.partition_point(|&z| z <= c).checked_sub(1)?];
    if c - zero < 10 {
        Some((c - zero) as u8)
    } else {
        None
    }
}

/// The value of a digit, superscripts and circled digits included.
pub fn digit_value(c: u32) -> Option<u8> {
    if let Some(value) = decimal_value(c) {
        return Some(value);
    }
    let runs = &tables::OTHER_DIGITS;
    let (first, count, value) = runs[runs.partition_point(|run| run.0 <= c).checked_sub(1)?];
    if c - first < u32::from(count) {
        Some(value + (c - first) as u8)
    } else {
        None
    }
}

/// The full case mapping of one code point: one to three code points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mapped {
    points: [u32; 3],
}

impl Mapped {
    /// The code points, in order.
    pub fn as_slice(&self) -> &[u32] {
        // Padding is zero, and only U+0000 itself maps to zero.
        let used = if self.points[2] != 0 {
            3
        } else if self.points[1] != 0 {
            2
        } else {
            1
        };
        &self.points[..used]
    }
}

type Runs = [(u32, u32, u8, i32)];
type Multi = [(u32, [u32; 3])];

fn map(c: u32, runs: &Runs, multi: &Multi) -> Mapped {
    let single = |c| Mapped { points: [c, 0, 0] };
    if let Some(before) = runs.partition_point(|run| run.0 <= c).checked_sub(1) {
        let (first, last, stride, delta) = runs[before];
        if c <= last && (c - first).is_multiple_of(u32::from(stride)) {
            return single(c.wrapping_add_signed(delta));
        }
    }
    match multi.binary_search_by_key(&c, |entry| entry.0) {
        Ok(at) => Mapped {
            points: multi[at].1,
        },
        Err(_) => single(c),
    }
}

/// Lower case; the final sigma is the business of `case::lower`.
pub fn to_lower(c: u32) -> Mapped {
    map(c, &tables::LOWER, &tables::LOWER_MULTI)
}

/// Upper case.
pub fn to_upper(c: u32) -> Mapped {
    map(c, &tables::UPPER, &tables::UPPER_MULTI)
}

/// Title case.
pub fn to_title(c: u32) -> Mapped {
    map(c, &tables::TITLE, &tables::TITLE_MULTI)
}

/// Case folding.
pub fn to_folded(c: u32) -> Mapped {
    map(c, &tables::FOLD, &tables::FOLD_MULTI)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(f: fn(u32) -> bool) -> (usize, u64) {
        let mut sum = 0u64;
        let mut n = 0;
        for c in (0..=MAX_CODE_POINT).filter(|&c| f(c)) {
            n += 1;
            sum += u64::from(c);
        }
        (n, sum)
    }

    /// Expectations: how many code points have the property, and their sum, in CPython 3.13.
    #[test]
    fn properties_match_over_all_code_points() {
        assert_eq!(count(is_alpha), (136726, 14893071681));
        assert_eq!(count(is_decimal), (680, 32783620));
        assert_eq!(count(is_digit), (808, 36528954));
        assert_eq!(count(is_numeric), (1922, 107907824));
        assert_eq!(count(is_alnum), (138557, 14996615746));
        assert_eq!(count(is_space), (29, 141704));
        assert_eq!(count(is_printable), (149625, 15870251364));
        assert_eq!(count(is_lower), (2544, 116308964));
        assert_eq!(count(is_upper), (1951, 95541008));
        assert_eq!(count(is_title), (31, 220514));
        assert_eq!(count(is_identifier_start), (136945, 14905111260));
        assert_eq!(count(is_identifier_continue), (140089, 15251168663));
        assert_eq!(count(is_line_break), (10, 16731));
    }

    #[test]
    fn decimal_and_digit_values() {
        assert_eq!(decimal_value(0x663), Some(3));
        assert_eq!(decimal_value(0x1D7FF), Some(9));
        assert_eq!(decimal_value(0xB2), None);
        assert_eq!(digit_value(0xB2), Some(2));
        assert_eq!(digit_value(0x2468), Some(9));
        assert_eq!(digit_value(u32::MAX), None);
    }

    /// Expectations: sum over all code points of (index + 1) * (c + 1) * mapped, modulo 2^61 - 1.
    #[test]
    fn case_maps_match_over_all_code_points() {
        fn digest(f: fn(u32) -> Mapped) -> u64 {
            let mut sum = 0u128;
            for c in (0..=MAX_CODE_POINT).filter(|c| !(0xD800..0xE000).contains(c)) {
                for (i, &m) in f(c).as_slice().iter().enumerate() {
                    sum += (i as u128 + 1) * (u128::from(c) + 1) * u128::from(m);
                }
            }
            (sum % ((1 << 61) - 1)) as u64
        }
        assert_eq!(digest(to_lower), 460955684470209404);
        assert_eq!(digest(to_upper), 460955501518230611);
        assert_eq!(digest(to_title), 460955500564637754);
        assert_eq!(digest(to_folded), 460955483459558223);
    }
}
