//! What native code asks of the library and of event loops: exceptions, calls, reports.

use crate::modules::import::{import_module, library_attribute};
use crate::object::class::CallArgs;
use crate::object::{Dict, Raised, Res, Str, Thread, Value};
use crate::runtime::protocol::{self, convert::default_repr};
use crate::runtime::raise::raise_made;

/// Raises an exception of `asyncio.exceptions`.
#[cold]
pub(super) fn error(thread: &Thread, class: &str, message: &str) -> Raised {
    raise_made(thread, new_error(thread, class, message))
}

fn new_error(thread: &Thread, class: &str, message: &str) -> Res {
    let class = library_attribute(thread, "asyncio.exceptions", class)?;
    protocol::call_positional(thread, &class, &[Str::new_value(thread, message)?])
}

/// Calls `loop.call_soon(callback, *args, context=context)`.
///
/// # Errors
/// What it raises.
pub(super) fn call_soon(
    thread: &Thread,
    event_loop: &Value,
    callback: Value,
    argument: Option<Value>,
    context: Value,
) -> Res<()> {
    let method = protocol::get_attr_str(thread, event_loop, "call_soon")?;
    let mut values = vec![callback];
    values.extend(argument);
    call_in(thread, &method, &values, context).map(drop)
}

/// Calls `function(*values, context=context)`, without the context if that is unbound.
///
/// # Errors
/// What it raises.
pub(super) fn call_in(thread: &Thread, function: &Value, values: &[Value], context: Value) -> Res {
    match context.is_unbound() {
        true => protocol::call_positional(thread, function, values),
        false => call_with(thread, function, values, ("context", context)),
    }
}

/// Calls `function(*values, name=value)`.
///
/// # Errors
/// What it raises.
pub(super) fn call_with(
    thread: &Thread,
    function: &Value,
    values: &[Value],
    (name, value): (&str, Value),
) -> Res {
    let mut values = values.to_vec();
    values.push(value);
    let args = CallArgs {
        values: &values,
        names: &[thread.intern(name.as_bytes())?],
    };
    protocol::call(thread, function, args)
}

/// Calls `loop.call_exception_handler` with a dict of these entries.
///
/// # Errors
/// What it raises.
pub(super) fn tell(thread: &Thread, event_loop: &Value, entries: Vec<(&str, Value)>) -> Res {
    let context = Dict::new_value(thread)?;
    if let Some(dict) = context.as_dict() {
        for (name, value) in entries {
            dict.set(thread, thread.intern(name.as_bytes())?, value)?;
        }
    }
    protocol::call_method_str(thread, event_loop, "call_exception_handler", &[context])
}

/// The repr that a function of the library makes. A finaliser that asks for one while the module is being imported gets that of any object.
///
/// # Errors
/// What importing the module and the function raise.
pub(super) fn shown_by(thread: &Thread, module: &str, function: &str, value: &Value) -> Res {
    let module = import_module(thread, module)?;
    let name = thread.intern(function.as_bytes())?;
    match protocol::get_attr_opt(thread, &module, &name)? {
        Some(function) => protocol::call_positional(thread, &function, std::slice::from_ref(value)),
        None => default_repr(thread, value),
    }
}
