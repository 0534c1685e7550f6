//! `range_iterator` and, for numbers beyond i64, `longrange_iterator`.

use super::value::{backward, backward_small, big, payload};
use crate::base::sync::Mutex;
use crate::object::class::SlotDef;
use crate::object::iters::RangeIter;
use crate::object::layout::id_of;
use crate::object::{Builtin, NativeDef, Payload, Res, Thread, Value};
use crate::runtime::classes::ClassDef;
use crate::runtime::protocol::call_positional;
use crate::runtime::protocol::convert::index_ssize;
use crate::types::shared::reduced;
use num_bigint::BigInt;
use num_traits::{Signed, Zero};
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering::Relaxed};

/// `iter(range)`
pub fn iter(thread: &Thread, range: &Value) -> Res {
    let range = payload(thread, range)?;
    match RangeIter::over(range) {
        Some(steps) => thread.alloc(Builtin::RangeIterator, steps),
        None => long_iter(
            thread,
            (big(&range.start), big(&range.step), big(&range.length)),
        ),
    }
}

/// `range.__reversed__()`
pub fn reversed(thread: &Thread, args: &[Value]) -> Res {
    let range = payload(thread, &args[0])?;
    match backward_small(range) {
        Some((start, step, count)) => thread.alloc(
            Builtin::RangeIterator,
            RangeIter {
                next: AtomicI64::new(start),
                step,
                remaining: AtomicU64::new(count),
            },
        ),
        None => long_iter(thread, backward(range)),
    }
}

fn next(thread: &Thread, iterator: &Value) -> Res<Option<Value>> {
    match iterator.payload::<RangeIter>() {
        Some(iterator) => iterator.step(thread),
        None => Ok(None),
    }
}

fn same(_: &Thread, iterator: &Value) -> Res {
    Ok(iterator.clone())
}

fn length_hint(thread: &Thread, args: &[Value]) -> Res {
    let left = args[0]
        .payload::<RangeIter>()
        .map_or(0, |iterator| iterator.remaining.load(Relaxed));
    thread.int_from_usize(left as usize)
}

/// `(iter, (range,), None)` with the range of the numbers that are left.
fn reduced_range(thread: &Thread, start: BigInt, step: &BigInt, count: &BigInt) -> Res {
    let stop = &start + step * count;
    let ends = [
        thread.int_from_big(start)?,
        thread.int_from_big(stop)?,
        thread.int_from_big(step.clone())?,
    ];
    let range = call_positional(thread, Builtin::Range.class(), &ends)?;
    reduced(thread, "iter", vec![range], Some(Value::NONE))
}

fn reduce(thread: &Thread, args: &[Value]) -> Res {
    let Some(state) = args[0].payload::<RangeIter>() else {
        return Ok(Value::NONE);
    };
    let start = BigInt::from(state.next.load(Relaxed));
    let count = BigInt::from(state.remaining.load(Relaxed));
    reduced_range(thread, start, &BigInt::from(state.step), &count)
}

/// Skips this many numbers.
fn setstate(thread: &Thread, args: &[Value]) -> Res {
    let skipped = index_ssize(thread, &args[1])?.max(0) as u64;
    if let Some(state) = args[0].payload::<RangeIter>() {
        let remaining = state.remaining.load(Relaxed);
        let skipped = skipped.min(remaining);
        let distance = state.step.wrapping_mul(skipped as i64);
        let next = state.next.load(Relaxed).wrapping_add(distance);
        state.next.store(next, Relaxed);
        state.remaining.store(remaining - skipped, Relaxed);
    }
    Ok(Value::NONE)
}

const METHODS: &[NativeDef] = &[
    NativeDef::method("__length_hint__", "(self, /)", length_hint),
    NativeDef::method("__reduce__", "(self, /)", reduce),
    NativeDef::method("__setstate__", "(self, state, /)", setstate).shown_as("($self, object, /)"),
];

/// `range_iterator`
pub static CLASS: ClassDef = ClassDef {
    class: Builtin::RangeIterator,
    layout: Some(id_of::<RangeIter>),
    methods: METHODS,
    slots: &[SlotDef::Iter(same), SlotDef::Next(next)],
    ..ClassDef::DEFAULT
};

/// Steps through numbers of any size.
struct LongRangeIter {
    /// The next number, and how many are left.
    state: Mutex<(BigInt, BigInt)>,
    step: BigInt,
}

impl Payload for LongRangeIter {
    const LEAF: bool = true;
    fn trace(&self, _: &mut dyn FnMut(&Value)) {}
}

fn long_iter(thread: &Thread, (start, step, count): (BigInt, BigInt, BigInt)) -> Res {
    let state = Mutex::new((start, count));
    thread.alloc(Builtin::LongRangeIterator, LongRangeIter { state, step })
}

fn long_next(thread: &Thread, iterator: &Value) -> Res<Option<Value>> {
    let Some(iterator) = iterator.payload::<LongRangeIter>() else {
        return Ok(None);
    };
    let number = {
        let mut state = iterator.state.lock();
        if state.1.is_zero() {
            return Ok(None);
        }
        state.1 -= 1u32;
        let after = &state.0 + &iterator.step;
        std::mem::replace(&mut state.0, after)
    };
    thread.int_from_big(number).map(Some)
}

fn long_length_hint(thread: &Thread, args: &[Value]) -> Res {
    let left = args[0]
        .payload::<LongRangeIter>()
        .map_or_else(BigInt::zero, |iterator| iterator.state.lock().1.clone());
    thread.int_from_big(left)
}

fn long_reduce(thread: &Thread, args: &[Value]) -> Res {
    let Some(iterator) = args[0].payload::<LongRangeIter>() else {
        return Ok(Value::NONE);
    };
    let (start, count) = iterator.state.lock().clone();
    reduced_range(thread, start, &iterator.step, &count)
}

/// Skips this many numbers.
fn long_setstate(thread: &Thread, args: &[Value]) -> Res {
    let Some(skipped) = args[1].as_int() else {
        return Err(thread.type_error(format!(
            "'<' not supported between instances of '{}' and 'int'",
            thread.class_of(&args[1]).name_text()
        )));
    };
    let skipped = skipped.to_big();
    if let Some(iterator) = args[0].payload::<LongRangeIter>()
        && skipped.is_positive()
    {
        let mut state = iterator.state.lock();
        let skipped = skipped.min(state.1.clone());
        state.0 += &iterator.step * &skipped;
        state.1 -= skipped;
    }
    Ok(Value::NONE)
}

const LONG_METHODS: &[NativeDef] = &[
    NativeDef::method("__length_hint__", "(self, /)", long_length_hint),
    NativeDef::method("__reduce__", "(self, /)", long_reduce),
    NativeDef::method("__setstate__", "(self, state, /)", long_setstate)
        .shown_as("($self, object, /)"),
];

/// `longrange_iterator`
pub static LONG_CLASS: ClassDef = ClassDef {
    class: Builtin::LongRangeIterator,
    layout: Some(id_of::<LongRangeIter>),
    methods: LONG_METHODS,
    slots: &[SlotDef::Iter(same), SlotDef::Next(long_next)],
    ..ClassDef::DEFAULT
};
