//! Waiting for a socket, as long as its timeout says.

use super::object::Socket;
use crate::modules::posix::call::{await_ready, blocking};
use crate::object::{Builtin, Raised, Res, Thread, Value};
use crate::runtime::clock;
use rustix::event::PollFlags;
use rustix::io::Errno;
use std::sync::atomic::Ordering::*;

/// TimeoutError
pub(super) fn timed_out(thread: &Thread) -> Raised {
    thread.error(Builtin::TimeoutError, "timed out")
}

/// When an operation that begins now has taken too long.
pub(super) fn deadline_of(socket: &Socket) -> Option<u64> {
    let timeout = u64::try_from(socket.timeout.load(Relaxed)).ok()?;
    clock::monotonic().checked_add(timeout)
}

/// Makes a call that may wait, as the socket's timeout says, for the method with these arguments. With a deadline, all calls of an operation share it.
///
/// # Errors
/// TimeoutError, OSError, and what signal handlers raise.
pub(super) fn wait_for<T>(
    thread: &Thread,
    args: &[Value],
    socket: &Socket,
    wanted: PollFlags,
    deadline: Option<u64>,
    mut call: impl FnMut(i32) -> Result<T, Errno>,
) -> Res<T> {
    let number = socket.number.load(Acquire);
    let timeout = socket.timeout.load(Relaxed);
    if timeout == 0 {
        return thread.coming_back_beside(args, || blocking(thread, || call(number)));
    }
    let deadline = deadline.or_else(|| deadline_of(socket));
    loop {
        let await_ready = || await_ready(thread, number, wanted, deadline);
        if !thread.coming_back_beside(args, await_ready)? {
            return Err(timed_out(thread));
        }
        let answer = blocking(thread, || match call(number) {
            // Another thread was faster.
            Err(Errno::AGAIN) if timeout > 0 => Ok(None),
            answer => answer.map(Some),
        })?;
        if let Some(answer) = answer {
            return Ok(answer);
        }
    }
}
