//! Weak references: the objects, and the table that leads from a target to them.
//!
//! A target says with a header flag that there are some; the table is asked only then. **Invariants**: an entry's key is the address of a live object
//! with the flag `HAS_WEAKREFS`; its list has the payloads of all living weak references and proxies to it, oldest first; such a payload's target
//! word is the key. A dying target is taken out of the table, and its references are cleared, before its memory is given back; a dying reference
//! takes itself out.

use super::header::{Header, flag};
use super::layout::Payload;
use super::ordered::StoreOrdered;
use super::slot::Slot;
use super::thread::Thread;
use super::value::Value;
use crate::base::sync::Mutex;
use rustc_hash::FxHashMap;
use std::ptr::NonNull;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering::*};

/// The hash has not been asked for yet; no hash is this number.
const NO_HASH: i64 = -1;

/// The payload of weak references and proxies.
pub struct WeakRef {
    /// The address of the target, 0 when it is gone. Not counted.
    target: AtomicU64,
    /// What is called with the reference when the target dies; unbound: nothing, or called already.
    pub callback: Slot,
    hash: AtomicI64,
}

impl Payload for WeakRef {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.callback.trace(visit);
    }
}

impl WeakRef {
    /// One without a target; [`Thread::register_weak`] gives it one when it lies in its object.
    pub fn new(callback: Value) -> WeakRef {
        WeakRef {
            target: AtomicU64::new(0),
            callback: Slot::new(callback),
            hash: AtomicI64::new(NO_HASH),
        }
    }

    /// The target, if it lives.
    pub fn target(&self) -> Option<Value> {
        let word = self.target.load(Acquire);
        if word == 0 {
            return None;
        }
        // SAFETY: a target clears its references before its memory is given back. One whose last reference is gone, but which has not come to that
        // yet, is dead already.
        unsafe {
            let header = &*(word as *const Header);
            (header.reference_count() > 0).then(|| Value::clone_word(word))
        }
    }

    /// The hash of the target, if it was asked for while that lived.
    pub fn known_hash(&self) -> Option<i64> {
        let hash = self.hash.load(Relaxed);
        (hash != NO_HASH).then_some(hash)
    }

    /// Keeps the hash of the target.
    pub fn keep_hash(&self, hash: i64) {
        self.hash.store(hash, Relaxed);
    }
}

impl Drop for WeakRef {
    fn drop(&mut self) {
        let target = *self.target.get_mut();
        if target != 0 {
            Thread::with_current(|thread| {
                if let Some(thread) = thread {
                    let interp = &thread.interp;
                    interp.weak.forget(target, self, interp.identities.is_on());
                }
            });
        }
    }
}

/// A payload in the table.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Entry(NonNull<WeakRef>);

// SAFETY: payloads are reached through the table under its lock; they leave it before they are dropped.
unsafe impl Send for Entry {}

/// All weak references of an interpreter.
#[derive(Default)]
pub struct WeakTable(Mutex<FxHashMap<u64, Vec<Entry>>>);

impl WeakTable {
    fn forget(&self, target: u64, payload: &WeakRef, keep_mark: bool) {
        let mut table = self.0.lock();
        if let Some(list) = table.get_mut(&target) {
            list.retain(|entry| !std::ptr::eq(entry.0.as_ptr(), payload));
            if list.is_empty() {
                table.remove(&target);
                // The mark may also be there for the object's serial number.
                if keep_mark {
                    return;
                }
                // SAFETY: the payload still names the target, so that has not been freed.
                unsafe { (*(target as *const Header)).clear(flag::HAS_WEAKREFS) };
            }
        }
    }
}

/// A callback that a death has made due: what to call, and the reference that is its argument.
pub type DueCallback = (Value, Value);

impl Thread {
    /// Directs a new weak reference at its target, a heap object. An immortal one needs no entry: it is never cleared.
    pub fn register_weak(&self, reference: &Value, target: &Value) {
        let (Some(payload), Some(header)) = (reference.payload::<WeakRef>(), target.header())
        else {
            return;
        };
        payload.target.store_ordered(target.word(), Release);
        if header.is_immortal() {
            return;
        }
        let mut table = self.interp.weak.0.lock();
        table
            .entry(target.word())
            .or_default()
            .push(Entry(NonNull::from(payload)));
        header.set(flag::HAS_WEAKREFS);
    }

    /// The living weak references and proxies to an object, oldest first.
    pub fn weak_references(&self, target: &Value) -> Vec<Value> {
        let table = self.interp.weak.0.lock();
        let Some(list) = table.get(&target.word()) else {
            return Vec::new();
        };
        // SAFETY: payloads in the table are alive, or their objects are dying, which their counts tell.
        unsafe { list.iter().filter_map(|entry| living(*entry)).collect() }
    }

    /// Clears all weak references to an object, newest first, and adds the callbacks that this makes due, but for those of references that are dying
    /// themselves or garbage, which keep theirs.
    ///
    /// # Safety
    /// `target` is the address of an object whose memory has not been given back.
    pub(super) unsafe fn clear_weak(&self, target: *const Header, due: &mut Vec<DueCallback>) {
        let list = self.interp.weak.0.lock().remove(&(target as u64));
        self.interp.identities.forget(target as u64);
        // SAFETY: the caller's promise.
        unsafe { (*target).clear(flag::HAS_WEAKREFS) };
        for entry in list.unwrap_or_default().into_iter().rev() {
            // SAFETY: as in `weak_references`.
            unsafe {
                let payload = entry.0.as_ref();
                payload.target.store_ordered(0, Release);
                if let Some(reference) = living(entry)
                    && !reference.header().is_some_and(Header::is_condemned)
                {
                    let callback = payload.callback.take();
                    if !callback.is_unbound() {
                        due.push((callback, reference));
                    }
                }
            }
        }
    }
}

/// A new reference to the object of a payload, unless its last reference is gone.
///
/// # Safety
/// The payload's memory has not been given back.
unsafe fn living(entry: Entry) -> Option<Value> {
    // SAFETY: the caller's promise.
    unsafe {
        let header = Value::header_of_payload(entry.0.as_ptr());
        ((*header).reference_count() > 0).then(|| Value::of_payload(entry.0.as_ptr()))
    }
}
