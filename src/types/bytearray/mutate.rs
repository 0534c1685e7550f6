//! What changes a bytearray: items, slices, `append`, `extend`, `insert`, `pop` and their kin.
//!
//! Script code that conversions run may change the bytearray; so values are converted first, and positions are fitted to the length
//! only when nothing more is called.
#![forbid(unsafe_code)]

use super::ByteArray;
use super::operators::{array, is_index, out_of_range, repeated, wrong_key};
use crate::object::{Builtin, Raised, Res, Slice, Thread, Value};
use crate::runtime::protocol::convert::{index_i64, index_size, index_ssize};
use crate::runtime::protocol::iter;
use crate::runtime::protocol::sequence::position;
use crate::runtime::protocol::slice::{SliceBounds, SliceRange};
use crate::runtime::raise;
use crate::types::bytes::value::{Kind, byte, items, items_of_iterator, snapshot};
use crate::types::text::buffer;
use std::borrow::Cow;

/// `self[key] = value`, or `del self[key]`.
pub fn set_item(thread: &Thread, target: &Value, key: &Value, value: Option<&Value>) -> Res<()> {
    let Some(array) = array(target) else {
        return Ok(());
    };
    if let Some(slice) = key.payload::<Slice>() {
        let bounds = SliceBounds::read(thread, slice)?;
        let bytes = match value {
            Some(value) => assigned(thread, value)?,
            None => Cow::Borrowed(&[] as &[u8]),
        };
        return assign_slice(thread, array, bounds, &bytes);
    }
    if !is_index(thread, key) {
        return Err(wrong_key(thread, key));
    }
    let i = index_i64(thread, key)?;
    let byte = match value {
        Some(value) => Some(byte(thread, value)?),
        None => None,
    };
    let Some(i) = position(i, array.len()) else {
        return Err(out_of_range(thread));
    };
    match byte {
        Some(byte) => {
            array.set(i, byte);
            Ok(())
        }
        None => array.resize(thread, 0, |data| {
            if i < data.len() {
                data.remove(i);
            }
        }),
    }
}

/// The bytes that are assigned to a slice.
fn assigned<'a>(thread: &Thread, value: &'a Value) -> Res<Cow<'a, [u8]>> {
    if let Some(bytes) = buffer::gather(value) {
        return Ok(bytes.unlocked());
    }
    let class = thread.class_of(value);
    let is_number = value.as_int().is_some()
        || class.index().is_some()
        || class.int().is_some()
        || class.float().is_some();
    if is_number || value.as_str_object().is_some() {
        return Err(thread
            .type_error("can assign only bytes, buffers, or iterables of ints in range(0, 256)"));
    }
    items(thread, value, Kind::ByteArray).map(Cow::Owned)
}

fn assign_slice(thread: &Thread, array: &ByteArray, bounds: SliceBounds, bytes: &[u8]) -> Res<()> {
    let range = bounds.fit(array.len());
    if range.step == 1 {
        let end = range.start + range.count;
        if range.count == bytes.len() {
            array.change(|data| {
                if let Some(part) = data.get_mut(range.start..end) {
                    part.copy_from_slice(bytes);
                }
            });
            return Ok(());
        }
        let growth = bytes.len().saturating_sub(range.count);
        return array.resize(thread, growth, |data| {
            if end <= data.len() {
                data.splice(range.start..end, bytes.iter().copied());
            }
        });
    }
    if bytes.is_empty() {
        if range.count == 0 {
            return Ok(());
        }
        return array.resize(thread, 0, |data| delete_stepped(data, range));
    }
    if bytes.len() != range.count {
        return Err(thread.value_error(format!(
            "attempt to assign bytes of size {} to extended slice of size {}",
            bytes.len(),
            range.count
        )));
    }
    array.change(|data| {
        for (i, byte) in range.positions().zip(bytes) {
            if let Some(place) = data.get_mut(i) {
                *place = *byte;
            }
        }
    });
    Ok(())
}

fn delete_stepped(data: &mut Vec<u8>, range: SliceRange) {
    let range = range.ascending();
    let mut doomed = range.positions().peekable();
    let mut at = 0;
    data.retain(|_| {
        let keep = doomed.next_if_eq(&at).is_none();
        at += 1;
        keep
    });
}

/// `self += other`
pub fn in_place_concat(thread: &Thread, target: &Value, other: &Value) -> Res {
    let Some(bytes) = buffer::get(other) else {
        return Err(thread.type_error(format!(
            "can't concat {} to {}",
            thread.class_of(other).name_text(),
            thread.class_of(target).name_text()
        )));
    };
    let bytes = bytes.unlocked();
    match array(target) {
        // The operand's memory is in use, as CPython sees it.
        Some(array) if other.is(target) && !bytes.is_empty() => {
            array.export();
            let result = append_all(thread, target, &bytes);
            array.release();
            result?;
        }
        _ => append_all(thread, target, &bytes)?,
    }
    Ok(target.clone())
}

fn append_all(thread: &Thread, target: &Value, bytes: &[u8]) -> Res<()> {
    match array(target) {
        Some(array) if !bytes.is_empty() => {
            array.resize(thread, bytes.len(), |data| data.extend_from_slice(bytes))
        }
        _ => Ok(()),
    }
}

/// `self *= count`
pub fn in_place_repeat(thread: &Thread, target: &Value, count: &Value) -> Res {
    let count = index_size(thread, count)?.max(0) as usize;
    if let Some(array) = array(target)
        && count != 1
        && !(count == 0 && array.is_empty())
    {
        let bytes = repeated(thread, &snapshot(target), count)?;
        let growth = bytes.len().saturating_sub(array.len());
        array.resize(thread, growth, |data| {
            data.clear();
            data.extend_from_slice(&bytes);
        })?;
    }
    Ok(target.clone())
}

/// `self.append(item)`
pub fn append(thread: &Thread, args: &[Value]) -> Res {
    let byte = byte(thread, &args[1])?;
    if let Some(array) = array(&args[0]) {
        array.resize(thread, 1, |data| data.push(byte))?;
    }
    Ok(Value::NONE)
}

/// `self.extend(iterable_of_ints)`
pub fn extend(thread: &Thread, args: &[Value]) -> Res {
    if let Some(bytes) = buffer::get(&args[1]) {
        append_all(thread, &args[0], &bytes.unlocked())?;
        return Ok(Value::NONE);
    }
    if buffer::is_bytes_like(&args[1]) {
        return Err(thread.type_error(format!(
            "can't set bytearray slice from {}",
            thread.class_of(&args[1]).name_text()
        )));
    }
    let Some(iterator) = raise::catch(thread, Builtin::TypeError, iter(thread, &args[1]))? else {
        return Err(thread.type_error(format!(
            "can't extend bytearray with {}",
            thread.class_of(&args[1]).name_text()
        )));
    };
    let bytes = match items_of_iterator(thread, &iterator, Kind::ByteArray) {
        Err(raised)
            if args[1].as_str_object().is_some()
                && raise::raised_is(thread, Builtin::TypeError) =>
        {
            drop(thread.take_raised(raised));
            return Err(thread.type_error(format!(
                "expected iterable of integers; got: '{}'",
                thread.class_of(&args[1]).name_text()
            )));
        }
        result => result?,
    };
    append_all(thread, &args[0], &bytes)?;
    Ok(Value::NONE)
}

/// `self.insert(index, item)`
pub fn insert(thread: &Thread, args: &[Value]) -> Res {
    let i = index_ssize(thread, &args[1])?;
    let byte = byte(thread, &args[2])?;
    if let Some(array) = array(&args[0]) {
        array.resize(thread, 1, |data| {
            let len = data.len() as i64;
            let i = if i < 0 { (i + len).max(0) } else { i.min(len) };
            data.insert(i as usize, byte);
        })?;
    }
    Ok(Value::NONE)
}

/// `self.pop(index)`
pub fn pop(thread: &Thread, args: &[Value]) -> Res {
    let i = match args[1].bound() {
        Some(i) => index_ssize(thread, i)?,
        None => -1,
    };
    let Some(array) = array(&args[0]) else {
        return Ok(Value::NONE);
    };
    let len = array.len();
    if len == 0 {
        return Err(thread.error(Builtin::IndexError, "pop from empty bytearray"));
    }
    let Some(i) = position(i, len) else {
        return Err(thread.error(Builtin::IndexError, "pop index out of range"));
    };
    let byte = array.resize(thread, 0, |data| (i < data.len()).then(|| data.remove(i)))?;
    Ok(Value::from_i32(byte.unwrap_or(0).into()))
}

#[cold]
fn not_found(thread: &Thread) -> Raised {
    thread.value_error("value not found in bytearray")
}

/// `self.remove(value)`
pub fn remove(thread: &Thread, args: &[Value]) -> Res {
    let byte = byte(thread, &args[1])?;
    let Some(array) = array(&args[0]) else {
        return Ok(Value::NONE);
    };
    let found = memchr::memchr(byte, &array.read());
    let Some(i) = found else {
        return Err(not_found(thread));
    };
    array.resize(thread, 0, |data| {
        if i < data.len() {
            data.remove(i);
        }
    })?;
    Ok(Value::NONE)
}

/// `self.reverse()`
pub fn reverse(_: &Thread, args: &[Value]) -> Res {
    if let Some(array) = array(&args[0]) {
        array.change(<[u8]>::reverse);
    }
    Ok(Value::NONE)
}

/// `self.clear()`
pub fn clear(thread: &Thread, args: &[Value]) -> Res {
    if let Some(array) = array(&args[0]).filter(|array| !array.is_empty()) {
        array.resize(thread, 0, Vec::clear)?;
    }
    Ok(Value::NONE)
}
