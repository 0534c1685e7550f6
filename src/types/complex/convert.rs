//! `complex(…)`: from a string, or from one or two numbers.

use super::{ComplexNumber, as_complex};
use crate::base::complex::{Complex, parse_text};
use crate::object::class::CallArgs;
use crate::object::{Builtin, NativeDef, Res, Thread, Value, names};
use crate::runtime::protocol;
use crate::runtime::raise::lift;
use crate::runtime::warnings;
use crate::types::float::convert::float_of;
use crate::types::shared::{arguments, class_argument, make, signature};

const SIGNATURE: NativeDef = signature("complex", "(real=0, imag=0)");

/// `complex(real=0, imag=0)`
pub fn construct(thread: &Thread, class: &Value, args: CallArgs<'_>) -> Res {
    let class = class_argument(thread, class)?;
    let args = arguments(thread, &SIGNATURE, args)?;
    let zero = Value::from_i32(0);
    let (real, imag) = (args[0].bound().unwrap_or(&zero), args[1].bound());
    if real.is_exact(Builtin::Complex) && imag.is_none() && class.is_exact(Builtin::Complex) {
        return Ok(real.clone());
    }
    let number = match real.as_str_object() {
        Some(_) if imag.is_some() => {
            return Err(thread.type_error("complex() can't take second arg if first is a string"));
        }
        Some(text) => lift(thread, parse_text(text.as_bytes()))?,
        None => from_numbers(thread, real, imag)?,
    };
    make(thread, class, Builtin::Complex, ComplexNumber(number))
}

fn is_number(thread: &Thread, value: &Value) -> bool {
    let class = thread.class_of(value);
    class.float().is_some() || class.index().is_some() || as_complex(value).is_some()
}

fn from_numbers(thread: &Thread, real: &Value, imag: Option<&Value>) -> Res<Complex> {
    if imag.is_some_and(|imag| imag.as_str_object().is_some()) {
        return Err(thread.type_error("complex() second arg can't be a string"));
    }
    let converted = by_method(thread, real)?;
    let first = converted.as_ref().unwrap_or(real);
    if !is_number(thread, first) {
        return Err(thread.type_error(format!(
            "complex() first argument must be a string or a number, not '{}'",
            thread.class_of(first).name_text()
        )));
    }
    if let Some(imag) = imag
        && !is_number(thread, imag)
    {
        return Err(thread.type_error(format!(
            "complex() second argument must be a number, not '{}'",
            thread.class_of(imag).name_text()
        )));
    }
    let left = match as_complex(first) {
        Some(complex) => complex,
        None => Complex::new(float_of(thread, first)?, 0.0),
    };
    let Some(imag) = imag else {
        return Ok(left);
    };
    let right = match as_complex(imag) {
        Some(complex) => complex,
        None => Complex::new(float_of(thread, imag)?, 0.0),
    };
    let mut number = Complex::new(left.real, right.real);
    if as_complex(imag).is_some() {
        number.real -= right.imag;
    }
    if as_complex(first).is_some() {
        number.imag += left.imag;
    }
    Ok(number)
}

/// What `__complex__` answers; None if the class has none.
///
/// # Errors
/// TypeError if it answers no complex number, and what it raises.
pub fn by_method(thread: &Thread, value: &Value) -> Res<Option<Value>> {
    if value.is_exact(Builtin::Complex) {
        return Ok(None);
    }
    let answer = protocol::call::call_special(thread, value, names::COMPLEX.value(), &[])?;
    let Some(answer) = answer else {
        return Ok(None);
    };
    if !answer.is_exact(Builtin::Complex) {
        let class = thread.class_of(&answer).name_text();
        if as_complex(&answer).is_none() {
            return Err(
                thread.type_error(format!("__complex__ returned non-complex (type {class})"))
            );
        }
        warnings::warn(
            thread,
            Builtin::DeprecationWarning,
            &format!(
                "__complex__ returned non-complex (type {class}).  The ability to return an instance of a strict subclass of complex is deprecated, and may be removed in a future version of Python."
            ),
        )?;
    }
    Ok(Some(answer))
}
