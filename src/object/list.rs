//! Lists. Every operation here is atomic: it runs no script code and drops replaced values only when the list is consistent again.
//!
//! **Invariant**: `items` is borrowed for the time of one operation of this file, and no operation calls out; what must be dropped
//! is handed to the caller.

use super::Builtin;
use super::equality::quick_equal;
use super::layout::{Payload, core};
use super::ordered::StoreOrdered;
use super::thread::{Res, Thread};
use super::value::{Value, Word};
use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicBool, Ordering::*};

/// The payload of lists and of instances of their subclasses.
#[derive(Default)]
pub struct List {
    items: UnsafeCell<Vec<Value>>,
    /// The list has been given memory since [`List::watch_growth`].
    grown: AtomicBool,
}

// SAFETY: threads take turns under the interpreter's lock; each access below lasts for one operation that never gives the lock up.
unsafe impl Sync for List {}
// SAFETY: as above.
unsafe impl Send for List {}

impl List {
    /// A list payload with these items.
    pub fn with_items(thread: &Thread, items: Vec<Value>) -> Res<List> {
        if items.capacity() > 0 && !thread.interp.heap.reserve(items.capacity() * 8) {
            return Err(thread.memory_error());
        }
        Ok(List {
            items: UnsafeCell::new(items),
            grown: AtomicBool::new(false),
        })
    }

    /// A new list.
    pub fn new_value(thread: &Thread, items: Vec<Value>) -> Res {
        let list = List::with_items(thread, items)?;
        thread.alloc(Builtin::List, list)
    }

    #[inline(always)]
    pub(super) fn items(&self) -> &Vec<Value> {
        // SAFETY: the module's invariant: no `&mut` exists outside of one operation.
        unsafe { &*self.items.get() }
    }

    #[inline(always)]
    #[allow(clippy::mut_from_ref)]
    fn items_mut(&self) -> &mut Vec<Value> {
        // SAFETY: the module's invariant: this is the only borrow during the operation.
        unsafe { &mut *self.items.get() }
    }

    /// The number of items.
    #[inline(always)]
    pub fn len(&self) -> usize {
        self.items().len()
    }

    /// Whether there are no items.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The item at `i`.
    #[inline(always)]
    pub fn get(&self, i: usize) -> Option<Value> {
        self.items().get(i).cloned()
    }

    /// The word of the item at `i`, borrowed from the list.
    #[inline(always)]
    pub fn word_at(&self, i: usize) -> Option<Word> {
        self.items().get(i).map(Value::word)
    }

    /// Replaces the item at `i` and returns the old one; gives `value` back if there is no such item.
    #[inline(always)]
    pub fn set(&self, i: usize, value: Value) -> Result<Value, Value> {
        match self.items_mut().get_mut(i) {
            Some(place) => Ok(std::mem::replace(place, value)),
            None => Err(value),
        }
    }

    /// Adds an item at the end.
    ///
    /// # Errors
    /// MemoryError
    #[inline(always)]
    pub fn push(&self, thread: &Thread, value: Value) -> Res<()> {
        if self.items().len() == self.items().capacity() {
            self.grow(thread, 1)?;
        }
        self.items_mut().push(value);
        Ok(())
    }

    /// Makes room for `extra` more items, growing by an eighth at least, as CPython does.
    #[cold]
    #[inline(never)]
    pub fn grow(&self, thread: &Thread, extra: usize) -> Res<()> {
        let items = self.items_mut();
        let Some(needed) = items.len().checked_add(extra) else {
            return Err(thread.memory_error());
        };
        if needed <= items.capacity() {
            return Ok(());
        }
        self.grown.store_ordered(true, Relaxed);
        let wanted = (needed + (needed >> 3) + 6) & !3;
        let old = items.capacity();
        if wanted > isize::MAX as usize / 8 || !thread.interp.heap.reserve((wanted - old) * 8) {
            return Err(thread.memory_error());
        }
        if items.try_reserve_exact(wanted - items.len()).is_err() {
            thread.interp.heap.release((wanted - old) * 8);
            return Err(thread.memory_error());
        }
        thread
            .interp
            .heap
            .adjust((items.capacity() as i64 - wanted as i64) * 8);
        Ok(())
    }

    /// From now on, notes whether items are added. The list is empty and has no memory.
    pub fn watch_growth(&self) {
        self.grown.store_ordered(false, Relaxed);
    }

    /// Whether items have been added since `watch_growth`, even if they are gone again.
    pub fn has_grown(&self) -> bool {
        self.grown.load(Relaxed)
    }

    /// Inserts before position `i` (at most `len()`).
    pub fn insert(&self, thread: &Thread, i: usize, value: Value) -> Res<()> {
        if self.items().len() == self.items().capacity() {
            self.grow(thread, 1)?;
        }
        let items = self.items_mut();
        let i = i.min(items.len());
        items.insert(i, value);
        Ok(())
    }

    /// Takes the item at `i` out.
    pub fn remove(&self, i: usize) -> Option<Value> {
        let items = self.items_mut();
        (i < items.len()).then(|| items.remove(i))
    }

    /// Takes the last item.
    #[inline]
    pub fn pop(&self) -> Option<Value> {
        self.items_mut().pop()
    }

    /// Adds clones of `values` at the end.
    pub fn extend_from_slice(&self, thread: &Thread, values: &[Value]) -> Res<()> {
        self.grow(thread, values.len())?;
        self.items_mut().extend_from_slice(values);
        Ok(())
    }

    /// Replaces the items of `start..end` (clamped to the list) by `with` and returns the old ones.
    pub fn splice(
        &self,
        thread: &Thread,
        start: usize,
        end: usize,
        with: Vec<Value>,
    ) -> Res<Vec<Value>> {
        let len = self.len();
        let (start, end) = (start.min(len), end.min(len).max(start.min(len)));
        self.grow(thread, with.len().saturating_sub(end - start))?;
        Ok(self.items_mut().splice(start..end, with).collect())
    }

    /// Takes the items at `count` positions out, `step` (at least 1) apart from `start`, and returns them.
    pub fn remove_positions(&self, start: usize, step: usize, count: usize) -> Vec<Value> {
        let items = self.items_mut();
        let (mut removed, mut position, mut next) = (Vec::with_capacity(count), 0, start);
        items.retain_mut(|item| {
            let hit = position == next && removed.len() < count;
            position += 1;
            if hit {
                next = next.saturating_add(step);
                removed.push(std::mem::replace(item, Value::NONE));
            }
            !hit
        });
        removed
    }

    /// Exchanges the items at the given positions, which exist, for those of `with`, which takes up the old ones.
    pub fn exchange_positions(&self, positions: impl Iterator<Item = usize>, with: &mut [Value]) {
        let items = self.items_mut();
        for (position, value) in positions.zip(with) {
            if let Some(item) = items.get_mut(position) {
                std::mem::swap(item, value);
            }
        }
    }

    /// Clones of the items at the given positions, `count` of them.
    pub fn copy_positions(
        &self,
        thread: &Thread,
        positions: impl Iterator<Item = usize>,
        count: usize,
    ) -> Res<Vec<Value>> {
        let mut copy = vec_for(thread, count)?;
        let items = self.items();
        copy.extend(positions.filter_map(|position| items.get(position).cloned()));
        Ok(copy)
    }

    /// Makes the list `n` times as long by repeating its items.
    pub fn repeat(&self, thread: &Thread, n: usize) -> Res<()> {
        let len = self.len();
        let Some(total) = len.checked_mul(n) else {
            return Err(thread.memory_error());
        };
        self.grow(thread, total.saturating_sub(len))?;
        repeat_items(self.items_mut(), total);
        Ok(())
    }

    /// The first position in `from..to` whose item may equal `value`, and whether it is sure: identical, or equal without script code.
    #[inline]
    pub fn find_candidate(&self, from: usize, to: usize, value: &Value) -> Option<(usize, bool)> {
        let items = self.items();
        let to = to.min(items.len());
        for (i, item) in items.get(from..to)?.iter().enumerate() {
            match quick_equal(item, value) {
                Some(false) => {}
                Some(true) => return Some((from + i, true)),
                None => return Some((from + i, false)),
            }
        }
        None
    }

    /// Takes every item out.
    pub fn take_all(&self, thread: &Thread) -> Vec<Value> {
        let items = std::mem::take(self.items_mut());
        thread.interp.heap.release(items.capacity() * 8);
        items
    }

    /// Replaces all items and returns the old ones.
    pub fn replace_all(&self, thread: &Thread, items: Vec<Value>) -> Vec<Value> {
        thread
            .interp
            .heap
            .adjust((items.capacity() as i64 - self.items().capacity() as i64) * 8);
        std::mem::replace(self.items_mut(), items)
    }

    /// Clones of the items of `start..end` (clamped).
    pub fn copy_range(&self, thread: &Thread, start: usize, end: usize) -> Res<Vec<Value>> {
        let items = self.items();
        let end = end.min(items.len());
        let start = start.min(end);
        let mut copy = vec_for(thread, end - start)?;
        copy.extend_from_slice(&items[start..end]);
        Ok(copy)
    }

    /// Adds clones of all items to `to`, which has room for them.
    pub fn append_to(&self, to: &mut Vec<Value>) {
        to.extend_from_slice(self.items());
    }

    /// How many items fit without growing.
    pub fn capacity(&self) -> usize {
        self.items().capacity()
    }

    /// Clones of all items.
    pub fn to_vec(&self, thread: &Thread) -> Res<Vec<Value>> {
        self.copy_range(thread, 0, usize::MAX)
    }

    /// Whether the items are these very objects.
    pub fn is_made_of(&self, others: &[Value]) -> bool {
        let items = self.items();
        items.len() == others.len() && items.iter().zip(others).all(|(item, other)| item.is(other))
    }

    /// Exchanges two items that exist.
    pub fn swap(&self, i: usize, j: usize) {
        let items = self.items_mut();
        if i < items.len() && j < items.len() {
            items.swap(i, j);
        }
    }

    /// Reverses the order of the items.
    pub fn reverse(&self) {
        self.items_mut().reverse();
    }
}

/// An empty vector with room for `len` items; not accounted for until it becomes a list's.
///
/// # Errors
/// MemoryError
pub fn vec_for(thread: &Thread, len: usize) -> Res<Vec<Value>> {
    let mut items = Vec::new();
    let bytes = len.saturating_mul(8);
    if bytes > isize::MAX as usize {
        return Err(thread.memory_error());
    }
    if bytes > UNCHECKED {
        thread.check_memory(bytes)?;
    }
    if items.try_reserve_exact(len).is_err() {
        return Err(thread.memory_error());
    }
    Ok(items)
}

/// Vectors of fewer bytes are made without asking how much memory is left.
const UNCHECKED: usize = 4096;

/// Repeats the items until there are `total`.
pub fn repeat_items(items: &mut Vec<Value>, total: usize) {
    if let [item] = &items[..]
        && total > 1
    {
        let item = item.clone();
        items.resize(total, item);
        return;
    }
    while items.len() < total && !items.is_empty() {
        let more = (total - items.len()).min(items.len());
        items.extend_from_within(..more);
    }
}

/// Drops items, the last one first: scripts see the order in `__del__`.
pub fn drop_backward(mut items: Vec<Value>) {
    while let Some(item) = items.pop() {
        drop(item);
    }
}

impl Drop for List {
    fn drop(&mut self) {
        let items = std::mem::take(self.items.get_mut());
        if items.capacity() > 0 {
            super::int::account(-(items.capacity() as i64 * 8));
            drop_backward(items);
        }
    }
}

impl Payload for List {
    const LAYOUT: u8 = core::LIST;
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.items().iter().for_each(visit);
    }
}

impl Value {
    /// The list, if this is one or an instance of a subclass.
    #[inline(always)]
    pub fn as_list(&self) -> Option<&List> {
        self.payload::<List>()
    }
}
