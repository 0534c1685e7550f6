//! `range_iterator` and, for numbers beyond i64, `longrange_iterator`.

use super::value::{backward, backward_small, big, payload};
use crate::base::sync::Mutex;
use crate::object::class::SlotDef;
use crate::object::iters::RangeIter;
use crate::object::layout::id_of;
use crate::object::{Builtin, NativeDef, Payload, Res, Thread, Value};
use crate::runtime::classes::ClassDef;
use num_bigint::BigInt;
use num_traits::Zero;
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

const METHODS: &[NativeDef] = &[NativeDef::method(
    "__length_hint__",
    "(self, /)",
    length_hint,
)];

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

const LONG_METHODS: &[NativeDef] = &[NativeDef::method(
    "__length_hint__",
    "(self, /)",
    long_length_hint,
)];

/// `longrange_iterator`
pub static LONG_CLASS: ClassDef = ClassDef {
    class: Builtin::LongRangeIterator,
    layout: Some(id_of::<LongRangeIter>),
    methods: LONG_METHODS,
    slots: &[SlotDef::Iter(same), SlotDef::Next(long_next)],
    ..ClassDef::DEFAULT
};
