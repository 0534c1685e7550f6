//! Making functions, and the namespaces of frames.

use crate::bytecode::code::flags;
use crate::bytecode::instr::Instr;
use crate::bytecode::opcodes::make_function as parts;
use crate::object::{Builtin, Dict, Res, Slot, Thread, Value, names};
use crate::runtime::code::Code;
use crate::runtime::frame::Frame;
use crate::runtime::function::Function;
use crate::runtime::state::ThreadState;
use crate::vm::registers::{Registers, code_of};
use std::sync::atomic::Ordering::*;

/// The globals of a frame.
pub fn globals_of_frame(_: &ThreadState, frame: *mut Frame) -> Value {
    // SAFETY: the newest frame, or an older live one.
    unsafe {
        match (*frame).function() {
            Some(function) => function.globals.clone(),
            None if !(*frame).extra.is_null() => (*(*frame).extra).globals.clone(),
            None => Value::UNBOUND,
        }
    }
}

/// The built-ins of a frame.
pub fn builtins_of_frame(_: &ThreadState, frame: *mut Frame) -> Value {
    // SAFETY: as above.
    unsafe {
        match (*frame).function() {
            Some(function) => function.builtins.clone(),
            None if !(*frame).extra.is_null() => (*(*frame).extra).builtins.clone(),
            None => Value::UNBOUND,
        }
    }
}

/// A function of `code` in the namespace `globals`.
pub fn new_function(thread: &Thread, code: &Value, globals: Value, builtins: Value) -> Res {
    let code = Code::for_globals(thread, code, &globals)?;
    let Some(payload) = code.payload::<Code>() else {
        return Err(thread.type_error("a code object was expected"));
    };
    let doc = match payload.consts.first() {
        Some(doc) if payload.plain.flags & flags::HAS_DOCSTRING != 0 => doc.clone(),
        _ => Value::NONE,
    };
    let module = globals
        .as_dict()
        .and_then(|dict| dict.get_str(thread, names::NAME.value()));
    let function = Function {
        name: Slot::new(payload.name.get()),
        qualname: Slot::new(payload.qualname.get()),
        code: Slot::new(code.clone()),
        globals,
        builtins,
        defaults: Slot::empty(),
        kwdefaults: Slot::empty(),
        closure: Slot::empty(),
        annotations: Slot::empty(),
        type_params: Slot::empty(),
        doc: Slot::new(doc),
        module: Slot::new(module.unwrap_or(Value::NONE)),
        dict: Slot::empty(),
        replaced: Slot::empty(),
    };
    thread.alloc(Builtin::Function, function)
}

/// `MAKE_FUNCTION`
pub fn make_function(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<()> {
    let thread = &ts.core;
    let instr = Instr(w);
    // SAFETY: the newest frame; the instruction has an operand word.
    let (registers, code) = unsafe {
        let index = (*(*frame).pc.add(1)).load(Relaxed) as usize;
        (Registers::of(frame), code_of(frame).consts[index].clone())
    };
    let value = new_function(
        thread,
        &code,
        globals_of_frame(ts, frame),
        builtins_of_frame(ts, frame),
    )?;
    if let Some(function) = value.payload::<Function>() {
        let mut at = instr.b();
        for (part, slot) in [
            (parts::DEFAULTS, &function.defaults),
            (parts::KW_DEFAULTS, &function.kwdefaults),
            (parts::ANNOTATIONS, &function.annotations),
            (parts::CLOSURE, &function.closure),
        ] {
            if instr.x() & part != 0 {
                slot.set(registers.take(at));
                at += 1;
            }
        }
        if let Some(pairs) = function.annotations.get().as_tuple() {
            let dict = Dict::new_value(thread)?;
            if let Some(payload) = dict.as_dict() {
                for pair in pairs.chunks_exact(2) {
                    payload.set(thread, pair[0].clone(), pair[1].clone())?;
                }
            }
            function.annotations.set(dict);
        }
    }
    registers.put(instr.a(), value);
    Ok(())
}
