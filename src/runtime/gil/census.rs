//! The threads of an interpreter, those that have ended included.
//!
//! **Invariant**: a state is enrolled from when it has its final address until it is dropped, so that whoever holds the list's mutex may look at those
//! parts of a state that are atomics; everything else of another thread's state may be looked at by the lock's holder alone.

use super::stats::Figures;
use super::ticket::{ThreadReport, Ticket};
use crate::base::sync::atomic::Ordering::*;
use crate::base::sync::{Arc, Mutex};
use crate::runtime::state::ThreadState;
use std::collections::VecDeque;

/// Ended threads that are remembered one by one; of older ones only the sum of their figures is.
const REMEMBERED: usize = 1000;

/// See the module.
#[derive(Default)]
pub struct Census(Mutex<Lists>);

#[derive(Default)]
struct Lists {
    live: Vec<Entry>,
    ended: VecDeque<Arc<Ticket>>,
    forgotten: Figures,
    forgotten_threads: u64,
}

struct Entry {
    ticket: Arc<Ticket>,
    state: *const ThreadState,
}

// SAFETY: the pointer is followed under the list's mutex, while the state is enrolled; see the module's invariant.
unsafe impl Send for Entry {}

/// All threads at a moment.
pub struct Everybody {
    /// Those that are alive, and the last ones that have ended.
    pub threads: Vec<ThreadReport>,
    /// How many more have ended.
    pub forgotten_threads: u64,
    /// What was counted of all of them together.
    pub total: Figures,
}

impl Census {
    /// A thread state has been made.
    pub fn enrol(&self, state: &ThreadState) {
        self.0.lock().live.push(Entry {
            ticket: state.ticket.clone(),
            state,
        });
    }

    /// Runs `fork` with the list in order, and forgets all threads but the calling one in the copy of the process, where `fork` answers 0.
    pub(super) fn around_fork<E>(
        &self,
        state: &ThreadState,
        fork: impl FnOnce() -> Result<i32, E>,
    ) -> Result<i32, E> {
        let mut lists = self.0.lock();
        let answer = fork()?;
        if answer == 0 {
            lists.live.retain(|entry| std::ptr::eq(entry.state, state));
        }
        Ok(answer)
    }

    /// A thread state goes.
    pub fn strike(&self, state: &ThreadState) {
        let mut lists = self.0.lock();
        if let Some(i) = lists.live.iter().position(|e| std::ptr::eq(e.state, state)) {
            let entry = lists.live.swap_remove(i);
            lists.ended.push_back(entry.ticket);
        }
        if lists.ended.len() > REMEMBERED
            && let Some(oldest) = lists.ended.pop_front()
        {
            lists.forgotten.add(&oldest.figures(0));
            lists.forgotten_threads += 1;
        }
    }

    /// What has been counted until `now`.
    pub fn everybody(&self, now: u64) -> Everybody {
        let lists = self.0.lock();
        let live = lists.live.iter().map(|entry| &entry.ticket);
        let mut threads: Vec<ThreadReport> = lists
            .ended
            .iter()
            .chain(live)
            .map(|t| t.report(now))
            .collect();
        threads.sort_by_key(|report| report.number);
        let mut total = lists.forgotten.clone();
        for thread in &threads {
            total.add(&thread.figures);
        }
        Everybody {
            threads,
            forgotten_threads: lists.forgotten_threads,
            total,
        }
    }

    /// The tickets of all threads.
    pub fn tickets(&self) -> Vec<Arc<Ticket>> {
        let lists = self.0.lock();
        let live = lists.live.iter().map(|entry| &entry.ticket);
        lists.ended.iter().chain(live).cloned().collect()
    }

    /// The tickets of the threads that are alive.
    pub fn living(&self) -> Vec<Arc<Ticket>> {
        let lists = self.0.lock();
        lists
            .live
            .iter()
            .map(|entry| entry.ticket.clone())
            .collect()
    }

    /// Sets bits of the eval breaker of the thread of this number, if that is alive.
    pub fn signal(&self, number: u64, bits: u32) {
        let lists = self.0.lock();
        for entry in lists.live.iter().filter(|e| e.ticket.number == number) {
            // SAFETY: the state is enrolled; its eval breaker is atomic.
            unsafe { (*entry.state).core.breaker.fetch_or(bits, Release) };
        }
    }

    /// Sets bits of every thread's eval breaker.
    pub fn signal_all(&self, bits: u32) {
        for entry in &self.0.lock().live {
            // SAFETY: the state is enrolled; its eval breaker is atomic.
            unsafe { (*entry.state).core.breaker.fetch_or(bits, Release) };
        }
    }

    /// Shows `look` the states of all threads, in the order of their numbers.
    ///
    /// # Safety
    /// The caller holds the lock, in a mode in which other threads change nothing of their states meanwhile; `look` neither makes nor drops
    /// thread states.
    pub unsafe fn look_at_all(&self, mut look: impl FnMut(&ThreadState)) {
        let lists = self.0.lock();
        let mut entries: Vec<&Entry> = lists.live.iter().collect();
        entries.sort_by_key(|entry| entry.ticket.number);
        for entry in entries {
            // SAFETY: the state is enrolled, and by the caller's word nobody changes it now.
            look(unsafe { &*entry.state });
        }
    }
}
