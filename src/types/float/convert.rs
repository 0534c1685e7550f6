//! `float(…)`: from numbers, strings and bytes-like objects.

use crate::base::float::parse;
use crate::object::class::{CallArgs, SlotId};
use crate::object::int::Float;
use crate::object::{Builtin, NativeDef, Res, Thread, Value};
use crate::runtime::protocol::index;
use crate::runtime::raise::lift;
use crate::runtime::warnings;
use crate::types::int::operators::to_f64;
use crate::types::shared::{arguments, class_argument, no_keywords, signature};
use crate::types::text::buffer;

const SIGNATURE: NativeDef = signature("float", "(x=0, /)");

/// `float(x=0)`
pub fn construct(thread: &Thread, class: &Value, args: CallArgs<'_>) -> Res {
    let class = class_argument(thread, class)?;
    no_keywords(thread, class, Builtin::Float, SlotId::Init, args)?;
    let positional = CallArgs::positional_only(args.positional());
    let args = arguments(thread, &SIGNATURE, positional)?;
    let float = match args[0].bound() {
        Some(value) if class.is_exact(Builtin::Float) && value.is_exact(Builtin::Float) => {
            return Ok(value.clone());
        }
        Some(value) => float_of(thread, value)?,
        None => 0.0,
    };
    if class.is_exact(Builtin::Float) {
        return thread.float(float);
    }
    thread.alloc_instance(class, Float(float))
}

/// `float(value)`
///
/// # Errors
/// TypeError for what is no number and no text, ValueError for text that is none, and what the methods raise.
pub fn float_of(thread: &Thread, value: &Value) -> Res<f64> {
    if let Some(float) = real(thread, value)? {
        return Ok(float);
    }
    if let Some(text) = value.as_str_object() {
        return lift(thread, parse::parse_text(text.as_bytes()));
    }
    if let Some(bytes) = buffer::get(value) {
        return lift(thread, parse::parse_bytes(&bytes.into_vec()));
    }
    Err(thread.type_error(format!(
        "float() argument must be a string or a real number, not '{}'",
        thread.class_of(value).name_text()
    )))
}

/// The number as float, by `__float__` or `__index__`; None if it has neither.
///
/// # Errors
/// OverflowError, and what the methods raise.
pub fn real(thread: &Thread, value: &Value) -> Res<Option<f64>> {
    if value.is_exact(Builtin::Float) {
        return Ok(value.as_float());
    }
    let class = thread.class_of(value);
    if let Some(f) = class.float() {
        let answer = f(thread, value)?;
        if !answer.is_exact(Builtin::Float) {
            let (class, kind) = (class.name_text(), thread.class_of(&answer).name_text());
            if answer.as_float().is_none() {
                return Err(thread.type_error(format!(
                    "{class}.__float__ returned non-float (type {kind})"
                )));
            }
            warnings::warn(
                thread,
                Builtin::DeprecationWarning,
                &format!(
                    "{class}.__float__ returned non-float (type {kind}).  The ability to return an instance of a strict subclass of float is deprecated, and may be removed in a future version of Python."
                ),
            )?;
        }
        return Ok(answer.as_float());
    }
    if class.index().is_some() {
        let int = index(thread, value)?;
        return int.as_int().map(|int| to_f64(thread, int)).transpose();
    }
    Ok(None)
}

/// An argument that has to be a real number.
///
/// # Errors
/// TypeError "must be real number, not …", and as [`real`].
pub fn real_argument(thread: &Thread, value: &Value) -> Res<f64> {
    if let Some(float) = value.as_inline_float() {
        return Ok(float);
    }
    real(thread, value)?.ok_or_else(|| {
        thread.type_error(format!(
            "must be real number, not {}",
            thread.class_of(value).name_text()
        ))
    })
}
