//! Shapes (hidden classes): class and attribute names of an instance, shared by all instances that grew the same way.
//!
//! Shape ids are per interpreter. **Invariant**: the first `builtin::COUNT` entries are the built-in classes'
//! root shapes; a shape's `names` never change; a child adds exactly one name. A shape holds no reference to its class: classes are
//! parts of cycles and live until a collection that finds none of their instances. That collection frees their shapes.
//!
//! Inline caches keep ids without keeping shapes. **Invariant**: an id is used again only after every cache of the interpreter has been emptied,
//! which happens when many ids wait for it ([`ShapeTable::recycle`]).

use super::builtin;
use super::class::Class;
use super::layout::{index_of_shape, of_shape, shape_word};
use super::value::Value;
use crate::base::sync::Mutex;
use rustc_hash::FxHashMap;
use std::mem::ManuallyDrop;
use std::sync::atomic::{AtomicPtr, AtomicU32, Ordering::*};

/// Attributes beyond this number make an instance keep a dictionary.
pub const MAX_ATTRIBUTES: usize = 256;

/// One hidden class.
pub struct Shape {
    /// The class of the instances; null for an unused id.
    class: *const Class,
    /// Owned reference to the class object's address, not counted.
    class_word: u64,
    /// The shape without the last name, 0 for a root.
    pub parent: u32,
    /// Attribute names in insertion order (interned strings).
    pub names: Box<[Value]>,
    /// Slot by name's address, for shapes with more than eight names.
    index: FxHashMap<u64, u32>,
    /// Byte offset of the attribute storage word from the object's start; 0: instances have no attributes of their own.
    pub ext_offset: u32,
    /// Byte offset of the first inline attribute.
    pub inline_offset: u32,
    /// How many attributes lie in the object itself.
    pub inline_cap: u32,
    /// Byte offset of the first `__slots__` field of script classes, and how many fields there are.
    pub fields: (u32, u32),
    /// Instances keep their attributes in a dictionary.
    pub dict_mode: bool,
    transitions: Mutex<FxHashMap<u64, u32>>,
}

// SAFETY: a shape is immutable but for its locked transitions; the class pointer is only followed while an instance, and so the class, lives.
unsafe impl Send for Shape {}
// SAFETY: as above.
unsafe impl Sync for Shape {}

const CHUNK: usize = 4096;
const CHUNKS: usize = (1 << 24) / CHUNK;

/// All shapes of an interpreter.
pub struct ShapeTable {
    chunks: Box<[AtomicPtr<AtomicPtr<Shape>>]>,
    next: AtomicU32,
    ids: Mutex<Ids>,
    /// Roots of shapes that no object has any more, except for those that are being destroyed.
    dead: Mutex<Vec<u32>>,
}

/// Ids without a shape.
#[derive(Default)]
struct Ids {
    /// Caches may still have these.
    retired: Vec<u32>,
    free: Vec<u32>,
}

/// So many ids are retired before caches are emptied for their sake: an eighth of all; in development few, so that tests get there.
const RECYCLED: usize = if cfg!(debug_assertions) {
    64
} else {
    CHUNK * CHUNKS / 8
};

/// Where an attribute of an instance lies.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Place {
    /// Byte offset from the object's start.
    Inline(u32),
    /// Index into the overflow array.
    Overflow(u32),
}

impl Shape {
    /// The class object, borrowed for as long as an instance lives.
    pub fn class(&self) -> &Value {
        // SAFETY: the word is a valid class pointer while an instance with this shape lives, which the caller holds.
        unsafe { Value::borrow_word(&raw const self.class_word) }
    }

    /// The class's payload.
    #[inline(always)]
    pub fn class_payload(&self) -> &Class {
        // SAFETY: as `class`.
        unsafe { &*self.class }
    }

    /// The slot of an interned name.
    pub fn find(&self, name: &Value) -> Option<u32> {
        if self.names.len() > 8 {
            return self.index.get(&name.word()).copied();
        }
        self.names.iter().position(|n| n.is(name)).map(|i| i as u32)
    }

    /// Where slot `slot` lies in an instance.
    pub fn place(&self, slot: u32) -> Place {
        if slot < self.inline_cap {
            Place::Inline(self.inline_offset + slot * 8)
        } else {
            Place::Overflow(slot - self.inline_cap)
        }
    }
}

/// What a class says of its instances' memory.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub struct InstanceLayout {
    /// See [`Shape::ext_offset`].
    pub ext_offset: u32,
    /// See [`Shape::inline_cap`].
    pub inline_cap: u32,
    /// See [`Shape::fields`].
    pub fields: (u32, u32),
    /// Bytes to allocate for an instance of a fixed-size layout.
    pub size: u32,
}

impl ShapeTable {
    pub(super) fn new() -> ShapeTable {
        let table = ShapeTable {
            chunks: {
                let mut chunks = Vec::with_capacity(CHUNKS);
                chunks.resize_with(CHUNKS, || AtomicPtr::new(std::ptr::null_mut()));
                chunks.into_boxed_slice()
            },
            next: AtomicU32::new(0),
            ids: Mutex::new(Ids::default()),
            dead: Mutex::new(Vec::new()),
        };
        for class in builtin::ALL {
            let payload = class.get();
            let layout = payload.instance_layout();
            table.add(class.class(), payload, 0, Box::new([]), layout, false);
        }
        table
    }

    /// The shape of a header's shape word.
    #[inline(always)]
    pub fn get(&self, shape: u32) -> &Shape {
        let index = index_of_shape(shape);
        // SAFETY: words come from `add`, which published chunk and entry; neither moves or dies before the table.
        unsafe {
            let chunk = self.chunks.get_unchecked(index / CHUNK).load(Acquire);
            &*(*chunk.add(index % CHUNK)).load(Acquire)
        }
    }

    fn add(
        &self,
        class: &Value,
        payload: &Class,
        parent: u32,
        names: Box<[Value]>,
        layout: InstanceLayout,
        dict_mode: bool,
    ) -> Option<u32> {
        let mut ids = self.ids.lock();
        let recycled = ids.free.pop();
        let index = recycled.unwrap_or_else(|| self.next.load(Relaxed)) as usize;
        if index >= CHUNK * CHUNKS {
            return None;
        }
        let chunk = &self.chunks[index / CHUNK];
        if chunk.load(Relaxed).is_null() {
            let entries: Box<[AtomicPtr<Shape>]> = (0..CHUNK)
                .map(|_| AtomicPtr::new(std::ptr::null_mut()))
                .collect();
            chunk.store(Box::into_raw(entries) as *mut AtomicPtr<Shape>, Release);
        }
        let index_map = if names.len() > 8 {
            names
                .iter()
                .enumerate()
                .map(|(i, n)| (n.word(), i as u32))
                .collect()
        } else {
            FxHashMap::default()
        };
        let shape = Box::new(Shape {
            class: payload,
            class_word: class.word(),
            parent,
            names,
            index: index_map,
            ext_offset: layout.ext_offset,
            inline_offset: layout.ext_offset.wrapping_add(8),
            inline_cap: layout.inline_cap,
            fields: layout.fields,
            dict_mode,
            transitions: Mutex::new(FxHashMap::default()),
        });
        // SAFETY: the chunk was made above and has `CHUNK` entries.
        unsafe { (*chunk.load(Relaxed).add(index % CHUNK)).store(Box::into_raw(shape), Release) };
        if recycled.is_none() {
            self.next.store(index as u32 + 1, Release);
        }
        Some(index as u32)
    }

    /// No object will have the shape of this root, or one that grew from it: its class is dead, or has another root now.
    pub(super) fn retire(&self, root: u32) {
        self.dead.lock().push(index_of_shape(root) as u32);
    }

    /// Frees the shapes below retired roots. Whether so many ids are retired by now that it is time to empty the caches, and to
    /// [`ShapeTable::recycle`] them.
    ///
    /// # Safety
    /// No object with one of these shapes is left, nor is one being destroyed; this thread is attached.
    pub(super) unsafe fn free_dead(&self) -> bool {
        let mut open = std::mem::take(&mut *self.dead.lock());
        let mut names = Vec::new();
        let mut ids = self.ids.lock();
        while let Some(index) = open.pop() {
            let chunk = self.chunks[index as usize / CHUNK].load(Acquire);
            // SAFETY: ids of shapes come from `add`, which made chunk and entry; the caller's promise: nobody else refers to the shape.
            let shape = unsafe {
                let entry = &*chunk.add(index as usize % CHUNK);
                Box::from_raw(entry.swap(std::ptr::null_mut(), AcqRel))
            };
            let children = shape.transitions.into_inner();
            open.extend(children.values().map(|&child| index_of_shape(child) as u32));
            names.push(shape.names);
            ids.retired.push(index);
        }
        let is_time = ids.retired.len() >= RECYCLED;
        drop(ids);
        drop(names);
        is_time
    }

    /// Lets retired ids be used again.
    ///
    /// # Safety
    /// No cache of the interpreter has one of them.
    pub(super) unsafe fn recycle(&self) {
        let mut ids = self.ids.lock();
        let retired = std::mem::take(&mut ids.retired);
        ids.free.extend(retired);
    }

    /// A root shape for the direct instances of a script's class; None when the ids are used up.
    pub fn add_root(&self, class: &Value, payload: &Class, layout: InstanceLayout) -> Option<u32> {
        let index = self.add(class, payload, 0, Box::new([]), layout, false)?;
        Some(shape_word(payload.layout, index))
    }

    /// The shape of an instance like those of `shape` that keeps a dictionary. One per class.
    pub fn dict_shape(&self, shape: u32) -> Option<u32> {
        let from = self.get(shape);
        if from.dict_mode {
            return Some(shape);
        }
        let class = from.class_payload();
        let known = class.dict_shape.load(Acquire);
        if known != 0 && !class.is_static() {
            return Some(known);
        }
        // The key 0 is no string's address.
        let root = self.root_of(shape);
        let root = self.get(root);
        if let Some(&to) = root.transitions.lock().get(&0) {
            return Some(to);
        }
        let layout = InstanceLayout {
            ext_offset: from.ext_offset,
            inline_cap: from.inline_cap,
            fields: from.fields,
            size: 0,
        };
        let index = self.add(from.class(), class, 0, Box::new([]), layout, true)?;
        let to = shape_word(of_shape(shape), index);
        if !class.is_static() {
            class.dict_shape.store(to, Release);
        }
        Some(*root.transitions.lock().entry(0).or_insert(to))
    }

    /// Whether instances of this root shape have grown.
    pub(super) fn is_used(&self, root: u32) -> bool {
        !self.get(root).transitions.lock().is_empty()
    }

    fn root_of(&self, mut shape: u32) -> u32 {
        while !self.get(shape).names.is_empty() {
            shape = self.get(shape).parent;
        }
        shape
    }

    /// The shape after adding the interned `name` to `shape`; None when the instance has to keep a dictionary instead.
    pub fn extend(&self, shape: u32, name: &Value) -> Option<u32> {
        let from = self.get(shape);
        if let Some(&to) = from.transitions.lock().get(&name.word()) {
            return Some(to);
        }
        if from.names.len() >= MAX_ATTRIBUTES {
            return None;
        }
        let mut names = Vec::with_capacity(from.names.len() + 1);
        names.extend(from.names.iter().cloned());
        names.push(name.clone());
        let layout = InstanceLayout {
            ext_offset: from.ext_offset,
            inline_cap: from.inline_cap,
            fields: from.fields,
            size: 0,
        };
        let index = self.add(
            from.class(),
            from.class_payload(),
            shape,
            names.into_boxed_slice(),
            layout,
            false,
        )?;
        let to = shape_word(of_shape(shape), index);
        // Another thread may have added the same name meanwhile: the first one stays.
        Some(*from.transitions.lock().entry(name.word()).or_insert(to))
    }
}

impl Drop for ShapeTable {
    fn drop(&mut self) {
        let used = self.next.load(Relaxed) as usize;
        for (c, chunk) in self.chunks.iter().enumerate() {
            let start = chunk.load(Relaxed);
            if start.is_null() {
                break;
            }
            // SAFETY: both boxes were made by `add`, and the shapes are those that `free_dead` has not freed.
            unsafe {
                for i in 0..CHUNK.min(used.saturating_sub(c * CHUNK)) {
                    let shape = (*start.add(i)).load(Relaxed);
                    if shape.is_null() {
                        continue;
                    }
                    let mut shape = Box::from_raw(shape);
                    // The interpreter's heap goes as a whole: its strings are not counted any more.
                    let names = Box::into_raw(std::mem::take(&mut shape.names));
                    drop(Box::from_raw(names as *mut [ManuallyDrop<Value>]));
                }
                drop(Box::from_raw(std::ptr::slice_from_raw_parts_mut(
                    start, CHUNK,
                )));
            }
        }
    }
}
