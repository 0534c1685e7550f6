//! Iterators over deques, forwards and backwards.

use super::value::{Deque, deque};
use crate::object::class::{CallArgs, Class, SlotDef};
use crate::object::layout::id_of;
use crate::object::{Builtin, NativeDef, Payload, Res, Sharing, Slot, Thread, Tuple, Value};
use crate::runtime::classes::ClassDef;
use crate::runtime::protocol::convert::index_ssize;
use crate::runtime::protocol::get_attr_str;
use crate::runtime::protocol::iterate::identity;
use crate::types::shared::{arguments, class_argument, signature};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

struct DequeIterator {
    deque: Slot,
    version: u64,
    /// How many items are still to come.
    left: AtomicUsize,
    backward: bool,
}

impl Payload for DequeIterator {
    const SHARING: Sharing = Sharing::Iterator;
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.deque.trace(visit);
    }
}

fn make(thread: &Thread, value: &Value, name: &str, backward: bool) -> Res {
    let class = get_attr_str(thread, &thread.class_of(value).object(), name)?;
    over(thread, class_argument(thread, &class)?, value, backward)
}

fn over(thread: &Thread, class: &Class, value: &Value, backward: bool) -> Res {
    let payload = deque(thread, value)?;
    let iterator = DequeIterator {
        deque: Slot::new(value.clone()),
        version: payload.version(),
        left: AtomicUsize::new(payload.len()),
        backward,
    };
    thread.alloc_instance(class, iterator)
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

/// `(class, (deque, steps taken))`
fn reduce(thread: &Thread, args: &[Value]) -> Res {
    let class = thread.class_object(&args[0]);
    let Some(this) = args[0].payload::<DequeIterator>() else {
        return Ok(class);
    };
    let over = this.deque.get();
    let taken = deque(thread, &over)?
        .len()
        .saturating_sub(this.left.load(Relaxed));
    let arguments = Tuple::pair(thread, over, thread.int_from_usize(taken)?)?;
    Tuple::pair(thread, class, arguments)
}

static ARGUMENTS: NativeDef = signature("_deque_iterator", "(deque, index=0, /)");

/// `class(deque, steps)`: an iterator that has taken so many steps.
fn construct<const BACKWARD: bool>(thread: &Thread, class: &Value, args: CallArgs<'_>) -> Res {
    let class = class_argument(thread, class)?;
    let bound = arguments(thread, &ARGUMENTS, args)?;
    if bound[0].payload::<Deque>().is_none() {
        return Err(thread.type_error(format!(
            "argument 1 must be collections.deque, not {}",
            thread.class_of(&bound[0]).name_text()
        )));
    }
    let steps = match bound[1].bound() {
        Some(steps) => index_ssize(thread, steps)?,
        None => 0,
    };
    let iterator = over(thread, class, &bound[0], BACKWARD)?;
    for _ in 0..steps {
        if next_item(thread, &iterator)?.is_none() {
            break;
        }
    }
    Ok(iterator)
}

const METHODS: &[NativeDef] = &[
    NativeDef::method("__length_hint__", "(self, /)", length_hint)
        .doc("How many items are still to come."),
    NativeDef::method("__reduce__", "(self, /)", reduce)
        .doc("What copies of the iterator are made from."),
];
const fn slots<const BACKWARD: bool>() -> [SlotDef; 3] {
    [
        SlotDef::New(construct::<BACKWARD>),
        SlotDef::Iter(identity),
        SlotDef::Next(next_item),
    ]
}

/// The class of forward iterators.
pub static FORWARD: ClassDef = ClassDef {
    name: "collections._deque_iterator",
    doc: "",
    layout: Some(id_of::<DequeIterator>),
    methods: METHODS,
    slots: &slots::<false>(),
    ..ClassDef::DEFAULT
};

/// The class of backward iterators.
pub static BACKWARD: ClassDef = ClassDef {
    name: "collections._deque_reverse_iterator",
    doc: "",
    layout: Some(id_of::<DequeIterator>),
    methods: METHODS,
    slots: &slots::<true>(),
    ..ClassDef::DEFAULT
};
