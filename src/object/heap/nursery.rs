//! Nurseries: what the threads under one owner id allocate from.
//!
//! A nursery belongs to an id (`object/owners.rs`), is made with the first thread that has the id, goes to the next one together with it, and lives
//! as long as the heap. In the lock modes all threads share one id, and so one nursery.
//!
//! **Invariant**: while threads run together, a nursery is touched by the thread with its id alone, except that others put cells into `inbox`.
//! At most one thread at a time runs under an id. While one thread runs alone, it may touch all nurseries: it has taken over from the others
//! in a way that orders what they did before it.

use super::block::{Block, MIDDLE, YOUNG};
use super::remote::Inbox;
use super::{CLASSES, Heap, MAX_SMALL, Shared, UNIT, large, sanitizer};
use crate::object::breaker;
use crate::object::header::{Header, flag};
use crate::object::thread::{self, Thread};
use std::cell::Cell;
use std::ptr::{NonNull, null_mut};

/// See the module.
#[repr(C)]
pub(in crate::object) struct Nursery {
    /// The block that each class allocates from; containers first, then leaves.
    current: [Cell<*mut Block>; 2 * CLASSES],
    /// Blocks with free cells that no class allocates from.
    partial: [Cell<*mut Block>; 2 * CLASSES],
    /// How many blocks each class has been given so far, up to [`MANY`].
    given: [Cell<u8>; 2 * CLASSES],
    heap: *const Heap,
    id: u16,
    /// Cells of these blocks that other threads have freed.
    inbox: Inbox,
    /// A full block that stands in for "no block yet", so that the fast path needs no null test.
    none: Block,
}

/// A class that has been given so many blocks fills them.
const MANY: u8 = 8;

impl Thread {
    /// Memory for an object of `size` bytes with its header written; None when the limit or the machine refuses.
    /// The payload is uninitialised.
    #[inline(always)]
    pub(in crate::object) fn allocate(
        &self,
        size: usize,
        shape: u32,
        leaf: bool,
        flags: u8,
    ) -> Option<NonNull<Header>> {
        debug_assert!(self.id() == thread::current_id());
        // SAFETY: nurseries live as long as the heap, and the thread keeps its interpreter alive.
        unsafe { self.nursery.as_ref() }.allocate(size, shape, leaf, flags)
    }
}

impl Nursery {
    /// A nursery for the threads with this id.
    pub(super) fn new(heap: &Heap, id: u16) -> NonNull<Nursery> {
        let nursery = Box::leak(Box::new(Nursery {
            current: [const { Cell::new(null_mut()) }; 2 * CLASSES],
            partial: [const { Cell::new(null_mut()) }; 2 * CLASSES],
            given: [const { Cell::new(0) }; 2 * CLASSES],
            heap,
            id,
            inbox: Inbox::new(),
            none: Block::none(),
        }));
        for current in &nursery.current {
            current.set(nursery.no_block());
        }
        NonNull::from(nursery)
    }

    /// The id of the threads that allocate here.
    pub(super) fn id(&self) -> u16 {
        self.id
    }

    /// What other threads put cells into.
    pub(super) fn inbox(&self) -> &Inbox {
        &self.inbox
    }

    fn heap(&self) -> &Heap {
        // SAFETY: a heap outlives its nurseries.
        unsafe { &*self.heap }
    }

    /// Whether a new block for the class will soon be full, as some have been before.
    pub(super) fn fills(&self, class: usize) -> bool {
        let given = &self.given[class];
        if given.get() < MANY {
            given.set(given.get() + 1);
            return false;
        }
        true
    }

    fn no_block(&self) -> *mut Block {
        &raw const self.none as *mut Block
    }

    /// See [`Thread::allocate`]. Called by a thread with the nursery's id.
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
            return large::allocate(self.heap(), self, size, shape, leaf, flags);
        }
        let class = ((size + sanitizer::GAP).div_ceil(UNIT) - 1) + if leaf { CLASSES } else { 0 };
        // SAFETY: `current` points to a block of this nursery or to `none`, both of which live as long as the heap.
        let block = unsafe { &*self.current[class].get() };
        let cell = if block.free.get() != 0 {
            // SAFETY: as asked for.
            unsafe { block.pop() }
        } else {
            self.allocate_slow(class)?
        };
        sanitizer::cell_is_used(cell, size);
        // SAFETY: the cell is free and large enough.
        unsafe { cell.write(Header::new(shape, thread::current_id(), flags)) };
        NonNull::new(cell)
    }

    #[cold]
    #[inline(never)]
    fn allocate_slow(&self, class: usize) -> Option<*mut Header> {
        let containers = class < CLASSES;
        loop {
            // SAFETY: as in `allocate`.
            let block = unsafe { &*self.current[class].get() };
            if block.free.get() == 0 && !block.refill() {
                // What others have freed may be in this very block.
                if !self.settle() || !block.refill() {
                    self.next_block(class)?;
                }
                continue;
            }
            if containers {
                let shared = self.heap().shared();
                shared.account(block);
                let due = shared.growth.get() > shared.threshold.get() && self.is_due(&shared);
                drop(shared);
                if due {
                    thread::request(breaker::COLLECT);
                }
            }
            // SAFETY: the block has a free cell.
            return Some(unsafe { block.pop() });
        }
    }

    /// Goes over to another block: one with free cells, or a new one. None when there is no memory; the present block stays then.
    fn next_block(&self, class: usize) -> Option<()> {
        let next = self.partial[class].get();
        let next = if next.is_null() {
            self.heap().new_block(self, class)?
        } else {
            // SAFETY: listed blocks belong to this nursery.
            self.partial[class].set(unsafe { (*next).next_partial.get() });
            next
        };
        // SAFETY: current blocks belong to this nursery, or stand for none.
        let last = unsafe { &*self.current[class].replace(next) };
        last.retire();
        if class < CLASSES {
            // SAFETY: the nursery's, as above.
            let next = unsafe { &*next };
            next.split();
            let shared = self.heap().shared();
            shared.account(last);
            shared.account(next);
            shared.young.append(next);
        }
        Some(())
    }

    /// Takes home the cells that other threads have freed. False: there are none.
    pub(super) fn settle(&self) -> bool {
        self.inbox.take(|block, first| {
            // SAFETY: they are the block's, and have just been taken out.
            unsafe { block.take_back(first) };
            if block.used.get() < block.relist_below.get() {
                self.relist(block);
            }
        })
    }

    /// A block that was full has free cells again.
    #[cold]
    pub(super) fn relist(&self, block: &Block) {
        block.relist_below.set(0);
        self.list_as_partial(block);
    }

    fn list_as_partial(&self, block: &Block) {
        let class = block.class as usize;
        block.next_partial.set(self.partial[class].get());
        self.partial[class].set(block as *const Block as *mut Block);
    }

    /// Whether a collection is due, also when what others have freed, and frees in the blocks that were freed into last, are made up against the
    /// allocations.
    #[cold]
    pub(super) fn is_due(&self, shared: &Shared) -> bool {
        const LOOKED_AT: usize = 4;
        if self.settle() {
            self.account_current(shared);
        }
        for first in &self.partial[..CLASSES] {
            let mut block = first.get();
            for _ in 0..LOOKED_AT {
                if block.is_null() {
                    break;
                }
                // SAFETY: listed blocks belong to this nursery.
                let b = unsafe { &*block };
                shared.account(b);
                block = b.next_partial.get();
            }
        }
        shared.growth.get() > shared.threshold.get()
    }

    /// Accounts for what the containers' classes allocate from.
    pub(super) fn account_current(&self, shared: &Shared) {
        for block in &self.current[..CLASSES] {
            // SAFETY: current blocks belong to this nursery, or stand for none.
            shared.account(unsafe { &*block.get() });
        }
    }
}

/// For a thread that runs alone.
impl Nursery {
    /// From here on no class of containers goes on with the block that it has.
    pub(super) fn put_blocks_down(&self) {
        for current in &self.current[..CLASSES] {
            let block = current.replace(self.no_block());
            if block == self.no_block() {
                continue;
            }
            // SAFETY: current blocks belong to this nursery.
            let block = unsafe { &*block };
            if block.is_full() {
                block.retire();
            } else {
                self.list_as_partial(block);
            }
        }
    }

    /// Takes the blocks that may go out of the partial lists.
    pub(super) fn trim_partial(&self) {
        for first in &self.partial {
            let mut block = first.replace(null_mut());
            let mut last: *mut Block = null_mut();
            while !block.is_null() {
                // SAFETY: listed blocks belong to this nursery.
                let b = unsafe { &*block };
                let next = b.next_partial.replace(null_mut());
                if !self.may_go(b) {
                    if last.is_null() {
                        first.set(block);
                    } else {
                        // SAFETY: as above.
                        unsafe { (*last).next_partial.set(block) };
                    }
                    last = block;
                }
                block = next;
            }
        }
    }

    /// Whether a block of this nursery can be given back to the system: it is empty, no class allocates from it, and no list of a generation has it.
    pub(super) fn may_go(&self, block: &Block) -> bool {
        let this = block as *const Block as *mut Block;
        block.used.get() == 0
            && block.returned.is_empty()
            && !block.is_in(YOUNG)
            && !block.is_in(MIDDLE)
            && self.current[block.class as usize].get() != this
    }
}
