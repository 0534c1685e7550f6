//! The operators of int. **Invariant**: operands that are no ints answer NotImplemented; what is made is of the class int, whatever
//! subclass the operands are of.

use crate::base::error::Result;
use crate::base::int::{Int, MAX_BITS, bits, convert, div, mul, pow};
use crate::object::class::Compare;
use crate::object::int::IntRef;
use crate::object::{Res, Thread, Tuple, Value};
use crate::runtime::protocol::convert::int_repr;
use crate::runtime::raise::{lift, with_poll};
use num_bigint::BigInt;
use std::borrow::Cow;

/// The integer that a slot or method of int was called on.
#[inline]
pub fn operand<'v>(thread: &Thread, value: &'v Value) -> Res<IntRef<'v>> {
    value
        .as_int()
        .ok_or_else(|| thread.type_error("an integer is required"))
}

/// A big integer of the same value, borrowed where there is one.
#[inline]
pub fn wide(int: IntRef<'_>) -> Cow<'_, BigInt> {
    match int {
        IntRef::Small(small) => Cow::Owned(BigInt::from(small)),
        IntRef::Big(big) => Cow::Borrowed(big),
    }
}

/// The int of a result of the base layer.
#[inline]
pub fn made(thread: &Thread, int: Int) -> Res {
    match int {
        Int::Small(small) => thread.int(small),
        Int::Big(big) => thread.int_from_big(big),
    }
}

/// The largest result that memory has room for, in bits.
pub fn max_bits(thread: &Thread) -> u64 {
    (thread.interp.heap.available() as u64)
        .saturating_mul(8)
        .min(MAX_BITS)
}

/// Both operands, None if one is no int.
#[inline]
fn both<'v>(a: &'v Value, b: &'v Value) -> Option<(IntRef<'v>, IntRef<'v>)> {
    Some((a.as_int()?, b.as_int()?))
}

/// Room for a sum, or a combination of bits, of two integers.
fn check_sum(thread: &Thread, a: &BigInt, b: &BigInt) -> Res<()> {
    thread.check_memory((a.bits().max(b.bits()) / 8) as usize + 16)
}

macro_rules! sums {
    ($($(#[$doc:meta])* $name:ident $checked:ident $op:tt;)*) => {
        $($(#[$doc])*
        pub fn $name(thread: &Thread, a: &Value, b: &Value) -> Res {
            match both(a, b) {
                Some((IntRef::Small(x), IntRef::Small(y))) => match x.$checked(y) {
                    Some(sum) => thread.int(sum),
                    None => thread.int_from_big(BigInt::from(x) $op BigInt::from(y)),
                },
                Some((x, y)) => {
                    let (x, y) = (wide(x), wide(y));
                    check_sum(thread, &x, &y)?;
                    thread.int_from_big(x.as_ref() $op y.as_ref())
                }
                None => Ok(Value::NOT_IMPLEMENTED),
            }
        })*
    };
}
sums! {
    /// `a + b`
    add checked_add +;
    /// `a - b`
    subtract checked_sub -;
}

macro_rules! bitwise {
    ($($(#[$doc:meta])* $name:ident $op:tt;)*) => {
        $($(#[$doc])*
        pub fn $name(thread: &Thread, a: &Value, b: &Value) -> Res {
            match both(a, b) {
                Some((IntRef::Small(x), IntRef::Small(y))) => thread.int(x $op y),
                Some((x, y)) => {
                    let (x, y) = (wide(x), wide(y));
                    check_sum(thread, &x, &y)?;
                    thread.int_from_big(x.as_ref() $op y.as_ref())
                }
                None => Ok(Value::NOT_IMPLEMENTED),
            }
        })*
    };
}
bitwise! {
    /// `a & b`
    and &;
    /// `a | b`
    or |;
    /// `a ^ b`
    xor ^;
}

/// `a * b`
pub fn multiply(thread: &Thread, a: &Value, b: &Value) -> Res {
    match both(a, b) {
        Some((IntRef::Small(x), IntRef::Small(y))) => match x.checked_mul(y) {
            Some(product) => thread.int(product),
            None => thread.int_from_big(BigInt::from(x) * BigInt::from(y)),
        },
        Some((x, y)) => {
            let limit = max_bits(thread);
            let product = with_poll(thread, |poll| mul::mul(&wide(x), &wide(y), limit, poll))?;
            thread.int_from_big(product)
        }
        None => Ok(Value::NOT_IMPLEMENTED),
    }
}

/// `a / b`
pub fn true_divide(thread: &Thread, a: &Value, b: &Value) -> Res {
    let quotient = match both(a, b) {
        Some((IntRef::Small(x), IntRef::Small(y))) => lift(thread, convert::true_div_small(x, y))?,
        Some((x, y)) => with_poll(thread, |poll| convert::true_div(&wide(x), &wide(y), poll))?,
        None => return Ok(Value::NOT_IMPLEMENTED),
    };
    thread.float(quotient)
}

/// `a // b`
pub fn floor_divide(thread: &Thread, a: &Value, b: &Value) -> Res {
    match both(a, b) {
        Some((IntRef::Small(x), IntRef::Small(y))) => {
            made(thread, lift(thread, div::floor_div_small(x, y))?)
        }
        Some((x, y)) => {
            let quotient = with_poll(thread, |poll| div::floor_div(&wide(x), &wide(y), poll))?;
            thread.int_from_big(quotient)
        }
        None => Ok(Value::NOT_IMPLEMENTED),
    }
}

/// `a % b`
pub fn remainder(thread: &Thread, a: &Value, b: &Value) -> Res {
    match both(a, b) {
        Some((IntRef::Small(x), IntRef::Small(y))) => {
            thread.int(lift(thread, div::modulo_small(x, y))?)
        }
        Some((x, y)) => {
            let rest = with_poll(thread, |poll| div::modulo(&wide(x), &wide(y), poll))?;
            thread.int_from_big(rest)
        }
        None => Ok(Value::NOT_IMPLEMENTED),
    }
}

/// `divmod(a, b)`
pub fn div_mod(thread: &Thread, a: &Value, b: &Value) -> Res {
    let (quotient, rest) = match both(a, b) {
        Some((IntRef::Small(x), IntRef::Small(y))) => {
            let quotient = lift(thread, div::floor_div_small(x, y))?;
            let rest = lift(thread, div::modulo_small(x, y))?;
            (made(thread, quotient)?, thread.int(rest)?)
        }
        Some((x, y)) => {
            let (quotient, rest) = with_poll(thread, |poll| div::divmod(&wide(x), &wide(y), poll))?;
            (thread.int_from_big(quotient)?, thread.int_from_big(rest)?)
        }
        None => return Ok(Value::NOT_IMPLEMENTED),
    };
    Tuple::pair(thread, quotient, rest)
}

/// `a ** b` and `pow(a, b, modulus)`
pub fn power(thread: &Thread, a: &Value, b: &Value, modulus: &Value) -> Res {
    let Some((x, y)) = both(a, b) else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    if !modulus.is_none() {
        let Some(m) = modulus.as_int() else {
            return Ok(Value::NOT_IMPLEMENTED);
        };
        let power = with_poll(thread, |poll| {
            pow::pow_mod(&wide(x), &wide(y), &wide(m), poll)
        })?;
        return thread.int_from_big(power);
    }
    if y.is_negative() {
        let (x, y) = (to_f64(thread, x)?, to_f64(thread, y)?);
        return crate::types::float::operators::power_of(thread, x, y);
    }
    let limit = max_bits(thread);
    let power = with_poll(thread, |poll| match (x, y) {
        (IntRef::Small(x), IntRef::Small(y)) => pow::pow_small(x, y as u64, limit, poll),
        (x, y) => pow::pow(&wide(x), &wide(y), limit, poll).map(Int::from),
    })?;
    made(thread, power)
}

/// `float(int)`
///
/// # Errors
/// OverflowError
pub fn to_f64(thread: &Thread, int: IntRef<'_>) -> Res<f64> {
    match int {
        IntRef::Small(small) => Ok(small as f64),
        IntRef::Big(big) => lift(thread, convert::to_f64(big)),
    }
}

fn shift(
    thread: &Thread,
    a: &Value,
    b: &Value,
    small: fn(i64, i64, u64) -> Result<Int>,
    big: fn(&BigInt, &BigInt, u64) -> Result<BigInt>,
) -> Res {
    let shifted = match both(a, b) {
        Some((IntRef::Small(x), IntRef::Small(y))) => small(x, y, max_bits(thread)),
        Some((x, y)) => big(&wide(x), &wide(y), max_bits(thread)).map(Int::from),
        None => return Ok(Value::NOT_IMPLEMENTED),
    };
    made(thread, lift(thread, shifted)?)
}

/// `a << b`
pub fn left_shift(thread: &Thread, a: &Value, b: &Value) -> Res {
    shift(thread, a, b, bits::shl_small, bits::shl_big)
}

/// `a >> b`
pub fn right_shift(thread: &Thread, a: &Value, b: &Value) -> Res {
    shift(
        thread,
        a,
        b,
        |x, y, _| bits::shr_small(x, y).map(Int::Small),
        |x, y, _| bits::shr_big(x, y),
    )
}

/// `-a`
pub fn negative(thread: &Thread, a: &Value) -> Res {
    match operand(thread, a)? {
        IntRef::Small(x) => made(thread, Int::from(-i128::from(x))),
        IntRef::Big(x) => thread.int_from_big(-x),
    }
}

/// `abs(a)`
pub fn absolute(thread: &Thread, a: &Value) -> Res {
    if operand(thread, a)?.is_negative() {
        negative(thread, a)
    } else {
        exact(thread, a)
    }
}

/// `~a`
pub fn invert(thread: &Thread, a: &Value) -> Res {
    match operand(thread, a)? {
        IntRef::Small(x) => thread.int(!x),
        IntRef::Big(x) => thread.int_from_big(!x),
    }
}

/// `+a`, `int(a)`, `operator.index(a)`: an int of the class int itself.
pub fn exact(thread: &Thread, a: &Value) -> Res {
    match operand(thread, a)? {
        _ if a.is_exact(crate::object::Builtin::Int) => Ok(a.clone()),
        IntRef::Small(x) => thread.int(x),
        IntRef::Big(x) => thread.int_from_big(x.clone()),
    }
}

/// `float(a)`
pub fn float(thread: &Thread, a: &Value) -> Res {
    thread.float(to_f64(thread, operand(thread, a)?)?)
}

/// `bool(a)`
pub fn truth(thread: &Thread, a: &Value) -> Res<bool> {
    Ok(!operand(thread, a)?.is_zero())
}

/// `repr(a)`
pub fn repr(thread: &Thread, a: &Value) -> Res {
    int_repr(thread, operand(thread, a)?)
}

/// `hash(a)`
pub fn hash(thread: &Thread, a: &Value) -> Res<i64> {
    Ok(match operand(thread, a)? {
        IntRef::Small(x) => convert::hash_small(x),
        IntRef::Big(x) => convert::hash(x),
    })
}

/// Comparisons between ints.
pub fn compare(_: &Thread, a: &Value, b: &Value, op: Compare) -> Res {
    let ordering = match both(a, b) {
        Some((IntRef::Small(x), IntRef::Small(y))) => x.cmp(&y),
        Some((x, y)) => wide(x).cmp(&wide(y)),
        None => return Ok(Value::NOT_IMPLEMENTED),
    };
    Ok(Value::from_bool(op.holds(ordering)))
}

/// `base ** exponent` for an exponent that is not negative, bounded by what memory has room for.
///
/// # Errors
/// MemoryError
pub fn bounded_power(thread: &Thread, base: i64, exponent: u64) -> Res<BigInt> {
    let limit = max_bits(thread);
    with_poll(thread, |poll| pow::pow_small(base, exponent, limit, poll)).map(Int::into_big)
}
