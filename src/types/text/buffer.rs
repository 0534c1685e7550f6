//! Buffers: the bytes of a bytes-like object, for as long as a guard is held.
//!
//! **Invariant**: while a [`Buffer`] of a mutable object is alive, nothing may run that could run script code or change the object; its lock is
//! held shared. Callers that must, take a copy first ([`Buffer::into_vec`]). Native modules add their own types with [`register`].
#![forbid(unsafe_code)]

use crate::base::sync::{RwLock, RwLockReadGuard};
use crate::object::layout::{Payload, id_of};
use crate::object::{Builtin, Bytes, Res, Thread, Value};
use crate::types::bytearray::ByteArray;
use std::ops::{Deref, Range};

/// The bytes of a bytes-like object.
pub enum Buffer<'a> {
    /// Of an object that never changes.
    Slice(&'a [u8]),
    /// Of a bytearray.
    Array(RwLockReadGuard<'a, Vec<u8>>),
    /// A part of a bytearray.
    Part(RwLockReadGuard<'a, Vec<u8>>, Range<usize>),
    /// A copy.
    Owned(Vec<u8>),
    /// A copy of items that do not lie one behind the other.
    Gathered(Vec<u8>),
}

impl Deref for Buffer<'_> {
    type Target = [u8];

    #[inline]
    fn deref(&self) -> &[u8] {
        match self {
            Buffer::Slice(bytes) => bytes,
            Buffer::Array(guard) => guard,
            Buffer::Part(guard, range) => guard.get(range.clone()).unwrap_or(&[]),
            Buffer::Owned(bytes) | Buffer::Gathered(bytes) => bytes,
        }
    }
}

impl<'a> Buffer<'a> {
    /// The bytes without a lock: borrowed if the object cannot change, else copied.
    pub fn unlocked(self) -> std::borrow::Cow<'a, [u8]> {
        match self {
            Buffer::Slice(bytes) => bytes.into(),
            Buffer::Owned(bytes) | Buffer::Gathered(bytes) => bytes.into(),
            locked => locked.to_vec().into(),
        }
    }

    /// A copy of the bytes.
    pub fn into_vec(self) -> Vec<u8> {
        self.unlocked().into_owned()
    }
}

/// Lets a function change the bytes of an object in place.
pub type Change = fn(&Value, &mut dyn FnMut(&mut [u8]));

/// How a type shows its memory.
pub struct Exporter {
    /// The bytes, None if they are out of reach (a released view).
    pub bytes: fn(&Value) -> Option<Buffer<'_>>,
    /// The type character of an item, as `struct` has it, and its size.
    pub item: fn(&Value) -> (char, usize),
    /// Lets a function change the bytes in place; None: they are read-only.
    pub change: Option<Change>,
    /// Whether the bytes of an object are read-only, where that is not the same for all.
    pub read_only: fn(&Value) -> bool,
    /// Notes that a view needs the memory to keep its size (true), or does no longer.
    pub pin: fn(&Value, bool),
}

static BYTES: Exporter = Exporter {
    bytes: |value| Some(Buffer::Slice(value.payload::<Bytes>()?.as_slice())),
    item: |_| ('B', 1),
    change: None,
    read_only: |_| true,
    pin: |_, _| {},
};

static ARRAY: Exporter = Exporter {
    bytes: |value| Some(Buffer::Array(value.payload::<ByteArray>()?.read())),
    item: |_| ('B', 1),
    change: Some(|value, f| {
        if let Some(array) = value.payload::<ByteArray>() {
            array.change(f);
        }
    }),
    read_only: |_| false,
    pin: |value, pinned| match value.payload::<ByteArray>() {
        Some(array) if pinned => array.export(),
        Some(array) => array.release(),
        None => {}
    },
};

static REGISTERED: RwLock<Vec<(u8, &'static Exporter)>> = RwLock::new(Vec::new());

/// Makes objects with payload `T` bytes-like.
pub fn register<T: Payload>(exporter: &'static Exporter) {
    let layout = id_of::<T>();
    let mut registered = REGISTERED.write();
    if !registered.iter().any(|(known, _)| *known == layout) {
        registered.push((layout, exporter));
    }
}

/// How a bytes-like object shows its memory, None for every other object.
pub fn exporter(value: &Value) -> Option<&'static Exporter> {
    if value.payload::<Bytes>().is_some() {
        return Some(&BYTES);
    }
    if value.payload::<ByteArray>().is_some() {
        return Some(&ARRAY);
    }
    registered(value)
}

#[cold]
fn registered(value: &Value) -> Option<&'static Exporter> {
    let layout = value.layout();
    REGISTERED
        .read()
        .iter()
        .find(|(known, _)| *known == layout)
        .map(|(_, exporter)| *exporter)
}

/// The buffer of a bytes-like object, None for every other object. Most operations want bytes that lie one behind the other and do not take
/// a view of others for bytes-like; those that copy in any case use [`gather`].
#[inline]
pub fn get(value: &Value) -> Option<Buffer<'_>> {
    gather(value).filter(|buffer| !matches!(buffer, Buffer::Gathered(_)))
}

/// The buffer of a bytes-like object, wherever its bytes lie; None for every other object.
#[inline]
pub fn gather(value: &Value) -> Option<Buffer<'_>> {
    if let Some(bytes) = value.payload::<Bytes>() {
        return Some(Buffer::Slice(bytes.as_slice()));
    }
    match value.payload::<ByteArray>() {
        Some(array) => Some(Buffer::Array(array.read())),
        None => (registered(value)?.bytes)(value),
    }
}

/// Whether the value is bytes-like.
pub fn is_bytes_like(value: &Value) -> bool {
    gather(value).is_some()
}

/// The buffer of a bytes-like object.
///
/// # Errors
/// TypeError for every other object; BufferError if the bytes do not lie one behind the other.
#[inline]
pub fn require<'a>(thread: &Thread, value: &'a Value) -> Res<Buffer<'a>> {
    match gather(value) {
        Some(Buffer::Gathered(_)) => Err(scattered(thread)),
        Some(buffer) => Ok(buffer),
        None => Err(not_bytes_like(thread, value)),
    }
}

/// The BufferError for a view whose bytes do not lie one behind the other.
#[cold]
fn scattered(thread: &Thread) -> crate::object::Raised {
    thread.error(
        Builtin::BufferError,
        "memoryview: underlying buffer is not C-contiguous",
    )
}

/// The TypeError for an object that is not bytes-like.
#[cold]
pub fn not_bytes_like(thread: &Thread, value: &Value) -> crate::object::Raised {
    thread.type_error(format!(
        "a bytes-like object is required, not '{}'",
        thread.class_of(value).name_text()
    ))
}
