//! The interpreter's lock: who may run, who waits, how the lock is handed over, and what can be seen of it.
//!
//! A thread holds the lock from [`GlobalLock::take`] to [`GlobalLock::release`]; while it blocks it has given the lock up ([`blocking`]). Another
//! thread that wants it waits an interval and then sets the drop-request bit in the holder's eval breaker; the holder serves that at its next
//! safepoint ([`GlobalLock::yield_to_waiters`]). In `ticks` mode the loop counts instructions and calls the same function.
//!
//! With a seed, `replay` decides who runs, and for how long.
//!
//! `stats` counts, `contention` says what for in `off`, `trace` records, `census` knows the threads, `parking` is where blocked threads sleep and where deadlocks are noticed, `owed` when they are woken.

mod away;
mod census;
mod contention;
mod histogram;
mod lock;
mod owed;
mod parking;
mod replay;
mod slow;
mod spec;
mod stats;
mod target;
mod ticket;
mod together;
mod trace;
mod trace_json;
mod trace_text;

pub use census::Everybody;
pub use contention::{Shared, Stop, Stops};
pub use histogram::Durations;
pub use lock::{GlobalLock, LockReport};
pub use owed::Owed;
pub use parking::{DeadlockDetection, NAP, WaitQueue, Waited};
pub use replay::{Input, ReplayReport};
pub use slow::{CallPlace, CallWatch, OuterCall};
pub use spec::{BadGilSpec, GilMode, GilModifiers, GilSpec};
pub use stats::{Activity, Figures, Reason};
pub use target::{Target, show};
pub use ticket::{ThreadReport, Ticket};
use together::Wish;
pub use trace::{Event, Kind, Lane, Trace};
pub use trace_text::duration;

use super::state::{ThreadState, state};
use crate::object::Thread;
use crate::object::breaker;
use std::sync::atomic::Ordering::Relaxed;
use std::time::Duration;

/// How the lock goes from one thread to the next.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Switching {
    /// A holder that was asked to drop the lock does not get it again before another thread has had it; a lock given up for a blocking call is
    /// contended for (CPython since 3.2).
    Forced,
    /// Always handed to the thread that has waited longest.
    Fair,
    /// Released, then contended for by everybody, the releasing thread included (CPython before 3.2).
    Race,
}

/// How an interpreter's threads share the lock.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Policy {
    /// Who gets it next.
    pub switching: Switching,
    /// A thread that comes back from a blocking call goes to the head of the queue and asks for the lock at once.
    pub boost: bool,
    /// How long a waiting thread waits before it asks; None: it never asks, the holder counts instructions.
    pub interval: Option<Duration>,
}

impl Default for Policy {
    fn default() -> Policy {
        Policy {
            switching: Switching::Forced,
            boost: false,
            interval: Some(Duration::from_millis(5)),
        }
    }
}

/// As [`blocking`], for the standard streams, which no other thread of the program stands behind: in a replay the thread keeps its turn.
pub fn standard_stream<R>(thread: &Thread, is_input: bool, f: impl FnOnce() -> R) -> R {
    let gil = &state(thread).interpreter.gil;
    if !gil.is_replay() {
        return blocking(thread, Reason::Io, f);
    }
    if is_input {
        gil.note_input(Input::StandardInput);
    }
    thread.leave(f)
}

/// Runs `f`, a system call that does not wait, with the lock kept unless another thread wants it: to give it up and to take it back costs more than half of
/// what a small message does. A thread that comes meanwhile has its turn at the next such call.
pub fn briefly<R>(thread: &Thread, f: impl FnOnce() -> R) -> R {
    let ts = state(thread);
    match ts.interpreter.gil.is_wanted(ts) {
        false => f(),
        true => blocking(thread, Reason::Io, f),
    }
}

/// Runs `f`, which may block and must not touch objects of the interpreter, with the lock given up. A thread that ran beside others (`off`) does so again
/// afterwards, as one does that may ([`Thread::coming_back_beside`]): what it had asked for before may be another's by then.
pub fn blocking<R>(thread: &Thread, reason: Reason, f: impl FnOnce() -> R) -> R {
    /// Takes the lock back, also when `f` panics.
    struct Back<'t>(&'t ThreadState, Wish);
    impl Drop for Back<'_> {
        fn drop(&mut self) {
            let Back(ts, wish) = *self;
            let gil = &ts.interpreter.gil;
            match wish {
                Wish::Alone => gil.take(ts, true),
                Wish::Together if ts.core.runs_together() => gil.come_back(ts),
                Wish::Together => gil.take_together(ts),
            }
            if ts.core.interp.has_abandoned() {
                ts.core.breaker.fetch_or(breaker::ABANDONED, Relaxed);
            }
        }
    }
    let ts = state(thread);
    let wish = match thread.may_come_back_beside() {
        true => Wish::Together,
        false => Wish::Alone,
    };
    match ts.core.runs_together() {
        true => ts.interpreter.gil.go_away(ts, reason),
        false => ts.interpreter.gil.release(ts, reason),
    }
    let _back = Back(ts, wish);
    thread.leave(f)
}
