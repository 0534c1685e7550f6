//! Making slices, and fitting their bounds to sequences of any length.

use crate::object::class::CallArgs;
use crate::object::{NativeDef, Res, Slice, Thread, Tuple, Value};
use crate::runtime::protocol::index;
use crate::types::shared::{arguments, signature};
use num_bigint::BigInt;
use num_traits::{One, Signed, Zero};

const SIGNATURE: NativeDef = signature("slice", "(start, stop=None, step=None, /)");

/// `slice(stop)`, `slice(start, stop, step)`
pub fn construct(thread: &Thread, _: &Value, args: CallArgs<'_>) -> Res {
    let mut args = arguments(thread, &SIGNATURE, args)?.into_iter();
    let mut take = || args.next().filter(|arg| !arg.is_unbound());
    let (first, second, third) = (take(), take(), take());
    let first = first.unwrap_or(Value::NONE);
    match second {
        None => Slice::new_value(thread, Value::NONE, first, Value::NONE),
        Some(stop) => Slice::new_value(thread, first, stop, third.unwrap_or(Value::NONE)),
    }
}

/// Start, stop and step of a slice, fitted to a sequence of `length` items.
///
/// # Errors
/// TypeError if a bound is neither None nor an index, ValueError if the step is zero, and what `__index__` raises.
pub fn long_indices(
    thread: &Thread,
    slice: &Slice,
    length: &BigInt,
) -> Res<(BigInt, BigInt, BigInt)> {
    let step = bound(thread, &slice.step)?.unwrap_or_else(BigInt::one);
    if step.is_zero() {
        return Err(thread.value_error("slice step cannot be zero"));
    }
    let (low, high) = if step.is_negative() {
        (BigInt::from(-1), length - 1u32)
    } else {
        (BigInt::zero(), length.clone())
    };
    let fit = |number: BigInt| {
        if number.is_negative() {
            (number + length).max(low.clone())
        } else {
            number.min(high.clone())
        }
    };
    let (first, last) = if step.is_negative() {
        (&high, &low)
    } else {
        (&low, &high)
    };
    let start = bound(thread, &slice.start)?.map_or_else(|| first.clone(), fit);
    let stop = bound(thread, &slice.stop)?.map_or_else(|| last.clone(), fit);
    Ok((start, stop, step))
}

fn bound(thread: &Thread, value: &Value) -> Res<Option<BigInt>> {
    if value.is_none() {
        return Ok(None);
    }
    if value.as_int().is_none() && thread.class_of(value).index().is_none() {
        return Err(
            thread.type_error("slice indices must be integers or None or have an __index__ method")
        );
    }
    let int = index(thread, value)?;
    Ok(int.as_int().map(|int| int.to_big()))
}

/// `slice.indices(length)`
pub fn indices(thread: &Thread, args: &[Value]) -> Res {
    let length = index(thread, &args[1])?;
    let Some(length) = length.as_int() else {
        return Ok(Value::NONE);
    };
    if length.is_negative() {
        return Err(thread.value_error("length should not be negative"));
    }
    let Some(slice) = args[0].payload::<Slice>() else {
        return Ok(Value::NONE);
    };
    let (start, stop, step) = long_indices(thread, slice, &length.to_big())?;
    let numbers = vec![
        thread.int_from_big(start)?,
        thread.int_from_big(stop)?,
        thread.int_from_big(step)?,
    ];
    Tuple::from_vec(thread, numbers)
}
