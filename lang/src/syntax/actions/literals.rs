//! Actions that make the values of numbers.
#![forbid(unsafe_code)]

use num_bigint::BigInt;

use super::*;
use crate::syntax::error::Extent;

/// The most digits a decimal integer may have: conversion takes quadratic time.
const MAX_DECIMAL_DIGITS: usize = 4300;

impl Builder<'_> {
    /// The number at a place.
    pub fn number(&mut self, start: u32, end: u32) -> ExprId {
        let text = &self.text[start as usize..end as usize];
        let digits: std::borrow::Cow<'_, str> = if text.contains('_') {
            text.replace('_', "").into()
        } else {
            text.into()
        };
        let value = match number_value(&digits) {
            Ok(value) => value,
            Err(count) => {
                self.too_many_digits(count, start);
                Constant::Int(0)
            }
        };
        self.constant(value, start, end)
    }

    #[cold]
    fn too_many_digits(&mut self, count: usize, start: u32) {
        let message = format!(
            "Exceeds the limit ({MAX_DECIMAL_DIGITS} digits) for integer string conversion: value has {count} \
             digits; use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge \
             integer literals to avoid decimal conversion limits."
        );
        let mut error = SyntaxError::new(message, Span::new(start, start));
        error.extent = Extent::Line;
        self.error(error);
    }
}

/// The value of a number without underscores; for a decimal integer that is too long, its length.
fn number_value(digits: &str) -> Result<Constant, usize> {
    let bytes = digits.as_bytes();
    if let [b'0', prefix, ..] = bytes {
        let radix = match prefix {
            b'x' | b'X' => 16,
            b'o' | b'O' => 8,
            b'b' | b'B' => 2,
            _ => 10,
        };
        if radix != 10 {
            return Ok(integer(&digits[2..], radix));
        }
    }
    if let Some(digits) = digits.strip_suffix(['j', 'J']) {
        return Ok(Constant::Imaginary(digits.parse().unwrap_or(f64::INFINITY)));
    }
    if bytes.iter().any(|byte| matches!(byte, b'.' | b'e' | b'E')) {
        return Ok(Constant::Float(digits.parse().unwrap_or(f64::INFINITY)));
    }
    if bytes.len() > MAX_DECIMAL_DIGITS {
        return Err(bytes.len());
    }
    Ok(integer(digits, 10))
}

fn integer(digits: &str, radix: u32) -> Constant {
    if let Ok(value) = i64::from_str_radix(digits, radix) {
        return Constant::Int(value);
    }
    let value = BigInt::parse_bytes(digits.as_bytes(), radix).unwrap_or_default();
    match i64::try_from(&value) {
        Ok(value) => Constant::Int(value),
        Err(_) => Constant::BigInt(Box::new(value)),
    }
}
