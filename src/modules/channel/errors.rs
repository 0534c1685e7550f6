//! What channels raise.

use crate::object::class::class_flag;
use crate::object::{Builtin, Raised, Res, Str, Thread, Value};
use crate::runtime::classes::{ClassDef, native_class, once};
use crate::runtime::protocol;
use crate::runtime::raise::raise_made;

/// The table of `channel.Closed`.
static CLOSED: ClassDef = ClassDef {
    class: Builtin::Exception,
    name: "channel.Closed",
    doc: "The channel is closed: there is nothing more to receive, or the item was not sent.\n\
          The attribute channel says which.",
    flags: class_flag::BASE,
    has_dict: true,
    ..ClassDef::DEFAULT
};

/// The class `channel.Closed` of this interpreter.
///
/// # Errors
/// MemoryError
pub fn closed_class(thread: &Thread) -> Res {
    once(thread, &CLOSED, native_class)
}

/// Closed
#[cold]
pub fn closed(thread: &Thread, channel: &Value) -> Raised {
    let make = || -> Res {
        let text = Str::new_value(thread, "the channel is closed")?;
        let exception = protocol::call_positional(thread, &closed_class(thread)?, &[text])?;
        let name = thread.intern(b"channel")?;
        protocol::set_attr(thread, &exception, &name, Some(channel))?;
        Ok(exception)
    };
    raise_made(thread, make())
}

/// TimeoutError
#[cold]
pub fn timed_out(thread: &Thread) -> Raised {
    thread.error(Builtin::TimeoutError, "")
}
