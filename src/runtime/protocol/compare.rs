//! Comparison operators and equality.

use crate::object::class::Compare;
use crate::object::{Res, Thread, Value};

/// `a op b`, whatever the classes answer; the reflected operation first if `b`'s class is a proper subclass of `a`'s.
pub fn compare(thread: &Thread, a: &Value, b: &Value, op: Compare) -> Res {
    let _ = (thread, a, b, op);
    todo!()
}

/// The truth of `a op b`.
pub fn compare_bool(thread: &Thread, a: &Value, b: &Value, op: Compare) -> Res<bool> {
    let _ = (thread, a, b, op);
    todo!()
}

/// `a is b or a == b`, as containers compare their elements.
pub fn equal(thread: &Thread, a: &Value, b: &Value) -> Res<bool> {
    let _ = (thread, a, b);
    todo!()
}
