//! System calls that may block: made with the lock given up, and begun again when a signal has interrupted them.

use crate::object::{Builtin, Raised, Res, Set, Str, Thread, Value};
use crate::runtime::gil::{self, Reason};
use crate::runtime::protocol::for_each;
use crate::runtime::state::state;
use crate::runtime::{clock, safepoint, system};
use crate::types::exception::os_error::from_errno;
use crate::types::text::args::type_name;
use crate::types::text::codec;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use std::ffi::CString;

/// The OSError of an error of the system.
#[cold]
pub fn error(thread: &Thread, errno: Errno) -> Raised {
    from_errno(thread, errno.raw_os_error(), &[])
}

/// The OSError of an error of the system about a file.
#[cold]
pub fn path_error(thread: &Thread, errno: Errno, path: &Value) -> Raised {
    from_errno(thread, errno.raw_os_error(), &[path])
}

/// Makes a call with the lock given up, again when a signal has interrupted it and its handler has raised nothing. The answer may be another error of
/// the system.
///
/// # Errors
/// What signal handlers raise.
pub fn uninterrupted<T>(
    thread: &Thread,
    mut call: impl FnMut() -> Result<T, Errno>,
) -> Res<Result<T, Errno>> {
    loop {
        match gil::blocking(thread, Reason::Io, &mut call) {
            Err(Errno::INTR) => safepoint::poll(thread)?,
            answer => return Ok(answer),
        }
    }
}

/// As [`uninterrupted`], with errors of the system raised.
///
/// # Errors
/// OSError, and what signal handlers raise.
pub fn blocking<T>(thread: &Thread, call: impl FnMut() -> Result<T, Errno>) -> Res<T> {
    uninterrupted(thread, call)?.map_err(|errno| error(thread, errno))
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
    if deadline.is_none() {
        let waits = || {
            let flags = rustix::fs::fcntl_getfl(system::descriptor(number)?)?;
            Ok::<_, Errno>(!flags.contains(rustix::fs::OFlags::NONBLOCK))
        };
        if !state(thread).is_main.get() || !waits().unwrap_or(false) {
            return Ok(true);
        }
    }
    let ready = await_any(thread, &[(number, wanted)], deadline)?;
    Ok(ready.iter().any(|flags| !flags.is_empty()))
}

/// Waits until one of the descriptors is ready, or the deadline of the monotonic clock: what is ready of each. The thread that serves signals looks for
/// them meanwhile.
///
/// # Errors
/// OSError, and what signal handlers raise.
pub fn await_any(
    thread: &Thread,
    watched: &[(i32, PollFlags)],
    deadline: Option<u64>,
) -> Res<Vec<PollFlags>> {
    let is_ready = |ready: &Vec<PollFlags>| ready.iter().any(|flags: &PollFlags| !flags.is_empty());
    await_with(thread, deadline, is_ready, |nap| {
        let mut polled = Vec::with_capacity(watched.len());
        for (number, flags) in watched {
            polled.push(PollFd::from_borrowed_fd(
                system::descriptor(*number)?,
                *flags,
            ));
        }
        poll(&mut polled, nap.map(timespec).as_ref())?;
        Ok(polled.iter().map(PollFd::revents).collect())
    })
}

/// Waits with a call of the system, which is told for how many nanoseconds at most, until it finds something ready or the deadline of the monotonic clock
/// has passed: its last answer. The thread that serves signals looks for them meanwhile. The lock is kept for a call that is not to wait.
///
/// # Errors
/// OSError, and what signal handlers raise.
pub fn await_with<T>(
    thread: &Thread,
    deadline: Option<u64>,
    is_ready: impl Fn(&T) -> bool,
    mut wait: impl FnMut(Option<u64>) -> Result<T, Errno>,
) -> Res<T> {
    let longest = state(thread)
        .is_main
        .get()
        .then_some(gil::NAP.as_nanos() as u64);
    loop {
        let left = deadline.map(|deadline| match deadline {
            0 => 0,
            _ => deadline.saturating_sub(clock::monotonic()),
        });
        let nap = left.into_iter().chain(longest).min();
        let ready = match nap {
            Some(0) => wait(nap),
            _ => gil::blocking(thread, Reason::Io, || wait(nap)),
        };
        match ready {
            Ok(ready) => {
                let is_over = left.is_some() && left == nap;
                if is_over || is_ready(&ready) {
                    return Ok(ready);
                }
                safepoint::poll(thread)?;
            }
            Err(Errno::INTR) => safepoint::poll(thread)?,
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

/// The paths in an iterable; see [`path`].
///
/// # Errors
/// Those of `path`, and what the iteration raises.
pub fn paths(thread: &Thread, values: &Value, function: &str) -> Res<Vec<CString>> {
    let mut paths = Vec::new();
    for_each(thread, values, &mut |value| {
        paths.push(path(thread, &value, function)?);
        Ok(true)
    })?;
    Ok(paths)
}

/// Numbers as a set.
///
/// # Errors
/// MemoryError
pub fn set_of(thread: &Thread, numbers: impl IntoIterator<Item = usize>) -> Res {
    let set = Set::new_value(thread, Builtin::Set)?;
    if let Some(items) = set.as_set() {
        for number in numbers {
            items.add(thread, thread.int_from_usize(number)?)?;
        }
    }
    Ok(set)
}

/// The end of a call that may have sent this thread a signal.
///
/// # Errors
/// OSError, and what signal handlers raise.
pub fn sent(thread: &Thread, answer: Result<(), Errno>) -> Res {
    answer.map_err(|errno| error(thread, errno))?;
    safepoint::poll(thread)?;
    Ok(Value::NONE)
}
