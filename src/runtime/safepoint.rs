//! Safepoints: where a thread looks at its eval breaker.
#![forbid(unsafe_code)]

use super::causes;
use super::signals;
use super::state::{ThreadState, state};
use super::whereabouts;
use crate::object::breaker;
use crate::object::{Builtin, Res, Thread};
use std::sync::atomic::Ordering::*;

/// Serves pending events, if there are any; then the thread is alone. Native loops call this at least every 10,000 elements.
#[inline(always)]
pub fn poll(thread: &Thread) -> Res<()> {
    if thread.breaker.load(Relaxed) != 0 {
        serve(thread)
    } else {
        Ok(())
    }
}

/// The steps of an operation that others see as one unless it is long: the first safepoint comes after 4,096 steps, those of the operations that it
/// calls included.
pub struct Steps<'t>(&'t ThreadState);

const MOST_STEPS: u32 = 4096;

impl Steps<'_> {
    /// An operation begins.
    #[inline]
    pub fn begin(thread: &Thread) -> Steps<'_> {
        let state = state(thread);
        let (depth, steps) = state.steps.get();
        state
            .steps
            .set((depth + 1, if depth == 0 { 0 } else { steps }));
        Steps(state)
    }

    /// A step has been made.
    #[inline]
    pub fn poll(&self) -> Res<()> {
        let (depth, steps) = self.0.steps.get();
        if steps < MOST_STEPS {
            self.0.steps.set((depth, steps + 1));
            return Ok(());
        }
        self.0.steps.set((depth, 0));
        poll(&self.0.core)
    }
}

impl Drop for Steps<'_> {
    fn drop(&mut self) {
        let (depth, steps) = self.0.steps.get();
        self.0.steps.set((depth - 1, steps));
    }
}

/// [`poll`] at the end of an instruction that called native code.
#[inline(always)]
pub fn poll_after_call(thread: &Thread) -> Res<()> {
    if thread.breaker.load(Relaxed) != 0 {
        serve_after_call(thread)
    } else {
        Ok(())
    }
}

#[cold]
#[inline(never)]
fn serve_after_call(thread: &Thread) -> Res<()> {
    note_slow_call(thread);
    if thread.runs_together() {
        // The loop's own safepoints do.
        Ok(())
    } else if state(thread).interpreter.has_lock() {
        serve(thread)
    } else {
        // Who has been alone for the call goes on beside those who wait for it.
        serve_together(thread)
    }
}

/// [`poll`] in native code that the loop has called itself, and that asks again before it uses any object: it may run beside others afterwards.
#[inline]
pub fn poll_direct(thread: &Thread) -> Res<()> {
    if thread.breaker.load(Relaxed) != 0 {
        serve_together(thread)
    } else {
        Ok(())
    }
}

/// Notes where the thread is, if its event loop has been held for too long. That disturbs nobody, and comes first, while the thread is still there.
#[inline]
fn note_slow_call(thread: &Thread) {
    if thread.breaker.load(Relaxed) & breaker::SLOW_CALL != 0 {
        whereabouts::note_slow_call(state(thread));
    }
}

/// Says on the process's standard error where every thread is: whatever the program has made of `sys.stderr` may be what hangs.
fn show_threads(thread: &Thread) {
    let text = whereabouts::in_full(thread);
    // Without a standard error there is nobody to tell.
    let _ = std::io::Write::write_all(&mut std::io::stderr().lock(), text.as_bytes());
}

/// Serves all pending events: the lock's hand-over, references that hosts gave up and that other threads gave back, showing threads, interrupts, collections.
///
/// # Errors
/// What a served event raises: KeyboardInterrupt, or what a signal handler raised.
#[cold]
#[inline(never)]
pub fn serve(thread: &Thread) -> Res<()> {
    note_slow_call(thread);
    // A native function that began beside others goes on alone.
    thread.go_alone_for(causes::of_events(thread.breaker.load(Relaxed)));
    let state = state(thread);
    state.ticket.stats.served();
    if thread.breaker.load(Acquire) & breaker::DROP_REQUEST != 0 {
        state.interpreter.gil.yield_to_waiters(state);
    }
    if thread.breaker.load(Relaxed) & breaker::OWES != 0 {
        state.interpreter.gil.pay_in_time(state);
    }
    serve_alone(thread)
}

/// [`serve`], between two instructions of the loop that runs together with other threads, or where [`poll_direct`] may stand: it may do so again
/// afterwards.
///
/// # Errors
/// As [`serve`].
#[cold]
#[inline(never)]
pub fn serve_together(thread: &Thread) -> Res<()> {
    let state = state(thread);
    debug_assert!(!state.interpreter.has_lock());
    note_slow_call(thread);
    state.ticket.stats.served();
    let pending = thread.breaker.load(Acquire) & !breaker::DROP_REQUEST;
    if pending != 0 {
        thread.go_alone_for(causes::of_events(pending));
        serve_alone(thread)?;
    }
    if thread.breaker.load(Acquire) & breaker::DROP_REQUEST != 0 {
        thread.drop_kept();
        state.interpreter.gil.make_way(state);
    }
    Ok(())
}

/// Serves all pending events but the lock's hand-over.
fn serve_alone(thread: &Thread) -> Res<()> {
    debug_assert!(!thread.runs_together());
    let pending = thread.breaker.load(Acquire);
    if pending & breaker::ABANDONED != 0 {
        thread.breaker.fetch_and(!breaker::ABANDONED, AcqRel);
        thread.interp.drop_abandoned();
    }
    if pending & breaker::MERGE != 0 {
        thread.breaker.fetch_and(!breaker::MERGE, AcqRel);
        thread.drop_returned();
    }
    if pending & breaker::COUNT_APART != 0 {
        thread.breaker.fetch_and(!breaker::COUNT_APART, AcqRel);
        thread.count_hot_apart();
    }
    if pending & breaker::SHOW_THREADS != 0 {
        thread.breaker.fetch_and(!breaker::SHOW_THREADS, AcqRel);
        show_threads(thread);
    }
    if pending & breaker::INTERRUPT != 0 {
        thread.breaker.fetch_and(!breaker::INTERRUPT, AcqRel);
        return Err(thread.error(Builtin::KeyboardInterrupt, ""));
    }
    if pending & breaker::SIGNAL != 0 {
        thread.breaker.fetch_and(!breaker::SIGNAL, AcqRel);
        signals::serve(thread)?;
    }
    if pending & breaker::COLLECT != 0 {
        thread.breaker.fetch_and(!breaker::COLLECT, AcqRel);
        super::collector::serve(thread);
    }
    Ok(())
}
