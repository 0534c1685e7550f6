//! Subscription and membership.

use crate::object::{Res, Thread, Value};

/// `object[key]`
pub fn get_item(thread: &Thread, object: &Value, key: &Value) -> Res {
    let _ = (thread, object, key);
    todo!()
}

/// `object[key] = value`
pub fn set_item(thread: &Thread, object: &Value, key: &Value, value: &Value) -> Res<()> {
    let _ = (thread, object, key, value);
    todo!()
}

/// `del object[key]`
pub fn delete_item(thread: &Thread, object: &Value, key: &Value) -> Res<()> {
    let _ = (thread, object, key);
    todo!()
}

/// `item in object`
pub fn contains(thread: &Thread, object: &Value, item: &Value) -> Res<bool> {
    let _ = (thread, object, item);
    todo!()
}
