//! Arithmetic whose operands are not both small numbers.

use super::{Step, special};
use crate::bytecode::instr::Instr;
use crate::bytecode::opcodes::{Op, Role, arith};
use crate::object::layout::core;
use crate::object::names::{self, Name};
use crate::object::{Builtin, Class, Res, Str, Thread, Value};
use crate::runtime::frame::Frame;
use crate::runtime::protocol;
use crate::runtime::protocol::number::{self, Asked, BinaryOp};
use crate::runtime::state::ThreadState;
use crate::vm::enter::Return;
use crate::vm::registers::Registers;

/// The operator of an arithmetic instruction.
pub fn operator(op: Op) -> BinaryOp {
    match op {
        Op::Add | Op::AddL | Op::AddI | Op::AddIL => BinaryOp::Add,
        Op::Sub | Op::SubL | Op::SubI | Op::SubIL | Op::RSubI => BinaryOp::Subtract,
        Op::Mul | Op::MulL | Op::MulI | Op::MulIL => BinaryOp::Multiply,
        Op::TrueDiv | Op::TrueDivL | Op::TrueDivI => BinaryOp::TrueDivide,
        Op::FloorDiv | Op::FloorDivL | Op::FloorDivI | Op::FloorDivIL => BinaryOp::FloorDivide,
        Op::Mod | Op::ModL | Op::ModI | Op::ModIL => BinaryOp::Remainder,
        Op::LShift | Op::LShiftI => BinaryOp::LeftShift,
        Op::RShift | Op::RShiftI => BinaryOp::RightShift,
        Op::And | Op::AndL | Op::AndI | Op::AndIL => BinaryOp::And,
        Op::Or => BinaryOp::Or,
        Op::Xor | Op::XorL => BinaryOp::Xor,
        Op::MatMul => BinaryOp::MatrixMultiply,
        _ => BinaryOp::Power,
    }
}

/// `a := b <op> c`
#[inline(never)]
pub fn binary(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<Step> {
    let thread = &ts.core;
    let instr = Instr(w);
    let registers = Registers::newest(frame);
    let (a, b, c) = (instr.a(), instr.b(), instr.c());
    let op = instr.op().map_or(BinaryOp::Add, operator);
    let (left, right) = (registers.get(b), registers.get(c));
    if op == BinaryOp::Add
        && left.is_exact(Builtin::Str)
        && right.is_exact(Builtin::Str)
        && let Some(text) = right.payload::<Str>()
    {
        // `s += t` where nothing else refers to `s` appends in place: the register gives its reference up.
        let result = if a == b || registers.is_temporary(b) {
            let own = if registers.is_temporary(b) {
                registers.take(b)
            } else {
                registers.clear(b)
            };
            match Str::append(thread, own, text) {
                Ok(result) => result,
                Err(raised) => {
                    if registers.is_temporary(b) {
                        // The operand is gone; unwinding finds a valid word in its place.
                        // SAFETY: the register holds nothing any more.
                        unsafe { registers.mark_unbound(b, 1) };
                    }
                    return Err(raised);
                }
            }
        } else {
            let Some(text_left) = left.payload::<Str>() else {
                return Ok(Step::Next);
            };
            Str::concat(thread, text_left, text)?
        };
        registers.consume(c);
        registers.put(a, result);
        return Ok(Step::Next);
    }
    let in_place = instr.x() & arith::IN_PLACE != 0;
    if try_enter(ts, op, in_place, left, right, a)? {
        return Ok(Step::Enter);
    }
    let result = if in_place {
        number::in_place(thread, op, left, right)?
    } else {
        number::binary(thread, op, left, right)?
    };
    finish_two(registers, b, c, a, result);
    Ok(Step::Next)
}

/// Consumes the operands `b` and `c` and writes the result.
pub fn finish_two(registers: Registers, b: u16, c: u16, a: u16, result: Value) {
    registers.consume(b);
    registers.consume(c);
    registers.put(a, result);
}

/// The special methods of an operator: of the left operand, of the right one, in place.
fn methods(op: BinaryOp) -> (Name, Name, Option<Name>) {
    use crate::object::names as n;
    match op {
        BinaryOp::Add => (n::ADD, n::RADD, Some(n::IADD)),
        BinaryOp::Subtract => (n::SUB, n::RSUB, Some(n::ISUB)),
        BinaryOp::Multiply => (n::MUL, n::RMUL, Some(n::IMUL)),
        BinaryOp::MatrixMultiply => (n::MATMUL, n::RMATMUL, Some(n::IMATMUL)),
        BinaryOp::TrueDivide => (n::TRUEDIV, n::RTRUEDIV, Some(n::ITRUEDIV)),
        BinaryOp::FloorDivide => (n::FLOORDIV, n::RFLOORDIV, Some(n::IFLOORDIV)),
        BinaryOp::Remainder => (n::MOD, n::RMOD, Some(n::IMOD)),
        BinaryOp::DivMod => (n::DIVMOD, n::RDIVMOD, None),
        BinaryOp::Power => (n::POW, n::RPOW, Some(n::IPOW)),
        BinaryOp::LeftShift => (n::LSHIFT, n::RLSHIFT, Some(n::ILSHIFT)),
        BinaryOp::RightShift => (n::RSHIFT, n::RRSHIFT, Some(n::IRSHIFT)),
        BinaryOp::And => (n::AND, n::RAND, Some(n::IAND)),
        BinaryOp::Xor => (n::XOR, n::RXOR, Some(n::IXOR)),
        BinaryOp::Or => (n::OR, n::ROR, Some(n::IOR)),
    }
}

/// Whether the method of `left`, an instance of a script's class, is the first to be asked: the operands' classes are the same, or that of `right` is
/// built in and so no subclass.
pub fn left_is_first(thread: &Thread, left: &Value, right: &Value) -> bool {
    let class = thread.class_of(left);
    let other = thread.class_of(right);
    left.header().is_some()
        && !class.is_static()
        && (other.is_static() || std::ptr::eq::<Class>(class, other))
}

/// Enters the script method that is asked first, where it is clear which one that is.
fn try_enter(
    ts: &ThreadState,
    op: BinaryOp,
    in_place: bool,
    left: &Value,
    right: &Value,
    dst: u16,
) -> Res<bool> {
    let thread = &ts.core;
    let (own, reflected, own_in_place) = methods(op);
    let (method, asked) = if left_is_first(thread, left, right) {
        let class = thread.class_of(left);
        let first = own_in_place.filter(|name| {
            in_place && protocol::lookup_class(thread, class, name.value()).is_some()
        });
        match first {
            Some(name) => (special::method(thread, left, name), Asked::InPlace),
            None => (special::method(thread, left, own), Asked::Left),
        }
    } else if right.layout() == core::INSTANCE
        && (left.as_small_int().is_some() || left.as_inline_float().is_some())
    {
        (special::method(thread, right, reflected), Asked::Right)
    } else {
        return Ok(false);
    };
    let Some(method) = method else {
        return Ok(false);
    };
    let arguments = if asked == Asked::Right {
        [right.clone(), left.clone()]
    } else {
        [left.clone(), right.clone()]
    };
    let ret = Return {
        window: asked as u16,
        ..Return::operator(1, dst)
    };
    special::enter(ts, &method, &arguments, ret)?;
    Ok(true)
}

/// The operands of an instruction with an immediate.
fn immediate_operands(registers: Registers, instr: Instr, op: Op) -> (Value, Value) {
    let immediate = Value::from_i32(instr.c_signed() as i32);
    let operand = registers.get(instr.b()).clone();
    if instr.x() & arith::SWAPPED != 0 || op == Op::RSubI {
        (immediate, operand)
    } else {
        (operand, immediate)
    }
}

/// A script's method has answered an arithmetic instruction.
///
/// # Errors
/// What asking the other operand raises.
pub fn answered(
    ts: &ThreadState,
    registers: Registers,
    instr: Instr,
    op: Op,
    window: u16,
    value: Value,
) -> Res<()> {
    let (a, b, c) = (instr.a(), instr.b(), instr.c());
    let has_immediate = op.info().c == Role::Imm16;
    let value = if value.is_not_implemented() {
        let asked = match window {
            w if w == Asked::InPlace as u16 => Asked::InPlace,
            w if w == Asked::Right as u16 => Asked::Right,
            _ => Asked::Left,
        };
        let (left, right) = if has_immediate {
            immediate_operands(registers, instr, op)
        } else {
            (registers.get(b).clone(), registers.get(c).clone())
        };
        let in_place = instr.x() & arith::IN_PLACE != 0 && op != Op::RSubI;
        number::after(&ts.core, operator(op), &left, &right, asked, in_place)?
    } else {
        value
    };
    if has_immediate {
        registers.consume(b);
        registers.put(a, value);
    } else {
        finish_two(registers, b, c, a, value);
    }
    Ok(())
}

/// `a := b <op> imm`, or with the operands exchanged.
#[inline(never)]
pub fn binary_imm(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<Step> {
    let instr = Instr(w);
    let registers = Registers::newest(frame);
    let Some(kind) = instr.op() else {
        return Ok(Step::Next);
    };
    let op = operator(kind);
    let (left, right) = immediate_operands(registers, instr, kind);
    let in_place = instr.x() & arith::IN_PLACE != 0 && kind != Op::RSubI;
    if try_enter(ts, op, in_place, &left, &right, instr.a())? {
        return Ok(Step::Enter);
    }
    let result = if in_place {
        number::in_place(&ts.core, op, &left, &right)?
    } else {
        number::binary(&ts.core, op, &left, &right)?
    };
    registers.consume(instr.b());
    registers.put(instr.a(), result);
    Ok(Step::Next)
}

/// `a := -b` and `a := ~b`
pub fn unary(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<Step> {
    let thread = &ts.core;
    let instr = Instr(w);
    let registers = Registers::newest(frame);
    let operand = registers.get(instr.b());
    let negates = instr.op() == Some(Op::Neg);
    let name = if negates { names::NEG } else { names::INVERT };
    if let Some(method) = special::method(thread, operand, name) {
        let ret = Return::operator(1, instr.a());
        special::enter(ts, &method, std::slice::from_ref(operand), ret)?;
        return Ok(Step::Enter);
    }
    let result = if negates {
        number::unary_negative(thread, operand)?
    } else {
        number::unary_invert(thread, operand)?
    };
    registers.consume(instr.b());
    registers.put(instr.a(), result);
    Ok(Step::Next)
}
