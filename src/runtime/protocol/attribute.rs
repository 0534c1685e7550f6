//! Attribute look-up, assignment and deletion; descriptors.

use crate::object::{Class, Res, Thread, Value};

/// `object.name` (`name` is a str).
///
/// # Errors
/// AttributeError, or what hooks and descriptors raise.
pub fn get_attr(thread: &Thread, object: &Value, name: &Value) -> Res {
    let _ = (thread, object, name);
    todo!()
}

/// `object.name`, None instead of an AttributeError.
pub fn get_attr_opt(thread: &Thread, object: &Value, name: &Value) -> Res<Option<Value>> {
    let _ = (thread, object, name);
    todo!()
}

/// `object.name` for a name given as text.
pub fn get_attr_str(thread: &Thread, object: &Value, name: &str) -> Res {
    get_attr(thread, object, &thread.intern(name.as_bytes())?)
}

/// `object.name = value`, or `del object.name` when there is no value.
pub fn set_attr(thread: &Thread, object: &Value, name: &Value, value: Option<&Value>) -> Res<()> {
    let _ = (thread, object, name, value);
    todo!()
}

/// The raw attribute `name` (interned) of the first class in the MRO that has it. Runs no script code.
pub fn lookup_class(thread: &Thread, class: &Class, name: &Value) -> Option<Value> {
    let _ = (thread, class, name);
    todo!()
}

/// The special method `name` of `object`'s class, bound to `object`; instance attributes are passed over, as for all implicit calls.
pub fn lookup_special(thread: &Thread, object: &Value, name: &Value) -> Res<Option<Value>> {
    let _ = (thread, object, name);
    todo!()
}

/// `object.__getattribute__` of `object`: data descriptors, the instance, then the class.
pub fn generic_get_attr(thread: &Thread, object: &Value, name: &Value) -> Res {
    let _ = (thread, object, name);
    todo!()
}

/// `object.__setattr__` and `object.__delattr__`.
pub fn generic_set_attr(
    thread: &Thread,
    object: &Value,
    name: &Value,
    value: Option<&Value>,
) -> Res<()> {
    let _ = (thread, object, name, value);
    todo!()
}
