//! Whose turn it is with a file: operations that ask the system, or run script code, come one after the other.
//!
//! What a file has in memory lies in a mutex of its own, which is locked for moments in which nothing else runs; the turn is what is kept over
//! a call that blocks. An operation that finds what it needs in memory does without the turn, so whoever has it looks again after each call.
#![forbid(unsafe_code)]

use crate::base::sync::atomic::{AtomicU64, Ordering::*};
use crate::object::{Builtin, Raised, Res, Thread, Value};
use crate::runtime::gate::Gate;
use crate::runtime::state::interpreter;
use crate::runtime::{clock, protocol, threads};

/// How long the end of the program waits for a thread that will not come back from its call, in nanoseconds.
const PATIENCE_AT_END: u64 = 200_000_000;

/// See the module.
#[derive(Default)]
pub struct Turn {
    gate: Gate,
    /// Who has it, 0: nobody.
    owner: AtomicU64,
}

/// The turn, until this is dropped.
pub struct Taken<'t>(&'t Turn);

impl Turn {
    /// Waits for the turn with `file`.
    ///
    /// # Errors
    /// RuntimeError if this thread has it; what a signal handler raises meanwhile, and DeadlockError.
    pub fn take(&self, thread: &Thread, file: &Value) -> Res<Taken<'_>> {
        let own = threads::ident(thread);
        if self.owner.load(Relaxed) == own {
            return Err(reentrant(thread, file));
        }
        let is_ending = interpreter(thread).finalizing.load(Relaxed);
        let deadline = is_ending.then(|| clock::monotonic().saturating_add(PATIENCE_AT_END));
        if !self.gate.take(thread, deadline)? {
            return Err(held_at_end(thread, file));
        }
        self.owner.store(own, Relaxed);
        Ok(Taken(self))
    }

    /// In the copy of a process that was forked: whoever else had the turn is not there.
    pub fn after_fork(&self, thread: &Thread) {
        if self.owner.load(Relaxed) != threads::ident(thread) {
            self.owner.store(0, Relaxed);
            self.gate.release();
        }
    }
}

impl Drop for Taken<'_> {
    fn drop(&mut self) {
        self.0.owner.store(0, Relaxed);
        self.0.gate.release();
    }
}

#[cold]
fn reentrant(thread: &Thread, file: &Value) -> Raised {
    match protocol::convert::repr_text(thread, file) {
        Ok(shown) => thread.error(
            Builtin::RuntimeError,
            format!("reentrant call inside {shown}"),
        ),
        Err(raised) => raised,
    }
}

#[cold]
fn held_at_end(thread: &Thread, file: &Value) -> Raised {
    let class = thread.class_of(file).name_text();
    let message = format!("a thread that does not come back any more has the turn with a {class}");
    thread.error(Builtin::RuntimeError, message)
}
