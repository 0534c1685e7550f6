//! What all operations on sets begin with: the payload, empty and copied sets, looking elements up.

use crate::object::{Builtin, Res, Set, Thread, Value};
use crate::runtime::raise;

/// The set that a slot or method was called on; both are called on sets and frozensets alone.
#[inline(always)]
pub fn payload<'a>(thread: &Thread, value: &'a Value) -> Res<&'a Set> {
    match value.as_set() {
        Some(set) => Ok(set),
        None => Err(thread.type_error("a set is required")),
    }
}

/// `set` or `frozenset`, whichever the value is an instance of.
pub fn base_class(thread: &Thread, value: &Value) -> Builtin {
    let class = thread.class_of(value);
    if class.native_base() == Builtin::FrozenSet {
        Builtin::FrozenSet
    } else {
        Builtin::Set
    }
}

/// A new, empty set of the built-in class that `like` is an instance of.
pub fn empty_like(thread: &Thread, like: &Value) -> Res {
    Set::new_value(thread, base_class(thread, like))
}

/// A copy, of the built-in class that the value is an instance of.
pub fn copy(thread: &Thread, value: &Value) -> Res {
    let made = empty_like(thread, value)?;
    payload(thread, &made)?.merge(thread, payload(thread, value)?)?;
    Ok(made)
}

/// Runs a look-up of `key`; if the key is an unhashable set, once more with a frozenset of its elements.
pub fn with_frozen_key<T>(thread: &Thread, key: &Value, f: impl Fn(&Value) -> Res<T>) -> Res<T> {
    match f(key) {
        Err(raised)
            if thread.class_of(key).native_base() == Builtin::Set
                && raise::raised_is(thread, Builtin::TypeError) =>
        {
            drop(thread.take_raised(raised));
            let frozen = Set::new_value(thread, Builtin::FrozenSet)?;
            payload(thread, &frozen)?.merge(thread, payload(thread, key)?)?;
            f(&frozen)
        }
        result => result,
    }
}

/// `key in set`
pub fn contains(thread: &Thread, set: &Value, key: &Value) -> Res<bool> {
    let set = payload(thread, set)?;
    with_frozen_key(thread, key, |key| set.contains(thread, key))
}
