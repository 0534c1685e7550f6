//! Floats to text: `repr`, and the notations of the format mini-language without fill, sign choice and grouping.
#![forbid(unsafe_code)]

use super::digits::{self, Digits};
use crate::base::error::Result;

/// How a float is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notation {
    /// `e`: one digit before the point, `precision` after it.
    Exponent,
    /// `f`: `precision` digits after the point.
    Fixed,
    /// `g`: `precision` significant digits, with an exponent where that is shorter.
    General,
    /// Shortest digits that read back; the precision is ignored.
    Shortest,
}

/// What else is wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// `#`: keep the point, and with `g` the trailing zeros.
    pub alternate: bool,
    /// `.0` after whole numbers, as `repr` has it; `g` then goes to exponents one digit earlier.
    pub dot_zero: bool,
    /// Upper-case `E`, `INF`, `NAN`.
    pub upper: bool,
    /// `z`: a result that rounds to zero loses its minus sign.
    pub no_negative_zero: bool,
}

/// `repr(x)`.
pub fn repr(x: f64) -> String {
    let options = Options {
        dot_zero: true,
        ..Options::default()
    };
    // Shortest text is at most 24 bytes: no reservation can fail.
    to_text(x, Notation::Shortest, 0, options).unwrap_or_default()
}

/// The float with a minus sign if it has one. Fails only for want of memory at huge precisions.
pub fn to_text(x: f64, notation: Notation, precision: usize, options: Options) -> Result<String> {
    let mut out = String::new();
    if !x.is_finite() {
        let word = if x.is_nan() { "nan" } else { "inf" };
        if x.is_sign_negative() && !x.is_nan() {
            out.push('-');
        }
        out.push_str(word);
        if options.upper {
            out.make_ascii_uppercase();
        }
        return Ok(out);
    }
    // `end` is the number of digits shown, counted from the first significant one.
    let precision_end = i64::try_from(precision)
        .unwrap_or(i64::MAX / 4)
        .min(i64::MAX / 4);
    let (digits, mut end, exponent) = match notation {
        Notation::Exponent => (
            digits::significant(x, precision.saturating_add(1)),
            precision_end + 1,
            true,
        ),
        Notation::Fixed => {
            let digits = digits::fractional(x, precision);
            let end = digits.point + precision_end;
            (digits, end, false)
        }
        Notation::General => {
            let precision_end = precision_end.max(1);
            let digits = digits::significant(x, precision.max(1));
            let exponent =
                digits.point <= -4 || digits.point > precision_end - i64::from(options.dot_zero);
            let end = if options.alternate {
                precision_end
            } else {
                digits.digits.len() as i64
            };
            (digits, end, exponent)
        }
        Notation::Shortest => {
            let digits = digits::shortest(x);
            let exponent = digits.point <= -4 || digits.point > 16;
            let end = digits.digits.len() as i64;
            (digits, end, exponent)
        }
    };
    let point = if exponent { 1 } else { digits.point };
    end = if !exponent && options.dot_zero {
        end.max(point + 1)
    } else {
        end.max(point)
    };
    if x.is_sign_negative() && !(options.no_negative_zero && digits.digits == [b'0']) {
        out.push('-');
    }
    push_digits(&mut out, &digits, point, end, options.alternate)?;
    if exponent {
        push_exponent(&mut out, digits.point - 1, options.upper);
    }
    Ok(out)
}

/// The digits from the first shown (a zero before the point at least) to number `end`, with the point in its place.
fn push_digits(
    out: &mut String,
    digits: &Digits,
    point: i64,
    end: i64,
    keep_point: bool,
) -> Result<()> {
    let shown = usize::try_from(end - point.min(0) + 2).unwrap_or(usize::MAX);
    out.try_reserve(shown.saturating_add(8))?;
    let at = |i: i64| {
        usize::try_from(i)
            .ok()
            .and_then(|i| digits.digits.get(i))
            .map_or('0', |&b| char::from(b))
    };
    if point <= 0 {
        out.push('0');
    } else {
        out.extend((0..point).map(at));
    }
    if end > point || keep_point {
        out.push('.');
        out.extend((point..end).map(at));
    }
    Ok(())
}

fn push_exponent(out: &mut String, exponent: i64, upper: bool) {
    out.push(if upper { 'E' } else { 'e' });
    out.push(if exponent < 0 { '-' } else { '+' });
    let text = exponent.unsigned_abs().to_string();
    if text.len() < 2 {
        out.push('0');
    }
    out.push_str(&text);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reprs() {
        let cases: &[(f64, &str)] = &[
            (0.0, "0.0"),
            (-0.0, "-0.0"),
            (1.0, "1.0"),
            (1e+16, "1e+16"),
            (1000000000000000.0, "1000000000000000.0"),
            (1.2345678901234568e+17, "1.2345678901234568e+17"),
            (9999999999999998.0, "9999999999999998.0"),
            (0.0001, "0.0001"),
            (1e-05, "1e-05"),
            (1.234e-05, "1.234e-05"),
            (1e+22, "1e+22"),
            (1e+23, "1e+23"),
            (5e-324, "5e-324"),
            (1.7976931348623157e+308, "1.7976931348623157e+308"),
            (0.1, "0.1"),
            (0.3333333333333333, "0.3333333333333333"),
            (9007199254740994.0, "9007199254740994.0"),
            (-1.5e-07, "-1.5e-07"),
            (9007199254740992.0, "9007199254740992.0"),
            (5.684341886080802e-14, "5.684341886080802e-14"),
            (4.35, "4.35"),
            (1e+100, "1e+100"),
            (123456.789, "123456.789"),
            (-3.523344703336752e-22, "-3.523344703336752e-22"),
            (-2.10353007153653e-28, "-2.10353007153653e-28"),
            (-8551.274266649145, "-8551.274266649145"),
            (-8117399.161206349, "-8117399.161206349"),
            (-88.40021504505864, "-88.40021504505864"),
            (-5.706036383286765e-26, "-5.706036383286765e-26"),
            (-1.3270863267522826e-27, "-1.3270863267522826e-27"),
            (-51867.399974595, "-51867.399974595"),
            (-1.5096162171497208e+21, "-1.5096162171497208e+21"),
            (1.3090738838615934e+29, "1.3090738838615934e+29"),
            (f64::INFINITY, "inf"),
            (f64::NEG_INFINITY, "-inf"),
        ];
        for &(x, text) in cases {
            assert_eq!(repr(x), text);
        }
        assert_eq!(repr(f64::NAN), "nan");
        assert_eq!(repr(-f64::NAN), "nan");
    }

    /// Expectations: what `%` and `format` write in CPython 3.13, as (number, notation, precision, `#`, text).
    #[test]
    #[allow(clippy::approx_constant)]
    fn notations() {
        use Notation::*;
        let cases: &[(f64, Notation, usize, bool, &str)] = &[
            (0.0, Exponent, 1, false, "0.0e+00"),
            (0.0, Exponent, 10, false, "0.0000000000e+00"),
            (0.0, Fixed, 6, false, "0.000000"),
            (0.0, Fixed, 20, false, "0.00000000000000000000"),
            (0.0, General, 0, false, "0"),
            (0.0, General, 6, true, "0.00000"),
            (-0.0, Exponent, 1, true, "-0.0e+00"),
            (-0.0, Exponent, 6, true, "-0.000000e+00"),
            (-0.0, Fixed, 20, true, "-0.00000000000000000000"),
            (-0.0, Fixed, 10, false, "-0.0000000000"),
            (-0.0, General, 10, false, "-0"),
            (-0.0, General, 1, false, "-0"),
            (1.0, Exponent, 0, true, "1.e+00"),
            (1.0, Exponent, 6, true, "1.000000e+00"),
            (1.0, Fixed, 10, false, "1.0000000000"),
            (1.0, Fixed, 6, true, "1.000000"),
            (1.0, General, 6, false, "1"),
            (1.0, General, 3, true, "1.00"),
            (0.5, Exponent, 1, false, "5.0e-01"),
            (0.5, Exponent, 10, true, "5.0000000000e-01"),
            (0.5, Fixed, 2, false, "0.50"),
            (0.5, Fixed, 6, true, "0.500000"),
            (0.5, General, 3, false, "0.5"),
            (0.5, General, 2, true, "0.50"),
            (1.5, Exponent, 6, true, "1.500000e+00"),
            (1.5, Exponent, 3, true, "1.500e+00"),
            (1.5, Fixed, 3, true, "1.500"),
            (1.5, Fixed, 20, false, "1.50000000000000000000"),
            (1.5, General, 20, false, "1.5"),
            (1.5, General, 6, false, "1.5"),
            (2.5, Exponent, 2, false, "2.50e+00"),
            (2.5, Exponent, 20, false, "2.50000000000000000000e+00"),
            (2.5, Fixed, 6, true, "2.500000"),
            (2.5, Fixed, 3, true, "2.500"),
            (2.5, General, 2, false, "2.5"),
            (2.5, General, 3, true, "2.50"),
            (0.125, Exponent, 10, true, "1.2500000000e-01"),
            (0.125, Exponent, 20, false, "1.25000000000000000000e-01"),
            (0.125, Fixed, 10, true, "0.1250000000"),
            (0.125, Fixed, 3, false, "0.125"),
            (0.125, General, 10, true, "0.1250000000"),
            (0.125, General, 2, false, "0.12"),
            (99.995, Exponent, 1, true, "1.0e+02"),
            (99.995, Exponent, 6, true, "9.999500e+01"),
            (99.995, Fixed, 20, true, "99.99500000000000454747"),
            (99.995, Fixed, 2, true, "100.00"),
            (99.995, General, 3, true, "100."),
            (99.995, General, 20, false, "99.995000000000004547"),
            (9.5, Exponent, 6, false, "9.500000e+00"),
            (9.5, Exponent, 2, false, "9.50e+00"),
            (9.5, Fixed, 20, true, "9.50000000000000000000"),
            (9.5, Fixed, 6, false, "9.500000"),
            (9.5, General, 2, false, "9.5"),
            (9.5, General, 10, false, "9.5"),
            (1e-05, Exponent, 1, true, "1.0e-05"),
            (1e-05, Exponent, 0, true, "1.e-05"),
            (1e-05, Fixed, 1, false, "0.0"),
            (1e-05, Fixed, 0, false, "0"),
            (1e-05, General, 2, true, "1.0e-05"),
            (1e-05, General, 20, false, "1.0000000000000000818e-05"),
            (1.5e-05, Exponent, 2, false, "1.50e-05"),
            (1.5e-05, Exponent, 6, false, "1.500000e-05"),
            (1.5e-05, Fixed, 10, false, "0.0000150000"),
            (1.5e-05, Fixed, 6, false, "0.000015"),
            (1.5e-05, General, 10, false, "1.5e-05"),
            (1.5e-05, General, 0, false, "2e-05"),
            (0.0001, Exponent, 20, false, "1.00000000000000004792e-04"),
            (0.0001, Exponent, 10, false, "1.0000000000e-04"),
            (0.0001, Fixed, 3, true, "0.000"),
            (0.0001, Fixed, 20, false, "0.00010000000000000000"),
            (0.0001, General, 0, true, "0.0001"),
            (0.0001, General, 1, true, "0.0001"),
            (123456.789, Exponent, 1, true, "1.2e+05"),
            (123456.789, Exponent, 0, true, "1.e+05"),
            (123456.789, Fixed, 0, true, "123457."),
            (123456.789, Fixed, 6, true, "123456.789000"),
            (123456.789, General, 2, true, "1.2e+05"),
            (123456.789, General, 6, false, "123457"),
            (1234567.0, Exponent, 6, true, "1.234567e+06"),
            (1234567.0, Exponent, 3, true, "1.235e+06"),
            (1234567.0, Fixed, 2, false, "1234567.00"),
            (1234567.0, Fixed, 6, true, "1234567.000000"),
            (1234567.0, General, 20, false, "1234567"),
            (1234567.0, General, 3, false, "1.23e+06"),
            (1000000.0, Exponent, 3, true, "1.000e+06"),
            (1000000.0, Exponent, 2, true, "1.00e+06"),
            (1000000.0, Fixed, 2, true, "1000000.00"),
            (1000000.0, Fixed, 10, false, "1000000.0000000000"),
            (1000000.0, General, 1, true, "1.e+06"),
            (1000000.0, General, 6, false, "1e+06"),
            (999999.5, Exponent, 6, true, "9.999995e+05"),
            (999999.5, Exponent, 2, false, "1.00e+06"),
            (999999.5, Fixed, 0, true, "1000000."),
            (999999.5, Fixed, 6, false, "999999.500000"),
            (999999.5, General, 0, false, "1e+06"),
            (999999.5, General, 10, false, "999999.5"),
            (1e+21, Exponent, 1, false, "1.0e+21"),
            (1e+21, Exponent, 2, false, "1.00e+21"),
            (
                1e+21,
                Fixed,
                20,
                true,
                "1000000000000000000000.00000000000000000000",
            ),
            (1e+21, Fixed, 6, true, "1000000000000000000000.000000"),
            (1e+21, General, 20, false, "1e+21"),
            (1e+21, General, 1, false, "1e+21"),
            (-3.14159, Exponent, 10, true, "-3.1415900000e+00"),
            (-3.14159, Exponent, 1, false, "-3.1e+00"),
            (-3.14159, Fixed, 10, false, "-3.1415900000"),
            (-3.14159, Fixed, 0, false, "-3"),
            (-3.14159, General, 3, true, "-3.14"),
            (-3.14159, General, 2, false, "-3.1"),
            (1e-320, Exponent, 2, false, "1.00e-320"),
            (1e-320, Exponent, 3, false, "1.000e-320"),
            (1e-320, Fixed, 2, true, "0.00"),
            (1e-320, Fixed, 20, true, "0.00000000000000000000"),
            (1e-320, General, 3, true, "1.00e-320"),
            (1e-320, General, 1, false, "1e-320"),
        ];
        for &(x, notation, precision, alternate, text) in cases {
            let options = Options {
                alternate,
                ..Options::default()
            };
            assert_eq!(
                to_text(x, notation, precision, options).as_deref(),
                Ok(text),
                "{x:e} {notation:?} {precision}"
            );
        }
    }

    #[test]
    fn many_digits() {
        let text = to_text(0.1, Notation::Fixed, 300, Options::default()).expect("small");
        assert!(text.starts_with("0.1000000000000000055511151231257827021181583404541015625000"));
        assert_eq!(text.len(), 302);
        let text = to_text(1e300, Notation::Fixed, 100_000, Options::default()).expect("small");
        assert_eq!(text.len(), 301 + 1 + 100_000);
        assert!(text.starts_with(
            "10000000000000000525047602552044202487044685811081591549158541155118024579889081"
        ));
        assert!(to_text(1.0, Notation::Exponent, usize::MAX, Options::default()).is_err());
        assert!(to_text(1.0, Notation::Fixed, usize::MAX, Options::default()).is_err());
    }

    #[test]
    fn negative_zero() {
        let options = Options {
            no_negative_zero: true,
            ..Options::default()
        };
        assert_eq!(
            to_text(-0.04, Notation::Fixed, 1, options).as_deref(),
            Ok("0.0")
        );
        assert_eq!(
            to_text(-0.0, Notation::General, 6, options).as_deref(),
            Ok("0")
        );
        assert_eq!(
            to_text(-0.06, Notation::Fixed, 1, options).as_deref(),
            Ok("-0.1")
        );
    }
}
