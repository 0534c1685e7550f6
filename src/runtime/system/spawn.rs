//! Starting programs in children of a process that may have threads.
//!
//! **Invariant**: between the fork and the program a child calls only what is async-signal-safe, and allocates nothing: locks that other threads of the
//! original held stay taken in it for ever. Script code that is to run there (`preexec_fn`) is the one exception, at the script's own risk, as in CPython.

use super::signals::signal_set;
use super::{check, fork, last_error, pointers};
use crate::object::Thread;
use crate::runtime::signals::leave_to_parent;
use rustix::fd::OwnedFd;
use rustix::io::{Errno, Result};
use std::ffi::{CStr, CString};
use std::os::fd::AsRawFd;

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
            leave_to_parent();
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

/// What `posix_spawn` does to a descriptor in the child.
pub enum FileAction {
    /// Opens a file under this number.
    Open {
        /// The number.
        number: i32,
        /// The file.
        path: CString,
        /// As those of `open`.
        flags: i32,
        /// Permissions of a new file.
        mode: u32,
    },
    /// Closes it.
    Close(i32),
    /// Makes the second a number of the first.
    Duplicate(i32, i32),
}

/// What else `posix_spawn` can set.
#[derive(Default)]
pub struct Attributes {
    /// The group of processes; 0: one of its own.
    pub group: Option<i32>,
    /// The effective user and group become the real ones.
    pub resets_ids: bool,
    /// It begins a session.
    pub new_session: bool,
    /// Signals that it puts off.
    pub mask: Option<u64>,
    /// Signals that are not ignored.
    pub defaults: Option<u64>,
}

/// Starts a program by `posix_spawn`, or looks for it in the folders of $PATH; the child's number.
///
/// # Errors
/// What the system says of any step.
pub fn posix_spawn(
    program: &CStr,
    arguments: &[CString],
    environment: &[CString],
    actions: &[FileAction],
    attributes: &Attributes,
    searches: bool,
) -> Result<i32> {
    let (arguments, environment) = (pointers(arguments), pointers(environment));
    let answer = |code: libc::c_int| match code {
        0 => Ok(()),
        code => Err(Errno::from_raw_os_error(code)),
    };
    // SAFETY: the structures are initialised by the first calls on them and destroyed at the end; the texts and arrays, which end with a null pointer,
    // live until then.
    unsafe {
        let mut files = std::mem::zeroed::<libc::posix_spawn_file_actions_t>();
        answer(libc::posix_spawn_file_actions_init(&raw mut files))?;
        let mut settings = std::mem::zeroed::<libc::posix_spawnattr_t>();
        answer(libc::posix_spawnattr_init(&raw mut settings))?;
        let mut prepare = || {
            for action in actions {
                answer(match action {
                    FileAction::Open {
                        number,
                        path,
                        flags,
                        mode,
                    } => libc::posix_spawn_file_actions_addopen(
                        &raw mut files,
                        *number,
                        path.as_ptr(),
                        *flags,
                        *mode,
                    ),
                    FileAction::Close(number) => {
                        libc::posix_spawn_file_actions_addclose(&raw mut files, *number)
                    }
                    FileAction::Duplicate(from, to) => {
                        libc::posix_spawn_file_actions_adddup2(&raw mut files, *from, *to)
                    }
                })?;
            }
            let mut flags = 0;
            if let Some(group) = attributes.group {
                answer(libc::posix_spawnattr_setpgroup(&raw mut settings, group))?;
                flags |= libc::POSIX_SPAWN_SETPGROUP;
            }
            if attributes.resets_ids {
                flags |= libc::POSIX_SPAWN_RESETIDS;
            }
            if attributes.new_session {
                flags |= i32::from(libc::POSIX_SPAWN_SETSID);
            }
            if let Some(signals) = attributes.mask {
                let set = signal_set(signals);
                answer(libc::posix_spawnattr_setsigmask(
                    &raw mut settings,
                    &raw const set,
                ))?;
                flags |= libc::POSIX_SPAWN_SETSIGMASK;
            }
            if let Some(signals) = attributes.defaults {
                let set = signal_set(signals);
                answer(libc::posix_spawnattr_setsigdefault(
                    &raw mut settings,
                    &raw const set,
                ))?;
                flags |= libc::POSIX_SPAWN_SETSIGDEF;
            }
            answer(libc::posix_spawnattr_setflags(
                &raw mut settings,
                flags as libc::c_short,
            ))?;
            let mut pid = 0;
            let start = if searches {
                libc::posix_spawnp
            } else {
                libc::posix_spawn
            };
            answer(start(
                &raw mut pid,
                program.as_ptr(),
                &raw const files,
                &raw const settings,
                arguments.as_ptr().cast(),
                environment.as_ptr().cast(),
            ))?;
            Ok(pid)
        };
        let outcome = prepare();
        libc::posix_spawn_file_actions_destroy(&raw mut files);
        libc::posix_spawnattr_destroy(&raw mut settings);
        outcome
    }
}
