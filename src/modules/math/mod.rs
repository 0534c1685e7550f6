//! `math`.
#![forbid(unsafe_code)]

pub mod accurate;
pub mod gamma;
pub mod integers;
pub mod real;

use crate::object::{Dict, Raised, Res, Thread};
use crate::runtime::module::ModuleDef;
use crate::runtime::module::native_function;

/// The module.
pub static MODULE: ModuleDef = ModuleDef {
    name: "math",
    doc: "Functions and constants for real numbers, as floats.",
    functions: real::FUNCTIONS,
    init: Some(init),
};

fn init(thread: &Thread, dict: &Dict) -> Res<()> {
    let module = thread.intern(b"math")?;
    let tables = [accurate::FUNCTIONS, integers::FUNCTIONS, gamma::FUNCTIONS];
    for def in tables.into_iter().flatten() {
        let function = native_function(thread, def, Some(&module))?;
        dict.set(thread, thread.intern(def.name.as_bytes())?, function)?;
    }
    for (name, value) in [
        ("pi", std::f64::consts::PI),
        ("e", std::f64::consts::E),
        ("tau", std::f64::consts::TAU),
        ("inf", f64::INFINITY),
        ("nan", f64::NAN),
    ] {
        dict.set(
            thread,
            thread.intern(name.as_bytes())?,
            thread.float(value)?,
        )?;
    }
    Ok(())
}

/// ValueError: the function has no value there.
#[cold]
pub fn domain_error(thread: &Thread) -> Raised {
    thread.value_error("math domain error")
}

/// OverflowError: the value is too large.
#[cold]
pub fn range_error(thread: &Thread) -> Raised {
    thread.overflow_error("math range error")
}
