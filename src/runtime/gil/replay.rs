//! Replay: the order of threads is drawn from a seeded generator, and time is virtual.
//!
//! Every thread of the interpreter has an entry in the schedule: it is ready, blocked (until a deadline, or for ever), or outside, in code of the host
//! or in a long input or output. Whenever the running thread's turn ends or it blocks, the generator says who of the ready ones goes on and
//! for how many instructions. Nobody else changes entries, so the same seed gives the same order. **Invariants**: a thread that blocks keeps
//! the lock until its entry says so, hence what it looks at before (a queue, a token) cannot change under it; a thread that is started has its
//! entry before its native thread exists.
//!
//! Time is a count: [`NANOSECONDS`] for each instruction, and when no thread is ready, a jump to the next deadline.

use super::lock::{GlobalLock, Holder, Inner};
use super::parking::{NAP, Parked, Waited};
use super::stats::{Activity, Reason};
use super::ticket::Ticket;
use super::{GilMode, GilSpec, Switching};
use crate::base::sync::atomic::{AtomicU32, AtomicU64, Ordering::*};
use crate::base::sync::{Arc, MutexGuard};
use crate::object::Thread;
use crate::object::breaker;
use crate::runtime::state::{ThreadState, state};

/// How far the clock advances with each instruction.
pub const NANOSECONDS: u64 = 10;
/// Instructions that a thread goes on with until its next safepoint, where its turn ends there only.
const EXTENSION: u64 = 1 << 40;

/// Input by which two runs with one seed can differ.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u32)]
pub enum Input {
    /// Text from standard input.
    StandardInput = 1,
    /// Randomness of the system.
    Randomness = 2,
    /// Input or output other than the standard streams', signals, or code of the host.
    Outside = 4,
    /// Numbers of processes, and the time they took.
    Process = 8,
    /// Variables of the environment.
    Environment = 16,
}

impl Input {
    const ALL: [(Input, &'static str); 5] = [
        (Input::StandardInput, "standard input"),
        (Input::Randomness, "randomness of the system"),
        (Input::Outside, "outside events"),
        (Input::Process, "the process's numbers"),
        (Input::Environment, "the environment"),
    ];
}

/// What of a replay is looked at without the lock's mutex. Written by the thread whose turn it is.
#[derive(Default)]
pub(super) struct Replay {
    /// The time at the beginning of the present turn.
    clock: AtomicU64,
    /// Instructions of the present turn; 0 while nobody has one.
    turn: AtomicU64,
    /// Instructions executed in earlier turns.
    executed: AtomicU64,
    inputs: AtomicU32,
}

/// What is known of a replay at a moment.
#[derive(Clone, Debug)]
pub struct ReplayReport {
    /// The seed.
    pub seed: u64,
    /// Instructions executed by all threads.
    pub instructions: u64,
    /// Input by which another run with this seed could differ.
    pub inputs: Vec<&'static str>,
}

/// What a thread may do.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Standing {
    /// Run. The number counts the moments at which threads became ready.
    Ready(u64),
    /// Nothing, until the deadline or a token.
    Blocked(Option<u64>),
    /// It comes back by itself.
    Outside,
}

struct Entry {
    ticket: Arc<Ticket>,
    breaker: *const AtomicU32,
    standing: Standing,
}

/// The threads and the generator.
pub(super) struct Schedule {
    random: u64,
    /// Instructions of a turn on average.
    mean: u64,
    /// A turn ends at a safepoint only.
    at_safepoints: bool,
    entries: Vec<Entry>,
    moments: u64,
}

impl Schedule {
    /// The schedule that a specification with a seed asks for.
    pub(super) fn new(spec: &GilSpec) -> Option<Schedule> {
        let seed = spec.modifiers.seed?;
        let (mean, at_safepoints) = match spec.mode {
            GilMode::Ticks(n) => (n, false),
            GilMode::Interval(interval) => {
                let ns = u64::try_from(interval.as_nanos()).unwrap_or(u64::MAX);
                ((ns / NANOSECONDS).max(1), true)
            }
            GilMode::Off => return None,
        };
        Some(Schedule {
            random: seed,
            mean,
            at_safepoints,
            entries: Vec::new(),
            moments: 0,
        })
    }

    /// A number below `bound` (SplitMix64).
    fn draw(&mut self, bound: u64) -> u64 {
        self.random = self.random.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.random;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        let z = z ^ (z >> 31);
        ((u128::from(z) * u128::from(bound)) >> 64) as u64
    }

    fn turn(&mut self) -> u64 {
        let bound = self.mean.saturating_mul(2).saturating_sub(1).max(1);
        1 + self.draw(bound)
    }

    fn entry(&mut self, ticket: &Arc<Ticket>) -> Option<&mut Entry> {
        self.entries
            .iter_mut()
            .find(|entry| Arc::ptr_eq(&entry.ticket, ticket))
    }

    fn next_moment(&mut self) -> u64 {
        self.moments += 1;
        self.moments
    }

    fn set(&mut self, ticket: &Arc<Ticket>, breaker: *const AtomicU32, standing: Standing) {
        match self.entry(ticket) {
            Some(entry) => entry.standing = standing,
            None => self.entries.push(Entry {
                ticket: ticket.clone(),
                breaker,
                standing,
            }),
        }
    }

    fn make_ready(&mut self, ticket: &Arc<Ticket>, breaker: *const AtomicU32) {
        let moment = self.next_moment();
        self.set(ticket, breaker, Standing::Ready(moment));
    }
}

/// Whether a signal waits for the thread.
fn is_signalled(breaker: *const AtomicU32) -> bool {
    // SAFETY: an entry's thread state lives until the entry is removed, which is done before the state goes.
    unsafe { (*breaker).load(Relaxed) & (breaker::SIGNAL | breaker::INTERRUPT) != 0 }
}

impl GlobalLock {
    /// Whether this is a replay.
    #[inline]
    pub fn is_replay(&self) -> bool {
        self.replay.is_some()
    }

    /// The virtual time, in a replay.
    pub(super) fn virtual_now(&self, replay: &Replay) -> u64 {
        let turn = replay.turn.load(Relaxed);
        let passed = Thread::with_current(|thread| match thread.map(state) {
            Some(ts) if std::ptr::eq(&*ts.interpreter.gil, self) => {
                turn.saturating_sub(ts.ticks.get())
            }
            _ => 0,
        });
        replay.clock.load(Relaxed) + passed * NANOSECONDS
    }

    /// Nanoseconds that the processor has been at work, in a replay.
    pub fn virtual_work(&self) -> Option<u64> {
        let replay = self.replay.as_ref()?;
        let passed = self.virtual_now(replay) - replay.clock.load(Relaxed);
        Some(replay.executed.load(Relaxed) * NANOSECONDS + passed)
    }

    /// Notes that the program has used input by which another run could differ.
    pub fn note_input(&self, input: Input) {
        if let Some(replay) = &self.replay {
            replay.inputs.fetch_or(input as u32, Relaxed);
        }
    }

    /// What is known of the replay, if this is one.
    pub fn replay_report(&self) -> Option<ReplayReport> {
        let replay = self.replay.as_ref()?;
        let inputs = replay.inputs.load(Relaxed);
        let used = Input::ALL
            .iter()
            .filter(|(input, _)| inputs & *input as u32 != 0);
        Some(ReplayReport {
            seed: self.spec().modifiers.seed.unwrap_or(0),
            instructions: self.virtual_work().unwrap_or(0) / NANOSECONDS,
            inputs: used.map(|(_, name)| *name).collect(),
        })
    }

    /// Ends the count of the present turn.
    fn end_turn(&self, replay: &Replay, ts: &ThreadState) {
        let turn = replay.turn.swap(0, Relaxed);
        let executed = turn.saturating_sub(ts.ticks.replace(0));
        replay.executed.fetch_add(executed, Relaxed);
        replay.clock.fetch_add(executed * NANOSECONDS, Relaxed);
    }

    /// Begins a turn of the running thread, in which some instructions have been executed already.
    fn begin_turn(&self, replay: &Replay, ts: &ThreadState, turn: u64) {
        replay.turn.store(turn, Relaxed);
        ts.ticks.set(turn);
    }

    /// A thread has been started, its native thread may come at any time.
    pub fn schedule_new(&self, ts: &ThreadState) {
        if let Some(schedule) = &mut self.inner.lock().schedule {
            // It waits from now on, whenever its native thread comes.
            ts.ticket.enter(Activity::Waiting, self.now());
            schedule.make_ready(&ts.ticket, &raw const ts.core.breaker);
        }
    }

    /// A thread that was started does not come.
    pub fn unschedule(&self, ticket: &Arc<Ticket>) {
        if let Some(schedule) = &mut self.inner.lock().schedule {
            schedule
                .entries
                .retain(|entry| !Arc::ptr_eq(&entry.ticket, ticket));
        }
    }

    /// [`GlobalLock::take`] in a replay.
    pub(super) fn take_scheduled(&self, replay: &Replay, ts: &ThreadState) {
        let ticket = &ts.ticket;
        let mut inner = self.inner.lock();
        if inner.excludes(ticket) {
            self.sleep_for_ever(inner, ticket);
        }
        let breaker = &raw const ts.core.breaker;
        if !inner.is_held_by(ticket) {
            let began = match ticket.stats.present() {
                (Activity::Waiting, since) => since,
                _ => {
                    let now = self.virtual_now(replay);
                    ticket.enter(Activity::Waiting, now);
                    now
                }
            };
            if let Some(schedule) = &mut inner.schedule
                && !matches!(schedule.entry(ticket), Some(entry) if matches!(entry.standing, Standing::Ready(_)))
            {
                schedule.make_ready(ticket, breaker);
            }
            if inner.holder.is_none() {
                self.schedule_next(replay, &mut inner);
            }
            self.await_turn(inner, replay, ts);
            self.run_scheduled(replay, ts, Some(began));
        } else {
            // It blocked and has been drawn since, or it is new and was drawn before its native thread came.
            drop(inner);
            let began = match ticket.stats.present() {
                (Activity::Waiting, since) => Some(since),
                _ => None,
            };
            self.run_scheduled(replay, ts, began);
        }
    }

    /// The running thread goes on with the turn that it was given.
    fn run_scheduled(&self, replay: &Replay, ts: &ThreadState, began: Option<u64>) {
        let ticket = &ts.ticket;
        let turn = match &mut self.inner.lock().schedule {
            Some(schedule) => schedule.turn(),
            None => 1,
        };
        self.begin_turn(replay, ts, turn);
        let now = replay.clock.load(Relaxed);
        ticket.enter(Activity::Running, now);
        match began {
            Some(began) if now > began => ticket.stats.taken_after(now - began, 0),
            _ => ticket.stats.taken(),
        }
        if ticket.after_other.swap(false, Relaxed) {
            ticket.stats.switched();
        }
    }

    /// [`GlobalLock::release`] in a replay. A thread that is about to block in the schedule keeps the lock until it does.
    pub(super) fn release_scheduled(&self, replay: &Replay, ts: &ThreadState, reason: Reason) {
        let mut inner = self.inner.lock();
        if !inner.is_held_by(&ts.ticket) {
            return;
        }
        self.end_turn(replay, ts);
        let now = replay.clock.load(Relaxed);
        ts.ticket.enter(reason.activity(), now);
        ts.ticket.stats.dropped(reason);
        match reason {
            Reason::Lock | Reason::Join | Reason::Sleep | Reason::Forced => return,
            // The only host comes back at once, at a moment that nobody can foresee.
            Reason::Exit if ts.is_main.get() && self.parking.has_one_host() => return,
            Reason::Exit => {
                if let Some(schedule) = &mut inner.schedule {
                    schedule
                        .entries
                        .retain(|entry| !Arc::ptr_eq(&entry.ticket, &ts.ticket));
                }
            }
            Reason::Io | Reason::Host => {
                self.note_input(Input::Outside);
                if let Some(schedule) = &mut inner.schedule {
                    let breaker = &raw const ts.core.breaker;
                    schedule.set(&ts.ticket, breaker, Standing::Outside);
                }
            }
        }
        inner.holder = None;
        self.schedule_next(replay, &mut inner);
    }

    /// The turn of the running thread is over.
    pub(super) fn turn_over_scheduled(&self, replay: &Replay, ts: &ThreadState) {
        let mut inner = self.inner.lock();
        let at_safepoints = inner.schedule.as_ref().is_some_and(|s| s.at_safepoints);
        if at_safepoints || !inner.is_held_by(&ts.ticket) {
            // The loop has counted the instruction that comes now.
            replay.turn.fetch_add(EXTENSION, Relaxed);
            ts.ticks.set(EXTENSION - 1);
            if at_safepoints {
                ts.core.breaker.fetch_or(breaker::DROP_REQUEST, Relaxed);
            }
            return;
        }
        ts.ticks.set(0);
        self.let_others(replay, ts, &mut inner);
        if !inner.is_held_by(&ts.ticket) {
            self.await_and_run(inner, replay, ts);
        } else {
            let turn = inner.schedule.as_mut().map_or(1, Schedule::turn);
            self.begin_turn(replay, ts, turn);
        }
        ts.ticks.set(ts.ticks.get() - 1);
    }

    /// [`GlobalLock::yield_to_waiters`] in a replay.
    pub(super) fn yield_scheduled(&self, replay: &Replay, ts: &ThreadState) {
        let mut inner = self.inner.lock();
        if !inner.is_held_by(&ts.ticket) {
            return;
        }
        self.let_others(replay, ts, &mut inner);
        if !inner.is_held_by(&ts.ticket) {
            self.await_and_run(inner, replay, ts);
        } else {
            let turn = inner.schedule.as_mut().map_or(1, Schedule::turn);
            self.begin_turn(replay, ts, turn);
        }
    }

    /// Ends the running thread's turn and draws who is next, which may be the same thread.
    fn let_others(&self, replay: &Replay, ts: &ThreadState, inner: &mut Inner) {
        self.end_turn(replay, ts);
        let breaker = &raw const ts.core.breaker;
        if let Some(schedule) = &mut inner.schedule {
            schedule.make_ready(&ts.ticket, breaker);
        }
        inner.holder = None;
        self.schedule_next(replay, inner);
        if inner.is_held_by(&ts.ticket) {
            ts.ticket.after_other.store(false, Relaxed);
        } else {
            let now = replay.clock.load(Relaxed);
            ts.ticket.enter(Activity::Waiting, now);
            ts.ticket.stats.dropped(Reason::Forced);
        }
    }

    fn await_and_run(&self, inner: MutexGuard<'_, Inner>, replay: &Replay, ts: &ThreadState) {
        let began = ts.ticket.stats.present().1;
        self.await_turn(inner, replay, ts);
        self.run_scheduled(replay, ts, Some(began));
    }

    /// Sleeps until the lock is this thread's.
    fn await_turn(&self, mut inner: MutexGuard<'_, Inner>, replay: &Replay, ts: &ThreadState) {
        let ticket = &ts.ticket;
        while !inner.is_held_by(ticket) {
            if inner.excludes(ticket) {
                self.sleep_for_ever(inner, ticket);
            }
            if ts.is_main.get() {
                ticket.sleep(&mut inner, Some(NAP));
                // A signal is for the main thread whatever it waits for; with everybody blocked nobody else would notice.
                if inner.holder.is_none() && is_signalled(&raw const ts.core.breaker) {
                    self.schedule_next(replay, &mut inner);
                }
            } else {
                ticket.sleep(&mut inner, None);
            }
        }
    }

    /// The running thread, which has said why it gives the lock up, sleeps until the deadline or a token.
    pub(super) fn park_scheduled(
        &self,
        replay: &Replay,
        ts: &ThreadState,
        deadline: Option<u64>,
    ) -> Parked {
        let ticket = &ts.ticket;
        loop {
            if ticket.parker.use_token() {
                return match ticket.parker.was_doomed() {
                    true => Parked::Ended(Waited::Doomed),
                    false => Parked::Woken,
                };
            }
            let breaker = &raw const ts.core.breaker;
            if is_signalled(breaker) {
                return Parked::Ended(Waited::Interrupted);
            }
            if deadline.is_some_and(|deadline| deadline <= replay.clock.load(Relaxed)) {
                return Parked::Ended(Waited::TimedOut);
            }
            let mut inner = self.inner.lock();
            if !inner.is_held_by(ticket) {
                // Outside of the schedule: nobody has attached this thread.
                return Parked::Ended(Waited::Interrupted);
            }
            if let Some(schedule) = &mut inner.schedule {
                schedule.set(ticket, breaker, Standing::Blocked(deadline));
            }
            inner.holder = None;
            self.schedule_next(replay, &mut inner);
            self.await_turn(inner, replay, ts);
        }
    }

    /// Gives the lock, which nobody has, to the thread that the generator draws.
    fn schedule_next(&self, replay: &Replay, inner: &mut Inner) {
        let switching = inner.policy.switching;
        let (last, survivor) = (inner.last, inner.survivor.clone());
        let chosen = loop {
            let clock = replay.clock.load(Relaxed);
            let Some(schedule) = &mut inner.schedule else {
                return;
            };
            let may_run = |entry: &Entry| match entry.standing {
                Standing::Ready(_) => true,
                Standing::Blocked(deadline) => {
                    deadline.is_some_and(|deadline| deadline <= clock)
                        || entry.ticket.parker.has_token()
                        || is_signalled(entry.breaker)
                }
                Standing::Outside => false,
            };
            let mut candidates: Vec<usize> = Vec::new();
            for (i, entry) in schedule.entries.iter().enumerate() {
                let excluded = survivor
                    .as_ref()
                    .is_some_and(|survivor| !Arc::ptr_eq(survivor, &entry.ticket));
                if !excluded && may_run(entry) {
                    candidates.push(i);
                }
            }
            if !candidates.is_empty() {
                break pick(schedule, candidates, switching, last);
            }
            let deadlines = schedule.entries.iter().filter_map(|e| match e.standing {
                Standing::Blocked(deadline) => deadline,
                _ => None,
            });
            if let Some(deadline) = deadlines.min() {
                replay.clock.store(deadline.max(clock), Relaxed);
                continue;
            }
            let outside = |entry: &Entry| entry.standing == Standing::Outside;
            if schedule.entries.is_empty() || schedule.entries.iter().any(outside) {
                return;
            }
            if !self.parking.is_enabled() || survivor.is_some() {
                return;
            }
            let victim = schedule.entries.iter().min_by_key(|e| e.ticket.number != 0);
            if let Some(victim) = victim {
                victim.ticket.parker.doom();
            }
        };
        let Some(schedule) = &mut inner.schedule else {
            return;
        };
        let moment = schedule.next_moment();
        let entry = &mut schedule.entries[chosen];
        entry.standing = Standing::Ready(moment);
        let (ticket, breaker) = (entry.ticket.clone(), entry.breaker);
        let this = Arc::as_ptr(&ticket);
        let after_other = inner.last != this;
        ticket.after_other.store(after_other, Relaxed);
        if after_other {
            inner.last = this;
            self.switches.fetch_add(1, Relaxed);
        }
        ticket.rouse();
        inner.holder = Some(Holder { ticket, breaker });
    }
}

/// Who of the candidates is next.
fn pick(
    schedule: &mut Schedule,
    mut candidates: Vec<usize>,
    switching: Switching,
    last: *const Ticket,
) -> usize {
    match switching {
        Switching::Fair => {
            let moment = |i: &usize| match schedule.entries[*i].standing {
                Standing::Ready(moment) => moment,
                _ => 0,
            };
            return candidates.iter().copied().min_by_key(moment).unwrap_or(0);
        }
        Switching::Forced if candidates.len() > 1 => {
            candidates.retain(|i| Arc::as_ptr(&schedule.entries[*i].ticket) != last);
        }
        Switching::Forced | Switching::Race => {}
    }
    let drawn = schedule.draw(candidates.len() as u64) as usize;
    candidates.get(drawn).copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn turns_have_the_length_asked_for_on_average() {
        let spec: GilSpec = "ticks:100,seed=7".parse().expect("valid");
        let mut schedule = Schedule::new(&spec).expect("a replay");
        let turns: Vec<u64> = (0..10_000).map(|_| schedule.turn()).collect();
        let sum: u64 = turns.iter().sum();
        assert!((95..=105).contains(&(sum / 10_000)), "{sum}");
        assert!(turns.iter().all(|turn| (1..=199).contains(turn)));
        let one: GilSpec = "ticks:1,seed=7".parse().expect("valid");
        let mut schedule = Schedule::new(&one).expect("a replay");
        assert!((0..100).all(|_| schedule.turn() == 1));
    }
}
