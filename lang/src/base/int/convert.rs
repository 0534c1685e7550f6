//! Between integers and other numbers: the hash, and exact or correctly rounded ways to and from `f64`.
#![forbid(unsafe_code)]

use std::cmp::Ordering;

use num_bigint::{BigInt, BigUint, Sign};
use num_traits::Zero;

use super::Int;
use super::div::div_rem_magnitude;
use crate::base::Poll;
use crate::base::error::{Error, Result};
use crate::base::float::scale::{decompose, round_scaled};
use crate::base::hash::{HASH_BITS, HASH_MODULUS};

/// `hash(x)` of a small number.
#[inline]
pub fn hash_small(x: i64) -> i64 {
    let hash = (x.unsigned_abs() % HASH_MODULUS) as i64;
    match if x < 0 { -hash } else { hash } {
        -1 => -2,
        hash => hash,
    }
}

/// `hash(x)`: the value modulo 2^61 - 1, with its sign, and -2 for -1.
pub fn hash(x: &BigInt) -> i64 {
    let mut sum = 0u64;
    for limb in x.iter_u64_digits().rev() {
        // 2^64 is 2^3 modulo 2^61 - 1.
        let wide = u128::from(sum) << 64 | u128::from(limb);
        sum = (wide % u128::from(HASH_MODULUS)) as u64;
    }
    debug_assert!(sum >> HASH_BITS == 0);
    match if x.sign() == Sign::Minus {
        -(sum as i64)
    } else {
        sum as i64
    } {
        -1 => -2,
        hash => hash,
    }
}

/// `float(x)`, rounded half to even.
pub fn to_f64(x: &BigInt) -> Result<f64> {
    let rounded = magnitude_to_f64(x.magnitude());
    if rounded.is_infinite() {
        return Err(Error::overflow("int too large to convert to float"));
    }
    Ok(if x.sign() == Sign::Minus {
        -rounded
    } else {
        rounded
    })
}

/// The magnitude rounded half to even; infinity if it is too large.
fn magnitude_to_f64(x: &BigUint) -> f64 {
    let bits = x.bits();
    if bits > 1024 {
        return f64::INFINITY;
    }
    let (mut top, mut sticky) = (0u128, false);
    let count = x.iter_u64_digits().len();
    for (i, limb) in x.iter_u64_digits().rev().enumerate() {
        if i < 2 {
            top = top << 64 | u128::from(limb);
        } else {
            sticky |= limb != 0;
        }
    }
    round_scaled(top, sticky, 64 * count.saturating_sub(2) as i64)
}

/// `a / b` of small numbers, correctly rounded.
pub fn true_div_small(a: i64, b: i64) -> Result<f64> {
    if b == 0 {
        return Err(Error::zero_division("division by zero"));
    }
    const EXACT: u64 = 1 << 53;
    if a == 0 || a.unsigned_abs() <= EXACT && b.unsigned_abs() <= EXACT {
        return Ok(a as f64 / b as f64);
    }
    // 66 quotient bits and a sticky bit are more than rounding needs.
    let (x, y) = (u128::from(a.unsigned_abs()), u128::from(b.unsigned_abs()));
    let shift = x.leading_zeros();
    let (mut quotient, rest) = ((x << shift) / y, (x << shift) % y);
    let mut scale = -i64::from(shift);
    let mut sticky = rest != 0;
    if quotient >> 64 == 0 {
        // The divisor is long: divide the remainder on, for as many bits again.
        let more = (y.leading_zeros()).min(quotient.leading_zeros());
        quotient = (quotient << more) | ((rest << more) / y);
        sticky = (rest << more) % y != 0;
        scale -= i64::from(more);
    }
    let rounded = round_scaled(quotient, sticky, scale);
    Ok(if (a < 0) != (b < 0) {
        -rounded
    } else {
        rounded
    })
}

/// `a / b`, correctly rounded.
pub fn true_div(a: &BigInt, b: &BigInt, poll: Poll<'_>) -> Result<f64> {
    if b.is_zero() {
        return Err(Error::zero_division("division by zero"));
    }
    let negative = (a.sign() == Sign::Minus) != (b.sign() == Sign::Minus);
    let sign = |x: f64| if negative { -x } else { x };
    if a.is_zero() {
        return Ok(sign(0.0));
    }
    let too_large = || Error::overflow("integer division result too large for a float");
    let gap = a.bits() as i64 - b.bits() as i64;
    if gap > 1025 {
        return Err(too_large());
    }
    if gap < -1100 {
        return Ok(sign(0.0));
    }
    // Scaled so that the quotient has 66 or 67 bits, of which the float keeps 53.
    let shift = 66 - gap;
    let (mut x, mut y) = (a.magnitude().clone(), b.magnitude().clone());
    if shift >= 0 {
        x <<= shift as u64;
    } else {
        y <<= shift.unsigned_abs();
    }
    let (quotient, rest) = div_rem_magnitude(&x, &y, poll)?;
    let top = quotient
        .iter_u64_digits()
        .rev()
        .fold(0u128, |top, limb| top << 64 | u128::from(limb));
    let rounded = round_scaled(top, !rest.is_zero(), -shift);
    if rounded.is_infinite() {
        return Err(too_large());
    }
    Ok(sign(rounded))
}

/// The integer a finite float truncates to; `None` for infinities and NaN.
pub fn trunc_f64(x: f64) -> Option<Int> {
    if !x.is_finite() {
        return None;
    }
    let whole = x.trunc();
    if whole.abs() < 9.2e18 {
        return Some(Int::Small(whole as i64));
    }
    let (mantissa, exponent) = decompose(whole);
    let magnitude = BigUint::from(mantissa) << exponent.max(0) as u64;
    let sign = if x < 0.0 { Sign::Minus } else { Sign::Plus };
    Some(Int::from(BigInt::from_biguint(sign, magnitude)))
}

/// Compares an integer with a float exactly; `None` for NaN.
pub fn compare_f64(x: &BigInt, y: f64) -> Option<Ordering> {
    if y.is_nan() {
        return None;
    }
    if y.is_infinite() || x.bits() > 1024 {
        let big = if y.is_infinite() {
            y < 0.0
        } else {
            x.sign() != Sign::Minus
        };
        return Some(if big {
            Ordering::Greater
        } else {
            Ordering::Less
        });
    }
    let whole = trunc_f64(y)?.into_big();
    // Where the whole parts are equal, the float's fraction decides.
    Some(
        x.cmp(&whole)
            .then_with(|| 0.0.partial_cmp(&y.fract()).unwrap_or(Ordering::Equal)),
    )
}

/// Compares a small integer with a float exactly; `None` for NaN.
#[inline]
pub fn compare_f64_small(x: i64, y: f64) -> Option<Ordering> {
    if x.unsigned_abs() <= 1 << 53 {
        return (x as f64).partial_cmp(&y);
    }
    if y.is_nan() {
        return None;
    }
    if y >= 9_223_372_036_854_775_808.0 {
        return Some(Ordering::Less);
    }
    if y < -9_223_372_036_854_775_808.0 {
        return Some(Ordering::Greater);
    }
    Some(
        x.cmp(&(y as i64))
            .then_with(|| 0.0.partial_cmp(&y.fract()).unwrap_or(Ordering::Equal)),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::never;

    fn big(text: &str) -> BigInt {
        text.parse().expect("a number")
    }

    #[test]
    fn hashes() {
        assert_eq!(hash_small((1 << 61) - 1), 0);
        assert_eq!(hash_small(-1), -2);
        assert_eq!(hash_small(-(1 << 61)), -2);
        assert_eq!(hash_small(i64::MIN), -4);
        assert_eq!(
            hash(&big("1000000000000000000000000000000")),
            465258685558744706
        );
        assert_eq!(hash(&(-(BigInt::from(1) << 122u32))), -2);
        assert_eq!(hash(&(BigInt::from(10).pow(400))), 477640439047194790);
        assert_eq!(hash(&(-BigInt::from(7).pow(333))), -877382956981109980);
    }

    #[test]
    fn to_float() {
        assert_eq!(to_f64(&big("9007199254740993")), Ok(9007199254740992.0));
        assert_eq!(to_f64(&big("9007199254740995")), Ok(9007199254740996.0));
        assert_eq!(to_f64(&big("-1000000000000000000000000")), Ok(-1e24));
        let max = (BigInt::from(1) << 1024u32) - (BigInt::from(1) << 970u32);
        assert_eq!(to_f64(&(&max - 1)), Ok(f64::MAX));
        assert_eq!(
            to_f64(&max),
            Err(Error::overflow("int too large to convert to float"))
        );
        let tie = (BigInt::from(1) << 300u32) + (BigInt::from(1) << 247u32);
        assert_eq!(to_f64(&tie), Ok(2f64.powi(300)));
        assert_eq!(
            to_f64(&(tie + 1)),
            Ok(2f64.powi(300) * (1.0 + f64::EPSILON))
        );
    }

    #[test]
    fn true_division() {
        let f = |a: &BigInt, b: &BigInt| true_div(a, b, &mut never());
        let ten = |n: u32| BigInt::from(10).pow(n);
        assert_eq!(f(&ten(400), &ten(399)), Ok(10.0));
        assert_eq!(f(&BigInt::from(1), &ten(400)), Ok(0.0));
        assert_eq!(f(&-ten(76), &(ten(400))), Ok(-1e-324));
        assert_eq!(f(&ten(80), &(-ten(400))), Ok(-1e-320));
        assert_eq!(
            f(&ten(400), &BigInt::from(1)),
            Err(Error::overflow(
                "integer division result too large for a float"
            ))
        );
        assert_eq!(
            f(&ten(400), &BigInt::zero()),
            Err(Error::zero_division("division by zero"))
        );
        assert_eq!(
            true_div_small(9007199254740993, 9007199254740995),
            Ok(0.9999999999999998)
        );
        assert_eq!(true_div_small(i64::MIN, -3), Ok(3.0744573456182584e+18));
        assert_eq!(true_div_small(1, i64::MAX), Ok(1.0842021724855044e-19));
        assert_eq!(true_div_small(i64::MAX, i64::MAX - 1), Ok(1.0));
        assert_eq!(true_div_small(-7, 2), Ok(-3.5));
        for a in [
            1i64,
            3,
            1 << 54,
            i64::MAX,
            9007199254740993,
            123456789012345678,
        ] {
            for b in [
                1i64,
                7,
                1 << 55,
                i64::MAX - 5,
                9007199254740995,
                987654321098765432,
            ] {
                assert_eq!(true_div_small(a, b), f(&a.into(), &b.into()), "{a} / {b}");
            }
        }
    }

    #[test]
    fn comparison_is_exact() {
        use Ordering::*;
        assert_eq!(
            compare_f64_small(9007199254740993, 9007199254740992.0),
            Some(Greater)
        );
        assert_eq!(
            compare_f64_small(i64::MAX, 9223372036854775807.0),
            Some(Less)
        );
        assert_eq!(
            compare_f64_small(i64::MIN, -9223372036854775808.0),
            Some(Equal)
        );
        assert_eq!(compare_f64_small(3, 3.5), Some(Less));
        assert_eq!(compare_f64_small(3, f64::NAN), None);
        assert_eq!(compare_f64(&BigInt::from(10).pow(30), 1e30), Some(Less));
        assert_eq!(
            compare_f64(&BigInt::from(10).pow(400), f64::MAX),
            Some(Greater)
        );
        assert_eq!(
            compare_f64(&BigInt::from(10).pow(400), f64::INFINITY),
            Some(Less)
        );
        assert_eq!(
            compare_f64(&-BigInt::from(10).pow(400), f64::NEG_INFINITY),
            Some(Greater)
        );
        assert_eq!(compare_f64(&BigInt::from(-3), -3.5), Some(Greater));
    }

    #[test]
    fn truncation() {
        assert_eq!(trunc_f64(-2.9), Some(Int::Small(-2)));
        assert_eq!(
            trunc_f64(1e30),
            Some(Int::Big(big("1000000000000000019884624838656")))
        );
        assert_eq!(
            trunc_f64(-9223372036854775808.0),
            Some(Int::Small(i64::MIN))
        );
        assert_eq!(trunc_f64(f64::NAN), None);
    }
}
