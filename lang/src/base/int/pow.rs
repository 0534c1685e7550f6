//! Powers: with a limit on the result's size, modular, and modular inverses.
#![forbid(unsafe_code)]

use num_bigint::{BigInt, BigUint, Sign};
use num_traits::{One, Signed, ToPrimitive, Zero};

use super::div::{div_rem_magnitude, modulo};
use super::mul::mul_magnitude;
use super::{Int, check_size, limbs};
use crate::base::Poll;
use crate::base::error::{Error, Result};

/// `base ** exponent` of small numbers, exponent not negative.
pub fn pow_small(base: i64, exponent: u64, max_bits: u64, poll: Poll<'_>) -> Result<Int> {
    if let Some(power) = u32::try_from(exponent)
        .ok()
        .and_then(|e| base.checked_pow(e))
    {
        return Ok(Int::Small(power));
    }
    pow(&BigInt::from(base), &BigInt::from(exponent), max_bits, poll).map(Int::from)
}

/// `base ** exponent`, exponent not negative (a negative one is `float`'s business: its magnitude is taken).
/// `Error::Memory` at once if the result is sure to pass `max_bits`.
pub fn pow(base: &BigInt, exponent: &BigInt, max_bits: u64, poll: Poll<'_>) -> Result<BigInt> {
    if exponent.is_zero() || base.is_one() {
        return Ok(BigInt::one());
    }
    let odd = exponent.bit(0);
    if base.is_zero() {
        return Ok(BigInt::zero());
    }
    if base.magnitude().is_one() {
        return Ok(if odd { base.clone() } else { BigInt::one() });
    }
    let exponent = exponent.magnitude().to_u64().ok_or(Error::Memory)?;
    check_size(
        base.bits().saturating_sub(1).saturating_mul(exponent),
        max_bits,
    )?;
    // Powers of two in the base become one shift.
    let twos = base.trailing_zeros().unwrap_or(0);
    let root = base.magnitude() >> twos;
    let mut power = BigUint::one();
    if !root.is_one() {
        check_size((root.bits() - 1).saturating_mul(exponent), max_bits)?;
        for step in (0..64 - exponent.leading_zeros()).rev() {
            power = mul_magnitude(&power, &power, poll)?;
            if exponent >> step & 1 == 1 {
                power = mul_magnitude(&power, &root, poll)?;
            }
        }
    }
    let shift = twos.saturating_mul(exponent);
    check_size(power.bits().saturating_add(shift), max_bits)?;
    power <<= shift;
    let sign = if odd { base.sign() } else { Sign::Plus };
    Ok(BigInt::from_biguint(sign, power))
}

/// `pow(base, exponent, modulus)`: the result has the modulus's sign; negative exponents invert the base.
pub fn pow_mod(
    base: &BigInt,
    exponent: &BigInt,
    modulus: &BigInt,
    poll: Poll<'_>,
) -> Result<BigInt> {
    if modulus.is_zero() {
        return Err(Error::value("pow() 3rd argument cannot be 0"));
    }
    let m = modulus.magnitude();
    let positive = BigInt::from(m.clone());
    let mut base = modulo(base, &positive, poll)?;
    if exponent.is_negative() {
        base = inverse(&base, &positive, poll)?;
    }
    let power = pow_mod_magnitude(base.magnitude(), exponent.magnitude(), m, poll)?;
    modulo(&BigInt::from(power), modulus, poll)
}

/// The inverse of `base` modulo a positive `modulus`; 0 for modulus 1.
pub fn inverse(base: &BigInt, modulus: &BigInt, poll: Poll<'_>) -> Result<BigInt> {
    let (mut a, mut b) = (
        modulo(base, modulus, poll)?.into_parts().1,
        modulus.magnitude().clone(),
    );
    // Invariant: a = base * x, b = base * y (mod modulus).
    let (mut x, mut y) = (BigInt::one(), BigInt::zero());
    while !b.is_zero() {
        let (quotient, rest) = div_rem_magnitude(&a, &b, poll)?;
        a = std::mem::replace(&mut b, rest);
        let next = x - BigInt::from(quotient) * &y;
        x = std::mem::replace(&mut y, next);
    }
    if !a.is_one() {
        return Err(Error::value("base is not invertible for the given modulus"));
    }
    modulo(&x, modulus, poll)
}

/// Odd moduli up to this many limbs use Montgomery's form.
const MONTGOMERY_LIMBS: usize = 384;

fn pow_mod_magnitude(
    base: &BigUint,
    exponent: &BigUint,
    m: &BigUint,
    poll: Poll<'_>,
) -> Result<BigUint> {
    if m.is_one() {
        return Ok(BigUint::zero());
    }
    if let (Some(base), Some(m)) = (base.to_u64(), m.to_u64()) {
        return pow_mod_word(base, exponent, m, poll).map(BigUint::from);
    }
    if m.bit(0) && limbs::count(m) <= MONTGOMERY_LIMBS {
        return Montgomery::new(m, poll)?.pow(base, exponent, poll);
    }
    let mut power = BigUint::one();
    for step in (0..exponent.bits()).rev() {
        power = mul_magnitude(&power, &power, poll)?;
        power = div_rem_magnitude(&power, m, poll)?.1;
        if exponent.bit(step) {
            power = mul_magnitude(&power, base, poll)?;
            power = div_rem_magnitude(&power, m, poll)?.1;
        }
    }
    Ok(power)
}

fn pow_mod_word(base: u64, exponent: &BigUint, m: u64, poll: Poll<'_>) -> Result<u64> {
    let times = |a: u64, b: u64| (u128::from(a) * u128::from(b) % u128::from(m)) as u64;
    let mut power = 1 % m;
    for (i, limb) in exponent.iter_u64_digits().rev().enumerate() {
        if i % 64 == 63 {
            poll()?;
        }
        for step in (0..64).rev() {
            power = times(power, power);
            if limb >> step & 1 == 1 {
                power = times(power, base);
            }
        }
    }
    Ok(power)
}

/// Arithmetic modulo an odd number on numbers scaled by 2^(64 n).
struct Montgomery {
    modulus: Vec<u64>,
    /// -1 / modulus, modulo 2^64.
    negative_inverse: u64,
    /// The square of the scale, modulo the modulus: multiplying by it scales a number.
    scale_squared: Vec<u64>,
}

impl Montgomery {
    fn new(m: &BigUint, poll: Poll<'_>) -> Result<Montgomery> {
        let modulus = m.to_u64_digits();
        let n = modulus.len();
        // Each step doubles the number of right bits; an odd number is its own inverse modulo 8.
        let low = modulus.first().copied().unwrap_or(1);
        let mut inverse = low;
        for _ in 0..5 {
            inverse = inverse.wrapping_mul(2u64.wrapping_sub(low.wrapping_mul(inverse)));
        }
        let square = limbs::shift_up(BigUint::one(), 2 * n);
        let mut scale_squared = div_rem_magnitude(&square, m, poll)?.1.to_u64_digits();
        scale_squared.resize(n, 0);
        Ok(Montgomery {
            modulus,
            negative_inverse: inverse.wrapping_neg(),
            scale_squared,
        })
    }

    /// `a * b / 2^(64 n)` modulo the modulus, into `out`; operands and result have n limbs and are below the modulus.
    fn mul(&self, a: &[u64], b: &[u64], out: &mut Vec<u64>) {
        let n = self.modulus.len();
        out.clear();
        out.resize(n + 2, 0);
        for &digit in b {
            let carry = add_product(&mut out[..n], a, digit);
            add_at(&mut out[n..], carry);
            let reduce = out[0].wrapping_mul(self.negative_inverse);
            let carry = add_product(&mut out[..n], &self.modulus, reduce);
            add_at(&mut out[n..], carry);
            // The lowest limb is zero now.
            out.copy_within(1.., 0);
            out[n + 1] = 0;
        }
        let at_least = out[n] != 0 || out[..n].iter().rev().cmp(self.modulus.iter().rev()).is_ge();
        if at_least {
            let mut borrow = false;
            for (digit, &m) in out[..n].iter_mut().zip(&self.modulus) {
                let (low, first) = digit.overflowing_sub(m);
                let (low, second) = low.overflowing_sub(u64::from(borrow));
                *digit = low;
                borrow = first || second;
            }
        }
        out.truncate(n);
    }

    fn pow(&self, base: &BigUint, exponent: &BigUint, poll: Poll<'_>) -> Result<BigUint> {
        let n = self.modulus.len();
        let (mut one, mut scratch) = (vec![0; n], Vec::with_capacity(n + 2));
        one[0] = 1;
        let mut base = base.to_u64_digits();
        base.resize(n, 0);
        // powers[i] is base^i, scaled.
        let mut powers: Vec<Vec<u64>> = Vec::with_capacity(16);
        self.mul(&one, &self.scale_squared, &mut scratch);
        powers.push(scratch.clone());
        self.mul(&base, &self.scale_squared, &mut scratch);
        powers.push(scratch.clone());
        let window = if exponent.bits() > 64 { 4 } else { 1 };
        for i in 2..1usize << window {
            self.mul(&powers[i - 1], &powers[1], &mut scratch);
            powers.push(scratch.clone());
            poll()?;
        }
        let mut power = powers[0].clone();
        let mut work = 0;
        for group in (0..exponent.bits().div_ceil(window)).rev() {
            work += n * n * 10;
            if work > 1 << 18 {
                poll()?;
                work = 0;
            }
            for _ in 0..window {
                self.mul(&power, &power, &mut scratch);
                std::mem::swap(&mut power, &mut scratch);
            }
            let digit = (0..window)
                .filter(|&i| exponent.bit(group * window + i))
                .map(|i| 1usize << i)
                .sum::<usize>();
            if digit != 0 {
                self.mul(&power, &powers[digit], &mut scratch);
                std::mem::swap(&mut power, &mut scratch);
            }
        }
        self.mul(&power, &one, &mut scratch);
        Ok(limbs::from_limbs(scratch.into_iter()))
    }
}

/// `to += a * digit`; answers the carry out.
fn add_product(to: &mut [u64], a: &[u64], digit: u64) -> u64 {
    let mut carry = 0u64;
    for (to, &a) in to.iter_mut().zip(a) {
        let sum = u128::from(a) * u128::from(digit) + u128::from(*to) + u128::from(carry);
        *to = sum as u64;
        carry = (sum >> 64) as u64;
    }
    carry
}

/// Adds a carry to the limbs from here up.
fn add_at(to: &mut [u64], mut carry: u64) {
    for digit in to {
        let (sum, over) = digit.overflowing_add(carry);
        *digit = sum;
        carry = u64::from(over);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::int::MAX_BITS;
    use crate::base::never;

    fn big(text: &str) -> BigInt {
        text.parse().expect("a number")
    }

    #[test]
    fn powers() {
        let ten = BigInt::from(10);
        assert_eq!(
            pow_small(-3, 5, MAX_BITS, &mut never()),
            Ok(Int::Small(-243))
        );
        assert_eq!(
            pow_small(-12, 31, MAX_BITS, &mut never()),
            Ok(Int::Big(BigInt::from(-12).pow(31)))
        );
        assert_eq!(pow_small(0, 0, MAX_BITS, &mut never()), Ok(Int::Small(1)));
        assert_eq!(
            pow(
                &ten,
                &pow(&ten, &ten, MAX_BITS, &mut never()).unwrap(),
                MAX_BITS,
                &mut never()
            ),
            Err(Error::Memory)
        );
        assert_eq!(
            pow(
                &BigInt::from(-1),
                &(BigInt::one() << 100),
                MAX_BITS,
                &mut never()
            ),
            Ok(BigInt::one())
        );
        assert_eq!(
            pow(&ten, &(BigInt::one() << 100), MAX_BITS, &mut never()),
            Err(Error::Memory)
        );
        assert!(
            pow(
                &BigInt::from(7),
                &BigInt::from(60000),
                MAX_BITS,
                &mut never()
            ) == Ok(BigInt::from(7).pow(60000))
        );
    }

    #[test]
    fn modular_powers() {
        let f = |b: i64, e: i64, m: i64| {
            pow_mod(&b.into(), &e.into(), &m.into(), &mut never())
                .map(|r| r.to_i64().expect("small"))
        };
        assert_eq!(f(2, 3, -5), Ok(-2));
        assert_eq!(f(2, -3, -5), Ok(-3));
        assert_eq!(f(2, -1, 5), Ok(3));
        assert_eq!(f(2, -1, 1), Ok(0));
        assert_eq!(f(-7, 5, 13), Ok(2));
        assert_eq!(f(0, 0, 1), Ok(0));
        assert_eq!(f(0, 0, 7), Ok(1));
        assert_eq!(
            f(2, -1, 4),
            Err(Error::value("base is not invertible for the given modulus"))
        );
        assert_eq!(
            f(2, 1, 0),
            Err(Error::value("pow() 3rd argument cannot be 0"))
        );
    }

    #[test]
    fn large_modular_powers_agree() {
        let e = big("98765432109876543210987654321098765432109876543210");
        for shift in [0u32, 1, 64, 500] {
            for m in [
                (BigInt::one() << 127u32) - 1,
                (BigInt::one() << 521u32) - 1,
                (BigInt::one() << 64u32) + 13,
            ] {
                let m = (m << shift) + BigInt::from(shift & 2);
                let base = big("123456789012345678901234567890123456789012345678901234567890");
                assert_eq!(
                    pow_mod(&base, &e, &m, &mut never()),
                    Ok(base.modpow(&e, &m))
                );
            }
        }
        let (a, m) = (
            big("123456789012345678901234567890"),
            big("170141183460469231731687303715884105727"),
        );
        let i = inverse(&a, &m, &mut never()).expect("prime");
        assert_eq!(a * i % m, BigInt::one());
    }
}
