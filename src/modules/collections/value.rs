//! The payload of deques. **Invariant**: no script code runs while the items are locked; items that leave are given to the caller to drop.

use crate::base::sync::Mutex;
use crate::object::{Builtin, Payload, Res, Sharing, Thread, Value};
use crate::runtime::protocol;
use crate::runtime::safepoint::poll;
use std::collections::VecDeque;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering::Relaxed};

/// A double-ended queue.
pub struct Deque {
    /// The items.
    pub items: Mutex<VecDeque<Value>>,
    /// The greatest length; negative: none.
    pub limit: AtomicI64,
    /// Changes whenever an item is added or removed.
    pub version: AtomicU64,
}

impl Payload for Deque {
    const SHARING: Sharing = Sharing::Guarded;
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        if let Some(items) = self.items.try_lock() {
            items.iter().for_each(visit);
        }
    }
}

/// An end of a deque.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// The first item's.
    Left,
    /// The last item's.
    Right,
}

impl Deque {
    /// An empty one.
    pub fn new(limit: i64) -> Deque {
        Deque {
            items: Mutex::new(VecDeque::new()),
            limit: AtomicI64::new(limit),
            version: AtomicU64::new(0),
        }
    }

    /// The greatest length.
    pub fn limit(&self) -> Option<usize> {
        usize::try_from(self.limit.load(Relaxed)).ok()
    }

    /// The number of items.
    pub fn len(&self) -> usize {
        self.items.lock().len()
    }

    /// Notes that items were added or removed.
    pub fn changed(&self) {
        self.version.fetch_add(1, Relaxed);
    }

    /// The number that tells whether items were added or removed.
    pub fn version(&self) -> u64 {
        self.version.load(Relaxed)
    }

    /// Adds an item at an end; one at the other end leaves if there are too many.
    ///
    /// # Errors
    /// MemoryError
    pub fn push(&self, thread: &Thread, item: Value, end: End) -> Res<()> {
        let limit = self.limit();
        let mut items = self.items.lock();
        if !has_room(thread, &mut items, 1) {
            drop(items);
            return Err(thread.memory_error());
        }
        match end {
            End::Left => items.push_front(item),
            End::Right => items.push_back(item),
        }
        let surplus = match limit {
            Some(limit) if items.len() > limit => match end {
                End::Left => items.pop_back(),
                End::Right => items.pop_front(),
            },
            _ => None,
        };
        drop(items);
        self.changed();
        drop(surplus);
        Ok(())
    }

    /// Takes the item at an end.
    ///
    /// # Errors
    /// IndexError if there is none.
    pub fn pop(&self, thread: &Thread, end: End) -> Res {
        self.take(end)
            .ok_or_else(|| thread.error(Builtin::IndexError, "pop from an empty deque"))
    }

    /// Takes the item at an end, if there is any.
    pub fn take(&self, end: End) -> Option<Value> {
        let item = match end {
            End::Left => self.items.lock().pop_front(),
            End::Right => self.items.lock().pop_back(),
        }?;
        self.changed();
        Some(item)
    }

    /// Adds the items of an iterable at an end, one after the other.
    ///
    /// # Errors
    /// What the iterable raises, and MemoryError.
    pub fn extend(&self, thread: &Thread, iterable: &Value, end: End) -> Res<()> {
        protocol::for_each(thread, iterable, &mut |item| {
            poll(thread)?;
            self.push(thread, item, end)?;
            Ok(true)
        })
    }

    /// Clones of all items.
    ///
    /// # Errors
    /// MemoryError
    pub fn to_vec(&self, thread: &Thread) -> Res<Vec<Value>> {
        let items = self.items.lock();
        thread.check_memory(items.len().saturating_mul(size_of::<Value>()))?;
        Ok(items.iter().cloned().collect())
    }

    /// The item at `i`.
    pub fn get(&self, i: usize) -> Option<Value> {
        self.items.lock().get(i).cloned()
    }

    /// Takes everything out, for the caller to drop.
    pub fn take_all(&self) -> VecDeque<Value> {
        let old = std::mem::take(&mut *self.items.lock());
        self.changed();
        old
    }
}

/// Makes room for `more` items; false if there is not enough memory, which is to be raised when the items are no longer locked, since whoever raises
/// may have to wait for other threads.
pub fn has_room(thread: &Thread, items: &mut VecDeque<Value>, more: usize) -> bool {
    if items.capacity() - items.len() >= more {
        return true;
    }
    let room = more.max(items.len()).max(8);
    let bytes = room.saturating_mul(size_of::<Value>());
    thread.interp.heap.has_room(bytes) && items.try_reserve(room).is_ok()
}

/// The payload of a deque.
///
/// # Errors
/// TypeError if it is none.
pub fn deque<'v>(thread: &Thread, value: &'v Value) -> Res<&'v Deque> {
    value
        .payload::<Deque>()
        .ok_or_else(|| thread.type_error("a deque was expected"))
}
