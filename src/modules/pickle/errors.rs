//! `PickleError`, `PicklingError` and `UnpicklingError`.

use crate::object::class::class_flag;
use crate::object::{Builtin, Raised, Res, Str, Thread};
use crate::runtime::classes::{ClassDef, native_class, native_class_with_base, once};
use crate::runtime::protocol::call_positional;
use crate::runtime::raise::raise_made;

static ERROR: ClassDef = ClassDef {
    class: Builtin::Exception,
    name: "_pickle.PickleError",
    doc: "What the errors of writing and reading pickles have in common.",
    flags: class_flag::BASE,
    ..ClassDef::DEFAULT
};

static WRITING: ClassDef = ClassDef {
    class: Builtin::Exception,
    name: "_pickle.PicklingError",
    doc: "An object cannot be written.",
    flags: class_flag::BASE,
    ..ClassDef::DEFAULT
};

static READING: ClassDef = ClassDef {
    class: Builtin::Exception,
    name: "_pickle.UnpicklingError",
    doc: "A stream is no pickle, or names what cannot be had.",
    flags: class_flag::BASE,
    ..ClassDef::DEFAULT
};

/// `PickleError`
///
/// # Errors
/// MemoryError
pub fn base_class(thread: &Thread) -> Res {
    once(thread, &ERROR, native_class)
}

fn derived(thread: &Thread, def: &'static ClassDef) -> Res {
    let base = base_class(thread)?;
    native_class_with_base(thread, def, &base)
}

/// `PicklingError`
///
/// # Errors
/// MemoryError
pub fn writing_class(thread: &Thread) -> Res {
    once(thread, &WRITING, derived)
}

/// `UnpicklingError`
///
/// # Errors
/// MemoryError
pub fn reading_class(thread: &Thread) -> Res {
    once(thread, &READING, derived)
}

fn raise(thread: &Thread, class: Res, message: &str) -> Raised {
    let made = class
        .and_then(|class| call_positional(thread, &class, &[Str::new_value(thread, message)?]));
    raise_made(thread, made)
}

/// Raises a PicklingError.
#[cold]
#[inline(never)]
pub fn writing(thread: &Thread, message: impl AsRef<str>) -> Raised {
    raise(thread, writing_class(thread), message.as_ref())
}

/// Raises an UnpicklingError.
#[cold]
#[inline(never)]
pub fn reading(thread: &Thread, message: impl AsRef<str>) -> Raised {
    raise(thread, reading_class(thread), message.as_ref())
}

/// Raises an UnpicklingError for a stream that ends too early.
#[cold]
#[inline(never)]
pub fn truncated(thread: &Thread) -> Raised {
    reading(thread, "pickle data was truncated")
}
