//! Signals: what the system delivers is noted and served by the main thread at its next safepoint.
//!
//! The system calls [`note`] in any thread, between any two machine instructions; so it only touches atomics, reads a clock and writes to a
//! descriptor. It notes the number and sets a bit in the eval breaker of the main thread of the one interpreter that the process's signals belong to,
//! where [`serve`] calls the script's handlers. A host's process has none of this until a script asks for a handler, or the command for Ctrl-C; what was
//! there before is put back when the interpreter ends.
//!
//! A second Ctrl-C soon after the first, or while the first has not been served yet, also asks for the places where all threads are, unless the script
//! has a handler of its own.
//!
//! **Invariant**: [`TARGET`] is null or leads into a living thread state. A state that goes takes itself out and then waits until no handler is running.

use super::gil::Input;
use super::state::{ThreadState, interpreter, state};
use super::{frame_object, protocol, report};
use crate::base::error::system_message;
use crate::base::sync::Mutex;
use crate::base::sync::atomic::{
    AtomicBool, AtomicI32, AtomicI64, AtomicPtr, AtomicU32, AtomicU64, AtomicUsize, Ordering::*,
};
use crate::object::breaker;
use crate::object::{Builtin, Res, Thread, Value};
use rustix::io::Errno;

/// One more than the highest number of a signal.
pub const COUNT: i32 = 65;

/// The eval breaker that a signal writes to; null while no interpreter wants signals.
static TARGET: AtomicPtr<AtomicU32> = AtomicPtr::new(std::ptr::null_mut());
/// Handlers that are running, and may hold what they have read of `TARGET`.
static RUNNING: AtomicUsize = AtomicUsize::new(0);
/// Signals that have come and are not served yet: bit `n - 1` for number `n`.
static PENDING: AtomicU64 = AtomicU64::new(0);
/// How many signals have come.
static ARRIVED: AtomicU64 = AtomicU64::new(0);
/// When the last SIGINT came, in seconds of the monotonic clock.
static LAST: AtomicI64 = AtomicI64::new(i64::MIN);
/// SIGINT raises KeyboardInterrupt.
static INTERRUPTS: AtomicBool = AtomicBool::new(false);
/// The descriptor to which numbers of signals are written; negative: none.
static WAKEUP: AtomicI32 = AtomicI32::new(-1);
/// Whether a full pipe behind it is worth a warning.
static WARNS_WHEN_FULL: AtomicBool = AtomicBool::new(true);
/// The errno of the last such write that failed; 0: none.
static WAKEUP_ERROR: AtomicI32 = AtomicI32::new(0);
/// What the process did about signals before their first handler was installed.
static BEFORE: Mutex<Vec<(i32, libc::sigaction)>> = Mutex::new(Vec::new());

/// Seconds within which a second Ctrl-C asks where the threads are.
const SOON: i64 = 3;

/// What the system calls.
extern "C" fn note(signal: libc::c_int) {
    // SAFETY: the address is the thread's own errno, which the interrupted code may be about to read.
    let errno = unsafe { libc::__errno_location() };
    // SAFETY: as above.
    let saved = unsafe { *errno };
    let mut bits = breaker::SIGNAL;
    if signal == libc::SIGINT {
        let mut now = libc::timespec {
            tv_sec: 0,
            tv_nsec: 0,
        };
        // SAFETY: `clock_gettime` is async-signal-safe and fills the structure.
        unsafe { libc::clock_gettime(libc::CLOCK_MONOTONIC, &raw mut now) };
        let last = LAST.swap(now.tv_sec, AcqRel);
        let again = PENDING.load(Acquire) & bit(signal) != 0;
        if INTERRUPTS.load(Acquire) && (again || now.tv_sec.saturating_sub(last) <= SOON) {
            bits |= breaker::SHOW_THREADS;
        }
    }
    trip(signal, bits);
    let wakeup = WAKEUP.load(Acquire);
    if wakeup >= 0 {
        let number = signal as u8;
        // SAFETY: `write` is async-signal-safe; the byte lives until it returns.
        let written = unsafe { libc::write(wakeup, (&raw const number).cast(), 1) };
        if written < 0 {
            // SAFETY: as above.
            WAKEUP_ERROR.store(unsafe { *errno }, Release);
        }
    }
    // SAFETY: as above.
    unsafe { *errno = saved };
}

fn bit(signal: i32) -> u64 {
    1 << (signal - 1)
}

/// Notes a signal, and tells the main thread. Touches atomics alone.
fn trip(signal: i32, bits: u32) {
    PENDING.fetch_or(bit(signal), SeqCst);
    ARRIVED.fetch_add(1, SeqCst);
    RUNNING.fetch_add(1, SeqCst);
    let target = TARGET.load(SeqCst);
    if !target.is_null() {
        // SAFETY: by the module's invariant; `RUNNING` says that this is going on.
        unsafe { (*target).fetch_or(bits, SeqCst) };
    }
    RUNNING.fetch_sub(1, SeqCst);
}

/// What a script has handle a signal; None if there is no such signal.
///
/// # Errors
/// MemoryError
pub fn handler(thread: &Thread, signal: i32) -> Res<Option<Value>> {
    let table = interpreter(thread).signal_handlers.load();
    match table.as_ref().and_then(Value::as_dict) {
        Some(handlers) => handlers.get(thread, &Value::from_i32(signal)),
        None => Ok(None),
    }
}

/// Does what a signal does, as far as the main thread is concerned; nothing if the script does not handle it.
///
/// # Errors
/// MemoryError
pub fn pretend(thread: &Thread, signal: i32) -> Res<()> {
    let is_handled = match handler(thread, signal)? {
        Some(handler) => thread.class_of(&handler).call().is_some(),
        None => signal == libc::SIGINT,
    };
    if is_handled && !TARGET.load(SeqCst).is_null() {
        trip(signal, breaker::SIGNAL);
    }
    Ok(())
}

/// How many signals have come to handlers so far.
pub fn arrived() -> u64 {
    ARRIVED.load(SeqCst)
}

/// Directs signals to `state`, whoever had them, and lets SIGINT raise KeyboardInterrupt unless the process ignores it, or the script has decided already.
/// A file that grows beyond its limit is an error of that write alone, and no signal.
pub fn interrupts(state: &ThreadState) {
    TARGET.store(breaker_of(state), SeqCst);
    let is_open = state.interpreter.signal_handlers.load().is_none();
    let is_default = action(libc::SIGINT) == Some(Action::Default);
    if is_open && is_default && install(libc::SIGINT).is_ok() {
        INTERRUPTS.store(true, Release);
    }
    if is_open && action(libc::SIGXFSZ) == Some(Action::Default) {
        let _ = uninstall(libc::SIGXFSZ, true);
    }
}

/// Whether signals go to the main thread of the calling thread's interpreter, or can from now on, and this is that thread.
pub fn claim(thread: &Thread) -> bool {
    let state = state(thread);
    let own = breaker_of(state);
    state.is_main.get()
        && match TARGET.compare_exchange(std::ptr::null_mut(), own, SeqCst, SeqCst) {
            Ok(_) => true,
            Err(other) => other == own,
        }
}

/// Whether signals go to this thread.
fn is_target(thread: &Thread) -> bool {
    TARGET.load(SeqCst) == breaker_of(state(thread))
}

fn breaker_of(state: &ThreadState) -> *mut AtomicU32 {
    (&raw const state.core.breaker).cast_mut()
}

/// Signals do not go to `state` any more, if they did: the interpreter ends, or the state goes. The process does again what it did before the script
/// asked for handlers.
pub fn forget(state: &ThreadState) {
    let own = breaker_of(state);
    if TARGET.load(SeqCst) != own {
        return;
    }
    WAKEUP.store(-1, SeqCst);
    INTERRUPTS.store(false, SeqCst);
    for (signal, action) in BEFORE.lock().drain(..) {
        // SAFETY: the action was there before.
        unsafe { libc::sigaction(signal, &raw const action, std::ptr::null_mut()) };
    }
    let _ = TARGET.compare_exchange(own, std::ptr::null_mut(), SeqCst, SeqCst);
    while RUNNING.load(SeqCst) > 0 {
        crate::base::sync::yield_now();
    }
    PENDING.store(0, SeqCst);
}

/// In the copy of a process: what came to the original is not served here, and signals go to the thread that made the copy.
pub fn after_fork(state: &ThreadState) {
    PENDING.store(0, SeqCst);
    RUNNING.store(0, SeqCst);
    if !TARGET.load(SeqCst).is_null() {
        TARGET.store(breaker_of(state), SeqCst);
    }
}

/// In the copy of a process that is to execute another program: nothing that comes is served, or told of to the original. Async-signal-safe.
pub fn leave_to_parent() {
    WAKEUP.store(-1, SeqCst);
    TARGET.store(std::ptr::null_mut(), SeqCst);
}

/// What the process does about a signal.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Action {
    /// What the system does by itself.
    Default,
    /// Nothing.
    Ignore,
    /// It is noted for the script.
    Note,
    /// Code of the host handles it.
    Foreign,
}

/// What the process does about a signal; None if there is none of this number.
pub fn action(signal: i32) -> Option<Action> {
    let action = system_action(signal)?;
    Some(match action.sa_sigaction {
        libc::SIG_DFL => Action::Default,
        libc::SIG_IGN => Action::Ignore,
        handler if handler == note as *const () as usize => Action::Note,
        _ => Action::Foreign,
    })
}

fn system_action(signal: i32) -> Option<libc::sigaction> {
    // SAFETY: the structure is plain data, which the call fills when it answers 0.
    unsafe {
        let mut action = std::mem::zeroed::<libc::sigaction>();
        (libc::sigaction(signal, std::ptr::null(), &raw mut action) == 0).then_some(action)
    }
}

/// Has a signal noted from now on.
///
/// # Errors
/// EINVAL for a number that stands for no signal, or for one that cannot be handled.
pub fn install(signal: i32) -> Result<(), Errno> {
    set(signal, note as *const () as usize)
}

/// Lets the system do with a signal what it does by itself, or nothing.
///
/// # Errors
/// As those of [`install`].
pub fn uninstall(signal: i32, ignore: bool) -> Result<(), Errno> {
    set(signal, if ignore { libc::SIG_IGN } else { libc::SIG_DFL })
}

/// Leaves faults to the system, which ends the process: Rust's own handlers, which tell of a native stack's overflow, swallow the first such signal that
/// a program sends itself. For a process that is the interpreter's own.
pub fn faults_end_the_process() {
    for signal in [libc::SIGSEGV, libc::SIGBUS] {
        // Were it refused, all would be as it is.
        let _ = uninstall(signal, false);
    }
}

fn set(signal: i32, handler: usize) -> Result<(), Errno> {
    let before = system_action(signal).ok_or(Errno::INVAL)?;
    // SAFETY: installs the system's own actions, or a handler that is async-signal-safe.
    let answer = unsafe {
        let mut action = std::mem::zeroed::<libc::sigaction>();
        action.sa_sigaction = handler;
        action.sa_flags = libc::SA_ONSTACK;
        libc::sigemptyset(&raw mut action.sa_mask);
        libc::sigaction(signal, &raw const action, std::ptr::null_mut())
    };
    if answer != 0 {
        return Err(last_error());
    }
    let mut known = BEFORE.lock();
    if !known.iter().any(|(other, _)| *other == signal) {
        known.push((signal, before));
    }
    if signal == libc::SIGINT {
        INTERRUPTS.store(false, Release);
    }
    Ok(())
}

/// Lets SIGINT count as a Ctrl-C that nobody but KeyboardInterrupt handles.
pub fn interrupt_by_default() {
    INTERRUPTS.store(true, Release);
}

/// Whether calls that a signal interrupts fail with EINTR rather than go on by themselves.
///
/// # Errors
/// EINVAL
pub fn set_interrupting(signal: i32, interrupting: bool) -> Result<(), Errno> {
    let mut action = system_action(signal).ok_or(Errno::INVAL)?;
    if interrupting {
        action.sa_flags &= !libc::SA_RESTART;
    } else {
        action.sa_flags |= libc::SA_RESTART;
    }
    // SAFETY: the action is the one that is there, but for this flag.
    match unsafe { libc::sigaction(signal, &raw const action, std::ptr::null_mut()) } {
        0 => Ok(()),
        _ => Err(last_error()),
    }
}

fn last_error() -> Errno {
    let code = std::io::Error::last_os_error().raw_os_error();
    Errno::from_raw_os_error(code.unwrap_or(libc::EIO))
}

/// Sets the descriptor to which the number of each signal is written as a byte, and whether it is worth a warning that it is full; the one before.
pub fn set_wakeup(descriptor: i32, warns_when_full: bool) -> i32 {
    WARNS_WHEN_FULL.store(warns_when_full, Release);
    WAKEUP.swap(descriptor, AcqRel)
}

/// Calls the handlers of the signals that have come. When one raises, the rest waits for the next safepoint.
///
/// # Errors
/// KeyboardInterrupt, and what the handlers raise.
#[cold]
pub fn serve(thread: &Thread) -> Res<()> {
    if !is_target(thread) {
        return Ok(());
    }
    report_wakeup_error(thread)?;
    loop {
        let pending = PENDING.load(SeqCst);
        if pending == 0 {
            return Ok(());
        }
        let signal = pending.trailing_zeros() as i32 + 1;
        if PENDING.fetch_and(!bit(signal), SeqCst) & bit(signal) == 0 {
            continue;
        }
        let served = match handler(thread, signal)? {
            // Ctrl-C before anybody has asked for the table.
            None if signal == libc::SIGINT => Err(thread.error(Builtin::KeyboardInterrupt, "")),
            Some(handler) if thread.class_of(&handler).call().is_some() => {
                interpreter(thread).gil.note_input(Input::Outside);
                let frame = frame_object::at_depth(thread, 0)?.unwrap_or(Value::NONE);
                protocol::call_positional(thread, &handler, &[Value::from_i32(signal), frame])
                    .map(drop)
            }
            // It was set aside meanwhile.
            _ => Ok(()),
        };
        if served.is_err() {
            if PENDING.load(SeqCst) != 0 {
                thread.breaker.fetch_or(breaker::SIGNAL, AcqRel);
            }
            return served;
        }
    }
}

fn report_wakeup_error(thread: &Thread) -> Res<()> {
    let errno = WAKEUP_ERROR.swap(0, AcqRel);
    if errno == 0 || (errno == libc::EAGAIN && !WARNS_WHEN_FULL.load(Acquire)) {
        return Ok(());
    }
    let text = system_message(errno);
    let class = if errno == libc::EAGAIN {
        "BlockingIOError"
    } else {
        "OSError"
    };
    let text = format!(
        "Exception ignored when trying to send to the signal wakeup fd:\n{class}: [Errno {errno}] {text}\n"
    );
    report::write_error(thread, text.as_bytes());
    Ok(())
}

/// Ends the process as an unhandled SIGINT does, so that a parent sees what happened.
pub fn die_of_interrupt() -> ! {
    // SAFETY: restores the default action and raises the signal.
    unsafe {
        libc::signal(libc::SIGINT, libc::SIG_DFL);
        libc::raise(libc::SIGINT);
    }
    std::process::exit(130)
}
