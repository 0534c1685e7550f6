//! What is known to both ends of a pickle by number.
//!
//! [`Written`] numbers the objects that have been written, by identity, and keeps them alive so that no address is used twice. [`Read`] holds the
//! objects that have been read; numbers in a stream may be anything, so only those near the ones before lie in a vector.

use crate::object::value::Word;
use crate::object::{Res, Thread, Value};
use rustc_hash::FxHashMap;

/// The memo of a pickler.
#[derive(Default)]
pub struct Written {
    numbers: FxHashMap<Word, u32>,
    objects: Vec<(u32, Value)>,
    /// The next number. States that have no object of their own have numbers too.
    next: u32,
}

impl Written {
    /// The number of an object that has been written.
    #[inline]
    pub fn get(&self, object: &Value) -> Option<u32> {
        self.numbers.get(&object.word()).copied()
    }

    /// The next number, which nothing has yet; None when there is none left.
    #[inline]
    pub fn skip(&mut self) -> Option<u32> {
        let number = self.next;
        self.next = self.next.checked_add(1)?;
        Some(number)
    }

    /// Gives an object the next number; None when there is none left.
    ///
    /// # Errors
    /// MemoryError
    #[inline]
    pub fn put(&mut self, thread: &Thread, object: &Value) -> Res<Option<u32>> {
        if self.objects.len() == self.objects.capacity() {
            self.grow(thread)?;
        }
        let Some(number) = self.skip() else {
            return Ok(None);
        };
        self.numbers.insert(object.word(), number);
        self.objects.push((number, object.clone()));
        Ok(Some(number))
    }

    #[cold]
    fn grow(&mut self, thread: &Thread) -> Res<()> {
        let more = self.objects.len().max(16);
        thread.check_memory(more.saturating_mul(64))?;
        let reserved =
            self.objects.try_reserve(more).is_ok() && self.numbers.try_reserve(more).is_ok();
        match reserved {
            true => Ok(()),
            false => Err(thread.memory_error()),
        }
    }

    /// Puts an object under a number that somebody else chose.
    ///
    /// # Errors
    /// MemoryError
    pub fn put_at(&mut self, thread: &Thread, number: u32, object: &Value) -> Res<()> {
        if self.objects.len() == self.objects.capacity() {
            self.grow(thread)?;
        }
        if self.numbers.insert(object.word(), number).is_none() {
            self.next = self.next.saturating_add(1);
        }
        self.objects.push((number, object.clone()));
        Ok(())
    }

    /// Numbers and objects.
    pub fn entries(&self) -> &[(u32, Value)] {
        &self.objects
    }

    /// A copy.
    ///
    /// # Errors
    /// MemoryError
    pub fn copy(&self, thread: &Thread) -> Res<Written> {
        let mut copy = Written::default();
        for (number, object) in &self.objects {
            copy.put_at(thread, *number, object)?;
        }
        copy.next = self.next;
        Ok(copy)
    }
}

/// Numbers beyond the known ones by at most this lie in the vector.
const NEAR: usize = 16;

/// The memo of an unpickler.
#[derive(Default)]
pub struct Read {
    near: Vec<Option<Value>>,
    far: FxHashMap<u64, Value>,
    count: usize,
}

impl Read {
    /// How many objects there are, which is the next number.
    pub fn count(&self) -> usize {
        self.count
    }

    /// The object of a number.
    #[inline]
    pub fn get(&self, number: u64) -> Option<&Value> {
        match self.near.get(number as usize) {
            Some(Some(value)) => Some(value),
            _ => self.far.get(&number),
        }
    }

    /// Gives an object a number.
    ///
    /// # Errors
    /// MemoryError
    #[inline]
    pub fn put(&mut self, thread: &Thread, number: u64, value: Value) -> Res<()> {
        let place = number as usize;
        if place == self.near.len() && place < self.near.capacity() && self.far.is_empty() {
            self.near.push(Some(value));
            self.count += 1;
            return Ok(());
        }
        self.put_elsewhere(thread, number, value)
    }

    #[inline(never)]
    fn put_elsewhere(&mut self, thread: &Thread, number: u64, value: Value) -> Res<()> {
        let is_new = self.get(number).is_none();
        let place = number as usize;
        // What was there is dropped when the memo is consistent again.
        let _old = if self.far.contains_key(&number) || place > self.near.len() + NEAR {
            if self.far.len() == self.far.capacity() {
                let more = self.far.len().max(16);
                thread.check_memory(more.saturating_mul(48))?;
                if self.far.try_reserve(more).is_err() {
                    return Err(thread.memory_error());
                }
            }
            self.far.insert(number, value)
        } else {
            if place >= self.near.capacity() {
                let more = self.near.len().max(place + 1 - self.near.len()).max(16);
                thread.check_memory(more.saturating_mul(16))?;
                if self.near.try_reserve(more).is_err() {
                    return Err(thread.memory_error());
                }
            }
            if place >= self.near.len() {
                self.near.resize_with(place + 1, || None);
            }
            self.near[place].replace(value)
        };
        self.count += usize::from(is_new);
        Ok(())
    }

    /// Numbers and objects.
    pub fn entries(&self) -> impl Iterator<Item = (u64, &Value)> {
        let near = self.near.iter().enumerate();
        let near = near.filter_map(|(number, value)| Some((number as u64, value.as_ref()?)));
        near.chain(self.far.iter().map(|(number, value)| (*number, value)))
    }
}
