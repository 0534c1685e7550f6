//! Import statements.

use super::function::{builtins_of_frame, globals_of_frame};
use super::names::name_error;
use crate::bytecode::instr::Instr;
use crate::object::{Builtin, Res, Value, names};
use crate::runtime::frame::Frame;
use crate::runtime::import;
use crate::runtime::protocol;
use crate::runtime::state::ThreadState;
use crate::vm::registers::{Registers, registers_and_code};

/// `IMPORT_NAME`
pub fn import_name(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<()> {
    let thread = &ts.core;
    let instr = Instr(w);
    let (registers, code) = registers_and_code(frame);
    let name = &code.names[instr.name24().0 as usize];
    let window = registers.window(instr.b(), 2);
    let globals = globals_of_frame(ts, frame);
    let builtins = builtins_of_frame(ts, frame);
    let import = builtins
        .as_dict()
        .and_then(|dict| dict.get_str(thread, names::IMPORT.value()));
    let Some(import) = import else {
        return Err(thread.error(Builtin::ImportError, "__import__ not found"));
    };
    let module = protocol::call_positional(
        thread,
        &import,
        &[
            name.clone(),
            globals,
            Value::NONE,
            window[1].clone(),
            window[0].clone(),
        ],
    )?;
    registers.drop_window(instr.b(), 2);
    registers.put(instr.a(), module);
    Ok(())
}

/// `IMPORT_FROM`
pub fn import_from(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<()> {
    let instr = Instr(w);
    let (registers, code) = registers_and_code(frame);
    let name = &code.names[instr.name24().0 as usize];
    let value = import::import_from(&ts.core, registers.get(instr.b()), name)?;
    registers.put(instr.a(), value);
    Ok(())
}

/// `IMPORT_STAR`
pub fn import_star(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<()> {
    let instr = Instr(w);
    let registers = Registers::newest(frame);
    let module = registers.get(instr.a()).clone();
    let namespace = super::names::namespace(ts, frame);
    if namespace.is_unbound() {
        return Err(name_error(ts, names::ALL.value()));
    }
    import::import_star(&ts.core, &module, &namespace)?;
    registers.consume(instr.a());
    Ok(())
}
