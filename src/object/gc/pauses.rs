//! How long collections took: counts in buckets of an eighth of an octave, so that percentiles are right to some 9 %.
#![forbid(unsafe_code)]

use std::time::Duration;

const STEPS: usize = 8;
const BUCKETS: usize = 40 * STEPS;

/// The pauses of one generation.
#[derive(Clone, Copy, Debug)]
pub struct Pauses {
    buckets: [u32; BUCKETS],
    count: u64,
    total: u64,
    longest: u64,
}

impl Default for Pauses {
    fn default() -> Pauses {
        Pauses {
            buckets: [0; BUCKETS],
            count: 0,
            total: 0,
            longest: 0,
        }
    }
}

fn bucket(nanoseconds: u64) -> usize {
    let octave = nanoseconds.max(8).ilog2();
    let step = (nanoseconds.max(8) >> (octave - 3)) as usize & (STEPS - 1);
    ((octave as usize - 3) * STEPS + step).min(BUCKETS - 1)
}

/// The middle of a bucket in nanoseconds.
fn middle(bucket: usize) -> u64 {
    let (octave, step) = (bucket / STEPS, bucket % STEPS);
    ((STEPS + step) as u64 * 2 + 1) << octave >> 1
}

impl Pauses {
    /// Adds one.
    pub fn record(&mut self, pause: Duration) {
        let nanoseconds = u64::try_from(pause.as_nanos()).unwrap_or(u64::MAX);
        let place = &mut self.buckets[bucket(nanoseconds)];
        *place = place.saturating_add(1);
        self.count += 1;
        self.total = self.total.saturating_add(nanoseconds);
        self.longest = self.longest.max(nanoseconds);
    }

    /// How many there were.
    pub fn count(&self) -> u64 {
        self.count
    }

    /// All together.
    pub fn total(&self) -> Duration {
        Duration::from_nanos(self.total)
    }

    /// The longest one.
    pub fn longest(&self) -> Duration {
        Duration::from_nanos(self.longest)
    }

    /// The pause that a fraction of all do not exceed: 0.5 for the median.
    pub fn quantile(&self, fraction: f64) -> Duration {
        let wanted = (self.count as f64 * fraction).ceil().max(1.0) as u64;
        let mut seen = 0;
        for (i, n) in self.buckets.iter().enumerate() {
            seen += *n as u64;
            if seen >= wanted {
                return Duration::from_nanos(middle(i).min(self.longest));
            }
        }
        self.longest()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_are_right_to_a_bucket() {
        let mut pauses = Pauses::default();
        for i in 1..=1000u64 {
            pauses.record(Duration::from_micros(i));
        }
        for (fraction, wanted) in [(0.5, 500.0), (0.95, 950.0), (0.99, 990.0)] {
            let found = pauses.quantile(fraction).as_secs_f64() * 1e6;
            assert!((found / wanted - 1.0).abs() < 0.09, "{found} for {wanted}");
        }
        assert_eq!(pauses.longest(), Duration::from_micros(1000));
        assert_eq!(pauses.count(), 1000);
        assert_eq!(Pauses::default().quantile(0.5), Duration::ZERO);
    }
}
