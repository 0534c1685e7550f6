//! Shifts, counting of bits, integer square root, greatest common divisor.
#![forbid(unsafe_code)]

use num_bigint::{BigInt, BigUint, Sign};
use num_traits::{One, ToPrimitive, Zero};

use super::div::div_rem_magnitude;
use super::mul::mul_magnitude;
use super::{Int, check_size, limbs};
use crate::base::Poll;
use crate::base::error::{Error, Result};

/// What a shift count, already known as an integer, comes to.
fn shift_count(count: &BigInt) -> Result<Option<u64>> {
    if count.sign() == Sign::Minus {
        return Err(negative_shift());
    }
    Ok(count.to_u64())
}

#[cold]
fn negative_shift() -> Error {
    Error::value("negative shift count")
}

/// `x << count` with a count of any size.
pub fn shl_big(x: &BigInt, count: &BigInt, max_bits: u64) -> Result<BigInt> {
    match shift_count(count)? {
        _ if x.is_zero() => Ok(BigInt::zero()),
        Some(count) => shl(x, count, max_bits),
        None => Err(Error::overflow("too many digits in integer")),
    }
}

/// `x << count`; `Error::Memory` past `max_bits`.
pub fn shl(x: &BigInt, count: u64, max_bits: u64) -> Result<BigInt> {
    if x.is_zero() {
        return Ok(BigInt::zero());
    }
    check_size(x.bits().saturating_add(count), max_bits)?;
    Ok(x << count)
}

/// `x << count` of small numbers.
pub fn shl_small(x: i64, count: i64, max_bits: u64) -> Result<Int> {
    if count < 0 {
        return Err(negative_shift());
    }
    if x == 0 {
        return Ok(Int::Small(0));
    }
    if count < 64 {
        return Ok(Int::from(i128::from(x) << count));
    }
    shl(&BigInt::from(x), count as u64, max_bits).map(Int::Big)
}

/// `x >> count` with a count of any size; rounds to minus infinity.
pub fn shr_big(x: &BigInt, count: &BigInt) -> Result<BigInt> {
    Ok(shr(x, shift_count(count)?.unwrap_or(u64::MAX)))
}

/// `x >> count`; rounds to minus infinity.
pub fn shr(x: &BigInt, count: u64) -> BigInt {
    if count >= x.bits() {
        return if x.sign() == Sign::Minus {
            BigInt::from(-1)
        } else {
            BigInt::zero()
        };
    }
    x >> count
}

/// `x >> count` of small numbers.
#[inline]
pub fn shr_small(x: i64, count: i64) -> Result<i64> {
    if count < 0 {
        return Err(negative_shift());
    }
    Ok(x >> count.min(63))
}

/// `x.bit_length()`.
#[inline]
pub fn bit_length_small(x: i64) -> u32 {
    64 - x.unsigned_abs().leading_zeros()
}

/// `x.bit_length()`.
pub fn bit_length(x: &BigInt) -> u64 {
    x.bits()
}

/// `x.bit_count()`: ones in the magnitude.
pub fn bit_count(x: &BigInt) -> u64 {
    x.magnitude().count_ones()
}

/// `math.isqrt(x)`.
pub fn isqrt(x: &BigInt, poll: Poll<'_>) -> Result<BigInt> {
    if x.sign() == Sign::Minus {
        return Err(Error::value("isqrt() argument must be nonnegative"));
    }
    if x.bits() <= 4096 {
        return Ok(x.sqrt());
    }
    // Newton's iteration on a growing prefix: each round doubles the bits of the root that are right, so only the
    // last division has full size.
    let n = x.magnitude();
    let last = (n.bits() - 1) / 2;
    let mut root = BigUint::one();
    let mut have = 0u64;
    for step in (0..64 - last.leading_zeros()).rev() {
        let want = last >> step;
        let prefix = n >> (2 * last - have - want + 1);
        let (quotient, _) = div_rem_magnitude(&prefix, &root, poll)?;
        root = (root << (want - have).saturating_sub(1)) + quotient;
        have = want;
    }
    if mul_magnitude(&root, &root, poll)? > *n {
        root -= 1u32;
    }
    Ok(root.into())
}

/// `math.isqrt` of a number that fits a `u64`.
pub fn isqrt_small(x: u64) -> u64 {
    x.isqrt()
}

/// `math.gcd` of small numbers.
pub fn gcd_small(a: i64, b: i64) -> u64 {
    num_integer::gcd(a.unsigned_abs(), b.unsigned_abs())
}

/// `math.gcd(a, b)`: never negative.
pub fn gcd(a: &BigInt, b: &BigInt, poll: Poll<'_>) -> Result<BigInt> {
    let (mut a, mut b) = (a.magnitude().clone(), b.magnitude().clone());
    if a < b {
        std::mem::swap(&mut a, &mut b);
    }
    // Lehmer's method: run Euclid's steps on the leading 62 bits as long as they are certain to be those of the
    // whole numbers, then apply them all at once.
    while limbs::count(&b) > 1 {
        poll()?;
        let drop = a.bits() - 62;
        let (mut x, mut y) = (
            (&a >> drop).to_i64().unwrap_or(0),
            (&b >> drop).to_i64().unwrap_or(0),
        );
        let (mut p, mut q, mut r, mut s) = (1i64, 0i64, 0i64, 1i64);
        while y + r != 0 && y + s != 0 {
            let quotient = (x + p) / (y + r);
            if quotient != (x + q) / (y + s) || quotient > 1 << 30 {
                break;
            }
            let (next_r, next_s) = (p - quotient * r, q - quotient * s);
            if next_r.unsigned_abs() >= 1 << 31 || next_s.unsigned_abs() >= 1 << 31 {
                break;
            }
            (p, q, r, s) = (r, s, next_r, next_s);
            (x, y) = (y, x - quotient * y);
        }
        if q == 0 {
            let (_, rest) = div_rem_magnitude(&a, &b, poll)?;
            a = std::mem::replace(&mut b, rest);
            continue;
        }
        let next_a = combine(&a, p, &b, q);
        b = combine(&a, r, &b, s);
        a = next_a;
        if a < b {
            std::mem::swap(&mut a, &mut b);
        }
    }
    if b.is_zero() {
        return Ok(a.into());
    }
    let low = b.to_u64().unwrap_or(1);
    let (_, rest) = div_rem_magnitude(&a, &b, poll)?;
    Ok(num_integer::gcd(low, rest.to_u64().unwrap_or(0)).into())
}

/// `|a * x + b * y|`, where the factors have opposite signs or one is zero.
fn combine(a: &BigUint, x: i64, b: &BigUint, y: i64) -> BigUint {
    let (left, right) = (a * x.unsigned_abs(), b * y.unsigned_abs());
    if left >= right {
        left - right
    } else {
        right - left
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::int::MAX_BITS;
    use crate::base::never;
    use num_traits::Pow;

    #[test]
    fn shifts() {
        let one = BigInt::one();
        let huge = BigInt::one() << 70u32;
        assert_eq!(
            shl_big(&one, &huge, MAX_BITS),
            Err(Error::overflow("too many digits in integer"))
        );
        assert_eq!(
            shl_big(&BigInt::zero(), &huge, MAX_BITS),
            Ok(BigInt::zero())
        );
        assert_eq!(
            shl_big(&one, &BigInt::from(1u64 << 63), MAX_BITS),
            Err(Error::Memory)
        );
        assert_eq!(shr_big(&one, &huge), Ok(BigInt::zero()));
        assert_eq!(shr_big(&-one.clone(), &huge), Ok(BigInt::from(-1)));
        assert_eq!(
            shr_big(&one, &BigInt::from(-1)),
            Err(Error::value("negative shift count"))
        );
        assert_eq!(shl_small(-1, 63, MAX_BITS), Ok(Int::Small(i64::MIN)));
        assert_eq!(
            shl_small(1, 63, MAX_BITS),
            Ok(Int::Big(BigInt::from(1u64 << 63)))
        );
        assert_eq!(shr_small(-5, 1), Ok(-3));
        assert_eq!(shr_small(-5, 1000), Ok(-1));
        assert_eq!(shr(&BigInt::from(-5), 1), BigInt::from(-3));
    }

    #[test]
    fn counts() {
        assert_eq!(bit_length_small(-8), 4);
        assert_eq!(bit_length_small(0), 0);
        assert_eq!(bit_length_small(i64::MIN), 64);
        assert_eq!(bit_count(&(-(BigInt::one() << 100u32) + 1)), 100);
    }

    #[test]
    fn square_roots() {
        for k in [3u32, 100, 1000, 3000, 40000] {
            let root: BigInt = BigInt::from(10).pow(k) + 12345;
            let square = &root * &root;
            assert!(isqrt(&square, &mut never()) == Ok(root.clone()), "10^{k}");
            assert!(
                isqrt(&(&square - 1), &mut never()) == Ok(&root - 1),
                "10^{k} - 1"
            );
            assert!(
                isqrt(&(&square + &root * 2), &mut never()) == Ok(root),
                "10^{k} + 2r"
            );
        }
        assert!(isqrt(&BigInt::from(-1), &mut never()).is_err());
    }

    #[test]
    fn common_divisors() {
        let f = |n: u32| (1..=n).fold(BigInt::one(), |p, i| p * i);
        let (a, b): (BigInt, BigInt) = (
            BigInt::from(3).pow(900u32) * 1000007,
            BigInt::from(5).pow(700u32) * 1000007 * 3,
        );
        assert_eq!(gcd(&a, &b, &mut never()), Ok(BigInt::from(3000021)));
        assert_eq!(gcd(&f(300), &-f(200), &mut never()), Ok(f(200)));
        assert_eq!(gcd(&BigInt::zero(), &f(50), &mut never()), Ok(f(50)));
        assert_eq!(
            gcd(&BigInt::zero(), &BigInt::zero(), &mut never()),
            Ok(BigInt::zero())
        );
        // Consecutive Fibonacci numbers take the most steps.
        let (mut x, mut y) = (BigInt::zero(), BigInt::one());
        for _ in 0..5000 {
            (x, y) = (y.clone(), x + y);
        }
        assert_eq!(
            gcd(&(&x * 77), &(&y * 77), &mut never()),
            Ok(BigInt::from(77))
        );
        assert_eq!(gcd_small(i64::MIN, 0), 1 << 63);
        assert_eq!(gcd_small(-12, 18), 6);
    }
}
