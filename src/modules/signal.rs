//! `_signal`: handlers, timers and masks of signals. The module `signal` adds the enumerations. How a signal comes to its handler is `runtime::signals`.
#![forbid(unsafe_code)]

use super::posix::call::{error, sent, set_of, uninterrupted};
use crate::base::error::system_message;
use crate::object::class::class_flag::BASE;
use crate::object::{Builtin, Dict, NativeDef, Raised, Res, Str, Thread, Tuple, Value};
use crate::runtime::classes::{ClassDef, native_class, once};
use crate::runtime::function::BuiltinFunction;
use crate::runtime::gil::{self, Reason};
use crate::runtime::module::{ModuleDef, set_numbers};
use crate::runtime::protocol::convert::index;
use crate::runtime::raise::raise_made;
use crate::runtime::signals::{self, Action, COUNT};
use crate::runtime::state::interpreter;
use crate::runtime::system::{self, SignalFacts};
use crate::runtime::{clock, protocol, safepoint};
use crate::struct_sequence;
use crate::types::float::convert::real;
use crate::types::struct_sequence::{class, instance};
use crate::types::text::args::c_int;
use rustix::io::Errno;

/// The module.
pub static MODULE: ModuleDef = ModuleDef {
    name: "_signal",
    doc: "Signals of the operating system. The module signal has them all.",
    functions: &[
        NativeDef::function("signal", "(signalnum, handler, /)", signal).doc(
            "Sets what happens when a signal comes: SIG_DFL, SIG_IGN, or a function that is\n\
            called with the signal's number and the interrupted frame. Returns what happened\n\
            before. Only the main thread can do this.",
        ),
        NativeDef::function("getsignal", "(signalnum, /)", getsignal).doc(
            "What happens when a signal comes; None if code outside of the program handles it.",
        ),
        NativeDef::function("_stays_interrupt", "()", stays_interrupt)
            .doc("Has the handler of SIGINT count as the default one."),
        NativeDef::function(
            "default_int_handler",
            "(signalnum, frame, /)",
            default_int_handler,
        )
        .doc("What Ctrl-C calls by default: raises KeyboardInterrupt."),
        NativeDef::function("raise_signal", "(signalnum, /)", raise_signal)
            .doc("Sends a signal to this process."),
        NativeDef::function("alarm", "(seconds, /)", alarm)
            .doc("Asks for SIGALRM after so many seconds. Returns how many were left before."),
        NativeDef::function("setitimer", "(which, seconds, interval=0.0, /)", setitimer).doc(
            "Sets a timer to go off after so many seconds, and then at intervals. Returns what\n\
            it was set to.",
        ),
        NativeDef::function("getitimer", "(which, /)", getitimer)
            .doc("What a timer is set to: (seconds until it goes off, the interval)."),
        NativeDef::function("pause", "()", pause).doc("Waits until a signal has been handled."),
        NativeDef::function(
            "set_wakeup_fd",
            "(fd, /, *, warn_on_full_buffer=True)",
            set_wakeup_fd,
        )
        .doc(
            "Sets a descriptor to which the number of each signal is written as a byte; -1:\n\
            none. Returns the one before.",
        ),
        NativeDef::function("siginterrupt", "(signalnum, flag, /)", siginterrupt)
            .doc("Sets whether calls of the system fail when a signal interrupts them."),
        NativeDef::function("strsignal", "(signalnum, /)", strsignal)
            .doc("What the system calls a signal; None if there is no such signal."),
        NativeDef::function("valid_signals", "()", valid_signals)
            .doc("The numbers of all signals, as a set."),
        NativeDef::function("pthread_kill", "(thread_id, signalnum, /)", pthread_kill)
            .doc("Sends a signal to a thread of this process."),
        NativeDef::function("pthread_sigmask", "(how, mask, /)", pthread_sigmask)
            .doc("Changes which signals this thread puts off. Returns which it did before."),
        NativeDef::function("sigpending", "()", sigpending)
            .doc("The signals that have come and are put off, as a set."),
        NativeDef::function("sigwait", "(sigset, /)", sigwait)
            .doc("Takes one of the signals when it comes. Returns its number."),
        NativeDef::function("sigwaitinfo", "(sigset, /)", sigwaitinfo)
            .doc("Takes one of the signals when it comes. Returns what the system tells of it."),
        NativeDef::function("sigtimedwait", "(sigset, timeout, /)", sigtimedwait)
            .doc("As sigwaitinfo(), but returns None after so many seconds."),
        NativeDef::function(
            "pidfd_send_signal",
            "(pidfd, signalnum, siginfo=None, flags=0, /)",
            pidfd_send_signal,
        )
        .doc("Sends a signal to the process that a descriptor stands for."),
    ],
    init: Some(init),
};

const NUMBERS: &[(&str, i32)] = &[
    ("SIGHUP", libc::SIGHUP),
    ("SIGINT", libc::SIGINT),
    ("SIGQUIT", libc::SIGQUIT),
    ("SIGILL", libc::SIGILL),
    ("SIGTRAP", libc::SIGTRAP),
    ("SIGABRT", libc::SIGABRT),
    ("SIGIOT", libc::SIGIOT),
    ("SIGBUS", libc::SIGBUS),
    ("SIGFPE", libc::SIGFPE),
    ("SIGKILL", libc::SIGKILL),
    ("SIGUSR1", libc::SIGUSR1),
    ("SIGSEGV", libc::SIGSEGV),
    ("SIGUSR2", libc::SIGUSR2),
    ("SIGPIPE", libc::SIGPIPE),
    ("SIGALRM", libc::SIGALRM),
    ("SIGTERM", libc::SIGTERM),
    ("SIGSTKFLT", libc::SIGSTKFLT),
    ("SIGCHLD", libc::SIGCHLD),
    ("SIGCLD", libc::SIGCHLD),
    ("SIGCONT", libc::SIGCONT),
    ("SIGSTOP", libc::SIGSTOP),
    ("SIGTSTP", libc::SIGTSTP),
    ("SIGTTIN", libc::SIGTTIN),
    ("SIGTTOU", libc::SIGTTOU),
    ("SIGURG", libc::SIGURG),
    ("SIGXCPU", libc::SIGXCPU),
    ("SIGXFSZ", libc::SIGXFSZ),
    ("SIGVTALRM", libc::SIGVTALRM),
    ("SIGPROF", libc::SIGPROF),
    ("SIGWINCH", libc::SIGWINCH),
    ("SIGIO", libc::SIGIO),
    ("SIGPOLL", libc::SIGPOLL),
    ("SIGPWR", libc::SIGPWR),
    ("SIGSYS", libc::SIGSYS),
    ("SIG_DFL", 0),
    ("SIG_IGN", 1),
    ("SIG_BLOCK", libc::SIG_BLOCK),
    ("SIG_UNBLOCK", libc::SIG_UNBLOCK),
    ("SIG_SETMASK", libc::SIG_SETMASK),
    ("ITIMER_REAL", 0),
    ("ITIMER_VIRTUAL", 1),
    ("ITIMER_PROF", 2),
    ("NSIG", COUNT),
];

static SIGINFO: ClassDef = struct_sequence!("signal.struct_siginfo", "What the system tells of a signal.", BASE, [
    0 "si_signo" "The signal's number.",
    1 "si_code" "Why it was sent.",
    2 "si_errno" "The errno that goes with it.",
    3 "si_pid" "The process that sent it.",
    4 "si_uid" "The real user of that process.",
    5 "si_status" "The exit code or signal of a child.",
    6 "si_band" "The event of a descriptor.",
]);

static TIMER_ERROR: ClassDef = ClassDef {
    class: Builtin::OSError,
    name: "signal.itimer_error",
    doc: "A timer could not be set or read.",
    flags: BASE,
    ..ClassDef::DEFAULT
};

fn init(thread: &Thread, dict: &Dict) -> Res<()> {
    let set = |name: &str, value: Value| dict.set(thread, thread.intern(name.as_bytes())?, value);
    set_numbers(thread, dict, NUMBERS)?;
    set("SIGRTMIN", Value::from_i32(libc::SIGRTMIN()))?;
    set("SIGRTMAX", Value::from_i32(libc::SIGRTMAX()))?;
    set("struct_siginfo", class(thread, &SIGINFO)?)?;
    set("ItimerError", once(thread, &TIMER_ERROR, native_class)?)?;
    let default = dict.get_str(thread, &thread.intern(b"default_int_handler")?);
    let known = &interpreter(thread).signal_handlers;
    if known.load().is_some() {
        return Ok(());
    }
    let table = Dict::new_value(thread)?;
    if let (Some(handlers), Some(default)) = (table.as_dict(), default) {
        for signal in 1..COUNT {
            let handler = match signals::action(signal) {
                Some(Action::Default) => Value::from_i32(0),
                Some(Action::Ignore) => Value::from_i32(1),
                Some(Action::Note) if signal == libc::SIGINT => default.clone(),
                _ => Value::NONE,
            };
            handlers.set(thread, Value::from_i32(signal), handler)?;
        }
    }
    known.set(table);
    Ok(())
}

/// A number, if one of a signal.
///
/// # Errors
/// ValueError
pub fn in_range(thread: &Thread, number: i32) -> Res<i32> {
    if (1..COUNT).contains(&number) {
        Ok(number)
    } else {
        Err(thread.value_error("signal number out of range"))
    }
}

fn only_main(thread: &Thread, function: &str) -> Res<()> {
    if signals::claim(thread) {
        return Ok(());
    }
    Err(thread.value_error(format!(
        "{function} only works in main thread of the main interpreter"
    )))
}

fn is_default_interrupt(handler: &Value) -> bool {
    handler
        .payload::<BuiltinFunction>()
        .is_some_and(|function| function.def.name == "default_int_handler")
}

fn signal(thread: &Thread, args: &[Value]) -> Res {
    let given = c_int(thread, &args[0])?;
    only_main(thread, "signal")?;
    let signal = in_range(thread, given)?;
    let handler = &args[1];
    let plain = handler
        .as_small_int()
        .filter(|_| handler.is_exact(Builtin::Int));
    let is_code = thread.class_of(handler).call().is_some();
    if !matches!(plain, Some(0 | 1)) && !is_code {
        return Err(thread.type_error(
            "signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object",
        ));
    }
    safepoint::poll(thread)?;
    let done = match plain {
        Some(number) => signals::uninstall(signal, number == 1),
        None => signals::install(signal),
    };
    done.map_err(|errno| error(thread, errno))?;
    if signal == libc::SIGINT && is_default_interrupt(handler) {
        signals::interrupt_by_default();
    }
    let table = interpreter(thread).signal_handlers.load();
    let Some(handlers) = table.as_ref().and_then(Value::as_dict) else {
        return Ok(Value::NONE);
    };
    let key = Value::from_i32(signal);
    let before = handlers.get(thread, &key)?;
    handlers.set(thread, key, handler.clone())?;
    count_handlers(thread, handlers, None);
    Ok(before.unwrap_or(Value::NONE))
}

/// Notes whether the script has handlers of its own, but for one signal if it is named.
fn count_handlers(thread: &Thread, handlers: &Dict, but_for: Option<i32>) {
    let but_for = but_for.map(Value::from_i32);
    let has_own = handlers.items(thread).iter().any(|(signal, handler)| {
        let counts = but_for.as_ref().is_none_or(|other| !other.is(signal));
        counts && thread.class_of(handler).call().is_some() && !is_default_interrupt(handler)
    });
    interpreter(thread).gil.set_has_handlers(has_own);
}

/// The handler of SIGINT is the library's, and raises KeyboardInterrupt in the end.
fn stays_interrupt(thread: &Thread, _: &[Value]) -> Res {
    signals::interrupt_by_default();
    let table = interpreter(thread).signal_handlers.load();
    if let Some(handlers) = table.as_ref().and_then(Value::as_dict) {
        count_handlers(thread, handlers, Some(libc::SIGINT));
    }
    Ok(Value::NONE)
}

fn getsignal(thread: &Thread, args: &[Value]) -> Res {
    let signal = in_range(thread, c_int(thread, &args[0])?)?;
    Ok(signals::handler(thread, signal)?.unwrap_or(Value::NONE))
}

fn default_int_handler(thread: &Thread, args: &[Value]) -> Res {
    c_int(thread, &args[0])?;
    Err(thread.error(Builtin::KeyboardInterrupt, ""))
}

fn raise_signal(thread: &Thread, args: &[Value]) -> Res {
    let signal = c_int(thread, &args[0])?;
    sent(thread, system::raise_signal(signal))
}

fn alarm(thread: &Thread, args: &[Value]) -> Res {
    let seconds = c_int(thread, &args[0])?;
    thread.int(i64::from(system::alarm(seconds as u32)))
}

#[cold]
fn timer_error(thread: &Thread, errno: Errno) -> Raised {
    let make = || -> Res {
        let code = errno.raw_os_error();
        let arguments = [
            Value::from_i32(code),
            Str::new_value(thread, &system_message(code))?,
        ];
        let class = once(thread, &TIMER_ERROR, native_class)?;
        protocol::call_positional(thread, &class, &arguments)
    };
    raise_made(thread, make())
}

fn seconds(thread: &Thread, value: &Value) -> Res<f64> {
    real(thread, value)?.ok_or_else(|| {
        let class = thread.class_of(value).name_text();
        thread.type_error(format!(
            "'{class}' object cannot be interpreted as an integer"
        ))
    })
}

/// A span as timers take it, rounded up so that no span but 0 means never.
fn timeval(thread: &Thread, value: &Value) -> Res<libc::timeval> {
    let seconds = seconds(thread, value)?;
    if seconds.is_nan() {
        return Err(thread.value_error("Invalid value NaN (not a number)"));
    }
    if seconds.abs() >= 9.2e12 {
        return Err(thread.overflow_error("timestamp out of range for platform time_t"));
    }
    let microseconds = (seconds * 1e6).ceil() as i64;
    Ok(libc::timeval {
        tv_sec: microseconds.div_euclid(1_000_000),
        tv_usec: microseconds.rem_euclid(1_000_000),
    })
}

fn setting(thread: &Thread, answer: Result<[libc::timeval; 2], Errno>) -> Res {
    let [value, interval] = answer.map_err(|errno| timer_error(thread, errno))?;
    let seconds =
        |time: libc::timeval| thread.float(time.tv_sec as f64 + time.tv_usec as f64 / 1e6);
    Tuple::pair(thread, seconds(value)?, seconds(interval)?)
}

fn setitimer(thread: &Thread, args: &[Value]) -> Res {
    let which = c_int(thread, &args[0])?;
    let value = timeval(thread, &args[1])?;
    let interval = match args[2].bound() {
        Some(interval) => timeval(thread, interval)?,
        None => libc::timeval {
            tv_sec: 0,
            tv_usec: 0,
        },
    };
    setting(thread, system::set_timer(which, [value, interval]))
}

fn getitimer(thread: &Thread, args: &[Value]) -> Res {
    let which = c_int(thread, &args[0])?;
    setting(thread, system::timer(which))
}

fn pause(thread: &Thread, _: &[Value]) -> Res {
    let before = signals::arrived();
    while signals::arrived() == before {
        // A signal that comes just before a sleep would go unnoticed in it, so the sleeps are short.
        let nap = rustix::event::Timespec {
            tv_sec: 0,
            tv_nsec: gil::NAP.as_nanos() as i64,
        };
        let _ = gil::blocking(thread, Reason::Sleep, || {
            rustix::event::poll(&mut [], Some(&nap))
        });
    }
    safepoint::poll(thread)?;
    Ok(Value::NONE)
}

fn set_wakeup_fd(thread: &Thread, args: &[Value]) -> Res {
    let descriptor = c_int(thread, &args[0])?;
    let warns = match args[1].bound() {
        Some(flag) => protocol::truth(thread, flag)?,
        None => true,
    };
    only_main(thread, "set_wakeup_fd")?;
    if descriptor != -1 {
        let flags = system::descriptor(descriptor).and_then(rustix::fs::fcntl_getfl);
        let flags = flags.map_err(|errno| error(thread, errno))?;
        if !flags.contains(rustix::fs::OFlags::NONBLOCK) {
            return Err(
                thread.value_error(format!("the fd {descriptor} must be in non-blocking mode"))
            );
        }
    }
    thread.int(i64::from(signals::set_wakeup(descriptor, warns)))
}

fn siginterrupt(thread: &Thread, args: &[Value]) -> Res {
    let signal = c_int(thread, &args[0])?;
    let flag = c_int(thread, &args[1])?;
    let signal = in_range(thread, signal)?;
    let done = signals::set_interrupting(signal, flag != 0);
    done.map_err(|errno| error(thread, errno))?;
    Ok(Value::NONE)
}

fn strsignal(thread: &Thread, args: &[Value]) -> Res {
    let signal = in_range(thread, c_int(thread, &args[0])?)?;
    match system::signal_name(signal) {
        Some(text) if !text.starts_with("Unknown signal") => Str::new_value(thread, &text),
        _ => Ok(Value::NONE),
    }
}

/// A set of the numbers whose bits are set.
fn as_set(thread: &Thread, signals: u64) -> Res {
    let has = |number: &usize| signals & (1 << (number - 1)) != 0;
    set_of(thread, (1..COUNT as usize).filter(has))
}

/// The bits of the signals in an iterable.
///
/// # Errors
/// TypeError, ValueError, and what the iteration raises.
pub fn bits(thread: &Thread, signals: &Value) -> Res<u64> {
    let mut bits = 0;
    protocol::for_each(thread, signals, &mut |signal| {
        let signal = index(thread, &signal)?;
        match signal.as_int().and_then(|int| int.to_i64()) {
            Some(number @ 1..=64) => bits |= 1 << (number - 1),
            number => {
                // Of any size: all that is too large is out of range alike.
                let number = number.unwrap_or(-1);
                return Err(thread.value_error(format!(
                    "signal number {number} out of range [1; {}]",
                    COUNT - 1
                )));
            }
        }
        Ok(true)
    })?;
    Ok(bits)
}

fn valid_signals(thread: &Thread, _: &[Value]) -> Res {
    as_set(thread, system::valid_signals())
}

fn pthread_kill(thread: &Thread, args: &[Value]) -> Res {
    let name = index(thread, &args[0])?;
    let name = name.as_int().and_then(|int| int.to_i64()).unwrap_or(0) as u64;
    let signal = c_int(thread, &args[1])?;
    let known = native_id(thread, name);
    let done = known.map_or(Err(Errno::SRCH), |id| system::signal_thread(id, signal));
    sent(thread, done)
}

/// What the system calls the thread of this interpreter that scripts know by this name. A name that is none of a living thread's is never given to the
/// system, for which it would be an address.
fn native_id(thread: &Thread, name: u64) -> Option<i64> {
    let gil = &interpreter(thread).gil;
    // A thread that has just been started may not have told its name yet.
    for _ in 0..1000 {
        let living = gil.census.living();
        let reports: Vec<_> = living.iter().map(|ticket| ticket.report(0)).collect();
        let known = reports.iter().find(|report| match gil.is_replay() {
            true => report.number + 1 == name,
            false => report.ident == name,
        });
        match known {
            Some(report) if report.native_id != 0 => return Some(report.native_id),
            None if reports.iter().all(|report| report.native_id != 0) => return None,
            _ => gil::blocking(thread, Reason::Sleep, || {
                std::thread::sleep(std::time::Duration::from_millis(1));
            }),
        }
    }
    None
}

fn pthread_sigmask(thread: &Thread, args: &[Value]) -> Res {
    let how = c_int(thread, &args[0])?;
    let signals = bits(thread, &args[1])?;
    let before = system::mask_signals(how, signals);
    let before = before.map_err(|errno| error(thread, errno))?;
    safepoint::poll(thread)?;
    as_set(thread, before)
}

fn sigpending(thread: &Thread, _: &[Value]) -> Res {
    let pending = system::pending_signals();
    as_set(thread, pending.map_err(|errno| error(thread, errno))?)
}

/// Takes one of the signals; None when none has come until the deadline.
fn take(thread: &Thread, signals: u64, deadline: Option<u64>) -> Res<Option<SignalFacts>> {
    loop {
        let left = deadline.map(|deadline| deadline.saturating_sub(clock::monotonic()));
        // Another signal that comes just before the call would go unnoticed in it, so the calls are short.
        let longest = gil::NAP.as_nanos() as u64;
        let nap = left.map_or(longest, |left| left.min(longest));
        match uninterrupted(thread, || system::take_signal(signals, nap))? {
            Ok(facts) => return Ok(Some(facts)),
            Err(Errno::AGAIN) if left == Some(nap) => return Ok(None),
            Err(Errno::AGAIN) => safepoint::poll(thread)?,
            Err(errno) => return Err(error(thread, errno)),
        }
    }
}

fn sigwait(thread: &Thread, args: &[Value]) -> Res {
    let signals = bits(thread, &args[0])?;
    let facts = take(thread, signals, None)?;
    thread.int(facts.map_or(0, |facts| i64::from(facts.head[0])))
}

fn described(thread: &Thread, facts: Option<SignalFacts>) -> Res {
    let Some(facts) = facts else {
        return Ok(Value::NONE);
    };
    let head = facts.head.iter().map(|n| i64::from(*n));
    let numbers = head.chain(facts.sender).chain([facts.band]);
    let items = numbers.map(|n| thread.int(n)).collect::<Res<Vec<_>>>()?;
    instance(thread, &class(thread, &SIGINFO)?, &items)
}

fn sigwaitinfo(thread: &Thread, args: &[Value]) -> Res {
    let signals = bits(thread, &args[0])?;
    let facts = take(thread, signals, None)?;
    described(thread, facts)
}

fn sigtimedwait(thread: &Thread, args: &[Value]) -> Res {
    let signals = bits(thread, &args[0])?;
    let timeout = seconds(thread, &args[1])?;
    if timeout.is_nan() {
        return Err(thread.value_error("Invalid value NaN (not a number)"));
    }
    if timeout < 0.0 {
        return Err(thread.value_error("timeout must be non-negative"));
    }
    let nanoseconds = (timeout * 1e9).ceil() as u64;
    let deadline = clock::monotonic().checked_add(nanoseconds);
    let facts = take(thread, signals, deadline)?;
    described(thread, facts)
}

fn pidfd_send_signal(thread: &Thread, args: &[Value]) -> Res {
    let (process, signal) = (c_int(thread, &args[0])?, c_int(thread, &args[1])?);
    if args[2].bound().is_some_and(|info| !info.is_none()) {
        return Err(thread.type_error("siginfo must be None"));
    }
    let flags = args[3]
        .bound()
        .map_or(Ok(0), |flags| c_int(thread, flags))?;
    sent(
        thread,
        system::signal_descriptor(process, signal, flags as u32),
    )
}
