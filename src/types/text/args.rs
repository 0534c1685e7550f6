//! Arguments that the methods of str, bytes and bytearray share: sub-ranges, counts, widths and flags.
//!
//! Conversions may run script code (`__index__`), so positions are fitted to a length only after all of them.
#![forbid(unsafe_code)]

use crate::object::{Res, Thread, Value};
use crate::runtime::protocol::convert::{index, index_ssize};
use crate::runtime::protocol::slice::slice_index;

/// The `start` and `end` arguments of `find` and its kin, as given.
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    start: i64,
    end: i64,
}

impl Bounds {
    /// Reads both; absent ones and None mean the whole.
    ///
    /// # Errors
    /// TypeError if one is no index, and what `__index__` raises.
    #[inline]
    pub fn read(thread: &Thread, start: &Value, end: &Value) -> Res<Bounds> {
        Ok(Bounds {
            start: slice_index(thread, start)?.unwrap_or(0),
            end: slice_index(thread, end)?.unwrap_or(i64::MAX),
        })
    }

    /// Whether both were left out or name the whole of any text.
    #[inline]
    pub fn is_whole(self) -> bool {
        self.start == 0 && self.end == i64::MAX
    }

    /// The positions in something of `len` items; None if the start lies behind the end.
    #[inline]
    pub fn fit(self, len: usize) -> Option<(usize, usize)> {
        let len = len as i64;
        let from_end = |bound: i64| {
            if bound < 0 {
                bound.saturating_add(len).max(0)
            } else {
                bound
            }
        };
        let (start, end) = (from_end(self.start), from_end(self.end).min(len));
        (start <= end).then_some((start as usize, end as usize))
    }
}

/// A `maxsplit` or `count` argument: None if it is absent or negative, which means no limit.
pub fn limit(thread: &Thread, value: &Value) -> Res<Option<usize>> {
    match value.bound() {
        None => Ok(None),
        Some(value) => Ok(usize::try_from(index_ssize(thread, value)?).ok()),
    }
}

/// A width: below zero counts as zero.
pub fn width(thread: &Thread, value: &Value) -> Res<usize> {
    Ok(index_ssize(thread, value)?.max(0) as usize)
}

/// An argument of the C type int.
pub fn c_int(thread: &Thread, value: &Value) -> Res<i32> {
    let int = index(thread, value)?;
    int.as_int()
        .and_then(|int| int.to_i64())
        .and_then(|int| i32::try_from(int).ok())
        .ok_or_else(|| thread.overflow_error("Python int too large to convert to C int"))
}

/// The text of an optional str argument; `what` is how messages call it.
pub fn optional_text<'a>(thread: &Thread, value: &'a Value, what: &str) -> Res<Option<&'a str>> {
    let Some(value) = value.bound() else {
        return Ok(None);
    };
    let Some(text) = value.as_str_object() else {
        return Err(thread.type_error(format!(
            "{what} must be str, not {}",
            type_name(thread, value)
        )));
    };
    match text.as_str() {
        Some(text) if text.contains('\0') => Err(thread.value_error("embedded null character")),
        Some(text) => Ok(Some(text)),
        None => Err(super::codec::surrogates_error(thread, value)),
    }
}

/// The name of a value's class as messages show an argument of the wrong type: `None` for None.
pub fn type_name(thread: &Thread, value: &Value) -> String {
    if value.is_none() {
        return "None".to_owned();
    }
    thread.class_of(value).name_text()
}

/// An empty buffer with room for `capacity` bytes.
///
/// # Errors
/// MemoryError
pub fn buffer(thread: &Thread, capacity: usize) -> Res<Vec<u8>> {
    thread.check_memory(capacity)?;
    let mut out = Vec::new();
    match out.try_reserve_exact(capacity) {
        Ok(()) => Ok(out),
        Err(_) => Err(thread.memory_error()),
    }
}

/// A copy of bytes.
///
/// # Errors
/// MemoryError
pub fn copied(thread: &Thread, bytes: &[u8]) -> Res<Vec<u8>> {
    let mut copy = buffer(thread, bytes.len())?;
    copy.extend_from_slice(bytes);
    Ok(copy)
}

/// As `buffer`, from a product and a sum that may not fit a word.
pub fn buffer_for(thread: &Thread, count: usize, unit: usize, more: usize) -> Res<Vec<u8>> {
    match count.checked_mul(unit).and_then(|n| n.checked_add(more)) {
        Some(capacity) if capacity <= isize::MAX as usize => buffer(thread, capacity),
        _ => Err(thread.memory_error()),
    }
}

/// A function of the `builtins` module, as `__reduce__` of iterators names it.
pub fn builtin(thread: &Thread, name: &str) -> Res {
    let namespace = crate::runtime::state::interpreter(thread).builtins.get();
    let name = thread.intern(name.as_bytes())?;
    Ok(namespace
        .as_dict()
        .and_then(|names| names.get_str(thread, &name))
        .unwrap_or(Value::NONE))
}
