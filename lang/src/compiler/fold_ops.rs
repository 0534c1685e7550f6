//! Operators on constants, within CPython's limits on the size of what is folded.
#![forbid(unsafe_code)]

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{Signed, ToPrimitive, Zero};

use crate::bytecode::code::Const;
use crate::syntax::ast::{BinaryOp, UnaryOp};

/// Folded integers have at most this many bits.
const MAX_INT_BITS: u64 = 128;
/// Folded text has at most this many code points or bytes.
const MAX_TEXT: usize = 4096;
/// Folded repetitions of tuples have at most this many items.
const MAX_ITEMS: usize = 256;
/// Integers beyond this are not mixed with floats here.
const MAX_EXACT: i64 = 1 << 53;

/// `op value`
pub fn unary(op: UnaryOp, value: &Const) -> Option<Const> {
    if op == UnaryOp::Not {
        return Some(Const::Bool(!super::fold::truth(value)));
    }
    if let Const::Float(value) = value {
        return match op {
            UnaryOp::Minus => Some(Const::Float(-value)),
            UnaryOp::Plus => Some(Const::Float(*value)),
            _ => None,
        };
    }
    if let Const::Complex(re, im) = value {
        return match op {
            UnaryOp::Minus => Some(Const::Complex(-re, -im)),
            UnaryOp::Plus => Some(Const::Complex(*re, *im)),
            _ => None,
        };
    }
    let is_bool = matches!(value, Const::Bool(_));
    let value = integer(value)?;
    match op {
        UnaryOp::Minus => Some(from_integer(-value)),
        UnaryOp::Plus => Some(from_integer(value)),
        // Inverting a bool warns at run time.
        UnaryOp::Invert if !is_bool => Some(from_integer(-value - 1)),
        _ => None,
    }
}

/// `left op right`
pub fn binary(op: BinaryOp, left: &Const, right: &Const) -> Option<Const> {
    if let (Const::Bool(left), Const::Bool(right)) = (left, right) {
        match op {
            BinaryOp::BitAnd => return Some(Const::Bool(left & right)),
            BinaryOp::BitOr => return Some(Const::Bool(left | right)),
            BinaryOp::BitXor => return Some(Const::Bool(left ^ right)),
            _ => {}
        }
    }
    if let (Some(left), Some(right)) = (integer(left), integer(right)) {
        return integers(op, &left, &right);
    }
    match (left, right) {
        (Const::Complex(..), _) | (_, Const::Complex(..)) => complex(op, left, right),
        (Const::Float(_), _) | (_, Const::Float(_)) => floats(op, float(left)?, float(right)?),
        _ => sequences(op, left, right),
    }
}

/// `value[index]`
pub fn subscript(value: &Const, index: &Const) -> Option<Const> {
    let index = integer(index)?.to_i64()?;
    let pick = |length: usize| -> Option<usize> {
        let at = if index < 0 {
            index + length as i64
        } else {
            index
        };
        usize::try_from(at).ok().filter(|&at| at < length)
    };
    match value {
        Const::Tuple(items) => Some(items[pick(items.len())?].clone()),
        Const::Bytes(bytes) => Some(Const::Int(bytes[pick(bytes.len())?].into())),
        Const::Str(text) if text.is_ascii() => {
            let at = pick(text.len())?;
            Some(Const::Str(text[at..=at].into()))
        }
        _ => None,
    }
}

fn integer(value: &Const) -> Option<BigInt> {
    match value {
        Const::Bool(value) => Some(BigInt::from(u8::from(*value))),
        Const::Int(value) => Some(BigInt::from(*value)),
        Const::BigInt(value) => Some(value.clone()),
        _ => None,
    }
}

fn from_integer(value: BigInt) -> Const {
    match value.to_i64() {
        Some(small) => Const::Int(small),
        None => Const::BigInt(value),
    }
}

fn integers(op: BinaryOp, left: &BigInt, right: &BigInt) -> Option<Const> {
    let (left_bits, right_bits) = (left.bits(), right.bits());
    let value = match op {
        BinaryOp::Add => left + right,
        BinaryOp::Sub => left - right,
        BinaryOp::Mult => {
            if left_bits + right_bits > MAX_INT_BITS {
                return None;
            }
            left * right
        }
        BinaryOp::Div => return divide(left, right),
        BinaryOp::FloorDiv | BinaryOp::Mod if right.is_zero() => return None,
        BinaryOp::FloorDiv => left.div_floor(right),
        BinaryOp::Mod => left.mod_floor(right),
        BinaryOp::Pow => {
            let exponent = right.to_u32()?;
            if left_bits * u64::from(exponent) > MAX_INT_BITS {
                return None;
            }
            left.pow(exponent)
        }
        BinaryOp::LShift => {
            let shift = right.to_u64()?;
            if shift > MAX_INT_BITS || left_bits + shift > MAX_INT_BITS {
                return None;
            }
            left << shift
        }
        BinaryOp::RShift => {
            if right.is_negative() {
                return None;
            }
            match right.to_u64() {
                Some(shift) => left >> shift,
                None => return None,
            }
        }
        BinaryOp::BitOr => left | right,
        BinaryOp::BitXor => left ^ right,
        BinaryOp::BitAnd => left & right,
        BinaryOp::MatMult => return None,
    };
    Some(from_integer(value))
}

/// Quotients of integers that are exact as floats.
fn divide(left: &BigInt, right: &BigInt) -> Option<Const> {
    let exact = |value: &BigInt| value.to_i64().filter(|value| value.abs() <= MAX_EXACT);
    let (left, right) = (exact(left)?, exact(right)?);
    (right != 0).then(|| Const::Float(left as f64 / right as f64))
}

fn float(value: &Const) -> Option<f64> {
    match value {
        Const::Float(value) => Some(*value),
        other => {
            let value = integer(other)?.to_i64()?;
            (value.abs() <= MAX_EXACT).then_some(value as f64)
        }
    }
}

fn floats(op: BinaryOp, left: f64, right: f64) -> Option<Const> {
    let value = match op {
        BinaryOp::Add => left + right,
        BinaryOp::Sub => left - right,
        BinaryOp::Mult => left * right,
        BinaryOp::Div if right != 0.0 => left / right,
        _ => return None,
    };
    Some(Const::Float(value))
}

/// Sums and differences, which is what literals like `1+2j` need.
fn complex(op: BinaryOp, left: &Const, right: &Const) -> Option<Const> {
    let parts = |value: &Const| match value {
        Const::Complex(re, im) => Some((*re, *im)),
        other => Some((float(other)?, 0.0)),
    };
    let ((left_re, left_im), (right_re, right_im)) = (parts(left)?, parts(right)?);
    match op {
        BinaryOp::Add => Some(Const::Complex(left_re + right_re, left_im + right_im)),
        BinaryOp::Sub => Some(Const::Complex(left_re - right_re, left_im - right_im)),
        _ => None,
    }
}

fn sequences(op: BinaryOp, left: &Const, right: &Const) -> Option<Const> {
    match (op, left, right) {
        (BinaryOp::Add, Const::Str(left), Const::Str(right)) => {
            // Surrogate halves that meet stay what they are: two code points.
            Some(Const::Str([&**left, &**right].concat().into()))
        }
        (BinaryOp::Add, Const::Bytes(left), Const::Bytes(right)) => {
            Some(Const::Bytes([&**left, &**right].concat().into()))
        }
        (BinaryOp::Add, Const::Tuple(left), Const::Tuple(right)) => {
            Some(Const::Tuple([&**left, &**right].concat().into()))
        }
        (BinaryOp::Mult, sequence, count) | (BinaryOp::Mult, count, sequence)
            if integer(count).is_some() =>
        {
            let count = integer(count)?.to_i64()?;
            repeat(sequence, usize::try_from(count).unwrap_or(0))
        }
        _ => None,
    }
}

fn repeat(sequence: &Const, count: usize) -> Option<Const> {
    let fits = |length: usize, limit: usize| length.checked_mul(count).is_some_and(|n| n <= limit);
    match sequence {
        Const::Str(text) if fits(text.len(), MAX_TEXT) => {
            Some(Const::Str(text.repeat(count).into()))
        }
        Const::Bytes(text) if fits(text.len(), MAX_TEXT) => {
            Some(Const::Bytes(text.repeat(count).into()))
        }
        Const::Tuple(items) if items.is_empty() => Some(Const::Tuple([].into())),
        Const::Tuple(items) if fits(items.len(), MAX_ITEMS) => {
            Some(Const::Tuple(vec![&**items; count].concat().into()))
        }
        _ => None,
    }
}
