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
use crate::object::{Builtin, Dict, NativeDef, Payload, Res, Thread, Tuple, Value};
use crate::runtime::classes::{ClassDef, native_class};
use crate::runtime::module::ModuleDef;
use crate::runtime::protocol::get_attr_str;
use crate::runtime::warnings::warn;
use crate::types::shared::position_argument;

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
    let class = |name: &str| -> Res {
        let found = dict.get_str(thread, &thread.intern(name.as_bytes())?);
        Ok(found.unwrap_or(Value::NONE))
    };
    note(thread, &class("accumulate")?, "_chain", class("chain")?)?;
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

/// What `__reduce__` answers: the class, arguments for it, and the state if there is one.
///
/// # Errors
/// MemoryError, and DeprecationWarning as an error: copies of these iterators go with the next version of Python.
fn reduced(thread: &Thread, value: &Value, args: Vec<Value>, state: Option<Value>) -> Res {
    let message =
        "Pickle, copy, and deepcopy support will be removed from itertools in Python 3.14.";
    warn(thread, Builtin::DeprecationWarning, message)?;
    let mut parts = vec![thread.class_object(value), Tuple::from_vec(thread, args)?];
    parts.extend(state);
    Tuple::from_vec(thread, parts)
}

/// The parts of a state, which has to be a tuple of so many.
///
/// # Errors
/// TypeError
fn state_parts<'a>(thread: &Thread, state: &'a Value, count: usize) -> Res<&'a [Value]> {
    let Some(parts) = state.as_tuple() else {
        return Err(thread.type_error("state is not a tuple"));
    };
    if parts.len() != count {
        return Err(thread.type_error(format!(
            "function takes exactly {count} arguments ({} given)",
            parts.len()
        )));
    }
    Ok(parts)
}

/// Positions in a state, which has to be a tuple of so many; each is brought between `least` and what `most` gives for its place.
///
/// # Errors
/// ValueError, and TypeError for what is no int.
fn state_positions(
    thread: &Thread,
    state: &Value,
    count: usize,
    least: usize,
    most: impl Fn(usize) -> usize,
) -> Res<Vec<usize>> {
    let parts = state.as_tuple().filter(|parts| parts.len() == count);
    let Some(parts) = parts else {
        return Err(thread.value_error("invalid arguments"));
    };
    let mut positions = room(thread, count)?;
    for (i, part) in parts.iter().enumerate() {
        let position = position_argument(thread, part)?.max(least as i64) as usize;
        positions.push(position.min(most(i).max(least)));
    }
    Ok(positions)
}

/// A tuple of positions.
///
/// # Errors
/// MemoryError
fn positions_tuple(thread: &Thread, positions: &[usize]) -> Res {
    let items = positions.iter().map(|&i| thread.int_from_usize(i));
    Tuple::from_vec(thread, items.collect::<Res<Vec<Value>>>()?)
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
