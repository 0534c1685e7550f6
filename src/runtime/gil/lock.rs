//! The lock itself.
//!
//! State lies under one native mutex: the holder, and the queue of those who wait, each with a condition variable of its own, so that handing over
//! wakes exactly one thread. **Invariants**: at most one thread is the holder; a ticket in the queue belongs to a thread that is inside of `take`;
//! the holder's eval breaker outlives its holding, so a request may write to it under the mutex.

use super::stats::{Reason, ThreadStats};
use super::{Policy, Switching};
use crate::base::sync::{Arc, Condvar, Mutex, MutexGuard};
use crate::object::thread::breaker;
use crate::runtime::state::ThreadState;
use std::collections::VecDeque;
use std::sync::atomic::{AtomicU32, AtomicU64, Ordering::*};
use std::time::{Duration, Instant};

/// A thread's place in the queue, and its figures.
#[derive(Default)]
pub struct Ticket {
    /// Woken when the lock is handed over, or may be contended for.
    wake: Condvar,
    /// The lock was handed to this thread. Written under the mutex.
    granted: std::sync::atomic::AtomicBool,
    /// What is counted.
    pub stats: ThreadStats,
}

struct Holder {
    ticket: Arc<Ticket>,
    breaker: *const AtomicU32,
    since: Instant,
}

struct Waiter {
    ticket: Arc<Ticket>,
    breaker: *const AtomicU32,
}

struct Inner {
    holder: Option<Holder>,
    queue: VecDeque<Waiter>,
    /// The thread that held the lock last, to count switches.
    last: *const Ticket,
    /// The interpreter is ending: the only thread that still gets the lock.
    survivor: Option<Arc<Ticket>>,
    policy: Policy,
}

// SAFETY: the pointers are used under the mutex that this struct lies in, while what they point to lives: a breaker belongs to a thread state that
// holds the lock or waits inside of `take`; `last` is only compared.
unsafe impl Send for Inner {}

/// The lock of an interpreter.
pub struct GlobalLock {
    inner: Mutex<Inner>,
    /// Length of the queue, for looking without the mutex.
    waiting: AtomicU32,
    /// Times another thread than the last one took the lock.
    switches: AtomicU64,
}

impl GlobalLock {
    /// A free lock.
    pub fn new(policy: Policy) -> GlobalLock {
        GlobalLock {
            inner: Mutex::new(Inner {
                holder: None,
                queue: VecDeque::new(),
                last: std::ptr::null(),
                survivor: None,
                policy,
            }),
            waiting: AtomicU32::new(0),
            switches: AtomicU64::new(0),
        }
    }

    /// How the lock is handed over now.
    pub fn policy(&self) -> Policy {
        self.inner.lock().policy
    }

    /// Changes how the lock is handed over; threads that wait already see it when they wake.
    pub fn set_policy(&self, policy: Policy) {
        self.inner.lock().policy = policy;
    }

    /// How often another thread than the last one has taken the lock.
    pub fn switches(&self) -> u64 {
        self.switches.load(Relaxed)
    }

    /// Waits until the lock is this thread's. `returning`: from a blocking call.
    pub fn take(&self, ts: &ThreadState, returning: bool) {
        let mut inner = self.inner.lock();
        if inner.excludes(&ts.ticket) {
            sleep_for_ever(inner);
        }
        if inner.holder.is_none() {
            self.hold(&mut inner, &ts.ticket, &raw const ts.core.breaker);
            drop(inner);
            ts.ticket.stats.taken(None);
            return;
        }
        let began = Instant::now();
        self.wait(inner, ts, returning);
        let waited = nanoseconds(began.elapsed());
        ts.ticket.stats.taken(Some(waited));
    }

    #[cold]
    fn wait(&self, mut inner: MutexGuard<'_, Inner>, ts: &ThreadState, returning: bool) {
        let ticket = &ts.ticket;
        ticket.granted.store(false, Relaxed);
        let waiter = Waiter {
            ticket: ticket.clone(),
            breaker: &raw const ts.core.breaker,
        };
        if returning && inner.policy.boost {
            inner.queue.push_front(waiter);
            request(&inner, &ticket.stats);
        } else {
            inner.queue.push_back(waiter);
        }
        self.waiting.fetch_add(1, Relaxed);
        while !ticket.granted.load(Relaxed) {
            if inner.excludes(ticket) {
                inner
                    .queue
                    .retain(|waiter| !Arc::ptr_eq(&waiter.ticket, ticket));
                sleep_for_ever(inner);
            }
            if inner.holder.is_none() {
                inner
                    .queue
                    .retain(|waiter| !Arc::ptr_eq(&waiter.ticket, ticket));
                self.hold(&mut inner, ticket, &raw const ts.core.breaker);
                break;
            }
            let switches = self.switches();
            let timed_out = match inner.policy.interval {
                Some(interval) => ticket.wake.wait_for(&mut inner, interval).timed_out(),
                None => {
                    ticket.wake.wait(&mut inner);
                    false
                }
            };
            // Nobody else had a turn during the whole interval: the holder is asked to end its own.
            if timed_out && self.switches() == switches {
                request(&inner, &ticket.stats);
            }
        }
        self.waiting.fetch_sub(1, Relaxed);
    }

    fn hold(&self, inner: &mut Inner, ticket: &Arc<Ticket>, breaker: *const AtomicU32) {
        let this = Arc::as_ptr(ticket);
        if inner.last != this {
            inner.last = this;
            self.switches.fetch_add(1, Relaxed);
        }
        inner.holder = Some(Holder {
            ticket: ticket.clone(),
            breaker,
            since: Instant::now(),
        });
    }

    /// Gives the lock up for a blocking call, or for good.
    pub fn release(&self, ts: &ThreadState, reason: Reason) {
        let mut inner = self.inner.lock();
        let hand_over = inner.policy.switching == Switching::Fair;
        self.let_go(&mut inner, ts, reason, hand_over);
    }

    fn let_go(&self, inner: &mut Inner, ts: &ThreadState, reason: Reason, hand_over: bool) {
        let Some(holder) = inner.holder.take() else {
            return;
        };
        debug_assert!(Arc::ptr_eq(&holder.ticket, &ts.ticket));
        let held = nanoseconds(holder.since.elapsed());
        ts.ticket.stats.dropped(held, reason);
        // The request is served; were it left, the next holding would end at its first safepoint.
        ts.core.breaker.fetch_and(!breaker::DROP_REQUEST, Relaxed);
        if inner.survivor.is_some() {
            return;
        }
        if hand_over {
            if let Some(next) = inner.queue.pop_front() {
                self.hold(inner, &next.ticket, next.breaker);
                next.ticket.granted.store(true, Relaxed);
                next.ticket.wake.notify_one();
            }
        } else if let Some(next) = inner.queue.front() {
            next.ticket.wake.notify_one();
        }
    }

    /// Lets another thread run, if one waits: the holder was asked for the lock, or its turn is over.
    #[cold]
    pub fn yield_to_waiters(&self, ts: &ThreadState) {
        ts.core.breaker.fetch_and(!breaker::DROP_REQUEST, Relaxed);
        if self.waiting.load(Relaxed) == 0 {
            return;
        }
        let mut inner = self.inner.lock();
        if inner.queue.is_empty() || inner.survivor.is_some() {
            return;
        }
        let hand_over = inner.policy.switching != Switching::Race;
        self.let_go(&mut inner, ts, Reason::Forced, hand_over);
        drop(inner);
        self.take(ts, false);
    }

    /// The interpreter is ending: from now on only this thread, which holds the lock, gets it. Others that ask for it sleep until the process ends, so that
    /// they never touch what is being taken apart.
    pub fn close(&self, ts: &ThreadState) {
        self.inner.lock().survivor = Some(ts.ticket.clone());
    }

    /// Sets a bit in the eval breaker of the thread that holds the lock; false if nobody does.
    pub fn signal_holder(&self, bit: u32) -> bool {
        match &self.inner.lock().holder {
            Some(holder) => {
                // SAFETY: the holder's thread state lives, since it has to take the mutex to stop being the holder.
                unsafe { (*holder.breaker).fetch_or(bit, Release) };
                true
            }
            None => false,
        }
    }
}

impl Inner {
    fn excludes(&self, ticket: &Arc<Ticket>) -> bool {
        match &self.survivor {
            Some(survivor) => !Arc::ptr_eq(survivor, ticket),
            None => false,
        }
    }
}

fn sleep_for_ever(inner: MutexGuard<'_, Inner>) -> ! {
    drop(inner);
    loop {
        std::thread::park();
    }
}

fn nanoseconds(duration: Duration) -> u64 {
    u64::try_from(duration.as_nanos()).unwrap_or(u64::MAX)
}

/// Asks the holder to give the lock up.
fn request(inner: &Inner, stats: &ThreadStats) {
    if let Some(holder) = &inner.holder {
        stats.requests.fetch_add(1, Relaxed);
        // SAFETY: as in `signal_holder`; `inner` is borrowed from the mutex's guard.
        unsafe { (*holder.breaker).fetch_or(breaker::DROP_REQUEST, Release) };
    }
}
