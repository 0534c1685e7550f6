//! Finding objects: all of them, or those that a collection looks at; and what becomes of the lists of blocks after one.
//!
//! All of it is for a thread that runs alone.

use super::block::{Block, YOUNG};
use super::{BLOCK, CLASSES, Heap, block};
use crate::object::header::{Header, flag};

impl Heap {
    /// Shows every live object in the blocks of this heap, and every large container, to `visit`.
    pub fn walk_objects(&self, visit: &mut dyn FnMut(&Header)) {
        // SAFETY: what the walks find are live objects.
        self.alone()
            .blocks
            .each(|block| block.walk(|object| visit(unsafe { &*object })));
        // SAFETY: as above.
        self.alone()
            .large
            .each(2, |object| visit(unsafe { &*object }));
    }

    /// Shows every live container to `visit`.
    pub fn walk_containers(&self, visit: &mut dyn FnMut(&Header)) {
        // SAFETY: what the walks find are live objects.
        self.candidates(2, |object| visit(unsafe { &*object }));
    }

    /// Shows every container to `visit` that may belong to a generation up to `generation`; others too.
    #[inline(always)]
    pub(in crate::object) fn candidates(&self, generation: u8, mut visit: impl FnMut(*mut Header)) {
        let shared = self.alone();
        match generation {
            0 => shared.young.each(|block| block.walk(&mut visit)),
            1 => {
                shared.young.each(|block| block.walk(&mut visit));
                shared.middle.each(|block| {
                    if !block.is_in(YOUNG) {
                        block.walk(&mut visit);
                    }
                });
            }
            _ => shared.blocks.each(|block| {
                if (block.class as usize) < CLASSES {
                    block.walk(&mut visit);
                }
            }),
        }
        shared.large.each(generation.min(2) as usize, &mut visit);
    }

    /// At least as many as `candidates` will show.
    pub(in crate::object) fn candidate_count(&self, generation: u8) -> usize {
        let shared = self.alone();
        let mut count = shared.large.count(generation.min(2) as usize);
        let mut add = |block: &Block| count += block.used.get() as usize;
        match generation {
            0 => shared.young.each(&mut add),
            1 => {
                shared.young.each(&mut add);
                shared.middle.each(&mut add);
            }
            _ => shared.blocks.each(|block| {
                if (block.class as usize) < CLASSES {
                    add(block);
                }
            }),
        }
        count
    }

    /// Whether containers may have come to life since the last collection.
    pub(in crate::object) fn has_young(&self) -> bool {
        !self.alone().young.is_empty() || self.alone().large.count(0) > 0
    }

    /// No collection is possible now: the next one becomes due after as many allocations again.
    pub(in crate::object) fn forget_growth(&self) {
        self.alone().growth.set(0);
    }

    /// The objects up to `generation` have been looked at: from here on only what is allocated now is young.
    pub(in crate::object) fn begin_epoch(&self, generation: u8) {
        self.each_nursery(|nursery| {
            nursery.settle();
            nursery.put_blocks_down();
        });
        let shared = self.alone();
        shared.young.take(|block| block.seen.set(block.used.get()));
        if generation > 0 {
            shared.middle.take(|_| {});
        }
        shared.growth.set(0);
    }

    /// Gives a container another generation.
    ///
    /// # Safety
    /// `object` is a live container of this heap.
    #[inline(always)]
    pub(in crate::object) unsafe fn set_generation(&self, object: *mut Header, generation: u8) {
        // SAFETY: the caller's promise.
        unsafe {
            (*object).set_generation(generation);
            if (*object).has(flag::LARGE) {
                self.alone()
                    .large
                    .move_to(object, generation.min(2) as usize);
            } else if generation == 1 {
                self.alone().middle.append(Block::of(object));
            }
        }
    }

    /// Gives blocks without objects back to the system; called when no list but that of all blocks and the partial ones has any.
    pub(in crate::object) fn trim(&self) {
        self.each_nursery(|nursery| {
            nursery.settle();
            nursery.trim_partial();
        });
        // SAFETY: blocks that may go are empty, no class's current one, and in no inbox; they were taken out of the partial lists above, and
        // the other lists do not have them.
        let freed = unsafe {
            self.alone()
                .blocks
                .free_unless(&self.chunks, |block| !block.nursery().may_go(block))
        };
        self.release(freed * BLOCK);
    }

    /// Shows every block to `visit`, with what is known of its cells.
    pub(in crate::object) fn inspect_blocks(&self, visit: &mut dyn FnMut(BlockReport<'_>)) {
        self.each_nursery(|nursery| {
            nursery.settle();
        });
        self.alone().blocks.each(|block| {
            visit(BlockReport {
                block,
                capacity: block.capacity(),
                carved: block.carved(),
                used: block.used.get(),
                containers: (block.class as usize) < CLASSES,
            });
        });
    }
}

/// What the heap checker is told of a block.
pub(in crate::object) struct BlockReport<'b> {
    block: &'b block::Block,
    pub capacity: u32,
    pub carved: u32,
    pub used: u32,
    pub containers: bool,
}

impl BlockReport<'_> {
    /// Counts live objects, showing each to `visit`.
    pub fn walk(&self, visit: &mut dyn FnMut(*mut Header)) -> u32 {
        let mut count = 0;
        self.block.walk(|object| {
            count += 1;
            visit(object);
        });
        count
    }

    /// Counts the cells of the freelists; None if a list leaves the block, runs in a circle or holds a cell that is not free.
    pub fn count_free(&self) -> Option<u32> {
        let mut count = 0;
        let mut sound = true;
        self.block.walk_free(&mut |cell| {
            let offset = cell as usize & (BLOCK - 1);
            let first = size_of::<block::Block>();
            // SAFETY: `walk_free` shows cells within the block.
            let free = unsafe { (*cell).is_free() };
            sound = free
                && offset >= first
                && (offset - first).is_multiple_of(self.block.cell_size())
                && count < self.capacity;
            count += 1;
            sound
        });
        sound.then_some(count)
    }

    /// The address, to name the block by.
    pub fn address(&self) -> usize {
        self.block as *const block::Block as usize
    }
}
