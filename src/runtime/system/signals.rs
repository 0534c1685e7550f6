//! What the system can do with signals beside calling handlers: sending, timers, masks, waiting.

use super::{check, last_error};
use rustix::io::{Errno, Result};
use std::ffi::CStr;

/// Sends a signal to the calling thread.
///
/// # Errors
/// EINVAL
pub fn raise_signal(signal: i32) -> Result<()> {
    // SAFETY: has no preconditions; handlers are those of `runtime::signals`, or the host's.
    match unsafe { libc::raise(signal) } {
        0 => Ok(()),
        _ => Err(last_error()),
    }
}

/// Sends a signal to a thread of this process, which the kernel knows by this number.
///
/// # Errors
/// ESRCH, EINVAL.
pub fn signal_thread(native_id: i64, signal: i32) -> Result<()> {
    // SAFETY: only numbers are passed; the kernel looks whether the thread belongs to this process.
    let answer = unsafe { libc::syscall(libc::SYS_tgkill, libc::getpid(), native_id, signal) };
    if answer == 0 {
        Ok(())
    } else {
        Err(last_error())
    }
}

/// Sends a signal to the process that a descriptor stands for.
///
/// # Errors
/// ESRCH, EPERM, EINVAL, EBADF.
pub fn signal_descriptor(process: i32, signal: i32, flags: u32) -> Result<()> {
    // SAFETY: only numbers are passed, and no structure.
    let answer = unsafe {
        let none = std::ptr::null::<libc::siginfo_t>();
        libc::syscall(
            libc::SYS_pidfd_send_signal,
            process,
            signal,
            none,
            libc::c_long::from(flags),
        )
    };
    if answer == 0 {
        Ok(())
    } else {
        Err(last_error())
    }
}

/// Asks for SIGALRM after so many seconds, not at all with 0; how many were left of an earlier request.
pub fn alarm(seconds: u32) -> u32 {
    // SAFETY: has no preconditions.
    unsafe { libc::alarm(seconds) }
}

/// What a timer of the process says: the time until it next goes off, and the interval after that.
///
/// # Errors
/// EINVAL
pub fn timer(which: i32) -> Result<[libc::timeval; 2]> {
    // SAFETY: the structure is plain data that the call fills.
    unsafe {
        let mut now = std::mem::zeroed::<libc::itimerval>();
        check(libc::getitimer(which, &raw mut now))?;
        Ok([now.it_value, now.it_interval])
    }
}

/// Sets a timer of the process; what it said before.
///
/// # Errors
/// EINVAL
pub fn set_timer(which: i32, [value, interval]: [libc::timeval; 2]) -> Result<[libc::timeval; 2]> {
    let wanted = libc::itimerval {
        it_interval: interval,
        it_value: value,
    };
    // SAFETY: the structures are plain data that the call reads and fills.
    unsafe {
        let mut before = std::mem::zeroed::<libc::itimerval>();
        check(libc::setitimer(which, &raw const wanted, &raw mut before))?;
        Ok([before.it_value, before.it_interval])
    }
}

/// Signals as a set of the system. Bit `n - 1` stands for number `n`.
pub(super) fn signal_set(signals: u64) -> libc::sigset_t {
    // SAFETY: the structure is plain data that the calls fill; numbers that stand for no signal are refused.
    unsafe {
        let mut set = std::mem::zeroed();
        libc::sigemptyset(&raw mut set);
        for number in (1..=64).filter(|number| signals & (1 << (number - 1)) != 0) {
            libc::sigaddset(&raw mut set, number);
        }
        set
    }
}

fn signal_bits(set: &libc::sigset_t) -> u64 {
    // SAFETY: the set is initialised.
    let has = |number: &i32| unsafe { libc::sigismember(set, *number) == 1 };
    (1..=64)
        .filter(has)
        .fold(0, |bits, number| bits | 1 << (number - 1))
}

/// All signals that there are.
pub fn valid_signals() -> u64 {
    // SAFETY: the structure is plain data that the call fills.
    let set = unsafe {
        let mut set = std::mem::zeroed();
        libc::sigfillset(&raw mut set);
        set
    };
    signal_bits(&set)
}

/// Changes which signals the calling thread does not take at present; which it did not before.
///
/// # Errors
/// EINVAL
pub fn mask_signals(how: i32, signals: u64) -> Result<u64> {
    let wanted = signal_set(signals);
    // SAFETY: the structures are plain data that the call reads and fills.
    let (code, before) = unsafe {
        let mut before = std::mem::zeroed();
        let code = libc::pthread_sigmask(how, &raw const wanted, &raw mut before);
        (code, before)
    };
    match code {
        0 => Ok(signal_bits(&before)),
        code => Err(Errno::from_raw_os_error(code)),
    }
}

/// The signals that have come and are not taken at present.
///
/// # Errors
/// None that the system documents.
pub fn pending_signals() -> Result<u64> {
    // SAFETY: the structure is plain data that the call fills.
    let set = unsafe {
        let mut set = std::mem::zeroed();
        check(libc::sigpending(&raw mut set))?;
        set
    };
    Ok(signal_bits(&set))
}

/// What the system tells of a signal.
pub struct SignalFacts {
    /// Its number, why it was sent, an errno.
    pub head: [i32; 3],
    /// Who sent it: the process and its user; the status of a child.
    pub sender: [i64; 3],
    /// The event of a descriptor.
    pub band: i64,
}

/// Takes one of the signals, which the calling thread does not take otherwise, within so many nanoseconds.
///
/// # Errors
/// EAGAIN when none has come in time, EINTR when another signal has interrupted the wait.
pub fn take_signal(signals: u64, nanoseconds: u64) -> Result<SignalFacts> {
    let set = signal_set(signals);
    let patience = libc::timespec {
        tv_sec: (nanoseconds / 1_000_000_000) as i64,
        tv_nsec: (nanoseconds % 1_000_000_000) as i64,
    };
    // SAFETY: the structures are plain data that the call reads and fills. All of the answer's union is initialised, and any bits are numbers.
    unsafe {
        let mut info = std::mem::zeroed::<libc::siginfo_t>();
        check(libc::sigtimedwait(
            &raw const set,
            &raw mut info,
            &raw const patience,
        ))?;
        Ok(SignalFacts {
            head: [info.si_signo, info.si_code, info.si_errno],
            sender: [
                i64::from(info.si_pid()),
                i64::from(info.si_uid()),
                i64::from(info.si_status()),
            ],
            band: (&raw const info).cast::<i64>().add(2).read(),
        })
    }
}

/// What the system calls a signal.
pub fn signal_name(signal: i32) -> Option<String> {
    // SAFETY: the text is the system's own, or a buffer that the next call of this thread writes to, and is copied at once.
    unsafe {
        let text = libc::strsignal(signal);
        (!text.is_null()).then(|| CStr::from_ptr(text).to_string_lossy().into_owned())
    }
}
