//! What native code may ask of the frames of a thread: places, globals, local variables.

use super::code::Code;
use super::frame::{self, Frame};
use super::frame_object;
use super::function::Function;
use super::state::state;
use super::variables::Variables;
use crate::object::{Dict, Res, Str, Thread, Tuple, Value};

/// The newest frame, unless there is none.
fn newest(thread: &Thread) -> Option<*mut Frame> {
    frame::newest(state(thread))
}

/// The frame `depth` levels below the newest one; frames that are being left do not count.
pub fn at_depth(thread: &Thread, depth: usize) -> Option<*mut Frame> {
    let state = state(thread);
    if depth >= state.depth() {
        return None;
    }
    let mut found = frame::newest(state)?;
    for _ in 0..depth {
        // SAFETY: a live record of this thread.
        found = unsafe { frame::below(found)? };
    }
    Some(found)
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

/// The places of the newest frames, at most so many, the newest first: a tuple of (file, line, name of the function).
///
/// # Errors
/// MemoryError
#[cold]
pub fn places(thread: &Thread, most: u32) -> Res {
    let mut places = Vec::new();
    let depth = state(thread).depth().min(most as usize);
    for level in 0..depth {
        let Some(frame) = at_depth(thread, level) else {
            break;
        };
        // SAFETY: the frame is live; its code is kept alive by its callee.
        let code = unsafe { &*(*frame).code };
        // SAFETY: as above.
        let line = code.plain.position(unsafe { (*frame).word_index() }).line;
        let place = [
            Str::new_value(thread, &code.plain.filename)?,
            thread.int(i64::from(line))?,
            code.name.get(),
        ];
        places.push(Tuple::from_slice(thread, &place)?);
    }
    Tuple::from_vec(thread, places)
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
/// values of the variables of a function, or of a comprehension within a class body or module (PEP 667).
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
        let code = &*(*frame).code;
        let variables = Variables::new(code, (*frame).base, code.nlocals as usize);
        if variables.optimized() || variables.has_hidden() {
            let snapshot = variables.snapshot(thread)?;
            if let Some(extra) = frame_object::extra_locals(frame)
                && let (Some(extra), Some(dict)) = (extra.as_dict(), snapshot.as_dict())
            {
                for (key, value) in extra.items(thread) {
                    dict.set(thread, key, value)?;
                }
            }
            return Ok(Some(snapshot));
        }
        match (*frame).extra.as_ref() {
            Some(extra) if !extra.namespace.is_unbound() => Ok(Some(extra.namespace.clone())),
            _ => match (*frame).function().and_then(Function::module_namespace) {
                Some(namespace) => Ok(Some(namespace)),
                None => Dict::new_value(thread).map(Some),
            },
        }
    }
}
