//! `_thread._wait_released`: what conditions are built of.
//!
//! A thread that waits for a condition gives the condition's lock up meanwhile, and has it again however the wait ends: whoever holds the lock by a
//! `with` statement gives it back. So a signal handler that raises while the lock is being taken back may not keep it from being taken.
//! **Invariant**: between giving the lock up and having it back, no script code runs but signal handlers.

use super::{deadline, lock, rlock};
use crate::object::{NativeDef, Raised, Res, Thread, Value};
use crate::runtime::gate::Gate;
use crate::runtime::{deadlock, raise};

/// The function.
pub const FUNCTION: NativeDef = NativeDef::function(
    "_wait_released",
    "(lock, gate, timeout=None, /)",
    wait_released,
)
.doc(
    "Gives lock up, waits until gate can be taken, at most so many seconds, and takes\n\
    lock back as often as it was held. Tells whether gate was taken.\n\n\
    What a signal handler raises meanwhile comes when lock has been taken back.",
);

fn wait_released(thread: &Thread, args: &[Value]) -> Res {
    let end = match args[2].bound().filter(|timeout| !timeout.is_none()) {
        Some(timeout) => deadline(thread, timeout)?,
        None => None,
    };
    let gate = lock::gate(thread, &args[1])?;
    let wait = || gate.take(thread, end);
    let opened = match args[0].payload::<rlock::RLock>() {
        Some(lock) => {
            let count = lock.release_all(thread)?;
            let waited = wait();
            let waited = take_back(thread, &lock.gate, waited)?;
            lock.own(thread, count);
            waited?
        }
        None => {
            lock::release(thread, args)?;
            let waited = wait();
            take_back(thread, lock::gate(thread, &args[0])?, waited)??
        }
    };
    Ok(Value::from_bool(opened))
}

/// Takes a lock back after a wait, whatever signal handlers raise. Answers how the wait ended; the last exception is the one that counts.
///
/// # Errors
/// DeadlockError, when the lock cannot be had.
fn take_back(thread: &Thread, lock: &Gate, waited: Res<bool>) -> Res<Res<bool>> {
    let mut exception = waited.map_err(|raised| thread.take_raised(raised));
    loop {
        match lock.take(thread, None) {
            Ok(_) => return Ok(exception.map_err(|exception| thread.raise(exception))),
            Err(raised) if is_deadlock(thread)? => return Err(raised),
            Err(raised) => exception = Err(thread.take_raised(raised)),
        }
    }
}

/// Whether the exception in flight says that the thread waits for ever.
fn is_deadlock(thread: &Thread) -> Result<bool, Raised> {
    let class = deadlock::class(thread)?;
    Ok(raise::raised_is_of(thread, &class))
}
