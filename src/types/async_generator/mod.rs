//! Asynchronous generators.
#![forbid(unsafe_code)]

use crate::object::{Res, Thread, Value};

/// Marks a value as yielded by an asynchronous generator, in contrast to what it awaits.
pub fn wrap(thread: &Thread, value: Value) -> Res {
    let _ = (thread, value);
    todo!()
}
