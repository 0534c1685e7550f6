//! Running `__del__` and other finalisers.
#![forbid(unsafe_code)]

use crate::object::{Thread, Value};

/// Runs the finaliser of a dying object's class. An exception in it is reported through `sys.unraisablehook` and goes no further.
pub fn finalize(thread: &Thread, object: &Value) {
    let class = thread.class_of(object);
    let Some(f) = class.finalize() else { return };
    if let Err(raised) = f(thread, object) {
        let exception = thread.take_raised(raised);
        super::report::unraisable(thread, &exception, object);
    }
}
