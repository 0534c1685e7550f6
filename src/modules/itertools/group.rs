//! `groupby` with its groups, and `tee`.

use super::{payload, reduced, state_parts};
use crate::base::sync::Mutex;
use crate::object::class::{CallArgs, SlotDef, class_flag};
use crate::object::layout::id_of;
use crate::object::{Builtin, Class, NativeDef, Payload, Res, Slot, Thread, Tuple, Value};
use crate::runtime::classes::ClassDef;
use crate::runtime::protocol::iterate::identity;
use crate::runtime::protocol::{self, call_positional, equal, get_attr_str, iter, next};
use crate::runtime::safepoint::poll;
use crate::types::shared::{arguments, class_argument, signature};
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

struct GroupBy {
    iterator: Value,
    key: Value,
    groups: Value,
    /// The key of the group that was given last.
    group_key: Slot,
    /// The key of the item that was read last.
    item_key: Slot,
    /// The item that was read last, until a group gives it.
    item: Slot,
    /// The number of the group that may read items.
    current: AtomicU64,
}

impl Payload for GroupBy {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.iterator);
        visit(&self.key);
        visit(&self.groups);
        self.group_key.trace(visit);
        self.item_key.trace(visit);
        self.item.trace(visit);
    }
}

impl GroupBy {
    /// Reads an item and its key; false at the end.
    fn step(&self, thread: &Thread) -> Res<bool> {
        let Some(item) = next(thread, &self.iterator)? else {
            return Ok(false);
        };
        let key = if self.key.is_none() {
            item.clone()
        } else {
            call_positional(thread, &self.key, std::slice::from_ref(&item))?
        };
        self.item.set(item);
        self.item_key.set(key);
        Ok(true)
    }
}

static GROUPBY_ARGUMENTS: NativeDef = signature("groupby", "(iterable, key=None)");

fn new_groupby(thread: &Thread, class: &Value, args: CallArgs<'_>) -> Res {
    let bound = arguments(thread, &GROUPBY_ARGUMENTS, args)?;
    let groupby = GroupBy {
        iterator: iter(thread, &bound[0])?,
        key: bound[1].bound().cloned().unwrap_or(Value::NONE),
        groups: get_attr_str(thread, class, "_grouper")?,
        group_key: Slot::empty(),
        item_key: Slot::empty(),
        item: Slot::empty(),
        current: AtomicU64::new(0),
    };
    thread.alloc_instance(class_argument(thread, class)?, groupby)
}

fn next_groupby(thread: &Thread, value: &Value) -> Res<Option<Value>> {
    let this = payload::<GroupBy>(thread, value)?;
    let number = this.current.fetch_add(1, Relaxed) + 1;
    loop {
        if let Some(item_key) = this.item_key.load() {
            match this.group_key.load() {
                Some(group_key) if equal(thread, &group_key, &item_key)? => {}
                _ => break,
            }
        }
        if !this.step(thread)? {
            return Ok(None);
        }
        poll(thread)?;
    }
    let key = this.item_key.get();
    this.group_key.set(key.clone());
    let group = Group {
        parent: value.clone(),
        key: key.clone(),
        number,
    };
    let group = thread.alloc_instance(class_argument(thread, &this.groups)?, group)?;
    Tuple::pair(thread, key, group).map(Some)
}

fn groupby_reduce(thread: &Thread, args: &[Value]) -> Res {
    let this = payload::<GroupBy>(thread, &args[0])?;
    let parts = vec![this.iterator.clone(), this.key.clone()];
    let known = (
        this.item_key.load(),
        this.item.load(),
        this.group_key.load(),
    );
    let state = match known {
        (Some(key), Some(item), Some(group)) => {
            Some(Tuple::from_vec(thread, vec![key, item, group])?)
        }
        _ => None,
    };
    reduced(thread, &args[0], parts, state)
}

fn groupby_setstate(thread: &Thread, args: &[Value]) -> Res {
    let this = payload::<GroupBy>(thread, &args[0])?;
    let parts = state_parts(thread, &args[1], 3)?;
    this.item_key.set(parts[0].clone());
    this.item.set(parts[1].clone());
    this.group_key.set(parts[2].clone());
    Ok(Value::NONE)
}

/// `groupby`
pub static GROUPBY: ClassDef = ClassDef {
    name: "itertools.groupby",
    doc: "Runs of items with equal keys: pairs of the key and an iterator over the\n\
        items.",
    signature: GROUPBY_ARGUMENTS.signature,
    flags: class_flag::BASE,
    layout: Some(id_of::<GroupBy>),
    methods: &[
        NativeDef::method("__reduce__", "(self, /)", groupby_reduce)
            .doc("What copies of the iterator are made from."),
        NativeDef::method("__setstate__", "(self, object, /)", groupby_setstate)
            .doc("Sets what a copy has to know."),
    ],
    slots: &[
        SlotDef::New(new_groupby),
        SlotDef::Iter(identity),
        SlotDef::Next(next_groupby),
    ],
    ..ClassDef::DEFAULT
};

struct Group {
    parent: Value,
    key: Value,
    number: u64,
}

impl Payload for Group {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.parent);
        visit(&self.key);
    }
}

fn next_group(thread: &Thread, value: &Value) -> Res<Option<Value>> {
    let this = payload::<Group>(thread, value)?;
    let parent = payload::<GroupBy>(thread, &this.parent)?;
    if parent.current.load(Relaxed) != this.number {
        return Ok(None);
    }
    if parent.item.load().is_none() && !parent.step(thread)? {
        return Ok(None);
    }
    if !equal(thread, &this.key, &parent.item_key.get())? {
        return Ok(None);
    }
    Ok(parent.item.take().bound().cloned())
}

/// The class of a groupby's groups.
pub static GROUPER: ClassDef = ClassDef {
    name: "itertools._grouper",
    doc: "The items of one group.",
    flags: class_flag::NO_NEW,
    layout: Some(id_of::<Group>),
    slots: &[SlotDef::Iter(identity), SlotDef::Next(next_group)],
    ..ClassDef::DEFAULT
};

/// How many items a link of a tee's chain holds.
const LINK: usize = 57;

/// A link of the chain of items that tees of one iterator share.
struct Link {
    iterator: Value,
    items: Mutex<Vec<Value>>,
    /// The link after this one, once this one is full.
    next: Slot,
    /// Held while an item is read, by the thread that reads it.
    reading: Mutex<bool>,
}

impl Payload for Link {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.iterator);
        self.next.trace(visit);
        if let Some(items) = self.items.try_lock() {
            items.iter().for_each(visit);
        }
    }
}

struct Tee {
    /// The link, and the position in it, of the item that comes next.
    place: Mutex<(Value, usize)>,
}

impl Payload for Tee {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        if let Some(place) = self.place.try_lock() {
            visit(&place.0);
        }
    }
}

fn new_link(thread: &Thread, class: &Class, iterator: Value) -> Res {
    let link = Link {
        iterator,
        items: Mutex::new(Vec::new()),
        next: Slot::empty(),
        reading: Mutex::new(false),
    };
    thread.alloc_instance(class, link)
}

/// A tee for an iterable: one that shares the items if it is a tee already.
fn tee_of(thread: &Thread, class: &Value, iterable: &Value) -> Res {
    let iterator = iter(thread, iterable)?;
    let place = match iterator.payload::<Tee>() {
        Some(tee) => {
            let place = tee.place.lock();
            (place.0.clone(), place.1)
        }
        None => {
            let links = get_attr_str(thread, class, "_link")?;
            (
                new_link(thread, class_argument(thread, &links)?, iterator)?,
                0,
            )
        }
    };
    let place = Mutex::new(place);
    thread.alloc_instance(class_argument(thread, class)?, Tee { place })
}

static TEE_ARGUMENTS: NativeDef = signature("_tee", "(iterable, /)");

fn new_tee(thread: &Thread, class: &Value, args: CallArgs<'_>) -> Res {
    let bound = arguments(thread, &TEE_ARGUMENTS, args)?;
    tee_of(thread, class, &bound[0])
}

fn copy(thread: &Thread, args: &[Value]) -> Res {
    tee_of(thread, &thread.class_of(&args[0]).object(), &args[0])
}

/// `tee(iterable, n=2)`
fn tee(thread: &Thread, args: &[Value]) -> Res {
    let count = match args[2].bound() {
        Some(count) => protocol::convert::index_ssize(thread, count)?,
        None => 2,
    };
    let Ok(count) = usize::try_from(count) else {
        return Err(thread.value_error("n must be >= 0"));
    };
    let mut tees: Vec<Value> = super::room(thread, count)?;
    if count > 0 {
        let iterator = iter(thread, &args[1])?;
        let first = match iterator.payload::<Tee>() {
            Some(_) => iterator,
            None => tee_of(thread, &args[0], &iterator)?,
        };
        tees.push(first.clone());
        while tees.len() < count {
            tees.push(tee_of(thread, &args[0], &first)?);
            if tees.len().is_multiple_of(1000) {
                poll(thread)?;
            }
        }
    }
    Tuple::from_vec(thread, tees)
}

fn next_tee(thread: &Thread, value: &Value) -> Res<Option<Value>> {
    let this = payload::<Tee>(thread, value)?;
    loop {
        let (link_value, position) = {
            let place = this.place.lock();
            (place.0.clone(), place.1)
        };
        let link = payload::<Link>(thread, &link_value)?;
        if position == LINK {
            let following = match link.next.load() {
                Some(following) => following,
                None => {
                    let class = thread.class_of(&link_value);
                    let following = new_link(thread, class, link.iterator.clone())?;
                    link.next.set(following.clone());
                    following
                }
            };
            let old = std::mem::replace(&mut *this.place.lock(), (following, 0));
            drop(old);
            continue;
        }
        let known = link.items.lock().get(position).cloned();
        let item = match known {
            Some(item) => item,
            None => {
                if std::mem::replace(&mut *link.reading.lock(), true) {
                    return Err(
                        thread.error(Builtin::RuntimeError, "cannot re-enter the tee iterator")
                    );
                }
                let read = next(thread, &link.iterator);
                *link.reading.lock() = false;
                let Some(item) = read? else {
                    return Ok(None);
                };
                super::push(thread, &link.items, item.clone())?;
                item
            }
        };
        this.place.lock().1 = position + 1;
        return Ok(Some(item));
    }
}

/// The class of the iterators that `tee` makes.
pub static TEE: ClassDef = ClassDef {
    name: "itertools._tee",
    doc: "One of several iterators over the items of one.",
    signature: TEE_ARGUMENTS.signature,
    flags: 0,
    layout: Some(id_of::<Tee>),
    methods: &[
        NativeDef::class_method("tee", "(type, iterable, n=2, /)", tee)
            .doc(
                "n independent iterators over the same items.\n\n\
                The items are kept until all of them have passed.",
            )
            .shown_as("($module, iterable, n=2, /)"),
        NativeDef::method("__copy__", "(self, /)", copy),
    ],
    slots: &[
        SlotDef::New(new_tee),
        SlotDef::Iter(identity),
        SlotDef::Next(next_tee),
    ],
    ..ClassDef::DEFAULT
};

/// The class of the links of tees' chains.
pub static LINK_CLASS: ClassDef = ClassDef {
    name: "itertools._tee_dataobject",
    doc: "Items that several iterators share.",
    flags: class_flag::NO_NEW,
    layout: Some(id_of::<Link>),
    ..ClassDef::DEFAULT
};
