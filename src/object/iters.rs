//! Payloads of the iterators that loops step through most: over ranges, lists, tuples, strings, dictionaries, and by `__getitem__`.
//!
//! Here, below the types, because the `for` instruction steps them without a call through the class. **Invariant**: a container slot
//! is unbound once its iterator is exhausted, and stays so. Counters are atomics: two threads that step one iterator may see an item
//! twice or miss one, never anything else.

use super::Builtin;
use super::dict::Dict;
use super::layout::{Payload, core};
use super::names;
use super::ordered::StoreOrdered;
use super::range::Range;
use super::slot::Slot;
use super::str::Str;
use super::thread::{Res, Thread};
use super::tuple::Tuple;
use super::value::Value;
use crate::base::text::points::decode_at;
use std::sync::atomic::{AtomicI64, AtomicU64, AtomicUsize, Ordering::*};

/// Steps through a range whose numbers all fit an i64.
pub struct RangeIter {
    /// The number that comes next, if there is one.
    pub next: AtomicI64,
    /// The distance between numbers.
    pub step: i64,
    /// How many numbers are left.
    pub remaining: AtomicU64,
}

impl RangeIter {
    /// An iterator over the numbers of a range, if all of them fit an i64.
    pub fn over(range: &Range) -> Option<RangeIter> {
        let (start, step, count) = range.as_small()?;
        Some(RangeIter {
            next: AtomicI64::new(start),
            step,
            remaining: AtomicU64::new(count),
        })
    }

    /// The next number.
    #[inline(always)]
    pub fn step_i64(&self) -> Option<i64> {
        let remaining = self.remaining.load(Relaxed);
        if remaining == 0 {
            return None;
        }
        self.remaining.store_ordered(remaining - 1, Relaxed);
        let number = self.next.load(Relaxed);
        self.next
            .store_ordered(number.wrapping_add(self.step), Relaxed);
        Some(number)
    }

    /// The next number as a value.
    #[inline(always)]
    pub fn step(&self, thread: &Thread) -> Res<Option<Value>> {
        match self.step_i64() {
            Some(number) => thread.int(number).map(Some),
            None => Ok(None),
        }
    }
}

impl Payload for RangeIter {
    const LAYOUT: u8 = core::RANGE_ITER;
    const LEAF: bool = true;
    fn trace(&self, _: &mut dyn FnMut(&Value)) {}
}

/// Steps through a list by position, so that what is appended meanwhile is met too.
pub struct ListIter {
    /// The list; unbound once its end was reached.
    pub list: Slot,
    /// The position of the next item.
    pub index: AtomicUsize,
}

impl ListIter {
    /// A new iterator over a list or an instance of a subclass.
    #[inline]
    pub fn new_value(thread: &Thread, list: &Value) -> Res {
        thread.alloc(
            Builtin::ListIterator,
            ListIter {
                list: Slot::new(list.clone()),
                index: AtomicUsize::new(0),
            },
        )
    }

    /// The next item.
    #[inline(always)]
    pub fn step(&self) -> Option<Value> {
        let word = self.list.word();
        // SAFETY: the slot keeps its reference while the borrow lasts: reading an item runs no other code.
        let list = unsafe { Value::borrow_word(&raw const word) };
        let index = self.index.load(Relaxed);
        match list.as_list()?.get(index) {
            Some(item) => {
                self.index.store_ordered(index + 1, Relaxed);
                Some(item)
            }
            None => {
                drop(self.list.take());
                None
            }
        }
    }
}

impl Payload for ListIter {
    const LAYOUT: u8 = core::LIST_ITER;
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.list.trace(visit);
    }
}

/// Steps through the code points of a string.
pub struct StrIter {
    /// The string; unbound once its end was reached.
    pub text: Slot,
    /// The byte offset of the next code point.
    pub offset: AtomicUsize,
}

impl StrIter {
    /// A new iterator over a string or an instance of a subclass.
    pub fn new_value(thread: &Thread, text: &Value) -> Res {
        let is_ascii = text.as_str_object().is_some_and(Str::is_ascii);
        let class = if is_ascii {
            Builtin::StrAsciiIterator
        } else {
            Builtin::StrIterator
        };
        thread.alloc(
            class,
            StrIter {
                text: Slot::new(text.clone()),
                offset: AtomicUsize::new(0),
            },
        )
    }

    /// The next code point as a string.
    #[inline(always)]
    pub fn step(&self, thread: &Thread) -> Res<Option<Value>> {
        let text = self.text.get();
        let Some(string) = text.as_str_object() else {
            return Ok(None);
        };
        let at = self.offset.load(Relaxed);
        match string.as_bytes().get(at) {
            Some(byte) if *byte < 0x80 => {
                self.offset.store_ordered(at + 1, Relaxed);
                Ok(Some(names::ascii(*byte).clone()))
            }
            Some(_) => self.step_wide(thread, string, at),
            None => {
                drop(self.text.take());
                Ok(None)
            }
        }
    }

    #[inline(never)]
    fn step_wide(&self, thread: &Thread, string: &Str, at: usize) -> Res<Option<Value>> {
        let Some((c, next)) = decode_at(string.as_bytes(), at) else {
            return Ok(None);
        };
        self.offset.store_ordered(next, Relaxed);
        Str::from_point(thread, c).map(Some)
    }
}

impl Payload for StrIter {
    const LAYOUT: u8 = core::STR_ITER;
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.text.trace(visit);
    }
}

/// Steps through a tuple.
pub struct TupleIter {
    /// The tuple; unbound once its end was reached.
    pub tuple: Slot,
    /// The position of the next item.
    pub index: AtomicUsize,
}

impl TupleIter {
    /// A new iterator over a tuple or an instance of a subclass.
    #[inline]
    pub fn new_value(thread: &Thread, tuple: &Value) -> Res {
        thread.alloc(
            Builtin::TupleIterator,
            TupleIter {
                tuple: Slot::new(tuple.clone()),
                index: AtomicUsize::new(0),
            },
        )
    }

    /// The next item.
    #[inline(always)]
    pub fn step(&self) -> Option<Value> {
        let word = self.tuple.word();
        // SAFETY: the slot keeps its reference while the borrow lasts: reading an item runs no other code.
        let tuple = unsafe { Value::borrow_word(&raw const word) };
        let index = self.index.load(Relaxed);
        match tuple.as_tuple()?.get(index) {
            Some(item) => {
                self.index.store_ordered(index + 1, Relaxed);
                Some(item.clone())
            }
            None => {
                drop(self.tuple.take());
                None
            }
        }
    }
}

impl Payload for TupleIter {
    const LAYOUT: u8 = core::TUPLE_ITER;
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.tuple.trace(visit);
    }
}

/// What an iterator over a dictionary gives.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum DictIterKind {
    /// `iter(d)`, `iter(d.keys())`
    Keys,
    /// `iter(d.values())`
    Values,
    /// `iter(d.items())`
    Items,
}

impl DictIterKind {
    /// The class of forward iterators of this kind.
    pub fn class(self) -> Builtin {
        match self {
            DictIterKind::Keys => Builtin::DictKeyIterator,
            DictIterKind::Values => Builtin::DictValueIterator,
            DictIterKind::Items => Builtin::DictItemIterator,
        }
    }
}

/// A dictionary whose size must not have this value any more: the iterator has failed and fails again.
const CHANGED: usize = usize::MAX;

/// Steps through a dictionary in insertion order.
pub struct DictIter {
    /// The dictionary; unbound once its end was reached.
    pub dict: Slot,
    /// Keys, values, or pairs.
    pub kind: DictIterKind,
    /// Where to look for the next entry.
    pub position: AtomicUsize,
    /// The dictionary's size when the iteration began.
    pub expected_len: AtomicUsize,
    /// How many entries are left to come.
    pub remaining: AtomicUsize,
}

impl DictIter {
    /// The state of a new iterator.
    pub fn over(dict: &Value, kind: DictIterKind) -> DictIter {
        let len = dict.as_dict().map_or(0, Dict::len);
        DictIter {
            dict: Slot::new(dict.clone()),
            kind,
            position: AtomicUsize::new(0),
            expected_len: AtomicUsize::new(len),
            remaining: AtomicUsize::new(len),
        }
    }

    /// A new iterator over a dict or an instance of a subclass.
    #[inline]
    pub fn new_value(thread: &Thread, dict: &Value, kind: DictIterKind) -> Res {
        thread.alloc(kind.class(), DictIter::over(dict, kind))
    }

    /// A copy that stands at the same place.
    ///
    /// # Errors
    /// MemoryError
    pub fn copy_value(&self, thread: &Thread) -> Res {
        let copied = DictIter {
            dict: self.dict.load().map_or_else(Slot::empty, Slot::new),
            kind: self.kind,
            position: AtomicUsize::new(self.position.load(Relaxed)),
            expected_len: AtomicUsize::new(self.expected_len.load(Relaxed)),
            remaining: AtomicUsize::new(self.remaining.load(Relaxed)),
        };
        thread.alloc(self.kind.class(), copied)
    }

    /// The next key and value.
    ///
    /// # Errors
    /// RuntimeError if keys were added or removed since the iteration began.
    #[inline]
    pub fn step_pair(&self, thread: &Thread) -> Res<Option<(Value, Value)>> {
        self.step_by(thread, |dict, from| {
            let (position, key, value) = dict.entry_from(thread, from)?;
            Some((position, (key, value)))
        })
    }

    /// Goes to the next entry, of which `find` takes what is asked for.
    #[inline(always)]
    fn step_by<T>(
        &self,
        thread: &Thread,
        find: impl FnOnce(&Dict, usize) -> Option<(usize, T)>,
    ) -> Res<Option<T>> {
        let word = self.dict.word();
        // SAFETY: the slot keeps its reference while the borrow lasts: reading an entry runs no other code.
        let holder = unsafe { Value::borrow_word(&raw const word) };
        let Some(dict) = holder.as_dict() else {
            return Ok(None);
        };
        if dict.len() != self.expected_len.load(Relaxed) {
            return Err(self.size_changed(thread));
        }
        match find(dict, self.position.load(Relaxed)) {
            Some((position, found)) => {
                let remaining = self.remaining.load(Relaxed);
                if remaining == 0 {
                    return Err(thread.error(
                        Builtin::RuntimeError,
                        "dictionary keys changed during iteration",
                    ));
                }
                self.position.store_ordered(position + 1, Relaxed);
                self.remaining.store_ordered(remaining - 1, Relaxed);
                Ok(Some(found))
            }
            None => {
                drop(self.dict.take());
                Ok(None)
            }
        }
    }

    /// The next key, value or pair.
    ///
    /// # Errors
    /// As `step_pair`, and MemoryError.
    #[inline]
    pub fn step(&self, thread: &Thread) -> Res<Option<Value>> {
        match self.kind {
            DictIterKind::Keys => self.step_by(thread, |dict, from| {
                let (position, key, _) = dict.key_from(from)?;
                Some((position, key))
            }),
            DictIterKind::Values => {
                self.step_by(thread, |dict, from| dict.value_from(thread, from))
            }
            DictIterKind::Items => match self.step_pair(thread)? {
                Some((key, value)) => Tuple::pair(thread, key, value).map(Some),
                None => Ok(None),
            },
        }
    }

    /// RuntimeError now and at every further step.
    #[cold]
    #[inline(never)]
    pub fn size_changed(&self, thread: &Thread) -> super::thread::Raised {
        self.expected_len.store_ordered(CHANGED, Relaxed);
        thread.error(
            Builtin::RuntimeError,
            "dictionary changed size during iteration",
        )
    }
}

impl Payload for DictIter {
    const LAYOUT: u8 = core::DICT_ITER;
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.dict.trace(visit);
    }
}

/// Steps through any object by `object[0]`, `object[1]`, … until IndexError or StopIteration.
pub struct SequenceIter {
    /// The object; unbound once its end was reached.
    pub sequence: Slot,
    /// The next index.
    pub index: AtomicI64,
}

impl SequenceIter {
    /// A new iterator over anything that can be subscripted.
    pub fn new_value(thread: &Thread, sequence: &Value) -> Res {
        thread.alloc(
            Builtin::SequenceIterator,
            SequenceIter {
                sequence: Slot::new(sequence.clone()),
                index: AtomicI64::new(0),
            },
        )
    }
}

impl Payload for SequenceIter {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.sequence.trace(visit);
    }
}
