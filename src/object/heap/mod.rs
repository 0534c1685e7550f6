//! The heap: size classes of 16 to 512 bytes in 64 KiB aligned blocks (`block.rs`; `chunk.rs` and `backing.rs`: their memory), which belong to nurseries (`nursery.rs`), one for each
//! thread that runs without a lock; everything larger from the allocator behind them (`large.rs`). `walk.rs` finds the collector's objects.
//!
//! A free cell keeps its link, in units of 16 bytes from the block's start, in the header's `local` field, with owner `FREE`:
//! a stale reader's try-increment fails on it. Blocks hold either containers or leaves, so the collector finds its objects by
//! walking blocks. Every byte is accounted for; an allocation that would pass the limit fails, it never aborts.
//!
//! A thread runs either *alone*, so that no other thread of the interpreter touches objects or the heap (always in the lock modes; native code,
//! the collector, every walk), or *together* with others (`thread::runs_together`). Who may touch what:
//!
//! | what | alone | together |
//! |---|---|---|
//! | a nursery and its blocks | yes | the thread with the nursery's id |
//! | cells of another nursery's blocks | freed into the block | returned through the nursery's inbox (`remote.rs`) |
//! | [`Shared`] | yes | under the heap's mutex |
//! | the account (`reserve`, `adjust`, `release`) | yes | yes: atomic |
//!
//! **Invariant**: every container that has come to life since the last collection lies in a block of the list `young`, or is large
//! and registered as young. A block joins the list when its class begins to allocate from it, and no class goes on with the block it
//! had before a collection without that step, so the fast path of an allocation does nothing for the collector.

mod backing;
mod block;
mod chunk;
mod large;
mod nursery;
mod remote;
mod sanitizer;
#[cfg(test)]
mod tests;
mod walk;

pub use backing::Allocator;
pub(super) use nursery::Nursery;

use super::header::{Header, flag};
use super::layout::of_shape;
use super::shape::ShapeTable;
use super::thread::TOGETHER;
use super::{layout, thread};
use crate::base::sync::{Mutex, MutexGuard};
use block::{Block, BlockList};
use chunk::Chunks;
use large::Registry;
use std::cell::Cell;
use std::ops::Deref;
use std::ptr::NonNull;
use std::sync::atomic::{AtomicUsize, Ordering::*};

const BLOCK: usize = 64 * 1024;
const UNIT: usize = 16;
/// Largest object that lives in a block.
pub const MAX_SMALL: usize = 512;
const CLASSES: usize = MAX_SMALL / UNIT;
/// Cells that one refill makes available; so precisely are allocations counted.
const REFILL: u32 = 256;

/// One heap, an interpreter's.
pub struct Heap {
    shared: Shared,
    chunks: Chunks,
    /// Held by a thread that uses `shared` while others may.
    mutex: Mutex<()>,
    /// By owner id. Also threads that are attached to nothing come here, when they get their ids.
    nurseries: Mutex<Vec<Option<NonNull<Nursery>>>>,
    /// Bytes in blocks, large objects and buffers.
    in_use: AtomicUsize,
    limit: AtomicUsize,
}

/// What all nurseries share.
struct Shared {
    blocks: BlockList,
    /// Blocks with containers that the youngest collection looks at.
    young: BlockList,
    /// Blocks with containers of the middle generation.
    middle: BlockList,
    large: Registry,
    /// Containers allocated less those freed since the last collection, to the precision of a refill.
    growth: Cell<i64>,
    /// A collection becomes due when `growth` passes this.
    threshold: Cell<i64>,
}

/// A thread's use of what is shared. Meanwhile no script code runs and no value is dropped.
struct Use<'h> {
    shared: &'h Shared,
    _together: Option<MutexGuard<'h, ()>>,
}

impl Deref for Use<'_> {
    type Target = Shared;

    #[inline(always)]
    fn deref(&self) -> &Shared {
        self.shared
    }
}

impl Shared {
    /// Adds the containers that came and went in a block since it was last looked at to the growth.
    fn account(&self, block: &Block) {
        let used = block.used.get();
        let change = used as i64 - block.seen.replace(used) as i64;
        self.growth.set((self.growth.get() + change).max(0));
    }
}

impl Heap {
    /// An empty heap that refuses to grow beyond `limit` bytes.
    pub fn new(limit: usize) -> Box<Heap> {
        Box::new(Heap {
            shared: Shared {
                blocks: BlockList::new(block::ALL),
                young: BlockList::new(block::YOUNG),
                middle: BlockList::new(block::MIDDLE),
                large: Registry::default(),
                growth: Cell::new(0),
                threshold: Cell::new(i64::MAX),
            },
            chunks: Chunks::default(),
            mutex: Mutex::new(()),
            nurseries: Mutex::new(Vec::new()),
            in_use: AtomicUsize::new(0),
            limit: AtomicUsize::new(limit),
        })
    }

    /// The nursery of the threads with this id. The heap must not move from here on.
    pub(super) fn nursery(&self, id: u16) -> NonNull<Nursery> {
        let mut nurseries = self.nurseries.lock();
        let place = id as usize;
        if nurseries.len() <= place {
            nurseries.resize(place + 1, None);
        }
        *nurseries[place].get_or_insert_with(|| {
            self.adjust(size_of::<Nursery>() as i64);
            Nursery::new(self, id)
        })
    }

    /// Shows every nursery to `visit`, which makes none and runs no script code; for a thread that runs alone.
    fn each_nursery(&self, mut visit: impl FnMut(&Nursery)) {
        for nursery in self.nurseries.lock().iter().flatten() {
            // SAFETY: nurseries live as long as the heap.
            visit(unsafe { nursery.as_ref() });
        }
    }

    /// What is shared, for a thread that may have others beside it.
    #[inline(always)]
    fn shared(&self) -> Use<'_> {
        Use {
            shared: &self.shared,
            _together: thread::runs_together().then(|| self.mutex.lock()),
        }
    }

    /// What is shared, for a thread that runs alone.
    #[inline(always)]
    fn alone(&self) -> &Shared {
        debug_assert!(!thread::runs_together());
        &self.shared
    }

    /// Bytes that blocks, large objects and accounted buffers take now.
    pub fn bytes_in_use(&self) -> usize {
        self.in_use.load(Relaxed)
    }

    /// Sets the number of bytes beyond which allocation fails.
    pub fn set_limit(&self, limit: usize) {
        self.limit.store(limit, Relaxed);
    }

    /// Accounts for `bytes` that the caller is about to allocate elsewhere; false if that would pass the limit.
    #[must_use]
    #[inline]
    pub fn reserve(&self, bytes: usize) -> bool {
        if thread::runs_together() {
            return self.reserve_together(bytes);
        }
        self.take_account(bytes)
    }

    /// [`Heap::reserve`] beside other threads, which account for small amounts by themselves: one account for all would be written by all.
    #[inline(never)]
    fn reserve_together(&self, bytes: usize) -> bool {
        thread::with_credit(self, |credit| match credit {
            Some(credit) if bytes <= credit.get() => {
                credit.set(credit.get() - bytes);
                true
            }
            Some(credit) if bytes < CREDIT && self.take_account(CREDIT) => {
                credit.set(credit.get() + CREDIT - bytes);
                true
            }
            _ => self.take_account(bytes),
        })
    }

    fn take_account(&self, bytes: usize) -> bool {
        let limit = self.limit.load(Relaxed);
        let add = |in_use: usize| in_use.checked_add(bytes).filter(|&total| total <= limit);
        self.in_use.fetch_update(Relaxed, Relaxed, add).is_ok()
    }

    /// Whether `bytes` more may be allocated; accounts for nothing.
    pub fn has_room(&self, bytes: usize) -> bool {
        let has_room = self.reserve(bytes);
        if has_room {
            self.release(bytes);
        }
        has_room
    }

    /// Bytes that may still be allocated.
    pub fn available(&self) -> usize {
        self.limit
            .load(Relaxed)
            .saturating_sub(self.in_use.load(Relaxed))
    }

    /// Runs `f` with a mebibyte more than the limit, so that running out of memory can be reported.
    pub(super) fn with_slack<R>(&self, f: impl FnOnce() -> R) -> R {
        const SLACK: usize = 1 << 20;
        // Several threads may do so at once: each takes back what it has added.
        let more = |limit: usize| limit.checked_add(SLACK);
        let less = |limit: usize| limit.checked_sub(SLACK);
        let added = self.limit.fetch_update(Relaxed, Relaxed, more).is_ok();
        let result = f();
        if added {
            let _ = self.limit.fetch_update(Relaxed, Relaxed, less);
        }
        result
    }

    /// Corrects the account by `delta` bytes, without asking for leave.
    pub fn adjust(&self, delta: i64) {
        self.in_use.fetch_add(delta as usize, Relaxed);
    }

    /// Takes back what `reserve` accounted for.
    #[inline]
    pub fn release(&self, bytes: usize) {
        if thread::runs_together() {
            return self.release_together(bytes);
        }
        self.in_use.fetch_sub(bytes, Relaxed);
    }

    #[inline(never)]
    fn release_together(&self, bytes: usize) {
        thread::with_credit(self, |credit| match credit {
            Some(credit) if bytes < CREDIT => {
                let all = credit.get() + bytes;
                let kept = if all > 2 * CREDIT { CREDIT } else { all };
                credit.set(kept);
                if all > kept {
                    self.in_use.fetch_sub(all - kept, Relaxed);
                }
            }
            _ => {
                self.in_use.fetch_sub(bytes, Relaxed);
            }
        });
    }

    /// Takes back what a thread has not used of what it accounts for by itself.
    pub(super) fn settle(&self, credit: &Cell<usize>) {
        let rest = credit.take();
        if rest > 0 {
            self.in_use.fetch_sub(rest, Relaxed);
        }
    }

    fn new_block(&self, nursery: &Nursery, class: usize) -> Option<*mut Block> {
        if !self.reserve(BLOCK) {
            return None;
        }
        let Some(block) = Block::allocate(&self.chunks, nursery, class) else {
            self.release(BLOCK);
            return None;
        };
        // SAFETY: just made.
        self.shared().blocks.append(unsafe { &*block });
        Some(block)
    }

    /// Containers allocated less those freed since the last collection.
    pub(super) fn growth(&self) -> i64 {
        let shared = self.alone();
        self.each_nursery(|nursery| {
            nursery.settle();
            nursery.account_current(shared);
        });
        shared.growth.get()
    }

    /// Sets the growth beyond which a collection becomes due.
    pub(super) fn set_threshold(&self, threshold: i64) {
        self.alone().threshold.set(threshold);
    }
}

impl Heap {
    /// Drops the contents of what is left, so that nothing they own outside the heap stays behind: handles that hosts dropped too late, names
    /// in caches. No reference among them is counted meanwhile.
    ///
    /// # Safety
    /// Nobody uses an object of this heap afterwards, and this native thread is attached to no interpreter.
    pub(super) unsafe fn drop_survivors(&self, shapes: &ShapeTable) {
        let each = |visit: &mut dyn FnMut(*mut Header)| {
            self.shared.blocks.each(|block| block.walk(&mut *visit));
            self.shared.large.each(large::LEAVES, visit);
        };
        let info = |object: *mut Header| {
            // SAFETY: the object's memory is still there.
            layout::info(layout::of_shape(unsafe { (*object).shape() }))
        };
        // SAFETY: each payload is dropped once; those that look into others sever themselves before, or look into code, which comes last.
        unsafe {
            each(&mut |object| {
                (*object).make_immortal();
                super::instance::free_storage(object, shapes, self);
            });
            each(&mut |object| {
                if let Some(sever) = info(object).and_then(|info| info.sever) {
                    sever(object);
                }
            });
            for last in [false, true] {
                each(&mut |object| {
                    let is_code = layout::of_shape((*object).shape()) == layout::core::CODE;
                    let drop = info(object).and_then(|info| info.drop);
                    if let Some(drop) = drop.filter(|_| is_code == last) {
                        drop(object);
                    }
                });
            }
        }
    }
}

impl Drop for Heap {
    fn drop(&mut self) {
        // SAFETY: the interpreter is gone, and with it all who could use its objects; nurseries were leaked from boxes.
        unsafe {
            self.shared
                .large
                .take()
                .for_each(|object| large::free_memory(object.as_ptr()));
            self.shared.blocks.free_all(&self.chunks);
            for nursery in self.nurseries.get_mut().iter().flatten() {
                drop(Box::from_raw(nursery.as_ptr()));
            }
        }
    }
}

/// Bytes that a thread beside others takes from the account at once, for many small amounts.
const CREDIT: usize = 64 << 10;

/// Depth of nested deallocations before the rest is put off, so that a long chain needs no native stack.
const MAX_NESTING: u32 = 40;

/// Finalises, drops and frees an object whose last reference is gone.
///
/// # Safety
/// No reference to the live object at `this` is left.
#[inline(always)]
pub(super) unsafe fn deallocate(this: *mut Header) {
    // SAFETY: the object is alive until its memory is freed below.
    unsafe {
        let header = &*this;
        if header.has(flag::HAS_FINALIZER | flag::HAS_WEAKREFS | flag::INTERNED)
            && !thread::before_death(this)
        {
            return;
        }
        let nesting = thread::nesting();
        if nesting >= MAX_NESTING {
            deallocate_with_care(this);
            return;
        }
        thread::set_nesting(nesting + 1);
        destroy(this);
        thread::set_nesting(nesting);
        if nesting == 0 && thread::has_pending() {
            drain();
        }
    }
}

/// [`deallocate`], deep inside of other deallocations, or beside other threads.
#[cold]
#[inline(never)]
unsafe fn deallocate_with_care(this: *mut Header) {
    // SAFETY: the caller's promise.
    unsafe {
        if thread::runs_together() && !dies_beside_others(of_shape((*this).shape())) {
            thread::go_alone_to_destroy(&*this);
        }
        let nesting = thread::nesting() & !TOGETHER;
        if nesting >= MAX_NESTING {
            thread::push_pending(this);
            return;
        }
        set_depth(nesting + 1);
        destroy(this);
        set_depth(nesting);
        if nesting == 0 && thread::has_pending() {
            drain();
        }
    }
}

/// Sets the nesting; whether the thread runs together with others, which may change inside of a destruction, stays as it is.
fn set_depth(depth: u32) {
    thread::set_nesting(thread::nesting() & TOGETHER | depth);
}

/// Whether dropping a payload with this layout touches nothing that other threads may use at the same time: buffers, accounts, and references, which are
/// dropped under the same rules.
fn dies_beside_others(layout: u8) -> bool {
    use layout::{Sharing, core::*};
    let is_core = matches!(
        layout,
        INSTANCE
            | STR
            | INT
            | FLOAT
            | TUPLE
            | LIST
            | DICT
            | SET
            | BYTES
            | FUNCTION
            | BUILTIN
            | CELL
            | GENERATOR
            | DICT_ITER
            | BOUND_METHOD
            | RANGE
            | RANGE_ITER
            | LIST_ITER
            | TUPLE_ITER
            | STR_ITER
            | EXCEPTION
            | TRACEBACK
            | FRAME
    );
    is_core || layout::info(layout).is_some_and(|info| info.sharing != Sharing::Alone)
}

unsafe fn destroy(this: *mut Header) {
    // SAFETY: called once for an object without references.
    unsafe {
        drop_contents(this);
        free(this);
    }
}

/// Drops the attributes and the payload of an object, whose memory stays.
///
/// # Safety
/// Called once for an object whose payload is not used again.
#[inline(always)]
pub(super) unsafe fn drop_contents(this: *mut Header) {
    // SAFETY: the object is intact until here.
    unsafe {
        let shape = (*this).shape();
        super::instance::drop_attributes(this, shape);
        if let Some(drop) = layout::info(layout::of_shape(shape)).and_then(|info| info.drop) {
            drop(this);
        }
    }
}

#[cold]
#[inline(never)]
fn drain() {
    set_depth(1);
    while let Some(next) = thread::pop_pending() {
        // SAFETY: put off by `deallocate`, without references.
        unsafe { destroy(next) };
    }
    set_depth(0);
}

/// Returns an object's memory; its payload has been dropped or was never initialised.
///
/// # Safety
/// `this` was returned by `allocate` and is not used again.
pub(super) unsafe fn free(this: *mut Header) {
    // SAFETY: large objects have a prefix, all others lie in a block.
    unsafe {
        if (*this).has(flag::LARGE | flag::CONDEMNED) && !needs_cell(this) {
            return;
        }
        let block = Block::of(this);
        if block.owner != thread::current_id() && goes_home(this, block) {
            return;
        }
        let list = block.list_for_freed();
        this.write(Header::free(list.get()));
        list.set(unit_of(this));
        sanitizer::cell_is_free(this, block.cell_size());
        let used = block.used.get() - 1;
        block.used.set(used);
        if used < block.relist_below.get() {
            block.nursery().relist(block);
        }
    }
}

/// Frees an object that is large, and leaves one alone that a collection is about to free. False: that was all.
#[cold]
#[inline(never)]
unsafe fn needs_cell(this: *mut Header) -> bool {
    // SAFETY: as in `free`.
    unsafe {
        if (*this).is_condemned() {
            // The collector finds it dead by its count, and then by these flags unfit for anything but its memory to be freed.
            (*this).store_flags((*this).all_flags() & flag::LARGE | flag::UNTRACKED);
            return false;
        }
        if (*this).has(flag::LARGE) {
            large::free(this);
            return false;
        }
    }
    true
}

/// Returns a cell to another thread's nursery while that thread may be running. False: the calling thread runs alone, and may free it itself.
#[cold]
#[inline(never)]
unsafe fn goes_home(this: *mut Header, block: &Block) -> bool {
    if !thread::runs_together() {
        return false;
    }
    thread::count_freed();
    // SAFETY: as in `free`: the cell is the caller's, and nobody else's until it is in the inbox.
    unsafe {
        this.write(Header::free(0));
        sanitizer::cell_is_free(this, block.cell_size());
        block.nursery().inbox().put(block, unit_of(this));
    }
    true
}

/// Where a cell lies in its block.
#[inline(always)]
fn unit_of(cell: *mut Header) -> u32 {
    ((cell as usize & (BLOCK - 1)) / UNIT) as u32
}
