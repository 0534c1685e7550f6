//! `int(…)`: from numbers, strings and bytes-like objects.

use super::operators::{made, operand};
use crate::base::error::Result;
use crate::base::int::{Int, parse};
use crate::object::class::CallArgs;
use crate::object::{Builtin, NativeDef, Res, Thread, Value, names};
use crate::runtime::protocol::{
    self,
    convert::{exact_answer, index},
    format::limits,
    index_saturating,
};
use crate::runtime::raise::with_poll;
use crate::runtime::warnings;
use crate::types::shared::{arguments, class_argument, signature};
use crate::types::text::buffer;

const SIGNATURE: NativeDef = signature("int", "(x=0, /, base=10)");

/// `int(x=0)`, `int(text, base=10)`
pub fn construct(thread: &Thread, class: &Value, args: CallArgs<'_>) -> Res {
    let class = class_argument(thread, class)?;
    let exact = class.is_exact(Builtin::Int);
    if exact && let ([value], []) = (args.values, args.names) {
        return int_of(thread, value);
    }
    if args.positional().len() > 2 && args.names.is_empty() {
        return Err(thread.type_error(format!(
            "int expected at most 2 arguments, got {}",
            args.positional().len()
        )));
    }
    let args = arguments(thread, &SIGNATURE, args)?;
    let int = match (args[0].bound(), args[1].bound()) {
        (None, None) => Value::from_i32(0),
        (None, Some(_)) => return Err(thread.type_error("int() missing string argument")),
        (Some(value), None) => int_of(thread, value)?,
        (Some(value), Some(base)) => with_base(thread, value, base)?,
    };
    if exact {
        return Ok(int);
    }
    thread.int_instance(class, operand(thread, &int)?.to_big())
}

fn with_base(thread: &Thread, value: &Value, base: &Value) -> Res {
    let base = index_saturating(thread, base)?;
    if base != 0 && !(2..=36).contains(&base) {
        return Err(thread.value_error("int() base must be >= 2 and <= 36, or 0"));
    }
    if let Some(text) = value.as_str_object() {
        return parsed(thread, |digits, poll| {
            parse::parse_text(text.as_bytes(), base, digits, poll)
        });
    }
    if value.as_bytes().is_some()
        || value
            .payload::<crate::types::bytearray::ByteArray>()
            .is_some()
    {
        let bytes = buffer::require(thread, value)?.into_vec();
        return parsed(thread, |digits, poll| {
            parse::parse_bytes(&bytes, base, digits, poll)
        });
    }
    Err(thread.type_error("int() can't convert non-string with explicit base"))
}

fn parsed(thread: &Thread, parse: impl FnOnce(usize, crate::base::Poll<'_>) -> Result<Int>) -> Res {
    let digits = limits(thread).max_digits;
    made(thread, with_poll(thread, |poll| parse(digits, poll))?)
}

/// `int(value)`: an exact int.
///
/// # Errors
/// TypeError for what is no number and no text, ValueError for text that is none, and what the methods raise.
pub fn int_of(thread: &Thread, value: &Value) -> Res {
    if value.is_exact(Builtin::Int) {
        return Ok(value.clone());
    }
    let class = thread.class_of(value);
    if let Some(f) = class.int() {
        return exact_answer(thread, f(thread, value)?, "__int__");
    }
    if class.index().is_some() {
        return index(thread, value);
    }
    if let Some(method) = protocol::lookup_special(thread, value, names::TRUNC.value())? {
        warnings::warn(
            thread,
            Builtin::DeprecationWarning,
            "The delegation of int() to __trunc__ is deprecated.",
        )?;
        let answer = protocol::call_positional(thread, &method, &[])?;
        if answer.as_int().is_none() && thread.class_of(&answer).index().is_none() {
            return Err(thread.type_error(format!(
                "__trunc__ returned non-Integral (type {})",
                thread.class_of(&answer).name_text()
            )));
        }
        return index(thread, &answer);
    }
    if let Some(text) = value.as_str_object() {
        return parsed(thread, |digits, poll| {
            parse::parse_text(text.as_bytes(), 10, digits, poll)
        });
    }
    if let Some(bytes) = buffer::get(value) {
        let bytes = bytes.into_vec();
        return parsed(thread, |digits, poll| {
            parse::parse_bytes(&bytes, 10, digits, poll)
        });
    }
    Err(thread.type_error(format!(
        "int() argument must be a string, a bytes-like object or a real number, not '{}'",
        class.name_text()
    )))
}
