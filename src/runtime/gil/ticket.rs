//! What the lock and its observers keep of each thread.

use super::away::Place;
use super::lock::Inner;
use super::parking::Parker;
use super::slow::CallWatch;
use super::stats::{Activity, Figures, ThreadStats};
use super::target::Target;
use super::trace::{Event, Ring, Tracer};
use crate::base::sync::atomic::{AtomicBool, AtomicI64, AtomicU64, Ordering::*};
use crate::base::sync::{Arc, Condvar, Mutex, MutexGuard};
use crate::object::traffic::Traffic;
use std::time::Duration;

/// A thread's place in the queue, its account, and its lane of the trace.
pub struct Ticket {
    /// Counts the threads of the interpreter; 0 is the main thread.
    pub number: u64,
    /// Woken when the lock is handed over, or may be contended for.
    wake: Condvar,
    /// It was woken and has not slept since, so it will look. Written under the lock's mutex.
    is_roused: AtomicBool,
    /// The lock was handed to this thread. Written under the lock's mutex.
    pub(super) granted: AtomicBool,
    /// When that was.
    pub(super) granted_at: AtomicU64,
    /// The lock that it got had been another thread's. Written under the lock's mutex.
    pub(super) after_other: AtomicBool,
    /// The account.
    pub stats: ThreadStats,
    /// What the thread has had to do about objects that others use as well.
    traffic: Arc<Traffic>,
    /// Where the thread sleeps while it is blocked.
    pub(super) parker: Parker,
    /// Where it is in relation to those who run together.
    pub(super) place: Place,
    /// The call that its event loop makes.
    pub call: CallWatch,
    /// What it waits for.
    target: Mutex<Option<Target>>,
    name: Mutex<Option<Box<str>>>,
    /// The name that `get_ident` gives; 0 before the thread has come.
    ident: AtomicU64,
    /// What the system calls it.
    native_id: AtomicI64,
    /// Its code collects garbage: `Running` means `Collecting`.
    collects: AtomicBool,
    tracer: Arc<Tracer>,
    ring: Mutex<Ring>,
}

/// What a thread looked like when it was asked.
#[derive(Clone, Debug)]
pub struct ThreadReport {
    /// Counts the threads of the interpreter; 0 is the main thread.
    pub number: u64,
    /// A name for people.
    pub name: String,
    /// The name that `get_ident` gives.
    pub ident: u64,
    /// What the system calls it.
    pub native_id: i64,
    /// What it does.
    pub activity: Activity,
    /// What was counted.
    pub figures: Figures,
}

impl Ticket {
    /// The thread has got the lock, or runs together with others.
    pub(super) fn count_switch(&self) {
        if self.after_other.load(Relaxed) {
            self.stats.switched();
        }
    }

    /// Sleeps until [`Ticket::rouse`] or the end of this time; true if that came first. Called by the thread itself.
    pub(super) fn sleep(&self, inner: &mut MutexGuard<'_, Inner>, time: Option<Duration>) -> bool {
        self.is_roused.store(false, Relaxed);
        match time {
            Some(time) => self.wake.wait_for(inner, time).timed_out(),
            None => {
                self.wake.wait(inner);
                false
            }
        }
    }

    /// Has the thread look whether the lock is its own, or free. Called under the lock's mutex. A thread that was told so already and has not come to
    /// looking costs no call of the system: with one for each time that a lock is given up beside a sleeper, `threads_io` made 170,000.
    pub(super) fn rouse(&self) {
        if !self.is_roused.swap(true, Relaxed) {
            self.wake.notify_one();
        }
    }

    /// That of a thread that has not come yet.
    pub fn new(number: u64, tracer: Arc<Tracer>, traffic: Arc<Traffic>) -> Ticket {
        Ticket {
            number,
            wake: Condvar::default(),
            is_roused: AtomicBool::new(false),
            granted: AtomicBool::new(false),
            granted_at: AtomicU64::new(0),
            after_other: AtomicBool::new(false),
            stats: ThreadStats::default(),
            traffic,
            parker: Parker::default(),
            place: Place::default(),
            call: CallWatch::default(),
            target: Mutex::new(None),
            name: Mutex::new(None),
            ident: AtomicU64::new(0),
            native_id: AtomicI64::new(0),
            collects: AtomicBool::new(false),
            tracer,
            ring: Mutex::new(Ring::default()),
        }
    }

    /// A native thread is this thread from now on.
    pub fn identify(&self, ident: u64, native_id: i64) {
        self.ident.store(ident, Relaxed);
        self.native_id.store(native_id, Relaxed);
    }

    /// Gives it a name for people.
    pub fn set_name(&self, name: &str) {
        *self.name.lock() = Some(name.into());
    }

    /// Its name for people.
    pub fn name(&self) -> String {
        match &*self.name.lock() {
            Some(name) => (**name).to_owned(),
            None if self.number == 0 => "MainThread".to_owned(),
            None => format!("thread {}", self.number),
        }
    }

    /// What was counted until the time `now`.
    pub(super) fn figures(&self, now: u64) -> Figures {
        Figures {
            transfers: self.traffic.counts(),
            ..self.stats.figures(now)
        }
    }

    /// What it looks like at the time `now`.
    pub fn report(&self, now: u64) -> ThreadReport {
        ThreadReport {
            number: self.number,
            name: self.name(),
            ident: self.ident.load(Relaxed),
            native_id: self.native_id.load(Relaxed),
            activity: self.stats.present().0,
            figures: self.figures(now),
        }
    }

    /// From `now` on it does something else. Called by the thread itself.
    pub(super) fn enter(&self, next: Activity, now: u64) {
        let next = match next {
            Activity::Running if self.collects.load(Relaxed) => Activity::Collecting,
            next => next,
        };
        let (activity, since) = self.stats.enter(next, now);
        if self.tracer.is_on() {
            self.record(Event::slice(activity, since, now));
        }
    }

    /// A collection begins or ends. Called by the thread itself, which runs.
    pub fn collects(&self, collects: bool, now: u64) {
        self.collects.store(collects, Relaxed);
        self.enter(Activity::Running, now);
    }

    /// Adds an event to its lane, if there is a trace. Called by the thread itself.
    pub(super) fn trace(&self, event: impl FnOnce() -> Event) {
        if self.tracer.is_on() {
            self.record(event());
        }
    }

    #[cold]
    #[inline(never)]
    fn record(&self, event: Event) {
        self.tracer.record(&self.ring, event);
    }

    /// What it waits for, while it shows that.
    pub fn target(&self) -> &Mutex<Option<Target>> {
        &self.target
    }

    /// What its lane holds.
    pub(super) fn ring(&self) -> &Mutex<Ring> {
        &self.ring
    }
}
