//! Global, local and cell variables.

use super::function::{builtins_of_frame, globals_of_frame};
use crate::bytecode::code::LocalKind;
use crate::bytecode::instr::Instr;
use crate::object::ordered::StoreOrdered;
use crate::object::{Builtin, Raised, Res, Value, names};
use crate::runtime::code::Code;
use crate::runtime::frame::Frame;
use crate::runtime::function::{Cell, Function};
use crate::runtime::protocol;
use crate::runtime::raise;
use crate::runtime::state::ThreadState;
use crate::vm::registers::registers_and_code;
use std::sync::atomic::Ordering::*;

/// NameError with the name for "Did you mean".
#[cold]
pub fn name_error(ts: &ThreadState, name: &Value) -> Raised {
    let text = name.as_str().unwrap_or("").to_owned();
    let exception = ts
        .core
        .new_exception(Builtin::NameError, &format!("name '{text}' is not defined"));
    if let Some(field) = exception.as_exception().and_then(|e| e.fields.first()) {
        field.set(name.clone());
    }
    ts.core.raise(exception)
}

/// `CHECK_BOUND` of an unbound local.
#[cold]
pub fn unbound_local(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<()> {
    let (_, code) = registers_and_code(frame);
    Err(unbound(ts, code, Instr(w).a()))
}

#[cold]
fn unbound(ts: &ThreadState, code: &Code, register: u16) -> Raised {
    let thread = &ts.core;
    let Some(local) = code.plain.locals.get(register as usize) else {
        return thread.error(Builtin::SystemError, "bad register");
    };
    let name = &local.name;
    let (class, message) = if local.kind == LocalKind::Free {
        (
            Builtin::NameError,
            format!(
                "cannot access free variable '{name}' where it is not associated with a value in enclosing scope"
            ),
        )
    } else {
        (
            Builtin::UnboundLocalError,
            format!(
                "cannot access local variable '{name}' where it is not associated with a value"
            ),
        )
    };
    let exception = thread.new_exception(class, &message);
    // Only names that are looked up by name are told to suggestions.
    if class == Builtin::NameError
        && let (Some(field), Ok(name)) = (
            exception.as_exception().and_then(|e| e.fields.first()),
            thread.intern(name.as_bytes()),
        )
    {
        field.set(name);
    }
    thread.raise(exception)
}

/// `COPY_FREE`
pub fn copy_free(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<()> {
    let (registers, _) = registers_and_code(frame);
    let instr = Instr(w);
    // SAFETY: the newest frame.
    let closure = unsafe {
        match (*frame).function() {
            Some(function) => function.closure.get(),
            None if !(*frame).extra.is_null() => (*(*frame).extra).closure.clone(),
            None => Value::UNBOUND,
        }
    };
    let cells = closure.as_tuple().unwrap_or(&[]);
    if cells.len() != instr.c() as usize {
        return Err(ts
            .core
            .error(Builtin::SystemError, "closure does not fit the code"));
    }
    for (i, cell) in cells.iter().enumerate() {
        registers.put(instr.a() + i as u16, cell.clone());
    }
    Ok(())
}

/// `MAKE_CELL`
pub fn make_cell(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<()> {
    let (registers, _) = registers_and_code(frame);
    let a = Instr(w).a();
    let cell = ts.core.alloc(Builtin::Cell, Cell::default())?;
    if let Some(payload) = cell.payload::<Cell>() {
        payload.content.set(registers.clear(a));
    }
    registers.put(a, cell);
    Ok(())
}

/// `LOAD_CELL` of an empty cell.
#[cold]
pub fn empty_cell(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<()> {
    let (_, code) = registers_and_code(frame);
    Err(unbound(ts, code, Instr(w).b()))
}

/// `DELETE_CELL`
pub fn delete_cell(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<()> {
    let (registers, code) = registers_and_code(frame);
    let a = Instr(w).a();
    match registers.get(a).payload::<Cell>() {
        Some(cell) if cell.content.load().is_some() => {
            cell.content.set(Value::UNBOUND);
            Ok(())
        }
        _ => Err(unbound(ts, code, a)),
    }
}

/// Resolves a global name: the value, and the cell to cache if there is one.
fn resolve_global(ts: &ThreadState, frame: *mut Frame, name: &Value) -> Res<(Value, Option<u32>)> {
    let thread = &ts.core;
    let globals = globals_of_frame(ts, frame);
    let Some(dict) = globals.as_dict() else {
        return Err(name_error(ts, name));
    };
    let (_, code) = registers_and_code(frame);
    let cacheable = globals.is_exact(Builtin::Dict)
        && ts.interpreter.specialise.load(Relaxed)
        && code.globals_owner.load(Relaxed) == globals.word();
    if let Some(value) = dict.get_str(thread, name) {
        let cell = if cacheable {
            dict.cell_of(thread, name)
        } else {
            None
        };
        return Ok((value, cell));
    }
    let builtins = builtins_of_frame(ts, frame);
    let found = match builtins.as_dict() {
        Some(dict) if builtins.is_exact(Builtin::Dict) => dict.get_str(thread, name),
        _ => raise::catch(
            thread,
            Builtin::KeyError,
            protocol::get_item(thread, &builtins, name),
        )?,
    };
    match found {
        Some(value) => {
            let cell = match builtins.as_dict() {
                Some(builtins) if cacheable => {
                    dict.watch_new_keys(thread, name);
                    builtins.cell_of(thread, name)
                }
                _ => None,
            };
            Ok((value, cell))
        }
        None => Err(name_error(ts, name)),
    }
}

fn cache_global(ts: &ThreadState, frame: *mut Frame, version: u32, cell: Option<u32>) {
    if let Some(cell) = cell
        && version == ts.core.interp.namespace_version.load(Relaxed)
    {
        // SAFETY: the instruction at the saved pc has one cache word.
        unsafe {
            (*(*frame).pc.add(1)).store_ordered(version as u64 | (cell as u64) << 32, Relaxed)
        };
    }
}

fn global(ts: &ThreadState, frame: *mut Frame, index: u32) -> Res {
    let (_, code) = registers_and_code(frame);
    let (value, cell) = resolve_global(ts, frame, &code.names[index as usize])?;
    let version = ts.core.interp.namespace_version.load(Relaxed);
    cache_global(ts, frame, version, cell);
    Ok(value)
}

/// `LOAD_GLOBAL`
#[inline(never)]
pub fn load_global(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<()> {
    let value = global(ts, frame, Instr(w).bc())?;
    registers_and_code(frame).0.put(Instr(w).a(), value);
    Ok(())
}

/// `LOAD_GLOBAL_CALL`
#[inline(never)]
pub fn load_global_call(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<()> {
    let value = global(ts, frame, Instr(w).bc())?;
    let (registers, _) = registers_and_code(frame);
    registers.put(Instr(w).a(), value);
    registers.put(Instr(w).a() + 1, Value::UNBOUND);
    Ok(())
}

/// `STORE_GLOBAL`
#[inline(never)]
pub fn store_global(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<()> {
    let thread = &ts.core;
    let instr = Instr(w);
    let (registers, code) = registers_and_code(frame);
    let name = &code.names[instr.bc() as usize];
    let globals = globals_of_frame(ts, frame);
    let Some(dict) = globals.as_dict() else {
        return Err(name_error(ts, name));
    };
    if !globals.is_exact(Builtin::Dict) {
        protocol::set_item(thread, &globals, name, registers.get(instr.a()))?;
        registers.consume(instr.a());
        return Ok(());
    }
    dict.set_str(thread, name, registers.get(instr.a()).clone())?;
    registers.consume(instr.a());
    if ts.interpreter.specialise.load(Relaxed) && code.globals_owner.load(Relaxed) == globals.word()
    {
        let cell = dict.cell_of(thread, name);
        let version = thread.interp.namespace_version.load(Relaxed);
        cache_global(ts, frame, version, cell);
    }
    Ok(())
}

/// `DELETE_GLOBAL`
pub fn delete_global(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<()> {
    let (_, code) = registers_and_code(frame);
    let name = &code.names[Instr(w).bc() as usize];
    let globals = globals_of_frame(ts, frame);
    match globals
        .as_dict()
        .and_then(|dict| dict.remove_str(&ts.core, name))
    {
        Some(_) => Ok(()),
        None => Err(name_error(ts, name)),
    }
}

/// The namespace mapping of the running class body or executed code; the globals for anything else.
pub(super) fn namespace(ts: &ThreadState, frame: *mut Frame) -> Value {
    // SAFETY: the newest frame.
    unsafe {
        if !(*frame).extra.is_null() && !(*(*frame).extra).namespace.is_unbound() {
            return (*(*frame).extra).namespace.clone();
        }
        if let Some(namespace) = (*frame).function().and_then(Function::module_namespace) {
            return namespace;
        }
    }
    globals_of_frame(ts, frame)
}

fn from_mapping(ts: &ThreadState, mapping: &Value, name: &Value) -> Res<Option<Value>> {
    if mapping.is_exact(Builtin::Dict)
        && let Some(dict) = mapping.as_dict()
    {
        return Ok(dict.get_str(&ts.core, name));
    }
    raise::catch(
        &ts.core,
        Builtin::KeyError,
        protocol::get_item(&ts.core, mapping, name),
    )
}

/// `LOAD_NAME`
pub fn load_name(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<()> {
    let (registers, code) = registers_and_code(frame);
    let name = &code.names[Instr(w).bc() as usize];
    let value = match from_mapping(ts, &namespace(ts, frame), name)? {
        Some(value) => value,
        None => resolve_global(ts, frame, name)?.0,
    };
    registers.put(Instr(w).a(), value);
    Ok(())
}

/// `STORE_NAME`
pub fn store_name(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<()> {
    let instr = Instr(w);
    let (registers, code) = registers_and_code(frame);
    let name = &code.names[instr.bc() as usize];
    let namespace = namespace(ts, frame);
    match namespace.as_dict() {
        Some(dict) if namespace.is_exact(Builtin::Dict) => {
            dict.set_str(&ts.core, name, registers.get(instr.a()).clone())?;
        }
        _ => protocol::set_item(&ts.core, &namespace, name, registers.get(instr.a()))?,
    }
    registers.consume(instr.a());
    Ok(())
}

/// `DELETE_NAME`
pub fn delete_name(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<()> {
    let (_, code) = registers_and_code(frame);
    let name = &code.names[Instr(w).bc() as usize];
    let namespace = namespace(ts, frame);
    match raise::catch(
        &ts.core,
        Builtin::KeyError,
        protocol::delete_item(&ts.core, &namespace, name),
    )? {
        Some(()) => Ok(()),
        None => Err(name_error(ts, name)),
    }
}

/// `LOAD_LOCALS`
pub fn load_locals(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<()> {
    registers_and_code(frame)
        .0
        .put(Instr(w).a(), namespace(ts, frame));
    Ok(())
}

/// The name of the variable in register `i`.
fn local_name(ts: &ThreadState, code: &Code, i: u16) -> Res {
    ts.core
        .intern(code.plain.locals[i as usize].name.as_bytes())
}

/// `LOAD_DICT_OR_CELL`
pub fn load_dict_or_cell(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<()> {
    let instr = Instr(w);
    let (registers, code) = registers_and_code(frame);
    let name = local_name(ts, code, instr.c())?;
    let value = match from_mapping(ts, registers.get(instr.b()), &name)? {
        Some(value) => value,
        None => match registers
            .get(instr.c())
            .payload::<Cell>()
            .and_then(|cell| cell.content.load())
        {
            Some(value) => value,
            None => return Err(unbound(ts, code, instr.c())),
        },
    };
    registers.consume(instr.b());
    registers.put(instr.a(), value);
    Ok(())
}

/// `LOAD_DICT_OR_GLOBAL`
pub fn load_dict_or_global(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<()> {
    let instr = Instr(w);
    let (registers, code) = registers_and_code(frame);
    let name = &code.names[instr.name24().0 as usize];
    let value = match from_mapping(ts, registers.get(instr.b()), name)? {
        Some(value) => value,
        None => resolve_global(ts, frame, name)?.0,
    };
    registers.consume(instr.b());
    registers.put(instr.a(), value);
    Ok(())
}

/// `LOAD_BUILD_CLASS`
pub fn load_build_class(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<()> {
    let builtins = builtins_of_frame(ts, frame);
    let found = from_mapping(ts, &builtins, names::BUILD_CLASS.value())?;
    let Some(value) = found else {
        return Err(ts
            .core
            .error(Builtin::NameError, "__build_class__ not found"));
    };
    let (registers, _) = registers_and_code(frame);
    registers.put(Instr(w).a(), value);
    registers.put(Instr(w).a() + 1, Value::UNBOUND);
    Ok(())
}

/// `LOAD_ASSERTION_ERROR`
pub fn load_assertion_error(_: &ThreadState, frame: *mut Frame, w: u64) -> Res<()> {
    registers_and_code(frame)
        .0
        .put(Instr(w).a(), Builtin::AssertionError.class().clone());
    Ok(())
}

/// `SETUP_ANNOTATIONS`
pub fn setup_annotations(ts: &ThreadState, frame: *mut Frame, _: u64) -> Res<()> {
    let namespace = namespace(ts, frame);
    let name = names::ANNOTATIONS.value();
    if from_mapping(ts, &namespace, name)?.is_none() {
        let dict = crate::object::Dict::new_value(&ts.core)?;
        protocol::set_item(&ts.core, &namespace, name, &dict)?;
    }
    Ok(())
}
