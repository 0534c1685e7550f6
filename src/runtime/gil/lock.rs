//! The lock itself.
//!
//! State lies under one native mutex: the holder, and the queue of those who wait, each with a condition variable of its own, so that handing over
//! wakes exactly one thread. **Invariants**: at most one thread is the holder; a ticket in the queue belongs to a thread that is inside of `take`;
//! the holder's eval breaker outlives its holding, so a request may write to it under the mutex.
//!
//! Every taking and giving up reads the clock once, which is most of what the statistics cost, so they are always counted. Measured in November 2026
//! on a busy machine of two 2.5 GHz cores, by processor time, best of seven: `time.sleep(0)`, which gives the lock up and takes it back without
//! contention, 197 ns; one reading of the clock 19 ns, so 38 of these; the figures themselves 30 instructions (callgrind) beside their loads and
//! stores. A trace adds 37 ns for each event.

use super::census::{Census, Everybody};
use super::contention::{Contention, Shared, Stop, Stops};
use super::parking::Parking;
use super::replay::{Replay, ReplayReport, Schedule};
use super::spec::{GilMode, GilSpec};
use super::stats::{Activity, Reason};
use super::ticket::Ticket;
use super::together::{Wish, World};
use super::trace::{Event, Kind, Trace, Tracer};
use super::{Policy, Switching};
use crate::base::sync::atomic::{AtomicBool, AtomicU32, AtomicU64, Ordering::*};
use crate::base::sync::{Arc, Mutex, MutexGuard};
use crate::object::breaker;
use crate::object::traffic::{Traffic, Transfer};
use crate::runtime::clock;
use crate::runtime::state::ThreadState;
use std::collections::VecDeque;

pub(super) struct Holder {
    pub(super) ticket: Arc<Ticket>,
    pub(super) breaker: *const AtomicU32,
}

pub(super) struct Waiter {
    pub(super) ticket: Arc<Ticket>,
    pub(super) breaker: *const AtomicU32,
    /// What it waits for, in `off`; elsewhere it is `Alone`.
    pub(super) wish: Wish,
}

pub(super) struct Inner {
    pub(super) holder: Option<Holder>,
    pub(super) queue: VecDeque<Waiter>,
    /// In `off`, those who run together while there is no holder.
    pub(super) world: World,
    /// The thread that held the lock last, to count switches.
    pub(super) last: *const Ticket,
    /// The interpreter is ending: the only thread that still gets the lock.
    pub(super) survivor: Option<Arc<Ticket>>,
    pub(super) policy: Policy,
    spec: GilSpec,
    /// In a replay, the threads.
    pub(super) schedule: Option<Schedule>,
}

// SAFETY: the pointers are used under the mutex that this struct lies in, while what they point to lives: a breaker belongs to a thread state that
// holds the lock or waits inside of `take`; `last` is only compared.
unsafe impl Send for Inner {}

/// The lock of an interpreter.
pub struct GlobalLock {
    pub(super) inner: Mutex<Inner>,
    /// Length of the queue, for looking without the mutex.
    waiting: AtomicU32,
    /// Times another thread than the last one took the lock.
    pub(super) switches: AtomicU64,
    /// Threads may run together: the mode is `off`.
    is_free: bool,
    /// Whether a thread holds the lock, for looking without the mutex.
    is_held: AtomicBool,
    /// Instructions of a turn; 0: they are not counted.
    ticks: AtomicU64,
    /// When it was made.
    began: u64,
    /// The threads.
    pub census: Census,
    /// In `off`, what threads stopped one another for.
    pub(super) contention: Contention,
    tracer: Arc<Tracer>,
    /// Nanoseconds that a call of an event loop may take; 0: calls are not watched.
    pub(super) slow_limit: AtomicU64,
    pub(super) parking: Parking,
    pub(super) replay: Option<Replay>,
}

/// What is known of the lock at a moment.
pub struct LockReport {
    /// How it is handed over.
    pub spec: GilSpec,
    /// Nanoseconds since the interpreter was made.
    pub elapsed: u64,
    /// How often another thread than the last one has taken it.
    pub switches: u64,
    /// Threads that wait for it now.
    pub waiting: u32,
    /// The threads.
    pub everybody: Everybody,
    /// In `off`, what threads stopped one another for, what cost most first.
    pub stops: Vec<Stops>,
    /// In `off`, the classes of the objects that threads shared.
    pub shared: Vec<Shared>,
    /// What is known of the replay, if this is one.
    pub replay: Option<ReplayReport>,
}

impl GlobalLock {
    /// A free lock.
    pub fn new(spec: GilSpec) -> GlobalLock {
        let schedule = Schedule::new(&spec);
        let is_replay = schedule.is_some();
        // A replay counts instructions in every mode.
        let ticks = if is_replay { Some(1) } else { spec.ticks() };
        GlobalLock {
            inner: Mutex::new(Inner {
                holder: None,
                queue: VecDeque::new(),
                world: World::default(),
                last: std::ptr::null(),
                survivor: None,
                policy: spec.policy(),
                spec,
                schedule,
            }),
            waiting: AtomicU32::new(0),
            switches: AtomicU64::new(0),
            is_free: spec.mode == GilMode::Off,
            is_held: AtomicBool::new(false),
            ticks: AtomicU64::new(ticks.unwrap_or(0)),
            began: if is_replay { 0 } else { clock::monotonic() },
            census: Census::default(),
            contention: Contention::default(),
            tracer: Arc::default(),
            slow_limit: AtomicU64::new(0),
            parking: Parking::default(),
            replay: is_replay.then(Replay::default),
        }
    }

    /// A ticket for a new thread.
    pub fn ticket(&self, number: u64, traffic: Arc<Traffic>) -> Arc<Ticket> {
        Arc::new(Ticket::new(number, self.tracer.clone(), traffic))
    }

    /// What waits and statistics are measured by, in nanoseconds.
    pub fn now(&self) -> u64 {
        match &self.replay {
            Some(replay) => self.virtual_now(replay),
            None => clock::monotonic(),
        }
    }

    /// How the lock is handed over now, in detail.
    pub fn policy(&self) -> Policy {
        self.inner.lock().policy
    }

    /// How the lock is handed over now, as it is specified.
    pub fn spec(&self) -> GilSpec {
        self.inner.lock().spec
    }

    /// Instructions of a turn, where they are counted.
    #[inline]
    pub fn ticks(&self) -> Option<u64> {
        match self.ticks.load(Relaxed) {
            0 => None,
            ticks => Some(ticks),
        }
    }

    /// Runs `fork` with everything here in order, and makes the lock that of the calling thread alone in the copy of the process, where `fork` answers 0.
    ///
    /// # Errors
    /// Those of `fork`.
    pub fn around_fork<E>(
        &self,
        ts: &ThreadState,
        fork: impl FnOnce() -> Result<i32, E>,
    ) -> Result<i32, E> {
        let mut inner = self.inner.lock();
        let tables = self.contention.lock();
        let answer = self.census.around_fork(ts, fork)?;
        drop(tables);
        if answer == 0 {
            inner.queue.clear();
            inner.world = World::default();
            self.waiting.store(0, Release);
            self.parking.only_one_left();
        }
        Ok(answer)
    }

    /// Changes how the lock is handed over. Threads that wait see it when they wake, those that run at their next safepoint.
    pub fn set_spec(&self, spec: GilSpec) {
        let mut inner = self.inner.lock();
        inner.spec = spec;
        inner.policy = spec.policy();
        let ticks = spec.ticks().unwrap_or(0);
        if (self.ticks.swap(ticks, AcqRel) == 0) != (ticks == 0) {
            self.census.signal_all(breaker::CHANGE_LOOP);
        }
        // Whoever sleeps for the old interval is to reckon with the new one.
        for waiter in &inner.queue {
            waiter.ticket.rouse();
        }
    }

    /// Changes the interval after which a waiting thread asks for the lock, where there is one.
    pub fn set_interval(&self, interval: std::time::Duration) {
        let mut inner = self.inner.lock();
        if inner.policy.interval.is_some() {
            inner.policy.interval = Some(interval);
            if let GilMode::Interval(old) = &mut inner.spec.mode {
                *old = interval;
            }
        }
    }

    /// What is known of the lock and the threads.
    pub fn report(&self) -> LockReport {
        let now = self.now();
        let (stops, shared) = self.contention.report(now);
        LockReport {
            spec: self.spec(),
            elapsed: now - self.began,
            switches: self.switches.load(Relaxed),
            waiting: self.waiting.load(Relaxed),
            everybody: self.census.everybody(now),
            stops,
            shared,
            replay: self.replay_report(),
        }
    }

    /// Counts that the thread, which is alone, had to wait for that for this cause.
    pub fn note_stop(&self, ts: &ThreadState, cause: &str, stop: Stop) {
        ts.ticket.stats.stopped_others(stop.waited);
        self.contention.begin(cause, stop);
    }

    /// Counts that the running thread, which is alone, shares an object of this class with others.
    pub fn note_shared(&self, class: &str, how: Transfer) {
        self.contention.share(class, how);
    }

    /// Begins to record what threads do; false if that is being done already.
    pub fn start_trace(&self) -> bool {
        self.tracer.start(self.now())
    }

    /// Ends recording; None if nothing was recorded.
    pub fn stop_trace(&self) -> Option<Trace> {
        let spec = self.spec().to_string();
        self.tracer.stop(&self.census.tickets(), self.now(), spec)
    }

    /// Marks the moment in the trace, if there is one.
    pub fn mark(&self, ts: &ThreadState, text: &str) {
        ts.ticket.trace(|| {
            let mark = self.tracer.mark(text);
            Event::moment(Kind::Mark(mark), self.now())
        });
    }

    /// The time at which a step of a task begins, if there is a trace.
    #[inline(always)]
    pub fn step_begins(&self) -> Option<u64> {
        match self.tracer.is_on() {
            true => Some(self.now()),
            false => None,
        }
    }

    /// A step of a task, which began at this time, has ended. `lane` keeps which lane of which trace is the task's; 0 at first.
    #[cold]
    #[inline(never)]
    pub fn step_ends(
        &self,
        ts: &ThreadState,
        began: u64,
        lane: &AtomicU64,
        name: impl FnOnce() -> String,
    ) {
        ts.ticket.trace(|| {
            let task = self.tracer.task(lane, name);
            Event {
                start: began,
                end: self.now(),
                kind: Kind::Step(task),
            }
        });
    }

    /// How often another thread than the last one has taken the lock.
    pub fn switches(&self) -> u64 {
        self.switches.load(Relaxed)
    }

    /// Waits until the lock is this thread's. `returning`: from a blocking call.
    pub fn take(&self, ts: &ThreadState, returning: bool) {
        if let Some(replay) = &self.replay {
            return self.take_scheduled(replay, ts);
        }
        if self.is_free {
            return self.take_alone(ts, returning);
        }
        self.take_locked(self.inner.lock(), ts, returning);
    }

    /// The thread, which another one has started, begins: beside others where threads can run so.
    pub fn begin(&self, ts: &ThreadState) {
        match self.is_free {
            true => self.take_together(ts),
            false => self.take(ts, false),
        }
    }

    fn take_locked(&self, mut inner: MutexGuard<'_, Inner>, ts: &ThreadState, returning: bool) {
        let ticket = &ts.ticket;
        if inner.excludes(ticket) {
            self.sleep_for_ever(inner, ticket);
        }
        if inner.holder.is_none() {
            self.hold(&mut inner, ticket, &raw const ts.core.breaker);
            drop(inner);
            ticket.enter(Activity::Running, self.now());
            ticket.stats.taken();
        } else {
            let began = self.begin_to_wait(ticket);
            self.wait(inner, ts, returning);
            self.resume(ticket, began);
        }
        ticket.count_switch();
    }

    /// The thread waits for its turn from now on, or has since the moment that this answers.
    pub(super) fn begin_to_wait(&self, ticket: &Ticket) -> u64 {
        match ticket.stats.present() {
            // Its turn was ended by force.
            (Activity::Waiting, since) => since,
            _ => {
                let now = self.now();
                ticket.enter(Activity::Waiting, now);
                now
            }
        }
    }

    /// The wait that began at `began` is over: how long it was, and when.
    pub(super) fn resume(&self, ticket: &Ticket, began: u64) -> (u64, u64) {
        let now = self.now();
        ticket.enter(Activity::Running, now);
        let handover = match ticket.granted.load(Relaxed) {
            true => now.saturating_sub(ticket.granted_at.load(Relaxed)),
            false => 0,
        };
        let waited = now.saturating_sub(began);
        ticket.stats.taken_after(waited, handover);
        (waited, now)
    }

    #[cold]
    fn wait(&self, mut inner: MutexGuard<'_, Inner>, ts: &ThreadState, returning: bool) {
        let ticket = &ts.ticket;
        ticket.granted.store(false, Relaxed);
        let waiter = Waiter {
            ticket: ticket.clone(),
            breaker: &raw const ts.core.breaker,
            wish: Wish::Alone,
        };
        let is_boosted = returning && inner.policy.boost;
        if is_boosted {
            inner.queue.push_front(waiter);
        } else {
            inner.queue.push_back(waiter);
        }
        self.count_waiters(&inner, ticket);
        if is_boosted {
            self.request(&inner, ticket);
        }
        while !ticket.granted.load(Relaxed) {
            if inner.excludes(ticket) {
                inner.forget(ticket);
                self.count_waiters(&inner, ticket);
                self.sleep_for_ever(inner, ticket);
            }
            if inner.holder.is_none() {
                inner.forget(ticket);
                self.hold(&mut inner, ticket, &raw const ts.core.breaker);
                break;
            }
            let switches = self.switches();
            let interval = inner.policy.interval;
            let timed_out = ticket.sleep(&mut inner, interval);
            // Nobody else had a turn during the whole interval: the holder is asked to end its own.
            if timed_out && self.switches() == switches {
                self.request(&inner, ticket);
            }
        }
        self.count_waiters(&inner, ticket);
    }

    /// The queue has changed; `ticket` is the running thread's.
    pub(super) fn count_waiters(&self, inner: &Inner, ticket: &Ticket) {
        let waiting = inner.queue.len() as u32;
        self.waiting.store(waiting, SeqCst);
        ticket.trace(|| Event::moment(Kind::Waiters(waiting), self.now()));
    }

    /// Whether somebody is in the queue; see `away.rs`.
    pub(super) fn has_waiters(&self) -> bool {
        self.waiting.load(SeqCst) != 0
    }

    pub(super) fn hold(&self, inner: &mut Inner, ticket: &Arc<Ticket>, breaker: *const AtomicU32) {
        let this = Arc::as_ptr(ticket);
        let after_other = inner.last != this;
        ticket.after_other.store(after_other, Relaxed);
        if after_other {
            inner.last = this;
            self.switches.fetch_add(1, Relaxed);
        }
        inner.holder = Some(Holder {
            ticket: ticket.clone(),
            breaker,
        });
        self.is_held.store(true, Relaxed);
    }

    /// Whether threads may run together.
    pub(super) fn runs_others(&self) -> bool {
        self.is_free
    }

    /// Whether a thread that looked now would have to wait for the lock, as far as can be seen from outside.
    pub fn seems_taken(&self) -> bool {
        !self.is_free && self.is_held.load(Relaxed)
    }

    /// Whether somebody gains by it if this thread gives the lock up for a moment; in a replay it always does so.
    pub(super) fn is_wanted(&self, ts: &ThreadState) -> bool {
        let has_others = self.is_free && ts.core.is_amid_others();
        // Who owes another thread the call that wakes it is asked for something as well.
        let is_asked = ts.core.breaker.load(Relaxed) != 0;
        has_others || is_asked || self.has_waiters() || self.replay.is_some()
    }

    /// Gives the lock up for a blocking call, or for good.
    pub fn release(&self, ts: &ThreadState, reason: Reason) {
        if let Some(replay) = &self.replay {
            return self.release_scheduled(replay, ts, reason);
        }
        if self.is_free {
            return self.release_off(ts, reason);
        }
        let mut inner = self.inner.lock();
        let hand_over = inner.policy.switching == Switching::Fair;
        self.let_go(&mut inner, ts, reason, hand_over);
        drop(inner);
        self.pay(ts);
    }

    fn let_go(&self, inner: &mut Inner, ts: &ThreadState, reason: Reason, hand_over: bool) {
        let Some(holder) = inner.holder.take() else {
            return;
        };
        self.is_held.store(false, Relaxed);
        debug_assert!(Arc::ptr_eq(&holder.ticket, &ts.ticket));
        let now = self.now();
        ts.ticket.enter(reason.activity(), now);
        ts.ticket.stats.dropped(reason);
        // The request is served; were it left, the next holding would end at its first safepoint.
        ts.core.breaker.fetch_and(!breaker::DROP_REQUEST, Relaxed);
        if inner.survivor.is_some() {
            return;
        }
        if hand_over {
            if let Some(next) = inner.queue.pop_front() {
                self.hold(inner, &next.ticket, next.breaker);
                next.ticket.granted_at.store(now, Relaxed);
                next.ticket.granted.store(true, Relaxed);
                next.ticket.rouse();
            }
        } else if let Some(next) = inner.queue.front() {
            next.ticket.rouse();
        }
    }

    /// Lets another thread run, if one waits: the holder was asked for the lock, or its turn is over.
    #[cold]
    pub fn yield_to_waiters(&self, ts: &ThreadState) {
        // Whoever has set the bit was counted before.
        ts.core.breaker.fetch_and(!breaker::DROP_REQUEST, Acquire);
        if let Some(replay) = &self.replay {
            return self.yield_scheduled(replay, ts);
        }
        self.pay(ts);
        if !self.has_waiters() {
            return;
        }
        if self.is_free {
            return self.let_others_run(ts);
        }
        let mut inner = self.inner.lock();
        if inner.queue.is_empty() || inner.survivor.is_some() {
            return;
        }
        let hand_over = inner.policy.switching != Switching::Race;
        self.let_go(&mut inner, ts, Reason::Forced, hand_over);
        if hand_over {
            // This thread is in the queue before the next one runs. Else the system, which likes to run a thread that was just woken on the processor of
            // the one that woke it, lets the next one run with nobody waiting: it keeps the lock until the system's time slice is over. On two
            // processors that others used as well, `ticks:7,fair` had 65 switches in 200 ms, where each turn took 3 ms (2026-11-21).
            self.take_locked(inner, ts, false);
        } else {
            drop(inner);
            self.take(ts, false);
        }
    }

    /// The running thread's turn of instructions is over; the next instruction is counted already.
    #[cold]
    pub fn turn_over(&self, ts: &ThreadState) {
        if let Some(replay) = &self.replay {
            return self.turn_over_scheduled(replay, ts);
        }
        match self.ticks() {
            Some(ticks) => {
                ts.ticks.set(ticks - 1);
                self.yield_to_waiters(ts);
            }
            // This mode does not count, and the loop that does is left at the next safepoint, unless the mode counts again by then: no long turn
            // may begin here, for nobody could end it.
            None => ts.ticks.set(0),
        }
    }

    /// The interpreter is ending: from now on only this thread, which holds the lock, gets it. Others that ask for it sleep until the process ends, so that
    /// they never touch what is being taken apart.
    pub fn close(&self, ts: &ThreadState) {
        let mut inner = self.inner.lock();
        inner.survivor = Some(ts.ticket.clone());
        // Those that wait already find out when they wake.
        for waiter in &inner.queue {
            waiter.ticket.rouse();
        }
    }

    /// Sets a bit in the eval breaker of a thread that runs; false if nobody does.
    pub fn signal_runner(&self, bit: u32) -> bool {
        let mut inner = self.inner.lock();
        inner.world.sweep();
        match inner.holder.as_ref().or(inner.world.runners.first()) {
            Some(runner) => {
                // SAFETY: the runner's thread state lives, since it has to take the mutex to stop being one.
                unsafe { (*runner.breaker).fetch_or(bit, Release) };
                true
            }
            None => false,
        }
    }

    /// Asks the holder to give the lock up; `ticket` is the running thread's. It is counted among those that wait, for the holder looks there as soon as
    /// it sees the request.
    pub(super) fn request(&self, inner: &Inner, ticket: &Ticket) {
        if let Some(holder) = &inner.holder {
            ticket.stats.requested();
            let number = holder.ticket.number as u32;
            ticket.trace(|| Event::moment(Kind::Request(number), self.now()));
            // SAFETY: as in `signal_runner`; `inner` is borrowed from the mutex's guard.
            unsafe { (*holder.breaker).fetch_or(breaker::DROP_REQUEST, Release) };
        }
    }

    pub(super) fn sleep_for_ever(&self, inner: MutexGuard<'_, Inner>, ticket: &Ticket) -> ! {
        ticket.enter(Activity::Stopped, self.now());
        drop(inner);
        loop {
            std::thread::park();
        }
    }
}

impl Inner {
    pub(super) fn excludes(&self, ticket: &Arc<Ticket>) -> bool {
        match &self.survivor {
            Some(survivor) => !Arc::ptr_eq(survivor, ticket),
            None => false,
        }
    }

    /// Whether the lock is this thread's.
    pub(super) fn is_held_by(&self, ticket: &Arc<Ticket>) -> bool {
        matches!(&self.holder, Some(holder) if Arc::ptr_eq(&holder.ticket, ticket))
    }

    pub(super) fn forget(&mut self, ticket: &Arc<Ticket>) {
        self.queue
            .retain(|waiter| !Arc::ptr_eq(&waiter.ticket, ticket));
    }
}
