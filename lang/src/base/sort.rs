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
            m.finish();
            return Ok(());
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
                    m.finish();
                    return Ok(());
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
                    m.finish();
                    return Ok(());
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
                    m.finish();
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
            m.finish();
            return Ok(());
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
                    m.finish();
                    return Ok(());
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
                    m.finish();
                    return Ok(());
                }
                let at = self.gallop_left(m.a(), &m.b[..m.b_left], m.b_left - 1)?;
                b_wins = m.b_left - at;
                m.take_b(b_wins);
                // An inconsistent comparator can use up the second run here.
                if b_wins > 0 && m.b_left <= 1 {
                    m.finish();
                    return Ok(());
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
mod tests;
