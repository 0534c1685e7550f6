//! `src/object/heap/`: cells on their way home as they stand, and what stands in for the rest.

#[path = "../../../src/object/heap/remote.rs"]
mod remote;

use super::header::{Header, flag};
use block::Block;
use remote::Inbox;
use std::cell::RefCell;

/// Marks an object as dead.
pub unsafe fn deallocate(this: *mut Header) {
    // SAFETY: headers live until the end of the program.
    let header = unsafe { &*this };
    assert!(!header.has(flag::FINALIZED), "an object died twice");
    header.set(flag::FINALIZED);
}

/// Blocks.
pub mod block {
    use super::super::header::{Header, owner};
    use super::remote::Returned;

    /// A block that consists of the headers of its cells.
    pub struct Block {
        pub(super) returned: Returned,
        cells: Box<[Header]>,
    }

    impl Block {
        /// A block whose cells are all handed out.
        pub fn new(cells: u32) -> Block {
            Block {
                returned: Returned::none(),
                cells: (0..cells)
                    .map(|_| Header::new(0, owner::FIRST, 0))
                    .collect(),
            }
        }

        /// The cell number `unit`; the first is 1.
        pub fn at(&self, unit: u32) -> *mut Header {
            (&raw const self.cells[unit as usize - 1]).cast_mut()
        }
    }
}

/// A handed-out cell: number of the block and of the cell.
pub type Cell = (usize, u32);

/// A nursery with its blocks and all its free cells.
pub struct Nursery {
    inbox: Inbox,
    blocks: Vec<Block>,
    free: RefCell<Vec<Cell>>,
}

// SAFETY: shuttle runs all threads on one native thread; what the programs check is that `free` is the owner's.
unsafe impl Send for Nursery {}
// SAFETY: as above.
unsafe impl Sync for Nursery {}

impl Nursery {
    /// A nursery of blocks whose cells are all handed out.
    pub fn new(blocks: usize, cells: u32) -> Nursery {
        Nursery {
            inbox: Inbox::new(),
            blocks: (0..blocks).map(|_| Block::new(cells)).collect(),
            free: RefCell::default(),
        }
    }

    /// All cells.
    pub fn cells(&self, cells: u32) -> Vec<Cell> {
        (0..self.blocks.len())
            .flat_map(|block| (1..=cells).map(move |unit| (block, unit)))
            .collect()
    }

    /// Frees a cell beside the owner.
    pub fn put(&self, (block, unit): Cell) {
        let block = &self.blocks[block];
        let cell = block.at(unit);
        // SAFETY: the cell was handed out once, to the caller.
        unsafe {
            assert!(!(*cell).is_free(), "a cell was handed out twice");
            cell.write(Header::free(0));
            self.inbox.put(block, unit);
        }
    }

    /// The owner takes home what was freed.
    pub fn settle(&self) {
        let mut free = self.free.borrow_mut();
        self.inbox.take(|block, first| {
            let number = self.blocks.iter().position(|b| std::ptr::eq(b, block));
            let number = number.unwrap();
            let mut unit = first;
            assert!(unit != 0, "a block without returned cells was queued");
            while unit != 0 {
                // SAFETY: links lead to cells of the block.
                let cell = unsafe { &*block.at(unit) };
                assert!(cell.is_free(), "a cell in use came home");
                assert!(!free.contains(&(number, unit)), "a cell came home twice");
                free.push((number, unit));
                unit = cell.link();
            }
        });
    }

    /// The owner hands a free cell out.
    pub fn allocate(&self) -> Option<Cell> {
        let (block, unit) = self.free.borrow_mut().pop()?;
        let cell = self.blocks[block].at(unit);
        // SAFETY: the cell is free, and the owner's.
        unsafe { cell.write(Header::new(0, super::header::owner::FIRST, 0)) };
        Some((block, unit))
    }

    /// How many cells are at home.
    pub fn count_free(&self) -> usize {
        self.free.borrow().len()
    }
}

impl Header {
    fn link(&self) -> u32 {
        self.local
            .load(super::super::base::sync::atomic::Ordering::Relaxed)
    }
}
