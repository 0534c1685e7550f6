//! System calls that may block: made with the lock given up, and begun again when a signal has interrupted them.

use crate::object::{Raised, Res, Str, Thread, Value};
use crate::runtime::gil::{self, Reason};
use crate::runtime::state::state;
use crate::runtime::{clock, safepoint, system};
use crate::types::exception::os_error::from_errno;
use crate::types::text::args::type_name;
use crate::types::text::codec;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use std::ffi::CString;

/// How long the thread that serves signals stays deaf to them while it waits for a descriptor.
const NAP: u64 = 20_000_000;

/// The OSError of an error of the system.
#[cold]
pub fn error(thread: &Thread, errno: Errno) -> Raised {
    from_errno(thread, errno.raw_os_error(), None)
}

/// The OSError of an error of the system about a file.
#[cold]
pub fn path_error(thread: &Thread, errno: Errno, path: &Value) -> Raised {
    from_errno(thread, errno.raw_os_error(), Some(path.clone()))
}

/// Makes a call with the lock given up, again when a signal has interrupted it and its handler has raised nothing.
///
/// # Errors
/// OSError, and what signal handlers raise.
pub fn blocking<T>(thread: &Thread, mut call: impl FnMut() -> Result<T, Errno>) -> Res<T> {
    loop {
        match gil::blocking(thread, Reason::Io, &mut call) {
            Ok(answer) => return Ok(answer),
            Err(Errno::INTR) => safepoint::poll(thread)?,
            Err(errno) => return Err(error(thread, errno)),
        }
    }
}

/// Waits until something can be done with a descriptor, or the deadline of the monotonic clock; whether it can. The thread that serves signals looks for them
/// meanwhile; another one returns at once if there is no deadline, since the call itself will wait. So does every thread if calls with the descriptor do
/// not wait.
///
/// # Errors
/// OSError, and what signal handlers raise.
pub fn await_ready(
    thread: &Thread,
    number: i32,
    wanted: PollFlags,
    deadline: Option<u64>,
) -> Res<bool> {
    let serves_signals = state(thread).is_main;
    if deadline.is_none() && !serves_signals {
        return Ok(true);
    }
    let waits = || {
        let flags = rustix::fs::fcntl_getfl(system::descriptor(number)?)?;
        Ok::<_, Errno>(!flags.contains(rustix::fs::OFlags::NONBLOCK))
    };
    if deadline.is_none() && !waits().unwrap_or(false) {
        return Ok(true);
    }
    loop {
        let now = clock::monotonic();
        let left = deadline.map(|deadline| deadline.saturating_sub(now));
        let nap = match left {
            Some(left) if serves_signals => left.min(NAP),
            Some(left) => left,
            None => NAP,
        };
        let ready = gil::blocking(thread, Reason::Io, || {
            let mut watched = [PollFd::from_borrowed_fd(
                system::descriptor(number)?,
                wanted,
            )];
            poll(&mut watched, Some(&timespec(nap)))
        });
        match ready {
            Ok(1..) => return Ok(true),
            Ok(0) if left.is_some_and(|left| left <= nap) => return Ok(false),
            Ok(0) | Err(Errno::INTR) => safepoint::poll(thread)?,
            Err(errno) => return Err(error(thread, errno)),
        }
    }
}

/// A span of nanoseconds as the system takes it.
pub fn timespec(nanoseconds: u64) -> Timespec {
    Timespec {
        tv_sec: (nanoseconds / 1_000_000_000) as i64,
        tv_nsec: (nanoseconds % 1_000_000_000) as i64,
    }
}

/// The bytes of a path: a str in the encoding of the file system, or bytes. `function` is how messages name the caller.
///
/// # Errors
/// TypeError, and ValueError for a null character.
pub fn path(thread: &Thread, value: &Value, function: &str) -> Res<CString> {
    let bytes = if value.as_str_object().is_some() {
        codec::encode(thread, value, "utf-8", "surrogateescape")?
    } else if let Some(bytes) = value.as_bytes() {
        bytes.to_vec()
    } else {
        return Err(thread.type_error(format!(
            "{function}: path should be string, bytes{}, not {}",
            if matches!(function, "stat" | "chmod" | "chdir" | "listdir") {
                ", os.PathLike or integer"
            } else {
                " or os.PathLike"
            },
            type_name(thread, value)
        )));
    };
    CString::new(bytes).map_err(|_| {
        let kind = if value.as_bytes().is_some() {
            "byte"
        } else {
            "character"
        };
        thread.value_error(format!("{function}: embedded null {kind} in path"))
    })
}

/// A name of the file system as a str.
///
/// # Errors
/// MemoryError
pub fn name(thread: &Thread, bytes: &[u8]) -> Res {
    if std::str::from_utf8(bytes).is_ok() {
        return Str::from_bytes(thread, bytes);
    }
    let bytes = crate::object::Bytes::new_value(thread, bytes)?;
    codec::decode(thread, &bytes, "utf-8", "surrogateescape")
}

/// Does nothing until a moment of the monotonic clock.
///
/// # Errors
/// What signal handlers raise.
pub fn pause(thread: &Thread, until: u64) -> Res<()> {
    let left = until.saturating_sub(clock::monotonic());
    gil::blocking(thread, Reason::Io, || {
        std::thread::sleep(std::time::Duration::from_nanos(left));
    });
    safepoint::poll(thread)
}
