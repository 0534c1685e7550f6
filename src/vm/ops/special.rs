//! Entering special methods written in the language: the loop pushes their frames, so that operators, truth, subscription, attribute hooks and
//! iteration recurse as deeply as other calls, without the native stack.
//!
//! The instruction stays where it is until the method returns; then [`answered`], [`branch_answered`] or [`discarded`] does the rest of it. **Invariant**:
//! while the frame runs, the operands are still in the registers of the instruction, which consumes them afterwards.

use super::{arith, compare, with};
use crate::bytecode::instr::Instr;
use crate::bytecode::opcodes::Op;
use crate::object::class::{CallArgs, Class, class_flag};
use crate::object::names::{self, Name};
use crate::object::{Builtin, Res, Thread, Value};
use crate::runtime::frame::Continuation;
use crate::runtime::protocol::{self, iterate};
use crate::runtime::slots::script;
use crate::runtime::state::ThreadState;
use crate::vm::enter::{self, Return};
use crate::vm::registers::Registers;

/// Whether all that the class has is native, and stays so.
#[inline]
fn is_native(class: &Class) -> bool {
    class.is_static() || class.has(class_flag::NATIVE_HEAP)
}

/// The script function that is special method `name` of the object; None if the class is built in or the method is anything else.
#[inline]
pub fn method(thread: &Thread, object: &Value, name: Name) -> Option<Value> {
    object.header()?;
    let class = thread.class_of(object);
    if is_native(class) {
        return None;
    }
    protocol::lookup_class(thread, class, name.value()).filter(|m| m.is_exact(Builtin::Function))
}

/// Pushes the frame of a special method.
///
/// # Errors
/// What binding the arguments raises, or RecursionError.
pub fn enter(ts: &ThreadState, method: &Value, arguments: &[Value], ret: Return) -> Res<()> {
    enter::push_function(ts, method, CallArgs::positional_only(arguments), None, ret)
}

/// How a value that is asked for its truth is asked.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u16)]
enum Truth {
    Bool,
    Len,
}

/// Enters `__bool__`, or `__len__` where there is no `__bool__`.
pub fn enter_truth(ts: &ThreadState, value: &Value, ret: Return) -> Res<bool> {
    let thread = &ts.core;
    let class = thread.class_of(value);
    if value.header().is_none() || is_native(class) {
        return Ok(false);
    }
    let (name, truth) = match class.truth() {
        Some(_) => (names::BOOL, Truth::Bool),
        None => (names::LEN, Truth::Len),
    };
    let Some(method) = method(thread, value, name) else {
        return Ok(false);
    };
    let ret = Return {
        window: truth as u16,
        ..ret
    };
    enter(ts, &method, std::slice::from_ref(value), ret)?;
    Ok(true)
}

/// The truth that the answer of the method entered by [`enter_truth`] means.
fn truth_answered(thread: &Thread, window: u16, answer: &Value) -> Res<bool> {
    if window == Truth::Bool as u16 {
        script::bool_of_answer(thread, answer)
    } else {
        Ok(script::length_of_answer(thread, answer)? != 0)
    }
}

/// A special method has answered the instruction, which has a result. `window`: which method it was, where there are several.
///
/// # Errors
/// What the rest of the instruction raises.
pub fn answered(
    ts: &ThreadState,
    registers: Registers,
    instr: Instr,
    window: u16,
    value: Value,
) -> Res<()> {
    let thread = &ts.core;
    let (a, b, c) = (instr.a(), instr.b(), instr.c());
    let Some(op) = instr.op().map(Op::original) else {
        return Ok(());
    };
    match op {
        Op::LoadAttr
        | Op::LoadAttrL
        | Op::LoadSubscrI
        | Op::LoadSubscrIL
        | Op::Neg
        | Op::BitNot => {
            registers.consume(b);
            registers.put(a, value);
        }
        Op::Not => {
            let truth = truth_answered(thread, window, &value)?;
            registers.consume(b);
            registers.put(a, Value::from_bool(!truth));
        }
        Op::GetIter => {
            iterate::check_iterator(thread, &value)?;
            registers.consume(b);
            registers.put(a, value);
        }
        Op::WithExceptStart => registers.put(a, value),
        Op::BeforeWith | Op::BeforeAsyncWith => with::entered(ts, registers, instr, value)?,
        Op::LoadSubscr | Op::LoadSubscrL => arith::finish_two(registers, b, c, a, value),
        Op::Contains => {
            let found = protocol::truth(thread, &value)? != (instr.x() != 0);
            arith::finish_two(registers, b, c, a, Value::from_bool(found));
        }
        Op::Compare | Op::CompareL => {
            let value = if value.is_not_implemented() {
                let (left, right) = (registers.get(b), registers.get(c));
                compare::after_not_implemented(ts, left, right, compare::operator(instr.x()))?
            } else {
                value
            };
            arith::finish_two(registers, b, c, a, value);
        }
        _ => arith::answered(ts, registers, instr, op, window, value)?,
    }
    Ok(())
}

/// The window of a property's getter: where the class has a `__getattr__`, that answers an AttributeError in the getter.
pub const GETTER: u16 = 1;

/// Enters the getter of a property for a `LOAD_ATTR`.
///
/// # Errors
/// As `enter`.
pub fn enter_getter(ts: &ThreadState, getter: &Value, object: &Value, instr: Instr) -> Res<()> {
    let ret = Return {
        window: GETTER,
        ..Return::operator(2, instr.a())
    };
    enter(ts, getter, std::slice::from_ref(object), ret)
}

/// A special method has answered the branch; whether it jumps.
///
/// # Errors
/// What the rest of the instruction raises.
pub fn branch_answered(
    ts: &ThreadState,
    registers: Registers,
    instr: Instr,
    window: u16,
    answer: &Value,
) -> Res<bool> {
    let thread = &ts.core;
    match instr.op() {
        Some(op @ (Op::JT | Op::JF | Op::LoopT | Op::LoopF)) => {
            let truth = truth_answered(thread, window, answer)?;
            registers.consume(instr.a());
            Ok(truth == matches!(op, Op::JT | Op::LoopT))
        }
        Some(op @ (Op::JTOrPop | Op::JFOrPop)) => {
            let truth = truth_answered(thread, window, answer)?;
            Ok(compare::jumps_or_pops(registers, instr, op, truth))
        }
        Some(op @ (Op::JIn | Op::JNotIn)) => {
            let found = protocol::truth(thread, answer)?;
            registers.consume(instr.a());
            registers.consume(instr.b());
            Ok(found == (op == Op::JIn))
        }
        _ => compare::branch_answered(ts, registers, instr, answer),
    }
}

/// A special method whose result does not matter has done the instruction's work.
pub fn discarded(registers: Registers, instr: Instr) {
    registers.consume(instr.a());
    match instr.op() {
        Some(Op::StoreSubscr) => {
            registers.consume(instr.b());
            registers.consume(instr.c());
        }
        Some(Op::StoreSubscrI) => registers.consume(instr.c()),
        Some(Op::StoreAttr | Op::DeleteSubscr) => registers.consume(instr.b()),
        _ => {}
    }
}

/// What a special method without a result of its own returns to.
pub const fn discard(skip: u8) -> Return {
    Return {
        continuation: Continuation::Discard,
        skip,
        dst: 0,
        window: 0,
    }
}

/// What a special method that decides a branch returns to.
pub const BRANCH: Return = Return {
    continuation: Continuation::Branch,
    skip: 1,
    dst: 0,
    window: 0,
};
