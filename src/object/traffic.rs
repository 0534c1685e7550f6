//! What a thread has had to do about objects that several threads use (`off`), counted.
//!
//! **Invariant**: the figures of a thread are written by the thread itself alone, with plain loads and stores, where it does something rare and
//! costly anyway; anybody may read them.
#![forbid(unsafe_code)]

use crate::base::sync::atomic::{AtomicU64, Ordering::*};

/// What is counted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum Transfer {
    /// It read a mutable object that was another thread's, which all read freely from then on.
    Published,
    /// It wrote to one that was another thread's, or published, which is its own from then on.
    TakenOver,
    /// It made an object one whose references each thread counts by itself.
    CountedApart,
    /// It gave such an object an exact count again.
    Gathered,
    /// It gave back a reference that the object's owner, another thread, has counted.
    GivenBack,
    /// It merged the counts of an object of its own, since another thread had given a reference back.
    Merged,
    /// It freed the memory of an object that another thread had made.
    Freed,
}

/// How many of them there are.
pub const TRANSFERS: usize = 7;

impl Transfer {
    /// All of them, in the order of their numbers.
    pub const ALL: [Transfer; TRANSFERS] = [
        Transfer::Published,
        Transfer::TakenOver,
        Transfer::CountedApart,
        Transfer::Gathered,
        Transfer::GivenBack,
        Transfer::Merged,
        Transfer::Freed,
    ];

    /// Those that are counted by class as well.
    pub const BY_CLASS: [Transfer; 3] = [
        Transfer::Published,
        Transfer::TakenOver,
        Transfer::CountedApart,
    ];

    /// As statistics name it.
    pub const fn name(self) -> &'static str {
        match self {
            Transfer::Published => "published",
            Transfer::TakenOver => "taken_over",
            Transfer::CountedApart => "counted_apart",
            Transfer::Gathered => "gathered",
            Transfer::GivenBack => "given_back",
            Transfer::Merged => "merged",
            Transfer::Freed => "freed",
        }
    }
}

/// The figures of one thread, apart from what others write to.
#[derive(Debug, Default)]
#[repr(align(128))]
pub struct Traffic([AtomicU64; TRANSFERS]);

impl Traffic {
    /// Counts `n` more. Called by the thread whose figures these are.
    pub fn add(&self, what: Transfer, n: usize) {
        let place = &self.0[what as usize];
        place.store(place.load(Relaxed).wrapping_add(n as u64), Relaxed);
    }

    /// What has been counted, by [`Transfer`].
    pub fn counts(&self) -> [u64; TRANSFERS] {
        std::array::from_fn(|i| self.0[i].load(Relaxed))
    }
}
