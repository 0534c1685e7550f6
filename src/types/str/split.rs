//! Cutting and joining: `split`, `splitlines`, `partition`, `join`.
#![forbid(unsafe_code)]

use super::value::this;
use crate::base::text::{Units, search, split as cut};
use crate::object::{Builtin, List, Raised, Res, Str, Thread, Tuple, Value, names};
use crate::runtime::protocol::iterate::{release, snapshot};
use crate::runtime::protocol::{collect_of, iter, truth};
use crate::runtime::{raise, safepoint};
use crate::types::text::args::limit;

/// How many parts are made between two polls.
const STRIDE: usize = 4096;

/// A list of the parts of `text`.
#[inline]
fn list<'a>(
    thread: &Thread,
    text: &Str,
    parts: impl Iterator<Item = &'a [u8]>,
    reversed: bool,
) -> Res {
    let ascii = text.is_ascii();
    let mut out: Vec<Value> = Vec::new();
    for part in parts {
        if out.len() == out.capacity() {
            let more = out.len().max(8);
            thread.check_memory((out.len() + more) * 8)?;
            if out.try_reserve_exact(more).is_err() {
                return Err(thread.memory_error());
            }
        }
        out.push(if ascii {
            Str::from_ascii(thread, part)?
        } else {
            Str::from_bytes(thread, part)?
        });
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
fn separator<'a>(thread: &Thread, value: &'a Value) -> Res<Option<&'a [u8]>> {
    let Some(value) = value.bound().filter(|value| !value.is_none()) else {
        return Ok(None);
    };
    match value.as_str_object() {
        Some(separator) if separator.is_empty() => Err(empty_separator(thread)),
        Some(separator) => Ok(Some(separator.as_bytes())),
        None => Err(thread.type_error(format!(
            "must be str or None, not {}",
            thread.class_of(value).name_text()
        ))),
    }
}

#[cold]
fn empty_separator(thread: &Thread) -> Raised {
    thread.value_error("empty separator")
}

/// `self.split(sep, maxsplit)`
pub fn split(thread: &Thread, args: &[Value]) -> Res {
    let limit = limit(thread, &args[2])?.unwrap_or(usize::MAX);
    let text = this(&args[0]);
    match separator(thread, &args[1])? {
        Some(separator) => {
            let parts = cut::split(text.as_bytes(), separator, limit);
            list(thread, text, parts, false)
        }
        None => {
            let parts = cut::split_space(text.as_bytes(), limit, Units::Chars);
            list(thread, text, parts, false)
        }
    }
}

/// `self.rsplit(sep, maxsplit)`
pub fn rsplit(thread: &Thread, args: &[Value]) -> Res {
    let limit = limit(thread, &args[2])?.unwrap_or(usize::MAX);
    let text = this(&args[0]);
    match separator(thread, &args[1])? {
        Some(separator) => {
            let parts = cut::rsplit(text.as_bytes(), separator, limit);
            list(thread, text, parts, true)
        }
        None => {
            let parts = cut::rsplit_space(text.as_bytes(), limit, Units::Chars);
            list(thread, text, parts, true)
        }
    }
}

/// `self.splitlines(keepends)`
pub fn split_lines(thread: &Thread, args: &[Value]) -> Res {
    let keep = match args[1].bound() {
        Some(keep) => truth(thread, keep)?,
        None => false,
    };
    let text = this(&args[0]);
    let lines = cut::split_lines(text.as_bytes(), keep, Units::Chars);
    list(thread, text, lines, false)
}

fn partition_at(thread: &Thread, args: &[Value], last: bool) -> Res {
    let text = this(&args[0]);
    let Some(separator) = args[1].as_str_object() else {
        return Err(thread.type_error(format!(
            "must be str, not {}",
            thread.class_of(&args[1]).name_text()
        )));
    };
    if separator.is_empty() {
        return Err(empty_separator(thread));
    }
    let found = if last {
        search::rpartition(text.as_bytes(), separator.as_bytes())
    } else {
        search::partition(text.as_bytes(), separator.as_bytes())
    };
    let parts = match found {
        Some((before, after)) => {
            let (start, end) = (before.len(), text.byte_len() - after.len());
            vec![
                text.part(thread, 0, start)?,
                args[1].clone(),
                text.part(thread, end, text.byte_len())?,
            ]
        }
        None => {
            let empty = || names::EMPTY.value().clone();
            let whole = args[0].clone();
            if last {
                vec![empty(), empty(), whole]
            } else {
                vec![whole, empty(), empty()]
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
    let separator = this(&args[0]);
    if args[1].is_exact(Builtin::Tuple)
        && let Some(items) = args[1].as_tuple()
    {
        return join_items(thread, separator, items);
    }
    let items = match args[1].as_list() {
        Some(list) if args[1].is_exact(Builtin::List) => snapshot(thread, list)?,
        _ => match raise::catch(thread, Builtin::TypeError, iter(thread, &args[1]))? {
            Some(iterator) => collect_of(thread, args, &iterator)?,
            None => return Err(thread.type_error("can only join an iterable")),
        },
    };
    let joined = join_items(thread, separator, &items)?;
    release(thread, items)?;
    Ok(joined)
}

fn join_items(thread: &Thread, separator: &Str, items: &[Value]) -> Res {
    if let [item] = items
        && item.is_exact(Builtin::Str)
    {
        return Ok(item.clone());
    }
    for (k, some) in items.chunks(STRIDE).enumerate() {
        if let Some(i) = some.iter().position(|item| item.as_str_object().is_none()) {
            return Err(thread.type_error(format!(
                "sequence item {}: expected str instance, {} found",
                k * STRIDE + i,
                thread.class_of(&some[i]).name_text()
            )));
        }
        safepoint::poll(thread)?;
    }
    Str::join(thread, separator, items, &mut || safepoint::poll(thread))
}
