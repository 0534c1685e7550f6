//! What is counted of the lock, per thread.
//!
//! Written by the thread itself, at the moments when it takes, loses or asks for the lock; read by anybody. Times are nanoseconds.

use std::sync::atomic::{AtomicU64, Ordering::*};

/// Why a thread gave the lock up.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum Reason {
    /// It was asked to, or its turn of instructions was over.
    Forced,
    /// It sleeps.
    Sleep,
    /// It waits for a lock, condition or another thread.
    Lock,
    /// It waits for input or output.
    Io,
    /// The host detached it.
    Host,
    /// It has ended, or the host's call into the interpreter has.
    Exit,
}

impl Reason {
    /// All reasons, in the order of their numbers.
    pub const ALL: [Reason; 6] = [
        Reason::Forced,
        Reason::Sleep,
        Reason::Lock,
        Reason::Io,
        Reason::Host,
        Reason::Exit,
    ];

    /// As statistics name it.
    pub const fn name(self) -> &'static str {
        match self {
            Reason::Forced => "forced",
            Reason::Sleep => "sleep",
            Reason::Lock => "lock",
            Reason::Io => "io",
            Reason::Host => "host",
            Reason::Exit => "exit",
        }
    }
}

/// Durations counted by their order of magnitude: bucket `i` has those below 2^(i+1) ns, and not below 2^i.
#[derive(Debug)]
pub struct Histogram([AtomicU64; BUCKETS]);

const BUCKETS: usize = 40;

impl Default for Histogram {
    fn default() -> Histogram {
        Histogram([const { AtomicU64::new(0) }; BUCKETS])
    }
}

impl Histogram {
    /// Counts a duration.
    pub fn add(&self, ns: u64) {
        let bucket = (63 - (ns | 1).leading_zeros() as usize).min(self.0.len() - 1);
        self.0[bucket].fetch_add(1, Relaxed);
    }

    /// The counts.
    pub fn counts(&self) -> [u64; BUCKETS] {
        std::array::from_fn(|i| self.0[i].load(Relaxed))
    }
}

/// The figures of one thread.
#[derive(Debug, Default)]
pub struct ThreadStats {
    /// Time during which it had the lock, up to the last time it gave it up.
    pub holding: AtomicU64,
    /// Time during which it wanted the lock and had it not.
    pub waiting: AtomicU64,
    /// How often it took the lock.
    pub acquisitions: AtomicU64,
    /// How often it had to wait for that.
    pub contended: AtomicU64,
    /// How often it gave the lock up, by reason.
    pub drops: [AtomicU64; Reason::ALL.len()],
    /// How often it asked the holder to drop the lock.
    pub requests: AtomicU64,
    /// Longest time without giving it up.
    pub longest_hold: AtomicU64,
    /// Longest time of waiting for it.
    pub longest_wait: AtomicU64,
    /// Times of holding.
    pub holds: Histogram,
    /// Times of waiting.
    pub waits: Histogram,
}

impl ThreadStats {
    /// The lock was taken, after `waited` ns if it was not free.
    pub(super) fn taken(&self, waited: Option<u64>) {
        self.acquisitions.fetch_add(1, Relaxed);
        if let Some(ns) = waited {
            self.contended.fetch_add(1, Relaxed);
            self.waiting.fetch_add(ns, Relaxed);
            self.longest_wait.fetch_max(ns, Relaxed);
            self.waits.add(ns);
        }
    }

    /// The lock was given up, after `held` ns.
    pub(super) fn dropped(&self, held: u64, reason: Reason) {
        self.holding.fetch_add(held, Relaxed);
        self.longest_hold.fetch_max(held, Relaxed);
        self.holds.add(held);
        self.drops[reason as usize].fetch_add(1, Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_fall_into_powers_of_two() {
        let histogram = Histogram::default();
        for ns in [0, 1, 2, 3, 1024, u64::MAX] {
            histogram.add(ns);
        }
        let counts = histogram.counts();
        assert_eq!(
            (counts[0], counts[1], counts[10], counts[BUCKETS - 1]),
            (2, 2, 1, 1)
        );
    }
}
