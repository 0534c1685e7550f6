//! Complex numbers as pairs of floats: parsing, `repr`, arithmetic, powers.
//!
//! API: [`Complex`] with its operators as methods (they fail where Python's do), [`parse_text`]. Addition, subtraction
//! and negation are per part. Formatting is `format::apply::format_complex`, hashing `hash::hash_complex`.
#![forbid(unsafe_code)]

use super::error::{Error, Result};
use super::float::format::{Notation, Options, to_text};
use super::float::parse::prefix;
use super::text::{numerals, repr};

/// A complex number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Complex {
    /// The real part.
    pub real: f64,
    /// The imaginary part.
    pub imag: f64,
}

/// Exponents that are whole and at most this large multiply instead of going through logarithms.
const SMALL_EXPONENT: f64 = 100.0;

impl Complex {
    /// From its parts.
    pub const fn new(real: f64, imag: f64) -> Complex {
        Complex { real, imag }
    }

    /// `self * other`
    #[allow(clippy::should_implement_trait)]
    pub fn mul(self, other: Complex) -> Complex {
        Complex {
            real: self.real * other.real - self.imag * other.imag,
            imag: self.real * other.imag + self.imag * other.real,
        }
    }

    /// `self / other`
    #[allow(clippy::should_implement_trait)]
    pub fn div(self, other: Complex) -> Result<Complex> {
        if other.real == 0.0 && other.imag == 0.0 {
            return Err(Error::zero_division("complex division by zero"));
        }
        Ok(self.quotient(other))
    }

    /// Divides through the larger part of the divisor, so that neither its square overflows nor underflows.
    fn quotient(self, other: Complex) -> Complex {
        if other.real.abs() >= other.imag.abs() {
            let ratio = other.imag / other.real;
            let scale = other.real + other.imag * ratio;
            Complex {
                real: (self.real + self.imag * ratio) / scale,
                imag: (self.imag - self.real * ratio) / scale,
            }
        } else if other.imag.abs() >= other.real.abs() {
            let ratio = other.real / other.imag;
            let scale = other.real * ratio + other.imag;
            Complex {
                real: (self.real * ratio + self.imag) / scale,
                imag: (self.imag * ratio - self.real) / scale,
            }
        } else {
            Complex::new(f64::NAN, f64::NAN)
        }
    }

    /// `self ** exponent`
    pub fn pow(self, exponent: Complex) -> Result<Complex> {
        let whole = exponent.imag == 0.0
            && exponent.real.fract() == 0.0
            && exponent.real.abs() <= SMALL_EXPONENT;
        let zero_power = || Error::zero_division("0.0 to a negative or complex power");
        let power = if whole {
            let steps = exponent.real as i64;
            if steps < 0 && self == Complex::new(0.0, 0.0) {
                return Err(zero_power());
            }
            let power = self.pow_whole(steps.unsigned_abs());
            if steps > 0 {
                power
            } else {
                Complex::new(1.0, 0.0)
                    .checked_quotient(power)
                    .ok_or_else(zero_power)?
            }
        } else if self == Complex::new(0.0, 0.0) {
            if exponent.imag != 0.0 || exponent.real < 0.0 {
                return Err(zero_power());
            }
            Complex::new(0.0, 0.0)
        } else {
            self.pow_polar(exponent)
        };
        if power.real.is_infinite() || power.imag.is_infinite() {
            return Err(Error::overflow("complex exponentiation"));
        }
        Ok(power)
    }

    /// The quotient, or nothing for a divisor that is (or has underflowed to) zero.
    fn checked_quotient(self, other: Complex) -> Option<Complex> {
        (other != Complex::new(0.0, 0.0)).then(|| self.quotient(other))
    }

    fn pow_whole(self, exponent: u64) -> Complex {
        let (mut power, mut square) = (Complex::new(1.0, 0.0), self);
        let mut left = exponent;
        while left > 0 {
            if left & 1 == 1 {
                power = power.mul(square);
            }
            left >>= 1;
            square = square.mul(square);
        }
        power
    }

    fn pow_polar(self, exponent: Complex) -> Complex {
        let abs = self.real.hypot(self.imag);
        let angle = self.imag.atan2(self.real);
        let mut len = abs.powf(exponent.real);
        let mut phase = angle * exponent.real;
        if exponent.imag != 0.0 {
            len *= (-angle * exponent.imag).exp();
            phase += exponent.imag * abs.ln();
        }
        Complex::new(len * phase.cos(), len * phase.sin())
    }

    /// `abs(self)`
    pub fn abs(self) -> Result<f64> {
        let abs = self.real.hypot(self.imag);
        if abs.is_infinite() && self.real.is_finite() && self.imag.is_finite() {
            return Err(Error::overflow("absolute value too large"));
        }
        Ok(abs)
    }

    /// `repr(self)`
    pub fn repr(self) -> String {
        // Without the point and zero of whole floats.
        let part =
            |x: f64| to_text(x, Notation::Shortest, 0, Options::default()).unwrap_or_default();
        let imag = part(self.imag);
        if self.real == 0.0 && self.real.is_sign_positive() {
            return format!("{imag}j");
        }
        let plus = if imag.starts_with('-') { "" } else { "+" };
        format!("({}{plus}{imag}j)", part(self.real))
    }
}

/// `complex(text)`
pub fn parse_text(text: &[u8]) -> Result<Complex> {
    let plain = numerals::to_ascii(text);
    if !underscores_fit(&plain) {
        let shown = repr::str_repr(text);
        return Err(Error::value(format!(
            "could not convert string to complex: {shown}"
        )));
    }
    parse(numerals::trim(&plain)).ok_or_else(|| Error::value("complex() arg is a malformed string"))
}

/// Every underscore stands between two digits.
fn underscores_fit(text: &[u8]) -> bool {
    memchr::memchr_iter(b'_', text).all(|at| {
        let digit = |at: Option<usize>| {
            at.and_then(|at| text.get(at))
                .is_some_and(u8::is_ascii_digit)
        };
        digit(at.checked_sub(1)) && digit(Some(at + 1))
    })
}

/// A whole complex number of trimmed ASCII text, in parentheses or not; `None` if it is not one.
pub fn parse(text: &[u8]) -> Option<Complex> {
    let text = match text {
        [b'(', inner @ .., b')'] => numerals::trim(inner),
        _ => text,
    };
    let unit = |sign: u8| if sign == b'-' { -1.0 } else { 1.0 };
    let (complex, rest) = match prefix(text) {
        Some((first, used)) => match &text[used..] {
            [] => (Complex::new(first, 0.0), &text[used..]),
            [b'j' | b'J', rest @ ..] => (Complex::new(0.0, first), rest),
            [sign @ (b'+' | b'-'), after @ ..] => {
                let (imag, rest) = match prefix(&text[used..]) {
                    Some((imag, more)) => (imag, &text[used + more..]),
                    None => (unit(*sign), after),
                };
                let [b'j' | b'J', rest @ ..] = rest else {
                    return None;
                };
                (Complex::new(first, imag), rest)
            }
            _ => return None,
        },
        None => match text {
            [sign @ (b'+' | b'-'), b'j' | b'J', rest @ ..] => {
                (Complex::new(0.0, unit(*sign)), rest)
            }
            [b'j' | b'J', rest @ ..] => (Complex::new(0.0, 1.0), rest),
            _ => return None,
        },
    };
    rest.is_empty().then_some(complex)
}

#[cfg(test)]
mod tests {
    use super::*;

    const INF: f64 = f64::INFINITY;
    const NAN: f64 = f64::NAN;

    fn same(a: Complex, b: Complex) -> bool {
        let same = |a: f64, b: f64| a.to_bits() == b.to_bits() || a.is_nan() && b.is_nan();
        same(a.real, b.real) && same(a.imag, b.imag)
    }

    /// Expectations: (text, real, imaginary) from CPython 3.13.
    #[test]
    fn well_formed() {
        let cases: &[(&str, f64, f64)] = &[
            ("1_0+2j", 10.0, 2.0),
            (" ( 1+2j ) ", 1.0, 2.0),
            ("j", 0.0, 1.0),
            ("-J", 0.0, -1.0),
            ("1+j", 1.0, 1.0),
            ("infj", 0.0, INF),
            ("nan+infj", NAN, INF),
            ("1e400j", 0.0, INF),
            ("٣j", 0.0, 3.0),
            ("1-nanj", 1.0, NAN),
            ("1e5+j", 100000.0, 1.0),
            ("1.j", 0.0, 1.0),
            ("infinity", INF, 0.0),
            ("-0-0j", -0.0, -0.0),
            ("(5)", 5.0, 0.0),
            ("-1.5e-3J", 0.0, -0.0015),
            ("1e+2j", 0.0, 100.0),
            ("(j)", 0.0, 1.0),
            ("1-j", 1.0, -1.0),
            ("-0", -0.0, 0.0),
            ("٣+٤j", 3.0, 4.0),
        ];
        for &(text, real, imag) in cases {
            let parsed = parse_text(text.as_bytes()).expect(text);
            assert!(same(parsed, Complex::new(real, imag)), "{text}: {parsed:?}");
        }
    }

    #[test]
    fn malformed() {
        for text in [
            "", "1+2", "1 +2j", "(1+2j", "1+2j)", "1\0", "1+2j\x1f", "1+-2j", "é", "0x1", "+", ")",
            "( )", "infxj", "((1j))", "1jj",
        ] {
            assert_eq!(
                parse_text(text.as_bytes()),
                Err(Error::value("complex() arg is a malformed string")),
                "{text}"
            );
        }
        for text in ["1__0j", "_1j", "1_j", "1_+2j", "1_0_"] {
            let message = format!("could not convert string to complex: '{text}'");
            assert_eq!(parse_text(text.as_bytes()), Err(Error::value(message)));
        }
    }

    #[test]
    fn reprs() {
        let cases: &[(f64, f64, &str)] = &[
            (1.0, 2.0, "(1+2j)"),
            (-0.0, 1.0, "(-0+1j)"),
            (0.0, -0.0, "-0j"),
            (NAN, INF, "(nan+infj)"),
            (0.0, 1e+16, "1e+16j"),
            (1e+16, -1e-05, "(1e+16-1e-05j)"),
            (-0.0, -0.0, "(-0-0j)"),
            (1.5, -2.25, "(1.5-2.25j)"),
            (0.0, 0.0, "0j"),
            (INF, NAN, "(inf+nanj)"),
            (0.1, 0.0, "(0.1+0j)"),
        ];
        for &(real, imag, text) in cases {
            assert_eq!(Complex::new(real, imag).repr(), text);
        }
    }

    /// Expectations: (operator, left, right, result) from CPython 3.13.
    #[test]
    fn arithmetic() {
        type Pair = (f64, f64);
        let cases: &[(char, Pair, Pair, Pair)] = &[
            ('*', (1.0, 2.0), (3.0, 4.0), (-5.0, 10.0)),
            ('*', (INF, 1.0), (1.0, 1.0), (INF, INF)),
            ('*', (1e+200, 1e+200), (1e+200, -1e+200), (INF, NAN)),
            ('*', (-0.0, 1.0), (2.0, 0.0), (-0.0, 2.0)),
            ('/', (1.0, 2.0), (3.0, 4.0), (0.44, 0.08)),
            ('/', (1.0, 2.0), (3e+300, 4e+300), (4.4e-301, 8e-302)),
            ('/', (INF, NAN), (1.0, 2.0), (NAN, NAN)),
            ('/', (1.0, 2.0), (NAN, 1.0), (NAN, NAN)),
            ('/', (1.0, 2.0), (4.0, -3.0), (-0.08, 0.44)),
            ('/', (1.0, 0.0), (0.0, 2.0), (0.0, -0.5)),
            (
                '/',
                (1e-300, 1.0),
                (5e-324, 1e-310),
                (INF, 4.9406564584124956e+296),
            ),
            ('^', (1.0, 2.0), (3.0, 0.0), (-11.0, -2.0)),
            ('^', (1.0, 2.0), (-3.0, 0.0), (-0.08800000000000001, 0.016)),
            (
                '^',
                (1.0, 2.0),
                (0.5, 0.0),
                (1.272019649514069, 0.7861513777574233),
            ),
            (
                '^',
                (1.0, 2.0),
                (1.0, 1.0),
                (-0.24720004426291722, 0.6964504870825432),
            ),
            ('^', (1e+300, 1.0), (5.0, 0.0), (NAN, NAN)),
            ('^', (0.0, 2.0), (100.0, 0.0), (1.2676506002282294e+30, 0.0)),
            (
                '^',
                (0.0, 2.0),
                (101.0, 0.0),
                (1.1175885297697398e+16, 2.535301200456459e+30),
            ),
            (
                '^',
                (0.0, 1.0),
                (1000.0, 0.0),
                (1.0, -1.6070832296378168e-13),
            ),
            (
                '^',
                (1.0, 1.0),
                (-100.0, 0.0),
                (-8.881784197001252e-16, -0.0),
            ),
            ('^', (0.0, 0.0), (2.0, 0.0), (0.0, 0.0)),
            ('^', (0.0, 0.0), (0.0, 0.0), (1.0, 0.0)),
            ('^', (INF, 0.0), (2.0, 0.0), (NAN, NAN)),
            (
                '^',
                (0.5, 0.0),
                (-100.0, 0.0),
                (1.2676506002282294e+30, 0.0),
            ),
            (
                '^',
                (-8.0, 0.0),
                (0.3333333333333333, 0.0),
                (1.0000000000000002, 1.7320508075688772),
            ),
            ('^', (0.0, 0.0), (2.5, 0.0), (0.0, 0.0)),
            ('^', (1.0, 1.0), (0.0, 0.0), (1.0, 0.0)),
            ('^', (-1.0, 0.0), (0.5, 0.0), (6.123233995736766e-17, 1.0)),
            (
                '^',
                (1.5, -2.5),
                (2.5, 1.25),
                (17.16962012473208, -49.7376415846823),
            ),
            ('^', (NAN, 0.0), (0.0, 0.0), (1.0, 0.0)),
            ('^', (NAN, 1.0), (2.5, 0.0), (NAN, NAN)),
            ('^', (0.0, 0.0), (100000.0, 0.0), (0.0, 0.0)),
        ];
        for &(op, left, right, expected) in cases {
            let (a, b) = (Complex::new(left.0, left.1), Complex::new(right.0, right.1));
            let result = match op {
                '*' => Ok(a.mul(b)),
                '/' => a.div(b),
                _ => a.pow(b),
            };
            let result = result.expect("no error");
            assert!(
                same(result, Complex::new(expected.0, expected.1)),
                "{left:?} {op} {right:?}: {result:?}"
            );
        }
    }

    #[test]
    fn errors() {
        let c = Complex::new;
        let zero = Err(Error::zero_division("0.0 to a negative or complex power"));
        assert_eq!(c(0.0, 0.0).pow(c(-1.0, 0.0)), zero);
        assert_eq!(c(0.0, 0.0).pow(c(0.0, 1.0)), zero);
        assert_eq!(
            c(1e300, 1.0).pow(c(5.5, 0.0)),
            Err(Error::overflow("complex exponentiation"))
        );
        assert_eq!(
            c(1.0, 0.0).div(c(0.0, -0.0)),
            Err(Error::zero_division("complex division by zero"))
        );
        assert_eq!(
            c(1.5e308, 1.5e308).abs(),
            Err(Error::overflow("absolute value too large"))
        );
        assert_eq!(c(INF, NAN).abs(), Ok(INF));
        assert_eq!(c(3.0, 4.0).abs(), Ok(5.0));
    }
}
