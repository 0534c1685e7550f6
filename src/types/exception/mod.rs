//! Exception groups for the VM: matching by `except*`.
#![forbid(unsafe_code)]

use crate::object::{Res, Thread, Value};

/// Splits an exception by the class or tuple of an `except*` clause: the matching part and the rest (None for nothing).
pub fn group_match(thread: &Thread, exception: &Value, class: &Value) -> Res<(Value, Value)> {
    let _ = (thread, exception, class);
    todo!()
}

/// What is to be raised after the `except*` clauses of a statement: `raised` is the list of what they raised and left over. None for nothing.
pub fn prepare_reraise_star(thread: &Thread, original: &Value, raised: &Value) -> Res {
    let _ = (thread, original, raised);
    todo!()
}
