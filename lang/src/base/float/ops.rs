//! Python's operators on floats where they differ from IEEE's, and the ways from a float to integers.
#![forbid(unsafe_code)]

use num_bigint::BigInt;

use super::digits;
use super::scale::decompose;
use crate::base::error::{Error, Result};
use crate::base::int::{Int, convert::trunc_f64};

/// `x / y`.
#[inline]
pub fn div(x: f64, y: f64) -> Result<f64> {
    if y == 0.0 {
        return Err(Error::zero_division("float division by zero"));
    }
    Ok(x / y)
}

/// `x % y`: the result has the sign of `y`.
#[inline]
pub fn modulo(x: f64, y: f64) -> Result<f64> {
    if y == 0.0 {
        return Err(Error::zero_division("float modulo by zero"));
    }
    Ok(floor_parts(x, y).1)
}

/// `x // y`.
#[inline]
pub fn floor_div(x: f64, y: f64) -> Result<f64> {
    if y == 0.0 {
        return Err(Error::zero_division("float floor division by zero"));
    }
    Ok(floor_parts(x, y).0)
}

/// `divmod(x, y)`.
#[inline]
pub fn divmod(x: f64, y: f64) -> Result<(f64, f64)> {
    if y == 0.0 {
        return Err(Error::zero_division("float divmod()"));
    }
    Ok(floor_parts(x, y))
}

fn floor_parts(x: f64, y: f64) -> (f64, f64) {
    let mut rest = x % y;
    let mut quotient = (x - rest) / y;
    if rest == 0.0 {
        rest = 0.0f64.copysign(y);
    } else if (y < 0.0) != (rest < 0.0) {
        rest += y;
        quotient -= 1.0;
    }
    if quotient == 0.0 {
        return (0.0f64.copysign(x / y), rest);
    }
    // The quotient is close to a whole number, but division may have put it just below or above.
    let floor = quotient.floor();
    (
        if quotient - floor > 0.5 {
            floor + 1.0
        } else {
            floor
        },
        rest,
    )
}

/// What `x ** y` comes to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Power {
    /// A float.
    Real(f64),
    /// A negative number to a fraction: the caller computes the complex power.
    Complex,
}

/// `x ** y`.
pub fn pow(x: f64, y: f64) -> Result<Power> {
    if x == 0.0 && y < 0.0 && y.is_finite() {
        return Err(Error::zero_division(
            "0.0 cannot be raised to a negative power",
        ));
    }
    if x.is_finite() && x < 0.0 && y.is_finite() && y.fract() != 0.0 {
        return Ok(Power::Complex);
    }
    // IEEE's pow, which the standard library calls, has Python's answer for every special case.
    let power = x.powf(y);
    if power.is_infinite() && x.is_finite() && y.is_finite() {
        return Err(Error::Range);
    }
    Ok(Power::Real(power))
}

/// `int(x)`.
pub fn to_int(x: f64) -> Result<Int> {
    trunc_f64(x).ok_or_else(|| {
        if x.is_nan() {
            Error::value("cannot convert float NaN to integer")
        } else {
            Error::overflow("cannot convert float infinity to integer")
        }
    })
}

/// `round(x)`: to an integer, halves to even.
pub fn round_to_int(x: f64) -> Result<Int> {
    to_int(x.round_ties_even())
}

/// `math.floor(x)`.
pub fn floor_to_int(x: f64) -> Result<Int> {
    to_int(x.floor())
}

/// `math.ceil(x)`.
pub fn ceil_to_int(x: f64) -> Result<Int> {
    to_int(x.ceil())
}

/// `round(x, ndigits)`: the exact decimal value is rounded, halves to even.
pub fn round_digits(x: f64, ndigits: i64) -> Result<f64> {
    if !x.is_finite() || ndigits > 323 || x == 0.0 {
        return Ok(x);
    }
    if ndigits < -308 {
        return Ok(0.0f64.copysign(x));
    }
    let text = if ndigits >= 0 {
        format!("{:.*}", ndigits as usize, x)
    } else {
        round_above_point(x, ndigits)
    };
    let rounded: f64 = text.parse().unwrap_or(x);
    if rounded.is_infinite() {
        return Err(Error::overflow("rounded value too large to represent"));
    }
    Ok(rounded.copysign(x))
}

/// Rounds at a place before the point, as text.
fn round_above_point(x: f64, ndigits: i64) -> String {
    let exact = digits::significant(x, usize::MAX);
    let keep = exact.point + ndigits;
    if keep > 0 {
        let kept = digits::significant(x, keep as usize);
        let whole: String = kept.digits.iter().map(|&b| char::from(b)).collect();
        return format!("{whole}e{}", kept.point - whole.len() as i64);
    }
    // No digit is kept: the whole number is below one unit of the place, and rounds up if above half of it.
    let up =
        keep == 0 && (exact.digits[0] > b'5' || exact.digits[0] == b'5' && exact.digits.len() > 1);
    if up {
        format!("1e{}", -ndigits)
    } else {
        "0".into()
    }
}

/// `x.as_integer_ratio()`.
pub fn as_integer_ratio(x: f64) -> Result<(BigInt, BigInt)> {
    if x.is_nan() {
        return Err(Error::value("cannot convert NaN to integer ratio"));
    }
    if x.is_infinite() {
        return Err(Error::overflow("cannot convert Infinity to integer ratio"));
    }
    let (mantissa, exponent) = decompose(x);
    let twos = if mantissa == 0 {
        0
    } else {
        mantissa.trailing_zeros()
    };
    let exponent = if mantissa == 0 {
        0
    } else {
        exponent + i64::from(twos)
    };
    let numerator = BigInt::from(mantissa >> twos) << exponent.max(0) as u64;
    let denominator = BigInt::from(1) << (-exponent).max(0) as u64;
    Ok((if x < 0.0 { -numerator } else { numerator }, denominator))
}

/// `x.is_integer()`.
pub fn is_integer(x: f64) -> bool {
    x.is_finite() && x.fract() == 0.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(a: f64, b: f64) -> bool {
        a.to_bits() == b.to_bits() || a.is_nan() && b.is_nan()
    }

    /// Expectations: (x, y, x // y, x % y) from CPython 3.13.
    #[test]
    fn floor_division() {
        const INF: f64 = f64::INFINITY;
        const NAN: f64 = f64::NAN;
        let cases: &[(f64, f64, f64, f64)] = &[
            (-5.5, 3.0, -2.0, 0.5),
            (5.5, -3.0, -2.0, -0.5),
            (-0.0, 3.0, -0.0, 0.0),
            (0.0, -3.0, -0.0, -0.0),
            (5.0, INF, 0.0, 5.0),
            (-5.0, INF, -1.0, INF),
            (-1e-20, 1.0, -1.0, 1.0),
            (5.0, 0.1, 49.0, 0.09999999999999973),
            (1e+300, 1e-10, INF, 5.476641984772742e-11),
            (INF, 1.0, NAN, NAN),
            (1.0, NAN, NAN, NAN),
            (-1.0, INF, -1.0, INF),
            (6.0, -3.0, -2.0, -0.0),
            (0.3, 0.1, 2.0, 0.09999999999999998),
            (-7.0, 0.7, -11.0, 0.6999999999999995),
        ];
        for &(x, y, quotient, rest) in cases {
            let (q, r) = divmod(x, y).expect("no zero");
            assert!(same(q, quotient) && same(r, rest), "{x} {y}: {q} {r}");
        }
        assert_eq!(
            modulo(1.0, 0.0),
            Err(Error::zero_division("float modulo by zero"))
        );
        assert_eq!(
            floor_div(1.0, -0.0),
            Err(Error::zero_division("float floor division by zero"))
        );
        assert_eq!(
            divmod(1.0, 0.0),
            Err(Error::zero_division("float divmod()"))
        );
    }

    #[test]
    fn powers() {
        const INF: f64 = f64::INFINITY;
        const NAN: f64 = f64::NAN;
        let cases: &[(f64, f64, f64)] = &[
            (-2.0, 3.0, -8.0),
            (-0.0, 3.0, -0.0),
            (1.0, NAN, 1.0),
            (NAN, 0.0, 1.0),
            (-1.0, INF, 1.0),
            (-2.0, INF, INF),
            (0.5, INF, 0.0),
            (-INF, 3.0, -INF),
            (-INF, 2.5, INF),
            (-INF, -3.0, -0.0),
            (10.0, -400.0, 0.0),
            (2.0, 0.5, std::f64::consts::SQRT_2),
            (0.0, 0.0, 1.0),
            (-1.0, -INF, 1.0),
            (INF, -1.0, 0.0),
            (NAN, 1.0, NAN),
            (1.1, 100.0, 13780.61233982238),
            (0.0, INF, 0.0),
        ];
        for &(x, y, power) in cases {
            let Ok(Power::Real(p)) = pow(x, y) else {
                panic!("{x} ** {y}")
            };
            assert!(same(p, power), "{x} ** {y}: {p}");
        }
        assert_eq!(pow(-8.0, 0.5), Ok(Power::Complex));
        assert_eq!(pow(2.0, 10000.0), Err(Error::Range));
        assert_eq!(
            pow(-0.0, -3.0),
            Err(Error::zero_division(
                "0.0 cannot be raised to a negative power"
            ))
        );
    }

    /// Expectations: (x, ndigits, round(x, ndigits)) from CPython 3.13.
    #[test]
    fn rounding() {
        let cases: &[(f64, i64, f64)] = &[
            (0.5, 0, 0.0),
            (1e+300, -400, 0.0),
            (5e-324, 400, 5e-324),
            (-1.5, -400, -0.0),
            (25.0, -1, 20.0),
            (35.0, -1, 40.0),
            (5.0, -1, 0.0),
            (0.5, -1, 0.0),
            (2.675, 2, 2.67),
            (15.0, -2, 0.0),
            (50.0, -2, 0.0),
            (50.000001, -2, 100.0),
            (150.0, -2, 200.0),
            (-0.04, 1, -0.0),
            (1e+22, -21, 1e+22),
            (123456.789, -3, 123000.0),
            (1.005, 2, 1.0),
            (0.285, 2, 0.28),
            (9.9999, 3, 10.0),
            (1e-300, 310, 1e-300),
            (5e-324, 323, 0.0),
            (-2.5, 0, -2.0),
            (99.5, -2, 100.0),
            (1.0000000000000002e+16, -1, 1e+16),
            (5.015, 2, 5.01),
        ];
        for &(x, n, rounded) in cases {
            let r = round_digits(x, n).expect("finite");
            assert!(same(r, rounded), "round({x}, {n}): {r}");
        }
        assert_eq!(
            round_digits(1.7e308, -308),
            Err(Error::overflow("rounded value too large to represent"))
        );
        assert_eq!(round_to_int(2.5), Ok(Int::Small(2)));
        assert_eq!(round_to_int(-0.4), Ok(Int::Small(0)));
    }

    #[test]
    fn to_integers() {
        assert_eq!(
            to_int(f64::INFINITY),
            Err(Error::overflow("cannot convert float infinity to integer"))
        );
        assert_eq!(
            to_int(f64::NAN),
            Err(Error::value("cannot convert float NaN to integer"))
        );
        let ratio = |x| as_integer_ratio(x).map(|(n, d)| format!("{n}/{d}"));
        assert_eq!(
            ratio(0.1).as_deref(),
            Ok("3602879701896397/36028797018963968")
        );
        assert_eq!(ratio(-1.5).as_deref(), Ok("-3/2"));
        assert_eq!(ratio(-0.0).as_deref(), Ok("0/1"));
        assert_eq!(ratio(1e20).as_deref(), Ok("100000000000000000000/1"));
        assert_eq!(
            ratio(f64::NAN),
            Err(Error::value("cannot convert NaN to integer ratio"))
        );
        assert_eq!(
            ratio(f64::INFINITY),
            Err(Error::overflow("cannot convert Infinity to integer ratio"))
        );
    }
}
