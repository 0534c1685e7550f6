//! `DeadlockError`: all threads of the interpreter wait for one another.
#![forbid(unsafe_code)]

use super::classes::{ClassDef, native_class, once};
use super::protocol;
use super::raise::raise_made;
use super::state::interpreter;
use super::whereabouts;
use crate::object::{Builtin, Raised, Res, Str, Thread};
use std::sync::atomic::Ordering::*;

/// The class, which programs find in the module `gil`.
static CLASS: ClassDef = ClassDef {
    class: Builtin::RuntimeError,
    name: "gil.DeadlockError",
    doc: "All threads wait for one another; the message says what each waits for.",
    flags: crate::object::class::class_flag::BASE,
    ..ClassDef::DEFAULT
};

/// The class of this interpreter.
///
/// # Errors
/// MemoryError
pub fn class(thread: &Thread) -> Res {
    once(thread, &CLASS, native_class)
}

/// The error of the thread that was chosen to end a deadlock.
#[cold]
pub fn error(thread: &Thread) -> Raised {
    interpreter(thread).threads.deadlocked.store(true, Relaxed);
    let make = || -> Res {
        let class = class(thread)?;
        let text = format!(
            "all threads wait for one another:{}",
            whereabouts::in_short(thread)
        );
        protocol::call_positional(thread, &class, &[Str::new_value(thread, &text)?])
    };
    raise_made(thread, make())
}
