//! What `keys()`, `values()` and `items()` of a context give: iterators over what it held then, which know their length.

use super::map;
use crate::object::class::SlotDef;
use crate::object::layout::id_of;
use crate::object::{Builtin, Payload, Res, Sharing, Thread, Tuple, Value};
use crate::runtime::classes::ClassDef;
use crate::runtime::protocol::iterate::identity;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

/// The payload.
struct Iter {
    /// A tuple of all there is to give.
    items: Value,
    next: AtomicUsize,
}

impl Payload for Iter {
    const SHARING: Sharing = Sharing::Iterator;
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.items);
    }
}

fn over(
    thread: &Thread,
    map: &Value,
    class: Builtin,
    item: fn(&Thread, &Value, &Value) -> Res,
) -> Res {
    let count = map::len(map);
    thread.check_memory(count.saturating_mul(size_of::<Value>()))?;
    let mut items = Vec::with_capacity(count);
    map::each(map, &mut |key, value| {
        items.push(item(thread, key, value)?);
        Ok(true)
    })?;
    let iterator = Iter {
        items: Tuple::from_vec(thread, items)?,
        next: AtomicUsize::new(0),
    };
    thread.alloc(class, iterator)
}

/// An iterator over the variables of a map.
pub fn keys(thread: &Thread, map: &Value) -> Res {
    over(thread, map, Builtin::ContextKeys, |_, key, _| {
        Ok(key.clone())
    })
}

/// An iterator over the values of a map.
pub fn values(thread: &Thread, map: &Value) -> Res {
    over(thread, map, Builtin::ContextValues, |_, _, value| {
        Ok(value.clone())
    })
}

/// An iterator over pairs of variables and values of a map.
pub fn items(thread: &Thread, map: &Value) -> Res {
    over(thread, map, Builtin::ContextItems, |thread, key, value| {
        Tuple::pair(thread, key.clone(), value.clone())
    })
}

fn next(_: &Thread, iterator: &Value) -> Res<Option<Value>> {
    let Some(this) = iterator.payload::<Iter>() else {
        return Ok(None);
    };
    let at = this.next.load(Relaxed);
    let item = this.items.as_tuple().and_then(|items| items.get(at));
    if item.is_some() {
        this.next.store(at + 1, Relaxed);
    }
    Ok(item.cloned())
}

fn len(_: &Thread, iterator: &Value) -> Res<usize> {
    let items = iterator.payload::<Iter>().and_then(|i| i.items.as_tuple());
    Ok(items.map_or(0, <[Value]>::len))
}

const fn table(class: Builtin) -> ClassDef {
    ClassDef {
        class,
        layout: Some(id_of::<Iter>),
        slots: &[
            SlotDef::Iter(identity),
            SlotDef::Next(next),
            SlotDef::Len(len),
        ],
        ..ClassDef::DEFAULT
    }
}

/// The table of the class of `keys()`.
pub static KEYS: ClassDef = table(Builtin::ContextKeys);
/// The table of the class of `values()`.
pub static VALUES: ClassDef = table(Builtin::ContextValues);
/// The table of the class of `items()`.
pub static ITEMS: ClassDef = table(Builtin::ContextItems);
