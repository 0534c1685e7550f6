//! What goes wrong in a host's dealings with an interpreter.

use super::{Object, Py};
use crate::object::{Str, Thread, Value};
use crate::runtime::code::Code;
use crate::runtime::report;
use crate::runtime::traceback::Traceback;

/// A Python exception as a host sees it.
#[derive(Debug, thiserror::Error)]
#[error("{kind}: {message}")]
pub struct Exception {
    /// The name of its class.
    pub kind: String,
    /// `str(exception)`
    pub message: String,
    /// The places it passed through, outermost first.
    pub traceback: Vec<Place>,
    value: Object,
}

/// One entry of a traceback.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Place {
    /// The source's name.
    pub filename: String,
    /// The line, from 1.
    pub line: u32,
    /// The qualified name of the function.
    pub function: String,
}

impl Exception {
    pub(super) fn new(thread: &Thread, value: Value) -> Exception {
        let message = match crate::runtime::protocol::str_of(thread, &value) {
            Ok(text) => text
                .payload::<Str>()
                .map_or_else(String::new, |s| s.to_text().into_owned()),
            Err(raised) => {
                drop(thread.take_raised(raised));
                String::new()
            }
        };
        let mut traceback = Vec::new();
        let mut entry = value.as_exception().and_then(|e| e.traceback.load());
        while let Some(current) = entry {
            let Some(payload) = current.payload::<Traceback>() else {
                break;
            };
            let code = payload.code();
            if let Some(code) = code.as_ref().and_then(Value::payload::<Code>) {
                traceback.push(Place {
                    filename: code.plain.filename.to_string(),
                    line: payload.line().max(0) as u32,
                    function: code.plain.qualname.to_string(),
                });
            }
            entry = payload.next.load();
        }
        Exception {
            kind: thread.class_of(&value).name_text(),
            message,
            traceback,
            value: Object::new(value),
        }
    }

    /// The exception object.
    pub fn value(&self) -> &Object {
        &self.value
    }

    /// The report that the command prints: traceback, class and message.
    pub fn report(&self, py: Py<'_>) -> String {
        String::from_utf8_lossy(&report::exception_text(py.thread, &self.value.value)).into_owned()
    }
}

/// Why an interpreter could not be made.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BuildError {
    /// The system has no address space or memory for the stacks.
    #[error("no memory for the interpreter's stacks")]
    NoMemory,
}
