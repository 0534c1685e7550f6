//! What executing code needs below the types: thread and interpreter states, register stacks and frames, raising, argument binding,
//! and the protocols (attributes, calls, numbers, comparison, iteration) that types implement and everybody uses.

pub mod bind;
pub mod classes;
pub mod code;
pub mod descriptor;
pub mod frame;
pub mod function;
pub mod generator;
pub mod module;
pub mod protocol;
pub mod raise;
pub mod repr_guard;
pub mod safepoint;
pub mod slots;
pub mod state;

use crate::object::{Res, Thread};
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
        None => Err(thread.error(
            crate::object::Builtin::SystemError,
            "complex numbers are not initialised",
        )),
    }
}
