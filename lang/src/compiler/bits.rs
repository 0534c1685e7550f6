//! Small sets of small numbers.
#![forbid(unsafe_code)]

/// A set of numbers as bits. Equal sets have equal words: there are no zero words at the end.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BitSet {
    words: Vec<u64>,
}

impl BitSet {
    /// Adds a number; whether it was absent.
    pub fn insert(&mut self, number: usize) -> bool {
        let word = number / 64;
        if word >= self.words.len() {
            self.words.resize(word + 1, 0);
        }
        let bit = 1 << (number % 64);
        let absent = self.words[word] & bit == 0;
        self.words[word] |= bit;
        absent
    }

    /// Removes a number; whether it was there.
    pub fn remove(&mut self, number: usize) -> bool {
        let Some(word) = self.words.get_mut(number / 64) else {
            return false;
        };
        let bit = 1 << (number % 64);
        let present = *word & bit != 0;
        *word &= !bit;
        self.trim();
        present
    }

    /// Whether a number is there.
    pub fn contains(&self, number: usize) -> bool {
        let word = self.words.get(number / 64);
        word.is_some_and(|word| word >> (number % 64) & 1 != 0)
    }

    /// Keeps what is in both.
    pub fn intersect(&mut self, other: &BitSet) {
        for (index, word) in self.words.iter_mut().enumerate() {
            *word &= other.words.get(index).copied().unwrap_or(0);
        }
        self.trim();
    }

    /// Removes what is in the other.
    pub fn subtract(&mut self, other: &BitSet) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word &= !other;
        }
        self.trim();
    }

    /// Keeps the numbers below `limit`.
    pub fn truncate(&mut self, limit: usize) {
        self.words.truncate(limit.div_ceil(64));
        if !limit.is_multiple_of(64) && self.words.len() > limit / 64 {
            self.words[limit / 64] &= (1 << (limit % 64)) - 1;
        }
        self.trim();
    }

    /// How many numbers there are.
    pub fn count(&self) -> usize {
        self.words
            .iter()
            .map(|word| word.count_ones() as usize)
            .sum()
    }

    /// The highest number.
    pub fn highest(&self) -> Option<usize> {
        let last = self.words.last()?;
        Some(self.words.len() * 64 - 1 - last.leading_zeros() as usize)
    }

    /// The bits, lowest number first.
    pub fn words(&self) -> &[u64] {
        &self.words
    }

    fn trim(&mut self) {
        while self.words.last() == Some(&0) {
            self.words.pop();
        }
    }
}
