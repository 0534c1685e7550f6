//! Calling values from native code.

use super::{get_attr, get_attr_str, lookup_special};
use crate::object::class::CallArgs;
use crate::object::layout::core;
use crate::object::{Res, Thread, Value};

/// `callable(…)`.
///
/// # Errors
/// TypeError if it is not callable, RecursionError when the native stack is nearly used up, and what the callee raises.
pub fn call(thread: &Thread, callable: &Value, args: CallArgs<'_>) -> Res {
    thread.check_stack("")?;
    match callable.layout() {
        core::FUNCTION | core::BUILTIN | core::BOUND_METHOD => {}
        _ => thread.before_call(callable, args.values),
    }
    let class = thread.class_of(callable);
    match class.call() {
        Some(f) => f(thread, callable, args),
        None => Err(thread.type_error(format!("'{}' object is not callable", class.name_text()))),
    }
}

/// `callable(*args)`.
pub fn call_positional(thread: &Thread, callable: &Value, args: &[Value]) -> Res {
    call(thread, callable, CallArgs::positional_only(args))
}

/// `object.name(*args)`, with full attribute look-up.
pub fn call_method(thread: &Thread, object: &Value, name: &Value, args: &[Value]) -> Res {
    let method = get_attr(thread, object, name)?;
    call_positional(thread, &method, args)
}

/// As [`call_method`], for a name that is not interned.
pub fn call_method_str(thread: &Thread, object: &Value, name: &str, args: &[Value]) -> Res {
    let method = get_attr_str(thread, object, name)?;
    call_positional(thread, &method, args)
}

/// The special method `name` of `object`'s class called with `args`; None if the class has none.
pub fn call_special(
    thread: &Thread,
    object: &Value,
    name: &Value,
    args: &[Value],
) -> Res<Option<Value>> {
    match lookup_special(thread, object, name)? {
        Some(method) => call_positional(thread, &method, args).map(Some),
        None => Ok(None),
    }
}
