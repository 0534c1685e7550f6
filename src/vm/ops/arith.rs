//! Arithmetic whose operands are not both small numbers.

use super::Step;
use crate::bytecode::instr::Instr;
use crate::bytecode::opcodes::{Op, arith};
use crate::object::{Builtin, Class, Res, Str, Thread, Value};
use crate::runtime::frame::{Continuation, Frame};
use crate::runtime::protocol::number::{self, BinaryOp};
use crate::runtime::state::ThreadState;
use crate::vm::enter::{self, Return};
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
    // SAFETY: called by the loop for the newest frame.
    let registers = unsafe { Registers::of(frame) };
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
    if !in_place && let Some(step) = try_enter(ts, op, left, right, a)? {
        return Ok(step);
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

/// The dunder name of an operator.
fn method_name(op: BinaryOp) -> &'static Value {
    use crate::object::names as n;
    let name = match op {
        BinaryOp::Add => n::ADD,
        BinaryOp::Subtract => n::SUB,
        BinaryOp::Multiply => n::MUL,
        BinaryOp::MatrixMultiply => n::MATMUL,
        BinaryOp::TrueDivide => n::TRUEDIV,
        BinaryOp::FloorDivide => n::FLOORDIV,
        BinaryOp::Remainder => n::MOD,
        BinaryOp::DivMod => n::DIVMOD,
        BinaryOp::Power => n::POW,
        BinaryOp::LeftShift => n::LSHIFT,
        BinaryOp::RightShift => n::RSHIFT,
        BinaryOp::And => n::AND,
        BinaryOp::Xor => n::XOR,
        BinaryOp::Or => n::OR,
    };
    name.value()
}

/// Whether `left`'s method alone decides the operation, unless it answers NotImplemented: the operands' classes are the same.
pub fn left_decides(thread: &Thread, left: &Value, right: &Value) -> bool {
    let class = thread.class_of(left);
    !class.is_static() && std::ptr::eq::<Class>(class, thread.class_of(right))
}

/// Enters the script method of the left operand, if it alone decides.
fn try_enter(
    ts: &ThreadState,
    op: BinaryOp,
    left: &Value,
    right: &Value,
    dst: u16,
) -> Res<Option<Step>> {
    let thread = &ts.core;
    if left.header().is_none() || !left_decides(thread, left, right) {
        return Ok(None);
    }
    let class = thread.class_of(left);
    let Some(method) = crate::runtime::protocol::lookup_class(thread, class, method_name(op))
    else {
        return Ok(None);
    };
    if !method.is_exact(Builtin::Function) {
        return Ok(None);
    }
    let arguments = [left.clone(), right.clone()];
    let ret = Return {
        continuation: Continuation::Operator,
        skip: 1,
        dst,
        window: 0,
    };
    enter::push_function(
        ts,
        &method,
        crate::object::class::CallArgs::positional_only(&arguments),
        None,
        ret,
    )?;
    Ok(Some(Step::Enter))
}

/// `a := b <op> imm`, or with the operands exchanged.
#[inline(never)]
pub fn binary_imm(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<Step> {
    let instr = Instr(w);
    // SAFETY: called by the loop for the newest frame.
    let registers = unsafe { Registers::of(frame) };
    let immediate = Value::from_i32(instr.c_signed() as i32);
    let kind = instr.op();
    let op = kind.map_or(BinaryOp::Add, operator);
    let swapped = instr.x() & arith::SWAPPED != 0 || kind == Some(Op::RSubI);
    let operand = registers.get(instr.b());
    let (left, right) = if swapped {
        (&immediate, operand)
    } else {
        (operand, &immediate)
    };
    let in_place = instr.x() & arith::IN_PLACE != 0 && kind != Some(Op::RSubI);
    let result = if in_place {
        number::in_place(&ts.core, op, left, right)?
    } else {
        number::binary(&ts.core, op, left, right)?
    };
    registers.consume(instr.b());
    registers.put(instr.a(), result);
    Ok(Step::Next)
}

/// `a := -b` and `a := ~b`
pub fn unary(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<Step> {
    let instr = Instr(w);
    // SAFETY: called by the loop for the newest frame.
    let registers = unsafe { Registers::of(frame) };
    let operand = registers.get(instr.b());
    let result = match instr.op() {
        Some(Op::Neg) => number::unary_negative(&ts.core, operand)?,
        _ => number::unary_invert(&ts.core, operand)?,
    };
    registers.consume(instr.b());
    registers.put(instr.a(), result);
    Ok(Step::Next)
}

/// The rest of an operation whose left operand's method answered NotImplemented: the operands' classes are the same, so no reflected method is
/// tried; what remains is sequence concatenation and repetition, or the error.
pub fn after_not_implemented(ts: &ThreadState, left: &Value, right: &Value, op: BinaryOp) -> Res {
    number::unsupported(&ts.core, op, left, right)
}
