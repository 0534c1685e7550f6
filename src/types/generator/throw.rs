//! The exception that `throw` raises, from its one argument or the older three.

use crate::object::{Builtin, Res, Thread, Value};
use crate::runtime::protocol::{self, attribute::shown_name};
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

/// The exception of `throw(typ, val, tb)`; absent arguments are unbound. What making it raises is thrown in its stead.
///
/// # Errors
/// TypeError for anything that is no exception, nor a class of them.
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
        made(thread, kind, value).unwrap_or_else(|raised| thread.take_raised(raised))
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

/// An instance of an exception class: `value` if that is one, or made from it.
fn made(thread: &Thread, class: &Value, value: Option<&Value>) -> Res {
    let instance = match value {
        Some(value) if protocol::is_instance(thread, value, class)? => value.clone(),
        Some(value) => match value.as_tuple() {
            Some(items) => protocol::call_positional(thread, class, items)?,
            None => protocol::call_positional(thread, class, std::slice::from_ref(value))?,
        },
        None => protocol::call_positional(thread, class, &[])?,
    };
    if instance.as_exception().is_none() {
        return Err(thread.type_error(format!(
            "calling {} should have returned an instance of BaseException, not {}",
            shown_name(&protocol::repr(thread, class)?),
            thread.class_of(&instance).name_text()
        )));
    }
    Ok(instance)
}
