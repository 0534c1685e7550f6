//! `with` and `async with`.

use crate::bytecode::instr::Instr;
use crate::object::names::{self, Name};
use crate::object::{Res, Value};
use crate::runtime::frame::Frame;
use crate::runtime::protocol::{self, attribute};
use crate::runtime::state::ThreadState;
use crate::vm::registers::Registers;

fn registers(frame: *mut Frame) -> Registers {
    // SAFETY: op bodies are called by the loop for the newest frame.
    unsafe { Registers::of(frame) }
}

fn before(
    ts: &ThreadState,
    frame: *mut Frame,
    w: u64,
    enter: Name,
    exit: Name,
    is_async: bool,
) -> Res<()> {
    let thread = &ts.core;
    let instr = Instr(w);
    let registers = registers(frame);
    let manager = registers.get(instr.b()).clone();
    let name = thread.class_of(&manager).name_text();
    let protocol_name = if is_async {
        "asynchronous context manager"
    } else {
        "context manager"
    };
    let Some((enter_method, enter_self)) =
        attribute::lookup_special_unbound(thread, &manager, enter.value())?
    else {
        return Err(thread.type_error(format!(
            "'{name}' object does not support the {protocol_name} protocol"
        )));
    };
    let Some((exit_method, exit_self)) =
        attribute::lookup_special_unbound(thread, &manager, exit.value())?
    else {
        return Err(thread.type_error(format!(
            "'{name}' object does not support the {protocol_name} protocol (missed {} method)",
            exit.text()
        )));
    };
    let entered = attribute::call_unbound(thread, &enter_method, enter_self, &manager, &[])?;
    registers.consume(instr.b());
    registers.put(instr.a(), exit_method);
    registers.put(
        instr.a() + 1,
        if exit_self { manager } else { Value::UNBOUND },
    );
    registers.put(instr.a() + 2, entered);
    Ok(())
}

/// `BEFORE_WITH`
pub fn before_with(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<()> {
    before(ts, frame, w, names::ENTER, names::EXIT, false)
}

/// `BEFORE_ASYNC_WITH`
pub fn before_async_with(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<()> {
    before(ts, frame, w, names::AENTER, names::AEXIT, true)
}

/// `WITH_EXCEPT_START`
pub fn except_start(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<()> {
    let thread = &ts.core;
    let instr = Instr(w);
    let registers = registers(frame);
    let window = registers.window(instr.b(), 2);
    let exception = registers.get(instr.c());
    let traceback = exception
        .as_exception()
        .and_then(|e| e.traceback.load())
        .unwrap_or(Value::NONE);
    let mut args = vec![thread.class_object(exception), exception.clone(), traceback];
    if !window[1].is_unbound() {
        args.insert(0, window[1].clone());
    }
    let result = protocol::call_positional(thread, &window[0], &args)?;
    registers.put(instr.a(), result);
    Ok(())
}
