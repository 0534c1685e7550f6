//! Owner ids: which thread counts the references of an object without atomics, and how references that another thread gives back come home.
//!
//! The owner counts in `local`, everybody else in `shared` (`header.rs`). A thread that gives back a reference which the owner has counted cannot
//! know whether it was the last one, so the reference goes to the owner's *seat*. While the owner is *present* (it may be counting), the seat keeps the
//! reference until the owner's next safepoint, where the owner merges both counts and drops it. While the owner is away (blocked, waiting for its
//! turn, or at its end), nobody counts in `local`, and whoever gives the reference back merges the counts himself, under the seat's mutex, which the
//! owner has to take before it comes back. So an object dies at its last reference whenever its owner is not running at that moment.
//!
//! An id that a thread no longer needs goes to the next thread that starts, which then owns the objects of the one before: all that counting asks for
//! is that at most one thread at a time is present under an id. Nothing has to be found or merged when a thread ends.
//!
//! **Invariant**: the seats of threads that are away hold no references. In the lock modes all threads share one id and nothing here is used.

use super::breaker::MERGE;
use super::header::{Header, owner};
use super::value::Value;
use crate::base::sync::atomic::{AtomicU32, Ordering::*};
use crate::base::sync::{Mutex, OnceLock};
use std::ptr::NonNull;

const SEATS: usize = 256;
const ROWS: usize = (owner::LAST as usize + 1).div_ceil(SEATS);

/// See the module.
pub struct Owners {
    rows: [OnceLock<Box<[Mutex<Seat>]>>; ROWS],
    ids: Mutex<Ids>,
}

struct Ids {
    /// Those from here on have never been given out.
    fresh: u16,
    free: Vec<u16>,
}

#[derive(Default)]
struct Seat {
    /// The eval breaker of the owner, while it is present.
    present: Option<Breaker>,
    /// References that others gave back.
    returned: Vec<Returned>,
}

struct Breaker(*const AtomicU32);

// SAFETY: the breaker is atomic, and outlives its owner's presence.
unsafe impl Send for Breaker {}

/// One counted reference to an object.
struct Returned(NonNull<Header>);

// SAFETY: the reference is counted; only the count is touched, under the rules of `header.rs`.
unsafe impl Send for Returned {}

impl Default for Owners {
    fn default() -> Owners {
        Owners {
            rows: [const { OnceLock::new() }; ROWS],
            ids: Mutex::new(Ids {
                fresh: owner::FIRST,
                free: Vec::new(),
            }),
        }
    }
}

impl Owners {
    /// An id for a thread, with the objects of whoever had it before; None if all are in use.
    pub fn take_id(&self) -> Option<u16> {
        let mut ids = self.ids.lock();
        if let Some(id) = ids.free.pop() {
            return Some(id);
        }
        if ids.fresh > owner::LAST {
            return None;
        }
        ids.fresh += 1;
        Some(ids.fresh - 1)
    }

    /// The thread with this id, which is away, does not come back.
    pub fn give_back(&self, id: u16) {
        self.ids.lock().free.push(id);
    }

    fn seat(&self, id: u16) -> &Mutex<Seat> {
        let id = id as usize;
        let row =
            self.rows[id / SEATS].get_or_init(|| (0..SEATS).map(|_| Mutex::default()).collect());
        &row[id % SEATS]
    }

    /// The thread with this id counts references from now on. `breaker` is told when references have come back; it lives until `depart`.
    pub fn arrive(&self, id: u16, breaker: &AtomicU32) {
        self.seat(id).lock().present = Some(Breaker(breaker));
    }

    /// The thread with this id counts no references until it arrives again. Answers references that another thread is to drop.
    #[must_use]
    pub fn depart(&self, id: u16) -> Vec<Value> {
        let mut seat = self.seat(id).lock();
        seat.present = None;
        seat.take_returned(id)
    }

    /// Merges the counts of the objects to which references have come back, and answers these references. Called by the thread with this id.
    #[must_use]
    pub fn take_returned(&self, id: u16) -> Vec<Value> {
        self.seat(id).lock().take_returned(id)
    }

    /// Gives a reference back that the object's owner has counted, or may have.
    ///
    /// # Safety
    /// The caller owns the reference, has set the mark that it is being given back, and is not the object's owner.
    #[cold]
    pub(super) unsafe fn give_reference_back(&self, object: NonNull<Header>) {
        // SAFETY: the caller's reference keeps the object alive.
        let header = unsafe { object.as_ref() };
        let id = header.owner_id();
        if owner::is_thread(id) {
            let mut seat = self.seat(id).lock();
            if let Some(breaker) = &seat.present {
                // SAFETY: the owner is present until it has taken the mutex.
                unsafe { (*breaker.0).fetch_or(MERGE, Release) };
                seat.returned.push(Returned(object));
                return;
            }
            // SAFETY: the owner is away, and stays so while the mutex is held.
            unsafe { header.merge(id) };
        }
        drop(Returned(object).into_value());
    }
}

impl Seat {
    /// [`Owners::take_returned`], called by the owner, whose id this is.
    fn take_returned(&mut self, id: u16) -> Vec<Value> {
        let merge = |returned: Returned| {
            // SAFETY: the reference keeps the object alive; if it still has an owner, that is this thread, which counts nothing meanwhile.
            unsafe { returned.0.as_ref().merge(id) };
            returned.into_value()
        };
        self.returned.drain(..).map(merge).collect()
    }
}

impl Returned {
    fn into_value(self) -> Value {
        // SAFETY: the reference becomes the value's.
        unsafe { Value::from_header(self.0) }
    }
}
