//! `itertools`: iterators over, and combinations of, other iterables. Each class's payload owns the iterators that it steps; no lock is
//! held while one of them, or a function of the script, runs.

mod combine;
mod endless;
mod group;
mod join;
mod pick;
mod select;

use crate::base::sync::Mutex;
use crate::object::class::CallArgs;
use crate::object::{Dict, NativeDef, Payload, Res, Thread, Value};
use crate::runtime::classes::{ClassDef, native_class};
use crate::runtime::module::ModuleDef;
use crate::runtime::protocol::get_attr_str;

/// The module.
pub static MODULE: ModuleDef = ModuleDef {
    name: "itertools",
    doc: "Building blocks for loops: iterators made of iterators.",
    functions: &[],
    init: Some(init),
};

const CLASSES: &[&ClassDef] = &[
    &endless::COUNT,
    &endless::CYCLE,
    &endless::REPEAT,
    &join::ACCUMULATE,
    &join::BATCHED,
    &join::CHAIN,
    &join::PAIRWISE,
    &join::ZIP_LONGEST,
    &select::COMPRESS,
    &select::DROPWHILE,
    &select::FILTERFALSE,
    &select::ISLICE,
    &select::STARMAP,
    &select::TAKEWHILE,
    &combine::PRODUCT,
    &pick::COMBINATIONS,
    &pick::COMBINATIONS_WITH_REPLACEMENT,
    &pick::PERMUTATIONS,
];

fn init(thread: &Thread, dict: &Dict) -> Res<()> {
    for def in CLASSES {
        add(thread, dict, def)?;
    }
    let groupby = add(thread, dict, &group::GROUPBY)?;
    let grouper = add(thread, dict, &group::GROUPER)?;
    note(thread, &groupby, "_grouper", grouper)?;
    let tee = add(thread, dict, &group::TEE)?;
    let links = add(thread, dict, &group::LINK_CLASS)?;
    note(thread, &tee, "_link", links)?;
    let function = get_attr_str(thread, &tee, "tee")?;
    dict.set(thread, thread.intern(b"tee")?, function)
}

/// Puts a class where another finds it, in the other's namespace: modules have no other state.
fn note(thread: &Thread, class: &Value, name: &str, value: Value) -> Res<()> {
    if let Some(class) = class.as_class() {
        if let Some(namespace) = class.namespace().as_dict() {
            namespace.set(thread, thread.intern(name.as_bytes())?, value)?;
        }
        class.bump_version();
    }
    Ok(())
}

fn add(thread: &Thread, dict: &Dict, def: &'static ClassDef) -> Res {
    let class = native_class(thread, def)?;
    let name = def.name.rsplit('.').next().unwrap_or(def.name);
    dict.set(thread, thread.intern(name.as_bytes())?, class.clone())?;
    Ok(class)
}

/// The payload of an iterator of this module.
fn payload<'v, T: Payload>(thread: &Thread, value: &'v Value) -> Res<&'v T> {
    value
        .payload::<T>()
        .ok_or_else(|| thread.type_error("an iterator of itertools was expected"))
}

/// The argument of a constructor that takes one.
fn only(thread: &Thread, def: &NativeDef, args: CallArgs<'_>) -> Res {
    match args.values {
        [iterable] if args.names.is_empty() => Ok(iterable.clone()),
        given if args.names.is_empty() => Err(thread.type_error(format!(
            "{} expected 1 argument, got {}",
            def.name,
            given.len()
        ))),
        _ => Err(thread.type_error(format!("{}() takes no keyword arguments", def.name))),
    }
}

/// Adds an item to a collection that grows with what a script gives.
fn push(thread: &Thread, items: &Mutex<Vec<Value>>, item: Value) -> Res<()> {
    let mut items = items.lock();
    if items.len() == items.capacity() {
        let more = items.len().max(8);
        thread.check_memory(more.saturating_mul(size_of::<Value>()))?;
        if items.try_reserve(more).is_err() {
            return Err(thread.memory_error());
        }
    }
    items.push(item);
    Ok(())
}

/// A vector with room for `len` entries, if memory allows it.
fn room<T>(thread: &Thread, len: usize) -> Res<Vec<T>> {
    thread.check_memory(len.saturating_mul(size_of::<T>()))?;
    let mut items = Vec::new();
    match items.try_reserve_exact(len) {
        Ok(()) => Ok(items),
        Err(_) => Err(thread.memory_error()),
    }
}
