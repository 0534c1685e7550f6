//! Tracebacks as objects: the chain of places that an exception has passed through.
#![forbid(unsafe_code)]

use super::code::Code;
use crate::object::{Builtin, Payload, Slot, Thread, Value};

/// One place.
pub struct Traceback {
    /// The code object.
    pub code: Value,
    /// The globals of the code, for suggestions.
    pub globals: Value,
    /// Word index of the instruction.
    pub word: u32,
    /// The line, unless given to the constructor.
    pub line: u32,
    /// The place nearer to where the exception was raised, or unbound.
    pub next: Slot,
    /// The frame object, once asked for.
    pub frame: Slot,
}

impl Payload for Traceback {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.code);
        visit(&self.globals);
        self.next.trace(visit);
        self.frame.trace(visit);
    }
}

/// Notes that `exception` has left or passed the instruction at `word` of `code`.
pub fn add_entry(thread: &Thread, exception: &Value, code: &Value, globals: Value, word: usize) {
    let Some(payload) = exception.as_exception() else {
        return;
    };
    let line = code
        .payload::<Code>()
        .map_or(0, |code| code.plain.position(word).line);
    let entry = Traceback {
        code: code.clone(),
        globals,
        word: word as u32,
        line,
        next: Slot::new(payload.traceback.get()),
        frame: Slot::empty(),
    };
    match thread.alloc(Builtin::Traceback, entry) {
        Ok(entry) => payload.traceback.set(entry),
        // Without memory the place is left out of the report.
        Err(raised) => drop(thread.take_raised(raised)),
    }
}
