//! Where threads sleep that wait for locks and for other threads, and how a deadlock is noticed.
//!
//! Every thread has a [`Parker`] of its own, a token that others set. What can be waited for has a [`WaitQueue`]: whoever opens it takes the first
//! thread out of the queue and gives it a token, under the queue's mutex. A waiting thread joins the queue, looks whether it can have what it wants,
//! and only then sleeps; so none sleeps beside an open door.
//!
//! **Deadlock.** A thread that sleeps without a deadline is *parked*. When all threads of the interpreter are parked and none has a token, nobody is
//! left who could give one: the main thread, or else the one parked longest, is woken as *doomed* and raises DeadlockError. The last thread to
//! park and a thread that ends look for that; the counts are changed before they are compared, so the last of two cannot miss it. Who looks sees one
//! thread after the other, and a thread seen asleep may be woken before the last is seen; so it looks twice, and only threads that have slept from the
//! first look to the second have all slept at one time.

use super::lock::GlobalLock;
use super::ticket::Ticket;
use crate::base::sync::atomic::{AtomicBool, AtomicU32, AtomicU64, AtomicUsize, Ordering::*};
use crate::base::sync::{Arc, Condvar, Mutex};
use crate::object::breaker;
use crate::runtime::clock;
use crate::runtime::state::ThreadState;
use std::collections::VecDeque;
use std::time::Duration;

/// How long a thread that serves signals stays deaf to them while it is blocked.
pub const NAP: Duration = Duration::from_millis(20);

/// Where one thread sleeps.
#[derive(Default)]
pub(super) struct Parker {
    bed: Mutex<Bed>,
    woken: Condvar,
    since: AtomicU64,
    /// It was chosen to end a deadlock.
    doomed: AtomicBool,
}

/// One mutex guards all of it, so that a thread that has used its token is not parked any more.
#[derive(Default)]
struct Bed {
    token: bool,
    /// The thread sleeps without a deadline.
    parked: bool,
    /// How often it has been parked.
    sleeps: u64,
}

impl Parker {
    fn wake(&self) {
        self.bed.lock().token = true;
        self.woken.notify_one();
    }

    /// Gives a token without waking the thread.
    fn give_token(&self) {
        self.bed.lock().token = true;
    }

    /// Wakes the thread, which has its token.
    pub(super) fn rouse(&self) {
        self.woken.notify_one();
    }

    fn take_token(&self) {
        self.bed.lock().token = false;
    }

    /// Takes the token, if there is one.
    pub(super) fn use_token(&self) -> bool {
        std::mem::take(&mut self.bed.lock().token)
    }

    pub(super) fn has_token(&self) -> bool {
        self.bed.lock().token
    }

    /// Whether it was chosen to end a deadlock, which is so once.
    pub(super) fn was_doomed(&self) -> bool {
        self.doomed.swap(false, SeqCst)
    }

    /// Chooses it to end a deadlock.
    pub(super) fn doom(&self) {
        self.doomed.store(true, SeqCst);
        self.wake();
    }

    fn lie_down(&self) {
        let mut bed = self.bed.lock();
        bed.parked = true;
        bed.sleeps += 1;
    }

    /// Which of its sleeps it is in, if it sleeps without a deadline and nobody has woken it.
    fn stuck(&self) -> Option<u64> {
        let bed = self.bed.lock();
        (bed.parked && !bed.token).then_some(bed.sleeps)
    }
}

/// Threads that wait for the same thing, the longest waiter first.
#[derive(Default)]
pub struct WaitQueue {
    length: AtomicU32,
    queue: Mutex<VecDeque<Arc<Ticket>>>,
}

impl WaitQueue {
    fn join(&self, ticket: &Arc<Ticket>) {
        let mut queue = self.queue.lock();
        if !queue.iter().any(|other| Arc::ptr_eq(other, ticket)) {
            queue.push_back(ticket.clone());
            self.length.store(queue.len() as u32, SeqCst);
        }
    }

    /// Whether the thread was still in the queue; if not, somebody has given it a token.
    fn leave(&self, ticket: &Arc<Ticket>) -> bool {
        let mut queue = self.queue.lock();
        let before = queue.len();
        queue.retain(|other| !Arc::ptr_eq(other, ticket));
        self.length.store(queue.len() as u32, SeqCst);
        queue.len() < before
    }

    /// Whether nobody waits. Who has changed what is waited for before asking wakes everybody who has not seen the change.
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.length.load(SeqCst) == 0
    }

    /// Wakes the longest waiter.
    #[cold]
    pub fn wake_one(&self) {
        let mut queue = self.queue.lock();
        if let Some(ticket) = queue.pop_front() {
            self.length.store(queue.len() as u32, SeqCst);
            ticket.parker.wake();
        }
    }

    /// Gives the longest waiter its token, and nothing else.
    #[cold]
    pub(super) fn pop_woken(&self) -> Option<Arc<Ticket>> {
        let mut queue = self.queue.lock();
        let ticket = queue.pop_front()?;
        self.length.store(queue.len() as u32, SeqCst);
        ticket.parker.give_token();
        Some(ticket)
    }

    /// Wakes everybody.
    pub fn wake_all(&self) {
        let mut queue = self.queue.lock();
        for ticket in queue.drain(..) {
            ticket.parker.wake();
        }
        self.length.store(0, SeqCst);
    }
}

/// How a wait ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Waited {
    /// What was waited for is there.
    Ready,
    /// The deadline has passed.
    TimedOut,
    /// A signal waits to be served.
    Interrupted,
    /// All threads wait, and this one is to say so.
    Doomed,
}

pub(super) enum Parked {
    Woken,
    Ended(Waited),
}

/// When the interpreter may conclude that nobody is left who could end a wait.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum DeadlockDetection {
    /// Never.
    Off,
    /// While it shuts down: before, a native thread of the host may come back through its handle at any time.
    #[default]
    AtShutdown,
    /// Always: the host has no other thread that uses the interpreter.
    Always,
}

/// What deadlock detection counts.
#[derive(Default)]
pub(super) struct Parking {
    /// Threads that are attached or have been started, and have not ended.
    alive: AtomicUsize,
    /// Those that sleep without a deadline.
    parked: AtomicUsize,
    /// One looks at a time.
    looking: Mutex<()>,
    enabled: AtomicBool,
    /// A script's signal handler may run in the main thread and end any wait.
    has_handlers: AtomicBool,
}

impl Parking {
    /// Whether no other thread of the host can come.
    pub(super) fn has_one_host(&self) -> bool {
        self.enabled.load(SeqCst)
    }

    /// Whether there is one thread at most.
    pub(super) fn is_last(&self) -> bool {
        self.alive.load(SeqCst) <= 1
    }

    /// Whether it counts as deadlock that all threads wait.
    pub(super) fn is_enabled(&self) -> bool {
        self.enabled.load(SeqCst) && !self.has_handlers.load(SeqCst)
    }

    /// In the copy of a process that one thread has forked.
    pub(super) fn only_one_left(&self) {
        self.alive.store(1, SeqCst);
        self.parked.store(0, SeqCst);
    }
}

impl GlobalLock {
    /// Whether a state of all threads waiting counts as deadlock from now on.
    pub fn detect_deadlocks(&self, enabled: bool) {
        self.parking.enabled.store(enabled, SeqCst);
    }

    /// Whether the script has signal handlers of its own, which could end any wait of the main thread.
    pub fn set_has_handlers(&self, has_handlers: bool) {
        self.parking.has_handlers.store(has_handlers, SeqCst);
    }

    /// A thread has come, or has been started.
    pub fn arrive(&self) {
        self.parking.alive.fetch_add(1, SeqCst);
    }

    /// A thread that had come is through.
    pub fn depart(&self) {
        let left = self.parking.alive.fetch_sub(1, SeqCst) - 1;
        if left > 0 && self.parking.parked.load(SeqCst) >= left {
            self.look_for_deadlock();
        }
    }

    /// Waits, the lock given up, until `ready` answers true, the deadline has passed, or the thread is needed for something else. `ready` is asked
    /// again after every wake-up; it may not touch objects.
    pub fn wait_in(
        &self,
        ts: &ThreadState,
        queue: &WaitQueue,
        deadline: Option<u64>,
        ready: &mut dyn FnMut() -> bool,
    ) -> Waited {
        let ticket = &ts.ticket;
        loop {
            queue.join(ticket);
            if ready() {
                if !queue.leave(ticket) {
                    ticket.parker.take_token();
                }
                return Waited::Ready;
            }
            let Parked::Ended(outcome) = self.park(ts, deadline) else {
                continue;
            };
            if !queue.leave(ticket) {
                // Woken at the same moment: the chance is used, or passed on.
                ticket.parker.take_token();
                if ready() {
                    return Waited::Ready;
                }
                queue.wake_one();
            }
            return outcome;
        }
    }

    /// Sleeps until the deadline, or until the thread is needed.
    pub fn sleep_until(&self, ts: &ThreadState, deadline: u64) -> Waited {
        loop {
            if let Parked::Ended(outcome) = self.park(ts, Some(deadline)) {
                return outcome;
            }
        }
    }

    fn park(&self, ts: &ThreadState, deadline: Option<u64>) -> Parked {
        if let Some(replay) = &self.replay {
            return self.park_scheduled(replay, ts, deadline);
        }
        let parker = &ts.ticket.parker;
        if deadline.is_some() {
            return sleep(ts, parker, deadline);
        }
        parker.since.store(clock::monotonic(), Relaxed);
        parker.lie_down();
        let parked = self.parking.parked.fetch_add(1, SeqCst) + 1;
        if parked >= self.parking.alive.load(SeqCst) {
            self.look_for_deadlock();
        }
        let outcome = sleep(ts, parker, None);
        self.parking.parked.fetch_sub(1, SeqCst);
        outcome
    }

    #[cold]
    fn look_for_deadlock(&self) {
        let parking = &self.parking;
        if self.is_replay() || !parking.is_enabled() {
            return;
        }
        let _looking = parking.looking.lock();
        let mut stuck = Vec::new();
        for ticket in self.census.living() {
            if let Some(sleep) = ticket.parker.stuck() {
                stuck.push((ticket, sleep));
            }
        }
        if stuck.is_empty() || stuck.len() < parking.alive.load(SeqCst) {
            return;
        }
        let still = |(ticket, sleep): &(Arc<Ticket>, u64)| ticket.parker.stuck() == Some(*sleep);
        if !stuck.iter().all(still) {
            return;
        }
        // The main thread, or the one that has waited longest.
        let victim = stuck
            .iter()
            .min_by_key(|(ticket, _)| (ticket.number != 0, ticket.parker.since.load(Relaxed)));
        if let Some((victim, _)) = victim {
            victim.parker.doom();
        }
    }
}

/// Sleeps until somebody gives a token. The thread is not parked any more then.
fn sleep(ts: &ThreadState, parker: &Parker, deadline: Option<u64>) -> Parked {
    const SIGNALS: u32 = breaker::SIGNAL | breaker::INTERRUPT;
    let mut bed = parker.bed.lock();
    let outcome = loop {
        let signalled = ts.core.breaker.load(Relaxed) & SIGNALS != 0;
        if std::mem::take(&mut bed.token) {
            break match parker.was_doomed() {
                // What the signal does may end the wait; if it does not, the thread parks again, and the deadlock is found again.
                true if signalled => Parked::Ended(Waited::Interrupted),
                true => Parked::Ended(Waited::Doomed),
                false => Parked::Woken,
            };
        }
        if signalled {
            break Parked::Ended(Waited::Interrupted);
        }
        let mut rest = None;
        if let Some(deadline) = deadline {
            let left = deadline.saturating_sub(clock::monotonic());
            if left == 0 {
                break Parked::Ended(Waited::TimedOut);
            }
            rest = Some(Duration::from_nanos(left));
        }
        if ts.is_main.get() {
            rest = Some(rest.map_or(NAP, |rest| rest.min(NAP)));
        }
        match rest {
            Some(rest) => drop(parker.woken.wait_for(&mut bed, rest)),
            None => parker.woken.wait(&mut bed),
        }
    };
    bed.parked = false;
    outcome
}
