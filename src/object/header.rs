//! The 16-byte object header and biased reference counts (Choi, Shull, Torrellas 2018; PEP 703).
//!
//! | field | bits | meaning |
//! |---|---|---|
//! | `local` | u32 | references counted by the owning thread without atomics; in a free cell the freelist link |
//! | `owner` | u16 | id of the owning thread, or `FREE`, `MERGED`, `SHARDED`, `IMMORTAL` |
//! | `flags` | u8 | see [`flag`] |
//! | `access` | u8 | who may use the object beside other threads (`access.rs`) |
//! | `shape` | u32 | layout in the top 8 bits, index into the interpreter's shape table below |
//! | `shared` | i32 | references counted by other threads, `count << 2 | state` |
//!
//! In a lock mode all threads of an interpreter carry one id, so that the same code counts without atomics. Otherwise a reference that the owner has
//! counted may be given back by another thread; `owners.rs` says how it comes home.
//! **Invariant**: the object lives while `local + (shared >> 2) > 0`. The state `MERGED` is set once, by the owner or while the owner is away, and
//! `local` is 0 from then on. A reference that is under way to the owner is counted, and while it is (`RETURNING`), no second one goes that way: what
//! other threads give back meanwhile makes the shared count negative, and the merged count tells.
//! Both counts saturate: an object that was referenced 2^32 (2^29) times at once becomes immortal.

use super::access::OWN;
use super::ordered::StoreOrdered;
use super::thread;
use crate::base::sync::atomic::{AtomicI32, AtomicU8, AtomicU16, AtomicU32, Ordering::*};

/// Values of `owner` that are no thread's id.
pub mod owner {
    /// A free cell; also the id of a thread that is attached to no interpreter.
    pub const FREE: u16 = 0;
    /// The last id that a thread can have.
    pub const LAST: u16 = 0xFFFC;
    /// All counts are in `shared`.
    pub const MERGED: u16 = 0xFFFD;
    /// Each thread counts in a table of its own (`sharded.rs`).
    pub const SHARDED: u16 = 0xFFFE;
    /// Never counted, never freed.
    pub const IMMORTAL: u16 = 0xFFFF;
    /// The id that all threads of an interpreter in a lock mode share, and the first one in `off`.
    pub const FIRST: u16 = 1;

    /// Whether this is the id of a thread.
    pub const fn is_thread(id: u16) -> bool {
        id >= FIRST && id <= LAST
    }
}

/// Every bit of `flags`.
pub mod flag {
    /// The generation (two bits: 0 young, 1 middle, 2 old, 3 see [`UNTRACKED`]).
    pub const GENERATION: u8 = 0b0000_0011;
    /// The generation of what is never collected: leaves, immortals, tuples of leaves. With `REACHED`: frozen.
    pub const UNTRACKED: u8 = 0b0000_0011;
    /// Reached in the present collection.
    pub const REACHED: u8 = 0b0000_0100;
    /// `__del__` has run (PEP 442: it runs once).
    pub const FINALIZED: u8 = 0b0000_1000;
    /// The class has a finaliser.
    pub const HAS_FINALIZER: u8 = 0b0001_0000;
    /// Weak references to the object exist.
    pub const HAS_WEAKREFS: u8 = 0b0010_0000;
    /// Allocated outside the blocks.
    pub const LARGE: u8 = 0b0100_0000;
    /// A string in the interning table; for containers see `CONDEMNED`.
    pub const INTERNED: u8 = 0b1000_0000;
    /// A container (not untracked) that is garbage and whose collection runs finalisers now. If it dies by its count meanwhile, its
    /// memory stays for the collector to free.
    pub const CONDEMNED: u8 = INTERNED;
}

pub(super) const SHARED_ONE: i32 = 1 << 2;
/// A reference is on its way to the owner.
pub(super) const RETURNING: i32 = 1;
/// All references are counted here.
pub(super) const MERGED: i32 = 2;
/// Two counts of at most so many can be added.
const MOST_MERGED: i32 = i32::MAX / SHARED_ONE / 2 - 1;

/// The first 16 bytes of every object.
#[repr(C, align(16))]
pub struct Header {
    pub(super) local: AtomicU32,
    pub(super) owner: AtomicU16,
    pub(super) flags: AtomicU8,
    pub(super) access: AtomicU8,
    shape: AtomicU32,
    pub(super) shared: AtomicI32,
}

impl Header {
    /// A header with one reference, owned by thread `owner`.
    pub(super) const fn new(shape: u32, owner: u16, flags: u8) -> Header {
        let flags = if owner == owner::IMMORTAL {
            flags | flag::UNTRACKED
        } else {
            flags
        };
        Header {
            local: AtomicU32::new(1),
            owner: AtomicU16::new(owner),
            flags: AtomicU8::new(flags),
            access: AtomicU8::new(OWN),
            shape: AtomicU32::new(shape),
            shared: AtomicI32::new(0),
        }
    }

    /// The header that a free cell holds: no thread's increment can succeed on it.
    pub(super) const fn free(link: u32) -> Header {
        Header {
            local: AtomicU32::new(link),
            owner: AtomicU16::new(owner::FREE),
            flags: AtomicU8::new(0),
            access: AtomicU8::new(OWN),
            shape: AtomicU32::new(0),
            shared: AtomicI32::new(0),
        }
    }

    /// Layout and shape index.
    #[inline(always)]
    pub fn shape(&self) -> u32 {
        self.shape.load(Relaxed)
    }

    /// Publishes a new shape: the slots it describes were stored before.
    #[inline(always)]
    pub(super) fn set_shape(&self, shape: u32) {
        self.shape.store(shape, Release);
    }

    /// Whether all bits of `mask` are set.
    #[inline(always)]
    pub fn has(&self, mask: u8) -> bool {
        self.flags.load(Relaxed) & mask != 0
    }

    /// Sets the bits of `mask`.
    pub fn set(&self, mask: u8) {
        self.flags.fetch_or(mask, Relaxed);
    }

    /// Clears the bits of `mask`.
    pub fn clear(&self, mask: u8) {
        self.flags.fetch_and(!mask, Relaxed);
    }

    /// Whether the object is never counted and never freed.
    #[inline(always)]
    pub fn is_immortal(&self) -> bool {
        self.owner.load(Relaxed) == owner::IMMORTAL
    }

    /// Makes the object immortal.
    pub fn make_immortal(&self) {
        self.set(flag::UNTRACKED);
        self.owner.store(owner::IMMORTAL, Relaxed);
    }

    /// Whether each thread counts its references to the object by itself.
    #[inline(always)]
    pub fn is_sharded(&self) -> bool {
        self.owner.load(Relaxed) == owner::SHARDED
    }

    /// Whether the thread with this owner id counts references to the object without other threads in its way.
    #[inline(always)]
    pub fn is_counted_apart(&self, id: u16) -> bool {
        let owner = self.owner.load(Relaxed);
        owner == id || owner >= owner::SHARDED
    }

    /// Takes a reference, which is the caller's, if the thread with this id, the current one, counts its references by itself; whether it does.
    #[inline(always)]
    pub fn increment_apart(&self, id: u16) -> bool {
        let owner = self.owner.load(Relaxed);
        if owner == id {
            self.increment_local();
            return true;
        }
        let is_apart = owner >= owner::SHARDED;
        if is_apart && owner != owner::IMMORTAL {
            self.increment_shared();
        }
        is_apart
    }

    #[inline(always)]
    fn increment_local(&self) {
        let count = self.local.load(Relaxed).wrapping_add(1);
        if count == 0 {
            self.make_immortal();
        } else {
            self.local.store_ordered(count, Relaxed);
        }
    }

    /// Takes a reference.
    #[inline(always)]
    pub(super) fn increment(&self) {
        if self.owner.load(Relaxed) == thread::current_id() {
            self.increment_local();
        } else if !self.is_immortal() {
            self.increment_shared();
        }
    }

    #[cold]
    #[inline(never)]
    fn increment_shared(&self) {
        if self.is_sharded() {
            return thread::count_sharded(self, 1);
        }
        thread::sample_contention(self);
        if self.shared.fetch_add(SHARED_ONE, Relaxed) > i32::MAX - 4 * SHARED_ONE {
            self.make_immortal();
        }
    }

    /// Takes `n` references at once (`[x] * n`).
    pub fn increment_by(&self, n: usize) {
        if self.owner.load(Relaxed) == thread::current_id() {
            match u32::try_from(n)
                .ok()
                .and_then(|n| self.local.load(Relaxed).checked_add(n))
            {
                Some(count) => self.local.store_ordered(count, Relaxed),
                None => self.make_immortal(),
            }
        } else if self.is_sharded() {
            thread::count_sharded(self, n as i64);
        } else if !self.is_immortal() {
            let add = i32::try_from(n)
                .ok()
                .and_then(|n| n.checked_mul(SHARED_ONE));
            match add.and_then(|add| self.shared.load(Relaxed).checked_add(add).map(|_| add)) {
                Some(add) => {
                    self.shared.fetch_add(add, Relaxed);
                }
                None => self.make_immortal(),
            }
        }
    }

    /// Gives a reference back; the last one frees the object.
    ///
    /// # Safety
    /// The caller owns a reference to the live object at `this` and does not use it again.
    #[inline(always)]
    pub(super) unsafe fn decrement(this: *mut Header) {
        // SAFETY: the caller's reference keeps the header alive until the count falls.
        let header = unsafe { &*this };
        if header.owner.load(Relaxed) == thread::current_id() {
            let count = header.local.load(Relaxed).wrapping_sub(1);
            header.local.store_ordered(count, Relaxed);
            if count == 0 {
                // SAFETY: the last local reference was the caller's.
                unsafe { Header::last_local(this) };
            }
        } else if !header.is_immortal() {
            // SAFETY: as the caller promises.
            unsafe { Header::decrement_shared(this) };
        }
    }

    /// The owner's count fell to zero: the object dies unless others hold it.
    #[inline(never)]
    unsafe fn last_local(this: *mut Header) {
        // SAFETY: the object is alive until this function frees it.
        let header = unsafe { &*this };
        if header.shared.load(Acquire) != 0 {
            header.owner.store(owner::MERGED, Release);
            if header.shared.fetch_or(MERGED, AcqRel) >> 2 != 0 {
                return;
            }
        }
        // SAFETY: no references are left in either count.
        unsafe { super::heap::deallocate(this) };
    }

    #[cold]
    #[inline(never)]
    unsafe fn decrement_shared(this: *mut Header) {
        // SAFETY: the caller's reference keeps the object alive.
        let header = unsafe { &*this };
        if header.is_sharded() {
            return thread::count_sharded(header, -1);
        }
        let mut shared = header.shared.load(Relaxed);
        loop {
            // Not the last one as far as this thread can see: it may have been counted by the owner.
            let goes_home = shared & (MERGED | RETURNING) == 0 && shared >> 2 <= 0;
            let next = if goes_home {
                shared | RETURNING
            } else {
                shared - SHARED_ONE
            };
            match header
                .shared
                .compare_exchange_weak(shared, next, AcqRel, Relaxed)
            {
                Err(now) => shared = now,
                Ok(_) if goes_home => return super::thread::give_reference_back(this),
                Ok(_) if next & MERGED != 0 && next >> 2 == 0 => break,
                Ok(_) => return,
            }
        }
        // SAFETY: merged, and this was the last reference.
        unsafe { super::heap::deallocate(this) };
    }

    /// The owner's id.
    pub(super) fn owner_id(&self) -> u16 {
        self.owner.load(Acquire)
    }

    /// Counts all references in `shared` from now on, if thread `id` is still the owner.
    ///
    /// # Safety
    /// Thread `id` is the calling one, or is away and cannot come back meanwhile.
    pub(super) unsafe fn merge(&self, id: u16) {
        if self.owner.load(Acquire) != id {
            return;
        }
        let local = self.local.load(Relaxed);
        if local > MOST_MERGED as u32 || self.shared.load(Relaxed) > MOST_MERGED * SHARED_ONE {
            self.make_immortal();
            return;
        }
        self.local.store_ordered(0, Relaxed);
        self.owner.store(owner::MERGED, Release);
        // The state is free, so that adding sets it.
        self.shared
            .fetch_add(local as i32 * SHARED_ONE + MERGED, AcqRel);
    }

    /// All references, as `sys.getrefcount` counts them.
    pub fn reference_count(&self) -> usize {
        if self.is_immortal() {
            return u32::MAX as usize;
        }
        if self.is_sharded() {
            return thread::sharded_count(self).max(0) as usize;
        }
        (self.local.load(Relaxed) as i64 + (self.shared.load(Relaxed) >> 2) as i64).max(0) as usize
    }

    /// Whether this is a cell without an object.
    pub(super) fn is_free(&self) -> bool {
        self.owner.load(Relaxed) == owner::FREE
    }

    /// The generation of a container, 3 for what is never collected.
    #[inline(always)]
    pub(super) fn generation(&self) -> u8 {
        self.flags.load(Relaxed) & flag::GENERATION
    }

    /// Sets the generation; the caller keeps the heap's lists in step.
    #[inline(always)]
    pub(super) fn set_generation(&self, generation: u8) {
        self.store_flags(self.flags.load(Relaxed) & !flag::GENERATION | generation);
    }

    /// All flags.
    #[inline(always)]
    pub(super) fn all_flags(&self) -> u8 {
        self.flags.load(Relaxed)
    }

    /// Replaces all flags, while no other thread runs.
    #[inline(always)]
    pub(super) fn store_flags(&self, flags: u8) {
        self.flags.store_ordered(flags, Relaxed);
    }

    /// Whether the object is garbage that a running collection has found.
    #[inline(always)]
    pub(super) fn is_condemned(&self) -> bool {
        let flags = self.flags.load(Relaxed);
        flags & flag::CONDEMNED != 0 && flags & flag::GENERATION != flag::UNTRACKED
    }

    /// Whether the collector looks at the object: it is a container and neither immortal nor found to be without references.
    pub fn is_tracked(&self) -> bool {
        self.generation() != flag::UNTRACKED || self.has(flag::REACHED)
    }

    /// The sum of both counts, modulo 2^32: right also between [`Header::take_out`] and [`Header::put_back`].
    #[inline(always)]
    pub(super) fn total(&self) -> u32 {
        let shared = self.shared.load(Relaxed) >> 2;
        self.local.load(Relaxed).wrapping_add(shared as u32)
    }

    /// Takes one reference out of the count for the time of a marking; the count may become wrong in each of its parts, the sum is exact.
    #[inline(always)]
    pub(super) fn take_out(&self) {
        let count = self.local.load(Relaxed);
        self.local.store_ordered(count.wrapping_sub(1), Relaxed);
    }

    /// Undoes one `take_out`.
    #[inline(always)]
    pub(super) fn put_back(&self) {
        let count = self.local.load(Relaxed);
        self.local.store_ordered(count.wrapping_add(1), Relaxed);
    }

    /// Whether the caller's reference is the only one, so that the object may be changed in place.
    #[inline(always)]
    pub fn is_unique(&self) -> bool {
        let shared = self.shared.load(Acquire);
        if shared == 0 {
            self.owner.load(Relaxed) == thread::current_id() && self.local.load(Relaxed) == 1
        } else {
            shared & !RETURNING == SHARED_ONE | MERGED
        }
    }

    /// Takes back the one reference of an object whose finaliser has run.
    pub(super) fn expire(&self) {
        self.shared.store_ordered(0, Relaxed);
        self.local.store_ordered(0, Relaxed);
    }

    /// Gives an object that is being finalised one reference again, so that its finaliser may use it.
    pub(super) fn revive(&self) {
        self.owner.store_ordered(thread::current_id(), Relaxed);
        self.shared.store_ordered(0, Relaxed);
        self.local.store_ordered(1, Relaxed);
    }
}
