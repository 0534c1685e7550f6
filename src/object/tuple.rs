//! Tuples: a length and the items, in one allocation, never changed once visible.

use super::class::Class;
use super::header::{Header, owner};
use super::layout::{Object, Payload, core};
use super::thread::{Res, Thread};
use super::value::Value;
use super::{Builtin, Slot};
use std::ptr::NonNull;
use std::sync::OnceLock;

/// The payload of tuples and of instances of their subclasses.
#[repr(C)]
pub struct Tuple {
    len: usize,
    items: [Slot; 0],
}

/// Bytes of a tuple object with `len` items.
pub(super) const fn size_for(len: usize) -> usize {
    size_of::<Header>() + 8 + len * 8
}

impl Tuple {
    /// The number of items.
    #[inline(always)]
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there are no items.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The items.
    #[inline(always)]
    pub fn as_slice(&self) -> &[Value] {
        // SAFETY: `len` values follow, initialised before the tuple became visible and never changed.
        unsafe { std::slice::from_raw_parts((&raw const self.items) as *const Value, self.len) }
    }

    /// A process-wide tuple of immortal items that is never freed.
    pub fn immortal(items: &[Value]) -> Value {
        if items.is_empty() {
            return Tuple::empty();
        }
        super::layout::id_of::<Tuple>();
        let Ok(layout) = std::alloc::Layout::from_size_align(size_for(items.len()) + 8, 16) else {
            unreachable!("sizes of built-in objects")
        };
        // SAFETY: the layout is not empty; header, length and items are written before the value is made.
        unsafe {
            let object = std::alloc::alloc(layout) as *mut Object<Tuple>;
            let Some(header) = NonNull::new(object as *mut Header) else {
                std::alloc::handle_alloc_error(layout)
            };
            header
                .as_ptr()
                .write(Header::new(Builtin::Tuple.shape(), owner::IMMORTAL, 0));
            let tuple = &raw mut (*object).payload;
            (&raw mut (*tuple).len).write(items.len());
            for (i, item) in items.iter().enumerate() {
                ((&raw mut (*tuple).items) as *mut Value)
                    .add(i)
                    .write(item.clone());
            }
            Value::from_header(header)
        }
    }

    /// The empty tuple, one for the whole process.
    pub fn empty() -> Value {
        static EMPTY: OnceLock<Value> = OnceLock::new();
        EMPTY
            .get_or_init(|| {
                super::names::immortal(Builtin::Tuple.shape(), Tuple { len: 0, items: [] })
            })
            .clone()
    }

    /// A tuple of `len` items that `fill` gives one after the other.
    ///
    /// # Errors
    /// MemoryError, or what `fill` raises; the items so far are dropped.
    pub fn build(thread: &Thread, len: usize, mut fill: impl FnMut(usize) -> Res) -> Res {
        if len == 0 {
            return Ok(Tuple::empty());
        }
        let object = allocate(thread, None, len)?;
        Tuple::fill(object, len, &mut fill)
    }

    fn fill(object: NonNull<Header>, len: usize, fill: &mut dyn FnMut(usize) -> Res) -> Res {
        // SAFETY: the memory has room for `len` items; until all are there `len` says how many are, so that the tuple can be dropped at
        // any moment. It is not visible to anybody else before it is returned.
        unsafe {
            let tuple = &raw mut (*(object.as_ptr() as *mut Object<Tuple>)).payload;
            let value = Value::from_header(object);
            for i in 0..len {
                let item = fill(i)?;
                ((&raw mut (*tuple).items) as *mut Value).add(i).write(item);
                (*tuple).len = i + 1;
            }
            Ok(value)
        }
    }

    /// A tuple of these items.
    pub fn from_vec(thread: &Thread, items: Vec<Value>) -> Res {
        let len = items.len();
        let mut items = items.into_iter();
        Tuple::build(thread, len, |_| Ok(items.next().unwrap_or(Value::NONE)))
    }

    /// A tuple of two items.
    #[inline]
    pub fn pair(thread: &Thread, first: Value, second: Value) -> Res {
        let object = allocate(thread, None, 2)?;
        // SAFETY: room for two items; nobody else sees the tuple before it is returned.
        unsafe {
            let tuple = &raw mut (*(object.as_ptr() as *mut Object<Tuple>)).payload;
            let items = (&raw mut (*tuple).items) as *mut Value;
            items.write(first);
            items.add(1).write(second);
            (*tuple).len = 2;
            Ok(Value::from_header(object))
        }
    }

    /// A tuple of clones of these items.
    pub fn from_slice(thread: &Thread, items: &[Value]) -> Res {
        Tuple::build(thread, items.len(), |i| Ok(items[i].clone()))
    }

    /// An instance of a subclass of tuple.
    pub fn instance_of(thread: &Thread, class: &Class, items: &[Value]) -> Res {
        let object = allocate(thread, Some(class), items.len())?;
        Tuple::fill(object, items.len(), &mut |i| Ok(items[i].clone()))
    }

    /// A tuple that takes over `len` words starting at `from`.
    ///
    /// # Safety
    /// The words are valid and their references are given up by the caller, unless this fails.
    pub unsafe fn from_words(thread: &Thread, from: *const u64, len: usize) -> Res {
        if len == 0 {
            return Ok(Tuple::empty());
        }
        let object = allocate(thread, None, len)?;
        // SAFETY: room for `len` words; the caller gives up their references.
        unsafe {
            let tuple = &raw mut (*(object.as_ptr() as *mut Object<Tuple>)).payload;
            std::ptr::copy_nonoverlapping(from, (&raw mut (*tuple).items) as *mut u64, len);
            (*tuple).len = len;
            Ok(Value::from_header(object))
        }
    }
}

fn allocate(thread: &Thread, class: Option<&Class>, len: usize) -> Res<NonNull<Header>> {
    let Some(size) = len
        .checked_mul(8)
        .and_then(|n| n.checked_add(size_for(0) + 8))
    else {
        return Err(thread.memory_error());
    };
    let object = match class {
        Some(class) if !class.is_exact(Builtin::Tuple) => {
            thread.allocate_with_attributes(class, class.root_shape(), size, false)?
        }
        _ => match thread.allocate(size - 8, Builtin::Tuple.shape(), false, 0) {
            Some(object) => object,
            None => return Err(thread.memory_error()),
        },
    };
    // SAFETY: fresh memory; with `len` 0 the payload is a complete tuple, and the word behind its (future) items is the empty attribute
    // storage of a subclass instance.
    unsafe {
        (&raw mut (*(object.as_ptr() as *mut Object<Tuple>)).payload)
            .write(Tuple { len: 0, items: [] });
        if class.is_some_and(|class| !class.is_exact(Builtin::Tuple)) {
            for i in 0..=len {
                ((object.as_ptr() as *mut u8).add(size_for(i)) as *mut u64).write(0);
            }
        }
    }
    Ok(object)
}

impl Drop for Tuple {
    fn drop(&mut self) {
        for i in (0..self.len).rev() {
            // SAFETY: `len` items are initialised and dropped once.
            unsafe { std::ptr::drop_in_place(((&raw mut self.items) as *mut Value).add(i)) };
        }
    }
}

impl Payload for Tuple {
    const LAYOUT: u8 = core::TUPLE;
    /// One of numbers and texts.
    fn may_die_late(&self) -> bool {
        let is_plain = |item: &Value| match item.header() {
            Some(_) => matches!(
                item.layout(),
                core::STR | core::INT | core::FLOAT | core::BYTES
            ),
            None => true,
        };
        self.as_slice().iter().all(is_plain)
    }
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.as_slice().iter().for_each(visit);
    }
}

impl Value {
    /// The items, if this is a tuple or an instance of a subclass.
    #[inline(always)]
    pub fn as_tuple(&self) -> Option<&[Value]> {
        self.payload::<Tuple>().map(Tuple::as_slice)
    }
}
