//! Functions of whole numbers: factorial, comb, perm, gcd, lcm, isqrt.

use crate::base::Poll;
use crate::base::error::Result;
use crate::base::int::{bits, div, mul};
use crate::object::int::IntRef;
use crate::object::{Beside, NativeDef, Res, Thread, Value};
use crate::runtime::protocol::convert::index;
use crate::runtime::raise::with_poll;
use crate::types::int::operators::{max_bits, operand, wide};
use num_bigint::BigInt;
use num_traits::{One, Signed, Zero};

/// The product of the numbers from `low` up to and with `high`, halves multiplied first so that factors are of like size.
fn product(low: u64, high: u64, limit: u64, poll: Poll<'_>) -> Result<BigInt> {
    if low > high {
        return Ok(BigInt::one());
    }
    if high - low < 16 {
        let mut result = BigInt::from(low);
        for n in low + 1..=high {
            result *= n;
        }
        return Ok(result);
    }
    poll().map_err(|_| crate::base::error::Error::Interrupted)?;
    let middle = low + (high - low) / 2;
    let left = product(low, middle, limit, poll)?;
    let right = product(middle + 1, high, limit, poll)?;
    mul::mul(&left, &right, limit, poll)
}

/// Whether a product of `count` numbers from `low` on is sure not to fit the limit in bits.
fn is_too_large(low: u64, count: u64, limit: u64) -> bool {
    let bits = u64::from(low.max(2).ilog2());
    count.saturating_mul(bits) > limit
}

fn factorial(thread: &Thread, args: &[Value]) -> Res {
    let n = index(thread, &args[0])?;
    let n = operand(thread, &n)?;
    if n.is_negative() {
        return Err(thread.value_error("factorial() not defined for negative values"));
    }
    let Some(n) = n.to_i64() else {
        return Err(thread.overflow_error(format!(
            "factorial() argument should not exceed {}",
            i64::MAX
        )));
    };
    let limit = max_bits(thread);
    if is_too_large(n as u64 / 2, n as u64 / 2, limit) {
        return Err(thread.memory_error());
    }
    let value = with_poll(thread, |poll| product(1, n as u64, limit, poll))?;
    thread.int_from_big(value)
}

/// Both arguments, which may not be negative.
fn counts(thread: &Thread, n: &Value, k: &Value) -> Res<(BigInt, BigInt)> {
    let n = index(thread, n)?;
    let k = index(thread, k)?;
    let (n, k) = (operand(thread, &n)?.to_big(), operand(thread, &k)?.to_big());
    if n.is_negative() {
        return Err(thread.value_error("n must be a non-negative integer"));
    }
    if k.is_negative() {
        return Err(thread.value_error("k must be a non-negative integer"));
    }
    Ok((n, k))
}

/// `n * (n - 1) * …`, `k` factors.
fn falling(n: &BigInt, k: u64, limit: u64, poll: Poll<'_>) -> Result<BigInt> {
    if k == 0 {
        return Ok(BigInt::one());
    }
    if let Ok(n) = u64::try_from(n) {
        return product(n - k + 1, n, limit, poll);
    }
    if k == 1 {
        return Ok(n.clone());
    }
    let half = k / 2;
    let left = falling(n, half, limit, poll)?;
    let right = falling(&(n - half), k - half, limit, poll)?;
    mul::mul(&left, &right, limit, poll)
}

fn comb(thread: &Thread, args: &[Value]) -> Res {
    let (n, k) = counts(thread, &args[0], &args[1])?;
    if k > n {
        return Ok(Value::from_i32(0));
    }
    let k = k.clone().min(&n - &k);
    let Ok(k) = i64::try_from(&k) else {
        return Err(thread.overflow_error(format!("min(n - k, k) must not exceed {}", i64::MAX)));
    };
    let k = k as u64;
    let limit = max_bits(thread);
    if is_too_large(u64::try_from(&n).unwrap_or(u64::MAX) / k.max(1), k, limit) {
        return Err(thread.memory_error());
    }
    let value = with_poll(thread, |poll| {
        let above = falling(&n, k, limit, poll)?;
        let below = product(1, k, limit, poll)?;
        div::floor_div(&above, &below, poll)
    })?;
    thread.int_from_big(value)
}

fn perm(thread: &Thread, args: &[Value]) -> Res {
    let Some(k) = args[1].bound().filter(|k| !k.is_none()) else {
        return factorial(thread, &args[..1]);
    };
    let (n, k) = counts(thread, &args[0], k)?;
    if k > n {
        return Ok(Value::from_i32(0));
    }
    let Ok(k) = i64::try_from(&k) else {
        return Err(thread.overflow_error(format!("k must not exceed {}", i64::MAX)));
    };
    let k = k as u64;
    let limit = max_bits(thread);
    if is_too_large(u64::try_from(&n).unwrap_or(u64::MAX) / 2, k / 2, limit) {
        return Err(thread.memory_error());
    }
    let value = with_poll(thread, |poll| falling(&n, k, limit, poll))?;
    thread.int_from_big(value)
}

fn gcd(thread: &Thread, args: &[Value]) -> Res {
    let mut result = Value::from_i32(0);
    for value in args {
        let value = index(thread, value)?;
        let (a, b) = (operand(thread, &result)?, operand(thread, &value)?);
        result = match (a, b) {
            (IntRef::Small(a), IntRef::Small(b)) => {
                thread.int_from_big(BigInt::from(bits::gcd_small(a, b)))?
            }
            (a, b) => {
                let both = with_poll(thread, |poll| bits::gcd(&wide(a), &wide(b), poll))?;
                thread.int_from_big(both)?
            }
        };
    }
    Ok(result)
}

fn lcm(thread: &Thread, args: &[Value]) -> Res {
    let mut result = BigInt::one();
    for value in args {
        let value = index(thread, value)?;
        let value = wide(operand(thread, &value)?).into_owned();
        if result.is_zero() || value.is_zero() {
            result = BigInt::zero();
            continue;
        }
        let limit = max_bits(thread);
        result = with_poll(thread, |poll| {
            let common = bits::gcd(&result, &value, poll)?;
            let rest = div::floor_div(&result, &common, poll)?;
            mul::mul(&rest, &value, limit, poll)
        })?
        .abs();
    }
    thread.int_from_big(result)
}

fn isqrt(thread: &Thread, args: &[Value]) -> Res {
    let n = index(thread, &args[0])?;
    match operand(thread, &n)? {
        n if n.is_negative() => Err(thread.value_error("isqrt() argument must be nonnegative")),
        IntRef::Small(n) => thread.int(bits::isqrt_small(n as u64) as i64),
        IntRef::Big(n) => {
            let root = with_poll(thread, |poll| bits::isqrt(n, poll))?;
            thread.int_from_big(root)
        }
    }
}

/// The table lines.
pub const FUNCTIONS: &[NativeDef] = &NativeDef::all_beside(
    Beside::READS_ALL,
    [
        NativeDef::function("comb", "(n, k, /)", comb)
            .doc("In how many ways k of n items can be chosen, when the order does not matter."),
        NativeDef::function("factorial", "(n, /)", factorial)
            .doc("The product of the integers from 1 to n."),
        NativeDef::function("gcd", "(*integers)", gcd)
            .shown_as("($module, *integers)")
            .doc("The greatest integer that divides all arguments; 0 if all are 0."),
        NativeDef::function("isqrt", "(n, /)", isqrt)
            .doc("The greatest integer whose square is not above n."),
        NativeDef::function("lcm", "(*integers)", lcm)
            .shown_as("($module, *integers)")
            .doc("The least positive integer that all arguments divide; 0 if one is 0."),
        NativeDef::function("perm", "(n, k=None, /)", perm)
            .doc("In how many ways k of n items can be put in order; k is n if it is left out."),
    ],
);
