//! Making bytes objects, and their operators.
#![forbid(unsafe_code)]

use crate::base::text::repr::push_bytes_repr;
use crate::object::class::{CallArgs, Compare};
use crate::object::native::NativeDef;
use crate::object::{Builtin, Bytes, Res, Slice, Str, Thread, Value, names};
use crate::runtime::bind::bind;
use crate::runtime::protocol::convert::{index_i64, index_size};
use crate::runtime::protocol::sequence::position;
use crate::runtime::protocol::slice::{SliceBounds, SliceRange};
use crate::runtime::protocol::{for_each, index, iter, lookup_special};
use crate::runtime::{protocol, raise};
use crate::types::bytearray::ByteArray;
use crate::types::text::args::{buffer, buffer_for, optional_text};
use crate::types::text::buffer::{self, Buffer};
use crate::types::text::codec;
use std::borrow::Cow;

/// Which of the two classes a method's `self` belongs to, and so what it makes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// bytes
    Bytes,
    /// bytearray
    ByteArray,
}

/// The kind of a method's `self`.
#[inline]
pub fn kind_of(value: &Value) -> Kind {
    if value.as_bytes().is_some() {
        Kind::Bytes
    } else {
        Kind::ByteArray
    }
}

/// The bytes of a method's `self`.
#[inline]
pub fn this(value: &Value) -> Buffer<'_> {
    buffer::get(value).unwrap_or(Buffer::Slice(&[]))
}

/// The bytes of a method's `self`, without a lock: for methods that make objects while they read.
#[inline]
pub fn snapshot(value: &Value) -> Cow<'_, [u8]> {
    this(value).unlocked()
}

impl Kind {
    /// The class's name.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Bytes => "bytes",
            Kind::ByteArray => "bytearray",
        }
    }

    /// An object of this kind with a copy of `bytes`.
    pub fn make(self, thread: &Thread, bytes: &[u8]) -> Res {
        match self {
            Kind::Bytes => Bytes::new_value(thread, bytes),
            Kind::ByteArray => {
                let mut copy = buffer(thread, bytes.len())?;
                copy.extend_from_slice(bytes);
                ByteArray::new_value(thread, copy)
            }
        }
    }

    /// An object of this kind that takes over `bytes`.
    pub fn make_from(self, thread: &Thread, bytes: Vec<u8>) -> Res {
        match self {
            Kind::Bytes => Bytes::new_value(thread, &bytes),
            Kind::ByteArray => ByteArray::new_value(thread, bytes),
        }
    }

    /// `part` of `value`: the object itself if it is an exact bytes object and the part is the whole.
    pub fn part(self, thread: &Thread, value: &Value, part: &[u8], whole: usize) -> Res {
        if part.len() == whole && value.is_exact(Builtin::Bytes) {
            return Ok(value.clone());
        }
        self.make(thread, part)
    }
}

fn make(thread: &Thread, args: &[Value]) -> Res {
    Bytes::new_value(thread, &contents(thread, args)?)
}

static NEW: NativeDef = NativeDef::function(
    "bytes",
    "(source=b'', encoding='utf-8', errors='strict')",
    make,
);

/// `bytes(source, encoding, errors)`
pub fn construct(thread: &Thread, class: &Value, args: CallArgs<'_>) -> Res {
    let args = bind(thread, "bytes", &NEW, args)?;
    let exact = class.is(Builtin::Bytes.class());
    if exact && args[1].is_unbound() && args[2].is_unbound() && args[0].is_exact(Builtin::Bytes) {
        return Ok(args[0].clone());
    }
    let bytes = contents(thread, &args)?;
    match class.as_class() {
        Some(class) if !exact => Bytes::instance_of(thread, class, &bytes),
        _ => Bytes::new_value(thread, &bytes),
    }
}

/// The bytes that `bytes(source, encoding, errors)` consists of.
fn contents(thread: &Thread, args: &[Value]) -> Res<Vec<u8>> {
    let encoding = optional_text(thread, &args[1], "bytes() argument 'encoding'")?;
    let errors = optional_text(thread, &args[2], "bytes() argument 'errors'")?;
    let Some(source) = args[0].bound() else {
        return match (encoding, errors) {
            (Some(_), _) => Err(thread.type_error("encoding without a string argument")),
            (None, Some(_)) => Err(thread.type_error("errors without a string argument")),
            (None, None) => Ok(Vec::new()),
        };
    };
    let is_text = source.as_str_object().is_some();
    if let Some(encoding) = encoding {
        if !is_text {
            return Err(thread.type_error("encoding without a string argument"));
        }
        return codec::encode(thread, source, encoding, errors.unwrap_or("strict"));
    }
    if errors.is_some() && !is_text {
        return Err(thread.type_error("errors without a string argument"));
    }
    if errors.is_none()
        && let Some(method) = lookup_special(thread, source, names::BYTES.value())?
    {
        let answer = protocol::call_positional(thread, &method, &[])?;
        return match answer.as_bytes() {
            Some(bytes) => Ok(bytes.to_vec()),
            None => Err(thread.type_error(format!(
                "__bytes__ returned non-bytes (type {})",
                thread.class_of(&answer).name_text()
            ))),
        };
    }
    if is_text {
        return Err(thread.type_error("string argument without an encoding"));
    }
    match zeros(thread, source)? {
        Some(zeros) => Ok(zeros),
        None => items(thread, source, Kind::Bytes),
    }
}

/// Zero bytes, if `source` is an integer that says how many.
pub fn zeros(thread: &Thread, source: &Value) -> Res<Option<Vec<u8>>> {
    if source.as_int().is_none() && thread.class_of(source).index().is_none() {
        return Ok(None);
    }
    let Some(count) = raise::catch(thread, Builtin::TypeError, index_size(thread, source))? else {
        return Ok(None);
    };
    let Ok(count) = usize::try_from(count) else {
        return Err(thread.value_error("negative count"));
    };
    let mut zeros = buffer(thread, count)?;
    zeros.resize(count, 0);
    Ok(Some(zeros))
}

/// The bytes of a bytes-like object or of an iterable of integers.
pub fn items(thread: &Thread, source: &Value, kind: Kind) -> Res<Vec<u8>> {
    if let Some(bytes) = buffer::gather(source) {
        return Ok(bytes.into_vec());
    }
    if source.as_str_object().is_none()
        && let Some(iterator) = raise::catch(thread, Builtin::TypeError, iter(thread, source))?
    {
        return items_of_iterator(thread, &iterator, kind);
    }
    Err(thread.type_error(format!(
        "cannot convert '{}' object to {}",
        thread.class_of(source).name_text(),
        kind.name()
    )))
}

/// The bytes that an iterator of integers gives.
pub fn items_of_iterator(thread: &Thread, iterator: &Value, kind: Kind) -> Res<Vec<u8>> {
    let mut out = Vec::new();
    for_each(thread, iterator, &mut |item| {
        let byte = match kind {
            Kind::Bytes => byte_or(thread, &item, "bytes must be in range(0, 256)")?,
            Kind::ByteArray => byte(thread, &item)?,
        };
        if out.len() == out.capacity() {
            let more = out.len().max(16);
            thread.check_memory(out.len() + more)?;
            if out.try_reserve(more).is_err() {
                return Err(thread.memory_error());
            }
        }
        out.push(byte);
        Ok(true)
    })?;
    Ok(out)
}

/// An integer from 0 to 255.
#[inline]
pub fn byte(thread: &Thread, value: &Value) -> Res<u8> {
    byte_or(thread, value, "byte must be in range(0, 256)")
}

fn byte_or(thread: &Thread, value: &Value, message: &str) -> Res<u8> {
    let int = match value.as_small_int() {
        Some(int) => Some(int),
        None => index(thread, value)?.as_int().and_then(|int| int.to_i64()),
    };
    int.and_then(|int| u8::try_from(int).ok())
        .ok_or_else(|| thread.value_error(message))
}

/// `repr(self)` of bytes.
pub fn repr(thread: &Thread, value: &Value) -> Res {
    let bytes = value.as_bytes().unwrap_or(&[]);
    let mut out = buffer_for(thread, bytes.len(), 1, 3)?;
    push_bytes_repr(&mut out, bytes);
    Str::from_ascii(thread, &out)
}

/// `hash(self)`
pub fn hash(thread: &Thread, value: &Value) -> Res<i64> {
    Ok(value
        .payload::<Bytes>()
        .map_or(0, |bytes| bytes.hash(thread)))
}

/// `len(self)`
pub fn len(_: &Thread, value: &Value) -> Res<usize> {
    Ok(value.as_bytes().map_or(0, <[u8]>::len))
}

/// `self[key]`
pub fn get_item(thread: &Thread, value: &Value, key: &Value) -> Res {
    let bytes = value.as_bytes().unwrap_or(&[]);
    if let Some(slice) = key.payload::<Slice>() {
        let range = SliceBounds::read(thread, slice)?.fit(bytes.len());
        if range.step == 1 {
            let part = &bytes[range.start..range.start + range.count];
            return Kind::Bytes.part(thread, value, part, bytes.len());
        }
        return Bytes::new_value(thread, &stepped(thread, bytes, range)?);
    }
    if key.as_small_int().is_none()
        && key.as_int().is_none()
        && thread.class_of(key).index().is_none()
    {
        return Err(thread.type_error(format!(
            "byte indices must be integers or slices, not {}",
            thread.class_of(key).name_text()
        )));
    }
    match position(index_i64(thread, key)?, bytes.len()) {
        Some(i) => Ok(Value::from_i32(bytes[i].into())),
        None => Err(thread.error(Builtin::IndexError, "index out of range")),
    }
}

/// The bytes that a slice with a step selects.
pub fn stepped(thread: &Thread, bytes: &[u8], range: SliceRange) -> Res<Vec<u8>> {
    let mut out = buffer(thread, range.count)?;
    out.extend(range.positions().filter_map(|i| bytes.get(i)));
    Ok(out)
}

/// Comparisons of bytes with each other, and of bytearrays with everything bytes-like.
pub fn compare(_: &Thread, a: &Value, b: &Value, op: Compare) -> Res {
    if a.as_bytes().is_some() && b.as_bytes().is_none() {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let (Some(x), Some(y)) = (buffer::get(a), buffer::get(b)) else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    let holds = match op {
        Compare::Eq => *x == *y,
        Compare::Ne => *x != *y,
        _ => op.holds((*x).cmp(&*y)),
    };
    Ok(Value::from_bool(holds))
}

/// `self + other`
pub fn concat(thread: &Thread, a: &Value, b: &Value) -> Res {
    let kind = kind_of(a);
    let (Some(x), Some(y)) = (buffer::get(a), buffer::get(b)) else {
        return Err(thread.type_error(format!(
            "can't concat {} to {}",
            thread.class_of(b).name_text(),
            thread.class_of(a).name_text()
        )));
    };
    if kind == Kind::Bytes {
        if x.is_empty() && b.is_exact(Builtin::Bytes) {
            return Ok(b.clone());
        }
        if y.is_empty() && a.is_exact(Builtin::Bytes) {
            return Ok(a.clone());
        }
        let y = y.unlocked();
        return Bytes::concat_all(thread, &[&x, &y]);
    }
    let (x, y) = (x.unlocked(), y.unlocked());
    let mut out = buffer_for(thread, x.len(), 1, y.len())?;
    out.extend_from_slice(&x);
    out.extend_from_slice(&y);
    ByteArray::new_value(thread, out)
}

/// `self * count`
pub fn repeat(thread: &Thread, value: &Value, count: &Value) -> Res {
    let count = index_size(thread, count)?.max(0) as usize;
    let bytes = value.as_bytes().unwrap_or(&[]);
    if count == 1 && value.is_exact(Builtin::Bytes) {
        return Ok(value.clone());
    }
    if bytes
        .len()
        .checked_mul(count)
        .is_none_or(|n| n > i64::MAX as usize)
    {
        return Err(thread.overflow_error("repeated bytes are too long"));
    }
    Bytes::repeat(thread, bytes, count)
}
