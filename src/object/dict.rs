//! Dictionaries: what can be done with a table of entries (`dict_table.rs`) by key.
//!
//! Operations that compare keys may run script code (`__eq__`), which may change the dictionary: a look-up then sees whether it still
//! walks the same table and starts again if not, as CPython does. **Invariant**: no borrow of the table is held while script code
//! runs; removed values are dropped by the caller, after the table is consistent.

use super::Builtin;
use super::dict_table::Table;
use super::equality::quick_equal;
use super::layout::{Payload, core};
use super::ordered::StoreOrdered;
use super::purpose::Purpose;
use super::str::Str;
use super::thread::{Res, Thread, hooks};
use super::value::Value;
use crate::base::hash::TupleHasher;
use std::cell::UnsafeCell;
use std::ops::ControlFlow::{Break, Continue};
use std::sync::atomic::{AtomicBool, Ordering::*};

/// The payload of dictionaries and of instances of their subclasses.
#[derive(Default)]
pub struct Dict {
    table: UnsafeCell<Table>,
    /// Inline caches rely on certain names being absent: see [`Dict::watch_new_keys`].
    watched: AtomicBool,
    /// Some values are, or were, references to namespace cells.
    has_cells: AtomicBool,
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

/// Where a look-up ended.
enum Found {
    /// At the entry with this position.
    At(usize),
    /// Nowhere; the key could go into this cell of the index.
    Missing(usize),
}

/// The hash of a key.
///
/// # Errors
/// TypeError if it cannot be hashed, and what `__hash__` raises.
#[inline(always)]
pub fn hash_key(thread: &Thread, key: &Value) -> Res<i64> {
    if let Some(i) = key.as_small_int() {
        return Ok(hash_small_int(i));
    }
    if key.is_exact(Builtin::Str)
        && let Some(s) = key.payload::<Str>()
    {
        return Ok(match s.known_hash() {
            0 => s.hash(thread),
            hash => hash as i64,
        });
    }
    hash_other(thread, key)
}

#[inline(never)]
fn hash_other(thread: &Thread, key: &Value) -> Res<i64> {
    if key.is_exact(Builtin::Tuple)
        && let Some(items) = key.as_tuple()
    {
        thread.check_stack("")?;
        let mut hasher = TupleHasher::new();
        for item in items {
            hasher.add(hash_key(thread, item)?);
        }
        return Ok(hasher.finish());
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

/// Reads through a cell reference.
#[inline(always)]
fn resolve(thread: &Thread, value: &Value) -> Option<Value> {
    match value.cell_index() {
        None => Some(value.clone()),
        Some(index) => thread.interp.cells.slot(index).load(),
    }
}

/// Whether a key is this text: an instance of a subclass of str counts by its text too.
fn same_text(known: &Value, key: &Value) -> bool {
    match (known.payload::<Str>(), key.payload::<Str>()) {
        (Some(known), Some(key)) => known.as_bytes() == key.as_bytes(),
        _ => false,
    }
}

/// The position of a string key among keys that need no script code to be compared with; others are passed over.
#[inline(always)]
fn find_str(table: &Table, hash: i64, key: &Value) -> Result<usize, usize> {
    table.probe(hash, |position, entry| {
        let same = entry.key.is(key) || entry.hash == hash && same_text(&entry.key, key);
        if same { Break(position) } else { Continue(()) }
    })
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
        self.table().used as usize
    }

    /// Whether there are no keys.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Changes whenever a key is added or removed.
    pub fn version(&self) -> u64 {
        self.table().version
    }

    /// Finds a key. One pass over its probe path decides unless a key there has the same hash and only script code can tell whether it is equal.
    #[inline(always)]
    fn find(&self, thread: &Thread, key: &Value, hash: i64) -> Res<Found> {
        let outcome = self.table().probe(hash, |position, entry| {
            if entry.key.is(key) {
                return Break(Some(position));
            }
            if entry.hash != hash {
                return Continue(());
            }
            match quick_equal(&entry.key, key) {
                Some(true) => Break(Some(position)),
                Some(false) => Continue(()),
                None => Break(None),
            }
        });
        match outcome {
            Ok(Some(position)) => Ok(Found::At(position)),
            Ok(None) => self.find_by_calls(thread, key, hash),
            Err(cell) => Ok(Found::Missing(cell)),
        }
    }

    #[inline(never)]
    fn find_by_calls(&self, thread: &Thread, key: &Value, hash: i64) -> Res<Found> {
        let Some(hooks) = hooks() else {
            return Ok(Found::Missing(self.absent_cell(hash)));
        };
        'again: loop {
            let mut probe = self.table().start(hash);
            while let Some(position) = self.table().step(&mut probe) {
                let entry = &self.table().entries()[position];
                if entry.key.is(key) {
                    return Ok(Found::At(position));
                }
                if entry.hash != hash {
                    continue;
                }
                match quick_equal(&entry.key, key) {
                    Some(true) => return Ok(Found::At(position)),
                    Some(false) => continue,
                    None => {}
                }
                let candidate = entry.key.clone();
                let equal = (hooks.equal)(thread, &candidate, key)?;
                let table = self.table();
                let unchanged = table.is_current(&probe)
                    && table
                        .entries()
                        .get(position)
                        .is_some_and(|entry| entry.key.is(&candidate));
                if !unchanged {
                    // The candidate may die here, which may run script code too; the next pass begins with a fresh look.
                    drop(candidate);
                    continue 'again;
                }
                if equal {
                    return Ok(Found::At(position));
                }
            }
            return Ok(Found::Missing(self.absent_cell(hash)));
        }
    }

    /// A cell for a key that is known to be absent.
    fn absent_cell(&self, hash: i64) -> usize {
        let outcome = self.table().probe(hash, |_, _| Continue::<()>(()));
        outcome.err().unwrap_or_default()
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
    #[inline]
    pub fn get_hashed(&self, thread: &Thread, key: &Value, hash: i64) -> Res<Option<Value>> {
        match self.find(thread, key, hash)? {
            Found::At(i) => Ok(resolve(thread, &self.table().entries()[i].value)),
            Found::Missing(_) => Ok(None),
        }
    }

    /// As [`Dict::get_hashed`]; the key becomes the last one. The dictionary is no namespace.
    pub fn get_as_last(&self, thread: &Thread, key: &Value, hash: i64) -> Res<Option<Value>> {
        let Found::At(position) = self.find(thread, key, hash)? else {
            return Ok(None);
        };
        let value = self.table().entries()[position].value.clone();
        self.table_mut().move_to_end(thread, position)?;
        Ok(Some(value))
    }

    /// The value of a string key, without comparing other kinds of keys.
    #[inline]
    pub fn get_str(&self, thread: &Thread, key: &Value) -> Option<Value> {
        let hash = key.payload::<Str>()?.hash(thread);
        let i = find_str(self.table(), hash, key).ok()?;
        resolve(thread, &self.table().entries()[i].value)
    }

    /// Whether the key is there.
    #[inline]
    pub fn contains(&self, thread: &Thread, key: &Value) -> Res<bool> {
        let hash = hash_key(thread, key)?;
        match self.find(thread, key, hash)? {
            Found::At(i) => {
                let value = &self.table().entries()[i].value;
                Ok(value.cell_index().is_none() || resolve(thread, value).is_some())
            }
            Found::Missing(_) => Ok(false),
        }
    }

    /// Sets `key` and drops the old value.
    ///
    /// # Errors
    /// What hashing and comparing keys raises, and MemoryError.
    #[inline]
    pub fn set(&self, thread: &Thread, key: Value, value: Value) -> Res<()> {
        let hash = hash_key(thread, &key)?;
        self.replace(thread, key, hash, value).map(drop)
    }

    /// Sets `key` and returns the old value.
    ///
    /// # Errors
    /// What comparing keys raises, and MemoryError.
    #[inline]
    pub fn replace(
        &self,
        thread: &Thread,
        key: Value,
        hash: i64,
        value: Value,
    ) -> Res<Option<Value>> {
        match self.find(thread, &key, hash)? {
            Found::At(i) => Ok(Some(self.store_at(thread, i, value))),
            Found::Missing(cell) => {
                self.insert_new(thread, cell, hash, key, value)?;
                Ok(None)
            }
        }
    }

    #[inline(always)]
    fn store_at(&self, thread: &Thread, i: usize, value: Value) -> Value {
        let place = self.table_mut().value_mut(i);
        match place.cell_index() {
            None => std::mem::replace(place, value),
            Some(index) => {
                let old = thread.interp.cells.slot(index).replace(value);
                thread.leaves_namespace(&old);
                old
            }
        }
    }

    /// Adds a key that is not there; `cell` is where the look-up said it could go.
    #[inline(always)]
    fn insert_new(
        &self,
        thread: &Thread,
        cell: usize,
        hash: i64,
        key: Value,
        value: Value,
    ) -> Res<()> {
        if self.watched.load(Relaxed) {
            thread.interp.new_name(&key);
        }
        self.table_mut().insert(thread, cell, hash, key, value)
    }

    /// From now on, adding `name` (interned) to this namespace makes cached resolutions of global names stale: one of them found the name among
    /// the built-ins, which this namespace would hide.
    pub fn watch_new_keys(&self, thread: &Thread, name: &Value) {
        self.watched.store_ordered(true, Relaxed);
        thread.interp.watch_name(name);
    }

    /// Sets a string key, without comparing other kinds of keys; the old value is dropped.
    pub fn set_str(&self, thread: &Thread, key: &Value, value: Value) -> Res<()> {
        let Some(text) = key.payload::<Str>() else {
            return self.set(thread, key.clone(), value);
        };
        let hash = text.hash(thread);
        match find_str(self.table(), hash, key) {
            Ok(i) => drop(self.store_at(thread, i, value)),
            Err(cell) => self.insert_new(thread, cell, hash, key.clone(), value)?,
        }
        Ok(())
    }

    /// The value of `key`; `default` is inserted if there is none.
    pub fn set_default(&self, thread: &Thread, key: Value, default: Value) -> Res {
        let hash = hash_key(thread, &key)?;
        match self.find(thread, &key, hash)? {
            Found::At(i) => match resolve(thread, &self.table().entries()[i].value) {
                Some(value) => Ok(value),
                None => {
                    drop(self.store_at(thread, i, default.clone()));
                    Ok(default)
                }
            },
            Found::Missing(cell) => {
                self.insert_new(thread, cell, hash, key, default.clone())?;
                Ok(default)
            }
        }
    }

    /// Removes `key` and returns key and value.
    pub fn remove(&self, thread: &Thread, key: &Value) -> Res<Option<(Value, Value)>> {
        let hash = hash_key(thread, key)?;
        match self.find(thread, key, hash)? {
            Found::At(i) => {
                let removed = self.table_mut().remove(i);
                Ok(self.settle_removed(thread, removed))
            }
            Found::Missing(_) => Ok(None),
        }
    }

    /// Removes a string key, without comparing other kinds of keys.
    pub fn remove_str(&self, thread: &Thread, key: &Value) -> Option<Value> {
        let hash = key.payload::<Str>()?.hash(thread);
        let i = find_str(self.table(), hash, key).ok()?;
        let removed = self.table_mut().remove(i);
        self.settle_removed(thread, removed).map(|(_, value)| value)
    }

    /// A removed entry with its value read out of the namespace cell, if it was in one.
    #[inline]
    fn settle_removed(
        &self,
        thread: &Thread,
        (key, value): (Value, Value),
    ) -> Option<(Value, Value)> {
        match value.cell_index() {
            None => Some((key, value)),
            Some(index) => {
                let value = thread.interp.cells.slot(index).take();
                thread.leaves_namespace(&value);
                thread.interp.namespaces_changed();
                thread.interp.cells.free(index);
                value.bound().cloned().map(|value| (key, value))
            }
        }
    }

    /// Removes the last inserted key.
    pub fn pop_last(&self, thread: &Thread) -> Option<(Value, Value)> {
        let removed = self.table_mut().pop()?;
        self.settle_removed(thread, removed)
    }

    /// Removes the first inserted key.
    pub fn pop_first(&self, thread: &Thread) -> Option<(Value, Value)> {
        let first = self.first()?;
        let removed = self.table_mut().remove(first);
        self.settle_removed(thread, removed)
    }

    /// The position of the first key.
    pub fn first(&self) -> Option<usize> {
        self.table().first()
    }

    /// Makes a key the last one, or the first one; false if it is not there.
    ///
    /// # Errors
    /// What hashing and comparing keys raises, and MemoryError.
    pub fn move_key(&self, thread: &Thread, key: &Value, to_end: bool) -> Res<bool> {
        let hash = hash_key(thread, key)?;
        let Found::At(position) = self.find(thread, key, hash)? else {
            return Ok(false);
        };
        match to_end {
            true => self.table_mut().move_to_end(thread, position)?,
            false => self.table_mut().move_to_front(thread, position)?,
        }
        Ok(true)
    }

    /// Removes everything and returns it, for the caller to drop.
    pub fn take_all(&self, thread: &Thread) -> Vec<(Value, Value)> {
        let entries = self.table_mut().take_entries(thread);
        entries
            .into_iter()
            .filter_map(|entry| self.settle_removed(thread, (entry.key, entry.value)))
            .collect()
    }

    /// The first entry at position `from` or later: its position, key and value. Positions only grow while no key is inserted.
    #[inline]
    pub fn entry_from(&self, thread: &Thread, from: usize) -> Option<(usize, Value, Value)> {
        let entries = self.table().entries();
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
        let hash = self.table().entries()[position].hash;
        Some(FullEntry {
            position,
            key,
            hash,
            value,
        })
    }

    /// The first key at position `from` or later: its position, itself and its hash.
    #[inline]
    pub fn key_from(&self, from: usize) -> Option<(usize, Value, i64)> {
        let mut i = from;
        loop {
            let entry = self.table().entries().get(i)?;
            if !entry.key.is_unbound() {
                return Some((i, entry.key.clone(), entry.hash));
            }
            i += 1;
        }
    }

    /// The value of the first entry at position `from` or later, and its position.
    #[inline]
    pub fn value_from(&self, thread: &Thread, from: usize) -> Option<(usize, Value)> {
        let mut i = from;
        loop {
            let entry = self.table().entries().get(i)?;
            if !entry.key.is_unbound()
                && let Some(value) = resolve(thread, &entry.value)
            {
                return Some((i, value));
            }
            i += 1;
        }
    }

    /// The last entry before position `before`.
    pub fn entry_before(&self, thread: &Thread, before: usize) -> Option<(usize, Value, Value)> {
        let entries = self.table().entries();
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
        self.table().entries().len()
    }

    /// Clones of all keys and values, in order.
    pub fn items(&self, thread: &Thread) -> Vec<(Value, Value)> {
        let entries = self.table().entries().iter();
        entries
            .filter(|entry| !entry.key.is_unbound())
            .filter_map(|entry| Some((entry.key.clone(), resolve(thread, &entry.value)?)))
            .collect()
    }

    /// Clones of all keys, in order.
    pub fn keys(&self) -> Vec<Value> {
        let mut keys = Vec::with_capacity(self.len());
        let entries = self.table().entries().iter();
        keys.extend(
            entries
                .filter(|entry| !entry.key.is_unbound())
                .map(|entry| entry.key.clone()),
        );
        keys
    }

    /// A copy with the same entries, without comparing or hashing keys.
    pub fn copy_value(&self, thread: &Thread) -> Res {
        let table = self
            .table()
            .duplicate(thread, |value| resolve(thread, value))?;
        let copy = Dict::default();
        *copy.table_mut() = table;
        thread.alloc(Builtin::Dict, copy)
    }

    /// Takes over the entries of `other` without comparing keys, if this dictionary is empty and nothing was removed from the other; false if not.
    ///
    /// # Errors
    /// MemoryError
    pub fn copy_from(&self, thread: &Thread, other: &Dict) -> Res<bool> {
        if !self.is_empty() || other.len() != other.end() || self.watched.load(Relaxed) {
            return Ok(false);
        }
        let mut table = other
            .table()
            .duplicate(thread, |value| resolve(thread, value))?;
        table.version = self.table().version + 1;
        std::mem::replace(self.table_mut(), table).release(thread);
        Ok(true)
    }

    /// Makes room for `more` keys at once.
    ///
    /// # Errors
    /// MemoryError
    pub fn reserve_for(&self, thread: &Thread, more: usize) -> Res<()> {
        self.table_mut().reserve(thread, more)
    }

    /// Bytes that the table takes.
    pub fn table_bytes(&self) -> usize {
        self.table().bytes()
    }

    /// Whether the dictionary is, or was, a namespace that caches and cells know of.
    pub fn is_namespace(&self) -> bool {
        self.has_cells.load(Relaxed) || self.watched.load(Relaxed)
    }

    /// The cell of a string key, which the entry refers to from now on; None if the key is not there or cells are used up.
    pub fn cell_of(&self, thread: &Thread, key: &Value) -> Option<u32> {
        let hash = key.payload::<Str>()?.hash(thread);
        let i = find_str(self.table(), hash, key).ok()?;
        let place = self.table_mut().value_mut(i);
        if let Some(index) = place.cell_index() {
            return Some(index);
        }
        match thread.interp.cells.allocate(place.clone()) {
            Ok(index) => {
                self.has_cells.store_ordered(true, Relaxed);
                let old = std::mem::replace(place, Value::from_cell_index(index));
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
        let bytes = table.bytes();
        let watched = *self.watched.get_mut();
        if bytes == 0 && !watched {
            return;
        }
        let has_cells = *self.has_cells.get_mut();
        Thread::with_current(|thread| {
            let Some(thread) = thread else { return };
            thread.interp.heap.release(bytes);
            if watched || has_cells {
                thread.go_alone_to_destroy(Purpose::Word("destruction of a namespace"));
            }
            if watched {
                // Caches that were filled for this namespace name it by its address, which may soon be another's.
                thread.interp.namespaces_changed();
            }
            if !has_cells {
                return;
            }
            for entry in table.entries() {
                if let Some(index) = entry.value.cell_index() {
                    thread.interp.namespaces_changed();
                    thread.leaves_namespace(&thread.interp.cells.slot(index).get());
                    thread.interp.cells.free(index);
                }
            }
        });
    }
}

impl Payload for Dict {
    const LAYOUT: u8 = core::DICT;
    fn may_die_late(&self) -> bool {
        self.is_namespace()
    }
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        Thread::with_current(|thread| {
            if let Some(thread) = thread {
                self.each_owned(thread, visit);
            }
        });
    }
}

impl Dict {
    /// Shows every key and value to `visit`, those in namespace cells too.
    #[inline(always)]
    pub(super) fn each_owned(&self, thread: &Thread, visit: impl FnMut(&Value)) {
        let mut visit = visit;
        for entry in self.table().entries() {
            visit(&entry.key);
            match entry.value.cell_index() {
                // SAFETY: the cell belongs to the entry; nobody writes it while this runs.
                Some(index) => {
                    visit(unsafe { Value::borrow_word(thread.interp.cells.slot(index).as_word()) })
                }
                None => visit(&entry.value),
            }
        }
    }
}

impl Value {
    /// The dictionary, if this is one or an instance of a subclass.
    #[inline(always)]
    pub fn as_dict(&self) -> Option<&Dict> {
        self.payload::<Dict>()
    }
}
