//! Iterators over deques, forwards and backwards.

use super::value::deque;
use crate::object::class::{SlotDef, class_flag};
use crate::object::layout::id_of;
use crate::object::{Builtin, NativeDef, Payload, Res, Slot, Thread, Value};
use crate::runtime::classes::ClassDef;
use crate::runtime::protocol::get_attr_str;
use crate::runtime::protocol::iterate::identity;
use crate::types::shared::class_argument;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

struct DequeIterator {
    /// Unbound at the end.
    deque: Slot,
    version: u64,
    /// How many items are still to come.
    left: AtomicUsize,
    backward: bool,
}

impl Payload for DequeIterator {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.deque.trace(visit);
    }
}

fn make(thread: &Thread, value: &Value, name: &str, backward: bool) -> Res {
    let class = get_attr_str(thread, &thread.class_of(value).object(), name)?;
    let payload = deque(thread, value)?;
    let iterator = DequeIterator {
        deque: Slot::new(value.clone()),
        version: payload.version(),
        left: AtomicUsize::new(payload.len()),
        backward,
    };
    thread.alloc_instance(class_argument(thread, &class)?, iterator)
}

/// `iter(deque)`
///
/// # Errors
/// MemoryError
pub fn iterate(thread: &Thread, value: &Value) -> Res {
    make(thread, value, "_deque_iterator", false)
}

/// `reversed(deque)`
///
/// # Errors
/// MemoryError
pub fn reversed(thread: &Thread, args: &[Value]) -> Res {
    make(thread, &args[0], "_deque_reverse_iterator", true)
}

fn next_item(thread: &Thread, value: &Value) -> Res<Option<Value>> {
    let Some(this) = value.payload::<DequeIterator>() else {
        return Ok(None);
    };
    let Some(over) = this.deque.load() else {
        return Ok(None);
    };
    let items = deque(thread, &over)?;
    if items.version() != this.version {
        this.left.store(0, Relaxed);
        return Err(thread.error(Builtin::RuntimeError, "deque mutated during iteration"));
    }
    let left = this.left.load(Relaxed);
    if left == 0 {
        drop(this.deque.take());
        return Ok(None);
    }
    this.left.store(left - 1, Relaxed);
    let position = if this.backward {
        left - 1
    } else {
        items.len().saturating_sub(left)
    };
    Ok(items.get(position))
}

fn length_hint(thread: &Thread, args: &[Value]) -> Res {
    let left = args[0]
        .payload::<DequeIterator>()
        .map_or(0, |this| this.left.load(Relaxed));
    thread.int_from_usize(left)
}

const METHODS: &[NativeDef] = &[NativeDef::method(
    "__length_hint__",
    "(self, /)",
    length_hint,
)];
const SLOTS: &[SlotDef] = &[SlotDef::Iter(identity), SlotDef::Next(next_item)];

/// The class of forward iterators.
pub static FORWARD: ClassDef = ClassDef {
    name: "_collections._deque_iterator",
    doc: "",
    flags: class_flag::NO_NEW,
    layout: Some(id_of::<DequeIterator>),
    methods: METHODS,
    slots: SLOTS,
    ..ClassDef::DEFAULT
};

/// The class of backward iterators.
pub static BACKWARD: ClassDef = ClassDef {
    name: "_collections._deque_reverse_iterator",
    doc: "",
    flags: class_flag::NO_NEW,
    layout: Some(id_of::<DequeIterator>),
    methods: METHODS,
    slots: SLOTS,
    ..ClassDef::DEFAULT
};
