//! Looking attributes up in classes: namespaces of static classes, the method cache, cells of resolved attributes.
//!
//! What changes at run time belongs to an interpreter (`ClassState`) or to a script's class. **Invariants**: a class's version is unique in the
//! process and changes when a look-up in the class may have another result, so an entry of the method cache may borrow its value:
//! while the version stands, a namespace of the MRO owns it. A resolved cell holds what a look-up would find, or nothing if that finds nothing.

use super::class::Class;
use super::ordered::StoreOrdered;
use super::slot::Slot;
use super::str::Str;
use super::thread::Thread;
use super::value::{Value, word};
use crate::base::sync::Mutex;
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::atomic::{AtomicU32, AtomicU64, Ordering::*};

/// The namespace of a static class: immortal values by immortal interned names.
pub struct StaticNamespace {
    entries: Box<[(Value, Value)]>,
    index: FxHashMap<u64, u32>,
}

impl StaticNamespace {
    /// A namespace of these entries; all are immortal.
    pub fn new(entries: Vec<(Value, Value)>) -> StaticNamespace {
        let index = entries
            .iter()
            .enumerate()
            .map(|(i, (name, _))| (name.word(), i as u32))
            .collect();
        StaticNamespace {
            entries: entries.into_boxed_slice(),
            index,
        }
    }

    /// The value of an interned name.
    #[inline]
    pub fn get(&self, name: &Value) -> Option<&Value> {
        self.index
            .get(&name.word())
            .map(|i| &self.entries[*i as usize].1)
    }

    /// All entries in order.
    pub fn entries(&self) -> &[(Value, Value)] {
        &self.entries
    }
}

/// Cells by the address of the attribute's name; the name is kept alive with its cell.
pub(super) type CellMap = FxHashMap<u64, (Value, u32)>;

const LINES: usize = 4096;
/// Longer names are not kept alive by the method cache.
const LONGEST_CACHED: usize = 100;

/// One entry of the method cache.
struct Line {
    /// Of the class; 0: empty.
    version: AtomicU32,
    name: Slot,
    /// Borrowed from a namespace in the MRO; the unbound marker: no class in the MRO has the name.
    value: AtomicU64,
}

/// What an interpreter knows about classes beyond the classes themselves.
pub struct ClassState {
    lines: Box<[Line]>,
    /// Direct subclasses of static classes, by the static class's address.
    subclasses: Mutex<FxHashMap<u64, Vec<u64>>>,
    /// Resolved cells of static classes.
    cells: Mutex<FxHashMap<u64, CellMap>>,
}

impl Default for ClassState {
    fn default() -> ClassState {
        let line = || Line {
            version: AtomicU32::new(0),
            name: Slot::empty(),
            value: AtomicU64::new(word::UNBOUND),
        };
        ClassState {
            lines: (0..LINES).map(|_| line()).collect(),
            subclasses: Mutex::new(FxHashMap::default()),
            cells: Mutex::new(FxHashMap::default()),
        }
    }
}

impl ClassState {
    /// Empties the method cache, and forgets the cells of static classes.
    pub(super) fn clear(&self) {
        for line in &self.lines {
            line.version.store_ordered(0, Release);
            drop(line.name.take());
        }
        let cells = std::mem::take(&mut *self.cells.lock());
        drop(cells);
    }

    pub(super) fn add_subclass(&self, base: u64, class: u64) {
        self.subclasses.lock().entry(base).or_default().push(class);
    }

    pub(super) fn remove_subclass(&self, base: u64, class: u64) {
        if let Some(list) = self.subclasses.lock().get_mut(&base) {
            list.retain(|word| *word != class);
        }
    }

    pub(super) fn subclasses_of(&self, base: u64) -> Vec<Value> {
        let all = self.subclasses.lock();
        // SAFETY: subclasses leave the list before their memory is freed.
        all.get(&base)
            .map_or_else(Vec::new, |list| unsafe { living(list) })
    }
}

/// New references to those of the classes that are not dying.
///
/// # Safety
/// The words are addresses of class objects whose memory has not been freed.
pub(super) unsafe fn living(words: &[u64]) -> Vec<Value> {
    let mut classes = Vec::with_capacity(words.len());
    for word in words {
        // SAFETY: the caller's promise; an object whose count is zero is passed over, since its deallocation has begun.
        unsafe {
            let class = Value::borrow_word(word);
            if class.header().is_some_and(|h| h.reference_count() > 0) {
                classes.push(class.clone());
            }
        }
    }
    classes
}

impl Thread {
    /// The raw attribute `name` (interned) of the first class in the MRO that has it.
    #[inline]
    pub fn lookup_in_class(&self, class: &Class, name: &Value) -> Option<Value> {
        let version = class.version();
        let hash = version.wrapping_mul(0x9E37_79B1).rotate_right(16) ^ (name.word() >> 4) as u32;
        let line = &self.interp.classes.lines[hash as usize % LINES];
        if line.version.load(Acquire) == version && line.name.word() == name.word() && version != 0
        {
            let found = line.value.load(Acquire);
            if found == word::UNBOUND {
                return None;
            }
            // SAFETY: the class's version stands, so a namespace in its MRO owns the value.
            return Some(unsafe { Value::clone_word(found) });
        }
        if self.runs_together() {
            self.keep(class.object());
            self.go_alone();
        }
        let found = self.lookup_uncached(class, name);
        let is_short = |name: &Str| name.byte_len() <= LONGEST_CACHED;
        if version != 0 && version == class.version() && name.payload().is_some_and(is_short) {
            line.version.store_ordered(0, Release);
            drop(line.name.replace(name.clone()));
            let found = found.as_ref().map_or(word::UNBOUND, Value::word);
            line.value.store_ordered(found, Release);
            line.version.store_ordered(version, Release);
        }
        found
    }

    #[inline(never)]
    fn lookup_uncached(&self, class: &Class, name: &Value) -> Option<Value> {
        self.lookup_with_class(class, name).map(|(value, _)| value)
    }

    /// As `lookup_in_class`, with the class that has the attribute.
    pub fn lookup_with_class(&self, class: &Class, name: &Value) -> Option<(Value, Value)> {
        let mro = class.mro.load()?;
        for base in mro.as_tuple()? {
            if let Some(payload) = base.as_class()
                && let Some(value) = payload.own_attribute(self, name)
            {
                return Some((value, base.clone()));
            }
        }
        None
    }

    /// The cell that holds attribute `name` (interned) as resolved along the MRO of `class`, made at the first request. None if there is no
    /// such attribute or no cell left.
    pub fn resolved_cell(&self, class: &Class, name: &Value) -> Option<u32> {
        let address = class.address();
        let known = if class.is_static() {
            let cells = self.interp.classes.cells.lock();
            cells
                .get(&address)
                .and_then(|map| map.get(&name.word()))
                .map(|c| c.1)
        } else {
            class.resolved.lock().get(&name.word()).map(|c| c.1)
        };
        if let Some(index) = known {
            let filled = self.interp.cells.slot(index).word() != word::UNBOUND;
            return filled.then_some(index);
        }
        self.go_alone();
        let value = self.lookup_in_class(class, name)?;
        let index = self.interp.cells.allocate(value).ok()?;
        let entry = (name.clone(), index);
        if class.is_static() {
            let mut cells = self.interp.classes.cells.lock();
            cells.entry(address).or_default().insert(name.word(), entry);
        } else {
            class.resolved.lock().insert(name.word(), entry);
        }
        Some(index)
    }

    /// After a change in a namespace or MRO: look-ups in `class` and its subclasses may have another result. `name`: only for this attribute;
    /// None: for any. Runs no script code before all is consistent.
    pub fn class_changed(&self, class: &Class, name: Option<&Value>) {
        let mut old = Vec::new();
        let mut open = vec![class.object()];
        let mut seen = FxHashSet::default();
        while let Some(value) = open.pop() {
            let Some(class) = value.as_class() else {
                continue;
            };
            // A subclass may be reached through several bases.
            if !seen.insert(value.word()) {
                continue;
            }
            class.bump_version();
            let cells: Vec<(Value, u32)> = {
                let resolved = class.resolved.lock();
                match name {
                    Some(name) => resolved.get(&name.word()).cloned().into_iter().collect(),
                    None => resolved.values().cloned().collect(),
                }
            };
            for (name, index) in cells {
                let found = self.lookup_in_class(class, &name).unwrap_or(Value::UNBOUND);
                old.push(self.interp.cells.slot(index).replace(found));
            }
            open.extend(class.subclasses());
        }
        drop(old);
    }
}
