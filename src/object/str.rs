//! Strings: generalised UTF-8 (lone surrogates as three bytes each), with the number of code points, the hash once computed, and, for text
//! beyond ASCII, an index that is built at the first access by position.
//!
//! Chosen over PEP 393 widths because a host gets `&str` without a copy, text beyond Latin takes half the memory, and searching,
//! splitting and comparing work on bytes. **Invariant**: the bytes are generalised UTF-8; `chars` counts their code points; nothing
//! changes once the string is visible to a second reference.

use super::Builtin;
use super::class::Class;
use super::header::{Header, flag};
use super::heap::Heap;
use super::layout::{Object, Payload, core};
use super::thread::{Res, Thread};
use super::value::Value;
use crate::base::text::points;
use std::ptr::NonNull;
use std::sync::atomic::{AtomicPtr, AtomicU64, Ordering::*};

/// The payload of strings and of instances of their subclasses.
#[repr(C)]
pub struct Str {
    hash: AtomicU64,
    /// Bytes.
    len: usize,
    /// Code points; bit 63: there are lone surrogates.
    chars: usize,
    /// Byte offset of every 64th code point, once needed.
    index: AtomicPtr<Vec<u32>>,
    data: [u8; 0],
}

const SURROGATES: usize = 1 << 63;
const STRIDE: usize = 64;

/// Bytes of an object with `len` bytes of text.
pub(super) const fn size_for(len: usize) -> usize {
    size_of::<Header>() + 32 + len
}

/// Whether generalised UTF-8 holds a surrogate.
fn has_surrogates(bytes: &[u8]) -> bool {
    memchr::memchr_iter(0xED, bytes).any(|i| bytes.get(i + 1).is_some_and(|b| *b >= 0xA0))
}

fn count_chars(bytes: &[u8]) -> usize {
    if bytes.is_ascii() {
        return bytes.len();
    }
    let chars = points::count(bytes);
    if has_surrogates(bytes) {
        chars | SURROGATES
    } else {
        chars
    }
}

/// The hash kept in `cache`, computed at first use; never -1.
pub(super) fn cached_hash(cache: &AtomicU64, bytes: &[u8], thread: &Thread) -> i64 {
    let known = cache.load(Relaxed);
    if known != 0 {
        return known as i64;
    }
    let hash = hash_bytes(thread.interp.hash_key, bytes);
    cache.store(hash as u64, Relaxed);
    hash
}

/// The keyed hash of the bytes; neither 0 nor -1 (but 0 for no bytes at all, as CPython).
fn hash_bytes(key: crate::base::hash::Key, bytes: &[u8]) -> i64 {
    if bytes.is_empty() {
        return 0;
    }
    match crate::base::hash::hash_bytes(key, bytes) {
        0 => 1,
        -1 => -2,
        hash => hash,
    }
}

impl Str {
    /// The bytes in generalised UTF-8.
    #[inline(always)]
    pub fn as_bytes(&self) -> &[u8] {
        // SAFETY: `len` bytes follow, written before the string became visible.
        unsafe { std::slice::from_raw_parts((&raw const self.data) as *const u8, self.len) }
    }

    /// Whether there are lone surrogates.
    pub fn has_surrogates(&self) -> bool {
        self.surrogates() != 0
    }

    /// The text, unless it holds lone surrogates.
    #[inline]
    pub fn as_str(&self) -> Option<&str> {
        if self.chars & SURROGATES != 0 {
            return None;
        }
        // SAFETY: generalised UTF-8 without surrogates is UTF-8.
        Some(unsafe { std::str::from_utf8_unchecked(self.as_bytes()) })
    }

    /// The text with lone surrogates replaced, for messages.
    pub fn to_text(&self) -> std::borrow::Cow<'_, str> {
        match self.as_str() {
            Some(text) => text.into(),
            None => String::from_utf8_lossy(self.as_bytes()),
        }
    }

    /// The number of bytes.
    #[inline(always)]
    pub fn byte_len(&self) -> usize {
        self.len
    }

    /// The number of code points.
    #[inline(always)]
    pub fn len(&self) -> usize {
        self.chars & !SURROGATES
    }

    /// Whether there are no code points.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Whether every code point is below 128, so that positions are byte offsets.
    #[inline(always)]
    pub fn is_ascii(&self) -> bool {
        self.chars == self.len
    }

    /// The seeded hash, computed once.
    #[inline]
    pub fn hash(&self, thread: &Thread) -> i64 {
        cached_hash(&self.hash, self.as_bytes(), thread)
    }

    /// The hash if it has been computed (0: not yet, or the empty string).
    #[inline(always)]
    pub(super) fn known_hash(&self) -> u64 {
        self.hash.load(Relaxed)
    }

    /// The byte offset of code point `position` (at most `len()`), in amortised constant time.
    pub fn byte_offset(&self, position: usize) -> usize {
        if self.is_ascii() {
            return position.min(self.len);
        }
        if position >= self.len() {
            return self.len;
        }
        let bytes = self.as_bytes();
        let (mut offset, mut rest) = (0, position);
        if position >= STRIDE && self.len <= u32::MAX as usize {
            let index = self.index();
            let block = position / STRIDE;
            if let Some(&start) = index.get(block) {
                offset = start as usize;
                rest = position % STRIDE;
            }
        }
        while rest > 0 {
            offset += match bytes.get(offset) {
                Some(b) if *b < 0x80 => 1,
                Some(b) if *b < 0xE0 => 2,
                Some(b) if *b < 0xF0 => 3,
                Some(_) => 4,
                None => return self.len,
            };
            rest -= 1;
        }
        offset
    }

    fn index(&self) -> &[u32] {
        let known = self.index.load(Acquire);
        if !known.is_null() {
            // SAFETY: set once to a box that lives as long as the string.
            return unsafe { &*known };
        }
        let mut index = Vec::with_capacity(self.len() / STRIDE + 1);
        let mut offset = 0;
        while offset < self.len {
            index.push(offset as u32);
            offset = points::advance(self.as_bytes(), offset, STRIDE);
        }
        let made = Box::into_raw(Box::new(index));
        match self
            .index
            .compare_exchange(std::ptr::null_mut(), made, AcqRel, Acquire)
        {
            // SAFETY: published now; lives as long as the string.
            Ok(_) => unsafe { &*made },
            Err(other) => {
                // SAFETY: `made` was never published; `other` lives as long as the string.
                unsafe {
                    drop(Box::from_raw(made));
                    &*other
                }
            }
        }
    }

    /// The position of the code point that begins at byte `offset`.
    pub fn position_of(&self, offset: usize) -> usize {
        if self.is_ascii() {
            return offset;
        }
        let bytes = self.as_bytes();
        let offset = offset.min(self.len);
        if offset < 4 * STRIDE || self.len > u32::MAX as usize {
            return points::count(&bytes[..offset]);
        }
        let index = self.index();
        let block = index
            .partition_point(|start| *start as usize <= offset)
            .saturating_sub(1);
        let start = index.get(block).map_or(0, |start| *start as usize);
        block * STRIDE + points::count(&bytes[start..offset])
    }

    /// A string of this generalised UTF-8.
    #[inline]
    pub fn from_bytes(thread: &Thread, bytes: &[u8]) -> Res {
        match bytes {
            [byte @ 0..0x80] => Ok(super::names::ascii(*byte).clone()),
            [first @ 0xC2..=0xC3, second] => {
                Ok(super::names::latin1(first << 6 | second & 0x3F).clone())
            }
            _ => Str::with_count(thread, bytes, count_chars(bytes)),
        }
    }

    /// A string of these bytes, all below 128 as the caller knows.
    #[inline]
    pub fn from_ascii(thread: &Thread, bytes: &[u8]) -> Res {
        debug_assert!(bytes.is_ascii());
        match bytes {
            [byte] => Ok(super::names::ascii(*byte).clone()),
            _ => Str::with_count(thread, bytes, bytes.len()),
        }
    }

    #[inline]
    fn with_count(thread: &Thread, bytes: &[u8], chars: usize) -> Res {
        Str::allocate(thread, None, bytes.len(), bytes.len(), chars, |to| {
            to.copy_from_slice(bytes)
        })
    }

    /// The string of one code point.
    #[inline]
    pub fn from_point(thread: &Thread, c: u32) -> Res {
        if let Ok(byte) = u8::try_from(c) {
            return Ok(super::names::latin1(byte).clone());
        }
        let (bytes, len) = points::encode(c);
        let surrogate = if points::is_surrogate(c) {
            SURROGATES
        } else {
            0
        };
        Str::with_count(thread, &bytes[..len], 1 | surrogate)
    }

    /// The part of the text between two byte offsets, which are boundaries of code points.
    #[inline]
    pub fn part(&self, thread: &Thread, start: usize, end: usize) -> Res {
        let part = &self.as_bytes()[start..end.max(start)];
        if self.is_ascii() {
            return Str::from_ascii(thread, part);
        }
        Str::from_bytes(thread, part)
    }

    /// The code point at `position`, which is less than `len()`.
    #[inline]
    pub fn char_at(&self, thread: &Thread, position: usize) -> Res {
        if self.is_ascii() {
            return Ok(super::names::ascii(self.as_bytes()[position]).clone());
        }
        match points::decode_at(self.as_bytes(), self.byte_offset(position)) {
            Some((c, _)) => Str::from_point(thread, c),
            None => Ok(super::names::EMPTY.value().clone()),
        }
    }

    /// The text `n` times.
    pub fn repeat(&self, thread: &Thread, n: usize) -> Res {
        let (Some(len), Some(chars)) = (self.len.checked_mul(n), self.len().checked_mul(n)) else {
            return Err(thread.memory_error());
        };
        let chars = chars | self.chars & SURROGATES;
        Str::allocate(thread, None, len, len, chars, |to| {
            super::bytes::fill_repeated(to, self.as_bytes())
        })
    }

    /// A string with this text.
    pub fn new_value(thread: &Thread, text: &str) -> Res {
        Str::from_bytes(thread, text.as_bytes())
    }

    /// An instance of a subclass of str.
    pub fn instance_of(thread: &Thread, class: &Class, bytes: &[u8]) -> Res {
        Str::allocate(
            thread,
            Some(class),
            bytes.len(),
            bytes.len(),
            count_chars(bytes),
            |to| to.copy_from_slice(bytes),
        )
    }

    /// `a + b`.
    pub fn concat(thread: &Thread, a: &Str, b: &Str) -> Res {
        let len = a.len + b.len;
        let chars = (a.len() + b.len()) | ((a.chars | b.chars) & SURROGATES);
        Str::allocate(thread, None, len, len, chars, |to| {
            to[..a.len].copy_from_slice(a.as_bytes());
            to[a.len..].copy_from_slice(b.as_bytes());
        })
    }

    /// The string of all `parts`, one after the other.
    pub fn concat_all(thread: &Thread, parts: &[&Str]) -> Res {
        let (mut len, mut chars, mut surrogates) = (0usize, 0usize, 0);
        for part in parts {
            len = match len.checked_add(part.len) {
                Some(len) => len,
                None => return Err(thread.memory_error()),
            };
            chars += part.len();
            surrogates |= part.chars & SURROGATES;
        }
        Str::allocate(thread, None, len, len, chars | surrogates, |to| {
            let mut at = 0;
            for part in parts {
                to[at..at + part.len].copy_from_slice(part.as_bytes());
                at += part.len;
            }
        })
    }

    /// The strings `parts`, one after the other; values that are no strings count as empty.
    pub fn concat_values(thread: &Thread, parts: &[Value]) -> Res {
        if let [part] = parts
            && part.is_exact(Builtin::Str)
        {
            return Ok(part.clone());
        }
        let (mut len, mut chars, mut surrogates) = (0usize, 0usize, 0);
        for part in parts.iter().filter_map(Value::as_str_object) {
            len = match len.checked_add(part.len) {
                Some(len) => len,
                None => return Err(thread.memory_error()),
            };
            chars += part.len();
            surrogates |= part.chars & SURROGATES;
        }
        Str::allocate(thread, None, len, len, chars | surrogates, |to| {
            let mut at = 0;
            for part in parts.iter().filter_map(Value::as_str_object) {
                to[at..at + part.len].copy_from_slice(part.as_bytes());
                at += part.len;
            }
        })
    }

    /// The bit that says that there are lone surrogates, or 0.
    #[inline]
    pub(super) fn surrogates(&self) -> usize {
        self.chars & SURROGATES
    }

    pub(super) fn allocate(
        thread: &Thread,
        class: Option<&Class>,
        len: usize,
        capacity: usize,
        chars: usize,
        fill: impl FnOnce(&mut [u8]),
    ) -> Res {
        let class = class.filter(|class| !class.is_exact(Builtin::Str));
        if len == 0 && class.is_none() {
            return Ok(super::names::EMPTY.value().clone());
        }
        if capacity > isize::MAX as usize / 2 {
            return Err(thread.memory_error());
        }
        let object = match class {
            Some(class) => thread.allocate_with_attributes(
                class,
                class.root_shape(),
                size_for(capacity) + 16,
                false,
            )?,
            None => match thread.allocate(size_for(capacity), Builtin::Str.shape(), true, 0) {
                Some(object) => object,
                None => return Err(thread.memory_error()),
            },
        };
        // SAFETY: fresh memory with room for `capacity` bytes (and the empty attribute storage of subclass instances behind).
        unsafe {
            let payload = &raw mut (*(object.as_ptr() as *mut Object<Str>)).payload;
            payload.write(Str {
                hash: AtomicU64::new(0),
                len,
                chars,
                index: AtomicPtr::new(std::ptr::null_mut()),
                data: [],
            });
            let data = (&raw mut (*payload).data) as *mut u8;
            fill(std::slice::from_raw_parts_mut(data, len));
            if class.is_some() {
                let end = size_for(len).next_multiple_of(8);
                ((object.as_ptr() as *mut u8).add(end) as *mut u64).write(0);
            }
            Ok(Value::from_header(object))
        }
    }

    /// `left + right` where the caller gives `left` up: appends in place when nobody else refers to it.
    pub fn append(thread: &Thread, left: Value, right: &Str) -> Res {
        let Some(a) = left.payload::<Str>() else {
            return Ok(left);
        };
        let header = left.header();
        // `s + s` may come with one reference: what is appended must not move meanwhile.
        let unique = header.is_some_and(|h| h.is_unique() && !h.has(flag::INTERNED))
            && left.is_exact(Builtin::Str)
            && !std::ptr::eq(a, right);
        if right.len == 0 && left.is_exact(Builtin::Str) {
            return Ok(left);
        }
        if !unique {
            return Str::concat(thread, a, right);
        }
        let len = a.len + right.len;
        let chars = (a.len() + right.len()) | ((a.chars | right.chars) & SURROGATES);
        let is_large = header.is_some_and(|h| h.has(flag::LARGE));
        let fits = match super::varsize::small_capacity(size_for(a.len)) {
            Some(capacity) => !is_large && size_for(len) <= capacity,
            None => false,
        };
        if !fits && !is_large {
            // Moves to a larger cell, or out of the blocks with room to grow.
            let capacity = if size_for(len) > super::heap::MAX_SMALL {
                len + len / 4
            } else {
                len
            };
            return Str::allocate(thread, None, len, capacity, chars, |to| {
                to[..a.len].copy_from_slice(a.as_bytes());
                to[a.len..].copy_from_slice(right.as_bytes());
            });
        }
        let mut object = NonNull::new(left.into_word() as *mut Header);
        // SAFETY: `left` was the only reference, so nobody sees the text change or the object move; its index is dropped because it
        // would be incomplete.
        unsafe {
            if is_large {
                let capacity = object.map_or(0, |o| Heap::large_size(o));
                if size_for(len) > capacity {
                    let Some(old) = object else {
                        return Err(thread.memory_error());
                    };
                    object = match Heap::resize_large(old, size_for(len + len / 4)) {
                        Some(moved) => Some(moved),
                        None => {
                            drop(Value::from_header(old));
                            return Err(thread.memory_error());
                        }
                    };
                }
            }
            let Some(object) = object else {
                return Err(thread.memory_error());
            };
            let payload = &raw mut (*(object.as_ptr() as *mut Object<Str>)).payload;
            let old_len = (*payload).len;
            let data = (&raw mut (*payload).data) as *mut u8;
            std::ptr::copy_nonoverlapping(right.as_bytes().as_ptr(), data.add(old_len), right.len);
            (*payload).len = len;
            (*payload).chars = chars;
            (*payload).hash = AtomicU64::new(0);
            (*payload).drop_index();
            Ok(Value::from_header(object))
        }
    }

    fn drop_index(&mut self) {
        let index = std::mem::replace(self.index.get_mut(), std::ptr::null_mut());
        if !index.is_null() {
            // SAFETY: made by `index` from a box; nobody else reads it any more.
            drop(unsafe { Box::from_raw(index) });
        }
    }

    pub(super) fn immortal(bytes: &'static [u8]) -> Value {
        super::names::immortal_with_tail(
            Builtin::Str.shape(),
            Str {
                hash: AtomicU64::new(0),
                len: bytes.len(),
                chars: count_chars(bytes),
                index: AtomicPtr::new(std::ptr::null_mut()),
                data: [],
            },
            bytes,
        )
    }
}

impl Drop for Str {
    fn drop(&mut self) {
        self.drop_index();
    }
}

impl Payload for Str {
    const LAYOUT: u8 = core::STR;
    const LEAF: bool = true;
    fn may_die_late(&self) -> bool {
        true
    }
    fn trace(&self, _: &mut dyn FnMut(&Value)) {}
}

impl Value {
    /// The string, if this is one or an instance of a subclass.
    #[inline(always)]
    pub fn as_str_object(&self) -> Option<&Str> {
        self.payload::<Str>()
    }

    /// The text, if this is a string without lone surrogates.
    pub fn as_str(&self) -> Option<&str> {
        self.payload::<Str>().and_then(Str::as_str)
    }
}
