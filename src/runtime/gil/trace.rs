//! Recording what threads do, for `--gil-trace` and `gil.trace()`.
//!
//! Every thread has a ring of events that it alone writes. The rings of an interpreter grow from one common budget; when that is used up, each ring
//! keeps its newest events and counts those it forgets. One clock, the lock's, gives all times. **Invariant**: the slices of a thread follow
//! each other without gap or overlap, since each is the time between two changes of the thread's activity.
#![forbid(unsafe_code)]

use super::stats::Activity;
use super::ticket::Ticket;
use crate::base::sync::atomic::{AtomicBool, AtomicI64, AtomicU64, Ordering::*};
use crate::base::sync::{Arc, Mutex};
use crate::runtime::clock;

/// Events that all rings together hold before they begin to forget.
const BUDGET: i64 = 1 << 21;
/// Events that each ring may hold whatever the others do.
const LEAST: usize = 1 << 10;

/// What happened.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// The thread did this, from `start` to `end`.
    Slice(Activity),
    /// It asked the holder, a thread of this number, to drop the lock.
    Request(u32),
    /// From now on so many threads wait for the lock.
    Waiters(u32),
    /// The program marked the moment: an index into the marks.
    Mark(u32),
    /// It made a step of this task, from `start` to `end`: an index into the names of tasks.
    Step(u32),
}

/// One event.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Event {
    /// When it began.
    pub start: u64,
    /// When it ended; as `start` for what takes no time.
    pub end: u64,
    /// What it was.
    pub kind: Kind,
}

impl Event {
    pub(super) fn slice(activity: Activity, start: u64, end: u64) -> Event {
        Event {
            start,
            end,
            kind: Kind::Slice(activity),
        }
    }

    pub(super) fn moment(kind: Kind, now: u64) -> Event {
        Event {
            start: now,
            end: now,
            kind,
        }
    }
}

/// The events of one thread.
#[derive(Default)]
pub struct Ring {
    events: Vec<Event>,
    /// Where the oldest event lies, once events are being forgotten.
    oldest: usize,
    forgotten: u64,
    /// Time that recording took.
    cost: u64,
}

impl Ring {
    fn push(&mut self, event: Event, budget: &AtomicI64) {
        if self.oldest == 0 && self.forgotten == 0 {
            let fits = self.events.len() < LEAST || budget.fetch_sub(1, Relaxed) > 0;
            if fits && self.events.try_reserve(1).is_ok() {
                self.events.push(event);
                return;
            }
        }
        self.forgotten += 1;
        if let Some(place) = self.events.get_mut(self.oldest) {
            *place = event;
            self.oldest = (self.oldest + 1) % self.events.len();
        }
    }

    fn in_order(&self) -> Vec<Event> {
        let (newer, older) = self.events.split_at(self.oldest);
        [older, newer].concat()
    }
}

/// Whether there is a trace, and what its rings share.
#[derive(Default)]
pub struct Tracer {
    on: AtomicBool,
    began: AtomicU64,
    budget: AtomicI64,
    marks: Mutex<Vec<String>>,
    /// Counts the traces, so that lanes of an earlier one are not taken for this one's.
    turn: AtomicU64,
    /// The names of the tasks that have lanes.
    tasks: Mutex<Vec<String>>,
}

/// One thread's part of a trace.
#[derive(Clone, Debug)]
pub struct Lane {
    /// The thread's number.
    pub number: u64,
    /// Its name.
    pub name: String,
    /// What the system calls it.
    pub native_id: i64,
    /// Its events, the oldest first.
    pub events: Vec<Event>,
    /// Events that were forgotten for want of room.
    pub forgotten: u64,
    /// Time that recording its events took.
    pub cost: u64,
}

/// A finished trace.
#[derive(Clone, Debug)]
pub struct Trace {
    /// When it began, by the lock's clock.
    pub began: u64,
    /// When it ended.
    pub ended: u64,
    /// How the lock was handed over at the end.
    pub spec: String,
    /// The threads, in the order of their numbers.
    pub lanes: Vec<Lane>,
    /// The texts of marks.
    pub marks: Vec<String>,
    /// The names of the tasks that made steps, each of which has a lane of its own.
    pub tasks: Vec<String>,
}

impl Trace {
    /// Events that were forgotten for want of room.
    pub fn forgotten(&self) -> u64 {
        self.lanes.iter().map(|lane| lane.forgotten).sum()
    }

    /// How many events there are.
    pub fn events(&self) -> usize {
        self.lanes.iter().map(|lane| lane.events.len()).sum()
    }

    /// Nanoseconds that recording took, in all threads together.
    pub fn cost(&self) -> u64 {
        self.lanes.iter().map(|lane| lane.cost).sum()
    }
}

impl Tracer {
    /// Whether events are recorded.
    #[inline(always)]
    pub fn is_on(&self) -> bool {
        self.on.load(Relaxed)
    }

    /// Begins a trace; false if there is one.
    pub(super) fn start(&self, now: u64) -> bool {
        if self.is_on() {
            return false;
        }
        self.marks.lock().clear();
        self.tasks.lock().clear();
        self.turn.fetch_add(1, Relaxed);
        self.budget.store(BUDGET, Relaxed);
        self.began.store(now, Relaxed);
        self.on.store(true, Release);
        true
    }

    /// Ends the trace and collects it from the rings.
    pub(super) fn stop(&self, tickets: &[Arc<Ticket>], now: u64, spec: String) -> Option<Trace> {
        if !self.on.swap(false, AcqRel) {
            return None;
        }
        let began = self.began.load(Relaxed);
        let mut lanes: Vec<Lane> = tickets
            .iter()
            .map(|ticket| lane(ticket, began, now))
            .filter(|lane| !lane.events.is_empty())
            .collect();
        lanes.sort_by_key(|lane| lane.number);
        Some(Trace {
            began,
            ended: now,
            spec,
            lanes,
            marks: std::mem::take(&mut self.marks.lock()),
            tasks: std::mem::take(&mut self.tasks.lock()),
        })
    }

    pub(super) fn record(&self, ring: &Mutex<Ring>, event: Event) {
        let before = clock::monotonic();
        let mut ring = ring.lock();
        ring.push(event, &self.budget);
        ring.cost += clock::monotonic().saturating_sub(before);
    }

    /// The lane of a task, which is made at its first step in this trace.
    pub(super) fn task(&self, lane: &AtomicU64, name: impl FnOnce() -> String) -> u32 {
        let turn = self.turn.load(Relaxed) << 32;
        let known = lane.load(Relaxed);
        let name = name();
        let mut tasks = self.tasks.lock();
        if known & !u64::from(u32::MAX) == turn
            && let Some(last) = tasks.get_mut(known as u32 as usize)
        {
            // A task may get another name after it has begun.
            *last = name;
            return known as u32;
        }
        tasks.push(name);
        let task = tasks.len() as u32 - 1;
        lane.store(turn | u64::from(task), Relaxed);
        task
    }

    /// Keeps the text of a mark.
    pub(super) fn mark(&self, text: &str) -> u32 {
        let mut marks = self.marks.lock();
        marks.push(text.to_owned());
        marks.len() as u32 - 1
    }
}

/// Takes the events out of a thread's ring; what it does at the moment becomes its last slice.
fn lane(ticket: &Ticket, began: u64, ended: u64) -> Lane {
    let ring = std::mem::take(&mut *ticket.ring().lock());
    let mut events = ring.in_order();
    let (activity, since) = ticket.stats.present();
    events.push(Event::slice(activity, since, ended));
    events.retain_mut(|event| {
        let is_slice = matches!(event.kind, Kind::Slice(_));
        event.start = event.start.max(began);
        event.end = event.end.min(ended);
        let is_outside = event.kind == Kind::Slice(Activity::Outside);
        !is_outside && (!is_slice || event.start < event.end)
    });
    let report = ticket.report(ended);
    Lane {
        number: ticket.number,
        name: report.name,
        native_id: report.native_id,
        events,
        forgotten: ring.forgotten,
        cost: ring.cost,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_ring_keeps_the_newest_events() {
        let budget = AtomicI64::new(10);
        let mut ring = Ring::default();
        let total = LEAST as u64 + 100;
        for i in 0..total {
            ring.push(Event::moment(Kind::Waiters(0), i), &budget);
        }
        let starts: Vec<u64> = ring.in_order().iter().map(|e| e.start).collect();
        let kept = LEAST as u64 + 10;
        assert_eq!(ring.forgotten, total - kept);
        assert_eq!(starts, (total - kept..total).collect::<Vec<_>>());
    }
}
