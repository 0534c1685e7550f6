//! Durations counted in buckets of a quarter of an octave, so that percentiles are right to some 10 %.
#![forbid(unsafe_code)]

use crate::base::sync::atomic::{AtomicU32, Ordering::*};

const STEPS: usize = 4;
/// The last octave ends at 2^46 ns, which is 19 hours.
const BUCKETS: usize = 45 * STEPS;

fn bucket(ns: u64) -> usize {
    if ns < STEPS as u64 {
        return ns as usize;
    }
    let octave = ns.ilog2() as usize;
    let step = (ns >> (octave - 2)) as usize & (STEPS - 1);
    ((octave - 1) * STEPS + step).min(BUCKETS - 1)
}

/// The shortest duration of a bucket.
fn lowest(bucket: usize) -> u64 {
    if bucket < STEPS {
        return bucket as u64;
    }
    ((STEPS + bucket % STEPS) as u64) << (bucket / STEPS - 1)
}

/// Written by one thread, read by any.
#[derive(Debug)]
pub struct Histogram([AtomicU32; BUCKETS]);

impl Default for Histogram {
    fn default() -> Histogram {
        Histogram([const { AtomicU32::new(0) }; BUCKETS])
    }
}

impl Histogram {
    /// Counts a duration.
    pub fn add(&self, ns: u64) {
        let place = &self.0[bucket(ns)];
        place.store(place.load(Relaxed).saturating_add(1), Relaxed);
    }

    /// What has been counted.
    pub fn durations(&self) -> Durations {
        Durations(self.0.iter().map(|n| n.load(Relaxed).into()).collect())
    }
}

/// A histogram that nobody writes any more.
#[derive(Clone, Debug, Default)]
pub struct Durations(Vec<u64>);

impl Durations {
    /// How many there are.
    pub fn count(&self) -> u64 {
        self.0.iter().sum()
    }

    /// Adds those of another histogram.
    pub fn add(&mut self, other: &Durations) {
        self.0.resize(BUCKETS, 0);
        for (sum, n) in self.0.iter_mut().zip(&other.0) {
            *sum += n;
        }
    }

    /// Those that came after `earlier` was read.
    pub fn since(&self, earlier: &Durations) -> Durations {
        let old = earlier.0.iter().chain(std::iter::repeat(&0));
        Durations(
            self.0
                .iter()
                .zip(old)
                .map(|(n, old)| n.saturating_sub(*old))
                .collect(),
        )
    }

    /// The duration that a fraction of all do not exceed, 0.5 for the median: the middle of its bucket, and never more than `longest`.
    pub fn quantile(&self, fraction: f64, longest: u64) -> u64 {
        let wanted = (self.count() as f64 * fraction).ceil().max(1.0) as u64;
        let mut seen = 0;
        for (i, n) in self.0.iter().enumerate() {
            seen += n;
            if seen >= wanted {
                return lowest(i).midpoint(lowest(i + 1)).min(longest);
            }
        }
        0
    }

    /// The counts by power of two: how many lie from `2^i` to below `2^(i+1)` nanoseconds; the first entry has those below 2.
    pub fn octaves(&self) -> Vec<u64> {
        let mut octaves = Vec::new();
        for (i, n) in self.0.iter().enumerate() {
            let octave = lowest(i).max(1).ilog2() as usize;
            if octaves.len() <= octave {
                octaves.resize(octave + 1, 0);
            }
            octaves[octave] += n;
        }
        octaves
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn buckets_follow_each_other() {
        for i in 0..BUCKETS - 1 {
            assert_eq!(bucket(lowest(i)), i);
            assert_eq!(bucket(lowest(i + 1) - 1), i);
        }
        assert_eq!(bucket(u64::MAX), BUCKETS - 1);
    }

    #[test]
    fn quantiles_are_right_to_a_bucket() {
        let histogram = Histogram::default();
        for i in 1..=1000u64 {
            histogram.add(i * 1000);
        }
        let durations = histogram.durations();
        for (fraction, wanted) in [(0.5, 500e3), (0.95, 950e3), (0.99, 990e3)] {
            let found = durations.quantile(fraction, 1_000_000) as f64;
            assert!((found / wanted - 1.0).abs() < 0.13, "{found} for {wanted}");
        }
        assert_eq!(durations.count(), 1000);
        assert_eq!(durations.octaves().iter().sum::<u64>(), 1000);
        assert_eq!(durations.octaves()[10], 1);
        assert_eq!(durations.since(&durations).count(), 0);
        assert_eq!(Durations::default().quantile(0.5, 7), 0);
    }
}
