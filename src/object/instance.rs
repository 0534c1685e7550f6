//! Attributes of instances: inline slots, overflow array, or a dictionary; and the fields of `__slots__`.
//!
//! Layout of an instance of a script's class: header, payload of the built-in base, `__slots__` fields, then, if it has attributes of its
//! own, one storage word (`ext`) and `inline_cap` inline slots. `ext` is 0, the address of an overflow array, or a dictionary's word with bit 0
//! set. **Invariant**: the shape names exactly the slots that hold values; with a `dict_mode` shape none does and `ext` is a dictionary.
//! An instance of a variable-sized layout (str, bytes, tuple) has only `ext`, behind its items, and never inline slots.

use super::builtin::Builtin;
use super::class::Class;
use super::header::{Header, flag};
use super::layout::core;
use super::ordered::StoreOrdered;
use super::shape::{Place, Shape, ShapeTable};
use super::slot::Slot;
use super::thread::{Res, Thread};
use super::value::{Value, word};
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::atomic::{AtomicU64, Ordering::*};

/// `Shape::ext_offset` of variable-sized layouts: the word lies behind the items.
pub const EXT_BEHIND_ITEMS: u32 = u32::MAX;

/// Overflow array: capacity, then slots.
#[repr(C)]
struct Overflow {
    capacity: usize,
    slots: [Slot; 0],
}

fn overflow_layout(capacity: usize) -> std::alloc::Layout {
    // Capacities are bounded by `shape::MAX_ATTRIBUTES`.
    std::alloc::Layout::new::<Overflow>()
        .extend(std::alloc::Layout::array::<Slot>(capacity).unwrap_or_else(|_| unreachable!()))
        .map_or_else(|_| unreachable!(), |(l, _)| l)
}

unsafe fn ext_word<'a>(object: *const Header, shape: &Shape) -> Option<&'a AtomicU64> {
    let offset = match shape.ext_offset {
        0 => return None,
        // SAFETY: the caller's object is alive.
        EXT_BEHIND_ITEMS => unsafe { super::varsize::end_of_items(object) },
        n => n as usize,
    };
    // SAFETY: the shape says where the word lies.
    Some(unsafe { &*((object as *const u8).add(offset) as *const AtomicU64) })
}

unsafe fn slot_at<'a>(object: *const Header, place: Place, ext: &AtomicU64) -> &'a Slot {
    // SAFETY: the shape says that the slot exists: within the object, or within the array that `ext` points to.
    unsafe {
        match place {
            Place::Inline(offset) => &*((object as *const u8).add(offset as usize) as *const Slot),
            Place::Overflow(i) => {
                let array = ext.load(Acquire) as *const Overflow;
                &*((&raw const (*array).slots) as *const Slot).add(i as usize)
            }
        }
    }
}

impl Thread {
    /// The shape of a heap object.
    #[inline(always)]
    pub fn shape_of(&self, header: &Header) -> &Shape {
        self.interp.shapes.get(header.shape())
    }

    /// The dictionary of an instance that keeps one; None as long as its attributes lie in slots.
    pub fn own_dict(&self, object: &Value) -> Option<Value> {
        let header = object.header()?;
        let shape = self.shape_of(header);
        if !shape.dict_mode {
            return None;
        }
        // SAFETY: `object` is borrowed, so alive.
        let ext = unsafe { ext_word(header, shape) }?;
        // SAFETY: in dict mode the word is a dictionary with bit 0 set, owned by the object.
        Some(unsafe { Value::clone_word(ext.load(Acquire) & !1) })
    }

    /// Whether the object can have attributes of its own.
    pub fn has_attributes(&self, object: &Value) -> bool {
        object
            .header()
            .is_some_and(|header| self.shape_of(header).ext_offset != 0)
    }

    /// An attribute of the instance itself, by interned name.
    pub fn instance_attribute(&self, object: &Value, name: &Value) -> Option<Value> {
        let header = object.header()?;
        self.publish(header);
        let shape = self.shape_of(header);
        if shape.ext_offset == 0 {
            return None;
        }
        if shape.dict_mode {
            let dict = self.own_dict(object)?;
            self.publish(dict.header()?);
            return dict.payload::<super::dict::Dict>()?.get_str(self, name);
        }
        let slot = shape.find(name)?;
        // SAFETY: the object is alive and its shape has the slot.
        unsafe { slot_at(header, shape.place(slot), ext_word(header, shape)?) }.load()
    }

    /// Sets an attribute of the instance itself, by interned name; false if it can have none. The old value is dropped.
    pub fn set_instance_attribute(&self, object: &Value, name: &Value, value: Value) -> Res<bool> {
        let Some(header) = object.header() else {
            return Ok(false);
        };
        self.take_over(header);
        let shape = self.shape_of(header);
        // An immortal object belongs to no interpreter: it must not refer to one's objects.
        if shape.ext_offset == 0 || header.is_immortal() {
            return Ok(false);
        }
        if !shape.dict_mode {
            if let Some(slot) = shape.find(name) {
                // SAFETY: the object is alive and its shape has the slot.
                if let Some(ext) = unsafe { ext_word(header, shape) } {
                    // SAFETY: as above.
                    unsafe { slot_at(header, shape.place(slot), ext) }.set(value);
                }
                return Ok(true);
            }
            if self.runs_together() {
                // Others may have given the object another shape when this thread is alone.
                self.go_alone();
                return self.set_instance_attribute(object, name, value);
            }
            if let Some(next) = self.interp.shapes.extend(header.shape(), name) {
                return self.add_slot(header, next, value).map(|()| true);
            }
        }
        if let Some(dict) = self.writable_dict(object)?
            && let Some(dict) = dict.payload::<super::dict::Dict>()
        {
            dict.set_str(self, name, value)?;
        }
        Ok(true)
    }

    /// Adds the last slot of shape `next`, a child of the object's shape.
    #[inline(never)]
    pub fn add_slot(&self, header: &Header, next: u32, value: Value) -> Res<()> {
        let shape = self.interp.shapes.get(next);
        let slot = shape.names.len() as u32 - 1;
        let place = shape.place(slot);
        // SAFETY: the object is alive; the overflow array is grown before the slot is used, and the slot is written as
        // uninitialised memory before the shape makes it visible.
        unsafe {
            let Some(ext) = ext_word(header, shape) else {
                return Ok(());
            };
            if let Place::Overflow(i) = place {
                self.grow_overflow(ext, i as usize)?;
            }
            let target = slot_at(header, place, ext) as *const Slot as *mut Slot;
            target.write(Slot::new(value));
        }
        header.set_shape(next);
        Ok(())
    }

    unsafe fn grow_overflow(&self, ext: &AtomicU64, needed: usize) -> Res<()> {
        let old = ext.load(Acquire) as *mut Overflow;
        // SAFETY: a non-zero word is an array made below; its slots are moved bit by bit and the old array is not used again.
        unsafe {
            let old_capacity = if old.is_null() { 0 } else { (*old).capacity };
            if needed < old_capacity {
                return Ok(());
            }
            let capacity = (needed + 1).next_power_of_two().max(4);
            let layout = overflow_layout(capacity);
            if !self.interp.heap.reserve(layout.size()) {
                return Err(self.memory_error());
            }
            let new = std::alloc::alloc(layout) as *mut Overflow;
            if new.is_null() {
                self.interp.heap.release(layout.size());
                return Err(self.memory_error());
            }
            (&raw mut (*new).capacity).write(capacity);
            if !old.is_null() {
                std::ptr::copy_nonoverlapping(
                    (&raw const (*old).slots) as *const u64,
                    (&raw mut (*new).slots) as *mut u64,
                    old_capacity,
                );
                free_overflow(self.interp.heap.as_ref(), old);
            }
            ext.store_ordered(new as u64, Release);
        }
        Ok(())
    }

    /// Deletes an attribute of the instance itself; None if there is none. Returns the old value.
    pub fn delete_instance_attribute(&self, object: &Value, name: &Value) -> Res<Option<Value>> {
        let Some(header) = object.header() else {
            return Ok(None);
        };
        self.take_over(header);
        let shape = self.shape_of(header);
        if shape.ext_offset == 0 || (!shape.dict_mode && shape.find(name).is_none()) {
            return Ok(None);
        }
        if !shape.dict_mode && shape.find(name) == Some(shape.names.len() as u32 - 1) {
            // SAFETY: the object is alive and has the slot; it is no part of the parent's shape.
            let old = unsafe {
                let Some(ext) = ext_word(header, shape) else {
                    return Ok(None);
                };
                slot_at(header, shape.place(shape.names.len() as u32 - 1), ext).take()
            };
            header.set_shape(shape.parent);
            if shape.names.len() == 1 {
                // SAFETY: the root shape has no slots; with an overflow array it would have to be known when the instance dies.
                unsafe { self.release_overflow(header, shape) };
            }
            return Ok(Some(old));
        }
        let dict = self.writable_dict(object)?;
        Ok(dict
            .as_ref()
            .and_then(|d| d.payload::<super::dict::Dict>())
            .and_then(|d| d.remove_str(self, name)))
    }

    /// The instance's `__dict__`, which the thread may change.
    fn writable_dict(&self, object: &Value) -> Res<Option<Value>> {
        let dict = self.instance_dict(object)?;
        if let Some(header) = dict.as_ref().and_then(Value::header) {
            self.take_over(header);
        }
        Ok(dict)
    }

    /// Frees the overflow array of an instance without attributes.
    unsafe fn release_overflow(&self, header: &Header, shape: &Shape) {
        // SAFETY: the caller's object is alive; none of the array's slots is in use.
        unsafe {
            if let Some(ext) = ext_word(header, shape) {
                let array = ext.swap(0, AcqRel);
                if array != 0 && array & 1 == 0 {
                    free_overflow(self.interp.heap.as_ref(), array as *mut Overflow);
                }
            }
        }
    }

    /// The instance's `__dict__`, made from its slots at the first request; None if it cannot have one.
    pub fn instance_dict(&self, object: &Value) -> Res<Option<Value>> {
        let Some(header) = object.header() else {
            return Ok(None);
        };
        self.publish(header);
        if let Some(dict) = self.own_dict(object) {
            return Ok(Some(dict));
        }
        self.take_over(header);
        // Another thread may have made it while this one waited.
        if let Some(dict) = self.own_dict(object) {
            return Ok(Some(dict));
        }
        let shape = self.shape_of(header);
        if header.is_immortal() {
            return Ok(None);
        }
        // SAFETY: the object is alive.
        let Some(ext) = (unsafe { ext_word(header, shape) }) else {
            return Ok(None);
        };
        let dict = super::dict::Dict::new_value(self)?;
        let Some(payload) = dict.payload::<super::dict::Dict>() else {
            return Ok(None);
        };
        for (slot, name) in shape.names.iter().enumerate() {
            // SAFETY: the shape has the slot.
            let value = unsafe { slot_at(header, shape.place(slot as u32), ext) }.get();
            payload.set_str(self, name, value)?;
        }
        let Some(dict_shape) = self.interp.shapes.dict_shape(header.shape()) else {
            return Err(self.memory_error());
        };
        self.adopt_dict(header, shape, ext, dict_shape, dict.clone());
        Ok(Some(dict))
    }

    /// Replaces the instance's `__dict__`; false if it cannot have one.
    pub fn set_instance_dict(&self, object: &Value, dict: Value) -> Res<bool> {
        let Some(header) = object.header() else {
            return Ok(false);
        };
        self.take_over(header);
        let shape = self.shape_of(header);
        // SAFETY: the object is alive.
        let Some(ext) = (unsafe { ext_word(header, shape) }) else {
            return Ok(false);
        };
        let Some(dict_shape) = self.interp.shapes.dict_shape(header.shape()) else {
            return Err(self.memory_error());
        };
        self.adopt_dict(header, shape, ext, dict_shape, dict);
        Ok(true)
    }

    fn adopt_dict(
        &self,
        header: &Header,
        shape: &Shape,
        ext: &AtomicU64,
        dict_shape: u32,
        dict: Value,
    ) {
        let old_ext = ext.load(Acquire);
        let mut old = Vec::with_capacity(shape.names.len());
        for slot in 0..shape.names.len() {
            // SAFETY: the shape has the slots.
            old.push(unsafe { slot_at(header, shape.place(slot as u32), ext) }.take());
        }
        ext.store_ordered(dict.into_word() | 1, Release);
        header.set_shape(dict_shape);
        if old_ext & 1 == 1 {
            // SAFETY: the object owned this dictionary.
            drop(unsafe { Value::from_word(old_ext & !1) });
        } else if old_ext != 0 {
            // SAFETY: the array's slots were emptied above.
            unsafe { free_overflow(self.interp.heap.as_ref(), old_ext as *mut Overflow) };
        }
        drop(old);
    }

    /// The word at a byte offset that an inline cache has for the object's shape: an inline attribute or a field of `__slots__`.
    #[inline(always)]
    pub fn inline_attribute(&self, header: &Header, offset: u32) -> Value {
        self.inline_place(header, offset).get()
    }

    /// Exchanges what [`Thread::inline_attribute`] reads.
    #[inline(always)]
    pub fn replace_inline_attribute(&self, header: &Header, offset: u32, value: Value) -> Value {
        self.inline_place(header, offset).replace(value)
    }

    #[inline(always)]
    fn inline_place<'v>(&self, header: &'v Header, offset: u32) -> &'v Slot {
        let shape = self.shape_of(header);
        let within = |start: u32, count: u32| offset >= start && offset < start + count * 8;
        assert!(
            within(
                shape.inline_offset,
                shape.inline_cap.min(shape.names.len() as u32)
            ) || within(shape.fields.0, shape.fields.1),
            "an inline cache names a place that the shape does not have"
        );
        // SAFETY: the assertion; offsets are made from those of slots, so the place is aligned.
        unsafe { &*((header as *const Header as *const u8).add(offset as usize) as *const Slot) }
    }

    /// The field of a `__slots__` member at byte `offset`, which a member descriptor of the object's class names.
    ///
    /// Returns None when the object's class has no such field.
    pub fn field<'v>(&self, object: &'v Value, offset: u32) -> Option<&'v Slot> {
        let header = object.header()?;
        let (start, count) = self.shape_of(header).fields;
        if offset < start || offset >= start + count * 8 || !(offset - start).is_multiple_of(8) {
            return None;
        }
        // SAFETY: the shape says that a field lies there; fields are initialised when the instance is made.
        Some(unsafe {
            &*((header as *const Header as *const u8).add(offset as usize) as *const Slot)
        })
    }

    /// Gives the instances of `class` and its subclasses other shapes, so that inline caches keyed by the present ones never hit again: an attribute
    /// that the class hid nothing of, or left to the generic look-up, is not what it was.
    pub fn retire_shapes(&self, class: &Class) {
        if class.is_subclass_of(Builtin::Type.class()) {
            self.renew_identities(class);
        }
        let mut retired: FxHashMap<*const Class, Value> = FxHashMap::default();
        let mut left = Vec::new();
        let mut open = vec![class.object()];
        while let Some(value) = open.pop() {
            let Some(class) = value.as_class() else {
                continue;
            };
            let known = class as *const Class;
            if retired.contains_key(&known) {
                continue;
            }
            open.extend(class.subclasses());
            let shapes = &self.interp.shapes;
            let used = shapes.is_used(class.root_shape())
                || class.dict_shape.load(Acquire) != 0
                || class.instance_layout().fields.1 > 0
                || !class.resolved.lock().is_empty();
            if used {
                if let Some(root) = shapes.add_root(&value, class, class.instance_layout()) {
                    left.push(class.root_shape.swap(root, AcqRel));
                    class.dict_shape.store(0, Release);
                }
                retired.insert(known, value);
            }
        }
        if retired.is_empty() {
            return;
        }
        let mut all_moved = true;
        self.interp.heap.walk_objects(&mut |header| {
            let shape = self.shape_of(header);
            let class = shape.class_payload();
            if retired.contains_key(&(class as *const Class)) {
                match self.same_shape_of(shape, class) {
                    Some(next) => header.set_shape(next),
                    None => all_moved = false,
                }
            }
        });
        if all_moved {
            for root in left {
                self.interp.shapes.retire(root);
            }
        }
    }

    /// As `retire_shapes`, for the caches of attributes of classes whose metaclass derives from `metaclass`.
    fn renew_identities(&self, metaclass: &Class) {
        let metaclass = metaclass.object();
        let mut open = vec![Builtin::Object.class().clone()];
        let mut seen = FxHashSet::default();
        while let Some(value) = open.pop() {
            let Some(class) = value.as_class() else {
                continue;
            };
            if !seen.insert(value.word()) {
                continue;
            }
            if self.class_of(&value).is_subclass_of(&metaclass) {
                class.renew_identity();
            }
            open.extend(class.subclasses());
        }
    }

    /// Brings the instances of these classes up to date with whether their class has a finaliser.
    pub fn mark_finalizers(&self, classes: &[Value]) {
        let marks: FxHashMap<*const Class, u8> = classes
            .iter()
            .filter_map(Value::as_class)
            .map(|class| (class as *const Class, class.instance_flags()))
            .collect();
        self.interp.heap.walk_objects(&mut |header| {
            let class = self.shape_of(header).class_payload() as *const Class;
            match marks.get(&class) {
                Some(0) => header.clear(flag::HAS_FINALIZER),
                Some(_) => header.set(flag::HAS_FINALIZER),
                None => {}
            }
        });
    }

    /// The shape below the present root of `class` with the same names as `shape`.
    fn same_shape_of(&self, shape: &Shape, class: &Class) -> Option<u32> {
        let shapes = &self.interp.shapes;
        if shape.dict_mode {
            return shapes.dict_shape(class.root_shape());
        }
        let mut names = shape.names.iter();
        names.try_fold(class.root_shape(), |shape, name| shapes.extend(shape, name))
    }

    /// Makes `object` an instance of `class`, whose instances have the same payload and fields; its attributes stay.
    pub fn change_class(&self, object: &Value, class: &Class) -> Res<()> {
        self.go_alone();
        let Some(header) = object.header() else {
            return Ok(());
        };
        let shape = self.shape_of(header);
        let here = (shape.ext_offset, shape.inline_cap);
        let layout = class.instance_layout();
        if here != (layout.ext_offset, layout.inline_cap) && shape.ext_offset != 0 {
            // Other inline slots: the attributes move to a dictionary, for which there is room in both.
            self.instance_dict(object)?;
        }
        match self.same_shape_of(self.shape_of(header), class) {
            Some(next) => {
                header.set_shape(next);
                if let Some(changed) = object.as_class() {
                    changed.renew_identity();
                }
                if class.instance_flags() & flag::HAS_FINALIZER != 0 {
                    header.set(flag::HAS_FINALIZER);
                } else {
                    header.clear(flag::HAS_FINALIZER);
                }
                Ok(())
            }
            None => Err(self.memory_error()),
        }
    }

    /// Visits the attribute values in order (`names` of the shape), for tracing and for copying.
    pub fn each_attribute(&self, object: &Value, visit: &mut dyn FnMut(&Value, &Value)) {
        let Some(header) = object.header() else {
            return;
        };
        self.publish(header);
        let shape = self.shape_of(header);
        if shape.dict_mode {
            return;
        }
        // SAFETY: the object is alive and has the shape's slots.
        unsafe {
            let Some(ext) = ext_word(header, shape) else {
                return;
            };
            for (slot, name) in shape.names.iter().enumerate() {
                let value = slot_at(header, shape.place(slot as u32), ext).get();
                visit(name, &value);
            }
        }
    }
}

unsafe fn free_overflow(heap: &super::heap::Heap, array: *mut Overflow) {
    // SAFETY: made by `grow_overflow` with this capacity.
    unsafe {
        let layout = overflow_layout((*array).capacity);
        std::alloc::dealloc(array as *mut u8, layout);
        heap.release(layout.size());
    }
}

/// Initialises `ext` and the `__slots__` fields of a fresh instance.
///
/// # Safety
/// `object` was just allocated with the size that its shape's class asks for.
#[inline(always)]
pub(super) unsafe fn initialise(object: *mut Header, shape: &Shape) {
    // SAFETY: the shape describes the object's memory.
    unsafe {
        let (start, count) = shape.fields;
        for i in 0..count {
            ((object as *mut u8).add((start + i * 8) as usize) as *mut u64).write(word::UNBOUND);
        }
        if let Some(ext) = ext_word(object, shape) {
            (ext as *const AtomicU64 as *mut u64).write(0);
        }
    }
}

/// Drops attributes and fields of a dying instance.
///
/// # Safety
/// `object` is dying and nobody refers to it.
#[inline(always)]
pub(super) unsafe fn drop_attributes(object: *mut Header, shape_word: u32) {
    let index = super::layout::index_of_shape(shape_word);
    if index < super::builtin::COUNT {
        // The root shapes of built-in classes have neither fields nor attributes.
        return;
    }
    // SAFETY: the object is alive.
    unsafe { drop_attributes_slow(object, shape_word) }
}

unsafe fn drop_attributes_slow(object: *mut Header, shape_word: u32) {
    // SAFETY: the interpreter outlives its objects; slots and fields are dropped once.
    unsafe {
        Thread::with_current(|thread| {
            let Some(thread) = thread else { return };
            let shape = thread.interp.shapes.get(shape_word);
            let (start, count) = shape.fields;
            for i in 0..count {
                std::ptr::drop_in_place(
                    (object as *mut u8).add((start + i * 8) as usize) as *mut Slot
                );
            }
            let Some(ext) = ext_word(object, shape) else {
                return;
            };
            for slot in 0..shape.names.len() {
                let slot =
                    slot_at(object, shape.place(slot as u32), ext) as *const Slot as *mut Slot;
                std::ptr::drop_in_place(slot);
            }
            let ext = ext.load(Relaxed);
            if ext & 1 == 1 {
                drop(Value::from_word(ext & !1));
            } else if ext != 0 {
                free_overflow(thread.interp.heap.as_ref(), ext as *mut Overflow);
            }
        });
    }
}

/// Frees what an object that outlived its interpreter keeps outside the heap for its attributes. They are not dropped.
///
/// # Safety
/// Nobody uses the object's attributes afterwards; its shape is one of `shapes`, its memory is of `heap`.
pub(super) unsafe fn free_storage(
    object: *const Header,
    shapes: &ShapeTable,
    heap: &super::heap::Heap,
) {
    // SAFETY: the shape describes the object's memory; an even word is an array that nobody else refers to.
    unsafe {
        let Some(ext) = ext_word(object, shapes.get((*object).shape())) else {
            return;
        };
        let ext = ext.swap(0, Relaxed);
        if ext != 0 && ext & 1 == 0 {
            free_overflow(heap, ext as *mut Overflow);
        }
    }
}

/// Shows every value in the attributes and fields of an instance to `visit`.
///
/// # Safety
/// `object` is alive, with a shape of this table.
#[inline(always)]
pub(super) unsafe fn trace_attributes(
    shapes: &ShapeTable,
    object: *const Header,
    mut visit: impl FnMut(&Value),
) {
    // SAFETY: the shape describes the object's memory; fields and named slots hold valid words.
    unsafe {
        let word = (*object).shape();
        if super::layout::index_of_shape(word) < super::builtin::COUNT {
            return;
        }
        let shape = shapes.get(word);
        let (start, count) = shape.fields;
        for i in 0..count {
            let field = (object as *const u8).add((start + i * 8) as usize);
            visit(Value::borrow_word(field as *const u64));
        }
        let Some(ext) = ext_word(object, shape) else {
            return;
        };
        // Inline slots lie side by side.
        let inline = shape.names.len().min(shape.inline_cap as usize);
        let first = (object as *const u8).add(shape.inline_offset as usize) as *const Value;
        for slot in 0..inline {
            visit(&*first.add(slot));
        }
        for slot in inline..shape.names.len() {
            visit(Value::borrow_word(
                slot_at(object, shape.place(slot as u32), ext).as_word(),
            ));
        }
        let ext = ext.load(Relaxed);
        if ext & 1 == 1 {
            let dict = ext & !1;
            visit(Value::borrow_word(&raw const dict));
        }
    }
}

/// The empty payload of instances that consist of attributes and fields only.
pub struct Plain;

impl super::layout::Payload for Plain {
    const LAYOUT: u8 = core::INSTANCE;
    fn trace(&self, _: &mut dyn FnMut(&Value)) {}
}
