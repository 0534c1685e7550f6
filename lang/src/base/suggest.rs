//! "Did you mean": the candidate closest to a misspelt name, with CPython's costs and thresholds.
//!
//! API: [`closest`] over names as generalised UTF-8; [`distance`] between two of them, in units where a changed case
//! costs 1 and any other edit 2. Distances are between bytes, so a non-ASCII letter counts once per byte.
#![forbid(unsafe_code)]

/// From so many candidates on, nothing is suggested.
pub const MAX_CANDIDATES: usize = 750;
/// Parts that differ and are longer than this are too far apart.
const MAX_LEN: usize = 40;
const MOVE_COST: usize = 2;
const CASE_COST: usize = 1;

/// The index of the candidate to suggest for a name, if one is close: at most a third of the bytes may change. Equal
/// names are passed over; of equally close ones the first wins.
pub fn closest<N: AsRef<[u8]>>(wrong: &[u8], candidates: &[N]) -> Option<usize> {
    if candidates.len() >= MAX_CANDIDATES {
        return None;
    }
    let mut best = None;
    let mut best_distance = usize::MAX;
    for (i, candidate) in candidates.iter().enumerate() {
        let candidate = candidate.as_ref();
        if candidate == wrong {
            continue;
        }
        let most = (wrong.len() + candidate.len() + 3) * MOVE_COST / 6;
        // Only what is closer than the best so far counts.
        let most = most.min(best_distance - 1);
        if let Some(distance) = distance(wrong, candidate, most) {
            best = Some(i);
            best_distance = distance;
            if distance == 0 {
                break;
            }
        }
    }
    best
}

fn substitution_cost(a: u8, b: u8) -> usize {
    if a == b {
        0
    } else if a.eq_ignore_ascii_case(&b) {
        CASE_COST
    } else {
        MOVE_COST
    }
}

/// The distance between two names, if it is at most `most`.
pub fn distance(a: &[u8], b: &[u8], most: usize) -> Option<usize> {
    let prefix = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[prefix..], &b[prefix..]);
    let suffix = a
        .iter()
        .rev()
        .zip(b.iter().rev())
        .take_while(|(a, b)| a == b)
        .count();
    let (a, b) = (&a[..a.len() - suffix], &b[..b.len() - suffix]);
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let within = |distance: usize| (distance <= most).then_some(distance);
    if short.is_empty() {
        return within(MOVE_COST * long.len());
    }
    if long.len() > MAX_LEN || (long.len() - short.len()) * MOVE_COST > most {
        return None;
    }
    // One row of the usual table: after each byte of `long`, entry i is the distance to the first i + 1 of `short`.
    let mut row = [0; MAX_LEN];
    let row = &mut row[..short.len()];
    for (i, entry) in row.iter_mut().enumerate() {
        *entry = (i + 1) * MOVE_COST;
    }
    for (j, &byte) in long.iter().enumerate() {
        let (mut diagonal, mut left) = (j * MOVE_COST, (j + 1) * MOVE_COST);
        let mut least = usize::MAX;
        for (entry, &other) in row.iter_mut().zip(short) {
            let substituted = diagonal + substitution_cost(byte, other);
            diagonal = *entry;
            left = substituted.min(left.min(diagonal) + MOVE_COST);
            *entry = left;
            least = least.min(left);
        }
        if least > most {
            return None;
        }
    }
    row.last().copied().and_then(within)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Expectations: the suggestion of CPython 3.13 for a name, out of these candidates.
    #[test]
    fn suggestions() {
        let candidates = [
            "append",
            "bluch",
            "blech",
            "pop",
            "insert",
            "Sort",
            "sort",
            "remove",
            "reverse",
            "x",
            "ab",
            "length",
            "is_valid",
            "isValid",
            "naïve",
            "print",
            "range",
            "super_long_identifier_name_that_goes_on_and_on_for_ever",
            "value",
            "values",
            "clear",
            "copy",
            "count",
            "extend",
            "index",
        ];
        let cases: &[(&str, Option<&str>)] = &[
            ("apend", Some("append")),
            ("blich", Some("bluch")),
            ("poop", Some("pop")),
            ("Insert", Some("insert")),
            ("SORT", Some("Sort")),
            ("srot", None),
            ("rmove", Some("remove")),
            ("revers", Some("reverse")),
            ("y", None),
            ("a", Some("ab")),
            ("b", Some("ab")),
            ("abc", Some("ab")),
            ("lenght", Some("length")),
            ("isvalid", Some("isValid")),
            ("is_Valid", Some("is_valid")),
            ("naive", Some("naïve")),
            ("pritn", Some("print")),
            ("rnage", Some("range")),
            (
                "super_long_identifier_name_that_goes_on_and_on_four_ever",
                Some("super_long_identifier_name_that_goes_on_and_on_for_ever"),
            ),
            ("vlaue", Some("value")),
            ("valuse", Some("value")),
            ("qqqqqqqq", None),
            ("", None),
            ("cleer", Some("clear")),
            ("cpy", Some("copy")),
            ("coutn", Some("count")),
            ("extendd", Some("extend")),
            ("xedni", None),
            ("append", None),
            ("VALUE", None),
            ("zzz", None),
            ("ex", Some("x")),
            ("idx", None),
            ("super_longidentifiername_thatgoesonandonforever", None),
            ("luch", Some("bluch")),
            ("SIerzt", None),
            ("EangA", Some("range")),
            ("naïee", Some("naïve")),
            ("eremove", Some("remove")),
            ("insEi", None),
            ("lengt", Some("length")),
            ("naOie", None),
            ("naïEO", Some("naïve")),
            ("So", None),
            ("Eor", None),
            ("appenyd", Some("append")),
            ("bluca", Some("bluch")),
            ("revarse", Some("reverse")),
            ("iaiasValid", Some("isValid")),
            ("appenE", Some("append")),
            ("reaerse", Some("reverse")),
            ("osavaeid", Some("is_valid")),
            ("xa", Some("x")),
            ("rzeerse", Some("reverse")),
            ("b", Some("ab")),
            ("inyset", Some("insert")),
            ("eixsValid", Some("isValid")),
            ("reemovo", Some("remove")),
            ("lengi", Some("length")),
            ("bluycah", Some("bluch")),
            ("pep", Some("pop")),
            ("sorO", Some("sort")),
            ("I", None),
            ("Oluc", Some("bluch")),
        ];
        for &(wrong, expected) in cases {
            let found = closest(wrong.as_bytes(), &candidates).map(|i| candidates[i]);
            assert_eq!(found, expected, "{wrong}");
        }
    }

    #[test]
    fn limits() {
        let many = vec!["abcd"; MAX_CANDIDATES];
        assert_eq!(closest(b"abce", &many), None);
        assert_eq!(closest(b"abce", &many[1..]), Some(0));
        assert_eq!(distance(&[b'a'; 41], &[b'b'; 41], usize::MAX), None);
        assert_eq!(distance(b"kitten", b"sitting", 100), Some(6));
        assert_eq!(distance(b"Abc", b"abc", 100), Some(1));
        assert_eq!(distance(b"", b"abc", 5), None);
    }
}
