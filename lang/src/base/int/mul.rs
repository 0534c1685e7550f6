//! Products of any size, cut so that the poll runs between pieces.
//!
//! Up to [`DIRECT`] limbs num-bigint multiplies alone (schoolbook, Karatsuba, Toom-3). Beyond, a long factor is cut
//! into blocks of the short one's size and blocks of like size are multiplied by Karatsuba's identity.
#![forbid(unsafe_code)]

use num_bigint::{BigInt, BigUint};
use num_traits::Zero;

use super::{check_size, limbs};
use crate::base::Poll;
use crate::base::error::Result;

/// Limbs up to which one call of num-bigint stays well under a millisecond.
pub(super) const DIRECT: usize = 1024;

/// `a * b`; `Error::Memory` if the product may pass `max_bits`.
pub fn mul(a: &BigInt, b: &BigInt, max_bits: u64, poll: Poll<'_>) -> Result<BigInt> {
    let bits = a.bits().saturating_add(b.bits());
    if bits <= 64 * DIRECT as u64 && bits <= max_bits {
        return Ok(a * b);
    }
    // The product has this many bits or one more; the limit is on what is certain.
    check_size(bits.saturating_sub(1), max_bits)?;
    let magnitude = mul_magnitude(a.magnitude(), b.magnitude(), poll)?;
    Ok(BigInt::from_biguint(a.sign() * b.sign(), magnitude))
}

/// The product of two magnitudes.
pub(super) fn mul_magnitude(a: &BigUint, b: &BigUint, poll: Poll<'_>) -> Result<BigUint> {
    let (short, long) = if a.bits() <= b.bits() { (a, b) } else { (b, a) };
    let (m, n) = (limbs::count(short), limbs::count(long));
    if n <= DIRECT {
        poll()?;
        return Ok(short * long);
    }
    if m == 0 {
        return Ok(BigUint::zero());
    }
    let block = m.max(DIRECT);
    if n >= 2 * block {
        return mul_blocks(short, long, block, poll);
    }
    if m <= DIRECT / 2 {
        poll()?;
        return Ok(short * long);
    }
    karatsuba(short, long, n.div_ceil(2), poll)
}

/// A long factor, block by block; neighbouring products overlap by the short factor's size.
fn mul_blocks(short: &BigUint, long: &BigUint, block: usize, poll: Poll<'_>) -> Result<BigUint> {
    let digits = long.to_u64_digits();
    let mut out: Vec<u64> = Vec::new();
    out.try_reserve_exact(digits.len() + limbs::count(short) + 1)?;
    let mut carry = BigUint::zero();
    for start in (0..digits.len()).step_by(block) {
        let part = limbs::slice(&digits, start, block);
        carry += mul_magnitude(short, &part, poll)?;
        let take = block.min(digits.len() - start);
        let low = carry.iter_u64_digits().take(take);
        let have = low.len();
        out.extend(low);
        out.extend(std::iter::repeat_n(0, take - have));
        carry = limbs::high(&carry, take);
    }
    out.extend(carry.iter_u64_digits());
    Ok(limbs::from_limbs(out.into_iter()))
}

fn karatsuba(a: &BigUint, b: &BigUint, k: usize, poll: Poll<'_>) -> Result<BigUint> {
    let (a0, a1) = (limbs::low(a, k), limbs::high(a, k));
    let (b0, b1) = (limbs::low(b, k), limbs::high(b, k));
    let low = mul_magnitude(&a0, &b0, poll)?;
    let high = mul_magnitude(&a1, &b1, poll)?;
    let mut middle = mul_magnitude(&(a0 + a1), &(b0 + b1), poll)?;
    middle -= &low;
    middle -= &high;
    let mut out = limbs::shift_up(high, k);
    out += middle;
    out = limbs::shift_up(out, k);
    out += low;
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::error::Error;
    use crate::base::int::MAX_BITS;
    use crate::base::{Interrupted, never};

    /// A number of `n` limbs with no pattern.
    pub(crate) fn noise(n: usize, mut seed: u64) -> BigUint {
        limbs::from_limbs(
            (0..n)
                .map(|_| {
                    seed = seed
                        .wrapping_mul(6364136223846793005)
                        .wrapping_add(1442695040888963407);
                    seed ^ seed >> 29
                })
                .collect::<Vec<_>>()
                .into_iter(),
        )
    }

    #[test]
    fn cut_products_equal_whole_ones() {
        for (m, n) in [
            (1, 3000),
            (700, 1500),
            (1024, 1025),
            (1500, 1501),
            (2100, 9000),
            (5000, 5000),
        ] {
            let (a, b) = (noise(m, 1), noise(n, 2));
            assert!(
                mul_magnitude(&a, &b, &mut never()) == Ok(&a * &b),
                "{m} x {n}"
            );
        }
        let zeros = noise(1, 3) << (64 * 5000);
        assert!(mul_magnitude(&zeros, &zeros, &mut never()) == Ok(&zeros * &zeros));
    }

    #[test]
    fn limit_and_interrupt() {
        let a = BigInt::from(noise(3000, 5));
        assert_eq!(mul(&a, &a, 64 * 3000, &mut never()), Err(Error::Memory));
        let mut polls = 0;
        let mut poll = || {
            polls += 1;
            if polls > 2 { Err(Interrupted) } else { Ok(()) }
        };
        assert_eq!(mul(&a, &a, MAX_BITS, &mut poll), Err(Error::Interrupted));
    }
}
