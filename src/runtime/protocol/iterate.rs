//! Iteration. Every native loop over an iterator goes through here, so that all of them can be interrupted.

use crate::object::{Res, Thread, Value};

/// `iter(value)`
pub fn iter(thread: &Thread, value: &Value) -> Res {
    let _ = (thread, value);
    todo!()
}

/// `next(iterator)`; None when it is exhausted (StopIteration is taken).
pub fn next(thread: &Thread, iterator: &Value) -> Res<Option<Value>> {
    let _ = (thread, iterator);
    todo!()
}

/// Gives the items of an iterable to `f` until it answers false. Polls the eval breaker.
pub fn for_each(
    thread: &Thread,
    iterable: &Value,
    f: &mut dyn FnMut(Value) -> Res<bool>,
) -> Res<()> {
    let _ = (thread, iterable, f);
    todo!()
}

/// The items of an iterable; MemoryError when they are too many.
pub fn collect(thread: &Thread, iterable: &Value) -> Res<Vec<Value>> {
    let _ = (thread, iterable);
    todo!()
}

/// `operator.length_hint(value, default)`
pub fn length_hint(thread: &Thread, value: &Value, default: usize) -> Res<usize> {
    let _ = (thread, value, default);
    todo!()
}
