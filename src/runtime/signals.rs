//! Ctrl-C: the signal sets a bit in the eval breaker of the main thread.
//!
//! A second Ctrl-C soon after the first, or while the first has not been served yet, also asks for the places where all threads are.

use super::state::ThreadState;
use crate::base::sync::atomic::{AtomicBool, AtomicI64, AtomicPtr, AtomicU32, Ordering::*};
use crate::object::thread::breaker;

/// The eval breaker that a signal writes to; null while nothing runs.
static TARGET: AtomicPtr<AtomicU32> = AtomicPtr::new(std::ptr::null_mut());
/// The handler is there.
static INSTALLED: AtomicBool = AtomicBool::new(false);
/// When the last SIGINT came, in seconds of the monotonic clock; negative: none yet.
static LAST: AtomicI64 = AtomicI64::new(i64::MIN);

/// Seconds within which a second Ctrl-C asks where the threads are.
const SOON: i64 = 3;

extern "C" fn on_interrupt(_: libc::c_int) {
    let target = TARGET.load(Acquire);
    if target.is_null() {
        return;
    }
    let mut now = libc::timespec {
        tv_sec: 0,
        tv_nsec: 0,
    };
    // SAFETY: `clock_gettime` is async-signal-safe and fills the structure.
    unsafe { libc::clock_gettime(libc::CLOCK_MONOTONIC, &raw mut now) };
    let last = LAST.swap(now.tv_sec, AcqRel);
    // SAFETY: non-null only while `Guard` lives, which borrows the thread state; atomic operations are async-signal-safe.
    let pending = unsafe { (*target).fetch_or(breaker::SIGNAL, AcqRel) } & breaker::SIGNAL != 0;
    if pending || now.tv_sec.saturating_sub(last) <= SOON {
        // SAFETY: as above.
        unsafe { (*target).fetch_or(breaker::SHOW_THREADS, AcqRel) };
    }
}

/// Does what SIGINT does, as far as one is concerned.
pub fn interrupt() {
    let target = TARGET.load(Acquire);
    if !target.is_null() {
        // SAFETY: as in the handler.
        unsafe { (*target).fetch_or(breaker::SIGNAL, AcqRel) };
    }
}

/// While this lives, SIGINT interrupts the code that runs in `state`.
pub struct Guard<'s> {
    previous: *mut AtomicU32,
    _state: std::marker::PhantomData<&'s ThreadState>,
}

/// Directs SIGINT to `state`.
pub fn interrupts(state: &ThreadState) -> Guard<'_> {
    let guard = direct_to(state);
    INSTALLED.store(true, Release);
    // SAFETY: installs a handler that only touches atomics and reads a clock.
    unsafe {
        let mut action = std::mem::zeroed::<libc::sigaction>();
        action.sa_sigaction = on_interrupt as *const () as usize;
        libc::sigemptyset(&raw mut action.sa_mask);
        libc::sigaction(libc::SIGINT, &raw const action, std::ptr::null_mut());
    }
    guard
}

/// Directs SIGINT to `state` once more, if that has been done before in this process.
pub fn interrupts_again(state: &ThreadState) -> Option<Guard<'_>> {
    INSTALLED.load(Acquire).then(|| direct_to(state))
}

fn direct_to(state: &ThreadState) -> Guard<'_> {
    let breaker = &raw const state.core.breaker;
    Guard {
        previous: TARGET.swap(breaker as *mut AtomicU32, AcqRel),
        _state: std::marker::PhantomData,
    }
}

impl Drop for Guard<'_> {
    fn drop(&mut self) {
        TARGET.store(self.previous, Release);
    }
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
