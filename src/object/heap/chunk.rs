//! Where blocks come from: chunks of many.
//!
//! Memory that is aligned to its own size takes twice as much from mimalloc, and huge pages make all of it resident: with an allocation for each block,
//! 400,000 tuples of 48 bytes took 100 bytes each (November 2026), with chunks 52.
//!
//! The first blocks of a size class, of which every thread has some, may be touched at a few bytes each, and lie in small chunks. A class that has come so
//! far that it fills its blocks gets further ones from large chunks, for which [`Allocator`] asks huge pages.

use super::BLOCK;
use super::backing::{Allocator, HUGE_PAGE, LARGE};
use crate::base::sync::Mutex;
use std::alloc::{GlobalAlloc, Layout};

/// The memory of a heap's blocks.
#[derive(Default)]
pub(super) struct Chunks {
    small: Mutex<List>,
    large: Mutex<List>,
}

#[derive(Default)]
struct List {
    /// By address.
    chunks: Vec<Chunk>,
    /// No chunk before this one has a free block.
    first_open: usize,
}

struct Chunk {
    address: usize,
    /// A bit for each block.
    all: u64,
    /// A bit for each block that is not in use.
    free: u64,
}

/// The blocks of a small chunk and of a large one.
const SMALL_CHUNK: u64 = u16::MAX as u64;
const LARGE_CHUNK: u64 = u64::MAX;

impl Chunks {
    /// Memory for a block, of its size and aligned to it; None when the machine has no memory. `is_filled`: all of it will soon be used.
    pub fn take(&self, is_filled: bool) -> Option<*mut u8> {
        if is_filled {
            self.large.lock().take(LARGE_CHUNK)
        } else {
            self.small.lock().take(SMALL_CHUNK)
        }
    }

    /// Takes the memory of a block back, and returns that of its chunk if no other block uses it.
    ///
    /// # Safety
    /// `block` came from [`Chunks::take`] of the same heap, and is not used again.
    pub unsafe fn give_back(&self, block: *mut u8) {
        // SAFETY: the caller's promise.
        unsafe {
            if !self.small.lock().give_back(block as usize) {
                self.large.lock().give_back(block as usize);
            }
        }
    }
}

impl List {
    /// A block of an open chunk, or of a new one, which has the blocks `all`.
    fn take(&mut self, all: u64) -> Option<*mut u8> {
        let open = self.chunks[self.first_open..]
            .iter()
            .position(|chunk| chunk.free != 0);
        let i = match open {
            Some(i) => self.first_open + i,
            None => self.add(all)?,
        };
        self.first_open = i;
        let chunk = &mut self.chunks[i];
        let bit = chunk.free.trailing_zeros();
        chunk.free &= chunk.free - 1;
        Some((chunk.address + bit as usize * BLOCK) as *mut u8)
    }

    /// Adds a chunk without blocks in use; its place in the list.
    fn add(&mut self, all: u64) -> Option<usize> {
        self.chunks.try_reserve(1).ok()?;
        let new = Chunk::new(all)?;
        let i = self
            .chunks
            .partition_point(|chunk| chunk.address < new.address);
        self.chunks.insert(i, new);
        Some(i)
    }

    /// False: the block is in no chunk of this list.
    ///
    /// # Safety
    /// If the block came from this list, it is not used again.
    unsafe fn give_back(&mut self, block: usize) -> bool {
        let after = self.chunks.partition_point(|chunk| chunk.address <= block);
        let Some(i) = after.checked_sub(1) else {
            return false;
        };
        let chunk = &mut self.chunks[i];
        let number = (block - chunk.address) / BLOCK;
        if number >= chunk.blocks() {
            return false;
        }
        chunk.free |= 1 << number;
        let is_unused = chunk.free == chunk.all;
        self.first_open = self.first_open.min(i);
        if is_unused {
            // SAFETY: no block of it is in use.
            unsafe { self.chunks.remove(i).free() };
        }
        true
    }
}

impl Chunk {
    /// None when the machine has no memory.
    fn new(all: u64) -> Option<Chunk> {
        let mut chunk = Chunk {
            address: 0,
            all,
            free: all,
        };
        // SAFETY: the layout is not empty.
        chunk.address = unsafe { Allocator.alloc(chunk.layout()?) } as usize;
        (chunk.address != 0).then_some(chunk)
    }

    /// # Safety
    /// No block of it is in use.
    unsafe fn free(self) {
        if let Some(layout) = self.layout() {
            // SAFETY: `new` allocated it with this layout.
            unsafe { Allocator.dealloc(self.address as *mut u8, layout) };
        }
    }

    fn blocks(&self) -> usize {
        self.all.count_ones() as usize
    }

    fn layout(&self) -> Option<Layout> {
        let size = self.blocks() * BLOCK;
        let alignment = if size < LARGE { BLOCK } else { HUGE_PAGE };
        Layout::from_size_align(size, alignment).ok()
    }
}
