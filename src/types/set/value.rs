//! Making sets and frozensets, and looking elements up.

use crate::object::class::{CallArgs, Class};
use crate::object::{Builtin, NativeDef, Res, Set, Thread, Value};
use crate::runtime::raise;
use crate::types::shared::{arguments, class_argument, make, no_keywords, signature};

const SET_SIGNATURE: NativeDef = signature("set", "(iterable=(), /)");
const FROZEN_SIGNATURE: NativeDef = signature("frozenset", "(iterable=(), /)");

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

/// A new set of an iterable's items.
///
/// # Errors
/// What iterating, hashing and comparing raise.
pub fn new_set_of(thread: &Thread, iterable: &Value) -> Res {
    let made = Set::new_value(thread, Builtin::Set)?;
    super::update(thread, &made, iterable)?;
    Ok(made)
}

/// The operand of a binary method as a set: itself, or a set made of its items.
pub fn as_operand(thread: &Thread, value: &Value, like: Builtin) -> Res {
    if value.as_set().is_some() {
        return Ok(value.clone());
    }
    let made = Set::new_value(thread, like)?;
    super::update(thread, &made, value)?;
    Ok(made)
}

/// `set.__new__(class, …)`: an empty set, whatever the arguments.
pub fn construct(thread: &Thread, class: &Value, _: CallArgs<'_>) -> Res {
    let class = class_argument(thread, class)?;
    make(thread, class, Builtin::Set, Set::default())
}

/// `set.__init__(iterable)`
pub fn init(thread: &Thread, set: &Value, args: CallArgs<'_>) -> Res<()> {
    no_keywords(thread, thread.class_of(set), Builtin::Set, args)?;
    let positional = CallArgs::positional_only(args.positional());
    let args = arguments(thread, &SET_SIGNATURE, positional)?;
    let payload = payload(thread, set)?;
    if !payload.is_empty() {
        drop(payload.take_all(thread));
    }
    match args[0].bound() {
        Some(iterable) => super::update(thread, set, iterable),
        None => Ok(()),
    }
}

/// `frozenset(iterable)`
pub fn construct_frozen(thread: &Thread, class: &Value, args: CallArgs<'_>) -> Res {
    let class: &Class = class_argument(thread, class)?;
    no_keywords(thread, class, Builtin::FrozenSet, args)?;
    let positional = CallArgs::positional_only(args.positional());
    let args = arguments(thread, &FROZEN_SIGNATURE, positional)?;
    if let Some(iterable) = args[0].bound()
        && class.is_exact(Builtin::FrozenSet)
        && iterable.is_exact(Builtin::FrozenSet)
    {
        return Ok(iterable.clone());
    }
    let made = make(thread, class, Builtin::FrozenSet, Set::default())?;
    if let Some(iterable) = args[0].bound() {
        super::update(thread, &made, iterable)?;
    }
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
