//! The iterators over dictionaries and their views: `dict_keyiterator` and its five kin.

use crate::object::class::SlotDef;
use crate::object::iters::{DictIter, DictIterKind};
use crate::object::layout::id_of;
use crate::object::{Builtin, Dict, NativeDef, Payload, Res, Slot, Thread, Tuple, Value};
use crate::runtime::classes::ClassDef;
use crate::types::shared::reduced_to_rest;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

/// `iter(dict)`
pub fn iter(thread: &Thread, dict: &Value) -> Res {
    DictIter::new_value(thread, dict, DictIterKind::Keys)
}

fn same(_: &Thread, iterator: &Value) -> Res {
    Ok(iterator.clone())
}

fn next(thread: &Thread, iterator: &Value) -> Res<Option<Value>> {
    match iterator.payload::<DictIter>() {
        Some(iterator) => iterator.step(thread),
        None => Ok(None),
    }
}

fn length_hint(thread: &Thread, args: &[Value]) -> Res {
    let left = args[0].payload::<DictIter>().map_or(0, |iterator| {
        let dict = iterator.dict.get();
        match dict.as_dict() {
            Some(dict) if dict.len() == iterator.expected_len.load(Relaxed) => {
                iterator.remaining.load(Relaxed)
            }
            _ => 0,
        }
    });
    thread.int_from_usize(left)
}

fn reduce(thread: &Thread, args: &[Value]) -> Res {
    match args[0].payload::<DictIter>() {
        Some(iterator) => reduced_to_rest(thread, &iterator.copy_value(thread)?),
        None => Ok(Value::NONE),
    }
}

const METHODS: &[NativeDef] = &[
    NativeDef::method("__length_hint__", "(self, /)", length_hint),
    NativeDef::method("__reduce__", "(self, /)", reduce),
];

const fn forward(class: Builtin) -> ClassDef {
    ClassDef {
        class,
        layout: Some(id_of::<DictIter>),
        methods: METHODS,
        slots: &[SlotDef::Iter(same), SlotDef::Next(next)],
        ..ClassDef::DEFAULT
    }
}

/// `dict_keyiterator`
pub static KEY_CLASS: ClassDef = forward(Builtin::DictKeyIterator);
/// `dict_valueiterator`
pub static VALUE_CLASS: ClassDef = forward(Builtin::DictValueIterator);
/// `dict_itemiterator`
pub static ITEM_CLASS: ClassDef = forward(Builtin::DictItemIterator);

/// Steps backward through a dictionary.
struct DictReverseIter {
    /// Unbound once the beginning was passed.
    dict: Slot,
    kind: DictIterKind,
    /// One more than the highest position of the next entry.
    end: AtomicUsize,
    /// The dictionary's size when the iteration began.
    expected_len: AtomicUsize,
    remaining: AtomicUsize,
}

impl Payload for DictReverseIter {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.dict.trace(visit);
    }
}

/// `dict.__reversed__()`
pub fn reversed(thread: &Thread, args: &[Value]) -> Res {
    reverse_iterator(thread, &args[0], DictIterKind::Keys)
}

/// An iterator over a dictionary's keys, values or items, the last one first.
///
/// # Errors
/// MemoryError
pub fn reverse_iterator(thread: &Thread, dict: &Value, kind: DictIterKind) -> Res {
    let (end, len) = dict
        .as_dict()
        .map_or((0, 0), |dict| (dict.end(), dict.len()));
    let iterator = DictReverseIter {
        dict: Slot::new(dict.clone()),
        kind,
        end: AtomicUsize::new(end),
        expected_len: AtomicUsize::new(len),
        remaining: AtomicUsize::new(len),
    };
    thread.alloc(reverse_class(kind), iterator)
}

fn reverse_class(kind: DictIterKind) -> Builtin {
    match kind {
        DictIterKind::Keys => Builtin::DictReverseKeyIterator,
        DictIterKind::Values => Builtin::DictReverseValueIterator,
        DictIterKind::Items => Builtin::DictReverseItemIterator,
    }
}

fn reverse_next(thread: &Thread, iterator: &Value) -> Res<Option<Value>> {
    let Some(state) = iterator.payload::<DictReverseIter>() else {
        return Ok(None);
    };
    let holder = state.dict.get();
    let Some(dict) = holder.as_dict() else {
        return Ok(None);
    };
    if dict.len() != state.expected_len.load(Relaxed) {
        state.expected_len.store(usize::MAX, Relaxed);
        return Err(thread.error(
            Builtin::RuntimeError,
            "dictionary changed size during iteration",
        ));
    }
    let Some((position, key, value)) = dict.entry_before(thread, state.end.load(Relaxed)) else {
        drop(state.dict.take());
        return Ok(None);
    };
    state.end.store(position, Relaxed);
    let remaining = state.remaining.load(Relaxed);
    state.remaining.store(remaining.saturating_sub(1), Relaxed);
    match state.kind {
        DictIterKind::Keys => Ok(Some(key)),
        DictIterKind::Values => Ok(Some(value)),
        DictIterKind::Items => Tuple::pair(thread, key, value).map(Some),
    }
}

fn reverse_length_hint(thread: &Thread, args: &[Value]) -> Res {
    let left = args[0].payload::<DictReverseIter>().map_or(0, |state| {
        let dict = state.dict.get();
        if dict.as_dict().map(Dict::len) == Some(state.expected_len.load(Relaxed)) {
            state.remaining.load(Relaxed)
        } else {
            0
        }
    });
    thread.int_from_usize(left)
}

fn reverse_reduce(thread: &Thread, args: &[Value]) -> Res {
    let Some(state) = args[0].payload::<DictReverseIter>() else {
        return Ok(Value::NONE);
    };
    let copied = DictReverseIter {
        dict: state.dict.load().map_or_else(Slot::empty, Slot::new),
        kind: state.kind,
        end: AtomicUsize::new(state.end.load(Relaxed)),
        expected_len: AtomicUsize::new(state.expected_len.load(Relaxed)),
        remaining: AtomicUsize::new(state.remaining.load(Relaxed)),
    };
    reduced_to_rest(thread, &thread.alloc(reverse_class(state.kind), copied)?)
}

const REVERSE_METHODS: &[NativeDef] = &[
    NativeDef::method("__length_hint__", "(self, /)", reverse_length_hint),
    NativeDef::method("__reduce__", "(self, /)", reverse_reduce),
];

const fn backward(class: Builtin) -> ClassDef {
    ClassDef {
        class,
        layout: Some(id_of::<DictReverseIter>),
        methods: REVERSE_METHODS,
        slots: &[SlotDef::Iter(same), SlotDef::Next(reverse_next)],
        ..ClassDef::DEFAULT
    }
}

/// `dict_reversekeyiterator`
pub static REVERSE_KEY_CLASS: ClassDef = backward(Builtin::DictReverseKeyIterator);
/// `dict_reversevalueiterator`
pub static REVERSE_VALUE_CLASS: ClassDef = backward(Builtin::DictReverseValueIterator);
/// `dict_reverseitemiterator`
pub static REVERSE_ITEM_CLASS: ClassDef = backward(Builtin::DictReverseItemIterator);
