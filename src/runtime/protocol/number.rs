//! Arithmetic operators: dispatch to the number slots of both operands.

use crate::object::{Res, Thread, Value};

/// The binary operators.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
#[allow(missing_docs)]
pub enum BinaryOp {
    Add,
    Subtract,
    Multiply,
    MatrixMultiply,
    TrueDivide,
    FloorDivide,
    Remainder,
    DivMod,
    Power,
    LeftShift,
    RightShift,
    And,
    Xor,
    Or,
}

/// `a op b`
pub fn binary(thread: &Thread, op: BinaryOp, a: &Value, b: &Value) -> Res {
    let _ = (thread, op, a, b);
    todo!()
}

/// `a op= b`: what `a` is bound to afterwards.
pub fn in_place(thread: &Thread, op: BinaryOp, a: &Value, b: &Value) -> Res {
    let _ = (thread, op, a, b);
    todo!()
}

/// `pow(base, exponent, modulus)`; the modulus may be None.
pub fn power(thread: &Thread, base: &Value, exponent: &Value, modulus: &Value) -> Res {
    let _ = (thread, base, exponent, modulus);
    todo!()
}

/// `-value`
pub fn unary_negative(thread: &Thread, value: &Value) -> Res {
    let _ = (thread, value);
    todo!()
}

/// `+value`
pub fn unary_positive(thread: &Thread, value: &Value) -> Res {
    let _ = (thread, value);
    todo!()
}

/// `~value`
pub fn unary_invert(thread: &Thread, value: &Value) -> Res {
    let _ = (thread, value);
    todo!()
}
