//! Sorting plain data whose comparison can neither fail nor be observed, in steps short enough for a poll between them.
//!
//! API: [`sort_plain`]. Parts are sorted by the standard library and then merged. The order has to be total, two different items never equal; then the
//! result does not depend on the way.
#![forbid(unsafe_code)]

use super::{Interrupted, Poll};
use std::cmp::Ordering;

/// Items that are merged between two polls.
const MERGED_AT_ONCE: usize = 1 << 14;

/// Why a sort stopped; the items are all there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stopped {
    /// The poll asked for it.
    Interrupted,
    /// No room for the merge buffer.
    Memory,
}

impl From<Interrupted> for Stopped {
    fn from(_: Interrupted) -> Stopped {
        Stopped::Interrupted
    }
}

/// Sorts the items; parts of `at_once` items are sorted between two polls.
///
/// # Errors
/// `Interrupted` when the poll asks for it, `Memory` if there is no room to merge.
pub fn sort_plain<T: Copy>(
    items: &mut [T],
    at_once: usize,
    compare: impl Fn(&T, &T) -> Ordering,
    poll: Poll<'_>,
) -> Result<(), Stopped> {
    let n = items.len();
    for part in items.chunks_mut(at_once) {
        part.sort_unstable_by(&compare);
        if n > at_once {
            poll()?;
        }
    }
    let mut buffer: Vec<T> = Vec::new();
    if n > at_once {
        let half = n.div_ceil(at_once).next_power_of_two() / 2 * at_once;
        let room = buffer.try_reserve_exact(half.min(n));
        room.map_err(|_| Stopped::Memory)?;
    }
    let mut size = at_once;
    while size < n {
        for pair in items.chunks_mut(2 * size) {
            if pair.len() > size {
                merge(pair, size, &mut buffer, &compare, poll)?;
            }
        }
        size *= 2;
    }
    Ok(())
}

/// Merges the sorted parts before and from `middle`.
fn merge<T: Copy>(
    items: &mut [T],
    middle: usize,
    buffer: &mut Vec<T>,
    compare: &impl Fn(&T, &T) -> Ordering,
    poll: Poll<'_>,
) -> Result<(), Interrupted> {
    if compare(&items[middle - 1], &items[middle]).is_lt() {
        return Ok(());
    }
    buffer.clear();
    buffer.extend_from_slice(&items[..middle]);
    // `left` in the buffer and `right` in the items are what is still to be merged; `at` is where the next one goes. There is always
    // room: `right - at` is what is left in the buffer.
    let (mut left, mut right, mut at) = (0, middle, 0);
    let mut outcome = Ok(());
    while left < buffer.len() && right < items.len() {
        let steps = MERGED_AT_ONCE
            .min(buffer.len() - left)
            .min(items.len() - right);
        for _ in 0..steps {
            let (a, b) = (buffer[left], items[right]);
            let takes_right = compare(&b, &a).is_lt();
            items[at] = if takes_right { b } else { a };
            right += usize::from(takes_right);
            left += usize::from(!takes_right);
            at += 1;
        }
        outcome = poll();
        if outcome.is_err() {
            break;
        }
    }
    let rest = &buffer[left..];
    items[at..at + rest.len()].copy_from_slice(rest);
    outcome
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::never;

    fn numbers(n: usize) -> Vec<u64> {
        let mut x = 88172645463325252u64;
        let mut next = || {
            x ^= x << 13;
            x ^= x >> 7;
            x ^= x << 17;
            x
        };
        (0..n).map(|_| next()).collect()
    }

    #[test]
    fn sorts_like_the_library() {
        for n in [0, 1, 2, 7, 8, 9, 63, 64, 65, 1000, 1023, 1025] {
            let prepared: [fn(&mut Vec<u64>); 3] = [
                |_| (),
                |v| v.sort_unstable(),
                |v| v.sort_by(|a, b| b.cmp(a)),
            ];
            for prepare in prepared {
                let mut items = numbers(n);
                prepare(&mut items);
                let mut expected = items.clone();
                expected.sort_unstable();
                assert_eq!(sort_plain(&mut items, 8, u64::cmp, &mut never()), Ok(()));
                assert_eq!(items, expected, "{n}");
            }
        }
    }

    #[test]
    fn an_interruption_keeps_all_items() {
        let mut expected = numbers(100_000);
        for polls in [0, 1, 5, 12, 13, 14, 15, 18] {
            let mut items = expected.clone();
            let mut left = polls;
            let mut poll = || {
                left -= 1;
                if left < 0 { Err(Interrupted) } else { Ok(()) }
            };
            let outcome = sort_plain(&mut items, 8192, u64::cmp, &mut poll);
            assert_eq!(outcome, Err(Stopped::Interrupted));
            items.sort_unstable();
            expected.sort_unstable();
            assert_eq!(items, expected);
            expected = numbers(100_000);
        }
    }
}
