//! The cycle collector: three generations, thresholds as CPython's, and what a collection does in which order.
//!
//! 1. `mark.rs` finds the garbage among the containers of the generation and of those younger.
//! 2. Survivors grow older; tuples that refer to leaves alone are not looked at again.
//! 3. `dispose.rs` runs finalisers, sees what they brought back, and frees the rest.
//!
//! A young collection costs in proportion to the blocks that were allocated from since the last one, not to the heap. It is asked for
//! when a class of cells needs a refill (`heap`), through a bit of the eval breaker, and runs at the next safepoint: never inside
//! an allocation.

mod check;
mod dispose;
mod inspect;
mod mark;
mod pauses;

pub use check::Checked;
pub use pauses::Pauses;

use super::builtin::Builtin;
use super::header::{Header, flag};
use super::slot::Slot;
use super::thread::Thread;
use crate::base::sync::Mutex;
use mark::{UpTo, Work};
use std::cell::Cell;
use std::time::Instant;

/// The oldest generation.
pub const OLDEST: u8 = 2;

/// Bits of `gc.set_debug`.
pub mod debug {
    /// Statistics of every collection on standard error.
    pub const STATS: u32 = 1;
    /// Every object that is found to be garbage.
    pub const COLLECTABLE: u32 = 2;
    /// Every object that cannot be freed.
    pub const UNCOLLECTABLE: u32 = 4;
    /// Garbage goes to `gc.garbage` instead of being freed.
    pub const SAVEALL: u32 = 32;
    /// What helps to find leaks.
    pub const LEAK: u32 = COLLECTABLE | UNCOLLECTABLE | SAVEALL;
}

/// What is kept per generation.
#[derive(Default)]
struct Generation {
    threshold: Cell<i64>,
    /// Collections of the next younger generation since the last one of this; the youngest counts in the heap.
    count: Cell<i64>,
    collections: Cell<u64>,
    collected: Cell<u64>,
    uncollectable: Cell<u64>,
    seen: Cell<u64>,
    pauses: Mutex<Pauses>,
}

/// What `gc.get_stats()` says of a generation.
#[derive(Clone, Copy, Debug, Default)]
pub struct Statistics {
    /// How often it was collected.
    pub collections: u64,
    /// Objects that were garbage.
    pub collected: u64,
    /// Objects that were garbage and could not be freed.
    pub uncollectable: u64,
    /// Objects that were looked at.
    pub seen: u64,
    /// How long collections took.
    pub pauses: Pauses,
}

/// The result of a collection.
#[derive(Clone, Copy, Debug, Default)]
pub struct Outcome {
    /// Objects that were found to be garbage, as CPython counts them.
    pub collected: usize,
    /// Garbage that was kept: none but what `SAVEALL` asks for.
    pub uncollectable: usize,
}

/// The collector of an interpreter.
pub struct Collector {
    generations: [Generation; 3],
    enabled: Cell<bool>,
    collecting: Cell<bool>,
    debug: Cell<u32>,
    /// Survivors of collections of the middle generation since the last full collection, and of that: a full collection waits until the
    /// former are a quarter of the latter, so that the work is linear in the number of objects allocated.
    long_lived: (Cell<u64>, Cell<u64>),
    /// Debug switch: how many collections it has caused, and how many safepoints go by before the next one.
    stress: Cell<Option<(u32, u32)>>,
    work: Cell<Work>,
    /// `gc.garbage`, a list; unbound until the module is imported.
    pub garbage: Slot,
    /// `gc.callbacks`, a list; unbound until the module is imported.
    pub callbacks: Slot,
}

impl Default for Collector {
    fn default() -> Collector {
        let generation = |threshold| Generation {
            threshold: Cell::new(threshold),
            ..Generation::default()
        };
        Collector {
            generations: [generation(2000), generation(10), generation(10)],
            enabled: Cell::new(false),
            collecting: Cell::new(false),
            debug: Cell::new(0),
            long_lived: (Cell::new(0), Cell::new(0)),
            stress: Cell::new(None),
            work: Cell::new(Work::default()),
            garbage: Slot::empty(),
            callbacks: Slot::empty(),
        }
    }
}

impl Thread {
    /// Whether collections start by themselves.
    pub fn collector_is_enabled(&self) -> bool {
        self.interp.collector.enabled.get()
    }

    /// Lets collections start by themselves, or no longer.
    pub fn enable_collector(&self, enabled: bool) {
        self.interp.collector.enabled.set(enabled);
        self.apply_threshold();
    }

    /// The three thresholds.
    pub fn collector_thresholds(&self) -> [i64; 3] {
        self.interp
            .collector
            .generations
            .each_ref()
            .map(|g| g.threshold.get())
    }

    /// Sets a threshold.
    pub fn set_collector_threshold(&self, generation: usize, threshold: i64) {
        self.interp.collector.generations[generation]
            .threshold
            .set(threshold);
        self.apply_threshold();
    }

    fn apply_threshold(&self) {
        let collector = &self.interp.collector;
        let threshold = collector.generations[0].threshold.get();
        let active = collector.enabled.get() && threshold != 0;
        self.interp
            .heap
            .set_threshold(if active { threshold } else { i64::MAX });
    }

    /// The counts that the thresholds are compared with.
    pub fn collector_counts(&self) -> [i64; 3] {
        let generations = &self.interp.collector.generations;
        [
            self.interp.heap.growth(),
            generations[1].count.get(),
            generations[2].count.get(),
        ]
    }

    /// What collections have done so far, per generation.
    pub fn collector_statistics(&self) -> [Statistics; 3] {
        self.interp
            .collector
            .generations
            .each_ref()
            .map(|g| Statistics {
                collections: g.collections.get(),
                collected: g.collected.get(),
                uncollectable: g.uncollectable.get(),
                seen: g.seen.get(),
                pauses: *g.pauses.lock(),
            })
    }

    /// The bits set with `gc.set_debug`.
    pub fn collector_debug(&self) -> u32 {
        self.interp.collector.debug.get()
    }

    /// Sets the bits.
    pub fn set_collector_debug(&self, bits: u32) {
        self.interp.collector.debug.set(bits);
    }

    /// Debug switch: from now on a young collection is due at every safepoint that follows an allocation, and a full one at every thousandth.
    /// In long programs the collections become rarer by and by.
    pub fn stress_collector(&self) {
        self.interp.collector.stress.set(Some((0, 0)));
        super::thread::request(super::breaker::COLLECT);
    }

    /// The generation that is due for a collection now, if any is.
    pub fn due_generation(&self) -> Option<u8> {
        let collector = &self.interp.collector;
        if collector.collecting.get() {
            return None;
        }
        if let Some((count, wait)) = collector.stress.get() {
            const SLOWER_AFTER: u32 = 20_000;
            super::thread::request(super::breaker::COLLECT);
            if !self.interp.heap.has_young() || !collector.enabled.get() {
                return None;
            }
            if wait > 0 {
                collector.stress.set(Some((count, wait - 1)));
                return None;
            }
            let next = count.saturating_add(1);
            collector.stress.set(Some((next, next / SLOWER_AFTER)));
            return Some(if next.is_multiple_of(1000) { OLDEST } else { 0 });
        }
        if !collector.enabled.get() {
            return None;
        }
        let counts = self.collector_counts();
        let (pending, total) = (collector.long_lived.0.get(), collector.long_lived.1.get());
        (0..=OLDEST).rev().find(|&g| {
            let threshold = collector.generations[g as usize].threshold.get();
            // As CPython: the youngest generation decides whether anything is done.
            let due = counts[g as usize] > threshold && (g > 0 || threshold != 0);
            due && (g < OLDEST || pending >= total / 4)
        })
    }

    /// Until [`Thread::end_collection`] no other collection begins. False: one is running.
    pub fn begin_collection(&self) -> bool {
        !self.interp.collector.collecting.replace(true)
    }

    /// See [`Thread::begin_collection`].
    pub fn end_collection(&self) {
        self.interp.collector.collecting.set(false);
    }

    /// Collects a generation and those younger, between `begin_collection` and `end_collection`. Without memory for the lists that takes,
    /// nothing is done: None.
    pub fn collect(&self, generation: u8) -> Option<Outcome> {
        let collector = &self.interp.collector;
        let start = Instant::now();
        if generation == OLDEST {
            self.gather_counts();
        }
        let mut work = collector.work.take();
        let outcome = self.collect_with(&mut work, generation);
        if work.objects.capacity() <= KEPT {
            collector.work.set(work);
        }
        if generation == OLDEST {
            self.interp.heap.trim();
            if outcome.is_some() {
                // SAFETY: this was a full collection, and all other threads wait.
                unsafe { self.interp.free_shapes() };
            }
        }
        collector.generations[generation as usize]
            .pauses
            .lock()
            .record(start.elapsed());
        outcome
    }

    fn collect_with(&self, work: &mut Work, generation: u8) -> Option<Outcome> {
        let (collector, heap) = (&self.interp.collector, &self.interp.heap);
        let most = heap.candidate_count(generation);
        let bytes = most * 2 * size_of::<*mut Header>();
        if !heap.reserve(bytes) {
            heap.forget_growth();
            return None;
        }
        if !work.reserve(most) {
            heap.release(bytes);
            heap.forget_growth();
            return None;
        }
        work.gather(self, generation);
        let seen = work.objects.len() as u64;
        let full = generation == OLDEST;
        let (garbage, counted) = work.partition(self, UpTo(generation), full);
        heap.begin_epoch(generation);
        let older = (generation + 1).min(OLDEST);
        for &object in &work.objects[garbage..] {
            // SAFETY: survivors are live containers of this heap.
            unsafe { self.promote(object, older) };
        }
        self.count_collection(generation, work.objects.len() - garbage);
        work.objects.truncate(garbage);
        let outcome = self.dispose(work, older, counted);
        heap.release(bytes);
        let record = &collector.generations[generation as usize];
        record.seen.set(record.seen.get() + seen);
        record.collections.set(record.collections.get() + 1);
        let add = |cell: &Cell<u64>, n: usize| cell.set(cell.get() + n as u64);
        add(&record.collected, outcome.collected);
        add(&record.uncollectable, outcome.uncollectable);
        Some(outcome)
    }

    fn count_collection(&self, generation: u8, survivors: usize) {
        let collector = &self.interp.collector;
        for (i, record) in collector.generations.iter().enumerate() {
            if i <= generation as usize {
                record.count.set(0);
            } else if i == generation as usize + 1 {
                record.count.set(record.count.get() + 1);
            }
        }
        let (pending, total) = &collector.long_lived;
        if generation == OLDEST {
            pending.set(0);
            total.set(survivors as u64);
        } else if generation == OLDEST - 1 {
            pending.set(pending.get() + survivors as u64);
        }
    }

    /// # Safety
    /// `object` is a live container of this heap that has just been reached.
    #[inline(always)]
    unsafe fn promote(&self, object: *mut Header, older: u8) {
        // SAFETY: the caller's promise.
        unsafe {
            let header = &*object;
            let flags = header.all_flags() & !flag::REACHED;
            header.store_flags(flags);
            if flags & flag::GENERATION == 0
                && header.shape() == Builtin::Tuple.shape()
                && inspect::is_tuple_of_leaves(object)
            {
                header.store_flags(flags | flag::UNTRACKED);
            } else if flags & flag::GENERATION != older {
                self.interp.heap.set_generation(object, older);
            }
        }
    }
}

/// Lists up to this length are kept for the next collection.
const KEPT: usize = 1 << 14;
