//! Iterators over memoryviews.
#![forbid(unsafe_code)]

use super::access::item_at;
use super::value::this;
use crate::base::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use crate::object::class::{SlotDef, class_flag};
use crate::object::{Builtin, Payload, Res, Slot, Thread, Value};
use crate::runtime::classes::ClassDef;

/// Steps through the items of a view with one dimension.
pub struct MemoryIter {
    /// The view; unbound once its end was reached.
    view: Slot,
    /// The position of the next item.
    position: AtomicUsize,
}

impl Payload for MemoryIter {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.view.trace(visit);
    }
}

/// `iter(self)`
pub fn iter(thread: &Thread, value: &Value) -> Res {
    let view = this(thread, value)?;
    match view.shape.len() {
        1 => {}
        0 => return Err(thread.type_error("invalid indexing of 0-dim memory")),
        _ => {
            return Err(thread.error(
                Builtin::NotImplementedError,
                "multi-dimensional sub-views are not implemented",
            ));
        }
    }
    thread.alloc(
        Builtin::MemoryIterator,
        MemoryIter {
            view: Slot::new(value.clone()),
            position: AtomicUsize::new(0),
        },
    )
}

fn this_iter(_: &Thread, value: &Value) -> Res {
    Ok(value.clone())
}

fn next(thread: &Thread, value: &Value) -> Res<Option<Value>> {
    let Some(iter) = value.payload::<MemoryIter>() else {
        return Ok(None);
    };
    let Some(value) = iter.view.load() else {
        return Ok(None);
    };
    let view = this(thread, &value)?;
    let at = iter.position.load(Relaxed);
    if at >= view.shape.first().copied().unwrap_or(0) {
        iter.view.set(Value::UNBOUND);
        return Ok(None);
    }
    iter.position.store(at + 1, Relaxed);
    let offset = view.offset as isize + at as isize * view.strides[0];
    item_at(thread, view, offset as usize).map(Some)
}

/// The class of iterators over memoryviews.
pub static ITERATOR: ClassDef = ClassDef {
    class: Builtin::MemoryIterator,
    flags: class_flag::NO_NEW,
    layout: Some(crate::object::layout::id_of::<MemoryIter>),
    slots: &[SlotDef::Iter(this_iter), SlotDef::Next(next)],
    ..ClassDef::DEFAULT
};
