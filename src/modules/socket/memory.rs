//! The memory that sockets receive into, one piece for each thread.
//!
//! Servers ask for the same large number of bytes each time, which would be a new piece of memory.

use crate::object::{Res, Thread};
use crate::types::text::args::buffer;
use std::cell::Cell;

thread_local! {
    static KEPT: Cell<Vec<u8>> = const { Cell::new(Vec::new()) };
}

/// More bytes than this are not kept.
const MOST_KEPT: usize = 1 << 20;

/// Empty memory for so many bytes, which [`keep_buffer`] takes back.
///
/// # Errors
/// MemoryError
pub(super) fn take_buffer(thread: &Thread, size: usize) -> Res<Vec<u8>> {
    let mut kept = KEPT.take();
    if kept.capacity() != size {
        return buffer(thread, size);
    }
    kept.clear();
    Ok(kept)
}

/// Keeps the memory for what this thread receives next.
pub(super) fn keep_buffer(bytes: Vec<u8>) {
    if bytes.capacity() <= MOST_KEPT {
        KEPT.set(bytes);
    }
}
