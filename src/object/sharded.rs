//! Sharded counts: references to objects that many threads use at once (`off`).
//!
//! Two threads that call one function would write to one counter at every call, which makes both many times slower. So an object that threads other
//! than its owner find in a global variable or among the attributes of a class is *sharded*: each thread counts its references in a table of its
//! own, under the object's number, and the count is the sum of what all tables and `local` hold. Nobody notices when that sum becomes zero.
//! Therefore an object is sharded only while a namespace refers to it, or if nobody can tell when it dies (code, texts, functions that close over
//! nothing) and many references to it are taken by threads that do not own it, which are sampled; when the namespace lets go of it, and before every full
//! collection, it becomes an ordinary object again with an exact count ([`Thread::gather_counts`]). Functions, classes and modules that only other objects refer to thus die at the latest
//! in a full collection (as PEP 703 has it for deferred counts); everything else dies when its last reference goes.
//!
//! **Invariants**: an object's owner is `SHARDED` exactly while `objects` has it at the index in the upper bits of its `shared`; both change only while
//! the thread that changes them is alone. A table is written by the one thread that is present under its owner id.

use super::access;
use super::breaker;
use super::gc::OLDEST;
use super::header::{Header, MERGED, RETURNING, SHARED_ONE, flag, owner};
use super::layout::{core, each_reference, info, of_shape};
use super::ordered::StoreOrdered;
use super::thread::Thread;
use super::traffic::Transfer;
use super::value::Value;
use crate::base::sync::atomic::Ordering::*;
use crate::base::sync::{Arc, Mutex};
use std::cell::UnsafeCell;
use std::ptr::NonNull;

/// The sharded objects of an interpreter.
#[derive(Default)]
pub struct Sharded(Mutex<Inner>);

#[derive(Default)]
struct Inner {
    objects: Vec<Option<NonNull<Header>>>,
    free: Vec<u32>,
    /// By the ids of owners, which are given out in order.
    tables: Vec<Arc<Table>>,
}

// SAFETY: the objects are touched by threads that are alone.
unsafe impl Send for Inner {}

/// What the threads under one owner id have counted, by the numbers of the objects.
#[derive(Default)]
pub(super) struct Table(UnsafeCell<Vec<i64>>);

// SAFETY: used by the one thread that is present under the table's id, and by threads that are alone.
unsafe impl Send for Table {}
// SAFETY: as above.
unsafe impl Sync for Table {}

impl Table {
    /// Counts one reference more or less.
    ///
    /// # Safety
    /// The calling thread is present under the table's id.
    #[inline]
    pub(super) unsafe fn add(&self, index: usize, change: i64) {
        // SAFETY: nobody else uses the table now.
        let counts = unsafe { &mut *self.0.get() };
        if index >= counts.len() {
            counts.resize(index + 1, 0);
        }
        counts[index] += change;
    }

    /// Takes what was counted for an object.
    ///
    /// # Safety
    /// The calling thread is alone.
    unsafe fn take(&self, index: usize) -> i64 {
        // SAFETY: nobody else runs.
        let counts = unsafe { &mut *self.0.get() };
        counts.get_mut(index).map_or(0, std::mem::take)
    }

    /// What was counted for an object.
    ///
    /// # Safety
    /// The calling thread is alone.
    unsafe fn get(&self, index: usize) -> i64 {
        // SAFETY: nobody else runs.
        let counts = unsafe { &*self.0.get() };
        counts.get(index).copied().unwrap_or(0)
    }
}

/// The number of a sharded object.
#[inline(always)]
pub(super) fn index_of(header: &Header) -> usize {
    (header.shared.load(Relaxed) / SHARED_ONE) as usize
}

impl Inner {
    /// All references to a sharded object, with what `counted` says of each table.
    fn sum(&self, header: &Header, counted: impl Fn(&Table, usize) -> i64) -> i64 {
        let index = index_of(header);
        let apart = self.tables.iter().map(|table| counted(table, index));
        header.local.load(Relaxed) as i64 + apart.sum::<i64>()
    }
}

impl Sharded {
    /// The table of an owner id.
    pub(super) fn table(&self, id: u16) -> Arc<Table> {
        let tables = &mut self.0.lock().tables;
        let id = id as usize;
        if id >= tables.len() {
            tables.resize_with(id + 1, Arc::default);
        }
        tables[id].clone()
    }

    /// All references to a sharded object. The calling thread is alone.
    pub(super) fn count(&self, header: &Header) -> i64 {
        let inner = self.0.lock();
        // SAFETY: by the caller's word.
        inner.sum(header, |table, index| unsafe { table.get(index) })
    }

    /// Makes an object sharded, if it can be: its count must be known.
    fn add(&self, header: &Header) {
        let shared = header.shared.load(Relaxed);
        let owner = header.owner.load(Relaxed);
        let is_merged = shared & MERGED != 0;
        let can_be = is_merged || owner::is_thread(owner) && shared & RETURNING == 0;
        if !can_be {
            return;
        }
        let count = header.local.load(Relaxed) as i64 + (shared / SHARED_ONE) as i64;
        let Ok(count) = u32::try_from(count) else {
            return;
        };
        let mut inner = self.0.lock();
        let index = match inner.free.pop() {
            Some(index) => index,
            None if inner.objects.len() >= (i32::MAX / SHARED_ONE) as usize => return,
            None => {
                inner.objects.push(None);
                inner.objects.len() as u32 - 1
            }
        };
        inner.objects[index as usize] = Some(NonNull::from(header));
        header.local.store_ordered(count, Relaxed);
        header
            .shared
            .store_ordered(index as i32 * SHARED_ONE, Relaxed);
        header.owner.store_ordered(owner::SHARDED, Relaxed);
    }

    /// Makes a sharded object an ordinary one of thread `id`. One that nobody refers to gets the reference that this answers.
    fn remove(&self, header: &Header, id: u16) -> Option<Value> {
        let mut inner = self.0.lock();
        let index = index_of(header);
        // SAFETY: the caller is alone.
        let count = inner.sum(header, |table, index| unsafe { table.take(index) });
        inner.objects[index] = None;
        inner.free.push(index as u32);
        if header.is_immortal() {
            return None;
        }
        debug_assert!(count >= 0, "more references were given back than taken");
        header.shared.store_ordered(0, Relaxed);
        match u32::try_from(count.max(1)) {
            Ok(local) => {
                header.local.store_ordered(local, Relaxed);
                header.owner.store_ordered(id, Relaxed);
                header.access.store_ordered(access::OWN, Relaxed);
            }
            Err(_) => header.make_immortal(),
        }
        // SAFETY: the count of one is this reference.
        (count == 0).then(|| unsafe { Value::from_header(NonNull::from(header)) })
    }
}

impl Thread {
    /// Lets each thread count its references to the object by itself from now on. A namespace refers to it; the thread is alone.
    pub fn shard(&self, header: &Header) {
        if header.is_sharded() || header.is_immortal() {
            return;
        }
        if header.generation() != flag::UNTRACKED {
            // Young collections, which know nothing of sharded counts, pass it over; frozen objects keep their flags.
            // SAFETY: what has a generation is a container of this interpreter's heap.
            unsafe {
                let object = header as *const Header as *mut Header;
                self.interp.heap.set_generation(object, OLDEST);
            }
        }
        self.interp.sharded.add(header);
        if header.is_sharded() {
            self.note_shared(header, Transfer::CountedApart);
        }
    }

    /// Has references to an object counted apart at the next safepoint, which this thread takes often beside others, if it may die late.
    #[cold]
    pub(super) fn ask_to_count_apart(&self, header: &Header) {
        let may_be = || {
            let info = info(of_shape(header.shape()));
            // SAFETY: the object is alive, and has this layout.
            info.is_some_and(|info| unsafe { info.may_die_late(header) })
        };
        if !self.runs_together() || !may_be() {
            return;
        }
        let word = header as *const Header as u64;
        let mut hot = self.hot.take();
        if !hot.0.iter().any(|known| known.word() == word) {
            // SAFETY: the word of a live object.
            hot.0.push(unsafe { Value::clone_word(word) });
        }
        self.hot.set(hot);
        self.breaker.fetch_or(breaker::COUNT_APART, Relaxed);
    }

    /// Serves [`Thread::ask_to_count_apart`]. The thread is alone.
    pub fn count_hot_apart(&self) {
        for value in self.hot.take().into_values() {
            if let Some(header) = value.header() {
                self.shard(header);
            }
            self.shard_class_cells(&value);
        }
    }

    /// Counts the cells apart by which a function knows its class (`super()`).
    fn shard_class_cells(&self, function: &Value) {
        if function.layout() != core::FUNCTION {
            return;
        }
        let mut shard_cell = |cell: &Value| {
            let mut holds_class = false;
            // SAFETY: the thread is alone.
            unsafe {
                each_reference(cell, &mut |content| {
                    holds_class = content.layout() == core::CLASS
                });
            }
            if cell.layout() == core::CELL
                && holds_class
                && let Some(header) = cell.header()
            {
                self.shard(header);
            }
        };
        // SAFETY: the thread is alone.
        unsafe {
            each_reference(function, &mut |part| {
                let items = part.as_tuple().unwrap_or(&[]);
                items.iter().for_each(&mut shard_cell);
            });
        }
    }

    /// A namespace refers to this value no longer: it dies when its last reference goes. The thread is alone, or `value` is not sharded.
    #[inline(always)]
    pub fn leaves_namespace(&self, value: &Value) {
        if let Some(header) = value.header()
            && header.is_sharded()
        {
            self.gather_count(header);
        }
    }

    /// Gives a sharded object an exact count. The thread is alone.
    #[cold]
    pub fn gather_count(&self, header: &Header) {
        if header.is_sharded() {
            self.traffic.add(Transfer::Gathered, 1);
            drop(self.interp.sharded.remove(header, self.id()));
        }
    }

    /// As [`Thread::gather_count`], for all sharded objects.
    pub fn gather_counts(&self) {
        let objects: Vec<_> = {
            let inner = self.interp.sharded.0.lock();
            inner.objects.iter().flatten().copied().collect()
        };
        self.traffic.add(Transfer::Gathered, objects.len());
        let dead = objects.into_iter().filter_map(|object| {
            // SAFETY: a sharded object lives until it is removed; nothing dies before all are.
            self.interp
                .sharded
                .remove(unsafe { object.as_ref() }, self.id())
        });
        drop(dead.collect::<Vec<_>>());
    }
}
