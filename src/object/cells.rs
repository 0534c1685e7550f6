//! Cells: words outside of any object, addressed by a 32-bit index, which inline caches can name.
//!
//! A global variable whose dictionary entry refers to a cell is read through it; a class attribute as resolved along the MRO is
//! kept in one, so that rebinding a method changes the cell and invalidates nothing. The addresses never change: chunks are
//! added, never moved.

use super::slot::Slot;
use super::value::Value;
use crate::base::sync::Mutex;
use std::sync::atomic::{AtomicPtr, AtomicU32, Ordering::*};

const CHUNK: usize = 4096;
const CHUNKS: usize = 4096;

/// The cells of an interpreter.
pub struct Cells {
    chunks: Box<[AtomicPtr<Slot>]>,
    used: AtomicU32,
    free: Mutex<Vec<u32>>,
}

impl Cells {
    pub(super) fn new() -> Cells {
        Cells {
            chunks: (0..CHUNKS)
                .map(|_| AtomicPtr::new(std::ptr::null_mut()))
                .collect(),
            used: AtomicU32::new(0),
            free: Mutex::new(Vec::new()),
        }
    }

    /// The table of chunks, for reading cells from inline caches: `chunks[index / 4096][index % 4096]`.
    #[inline(always)]
    pub fn slot(&self, index: u32) -> &Slot {
        // SAFETY: indices come from `allocate`, which made the chunk; chunks live as long as `self`.
        unsafe {
            let chunk = self
                .chunks
                .get_unchecked(index as usize / CHUNK)
                .load(Acquire);
            &*chunk.add(index as usize % CHUNK)
        }
    }

    /// A cell holding `value`; gives the value back when all 16 million are in use.
    pub fn allocate(&self, value: Value) -> Result<u32, Value> {
        let mut free = self.free.lock();
        if let Some(index) = free.pop() {
            drop(free);
            self.slot(index).set(value);
            return Ok(index);
        }
        let index = self.used.load(Relaxed);
        if index as usize >= CHUNK * CHUNKS {
            return Err(value);
        }
        let chunk = &self.chunks[index as usize / CHUNK];
        if chunk.load(Relaxed).is_null() {
            let slots: Box<[Slot]> = (0..CHUNK).map(|_| Slot::empty()).collect();
            chunk.store(Box::into_raw(slots) as *mut Slot, Release);
        }
        self.used.store(index + 1, Release);
        drop(free);
        self.slot(index).set(value);
        Ok(index)
    }

    /// Empties the cell and lets it be used again.
    pub fn free(&self, index: u32) {
        self.slot(index).set(Value::UNBOUND);
        self.free.lock().push(index);
    }

    /// Empties every cell.
    pub fn clear(&self) {
        for index in 0..self.used.load(Acquire) {
            self.slot(index).set(Value::UNBOUND);
        }
    }
}

impl Drop for Cells {
    fn drop(&mut self) {
        for chunk in &self.chunks {
            let start = chunk.load(Relaxed);
            if !start.is_null() {
                // SAFETY: made by `allocate` from a box of this length.
                drop(unsafe { Box::from_raw(std::ptr::slice_from_raw_parts_mut(start, CHUNK)) });
            }
        }
    }
}
