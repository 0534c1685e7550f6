//! Comparisons, membership, truth and the branches on them.

use super::{Branch, Step, arith, special};
use crate::bytecode::instr::Instr;
use crate::bytecode::opcodes::{Op, Role};
use crate::object::class::Compare;
use crate::object::names::{self, Name};
use crate::object::{Res, Value};
use crate::runtime::frame::Frame;
use crate::runtime::protocol::{self, compare as rich};
use crate::runtime::state::ThreadState;
use crate::vm::enter::Return;
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

fn method_name(op: Compare) -> Name {
    match op {
        Compare::Lt => names::LT,
        Compare::Le => names::LE,
        Compare::Eq => names::EQ,
        Compare::Ne => names::NE,
        Compare::Gt => names::GT,
        Compare::Ge => names::GE,
    }
}

/// Enters the script method of the left operand, if that is the first to be asked.
fn try_enter(ts: &ThreadState, op: Compare, left: &Value, right: &Value, ret: Return) -> Res<bool> {
    let thread = &ts.core;
    if !arith::left_is_first(thread, left, right) {
        return Ok(false);
    }
    match special::method(thread, left, method_name(op)) {
        Some(method) => {
            special::enter(ts, &method, &[left.clone(), right.clone()], ret)?;
            Ok(true)
        }
        None => Ok(false),
    }
}

/// `a := b <op x> c`
pub fn compare(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<Step> {
    let instr = Instr(w);
    let registers = Registers::newest(frame);
    let (left, right) = (registers.get(instr.b()), registers.get(instr.c()));
    let op = operator(instr.x());
    let result = match (left.as_small_int(), right.as_small_int()) {
        (Some(l), Some(r)) => Value::from_bool(op.holds(l.cmp(&r))),
        _ => {
            if try_enter(ts, op, left, right, Return::operator(1, instr.a()))? {
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
    let registers = Registers::newest(frame);
    let (op, jump_if) = branch_operator(instr.op());
    let (left, right) = (registers.get(instr.a()), registers.get(instr.b()));
    if try_enter(ts, op, left, right, special::BRANCH)? {
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
    let registers = Registers::newest(frame);
    let (op, jump_if) = branch_operator(instr.op());
    let (left, right) = (registers.get(instr.a()), immediate(instr));
    if try_enter(ts, op, left, &right, special::BRANCH)? {
        return Ok(Branch::Enter);
    }
    let holds = rich::compare_bool(&ts.core, left, &right, op)?;
    registers.consume(instr.a());
    Ok(Branch::jump_if(holds == jump_if))
}

/// The right operand of a compare-and-branch with an immediate.
fn immediate(instr: Instr) -> Value {
    Value::from_i32(instr.b_signed() as i32)
}

/// After a script method has answered a fused branch's comparison: consumes the operands and decides.
///
/// # Errors
/// What asking the other operand, or the truth of the answer, raises.
pub fn branch_answered(
    ts: &ThreadState,
    registers: Registers,
    instr: Instr,
    answer: &Value,
) -> Res<bool> {
    let (op, jump_if) = branch_operator(instr.op());
    let has_immediate = instr.op().is_some_and(|op| op.info().b == Role::Imm16);
    let holds = if answer.is_not_implemented() {
        let right = if has_immediate {
            immediate(instr)
        } else {
            registers.get(instr.b()).clone()
        };
        let answer = after_not_implemented(ts, registers.get(instr.a()), &right, op)?;
        protocol::truth(&ts.core, &answer)?
    } else {
        protocol::truth(&ts.core, answer)?
    };
    registers.consume(instr.a());
    if !has_immediate {
        registers.consume(instr.b());
    }
    Ok(holds == jump_if)
}

/// The rest of a comparison whose left operand's method answered NotImplemented.
pub fn after_not_implemented(ts: &ThreadState, left: &Value, right: &Value, op: Compare) -> Res {
    let thread = &ts.core;
    thread.before_read(left);
    thread.before_read(right);
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
    let registers = Registers::newest(frame);
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
    let registers = Registers::newest(frame);
    registers.consume(instr.a());
    registers.consume(instr.b());
}

/// Enters `__contains__` of a script's class.
fn enter_contains(ts: &ThreadState, container: &Value, item: &Value, ret: Return) -> Res<bool> {
    match special::method(&ts.core, container, names::CONTAINS) {
        Some(method) => {
            special::enter(ts, &method, &[container.clone(), item.clone()], ret)?;
            Ok(true)
        }
        None => Ok(false),
    }
}

/// `a := b in c`
pub fn contains(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<Step> {
    let instr = Instr(w);
    let registers = Registers::newest(frame);
    let (item, container) = (registers.get(instr.b()), registers.get(instr.c()));
    if enter_contains(ts, container, item, Return::operator(1, instr.a()))? {
        return Ok(Step::Enter);
    }
    let found = protocol::contains(&ts.core, container, item)?;
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
    let registers = Registers::newest(frame);
    let (item, container) = (registers.get(instr.a()), registers.get(instr.b()));
    if enter_contains(ts, container, item, special::BRANCH)? {
        return Ok(Branch::Enter);
    }
    let found = protocol::contains(&ts.core, container, item)?;
    registers.consume(instr.a());
    registers.consume(instr.b());
    Ok(Branch::jump_if(found == (instr.op() == Some(Op::JIn))))
}

/// `a := not b`
pub fn not(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<Step> {
    let instr = Instr(w);
    let registers = Registers::newest(frame);
    let value = registers.get(instr.b());
    if special::enter_truth(ts, value, Return::operator(1, instr.a()))? {
        return Ok(Step::Enter);
    }
    let truth = protocol::truth(&ts.core, value)?;
    registers.consume(instr.b());
    registers.put(instr.a(), Value::from_bool(!truth));
    Ok(Step::Next)
}

/// A branch on the truth of register `a`, which is consumed.
pub fn truth_of_register(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<Branch> {
    let instr = Instr(w);
    let registers = Registers::newest(frame);
    let value = registers.get(instr.a());
    if special::enter_truth(ts, value, special::BRANCH)? {
        return Ok(Branch::Enter);
    }
    let truth = protocol::truth(&ts.core, value)?;
    registers.consume(instr.a());
    Ok(Branch::jump_if(
        truth == matches!(instr.op(), Some(Op::JT | Op::LoopT)),
    ))
}

/// `JT_OR_POP` and `JF_OR_POP`: whether to jump; if not, `a` is dropped.
pub fn jump_or_pop(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<Branch> {
    let instr = Instr(w);
    let registers = Registers::newest(frame);
    let value = registers.get(instr.a());
    if special::enter_truth(ts, value, special::BRANCH)? {
        return Ok(Branch::Enter);
    }
    let truth = protocol::truth(&ts.core, value)?;
    let op = instr.op().unwrap_or(Op::JTOrPop);
    Ok(Branch::jump_if(jumps_or_pops(registers, instr, op, truth)))
}

/// Whether `op` jumps on this truth; drops `a` if it does not.
pub fn jumps_or_pops(registers: Registers, instr: Instr, op: Op, truth: bool) -> bool {
    let jump = truth == (op == Op::JTOrPop);
    if !jump {
        drop(registers.take(instr.a()));
    }
    jump
}
