//! What other native modules need to have tasks wait: a future of the running loop, and how it ends.

use super::future::{self, Future, State, finish as end, own};
use super::running;
use crate::object::{Res, Thread, Value};
use crate::runtime::classes::{native_class, once};
use std::sync::atomic::Ordering::Relaxed;

/// The loop that the thread runs.
pub fn running_loop(thread: &Thread) -> Option<Value> {
    running::running_loop(thread)
}

/// Whether the thread runs this loop.
pub fn is_running(thread: &Thread, event_loop: &Value) -> bool {
    running::running_loop(thread).is_some_and(|running| running.is(event_loop))
}

/// The class of futures.
///
/// # Errors
/// MemoryError
pub fn future_class(thread: &Thread) -> Res {
    once(thread, &future::CLASS, native_class)
}

/// A future of the loop as `await` gives it to the task that waits: whoever resumes that coroutine takes it up next. `class`: that of futures.
///
/// # Errors
/// MemoryError
pub fn awaited_future(thread: &Thread, class: &Value, event_loop: &Value) -> Res {
    let Some(class) = class.as_class() else {
        return Err(thread.type_error("a class was expected"));
    };
    let value = thread.alloc_instance(class, Future::new(None))?;
    let this = own(thread, &value)?;
    this.event_loop.set(event_loop.clone());
    this.blocking.store(true, Relaxed);
    Ok(value)
}

/// Ends a future with None, unless it is over. The thread runs its loop.
///
/// # Errors
/// What `call_soon` raises.
pub fn finish(thread: &Thread, value: &Value) -> Res<()> {
    if own(thread, value)?.state() != State::Pending {
        return Ok(());
    }
    end(thread, value, Value::NONE)
}
