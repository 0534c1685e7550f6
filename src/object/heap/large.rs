//! Objects above 512 bytes: each has memory of its own, with a prefix. All are registered: containers for the collector, leaves so that
//! a heap that goes finds them. The registry, and the places in it that the prefixes hold, are used as [`super::Shared`] says.

use super::nursery::Nursery;
use super::{Allocator, Heap, UNIT};
use crate::object::header::{Header, flag};
use crate::object::{breaker, thread};
use std::alloc::{GlobalAlloc, Layout};
use std::cell::{Cell, RefCell};
use std::ptr::{NonNull, null_mut};

/// Prefix of an object outside the blocks.
#[repr(C, align(16))]
struct Large {
    heap: *const Heap,
    size: usize,
    /// Place in the registry; `UNREGISTERED` while it has none.
    index: Cell<usize>,
    list: Cell<usize>,
}

const UNREGISTERED: usize = usize::MAX;

/// The large containers by generation (frozen and untracked ones are with the oldest), and the large leaves.
#[derive(Default)]
pub(super) struct Registry {
    lists: [RefCell<Vec<NonNull<Header>>>; 4],
}

pub(super) const LEAVES: usize = 3;

impl Registry {
    /// Shows the containers up to this generation to `visit`, which must not register or unregister any.
    pub fn each(&self, oldest: usize, mut visit: impl FnMut(*mut Header)) {
        for list in &self.lists[..=oldest] {
            for object in list.borrow().iter() {
                visit(object.as_ptr());
            }
        }
    }

    /// How many there are up to this generation.
    pub fn count(&self, oldest: usize) -> usize {
        self.lists[..=oldest]
            .iter()
            .map(|list| list.borrow().len())
            .sum()
    }

    /// Takes all objects out.
    pub fn take(&self) -> impl Iterator<Item = NonNull<Header>> {
        self.lists.iter().flat_map(RefCell::take)
    }

    /// False: no memory.
    fn add(&self, object: NonNull<Header>, list: usize) -> bool {
        let mut objects = self.lists[list].borrow_mut();
        if objects.try_reserve(1).is_err() {
            return false;
        }
        // SAFETY: large objects have a prefix.
        unsafe {
            let prefix = prefix(object.as_ptr());
            (*prefix).index.set(objects.len());
            (*prefix).list.set(list);
        }
        objects.push(object);
        true
    }

    /// The list that it was in.
    unsafe fn remove(&self, object: *mut Header) -> usize {
        // SAFETY: large objects have a prefix; the last object of the list takes the place of the one that leaves.
        unsafe {
            let prefix = prefix(object);
            let index = (*prefix).index.replace(UNREGISTERED);
            let list = (*prefix).list.get();
            let mut objects = self.lists[list].borrow_mut();
            objects.swap_remove(index);
            if let Some(moved) = objects.get(index) {
                (*self::prefix(moved.as_ptr())).index.set(index);
            }
            list
        }
    }

    /// Moves a registered object to the list of another generation; without memory it stays where it is.
    ///
    /// # Safety
    /// `object` is a live, large container.
    pub unsafe fn move_to(&self, object: *mut Header, list: usize) {
        // SAFETY: the caller's promise.
        unsafe {
            let Some(object) = NonNull::new(object) else {
                return;
            };
            if self.lists[list].borrow_mut().try_reserve(1).is_ok() {
                self.remove(object.as_ptr());
                self.add(object, list);
            }
        }
    }
}

unsafe fn prefix(object: *mut Header) -> *mut Large {
    // SAFETY: the caller's object is large, so a prefix lies before it.
    unsafe { (object as *mut Large).sub(1) }
}

#[cold]
#[inline(never)]
pub(super) fn allocate(
    heap: &Heap,
    nursery: &Nursery,
    size: usize,
    shape: u32,
    leaf: bool,
    flags: u8,
) -> Option<NonNull<Header>> {
    let total = size.checked_add(size_of::<Large>())?;
    if !heap.reserve(total) {
        return None;
    }
    let memory = Layout::from_size_align(total, UNIT)
        .ok()
        .map_or(null_mut(), |layout| {
            // SAFETY: the layout is not empty.
            unsafe { Allocator.alloc(layout) }
        }) as *mut Large;
    let Some(memory) = NonNull::new(memory) else {
        heap.release(total);
        return None;
    };
    // SAFETY: fresh memory that holds prefix, header and payload.
    unsafe {
        memory.write(Large {
            heap,
            size: total,
            index: Cell::new(UNREGISTERED),
            list: Cell::new(0),
        });
        let header = memory.add(1).cast::<Header>();
        header.write(Header::new(
            shape,
            thread::current_id(),
            flags | flag::LARGE,
        ));
        let shared = heap.shared();
        if !shared.large.add(header, if leaf { LEAVES } else { 0 }) {
            drop(shared);
            free(header.as_ptr());
            return None;
        }
        if !leaf {
            shared.growth.set(shared.growth.get() + 1);
            let due = shared.growth.get() > shared.threshold.get() && nursery.is_due(&shared);
            drop(shared);
            if due {
                thread::request(breaker::COLLECT);
            }
        }
        Some(header)
    }
}

/// Returns the memory of a large object.
///
/// # Safety
/// As `heap::free`.
pub(super) unsafe fn free(this: *mut Header) {
    // SAFETY: large objects have a prefix, which holds what they were allocated with.
    unsafe {
        let prefix = prefix(this);
        let heap = &*(*prefix).heap;
        let shared = heap.shared();
        if (*prefix).index.get() != UNREGISTERED {
            let list = shared.large.remove(this);
            if list != LEAVES {
                shared.growth.set((shared.growth.get() - 1).max(0));
            }
        }
        drop(shared);
        heap.release((*prefix).size);
        free_memory(this);
    }
}

/// Returns the memory of a large object that nothing knows of any more.
///
/// # Safety
/// As `heap::free`.
pub(super) unsafe fn free_memory(this: *mut Header) {
    // SAFETY: large objects have a prefix, which holds what they were allocated with.
    unsafe {
        let prefix = prefix(this);
        let layout = Layout::from_size_align_unchecked((*prefix).size, UNIT);
        Allocator.dealloc(prefix as *mut u8, layout);
    }
}

impl Heap {
    /// Bytes that the memory of a large object can hold (header included).
    ///
    /// # Safety
    /// `this` is a live `LARGE` object.
    pub(in crate::object) unsafe fn large_size(this: NonNull<Header>) -> usize {
        // SAFETY: large objects have a prefix.
        unsafe { (*prefix(this.as_ptr())).size - size_of::<Large>() }
    }

    /// Grows or shrinks a leaf outside the blocks to `size` bytes; its address may change. On failure the object is as it was.
    ///
    /// # Safety
    /// `this` is a live `LARGE` leaf with one reference, the caller's; its payload may be moved by copying its bytes.
    pub(in crate::object) unsafe fn resize_large(
        this: NonNull<Header>,
        size: usize,
    ) -> Option<NonNull<Header>> {
        let total = size.checked_add(size_of::<Large>())?;
        // SAFETY: large objects have a prefix; but for the registry, which is told, nobody else knows the address.
        unsafe {
            let prefix = prefix(this.as_ptr());
            debug_assert!((*prefix).list.get() == LEAVES);
            let old = (*prefix).size;
            let heap = &*(*prefix).heap;
            if !heap.reserve(total.saturating_sub(old)) {
                return None;
            }
            // Also while the object moves: another one that goes may change this one's place, which the prefix holds.
            let shared = heap.shared();
            let moved = Allocator.realloc(
                prefix as *mut u8,
                Layout::from_size_align_unchecked(old, UNIT),
                total,
            ) as *mut Large;
            if moved.is_null() {
                heap.release(total.saturating_sub(old));
                return None;
            }
            heap.release(old.saturating_sub(total));
            (*moved).size = total;
            let object = NonNull::new(moved.add(1) as *mut Header)?;
            shared.large.lists[LEAVES].borrow_mut()[(*moved).index.get()] = object;
            Some(object)
        }
    }
}
