//! Finding: `find`, `index`, `count`, `in`, `startswith` and their kin, for bytes and bytearray.
#![forbid(unsafe_code)]

use super::value::{byte, this};
use crate::base::text::{Units, search};
use crate::object::{Raised, Res, Thread, Value};
use crate::runtime::protocol::convert::index_saturating;
use crate::runtime::raise;
use crate::types::text::args::Bounds;
use crate::types::text::buffer::{self, Buffer};

/// What to look for: a bytes-like object, or an integer that stands for one byte.
fn needle<'a>(thread: &Thread, value: &'a Value) -> Res<Buffer<'a>> {
    if buffer::is_bytes_like(value) {
        return buffer::require(thread, value);
    }
    if value.as_int().is_none() && thread.class_of(value).index().is_none() {
        return Err(thread.type_error(format!(
            "argument should be integer or bytes-like object, not '{}'",
            thread.class_of(value).name_text()
        )));
    }
    match u8::try_from(index_saturating(thread, value)?) {
        Ok(byte) => Ok(Buffer::Owned(vec![byte])),
        Err(_) => Err(thread.value_error("byte must be in range(0, 256)")),
    }
}

fn position(thread: &Thread, args: &[Value], last: bool) -> Res<Option<usize>> {
    let bounds = Bounds::read(thread, &args[2], &args[3])?;
    let needle = needle(thread, &args[1])?;
    let bytes = this(&args[0]);
    let Some((start, end)) = bounds.fit(bytes.len()) else {
        return Ok(None);
    };
    let part = &bytes[start..end];
    let found = if last {
        search::rfind(part, &needle)
    } else {
        search::find(part, &needle)
    };
    Ok(found.map(|at| at + start))
}

fn position_or_minus_one(thread: &Thread, args: &[Value], last: bool) -> Res {
    match position(thread, args, last)? {
        Some(at) => thread.int_from_usize(at),
        None => Ok(Value::from_i32(-1)),
    }
}

#[cold]
fn not_found(thread: &Thread) -> Raised {
    thread.value_error("subsection not found")
}

/// `self.find(sub, start, end)`
pub fn find(thread: &Thread, args: &[Value]) -> Res {
    position_or_minus_one(thread, args, false)
}

/// `self.rfind(sub, start, end)`
pub fn rfind(thread: &Thread, args: &[Value]) -> Res {
    position_or_minus_one(thread, args, true)
}

/// `self.index(sub, start, end)`
pub fn index(thread: &Thread, args: &[Value]) -> Res {
    match position(thread, args, false)? {
        Some(at) => thread.int_from_usize(at),
        None => Err(not_found(thread)),
    }
}

/// `self.rindex(sub, start, end)`
pub fn rindex(thread: &Thread, args: &[Value]) -> Res {
    match position(thread, args, true)? {
        Some(at) => thread.int_from_usize(at),
        None => Err(not_found(thread)),
    }
}

/// `self.count(sub, start, end)`
pub fn count(thread: &Thread, args: &[Value]) -> Res {
    let bounds = Bounds::read(thread, &args[2], &args[3])?;
    let needle = needle(thread, &args[1])?.unlocked();
    let bytes = this(&args[0]).unlocked();
    let Some((start, end)) = bounds.fit(bytes.len()) else {
        return Ok(Value::from_i32(0));
    };
    let found = raise::with_poll(thread, |poll| {
        search::count(&bytes[start..end], &needle, Units::Bytes, usize::MAX, poll)
    })?;
    thread.int_from_usize(found)
}

/// `item in self`
pub fn contains(thread: &Thread, value: &Value, item: &Value) -> Res<bool> {
    if buffer::is_bytes_like(item) {
        return Ok(search::contains(
            &this(value),
            &buffer::require(thread, item)?,
        ));
    }
    if item.as_int().is_none() && thread.class_of(item).index().is_none() {
        return Err(buffer::not_bytes_like(thread, item));
    }
    let byte = byte(thread, item)?;
    Ok(memchr::memchr(byte, &this(value)).is_some())
}

fn matches(thread: &Thread, args: &[Value], affix: &Value, bounds: Bounds, end: bool) -> Res<bool> {
    let affix = buffer::require(thread, affix)?;
    let bytes = this(&args[0]);
    let Some((start, stop)) = bounds.fit(bytes.len()) else {
        return Ok(false);
    };
    let part = &bytes[start..stop];
    Ok(if end {
        part.ends_with(&affix)
    } else {
        part.starts_with(&affix)
    })
}

fn tail_match(thread: &Thread, args: &[Value], name: &str, end: bool) -> Res {
    let bounds = Bounds::read(thread, &args[2], &args[3])?;
    if let Some(affixes) = args[1].as_tuple() {
        for affix in affixes {
            if matches(thread, args, affix, bounds, end)? {
                return Ok(Value::TRUE);
            }
        }
        return Ok(Value::FALSE);
    }
    if !buffer::is_bytes_like(&args[1]) {
        return Err(thread.type_error(format!(
            "{name} first arg must be bytes or a tuple of bytes, not {}",
            thread.class_of(&args[1]).name_text()
        )));
    }
    Ok(Value::from_bool(matches(
        thread, args, &args[1], bounds, end,
    )?))
}

/// `self.startswith(prefix, start, end)`
pub fn starts_with(thread: &Thread, args: &[Value]) -> Res {
    tail_match(thread, args, "startswith", false)
}

/// `self.endswith(suffix, start, end)`
pub fn ends_with(thread: &Thread, args: &[Value]) -> Res {
    tail_match(thread, args, "endswith", true)
}
