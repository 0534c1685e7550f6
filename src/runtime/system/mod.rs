//! System calls for which neither the standard library nor rustix has a safe form: scripts name descriptors by number, fork, and set any option.

mod shared;
mod signals;
mod spawn;
pub use shared::{SharedMemory, WORD, sleep_while, wake};
pub use signals::*;
pub use spawn::*;

use crate::base::sync::atomic::{AtomicU32, AtomicU64, Ordering::Relaxed};
use crate::object::Thread;
use crate::runtime::state::{ThreadState, state};
use rustix::fd::{BorrowedFd, OwnedFd};
use rustix::io::{Errno, Result};
use std::ffi::{CStr, CString};
use std::os::fd::{FromRawFd, IntoRawFd};

fn last_error() -> Errno {
    let code = std::io::Error::last_os_error().raw_os_error();
    Errno::from_raw_os_error(code.unwrap_or(libc::EIO))
}

fn check(answer: libc::c_int) -> Result<libc::c_int> {
    if answer >= 0 {
        Ok(answer)
    } else {
        Err(last_error())
    }
}

/// The texts as the array of pointers that programs get, which lives as long as they do.
fn pointers(texts: &[CString]) -> Vec<*const libc::c_char> {
    let all = texts.iter().map(|text| text.as_ptr());
    all.chain([std::ptr::null()]).collect()
}

/// The descriptor with this number, which may not exist: then calls with it say so.
///
/// # Errors
/// EBADF for a negative number.
pub fn descriptor(number: i32) -> Result<BorrowedFd<'static>> {
    if number < 0 {
        return Err(Errno::BADF);
    }
    // SAFETY: the number is not -1. Nothing in this process relies on a descriptor being open for the sake of memory safety: memory is mapped from
    // files alone that cannot shrink (`shared`), and the descriptors of the standard library are used through calls that fail when they are closed.
    Ok(unsafe { BorrowedFd::borrow_raw(number) })
}

/// Gives an open descriptor's number away.
pub fn number(descriptor: OwnedFd) -> i32 {
    descriptor.into_raw_fd()
}

/// Takes a descriptor over by its number, as [`number`] gave it.
pub fn owned(number: i32) -> Option<OwnedFd> {
    // SAFETY: as for `descriptor`; closing it at the end of the returned owner's life is what the caller asks for.
    (number >= 0).then(|| unsafe { OwnedFd::from_raw_fd(number) })
}

/// Closes a descriptor. It is closed also when this fails, unless the number was none.
///
/// # Errors
/// EBADF, and what the device says.
pub fn close(number: i32) -> Result<()> {
    // SAFETY: as for `descriptor`.
    check(unsafe { libc::close(number) }).map(drop)
}

/// Makes `to` another number of the descriptor `from`.
///
/// # Errors
/// EBADF and others of the system.
pub fn duplicate_to(from: i32, to: i32, inheritable: bool) -> Result<i32> {
    // SAFETY: as for `descriptor`.
    unsafe {
        if inheritable || from == to {
            check(libc::dup2(from, to))
        } else {
            check(libc::dup3(from, to, libc::O_CLOEXEC))
        }
    }
}

/// The value of a socket option, at most `value.len()` bytes; how many there are.
///
/// # Errors
/// What the system says.
pub fn socket_option(socket: i32, level: i32, name: i32, value: &mut [u8]) -> Result<usize> {
    let mut len = value.len() as libc::socklen_t;
    // SAFETY: the system writes at most `len` bytes.
    check(unsafe {
        libc::getsockopt(socket, level, name, value.as_mut_ptr().cast(), &raw mut len)
    })?;
    Ok(len as usize)
}

/// The names of a host and of a service that an address has: `getnameinfo`.
///
/// # Errors
/// The code of the resolver, and what it says.
pub fn names_of(
    address: std::net::SocketAddr,
    flags: i32,
) -> std::result::Result<[String; 2], (i32, String)> {
    use std::net::SocketAddr;
    let (mut host, mut service) = ([0_u8; 1025], [0_u8; 32]);
    let mut ask = |raw: *const libc::sockaddr, len: usize| {
        // SAFETY: `raw` leads to an address of `len` bytes, and the system writes no more than the lengths of the buffers.
        unsafe {
            libc::getnameinfo(
                raw,
                len as libc::socklen_t,
                host.as_mut_ptr().cast(),
                host.len() as libc::socklen_t,
                service.as_mut_ptr().cast(),
                service.len() as libc::socklen_t,
                flags,
            )
        }
    };
    let code = match address {
        SocketAddr::V4(v4) => {
            let raw = libc::sockaddr_in {
                sin_family: libc::AF_INET as libc::sa_family_t,
                sin_port: v4.port().to_be(),
                sin_addr: libc::in_addr {
                    s_addr: u32::from_ne_bytes(v4.ip().octets()),
                },
                sin_zero: [0; 8],
            };
            ask((&raw const raw).cast(), size_of_val(&raw))
        }
        SocketAddr::V6(v6) => {
            let raw = libc::sockaddr_in6 {
                sin6_family: libc::AF_INET6 as libc::sa_family_t,
                sin6_port: v6.port().to_be(),
                sin6_flowinfo: v6.flowinfo().to_be(),
                sin6_addr: libc::in6_addr {
                    s6_addr: v6.ip().octets(),
                },
                sin6_scope_id: v6.scope_id(),
            };
            ask((&raw const raw).cast(), size_of_val(&raw))
        }
    };
    if code != 0 {
        // SAFETY: the text is constant, or null for a code that the resolver does not know.
        let text = unsafe { libc::gai_strerror(code) };
        let text = match text.is_null() {
            true => String::new(),
            // SAFETY: it is not null, and ends with a zero.
            false => unsafe { std::ffi::CStr::from_ptr(text) }
                .to_string_lossy()
                .into_owned(),
        };
        return Err((code, text));
    }
    let text = |bytes: &[u8]| {
        let end = bytes.iter().position(|b| *b == 0).unwrap_or(bytes.len());
        String::from_utf8_lossy(&bytes[..end]).into_owned()
    };
    Ok([text(&host), text(&service)])
}

/// Sets a socket option.
///
/// # Errors
/// What the system says.
pub fn set_socket_option(socket: i32, level: i32, name: i32, value: &[u8]) -> Result<()> {
    let len = value.len() as libc::socklen_t;
    // SAFETY: the system reads `len` bytes.
    check(unsafe { libc::setsockopt(socket, level, name, value.as_ptr().cast(), len) }).map(drop)
}

/// Ends the process at once: no destructor runs, no stream is flushed.
pub fn exit_now(code: i32) -> ! {
    // SAFETY: has no preconditions.
    unsafe { libc::_exit(code) }
}

/// How many forks lie between this process and the first one.
static FORKS: AtomicU32 = AtomicU32::new(0);
/// The number of the thread that the last of them has left.
static SURVIVOR: AtomicU64 = AtomicU64::new(0);

/// A thread of this process, to be known again in copies of it.
#[derive(Clone, Copy, Debug)]
pub struct Inhabitant {
    forks: u32,
    number: u64,
}

impl Inhabitant {
    /// The running thread.
    pub fn of(thread: &Thread) -> Inhabitant {
        Inhabitant {
            forks: FORKS.load(Relaxed),
            number: state(thread).number,
        }
    }

    /// Whether it was left behind by a fork.
    #[inline]
    pub fn is_gone(&self) -> bool {
        self.forks != FORKS.load(Relaxed) && self.number != SURVIVOR.load(Relaxed)
    }
}

/// Makes a copy of the process with this thread alone: 0 in the copy, the copy's number in the original.
///
/// The lock's own mutex is held meanwhile, so that the copy finds it in order; locks that other threads hold stay taken in the copy for ever, as
/// with every fork.
///
/// # Errors
/// EAGAIN, ENOMEM.
pub fn fork(thread: &Thread) -> Result<i32> {
    let ts: &ThreadState = state(thread);
    let answer = ts.interpreter.gil.around_fork(ts, || {
        // SAFETY: the copy has this thread alone and goes on in it: the allocator is safe to use after a fork, and the lock has been made the
        // copy's own by `around_fork`.
        check(unsafe { libc::fork() })
    })?;
    if answer == 0 {
        FORKS.fetch_add(1, Relaxed);
        SURVIVOR.store(ts.number, Relaxed);
        ts.interpreter.threads.after_fork(ts.number);
        ts.interpreter.import_locks.after_fork(ts.number);
        drop(ts.event_loop.take());
        // The one thread that is left serves signals.
        ts.is_main.set(true);
        crate::runtime::signals::after_fork(ts);
    }
    Ok(answer)
}

/// Replaces the program of the process.
///
/// # Errors
/// What the system says; otherwise it does not return.
pub fn execute(path: &CStr, arguments: &[CString], environment: &[CString]) -> Errno {
    let (arguments, environment) = (pointers(arguments), pointers(environment));
    // SAFETY: both arrays end with a null pointer, and their texts live until the call returns.
    let answer =
        check(unsafe { libc::execve(path.as_ptr(), arguments.as_ptr(), environment.as_ptr()) });
    answer.err().unwrap_or(Errno::IO)
}

/// Sends a signal to a process, or with a negative number to a group; 0 only asks whether that is possible.
///
/// # Errors
/// ESRCH, EPERM, EINVAL.
pub fn kill(process: i32, signal: i32) -> Result<()> {
    // SAFETY: has no preconditions.
    check(unsafe { libc::kill(process, signal) }).map(drop)
}

/// The group of a process, of this one for 0. It is 0 if the group's leader is outside this process's namespace of process numbers, an answer for which
/// rustix has no form.
///
/// # Errors
/// ESRCH, EPERM.
pub fn process_group(process: i32) -> Result<i32> {
    // SAFETY: has no preconditions.
    check(unsafe { libc::getpgid(process) })
}

/// The session of a process, of this one for 0; it can be 0 like [`process_group`].
///
/// # Errors
/// ESRCH, EPERM.
pub fn session(process: i32) -> Result<i32> {
    // SAFETY: has no preconditions.
    check(unsafe { libc::getsid(process) })
}

/// Seconds that the process took in its own code and in the system, that its children took so, and since some moment in the past.
pub fn times() -> [f64; 5] {
    // SAFETY: the structure is plain data that the call fills.
    let (taken, elapsed, unit) = unsafe {
        let mut taken = std::mem::zeroed::<libc::tms>();
        let elapsed = libc::times(&raw mut taken);
        (taken, elapsed, libc::sysconf(libc::_SC_CLK_TCK))
    };
    let all = [
        taken.tms_utime,
        taken.tms_stime,
        taken.tms_cutime,
        taken.tms_cstime,
        elapsed,
    ];
    all.map(|n| n as f64 / unit as f64)
}

/// How many processors are at work; None if that is not known.
pub fn processors() -> Option<usize> {
    // SAFETY: has no preconditions.
    let count = unsafe { libc::sysconf(libc::_SC_NPROCESSORS_ONLN) };
    usize::try_from(count).ok().filter(|count| *count > 0)
}

/// The numbers of the processors that a process may use; 0 is the calling thread.
///
/// # Errors
/// ESRCH
pub fn affinity(process: i32) -> Result<Vec<usize>> {
    // SAFETY: the structure is plain data that the call fills.
    unsafe {
        let mut set = std::mem::zeroed::<libc::cpu_set_t>();
        check(libc::sched_getaffinity(
            process,
            size_of_val(&set),
            &raw mut set,
        ))?;
        let all = 0..libc::CPU_SETSIZE as usize;
        Ok(all.filter(|i| libc::CPU_ISSET(*i, &set)).collect())
    }
}

/// Sets which processors a process may use.
///
/// # Errors
/// ESRCH, EPERM; EINVAL if it may use none of them.
pub fn set_affinity(process: i32, processors: &[usize]) -> Result<()> {
    // SAFETY: the structure is plain data; numbers beyond its size are refused before.
    unsafe {
        let mut set = std::mem::zeroed::<libc::cpu_set_t>();
        for processor in processors {
            if *processor >= libc::CPU_SETSIZE as usize {
                return Err(Errno::INVAL);
            }
            libc::CPU_SET(*processor, &mut set);
        }
        check(libc::sched_setaffinity(
            process,
            size_of_val(&set),
            &raw const set,
        ))
        .map(drop)
    }
}

/// How many processes wanted a processor in the last minute, five and fifteen minutes, on average.
pub fn load_average() -> Option<[f64; 3]> {
    let mut averages = [0.0; 3];
    // SAFETY: the call writes at most three numbers.
    let count = unsafe { libc::getloadavg(averages.as_mut_ptr(), 3) };
    (count == 3).then_some(averages)
}

/// Columns and lines of a terminal.
///
/// # Errors
/// ENOTTY, EBADF.
pub fn terminal_size(terminal: i32) -> Result<(u16, u16)> {
    // SAFETY: the structure is plain data that the call fills.
    unsafe {
        let mut size = std::mem::zeroed::<libc::winsize>();
        check(libc::ioctl(terminal, libc::TIOCGWINSZ, &raw mut size))?;
        Ok((size.ws_col, size.ws_row))
    }
}

/// The group of processes that a terminal talks to.
///
/// # Errors
/// ENOTTY, EBADF.
pub fn terminal_group(terminal: i32) -> Result<i32> {
    // SAFETY: has no preconditions.
    check(unsafe { libc::tcgetpgrp(terminal) })
}

/// Sets the group of processes that a terminal talks to.
///
/// # Errors
/// ENOTTY, EBADF, EPERM.
pub fn set_terminal_group(terminal: i32, group: i32) -> Result<()> {
    // SAFETY: has no preconditions.
    check(unsafe { libc::tcsetpgrp(terminal, group) }).map(drop)
}
