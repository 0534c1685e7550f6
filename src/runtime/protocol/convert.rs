//! Truth, hash, text and index of values.

use crate::object::{Res, Thread, Value};

/// `bool(value)`
pub fn truth(thread: &Thread, value: &Value) -> Res<bool> {
    let _ = (thread, value);
    todo!()
}

/// `hash(value)`
pub fn hash(thread: &Thread, value: &Value) -> Res<i64> {
    let _ = (thread, value);
    todo!()
}

/// `repr(value)`, a str.
pub fn repr(thread: &Thread, value: &Value) -> Res {
    let _ = (thread, value);
    todo!()
}

/// `ascii(value)`, a str.
pub fn ascii(thread: &Thread, value: &Value) -> Res {
    let _ = (thread, value);
    todo!()
}

/// `str(value)`, a str.
pub fn str_of(thread: &Thread, value: &Value) -> Res {
    let _ = (thread, value);
    todo!()
}

/// `format(value, spec)`, a str; `spec` is a str.
pub fn format(thread: &Thread, value: &Value, spec: &Value) -> Res {
    let _ = (thread, value, spec);
    todo!()
}

/// `len(value)`
pub fn length(thread: &Thread, value: &Value) -> Res<usize> {
    let _ = (thread, value);
    todo!()
}

/// `operator.index(value)`: an int.
pub fn index(thread: &Thread, value: &Value) -> Res {
    let _ = (thread, value);
    todo!()
}

/// `operator.index(value)` as i64; IndexError "cannot fit 'int' into an index-sized integer" beyond.
pub fn index_i64(thread: &Thread, value: &Value) -> Res<i64> {
    let _ = (thread, value);
    todo!()
}

/// `operator.index(value)` clamped to the range of i64, as slices take their bounds.
pub fn index_saturating(thread: &Thread, value: &Value) -> Res<i64> {
    let _ = (thread, value);
    todo!()
}
