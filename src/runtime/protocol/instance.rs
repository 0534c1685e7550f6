//! `isinstance` and `issubclass`.

use crate::object::{Res, Thread, Value};

/// `isinstance(value, class)`: classes, tuples of them, unions, and `__instancecheck__`.
pub fn is_instance(thread: &Thread, value: &Value, class: &Value) -> Res<bool> {
    let _ = (thread, value, class);
    todo!()
}

/// `issubclass(class, of)`
pub fn is_subclass(thread: &Thread, class: &Value, of: &Value) -> Res<bool> {
    let _ = (thread, class, of);
    todo!()
}
