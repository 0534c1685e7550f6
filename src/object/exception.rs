//! Exceptions: what every exception carries. The raising, chaining and printing is `runtime`'s.

use super::layout::{Payload, core};
use super::slot::Slot;
use super::thread::{Res, Thread};
use super::value::Value;
use super::{Builtin, Class, Tuple};
use std::sync::atomic::AtomicBool;

/// How many further fields the built-in exception classes use at most (SyntaxError's).
pub const MAX_FIELDS: usize = 9;

/// The payload of exceptions.
pub struct Exception {
    /// The tuple `args`.
    pub args: Slot,
    /// A traceback, or unbound.
    pub traceback: Slot,
    /// The exception that was being handled, or unbound.
    pub context: Slot,
    /// What `raise … from` named; unbound or None.
    pub cause: Slot,
    /// Whether the context is left out of the report.
    pub suppress_context: AtomicBool,
    /// Fields of the class (`StopIteration.value`, `OSError.errno`, …), in the order of its table.
    pub fields: Box<[Slot]>,
}

impl Exception {
    /// A payload with these arguments and `fields` unset fields.
    pub fn new(args: Value, fields: usize) -> Exception {
        Exception {
            args: Slot::new(args),
            traceback: Slot::empty(),
            context: Slot::empty(),
            cause: Slot::empty(),
            suppress_context: AtomicBool::new(false),
            fields: (0..fields).map(|_| Slot::empty()).collect(),
        }
    }

    /// The number of fields that instances of `class` and its subclasses have.
    pub fn field_count(class: Builtin) -> usize {
        let mut class = class;
        loop {
            match class {
                Builtin::StopIteration | Builtin::SystemExit | Builtin::NameError => return 1,
                Builtin::AttributeError | Builtin::BaseExceptionGroup => return 2,
                Builtin::ImportError => return 4,
                Builtin::OSError => return 5,
                Builtin::SyntaxError => return 8,
                Builtin::UnicodeDecodeError
                | Builtin::UnicodeEncodeError
                | Builtin::UnicodeTranslateError => return 5,
                Builtin::Object => return 0,
                _ => class = class.base(),
            }
        }
    }

    /// A new exception of a built-in class or of a subclass, not initialised beyond its arguments.
    pub fn new_value(thread: &Thread, class: &Class, args: Value) -> Res {
        let fields = Exception::field_count(class.native_base());
        thread.alloc_instance(class, Exception::new(args, fields))
    }

    /// A new exception of a built-in class with these arguments.
    pub fn with_args(thread: &Thread, class: Builtin, args: Vec<Value>) -> Res {
        let args = Tuple::from_vec(thread, args)?;
        Exception::new_value(thread, class.get(), args)
    }
}

impl Payload for Exception {
    const LAYOUT: u8 = core::EXCEPTION;
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        for slot in [&self.args, &self.traceback, &self.context, &self.cause] {
            slot.trace(visit);
        }
        self.fields.iter().for_each(|slot| slot.trace(visit));
    }
}

impl Value {
    /// The exception, if this is one.
    pub fn as_exception(&self) -> Option<&Exception> {
        self.payload::<Exception>()
    }
}
