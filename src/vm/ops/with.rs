//! `with` and `async with`.
//!
//! `BEFORE_WITH` leaves the exit method and its self in two temporaries, where `CALL` or `WITH_EXCEPT_START` find them. Of a native context manager
//! whose class cannot change (a lock, a memoryview) the methods are slots: neither is looked up, and the unbound marker stands in the exit method's
//! place. `CALL` finds it there and calls the slot; the arguments are three times None then, whatever the block did.

use super::{Step, special};
use crate::bytecode::instr::Instr;
use crate::bytecode::opcodes::Op;
use crate::object::class::SlotId;
use crate::object::names::{self, Name};
use crate::object::{Builtin, Res, Thread, Value};
use crate::runtime::frame::Frame;
use crate::runtime::protocol::{self, attribute};
use crate::runtime::safepoint;
use crate::runtime::state::ThreadState;
use crate::vm::enter::Return;
use crate::vm::registers::Registers;

/// The methods of one of the two protocols.
struct Protocol {
    name: &'static str,
    enter: Name,
    exit: Name,
}

const PLAIN: Protocol = Protocol {
    name: "context manager",
    enter: names::ENTER,
    exit: names::EXIT,
};
const ASYNCHRONOUS: Protocol = Protocol {
    name: "asynchronous context manager",
    enter: names::AENTER,
    exit: names::AEXIT,
};

fn exit_method(thread: &Thread, manager: &Value, protocol: &Protocol) -> Res<(Value, bool)> {
    let found = attribute::lookup_special_unbound(thread, manager, protocol.exit.value())?;
    found.ok_or_else(|| {
        thread.type_error(format!(
            "'{}' object does not support the {} protocol (missed {} method)",
            thread.class_of(manager).name_text(),
            protocol.name,
            protocol.exit.text()
        ))
    })
}

fn before(ts: &ThreadState, frame: *mut Frame, w: u64, protocol: &Protocol) -> Res<Step> {
    let thread = &ts.core;
    let instr = Instr(w);
    let registers = Registers::newest(frame);
    let manager = registers.get(instr.b()).clone();
    let enter = attribute::lookup_special_unbound(thread, &manager, protocol.enter.value())?;
    let Some((enter, needs_self)) = enter else {
        return Err(thread.type_error(format!(
            "'{}' object does not support the {} protocol",
            thread.class_of(&manager).name_text(),
            protocol.name
        )));
    };
    let exit = exit_method(thread, &manager, protocol)?;
    if needs_self && enter.is_exact(Builtin::Function) {
        let ret = Return::operator(1, instr.a());
        special::enter(ts, &enter, std::slice::from_ref(&manager), ret)?;
        return Ok(Step::Enter);
    }
    let entered = attribute::call_unbound(thread, &enter, needs_self, &manager, &[])?;
    finish(registers, instr, manager, exit, entered);
    Ok(Step::Next)
}

fn finish(
    registers: Registers,
    instr: Instr,
    manager: Value,
    (exit, needs_self): (Value, bool),
    entered: Value,
) {
    registers.consume(instr.b());
    registers.put(instr.a(), exit);
    let receiver = if needs_self { manager } else { Value::UNBOUND };
    registers.put(instr.a() + 1, receiver);
    registers.put(instr.a() + 2, entered);
}

/// A script's `__enter__` or `__aenter__` has answered. The exit method is looked up again: it was there when the block was entered, and where
/// entering replaced it, the new one is called.
///
/// # Errors
/// TypeError if there is no exit method any more.
pub fn entered(ts: &ThreadState, registers: Registers, instr: Instr, value: Value) -> Res<()> {
    let protocol = match instr.op() {
        Some(Op::BeforeWith) => &PLAIN,
        _ => &ASYNCHRONOUS,
    };
    let manager = registers.get(instr.b()).clone();
    let exit = exit_method(&ts.core, &manager, protocol)?;
    finish(registers, instr, manager, exit, value);
    Ok(())
}

/// `BEFORE_WITH`
pub fn before_with(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<Step> {
    let thread = &ts.core;
    let instr = Instr(w);
    let registers = Registers::newest(frame);
    let (a, b) = (instr.a(), instr.b());
    let class = thread.class_of(registers.get(b));
    if !class.is_fixed() || !class.has_slot(SlotId::ExitContext) {
        return before(ts, frame, w, &PLAIN);
    }
    let Some(enter) = class.enter_context() else {
        return before(ts, frame, w, &PLAIN);
    };
    thread.before_read(registers.get(b));
    let enter = |manager: &Value| {
        thread.mark_direct(std::ptr::from_ref(manager) as u64);
        let entered = enter(thread, manager);
        thread.mark_direct(0);
        entered
    };
    let (entered, manager);
    if registers.is_temporary(b) {
        entered = enter(registers.get(b))?;
        manager = registers.take(b);
    } else {
        // Whoever runs while this thread waits may rebind the local.
        manager = registers.get(b).clone();
        entered = enter(&manager)?;
    }
    registers.put(a, Value::UNBOUND);
    registers.put(a + 1, manager);
    registers.put(a + 2, entered);
    Ok(Step::Next)
}

/// `CALL` of the unbound marker: the block of a native context manager has ended without an exception.
#[inline(never)]
pub fn exit(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<()> {
    let thread = &ts.core;
    let instr = Instr(w);
    let registers = Registers::newest(frame);
    let manager = registers.take(instr.b() + 1);
    thread.before_read(&manager);
    let result = match thread.class_of(&manager).exit_context() {
        Some(exit) => exit(thread, &manager)?,
        None => return Err(thread.error(Builtin::SystemError, "no context manager is left")),
    };
    drop(manager);
    registers.put(instr.a(), result);
    safepoint::poll_after_call(thread)
}

/// `BEFORE_ASYNC_WITH`
pub fn before_async_with(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<Step> {
    before(ts, frame, w, &ASYNCHRONOUS)
}

/// `WITH_EXCEPT_START`
pub fn except_start(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<Step> {
    let thread = &ts.core;
    let instr = Instr(w);
    let registers = Registers::newest(frame);
    let window = registers.window(instr.b(), 2);
    let exception = registers.get(instr.c());
    thread.before_read(exception);
    let traceback = exception
        .as_exception()
        .and_then(|e| e.traceback.load())
        .unwrap_or(Value::NONE);
    let mut args = vec![thread.class_object(exception), exception.clone(), traceback];
    if !window[1].is_unbound() {
        args.insert(0, window[1].clone());
    }
    let looked_up;
    let exit = if window[0].is_unbound() {
        (looked_up, _) = exit_method(thread, &window[1], &PLAIN)?;
        &looked_up
    } else {
        &window[0]
    };
    if exit.is_exact(Builtin::Function) {
        special::enter(ts, exit, &args, Return::operator(1, instr.a()))?;
        return Ok(Step::Enter);
    }
    let result = protocol::call_positional(thread, exit, &args)?;
    registers.put(instr.a(), result);
    Ok(Step::Next)
}
