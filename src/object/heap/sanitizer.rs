//! What AddressSanitizer is told of the cells: the contents of free ones are poisoned, and so is a gap behind every object.
//!
//! Only in builds with `--cfg taipan_asan` (`tests/sanitize`); in all others these functions are empty. The header of a free cell
//! stays readable, since it holds the link of the freelist.

use crate::object::header::Header;

/// Whether the sanitiser watches. Freed cells are then used again as late as possible, and an object gets a larger cell than it needs.
pub(super) const WATCHES: bool = cfg!(taipan_asan);

/// Bytes between two objects of a block.
pub(super) const GAP: usize = if WATCHES { super::UNIT } else { 0 };

#[cfg(taipan_asan)]
unsafe extern "C" {
    fn __asan_poison_memory_region(address: *const u8, size: usize);
    fn __asan_unpoison_memory_region(address: *const u8, size: usize);
}

/// The cell is free: nothing but its header may be touched.
#[inline(always)]
pub(super) fn cell_is_free(cell: *mut Header, size: usize) {
    #[cfg(taipan_asan)]
    // SAFETY: the runtime writes its own shadow of the cell alone.
    unsafe {
        let header = size_of::<Header>();
        __asan_poison_memory_region(cell.add(1).cast(), size - header);
    }
    let _ = (cell, size);
}

/// The first `size` bytes of the cell hold an object, which may grow to whole units.
#[inline(always)]
pub(super) fn cell_is_used(cell: *mut Header, size: usize) {
    #[cfg(taipan_asan)]
    // SAFETY: as above.
    unsafe {
        __asan_unpoison_memory_region(cell.cast(), size.next_multiple_of(super::UNIT));
    }
    let _ = (cell, size);
}

/// The memory of a block goes back to the allocator, which knows nothing of cells.
#[inline(always)]
pub(super) fn block_is_gone(block: *mut u8, size: usize) {
    #[cfg(taipan_asan)]
    // SAFETY: as above.
    unsafe {
        __asan_unpoison_memory_region(block, size);
    }
    let _ = (block, size);
}
