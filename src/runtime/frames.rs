//! What native code may ask of the frames of a thread: places, globals, local variables.

use super::code::Code;
use super::frame::Frame;
use super::function::Cell;
use super::state::state;
use crate::bytecode::code::LocalKind;
use crate::object::{Dict, Res, Thread, Value};

/// The newest frame, unless there is none.
fn newest(thread: &Thread) -> Option<*mut Frame> {
    let state = state(thread);
    let frame = state.frame.get();
    (frame > state.bottom()).then_some(frame)
}

/// The frame `depth` levels below the newest one.
fn at_depth(thread: &Thread, depth: usize) -> Option<*mut Frame> {
    let state = state(thread);
    if depth >= state.depth() {
        return None;
    }
    // SAFETY: the records between bottom and newest are contiguous.
    Some(unsafe { state.frame.get().sub(depth) })
}

/// File name and line of the newest frame.
pub fn current_place(thread: &Thread) -> (String, u32) {
    match newest(thread) {
        // SAFETY: the newest frame is live; its code is kept alive by its callee.
        Some(frame) => unsafe {
            let code = &*(*frame).code;
            (
                code.plain.filename.to_string(),
                code.plain.position((*frame).word_index()).line,
            )
        },
        None => ("sys".to_owned(), 1),
    }
}

/// The code object of the frame `depth` levels below the newest one, and the word index at which it stands.
pub fn code_at(thread: &Thread, depth: usize) -> Option<(Value, usize)> {
    let frame = at_depth(thread, depth)?;
    // SAFETY: the frame is live.
    unsafe {
        Some((
            Value::of_payload::<Code>((*frame).code),
            (*frame).word_index(),
        ))
    }
}

/// The globals of the newest frame.
pub fn current_globals(thread: &Thread) -> Option<Value> {
    globals_at(thread, 0)
}

/// The globals of the frame `depth` levels below the newest one.
pub fn globals_at(thread: &Thread, depth: usize) -> Option<Value> {
    let frame = at_depth(thread, depth)?;
    // SAFETY: the frame is live.
    unsafe {
        match (*frame).function() {
            Some(function) => Some(function.globals.clone()),
            None if !(*frame).extra.is_null() => Some((*(*frame).extra).globals.clone()),
            None => None,
        }
    }
}

/// The namespace that local names of the newest frame live in: the mapping of a class body or module, or a new dictionary with the present
/// values of a function's variables (PEP 667).
///
/// # Errors
/// MemoryError
pub fn current_locals(thread: &Thread) -> Res<Option<Value>> {
    locals_at(thread, 0)
}

/// As [`current_locals`], for the frame `depth` levels below the newest one.
///
/// # Errors
/// MemoryError
pub fn locals_at(thread: &Thread, depth: usize) -> Res<Option<Value>> {
    let Some(frame) = at_depth(thread, depth) else {
        return Ok(None);
    };
    // SAFETY: the frame is live; registers below `nlocals` hold valid words.
    unsafe {
        if !(*frame).extra.is_null() && !(*(*frame).extra).namespace.is_unbound() {
            return Ok(Some((*(*frame).extra).namespace.clone()));
        }
        let code = &*(*frame).code;
        let value = Dict::new_value(thread)?;
        if let Some(dict) = value.as_dict() {
            for (i, local) in code.plain.locals.iter().enumerate() {
                let register = Value::borrow_word((*frame).base.add(i));
                let content = match local.kind {
                    LocalKind::Plain | LocalKind::Inlined => register.clone(),
                    LocalKind::Cell | LocalKind::Free | LocalKind::InlinedCell => {
                        match register.payload::<Cell>() {
                            Some(cell) => cell.content.get(),
                            None => register.clone(),
                        }
                    }
                };
                if !content.is_unbound() && !local.name.starts_with('.') {
                    dict.set(thread, thread.intern(local.name.as_bytes())?, content)?;
                }
            }
        }
        Ok(Some(value))
    }
}
