//! Ranges and slices: three values each, and for ranges their number of elements.
//!
//! **Invariant**: a range's `start`, `stop`, `step` and `length` are ints (exact, of any size), `step` is not zero, and `length` is the number of
//! elements. A slice holds any values.
#![forbid(unsafe_code)]

use super::Builtin;
use super::layout::{Payload, Sharing, core};
use super::thread::{Res, Thread};
use super::value::Value;

/// The payload of ranges.
pub struct Range {
    /// The first number, if there is one.
    pub start: Value,
    /// The bound that is not reached.
    pub stop: Value,
    /// The distance between numbers; not zero.
    pub step: Value,
    /// How many numbers there are.
    pub length: Value,
    small: Option<(i64, i64, u64)>,
}

impl Range {
    /// A range of these ints; `length` must be the number of its elements.
    pub fn new(start: Value, stop: Value, step: Value, length: Value) -> Range {
        let small = || {
            let (start, step) = (start.as_int()?.to_i64()?, step.as_int()?.to_i64()?);
            stop.as_int()?.to_i64()?;
            let count = u64::try_from(length.as_int()?.to_i64()?).ok()?;
            // One past the last number must fit too, since the iterator computes it.
            let end = i128::from(start) + i128::from(step) * i128::from(count);
            i64::try_from(end).ok()?;
            Some((start, step, count))
        };
        let small = small();
        Range {
            start,
            stop,
            step,
            length,
            small,
        }
    }

    /// A new range of numbers that fit an i64; `step` is not zero.
    pub fn of_i64(thread: &Thread, start: i64, stop: i64, step: i64) -> Res {
        let count = count_i64(start, stop, step);
        let length = match i64::try_from(count) {
            Ok(count) => thread.int(count)?,
            Err(_) => thread.int_from_big(count.into())?,
        };
        let range = Range::new(
            thread.int(start)?,
            thread.int(stop)?,
            thread.int(step)?,
            length,
        );
        thread.alloc(Builtin::Range, range)
    }

    /// Start, step and number of elements, if every number and the one past the last fit an i64.
    #[inline(always)]
    pub fn as_small(&self) -> Option<(i64, i64, u64)> {
        self.small
    }
}

/// How many numbers `range(start, stop, step)` has; none if `step` is zero.
pub fn count_i64(start: i64, stop: i64, step: i64) -> u64 {
    if step > 0 && start < stop {
        ((stop.wrapping_sub(start) as u64) - 1) / (step as u64) + 1
    } else if step < 0 && start > stop {
        ((start.wrapping_sub(stop) as u64) - 1) / step.unsigned_abs() + 1
    } else {
        0
    }
}

impl Payload for Range {
    const LAYOUT: u8 = core::RANGE;
    // Its references are to ints.
    const LEAF: bool = true;
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        for value in [&self.start, &self.stop, &self.step, &self.length] {
            visit(value);
        }
    }
}

/// The payload of slices.
pub struct Slice {
    /// The lower bound, or None.
    pub start: Value,
    /// The upper bound, or None.
    pub stop: Value,
    /// The step, or None.
    pub step: Value,
}

impl Slice {
    /// A new slice.
    pub fn new_value(thread: &Thread, start: Value, stop: Value, step: Value) -> Res {
        thread.alloc(Builtin::Slice, Slice { start, stop, step })
    }
}

impl Payload for Slice {
    const SHARING: Sharing = Sharing::Guarded;
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        for value in [&self.start, &self.stop, &self.step] {
            visit(value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_are_counted_up_to_the_ends_of_i64() {
        assert_eq!(count_i64(0, 10, 3), 4);
        assert_eq!(count_i64(10, 0, -3), 4);
        assert_eq!(count_i64(0, 0, 1), 0);
        assert_eq!(count_i64(5, 1, 1), 0);
        assert_eq!(count_i64(i64::MIN, i64::MAX, 1), u64::MAX);
        assert_eq!(count_i64(i64::MAX, i64::MIN, i64::MIN), 2);
        assert_eq!(count_i64(i64::MIN, i64::MAX, i64::MAX), 3);
        assert_eq!(count_i64(0, 5, 0), 0);
    }

    #[test]
    fn small_ranges_fit_with_the_number_behind_the_last() {
        let int = |i: i64| Value::from_small_int(i).unwrap_or(Value::NONE);
        let range = Range::new(int(1), int(8), int(3), int(3));
        assert_eq!(range.as_small(), Some((1, 3, 3)));
    }
}
