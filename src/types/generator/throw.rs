//! The exception that `throw` raises, from its one argument or the older three.

use crate::object::{Builtin, Res, Thread, Value};
use crate::runtime::protocol;
use crate::runtime::traceback::Traceback;
use crate::runtime::warnings::warn;

/// Warns of a call of `method` with other arguments than an exception; absent ones are unbound.
///
/// # Errors
/// DeprecationWarning where that is an error
pub fn warn_of_three(thread: &Thread, method: &str, args: &[Value]) -> Res<()> {
    if args[1..].iter().all(Value::is_unbound) {
        return Ok(());
    }
    let text = format!(
        "the (type, exc, tb) signature of {method}() is deprecated, use the single-arg signature instead."
    );
    warn(thread, Builtin::DeprecationWarning, &text)
}

/// The exception of `throw(typ, val, tb)`; absent arguments are unbound.
///
/// # Errors
/// TypeError for anything that is no exception.
pub fn exception(thread: &Thread, args: &[Value]) -> Res {
    let given = |i: usize| {
        args.get(i)
            .and_then(Value::bound)
            .filter(|value| !value.is_none())
    };
    let kind = &args[0];
    let (value, traceback) = (given(1), given(2));
    if traceback.is_some_and(|tb| tb.payload::<Traceback>().is_none()) {
        return Err(thread.type_error("throw() third argument must be a traceback object"));
    }
    let is_class = kind
        .as_class()
        .is_some_and(|class| class.is_subclass_of(Builtin::BaseException.class()));
    let exception = if is_class {
        match value {
            Some(value) if protocol::is_instance(thread, value, kind)? => value.clone(),
            Some(value) => match value.as_tuple() {
                Some(items) => protocol::call_positional(thread, kind, items)?,
                None => protocol::call_positional(thread, kind, std::slice::from_ref(value))?,
            },
            None => protocol::call_positional(thread, kind, &[])?,
        }
    } else if kind.as_exception().is_some() {
        if value.is_some() {
            return Err(thread.type_error("instance exception may not have a separate value"));
        }
        kind.clone()
    } else {
        let name = thread.class_of(kind).name_text();
        return Err(thread.type_error(format!(
            "exceptions must be classes or instances deriving from BaseException, not {name}"
        )));
    };
    if let (Some(traceback), Some(payload)) = (traceback, exception.as_exception()) {
        payload.traceback.set(traceback.clone());
    }
    Ok(exception)
}
