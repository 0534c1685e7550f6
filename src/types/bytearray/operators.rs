//! Making bytearrays, and the operators that leave them as they are.
#![forbid(unsafe_code)]

use super::ByteArray;
use crate::base::text::repr::push_bytes_body;
use crate::object::class::CallArgs;
use crate::object::native::NativeDef;
use crate::object::{Builtin, Raised, Res, Slice, Str, Thread, Value};
use crate::runtime::bind::bind;
use crate::runtime::protocol::convert::{index_i64, index_size};
use crate::runtime::protocol::sequence::position;
use crate::runtime::protocol::slice::SliceBounds;
use crate::types::bytes::value::{Kind, items, snapshot, stepped, this, zeros};
use crate::types::text::args::{buffer_for, optional_text};
use crate::types::text::codec;

/// The payload of a method's `self`, or of an operator's operand.
#[inline]
pub fn array(value: &Value) -> Option<&ByteArray> {
    value.payload::<ByteArray>()
}

/// `bytearray.__new__(class, …)`: empty, whatever the arguments.
pub fn construct(thread: &Thread, class: &Value, _: CallArgs<'_>) -> Res {
    match class.as_class() {
        Some(class) => ByteArray::instance_of(thread, class, Vec::new()),
        None => ByteArray::new_value(thread, Vec::new()),
    }
}

fn make(thread: &Thread, args: &[Value]) -> Res {
    ByteArray::new_value(thread, contents(thread, args)?)
}

static NEW: NativeDef = NativeDef::function(
    "bytearray",
    "(source=b'', encoding='utf-8', errors='strict')",
    make,
);

/// `self.__init__(source, encoding, errors)`
pub fn init(thread: &Thread, value: &Value, args: CallArgs<'_>) -> Res<()> {
    let args = bind(thread, "bytearray", &NEW, args)?;
    let Some(array) = array(value) else {
        return Ok(());
    };
    if !array.is_empty() {
        array.resize(thread, 0, Vec::clear)?;
    }
    let bytes = contents(thread, &args)?;
    if bytes.is_empty() {
        return Ok(());
    }
    array.resize(thread, bytes.len(), |data| {
        data.clear();
        data.extend_from_slice(&bytes);
    })
}

/// The bytes that `bytearray(source, encoding, errors)` consists of.
fn contents(thread: &Thread, args: &[Value]) -> Res<Vec<u8>> {
    let encoding = optional_text(thread, &args[1], "bytearray() argument 'encoding'")?;
    let errors = optional_text(thread, &args[2], "bytearray() argument 'errors'")?;
    let source = args[0].bound();
    if let Some(source) = source
        && source.as_str_object().is_some()
    {
        return match encoding {
            Some(encoding) => codec::encode(thread, source, encoding, errors.unwrap_or("strict")),
            None => Err(thread.type_error("string argument without an encoding")),
        };
    }
    if encoding.is_some() {
        return Err(thread.type_error("encoding without a string argument"));
    }
    if errors.is_some() {
        return Err(thread.type_error("errors without a string argument"));
    }
    let Some(source) = source else {
        return Ok(Vec::new());
    };
    match zeros(thread, source)? {
        Some(zeros) => Ok(zeros),
        None => items(thread, source, Kind::ByteArray),
    }
}

/// `repr(self)`: unlike in bytes, single quotes are always escaped.
pub fn repr(thread: &Thread, value: &Value) -> Res {
    let name = thread.class_of(value).name_text();
    let bytes = snapshot(value);
    let has = |byte| memchr::memchr(byte, &bytes).is_some();
    let quote = if has(b'\'') && !has(b'"') {
        b'"'
    } else {
        b'\''
    };
    let mut out = buffer_for(thread, bytes.len(), 1, name.len() + 5)?;
    out.extend_from_slice(name.as_bytes());
    out.extend_from_slice(&[b'(', b'b', quote]);
    push_bytes_body(&mut out, &bytes, b'\'');
    out.extend_from_slice(&[quote, b')']);
    Str::from_bytes(thread, &out)
}

/// `len(self)`
pub fn len(_: &Thread, value: &Value) -> Res<usize> {
    Ok(array(value).map_or(0, ByteArray::len))
}

/// IndexError for a position that does not exist.
#[cold]
pub fn out_of_range(thread: &Thread) -> Raised {
    thread.error(Builtin::IndexError, "bytearray index out of range")
}

/// TypeError for a key that is neither index nor slice.
#[cold]
pub fn wrong_key(thread: &Thread, key: &Value) -> Raised {
    thread.type_error(format!(
        "bytearray indices must be integers or slices, not {}",
        thread.class_of(key).name_text()
    ))
}

/// Whether the value can be an index.
#[inline]
pub fn is_index(thread: &Thread, key: &Value) -> bool {
    key.as_small_int().is_some() || key.as_int().is_some() || thread.class_of(key).index().is_some()
}

/// `self[key]`
pub fn get_item(thread: &Thread, value: &Value, key: &Value) -> Res {
    if let Some(slice) = key.payload::<Slice>() {
        let bounds = SliceBounds::read(thread, slice)?;
        let bytes = snapshot(value);
        let range = bounds.fit(bytes.len());
        if range.step == 1 {
            let part = &bytes[range.start..range.start + range.count];
            return Kind::ByteArray.make(thread, part);
        }
        return ByteArray::new_value(thread, stepped(thread, &bytes, range)?);
    }
    if !is_index(thread, key) {
        return Err(wrong_key(thread, key));
    }
    let i = index_i64(thread, key)?;
    let bytes = this(value);
    let byte = position(i, bytes.len()).map(|i| bytes[i]);
    drop(bytes);
    match byte {
        Some(byte) => Ok(Value::from_i32(byte.into())),
        None => Err(out_of_range(thread)),
    }
}

/// `bytes` so many times.
pub fn repeated(thread: &Thread, bytes: &[u8], count: usize) -> Res<Vec<u8>> {
    let mut out = buffer_for(thread, bytes.len(), count, 0)?;
    let total = bytes.len() * count;
    if let [byte] = bytes {
        out.resize(total, *byte);
        return Ok(out);
    }
    if total > 0 {
        out.extend_from_slice(bytes);
    }
    while out.len() < total {
        let step = out.len().min(total - out.len());
        out.extend_from_within(..step);
    }
    Ok(out)
}

/// `self * count`
pub fn repeat(thread: &Thread, value: &Value, count: &Value) -> Res {
    let count = index_size(thread, count)?.max(0) as usize;
    ByteArray::new_value(thread, repeated(thread, &snapshot(value), count)?)
}
