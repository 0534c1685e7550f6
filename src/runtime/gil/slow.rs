//! Calls that hold an event loop for too long. They are noticed while they last, so that the line is known at which the time goes.
//!
//! If calls are watched, each thread notes when a call of its loop begins. Somebody outside asks at intervals ([`GlobalLock::ask_slow_calls`]): of a
//! thread whose call has lasted longer than is allowed, a bit of the eval breaker is set, and at the thread's next safepoint, at the latest when it
//! comes back from whatever blocks it, the thread notes its place.
#![forbid(unsafe_code)]

use super::lock::GlobalLock;
use crate::base::sync::Mutex;
use crate::base::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering::*};
use crate::object::breaker;

/// A place in a program.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct CallPlace {
    /// The file's name.
    pub file: String,
    /// The line, from 1.
    pub line: u32,
    /// The function's qualified name.
    pub function: String,
}

/// What a thread notes of the call that its event loop makes.
#[derive(Default)]
pub struct CallWatch {
    /// When it began, by the lock's clock; 0: there is none.
    began: AtomicU64,
    /// The address of the newest frame at that time.
    base: AtomicUsize,
    /// The thread has been asked for its place.
    is_asked: AtomicBool,
    /// Its place when it was asked.
    place: Mutex<Option<CallPlace>>,
}

/// A call that another one of the same thread is made within.
#[derive(Clone, Copy, Debug)]
pub struct OuterCall {
    began: u64,
    base: usize,
}

impl CallWatch {
    /// A call begins above the frame at the address `base`.
    pub fn begin(&self, now: u64, base: usize) -> OuterCall {
        let outer = OuterCall {
            began: self.began.load(Relaxed),
            base: self.base.swap(base, Relaxed),
        };
        *self.place.lock() = None;
        self.is_asked.store(false, Relaxed);
        self.began.store(now.max(1), Release);
        outer
    }

    /// The call has ended: how long it took, and where it was when it was asked.
    pub fn end(&self, now: u64, outer: OuterCall) -> (u64, Option<CallPlace>) {
        let began = self.began.swap(outer.began, AcqRel);
        self.base.store(outer.base, Relaxed);
        (now.saturating_sub(began), self.place.lock().take())
    }

    /// The address of the frame that the present call began above, if it has lasted longer than `limit` and its place is not known yet.
    pub fn wants_place(&self, now: u64, limit: u64) -> Option<usize> {
        let began = self.began.load(Acquire);
        let is_slow = began != 0 && now.saturating_sub(began) > limit;
        let base = self.base.load(Relaxed);
        (is_slow && self.place.lock().is_none()).then_some(base)
    }

    /// Where the present call is.
    pub fn note(&self, place: CallPlace) {
        *self.place.lock() = Some(place);
    }
}

impl GlobalLock {
    /// Watches calls of event loops from now on: those that take longer than so many nanoseconds are told of; 0: none.
    pub fn watch_calls(&self, limit: u64) {
        self.slow_limit.store(limit, Relaxed);
    }

    /// The nanoseconds that a call may take; 0: calls are not watched.
    #[inline(always)]
    pub fn slow_limit(&self) -> u64 {
        self.slow_limit.load(Relaxed)
    }

    /// Asks the threads whose calls have taken too long where they are. From any native thread.
    pub fn ask_slow_calls(&self) {
        let (now, limit) = (self.now(), self.slow_limit());
        for ticket in self.census.living() {
            let watch = &ticket.call;
            if watch.wants_place(now, limit).is_some() && !watch.is_asked.swap(true, Relaxed) {
                self.census.signal(ticket.number, breaker::SLOW_CALL);
            }
        }
    }
}
