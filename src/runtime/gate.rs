//! A lock that scripts can have: taken by one thread, released by any.
//!
//! Taking and releasing it without contention is one atomic operation. **Invariant**: who finds it taken joins the queue before it looks again, and
//! a releasing thread looks for waiters after it has opened the gate, so none sleeps beside an open gate.
#![forbid(unsafe_code)]

use super::gil::{Reason, Target, WaitQueue};
use super::state::state;
use super::threads;
use crate::base::sync::atomic::{AtomicBool, AtomicU64, Ordering::*};
use crate::object::{Res, Thread};

/// See the module.
#[derive(Default)]
pub struct Gate {
    taken: AtomicBool,
    waiters: WaitQueue,
    /// One more than the number of the thread that took it last, for those who wait to say.
    taker: AtomicU64,
}

impl Gate {
    /// Takes it if it is open.
    #[inline]
    pub fn try_take(&self, thread: &Thread) -> bool {
        let taken = self
            .taken
            .compare_exchange(false, true, SeqCst, Relaxed)
            .is_ok();
        if taken {
            self.taker.store(state(thread).number + 1, Relaxed);
        }
        taken
    }

    /// Whether a thread has it.
    pub fn is_taken(&self) -> bool {
        self.taken.load(Acquire)
    }

    /// Takes it, waiting until the deadline; whether it was taken.
    ///
    /// # Errors
    /// What a signal handler raises meanwhile, and DeadlockError.
    #[inline]
    pub fn take(&self, thread: &Thread, deadline: Option<u64>) -> Res<bool> {
        if self.try_take(thread) {
            return Ok(true);
        }
        self.wait(thread, deadline)
    }

    #[cold]
    fn wait(&self, thread: &Thread, deadline: Option<u64>) -> Res<bool> {
        let target = Target::Gate(&raw const self.taker);
        let mut ready = || self.try_take(thread);
        threads::wait(
            thread,
            Reason::Lock,
            &self.waiters,
            target,
            deadline,
            &mut ready,
        )
    }

    /// Opens it; false if it was open.
    #[inline]
    pub fn release(&self) -> bool {
        if !self.taken.swap(false, SeqCst) {
            return false;
        }
        if !self.waiters.is_empty() {
            self.waiters.wake_one();
        }
        true
    }
}
