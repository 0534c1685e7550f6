//! Blocks: 64 KiB of cells of one size, with the freelist, and the lists that blocks are in.
//!
//! A block belongs to one nursery for life. While threads run together, everything here but `returned` and the links of the heap's lists is
//! touched by the nursery's thread alone, `returned` by all, and the links under the heap's mutex; `nursery`, `owner`, `cell` and `class` never
//! change. While one thread runs alone it touches whatever it likes.
//!
//! **Invariant**: `free`, `rest` and the cells that others have returned are disjoint lists of free cells. `used` counts the returned ones
//! until the nursery takes them; `used` plus the lengths of the other two lists plus the cells from `fresh` on is the capacity. `relist_below`
//! is 0 while the block is its class's current one or in the class's list of partial blocks.

use super::chunk::Chunks;
use super::nursery::Nursery;
use super::remote::Returned;
use super::{BLOCK, CLASSES, REFILL, UNIT, sanitizer};
use crate::object::header::{Header, owner};
use std::cell::Cell;
use std::ptr::null_mut;
use std::sync::atomic::Ordering::*;

#[repr(C, align(64))]
pub(super) struct Block {
    nursery: *const Nursery,
    /// First free cell in units from the block's start; 0 when there is none.
    pub free: Cell<u32>,
    /// Cells in use, and those in `returned`.
    pub used: Cell<u32>,
    /// With fewer cells in use, a block that nobody allocates from is listed as partial. An eighth of the cells is free then: a young
    /// collection walks whole blocks, and must not walk a thousand old objects for the sake of one cell.
    pub relist_below: Cell<u32>,
    /// Units from which the block has not been carved yet.
    fresh: Cell<u32>,
    /// First cell of the freelist's part that is kept back, see [`Block::split`].
    rest: Cell<u32>,
    /// Size of a cell in units.
    cell: u32,
    /// Index into the nursery's lists.
    pub class: u32,
    /// The nursery's id: who may use the block without further ado.
    pub owner: u16,
    /// `used` when the heap last counted the block's objects.
    pub seen: Cell<u32>,
    pub next_partial: Cell<*mut Block>,
    next: [Cell<*mut Block>; 3],
    /// Which lists the block is in, a bit for each.
    lists: Cell<u8>,
    /// Cells that other threads have freed: on another cache line than what the nursery's thread works with.
    pub returned: Returned,
}

const _: () = assert!(size_of::<Block>() == 128);

/// A list of blocks in the order in which they joined it.
pub(super) struct BlockList {
    which: usize,
    first: Cell<*mut Block>,
    last: Cell<*mut Block>,
}

/// All blocks of a heap.
pub(super) const ALL: usize = 0;
/// See [`Heap::young`].
pub(super) const YOUNG: usize = 1;
/// See [`Heap::middle`].
pub(super) const MIDDLE: usize = 2;

const FIRST: u32 = (size_of::<Block>() / UNIT) as u32;
const END: u32 = (BLOCK / UNIT) as u32;

impl Block {
    /// A full block without memory for cells.
    pub fn none() -> Block {
        Block::empty(std::ptr::null(), owner::FREE, 0, END)
    }

    fn empty(nursery: *const Nursery, owner: u16, class: usize, fresh: u32) -> Block {
        Block {
            nursery,
            free: Cell::new(0),
            used: Cell::new(0),
            relist_below: Cell::new(0),
            fresh: Cell::new(fresh),
            rest: Cell::new(0),
            cell: (class % CLASSES) as u32 + 1,
            class: class as u32,
            owner,
            seen: Cell::new(0),
            next_partial: Cell::new(null_mut()),
            next: [const { Cell::new(null_mut()) }; 3],
            lists: Cell::new(0),
            returned: Returned::none(),
        }
    }

    /// A new block for a class, which is in no list yet; None when the machine has no memory.
    pub fn allocate(chunks: &Chunks, nursery: &Nursery, class: usize) -> Option<*mut Block> {
        let block = chunks.take(nursery.fills(class))? as *mut Block;
        // SAFETY: fresh memory of the block's size.
        unsafe { block.write(Block::empty(nursery, nursery.id(), class, FIRST)) };
        Some(block)
    }

    /// The block that an object lies in.
    ///
    /// # Safety
    /// `object` lies in a block.
    #[inline(always)]
    pub unsafe fn of<'b>(object: *const Header) -> &'b Block {
        // SAFETY: blocks are aligned to their size and begin with this struct.
        unsafe { &*((object as usize & !(BLOCK - 1)) as *const Block) }
    }

    /// The nursery whose block this is.
    pub fn nursery(&self) -> &Nursery {
        debug_assert!(!self.nursery.is_null());
        // SAFETY: only the blocks that stand for none, which hold no objects and are in no list, lack a nursery; nurseries live as long as the
        // heap, which outlives its blocks.
        unsafe { &*self.nursery }
    }

    /// The size of a cell in bytes.
    pub fn cell_size(&self) -> usize {
        self.cell as usize * UNIT
    }

    /// The number of cells.
    pub fn capacity(&self) -> u32 {
        (END - FIRST) / self.cell
    }

    /// Puts cells into the freelist: those kept back, or up to `REFILL` never-used ones. False when the block is used up.
    pub fn refill(&self) -> bool {
        if self.rest.get() != 0 {
            self.free.set(self.rest.replace(0));
            self.split();
            return true;
        }
        let start = self.fresh.get();
        let count = ((END - start) / self.cell).min(REFILL);
        if count == 0 {
            return false;
        }
        let mut link = 0;
        for i in (0..count).rev() {
            let unit = start + i * self.cell;
            // SAFETY: the cell lies within the block and was never handed out.
            unsafe { self.at(unit).write(Header::free(link)) };
            sanitizer::cell_is_free(self.at(unit), self.cell_size());
            link = unit;
        }
        self.fresh.set(start + count * self.cell);
        self.free.set(link);
        true
    }

    /// Takes the first cell out of the freelist.
    ///
    /// # Safety
    /// The freelist is not empty.
    #[inline(always)]
    pub unsafe fn pop(&self) -> *mut Header {
        let cell = self.at(self.free.get());
        // SAFETY: a link leads to a free cell of the block.
        self.free.set(unsafe { (*cell).local.load(Relaxed) });
        self.used.set(self.used.get() + 1);
        cell
    }

    /// The list that a freed cell joins: the one that is allocated from, since the cell is likely to be in the processor's cache.
    #[inline(always)]
    pub fn list_for_freed(&self) -> &Cell<u32> {
        if sanitizer::WATCHES {
            &self.rest
        } else {
            &self.free
        }
    }

    /// Keeps all but the first `REFILL` cells of the freelist back, unless some are kept already.
    pub fn split(&self) {
        let carved = (self.fresh.get() - FIRST) / self.cell;
        if self.rest.get() != 0 || carved - self.used.get() <= REFILL {
            return;
        }
        let mut link = self.free.get();
        for _ in 1..REFILL {
            // SAFETY: links lead to free cells of the block, of which there are more than `REFILL`.
            link = unsafe { (*self.at(link)).local.load(Relaxed) };
        }
        // SAFETY: as above.
        let rest = unsafe { (*self.at(link)).local.swap(0, Relaxed) };
        self.rest.set(rest);
    }

    /// Takes the chain of returned cells that begins at `first` among those kept back. Called by the nursery's thread, or by one that runs alone.
    ///
    /// # Safety
    /// The chain was taken out of `returned` and is not used otherwise.
    pub unsafe fn take_back(&self, first: u32) {
        let (mut last, mut count) = (first, 1);
        // SAFETY: the links of the chain lead to free cells of the block, and nobody else has it any more.
        unsafe {
            loop {
                let next = (*self.at(last)).local.load(Relaxed);
                if next == 0 {
                    break;
                }
                last = next;
                count += 1;
            }
            (*self.at(last)).local.store(self.rest.get(), Relaxed);
        }
        self.rest.set(first);
        self.used.set(self.used.get() - count);
    }

    /// The block has no free cell and is nobody's current one any more.
    pub fn retire(&self) {
        let capacity = self.capacity();
        self.relist_below.set(capacity - capacity / 8);
    }

    /// Whether all cells are handed out.
    pub fn is_full(&self) -> bool {
        self.used.get() == self.capacity()
    }

    /// The cell that begins so many units from the block's start.
    #[inline(always)]
    pub fn at(&self, unit: u32) -> *mut Header {
        // A unit within the block, of which this struct is the beginning.
        (self as *const Block as *mut u8).wrapping_add(unit as usize * UNIT) as *mut Header
    }

    /// Shows every object in the block to `visit`.
    #[inline(always)]
    pub fn walk(&self, mut visit: impl FnMut(*mut Header)) {
        let mut unit = FIRST;
        while unit < self.fresh.get() {
            let header = self.at(unit);
            // SAFETY: carved cells hold headers.
            if unsafe { (*header).owner.load(Relaxed) } != owner::FREE {
                visit(header);
            }
            unit += self.cell;
        }
    }

    /// Shows every free cell in the freelists to `visit`, until it returns false.
    pub fn walk_free(&self, visit: &mut dyn FnMut(*mut Header) -> bool) {
        for start in [self.free.get(), self.rest.get()] {
            let mut link = start;
            while link != 0 {
                let cell = self.at(link);
                if link >= END || !visit(cell) {
                    return;
                }
                // SAFETY: a link within the block leads to a cell.
                link = unsafe { (*cell).local.load(Relaxed) };
            }
        }
    }

    /// Cells that have been carved.
    pub fn carved(&self) -> u32 {
        (self.fresh.get() - FIRST) / self.cell
    }

    /// Whether the block is in the list.
    pub fn is_in(&self, list: usize) -> bool {
        self.lists.get() & 1 << list != 0
    }
}

impl BlockList {
    pub fn new(which: usize) -> BlockList {
        BlockList {
            which,
            first: Cell::new(null_mut()),
            last: Cell::new(null_mut()),
        }
    }

    pub fn is_empty(&self) -> bool {
        self.first.get().is_null()
    }

    /// Adds a block, unless it is in the list.
    pub fn append(&self, block: &Block) {
        if block.is_in(self.which) {
            return;
        }
        block.lists.set(block.lists.get() | 1 << self.which);
        block.next[self.which].set(null_mut());
        let this = block as *const Block as *mut Block;
        let last = self.last.replace(this);
        if last.is_null() {
            self.first.set(this);
        } else {
            // SAFETY: listed blocks live as long as they are in the list.
            unsafe { (*last).next[self.which].set(this) };
        }
    }

    /// Shows every block to `visit`.
    pub fn each(&self, mut visit: impl FnMut(&Block)) {
        let mut block = self.first.get();
        while !block.is_null() {
            // SAFETY: as above.
            let b = unsafe { &*block };
            block = b.next[self.which].get();
            visit(b);
        }
    }

    /// Empties the list and shows what was in it to `visit`, which may add blocks again.
    pub fn take(&self, mut visit: impl FnMut(&Block)) {
        let mut block = self.first.replace(null_mut());
        self.last.set(null_mut());
        while !block.is_null() {
            // SAFETY: as above.
            let b = unsafe { &*block };
            block = b.next[self.which].get();
            b.lists.set(b.lists.get() & !(1 << self.which));
            visit(b);
        }
    }

    /// Returns the memory of all blocks.
    ///
    /// # Safety
    /// Nothing in them is used any more, and they are in no other list that is.
    pub unsafe fn free_all(&self, chunks: &Chunks) {
        // SAFETY: the caller's promise; `take` has read the link before.
        self.take(|block| unsafe { block.free(chunks) });
    }

    /// Takes blocks out for which `keep` is false, and returns their memory.
    ///
    /// # Safety
    /// Those hold no objects and are in no other list.
    pub unsafe fn free_unless(
        &self,
        chunks: &Chunks,
        mut keep: impl FnMut(&Block) -> bool,
    ) -> usize {
        let mut freed = 0;
        self.take(|block| {
            if keep(block) {
                self.append(block);
            } else {
                freed += 1;
                // SAFETY: the caller's promise.
                unsafe { block.free(chunks) };
            }
        });
        freed
    }
}

impl Block {
    unsafe fn free(&self, chunks: &Chunks) {
        let memory = self as *const Block as *mut u8;
        sanitizer::block_is_gone(memory, BLOCK);
        // SAFETY: made by `allocate`; the caller gives the block up.
        unsafe { chunks.give_back(memory) };
    }
}
