//! The synchronisation shim: the one place that names a lock, a condition variable or an atomic.
//!
//! Every other module imports `crate::base::sync::…` and nothing from `std::sync` or `parking_lot`, so that a
//! model checker (loom, shuttle) can be put in their place here, in one file, and the protocols above (the global
//! lock, object locks, biased counts) can be checked as they are.
//!
//! API:
//! * [`Mutex`], [`Condvar`]: the standard library's, with parking_lot's interface: they do not poison, and `Condvar::wait` takes `&mut` guard. They are
//!   words that the system knows by their addresses alone, so they work in the copy of a process that was forked while threads slept on them;
//!   parking_lot's table of sleepers then refers to threads that are not there.
//! * [`RwLock`] as parking_lot has it.
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
    MappedRwLockReadGuard, MappedRwLockWriteGuard, Once, OnceState, RawMutex, RwLock,
    RwLockReadGuard, RwLockWriteGuard,
};
pub use std::sync::{Arc, LazyLock, OnceLock, Weak};

use std::ops::{Deref, DerefMut};
use std::sync::PoisonError;
use std::time::Duration;

/// A lock around a value.
#[derive(Default, Debug)]
pub struct Mutex<T: ?Sized>(std::sync::Mutex<T>);

/// The right to use a locked value, until it is dropped. Empty only inside of a wait.
#[must_use]
pub struct MutexGuard<'m, T: ?Sized>(Option<std::sync::MutexGuard<'m, T>>);

impl<T> Mutex<T> {
    /// An unlocked value.
    pub const fn new(value: T) -> Mutex<T> {
        Mutex(std::sync::Mutex::new(value))
    }

    /// The value.
    pub fn into_inner(self) -> T {
        self.0.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<T: ?Sized> Mutex<T> {
    /// Waits until the lock is free, and takes it.
    #[inline]
    pub fn lock(&self) -> MutexGuard<'_, T> {
        MutexGuard(Some(self.0.lock().unwrap_or_else(PoisonError::into_inner)))
    }

    /// Takes the lock if it is free.
    pub fn try_lock(&self) -> Option<MutexGuard<'_, T>> {
        match self.0.try_lock() {
            Ok(guard) => Some(MutexGuard(Some(guard))),
            Err(std::sync::TryLockError::Poisoned(poisoned)) => {
                Some(MutexGuard(Some(poisoned.into_inner())))
            }
            Err(std::sync::TryLockError::WouldBlock) => None,
        }
    }

    /// The value of a lock that nobody else can have.
    pub fn get_mut(&mut self) -> &mut T {
        self.0.get_mut().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<T: ?Sized> Deref for MutexGuard<'_, T> {
    type Target = T;
    #[inline]
    fn deref(&self) -> &T {
        match &self.0 {
            Some(guard) => guard,
            None => unreachable!("a guard is empty inside of a wait only"),
        }
    }
}

impl<T: ?Sized> DerefMut for MutexGuard<'_, T> {
    #[inline]
    fn deref_mut(&mut self) -> &mut T {
        match &mut self.0 {
            Some(guard) => guard,
            None => unreachable!("a guard is empty inside of a wait only"),
        }
    }
}

/// Where threads sleep until another one wakes them; they may also wake without that.
#[derive(Default, Debug)]
pub struct Condvar(std::sync::Condvar);

/// How a wait with a time limit ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct WaitTimeoutResult(bool);

impl WaitTimeoutResult {
    /// Whether the time was up.
    pub fn timed_out(&self) -> bool {
        self.0
    }
}

impl Condvar {
    /// A place where nobody sleeps.
    pub const fn new() -> Condvar {
        Condvar(std::sync::Condvar::new())
    }

    /// Gives the lock up, sleeps, and takes it again.
    pub fn wait<T>(&self, guard: &mut MutexGuard<'_, T>) {
        guard.0 = guard
            .0
            .take()
            .map(|inner| self.0.wait(inner).unwrap_or_else(PoisonError::into_inner));
    }

    /// As [`Condvar::wait`], for at most so long.
    pub fn wait_for<T>(&self, guard: &mut MutexGuard<'_, T>, time: Duration) -> WaitTimeoutResult {
        let mut timed_out = false;
        guard.0 = guard.0.take().map(|inner| {
            let waited = self.0.wait_timeout(inner, time);
            let (inner, result) = waited.unwrap_or_else(PoisonError::into_inner);
            timed_out = result.timed_out();
            inner
        });
        WaitTimeoutResult(timed_out)
    }

    /// Wakes one sleeper.
    pub fn notify_one(&self) {
        self.0.notify_one();
    }

    /// Wakes all sleepers.
    pub fn notify_all(&self) {
        self.0.notify_all();
    }
}

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
