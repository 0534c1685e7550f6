//! What is counted of the lock, per thread.
//!
//! At every moment a thread does one thing, its [`Activity`]; whenever that changes, the time it took is added to the thread's account. So the
//! times of a thread always add up to its wall time. **Invariant**: a thread's account is written by the thread itself alone, with plain loads and
//! stores; anybody may read it, and a version number tells a reader that times changed while it was reading. Times are nanoseconds.

use super::histogram::{Durations, Histogram};
use crate::base::sync::atomic::{AtomicU32, AtomicU64, Ordering::*, fence};
use crate::object::traffic::{TRANSFERS, Transfer};

/// What a thread does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum Activity {
    /// Nothing that concerns the interpreter: it is not attached.
    Outside,
    /// It runs code; in the modes with a lock, it holds the lock.
    Running,
    /// It collects garbage, holding the lock.
    Collecting,
    /// It wants to run and has not got the lock.
    Waiting,
    /// It was stopped: by another thread that has the world stopped, or for good since the interpreter ends.
    Stopped,
    /// It sleeps.
    Sleep,
    /// It waits for a lock, or for something that is built of locks: a condition, an event, a queue.
    Lock,
    /// It waits for another thread to end.
    Join,
    /// It waits for input or output.
    Io,
    /// It runs code of the host.
    Host,
}

/// How many activities there are.
pub const ACTIVITIES: usize = 10;

impl Activity {
    /// All of them, in the order of their numbers.
    pub const ALL: [Activity; ACTIVITIES] = [
        Activity::Outside,
        Activity::Running,
        Activity::Collecting,
        Activity::Waiting,
        Activity::Stopped,
        Activity::Sleep,
        Activity::Lock,
        Activity::Join,
        Activity::Io,
        Activity::Host,
    ];

    /// Those of a blocked thread.
    pub const BLOCKED: [Activity; 5] = [
        Activity::Sleep,
        Activity::Lock,
        Activity::Join,
        Activity::Io,
        Activity::Host,
    ];

    /// As statistics name it.
    pub const fn name(self) -> &'static str {
        match self {
            Activity::Outside => "outside",
            Activity::Running => "running",
            Activity::Collecting => "collecting",
            Activity::Waiting => "waiting",
            Activity::Stopped => "stopped",
            Activity::Sleep => "sleep",
            Activity::Lock => "lock",
            Activity::Join => "join",
            Activity::Io => "io",
            Activity::Host => "host",
        }
    }

    fn of_number(number: u8) -> Activity {
        Activity::ALL
            .get(usize::from(number))
            .copied()
            .unwrap_or(Activity::Outside)
    }
}

/// Why a thread gave the lock up.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum Reason {
    /// It was asked to, or its turn of instructions was over.
    Forced,
    /// It sleeps.
    Sleep,
    /// It waits for a lock, or what is built of locks.
    Lock,
    /// It waits for another thread to end.
    Join,
    /// It waits for input or output.
    Io,
    /// The host detached it.
    Host,
    /// It has ended, or the host's call into the interpreter has.
    Exit,
}

/// How many reasons there are.
pub const REASONS: usize = 7;

impl Reason {
    /// All reasons, in the order of their numbers.
    pub const ALL: [Reason; REASONS] = [
        Reason::Forced,
        Reason::Sleep,
        Reason::Lock,
        Reason::Join,
        Reason::Io,
        Reason::Host,
        Reason::Exit,
    ];

    /// As statistics name it.
    pub const fn name(self) -> &'static str {
        match self {
            Reason::Forced => "forced",
            Reason::Exit => "exit",
            _ => self.activity().name(),
        }
    }

    /// What the thread does then.
    pub const fn activity(self) -> Activity {
        match self {
            Reason::Forced => Activity::Waiting,
            Reason::Sleep => Activity::Sleep,
            Reason::Lock => Activity::Lock,
            Reason::Join => Activity::Join,
            Reason::Io => Activity::Io,
            Reason::Host => Activity::Host,
            Reason::Exit => Activity::Outside,
        }
    }
}

/// Adds to a number that this thread alone writes.
fn add(place: &AtomicU64, amount: u64) {
    place.store(place.load(Relaxed).wrapping_add(amount), Relaxed);
}

fn raise(place: &AtomicU64, value: u64) {
    if place.load(Relaxed) < value {
        place.store(value, Relaxed);
    }
}

/// The account of one thread.
#[derive(Debug, Default)]
pub struct ThreadStats {
    /// Odd while the times are being changed.
    version: AtomicU32,
    /// The present [`Activity`].
    activity: AtomicU32,
    /// When that began.
    since: AtomicU64,
    times: [AtomicU64; ACTIVITIES],
    /// How long the lock has been held by now, without the present activity.
    hold: AtomicU64,
    acquisitions: AtomicU64,
    contended: AtomicU64,
    switches: AtomicU64,
    drops: [AtomicU64; REASONS],
    requests: AtomicU64,
    safepoints: AtomicU64,
    handover: AtomicU64,
    longest_hold: AtomicU64,
    longest_wait: AtomicU64,
    holds: Histogram,
    waits: Histogram,
    stops: AtomicU64,
    stop_time: AtomicU64,
}

impl ThreadStats {
    /// From `now` on the thread does `next`; what it did until then, and since when.
    pub(super) fn enter(&self, next: Activity, now: u64) -> (Activity, u64) {
        let version = self.version.load(Relaxed);
        self.version.store(version.wrapping_add(1), Relaxed);
        fence(Release);
        let (activity, since) = self.present();
        let now = now.max(since);
        add(&self.times[activity as usize], now - since);
        if matches!(activity, Activity::Running | Activity::Collecting) {
            add(&self.hold, now - since);
        }
        self.activity.store(next as u32, Relaxed);
        self.since.store(now, Relaxed);
        self.version.store(version.wrapping_add(2), Release);
        (activity, since)
    }

    /// What the thread does, and since when.
    pub fn present(&self) -> (Activity, u64) {
        (
            Activity::of_number(self.activity.load(Relaxed) as u8),
            self.since.load(Relaxed),
        )
    }

    /// The lock was taken without waiting.
    pub(super) fn taken(&self) {
        add(&self.acquisitions, 1);
    }

    /// The lock was taken after `waited`, the last `handover` of which it was this thread's already.
    pub(super) fn taken_after(&self, waited: u64, handover: u64) {
        add(&self.acquisitions, 1);
        add(&self.contended, 1);
        add(&self.handover, handover);
        raise(&self.longest_wait, waited);
        self.waits.add(waited);
    }

    /// Another thread had the lock before.
    pub(super) fn switched(&self) {
        add(&self.switches, 1);
    }

    /// The lock was given up; [`ThreadStats::enter`] was called before.
    pub(super) fn dropped(&self, reason: Reason) {
        let held = self.hold.load(Relaxed);
        self.hold.store(0, Relaxed);
        raise(&self.longest_hold, held);
        self.holds.add(held);
        add(&self.drops[reason as usize], 1);
    }

    /// It asked the holder to drop the lock.
    pub(super) fn requested(&self) {
        add(&self.requests, 1);
    }

    /// It has waited for so long until others stopped.
    pub(super) fn stopped_others(&self, waited: u64) {
        add(&self.stops, 1);
        add(&self.stop_time, waited);
    }

    /// It found something pending at a safepoint.
    pub fn served(&self) {
        add(&self.safepoints, 1);
    }

    /// The figures at the time `now`, that of the present activity included.
    pub fn figures(&self, now: u64) -> Figures {
        let mut times = [0; ACTIVITIES];
        let (mut activity, mut since) = (Activity::Outside, now);
        // A thread that changes its activity without end is read as it comes after a while; nothing but a sum is off then.
        for _ in 0..1000 {
            let before = self.version.load(Acquire);
            times = std::array::from_fn(|i| self.times[i].load(Relaxed));
            (activity, since) = self.present();
            fence(Acquire);
            if before & 1 == 0 && self.version.load(Relaxed) == before {
                break;
            }
            std::hint::spin_loop();
        }
        times[activity as usize] += now.saturating_sub(since);
        Figures {
            times,
            acquisitions: self.acquisitions.load(Relaxed),
            contended: self.contended.load(Relaxed),
            switches: self.switches.load(Relaxed),
            drops: std::array::from_fn(|i| self.drops[i].load(Relaxed)),
            requests: self.requests.load(Relaxed),
            safepoints: self.safepoints.load(Relaxed),
            handover: self.handover.load(Relaxed),
            longest_hold: self.longest_hold.load(Relaxed),
            longest_wait: self.longest_wait.load(Relaxed),
            holds: self.holds.durations(),
            waits: self.waits.durations(),
            stops: self.stops.load(Relaxed),
            stop_time: self.stop_time.load(Relaxed),
            transfers: [0; TRANSFERS],
        }
    }
}

/// What was counted of a thread, or of several.
#[derive(Clone, Debug, Default)]
pub struct Figures {
    /// Time spent, by [`Activity`].
    pub times: [u64; ACTIVITIES],
    /// How often the lock was taken.
    pub acquisitions: u64,
    /// How often that meant to wait.
    pub contended: u64,
    /// How often another thread had had the lock before.
    pub switches: u64,
    /// How often the lock was given up, by [`Reason`].
    pub drops: [u64; REASONS],
    /// How often the holder was asked to drop the lock.
    pub requests: u64,
    /// Safepoints that found something pending.
    pub safepoints: u64,
    /// The part of the waiting time in which the lock was the thread's already, but the system had not woken it yet.
    pub handover: u64,
    /// Longest time without giving the lock up.
    pub longest_hold: u64,
    /// Longest time of waiting for it.
    pub longest_wait: u64,
    /// Times of holding, counted when they end.
    pub holds: Durations,
    /// Times of waiting, counted when they end.
    pub waits: Durations,
    /// In `off`, how often the thread had to wait until it was alone for what it was doing.
    pub stops: u64,
    /// How long that took.
    pub stop_time: u64,
    /// In `off`, what it had to do about objects that others use as well, by [`Transfer`].
    pub transfers: [u64; TRANSFERS],
}

impl Figures {
    /// Time spent on one activity.
    pub fn time(&self, activity: Activity) -> u64 {
        self.times[activity as usize]
    }

    /// Time during which the lock was held.
    pub fn holding(&self) -> u64 {
        self.time(Activity::Running) + self.time(Activity::Collecting)
    }

    /// Time spent blocked, the lock given up.
    pub fn blocked(&self) -> u64 {
        Activity::BLOCKED.iter().map(|a| self.time(*a)).sum()
    }

    /// Time since the thread came, without that outside of the interpreter.
    pub fn wall(&self) -> u64 {
        self.times.iter().sum::<u64>() - self.time(Activity::Outside)
    }

    /// How often the lock was given up for a reason.
    pub fn dropped(&self, reason: Reason) -> u64 {
        self.drops[reason as usize]
    }

    /// How often the thread had to do this about objects that others use as well.
    pub fn transferred(&self, what: Transfer) -> u64 {
        self.transfers[what as usize]
    }

    /// Adds the figures of another thread.
    pub fn add(&mut self, other: &Figures) {
        for (sum, time) in self.times.iter_mut().zip(other.times) {
            *sum = sum.saturating_add(time);
        }
        for (sum, drops) in self.drops.iter_mut().zip(other.drops) {
            *sum += drops;
        }
        self.acquisitions += other.acquisitions;
        self.contended += other.contended;
        self.switches += other.switches;
        self.requests += other.requests;
        self.safepoints += other.safepoints;
        self.handover += other.handover;
        self.longest_hold = self.longest_hold.max(other.longest_hold);
        self.longest_wait = self.longest_wait.max(other.longest_wait);
        self.holds.add(&other.holds);
        self.waits.add(&other.waits);
        self.stops += other.stops;
        self.stop_time += other.stop_time;
        for (sum, transfers) in self.transfers.iter_mut().zip(other.transfers) {
            *sum += transfers;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_add_up_to_the_wall_time() {
        let stats = ThreadStats::default();
        stats.enter(Activity::Running, 100);
        stats.enter(Activity::Collecting, 130);
        stats.enter(Activity::Running, 140);
        stats.enter(Activity::Io, 200);
        stats.dropped(Reason::Io);
        stats.enter(Activity::Waiting, 350);
        let figures = stats.figures(400);
        assert_eq!((figures.holding(), figures.blocked()), (100, 150));
        assert_eq!(figures.time(Activity::Waiting), 50);
        assert_eq!(figures.wall(), 300);
        assert_eq!(figures.longest_hold, 100);
        assert_eq!(figures.holds.count(), 1);
    }
}
