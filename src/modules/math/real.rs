//! Functions of one or two real numbers. Where the C library answers NaN or infinity for ordinary arguments, an exception is raised.
// Constants are written with the digits that their sources give.
#![allow(clippy::excessive_precision)]

use super::{domain_error, range_error};
use crate::base::float::{ops, scale};
use crate::base::int::convert::to_f64;
use crate::object::int::IntRef;
use crate::object::{Beside, NativeDef, Res, Thread, Tuple, Value, names};
use crate::runtime::libm;
use crate::runtime::protocol::{self, BinaryOp, binary, convert::index};
use crate::runtime::raise::lift;
use crate::types::float::convert::real_argument;
use crate::types::int::operators::made;
use num_bigint::BigInt;
use num_traits::Signed;

/// The value of a function of one number, or the exception for it.
fn checked(thread: &Thread, x: f64, y: f64, can_overflow: bool) -> Res {
    if y.is_nan() && !x.is_nan() {
        return Err(domain_error(thread));
    }
    if y.is_infinite() && x.is_finite() {
        return Err(if can_overflow {
            range_error(thread)
        } else {
            domain_error(thread)
        });
    }
    thread.float(y)
}

macro_rules! functions {
    ($($name:ident $overflows:literal $body:expr;)*) => {
        $(fn $name(thread: &Thread, args: &[Value]) -> Res {
            let x = real_argument(thread, &args[0])?;
            let body: fn(f64) -> f64 = $body;
            checked(thread, x, body(x), $overflows)
        })*
    };
}
functions! {
    acos false f64::acos;
    acosh false libm::acosh;
    asin false f64::asin;
    asinh false libm::asinh;
    atan false f64::atan;
    atanh false |x| if x.abs() >= 1.0 { if x.abs() == 1.0 { f64::INFINITY } else { f64::NAN } } else { libm::atanh(x) };
    cbrt false f64::cbrt;
    cos false f64::cos;
    cosh true f64::cosh;
    erf false libm::erf;
    erfc false libm::erfc;
    exp true f64::exp;
    exp2 true f64::exp2;
    expm1 true f64::exp_m1;
    fabs false f64::abs;
    log1p false f64::ln_1p;
    sin false f64::sin;
    sinh true f64::sinh;
    sqrt false f64::sqrt;
    tan false f64::tan;
    tanh false f64::tanh;
}

fn degrees(thread: &Thread, args: &[Value]) -> Res {
    thread.float(real_argument(thread, &args[0])? * (180.0 / std::f64::consts::PI))
}

fn radians(thread: &Thread, args: &[Value]) -> Res {
    thread.float(real_argument(thread, &args[0])? * (std::f64::consts::PI / 180.0))
}

fn two(thread: &Thread, args: &[Value]) -> Res<(f64, f64)> {
    Ok((
        real_argument(thread, &args[0])?,
        real_argument(thread, &args[1])?,
    ))
}

fn atan2(thread: &Thread, args: &[Value]) -> Res {
    let (y, x) = two(thread, args)?;
    thread.float(y.atan2(x))
}

fn copysign(thread: &Thread, args: &[Value]) -> Res {
    let (x, y) = two(thread, args)?;
    thread.float(x.copysign(y))
}

fn fmod(thread: &Thread, args: &[Value]) -> Res {
    let (x, y) = two(thread, args)?;
    if y.is_infinite() && x.is_finite() {
        return thread.float(x);
    }
    let rest = x % y;
    if rest.is_nan() && !x.is_nan() && !y.is_nan() {
        return Err(domain_error(thread));
    }
    thread.float(rest)
}

fn remainder(thread: &Thread, args: &[Value]) -> Res {
    let (x, y) = two(thread, args)?;
    if x.is_nan() || y.is_nan() {
        return thread.float(if x.is_nan() { x } else { y });
    }
    if x.is_infinite() || y == 0.0 {
        return Err(domain_error(thread));
    }
    if y.is_infinite() {
        return thread.float(x);
    }
    let (a, b) = (x.abs(), y.abs());
    let m = a % b;
    let c = b - m;
    let rest = if m < c {
        m
    } else if m > c {
        -c
    } else {
        m - 2.0 * ((0.5 * (a - m)) % b)
    };
    thread.float(1.0f64.copysign(x) * rest)
}

fn pow(thread: &Thread, args: &[Value]) -> Res {
    let (x, y) = two(thread, args)?;
    let power = x.powf(y);
    if x.is_finite() && y.is_finite() {
        if power.is_nan() {
            return Err(domain_error(thread));
        }
        if power.is_infinite() {
            return Err(if x == 0.0 {
                domain_error(thread)
            } else {
                range_error(thread)
            });
        }
    }
    thread.float(power)
}

fn fma(thread: &Thread, args: &[Value]) -> Res {
    let (x, y) = two(thread, args)?;
    let z = real_argument(thread, &args[2])?;
    let sum = x.mul_add(y, z);
    if sum.is_nan() && !x.is_nan() && !y.is_nan() && !z.is_nan() {
        return Err(thread.value_error("invalid operation in fma"));
    }
    if sum.is_infinite() && x.is_finite() && y.is_finite() && z.is_finite() {
        return Err(thread.overflow_error("overflow in fma"));
    }
    thread.float(sum)
}

/// A logarithm: of an int of any size by its leading bits.
fn logarithm(thread: &Thread, value: &Value, log: fn(f64) -> f64) -> Res<f64> {
    if let Some(int) = value.as_int() {
        if int.is_negative() || int.is_zero() {
            return Err(domain_error(thread));
        }
        let big = match int {
            IntRef::Small(small) => return Ok(log(small as f64)),
            IntRef::Big(big) => big,
        };
        if let Ok(x) = to_f64(big) {
            return Ok(log(x));
        }
        let (fraction, exponent) = split_big(big);
        return Ok(log(fraction) + log(2.0) * exponent);
    }
    let x = real_argument(thread, value)?;
    if x.is_nan() {
        return Ok(x);
    }
    if x <= 0.0 {
        return Err(domain_error(thread));
    }
    Ok(log(x))
}

/// A large number as fraction from a half up to one, rounded, and power of two.
fn split_big(big: &BigInt) -> (f64, f64) {
    let bits = big.bits();
    let shift = bits.saturating_sub(128);
    let lost = big
        .magnitude()
        .trailing_zeros()
        .is_some_and(|zeros| zeros < shift);
    let top = (big.abs() >> shift) | BigInt::from(u8::from(lost));
    let fraction = to_f64(&top).unwrap_or(1.0) / 2f64.powi((bits - shift) as i32);
    if fraction >= 1.0 {
        (0.5, bits as f64 + 1.0)
    } else {
        (fraction, bits as f64)
    }
}

fn log(thread: &Thread, args: &[Value]) -> Res {
    let value = logarithm(thread, &args[0], f64::ln)?;
    let Some(base) = args[1].bound() else {
        return thread.float(value);
    };
    let base = logarithm(thread, base, f64::ln)?;
    binary(
        thread,
        BinaryOp::TrueDivide,
        &thread.float(value)?,
        &thread.float(base)?,
    )
}

fn log2(thread: &Thread, args: &[Value]) -> Res {
    thread.float(logarithm(thread, &args[0], f64::log2)?)
}

fn log10(thread: &Thread, args: &[Value]) -> Res {
    thread.float(logarithm(thread, &args[0], f64::log10)?)
}

fn isfinite(thread: &Thread, args: &[Value]) -> Res {
    Ok(Value::from_bool(
        real_argument(thread, &args[0])?.is_finite(),
    ))
}

fn isinf(thread: &Thread, args: &[Value]) -> Res {
    Ok(Value::from_bool(
        real_argument(thread, &args[0])?.is_infinite(),
    ))
}

fn isnan(thread: &Thread, args: &[Value]) -> Res {
    Ok(Value::from_bool(real_argument(thread, &args[0])?.is_nan()))
}

fn isclose(thread: &Thread, args: &[Value]) -> Res {
    let (a, b) = two(thread, args)?;
    let tolerance = |value: &Value, default: f64| match value.bound() {
        Some(value) => real_argument(thread, value),
        None => Ok(default),
    };
    let relative = tolerance(&args[2], 1e-9)?;
    let absolute = tolerance(&args[3], 0.0)?;
    if relative < 0.0 || absolute < 0.0 {
        return Err(thread.value_error("tolerances must be non-negative"));
    }
    if a == b {
        return Ok(Value::TRUE);
    }
    if a.is_infinite() || b.is_infinite() {
        return Ok(Value::FALSE);
    }
    let apart = (b - a).abs();
    Ok(Value::from_bool(
        apart <= (relative * b).abs() || apart <= (relative * a).abs() || apart <= absolute,
    ))
}

fn frexp(thread: &Thread, args: &[Value]) -> Res {
    let x = real_argument(thread, &args[0])?;
    let (mantissa, exponent) = if x == 0.0 || !x.is_finite() {
        (x, 0)
    } else {
        scale::frexp(x)
    };
    Tuple::pair(
        thread,
        thread.float(mantissa)?,
        thread.int(i64::from(exponent))?,
    )
}

fn ldexp(thread: &Thread, args: &[Value]) -> Res {
    let x = real_argument(thread, &args[0])?;
    let Some(exponent) = args[1].as_int() else {
        return Err(thread.type_error("Expected an int as second argument to ldexp."));
    };
    if x == 0.0 || !x.is_finite() {
        return thread.float(x);
    }
    let exponent = exponent.to_i64().unwrap_or(if exponent.is_negative() {
        i64::MIN
    } else {
        i64::MAX
    });
    let scaled = if exponent < -(1 << 20) {
        0.0f64.copysign(x)
    } else {
        scale::ldexp(x, exponent.min(1 << 20))
    };
    if scaled.is_infinite() {
        return Err(range_error(thread));
    }
    thread.float(scaled)
}

fn modf(thread: &Thread, args: &[Value]) -> Res {
    let x = real_argument(thread, &args[0])?;
    let (fraction, whole) = if x.is_infinite() {
        (0.0f64.copysign(x), x)
    } else {
        (x.fract().copysign(x), x.trunc())
    };
    Tuple::pair(thread, thread.float(fraction)?, thread.float(whole)?)
}

fn nextafter(thread: &Thread, args: &[Value]) -> Res {
    let (x, y) = two(thread, args)?;
    let Some(steps) = args[2].bound().filter(|steps| !steps.is_none()) else {
        return thread.float(libm::next_after(x, y));
    };
    let steps = index(thread, steps)?;
    let Some(steps) = steps.as_int() else {
        return thread.float(x);
    };
    if steps.is_negative() {
        return Err(thread.value_error("steps must be a non-negative integer"));
    }
    let steps = steps.to_i64().map_or(u64::MAX, |steps| steps as u64);
    thread.float(step_towards(x, y, steps))
}

/// The float so many steps from `x` towards `y`.
fn step_towards(x: f64, y: f64, steps: u64) -> f64 {
    if steps == 0 {
        return x;
    }
    if x.is_nan() || y.is_nan() {
        return if x.is_nan() { x } else { y };
    }
    let (a, b) = (x.to_bits(), y.to_bits());
    if a == b {
        return x;
    }
    let sign = 1u64 << 63;
    let (ax, ay) = (a & !sign, b & !sign);
    if (a ^ b) & sign != 0 {
        // Through zero.
        return if ax.saturating_add(ay) <= steps {
            y
        } else if ax < steps {
            f64::from_bits((b & sign) | (steps - ax))
        } else {
            f64::from_bits(a - steps)
        };
    }
    if ax > ay {
        if ax - ay >= steps {
            f64::from_bits(a - steps)
        } else {
            y
        }
    } else if ay - ax >= steps {
        f64::from_bits(a + steps)
    } else {
        y
    }
}

fn ulp(thread: &Thread, args: &[Value]) -> Res {
    let x = real_argument(thread, &args[0])?.abs();
    if !x.is_finite() {
        return thread.float(x);
    }
    let next = libm::next_after(x, f64::INFINITY);
    thread.float(if next.is_infinite() {
        x - libm::next_after(x, f64::NEG_INFINITY)
    } else {
        next - x
    })
}

/// `floor` and `ceil`: the number's own method, or by float.
fn whole(
    thread: &Thread,
    value: &Value,
    method: names::Name,
    round: fn(f64) -> crate::base::error::Result<crate::base::int::Int>,
) -> Res {
    if !value.is_exact(crate::object::Builtin::Float)
        && let Some(method) = protocol::lookup_special(thread, value, method.value())?
    {
        return protocol::call_positional(thread, &method, &[]);
    }
    made(thread, lift(thread, round(real_argument(thread, value)?))?)
}

fn floor(thread: &Thread, args: &[Value]) -> Res {
    whole(thread, &args[0], names::FLOOR, ops::floor_to_int)
}

fn ceil(thread: &Thread, args: &[Value]) -> Res {
    whole(thread, &args[0], names::CEIL, ops::ceil_to_int)
}

fn trunc(thread: &Thread, args: &[Value]) -> Res {
    match protocol::lookup_special(thread, &args[0], names::TRUNC.value())? {
        Some(method) => protocol::call_positional(thread, &method, &[]),
        None => Err(thread.type_error(format!(
            "type {} doesn't define __trunc__ method",
            thread.class_of(&args[0]).name_text()
        ))),
    }
}

/// The table lines.
pub const FUNCTIONS: &[NativeDef] = &NativeDef::all_beside(
    Beside::READS_ALL,
    [
        NativeDef::function("acos", "(x, /)", acos)
            .doc("The angle in radians, 0 to pi, whose cosine is x."),
        NativeDef::function("acosh", "(x, /)", acosh).doc("The inverse of the hyperbolic cosine."),
        NativeDef::function("asin", "(x, /)", asin)
            .doc("The angle in radians, -pi/2 to pi/2, whose sine is x."),
        NativeDef::function("asinh", "(x, /)", asinh).doc("The inverse of the hyperbolic sine."),
        NativeDef::function("atan", "(x, /)", atan)
            .doc("The angle in radians, -pi/2 to pi/2, whose tangent is x."),
        NativeDef::function("atan2", "(y, x, /)", atan2)
            .doc("The angle in radians, -pi to pi, of the point (x, y)."),
        NativeDef::function("atanh", "(x, /)", atanh).doc("The inverse of the hyperbolic tangent."),
        NativeDef::function("cbrt", "(x, /)", cbrt).doc("The cube root."),
        NativeDef::function("ceil", "(x, /)", ceil).doc("The least integer that is not below x."),
        NativeDef::function("copysign", "(x, y, /)", copysign)
            .doc("A float with the magnitude of x and the sign of y, which may be that of zero."),
        NativeDef::function("cos", "(x, /)", cos).doc("The cosine of an angle in radians."),
        NativeDef::function("cosh", "(x, /)", cosh).doc("The hyperbolic cosine."),
        NativeDef::function("degrees", "(x, /)", degrees).doc("An angle in radians, in degrees."),
        NativeDef::function("erf", "(x, /)", erf).doc("The error function."),
        NativeDef::function("erfc", "(x, /)", erfc)
            .doc("One minus the error function, without loss of precision."),
        NativeDef::function("exp", "(x, /)", exp).doc("e to the power x."),
        NativeDef::function("exp2", "(x, /)", exp2).doc("2 to the power x."),
        NativeDef::function("expm1", "(x, /)", expm1)
            .doc("e to the power x, minus one, without loss of precision near zero."),
        NativeDef::function("fabs", "(x, /)", fabs).doc("The magnitude of x, as a float."),
        NativeDef::function("floor", "(x, /)", floor)
            .doc("The greatest integer that is not above x."),
        NativeDef::function("fma", "(x, y, z, /)", fma).doc("x * y + z, rounded once."),
        NativeDef::function("fmod", "(x, y, /)", fmod)
            .doc("The remainder of x / y as C has it: with the sign of x."),
        NativeDef::function("frexp", "(x, /)", frexp).doc(
            "Mantissa and exponent: (m, e), with x == m * 2**e and m zero or from 0.5 to\n\
        below 1.",
        ),
        NativeDef::function("isclose", "(a, b, *, rel_tol=1e-09, abs_tol=0.0)", isclose).doc(
            "Whether two numbers are nearly equal.\n\n\
        \x20 rel_tol\n\
        \x20   how far they may be apart, in proportion to the larger magnitude.\n\
        \x20 abs_tol\n\
        \x20   how far they may be apart at any rate.\n\n\
        An infinity is close to itself alone, and a NaN to nothing.",
        ),
        NativeDef::function("isfinite", "(x, /)", isfinite)
            .doc("Whether x is neither infinite nor a NaN."),
        NativeDef::function("isinf", "(x, /)", isinf).doc("Whether x is infinite."),
        NativeDef::function("isnan", "(x, /)", isnan).doc("Whether x is a NaN."),
        NativeDef::function("ldexp", "(x, i, /)", ldexp).doc("x * 2**i, the inverse of frexp()."),
        NativeDef::function("log", "(x, base=<unrepresentable>, /)", log)
            .doc(
                "log(x, [base=math.e]) -> value\n\n\
            The logarithm of x; the natural one, if no base is given.",
            )
            .unsigned(),
        NativeDef::function("log10", "(x, /)", log10).doc("The logarithm of x to the base 10."),
        NativeDef::function("log1p", "(x, /)", log1p)
            .doc("The natural logarithm of 1 + x, without loss of precision near zero."),
        NativeDef::function("log2", "(x, /)", log2).doc("The logarithm of x to the base 2."),
        NativeDef::function("modf", "(x, /)", modf)
            .doc("Fraction and integer part, both floats with the sign of x."),
        NativeDef::function("nextafter", "(x, y, /, *, steps=None)", nextafter)
            .doc("The next float from x in the direction of y, or that many steps further."),
        NativeDef::function("pow", "(x, y, /)", pow).doc("x to the power y, as floats."),
        NativeDef::function("radians", "(x, /)", radians).doc("An angle in degrees, in radians."),
        NativeDef::function("remainder", "(x, y, /)", remainder)
            .doc("x minus the multiple of y that is nearest to it; of two, the even one."),
        NativeDef::function("sin", "(x, /)", sin).doc("The sine of an angle in radians."),
        NativeDef::function("sinh", "(x, /)", sinh).doc("The hyperbolic sine."),
        NativeDef::function("sqrt", "(x, /)", sqrt).doc("The square root."),
        NativeDef::function("tan", "(x, /)", tan).doc("The tangent of an angle in radians."),
        NativeDef::function("tanh", "(x, /)", tanh).doc("The hyperbolic tangent."),
        NativeDef::function("trunc", "(x, /)", trunc)
            .doc("The integer next to x in the direction of zero; calls __trunc__()."),
        NativeDef::function("ulp", "(x, /)", ulp).doc("The value of the last bit of the float x."),
    ],
);
