//! `callable_iterator`: what `iter(callable, sentinel)` gives.
#![forbid(unsafe_code)]

use crate::object::class::SlotDef;
use crate::object::layout::id_of;
use crate::object::{Builtin, NativeDef, Payload, Res, Slot, Thread, Tuple, Value};
use crate::runtime::classes::ClassDef;
use crate::runtime::protocol::{call_positional, equal};
use crate::runtime::raise;
use crate::types::shared::reduced;

/// Calls a function until it gives the sentinel.
struct CallableIter {
    /// Unbound once the sentinel came.
    callable: Slot,
    sentinel: Slot,
}

impl Payload for CallableIter {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.callable.trace(visit);
        self.sentinel.trace(visit);
    }
}

/// `iter(callable, sentinel)`
///
/// # Errors
/// MemoryError
pub fn new_iterator(thread: &Thread, callable: &Value, sentinel: &Value) -> Res {
    let state = CallableIter {
        callable: Slot::new(callable.clone()),
        sentinel: Slot::new(sentinel.clone()),
    };
    thread.alloc(Builtin::CallableIterator, state)
}

fn next(thread: &Thread, iterator: &Value) -> Res<Option<Value>> {
    let Some(state) = iterator.payload::<CallableIter>() else {
        return Ok(None);
    };
    let Some(callable) = state.callable.load() else {
        return Ok(None);
    };
    let called = call_positional(thread, &callable, &[]);
    let result = raise::catch(thread, Builtin::StopIteration, called)?;
    // The call may have exhausted this very iterator.
    let sentinel = state.sentinel.load();
    if let (Some(result), Some(sentinel)) = (result, sentinel)
        && !equal(thread, &sentinel, &result)?
    {
        return Ok(Some(result));
    }
    drop((state.callable.take(), state.sentinel.take()));
    Ok(None)
}

fn same(_: &Thread, iterator: &Value) -> Res {
    Ok(iterator.clone())
}

fn reduce(thread: &Thread, args: &[Value]) -> Res {
    if let Some(state) = args[0].payload::<CallableIter>()
        && let (Some(callable), Some(sentinel)) = (state.callable.load(), state.sentinel.load())
    {
        return reduced(thread, "iter", vec![callable, sentinel], None);
    }
    reduced(
        thread,
        "iter",
        vec![Tuple::from_vec(thread, Vec::new())?],
        None,
    )
}

/// `callable_iterator`
pub static CLASS: ClassDef = ClassDef {
    class: Builtin::CallableIterator,
    layout: Some(id_of::<CallableIter>),
    methods: &[NativeDef::method("__reduce__", "(self, /)", reduce)],
    slots: &[SlotDef::Iter(same), SlotDef::Next(next)],
    ..ClassDef::DEFAULT
};
