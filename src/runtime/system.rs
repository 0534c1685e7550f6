//! System calls for which neither the standard library nor rustix has a safe form: scripts name descriptors by number, fork, and set any option.

use super::state::{ThreadState, state};
use crate::object::Thread;
use rustix::fd::{BorrowedFd, OwnedFd};
use rustix::io::{Errno, Result};
use std::ffi::{CStr, CString};
use std::os::fd::{AsRawFd, FromRawFd, IntoRawFd};

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
    // SAFETY: the number is not -1. Nothing in this process relies on a descriptor being open for the sake of memory safety: memory is never mapped from
    // files, and the descriptors of the standard library are used through calls that fail when they are closed.
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
        ts.interpreter.threads.after_fork();
        // The one thread that is left serves signals.
        ts.is_main.set(true);
        super::signals::after_fork(ts);
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
fn signal_set(signals: u64) -> libc::sigset_t {
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

/// What a child does before it executes a program.
pub struct Spawn<'a> {
    /// Files to try, one after the other.
    pub programs: &'a [CString],
    /// What the program gets.
    pub arguments: &'a [CString],
    /// NAME=VALUE
    pub environment: &'a [CString],
    /// The working folder; None: as it is.
    pub folder: Option<&'a CStr>,
    /// What becomes descriptor 0, 1 and 2; negative: what it is.
    pub streams: [i32; 3],
    /// Descriptors that the program keeps.
    pub kept: &'a [i32],
    /// All others above 2 are closed.
    pub closes_others: bool,
    /// Signals that the interpreter ignores are not ignored.
    pub restores_signals: bool,
    /// It begins a session.
    pub new_session: bool,
    /// The group of processes; negative: as it is.
    pub process_group: i32,
    /// User and group.
    pub user: Option<u32>,
    /// See `user`.
    pub group: Option<u32>,
    /// Supplementary groups.
    pub groups: Option<&'a [u32]>,
    /// Which permissions new files lack; negative: as it is.
    pub umask: i32,
}

/// What a child was at when it failed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum Stage {
    /// Descriptors, signals, sessions, users.
    Setup,
    /// The working folder.
    Folder,
    /// The script's own preparations.
    Script,
    /// The program.
    Execution,
}

/// Starts a program in a child: its number, and a pipe from which [`read_failure`] tells what went wrong in the child; without anything if the program
/// was executed. Everything is allocated before the fork, and the child calls nothing but what is async-signal-safe; except that with `last`, which is
/// called in the child and says whether it has succeeded, the copy of the process runs script code as after [`fork`].
///
/// # Errors
/// EAGAIN, ENOMEM, EMFILE.
pub fn spawn(
    thread: &Thread,
    plan: &Spawn<'_>,
    last: Option<&mut dyn FnMut() -> bool>,
) -> Result<(i32, OwnedFd)> {
    let (reader, writer) = rustix::pipe::pipe_with(rustix::pipe::PipeFlags::CLOEXEC)?;
    // Above the numbers that the streams get.
    let report = rustix::io::fcntl_dupfd_cloexec(&writer, 3)?;
    drop(writer);
    let (arguments, environment) = (pointers(plan.arguments), pointers(plan.environment));
    let all = signal_set(u64::MAX);
    // SAFETY: the mask is plain data that the call fills. No handler runs in the child before it has said that signals are not its own. Both branches
    // after the fork restore the mask. What the child does is argued at `Child::run`.
    unsafe {
        let mut mask = std::mem::zeroed();
        libc::pthread_sigmask(libc::SIG_SETMASK, &raw const all, &raw mut mask);
        let forked = match last {
            Some(_) => fork(thread),
            None => check(libc::fork()),
        };
        if forked == Ok(0) {
            let child = Child {
                plan,
                arguments: &arguments,
                environment: &environment,
                report: report.as_raw_fd(),
                mask,
            };
            child.run(last);
        }
        libc::pthread_sigmask(libc::SIG_SETMASK, &raw const mask, std::ptr::null_mut());
        forked.map(|pid| (pid, reader))
    }
}

/// Reads what [`spawn`]'s pipe tells of a failure: where, and the error. May be called again after EINTR.
///
/// # Errors
/// EINTR
pub fn read_failure(reader: &OwnedFd) -> Result<Option<(Stage, Errno)>> {
    let mut told = [0; 5];
    if rustix::io::read(reader, &mut told)? < told.len() {
        return Ok(None);
    }
    let stage = match told[0] {
        0 => Stage::Setup,
        1 => Stage::Folder,
        2 => Stage::Script,
        _ => Stage::Execution,
    };
    let code = i32::from_ne_bytes([told[1], told[2], told[3], told[4]]);
    Ok(Some((stage, Errno::from_raw_os_error(code))))
}

/// The copy of the process that becomes the program.
struct Child<'a> {
    plan: &'a Spawn<'a>,
    arguments: &'a [*const libc::c_char],
    environment: &'a [*const libc::c_char],
    report: i32,
    mask: libc::sigset_t,
}

impl Child<'_> {
    /// Becomes the program, or reports why not.
    ///
    /// # Safety
    /// Called in a child that nothing else runs in.
    unsafe fn run(&self, last: Option<&mut dyn FnMut() -> bool>) -> ! {
        if last.is_none() {
            super::signals::leave_to_parent();
        }
        // SAFETY: allocation-free calls of async-signal-safe functions with plain data that the caller's frame owns, which this copy of it still has.
        unsafe {
            let (stage, errno) = self.attempt(last);
            let code = errno.raw_os_error().to_ne_bytes();
            let told = [stage as u8, code[0], code[1], code[2], code[3]];
            libc::write(self.report, told.as_ptr().cast(), told.len());
            libc::_exit(255)
        }
    }

    /// # Safety
    /// As `run`.
    unsafe fn attempt(&self, last: Option<&mut dyn FnMut() -> bool>) -> (Stage, Errno) {
        // SAFETY: as in `run`.
        unsafe {
            if let Err(errno) = self.set_streams() {
                return (Stage::Setup, errno);
            }
            if let Some(folder) = self.plan.folder
                && libc::chdir(folder.as_ptr()) != 0
            {
                return (Stage::Folder, last_error());
            }
            if let Err(errno) = self.set_identity() {
                return (Stage::Setup, errno);
            }
            libc::pthread_sigmask(
                libc::SIG_SETMASK,
                &raw const self.mask,
                std::ptr::null_mut(),
            );
            if last.is_some_and(|last| !last()) {
                return (Stage::Script, Errno::IO);
            }
            if self.plan.closes_others {
                self.close_others();
            }
            let mut failed = None;
            let mut errno = Errno::NOENT;
            for program in self.plan.programs {
                libc::execve(
                    program.as_ptr(),
                    self.arguments.as_ptr(),
                    self.environment.as_ptr(),
                );
                errno = last_error();
                // A program that is there and cannot be executed tells more than folders without it.
                if !matches!(errno, Errno::NOENT | Errno::NOTDIR) && failed.is_none() {
                    failed = Some(errno);
                }
            }
            (Stage::Execution, failed.unwrap_or(errno))
        }
    }

    unsafe fn set_streams(&self) -> Result<()> {
        // SAFETY: as in `run`.
        unsafe {
            for kept in self.plan.kept {
                inherit(*kept)?;
            }
            let mut streams = self.plan.streams;
            // What would be overwritten before it is used gets another number.
            for (target, stream) in (0..).zip(&mut streams) {
                if (0..target).contains(stream) {
                    *stream = check(libc::fcntl(*stream, libc::F_DUPFD_CLOEXEC, 3))?;
                }
            }
            for (target, stream) in (0..).zip(streams) {
                if stream == target {
                    inherit(target)?;
                } else if stream >= 0 {
                    check(libc::dup2(stream, target))?;
                }
            }
        }
        Ok(())
    }

    unsafe fn set_identity(&self) -> Result<()> {
        let plan = self.plan;
        // SAFETY: as in `run`.
        unsafe {
            if plan.umask >= 0 {
                libc::umask(plan.umask as libc::mode_t);
            }
            if plan.restores_signals {
                libc::signal(libc::SIGPIPE, libc::SIG_DFL);
                libc::signal(libc::SIGXFSZ, libc::SIG_DFL);
            }
            if plan.new_session {
                check(libc::setsid())?;
            }
            if plan.process_group >= 0 {
                check(libc::setpgid(0, plan.process_group))?;
            }
            if let Some(groups) = plan.groups {
                check(libc::setgroups(groups.len(), groups.as_ptr()))?;
            }
            if let Some(group) = plan.group {
                check(libc::setregid(group, group))?;
            }
            if let Some(user) = plan.user {
                check(libc::setreuid(user, user))?;
            }
        }
        Ok(())
    }

    unsafe fn close_others(&self) {
        let mut first = 3;
        loop {
            let kept = self.plan.kept.iter().chain([&self.report]);
            let next = kept.filter(|kept| **kept >= first).min().copied();
            let end = next.unwrap_or(i32::MAX);
            if first < end {
                // SAFETY: as in `run`.
                unsafe { close_span(first, end - 1) };
            }
            match next {
                Some(next) if next < i32::MAX => first = next + 1,
                _ => return,
            }
        }
    }
}

/// Lets a program that is executed keep a descriptor. Async-signal-safe.
unsafe fn inherit(descriptor: i32) -> Result<()> {
    // SAFETY: as for `descriptor`.
    unsafe {
        let flags = check(libc::fcntl(descriptor, libc::F_GETFD))?;
        check(libc::fcntl(
            descriptor,
            libc::F_SETFD,
            flags & !libc::FD_CLOEXEC,
        ))
        .map(drop)
    }
}

/// Closes the descriptors from `first` to `last`. Async-signal-safe.
unsafe fn close_span(first: i32, last: i32) {
    // SAFETY: as for `descriptor`; the structure is plain data that the call fills.
    unsafe {
        if libc::syscall(libc::SYS_close_range, first, last, 0) == 0 {
            return;
        }
        let mut limit = std::mem::zeroed::<libc::rlimit>();
        libc::getrlimit(libc::RLIMIT_NOFILE, &raw mut limit);
        let most = i32::try_from(limit.rlim_cur).unwrap_or(i32::MAX);
        for descriptor in first..=last.min(most) {
            libc::close(descriptor);
        }
    }
}
