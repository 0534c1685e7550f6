//! The heap: size classes of 16 to 512 bytes in 64 KiB aligned blocks, everything larger from the allocator behind them.
//!
//! A free cell keeps its link, in units of 16 bytes from the block's start, in the header's `local` field, with owner `FREE`:
//! a stale reader's try-increment fails on it. Blocks hold either containers or leaves, so the collector finds its objects by
//! walking blocks. Every byte is accounted for; an allocation that would pass the limit fails, it never aborts.

use super::header::{Header, flag, owner};
use super::{layout, thread};
use std::alloc::{GlobalAlloc, Layout};
use std::cell::Cell;
use std::ptr::{NonNull, null_mut};
use std::sync::atomic::{AtomicUsize, Ordering::*};

const BLOCK: usize = 64 * 1024;
const UNIT: usize = 16;
/// Largest object that lives in a block.
pub const MAX_SMALL: usize = 512;
const CLASSES: usize = MAX_SMALL / UNIT;
/// Cells that one refill links into the freelist.
const REFILL: u32 = 256;

static BACKING: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[repr(C, align(64))]
struct Block {
    heap: *const Heap,
    /// First free cell in units from the block's start; 0 when there is none.
    free: Cell<u32>,
    /// Units from which the block has not been carved yet.
    fresh: Cell<u32>,
    /// Size of a cell in units.
    cell: u32,
    /// Index into the heap's lists.
    class: u32,
    /// Cells in use.
    used: Cell<u32>,
    /// Whether the block is in its class's list of blocks with free cells.
    listed: Cell<bool>,
    next_partial: Cell<*mut Block>,
    next: *mut Block,
}

/// Prefix of an object outside the blocks.
#[repr(C, align(16))]
struct Large {
    heap: *const Heap,
    size: usize,
}

/// One heap. In the lock modes it belongs to the interpreter; all but the accounting is used under the lock only.
pub struct Heap {
    /// The block that each class allocates from; containers first, then leaves.
    current: [Cell<*mut Block>; 2 * CLASSES],
    partial: [Cell<*mut Block>; 2 * CLASSES],
    blocks: Cell<*mut Block>,
    /// Bytes in blocks, large objects and buffers.
    in_use: AtomicUsize,
    limit: AtomicUsize,
    /// A full block that stands in for "no block yet", so that the fast path needs no null test.
    none: Box<Block>,
}

impl Heap {
    /// An empty heap that refuses to grow beyond `limit` bytes.
    pub fn new(limit: usize) -> Box<Heap> {
        let none = Box::new(Block {
            heap: std::ptr::null(),
            free: Cell::new(0),
            fresh: Cell::new((BLOCK / UNIT) as u32),
            cell: 1,
            class: 0,
            used: Cell::new(0),
            listed: Cell::new(true),
            next_partial: Cell::new(null_mut()),
            next: null_mut(),
        });
        let start = &*none as *const Block as *mut Block;
        Box::new(Heap {
            current: [const { Cell::new(null_mut()) }; 2 * CLASSES]
                .map(|_: Cell<*mut Block>| Cell::new(start)),
            partial: [const { Cell::new(null_mut()) }; 2 * CLASSES],
            blocks: Cell::new(null_mut()),
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

    /// Bytes that the memory of a large object can hold (header included).
    ///
    /// # Safety
    /// `this` is a live `LARGE` object.
    pub(super) unsafe fn large_size(this: NonNull<Header>) -> usize {
        // SAFETY: large objects have a prefix.
        unsafe { (*(this.as_ptr() as *mut Large).sub(1)).size - size_of::<Large>() }
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
        if size > MAX_SMALL {
            return self.allocate_large(size, shape, flags);
        }
        let class = (size.div_ceil(UNIT) - 1) + if leaf { CLASSES } else { 0 };
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
        // SAFETY: the cell is free and large enough.
        unsafe { cell.write(Header::new(shape, thread::current_id(), flags)) };
        NonNull::new(cell)
    }

    #[cold]
    #[inline(never)]
    fn allocate_slow(&self, class: usize) -> Option<NonNull<Header>> {
        loop {
            let block = self.current[class].get();
            // SAFETY: as in `allocate`.
            let b = unsafe { &*block };
            if b.free.get() == 0 && !b.carve() {
                b.listed.set(false);
                let next = self.partial[class].get();
                let next = if next.is_null() {
                    self.new_block(class)?
                } else {
                    // SAFETY: listed blocks belong to this heap.
                    self.partial[class].set(unsafe { (*next).next_partial.get() });
                    next
                };
                // SAFETY: as above.
                unsafe { (*next).listed.set(true) };
                self.current[class].set(next);
                continue;
            }
            let link = b.free.get();
            // SAFETY: a link leads to a free cell of the block.
            let cell = unsafe { (block as *mut u8).add(link as usize * UNIT) as *mut Header };
            // SAFETY: as above.
            b.free.set(unsafe { (*cell).local.load(Relaxed) });
            b.used.set(b.used.get() + 1);
            return NonNull::new(cell);
        }
    }

    fn new_block(&self, class: usize) -> Option<*mut Block> {
        if !self.reserve(BLOCK) {
            return None;
        }
        // SAFETY: the layout is not empty.
        let block =
            unsafe { BACKING.alloc(Layout::from_size_align(BLOCK, BLOCK).ok()?) } as *mut Block;
        if block.is_null() {
            self.release(BLOCK);
            return None;
        }
        // SAFETY: fresh memory of the block's size.
        unsafe {
            block.write(Block {
                heap: self,
                free: Cell::new(0),
                fresh: Cell::new((size_of::<Block>() / UNIT) as u32),
                cell: (class % CLASSES) as u32 + 1,
                class: class as u32,
                used: Cell::new(0),
                listed: Cell::new(true),
                next_partial: Cell::new(null_mut()),
                next: self.blocks.get(),
            });
        }
        self.blocks.set(block);
        Some(block)
    }

    #[cold]
    #[inline(never)]
    fn allocate_large(&self, size: usize, shape: u32, flags: u8) -> Option<NonNull<Header>> {
        let total = size.checked_add(size_of::<Large>())?;
        if !self.reserve(total) {
            return None;
        }
        let memory = Layout::from_size_align(total, UNIT)
            .ok()
            .map_or(null_mut(), |layout| {
                // SAFETY: the layout is not empty.
                unsafe { BACKING.alloc(layout) }
            }) as *mut Large;
        if memory.is_null() {
            self.release(total);
            return None;
        }
        // SAFETY: fresh memory that holds prefix, header and payload.
        unsafe {
            memory.write(Large {
                heap: self,
                size: total,
            });
            let header = memory.add(1) as *mut Header;
            header.write(Header::new(
                shape,
                thread::current_id(),
                flags | flag::LARGE,
            ));
            NonNull::new(header)
        }
    }

    /// Grows or shrinks an object outside the blocks to `size` bytes; its address may change. On failure the object is as it was.
    ///
    /// # Safety
    /// `this` is a live `LARGE` object with one reference, the caller's; its payload may be moved by copying its bytes.
    pub(super) unsafe fn resize_large(
        this: NonNull<Header>,
        size: usize,
    ) -> Option<NonNull<Header>> {
        let total = size.checked_add(size_of::<Large>())?;
        // SAFETY: large objects have a prefix.
        unsafe {
            let prefix = (this.as_ptr() as *mut Large).sub(1);
            let old = (*prefix).size;
            let heap = &*(*prefix).heap;
            if !heap.reserve(total.saturating_sub(old)) {
                return None;
            }
            let moved = BACKING.realloc(
                prefix as *mut u8,
                Layout::from_size_align_unchecked(old, UNIT),
                total,
            ) as *mut Large;
            if moved.is_null() {
                heap.release(total.saturating_sub(old));
                return None;
            }
            heap.release(old.saturating_sub(total));
            (*moved).size = total;
            NonNull::new(moved.add(1) as *mut Header)
        }
    }

    /// Shows every live object in the blocks of this heap to `visit`.
    pub fn walk_blocks(&self, visit: &mut dyn FnMut(&Header)) {
        let mut block = self.blocks.get();
        while !block.is_null() {
            // SAFETY: blocks live as long as the heap; carved cells hold headers.
            unsafe {
                let b = &*block;
                let mut unit = (size_of::<Block>() / UNIT) as u32;
                while unit + b.cell <= b.fresh.get() {
                    let header = &*((block as *mut u8).add(unit as usize * UNIT) as *const Header);
                    if header.owner.load(Relaxed) != owner::FREE {
                        visit(header);
                    }
                    unit += b.cell;
                }
                block = b.next;
            }
        }
    }
}

impl Drop for Heap {
    fn drop(&mut self) {
        debug_assert!(self.none.free.get() == 0);
        let mut block = self.blocks.get();
        while !block.is_null() {
            // SAFETY: the interpreter is gone, and with it every object of its blocks.
            unsafe {
                let next = (*block).next;
                BACKING.dealloc(
                    block as *mut u8,
                    Layout::from_size_align_unchecked(BLOCK, BLOCK),
                );
                block = next;
            }
        }
    }
}

impl Block {
    /// Links up to `REFILL` never-used cells into the freelist; false when the block is used up.
    fn carve(&self) -> bool {
        let end = (BLOCK / UNIT) as u32;
        let start = self.fresh.get();
        let count = ((end - start) / self.cell).min(REFILL);
        if count == 0 {
            return false;
        }
        let mut link = 0;
        for i in (0..count).rev() {
            let unit = start + i * self.cell;
            // SAFETY: the cell lies within the block and was never handed out.
            unsafe {
                ((self as *const Block as *mut u8).add(unit as usize * UNIT) as *mut Header)
                    .write(Header::free(link));
            }
            link = unit;
        }
        self.fresh.set(start + count * self.cell);
        self.free.set(link);
        true
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
        let shape = (*this).shape();
        super::instance::drop_attributes(this, shape);
        if let Some(drop) = layout::info(layout::of_shape(shape)).and_then(|info| info.drop) {
            drop(this);
        }
        free(this);
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
        if (*this).has(flag::LARGE) {
            let prefix = (this as *mut Large).sub(1);
            let size = (*prefix).size;
            (*(*prefix).heap).release(size);
            BACKING.dealloc(
                prefix as *mut u8,
                Layout::from_size_align_unchecked(size, UNIT),
            );
            return;
        }
        let block = &*((this as usize & !(BLOCK - 1)) as *const Block);
        this.write(Header::free(block.free.get()));
        block
            .free
            .set(((this as usize & (BLOCK - 1)) / UNIT) as u32);
        block.used.set(block.used.get() - 1);
        if !block.listed.get() {
            relist(block);
        }
    }
}

#[cold]
fn relist(block: &Block) {
    block.listed.set(true);
    // SAFETY: a block's heap outlives it.
    let heap = unsafe { &*block.heap };
    let class = block.class as usize;
    block.next_partial.set(heap.partial[class].get());
    heap.partial[class].set(block as *const Block as *mut Block);
}
