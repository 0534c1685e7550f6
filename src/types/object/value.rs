//! The default answers: identity for equality and hash, `<… object at 0x…>` for repr.

use crate::object::class::{Compare, SlotId};
use crate::object::{Builtin, Res, Thread, Value};
use crate::runtime::protocol;

/// `object.__repr__`
pub(super) fn repr(thread: &Thread, x: &Value) -> Res {
    protocol::convert::default_repr(thread, x)
}

/// `object.__str__`: what the class's `__repr__` gives.
pub(super) fn str(thread: &Thread, x: &Value) -> Res {
    match thread.class_of(x).repr() {
        // What it answers is checked as the answer of `__str__`.
        Some(f) => f(thread, x),
        None => protocol::convert::default_repr(thread, x),
    }
}

/// The address, rotated so that objects side by side do not collide in small tables.
pub(super) fn hash(thread: &Thread, x: &Value) -> Res<i64> {
    Ok(match thread.identity(x).rotate_right(4) as i64 {
        -1 => -2,
        hash => hash,
    })
}

/// Equal to itself; unequal if the class's `__eq__` says that it is not equal.
pub(super) fn compare(thread: &Thread, x: &Value, other: &Value, op: Compare) -> Res {
    match op {
        Compare::Eq if x.is(other) => Ok(Value::TRUE),
        Compare::Ne => {
            let class = thread.class_of(x);
            let equal = match class.compare() {
                Some(f) if !class.same_slot(SlotId::Compare, Builtin::Object.get()) => {
                    f(thread, x, other, Compare::Eq)?
                }
                _ if x.is(other) => Value::TRUE,
                _ => Value::NOT_IMPLEMENTED,
            };
            if equal.is_not_implemented() {
                return Ok(equal);
            }
            Ok(Value::from_bool(!protocol::truth(thread, &equal)?))
        }
        _ => Ok(Value::NOT_IMPLEMENTED),
    }
}
