//! `_posixsubprocess`: starting programs. What of `subprocess` needs no system call is in the library.
#![forbid(unsafe_code)]

use super::posix::call::{blocking, error};
use crate::object::{Builtin, NativeDef, Res, Str, Thread, Tuple, Value};
use crate::runtime::module::ModuleDef;
use crate::runtime::protocol;
use crate::runtime::protocol::convert::{index, index_ssize};
use crate::runtime::state::interpreter;
use crate::runtime::system::{self, Spawn, Stage};
use crate::types::text::args::c_int;
use rustix::process::{Pid, WaitOptions};
use std::ffi::CString;
use std::sync::atomic::Ordering::Acquire;

/// The module.
pub static MODULE: ModuleDef = ModuleDef {
    name: "_posixsubprocess",
    doc: "Starting programs, safely in a process with threads.",
    functions: &[
        NativeDef::function(
            "fork_exec",
            "(args, programs, close_fds, pass_fds, cwd, env, stdin, stdout, stderr, restore_signals, start_new_session, process_group, gid, extra_groups, uid, umask, preexec_fn, /)",
            fork_exec,
        )
        .doc(
            "Starts a program in a child: (its number, an errno, what failed). What failed is\n\
            None if the program was executed; else the child has been waited for.",
        ),
        NativeDef::function("set_pipe_size", "(fd, size, /)", set_pipe_size)
            .doc("Asks for a pipe to hold so many bytes; that it cannot is no error."),
    ],
    init: None,
};

/// Bytes that end nowhere before their end.
fn text(thread: &Thread, value: &Value) -> Res<CString> {
    match value.as_bytes() {
        Some(bytes) => CString::new(bytes).map_err(|_| thread.value_error("embedded null byte")),
        None => Err(thread.type_error("bytes were expected")),
    }
}

fn texts(thread: &Thread, values: &Value) -> Res<Vec<CString>> {
    let mut texts = Vec::new();
    protocol::for_each(thread, values, &mut |value| {
        texts.push(text(thread, &value)?);
        Ok(true)
    })?;
    Ok(texts)
}

/// The number of a user or group (`what`); None for -1 and for what the system takes for it.
///
/// # Errors
/// OverflowError if the system cannot have such a number.
fn identity(thread: &Thread, value: &Value, what: &str) -> Res<Option<u32>> {
    let number = index(thread, value)?;
    match number.as_int().and_then(|int| int.to_i64()) {
        Some(-1) => Ok(None),
        // The bounds are confused, as in CPython.
        Some(number) => match u32::try_from(number) {
            Ok(number) => Ok(Some(number).filter(|number| *number != u32::MAX)),
            Err(_) => Err(thread.overflow_error(format!("{what} is less than minimum"))),
        },
        None => Err(thread.overflow_error(format!("{what} is greater than maximum"))),
    }
}

/// The number of one of several groups.
///
/// # Errors
/// ValueError if the system cannot have such a number.
fn group_number(thread: &Thread, value: &Value) -> Res<u32> {
    let number = index(thread, value)?;
    let number = number.as_int().and_then(|int| int.to_i64());
    let number = number.and_then(|number| u32::try_from(number).ok());
    number.ok_or_else(|| thread.value_error("invalid group id"))
}

fn fork_exec(thread: &Thread, args: &[Value]) -> Res {
    let truth = |i: usize| protocol::truth(thread, &args[i]);
    let (arguments, programs) = (texts(thread, &args[0])?, texts(thread, &args[1])?);
    let mut kept = Vec::new();
    protocol::for_each(thread, &args[3], &mut |value| {
        kept.push(c_int(thread, &value)?);
        Ok(true)
    })?;
    let folder = match args[4].is_none() {
        true => None,
        false => Some(text(thread, &args[4])?),
    };
    let environment = texts(thread, &args[5])?;
    let mut groups = None;
    if !args[13].is_none() {
        let mut numbers = Vec::new();
        protocol::for_each(thread, &args[13], &mut |value| {
            numbers.push(group_number(thread, &value)?);
            Ok(true)
        })?;
        groups = Some(numbers);
    }
    let plan = Spawn {
        programs: &programs,
        arguments: &arguments,
        environment: &environment,
        folder: folder.as_deref(),
        streams: [
            c_int(thread, &args[6])?,
            c_int(thread, &args[7])?,
            c_int(thread, &args[8])?,
        ],
        kept: &kept,
        closes_others: truth(2)?,
        restores_signals: truth(9)?,
        new_session: truth(10)?,
        process_group: c_int(thread, &args[11])?,
        group: identity(thread, &args[12], "gid")?,
        groups: groups.as_deref(),
        user: identity(thread, &args[14], "uid")?,
        umask: c_int(thread, &args[15])?,
    };
    let preparation = &args[16];
    if !preparation.is_none() && interpreter(thread).finalizing.load(Acquire) {
        let message = "preexec_fn not supported at interpreter shutdown";
        return Err(thread.error(Builtin::PythonFinalizationError, message));
    }
    let mut prepare = || match protocol::call_positional(thread, preparation, &[]) {
        Ok(_) => true,
        Err(raised) => {
            drop(thread.take_raised(raised));
            false
        }
    };
    let last: Option<&mut dyn FnMut() -> bool> = match preparation.is_none() {
        true => None,
        false => Some(&mut prepare),
    };
    let (pid, reader) = system::spawn(thread, &plan, last).map_err(|errno| error(thread, errno))?;
    let failure = blocking(thread, || system::read_failure(&reader))?;
    let (errno, stage) = match failure {
        None => (0, Value::NONE),
        Some((stage, errno)) => {
            // It ends now; who else may have waited for it does not matter.
            let wait = || rustix::process::waitpid(Pid::from_raw(pid), WaitOptions::empty());
            if let Err(raised) = blocking(thread, wait) {
                drop(thread.take_raised(raised));
            }
            let name = match stage {
                Stage::Setup => "setup",
                Stage::Folder => "chdir",
                Stage::Script => "preexec_fn",
                Stage::Execution => "exec",
            };
            (errno.raw_os_error(), Str::new_value(thread, name)?)
        }
    };
    Tuple::from_vec(
        thread,
        vec![
            thread.int(i64::from(pid))?,
            thread.int(i64::from(errno))?,
            stage,
        ],
    )
}

fn set_pipe_size(thread: &Thread, args: &[Value]) -> Res {
    let number = c_int(thread, &args[0])?;
    let size = usize::try_from(index_ssize(thread, &args[1])?).unwrap_or(0);
    let _ = system::descriptor(number).and_then(|fd| rustix::pipe::fcntl_setpipe_size(fd, size));
    Ok(Value::NONE)
}
