//! Floor division and remainder with Python's signs, at any size.
//!
//! Divisors up to [`DIRECT`] limbs are divided by num-bigint, block by block of the dividend. Larger ones go through
//! Burnikel and Ziegler's recursion on the polled product.
#![forbid(unsafe_code)]

use num_bigint::{BigInt, BigUint, Sign};
use num_integer::Integer;
use num_traits::{One, Zero};

use super::{Int, limbs, mul::DIRECT, mul::mul_magnitude};
use crate::base::Poll;
use crate::base::error::{Error, Result};

#[cold]
fn division_by_zero() -> Error {
    Error::zero_division("integer division or modulo by zero")
}

#[cold]
fn modulo_by_zero() -> Error {
    Error::zero_division("integer modulo by zero")
}

/// `a // b` of small numbers.
#[inline]
pub fn floor_div_small(a: i64, b: i64) -> Result<Int> {
    if b == 0 {
        return Err(division_by_zero());
    }
    match a.checked_div(b) {
        Some(quotient) => Ok(Int::Small(if a % b != 0 && (a < 0) != (b < 0) {
            quotient - 1
        } else {
            quotient
        })),
        None => Ok(Int::from(-i128::from(a))),
    }
}

/// `a % b` of small numbers.
#[inline]
pub fn modulo_small(a: i64, b: i64) -> Result<i64> {
    if b == 0 {
        return Err(modulo_by_zero());
    }
    let rest = a.wrapping_rem(b);
    Ok(if rest != 0 && (rest < 0) != (b < 0) {
        rest + b
    } else {
        rest
    })
}

/// `a // b`.
pub fn floor_div(a: &BigInt, b: &BigInt, poll: Poll<'_>) -> Result<BigInt> {
    divmod(a, b, poll).map(|(quotient, _)| quotient)
}

/// `a % b`.
pub fn modulo(a: &BigInt, b: &BigInt, poll: Poll<'_>) -> Result<BigInt> {
    if b.is_zero() {
        return Err(modulo_by_zero());
    }
    divmod(a, b, poll).map(|(_, rest)| rest)
}

/// `divmod(a, b)`.
pub fn divmod(a: &BigInt, b: &BigInt, poll: Poll<'_>) -> Result<(BigInt, BigInt)> {
    if b.is_zero() {
        return Err(division_by_zero());
    }
    let (quotient, rest) = div_rem_magnitude(a.magnitude(), b.magnitude(), poll)?;
    let opposite = (a.sign() == Sign::Minus) != (b.sign() == Sign::Minus);
    if opposite && !rest.is_zero() {
        let rest = b.magnitude() - rest;
        return Ok((
            -BigInt::from(quotient + 1u32),
            BigInt::from_biguint(b.sign(), rest),
        ));
    }
    let quotient = BigInt::from(quotient);
    let rest = BigInt::from_biguint(b.sign(), rest);
    Ok((if opposite { -quotient } else { quotient }, rest))
}

/// Quotient and remainder of magnitudes; the divisor is not zero.
pub(super) fn div_rem_magnitude(
    a: &BigUint,
    b: &BigUint,
    poll: Poll<'_>,
) -> Result<(BigUint, BigUint)> {
    if a < b {
        return Ok((BigUint::zero(), a.clone()));
    }
    let (m, n) = (limbs::count(a), limbs::count(b));
    if n <= DIRECT {
        // One step costs about n * block limb operations.
        let block = (DIRECT * DIRECT / n.max(1)).min(1 << 16).max(n);
        if m <= n + block {
            poll()?;
            return Ok(a.div_rem(b));
        }
        return div_blocks(a, b, block, &mut |x, y| {
            poll()?;
            Ok(x.div_rem(y))
        });
    }
    if m - n <= DIRECT / 4 {
        return div_short_quotient(a, b, m - n + 1, poll);
    }
    // The divisor's length becomes a base case times a power of two; its top bit is set.
    let mut parts = 1;
    while n.div_ceil(parts) > DIRECT / 2 {
        parts *= 2;
    }
    let n = n.div_ceil(parts) * parts;
    let shift = n as u64 * 64 - b.bits();
    let (a, b) = (a << shift, b << shift);
    let (quotient, rest) = div_blocks(&a, &b, n, &mut |x, y| div_two_by_one(x, y, n, poll))?;
    Ok((quotient, rest >> shift))
}

type Step<'a> = &'a mut dyn FnMut(&BigUint, &BigUint) -> Result<(BigUint, BigUint)>;

/// Long division in base 2^(64 block): each step divides the rest so far, with a block appended, by `b`.
fn div_blocks(
    a: &BigUint,
    b: &BigUint,
    block: usize,
    step: Step<'_>,
) -> Result<(BigUint, BigUint)> {
    let digits = a.to_u64_digits();
    let mut quotient: Vec<u64> = Vec::new();
    quotient.try_reserve_exact(digits.len() + block)?;
    quotient.resize(digits.len().next_multiple_of(block), 0);
    let mut rest = BigUint::zero();
    for start in (0..digits.len()).step_by(block).rev() {
        rest = limbs::shift_up(rest, block) + limbs::slice(&digits, start, block);
        if &rest < b {
            continue;
        }
        let (q, r) = step(&rest, b)?;
        for (to, digit) in quotient[start..start + block]
            .iter_mut()
            .zip(q.iter_u64_digits())
        {
            *to = digit;
        }
        rest = r;
    }
    Ok((limbs::from_limbs(quotient.into_iter()), rest))
}

/// A quotient of few limbs by a long divisor: guess it from the leading limbs, then multiply once and correct.
fn div_short_quotient(
    a: &BigUint,
    b: &BigUint,
    quotient_limbs: usize,
    poll: Poll<'_>,
) -> Result<(BigUint, BigUint)> {
    let drop = limbs::count(b).saturating_sub(quotient_limbs + 1);
    poll()?;
    // Dividing by the leading limbs alone overshoots by at most a little, since they are one limb more than needed.
    let mut quotient = limbs::high(a, drop) / limbs::high(b, drop);
    let mut product = mul_magnitude(&quotient, b, poll)?;
    while &product > a {
        quotient -= 1u32;
        product -= b;
    }
    Ok((quotient, a - product))
}

/// Divides a number of at most 2n limbs by one of exactly n, top bit set; the quotient has at most n limbs.
fn div_two_by_one(
    a: &BigUint,
    b: &BigUint,
    n: usize,
    poll: Poll<'_>,
) -> Result<(BigUint, BigUint)> {
    if a < b {
        return Ok((BigUint::zero(), a.clone()));
    }
    if !n.is_multiple_of(2) || n <= DIRECT / 2 {
        poll()?;
        return Ok(a.div_rem(b));
    }
    let half = n / 2;
    let (q1, r1) = div_three_by_two(&limbs::high(a, half), b, half, poll)?;
    let next = limbs::shift_up(r1, half) + limbs::low(a, half);
    let (q0, rest) = div_three_by_two(&next, b, half, poll)?;
    Ok((limbs::shift_up(q1, half) + q0, rest))
}

/// Divides a number of at most three halves by one of two halves, where the quotient fits one half.
fn div_three_by_two(
    a: &BigUint,
    b: &BigUint,
    half: usize,
    poll: Poll<'_>,
) -> Result<(BigUint, BigUint)> {
    let (b1, b0) = (limbs::high(b, half), limbs::low(b, half));
    let top = limbs::high(a, half);
    let (mut quotient, rest) = if limbs::high(&top, half) < b1 {
        div_two_by_one(&top, &b1, half, poll)?
    } else {
        let quotient = limbs::shift_up(BigUint::one(), half) - 1u32;
        // top - (2^(64 half) - 1) * b1
        let rest = top + &b1 - limbs::shift_up(b1, half);
        (quotient, rest)
    };
    let product = mul_magnitude(&quotient, &b0, poll)?;
    let mut rest = limbs::shift_up(rest, half) + limbs::low(a, half);
    // The guess is at most two too large.
    while rest < product {
        quotient -= 1u32;
        rest += b;
    }
    Ok((quotient, rest - product))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::never;
    use num_traits::Pow;

    fn noise(n: usize, seed: u64) -> BigUint {
        let mut x = BigUint::from(seed | 1);
        while limbs::count(&x) < n {
            x = &x * &x + 0x9E37_79B9_7F4A_7C15u64;
        }
        limbs::low(&x, n)
    }

    #[test]
    fn signs_of_small_numbers() {
        assert_eq!(floor_div_small(-5, 3), Ok(Int::Small(-2)));
        assert_eq!(modulo_small(-5, 3), Ok(1));
        assert_eq!(floor_div_small(5, -3), Ok(Int::Small(-2)));
        assert_eq!(modulo_small(5, -3), Ok(-1));
        assert_eq!(
            floor_div_small(i64::MIN, -1),
            Ok(Int::Big(BigInt::from(1u64 << 63)))
        );
        assert_eq!(modulo_small(i64::MIN, -1), Ok(0));
        assert_eq!(
            modulo_small(1, 0),
            Err(Error::zero_division("integer modulo by zero"))
        );
        assert_eq!(
            floor_div_small(1, 0),
            Err(Error::zero_division("integer division or modulo by zero"))
        );
    }

    #[test]
    fn signs_of_big_numbers() {
        let ten: BigInt = BigInt::from(10).pow(30u32) + 7;
        let three = BigInt::from(10).pow(20u32);
        for (a, b) in [(1, 1), (-1, 1), (1, -1), (-1, -1)] {
            let (a, b) = (&ten * a, &three * b);
            assert_eq!(divmod(&a, &b, &mut never()), Ok(a.div_mod_floor(&b)));
        }
        assert_eq!(
            modulo(&ten, &BigInt::zero(), &mut never()),
            Err(Error::zero_division("integer modulo by zero"))
        );
    }

    #[test]
    fn large_divisions_recompose() {
        for (m, n) in [
            (1, 1),
            (70000, 1),
            (70000, 3),
            (3000, 1000),
            (3000, 1100),
            (1300, 1200),
            (9000, 2500),
            (4100, 2050),
            (5000, 4999),
        ] {
            let (a, b) = (noise(m, 3), noise(n, 7));
            let (q, r) = div_rem_magnitude(&a, &b, &mut never()).expect("never interrupted");
            assert!(r < b, "{m} / {n}");
            assert!(q * &b + r == a, "{m} / {n}");
        }
        // All ones over all ones, and a divisor just below a power, take the branches that guess too high.
        for n in [1500usize, 2048] {
            let b = (BigUint::one() << (64 * n)) - 1u32;
            let a = (BigUint::one() << (64 * 3 * n)) - 1u32;
            let (q, r) = div_rem_magnitude(&a, &b, &mut never()).expect("never interrupted");
            assert!(r < b && q * &b + r == a);
            let b = BigUint::one() << (64 * n - 1);
            let (q, r) = div_rem_magnitude(&a, &b, &mut never()).expect("never interrupted");
            assert!(r < b && q * &b + r == a);
        }
    }
}
