//! Ctrl-C: the signal sets a bit in the eval breaker of the main thread.

use super::state::ThreadState;
use crate::object::thread::breaker;
use std::sync::atomic::{AtomicPtr, AtomicU32, Ordering::*};

/// The eval breaker that a signal writes to; null while nothing runs.
static TARGET: AtomicPtr<AtomicU32> = AtomicPtr::new(std::ptr::null_mut());

extern "C" fn on_interrupt(_: libc::c_int) {
    let target = TARGET.load(Acquire);
    if !target.is_null() {
        // SAFETY: non-null only while `Guard` lives, which borrows the thread state; an atomic store is async-signal-safe.
        unsafe { (*target).fetch_or(breaker::SIGNAL, AcqRel) };
    }
}

/// Does what SIGINT does.
pub fn interrupt() {
    on_interrupt(libc::SIGINT);
}

/// While this lives, SIGINT interrupts the code that runs in `state`.
pub struct Guard<'s> {
    previous: *mut AtomicU32,
    _state: std::marker::PhantomData<&'s ThreadState>,
}

/// Directs SIGINT to `state`.
pub fn interrupts(state: &ThreadState) -> Guard<'_> {
    let breaker = &raw const state.core.breaker;
    let previous = TARGET.swap(breaker as *mut AtomicU32, AcqRel);
    // SAFETY: installs a handler that only touches an atomic.
    unsafe {
        let mut action = std::mem::zeroed::<libc::sigaction>();
        action.sa_sigaction = on_interrupt as *const () as usize;
        libc::sigemptyset(&raw mut action.sa_mask);
        libc::sigaction(libc::SIGINT, &raw const action, std::ptr::null_mut());
    }
    Guard {
        previous,
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
