//! `set_iterator`.

use super::value::payload;
use crate::object::class::SlotDef;
use crate::object::layout::id_of;
use crate::object::{Builtin, NativeDef, Payload, Res, Set, Sharing, Slot, Thread, Value};
use crate::runtime::classes::ClassDef;
use crate::types::shared::reduced_to_rest;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

/// Steps through a set in table order.
struct SetIter {
    /// Unbound once the end was reached.
    set: Slot,
    position: AtomicUsize,
    /// The set's size when the iteration began.
    expected_len: AtomicUsize,
    remaining: AtomicUsize,
}

impl Payload for SetIter {
    const SHARING: Sharing = Sharing::Iterator;
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.set.trace(visit);
    }
}

/// `iter(set)`
pub fn iter(thread: &Thread, set: &Value) -> Res {
    let len = payload(thread, set)?.len();
    let iterator = SetIter {
        set: Slot::new(set.clone()),
        position: AtomicUsize::new(0),
        expected_len: AtomicUsize::new(len),
        remaining: AtomicUsize::new(len),
    };
    thread.alloc(Builtin::SetIterator, iterator)
}

fn next(thread: &Thread, iterator: &Value) -> Res<Option<Value>> {
    let Some(state) = iterator.payload::<SetIter>() else {
        return Ok(None);
    };
    let holder = state.set.get();
    thread.before_read(&holder);
    let Some(set) = holder.as_set() else {
        return Ok(None);
    };
    if set.len() != state.expected_len.load(Relaxed) {
        state.expected_len.store(usize::MAX, Relaxed);
        return Err(thread.error(Builtin::RuntimeError, "Set changed size during iteration"));
    }
    let Some((position, item, _)) = set.entry_from(state.position.load(Relaxed)) else {
        drop(state.set.take());
        return Ok(None);
    };
    state.position.store(position + 1, Relaxed);
    let remaining = state.remaining.load(Relaxed);
    state.remaining.store(remaining.saturating_sub(1), Relaxed);
    Ok(Some(item))
}

fn same(_: &Thread, iterator: &Value) -> Res {
    Ok(iterator.clone())
}

fn length_hint(thread: &Thread, args: &[Value]) -> Res {
    let left = args[0].payload::<SetIter>().map_or(0, |state| {
        let set = state.set.get();
        if set.as_set().map(Set::len) == Some(state.expected_len.load(Relaxed)) {
            state.remaining.load(Relaxed)
        } else {
            0
        }
    });
    thread.int_from_usize(left)
}

fn reduce(thread: &Thread, args: &[Value]) -> Res {
    let Some(state) = args[0].payload::<SetIter>() else {
        return Ok(Value::NONE);
    };
    let copied = SetIter {
        set: state.set.load().map_or_else(Slot::empty, Slot::new),
        position: AtomicUsize::new(state.position.load(Relaxed)),
        expected_len: AtomicUsize::new(state.expected_len.load(Relaxed)),
        remaining: AtomicUsize::new(state.remaining.load(Relaxed)),
    };
    reduced_to_rest(thread, &thread.alloc(Builtin::SetIterator, copied)?)
}

const METHODS: &[NativeDef] = &[
    NativeDef::method("__length_hint__", "(self, /)", length_hint),
    NativeDef::method("__reduce__", "(self, /)", reduce),
];

/// `set_iterator`
pub static CLASS: ClassDef = ClassDef {
    class: Builtin::SetIterator,
    layout: Some(id_of::<SetIter>),
    methods: METHODS,
    slots: &[SlotDef::Iter(same), SlotDef::Next(next)],
    ..ClassDef::DEFAULT
};
