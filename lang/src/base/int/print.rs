//! Text of integers in bases 2 to 36.
//!
//! num-bigint prints in subquadratic time, but in one piece; beyond [`DIRECT_LIMBS`] the number is first cut by
//! division by powers of the base, so that the poll runs. Powers of two are cut without division.
#![forbid(unsafe_code)]

use std::f64::consts::LOG10_2;

use num_bigint::{BigInt, BigUint, Sign};

use super::div::div_rem_magnitude;
use super::limbs;
use super::mul::mul_magnitude;
use crate::base::Poll;
use crate::base::error::{Error, Result};

/// Limbs up to which num-bigint's own printing stays well under a millisecond.
const DIRECT_LIMBS: usize = 512;

/// The number in a base of 2 to 36 (others are taken to the nearest), in lower case, with a minus sign and no prefix.
pub fn to_text(x: &BigInt, base: u32, poll: Poll<'_>) -> Result<String> {
    let base = base.clamp(2, 36);
    let magnitude = x.magnitude();
    let mut out = String::new();
    if limbs::count(magnitude) <= DIRECT_LIMBS {
        return Ok(x.to_str_radix(base));
    }
    let digits = magnitude.bits() as f64 / f64::from(base).log2() + 64.0;
    out.try_reserve(digits as usize)?;
    if x.sign() == Sign::Minus {
        out.push('-');
    }
    if base.is_power_of_two() {
        // A multiple of every digit size, so that pieces end at digit boundaries.
        let piece = 60 * 8;
        push_pieces(&mut out, magnitude, base, piece, poll)?;
    } else {
        push_divided(&mut out, magnitude, base, poll)?;
    }
    Ok(out)
}

fn push_pieces(
    out: &mut String,
    x: &BigUint,
    base: u32,
    piece: usize,
    poll: Poll<'_>,
) -> Result<()> {
    let digits = x.to_u64_digits();
    let width = piece * 64 / base.trailing_zeros() as usize;
    for start in (0..digits.len()).step_by(piece).rev() {
        poll()?;
        let text = limbs::slice(&digits, start, piece).to_str_radix(base);
        if start + piece < digits.len() {
            pad(out, width - text.len());
        }
        out.push_str(&text);
    }
    Ok(())
}

fn pad(out: &mut String, zeros: usize) {
    out.extend(std::iter::repeat_n('0', zeros));
}

fn push_divided(out: &mut String, x: &BigUint, base: u32, poll: Poll<'_>) -> Result<()> {
    // powers[i] is base^(width << i), the last one at most about half as long as the number.
    let width = (DIRECT_LIMBS as f64 * 32.0 / f64::from(base).log2()) as u32;
    let mut powers = vec![BigUint::from(base).pow(width)];
    while let Some(last) = powers.last()
        && last.bits() * 2 <= x.bits() + 64
    {
        let next = mul_magnitude(last, last, poll)?;
        powers.push(next);
    }
    push_level(out, x, base, width as usize, &powers, false, poll)
}

fn push_level(
    out: &mut String,
    x: &BigUint,
    base: u32,
    width: usize,
    powers: &[BigUint],
    padded: bool,
    poll: Poll<'_>,
) -> Result<()> {
    let Some((power, rest)) = powers.split_last() else {
        poll()?;
        let text = if x.bits() == 0 {
            String::new()
        } else {
            x.to_str_radix(base)
        };
        if padded {
            pad(out, width.saturating_sub(text.len()));
        }
        out.push_str(&text);
        return Ok(());
    };
    if !padded && x < power {
        return push_level(out, x, base, width, rest, false, poll);
    }
    let (high, low) = div_rem_magnitude(x, power, poll)?;
    push_level(out, &high, base, width, rest, padded, poll)?;
    push_level(out, &low, base, width, rest, true, poll)
}

#[cold]
fn too_many_digits(max_digits: usize) -> Error {
    Error::value(format!(
        "Exceeds the limit ({max_digits} digits) for integer string conversion; \
         use sys.set_int_max_str_digits() to increase the limit"
    ))
}

/// `str(x)`: decimal, refused past `max_digits` digits (0: no limit).
pub fn to_decimal(x: &BigInt, max_digits: usize, poll: Poll<'_>) -> Result<String> {
    if max_digits > 0 {
        // A number surely too long is refused before it is converted.
        let at_least = x.bits().saturating_sub(1) as f64 * LOG10_2 - 1.0;
        if at_least > max_digits as f64 {
            return Err(too_many_digits(max_digits));
        }
    }
    let text = to_text(x, 10, poll)?;
    let digits = text.len() - usize::from(x.sign() == Sign::Minus);
    if max_digits > 0 && digits > max_digits {
        return Err(too_many_digits(max_digits));
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::never;

    #[test]
    fn agrees_with_the_direct_way() {
        for n in [1u32, 20, 2000, 40000, 130000] {
            let x = -(BigInt::from(7).pow(n) << 13u32) + 1;
            for base in [2, 3, 8, 10, 16, 32, 36] {
                assert!(
                    to_text(&x, base, &mut never()) == Ok(x.to_str_radix(base)),
                    "7^{n} in base {base}"
                );
            }
        }
        // Long runs of zeros must be padded.
        let x = BigInt::from(10).pow(100_000) * 3 + 5;
        assert!(to_text(&x, 10, &mut never()) == Ok(format!("3{}5", "0".repeat(99_999))));
        let x = BigInt::from(1) << 200_001u32;
        assert!(to_text(&x, 8, &mut never()) == Ok(format!("1{}", "0".repeat(66_667))));
    }

    #[test]
    fn digit_limit() {
        let x = BigInt::from(10).pow(4300);
        let message = "Exceeds the limit (4300 digits) for integer string conversion; \
                       use sys.set_int_max_str_digits() to increase the limit";
        assert_eq!(
            to_decimal(&x, 4300, &mut never()),
            Err(Error::value(message))
        );
        assert!(to_decimal(&(&x - 1), 4300, &mut never()).is_ok());
        assert!(to_decimal(&(-&x + 1), 4300, &mut never()).is_ok());
        assert!(to_decimal(&x, 0, &mut never()).is_ok());
    }
}
