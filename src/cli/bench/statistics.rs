//! What many values are like.

/// Values in order. Never empty.
pub struct Summary(Vec<f64>);

impl Summary {
    /// Of these values; none if there are none, or what is no number among them.
    pub fn of(mut values: Vec<f64>) -> Option<Summary> {
        if values.is_empty() || values.iter().any(|value| !value.is_finite()) {
            return None;
        }
        values.sort_unstable_by(f64::total_cmp);
        Some(Summary(values))
    }

    /// How many.
    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// The value that this share of them does not exceed, between its two neighbours in proportion.
    pub fn quantile(&self, share: f64) -> f64 {
        let place = share * (self.0.len() - 1) as f64;
        let (low, high) = (place.floor() as usize, place.ceil() as usize);
        self.0[low] + (self.0[high] - self.0[low]) * place.fract()
    }

    /// The smallest.
    pub fn min(&self) -> f64 {
        self.0[0]
    }

    /// The largest.
    pub fn max(&self) -> f64 {
        self.0[self.0.len() - 1]
    }

    /// The mean.
    pub fn mean(&self) -> f64 {
        self.0.iter().sum::<f64>() / self.0.len() as f64
    }

    /// The standard deviation of these values themselves, as ccbench has it.
    pub fn deviation(&self) -> f64 {
        let mean = self.mean();
        let squares = self.0.iter().map(|value| (value - mean).powi(2));
        (squares.sum::<f64>() / self.0.len() as f64).sqrt()
    }
}

/// The geometric mean of positive values.
pub fn geometric_mean(values: &[f64]) -> Option<f64> {
    if values.is_empty() || values.iter().any(|value| *value <= 0.0) {
        return None;
    }
    let logarithms = values.iter().map(|value| value.ln());
    Some((logarithms.sum::<f64>() / values.len() as f64).exp())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_summed_up() {
        let summary = Summary::of(vec![4.0, 1.0, 3.0, 2.0]).expect("values");
        assert_eq!(summary.count(), 4);
        assert_eq!((summary.min(), summary.max()), (1.0, 4.0));
        assert_eq!(summary.quantile(0.5), 2.5);
        assert_eq!(summary.quantile(1.0), 4.0);
        assert_eq!(summary.mean(), 2.5);
        assert!((summary.deviation() - 1.25f64.sqrt()).abs() < 1e-12);
        let one = Summary::of(vec![7.0]).expect("a value");
        assert_eq!((one.quantile(0.99), one.deviation()), (7.0, 0.0));
        assert!(Summary::of(vec![]).is_none());
        assert!(Summary::of(vec![1.0, f64::NAN]).is_none());
        let mean = geometric_mean(&[50.0, 200.0]).expect("positive");
        assert!((mean - 100.0).abs() < 1e-9);
        assert!(geometric_mean(&[0.0]).is_none());
    }
}
