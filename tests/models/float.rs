//! Floats against `f64`: arithmetic, shortest repr, formatting, comparison with integers.

use proptest::collection::vec;
use proptest::prelude::*;

use crate::{run_model, truth};

/// Everyday numbers, numbers of any bit pattern, and the special ones.
fn number() -> impl Strategy<Value = f64> {
    prop_oneof![
        3 => (-1000i32..1000, 0u8..4).prop_map(|(n, digits)| f64::from(n) / 10f64.powi(i32::from(digits))),
        2 => any::<i64>().prop_map(|n| n as f64),
        4 => any::<u64>().prop_map(f64::from_bits),
        1 => prop_oneof![
            Just(0.0), Just(-0.0), Just(f64::INFINITY), Just(f64::NEG_INFINITY), Just(f64::NAN),
            Just(f64::MAX), Just(f64::MIN_POSITIVE), Just(5e-324),
        ],
    ]
}

/// How scripts write the number.
fn literal(value: f64) -> String {
    if value.is_nan() {
        "float('nan')".to_owned()
    } else if value.is_infinite() {
        format!("float('{value}')")
    } else {
        format!("{value:e}")
    }
}

/// The repr: the shortest digits that read back, of two equally close texts the one that ends with an even digit; with an exponent below -4 and from 16
/// on.
fn repr(value: f64) -> String {
    if value.is_nan() {
        return "nan".to_owned();
    }
    if value.is_infinite() {
        return if value > 0.0 { "inf" } else { "-inf" }.to_owned();
    }
    // The standard library's shortest text is one of the closest; rounding to as many digits prefers the even one.
    let even = |shortest: String, rounded: String| match rounded.parse() {
        Ok(back) if value == back => rounded,
        _ => shortest,
    };
    let decimals = |text: &str| text.split_once('.').map_or(0, |(_, digits)| digits.len());
    let shortest = format!("{value:e}");
    let digits = decimals(shortest.split('e').next().unwrap_or(""));
    let scientific = even(shortest, format!("{value:.digits$e}"));
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let power: i32 = exponent.parse().unwrap_or_default();
    if value != 0.0 && !(-4..16).contains(&power) {
        let sign = if power < 0 { '-' } else { '+' };
        return format!("{mantissa}e{sign}{:02}", power.abs());
    }
    let shortest = format!("{value}");
    let digits = decimals(&shortest);
    let plain = even(shortest, format!("{value:.digits$}"));
    if plain.contains('.') {
        plain
    } else {
        plain + ".0"
    }
}

#[test]
#[expect(clippy::excessive_precision, reason = "a digit more shows the tie")]
fn ties_are_even() {
    for (value, text) in [
        (99560675812789.125, "99560675812789.12"),
        (1596256801524558.25, "1596256801524558.2"),
        (985569698355428.75, "985569698355428.8"),
        (2.5, "2.5"),
        (5e-324, "5e-324"),
        (1e16, "1e+16"),
        (100.0, "100.0"),
        (1.7976931348623157e308, "1.7976931348623157e+308"),
    ] {
        assert_eq!(repr(value), text);
    }
}

/// Quotient rounded down, and the remainder that has the divisor's sign.
fn divide(a: f64, b: f64) -> (f64, f64) {
    let mut remainder = a % b;
    let mut quotient = (a - remainder) / b;
    if remainder == 0.0 {
        remainder = 0f64.copysign(b);
    } else if (b < 0.0) != (remainder < 0.0) {
        remainder += b;
        quotient -= 1.0;
    }
    if quotient == 0.0 {
        return (0f64.copysign(a / b), remainder);
    }
    let floor = quotient.floor();
    let whole = if quotient - floor > 0.5 {
        floor + 1.0
    } else {
        floor
    };
    (whole, remainder)
}

#[test]
fn arithmetic() {
    run_model(vec((number(), number()), 1..60), |pairs, session| {
        for &(a, b) in pairs {
            session.run(format!("a, b = {}, {}", literal(a), literal(b)));
            session.check("a", repr(a));
            session.check("-a, abs(b)", format!("({}, {})", repr(-a), repr(b.abs())));
            session.check("a + b", repr(a + b));
            session.check("a - b", repr(a - b));
            session.check("a * b", repr(a * b));
            session.check("a < b, a == b, a >= b", {
                format!("({}, {}, {})", truth(a < b), truth(a == b), truth(a >= b))
            });
            if b == 0.0 {
                for expression in ["a / b", "a // b", "a % b", "divmod(a, b)"] {
                    session.check(expression, "ZeroDivisionError");
                }
                continue;
            }
            let (quotient, remainder) = divide(a, b);
            session.check("a / b", repr(a / b));
            session.check("a // b", repr(quotient));
            session.check("a % b", repr(remainder));
            session.check(
                "divmod(a, b)",
                format!("({}, {})", repr(quotient), repr(remainder)),
            );
        }
    });
}

#[test]
fn conversion_and_formatting() {
    run_model(vec((number(), 0usize..18), 1..60), |cases, session| {
        for &(a, digits) in cases {
            session.run(format!("a = {}", literal(a)));
            session.check("float(repr(a)) == a", truth(!a.is_nan()));
            let whole = match (a.is_nan(), a.is_infinite()) {
                (true, _) => "ValueError".to_owned(),
                (_, true) => "OverflowError".to_owned(),
                _ => format!("{:.0}", a.trunc()).replace("-0", "0"),
            };
            let whole = if a.trunc() == 0.0 {
                "0".to_owned()
            } else {
                whole
            };
            session.check("int(a)", whole);
            if !a.is_finite() {
                continue;
            }
            session.check(format!("f'{{a:.{digits}f}}'"), format!("'{a:.digits$}'"));
            session.check(
                format!("f'{{a:.{digits}e}}'"),
                format!("'{}'", scientific(a, digits)),
            );
            session.check(format!("'%.{digits}f' % a"), format!("'{a:.digits$}'"));
            session.check("a.is_integer()", truth(a.fract() == 0.0));
            session.check("a == int(a)", truth(a.fract() == 0.0));
            session.check("int(a) <= a", truth(a.trunc() <= a));
            session.check("float.fromhex(a.hex()) == a", "True");
        }
    });
}

/// Scientific notation with an exponent of at least two digits and its sign.
fn scientific(value: f64, digits: usize) -> String {
    let text = format!("{value:.digits$e}");
    let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let power: i32 = exponent.parse().unwrap_or_default();
    let sign = if power < 0 { '-' } else { '+' };
    format!("{mantissa}e{sign}{:02}", power.abs())
}
