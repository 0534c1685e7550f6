//! Cells that a thread frees while the thread whose nursery they belong to may be running: how they get home.
//!
//! Every block has a stack of returned cells ([`Returned`]), linked through the cells as a freelist is, and every nursery a stack of the blocks
//! whose stack of cells is not empty ([`Inbox`]). Anybody pushes to both; the nursery's thread, or one that runs alone, takes them whole. Nothing is
//! ever popped one by one, so a head that comes back to an old value does no harm (no ABA problem).
//!
//! **Invariant**: a block whose stack of cells is not empty is in its nursery's inbox, or whoever made that stack non-empty is about to put it
//! there. A block whose stack is empty is in no inbox, but for one that is being taken. So a block is queued at most once, and its link belongs to
//! whoever pushed the first cell, from that push until the inbox's taker has read it.

use super::block::Block;
use crate::base::sync::atomic::{AtomicPtr, AtomicU32, Ordering::*};
use std::ptr::null_mut;

/// The cells of a block that others have freed.
pub(super) struct Returned {
    /// The latest one, in units from the block's start; 0 when there is none.
    first: AtomicU32,
    /// The next block of the inbox.
    next: AtomicPtr<Block>,
}

/// The blocks of a nursery to which cells have been returned.
pub(super) struct Inbox {
    first: AtomicPtr<Block>,
}

impl Returned {
    pub fn none() -> Returned {
        Returned {
            first: AtomicU32::new(0),
            next: AtomicPtr::new(null_mut()),
        }
    }

    pub fn is_empty(&self) -> bool {
        self.first.load(Relaxed) == 0
    }
}

impl Inbox {
    pub fn new() -> Inbox {
        Inbox {
            first: AtomicPtr::new(null_mut()),
        }
    }

    /// Returns a cell, `unit` units from the start of its block.
    ///
    /// # Safety
    /// The block belongs to the nursery whose inbox this is. The cell was handed out, its header says that it is free, and nobody else uses it.
    pub unsafe fn put(&self, block: &Block, unit: u32) {
        let mut first = block.returned.first.load(Relaxed);
        loop {
            // SAFETY: until it is pushed, the cell is the caller's; its header lies in memory that lives as long as the block.
            unsafe { (*block.at(unit)).local.store(first, Relaxed) };
            // Release: the cell's taker sees its header as it was left. Acquire: the link is ours only after the last taker has read it.
            match block
                .returned
                .first
                .compare_exchange_weak(first, unit, AcqRel, Relaxed)
            {
                Ok(_) => break,
                Err(now) => first = now,
            }
        }
        if first != 0 {
            return;
        }
        let this = block as *const Block as *mut Block;
        let mut head = self.first.load(Relaxed);
        loop {
            block.returned.next.store(head, Relaxed);
            // Release: the block's taker sees its link.
            match self
                .first
                .compare_exchange_weak(head, this, Release, Relaxed)
            {
                Ok(_) => return,
                Err(now) => head = now,
            }
        }
    }

    /// Takes everything out, and shows each block with the first of its returned cells to `visit`, whose they are from then on. False: there is nothing.
    ///
    /// Called by the nursery's thread, or by one that runs alone.
    pub fn take(&self, mut visit: impl FnMut(&Block, u32)) -> bool {
        if self.first.load(Relaxed).is_null() {
            return false;
        }
        let mut block = self.first.swap(null_mut(), Acquire);
        while !block.is_null() {
            // SAFETY: blocks go when one thread runs alone, and then none with returned cells.
            let b = unsafe { &*block };
            // Before the stack of cells is empty: after that the link may be written again.
            block = b.returned.next.load(Relaxed);
            visit(b, b.returned.first.swap(0, AcqRel));
        }
        true
    }
}
