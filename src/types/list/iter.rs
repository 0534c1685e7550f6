//! `list_iterator` and `list_reverseiterator`.

use crate::object::class::SlotDef;
use crate::object::iters::ListIter;
use crate::object::layout::id_of;
use crate::object::{Builtin, List, NativeDef, Payload, Res, Sharing, Slot, Thread, Value};
use crate::runtime::classes::ClassDef;
use crate::types::shared::{position_argument, reduced};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

/// `iter(list)`
pub fn iter(thread: &Thread, list: &Value) -> Res {
    ListIter::new_value(thread, list)
}

fn next(_: &Thread, iterator: &Value) -> Res<Option<Value>> {
    Ok(iterator.payload::<ListIter>().and_then(ListIter::step))
}

fn same(_: &Thread, iterator: &Value) -> Res {
    Ok(iterator.clone())
}

fn length_hint(thread: &Thread, args: &[Value]) -> Res {
    let left = args[0].payload::<ListIter>().map_or(0, |iterator| {
        let len = iterator.list.get().as_list().map_or(0, List::len);
        len.saturating_sub(iterator.index.load(Relaxed))
    });
    thread.int_from_usize(left)
}

/// A position that no list reaches.
const NOWHERE: usize = usize::MAX / 2;

/// Goes to a position of the list; one that it does not have exhausts the iterator at the next step.
fn setstate(thread: &Thread, args: &[Value]) -> Res {
    let position = position_argument(thread, &args[1])?;
    let position = usize::try_from(position).unwrap_or(NOWHERE);
    if let Some(iterator) = args[0].payload::<ListIter>() {
        iterator.index.store(position, Relaxed);
    }
    Ok(Value::NONE)
}

fn reduce(thread: &Thread, args: &[Value]) -> Res {
    let state = args[0].payload::<ListIter>();
    if let Some(state) = state
        && let Some(list) = state.list.load()
    {
        let index = thread.int_from_usize(state.index.load(Relaxed))?;
        return reduced(thread, "iter", vec![list], Some(index));
    }
    reduced_empty(thread)
}

/// An exhausted iterator is one over an empty list.
fn reduced_empty(thread: &Thread) -> Res {
    let empty = List::new_value(thread, Vec::new())?;
    reduced(thread, "iter", vec![empty], None)
}

const METHODS: &[NativeDef] = &[
    NativeDef::method("__length_hint__", "(self, /)", length_hint),
    NativeDef::method("__reduce__", "(self, /)", reduce),
    NativeDef::method("__setstate__", "(self, state, /)", setstate).shown_as("($self, object, /)"),
];

/// `list_iterator`
pub static CLASS: ClassDef = ClassDef {
    class: Builtin::ListIterator,
    layout: Some(id_of::<ListIter>),
    methods: METHODS,
    slots: &[SlotDef::Iter(same), SlotDef::Next(next)],
    ..ClassDef::DEFAULT
};

/// Steps backward through a list.
struct ListReverseIter {
    /// Unbound once the list was found too short.
    list: Slot,
    /// One more than the position of the next item.
    end: AtomicUsize,
}

impl Payload for ListReverseIter {
    const SHARING: Sharing = Sharing::Iterator;
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.list.trace(visit);
    }
}

/// `list.__reversed__()`
pub fn reversed(thread: &Thread, args: &[Value]) -> Res {
    let iterator = ListReverseIter {
        list: Slot::new(args[0].clone()),
        end: AtomicUsize::new(args[0].as_list().map_or(0, List::len)),
    };
    thread.alloc(Builtin::ListReverseIterator, iterator)
}

fn reverse_next(thread: &Thread, iterator: &Value) -> Res<Option<Value>> {
    let Some(state) = iterator.payload::<ListReverseIter>() else {
        return Ok(None);
    };
    let list = state.list.get();
    thread.before_read(&list);
    let end = state.end.load(Relaxed);
    if end == 0 {
        return Ok(None);
    }
    if let Some(list) = list.as_list()
        && let Some(item) = list.get(end - 1)
    {
        state.end.store(end - 1, Relaxed);
        return Ok(Some(item));
    }
    state.end.store(0, Relaxed);
    drop(state.list.take());
    Ok(None)
}

fn reverse_length_hint(thread: &Thread, args: &[Value]) -> Res {
    let left = args[0].payload::<ListReverseIter>().map_or(0, |state| {
        let end = state.end.load(Relaxed);
        let list = state.list.get();
        let len = list.as_list().map_or(0, List::len);
        if len < end { 0 } else { end }
    });
    thread.int_from_usize(left)
}

fn reverse_reduce(thread: &Thread, args: &[Value]) -> Res {
    if let Some(state) = args[0].payload::<ListReverseIter>()
        && let Some(list) = state.list.load()
        && state.end.load(Relaxed) > 0
    {
        let index = thread.int(state.end.load(Relaxed) as i64 - 1)?;
        return reduced(thread, "reversed", vec![list], Some(index));
    }
    let empty = List::new_value(thread, Vec::new())?;
    reduced(thread, "reversed", vec![empty], None)
}

/// Goes to a position of the list, or before its beginning.
fn reverse_setstate(thread: &Thread, args: &[Value]) -> Res {
    let position = position_argument(thread, &args[1])?;
    if let Some(state) = args[0].payload::<ListReverseIter>()
        && let Some(list) = state.list.load()
    {
        let last = list.as_list().map_or(0, List::len) as i64 - 1;
        state
            .end
            .store((position.clamp(-1, last.max(-1)) + 1) as usize, Relaxed);
    }
    Ok(Value::NONE)
}

const REVERSE_METHODS: &[NativeDef] = &[
    NativeDef::method("__length_hint__", "(self, /)", reverse_length_hint),
    NativeDef::method("__reduce__", "(self, /)", reverse_reduce),
    NativeDef::method("__setstate__", "(self, state, /)", reverse_setstate)
        .shown_as("($self, object, /)"),
];

/// `list_reverseiterator`
pub static REVERSE_CLASS: ClassDef = ClassDef {
    class: Builtin::ListReverseIterator,
    layout: Some(id_of::<ListReverseIter>),
    methods: REVERSE_METHODS,
    slots: &[SlotDef::Iter(same), SlotDef::Next(reverse_next)],
    ..ClassDef::DEFAULT
};
