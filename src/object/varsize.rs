//! Allocation of objects, and what the variable-sized layouts (str, bytes, tuple) have in common.

use super::Builtin;
use super::class::Class;
use super::header::Header;
use super::heap;
use super::layout::{self, Object, Payload, core, of_shape};
use super::shape::Shape;
use super::thread::{Res, Thread};
use super::value::{Value, Word};
use std::any::TypeId;
use std::ptr::NonNull;

/// Byte offset behind the items of a variable-sized object, rounded up to a word.
///
/// # Safety
/// `object` is alive.
pub(super) unsafe fn end_of_items(object: *const Header) -> usize {
    // SAFETY: the layout tells the payload's type.
    let end = unsafe {
        match of_shape((*object).shape()) {
            core::TUPLE => {
                super::tuple::size_for((*(object as *const Object<super::Tuple>)).payload.len())
            }
            core::STR => {
                super::str::size_for((*(object as *const Object<super::Str>)).payload.byte_len())
            }
            core::BYTES => {
                super::bytes::size_for((*(object as *const Object<super::Bytes>)).payload.len())
            }
            other => layout::info(other).map_or(size_of::<Header>(), |info| info.size),
        }
    };
    end.next_multiple_of(8)
}

impl Thread {
    /// A new object of the built-in `class` with this payload.
    ///
    /// # Panics
    /// When the class's instances carry another payload: a mistake in this crate's text, found by the first use.
    #[inline(always)]
    pub fn alloc<T: Payload>(&self, class: Builtin, payload: T) -> Res {
        if T::LAYOUT == core::INSTANCE {
            // These have attribute storage, which must be initialised.
            return self.alloc_instance(class.get(), payload);
        }
        if matches!(T::LAYOUT, 0 | core::INSTANCE | core::EXCEPTION) {
            // The class may give its instances attributes, whose storage has to be initialised.
            return self.alloc_instance(class.get(), payload);
        }
        let shape = layout::shape_word(T::LAYOUT, class as u32);
        let Some(object) = self.allocate(size_of::<Object<T>>(), shape, T::LEAF, 0) else {
            return Err(self.memory_error());
        };
        // SAFETY: fresh memory for header and payload; the class has no script-visible attribute storage (core layouts but exceptions).
        unsafe {
            (&raw mut (*(object.as_ptr() as *mut Object<T>)).payload).write(payload);
            Ok(Value::from_header(object))
        }
    }

    /// As [`Thread::alloc`] for a payload that keeps `n` words behind itself: `make` gets their place, initialises those that matter, and gives
    /// the payload. They are freed with the object; what they hold is for the payload to drop.
    ///
    /// # Errors
    /// MemoryError, and `make` has not been called.
    #[inline(always)]
    pub fn alloc_with_words<T: Payload>(
        &self,
        class: Builtin,
        n: usize,
        make: impl FnOnce(*mut Word) -> T,
    ) -> Res {
        const {
            assert!(!matches!(T::LAYOUT, 0 | core::INSTANCE | core::EXCEPTION));
            assert!(size_of::<Object<T>>().is_multiple_of(size_of::<Word>()));
        }
        let shape = layout::shape_word(T::LAYOUT, class as u32);
        let size = size_of::<Object<T>>() + n * size_of::<Word>();
        let Some(object) = self.allocate(size, shape, false, 0) else {
            return Err(self.memory_error());
        };
        // SAFETY: fresh memory for header, payload and words; the class has no script-visible attribute storage.
        unsafe {
            let object_memory = object.as_ptr() as *mut Object<T>;
            let payload = make(object_memory.add(1) as *mut Word);
            (&raw mut (*object_memory).payload).write(payload);
            Ok(Value::from_header(object))
        }
    }

    /// A new object of any class whose instances carry a `T`, with empty attributes and fields.
    ///
    /// # Panics
    /// When the class's instances carry another payload.
    pub fn alloc_instance<T: Payload>(&self, class: &Class, payload: T) -> Res {
        let shape_word = class.root_shape();
        assert_payload::<T>(shape_word);
        let layout = class.instance_layout();
        let size = (layout.size as usize).max(size_of::<Object<T>>());
        let object = self.allocate_with_attributes(
            class,
            shape_word,
            size,
            // Instances of a script's class keep it alive, though uncounted: the collector has to see them.
            T::LEAF && layout.ext_offset == 0 && class.is_static(),
        )?;
        // SAFETY: as in `alloc`.
        unsafe {
            (&raw mut (*(object.as_ptr() as *mut Object<T>)).payload).write(payload);
            Ok(Value::from_header(object))
        }
    }

    /// Memory for an instance of `class`, header, attributes and fields initialised.
    pub(super) fn allocate_with_attributes(
        &self,
        class: &Class,
        shape_word: u32,
        size: usize,
        leaf: bool,
    ) -> Res<NonNull<Header>> {
        let Some(object) = self.allocate(size, shape_word, leaf, class.instance_flags()) else {
            return Err(self.memory_error());
        };
        let shape: &Shape = self.interp.shapes.get(shape_word);
        if shape.ext_offset != super::instance::EXT_BEHIND_ITEMS {
            // SAFETY: the memory has the size that the class asks for.
            unsafe { super::instance::initialise(object.as_ptr(), shape) };
        }
        Ok(object)
    }
}

fn assert_payload<T: Payload>(shape: u32) {
    assert!(
        layout::info(of_shape(shape)).is_some_and(|info| info.is::<T>()),
        "the class's instances carry another payload than {}",
        std::any::type_name::<T>()
    );
}

impl layout::LayoutInfo {
    /// Whether the payload is a `T`.
    pub fn is<T: Payload>(&self) -> bool {
        self.type_id() == TypeId::of::<T>()
    }
}

/// Bytes that the memory of a small object can hold (header included), None for large ones.
pub(super) fn small_capacity(size: usize) -> Option<usize> {
    (size <= heap::MAX_SMALL).then(|| size.next_multiple_of(16))
}
