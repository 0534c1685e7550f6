//! A lock that scripts can have: taken by one thread, released by any.
//!
//! Taking and releasing it without contention is one atomic operation. **Invariant**: who finds it taken counts itself among the waiters before it
//! looks again, and a releasing thread looks for waiters after it has opened the gate, so none sleeps beside an open gate.
#![forbid(unsafe_code)]

use super::threads;
use crate::base::sync::{Condvar, Mutex};
use crate::object::{Res, Thread};
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::*};
use std::time::{Duration, Instant};

/// See the module.
#[derive(Default)]
pub struct Gate {
    taken: AtomicBool,
    waiters: AtomicU32,
    sleep: Mutex<()>,
    opened: Condvar,
}

impl Gate {
    /// Takes it if it is open.
    #[inline]
    pub fn try_take(&self) -> bool {
        self.taken
            .compare_exchange(false, true, SeqCst, Relaxed)
            .is_ok()
    }

    /// Whether a thread has it.
    pub fn is_taken(&self) -> bool {
        self.taken.load(Acquire)
    }

    /// Takes it, waiting until the deadline; whether it was taken.
    ///
    /// # Errors
    /// What a signal handler raises meanwhile.
    #[inline]
    pub fn take(&self, thread: &Thread, deadline: Option<Instant>) -> Res<bool> {
        if self.try_take() {
            return Ok(true);
        }
        threads::wait(thread, deadline, |slice| self.block(slice))
    }

    /// Opens it; false if it was open.
    #[inline]
    pub fn release(&self) -> bool {
        if !self.taken.swap(false, SeqCst) {
            return false;
        }
        if self.waiters.load(SeqCst) != 0 {
            self.wake();
        }
        true
    }

    #[cold]
    fn wake(&self) {
        // Taken and given back, so that a waiter is either before its last look or asleep.
        drop(self.sleep.lock());
        self.opened.notify_one();
    }

    /// Waits once for it to be opened; whether it could be taken.
    #[cold]
    fn block(&self, longest: Option<Duration>) -> bool {
        self.waiters.fetch_add(1, SeqCst);
        let mut asleep = self.sleep.lock();
        let mut taken = self.try_take();
        if !taken {
            match longest {
                Some(longest) => drop(self.opened.wait_for(&mut asleep, longest)),
                None => self.opened.wait(&mut asleep),
            }
            taken = self.try_take();
        }
        drop(asleep);
        self.waiters.fetch_sub(1, SeqCst);
        taken
    }
}
