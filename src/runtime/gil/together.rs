//! Free threading (`off`): threads run *together* in the dispatch loop, and one *alone* everywhere else.
//!
//! What is the lock in the other modes is the right to be alone here. A thread has it whenever it runs native code; the dispatch loop gives it up at a
//! safepoint if others wait, and goes on together with them ([`GlobalLock::make_way`]). An instruction that cannot run beside others asks for it again
//! ([`GlobalLock::alone`]): everybody else then stops at the next safepoint, or where it wants to be alone itself. So what runs alone (the collector,
//! native functions, everything slow) needs no further care, and what runs together is a known set of instructions, which use what is their own
//! thread's or what nobody writes meanwhile (`object/access.rs`).
//!
//! Those who wait stand in one queue, in the order in which they came. **Invariants**: while somebody is alone, nobody runs together; a thread that is
//! neither touches no objects; a thread with a place in the queue is neither.
//!
//! To be alone costs microseconds if others have to stop for it. A program that asks for it all the time is better off with long turns: each time that
//! the world was open only briefly, those who wait become more patient, and let the others run for up to 5 ms before they ask them to stop
//! (then the mode behaves as `interval` does); each time that it was open for long, less.

use super::Switching;
use super::contention::Stop;
use super::lock::{GlobalLock, Holder, Inner, Waiter};
use super::stats::{Activity, Reason};
use super::ticket::Ticket;
use crate::base::sync::atomic::{AtomicU32, Ordering::*};
use crate::base::sync::{Arc, MutexGuard, SPINS, spin_hint};
use crate::object::breaker;
use crate::runtime::state::ThreadState;
use std::time::Duration;

/// What a thread in the queue waits for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Wish {
    /// To hold the lock.
    Alone,
    /// To run beside others.
    Together,
}

/// Who runs together, and what is known of how that goes.
#[derive(Default)]
pub(super) struct World {
    /// Those who run together.
    pub(super) runners: Vec<Holder>,
    /// When the first of them began; 0: nobody did since somebody was alone.
    opened: u64,
    /// Nanoseconds for which those who wait let others run.
    patience: u64,
}

const LEAST_PATIENCE: u64 = 50_000;
/// Where one thread that wants to be alone waits for another one.
const ALONE_PATIENCE: u64 = 500_000;
const MOST_PATIENCE: u64 = 5_000_000;
/// To close a world that was open for less than so many nanoseconds was not worth it.
const BRIEF: u64 = 100_000;
/// One that was open for longer than this was a success.
const LONG: u64 = 1_000_000;
/// How often those who wait repeat what they ask, at least.
const AGAIN: u64 = 1_000_000;

impl World {
    /// Somebody is alone from now on.
    fn close(&mut self, now: u64) {
        let opened = std::mem::take(&mut self.opened);
        if opened == 0 {
            return;
        }
        let lasted = now.saturating_sub(opened);
        if lasted < BRIEF {
            self.patience = (2 * self.patience).clamp(LEAST_PATIENCE, MOST_PATIENCE);
        } else if lasted > LONG {
            self.patience /= 2;
            if self.patience < LEAST_PATIENCE {
                self.patience = 0;
            }
        }
    }

    fn join(&mut self, ticket: Arc<Ticket>, breaker: *const AtomicU32, now: u64) {
        if self.opened == 0 {
            self.opened = now.max(1);
        }
        ticket.place.enter();
        self.runners.push(Holder { ticket, breaker });
    }
}

impl Inner {
    /// This thread runs no longer, neither alone nor together.
    fn stop(&mut self, ticket: &Arc<Ticket>) {
        if self.is_held_by(ticket) {
            self.holder = None;
        } else {
            ticket.place.leave();
            let runners = &mut self.world.runners;
            runners.retain(|runner| !Arc::ptr_eq(&runner.ticket, ticket));
        }
    }

    /// How long a thread with this wish lets others run before it asks them to stop, in nanoseconds. A thread that is alone often blocks soon, and who
    /// asks at once then makes it lose its turn for nothing.
    fn patience(&self, wish: Wish) -> u64 {
        if cfg!(taipan_tsan) && wish == Wish::Together && self.holder.is_some() {
            // Who stays alone for long hides from ThreadSanitizer how it would get along with others.
            0
        } else if wish == Wish::Alone && self.holder.is_some() {
            self.world.patience.max(ALONE_PATIENCE)
        } else {
            self.world.patience
        }
    }

    /// Whether no thread runs. Those who are away have to wait for their turn now.
    fn nobody_runs(&mut self) -> bool {
        self.world.sweep();
        self.holder.is_none() && self.world.runners.is_empty()
    }
}

/// What a thread stopped others for that was doing this before.
fn come_back(before: Activity) -> &'static str {
    match before {
        Activity::Sleep => "return from sleep",
        Activity::Lock => "return from a lock",
        Activity::Join => "return from join",
        Activity::Io => "return from input or output",
        Activity::Host => "return from the host",
        _ => "a thread that begins",
    }
}

impl GlobalLock {
    /// [`GlobalLock::take`]: the thread is alone when this returns.
    pub(super) fn take_alone(&self, ts: &ThreadState, returning: bool) {
        let mut inner = self.inner.lock();
        let ticket = &ts.ticket;
        if inner.excludes(ticket) {
            self.sleep_for_ever(inner, ticket);
        }
        // At the end only the survivor comes here, and nobody else runs: those in the queue are leaving it.
        if inner.nobody_runs() || inner.survivor.is_some() {
            let now = self.now();
            self.hold_alone(&mut inner, ticket, &raw const ts.core.breaker, now);
            drop(inner);
            ticket.enter(Activity::Running, now);
            ticket.stats.taken();
            if self.parking.is_last() {
                ts.core.set_amid_others(false);
            }
        } else {
            let (before, _) = ticket.stats.present();
            let stop = self.queue_up(inner, ts, Wish::Alone, returning);
            if stop.has_stopped {
                self.note_stop(ts, come_back(before), stop);
            }
        }
        ticket.count_switch();
        ts.core.arrive();
    }

    /// The thread runs beside others when this returns; alone if there are none any longer.
    pub(super) fn take_together(&self, ts: &ThreadState) {
        let mut inner = self.inner.lock();
        let ticket = &ts.ticket;
        if inner.excludes(ticket) {
            self.sleep_for_ever(inner, ticket);
        }
        if inner.survivor.is_some() || self.parking.is_last() {
            drop(inner);
            ts.core.set_together(false);
            return self.take_alone(ts, true);
        }
        let has_way = inner.queue.iter().all(|other| other.wish == Wish::Together);
        if inner.nobody_runs() || inner.holder.is_none() && has_way {
            let now = self.now();
            // Nobody had to go for it.
            ticket.after_other.store(false, Relaxed);
            inner
                .world
                .join(ticket.clone(), &raw const ts.core.breaker, now);
            self.admit(&mut inner);
            drop(inner);
            ticket.enter(Activity::Running, now);
            ticket.stats.taken();
        } else {
            self.queue_up(inner, ts, Wish::Together, true);
        }
        ticket.count_switch();
        ts.core.arrive();
        ts.core.set_together(true);
    }

    /// [`GlobalLock::release`].
    pub(super) fn release_off(&self, ts: &ThreadState, reason: Reason) {
        let mut inner = self.inner.lock();
        self.stop(&mut inner, ts, reason);
        ts.core.leave_others();
        self.give_way(&mut inner);
    }

    /// Lets those run whose turn it is, after a thread has begun to block.
    pub(super) fn give_way(&self, inner: &mut Inner) {
        let is_free = inner.nobody_runs() && inner.policy.switching != Switching::Fair;
        match inner.queue.front() {
            // Woken, it takes the lock unless somebody was faster: to hand over to a sleeping thread at each blocking call would have all
            // wait for the system (`threads_io` took 4 s instead of 0.2).
            Some(first) if is_free && first.wish == Wish::Alone => first.ticket.rouse(),
            _ => self.admit(inner),
        }
    }

    /// Lets those run who wait, and is alone again after that: at a safepoint of native code.
    #[cold]
    pub(super) fn let_others_run(&self, ts: &ThreadState) {
        let inner = self.inner.lock();
        if !inner.queue.is_empty() && inner.survivor.is_none() {
            let stop = self.step_back(inner, ts, Wish::Alone);
            if stop.has_stopped {
                self.note_stop(ts, "native code that had let others run", stop);
            }
        }
    }

    /// At a safepoint of the dispatch loop: lets those run who wait, beside this thread if they do not want to be alone.
    #[cold]
    pub fn make_way(&self, ts: &ThreadState) {
        ts.core.breaker.fetch_and(!breaker::DROP_REQUEST, Relaxed);
        let mut inner = self.inner.lock();
        if inner.queue.is_empty() || inner.survivor.is_some() {
            return;
        }
        if inner.queue.iter().any(|other| other.wish == Wish::Alone) {
            self.step_back(inner, ts, Wish::Together);
        } else {
            let now = self.now();
            inner.stop(&ts.ticket);
            self.contention.end(now);
            inner
                .world
                .join(ts.ticket.clone(), &raw const ts.core.breaker, now);
            self.admit(&mut inner);
        }
        ts.core.set_together(true);
    }

    /// Waits until no other thread runs, if this one runs together with others. Answers how long that took, unless nobody else ran or waited.
    #[cold]
    pub fn alone(&self, ts: &ThreadState) -> Option<Stop> {
        if !ts.core.runs_together() {
            return None;
        }
        let mut inner = self.inner.lock();
        inner.stop(&ts.ticket);
        let stop = if inner.nobody_runs() && inner.queue.is_empty() {
            // Nobody had to stop for it, so how long the world was open says nothing.
            inner.world.opened = 0;
            self.hold(&mut inner, &ts.ticket, &raw const ts.core.breaker);
            ts.ticket.count_switch();
            None
        } else {
            Some(self.step_back(inner, ts, Wish::Alone))
        };
        ts.core.set_together(false);
        stop
    }

    /// Stops, waits for its turn behind those who wait already, and goes on: see [`GlobalLock::queue_up`].
    fn step_back<'g>(
        &'g self,
        mut inner: MutexGuard<'g, Inner>,
        ts: &ThreadState,
        wish: Wish,
    ) -> Stop {
        self.stop(&mut inner, ts, Reason::Forced);
        let stop = self.queue_up(inner, ts, wish, false);
        ts.ticket.count_switch();
        ts.core.arrive();
        stop
    }

    fn stop(&self, inner: &mut Inner, ts: &ThreadState, reason: Reason) {
        inner.stop(&ts.ticket);
        ts.core.depart();
        let now = self.now();
        self.contention.end(now);
        ts.ticket.enter(reason.activity(), now);
        ts.ticket.stats.dropped(reason);
        // The request is served; were it left, the next turn would end at its first safepoint.
        ts.core.breaker.fetch_and(!breaker::DROP_REQUEST, Relaxed);
    }

    /// Waits for its turn.
    fn queue_up<'g>(
        &'g self,
        mut inner: MutexGuard<'g, Inner>,
        ts: &ThreadState,
        wish: Wish,
        returning: bool,
    ) -> Stop {
        let ticket = &ts.ticket;
        let began = self.begin_to_wait(ticket);
        ticket.granted.store(false, Relaxed);
        let waiter = Waiter {
            ticket: ticket.clone(),
            breaker: &raw const ts.core.breaker,
            wish,
        };
        if returning && inner.policy.boost {
            inner.queue.push_front(waiter);
        } else {
            inner.queue.push_back(waiter);
        }
        self.count_waiters(&inner, ticket);
        self.admit(&mut inner);
        let has_stopped = wish == Wish::Alone && !inner.world.runners.is_empty();
        if inner.patience(wish) == 0 {
            self.ask(&inner, ticket);
        }
        if !ticket.granted.load(Relaxed) {
            drop(inner);
            let mut spins = SPINS;
            while spins > 0 && !ticket.granted.load(Acquire) {
                spin_hint();
                spins -= 1;
            }
            inner = self.inner.lock();
        }
        while !ticket.granted.load(Relaxed) {
            if inner.excludes(ticket) {
                inner.forget(ticket);
                self.count_waiters(&inner, ticket);
                self.sleep_for_ever(inner, ticket);
            }
            if wish == Wish::Alone && inner.nobody_runs() {
                inner.forget(ticket);
                let now = self.now();
                self.hold_alone(&mut inner, ticket, &raw const ts.core.breaker, now);
                break;
            }
            let time = match inner.patience(wish) {
                0 => AGAIN,
                patience => patience,
            };
            let timed_out = ticket.sleep(&mut inner, Some(Duration::from_nanos(time)));
            if timed_out && !ticket.granted.load(Relaxed) {
                self.ask(&inner, ticket);
            }
        }
        self.count_waiters(&inner, ticket);
        let keeps_waiting = !inner.queue.is_empty();
        drop(inner);
        let (waited, since) = self.resume(ticket, began);
        Stop {
            waited,
            since,
            has_stopped,
            keeps_waiting,
        }
    }

    /// The thread with this ticket is alone from `now` on, and the world closed.
    fn hold_alone(
        &self,
        inner: &mut Inner,
        ticket: &Arc<Ticket>,
        breaker: *const AtomicU32,
        now: u64,
    ) {
        inner.world.close(now);
        self.hold(inner, ticket, breaker);
    }

    /// Lets those in the queue run whose turn it is.
    fn admit(&self, inner: &mut Inner) {
        if inner.holder.is_some() || inner.survivor.is_some() {
            return;
        }
        inner.world.sweep();
        while let Some(first) = inner.queue.front() {
            if first.wish == Wish::Alone && !inner.world.runners.is_empty() {
                if inner.world.patience == 0 {
                    let ticket = first.ticket.clone();
                    self.ask(inner, &ticket);
                }
                return;
            }
            let Some(next) = inner.queue.pop_front() else {
                return;
            };
            let now = self.now();
            next.ticket.granted_at.store(now, Relaxed);
            if next.wish == Wish::Alone {
                self.hold_alone(inner, &next.ticket, next.breaker, now);
            } else {
                // Nobody had to go for it.
                next.ticket.after_other.store(false, Relaxed);
                inner.world.join(next.ticket.clone(), next.breaker, now);
            }
            next.ticket.granted.store(true, Release);
            next.ticket.rouse();
            if next.wish == Wish::Alone {
                return;
            }
        }
    }

    /// Asks those who run to stop, for the sake of the thread with this ticket, if they stand in the way of the first in the queue.
    fn ask(&self, inner: &Inner, ticket: &Ticket) {
        self.request(inner, ticket);
        let first = inner.queue.front();
        if first.is_none_or(|first| first.wish == Wish::Together) {
            return;
        }
        ticket.stats.requested();
        for runner in &inner.world.runners {
            // SAFETY: a runner's thread state lives, since it has to take the mutex, which guards `inner`, to stop being one.
            unsafe { (*runner.breaker).fetch_or(breaker::DROP_REQUEST, Release) };
        }
    }
}
