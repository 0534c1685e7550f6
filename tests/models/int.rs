//! Integers of every size against `num-bigint`, with division and shifts that round down.

use num_bigint::{BigInt, BigUint, Sign};
use num_integer::Integer;
use num_traits::{Pow, Signed, ToPrimitive, Zero};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::{Session, run_model, truth};

/// Small numbers, numbers around powers of two, and long ones.
fn integer() -> impl Strategy<Value = BigInt> {
    let edge = (0u32..140, -2i64..3, any::<bool>()).prop_map(|(bits, delta, negative)| {
        let value = (BigInt::from(1) << bits) + delta;
        if negative { -value } else { value }
    });
    let long = (vec(any::<u32>(), 0..20), any::<bool>()).prop_map(|(digits, negative)| {
        let sign = if negative { Sign::Minus } else { Sign::Plus };
        BigInt::from_biguint(sign, BigUint::new(digits))
    });
    prop_oneof![
        3 => (-20i64..20).prop_map(BigInt::from),
        2 => any::<i64>().prop_map(BigInt::from),
        3 => edge,
        2 => long,
    ]
}

#[test]
fn arithmetic() {
    run_model(vec((integer(), integer()), 1..60), |pairs, session| {
        for (a, b) in pairs {
            binary(session, a, b);
        }
    });
}

fn binary(session: &mut Session, a: &BigInt, b: &BigInt) {
    session.run(format!("a, b = {a}, {b}"));
    session.check("a + b", (a + b).to_string());
    session.check("a - b", (a - b).to_string());
    session.check("a * b", (a * b).to_string());
    session.check("a & b", (a & b).to_string());
    session.check("a | b", (a | b).to_string());
    session.check("a ^ b", (a ^ b).to_string());
    session.check(
        "-a, ~a, abs(a)",
        format!("({}, {}, {})", -a, -a - 1, a.abs()),
    );
    session.check(
        "a == b, a != b",
        format!("({}, {})", truth(a == b), truth(a != b)),
    );
    session.check(
        "a < b, a >= b",
        format!("({}, {})", truth(a < b), truth(a >= b)),
    );
    if b.is_zero() {
        for expression in ["a // b", "a % b", "divmod(a, b)"] {
            session.check(expression, "ZeroDivisionError");
        }
    } else {
        let (quotient, remainder) = a.div_mod_floor(b);
        session.check("a // b", quotient.to_string());
        session.check("a % b", remainder.to_string());
        session.check("divmod(a, b)", format!("({quotient}, {remainder})"));
    }
}

#[test]
fn shifts_and_powers() {
    let input = vec((integer(), 0u32..200, 0u32..12, integer()), 1..60);
    run_model(input, |cases, session| {
        for (a, shift, exponent, modulus) in cases {
            session.run(format!("a, m = {a}, {modulus}"));
            session.check(format!("a << {shift}"), (a << shift).to_string());
            let down = a.div_floor(&(BigInt::from(1) << shift));
            session.check(format!("a >> {shift}"), down.to_string());
            session.check(
                format!("a ** {exponent}"),
                Pow::pow(a, *exponent).to_string(),
            );
            let power = if modulus.is_zero() {
                "ValueError".to_owned()
            } else {
                Pow::pow(a, *exponent).mod_floor(modulus).to_string()
            };
            session.check(format!("pow(a, {exponent}, m)"), power);
            session.check("a.bit_length()", a.bits().to_string());
            session.check("a.bit_count()", a.magnitude().count_ones().to_string());
        }
    });
}

#[test]
fn text_and_bytes() {
    run_model(vec((integer(), 2u32..37), 1..60), |cases, session| {
        for (a, base) in cases {
            let sign = if a.is_negative() { "-" } else { "" };
            let magnitude = a.magnitude();
            session.run(format!("a = {a}"));
            session.check("str(a)", format!("'{a}'"));
            session.check("hex(a)", format!("'{sign}0x{magnitude:x}'"));
            session.check("oct(a)", format!("'{sign}0o{magnitude:o}'"));
            session.check("bin(a)", format!("'{sign}0b{magnitude:b}'"));
            session.check(
                format!("int('{}', {base})", a.to_str_radix(*base)),
                a.to_string(),
            );
            session.check(
                "f'{a:,}'",
                format!("'{sign}{}'", grouped(&magnitude.to_string())),
            );
            let bytes = a.to_signed_bytes_le();
            let list = bytes
                .iter()
                .map(u8::to_string)
                .collect::<Vec<_>>()
                .join(", ");
            let call = format!("list(a.to_bytes({}, 'little', signed=True))", bytes.len());
            session.check(call, format!("[{list}]"));
            session.check(
                format!("int.from_bytes(bytes([{list}]), 'little', signed=True)"),
                a.to_string(),
            );
            session.check("hash(a)", hash(a).to_string());
        }
    });
}

/// The digits in groups of three.
fn grouped(digits: &str) -> String {
    let mut result = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            result.push(',');
        }
        result.push(digit);
    }
    result
}

/// The residue modulo 2^61 - 1 with the sign of the number; -1 is taken.
fn hash(a: &BigInt) -> i64 {
    let modulus: BigInt = (BigInt::from(1) << 61u32) - 1;
    let residue = (a.abs() % modulus).to_i64().unwrap_or_default();
    let signed = if a.is_negative() { -residue } else { residue };
    if signed == -1 { -2 } else { signed }
}
