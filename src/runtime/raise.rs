//! Raising and matching exceptions from native code.
#![forbid(unsafe_code)]

use super::safepoint;
use super::state::{ThreadState, state};
use crate::base::error::Error;
use crate::base::{Interrupted, Poll};
use crate::object::{Builtin, Exception, Raised, Res, Slot, Thread, Value};

/// A new exception of a built-in class with one message (none if empty), its class's `__init__` not run.
pub fn new_exception(thread: &Thread, class: Builtin, message: &str) -> Value {
    let made = if message.is_empty() {
        Exception::with_args(thread, class, vec![])
    } else {
        crate::object::Str::new_value(thread, message)
            .and_then(|text| Exception::with_args(thread, class, vec![text]))
    };
    // Out of memory while raising: an exception without arguments needs only its own few bytes; the reserve is in the heap's slack.
    let exception = made.unwrap_or_else(|raised| thread.take_raised(raised));
    set_context(state(thread), &exception);
    exception
}

/// Raises an exception of a built-in class with one argument of any kind (`KeyError(key)`).
#[cold]
pub fn raise_with(thread: &Thread, class: Builtin, argument: Value) -> Raised {
    raise_made(thread, Exception::with_args(thread, class, vec![argument]))
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

/// As [`raised_is`], of any class.
pub fn raised_is_of(thread: &Thread, class: &Value) -> bool {
    thread.with_raised(|raised| raised.is_some_and(|e| thread.class_of(e).is_subclass_of(class)))
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

/// Raises what an algorithm of the base layer reports. An interruption must have left its exception in flight; [`with_poll`] does that.
#[cold]
#[inline(never)]
pub fn base_error(thread: &Thread, error: Error) -> Raised {
    match error {
        Error::Interrupted => thread.error(Builtin::KeyboardInterrupt, ""),
        Error::Memory => thread.memory_error(),
        Error::Type(message) => thread.type_error(message),
        Error::Value(message) => thread.value_error(message),
        Error::Overflow(message) => thread.overflow_error(message),
        Error::Range => {
            let text = match crate::object::Str::new_value(thread, "Numerical result out of range")
            {
                Ok(text) => text,
                Err(raised) => return raised,
            };
            match Exception::with_args(
                thread,
                Builtin::OverflowError,
                vec![Value::from_i32(34), text],
            ) {
                Ok(exception) => thread.raise(exception),
                Err(raised) => raised,
            }
        }
        Error::ZeroDivision(message) => thread.error(Builtin::ZeroDivisionError, message),
        Error::Index(message) => thread.error(Builtin::IndexError, message),
        Error::Lookup(message) => thread.error(Builtin::LookupError, message),
    }
}

/// The result of an algorithm of the base layer, its error raised.
#[inline]
pub fn lift<T>(thread: &Thread, result: Result<T, Error>) -> Res<T> {
    result.map_err(|error| base_error(thread, error))
}

/// Runs a long algorithm of the base layer with a poll that serves safepoints.
pub fn with_poll<T>(thread: &Thread, f: impl FnOnce(Poll<'_>) -> Result<T, Error>) -> Res<T> {
    let mut interruption = None;
    let result = f(&mut || {
        safepoint::poll(thread).map_err(|raised| {
            interruption = Some(raised);
            Interrupted
        })
    });
    match (result, interruption) {
        (Ok(value), None) => Ok(value),
        (_, Some(raised)) => Err(raised),
        (Err(error), None) => Err(base_error(thread, error)),
    }
}

/// The token of an exception that is known to be in flight in the thread.
pub fn again(thread: &Thread) -> Raised {
    let exception = thread.with_raised(|raised| raised.cloned());
    match exception {
        Some(exception) => thread.raise(exception),
        None => thread.error(Builtin::SystemError, "no exception is in flight"),
    }
}

/// `StopIteration.value`
pub fn stop_value(exception: &Value) -> Value {
    exception
        .as_exception()
        .and_then(|e| e.fields.first())
        .and_then(Slot::load)
        .unwrap_or(Value::NONE)
}

/// A StopIteration with a value (none if it is None).
pub fn stop_iteration(thread: &Thread, value: Value) -> Res {
    let args = if value.is_none() {
        vec![]
    } else {
        vec![value.clone()]
    };
    let exception = Exception::with_args(thread, Builtin::StopIteration, args)?;
    if let Some(field) = exception.as_exception().and_then(|e| e.fields.first()) {
        field.set(value);
    }
    Ok(exception)
}

/// Raises `exception` with the exception being handled as its context. A cycle of contexts is cut, as CPython does.
pub fn raise_in_context(thread: &Thread, exception: Value) -> Raised {
    set_context(state(thread), &exception);
    thread.raise(exception)
}

/// Raises an exception that was made for it, in context, or what making it has raised.
#[cold]
pub fn raise_made(thread: &Thread, made: Res) -> Raised {
    match made {
        Ok(exception) => raise_in_context(thread, exception),
        Err(raised) => raised,
    }
}

/// Sets the context of an exception that is being raised.
pub fn set_context(state: &ThreadState, exception: &Value) {
    let (Some(handled), Some(payload)) = (state.handled_exception(), exception.as_exception())
    else {
        return;
    };
    if handled.is(exception) {
        return;
    }
    let thread = &state.core;
    thread.before_write(exception);
    thread.before_read(&handled);
    // If `exception` is already in the chain of contexts, it is taken out there. A second pointer at half the speed ends the walk on a cycle.
    let mut link = handled.clone();
    let mut slow = handled.clone();
    let mut step = false;
    while let Some(next) = link.as_exception().and_then(|e| e.context.load()) {
        if next.is(exception) {
            thread.before_write(&link);
            if let Some(e) = link.as_exception() {
                e.context.set(Value::UNBOUND);
            }
            break;
        }
        thread.before_read(&next);
        link = next;
        if step {
            match slow.as_exception().and_then(|e| e.context.load()) {
                Some(next) => slow = next,
                None => break,
            }
            if slow.is(&link) {
                break;
            }
        }
        step = !step;
    }
    payload.context.set(handled);
}
