//! Integers of any size, on `i64` and `num_bigint::BigInt`.
//!
//! [`Int`] is the common answer: the small form whenever the value fits an `i64`. Every operation whose work or
//! result a script can make large takes a [`Poll`](crate::base::Poll) and, where the result can outgrow its operands
//! (product, power, shift), a limit in bits: past it the answer is `Error::Memory` at once, before any work.
//!
//! * [`parse`]: `int(text, base)`, with underscores, digits of all scripts and the digit limit; literals.
//! * [`print`]: text in bases 2 to 36, subquadratic.
//! * [`mul`], [`div`], [`pow`]: product, floor division, powers, modular powers and inverses, all polled.
//! * [`bits`]: shifts, `bit_length`, `bit_count`, `isqrt`, `gcd`.
//! * [`bytes`]: `to_bytes` and `from_bytes`.
//! * [`convert`]: hash, correctly rounded conversion and division to `f64`, exact conversion and comparison from it.
//!
//! Addition, subtraction, negation and the bitwise operators need nothing of the kind: use `BigInt`'s own, and
//! [`Int::from`] to bring the result to the small form. Sizes were measured with num-bigint 0.5 (2.5 GHz Cascade
//! Lake): a product of two 1024-limb numbers takes some 0.3 ms, so that is the unit of work between two polls.
#![forbid(unsafe_code)]

pub mod bits;
pub mod bytes;
pub mod convert;
pub mod div;
mod limbs;
pub mod mul;
pub mod parse;
pub mod pow;
pub mod print;

use num_bigint::BigInt;
use num_traits::ToPrimitive;

use super::error::{Error, Result};

/// A limit in bits for callers that have no narrower one: results of half a gibibyte.
pub const MAX_BITS: u64 = 1 << 32;

/// An integer in its smallest form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Int {
    /// Fits an `i64`.
    Small(i64),
    /// Does not fit an `i64`.
    Big(BigInt),
}

impl Int {
    /// The value as a `BigInt`.
    pub fn into_big(self) -> BigInt {
        match self {
            Int::Small(value) => value.into(),
            Int::Big(value) => value,
        }
    }
}

impl From<i64> for Int {
    fn from(value: i64) -> Int {
        Int::Small(value)
    }
}

impl From<i128> for Int {
    fn from(value: i128) -> Int {
        match i64::try_from(value) {
            Ok(value) => Int::Small(value),
            Err(_) => Int::Big(value.into()),
        }
    }
}

impl From<BigInt> for Int {
    fn from(value: BigInt) -> Int {
        match value.to_i64() {
            Some(value) => Int::Small(value),
            None => Int::Big(value),
        }
    }
}

impl From<Int> for BigInt {
    fn from(value: Int) -> BigInt {
        value.into_big()
    }
}

/// Fails if a result of so many bits passes the limit or could not be held in memory.
///
/// num-bigint allocates infallibly, so large sizes are tried first with an allocation that may fail.
pub(crate) fn check_size(bits: u64, max_bits: u64) -> Result<()> {
    if bits > max_bits {
        return Err(Error::Memory);
    }
    const TRIED_FROM: u64 = 1 << 23;
    if bits >= TRIED_FROM {
        // Twice the result covers the temporaries of one operation.
        let bytes = usize::try_from(bits / 4).map_err(|_| Error::Memory)?;
        Vec::<u8>::new().try_reserve_exact(bytes)?;
    }
    Ok(())
}
