//! What executing code needs below the types: thread and interpreter states, register stacks and frames, raising, argument binding,
//! and the protocols (attributes, calls, numbers, comparison, iteration) that types implement and everybody uses.

pub mod bind;
pub mod causes;
pub mod classes;
pub mod clock;
pub mod code;
pub mod collector;
pub mod deadlock;
pub mod descriptor;
pub mod finalize;
pub mod frame;
pub mod frame_object;
pub mod frames;
pub mod function;
pub mod gate;
pub mod generator;
pub mod gil;
pub mod hooks;
pub mod import;
pub mod import_locks;
pub mod libm;
pub mod module;
pub mod native_call;
pub mod native_thread;
pub mod protocol;
pub mod raise;
pub mod report;
pub mod repr_guard;
pub mod safepoint;
pub mod signals;
pub mod slots;
pub mod sources;
pub mod state;
pub mod system;
pub mod threads;
pub mod traceback;
pub mod variables;
pub mod warnings;
pub mod whereabouts;

use crate::object::{Builtin, Res, Thread, Value, names};
use std::sync::OnceLock;

/// Makes a complex number; registered by the type, which lies above.
pub type ComplexFn = fn(&Thread, f64, f64) -> Res;
static COMPLEX: OnceLock<ComplexFn> = OnceLock::new();

/// Registers the constructor of complex numbers.
pub fn set_complex(f: ComplexFn) {
    let _ = COMPLEX.set(f);
}

/// A complex number.
pub fn complex_value(thread: &Thread, re: f64, im: f64) -> Res {
    match COMPLEX.get() {
        Some(f) => f(thread, re, im),
        None => Err(thread.error(Builtin::SystemError, "complex numbers are not initialised")),
    }
}

/// The namespace of built-in names that goes with `globals`: what its `__builtins__` is, or the interpreter's own.
///
/// # Errors
/// Never raises today; callers treat it as a look-up in script data.
pub fn builtins_of(thread: &Thread, globals: &Value) -> Res {
    if let Some(dict) = globals.as_dict()
        && let Some(value) = dict.get_str(thread, names::BUILTINS.value())
    {
        return Ok(match value.payload::<function::Module>() {
            Some(module) => module.dict.clone(),
            // Whatever a program has put there; look-ups in it may raise.
            None => value,
        });
    }
    Ok(state::interpreter(thread).builtins.get())
}
