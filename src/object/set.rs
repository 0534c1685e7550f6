//! Sets and frozensets: the open-addressing table of CPython 3.13 (same probing, same growth), so that sets of numbers, tuples and None
//! are walked in the same order.
//!
//! As in `dict.rs`, comparisons may run script code that changes the set; `version` tells, and the lookup starts again.

use super::Builtin;
use super::dict::hash_key;
use super::equality::quick_equal;
use super::layout::{Payload, core};
use super::thread::{Res, Thread, hooks};
use super::value::Value;
use std::cell::UnsafeCell;
use std::ops::ControlFlow::{self, Break, Continue};

const MIN_SIZE: usize = 8;
const LINEAR_PROBES: usize = 9;
const PERTURB_SHIFT: u32 = 5;

#[derive(Clone)]
struct Entry {
    /// None if the entry was never used, or was removed: `hash` tells.
    key: Option<Value>,
    hash: i64,
}

/// A removed entry has no key and this hash, as in CPython.
const REMOVED: i64 = -1;

struct Table {
    entries: Vec<Entry>,
    /// Entries with a key, and those that ever had one.
    used: usize,
    fill: usize,
    /// Where `pop` goes on searching.
    finger: usize,
    version: u64,
}

/// The payload of sets, frozensets and instances of their subclasses.
pub struct Set {
    table: UnsafeCell<Table>,
    /// Hash of a frozenset, once computed.
    hash: std::sync::atomic::AtomicI64,
}

// SAFETY: as for `Dict`.
unsafe impl Sync for Set {}
// SAFETY: as for `Dict`.
unsafe impl Send for Set {}

const FREE: Entry = Entry { key: None, hash: 0 };

impl Default for Set {
    fn default() -> Set {
        Set {
            table: UnsafeCell::new(Table {
                entries: vec![FREE; MIN_SIZE],
                used: 0,
                fill: 0,
                finger: 0,
                version: 0,
            }),
            hash: std::sync::atomic::AtomicI64::new(-1),
        }
    }
}

impl Table {
    /// Shows `visit` the entries on the probe path of `hash` until it breaks; else gives the place of the first entry there that was never used.
    #[inline(always)]
    fn probe<R>(
        &self,
        hash: i64,
        mut visit: impl FnMut(usize, &Entry) -> ControlFlow<R>,
    ) -> Result<R, usize> {
        let mask = self.entries.len() - 1;
        let mut perturb = hash as usize;
        let mut i = perturb & mask;
        loop {
            let last = if i + LINEAR_PROBES <= mask {
                i + LINEAR_PROBES
            } else {
                i
            };
            for at in i..=last {
                let entry = &self.entries[at];
                if entry.key.is_none() && entry.hash == 0 {
                    return Err(at);
                }
                if let ControlFlow::Break(found) = visit(at, entry) {
                    return Ok(found);
                }
            }
            perturb >>= PERTURB_SHIFT;
            i = i.wrapping_mul(5).wrapping_add(1).wrapping_add(perturb) & mask;
        }
    }

    /// The place of the first entry on the path that was never used.
    fn unused(&self, hash: i64) -> usize {
        let outcome = self.probe(hash, |_, _| ControlFlow::<()>::Continue(()));
        outcome.err().unwrap_or_default()
    }

    /// Where a new element goes: to the last place of a removed one on its path, or else to the first one that was never used.
    fn place_for(&self, hash: i64) -> usize {
        let mut removed = None;
        let outcome = self.probe(hash, |at, entry| {
            if entry.hash == REMOVED {
                removed = Some(at);
            }
            ControlFlow::<()>::Continue(())
        });
        removed.unwrap_or(outcome.err().unwrap_or_default())
    }

    fn insert_clean(&mut self, hash: i64, key: Value) {
        let at = self.unused(hash);
        self.entries[at] = Entry {
            key: Some(key),
            hash,
        };
    }

    fn resize(&mut self, thread: &Thread, minimum: usize) -> Res<()> {
        let mut size = MIN_SIZE;
        while size <= minimum {
            size = match size.checked_mul(2) {
                Some(size) => size,
                None => return Err(thread.memory_error()),
            };
        }
        let bytes = size.saturating_mul(size_of::<Entry>());
        if !thread.interp.heap.reserve(bytes) {
            return Err(thread.memory_error());
        }
        let mut entries = Vec::new();
        if entries.try_reserve_exact(size).is_err() {
            thread.interp.heap.release(bytes);
            return Err(thread.memory_error());
        }
        entries.resize(size, FREE);
        let old = std::mem::replace(&mut self.entries, entries);
        if old.len() > MIN_SIZE {
            thread.interp.heap.release(old.len() * size_of::<Entry>());
        }
        self.fill = self.used;
        self.version += 1;
        for entry in old {
            if let Some(key) = entry.key {
                self.insert_clean(entry.hash, key);
            }
        }
        Ok(())
    }
}

/// Where a look-up ended.
enum Found {
    /// At this place.
    At(usize),
    /// Nowhere; a new element goes to this place.
    Missing(usize),
}

impl Set {
    /// A new set or frozenset (`class` is one of the two).
    pub fn new_value(thread: &Thread, class: Builtin) -> Res {
        thread.alloc(class, Set::default())
    }

    fn table(&self) -> &Table {
        // SAFETY: `&mut` exists only within code that calls nothing else.
        unsafe { &*self.table.get() }
    }

    #[allow(clippy::mut_from_ref)]
    fn table_mut(&self) -> &mut Table {
        // SAFETY: the only borrow, and nothing is called while it lasts.
        unsafe { &mut *self.table.get() }
    }

    /// The number of elements.
    pub fn len(&self) -> usize {
        self.table().used
    }

    /// Whether there are no elements.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Changes whenever an element is added or removed.
    pub fn version(&self) -> u64 {
        self.table().version
    }

    /// The cell for a frozenset's hash: -1 until computed.
    pub fn cached_hash(&self) -> &std::sync::atomic::AtomicI64 {
        &self.hash
    }

    /// Finds an element. One pass over its probe path decides unless an element there has the same hash and only script code can tell whether it
    /// is equal.
    #[inline(always)]
    fn find(&self, thread: &Thread, key: &Value, hash: i64) -> Res<Found> {
        let mut removed = None;
        let outcome = self.table().probe(hash, |at, entry| {
            if entry.hash != hash {
                if entry.hash == REMOVED {
                    removed = Some(at);
                }
                return Continue(());
            }
            match entry.key.as_ref().map(|known| quick_equal(known, key)) {
                Some(Some(true)) => Break(Some(at)),
                Some(Some(false)) | None => Continue(()),
                Some(None) => Break(None),
            }
        });
        match outcome {
            Ok(Some(at)) => Ok(Found::At(at)),
            Ok(None) => self.find_by_calls(thread, key, hash),
            Err(at) => Ok(Found::Missing(removed.unwrap_or(at))),
        }
    }

    #[inline(never)]
    fn find_by_calls(&self, thread: &Thread, key: &Value, hash: i64) -> Res<Found> {
        let Some(hooks) = hooks() else {
            return Ok(Found::Missing(self.table().place_for(hash)));
        };
        'again: loop {
            let entries = self.table().entries.as_ptr();
            // How many candidates are known to differ from the key.
            let mut differ = 0;
            loop {
                let mut passed = 0;
                let outcome = self.table().probe(hash, |at, entry| {
                    let Some(known) = entry.key.as_ref().filter(|_| entry.hash == hash) else {
                        return Continue(());
                    };
                    match quick_equal(known, key) {
                        Some(true) => Break((at, None)),
                        Some(false) => Continue(()),
                        None if passed < differ => {
                            passed += 1;
                            Continue(())
                        }
                        None => Break((at, Some(known.clone()))),
                    }
                });
                let (at, candidate) = match outcome {
                    Err(_) => return Ok(Found::Missing(self.table().place_for(hash))),
                    Ok((at, None)) => return Ok(Found::At(at)),
                    Ok((at, Some(candidate))) => (at, candidate),
                };
                let equal = (hooks.equal)(thread, &candidate, key)?;
                let table = self.table();
                let unchanged = table.entries.as_ptr() == entries
                    && table
                        .entries
                        .get(at)
                        .and_then(|entry| entry.key.as_ref())
                        .is_some_and(|known| known.is(&candidate));
                if !unchanged {
                    // The candidate may die here, which may run script code too; the next pass begins with a fresh look.
                    drop(candidate);
                    continue 'again;
                }
                if equal {
                    return Ok(Found::At(at));
                }
                differ += 1;
            }
        }
    }

    /// Whether the element is there.
    pub fn contains(&self, thread: &Thread, key: &Value) -> Res<bool> {
        let hash = hash_key(thread, key)?;
        self.contains_hashed(thread, key, hash)
    }

    /// Whether the element, whose hash is known, is there.
    pub fn contains_hashed(&self, thread: &Thread, key: &Value, hash: i64) -> Res<bool> {
        Ok(matches!(self.find(thread, key, hash)?, Found::At(_)))
    }

    /// Adds an element; false if an equal one was there.
    pub fn add(&self, thread: &Thread, key: Value) -> Res<bool> {
        let hash = hash_key(thread, &key)?;
        self.add_hashed(thread, key, hash)
    }

    /// Adds an element whose hash is known.
    pub fn add_hashed(&self, thread: &Thread, key: Value, hash: i64) -> Res<bool> {
        let at = match self.find(thread, &key, hash)? {
            Found::At(_) => return Ok(false),
            Found::Missing(at) => at,
        };
        let table = self.table_mut();
        let reused = table.entries[at].hash == REMOVED;
        table.entries[at] = Entry {
            key: Some(key),
            hash,
        };
        table.used += 1;
        table.version += 1;
        if reused {
            return Ok(true);
        }
        table.fill += 1;
        let mask = table.entries.len() - 1;
        if table.fill * 5 >= mask * 3 {
            let minimum = growth(table.used);
            table.resize(thread, minimum)?;
        }
        Ok(true)
    }

    /// Removes an element and returns it.
    pub fn remove(&self, thread: &Thread, key: &Value) -> Res<Option<Value>> {
        let hash = hash_key(thread, key)?;
        self.remove_hashed(thread, key, hash)
    }

    /// Removes an element whose hash is known and returns it.
    pub fn remove_hashed(&self, thread: &Thread, key: &Value, hash: i64) -> Res<Option<Value>> {
        match self.find(thread, key, hash)? {
            Found::At(i) => Ok(self.remove_at(i)),
            Found::Missing(_) => Ok(None),
        }
    }

    fn remove_at(&self, i: usize) -> Option<Value> {
        let table = self.table_mut();
        let entry = &mut table.entries[i];
        entry.hash = REMOVED;
        let key = entry.key.take();
        table.used -= 1;
        table.version += 1;
        key
    }

    /// Removes the first element in table order, behind the one that was popped last.
    pub fn pop(&self) -> Option<Value> {
        let table = self.table_mut();
        let start = table.finger & (table.entries.len() - 1);
        let (before, after) = table.entries.split_at(start);
        let i = match after.iter().position(|entry| entry.key.is_some()) {
            Some(i) => start + i,
            None => before.iter().position(|entry| entry.key.is_some())?,
        };
        table.finger = i + 1;
        self.remove_at(i)
    }

    /// Removes everything and returns it, for the caller to drop.
    pub fn take_all(&self, thread: &Thread) -> Vec<Value> {
        let table = self.table_mut();
        if table.entries.len() > MIN_SIZE {
            thread
                .interp
                .heap
                .release(table.entries.len() * size_of::<Entry>());
        }
        let version = table.version + 1;
        let fresh = Table {
            entries: vec![FREE; MIN_SIZE],
            used: 0,
            fill: 0,
            finger: table.finger,
            version,
        };
        let old = std::mem::replace(table, fresh);
        old.entries
            .into_iter()
            .filter_map(|entry| entry.key)
            .collect()
    }

    /// The first element at table position `from` or later: its position, itself and its hash.
    pub fn entry_from(&self, from: usize) -> Option<(usize, Value, i64)> {
        let entries = self.table().entries.get(from..)?;
        let (i, entry) = entries
            .iter()
            .enumerate()
            .find(|(_, entry)| entry.key.is_some())?;
        entry.key.clone().map(|key| (from + i, key, entry.hash))
    }

    /// Clones of all elements with their hashes, in table order.
    pub fn elements(&self) -> Vec<(Value, i64)> {
        self.table()
            .entries
            .iter()
            .filter_map(|entry| entry.key.clone().map(|key| (key, entry.hash)))
            .collect()
    }

    /// Replaces the contents by those of `other`, which is left empty.
    pub fn exchange(&self, other: &Set) {
        let (a, b) = (self.table_mut(), other.table_mut());
        std::mem::swap(a, b);
        // Where `pop` goes on stays with the set, as in CPython.
        std::mem::swap(&mut a.finger, &mut b.finger);
        let version = a.version.max(b.version) + 1;
        a.version = version;
        b.version = version;
    }

    /// Adds the elements of `other`, as `set.update` of a set does.
    pub fn merge(&self, thread: &Thread, other: &Set) -> Res<()> {
        if std::ptr::eq(self, other) || other.is_empty() {
            return Ok(());
        }
        self.presize(thread, other.len())?;
        let (from, to) = (other.table(), self.table_mut());
        if to.fill == 0 {
            if from.entries.len() == to.entries.len() && from.fill == from.used {
                to.entries.clone_from(&from.entries);
            } else {
                for entry in &from.entries {
                    if let Some(key) = &entry.key {
                        to.insert_clean(entry.hash, key.clone());
                    }
                }
            }
            (to.used, to.fill) = (from.used, from.used);
            to.version += 1;
            return Ok(());
        }
        let mut at = 0;
        while let Some((position, key, hash)) = other.entry_from(at) {
            self.add_hashed(thread, key, hash)?;
            at = position + 1;
        }
        Ok(())
    }

    /// Makes room for `more` elements, if there is not enough.
    pub fn presize(&self, thread: &Thread, more: usize) -> Res<()> {
        let table = self.table_mut();
        let mask = table.entries.len() - 1;
        if (table.fill + more) * 5 >= mask * 3 {
            let minimum = (table.used + more) * 2;
            table.resize(thread, minimum)?;
        }
        Ok(())
    }

    /// Makes the table anew without the places of removed elements, if these are more than a quarter.
    pub fn drop_dummies(&self, thread: &Thread) -> Res<()> {
        let table = self.table_mut();
        if table.fill - table.used > (table.entries.len() - 1) / 4 {
            let minimum = growth(table.used);
            table.resize(thread, minimum)?;
        }
        Ok(())
    }

    /// Bytes that the table takes.
    pub fn table_bytes(&self) -> usize {
        self.table().entries.len() * size_of::<Entry>()
    }
}

/// The number of elements that a table of `used` elements is made for.
fn growth(used: usize) -> usize {
    if used > 50_000 { used * 2 } else { used * 4 }
}

impl Drop for Set {
    fn drop(&mut self) {
        let entries = self.table().entries.len();
        if entries > MIN_SIZE {
            super::int::account(-((entries * size_of::<Entry>()) as i64));
        }
    }
}

impl Payload for Set {
    const LAYOUT: u8 = core::SET;
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        for entry in &self.table().entries {
            if let Some(key) = &entry.key {
                visit(key);
            }
        }
    }
}

impl Value {
    /// The set or frozenset, also of a subclass.
    pub fn as_set(&self) -> Option<&Set> {
        self.payload::<Set>()
    }
}
