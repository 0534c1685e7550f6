//! `_thread`: starting threads, and the locks that `threading` is built of.
#![forbid(unsafe_code)]

mod handle;
mod local;
mod lock;
mod rlock;
mod waiting;

use super::signal::in_range;
use crate::object::class::CallArgs;
use crate::object::native::Beside;
use crate::object::{Builtin, Dict, NativeDef, Res, Thread, Value};
use crate::runtime::classes::{native_class, once};
use crate::runtime::module::ModuleDef;
use crate::runtime::protocol::convert::index;
use crate::runtime::state::{interpreter, state};
use crate::runtime::{native_thread, protocol, raise, report, signals, threads};
use crate::types::float::convert::real;
use crate::types::text::args::c_int;
use std::sync::atomic::Ordering::*;

/// The module.
pub static MODULE: ModuleDef = ModuleDef {
    name: "_thread",
    doc: "Threads and locks.",
    functions: &[
        NativeDef::function(
            "start_new_thread",
            "(function, args, kwargs=None, /)",
            start_new,
        )
        .doc(
            "Starts a thread that calls function(*args, **kwargs), and gives its\n\
            identifier.\n\n\
            What the function returns is dropped. An exception is reported, but for\n\
            SystemExit.",
        )
        .shown_as("($module, function, args, kwargs={}, /)"),
        NativeDef::function("start_new", "(function, args, kwargs=None, /)", start_new)
            .doc("The old name of start_new_thread().")
            .shown_as("($module, function, args, kwargs={}, /)"),
        NativeDef::function(
            "start_joinable_thread",
            "(function, handle=None, daemon=True)",
            handle::start_joinable,
        )
        .doc("Starts a thread that can be waited for, and gives its handle."),
        NativeDef::function("get_ident", "()", get_ident)
            .beside(Beside::PROTOCOLS)
            .doc(
                "A number other than 0 for the calling thread. It may be used again when the\n\
            thread has ended.",
            ),
        NativeDef::function("get_native_id", "()", get_native_id)
            .beside(Beside::PROTOCOLS)
            .doc("The system's number for the calling thread."),
        NativeDef::function("_get_main_thread_ident", "()", main_ident)
            .beside(Beside::PROTOCOLS)
            .doc("The identifier of the main thread."),
        NativeDef::function("_is_main_interpreter", "()", is_main_interpreter)
            .beside(Beside::PROTOCOLS)
            .doc("Whether the calling interpreter is the main one."),
        NativeDef::function("daemon_threads_allowed", "()", is_main_interpreter)
            .beside(Beside::PROTOCOLS)
            .doc("Whether the interpreter can have daemon threads."),
        NativeDef::function("_set_name", "(name, /)", set_name)
            .doc("Gives the calling thread a name, which statistics and traces show."),
        NativeDef::function("_count", "()", count)
            .doc("How many threads were started by this module and still run."),
        NativeDef::function("_shutdown", "()", shut_down)
            .doc("Waits for all threads that are no daemons."),
        waiting::FUNCTION,
        NativeDef::function("stack_size", "(size=0, /)", stack_size).doc(
            "The stack size in bytes of threads to come, and sets it if a size is given.\n\
            0 is the default size.",
        ),
        NativeDef::function("interrupt_main", "(signum=2, /)", interrupt_main)
            .doc("Lets a signal arrive in the main thread, by default that of Ctrl-C.")
            .shown_as("($module, signum=signal.SIGINT, /)"),
        NativeDef::function("exit", "()", exit).doc("Ends the thread by raising SystemExit."),
        NativeDef::function("exit_thread", "()", exit).doc("The old name of exit()."),
    ],
    init: Some(init),
};

/// Seconds that a wait may last: what fits into 64 bits of nanoseconds.
const TIMEOUT_MAX: f64 = 9_223_372_036.0;

fn init(thread: &Thread, dict: &Dict) -> Res<()> {
    let lock = native_class(thread, &lock::CLASS)?;
    let handle = once(thread, &handle::CLASS, native_class)?;
    for (name, value) in [
        ("lock", lock.clone()),
        ("LockType", lock.clone()),
        ("allocate_lock", lock.clone()),
        ("allocate", lock),
        ("RLock", native_class(thread, &rlock::CLASS)?),
        ("_local", native_class(thread, &local::CLASS)?),
        ("_make_thread_handle", handle.clone()),
        ("_ThreadHandle", handle),
        ("TIMEOUT_MAX", thread.float(TIMEOUT_MAX)?),
        ("error", Builtin::RuntimeError.class().clone()),
    ] {
        dict.set(thread, thread.intern(name.as_bytes())?, value)?;
    }
    Ok(())
}

/// The moment at which a timeout of so many seconds is over; None: never.
///
/// # Errors
/// TypeError if it is no number; ValueError or OverflowError if it is negative, not a number, or too long.
fn deadline(thread: &Thread, timeout: &Value) -> Res<Option<u64>> {
    let Some(seconds) = real(thread, timeout)? else {
        let class = thread.class_of(timeout).name_text();
        return Err(thread.type_error(format!(
            "'{class}' object cannot be interpreted as an integer"
        )));
    };
    if seconds.is_nan() {
        return Err(thread.value_error("Invalid value NaN (not a number)"));
    }
    if seconds > TIMEOUT_MAX {
        return Err(thread.overflow_error("timestamp out of range for platform time_t"));
    }
    let nanoseconds = (seconds.max(0.0) * 1e9).ceil() as u64;
    Ok(interpreter(thread).gil.now().checked_add(nanoseconds))
}

/// What the arguments of `acquire` mean.
enum Patience {
    /// Not to wait.
    None,
    /// To wait until then; None: as long as it takes.
    Until(Option<u64>),
}

impl Patience {
    fn of_arguments(thread: &Thread, blocking: &Value, timeout: &Value) -> Res<Patience> {
        let blocking = match blocking.bound() {
            Some(blocking) => protocol::truth(thread, blocking)?,
            None => true,
        };
        let seconds = match timeout.bound() {
            Some(timeout) => real(thread, timeout)?.unwrap_or(f64::NAN),
            None => -1.0,
        };
        if seconds == -1.0 {
            return Ok(match blocking {
                true => Patience::Until(None),
                false => Patience::None,
            });
        }
        if !blocking {
            return Err(thread.value_error("can't specify a timeout for a non-blocking call"));
        }
        if seconds < 0.0 {
            return Err(thread.value_error("timeout value must be a non-negative number"));
        }
        Ok(Patience::Until(deadline(thread, timeout)?))
    }
}

/// Runs what a thread was started for. SystemExit ends it quietly, other exceptions are reported.
fn run(thread: &Thread, function: &Value, args: CallArgs<'_>) {
    if let Err(raised) = protocol::call(thread, function, args) {
        thread.go_alone();
        let quiet = raise::raised_is(thread, Builtin::SystemExit);
        let exception = thread.take_raised(raised);
        if !quiet {
            report::unraisable_from(thread, &exception, "thread started by", function);
        }
    }
}

fn start_new(thread: &Thread, args: &[Value]) -> Res {
    let function = args[0].clone();
    if thread.class_of(&function).call().is_none() {
        return Err(thread.type_error("first arg must be callable"));
    }
    let Some(positional) = args[1].as_tuple() else {
        return Err(thread.type_error("2nd arg must be a tuple"));
    };
    let mut values = positional.to_vec();
    let mut names = Vec::new();
    if let Some(keywords) = args[2].bound() {
        let Some(keywords) = keywords.as_dict() else {
            return Err(thread.type_error("optional 3rd arg must be a dictionary"));
        };
        for (name, value) in keywords.items(thread) {
            names.push(name);
            values.push(value);
        }
    }
    let ident = threads::start(thread, None, false, move |thread| {
        let args = CallArgs {
            values: &values,
            names: &names,
        };
        run(thread, &function, args);
    })?;
    thread.int_from_usize(ident as usize)
}

fn get_ident(thread: &Thread, _: &[Value]) -> Res {
    thread.int_from_usize(threads::ident(thread) as usize)
}

fn get_native_id(thread: &Thread, _: &[Value]) -> Res {
    // In a replay it is a serial number, too.
    if interpreter(thread).gil.is_replay() {
        return get_ident(thread, &[]);
    }
    thread.int(native_thread::native_id())
}

/// The name under which statistics and traces show the thread.
fn set_name(thread: &Thread, args: &[Value]) -> Res {
    if let Some(name) = args[0].as_str_object() {
        state(thread).ticket.set_name(&name.to_text());
    }
    Ok(Value::NONE)
}

fn main_ident(thread: &Thread, _: &[Value]) -> Res {
    thread.int_from_usize(interpreter(thread).main_ident.load(Relaxed) as usize)
}

fn is_main_interpreter(_: &Thread, _: &[Value]) -> Res {
    Ok(Value::from_bool(true))
}

fn count(thread: &Thread, _: &[Value]) -> Res {
    thread.int_from_usize(interpreter(thread).threads.running())
}

fn shut_down(thread: &Thread, _: &[Value]) -> Res {
    threads::join_awaited(thread)?;
    Ok(Value::NONE)
}

/// The smallest stack that a thread may be given.
const LEAST_STACK: usize = 32 << 10;

fn stack_size(thread: &Thread, args: &[Value]) -> Res {
    let current = &interpreter(thread).threads.stack_size;
    let old = current.load(Relaxed);
    if let Some(size) = args[0].bound() {
        let size = index(thread, size)?;
        let size = size.as_int().and_then(|int| int.to_i64()).unwrap_or(-1);
        match usize::try_from(size) {
            Ok(0) => current.store(0, Relaxed),
            Ok(size) if (LEAST_STACK..=1 << 30).contains(&size) => current.store(size, Relaxed),
            Ok(size) => {
                return Err(thread.value_error(format!("size not valid: {size} bytes")));
            }
            Err(_) => return Err(thread.value_error("size must be 0 or a positive value")),
        }
    }
    thread.int_from_usize(old)
}

fn interrupt_main(thread: &Thread, args: &[Value]) -> Res {
    let signal = args[0]
        .bound()
        .map_or(Ok(libc::SIGINT), |signal| c_int(thread, signal))?;
    signals::pretend(thread, in_range(thread, signal)?)?;
    Ok(Value::NONE)
}

fn exit(thread: &Thread, _: &[Value]) -> Res {
    let made = protocol::call_positional(thread, Builtin::SystemExit.class(), &[]);
    Err(raise::raise_made(thread, made))
}
