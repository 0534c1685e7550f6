//! The operators of complex. Ints and floats as the other operand are converted; comparing with ints is exact.

use super::{as_complex, new_value};
use crate::base::complex::Complex;
use crate::base::error::Result;
use crate::base::hash::{hash_complex, hash_float, hash_identity};
use crate::base::int::convert::{compare_f64, compare_f64_small};
use crate::object::class::Compare;
use crate::object::int::IntRef;
use crate::object::{Builtin, Res, Str, Thread, Value};
use crate::runtime::raise::lift;
use crate::types::int::operators::to_f64;

/// The complex number that a slot or method was called on.
pub fn operand(thread: &Thread, value: &Value) -> Res<Complex> {
    as_complex(value).ok_or_else(|| thread.type_error("a complex number is required"))
}

fn number(thread: &Thread, value: &Value) -> Res<Option<Complex>> {
    if let Some(complex) = as_complex(value) {
        return Ok(Some(complex));
    }
    if let Some(float) = value.as_float() {
        return Ok(Some(Complex::new(float, 0.0)));
    }
    match value.as_int() {
        Some(int) => Ok(Some(Complex::new(to_f64(thread, int)?, 0.0))),
        None => Ok(None),
    }
}

macro_rules! operators {
    ($($(#[$doc:meta])* $name:ident $body:expr;)*) => {
        $($(#[$doc])*
        pub fn $name(thread: &Thread, a: &Value, b: &Value) -> Res {
            let (Some(x), Some(y)) = (number(thread, a)?, number(thread, b)?) else {
                return Ok(Value::NOT_IMPLEMENTED);
            };
            let body: fn(Complex, Complex) -> Result<Complex> = $body;
            let z = lift(thread, body(x, y))?;
            new_value(thread, z.real, z.imag)
        })*
    };
}
operators! {
    /// `a + b`
    add |x, y| Ok(Complex::new(x.real + y.real, x.imag + y.imag));
    /// `a - b`
    subtract |x, y| Ok(Complex::new(x.real - y.real, x.imag - y.imag));
    /// `a * b`
    multiply |x, y| Ok(x.mul(y));
    /// `a / b`
    true_divide Complex::div;
    /// `a ** b`
    plain_power Complex::pow;
}

/// `a ** b`
pub fn power(thread: &Thread, a: &Value, b: &Value, modulus: &Value) -> Res {
    if !modulus.is_none() {
        if number(thread, a)?.is_none() || number(thread, b)?.is_none() {
            return Ok(Value::NOT_IMPLEMENTED);
        }
        return Err(thread.value_error("complex modulo"));
    }
    plain_power(thread, a, b)
}

/// `-a`
pub fn negative(thread: &Thread, a: &Value) -> Res {
    let z = operand(thread, a)?;
    new_value(thread, -z.real, -z.imag)
}

/// `+a`: a number of the class complex itself.
pub fn exact(thread: &Thread, a: &Value) -> Res {
    if a.is_exact(Builtin::Complex) {
        return Ok(a.clone());
    }
    let z = operand(thread, a)?;
    new_value(thread, z.real, z.imag)
}

/// `abs(a)`
pub fn absolute(thread: &Thread, a: &Value) -> Res {
    thread.float(lift(thread, operand(thread, a)?.abs())?)
}

/// `bool(a)`
pub fn truth(thread: &Thread, a: &Value) -> Res<bool> {
    let z = operand(thread, a)?;
    Ok(z.real != 0.0 || z.imag != 0.0)
}

/// `repr(a)`
pub fn repr(thread: &Thread, a: &Value) -> Res {
    Str::new_value(thread, &operand(thread, a)?.repr())
}

/// `hash(a)`
pub fn hash(thread: &Thread, a: &Value) -> Res<i64> {
    let z = operand(thread, a)?;
    let part = |x: f64| hash_float(x).unwrap_or_else(|| hash_identity(thread.identity(a)));
    Ok(hash_complex(part(z.real), part(z.imag)))
}

/// Equality with complex numbers, floats and ints; there is no order.
pub fn compare(_: &Thread, a: &Value, b: &Value, op: Compare) -> Res {
    let (Some(x), Compare::Eq | Compare::Ne) = (as_complex(a), op) else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    let equal = if let Some(y) = as_complex(b) {
        x == y
    } else if let Some(y) = b.as_float() {
        x.imag == 0.0 && x.real == y
    } else {
        let ordering = match b.as_int() {
            Some(IntRef::Small(y)) => compare_f64_small(y, x.real),
            Some(IntRef::Big(y)) => compare_f64(y, x.real),
            None => return Ok(Value::NOT_IMPLEMENTED),
        };
        x.imag == 0.0 && ordering.is_some_and(|ordering| ordering.is_eq())
    };
    Ok(Value::from_bool(equal == (op == Compare::Eq)))
}
