//! Tracebacks as objects: the chain of places that an exception has passed through.
#![forbid(unsafe_code)]

use super::code::Code;
use super::frame_object::FrameObject;
use crate::object::layout::core;
use crate::object::{Builtin, Payload, Slot, Thread, Value};

/// One place.
pub struct Traceback {
    // Declared first, so that a dying chain drops the inner places before the frames of the outer ones.
    /// The place nearer to where the exception was raised, or unbound.
    pub next: Slot,
    /// The frame object.
    pub frame: Value,
    /// The instruction, in half words, as scripts count.
    pub last: i32,
    /// The line that was given to the constructor; -1: that of the instruction.
    pub line: i32,
}

impl Payload for Traceback {
    const LAYOUT: u8 = core::TRACEBACK;
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.next.trace(visit);
        visit(&self.frame);
    }
}

impl Traceback {
    /// The code object.
    pub fn code(&self) -> Option<Value> {
        self.frame.payload::<FrameObject>().map(FrameObject::code)
    }

    /// The line; 0 if there is none.
    pub fn line(&self) -> i32 {
        if self.line != -1 {
            return self.line;
        }
        let code = self.code();
        let Some(code) = code.as_ref().and_then(Value::payload::<Code>) else {
            return 0;
        };
        match usize::try_from(self.last) {
            Ok(last) => super::frame_object::line_of(code, last / 2) as i32,
            Err(_) => code.plain.first_line as i32,
        }
    }
}

/// Notes that `exception` has left or passed the instruction at `word` of the code in `frame`, a frame object.
pub fn add_entry(thread: &Thread, exception: &Value, frame: Value, word: usize) {
    let Some(payload) = exception.as_exception() else {
        return;
    };
    let entry = Traceback {
        next: Slot::new(payload.traceback.get()),
        frame,
        last: word as i32 * 2,
        line: -1,
    };
    match thread.alloc(Builtin::Traceback, entry) {
        Ok(entry) => payload.traceback.set(entry),
        // Without memory the place is left out of the report.
        Err(raised) => drop(thread.take_raised(raised)),
    }
}
