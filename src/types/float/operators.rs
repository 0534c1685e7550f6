//! The operators of float. An int as the other operand is converted; comparisons with ints are exact.

use crate::base::complex::Complex;
use crate::base::error::Result;
use crate::base::float::ops::{self, Power};
use crate::base::hash::{hash_float, hash_identity};
use crate::base::int::convert::{compare_f64, compare_f64_small};
use crate::object::class::Compare;
use crate::object::int::IntRef;
use crate::object::{Builtin, Res, Thread, Tuple, Value};
use crate::runtime::complex_value;
use crate::runtime::protocol::format::float_repr;
use crate::runtime::raise::lift;
use crate::types::int::operators::{made, to_f64};

/// The float that a slot or method of float was called on.
#[inline]
pub fn operand(thread: &Thread, value: &Value) -> Res<f64> {
    value
        .as_float()
        .ok_or_else(|| thread.type_error("a float is required"))
}

/// A float operand, or an int as float; None for everything else.
#[inline]
fn number(thread: &Thread, value: &Value) -> Res<Option<f64>> {
    if let Some(float) = value.as_float() {
        return Ok(Some(float));
    }
    match value.as_int() {
        Some(int) => to_f64(thread, int).map(Some),
        None => Ok(None),
    }
}

#[inline]
fn both(thread: &Thread, a: &Value, b: &Value) -> Res<Option<(f64, f64)>> {
    let Some(x) = number(thread, a)? else {
        return Ok(None);
    };
    Ok(number(thread, b)?.map(|y| (x, y)))
}

macro_rules! operators {
    ($($(#[$doc:meta])* $name:ident $body:expr;)*) => {
        $($(#[$doc])*
        pub fn $name(thread: &Thread, a: &Value, b: &Value) -> Res {
            match both(thread, a, b)? {
                Some((x, y)) => {
                    let body: fn(f64, f64) -> Result<f64> = $body;
                    thread.float(lift(thread, body(x, y))?)
                }
                None => Ok(Value::NOT_IMPLEMENTED),
            }
        })*
    };
}
operators! {
    /// `a + b`
    add |x, y| Ok(x + y);
    /// `a - b`
    subtract |x, y| Ok(x - y);
    /// `a * b`
    multiply |x, y| Ok(x * y);
    /// `a / b`
    true_divide ops::div;
    /// `a // b`
    floor_divide ops::floor_div;
    /// `a % b`
    remainder ops::modulo;
}

/// `divmod(a, b)`
pub fn div_mod(thread: &Thread, a: &Value, b: &Value) -> Res {
    let Some((x, y)) = both(thread, a, b)? else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    let (quotient, rest) = lift(thread, ops::divmod(x, y))?;
    Tuple::pair(thread, thread.float(quotient)?, thread.float(rest)?)
}

/// `a ** b`
pub fn power(thread: &Thread, a: &Value, b: &Value, modulus: &Value) -> Res {
    if !modulus.is_none() {
        return Err(
            thread.type_error("pow() 3rd argument not allowed unless all arguments are integers")
        );
    }
    match both(thread, a, b)? {
        Some((x, y)) => power_of(thread, x, y),
        None => Ok(Value::NOT_IMPLEMENTED),
    }
}

/// `x ** y`: complex for a negative number to a fraction.
///
/// # Errors
/// ZeroDivisionError, OverflowError
pub fn power_of(thread: &Thread, x: f64, y: f64) -> Res {
    match lift(thread, ops::pow(x, y))? {
        Power::Real(power) => thread.float(power),
        Power::Complex => {
            let power = Complex::new(x, 0.0).pow(Complex::new(y, 0.0));
            let power = lift(thread, power)?;
            complex_value(thread, power.real, power.imag)
        }
    }
}

/// `-a`
pub fn negative(thread: &Thread, a: &Value) -> Res {
    thread.float(-operand(thread, a)?)
}

/// `abs(a)`
pub fn absolute(thread: &Thread, a: &Value) -> Res {
    thread.float(operand(thread, a)?.abs())
}

/// `+a`, `float(a)`: a float of the class float itself.
pub fn exact(thread: &Thread, a: &Value) -> Res {
    if a.is_exact(Builtin::Float) {
        return Ok(a.clone());
    }
    thread.float(operand(thread, a)?)
}

/// `int(a)`
pub fn int(thread: &Thread, a: &Value) -> Res {
    made(thread, lift(thread, ops::to_int(operand(thread, a)?))?)
}

/// `bool(a)`
pub fn truth(thread: &Thread, a: &Value) -> Res<bool> {
    Ok(operand(thread, a)? != 0.0)
}

/// `repr(a)`
pub fn repr(thread: &Thread, a: &Value) -> Res {
    float_repr(thread, operand(thread, a)?)
}

/// `hash(a)`
pub fn hash(thread: &Thread, a: &Value) -> Res<i64> {
    Ok(hash_float(operand(thread, a)?).unwrap_or_else(|| hash_identity(thread.identity(a))))
}

/// Comparisons with floats and ints.
pub fn compare(_: &Thread, a: &Value, b: &Value, op: Compare) -> Res {
    let Some(x) = a.as_float() else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    let ordering = if let Some(y) = b.as_float() {
        x.partial_cmp(&y)
    } else {
        match b.as_int() {
            Some(IntRef::Small(y)) => compare_f64_small(y, x).map(|ordering| ordering.reverse()),
            Some(IntRef::Big(y)) => compare_f64(y, x).map(|ordering| ordering.reverse()),
            None => return Ok(Value::NOT_IMPLEMENTED),
        }
    };
    Ok(Value::from_bool(match ordering {
        Some(ordering) => op.holds(ordering),
        None => op == Compare::Ne,
    }))
}
