//! `Slot`: a place in an object that holds a value and may be read and written by several threads.
//!
//! A store publishes the new reference with Release and gives the old one back to the caller, which drops it when no lock is
//! held. A load clones what it finds.

use super::ordered::StoreOrdered;
use super::value::{Value, Word};
use std::sync::atomic::{AtomicU64, Ordering::*};

/// A value that can be replaced. Starts unbound unless given one.
#[repr(transparent)]
pub struct Slot(AtomicU64);

impl Slot {
    /// Holds `value`.
    pub fn new(value: Value) -> Slot {
        Slot(AtomicU64::new(value.into_word()))
    }

    /// Holds the unbound marker.
    pub const fn empty() -> Slot {
        Slot(AtomicU64::new(super::value::word::UNBOUND))
    }

    /// The bits, borrowed from the slot.
    #[inline(always)]
    pub fn word(&self) -> Word {
        self.0.load(Acquire)
    }

    /// The place of the bits, for borrowing what the slot holds while nobody writes.
    #[inline(always)]
    pub fn as_word(&self) -> *const Word {
        self.0.as_ptr()
    }

    /// A new reference to what the slot holds; the unbound marker if nothing.
    #[inline(always)]
    pub fn get(&self) -> Value {
        // SAFETY: the slot owns a reference to what it holds, and writers run under the same lock as this reader.
        unsafe { Value::clone_word(self.0.load(Acquire)) }
    }

    /// A new reference to what the slot holds, None when it is unbound.
    #[inline(always)]
    pub fn load(&self) -> Option<Value> {
        let value = self.get();
        if value.is_unbound() {
            None
        } else {
            Some(value)
        }
    }

    /// Whether it holds the unbound marker.
    #[inline(always)]
    pub fn is_unbound(&self) -> bool {
        self.word() == super::value::word::UNBOUND
    }

    /// Stores `value` and returns what was there.
    #[inline(always)]
    pub fn replace(&self, value: Value) -> Value {
        let old = self.0.swap_word(value.into_word());
        // SAFETY: the slot owned the old word's reference and has given it up.
        unsafe { Value::from_word(old) }
    }

    /// Stores `value` and drops what was there.
    #[inline(always)]
    pub fn set(&self, value: Value) {
        drop(self.replace(value));
    }

    /// Stores an immediate in place of another one, which needs no count: other threads may do the same at the same time.
    #[inline(always)]
    pub fn put_immediate(&self, w: Word) {
        debug_assert!(!super::value::word::is_pointer(w));
        self.0.store(w, Release);
    }

    /// Leaves the slot unbound.
    pub fn take(&self) -> Value {
        self.replace(Value::UNBOUND)
    }

    /// Shows the value to a tracing visitor.
    pub fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        // SAFETY: tracing runs while no other thread writes.
        visit(unsafe { Value::borrow_word(self.0.as_ptr()) });
    }
}

trait SwapWord {
    fn swap_word(&self, w: Word) -> Word;
}

impl SwapWord for AtomicU64 {
    /// An exchange; as plain load and store where one thread runs at a time (an atomic exchange costs some 20 cycles).
    #[inline(always)]
    fn swap_word(&self, w: Word) -> Word {
        let old = self.load(Relaxed);
        self.store_ordered(w, Release);
        old
    }
}

impl Default for Slot {
    fn default() -> Slot {
        Slot::empty()
    }
}

impl Drop for Slot {
    #[inline(always)]
    fn drop(&mut self) {
        // SAFETY: the slot owns the word's reference and is gone afterwards.
        drop(unsafe { Value::from_word(*self.0.get_mut()) });
    }
}
