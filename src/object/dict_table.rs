//! The table of a dictionary: entries in insertion order and, behind them in the same allocation, an index of them by open addressing.
//!
//! Sizes, growth and probing are CPython's: they decide what an iterator meets when keys are removed and added under it, and its probe
//! order keeps tables of consecutive ints free of collisions and in cache order. Index cells have one, two or four bytes. Measured
//! against a linear search of up to eight entries without an index (2026-11-21): equal for hits, twice as fast for misses.
//!
//! **Invariants**: the index has a power of two of cells, at most two thirds of them in use, so that probing ends; a cell holds a position
//! below `len`, or says that it was never used or is no longer; `len + usable` is at most the number of entries that fit; a removed
//! entry has an unbound key; all entries before `first` were removed. Nothing here calls out; removed values are handed to the caller.

use super::thread::{Res, Thread};
use super::value::Value;
use std::alloc::{Layout, alloc, dealloc};
use std::ops::ControlFlow;
use std::ptr::NonNull;

/// A key with its value.
pub(super) struct Entry {
    pub hash: i64,
    /// Unbound when the entry was removed.
    pub key: Value,
    /// May be a reference to a namespace cell.
    pub value: Value,
}

/// A cell that was never used.
const EMPTY: u32 = u32::MAX;
/// A cell whose entry was removed.
const DUMMY: u32 = u32::MAX - 1;
/// Cells of the smallest index.
const MIN_CELLS: usize = 8;
/// Cells of the largest index: positions fit 31 bits.
const MAX_CELLS: usize = 1 << 31;

/// Stands for the index of a table without an allocation: one cell, never used.
static NO_INDEX: u8 = u8::MAX;

/// A signed integer that index cells are made of: -1 is `EMPTY`, -2 is `DUMMY`.
trait Cell: Copy {
    fn load(self) -> u32;
    fn store(position: u32) -> Self;
}

macro_rules! cells {
    ($($ty:ident)*) => {$(
        impl Cell for $ty {
            #[inline(always)]
            fn load(self) -> u32 {
                self as i32 as u32
            }
            #[inline(always)]
            fn store(position: u32) -> $ty {
                position as $ty
            }
        }
    )*};
}
cells! { i8 i16 i32 }

pub(super) struct Table {
    entries: NonNull<Entry>,
    index: NonNull<u8>,
    /// Changes with every insertion and removal of a key.
    pub version: u64,
    /// Cells of the index, less one.
    mask: u32,
    /// Entries in use, removed ones included.
    len: u32,
    /// The first entry that was not removed, or `len`.
    first: u32,
    /// Keys that can be added before the table is made anew.
    usable: u32,
    /// Keys.
    pub used: u32,
}

impl Default for Table {
    fn default() -> Table {
        Table {
            entries: NonNull::dangling(),
            index: NonNull::from(&NO_INDEX),
            version: 0,
            mask: 0,
            len: 0,
            first: 0,
            usable: 0,
            used: 0,
        }
    }
}

/// How many entries go with an index of this many cells.
#[inline(always)]
const fn entries_for(cells: usize) -> usize {
    (cells << 1) / 3
}

/// Bytes of one cell.
#[inline(always)]
const fn width(mask: u32) -> usize {
    if mask <= 0x7F {
        1
    } else if mask <= 0x7FFF {
        2
    } else {
        4
    }
}

/// Offset of the index, and bytes in all.
const fn sizes(mask: u32) -> (usize, usize) {
    let cells = mask as usize + 1;
    let entries = entries_for(cells) * size_of::<Entry>();
    (entries, (entries + cells * width(mask)).next_multiple_of(8))
}

/// The number of cells of a table that is to have at least about `minimum`.
fn cells_for(minimum: usize) -> usize {
    let bits = usize::BITS - (((minimum | MIN_CELLS) - 1) | (MIN_CELLS - 1)).leading_zeros();
    1usize.checked_shl(bits).unwrap_or(usize::MAX)
}

impl Table {
    /// Entries in insertion order, removed ones included.
    #[inline(always)]
    pub fn entries(&self) -> &[Entry] {
        // SAFETY: `len` entries are initialised.
        unsafe { std::slice::from_raw_parts(self.entries.as_ptr(), self.len as usize) }
    }

    #[inline(always)]
    fn entries_mut(&mut self) -> &mut [Entry] {
        // SAFETY: as above, and the table is borrowed mutably.
        unsafe { std::slice::from_raw_parts_mut(self.entries.as_ptr(), self.len as usize) }
    }

    /// The value's place of an entry that exists.
    #[inline(always)]
    pub fn value_mut(&mut self, position: usize) -> &mut Value {
        &mut self.entries_mut()[position].value
    }

    /// Bytes of the allocation.
    pub fn bytes(&self) -> usize {
        if self.mask == 0 {
            0
        } else {
            sizes(self.mask).1
        }
    }

    /// Shows `visit` the entries on the probe path of `hash` until it breaks; else gives a cell where a key with this hash can go.
    #[inline(always)]
    pub fn probe<R>(
        &self,
        hash: i64,
        visit: impl FnMut(usize, &Entry) -> ControlFlow<R>,
    ) -> Result<R, usize> {
        match width(self.mask) {
            1 => self.probe_cells::<i8, R>(hash, visit),
            2 => self.probe_cells::<i16, R>(hash, visit),
            _ => self.probe_cells::<i32, R>(hash, visit),
        }
    }

    #[inline(always)]
    fn probe_cells<C: Cell, R>(
        &self,
        hash: i64,
        mut visit: impl FnMut(usize, &Entry) -> ControlFlow<R>,
    ) -> Result<R, usize> {
        let mask = self.mask as usize;
        let cells = self.index.as_ptr() as *const C;
        let mut perturb = hash as usize;
        let mut at = perturb & mask;
        let mut dummy = usize::MAX;
        loop {
            // SAFETY: `at` is at most `mask`, and the index has `mask + 1` cells of this width.
            let position = unsafe { cells.add(at).read() }.load();
            if position < DUMMY {
                // SAFETY: positions in the index are below `len`.
                let entry = unsafe { &*self.entries.as_ptr().add(position as usize) };
                if let ControlFlow::Break(found) = visit(position as usize, entry) {
                    return Ok(found);
                }
            } else if position == EMPTY {
                return Err(if dummy == usize::MAX { at } else { dummy });
            } else if dummy == usize::MAX {
                dummy = at;
            }
            perturb >>= 5;
            at = at.wrapping_mul(5).wrapping_add(perturb).wrapping_add(1) & mask;
        }
    }

    /// Where a step-by-step probe of `hash` begins.
    pub fn start(&self, hash: i64) -> Probe {
        Probe {
            index: self.index,
            mask: self.mask,
            perturb: hash as usize,
            at: hash as usize & self.mask as usize,
        }
    }

    /// The next entry on the path of a probe that was started on this very allocation; None at its end.
    pub fn step(&self, probe: &mut Probe) -> Option<usize> {
        loop {
            let position = self.cell(probe.at);
            if position == EMPTY {
                return None;
            }
            probe.perturb >>= 5;
            let next = probe.at.wrapping_mul(5).wrapping_add(probe.perturb);
            probe.at = next.wrapping_add(1) & self.mask as usize;
            if position != DUMMY {
                return Some(position as usize);
            }
        }
    }

    /// Whether the probe was started on the allocation that the table has now.
    pub fn is_current(&self, probe: &Probe) -> bool {
        self.index == probe.index && self.mask == probe.mask
    }

    #[inline(always)]
    fn cell(&self, at: usize) -> u32 {
        debug_assert!(at <= self.mask as usize);
        // SAFETY: callers mask `at`; the index has `mask + 1` cells of the width that goes with it.
        unsafe {
            let index = self.index.as_ptr();
            match width(self.mask) {
                1 => (index as *const i8).add(at).read().load(),
                2 => (index as *const i16).add(at).read().load(),
                _ => (index as *const i32).add(at).read().load(),
            }
        }
    }

    #[inline(always)]
    fn set_cell(&mut self, at: usize, position: u32) {
        debug_assert!(at <= self.mask as usize && self.mask > 0);
        // SAFETY: as `cell`; a table without an allocation is never written to, since it has no usable entries.
        unsafe {
            let index = self.index.as_ptr();
            match width(self.mask) {
                1 => (index as *mut i8).add(at).write(i8::store(position)),
                2 => (index as *mut i16).add(at).write(i16::store(position)),
                _ => (index as *mut i32).add(at).write(i32::store(position)),
            }
        }
    }

    /// A cell where a key with this hash, known to be absent, can go.
    fn free_cell(&self, hash: i64) -> usize {
        let mut perturb = hash as usize;
        let mut at = perturb & self.mask as usize;
        while self.cell(at) < DUMMY {
            perturb >>= 5;
            at = at.wrapping_mul(5).wrapping_add(perturb).wrapping_add(1) & self.mask as usize;
        }
        at
    }

    /// Adds a key that is not there; `cell` is what `probe` gave for it, with nothing done to the table since.
    ///
    /// # Errors
    /// MemoryError
    #[inline(always)]
    pub fn insert(
        &mut self,
        thread: &Thread,
        cell: usize,
        hash: i64,
        key: Value,
        value: Value,
    ) -> Res<()> {
        let cell = if self.usable == 0 {
            self.resize(thread, cells_for(self.used as usize * 3), 0)?;
            self.free_cell(hash)
        } else {
            cell
        };
        self.append(cell, Entry { hash, key, value });
        Ok(())
    }

    #[inline(always)]
    fn append(&mut self, cell: usize, entry: Entry) {
        debug_assert!(self.usable > 0);
        let position = self.len;
        self.set_cell(cell, position);
        // SAFETY: `usable` is not zero, so there is room for another entry.
        unsafe { self.entries.as_ptr().add(position as usize).write(entry) };
        self.len += 1;
        self.usable -= 1;
        self.used += 1;
        self.version += 1;
    }

    /// Makes the table anew with `cells` cells, without the removed entries, but for `gap` that stand before the first one.
    #[cold]
    #[inline(never)]
    fn resize(&mut self, thread: &Thread, cells: usize, gap: usize) -> Res<()> {
        let mut table = Table::allocate(thread, cells)?;
        debug_assert!(gap + self.used as usize <= table.usable as usize);
        for position in 0..gap {
            let removed = Entry {
                hash: 0,
                key: Value::UNBOUND,
                value: Value::UNBOUND,
            };
            // SAFETY: the caller has asked for cells enough that these entries fit before those in use.
            unsafe { table.entries.as_ptr().add(position).write(removed) };
        }
        table.len = gap as u32;
        table.first = gap as u32;
        table.usable -= gap as u32;
        let entries = self.entries.as_ptr();
        for position in 0..self.len as usize {
            // SAFETY: the entry is initialised; it is moved out, and the old table's `len` is set to zero below. Nothing between can unwind.
            let entry = unsafe { entries.add(position).read() };
            if entry.key.is_unbound() {
                continue;
            }
            let cell = table.free_cell(entry.hash);
            table.append(cell, entry);
        }
        table.version = self.version + 1;
        self.len = 0;
        // The old table's memory goes when `table` is dropped in its place.
        std::mem::swap(self, &mut table);
        table.release(thread);
        Ok(())
    }

    /// Makes room for `more` further keys.
    ///
    /// # Errors
    /// MemoryError
    pub fn reserve(&mut self, thread: &Thread, more: usize) -> Res<()> {
        let has = if self.mask == 0 {
            0
        } else {
            entries_for(self.mask as usize + 1)
        };
        if more <= has {
            return Ok(());
        }
        let total = (self.used as usize).saturating_add(more);
        self.resize(thread, cells_for(total.saturating_mul(3).div_ceil(2)), 0)
    }

    /// An empty table with room for some entries.
    fn allocate(thread: &Thread, cells: usize) -> Res<Table> {
        if cells > MAX_CELLS {
            return Err(thread.memory_error());
        }
        let mask = (cells - 1) as u32;
        let (offset, bytes) = sizes(mask);
        let Ok(layout) = Layout::from_size_align(bytes, 8) else {
            return Err(thread.memory_error());
        };
        if !thread.interp.heap.reserve(bytes) {
            return Err(thread.memory_error());
        }
        // SAFETY: the layout is not empty. All cells are initialised to never used; entries are initialised as they are added.
        unsafe {
            let Some(memory) = NonNull::new(alloc(layout)) else {
                thread.interp.heap.release(bytes);
                return Err(thread.memory_error());
            };
            let index = memory.add(offset);
            index.write_bytes(0xFF, cells * width(mask));
            Ok(Table {
                entries: memory.cast(),
                index,
                version: 0,
                mask,
                len: 0,
                first: 0,
                usable: entries_for(cells) as u32,
                used: 0,
            })
        }
    }

    /// Drops what is left in the table and gives its memory back.
    pub fn release(self, thread: &Thread) {
        thread.interp.heap.release(self.bytes());
    }

    /// The cell of the entry at `position`, which exists.
    fn cell_of(&self, position: usize) -> usize {
        let mut perturb = self.entries()[position].hash as usize;
        let mut at = perturb & self.mask as usize;
        while self.cell(at) != position as u32 {
            perturb >>= 5;
            at = at.wrapping_mul(5).wrapping_add(perturb).wrapping_add(1) & self.mask as usize;
        }
        at
    }

    /// Takes the entry at `position`, which exists, out of its place; its cell is the caller's to change.
    fn vacate(&mut self, position: usize) -> Entry {
        let entry = &mut self.entries_mut()[position];
        let taken = Entry {
            hash: entry.hash,
            key: std::mem::replace(&mut entry.key, Value::UNBOUND),
            value: std::mem::replace(&mut entry.value, Value::UNBOUND),
        };
        if position == self.first as usize {
            let behind = self.entries()[position..].iter();
            let removed = behind.take_while(|entry| entry.key.is_unbound()).count();
            self.first += removed as u32;
        }
        taken
    }

    /// Removes the entry at `position`, which exists.
    pub fn remove(&mut self, position: usize) -> (Value, Value) {
        self.set_cell(self.cell_of(position), DUMMY);
        self.used -= 1;
        self.version += 1;
        let entry = self.vacate(position);
        (entry.key, entry.value)
    }

    /// Cuts removed entries off the end, behind the entry at `last`: nobody need look at them again.
    fn trim(&mut self, last: usize) {
        self.len = last as u32;
        self.first = self.first.min(self.len);
    }

    /// The position of the first key.
    pub fn first(&self) -> Option<usize> {
        (self.first < self.len).then_some(self.first as usize)
    }

    /// Makes the key at `position`, which exists, the last one.
    ///
    /// # Errors
    /// MemoryError
    pub fn move_to_end(&mut self, thread: &Thread, position: usize) -> Res<()> {
        let mut behind = self.entries()[position + 1..].iter();
        if behind.all(|entry| entry.key.is_unbound()) {
            self.trim(position + 1);
            return Ok(());
        }
        let position = if self.usable == 0 {
            let rank = self.rank(position);
            self.resize(thread, cells_for(self.used as usize * 3), 0)?;
            rank
        } else {
            position
        };
        let cell = self.cell_of(position);
        let entry = self.vacate(position);
        self.used -= 1;
        self.append(cell, entry);
        Ok(())
    }

    /// Makes the key at `position`, which exists, the first one.
    ///
    /// # Errors
    /// MemoryError
    pub fn move_to_front(&mut self, thread: &Thread, position: usize) -> Res<()> {
        if position == self.first as usize {
            return Ok(());
        }
        let position = if self.first == 0 {
            // As much room in front as there are keys: the next ones to move find it, so that a move costs the same on average.
            let (rank, gap) = (self.rank(position), self.used as usize);
            self.resize(thread, cells_for(self.used as usize * 3 + 2), gap)?;
            rank + gap
        } else {
            position
        };
        let cell = self.cell_of(position);
        let entry = self.vacate(position);
        self.first -= 1;
        let front = self.first as usize;
        self.entries_mut()[front] = entry;
        self.set_cell(cell, front as u32);
        self.version += 1;
        Ok(())
    }

    /// How many keys come before the one at `position`.
    fn rank(&self, position: usize) -> usize {
        let before = self.entries()[..position].iter();
        before.filter(|entry| !entry.key.is_unbound()).count()
    }

    /// Removes the last key.
    pub fn pop(&mut self) -> Option<(Value, Value)> {
        let last = self
            .entries()
            .iter()
            .rposition(|entry| !entry.key.is_unbound())?;
        let removed = self.remove(last);
        // What lies behind it was removed before: the next pop need not look at it again.
        self.trim(last);
        Some(removed)
    }

    /// A table with the same entries, their values as `copy` gives them.
    ///
    /// # Errors
    /// MemoryError
    pub fn duplicate(
        &self,
        thread: &Thread,
        mut copy: impl FnMut(&Value) -> Option<Value>,
    ) -> Res<Table> {
        if self.used == 0 {
            return Ok(Table::default());
        }
        let cells = cells_for((self.used as usize * 3).div_ceil(2));
        let mut table = Table::allocate(thread, cells)?;
        let plain = |entry: &Entry| entry.value.cell_index().is_none();
        if self.used == self.len && self.mask == table.mask && self.entries().iter().all(plain) {
            // The index is the same, too.
            // SAFETY: both indices have this many bytes; every position up to `len` is written below before anything can look.
            unsafe {
                let bytes = (self.mask as usize + 1) * width(self.mask);
                std::ptr::copy_nonoverlapping(self.index.as_ptr(), table.index.as_ptr(), bytes);
                for (position, entry) in self.entries().iter().enumerate() {
                    let twin = Entry {
                        hash: entry.hash,
                        key: entry.key.clone(),
                        value: entry.value.clone(),
                    };
                    table.entries.as_ptr().add(position).write(twin);
                }
            }
            table.len = self.len;
            table.used = self.used;
            table.usable -= self.len;
            return Ok(table);
        }
        for entry in self.entries() {
            if !entry.key.is_unbound()
                && let Some(value) = copy(&entry.value)
            {
                let cell = table.free_cell(entry.hash);
                table.append(
                    cell,
                    Entry {
                        hash: entry.hash,
                        key: entry.key.clone(),
                        value,
                    },
                );
            }
        }
        Ok(table)
    }

    /// Takes the entries out and leaves the table empty, its memory given back.
    pub fn take_entries(&mut self, thread: &Thread) -> Vec<Entry> {
        let version = self.version + 1;
        let fresh = Table {
            version,
            ..Table::default()
        };
        let mut old = std::mem::replace(self, fresh);
        let mut entries = Vec::with_capacity(old.used as usize);
        for position in 0..old.len as usize {
            // SAFETY: the entry is initialised and moved out; `len` is zero before the old table is dropped. Pushing does not unwind: there is room.
            let entry = unsafe { old.entries.as_ptr().add(position).read() };
            if !entry.key.is_unbound() {
                entries.push(entry);
            }
        }
        old.len = 0;
        old.release(thread);
        entries
    }
}

impl Drop for Table {
    fn drop(&mut self) {
        if self.mask == 0 {
            return;
        }
        for position in 0..self.len as usize {
            // SAFETY: `len` entries are initialised and dropped once.
            unsafe { std::ptr::drop_in_place(self.entries.as_ptr().add(position)) };
        }
        let (_, bytes) = sizes(self.mask);
        // SAFETY: allocated with this layout.
        unsafe {
            let layout = Layout::from_size_align_unchecked(bytes, 8);
            dealloc(self.entries.as_ptr() as *mut u8, layout);
        }
    }
}

/// A look-up in progress.
pub(super) struct Probe {
    index: NonNull<u8>,
    mask: u32,
    perturb: usize,
    at: usize,
}
