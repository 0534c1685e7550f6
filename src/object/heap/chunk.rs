//! Where blocks come from: chunks of sixteen.
//!
//! Memory that is aligned to its own size takes twice as much from mimalloc, and huge pages make all of it resident: with an allocation for each block,
//! 400,000 tuples of 48 bytes took 100 bytes each (November 2026), with chunks 52.
//!
//! mimalloc asks for huge pages, of which a heap that is small touches few bytes each: every size class of every thread has a block of its own. So a heap
//! does without them until it has grown.

use super::{BACKING, BLOCK};
use crate::base::sync::Mutex;
use rustix::mm::{Advice, madvise};
use std::alloc::{GlobalAlloc, Layout};

/// With fewer chunks, a heap gets no huge pages.
const FEW: usize = 16;

/// Blocks of a chunk: the bits of [`Chunk::free`].
const BLOCKS: usize = u16::BITS as usize;

/// The memory of a heap's blocks.
#[derive(Default)]
pub(super) struct Chunks(Mutex<List>);

#[derive(Default)]
struct List {
    /// By address.
    chunks: Vec<Chunk>,
    /// No chunk before this one has a free block.
    first_open: usize,
}

struct Chunk {
    address: usize,
    /// A bit for each block that is not in use.
    free: u16,
}

fn layout() -> Option<Layout> {
    Layout::from_size_align(BLOCKS * BLOCK, BLOCK).ok()
}

impl Chunks {
    /// Memory for a block, of its size and aligned to it; None when the machine has no memory.
    pub fn take(&self) -> Option<*mut u8> {
        let mut list = self.0.lock();
        let open = list.chunks[list.first_open..]
            .iter()
            .position(|chunk| chunk.free != 0);
        let i = match open {
            Some(i) => list.first_open + i,
            None => list.add()?,
        };
        list.first_open = i;
        let chunk = &mut list.chunks[i];
        let bit = chunk.free.trailing_zeros();
        chunk.free &= chunk.free - 1;
        Some((chunk.address + bit as usize * BLOCK) as *mut u8)
    }

    /// Takes the memory of a block back, and returns that of its chunk if no other block uses it.
    ///
    /// # Safety
    /// `block` came from [`Chunks::take`] of the same heap, and is not used again.
    pub unsafe fn give_back(&self, block: *mut u8) {
        let mut list = self.0.lock();
        let address = block as usize;
        let i = list
            .chunks
            .partition_point(|chunk| chunk.address <= address);
        let Some(i) = i.checked_sub(1) else {
            return;
        };
        let chunk = &mut list.chunks[i];
        chunk.free |= 1 << ((address - chunk.address) / BLOCK);
        let is_unused = chunk.free == u16::MAX;
        list.first_open = list.first_open.min(i);
        if is_unused && let Some(layout) = layout() {
            let chunk = list.chunks.remove(i);
            // SAFETY: made by `add` with this layout, and no block of it is in use.
            unsafe { BACKING.dealloc(chunk.address as *mut u8, layout) };
        }
    }
}

impl List {
    /// Adds a chunk without blocks in use; its place in the list.
    fn add(&mut self) -> Option<usize> {
        self.chunks.try_reserve(1).ok()?;
        // SAFETY: the layout is not empty.
        let memory = unsafe { BACKING.alloc(layout()?) };
        if memory.is_null() {
            return None;
        }
        if self.chunks.len() < FEW {
            // SAFETY: how the pages are mapped changes nothing of what they hold. A refusal changes nothing at all.
            let _ = unsafe { madvise(memory.cast(), BLOCKS * BLOCK, Advice::LinuxNoHugepage) };
        }
        let address = memory as usize;
        let i = self.chunks.partition_point(|chunk| chunk.address < address);
        let chunk = Chunk {
            address,
            free: u16::MAX,
        };
        self.chunks.insert(i, chunk);
        Some(i)
    }
}
