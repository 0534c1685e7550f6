//! Running `__del__` and other finalisers.
#![forbid(unsafe_code)]

use crate::object::{Builtin, Thread, Value, names};

/// Calls the callback of a weak reference whose target has died. An exception in it is reported through `sys.unraisablehook` and goes no further.
pub fn weak_callback(thread: &Thread, callback: &Value, reference: &Value) {
    let answer =
        super::protocol::call_positional(thread, callback, std::slice::from_ref(reference));
    if let Err(raised) = answer {
        let exception = thread.take_raised(raised);
        super::report::unraisable(thread, &exception, callback);
    }
}

/// Runs the finaliser of a dying object's class. An exception in it is reported through `sys.unraisablehook` and goes no further.
pub fn finalize(thread: &Thread, object: &Value) {
    let class = thread.class_of(object);
    let Some(f) = class.finalize() else { return };
    if let Err(raised) = f(thread, object) {
        let exception = thread.take_raised(raised);
        // The report names a script's method, and the object itself if the finaliser is native.
        let method = thread.lookup_in_class(class, names::DEL.value());
        let method = method.filter(|method| !method.is_exact(Builtin::WrapperDescriptor));
        super::report::unraisable(thread, &exception, method.as_ref().unwrap_or(object));
    }
}
