//! Finding: `find`, `index`, `count`, `in`, `startswith` and their kin.
//!
//! Searching is done on bytes; positions of code points are worked out only for bounds that are given and for the result.
#![forbid(unsafe_code)]

use super::value::{offsets, this};
use crate::base::text::{Units, search};
use crate::object::{Raised, Res, Str, Thread, Value};
use crate::runtime::raise;
use crate::types::text::args::{Bounds, type_name};

/// The str argument `number` of a method.
pub fn text_argument<'a>(
    thread: &Thread,
    value: &'a Value,
    name: &str,
    number: usize,
) -> Res<&'a Str> {
    value.as_str_object().ok_or_else(|| {
        thread.type_error(format!(
            "{name}() argument {number} must be str, not {}",
            type_name(thread, value)
        ))
    })
}

/// The bytes between the bounds, and where they begin.
#[inline]
fn within(text: &Str, bounds: Bounds) -> Option<(&[u8], usize)> {
    if bounds.is_whole() {
        return Some((text.as_bytes(), 0));
    }
    let (start, end) = bounds.fit(text.len())?;
    let (start, end) = offsets(text, start, end);
    Some((&text.as_bytes()[start..end], start))
}

#[inline]
fn position(thread: &Thread, args: &[Value], name: &str, last: bool) -> Res<Option<usize>> {
    let needle = text_argument(thread, &args[1], name, 1)?;
    let bounds = Bounds::read(thread, &args[2], &args[3])?;
    let text = this(&args[0]);
    let Some((part, start)) = within(text, bounds) else {
        return Ok(None);
    };
    let found = if last {
        search::rfind(part, needle.as_bytes())
    } else {
        search::find(part, needle.as_bytes())
    };
    Ok(found.map(|at| text.position_of(start + at)))
}

fn position_or_minus_one(thread: &Thread, args: &[Value], name: &str, last: bool) -> Res {
    match position(thread, args, name, last)? {
        Some(at) => thread.int_from_usize(at),
        None => Ok(Value::from_i32(-1)),
    }
}

#[cold]
fn not_found(thread: &Thread) -> Raised {
    thread.value_error("substring not found")
}

/// `self.find(sub, start, end)`
pub fn find(thread: &Thread, args: &[Value]) -> Res {
    position_or_minus_one(thread, args, "find", false)
}

/// `self.rfind(sub, start, end)`
pub fn rfind(thread: &Thread, args: &[Value]) -> Res {
    position_or_minus_one(thread, args, "rfind", true)
}

/// `self.index(sub, start, end)`
pub fn index(thread: &Thread, args: &[Value]) -> Res {
    match position(thread, args, "index", false)? {
        Some(at) => thread.int_from_usize(at),
        None => Err(not_found(thread)),
    }
}

/// `self.rindex(sub, start, end)`
pub fn rindex(thread: &Thread, args: &[Value]) -> Res {
    match position(thread, args, "rindex", true)? {
        Some(at) => thread.int_from_usize(at),
        None => Err(not_found(thread)),
    }
}

/// `self.count(sub, start, end)`
pub fn count(thread: &Thread, args: &[Value]) -> Res {
    let needle = text_argument(thread, &args[1], "count", 1)?;
    let bounds = Bounds::read(thread, &args[2], &args[3])?;
    let Some((part, _)) = within(this(&args[0]), bounds) else {
        return Ok(Value::from_i32(0));
    };
    let found = raise::with_poll(thread, |poll| {
        search::count(part, needle.as_bytes(), Units::Chars, usize::MAX, poll)
    })?;
    thread.int_from_usize(found)
}

/// `item in self`
pub fn contains(thread: &Thread, value: &Value, item: &Value) -> Res<bool> {
    match item.as_str_object() {
        Some(item) => Ok(search::contains(this(value).as_bytes(), item.as_bytes())),
        None => Err(thread.type_error(format!(
            "'in <string>' requires string as left operand, not {}",
            thread.class_of(item).name_text()
        ))),
    }
}

#[inline]
fn tail_match(thread: &Thread, args: &[Value], name: &str, end: bool) -> Res {
    let bounds = Bounds::read(thread, &args[2], &args[3])?;
    let part = within(this(&args[0]), bounds).map(|(part, _)| part);
    let matches = |affix: &Str| match part {
        Some(part) if end => part.ends_with(affix.as_bytes()),
        Some(part) => part.starts_with(affix.as_bytes()),
        None => false,
    };
    if let Some(affix) = args[1].as_str_object() {
        return Ok(Value::from_bool(matches(affix)));
    }
    let Some(affixes) = args[1].as_tuple() else {
        return Err(thread.type_error(format!(
            "{name} first arg must be str or a tuple of str, not {}",
            thread.class_of(&args[1]).name_text()
        )));
    };
    for affix in affixes {
        let Some(affix) = affix.as_str_object() else {
            return Err(thread.type_error(format!(
                "tuple for {name} must only contain str, not {}",
                thread.class_of(affix).name_text()
            )));
        };
        if matches(affix) {
            return Ok(Value::TRUE);
        }
    }
    Ok(Value::FALSE)
}

/// `self.startswith(prefix, start, end)`
pub fn starts_with(thread: &Thread, args: &[Value]) -> Res {
    tail_match(thread, args, "startswith", false)
}

/// `self.endswith(suffix, start, end)`
pub fn ends_with(thread: &Thread, args: &[Value]) -> Res {
    tail_match(thread, args, "endswith", true)
}
