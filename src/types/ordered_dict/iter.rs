//! `odict_iterator`: steps through an ordered dictionary or one of its views, forward or backward.
//!
//! **Invariant**: the position is looked at only while the dictionary's version is that of the beginning, so it means the same entry.

use crate::object::class::SlotDef;
use crate::object::iters::DictIterKind;
use crate::object::layout::id_of;
use crate::object::{Builtin, Dict, NativeDef, Payload, Res, Slot, Thread, Tuple, Value};
use crate::runtime::classes::ClassDef;
use crate::runtime::protocol::iterate::identity;
use crate::types::shared::reduced_to_rest;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

struct OrderedIter {
    /// Unbound at the end, and after an error.
    dict: Slot,
    kind: DictIterKind,
    backward: bool,
    version: u64,
    /// Forward: where to look for the next entry. Backward: one more than that.
    position: AtomicUsize,
}

impl Payload for OrderedIter {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.dict.trace(visit);
    }
}

/// An iterator over the keys, values or items of an ordered dictionary.
///
/// # Errors
/// MemoryError
pub(super) fn iterate(thread: &Thread, dict: &Value, kind: DictIterKind, backward: bool) -> Res {
    let table = dict.as_dict();
    let position = table.map_or(0, |dict| match backward {
        true => dict.end(),
        false => dict.first().unwrap_or(0),
    });
    let iterator = OrderedIter {
        dict: Slot::new(dict.clone()),
        kind,
        backward,
        version: table.map_or(0, Dict::version),
        position: AtomicUsize::new(position),
    };
    thread.alloc(Builtin::OrderedIterator, iterator)
}

fn next(thread: &Thread, iterator: &Value) -> Res<Option<Value>> {
    let Some(this) = iterator.payload::<OrderedIter>() else {
        return Ok(None);
    };
    let Some(holder) = this.dict.load() else {
        return Ok(None);
    };
    let Some(dict) = holder.as_dict() else {
        return Ok(None);
    };
    if dict.version() != this.version {
        drop(this.dict.take());
        let message = "OrderedDict mutated during iteration";
        return Err(thread.error(Builtin::RuntimeError, message));
    }
    let position = this.position.load(Relaxed);
    let found = match this.backward {
        true => dict.entry_before(thread, position),
        false => dict.entry_from(thread, position),
    };
    let Some((position, key, value)) = found else {
        drop(this.dict.take());
        return Ok(None);
    };
    let next = if this.backward {
        position
    } else {
        position + 1
    };
    this.position.store(next, Relaxed);
    match this.kind {
        DictIterKind::Keys => Ok(Some(key)),
        DictIterKind::Values => Ok(Some(value)),
        DictIterKind::Items => Tuple::pair(thread, key, value).map(Some),
    }
}

fn reduce(thread: &Thread, args: &[Value]) -> Res {
    let Some(this) = args[0].payload::<OrderedIter>() else {
        return Ok(Value::NONE);
    };
    let copied = OrderedIter {
        dict: this.dict.load().map_or_else(Slot::empty, Slot::new),
        kind: this.kind,
        backward: this.backward,
        version: this.version,
        position: AtomicUsize::new(this.position.load(Relaxed)),
    };
    reduced_to_rest(thread, &thread.alloc(Builtin::OrderedIterator, copied)?)
}

/// `odict_iterator`
pub static ITERATOR: ClassDef = ClassDef {
    class: Builtin::OrderedIterator,
    layout: Some(id_of::<OrderedIter>),
    methods: &[NativeDef::method("__reduce__", "(self, /)", reduce)
        .doc("What copies of the iterator are made from.")],
    slots: &[SlotDef::Iter(identity), SlotDef::Next(next)],
    ..ClassDef::DEFAULT
};
