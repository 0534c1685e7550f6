//! Cutting magnitudes at 64-bit limbs and joining them again: the vocabulary of the divide-and-conquer algorithms.
#![forbid(unsafe_code)]

use num_bigint::BigUint;

/// How many 64-bit limbs the magnitude has; 0 for zero.
pub fn count(x: &BigUint) -> usize {
    x.bits().div_ceil(64) as usize
}

/// The magnitude of little-endian limbs.
pub fn from_limbs(limbs: impl ExactSizeIterator<Item = u64>) -> BigUint {
    let mut halves = Vec::with_capacity(limbs.len() * 2);
    for limb in limbs {
        halves.push(limb as u32);
        halves.push((limb >> 32) as u32);
    }
    BigUint::new(halves)
}

/// The lowest `k` limbs.
pub fn low(x: &BigUint, k: usize) -> BigUint {
    let digits = x.iter_u64_digits();
    let k = k.min(digits.len());
    from_limbs(digits.take(k))
}

/// Everything above the lowest `k` limbs.
pub fn high(x: &BigUint, k: usize) -> BigUint {
    x >> (k as u64 * 64)
}

/// Multiplies by 2^(64 k).
pub fn shift_up(x: BigUint, k: usize) -> BigUint {
    x << (k as u64 * 64)
}

/// The limbs `start..start + k` of a number given by its digits.
pub fn slice(digits: &[u64], start: usize, k: usize) -> BigUint {
    let start = start.min(digits.len());
    let end = start.saturating_add(k).min(digits.len());
    from_limbs(digits[start..end].iter().copied())
}
