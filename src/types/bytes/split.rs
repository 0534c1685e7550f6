//! Cutting and joining: `split`, `splitlines`, `partition`, `join`, for bytes and bytearray.
#![forbid(unsafe_code)]

use super::value::{Kind, kind_of, snapshot};
use crate::base::text::{Units, search, split as cut};
use crate::object::{Builtin, Bytes, List, Res, Thread, Tuple, Value};
use crate::runtime::protocol::iterate::{self, release};
use crate::runtime::protocol::{collect, truth};
use crate::runtime::{raise, safepoint};
use crate::types::bytearray::ByteArray;
use crate::types::text::args::{buffer_for, limit};
use crate::types::text::buffer;
use std::borrow::Cow;

/// How many parts are made between two polls.
const STRIDE: usize = 4096;

/// A list of the parts, each of the kind of `self`.
fn list<'a>(
    thread: &Thread,
    kind: Kind,
    parts: impl Iterator<Item = &'a [u8]>,
    reversed: bool,
) -> Res {
    let mut out = Vec::new();
    for part in parts {
        if out.len() == out.capacity() {
            let more = out.len().max(8);
            thread.check_memory((out.len() + more) * 8)?;
            if out.try_reserve_exact(more).is_err() {
                return Err(thread.memory_error());
            }
        }
        out.push(kind.make(thread, part)?);
        if out.len().is_multiple_of(STRIDE) {
            safepoint::poll(thread)?;
        }
    }
    if reversed {
        out.reverse();
    }
    List::new_value(thread, out)
}

/// The separator argument; None for white space.
fn separator<'a>(thread: &Thread, value: &'a Value) -> Res<Option<Cow<'a, [u8]>>> {
    match value.bound().filter(|value| !value.is_none()) {
        None => Ok(None),
        Some(value) => {
            let separator = buffer::require(thread, value)?.unlocked();
            if separator.is_empty() {
                return Err(thread.value_error("empty separator"));
            }
            Ok(Some(separator))
        }
    }
}

/// `self.split(sep, maxsplit)`
pub fn split(thread: &Thread, args: &[Value]) -> Res {
    let limit = limit(thread, &args[2])?.unwrap_or(usize::MAX);
    let separator = separator(thread, &args[1])?;
    let (kind, bytes) = (kind_of(&args[0]), snapshot(&args[0]));
    match separator {
        Some(separator) => list(thread, kind, cut::split(&bytes, &separator, limit), false),
        None => {
            let parts = cut::split_space(&bytes, limit, Units::Bytes);
            list(thread, kind, parts, false)
        }
    }
}

/// `self.rsplit(sep, maxsplit)`
pub fn rsplit(thread: &Thread, args: &[Value]) -> Res {
    let limit = limit(thread, &args[2])?.unwrap_or(usize::MAX);
    let separator = separator(thread, &args[1])?;
    let (kind, bytes) = (kind_of(&args[0]), snapshot(&args[0]));
    match separator {
        Some(separator) => list(thread, kind, cut::rsplit(&bytes, &separator, limit), true),
        None => {
            let parts = cut::rsplit_space(&bytes, limit, Units::Bytes);
            list(thread, kind, parts, true)
        }
    }
}

/// `self.splitlines(keepends)`
pub fn split_lines(thread: &Thread, args: &[Value]) -> Res {
    let keep = match args[1].bound() {
        Some(keep) => truth(thread, keep)?,
        None => false,
    };
    let (kind, bytes) = (kind_of(&args[0]), snapshot(&args[0]));
    let lines = cut::split_lines(&bytes, keep, Units::Bytes);
    list(thread, kind, lines, false)
}

fn partition_at(thread: &Thread, args: &[Value], last: bool) -> Res {
    let separator = buffer::require(thread, &args[1])?.unlocked();
    if separator.is_empty() {
        return Err(thread.value_error("empty separator"));
    }
    let (kind, bytes) = (kind_of(&args[0]), snapshot(&args[0]));
    let found = if last {
        search::rpartition(&bytes, &separator)
    } else {
        search::partition(&bytes, &separator)
    };
    let parts = match found {
        Some((before, after)) => {
            let middle = if kind == Kind::Bytes {
                args[1].clone()
            } else {
                kind.make(thread, &separator)?
            };
            vec![
                kind.make(thread, before)?,
                middle,
                kind.make(thread, after)?,
            ]
        }
        None => {
            let whole = match kind {
                Kind::Bytes => args[0].clone(),
                Kind::ByteArray => kind.make(thread, &bytes)?,
            };
            let (a, b) = (kind.make(thread, b"")?, kind.make(thread, b"")?);
            if last {
                vec![a, b, whole]
            } else {
                vec![whole, a, b]
            }
        }
    };
    Tuple::from_vec(thread, parts)
}

/// `self.partition(sep)`
pub fn partition(thread: &Thread, args: &[Value]) -> Res {
    partition_at(thread, args, false)
}

/// `self.rpartition(sep)`
pub fn rpartition(thread: &Thread, args: &[Value]) -> Res {
    partition_at(thread, args, true)
}

/// `self.join(iterable)`
pub fn join(thread: &Thread, args: &[Value]) -> Res {
    let items = match args[1].as_list() {
        Some(list) if args[1].is_exact(Builtin::List) => iterate::snapshot(thread, list)?,
        _ => match raise::catch(thread, Builtin::TypeError, iterable(thread, &args[1]))? {
            Some(iterator) => collect(thread, &iterator)?,
            None => return Err(thread.type_error("can only join an iterable")),
        },
    };
    let kind = kind_of(&args[0]);
    if let [item] = items.as_slice()
        && kind == Kind::Bytes
        && item.is_exact(Builtin::Bytes)
    {
        return Ok(item.clone());
    }
    let separator = snapshot(&args[0]);
    let mut len = separator
        .len()
        .saturating_mul(items.len().saturating_sub(1));
    let mut parts = Vec::with_capacity(items.len());
    for (i, item) in items.iter().enumerate() {
        let Some(part) = buffer::get(item) else {
            return Err(thread.type_error(format!(
                "sequence item {i}: expected a bytes-like object, {} found",
                thread.class_of(item).name_text()
            )));
        };
        let part = part.unlocked();
        len = len.saturating_add(part.len());
        parts.push(part);
        if i % STRIDE == STRIDE - 1 {
            safepoint::poll(thread)?;
        }
    }
    let mut out = buffer_for(thread, len, 1, 0)?;
    for (i, part) in parts.iter().enumerate() {
        if i > 0 {
            out.extend_from_slice(&separator);
        }
        out.extend_from_slice(part);
        if i % STRIDE == STRIDE - 1 {
            safepoint::poll(thread)?;
        }
    }
    drop(parts);
    release(thread, items)?;
    match kind {
        Kind::Bytes => Bytes::new_value(thread, &out),
        Kind::ByteArray => ByteArray::new_value(thread, out),
    }
}

/// Tuples as they are, an iterator over everything else.
fn iterable(thread: &Thread, value: &Value) -> Res {
    if value.is_exact(Builtin::Tuple) {
        return Ok(value.clone());
    }
    crate::runtime::protocol::iter(thread, value)
}
