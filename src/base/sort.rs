//! A stable, adaptive merge sort whose comparator may fail: the algorithm of `list.sort`.
//!
//! API: [`sort`] with `lt(a, b)` for "a is less than b". The *sequence of comparisons* is that of CPython 3.13's list
//! sort (natural runs, binary insertion up to a minimal run, powersort's merge order, galloping), because scripts see
//! it: through `__lt__` methods that print, count or raise.
//!
//! Invariant: whatever `lt` answers, and when it fails, the slice holds a permutation of what it held before. The
//! items are `Copy`, so they are words or indices whose ownership stays with the caller.
//!
//! The comparator is where long sorts are interrupted: between two calls at most one pass over the slice is copied.
#![forbid(unsafe_code)]

/// Why a sort stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SortError<E> {
    /// The comparator failed.
    Compare(E),
    /// No room for the merge buffer.
    Memory,
}

impl<E> From<E> for SortError<E> {
    fn from(error: E) -> SortError<E> {
        SortError::Compare(error)
    }
}

type Outcome<T, E> = Result<T, SortError<E>>;

/// Below this many wins in a row, merging goes item by item.
const MIN_GALLOP: usize = 7;
/// Runs are extended to between half of this and all of it.
const MAX_MINRUN: usize = 64;

/// Sorts the slice, equal items keeping their order.
pub fn sort<T: Copy, E>(
    items: &mut [T],
    lt: impl FnMut(&T, &T) -> Result<bool, E>,
) -> Outcome<(), E> {
    if items.len() < 2 {
        return Ok(());
    }
    let minrun = minrun(items.len());
    let mut state = Sorter {
        lt,
        min_gallop: MIN_GALLOP,
        buffer: Vec::new(),
        runs: Vec::new(),
    };
    let mut start = 0;
    while start < items.len() {
        let rest = &mut items[start..];
        let mut len = state.count_run(rest)?;
        if len < minrun {
            let forced = minrun.min(rest.len());
            state.insert_rest(&mut rest[..forced], len)?;
            len = forced;
        }
        state.found_run(
            items,
            Run {
                start,
                len,
                power: 0,
            },
        )?;
        start += len;
    }
    while state.runs.len() > 1 {
        let mut at = state.runs.len() - 2;
        if at > 0 && state.runs[at - 1].len < state.runs[at + 1].len {
            at -= 1;
        }
        state.merge_at(items, at)?;
    }
    Ok(())
}

/// The length that short runs are extended to: the six leading bits of the length, rounded up.
fn minrun(mut len: usize) -> usize {
    let mut lost = 0;
    while len >= MAX_MINRUN {
        lost |= len & 1;
        len >>= 1;
    }
    len + lost
}

/// The level, in a perfectly balanced merge tree over `len` items, of the node that would join two neighbouring runs.
fn power(start: usize, first: usize, second: usize, len: usize) -> u32 {
    // Twice the midpoints of the runs, as fractions of the length: the first binary digit in which they differ.
    let (mut a, len) = (2 * start as u128 + first as u128, len as u128);
    let mut b = a + first as u128 + second as u128;
    let mut power = 0;
    loop {
        power += 1;
        if a >= len {
            a -= len;
            b -= len;
        } else if b >= len {
            return power;
        }
        a <<= 1;
        b <<= 1;
    }
}

/// A sorted stretch of the slice that waits to be merged.
#[derive(Clone, Copy)]
struct Run {
    start: usize,
    len: usize,
    /// Level of the node that joins it with the next run.
    power: u32,
}

struct Sorter<T, F> {
    lt: F,
    /// Wins in a row after which merging gallops; adapts to the data.
    min_gallop: usize,
    buffer: Vec<T>,
    runs: Vec<Run>,
}

impl<T: Copy, E, F: FnMut(&T, &T) -> Result<bool, E>> Sorter<T, F> {
    fn lt(&mut self, a: T, b: T) -> Outcome<bool, E> {
        Ok((self.lt)(&a, &b)?)
    }

    /// The length of the run that the slice begins with. A descending run is reversed; equal items in it have been
    /// reversed before, so that they come out in their old order.
    fn count_run(&mut self, items: &mut [T]) -> Outcome<usize, E> {
        let len = items.len();
        let mut n = 1;
        while n < len && !self.lt(items[n], items[n - 1])? {
            n += 1;
        }
        if n == len {
            return Ok(n);
        }
        // The next item is smaller. What came before it ascends, or is all equal and may begin a descent.
        if n > 1 {
            if self.lt(items[0], items[n - 1])? {
                return Ok(n);
            }
            items[..n].reverse();
        }
        n += 1;
        // How many of the last items equal the one before them.
        let mut equal = 0;
        loop {
            let smaller = n < len && self.lt(items[n], items[n - 1])?;
            if (n == len || smaller) && equal > 0 {
                items[n - equal - 1..n].reverse();
                equal = 0;
            }
            if n == len {
                break;
            }
            if !smaller {
                if self.lt(items[n - 1], items[n])? {
                    if equal > 0 {
                        items[n - equal - 1..n].reverse();
                    }
                    break;
                }
                equal += 1;
            }
            n += 1;
        }
        items[..n].reverse();
        // What was the end of the descent may be the start of an ascent.
        while n < len && !self.lt(items[n], items[n - 1])? {
            n += 1;
        }
        Ok(n)
    }

    /// Binary insertion of everything after the first `sorted` items.
    fn insert_rest(&mut self, items: &mut [T], sorted: usize) -> Outcome<(), E> {
        for at in sorted.max(1)..items.len() {
            let pivot = items[at];
            let (mut low, mut high) = (0, at);
            while low < high {
                let middle = (low + high) >> 1;
                if self.lt(pivot, items[middle])? {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            items.copy_within(low..at, low + 1);
            items[low] = pivot;
        }
        Ok(())
    }

    /// Puts a run on the stack, after the merges that come before it in the merge tree.
    fn found_run(&mut self, items: &mut [T], run: Run) -> Outcome<(), E> {
        if let Some(&Run { start, len, .. }) = self.runs.last() {
            let power = power(start, len, run.len, items.len());
            while let [.., before, _] = self.runs[..]
                && before.power > power
            {
                self.merge_at(items, self.runs.len() - 2)?;
            }
            if let Some(last) = self.runs.last_mut() {
                last.power = power;
            }
        }
        self.runs.push(run);
        Ok(())
    }

    /// Merges run `at` with the next.
    fn merge_at(&mut self, items: &mut [T], at: usize) -> Outcome<(), E> {
        let (a, b) = (self.runs[at], self.runs[at + 1]);
        self.runs[at].len = a.len + b.len;
        self.runs.remove(at + 1);
        let whole = &mut items[a.start..b.start + b.len];
        // What of the first run is below all of the second is in place, and so is the end of the second.
        let skip = self.gallop_right(whole[a.len], &whole[..a.len], 0)?;
        if skip == a.len {
            return Ok(());
        }
        let a_len = a.len - skip;
        let keep = self.gallop_left(whole[a.len - 1], &whole[a.len..], b.len - 1)?;
        if keep == 0 {
            return Ok(());
        }
        let part = &mut whole[skip..a.len + keep];
        let mut buffer = std::mem::take(&mut self.buffer);
        buffer.clear();
        let result = match buffer.try_reserve(a_len.min(keep)) {
            Err(_) => Err(SortError::Memory),
            Ok(()) if a_len <= keep => {
                buffer.extend_from_slice(&part[..a_len]);
                self.merge_low(part, &buffer)
            }
            Ok(()) => {
                buffer.extend_from_slice(&part[a_len..]);
                self.merge_high(part, a_len, &buffer)
            }
        };
        self.buffer = buffer;
        result
    }

    /// Where `key` belongs in sorted `a`, before equal items; `hint` is a position near it.
    fn gallop_left(&mut self, key: T, a: &[T], hint: usize) -> Outcome<usize, E> {
        let (mut last, mut step) = (0usize, 1usize);
        // Everything below `low` is less than the key; nothing from `high` on is.
        let (mut low, mut high);
        if self.lt(a[hint], key)? {
            let most = a.len() - hint;
            while step < most && self.lt(a[hint + step], key)? {
                last = step;
                step = 2 * step + 1;
            }
            (low, high) = (hint + last + 1, hint + step.min(most));
        } else {
            let most = hint + 1;
            while step < most && !self.lt(a[hint - step], key)? {
                last = step;
                step = 2 * step + 1;
            }
            (low, high) = (hint + 1 - step.min(most), hint - last);
        }
        while low < high {
            let middle = low + ((high - low) >> 1);
            if self.lt(a[middle], key)? {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        Ok(high)
    }

    /// Where `key` belongs in sorted `a`, after equal items.
    fn gallop_right(&mut self, key: T, a: &[T], hint: usize) -> Outcome<usize, E> {
        let (mut last, mut step) = (0usize, 1usize);
        let (mut low, mut high);
        if self.lt(key, a[hint])? {
            let most = hint + 1;
            while step < most && self.lt(key, a[hint - step])? {
                last = step;
                step = 2 * step + 1;
            }
            (low, high) = (hint + 1 - step.min(most), hint - last);
        } else {
            let most = a.len() - hint;
            while step < most && !self.lt(key, a[hint + step])? {
                last = step;
                step = 2 * step + 1;
            }
            (low, high) = (hint + last + 1, hint + step.min(most));
        }
        while low < high {
            let middle = low + ((high - low) >> 1);
            if self.lt(key, a[middle])? {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        Ok(high)
    }

    /// Merges from the left. `a` is a copy of the first run, whose place in `items` is free; the second run follows.
    fn merge_low(&mut self, items: &mut [T], a: &[T]) -> Outcome<(), E> {
        let mut m = Low {
            items,
            a,
            a_at: 0,
            b_at: a.len(),
            to: 0,
        };
        let result = self.run_low(&mut m);
        // Whatever is left of the copy fills exactly the gap between what is merged and what is left of the second run.
        m.flush();
        result
    }

    fn run_low(&mut self, m: &mut Low<'_, T>) -> Outcome<(), E> {
        m.take_b(1);
        if m.b_left() == 0 || m.a_left() == 1 {
            return Ok(m.finish());
        }
        let mut min_gallop = self.min_gallop;
        loop {
            let (mut a_wins, mut b_wins) = (0, 0);
            while a_wins < min_gallop && b_wins < min_gallop {
                if self.lt(m.b(), m.a())? {
                    m.take_b(1);
                    (a_wins, b_wins) = (0, b_wins + 1);
                } else {
                    m.take_a(1);
                    (a_wins, b_wins) = (a_wins + 1, 0);
                }
                if m.b_left() == 0 || m.a_left() == 1 {
                    return Ok(m.finish());
                }
            }
            min_gallop += 1;
            loop {
                min_gallop -= usize::from(min_gallop > 1);
                self.min_gallop = min_gallop;
                a_wins = self.gallop_right(m.b(), &m.a[m.a_at..], 0)?;
                m.take_a(a_wins);
                // An inconsistent comparator can use up the first run here.
                if a_wins > 0 && m.a_left() <= 1 {
                    return Ok(m.finish());
                }
                m.take_b(1);
                if m.b_left() == 0 {
                    return Ok(());
                }
                b_wins = self.gallop_left(m.a(), &m.items[m.b_at..], 0)?;
                m.take_b(b_wins);
                if m.b_left() == 0 {
                    return Ok(());
                }
                m.take_a(1);
                if m.a_left() == 1 {
                    return Ok(m.finish());
                }
                if a_wins < MIN_GALLOP && b_wins < MIN_GALLOP {
                    break;
                }
            }
            min_gallop += 1;
            self.min_gallop = min_gallop;
        }
    }

    /// Merges from the right. `b` is a copy of the second run, whose place at the end of `items` is free.
    fn merge_high(&mut self, items: &mut [T], a_len: usize, b: &[T]) -> Outcome<(), E> {
        let to = items.len();
        let mut m = High {
            items,
            b,
            a_left: a_len,
            b_left: b.len(),
            to,
        };
        let result = self.run_high(&mut m);
        m.flush();
        result
    }

    fn run_high(&mut self, m: &mut High<'_, T>) -> Outcome<(), E> {
        m.take_a(1);
        if m.a_left == 0 || m.b_left == 1 {
            return Ok(m.finish());
        }
        let mut min_gallop = self.min_gallop;
        loop {
            let (mut a_wins, mut b_wins) = (0, 0);
            while a_wins < min_gallop && b_wins < min_gallop {
                if self.lt(m.b(), m.a())? {
                    m.take_a(1);
                    (a_wins, b_wins) = (a_wins + 1, 0);
                } else {
                    m.take_b(1);
                    (a_wins, b_wins) = (0, b_wins + 1);
                }
                if m.a_left == 0 || m.b_left == 1 {
                    return Ok(m.finish());
                }
            }
            min_gallop += 1;
            loop {
                min_gallop -= usize::from(min_gallop > 1);
                self.min_gallop = min_gallop;
                let at = self.gallop_right(m.b(), &m.items[..m.a_left], m.a_left - 1)?;
                a_wins = m.a_left - at;
                m.take_a(a_wins);
                if m.a_left == 0 {
                    return Ok(());
                }
                m.take_b(1);
                if m.b_left == 1 {
                    return Ok(m.finish());
                }
                let at = self.gallop_left(m.a(), &m.b[..m.b_left], m.b_left - 1)?;
                b_wins = m.b_left - at;
                m.take_b(b_wins);
                // An inconsistent comparator can use up the second run here.
                if b_wins > 0 && m.b_left <= 1 {
                    return Ok(m.finish());
                }
                m.take_a(1);
                if m.a_left == 0 {
                    return Ok(());
                }
                if a_wins < MIN_GALLOP && b_wins < MIN_GALLOP {
                    break;
                }
            }
            min_gallop += 1;
            self.min_gallop = min_gallop;
        }
    }
}

/// The state of a merge from the left.
///
/// Invariant: `items[..to]` is merged, `a[a_at..]` and `items[b_at..]` are left, and `b_at - to` is what is left of a.
struct Low<'a, T> {
    items: &'a mut [T],
    a: &'a [T],
    a_at: usize,
    b_at: usize,
    to: usize,
}

impl<T: Copy> Low<'_, T> {
    fn a(&self) -> T {
        self.a[self.a_at]
    }

    fn b(&self) -> T {
        self.items[self.b_at]
    }

    fn a_left(&self) -> usize {
        self.a.len() - self.a_at
    }

    fn b_left(&self) -> usize {
        self.items.len() - self.b_at
    }

    fn take_a(&mut self, n: usize) {
        self.items[self.to..self.to + n].copy_from_slice(&self.a[self.a_at..self.a_at + n]);
        self.a_at += n;
        self.to += n;
    }

    fn take_b(&mut self, n: usize) {
        self.items.copy_within(self.b_at..self.b_at + n, self.to);
        self.b_at += n;
        self.to += n;
    }

    /// The last item of the first run is known to belong at the end.
    fn finish(&mut self) {
        if self.a_left() == 1 {
            self.take_b(self.b_left());
        }
    }

    fn flush(&mut self) {
        self.take_a(self.a_left());
    }
}

/// The state of a merge from the right.
///
/// Invariant: `items[to..]` is merged, `items[..a_left]` and `b[..b_left]` are left, and `to` is the sum of the two.
struct High<'a, T> {
    items: &'a mut [T],
    b: &'a [T],
    a_left: usize,
    b_left: usize,
    to: usize,
}

impl<T: Copy> High<'_, T> {
    fn a(&self) -> T {
        self.items[self.a_left - 1]
    }

    fn b(&self) -> T {
        self.b[self.b_left - 1]
    }

    fn take_a(&mut self, n: usize) {
        self.items
            .copy_within(self.a_left - n..self.a_left, self.to - n);
        self.a_left -= n;
        self.to -= n;
    }

    fn take_b(&mut self, n: usize) {
        self.items[self.to - n..self.to].copy_from_slice(&self.b[self.b_left - n..self.b_left]);
        self.b_left -= n;
        self.to -= n;
    }

    /// The first item of the second run is known to belong at the front.
    fn finish(&mut self) {
        if self.b_left == 1 {
            self.take_a(self.a_left);
        }
    }

    fn flush(&mut self) {
        self.take_b(self.b_left);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Values of one pattern; the same generator wrote the expectations.
    fn values(pattern: u64, n: u64) -> Vec<u64> {
        let mut state = pattern * 1_000_003 + n;
        let mut next = move || {
            state = (state * 1_103_515_245 + 12_345) % (1 << 31);
            state >> 8
        };
        (0..n)
            .map(|i| match pattern {
                0 => next(),
                1 => next() % 4,
                2 => i,
                3 => n - i,
                4 => (n - i) / 3,
                5 => i.min(n - i),
                6 => i % 100,
                7 => (i / 50) * 7919 % 101 * 50 + i % 50,
                8 => {
                    if i % 37 == 0 {
                        next()
                    } else {
                        i * 8
                    }
                }
                9 => (n - i) / (1 + i % 7),
                10 => i * i % 1009 / 2,
                _ => {
                    if i < n * 9 / 10 {
                        i * 16
                    } else {
                        next() % (n * 16)
                    }
                }
            })
            .collect()
    }

    /// A digest of the pairs that a sort compares, by original position.
    fn trace(values: &[u64]) -> (u64, u64) {
        let mut items: Vec<usize> = (0..values.len()).collect();
        let (mut count, mut digest) = (0u64, 0u64);
        let result: Outcome<(), ()> = sort(&mut items, |&a, &b| {
            count += 1;
            digest = (digest * 31 + a as u64 * 65_537 + b as u64) % ((1 << 31) - 1);
            Ok(values[a] < values[b])
        });
        assert_eq!(result, Ok(()));
        let mut expected: Vec<usize> = (0..values.len()).collect();
        expected.sort_by_key(|&i| values[i]);
        assert_eq!(items, expected);
        (count, digest)
    }

    /// Expectations: (pattern, length, comparisons, digest) of CPython 3.13's `list.sort`.
    #[test]
    fn comparisons_are_those_of_list_sort() {
        let cases: &[(u64, u64, u64, u64)] = &[
            (0, 2, 1, 65537),
            (0, 3, 6, 94537637),
            (0, 5, 11, 1525192030),
            (0, 10, 24, 1130590087),
            (0, 31, 118, 1613388782),
            (0, 63, 299, 1657449476),
            (0, 64, 301, 279363735),
            (0, 65, 306, 1740182423),
            (0, 100, 535, 651891864),
            (0, 127, 714, 1099041318),
            (0, 128, 739, 107658800),
            (0, 130, 754, 1366979792),
            (0, 200, 1272, 1002031613),
            (0, 333, 2357, 1106909237),
            (0, 1000, 8668, 1415974040),
            (0, 2500, 25053, 1465685809),
            (0, 5000, 55107, 1776146458),
            (1, 2, 1, 65537),
            (1, 3, 2, 2162722),
            (1, 5, 9, 428937231),
            (1, 10, 24, 908185594),
            (1, 31, 113, 1104626753),
            (1, 63, 288, 1432282120),
            (1, 64, 282, 1167853033),
            (1, 65, 290, 701788060),
            (1, 100, 492, 1584406344),
            (1, 127, 643, 1271645336),
            (1, 128, 628, 772162235),
            (1, 130, 666, 576159043),
            (1, 200, 1056, 633817318),
            (1, 333, 1790, 213710114),
            (1, 1000, 5601, 255767018),
            (1, 2500, 13922, 432669614),
            (1, 5000, 28002, 2120342979),
            (2, 2, 1, 65537),
            (2, 3, 2, 2162722),
            (2, 5, 4, 2084732996),
            (2, 10, 9, 176825835),
            (2, 31, 30, 2003331819),
            (2, 63, 62, 8165322),
            (2, 64, 63, 257253875),
            (2, 65, 64, 1536613615),
            (2, 100, 99, 1847020378),
            (2, 127, 126, 2044693076),
            (2, 128, 127, 1116782918),
            (2, 130, 129, 1902553499),
            (2, 200, 199, 179841526),
            (2, 333, 332, 1015238681),
            (2, 1000, 999, 1686776816),
            (2, 2500, 2499, 1546759117),
            (2, 5000, 4999, 940725351),
            (3, 2, 1, 65537),
            (3, 3, 2, 2162722),
            (3, 5, 4, 2084732996),
            (3, 10, 9, 176825835),
            (3, 31, 30, 2003331819),
            (3, 63, 62, 8165322),
            (3, 64, 63, 257253875),
            (3, 65, 64, 1536613615),
            (3, 100, 99, 1847020378),
            (3, 127, 126, 2044693076),
            (3, 128, 127, 1116782918),
            (3, 130, 129, 1902553499),
            (3, 200, 199, 179841526),
            (3, 333, 332, 1015238681),
            (3, 1000, 999, 1686776816),
            (3, 2500, 2499, 1546759117),
            (3, 5000, 4999, 940725351),
            (4, 2, 1, 65537),
            (4, 3, 3, 67109921),
            (4, 5, 6, 1730048259),
            (4, 10, 15, 417851916),
            (4, 31, 50, 1857865850),
            (4, 63, 103, 1487835126),
            (4, 64, 105, 205697976),
            (4, 65, 106, 157820920),
            (4, 100, 165, 125929817),
            (4, 127, 210, 681796251),
            (4, 128, 211, 1283335854),
            (4, 130, 215, 2012733379),
            (4, 200, 331, 320457290),
            (4, 333, 553, 1467578106),
            (4, 1000, 1665, 982051444),
            (4, 2500, 4165, 294139033),
            (4, 5000, 8331, 430953364),
            (5, 2, 1, 65537),
            (5, 3, 2, 2162722),
            (5, 5, 7, 1062004278),
            (5, 10, 19, 1706844792),
            (5, 31, 84, 31612926),
            (5, 63, 204, 1759861888),
            (5, 64, 128, 1265128233),
            (5, 65, 130, 2052041533),
            (5, 100, 200, 1707547063),
            (5, 127, 254, 2019724138),
            (5, 128, 256, 1825813411),
            (5, 130, 260, 2011263139),
            (5, 200, 400, 1143543868),
            (5, 333, 666, 364803048),
            (5, 1000, 2000, 2073952916),
            (5, 2500, 5000, 1602293160),
            (5, 5000, 10000, 352434582),
            (6, 2, 1, 65537),
            (6, 3, 2, 2162722),
            (6, 5, 4, 2084732996),
            (6, 10, 9, 176825835),
            (6, 31, 30, 2003331819),
            (6, 63, 62, 8165322),
            (6, 64, 63, 257253875),
            (6, 65, 64, 1536613615),
            (6, 100, 99, 1847020378),
            (6, 127, 199, 500775119),
            (6, 128, 201, 1147302760),
            (6, 130, 208, 340793018),
            (6, 200, 399, 828015995),
            (6, 333, 951, 1356432601),
            (6, 1000, 4398, 15890851),
            (6, 2500, 13386, 471418246),
            (6, 5000, 28764, 1271221749),
            (7, 2, 1, 65537),
            (7, 3, 2, 2162722),
            (7, 5, 4, 2084732996),
            (7, 10, 9, 176825835),
            (7, 31, 30, 2003331819),
            (7, 63, 62, 8165322),
            (7, 64, 63, 257253875),
            (7, 65, 64, 1536613615),
            (7, 100, 99, 1847020378),
            (7, 127, 126, 2044693076),
            (7, 128, 127, 1116782918),
            (7, 130, 129, 1902553499),
            (7, 200, 232, 1236405796),
            (7, 333, 435, 431155333),
            (7, 1000, 1560, 2032071963),
            (7, 2500, 4330, 1520659582),
            (7, 5000, 9500, 648359614),
            (8, 2, 1, 65537),
            (8, 3, 6, 94537637),
            (8, 5, 10, 1157570034),
            (8, 10, 25, 5292699),
            (8, 31, 116, 861080639),
            (8, 63, 292, 369449269),
            (8, 64, 247, 569058547),
            (8, 65, 251, 102097013),
            (8, 100, 396, 530262506),
            (8, 127, 607, 1082605726),
            (8, 128, 485, 1073031235),
            (8, 130, 501, 517592174),
            (8, 200, 761, 113984922),
            (8, 333, 1227, 894478770),
            (8, 1000, 4420, 84999303),
            (8, 2500, 8868, 1076485296),
            (8, 5000, 17816, 2139027368),
            (9, 2, 1, 65537),
            (9, 3, 2, 2162722),
            (9, 5, 5, 202410081),
            (9, 10, 20, 863577841),
            (9, 31, 112, 1982189150),
            (9, 63, 297, 511119756),
            (9, 64, 295, 1746375184),
            (9, 65, 294, 2033253684),
            (9, 100, 517, 1655084056),
            (9, 127, 681, 38957413),
            (9, 128, 698, 1966093642),
            (9, 130, 695, 1956551641),
            (9, 200, 1204, 402395564),
            (9, 333, 2150, 1135164412),
            (9, 1000, 7621, 949997038),
            (9, 2500, 20855, 293435479),
            (9, 5000, 43171, 305192995),
            (10, 2, 1, 65537),
            (10, 3, 2, 2162722),
            (10, 5, 4, 2084732996),
            (10, 10, 9, 176825835),
            (10, 31, 30, 2003331819),
            (10, 63, 208, 232398963),
            (10, 64, 195, 231264939),
            (10, 65, 204, 2890281),
            (10, 100, 441, 398211665),
            (10, 127, 622, 1262868975),
            (10, 128, 610, 1757847091),
            (10, 130, 640, 485445280),
            (10, 200, 1177, 500568231),
            (10, 333, 2289, 384956606),
            (10, 1000, 8508, 1785597994),
            (10, 2500, 24744, 1532143864),
            (10, 5000, 54506, 1648952229),
            (11, 2, 1, 65537),
            (11, 3, 2, 2162722),
            (11, 5, 7, 1062004278),
            (11, 10, 14, 1793236169),
            (11, 31, 48, 466419816),
            (11, 63, 99, 1250338188),
            (11, 64, 104, 1851053000),
            (11, 65, 99, 906663449),
            (11, 100, 205, 882305390),
            (11, 127, 253, 1734702201),
            (11, 128, 234, 1520431213),
            (11, 130, 261, 291893131),
            (11, 200, 395, 2113764650),
            (11, 333, 665, 1419288302),
            (11, 1000, 2183, 1833536186),
            (11, 2500, 5814, 1708913586),
            (11, 5000, 12736, 1888768050),
        ];
        for &(pattern, n, count, digest) in cases {
            assert_eq!(
                trace(&values(pattern, n)),
                (count, digest),
                "pattern {pattern}, {n} items"
            );
        }
    }

    #[test]
    fn failing_comparators_lose_nothing() {
        for pattern in 0..12 {
            let values = values(pattern, 500);
            let (count, _) = trace(&values);
            for stop in (0..count).step_by(17) {
                let mut items: Vec<usize> = (0..values.len()).collect();
                let mut calls = 0;
                let result = sort(&mut items, |&a, &b| {
                    calls += 1;
                    if calls > stop {
                        Err(calls)
                    } else {
                        Ok(values[a] < values[b])
                    }
                });
                assert_eq!(result, Err(SortError::Compare(stop + 1)));
                items.sort_unstable();
                assert!(items.iter().copied().eq(0..values.len()));
            }
        }
    }

    #[test]
    fn inconsistent_comparators_lose_nothing() {
        for seed in 0..200u64 {
            let mut state = seed;
            let mut items: Vec<u64> = (0..300 + seed).collect();
            let result: Outcome<(), ()> = sort(&mut items, |a, b| {
                state = state
                    .wrapping_mul(6_364_136_223_846_793_005)
                    .wrapping_add(1);
                Ok(match seed % 4 {
                    0 => state >> 63 == 1,
                    1 => true,
                    2 => (a ^ b) & 3 == 0,
                    _ => state >> 60 == 0 || a < b,
                })
            });
            assert_eq!(result, Ok(()));
            items.sort_unstable();
            assert!(items.iter().copied().eq(0..300 + seed));
        }
    }
}
