//! Raising and matching exceptions from native code.

use crate::object::{Builtin, Exception, Raised, Res, Thread, Value};

/// A new exception of a built-in class with one message (none if empty), its class's `__init__` not run.
pub fn new_exception(thread: &Thread, class: Builtin, message: &str) -> Value {
    let made = if message.is_empty() {
        Exception::with_args(thread, class, vec![])
    } else {
        crate::object::Str::new_value(thread, message)
            .and_then(|text| Exception::with_args(thread, class, vec![text]))
    };
    // Out of memory while raising: an exception without arguments needs only its own few bytes; the reserve is in the heap's slack.
    made.unwrap_or_else(|raised| thread.take_raised(raised))
}

/// Raises an exception of a built-in class with one argument of any kind (`KeyError(key)`).
#[cold]
pub fn raise_with(thread: &Thread, class: Builtin, argument: Value) -> Raised {
    match Exception::with_args(thread, class, vec![argument]) {
        Ok(exception) => thread.raise(exception),
        Err(raised) => raised,
    }
}

/// Raises KeyError(key).
#[cold]
pub fn key_error(thread: &Thread, key: &Value) -> Raised {
    raise_with(thread, Builtin::KeyError, key.clone())
}

/// Whether the exception in flight is of a built-in class (or of a subclass).
pub fn raised_is(thread: &Thread, class: Builtin) -> bool {
    thread.with_raised(|raised| {
        raised.is_some_and(|e| thread.class_of(e).is_subclass_of(class.class()))
    })
}

/// Turns an exception of `class` into None; any other stays in flight.
pub fn catch<T>(thread: &Thread, class: Builtin, result: Res<T>) -> Res<Option<T>> {
    match result {
        Ok(value) => Ok(Some(value)),
        Err(raised) if raised_is(thread, class) => {
            drop(thread.take_raised(raised));
            Ok(None)
        }
        Err(raised) => Err(raised),
    }
}
