//! `_multiprocessing`: what processes share, and messages between them. The module `multiprocessing` is built of it.
//!
//! | file | what it owns |
//! |---|---|
//! | `block` | shared memory, whose words processes can wait for |
//! | `semaphore` | semaphores and locks in it |
//! | `messages` | messages over descriptors: a length and so many bytes |
#![forbid(unsafe_code)]

mod block;
mod messages;
mod semaphore;

use crate::object::{Builtin, Dict, NativeDef, Raised, Res, Thread};
use crate::runtime::classes::{native_class, once};
use crate::runtime::gil::{self, Reason};
use crate::runtime::module::ModuleDef;
use crate::runtime::state::state;
use crate::runtime::{clock, safepoint, system};
use rustix::io::Errno;
use std::time::Duration;

/// The module.
pub static MODULE: ModuleDef = ModuleDef {
    name: "_multiprocessing",
    doc: "What processes share, and messages between them.",
    functions: &NativeDef::all_beside(
        crate::object::native::Beside::READS_ALL,
        [
            NativeDef::function("send", "(fd, data, /)", messages::send)
                .doc("Writes a message to a descriptor."),
            NativeDef::function("receive", "(fd, limit=None, /)", messages::receive).doc(
                "Reads the next message from a descriptor. EOFError at the end; None, with the\n\
                message left there, if it is longer than the limit.",
            ),
        ],
    ),
    init: Some(init),
};

fn init(thread: &Thread, dict: &Dict) -> Res<()> {
    for (name, class) in [("Block", &block::CLASS), ("SemLock", &semaphore::CLASS)] {
        let class = once(thread, class, native_class)?;
        dict.set(thread, thread.intern(name.as_bytes())?, class)?;
    }
    Ok(())
}

/// How long a thread sleeps that waits for another process. Who was to wake it may have been killed before it could.
const LONGEST_SLEEP: Duration = Duration::from_millis(500);

/// Waits with the lock given up until `ready` holds, or until the deadline of the monotonic clock; whether it holds. `sleep` sleeps at most so long, and
/// less if something has happened.
///
/// # Errors
/// What signal handlers raise, and errors of the system.
fn wait_until(
    thread: &Thread,
    deadline: Option<u64>,
    mut ready: impl FnMut() -> bool,
    mut sleep: impl FnMut(Duration) -> Result<(), Errno>,
) -> Res<bool> {
    let longest = match state(thread).is_main.get() {
        true => gil::NAP,
        false => LONGEST_SLEEP,
    };
    loop {
        if ready() {
            return Ok(true);
        }
        let left = deadline.map(|end| Duration::from_nanos(end.saturating_sub(clock::monotonic())));
        if left.is_some_and(|left| left.is_zero()) {
            return Ok(false);
        }
        let nap = left.map_or(longest, |left| left.min(longest));
        match gil::blocking(thread, Reason::Lock, || sleep(nap)) {
            Ok(()) | Err(Errno::INTR) => safepoint::poll(thread)?,
            Err(errno) => return Err(system_error(thread, errno)),
        }
    }
}

#[cold]
fn system_error(thread: &Thread, errno: Errno) -> Raised {
    match errno {
        Errno::NOMEM => thread.memory_error(),
        _ => super::posix::call::error(thread, errno),
    }
}

/// The deadline of a wait of so many seconds: None without end.
///
/// # Errors
/// TypeError if it is no number, ValueError for a NaN.
fn deadline(thread: &Thread, timeout: &crate::object::Value) -> Res<Option<u64>> {
    let Some(timeout) = timeout.bound().filter(|value| !value.is_none()) else {
        return Ok(None);
    };
    let Some(seconds) = crate::types::float::convert::real(thread, timeout)? else {
        let class = thread.class_of(timeout).name_text();
        return Err(thread.type_error(format!("must be real number, not {class}")));
    };
    if seconds.is_nan() {
        return Err(thread.error(Builtin::ValueError, "Invalid value NaN (not a number)"));
    }
    let nanoseconds = (seconds.max(0.0) * 1e9).ceil() as u64;
    Ok(clock::monotonic().checked_add(nanoseconds))
}

/// Sleeps at a word of shared memory; see [`wait_until`].
fn asleep_at(
    word: &crate::base::sync::atomic::AtomicU64,
    expected: u32,
) -> impl FnMut(Duration) -> Result<(), Errno> + '_ {
    move |longest| system::sleep_while(word, expected, longest)
}
