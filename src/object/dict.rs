//! Dictionaries: entries in insertion order, and an index of them by open addressing once there are more than eight.
//!
//! Operations that compare keys may run script code (`__eq__`), which may change the dictionary: a lookup notes the table's `version`
//! and starts again if it has changed. **Invariant**: no borrow of the table is held while script code runs; removed values are
//! dropped by the caller, after the table is consistent.

use super::Builtin;
use super::intern::is_interned;
use super::layout::{Payload, core};
use super::str::Str;
use super::thread::{Res, Thread, hooks};
use super::value::Value;
use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicBool, Ordering::*};

const EMPTY: u32 = u32::MAX;
const DELETED: u32 = u32::MAX - 1;
/// Entries that are searched one by one, without an index.
const LINEAR: usize = 8;

struct Entry {
    hash: i64,
    /// Unbound when the entry was removed.
    key: Value,
    /// May be a reference to a namespace cell.
    value: Value,
}

#[derive(Default)]
struct Table {
    entries: Vec<Entry>,
    /// Positions in `entries`; empty while these are few. Its length is a power of two.
    index: Vec<u32>,
    used: usize,
    /// Changes with every insertion and removal of a key.
    version: u64,
}

/// The payload of dictionaries and of instances of their subclasses.
#[derive(Default)]
pub struct Dict {
    table: UnsafeCell<Table>,
    /// Inline caches rely on certain names being absent: see [`Dict::watch_new_keys`].
    watched: AtomicBool,
}

// SAFETY: threads take turns under the interpreter's lock; no borrow of the table outlives the part of an operation that calls nothing.
unsafe impl Sync for Dict {}
// SAFETY: as above.
unsafe impl Send for Dict {}

/// An entry with all that is known of it.
pub struct FullEntry {
    /// Its position in insertion order, counting removed entries.
    pub position: usize,
    /// The key.
    pub key: Value,
    /// The key's hash.
    pub hash: i64,
    /// The value.
    pub value: Value,
}

/// Where a lookup ended.
enum Found {
    At(usize),
    Missing,
}

#[inline(always)]
fn probe_start(hash: i64, mask: usize) -> usize {
    // The multiplication spreads the small consecutive hashes of ints no worse than they are, and those of strings well.
    (hash as u64)
        .wrapping_mul(0x9E37_79B9_7F4A_7C15)
        .rotate_left(20) as usize
        & mask
}

/// Equality that needs no script code: None if it does.
#[inline(always)]
fn quick_equal(a: &Value, b: &Value) -> Option<bool> {
    if a.is(b) {
        return Some(true);
    }
    if a.as_small_int().is_some() && b.as_small_int().is_some() {
        return Some(false);
    }
    if a.is_exact(Builtin::Str) && b.is_exact(Builtin::Str) {
        let (a, b) = (a.payload::<Str>()?, b.payload::<Str>()?);
        return Some(a.as_bytes() == b.as_bytes());
    }
    None
}

/// The hash of a key.
#[inline(always)]
pub fn hash_key(thread: &Thread, key: &Value) -> Res<i64> {
    if key.is_exact(Builtin::Str)
        && let Some(s) = key.payload::<Str>()
    {
        return Ok(match s.known_hash() {
            0 => s.hash(thread),
            hash => hash as i64,
        });
    }
    if let Some(i) = key.as_small_int() {
        return Ok(hash_small_int(i));
    }
    match hooks() {
        Some(hooks) => (hooks.hash)(thread, key),
        None => Ok(key.word() as i64),
    }
}

/// CPython's hash of an int of at most 62 bits: modulo 2^61 - 1, and -2 for -1.
#[inline(always)]
pub fn hash_small_int(i: i64) -> i64 {
    const MODULUS: i64 = (1 << 61) - 1;
    match i {
        -1 => -2,
        _ if i > -MODULUS && i < MODULUS => i,
        _ => match i % MODULUS {
            -1 => -2,
            h => h,
        },
    }
}

impl Table {
    /// Visits the positions of entries with this hash until `accept` says stop.
    #[inline(always)]
    fn candidates(&self, hash: i64, mut accept: impl FnMut(usize, &Entry) -> bool) {
        if self.index.is_empty() {
            for (i, entry) in self.entries.iter().enumerate() {
                if entry.hash == hash && !entry.key.is_unbound() && accept(i, entry) {
                    return;
                }
            }
            return;
        }
        let mask = self.index.len() - 1;
        let mut at = probe_start(hash, mask);
        loop {
            let position = self.index[at];
            if position == EMPTY {
                return;
            }
            if position != DELETED {
                let entry = &self.entries[position as usize];
                if entry.hash == hash && accept(position as usize, entry) {
                    return;
                }
            }
            at = (at + 1) & mask;
        }
    }

    fn find_str(&self, hash: i64, key: &Value) -> Option<usize> {
        let bytes = key.payload::<Str>()?.as_bytes();
        let mut found = None;
        self.candidates(hash, |i, entry| {
            let same = entry.key.is(key)
                || entry.key.is_exact(Builtin::Str)
                    && entry
                        .key
                        .payload::<Str>()
                        .is_some_and(|s| s.as_bytes() == bytes);
            if same {
                found = Some(i);
            }
            same
        });
        found
    }

    fn rebuild_index(&mut self, size: usize) {
        self.index.clear();
        self.index.resize(size, EMPTY);
        let mask = size - 1;
        for (i, entry) in self.entries.iter().enumerate() {
            let mut at = probe_start(entry.hash, mask);
            while self.index[at] != EMPTY {
                at = (at + 1) & mask;
            }
            self.index[at] = i as u32;
        }
    }

    /// Bytes beside the header.
    fn bytes(&self) -> usize {
        self.entries.capacity() * size_of::<Entry>() + self.index.capacity() * 4
    }

    /// Makes room for one more entry.
    fn make_room(&mut self, thread: &Thread) -> Res<()> {
        if self.entries.len() < self.entries.capacity()
            && (self.entries.len() < LINEAR || self.entries.len() * 3 < self.index.len() * 2)
        {
            return Ok(());
        }
        let before = self.bytes();
        // Removed entries go first; if they are many that is room enough.
        if self.used < self.entries.len() {
            self.entries.retain(|entry| !entry.key.is_unbound());
            self.version += 1;
        }
        let capacity = if self.used < LINEAR {
            LINEAR
        } else {
            (self.used * 2).max(16)
        };
        let index_size = if capacity <= LINEAR {
            0
        } else {
            (capacity * 3 / 2 + 1).next_power_of_two()
        };
        let estimate = capacity * size_of::<Entry>() + index_size * 4;
        if capacity >= DELETED as usize || !thread.interp.heap.reserve(estimate) {
            self.reindex();
            return Err(thread.memory_error());
        }
        thread.interp.heap.release(estimate);
        let more = capacity.saturating_sub(self.entries.len());
        let ok = self.entries.try_reserve_exact(more).is_ok()
            && (index_size <= self.index.len()
                || self
                    .index
                    .try_reserve_exact(index_size - self.index.len())
                    .is_ok());
        if !ok {
            self.reindex();
            return Err(thread.memory_error());
        }
        if index_size > 0 {
            self.rebuild_index(index_size);
        }
        thread
            .interp
            .heap
            .adjust(self.bytes() as i64 - before as i64);
        Ok(())
    }

    fn reindex(&mut self) {
        if !self.index.is_empty() {
            self.rebuild_index(self.index.len());
        }
    }

    fn append(&mut self, hash: i64, key: Value, value: Value) {
        let position = self.entries.len();
        self.entries.push(Entry { hash, key, value });
        self.used += 1;
        self.version += 1;
        if !self.index.is_empty() {
            let mask = self.index.len() - 1;
            let mut at = probe_start(hash, mask);
            while self.index[at] < DELETED {
                at = (at + 1) & mask;
            }
            self.index[at] = position as u32;
        }
    }

    fn remove(&mut self, position: usize) -> (Value, Value) {
        let hash = self.entries[position].hash;
        if !self.index.is_empty() {
            let mask = self.index.len() - 1;
            let mut at = probe_start(hash, mask);
            while self.index[at] != position as u32 {
                at = (at + 1) & mask;
            }
            self.index[at] = DELETED;
        }
        self.used -= 1;
        self.version += 1;
        let entry = &mut self.entries[position];
        let key = std::mem::replace(&mut entry.key, Value::UNBOUND);
        let value = std::mem::replace(&mut entry.value, Value::UNBOUND);
        // Removed entries at the end go at once, so that a stack of keys costs nothing.
        while self.index.is_empty() && self.entries.last().is_some_and(|e| e.key.is_unbound()) {
            self.entries.pop();
        }
        (key, value)
    }
}

/// Reads through a cell reference.
#[inline(always)]
fn resolve(thread: &Thread, value: &Value) -> Option<Value> {
    match value.cell_index() {
        None => Some(value.clone()),
        Some(index) => thread.interp.cells.slot(index).load(),
    }
}

impl Dict {
    /// A new, empty dictionary.
    pub fn new_value(thread: &Thread) -> Res {
        thread.alloc(Builtin::Dict, Dict::default())
    }

    #[inline(always)]
    fn table(&self) -> &Table {
        // SAFETY: the module's invariant: `&mut` exists only within code that calls nothing else.
        unsafe { &*self.table.get() }
    }

    #[inline(always)]
    #[allow(clippy::mut_from_ref)]
    fn table_mut(&self) -> &mut Table {
        // SAFETY: the module's invariant: the only borrow, and nothing is called while it lasts.
        unsafe { &mut *self.table.get() }
    }

    /// The number of keys.
    #[inline(always)]
    pub fn len(&self) -> usize {
        self.table().used
    }

    /// Whether there are no keys.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Changes whenever a key is added or removed.
    pub fn version(&self) -> u64 {
        self.table().version
    }

    fn find(&self, thread: &Thread, key: &Value, hash: i64) -> Res<Found> {
        if is_interned(key) || key.is_exact(Builtin::Str) {
            let mut odd = false;
            let table = self.table();
            let mut found = Found::Missing;
            table.candidates(hash, |i, entry| match quick_equal(&entry.key, key) {
                Some(true) => {
                    found = Found::At(i);
                    true
                }
                Some(false) => false,
                None => {
                    odd = true;
                    true
                }
            });
            if !odd {
                return Ok(found);
            }
        }
        self.find_any(thread, key, hash)
    }

    fn find_any(&self, thread: &Thread, key: &Value, hash: i64) -> Res<Found> {
        'again: loop {
            let version = self.table().version;
            let mut skip = 0;
            loop {
                // The next candidate after `skip` of them that are known to differ.
                let (mut seen, mut hit, mut other) = (0, None, None);
                self.table().candidates(hash, |i, entry| {
                    match quick_equal(&entry.key, key) {
                        Some(true) => hit = Some(i),
                        Some(false) => return false,
                        None if seen < skip => {
                            seen += 1;
                            return false;
                        }
                        None => other = Some((i, entry.key.clone())),
                    }
                    true
                });
                if let Some(i) = hit {
                    return Ok(Found::At(i));
                }
                let Some((i, candidate)) = other else {
                    return Ok(Found::Missing);
                };
                let Some(hooks) = hooks() else {
                    return Ok(Found::Missing);
                };
                let equal = (hooks.equal)(thread, &candidate, key)?;
                if self.table().version != version {
                    continue 'again;
                }
                if equal {
                    return Ok(Found::At(i));
                }
                skip += 1;
            }
        }
    }

    /// The value of `key`.
    ///
    /// # Errors
    /// What hashing and comparing keys raises.
    #[inline]
    pub fn get(&self, thread: &Thread, key: &Value) -> Res<Option<Value>> {
        let hash = hash_key(thread, key)?;
        self.get_hashed(thread, key, hash)
    }

    /// The value of `key`, whose hash is known.
    pub fn get_hashed(&self, thread: &Thread, key: &Value, hash: i64) -> Res<Option<Value>> {
        match self.find(thread, key, hash)? {
            Found::At(i) => Ok(resolve(thread, &self.table().entries[i].value)),
            Found::Missing => Ok(None),
        }
    }

    /// The value of a string key, without comparing other kinds of keys.
    #[inline]
    pub fn get_str(&self, thread: &Thread, key: &Value) -> Option<Value> {
        let hash = key.payload::<Str>()?.hash(thread);
        let i = self.table().find_str(hash, key)?;
        resolve(thread, &self.table().entries[i].value)
    }

    /// Whether the key is there.
    pub fn contains(&self, thread: &Thread, key: &Value) -> Res<bool> {
        Ok(self.get(thread, key)?.is_some())
    }

    /// Sets `key` and drops the old value.
    pub fn set(&self, thread: &Thread, key: Value, value: Value) -> Res<()> {
        let hash = hash_key(thread, &key)?;
        self.replace(thread, key, hash, value).map(drop)
    }

    /// Sets `key` and returns the old value.
    pub fn replace(
        &self,
        thread: &Thread,
        key: Value,
        hash: i64,
        value: Value,
    ) -> Res<Option<Value>> {
        match self.find(thread, &key, hash)? {
            Found::At(i) => Ok(Some(self.store_at(thread, i, value))),
            Found::Missing => {
                self.insert_new(thread, hash, key, value)?;
                Ok(None)
            }
        }
    }

    fn store_at(&self, thread: &Thread, i: usize, value: Value) -> Value {
        let entry = &mut self.table_mut().entries[i];
        match entry.value.cell_index() {
            None => std::mem::replace(&mut entry.value, value),
            Some(index) => thread.interp.cells.slot(index).replace(value),
        }
    }

    fn insert_new(&self, thread: &Thread, hash: i64, key: Value, value: Value) -> Res<()> {
        if self.watched.load(Relaxed) {
            thread.interp.new_name(&key);
        }
        let table = self.table_mut();
        table.make_room(thread)?;
        table.append(hash, key, value);
        Ok(())
    }

    /// From now on, adding `name` (interned) to this namespace makes cached resolutions of global names stale: one of them found the name among
    /// the built-ins, which this namespace would hide.
    pub fn watch_new_keys(&self, thread: &Thread, name: &Value) {
        self.watched.store(true, Relaxed);
        thread.interp.watch_name(name);
    }

    /// Sets a string key, without comparing other kinds of keys; the old value is dropped.
    pub fn set_str(&self, thread: &Thread, key: &Value, value: Value) -> Res<()> {
        let Some(text) = key.payload::<Str>() else {
            return self.set(thread, key.clone(), value);
        };
        let hash = text.hash(thread);
        match self.table().find_str(hash, key) {
            Some(i) => drop(self.store_at(thread, i, value)),
            None => self.insert_new(thread, hash, key.clone(), value)?,
        }
        Ok(())
    }

    /// The value of `key`; `default` is inserted if there is none.
    pub fn set_default(&self, thread: &Thread, key: Value, default: Value) -> Res {
        let hash = hash_key(thread, &key)?;
        if let Found::At(i) = self.find(thread, &key, hash)?
            && let Some(value) = resolve(thread, &self.table().entries[i].value)
        {
            return Ok(value);
        }
        self.insert_new(thread, hash, key, default.clone())?;
        Ok(default)
    }

    /// Removes `key` and returns key and value.
    pub fn remove(&self, thread: &Thread, key: &Value) -> Res<Option<(Value, Value)>> {
        let hash = hash_key(thread, key)?;
        match self.find(thread, key, hash)? {
            Found::At(i) => Ok(self.remove_at(thread, i)),
            Found::Missing => Ok(None),
        }
    }

    /// Removes a string key, without comparing other kinds of keys.
    pub fn remove_str(&self, thread: &Thread, key: &Value) -> Option<Value> {
        let hash = key.payload::<Str>()?.hash(thread);
        let i = self.table().find_str(hash, key)?;
        self.remove_at(thread, i).map(|(_, value)| value)
    }

    fn remove_at(&self, thread: &Thread, position: usize) -> Option<(Value, Value)> {
        let (key, value) = self.table_mut().remove(position);
        match value.cell_index() {
            None => Some((key, value)),
            Some(index) => {
                let value = thread.interp.cells.slot(index).take();
                thread.interp.namespaces_changed();
                thread.interp.cells.free(index);
                value.bound().cloned().map(|value| (key, value))
            }
        }
    }

    /// Removes the last inserted key.
    pub fn pop_last(&self, thread: &Thread) -> Option<(Value, Value)> {
        let last = self
            .table()
            .entries
            .iter()
            .rposition(|entry| !entry.key.is_unbound())?;
        self.remove_at(thread, last)
    }

    /// Removes everything and returns it, for the caller to drop.
    pub fn take_all(&self, thread: &Thread) -> Vec<(Value, Value)> {
        let table = self.table_mut();
        let version = table.version + 1;
        thread.interp.heap.release(table.bytes());
        let old = std::mem::replace(
            table,
            Table {
                version,
                ..Table::default()
            },
        );
        let mut out = Vec::with_capacity(old.used);
        for entry in old.entries {
            if entry.key.is_unbound() {
                continue;
            }
            let value = match entry.value.cell_index() {
                None => entry.value,
                Some(index) => {
                    let value = thread.interp.cells.slot(index).take();
                    thread.interp.namespaces_changed();
                    thread.interp.cells.free(index);
                    value
                }
            };
            out.push((entry.key, value));
        }
        out
    }

    /// The first entry at position `from` or later: its position, key and value. Positions only grow while no key is inserted.
    #[inline]
    pub fn entry_from(&self, thread: &Thread, from: usize) -> Option<(usize, Value, Value)> {
        let entries = &self.table().entries;
        let mut i = from;
        while let Some(entry) = entries.get(i) {
            if !entry.key.is_unbound()
                && let Some(value) = resolve(thread, &entry.value)
            {
                return Some((i, entry.key.clone(), value));
            }
            i += 1;
        }
        None
    }

    /// The first entry at position `from` or later, with the key's hash.
    pub fn full_entry_from(&self, thread: &Thread, from: usize) -> Option<FullEntry> {
        let (position, key, value) = self.entry_from(thread, from)?;
        let hash = self.table().entries[position].hash;
        Some(FullEntry {
            position,
            key,
            hash,
            value,
        })
    }

    /// The first key at position `from` or later: its position, itself and its hash.
    pub fn key_from(&self, from: usize) -> Option<(usize, Value, i64)> {
        let entries = self.table().entries.get(from..)?;
        let (i, entry) = entries
            .iter()
            .enumerate()
            .find(|(_, entry)| !entry.key.is_unbound())?;
        Some((from + i, entry.key.clone(), entry.hash))
    }

    /// Makes room for `more` keys.
    pub fn reserve_for(&self, _: &Thread, _: usize) -> Res<()> {
        Ok(())
    }

    /// Bytes that the table takes.
    pub fn table_bytes(&self) -> usize {
        self.table().bytes()
    }

    /// The last entry before position `before`.
    pub fn entry_before(&self, thread: &Thread, before: usize) -> Option<(usize, Value, Value)> {
        let entries = &self.table().entries;
        let end = before.min(entries.len());
        for (i, entry) in entries[..end].iter().enumerate().rev() {
            if !entry.key.is_unbound()
                && let Some(value) = resolve(thread, &entry.value)
            {
                return Some((i, entry.key.clone(), value));
            }
        }
        None
    }

    /// One past the position of the last entry.
    pub fn end(&self) -> usize {
        self.table().entries.len()
    }

    /// Clones of all keys and values, in order.
    pub fn items(&self, thread: &Thread) -> Vec<(Value, Value)> {
        let entries = self
            .table()
            .entries
            .iter()
            .filter(|entry| !entry.key.is_unbound());
        entries
            .filter_map(|entry| Some((entry.key.clone(), resolve(thread, &entry.value)?)))
            .collect()
    }

    /// Clones of all keys, in order.
    pub fn keys(&self) -> Vec<Value> {
        self.table()
            .entries
            .iter()
            .filter(|entry| !entry.key.is_unbound())
            .map(|entry| entry.key.clone())
            .collect()
    }

    /// A copy with the same entries, without comparing or hashing keys.
    pub fn copy_value(&self, thread: &Thread) -> Res {
        let value = Dict::new_value(thread)?;
        if let Some(copy) = value.payload::<Dict>() {
            for entry in self
                .table()
                .entries
                .iter()
                .filter(|entry| !entry.key.is_unbound())
            {
                if let Some(v) = resolve(thread, &entry.value) {
                    copy.insert_new(thread, entry.hash, entry.key.clone(), v)?;
                }
            }
        }
        Ok(value)
    }

    /// The cell of a string key, which the entry refers to from now on; None if the key is not there or cells are used up.
    pub fn cell_of(&self, thread: &Thread, key: &Value) -> Option<u32> {
        let hash = key.payload::<Str>()?.hash(thread);
        let i = self.table().find_str(hash, key)?;
        let entry = &mut self.table_mut().entries[i];
        if let Some(index) = entry.value.cell_index() {
            return Some(index);
        }
        match thread.interp.cells.allocate(entry.value.clone()) {
            Ok(index) => {
                let old = std::mem::replace(&mut entry.value, Value::from_cell_index(index));
                drop(old);
                Some(index)
            }
            Err(_) => None,
        }
    }
}

impl Drop for Dict {
    fn drop(&mut self) {
        let table = self.table.get_mut();
        super::int::account(-(table.bytes() as i64));
        Thread::with_current(|thread| {
            let Some(thread) = thread else { return };
            for entry in &table.entries {
                if let Some(index) = entry.value.cell_index() {
                    thread.interp.namespaces_changed();
                    thread.interp.cells.free(index);
                }
            }
        });
    }
}

impl Payload for Dict {
    const LAYOUT: u8 = core::DICT;
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        Thread::with_current(|thread| {
            for entry in &self.table().entries {
                visit(&entry.key);
                match (entry.value.cell_index(), thread) {
                    (Some(index), Some(thread)) => thread.interp.cells.slot(index).trace(visit),
                    _ => visit(&entry.value),
                }
            }
        });
    }
}

impl Value {
    /// The dictionary, if this is one or an instance of a subclass.
    #[inline(always)]
    pub fn as_dict(&self) -> Option<&Dict> {
        self.payload::<Dict>()
    }
}
