//! The heap: size classes of 16 to 512 bytes in 64 KiB aligned blocks (`block.rs`), everything larger from the allocator behind them
//! (`large.rs`); `walk.rs` finds the collector's objects.
//!
//! A free cell keeps its link, in units of 16 bytes from the block's start, in the header's `local` field, with owner `FREE`:
//! a stale reader's try-increment fails on it. Blocks hold either containers or leaves, so the collector finds its objects by
//! walking blocks. Every byte is accounted for; an allocation that would pass the limit fails, it never aborts.
//!
//! **Invariant**: every container that has come to life since the last collection lies in a block of the list `young`, or is large
//! and registered as young. A block joins the list when its class begins to allocate from it, and no class goes on with the block it
//! had before a collection without that step, so the fast path of an allocation does nothing for the collector.

mod block;
mod large;
mod sanitizer;
mod walk;

use super::header::{Header, flag};
use super::{breaker, layout, thread};
use block::{Block, BlockList};
use large::Registry;
use std::cell::Cell;
use std::ptr::{NonNull, null_mut};
use std::sync::atomic::{AtomicUsize, Ordering::*};

const BLOCK: usize = 64 * 1024;
const UNIT: usize = 16;
/// Largest object that lives in a block.
pub const MAX_SMALL: usize = 512;
const CLASSES: usize = MAX_SMALL / UNIT;
/// Cells that one refill makes available; so precisely are allocations counted.
const REFILL: u32 = 256;

#[cfg(not(taipan_asan))]
static BACKING: mimalloc::MiMalloc = mimalloc::MiMalloc;
#[cfg(taipan_asan)]
static BACKING: std::alloc::System = std::alloc::System;

/// One heap. In the lock modes it belongs to the interpreter; all but the accounting is used under the lock only.
pub struct Heap {
    /// The block that each class allocates from; containers first, then leaves.
    current: [Cell<*mut Block>; 2 * CLASSES],
    partial: [Cell<*mut Block>; 2 * CLASSES],
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
    /// Bytes in blocks, large objects and buffers.
    in_use: AtomicUsize,
    limit: AtomicUsize,
    /// A full block that stands in for "no block yet", so that the fast path needs no null test.
    none: Box<Block>,
}

impl Heap {
    /// An empty heap that refuses to grow beyond `limit` bytes.
    pub fn new(limit: usize) -> Box<Heap> {
        let none = Box::new(Block::none());
        let start = &*none as *const Block as *mut Block;
        Box::new(Heap {
            current: [const { Cell::new(null_mut()) }; 2 * CLASSES]
                .map(|_: Cell<*mut Block>| Cell::new(start)),
            partial: [const { Cell::new(null_mut()) }; 2 * CLASSES],
            blocks: BlockList::new(block::ALL),
            young: BlockList::new(block::YOUNG),
            middle: BlockList::new(block::MIDDLE),
            large: Registry::default(),
            growth: Cell::new(0),
            threshold: Cell::new(i64::MAX),
            in_use: AtomicUsize::new(0),
            limit: AtomicUsize::new(limit),
            none,
        })
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
    pub fn reserve(&self, bytes: usize) -> bool {
        let total = self.in_use.load(Relaxed).saturating_add(bytes);
        if total > self.limit.load(Relaxed) {
            return false;
        }
        self.in_use.fetch_add(bytes, Relaxed);
        true
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
        let limit = self.limit.load(Relaxed);
        self.limit.store(limit.saturating_add(SLACK), Relaxed);
        let result = f();
        self.limit.store(limit, Relaxed);
        result
    }

    /// Corrects the account by `delta` bytes, without asking for leave.
    pub fn adjust(&self, delta: i64) {
        self.in_use.fetch_add(delta as usize, Relaxed);
    }

    /// Takes back what `reserve` accounted for.
    pub fn release(&self, bytes: usize) {
        self.in_use.fetch_sub(bytes, Relaxed);
    }

    /// Memory for an object of `size` bytes with its header written; None when the limit or the machine refuses.
    /// The payload is uninitialised.
    #[inline(always)]
    pub(super) fn allocate(
        &self,
        size: usize,
        shape: u32,
        leaf: bool,
        flags: u8,
    ) -> Option<NonNull<Header>> {
        let flags = if leaf { flags | flag::UNTRACKED } else { flags };
        if size > MAX_SMALL - sanitizer::GAP {
            return large::allocate(self, size, shape, leaf, flags);
        }
        let class = ((size + sanitizer::GAP).div_ceil(UNIT) - 1) + if leaf { CLASSES } else { 0 };
        // SAFETY: `current` points to a block of this heap or to `none`, both of which live as long as the heap.
        let block = unsafe { &*self.current[class].get() };
        let link = block.free.get();
        let cell = if link != 0 {
            // SAFETY: a link leads to a free cell of the block.
            let cell = unsafe {
                (block as *const Block as *mut u8).add(link as usize * UNIT) as *mut Header
            };
            // SAFETY: as above.
            block.free.set(unsafe { (*cell).local.load(Relaxed) });
            block.used.set(block.used.get() + 1);
            cell
        } else {
            self.allocate_slow(class)?.as_ptr()
        };
        sanitizer::cell_is_used(cell, size);
        // SAFETY: the cell is free and large enough.
        unsafe { cell.write(Header::new(shape, thread::current_id(), flags)) };
        NonNull::new(cell)
    }

    #[cold]
    #[inline(never)]
    fn allocate_slow(&self, class: usize) -> Option<NonNull<Header>> {
        let containers = class < CLASSES;
        loop {
            let block = self.current[class].get();
            // SAFETY: as in `allocate`.
            let b = unsafe { &*block };
            if containers {
                self.account(b);
            }
            if b.free.get() == 0 && !b.refill() {
                b.retire();
                let next = self.partial[class].get();
                let next = if next.is_null() {
                    self.new_block(class)?
                } else {
                    // SAFETY: listed blocks belong to this heap.
                    self.partial[class].set(unsafe { (*next).next_partial.get() });
                    next
                };
                if containers {
                    // SAFETY: as above.
                    let b = unsafe { &*next };
                    b.split();
                    self.account(b);
                    self.young.append(b);
                }
                self.current[class].set(next);
                continue;
            }
            let link = b.free.get();
            // SAFETY: a link leads to a free cell of the block.
            let cell = unsafe { (block as *mut u8).add(link as usize * UNIT) as *mut Header };
            // SAFETY: as above.
            b.free.set(unsafe { (*cell).local.load(Relaxed) });
            b.used.set(b.used.get() + 1);
            if containers && self.growth.get() > self.threshold.get() {
                self.collection_is_due();
            }
            return NonNull::new(cell);
        }
    }

    fn new_block(&self, class: usize) -> Option<*mut Block> {
        if !self.reserve(BLOCK) {
            return None;
        }
        let Some(block) = Block::allocate(self, class) else {
            self.release(BLOCK);
            return None;
        };
        // SAFETY: just made.
        self.blocks.append(unsafe { &*block });
        Some(block)
    }

    /// Adds the containers that came and went in a block since it was last looked at to the growth.
    fn account(&self, block: &Block) {
        let used = block.used.get();
        let change = used as i64 - block.seen.replace(used) as i64;
        self.growth.set((self.growth.get() + change).max(0));
    }

    /// Asks for a collection at the next safepoint, unless frees in the blocks that were freed into last make up for the allocations.
    fn collection_is_due(&self) {
        const LOOKED_AT: usize = 4;
        for first in &self.partial[..CLASSES] {
            let mut block = first.get();
            for _ in 0..LOOKED_AT {
                if block.is_null() {
                    break;
                }
                // SAFETY: listed blocks belong to this heap.
                let b = unsafe { &*block };
                self.account(b);
                block = b.next_partial.get();
            }
        }
        if self.growth.get() > self.threshold.get() {
            thread::request(breaker::COLLECT);
        }
    }

    /// Containers allocated less those freed since the last collection.
    pub(super) fn growth(&self) -> i64 {
        for block in &self.current[..CLASSES] {
            // SAFETY: current blocks belong to this heap, or stand for none.
            self.account(unsafe { &*block.get() });
        }
        self.growth.get()
    }

    /// Sets the growth beyond which a collection becomes due.
    pub(super) fn set_threshold(&self, threshold: i64) {
        self.threshold.set(threshold);
    }
}

impl Heap {
    /// Drops the contents of what is left, so that nothing they own outside the heap stays behind: handles that hosts dropped too late, names
    /// in caches. No reference among them is counted meanwhile.
    ///
    /// # Safety
    /// Nobody uses an object of this heap afterwards, and this native thread is attached to no interpreter.
    pub(super) unsafe fn drop_survivors(&self) {
        let each = |visit: &mut dyn FnMut(*mut Header)| {
            self.blocks.each(|block| block.walk(&mut *visit));
            self.large.each(large::LEAVES, visit);
        };
        let info = |object: *mut Header| {
            // SAFETY: the object's memory is still there.
            layout::info(layout::of_shape(unsafe { (*object).shape() }))
        };
        // SAFETY: each payload is dropped once; those that look into others sever themselves before, or look into code, which comes last.
        unsafe {
            each(&mut |object| (*object).make_immortal());
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
        debug_assert!(self.none.free.get() == 0);
        // SAFETY: the interpreter is gone, and with it all who could use its objects.
        unsafe {
            self.large
                .take()
                .for_each(|object| large::free_memory(object.as_ptr()));
            self.blocks.free_all();
        }
    }
}

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
            thread::push_pending(this);
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
    thread::set_nesting(1);
    while let Some(next) = thread::pop_pending() {
        // SAFETY: put off by `deallocate`, without references.
        unsafe { destroy(next) };
    }
    thread::set_nesting(0);
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
        let list = block.list_for_freed();
        this.write(Header::free(list.get()));
        list.set(((this as usize & (BLOCK - 1)) / UNIT) as u32);
        sanitizer::cell_is_free(this, block.cell_size());
        let used = block.used.get() - 1;
        block.used.set(used);
        if used < block.relist_below.get() {
            relist(block);
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

#[cold]
fn relist(block: &Block) {
    block.relist_below.set(0);
    // SAFETY: a block's heap outlives it.
    let heap = unsafe { &*block.heap };
    let class = block.class as usize;
    block.next_partial.set(heap.partial[class].get());
    heap.partial[class].set(block as *const Block as *mut Block);
}
