//! Slices as positions: reading a slice's bounds, and fitting them to a sequence's length.

use super::convert::index_saturating;
use crate::object::{Res, Slice, Thread, Value};

/// A slice's bounds as numbers, not yet fitted to a length.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SliceBounds {
    start: i64,
    stop: i64,
    step: i64,
}

/// The positions that a slice selects in a sequence.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SliceRange {
    /// The first position; where to insert if there are none.
    pub start: usize,
    /// The bound that is not reached; -1 where a negative step goes to the beginning.
    pub stop: i64,
    /// The distance between positions; not zero.
    pub step: i64,
    /// How many positions there are.
    pub count: usize,
}

impl SliceRange {
    /// The positions in order.
    pub fn positions(self) -> impl Iterator<Item = usize> {
        let mut at = self.start as i64;
        (0..self.count).map(move |_| {
            let position = at;
            at = at.wrapping_add(self.step);
            position as usize
        })
    }

    /// The same positions in ascending order.
    pub fn ascending(self) -> SliceRange {
        if self.step > 0 || self.count == 0 {
            return self;
        }
        let last = self.start as i64 + self.step * (self.count as i64 - 1);
        SliceRange {
            start: last as usize,
            stop: self.start as i64 + 1,
            step: -self.step,
            count: self.count,
        }
    }
}

impl SliceBounds {
    /// Bounds that are given as numbers, step 1.
    pub fn new(start: i64, stop: i64) -> SliceBounds {
        SliceBounds {
            start,
            stop,
            step: 1,
        }
    }

    /// Reads the bounds of a slice: step, start, stop, in this order.
    ///
    /// # Errors
    /// TypeError if one is neither None nor an index, ValueError if the step is zero, and what `__index__` raises.
    pub fn read(thread: &Thread, slice: &Slice) -> Res<SliceBounds> {
        let step = match slice_index(thread, &slice.step)? {
            None => 1,
            Some(0) => return Err(thread.value_error("slice step cannot be zero")),
            Some(step) => step.max(-i64::MAX),
        };
        let (first, last) = if step < 0 {
            (i64::MAX, i64::MIN)
        } else {
            (0, i64::MAX)
        };
        Ok(SliceBounds {
            start: slice_index(thread, &slice.start)?.unwrap_or(first),
            stop: slice_index(thread, &slice.stop)?.unwrap_or(last),
            step,
        })
    }

    /// The positions that these bounds select in a sequence of `len` items.
    pub fn fit(self, len: usize) -> SliceRange {
        let len = i64::try_from(len).unwrap_or(i64::MAX);
        let (low, high) = if self.step < 0 {
            (-1, len - 1)
        } else {
            (0, len)
        };
        let clamp = |bound: i64| {
            let bound = if bound < 0 {
                bound.saturating_add(len)
            } else {
                bound
            };
            bound.clamp(low, high.max(low))
        };
        let (start, stop) = (clamp(self.start), clamp(self.stop));
        let count = crate::object::range::count_i64(start, stop, self.step) as usize;
        SliceRange {
            start: start.max(0) as usize,
            stop,
            step: self.step,
            count,
        }
    }
}

/// One bound of a slice, None if it is not given; what is beyond an i64 becomes its end.
///
/// # Errors
/// TypeError if it is neither None nor an index, and what `__index__` raises.
#[inline]
pub fn slice_index(thread: &Thread, bound: &Value) -> Res<Option<i64>> {
    if bound.is_none() || bound.is_unbound() {
        return Ok(None);
    }
    if let Some(i) = bound.as_small_int() {
        return Ok(Some(i));
    }
    if bound.as_int().is_none() && thread.class_of(bound).index().is_none() {
        return Err(
            thread.type_error("slice indices must be integers or None or have an __index__ method")
        );
    }
    index_saturating(thread, bound).map(Some)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What Python's definition says, by walking.
    fn positions(start: i64, stop: i64, step: i64, len: i64) -> Vec<usize> {
        let fit = |bound: i64, low: i64, high: i64| {
            let bound = if bound < 0 { bound + len } else { bound };
            bound.max(low).min(high)
        };
        let mut out = vec![];
        if step > 0 {
            let (mut i, stop) = (fit(start, 0, len), fit(stop, 0, len));
            while i < stop {
                out.push(i as usize);
                i += step;
            }
        } else {
            let (mut i, stop) = (fit(start, -1, len - 1), fit(stop, -1, len - 1));
            while i > stop {
                out.push(i as usize);
                i += step;
            }
        }
        out
    }

    #[test]
    fn slices_select_what_the_definition_says() {
        for len in 0..6 {
            for start in -8..8 {
                for stop in -8..8 {
                    for step in [-3, -2, -1, 1, 2, 3] {
                        let range = SliceBounds { start, stop, step }.fit(len as usize);
                        let expected = positions(start, stop, step, len);
                        assert_eq!(range.positions().collect::<Vec<_>>(), expected);
                        let mut sorted = expected;
                        sorted.sort_unstable();
                        assert_eq!(range.ascending().positions().collect::<Vec<_>>(), sorted);
                    }
                }
            }
        }
    }

    #[test]
    fn bounds_at_the_ends_of_i64_fit() {
        let bounds = SliceBounds {
            start: i64::MAX,
            stop: i64::MIN,
            step: -i64::MAX,
        };
        assert_eq!(bounds.fit(3).positions().collect::<Vec<_>>(), [2]);
        assert_eq!(bounds.fit(0).count, 0);
        assert_eq!(SliceBounds::new(i64::MIN, i64::MAX).fit(2).count, 2);
    }
}
