//! Comparisons, membership, truth and the branches on them.

use super::{Branch, Step, arith};
use crate::bytecode::instr::Instr;
use crate::bytecode::opcodes::Op;
use crate::object::class::{CallArgs, Compare};
use crate::object::{Builtin, Res, Value, names};
use crate::runtime::frame::{Continuation, Frame};
use crate::runtime::protocol::{self, compare as rich};
use crate::runtime::state::ThreadState;
use crate::vm::enter::{self, Return};
use crate::vm::registers::Registers;

/// The operator in the `x` field of `COMPARE`.
pub fn operator(x: u8) -> Compare {
    [
        Compare::Lt,
        Compare::Le,
        Compare::Eq,
        Compare::Ne,
        Compare::Gt,
        Compare::Ge,
    ][(x as usize).min(5)]
}

/// The comparison of a fused branch, and whether the branch jumps when it holds.
fn branch_operator(op: Option<Op>) -> (Compare, bool) {
    match op {
        Some(Op::JNotLt | Op::JNotLtI) => (Compare::Lt, false),
        Some(Op::JNotLe | Op::JNotLeI) => (Compare::Le, false),
        Some(Op::JNotGt | Op::JNotGtI) => (Compare::Gt, false),
        Some(Op::JNotGe | Op::JNotGeI) => (Compare::Ge, false),
        Some(Op::JNotEq | Op::JNotEqI) => (Compare::Eq, false),
        Some(Op::JNotNe | Op::JNotNeI) => (Compare::Ne, false),
        Some(Op::LoopLt | Op::LoopLtI) => (Compare::Lt, true),
        Some(Op::LoopLe | Op::LoopLeI) => (Compare::Le, true),
        Some(Op::LoopGt | Op::LoopGtI) => (Compare::Gt, true),
        Some(Op::LoopGe | Op::LoopGeI) => (Compare::Ge, true),
        _ => (Compare::Ne, true),
    }
}

fn method_name(op: Compare) -> &'static Value {
    let name = match op {
        Compare::Lt => names::LT,
        Compare::Le => names::LE,
        Compare::Eq => names::EQ,
        Compare::Ne => names::NE,
        Compare::Gt => names::GT,
        Compare::Ge => names::GE,
    };
    name.value()
}

/// Enters the script method of the left operand, if it alone decides.
fn try_enter(ts: &ThreadState, op: Compare, left: &Value, right: &Value, ret: Return) -> Res<bool> {
    let thread = &ts.core;
    if left.header().is_none() || !arith::left_decides(thread, left, right) {
        return Ok(false);
    }
    let Some(method) = protocol::lookup_class(thread, thread.class_of(left), method_name(op))
    else {
        return Ok(false);
    };
    if !method.is_exact(Builtin::Function) {
        return Ok(false);
    }
    let arguments = [left.clone(), right.clone()];
    enter::push_function(
        ts,
        &method,
        CallArgs::positional_only(&arguments),
        None,
        ret,
    )?;
    Ok(true)
}

/// `a := b <op x> c`
pub fn compare(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<Step> {
    let instr = Instr(w);
    // SAFETY: called by the loop for the newest frame.
    let registers = unsafe { Registers::of(frame) };
    let (left, right) = (registers.get(instr.b()), registers.get(instr.c()));
    let op = operator(instr.x());
    let result = match (left.as_small_int(), right.as_small_int()) {
        (Some(l), Some(r)) => Value::from_bool(op.holds(l.cmp(&r))),
        _ => {
            let ret = Return {
                continuation: Continuation::Operator,
                skip: 1,
                dst: instr.a(),
                window: 0,
            };
            if try_enter(ts, op, left, right, ret)? {
                return Ok(Step::Enter);
            }
            rich::compare(&ts.core, left, right, op)?
        }
    };
    arith::finish_two(registers, instr.b(), instr.c(), instr.a(), result);
    Ok(Step::Next)
}

/// A fused compare-and-branch of two registers.
#[inline(never)]
pub fn branch(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<Branch> {
    let instr = Instr(w);
    // SAFETY: called by the loop for the newest frame.
    let registers = unsafe { Registers::of(frame) };
    let (op, jump_if) = branch_operator(instr.op());
    let (left, right) = (registers.get(instr.a()), registers.get(instr.b()));
    let ret = Return {
        continuation: Continuation::Branch,
        skip: 1,
        dst: 0,
        window: 0,
    };
    if try_enter(ts, op, left, right, ret)? {
        return Ok(Branch::Enter);
    }
    let holds = rich::compare_bool(&ts.core, left, right, op)?;
    registers.consume(instr.a());
    registers.consume(instr.b());
    Ok(Branch::jump_if(holds == jump_if))
}

/// A fused compare-and-branch with an immediate.
#[inline(never)]
pub fn branch_imm(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<Branch> {
    let instr = Instr(w);
    // SAFETY: called by the loop for the newest frame.
    let registers = unsafe { Registers::of(frame) };
    let (op, jump_if) = branch_operator(instr.op());
    let right = Value::from_i32(instr.b_signed() as i32);
    let holds = rich::compare_bool(&ts.core, registers.get(instr.a()), &right, op)?;
    registers.consume(instr.a());
    Ok(Branch::jump_if(holds == jump_if))
}

/// After a script method has answered a fused branch's comparison: consumes the operands and decides.
pub fn branch_answered(ts: &ThreadState, frame: *mut Frame, answer: &Value) -> Res<bool> {
    // SAFETY: the newest frame stands at the branch again.
    let (instr, registers) = unsafe {
        (
            Instr((*(*frame).pc).load(std::sync::atomic::Ordering::Relaxed)),
            Registers::of(frame),
        )
    };
    let (op, jump_if) = branch_operator(instr.op());
    let (left, right) = (registers.get(instr.a()), registers.get(instr.b()));
    let holds = if answer.is_not_implemented() {
        let answer = after_not_implemented(ts, left, right, op)?;
        protocol::truth(&ts.core, &answer)?
    } else {
        protocol::truth(&ts.core, answer)?
    };
    registers.consume(instr.a());
    registers.consume(instr.b());
    Ok(holds == jump_if)
}

/// The rest of a comparison whose left operand's method answered NotImplemented; the operands' classes are the same.
pub fn after_not_implemented(ts: &ThreadState, left: &Value, right: &Value, op: Compare) -> Res {
    let thread = &ts.core;
    if let Some(f) = thread.class_of(right).compare() {
        let answer = f(thread, right, left, op.reflected())?;
        if !answer.is_not_implemented() {
            return Ok(answer);
        }
    }
    match op {
        Compare::Eq => Ok(Value::from_bool(left.is(right))),
        Compare::Ne => Ok(Value::from_bool(!left.is(right))),
        _ => Err(thread.type_error(format!(
            "'{}' not supported between instances of '{}' and '{}'",
            op.symbol(),
            thread.class_of(left).name_text(),
            thread.class_of(right).name_text()
        ))),
    }
}

/// `a := b is c`
pub fn is(_: &ThreadState, frame: *mut Frame, w: u64) -> Res<()> {
    let instr = Instr(w);
    // SAFETY: called by the loop for the newest frame.
    let registers = unsafe { Registers::of(frame) };
    let same = registers.get(instr.b()).is(registers.get(instr.c()));
    arith::finish_two(
        registers,
        instr.b(),
        instr.c(),
        instr.a(),
        Value::from_bool(same != (instr.x() != 0)),
    );
    Ok(())
}

/// Consumes operands `a` and `b`.
pub fn consume_two(frame: *mut Frame, w: u64) {
    let instr = Instr(w);
    // SAFETY: called by the loop for the newest frame.
    let registers = unsafe { Registers::of(frame) };
    registers.consume(instr.a());
    registers.consume(instr.b());
}

/// `a := b in c`
pub fn contains(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<Step> {
    let instr = Instr(w);
    // SAFETY: called by the loop for the newest frame.
    let registers = unsafe { Registers::of(frame) };
    let found = protocol::contains(&ts.core, registers.get(instr.c()), registers.get(instr.b()))?;
    arith::finish_two(
        registers,
        instr.b(),
        instr.c(),
        instr.a(),
        Value::from_bool(found != (instr.x() != 0)),
    );
    Ok(Step::Next)
}

/// `JIN` and `JNOT_IN`
pub fn contains_branch(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<Branch> {
    let instr = Instr(w);
    // SAFETY: called by the loop for the newest frame.
    let registers = unsafe { Registers::of(frame) };
    let found = protocol::contains(&ts.core, registers.get(instr.b()), registers.get(instr.a()))?;
    registers.consume(instr.a());
    registers.consume(instr.b());
    Ok(Branch::jump_if(found == (instr.op() == Some(Op::JIn))))
}

/// `a := not b`
pub fn not(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<Step> {
    let instr = Instr(w);
    // SAFETY: called by the loop for the newest frame.
    let registers = unsafe { Registers::of(frame) };
    let truth = protocol::truth(&ts.core, registers.get(instr.b()))?;
    registers.consume(instr.b());
    registers.put(instr.a(), Value::from_bool(!truth));
    Ok(Step::Next)
}

/// A branch on the truth of register `a`, which is consumed.
pub fn truth_of_register(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<Branch> {
    let instr = Instr(w);
    // SAFETY: called by the loop for the newest frame.
    let registers = unsafe { Registers::of(frame) };
    let truth = protocol::truth(&ts.core, registers.get(instr.a()))?;
    registers.consume(instr.a());
    Ok(Branch::jump_if(
        truth == matches!(instr.op(), Some(Op::JT | Op::LoopT)),
    ))
}

/// `JT_OR_POP` and `JF_OR_POP`: whether to jump; if not, `a` is dropped.
pub fn jump_or_pop(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<bool> {
    let instr = Instr(w);
    // SAFETY: called by the loop for the newest frame.
    let registers = unsafe { Registers::of(frame) };
    let truth = protocol::truth(&ts.core, registers.get(instr.a()))?;
    let jump = truth == (instr.op() == Some(Op::JTOrPop));
    if !jump {
        drop(registers.take(instr.a()));
    }
    Ok(jump)
}
