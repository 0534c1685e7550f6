//! Raising, handling and matching exceptions.

use crate::bytecode::instr::Instr;
use crate::object::{Builtin, Class, Res, Value};
use crate::runtime::frame::Frame;
use crate::runtime::protocol;
use crate::runtime::raise as raising;
use crate::runtime::state::ThreadState;
use crate::vm::registers::Registers;
use std::sync::atomic::Ordering::*;

/// `PUSH_EXC`
pub fn push_exc(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<()> {
    let a = Instr(w).a();
    let exception = ts.core.take_raised(raising::again(&ts.core));
    let saved = ts.handled.replace(exception.clone());
    let saved = if saved.is_unbound() {
        Value::NONE
    } else {
        saved
    };
    Registers::newest(frame).put(a, saved);
    Registers::newest(frame).put(a + 1, exception);
    Ok(())
}

fn restore(ts: &ThreadState, saved: Value) {
    ts.handled.set(if saved.is_none() {
        Value::UNBOUND
    } else {
        saved
    });
}

/// `POP_EXC`
pub fn pop_exc(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<()> {
    restore(ts, Registers::newest(frame).read(Instr(w).a()));
    Ok(())
}

/// `UNWIND_EXC`
pub fn unwind_exc(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<()> {
    let pending = ts.core.take_raised(raising::again(&ts.core));
    restore(ts, Registers::newest(frame).read(Instr(w).a()));
    Err(ts.core.raise(pending))
}

fn is_exception_class(value: &Value) -> bool {
    value
        .as_class()
        .is_some_and(|class| class.is_subclass_of(Builtin::BaseException.class()))
}

/// Whether exception `a` matches class or tuple `b`, which is consumed.
pub fn matches(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<bool> {
    let thread = &ts.core;
    let instr = Instr(w);
    let registers = Registers::newest(frame);
    let (exception, pattern) = (registers.get(instr.a()), registers.get(instr.b()));
    let class = thread.class_of(exception);
    let answer = match_class(ts, class, pattern)?;
    registers.consume(instr.b());
    Ok(answer)
}

fn match_class(ts: &ThreadState, class: &Class, pattern: &Value) -> Res<bool> {
    const MESSAGE: &str = "catching classes that do not inherit from BaseException is not allowed";
    if is_exception_class(pattern) {
        return Ok(class.is_subclass_of(pattern));
    }
    let Some(patterns) = pattern.as_tuple() else {
        return Err(ts.core.type_error(MESSAGE));
    };
    if !patterns.iter().all(is_exception_class) {
        return Err(ts.core.type_error(MESSAGE));
    }
    Ok(patterns.iter().any(|pattern| class.is_subclass_of(pattern)))
}

/// `CHECK_EG_MATCH`
pub fn check_eg_match(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<()> {
    let instr = Instr(w);
    let registers = Registers::newest(frame);
    let (matching, rest) = crate::types::exception::group_match(
        &ts.core,
        registers.get(instr.a()),
        registers.get(instr.b()),
    )?;
    if !matching.is_none() {
        ts.handled.set(matching.clone());
    }
    registers.consume(instr.b());
    drop(registers.replace(instr.a(), rest));
    registers.put(instr.c(), matching);
    Ok(())
}

/// An exception instance from the operand of `raise`.
fn instance(ts: &ThreadState, value: Value) -> Res {
    let thread = &ts.core;
    if value.as_exception().is_some() {
        return Ok(value);
    }
    if is_exception_class(&value) {
        let exception = protocol::call_positional(thread, &value, &[])?;
        if exception.as_exception().is_none() {
            let class = protocol::repr(thread, &value)?;
            let got = thread.class_object(&exception);
            let got = protocol::repr(thread, &got)?;
            return Err(thread.type_error(format!(
                "calling {} should have returned an instance of BaseException, not {}",
                class.as_str().unwrap_or(""),
                got.as_str().unwrap_or("")
            )));
        }
        return Ok(exception);
    }
    Err(thread.type_error("exceptions must derive from BaseException"))
}

/// `RAISE`
pub fn raise(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<()> {
    let exception = instance(ts, Registers::newest(frame).read(Instr(w).a()))?;
    Err(raising::raise_in_context(&ts.core, exception))
}

/// `RAISE_FROM`
pub fn raise_from(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<()> {
    let thread = &ts.core;
    let instr = Instr(w);
    let (exception, cause) = (
        Registers::newest(frame).read(instr.a()),
        Registers::newest(frame).read(instr.b()),
    );
    let exception = instance(ts, exception)?;
    let cause = if cause.is_none() {
        Value::NONE
    } else if cause.as_exception().is_some() || is_exception_class(&cause) {
        instance(ts, cause)?
    } else {
        return Err(thread.type_error("exception causes must derive from BaseException"));
    };
    thread.before_write(&exception);
    if let Some(payload) = exception.as_exception() {
        payload.cause.set(cause);
        payload.suppress_context.store(true, Relaxed);
    }
    Err(raising::raise_in_context(&ts.core, exception))
}

/// `RAISE_AGAIN`
pub fn raise_again(ts: &ThreadState, _: *mut Frame, _: u64) -> Res<()> {
    match ts.handled_exception() {
        Some(exception) => Err(ts.core.raise(exception)),
        None => Err(ts
            .core
            .error(Builtin::RuntimeError, "No active exception to reraise")),
    }
}

/// `RERAISE`
pub fn reraise(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<()> {
    Err(ts.core.raise(Registers::newest(frame).read(Instr(w).a())))
}
