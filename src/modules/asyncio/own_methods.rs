//! Whether scripts have put other methods in the place of native ones, so that native code may do what these would.

use crate::object::{NativeDef, Thread, Value};
use crate::runtime::function::BuiltinFunction;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

/// Whether the methods of these names that an object has, by its class or itself, are all among `methods`. `known` is for [`remembered`].
#[inline]
pub(super) fn has_own(
    thread: &Thread,
    object: &Value,
    methods: &[NativeDef],
    names: &[&str],
    known: &AtomicU64,
) -> bool {
    remembered(thread, object, known, || {
        names
            .iter()
            .all(|name| is_own(thread, object, methods, name))
    })
}

/// The answer to a question about the attributes that an object has, by its class or itself. `known` keeps for which version of the class and which
/// shape it was yes last; it starts at 0.
#[inline]
pub(super) fn remembered(
    thread: &Thread,
    object: &Value,
    known: &AtomicU64,
    answer: impl FnOnce() -> bool,
) -> bool {
    let Some(header) = object.header() else {
        return false;
    };
    let version = thread.class_of(object).version();
    let key = u64::from(version) << 32 | u64::from(header.shape());
    if known.load(Relaxed) == key {
        return true;
    }
    let is_so = answer();
    // What a dictionary of attributes holds may change without a new shape.
    if is_so && version != 0 && thread.own_dict(object).is_none() {
        known.store(key, Relaxed);
    }
    is_so
}

#[cold]
fn is_own(thread: &Thread, object: &Value, methods: &[NativeDef], name: &str) -> bool {
    let Ok(name) = thread.intern(name.as_bytes()) else {
        return false;
    };
    let inherited = thread.lookup_in_class(thread.class_of(object), &name);
    let function = inherited
        .as_ref()
        .and_then(Value::payload::<BuiltinFunction>);
    function.is_some_and(|function| methods.iter().any(|own| std::ptr::eq(own, function.def)))
        && thread.instance_attribute(object, &name).is_none()
}
