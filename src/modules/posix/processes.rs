//! Processes: making, awaiting, signalling, replacing and describing them.

use super::call::{await_any, blocking, error, path, paths, sent};
use super::descriptors::at_once;
use crate::base::error::system_message;
use crate::object::class::class_flag::BASE;
use crate::object::{Bytes, NativeDef, Res, Str, Thread, Tuple, Value};
use crate::runtime::classes::ClassDef;
use crate::runtime::gil::{self, Input};
use crate::runtime::protocol::convert::index_ssize;
use crate::runtime::state::{interpreter, state};
use crate::runtime::{clock, safepoint, system};
use crate::struct_sequence;
use crate::types::struct_sequence::{class, instance};
use crate::types::text::args::{buffer, c_int};
use rustix::event::PollFlags;
use rustix::io::Errno;
use rustix::process::{Pid, PidfdFlags, WaitOptions, pidfd_open};
use std::os::fd::AsRawFd;

/// The table lines.
pub const FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("_exit", "(status)", exit)
        .doc("Ends the process at once, without any clearing up."),
    NativeDef::function("abort", "()", abort).doc("Ends the process with SIGABRT."),
    NativeDef::function("waitpid", "(pid, options, /)", waitpid)
        .doc("Waits for a child: (its number, its status)."),
    NativeDef::function("kill", "(pid, signal, /)", kill).doc("Sends a signal to a process."),
    NativeDef::function("killpg", "(pgid, signal, /)", killpg)
        .doc("Sends a signal to a group of processes."),
    NativeDef::function("_execve", "(path, argv, env, /)", execve)
        .doc("Replaces the program of the process; env is a list of NAME=VALUE."),
    NativeDef::function("getpid", "()", getpid).doc("The number of the process."),
    NativeDef::function("getppid", "()", getppid).doc("The number of the parent process."),
    NativeDef::function("getpgid", "(pid)", getpgid).doc("The group of a process."),
    NativeDef::function("getpgrp", "()", getpgrp).doc("The group of this process."),
    NativeDef::function("setpgid", "(pid, pgrp, /)", setpgid).doc("Puts a process in a group."),
    NativeDef::function("getsid", "(pid, /)", getsid).doc("The session of a process."),
    NativeDef::function("setpgrp", "()", setpgrp).doc("Begins a new group."),
    NativeDef::function("pidfd_open", "(pid, flags=0)", open_process)
        .doc("A descriptor that stands for a process."),
    NativeDef::function("_note_environment", "()", note_environment)
        .doc("Notes, for a replay, that the program has read the environment."),
    NativeDef::function("setsid", "()", setsid).doc("Begins a new session."),
    NativeDef::function("getuid", "()", getuid).doc("The real user."),
    NativeDef::function("geteuid", "()", geteuid).doc("The effective user."),
    NativeDef::function("getgid", "()", getgid).doc("The real group."),
    NativeDef::function("getegid", "()", getegid).doc("The effective group."),
    NativeDef::function("umask", "(mask, /)", umask)
        .doc("Sets which permissions new files lack. Returns what it was."),
    NativeDef::function("times", "()", times)
        .doc("The time that this process and its children took."),
    NativeDef::function("uname", "()", uname).doc("The system's names."),
    NativeDef::function("urandom", "(size, /)", urandom)
        .doc("So many random bytes, fit for cryptography."),
    NativeDef::function("strerror", "(code, /)", strerror).doc("The message of an errno number."),
];

fn exit(thread: &Thread, args: &[Value]) -> Res {
    system::exit_now(c_int(thread, &args[0])?)
}

fn abort(_: &Thread, _: &[Value]) -> Res {
    std::process::abort()
}

fn waitpid(thread: &Thread, args: &[Value]) -> Res {
    let (number, options) = (c_int(thread, &args[0])?, c_int(thread, &args[1])?);
    let options = WaitOptions::from_bits_retain(options as u32);
    let is_main = state(thread).is_main.get();
    let wait = |options: WaitOptions| match number {
        -1 => rustix::process::wait(options),
        0.. => rustix::process::waitpid(Pid::from_raw(number), options),
        _ => match Pid::from_raw(number.saturating_neg()) {
            Some(group) => rustix::process::waitpgid(group, options),
            None => Err(Errno::INVAL),
        },
    };
    let ended = if is_main && !options.contains(WaitOptions::NOHANG) {
        await_child(thread, number, options, &wait)?
    } else {
        blocking(thread, || wait(options))?
    };
    let (number, status) = ended.map_or((0, 0), |(child, status)| {
        (child.as_raw_nonzero().get(), status.as_raw())
    });
    Tuple::pair(
        thread,
        thread.int(i64::from(number))?,
        thread.int(i64::from(status))?,
    )
}

type Ended = Option<(Pid, rustix::process::WaitStatus)>;

/// Waits for a child in the thread that serves signals: a signal that comes just before the call would go unnoticed in it, so the call is made from time to
/// time, less and less often; and, where the system has descriptors for processes, at once when the child has ended.
fn await_child(
    thread: &Thread,
    number: i32,
    options: WaitOptions,
    wait: &dyn Fn(WaitOptions) -> Result<Ended, Errno>,
) -> Res<Ended> {
    let longest = gil::NAP.as_nanos() as u64;
    let mut nap = 50_000;
    let mut descriptor = None;
    loop {
        let ended = blocking(thread, || wait(options | WaitOptions::NOHANG))?;
        if ended.is_some() {
            return Ok(ended);
        }
        safepoint::poll(thread)?;
        if descriptor.is_none() && number > 0 {
            let opened = Pid::from_raw(number).map(|pid| pidfd_open(pid, PidfdFlags::empty()));
            descriptor = opened.and_then(Result::ok);
        }
        let watched: Vec<_> = descriptor
            .iter()
            .map(|child| (child.as_raw_fd(), PollFlags::IN))
            .collect();
        await_any(thread, &watched, Some(clock::monotonic() + nap))?;
        nap = (nap * 2).min(longest);
    }
}

fn kill(thread: &Thread, args: &[Value]) -> Res {
    let (number, signal) = (c_int(thread, &args[0])?, c_int(thread, &args[1])?);
    sent(thread, system::kill(number, signal))
}

fn killpg(thread: &Thread, args: &[Value]) -> Res {
    let (group, signal) = (c_int(thread, &args[0])?, c_int(thread, &args[1])?);
    if group <= 1 {
        return Err(error(thread, Errno::INVAL));
    }
    sent(thread, system::kill(-group, signal))
}

fn execve(thread: &Thread, args: &[Value]) -> Res {
    let program = path(thread, &args[0], "execve")?;
    let texts = |values: &Value| paths(thread, values, "execve");
    let (arguments, environment) = (texts(&args[1])?, texts(&args[2])?);
    crate::modules::sys::flush_streams(thread);
    let errno = system::execute(&program, &arguments, &environment);
    Err(error(thread, errno))
}

/// Notes, for a replay, that another run could have another answer.
fn note(thread: &Thread, input: Input) {
    interpreter(thread).gil.note_input(input);
}

fn getpid(thread: &Thread, _: &[Value]) -> Res {
    note(thread, Input::Process);
    thread.int(i64::from(std::process::id()))
}

fn getppid(thread: &Thread, _: &[Value]) -> Res {
    note(thread, Input::Process);
    thread.int(i64::from(std::os::unix::process::parent_id()))
}

fn getpgid(thread: &Thread, args: &[Value]) -> Res {
    let group = system::process_group(c_int(thread, &args[0])?);
    thread.int(i64::from(at_once(thread, group)?))
}

fn getsid(thread: &Thread, args: &[Value]) -> Res {
    let session = system::session(c_int(thread, &args[0])?);
    thread.int(i64::from(at_once(thread, session)?))
}

fn getpgrp(thread: &Thread, _: &[Value]) -> Res {
    let group = system::process_group(0);
    thread.int(i64::from(at_once(thread, group)?))
}

fn setpgid(thread: &Thread, args: &[Value]) -> Res {
    let (process, group) = (c_int(thread, &args[0])?, c_int(thread, &args[1])?);
    if process < 0 || group < 0 {
        return Err(error(thread, Errno::INVAL));
    }
    let set = rustix::process::setpgid(Pid::from_raw(process), Pid::from_raw(group));
    at_once(thread, set)?;
    Ok(Value::NONE)
}

fn setpgrp(thread: &Thread, _: &[Value]) -> Res {
    at_once(thread, rustix::process::setpgid(None, None))?;
    Ok(Value::NONE)
}

fn open_process(thread: &Thread, args: &[Value]) -> Res {
    let number = c_int(thread, &args[0])?;
    let flags = args[1]
        .bound()
        .map_or(Ok(0), |flags| c_int(thread, flags))?;
    let flags = PidfdFlags::from_bits_retain(flags as u32);
    let opened = match Pid::from_raw(number) {
        Some(process) if number > 0 => pidfd_open(process, flags),
        _ => Err(Errno::INVAL),
    };
    thread.int(i64::from(system::number(at_once(thread, opened)?)))
}

fn note_environment(thread: &Thread, _: &[Value]) -> Res {
    note(thread, Input::Environment);
    Ok(Value::NONE)
}

fn setsid(thread: &Thread, _: &[Value]) -> Res {
    at_once(thread, rustix::process::setsid())?;
    Ok(Value::NONE)
}

fn getuid(thread: &Thread, _: &[Value]) -> Res {
    thread.int(i64::from(rustix::process::getuid().as_raw()))
}

fn geteuid(thread: &Thread, _: &[Value]) -> Res {
    thread.int(i64::from(rustix::process::geteuid().as_raw()))
}

fn getgid(thread: &Thread, _: &[Value]) -> Res {
    thread.int(i64::from(rustix::process::getgid().as_raw()))
}

fn getegid(thread: &Thread, _: &[Value]) -> Res {
    thread.int(i64::from(rustix::process::getegid().as_raw()))
}

fn umask(thread: &Thread, args: &[Value]) -> Res {
    let mask = c_int(thread, &args[0])?;
    let old = rustix::process::umask(rustix::fs::Mode::from_bits_truncate(mask as u32));
    thread.int(i64::from(old.as_raw_mode()))
}

static TIMES: ClassDef = struct_sequence!("posix.times_result", "What os.times() returns: seconds.", BASE, [
    0 "user" "Of this process, in its own code.",
    1 "system" "Of this process, in the system.",
    2 "children_user" "Of children that have been waited for, in their own code.",
    3 "children_system" "Of children that have been waited for, in the system.",
    4 "elapsed" "Since some moment in the past.",
]);

/// The class of what `times` returns.
pub fn times_class(thread: &Thread) -> Res {
    class(thread, &TIMES)
}

fn times(thread: &Thread, _: &[Value]) -> Res {
    note(thread, Input::Process);
    let taken = system::times();
    let items = taken
        .iter()
        .map(|seconds| thread.float(*seconds))
        .collect::<Res<Vec<_>>>()?;
    instance(thread, &times_class(thread)?, &items)
}

static UNAME: ClassDef = struct_sequence!("posix.uname_result", "What os.uname() returns.", BASE, [
    0 "sysname" "The name of the system.",
    1 "nodename" "The name of the machine in its network.",
    2 "release" "The release of the system.",
    3 "version" "The version of the system.",
    4 "machine" "The kind of processor.",
]);

/// The class of what `uname` returns.
pub fn uname_class(thread: &Thread) -> Res {
    class(thread, &UNAME)
}

fn uname(thread: &Thread, _: &[Value]) -> Res {
    let names = rustix::system::uname();
    let texts = [
        names.sysname(),
        names.nodename(),
        names.release(),
        names.version(),
        names.machine(),
    ];
    let items = texts
        .iter()
        .map(|text| super::call::name(thread, text.to_bytes()))
        .collect::<Res<Vec<_>>>()?;
    instance(thread, &uname_class(thread)?, &items)
}

fn urandom(thread: &Thread, args: &[Value]) -> Res {
    let Ok(size) = usize::try_from(index_ssize(thread, &args[0])?) else {
        return Err(thread.value_error("negative argument not allowed"));
    };
    note(thread, Input::Randomness);
    let mut bytes = buffer(thread, size)?;
    bytes.resize(size, 0);
    let mut done = 0;
    while done < size {
        let part = &mut bytes[done..];
        done += blocking(thread, || {
            rustix::rand::getrandom(&mut *part, rustix::rand::GetRandomFlags::empty())
        })?;
    }
    Bytes::new_value(thread, &bytes)
}

fn strerror(thread: &Thread, args: &[Value]) -> Res {
    let code = c_int(thread, &args[0])?;
    Str::new_value(thread, &system_message(code))
}
