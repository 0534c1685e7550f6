//! The payload of bytearrays: a growable buffer behind a lock, with a count of the views that pin its size.
//!
//! **Invariant**: the lock is held for one operation of this file, or shared by a [`crate::types::text::buffer::Buffer`]; nothing runs
//! script code meanwhile. While `exports` is not zero, the size does not change. Capacity is accounted for in the heap.
#![forbid(unsafe_code)]

use crate::base::sync::atomic::{AtomicUsize, Ordering::*};
use crate::base::sync::{RwLock, RwLockReadGuard};
use crate::object::{Builtin, Class, Payload, Res, Thread, Value};

/// The payload of bytearrays and of instances of their subclasses.
#[derive(Default)]
pub struct ByteArray {
    data: RwLock<Vec<u8>>,
    exports: AtomicUsize,
}

impl ByteArray {
    /// A payload with these bytes.
    pub fn new(thread: &Thread, data: Vec<u8>) -> ByteArray {
        thread.interp.heap.adjust(data.capacity() as i64);
        ByteArray {
            data: RwLock::new(data),
            exports: AtomicUsize::new(0),
        }
    }

    /// A bytearray with these bytes.
    pub fn new_value(thread: &Thread, data: Vec<u8>) -> Res {
        thread.check_memory(data.capacity())?;
        thread.alloc(Builtin::ByteArray, ByteArray::new(thread, data))
    }

    /// An instance of bytearray or of a subclass.
    pub fn instance_of(thread: &Thread, class: &Class, data: Vec<u8>) -> Res {
        thread.check_memory(data.capacity())?;
        thread.alloc_instance(class, ByteArray::new(thread, data))
    }

    /// The bytes, locked. May be held more than once by a thread.
    #[inline]
    pub fn read(&self) -> RwLockReadGuard<'_, Vec<u8>> {
        self.data.read_recursive()
    }

    /// The number of bytes.
    #[inline]
    pub fn len(&self) -> usize {
        self.read().len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The byte at `i`.
    #[inline]
    pub fn get(&self, i: usize) -> Option<u8> {
        self.read().get(i).copied()
    }

    /// Sets the byte at `i`; false if there is none.
    #[inline]
    pub fn set(&self, i: usize, byte: u8) -> bool {
        match self.data.write().get_mut(i) {
            Some(place) => {
                *place = byte;
                true
            }
            None => false,
        }
    }

    /// Changes bytes without changing how many there are.
    pub fn change<R>(&self, f: impl FnOnce(&mut [u8]) -> R) -> R {
        f(&mut self.data.write())
    }

    /// Changes the bytes, which may grow by at most `growth`.
    ///
    /// # Errors
    /// BufferError while views exist, MemoryError.
    pub fn resize<R>(
        &self,
        thread: &Thread,
        growth: usize,
        f: impl FnOnce(&mut Vec<u8>) -> R,
    ) -> Res<R> {
        if self.exports.load(Acquire) > 0 {
            return Err(exported(thread));
        }
        let mut data = self.data.write();
        let before = data.capacity();
        if data.capacity() - data.len() < growth {
            let wanted = data.len().saturating_add(growth);
            let room = wanted.saturating_add(wanted >> 3).saturating_add(8);
            let reserved =
                room <= isize::MAX as usize && thread.interp.heap.available() >= room - before && {
                    let more = room - data.len();
                    data.try_reserve_exact(more).is_ok()
                };
            if !reserved {
                drop(data);
                return Err(thread.memory_error());
            }
        }
        let result = f(&mut data);
        if data.len() < data.capacity() / 2 {
            let len = data.len();
            data.shrink_to(len + 8);
        }
        let after = data.capacity();
        drop(data);
        thread.interp.heap.adjust(after as i64 - before as i64);
        Ok(result)
    }

    /// Notes one more view that pins the size.
    pub fn export(&self) {
        self.exports.fetch_add(1, AcqRel);
    }

    /// Gives a view back.
    pub fn release(&self) {
        self.exports.fetch_sub(1, AcqRel);
    }
}

#[cold]
fn exported(thread: &Thread) -> crate::object::Raised {
    thread.error(
        Builtin::BufferError,
        "Existing exports of data: object cannot be re-sized",
    )
}

impl Drop for ByteArray {
    fn drop(&mut self) {
        let capacity = self.data.get_mut().capacity() as i64;
        Thread::with_current(|thread| {
            if let Some(thread) = thread {
                thread.interp.heap.adjust(-capacity);
            }
        });
    }
}

impl Payload for ByteArray {
    const LEAF: bool = true;
    fn trace(&self, _: &mut dyn FnMut(&Value)) {}
}
