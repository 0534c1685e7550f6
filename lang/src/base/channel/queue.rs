//! A queue whose members may leave from anywhere: first in, first out, with a number for each member.

use std::collections::VecDeque;

/// Asks whether so many bytes more may be allocated.
pub type MayAllocate<'m> = &'m dyn Fn(usize) -> bool;

/// Adds to the end of a queue.
///
/// # Errors
/// What was to be added, if there is no memory for it.
pub fn push_back<T>(queue: &mut VecDeque<T>, item: T, may: MayAllocate<'_>) -> Result<(), T> {
    if queue.len() == queue.capacity() {
        let more = queue.len().max(4);
        if !may(more.saturating_mul(size_of::<T>())) || queue.try_reserve(more).is_err() {
            return Err(item);
        }
    }
    queue.push_back(item);
    Ok(())
}

/// See the module. Who left is a gap until the queue is half gaps; numbers grow from front to back, so each is found by halving.
pub struct Queue<E> {
    places: VecDeque<(u64, Option<E>)>,
    next: u64,
    gaps: usize,
}

impl<E> Default for Queue<E> {
    fn default() -> Queue<E> {
        Queue {
            places: VecDeque::new(),
            next: 0,
            gaps: 0,
        }
    }
}

impl<E> Queue<E> {
    /// How many are in it.
    pub fn len(&self) -> usize {
        self.places.len() - self.gaps
    }

    /// Joins at the end; the number by which the member can leave.
    ///
    /// # Errors
    /// The member, if there is no memory for it.
    pub fn join(&mut self, member: E, may: MayAllocate<'_>) -> Result<u64, E> {
        let number = self.next;
        match push_back(&mut self.places, (number, Some(member)), may) {
            Ok(()) => {
                self.next += 1;
                Ok(number)
            }
            Err((_, Some(member))) => Err(member),
            Err((_, None)) => unreachable!("a member was to be added"),
        }
    }

    /// The first, without taking it out.
    pub fn first(&mut self) -> Option<&E> {
        while let Some((_, None)) = self.places.front() {
            self.places.pop_front();
            self.gaps -= 1;
        }
        self.places.front().and_then(|(_, member)| member.as_ref())
    }

    /// Takes the first out.
    pub fn pop(&mut self) -> Option<E> {
        self.first()?;
        self.places.pop_front().and_then(|(_, member)| member)
    }

    /// Takes the member with this number out, if it is still in the queue.
    pub fn leave(&mut self, number: u64) -> Option<E> {
        let at = self
            .places
            .binary_search_by_key(&number, |place| place.0)
            .ok()?;
        let member = self.places.get_mut(at)?.1.take()?;
        self.gaps += 1;
        if 2 * self.gaps > self.places.len() {
            self.places.retain(|place| place.1.is_some());
            self.gaps = 0;
        }
        Some(member)
    }

    /// Everybody, the first first.
    pub fn iter(&self) -> impl Iterator<Item = &E> {
        self.places.iter().filter_map(|place| place.1.as_ref())
    }
}

#[cfg(test)]
mod tests {
    use super::Queue;

    #[test]
    fn members_leave_from_anywhere_and_the_rest_keep_their_order() {
        let mut queue = Queue::default();
        let numbers: Vec<u64> = (0..100)
            .map(|i| queue.join(i, &|_| true).expect("there is memory"))
            .collect();
        for i in (0..100).filter(|i| i % 3 != 0) {
            assert_eq!(queue.leave(numbers[i]), Some(i));
            assert_eq!(queue.leave(numbers[i]), None);
        }
        assert_eq!(queue.len(), 34);
        let left: Vec<usize> = std::iter::from_fn(|| queue.pop()).collect();
        assert_eq!(left, (0..100).step_by(3).collect::<Vec<_>>());
        assert!(queue.first().is_none());
    }

    #[test]
    fn without_memory_nobody_joins() {
        let mut queue = Queue::default();
        assert_eq!(queue.join("a", &|_| false), Err("a"));
        assert_eq!(queue.len(), 0);
    }
}
