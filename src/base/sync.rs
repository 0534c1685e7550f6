//! The synchronisation shim: the one place that names a lock, a condition variable or an atomic.
//!
//! Every other module imports `crate::base::sync::…` and nothing from `std::sync` or `parking_lot`, so that a
//! model checker (loom, shuttle) can be put in their place here, in one file, and the protocols above (the global
//! lock, object locks, biased counts) can be checked as they are.
//!
//! API:
//! * [`Mutex`], [`RwLock`], [`Condvar`]: parking_lot's; they do not poison, and `Condvar::wait` takes `&mut` guard.
//! * [`Once`], [`OnceLock`], [`LazyLock`]: one-time initialisation.
//! * [`RawMutex`] with the trait [`RawLock`]: a lock of one byte, for headers that cannot afford more.
//! * [`atomic`]: the atomic types with [`atomic::Ordering`] and [`atomic::fence`].
//! * [`Arc`], [`Weak`]: shared ownership between native threads.
//! * [`SPINS`], [`spin_hint`], [`yield_now`]: what a spinning thread calls between two looks.
//!
//! Invariant: nothing here knows of interpreters; what is built of these parts lives in `runtime/gil` and `object`.
#![forbid(unsafe_code)]

pub use parking_lot::lock_api::RawMutex as RawLock;
pub use parking_lot::{
    Condvar, MappedMutexGuard, MappedRwLockReadGuard, MappedRwLockWriteGuard, Mutex, MutexGuard,
    Once, OnceState, RawMutex, RwLock, RwLockReadGuard, RwLockWriteGuard, WaitTimeoutResult,
};
pub use std::sync::{Arc, LazyLock, OnceLock, Weak};

/// Atomic integers, pointers, fences and orderings.
pub mod atomic {
    pub use std::sync::atomic::{
        AtomicBool, AtomicI8, AtomicI16, AtomicI32, AtomicI64, AtomicIsize, AtomicPtr, AtomicU8,
        AtomicU16, AtomicU32, AtomicU64, AtomicUsize, Ordering, compiler_fence, fence,
    };
}

/// How often a thread looks again, with [`spin_hint`] between, before it sleeps: some 10 microseconds.
pub const SPINS: u32 = 200;

/// Tells the processor that this thread is spinning.
#[inline]
pub fn spin_hint() {
    std::hint::spin_loop();
}

/// Offers the processor to another native thread.
#[inline]
pub fn yield_now() {
    std::thread::yield_now();
}

#[cfg(test)]
mod tests {
    use super::atomic::{AtomicUsize, Ordering};
    use super::*;

    #[test]
    fn raw_mutex_is_one_byte() {
        assert_eq!(size_of::<RawMutex>(), 1);
    }

    #[test]
    fn condvar_hands_a_value_over() {
        let cell = Arc::new((Mutex::new(None), Condvar::new()));
        let other = Arc::clone(&cell);
        let seen = Arc::new(AtomicUsize::new(0));
        let seen_there = Arc::clone(&seen);
        let thread = std::thread::spawn(move || {
            let mut guard = other.0.lock();
            while guard.is_none() {
                other.1.wait(&mut guard);
            }
            seen_there.store(guard.unwrap_or(0), Ordering::Release);
        });
        *cell.0.lock() = Some(7);
        cell.1.notify_all();
        thread.join().expect("the waiting thread ends");
        assert_eq!(seen.load(Ordering::Acquire), 7);
    }
}
