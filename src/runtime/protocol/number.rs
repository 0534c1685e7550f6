//! Arithmetic operators: dispatch to the number slots of both operands, then to concatenation and repetition of sequences.
#![forbid(unsafe_code)]

use super::index_size;
use crate::object::class::{BinaryFn, TernaryFn};
use crate::object::{Builtin, Class, Raised, Res, Thread, Value};

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

impl BinaryOp {
    /// As messages write it.
    pub fn symbol(self) -> &'static str {
        match self {
            BinaryOp::Add => "+",
            BinaryOp::Subtract => "-",
            BinaryOp::Multiply => "*",
            BinaryOp::MatrixMultiply => "@",
            BinaryOp::TrueDivide => "/",
            BinaryOp::FloorDivide => "//",
            BinaryOp::Remainder => "%",
            BinaryOp::DivMod => "divmod()",
            BinaryOp::Power => "** or pow()",
            BinaryOp::LeftShift => "<<",
            BinaryOp::RightShift => ">>",
            BinaryOp::And => "&",
            BinaryOp::Xor => "^",
            BinaryOp::Or => "|",
        }
    }

    /// The slot of a class; None for `Power`, whose slot takes three operands.
    fn slot(self, class: &Class) -> Option<BinaryFn> {
        match self {
            BinaryOp::Add => class.add(),
            BinaryOp::Subtract => class.subtract(),
            BinaryOp::Multiply => class.multiply(),
            BinaryOp::MatrixMultiply => class.matrix_multiply(),
            BinaryOp::TrueDivide => class.true_divide(),
            BinaryOp::FloorDivide => class.floor_divide(),
            BinaryOp::Remainder => class.remainder(),
            BinaryOp::DivMod => class.div_mod(),
            BinaryOp::Power => None,
            BinaryOp::LeftShift => class.left_shift(),
            BinaryOp::RightShift => class.right_shift(),
            BinaryOp::And => class.and(),
            BinaryOp::Xor => class.xor(),
            BinaryOp::Or => class.or(),
        }
    }

    /// The in-place slot of a class.
    fn in_place_slot(self, class: &Class) -> Option<BinaryFn> {
        match self {
            BinaryOp::Add => class.in_place_add(),
            BinaryOp::Subtract => class.in_place_subtract(),
            BinaryOp::Multiply => class.in_place_multiply(),
            BinaryOp::MatrixMultiply => class.in_place_matrix_multiply(),
            BinaryOp::TrueDivide => class.in_place_true_divide(),
            BinaryOp::FloorDivide => class.in_place_floor_divide(),
            BinaryOp::Remainder => class.in_place_remainder(),
            BinaryOp::DivMod | BinaryOp::Power => None,
            BinaryOp::LeftShift => class.in_place_left_shift(),
            BinaryOp::RightShift => class.in_place_right_shift(),
            BinaryOp::And => class.in_place_and(),
            BinaryOp::Xor => class.in_place_xor(),
            BinaryOp::Or => class.in_place_or(),
        }
    }
}

/// Tries the number slots of both classes: the right one's first if its class is a proper subclass of the left one's with a slot of its own.
fn try_slots(thread: &Thread, op: BinaryOp, a: &Value, b: &Value) -> Res {
    thread.before_read(a);
    thread.before_read(b);
    let (class_a, class_b) = (thread.class_of(a), thread.class_of(b));
    let left = op.slot(class_a);
    let right = if std::ptr::eq(class_a, class_b) {
        None
    } else {
        op.slot(class_b)
    };
    let right = right.filter(|right| left.is_none_or(|left| !std::ptr::fn_addr_eq(*right, left)));
    if let Some(left) = left {
        if let Some(right) = right
            && class_b.is_subclass_of(&class_a.object())
        {
            let answer = right(thread, a, b)?;
            if !answer.is_not_implemented() {
                return Ok(answer);
            }
            return left(thread, a, b);
        }
        let answer = left(thread, a, b)?;
        if !answer.is_not_implemented() {
            return Ok(answer);
        }
    }
    match right {
        Some(right) => right(thread, a, b),
        None => Ok(Value::NOT_IMPLEMENTED),
    }
}

/// `a op b`
///
/// # Errors
/// TypeError if no class knows the operation, and what the operations raise.
pub fn binary(thread: &Thread, op: BinaryOp, a: &Value, b: &Value) -> Res {
    if op == BinaryOp::Power {
        return power(thread, a, b, &Value::NONE);
    }
    let answer = try_slots(thread, op, a, b)?;
    if !answer.is_not_implemented() {
        return Ok(answer);
    }
    unsupported(thread, op, a, b, false)
}

/// Which method a loop that enters scripts' methods by itself has asked, when it answered NotImplemented.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u16)]
pub enum Asked {
    /// The left operand's method. The right operand's class is the same, or built in.
    Left,
    /// The right operand's reflected method. The left operand is a number.
    Right,
    /// The left operand's in-place method.
    InPlace,
}

/// The rest of an operation after `asked` has answered NotImplemented.
///
/// # Errors
/// As `binary`.
pub fn after(
    thread: &Thread,
    op: BinaryOp,
    a: &Value,
    b: &Value,
    asked: Asked,
    in_place: bool,
) -> Res {
    thread.before_read(a);
    thread.before_read(b);
    let answer = match asked {
        Asked::Right => Value::NOT_IMPLEMENTED,
        Asked::InPlace if op == BinaryOp::Power => try_power(thread, a, b, &Value::NONE)?,
        Asked::InPlace => try_slots(thread, op, a, b)?,
        Asked::Left => {
            let (class_a, class_b) = (thread.class_of(a), thread.class_of(b));
            if std::ptr::eq(class_a, class_b) {
                Value::NOT_IMPLEMENTED
            } else if op == BinaryOp::Power {
                match class_b.power() {
                    Some(f) => f(thread, a, b, &Value::NONE)?,
                    None => Value::NOT_IMPLEMENTED,
                }
            } else {
                match op.slot(class_b) {
                    Some(f) => f(thread, a, b)?,
                    None => Value::NOT_IMPLEMENTED,
                }
            }
        }
    };
    if !answer.is_not_implemented() {
        return Ok(answer);
    }
    unsupported(thread, op, a, b, in_place)
}

/// What remains when the number slots do not know an operation: concatenation and repetition of sequences, or TypeError.
fn unsupported(thread: &Thread, op: BinaryOp, a: &Value, b: &Value, in_place: bool) -> Res {
    let (class_a, class_b) = (thread.class_of(a), thread.class_of(b));
    match op {
        BinaryOp::Add => {
            let own = in_place.then(|| class_a.in_place_concat()).flatten();
            if let Some(concat) = own.or(class_a.concat()) {
                return concat(thread, a, b);
            }
        }
        BinaryOp::Multiply => {
            let own = in_place.then(|| class_a.in_place_repeat()).flatten();
            if let Some(repeat) = own.or(class_a.repeat()) {
                return repeated(thread, repeat, a, b);
            }
            // As in CPython, `a *= b` asks `b` to repeat itself only where `a`'s class is built in.
            if let Some(repeat) = class_b.repeat()
                && (!in_place || class_a.is_static())
            {
                return repeated(thread, repeat, b, a);
            }
        }
        _ => {}
    }
    let symbol = match (in_place, op) {
        (false, _) => op.symbol().to_owned(),
        (true, BinaryOp::Power) => "**=".to_owned(),
        (true, _) => format!("{}=", op.symbol()),
    };
    Err(operand_error(thread, &symbol, a, b))
}

fn repeated(thread: &Thread, repeat: BinaryFn, sequence: &Value, count: &Value) -> Res {
    if thread.class_of(count).index().is_none() {
        let class = thread.class_of(count).name_text();
        return Err(thread.type_error(format!(
            "can't multiply sequence by non-int of type '{class}'"
        )));
    }
    let count = index_size(thread, count)?;
    repeat(thread, sequence, &thread.int(count)?)
}

#[cold]
fn operand_error(thread: &Thread, symbol: &str, a: &Value, b: &Value) -> Raised {
    let (a_name, b_name) = (
        thread.class_of(a).name_text(),
        thread.class_of(b).name_text(),
    );
    let hint = if symbol == ">>" && a.is_exact(Builtin::BuiltinFunction) && is_print(a) {
        ". Did you mean \"print(<message>, file=<output_stream>)\"?"
    } else {
        ""
    };
    thread.type_error(format!(
        "unsupported operand type(s) for {symbol}: '{a_name}' and '{b_name}'{hint}"
    ))
}

fn is_print(value: &Value) -> bool {
    value
        .payload::<crate::runtime::function::BuiltinFunction>()
        .is_some_and(|f| f.def.name == "print")
}

/// `a op= b`: what `a` is bound to afterwards.
///
/// # Errors
/// As `binary`.
pub fn in_place(thread: &Thread, op: BinaryOp, a: &Value, b: &Value) -> Res {
    thread.before_write(a);
    thread.before_read(b);
    let class = thread.class_of(a);
    let answer = if op == BinaryOp::Power {
        class
            .in_place_power()
            .map(|f| f(thread, a, b, &Value::NONE))
    } else {
        op.in_place_slot(class).map(|f| f(thread, a, b))
    };
    match answer.transpose()? {
        Some(answer) if !answer.is_not_implemented() => Ok(answer),
        _ => after(thread, op, a, b, Asked::InPlace, true),
    }
}

fn try_power(thread: &Thread, base: &Value, exponent: &Value, modulus: &Value) -> Res {
    thread.before_read(base);
    thread.before_read(exponent);
    thread.before_read(modulus);
    let (class_a, class_b) = (thread.class_of(base), thread.class_of(exponent));
    let left: Option<TernaryFn> = class_a.power();
    let right = if std::ptr::eq(class_a, class_b) {
        None
    } else {
        class_b.power()
    };
    let right = right.filter(|right| left.is_none_or(|left| !std::ptr::fn_addr_eq(*right, left)));
    let right_first =
        right.is_some() && left.is_some() && class_b.is_subclass_of(&class_a.object());
    let order = if right_first {
        [right, left]
    } else {
        [left, right]
    };
    for f in order.into_iter().flatten() {
        let answer = f(thread, base, exponent, modulus)?;
        if !answer.is_not_implemented() {
            return Ok(answer);
        }
    }
    if !modulus.is_none()
        && let Some(f) = thread.class_of(modulus).power()
        && left.is_none_or(|left| !std::ptr::fn_addr_eq(f, left))
        && right.is_none_or(|right| !std::ptr::fn_addr_eq(f, right))
    {
        return f(thread, base, exponent, modulus);
    }
    Ok(Value::NOT_IMPLEMENTED)
}

/// `pow(base, exponent, modulus)`; the modulus may be None.
///
/// # Errors
/// TypeError if no class knows the operation, and what the operations raise.
pub fn power(thread: &Thread, base: &Value, exponent: &Value, modulus: &Value) -> Res {
    let answer = try_power(thread, base, exponent, modulus)?;
    if !answer.is_not_implemented() {
        return Ok(answer);
    }
    if modulus.is_none() {
        return Err(operand_error(
            thread,
            BinaryOp::Power.symbol(),
            base,
            exponent,
        ));
    }
    let name = |value: &Value| thread.class_of(value).name_text();
    Err(thread.type_error(format!(
        "unsupported operand type(s) for ** or pow(): '{}', '{}', '{}'",
        name(base),
        name(exponent),
        name(modulus)
    )))
}

fn bad_operand(thread: &Thread, symbol: &str, value: &Value) -> Raised {
    thread.type_error(format!(
        "bad operand type for unary {symbol}: '{}'",
        thread.class_of(value).name_text()
    ))
}

/// `-value`
pub fn unary_negative(thread: &Thread, value: &Value) -> Res {
    thread.before_read(value);
    match thread.class_of(value).negative() {
        Some(f) => f(thread, value),
        None => Err(bad_operand(thread, "-", value)),
    }
}

/// `+value`
pub fn unary_positive(thread: &Thread, value: &Value) -> Res {
    thread.before_read(value);
    match thread.class_of(value).positive() {
        Some(f) => f(thread, value),
        None => Err(bad_operand(thread, "+", value)),
    }
}

/// `~value`
pub fn unary_invert(thread: &Thread, value: &Value) -> Res {
    thread.before_read(value);
    match thread.class_of(value).invert() {
        Some(f) => f(thread, value),
        None => Err(bad_operand(thread, "~", value)),
    }
}
