//! Making ranges and computing with them: numbers by position, positions of numbers, slices. Ranges within i64 take the short way.

use crate::object::class::CallArgs;
use crate::object::{Builtin, NativeDef, Range, Res, Slice, Thread, Value};
use crate::runtime::protocol::{SliceBounds, index};
use crate::types::shared::{arguments, signature};
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Signed, ToPrimitive, Zero};

const SIGNATURE: NativeDef = signature("range", "(start, stop=None, step=1, /)");

/// The big integer of an int.
pub fn big(int: &Value) -> BigInt {
    int.as_int().map_or_else(BigInt::zero, |int| int.to_big())
}

/// The range that a slot or method was called on; both are called on ranges alone.
#[inline(always)]
pub fn payload<'a>(thread: &Thread, value: &'a Value) -> Res<&'a Range> {
    match value.payload::<Range>() {
        Some(range) => Ok(range),
        None => Err(thread.type_error("a range is required")),
    }
}

/// `range(stop)`, `range(start, stop, step)`
pub fn construct(thread: &Thread, _: &Value, args: CallArgs<'_>) -> Res {
    let args = arguments(thread, &SIGNATURE, args)?;
    let Some(stop) = args[1].bound() else {
        let stop = index(thread, &args[0])?;
        return new_range(thread, Value::from_i32(0), stop, Value::from_i32(1));
    };
    let start = index(thread, &args[0])?;
    let stop = index(thread, stop)?;
    let step = match args[2].bound() {
        Some(step) => index(thread, step)?,
        None => Value::from_i32(1),
    };
    if step.as_int().is_some_and(|step| step.is_zero()) {
        return Err(thread.value_error("range() arg 3 must not be zero"));
    }
    new_range(thread, start, stop, step)
}

/// A range of these exact ints; `step` is not zero.
pub fn new_range(thread: &Thread, start: Value, stop: Value, step: Value) -> Res {
    let small = |int: &Value| int.as_int().and_then(|int| int.to_i64());
    if let (Some(start), Some(stop), Some(step)) = (small(&start), small(&stop), small(&step)) {
        return Range::of_i64(thread, start, stop, step);
    }
    let length = thread.int_from_big(count_big(&big(&start), &big(&stop), &big(&step)))?;
    thread.alloc(Builtin::Range, Range::new(start, stop, step, length))
}

/// How many numbers `range(start, stop, step)` has.
pub fn count_big(start: &BigInt, stop: &BigInt, step: &BigInt) -> BigInt {
    let distance = if step.is_positive() {
        stop - start
    } else {
        start - stop
    };
    if distance.is_positive() {
        (distance - 1u32) / step.abs() + 1u32
    } else {
        BigInt::zero()
    }
}

/// `range[i]` for a position that exists.
fn at(thread: &Thread, range: &Range, i: &BigInt) -> Res {
    thread.int_from_big(big(&range.start) + big(&range.step) * i)
}

/// `range[key]`
pub fn get_item(thread: &Thread, value: &Value, key: &Value) -> Res {
    let range = payload(thread, value)?;
    if let (Some(i), Some((start, step, count))) = (key.as_small_int(), range.as_small()) {
        let i = if i < 0 {
            i as i128 + i128::from(count)
        } else {
            i as i128
        };
        if i < 0 || i >= i128::from(count) {
            return Err(out_of_range(thread));
        }
        return thread.int(start + step * i as i64);
    }
    if key.as_int().is_some() || thread.class_of(key).index().is_some() {
        let mut i = big(&index(thread, key)?);
        let length = big(&range.length);
        if i.is_negative() {
            i += &length;
        }
        if i.is_negative() || i >= length {
            return Err(out_of_range(thread));
        }
        return at(thread, range, &i);
    }
    match key.payload::<Slice>() {
        Some(slice) => slice_of(thread, range, slice),
        None => {
            let name = thread.class_of(key).name_text();
            Err(thread.type_error(format!(
                "range indices must be integers or slices, not {name}"
            )))
        }
    }
}

#[cold]
fn out_of_range(thread: &Thread) -> crate::object::Raised {
    thread.error(Builtin::IndexError, "range object index out of range")
}

fn slice_of(thread: &Thread, range: &Range, slice: &Slice) -> Res {
    let simple = |bound: &Value| bound.is_none() || bound.as_small_int().is_some();
    if let Some((start, step, count)) = range.as_small()
        && let Ok(len) = usize::try_from(count)
        && len <= i64::MAX as usize
        && simple(&slice.start)
        && simple(&slice.stop)
        && simple(&slice.step)
    {
        let part = SliceBounds::read(thread, slice)?.fit(len);
        let first = if part.step < 0 && part.count == 0 {
            // Where a downward slice of nothing begins shows in the range's repr.
            None
        } else {
            Some(part.start as i64)
        };
        let scaled = first.and_then(|first| {
            let new_start = first.checked_mul(step)?.checked_add(start)?;
            let new_stop = part.stop.checked_mul(step)?.checked_add(start)?;
            Some((new_start, new_stop, part.step.checked_mul(step)?))
        });
        if let Some((new_start, new_stop, new_step)) = scaled {
            return Range::of_i64(thread, new_start, new_stop, new_step);
        }
    }
    let (start, stop, step) =
        crate::types::slice::long_indices(thread, slice, &big(&range.length))?;
    let (range_start, range_step) = (big(&range.start), big(&range.step));
    let number = |position: BigInt| thread.int_from_big(&range_start + position * &range_step);
    new_range(
        thread,
        number(start)?,
        number(stop)?,
        thread.int_from_big(step * &range_step)?,
    )
}

/// The position of an int (of a bool too) in the range.
pub fn position(range: &Range, number: &Value) -> Option<BigInt> {
    let number = number.as_int()?;
    if let (Some(n), Some((start, step, count))) = (number.to_i64(), range.as_small()) {
        let offset = i128::from(n) - i128::from(start);
        let (position, rest) = (offset / i128::from(step), offset % i128::from(step));
        let hit = rest == 0 && position >= 0 && position < i128::from(count);
        return hit.then(|| BigInt::from(position));
    }
    let offset = number.to_big() - big(&range.start);
    let (position, rest) = offset.div_mod_floor(&big(&range.step));
    let hit = rest.is_zero() && !position.is_negative() && position < big(&range.length);
    hit.then_some(position)
}

/// Whether two ranges have the same numbers.
pub fn same_numbers(a: &Range, b: &Range) -> bool {
    if let (Some(a), Some(b)) = (a.as_small(), b.as_small()) {
        return a.2 == b.2 && (a.2 == 0 || a.0 == b.0 && (a.2 == 1 || a.1 == b.1));
    }
    let length = big(&a.length);
    length == big(&b.length)
        && (length.is_zero()
            || big(&a.start) == big(&b.start) && (length.is_one() || big(&a.step) == big(&b.step)))
}

/// `len(range)`
pub fn len(thread: &Thread, value: &Value) -> Res<usize> {
    let length = &payload(thread, value)?.length;
    match length.as_int().and_then(|length| length.to_i64()) {
        Some(length) => Ok(length as usize),
        None => Err(thread.overflow_error("Python int too large to convert to C ssize_t")),
    }
}

/// The range with the same numbers in reverse order, as start, step and count.
pub fn backward(range: &Range) -> (BigInt, BigInt, BigInt) {
    let (start, step, length) = (big(&range.start), big(&range.step), big(&range.length));
    (&start + (&length - 1u32) * &step, -step, length)
}

/// Start, step and count of the same numbers in reverse order, if all fit an i64 with the one behind the last.
pub fn backward_small(range: &Range) -> Option<(i64, i64, u64)> {
    let (start, step, count) = range.as_small()?;
    let last = i128::from(start) + i128::from(step) * (i128::from(count) - 1);
    let step = step.checked_neg()?;
    i64::try_from(i128::from(start) + i128::from(step)).ok()?;
    Some((last.to_i64()?, step, count))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::object::range::count_i64;

    fn counts_agree(start: i64, stop: i64, step: i64) -> bool {
        BigInt::from(count_i64(start, stop, step))
            == count_big(&start.into(), &stop.into(), &step.into())
    }

    #[test]
    fn both_ways_of_counting_agree() {
        for start in -5..5 {
            for stop in -5..5 {
                for step in [-7, -3, -1, 1, 2, 4, i64::MAX, i64::MIN] {
                    assert!(counts_agree(start, stop, step), "{start} {stop} {step}");
                }
            }
        }
        assert!(counts_agree(i64::MIN, i64::MAX, 1));
        assert!(counts_agree(i64::MAX, i64::MIN, -1));
    }
}
