//! Which thread may use the contents of a mutable object beside other threads (`off`; see `runtime/gil/together.rs`).
//!
//! An object is its owner's, who reads and writes it freely, until another thread wants it, which then has to be alone once: to read, it *publishes* the
//! object, after which all read it freely and who wants to write has to be alone; to write, it *takes the object over*. These are the three states
//! of a line in a coherent cache (modified by one, shared by all, invalid for the others; Goodman 1983), with "alone" in the part of the bus.
//!
//! **Invariant**: the state changes only while the thread that changes it is alone; nobody is in the middle of using an object then.

use super::header::{Header, MERGED, RETURNING, SHARED_ONE, owner};
use super::ordered::StoreOrdered;
use crate::base::sync::atomic::Ordering::*;

/// The owner reads and writes.
pub(super) const OWN: u8 = 0;
/// Everybody reads.
const PUBLISHED: u8 = 1;

impl Header {
    /// Whether the thread with this owner id may read and write the object beside others.
    #[inline(always)]
    pub fn is_own(&self, id: u16) -> bool {
        self.owner.load(Relaxed) == id && self.access.load(Relaxed) == OWN
    }

    /// Whether every thread may read the object beside others.
    pub fn is_published(&self) -> bool {
        self.access.load(Relaxed) == PUBLISHED
    }

    /// Whether the object is that of another thread than the one with this id, published or not.
    pub fn is_of_other_thread(&self, id: u16) -> bool {
        let owner = self.owner.load(Relaxed);
        owner != id && owner::is_thread(owner)
    }

    /// Lets all threads read the object beside others, the owner included, which has to be alone to write from now on. The calling thread is alone.
    pub fn publish(&self) {
        self.access.store_ordered(PUBLISHED, Relaxed);
    }

    /// Makes the object that of the thread with this id. The calling thread is alone. Nothing happens to an object that is immortal, or to which a
    /// reference is on its way back to its owner: that thread would wait for it in vain.
    pub fn take_over(&self, id: u16) {
        let shared = self.shared.load(Relaxed);
        let present = self.owner.load(Relaxed);
        if self.is_immortal() {
            return;
        }
        if shared & MERGED != 0 {
            // The count becomes the new owner's; a merged one is not negative while the object lives.
            self.local
                .store_ordered((shared / SHARED_ONE) as u32, Relaxed);
            self.shared.store_ordered(0, Relaxed);
        } else if shared & RETURNING != 0 || !owner::is_thread(present) {
            return;
        }
        self.owner.store_ordered(id, Relaxed);
        self.access.store_ordered(OWN, Relaxed);
    }
}
