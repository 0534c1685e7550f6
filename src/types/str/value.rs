//! Making strings, and their operators.
#![forbid(unsafe_code)]

use crate::base::text::points::{Points, push};
use crate::base::text::repr::push_str_repr;
use crate::object::class::{CallArgs, Class, Compare};
use crate::object::native::NativeDef;
use crate::object::{Builtin, Res, Slice, Str, Thread, Value, names};
use crate::runtime::bind::bind;
use crate::runtime::protocol::convert::{index_i64, index_size};
use crate::runtime::protocol::sequence::position;
use crate::runtime::protocol::slice::{SliceBounds, SliceRange};
use crate::runtime::protocol::str_of;
use crate::types::text::args::{buffer, buffer_for, optional_text};
use crate::types::text::buffer;
use crate::types::text::codec;
use crate::types::text::percent::format_text;

/// The text of a method's `self`, which its caller has checked.
#[inline(always)]
pub fn this(value: &Value) -> &Str {
    match value.as_str_object() {
        Some(text) => text,
        None => unreachable!("methods of str are bound to strings"),
    }
}

/// The string itself if its class is exactly str, else a str with the same text.
pub fn exact(thread: &Thread, value: &Value) -> Res {
    if value.is_exact(Builtin::Str) {
        return Ok(value.clone());
    }
    Str::from_bytes(thread, this(value).as_bytes())
}

/// A part of a string's bytes as a str: the string itself if that is the whole.
#[inline]
pub fn part(thread: &Thread, value: &Value, part: &[u8]) -> Res {
    let text = this(value);
    if part.len() == text.byte_len() {
        return exact(thread, value);
    }
    if text.is_ascii() {
        return Str::from_ascii(thread, part);
    }
    Str::from_bytes(thread, part)
}

fn make(thread: &Thread, args: &[Value]) -> Res {
    contents(thread, args)
}

static NEW: NativeDef = NativeDef::function(
    "str",
    "(object='', encoding='utf-8', errors='strict')",
    make,
);

/// `str(object, encoding, errors)`
pub fn construct(thread: &Thread, class: &Value, args: CallArgs<'_>) -> Res {
    let positional = args.positional();
    let exact = class.is(Builtin::Str.class());
    if exact
        && args.names.is_empty()
        && let [object] = positional
    {
        return str_of(thread, object);
    }
    if positional.len() > 3 && args.names.is_empty() {
        return Err(thread.type_error(format!(
            "str expected at most 3 arguments, got {}",
            positional.len()
        )));
    }
    let text = contents(thread, &bind(thread, "str", &NEW, args)?)?;
    match (class.as_class(), text.as_str_object()) {
        (Some(class), Some(text)) if !exact => Str::instance_of(thread, class, text.as_bytes()),
        _ => Ok(text),
    }
}

fn contents(thread: &Thread, args: &[Value]) -> Res {
    let encoding = optional_text(thread, &args[1], "str() argument 'encoding'")?;
    let errors = optional_text(thread, &args[2], "str() argument 'errors'")?;
    let Some(object) = args[0].bound() else {
        return Ok(names::EMPTY.value().clone());
    };
    if encoding.is_none() && errors.is_none() {
        return str_of(thread, object);
    }
    if object.as_str_object().is_some() {
        return Err(thread.type_error("decoding str is not supported"));
    }
    if buffer::get(object).is_none() {
        return Err(thread.type_error(format!(
            "decoding to str: need a bytes-like object, {} found",
            thread.class_of(object).name_text()
        )));
    }
    let (encoding, errors) = (encoding.unwrap_or("utf-8"), errors.unwrap_or("strict"));
    codec::decode(thread, object, encoding, errors)
}

/// A string of `class`, str or a subclass, with this text: for native code that makes instances of a given class.
pub fn instance(thread: &Thread, class: &Class, text: &[u8]) -> Res {
    if class.is_exact(Builtin::Str) {
        return Str::from_bytes(thread, text);
    }
    Str::instance_of(thread, class, text)
}

/// `repr(self)`
pub fn repr(thread: &Thread, value: &Value) -> Res {
    let text = this(value);
    let mut out = buffer_for(thread, text.byte_len(), 1, 2)?;
    push_str_repr(&mut out, text.as_bytes());
    Str::from_bytes(thread, &out)
}

/// `str(self)`
pub fn str(thread: &Thread, value: &Value) -> Res {
    exact(thread, value)
}

/// `hash(self)`
pub fn hash(thread: &Thread, value: &Value) -> Res<i64> {
    Ok(this(value).hash(thread))
}

/// `len(self)`
pub fn len(_: &Thread, value: &Value) -> Res<usize> {
    Ok(this(value).len())
}

/// `self[key]`
pub fn get_item(thread: &Thread, value: &Value, key: &Value) -> Res {
    let text = this(value);
    if let Some(slice) = key.payload::<Slice>() {
        let range = SliceBounds::read(thread, slice)?.fit(text.len());
        if range.step == 1 {
            let (start, end) = offsets(text, range.start, range.start + range.count);
            return part(thread, value, &text.as_bytes()[start..end]);
        }
        return stepped(thread, text, range);
    }
    if key.as_small_int().is_none()
        && key.as_int().is_none()
        && thread.class_of(key).index().is_none()
    {
        return Err(thread.type_error(format!(
            "string indices must be integers, not '{}'",
            thread.class_of(key).name_text()
        )));
    }
    match position(index_i64(thread, key)?, text.len()) {
        Some(i) => text.char_at(thread, i),
        None => Err(thread.error(Builtin::IndexError, "string index out of range")),
    }
}

/// The byte offsets of two positions, the first of which is not behind the second.
#[inline]
pub fn offsets(text: &Str, start: usize, end: usize) -> (usize, usize) {
    if text.is_ascii() {
        return (start, end);
    }
    (text.byte_offset(start), text.byte_offset(end))
}

fn stepped(thread: &Thread, text: &Str, range: SliceRange) -> Res {
    let stride = range.step.unsigned_abs() as usize;
    if text.is_ascii() {
        let mut out = buffer(thread, range.count)?;
        let bytes = text.as_bytes();
        if range.step == -1 && range.count > 0 {
            let first = range.start + 1 - range.count;
            out.extend(bytes[first..=range.start].iter().rev());
        } else {
            out.extend(range.positions().filter_map(|i| bytes.get(i)));
        }
        return Str::from_ascii(thread, &out);
    }
    let ascending = range.ascending();
    let last = ascending.start + ascending.count.saturating_sub(1) * stride;
    let end = if range.count == 0 { last } else { last + 1 };
    let (start, end) = offsets(text, ascending.start, end);
    let mut out = buffer(thread, (end - start).min(range.count.saturating_mul(4)))?;
    let points = Points::new(&text.as_bytes()[start..end]);
    if range.step > 0 {
        points.step_by(stride).for_each(|c| push(&mut out, c));
    } else {
        points.rev().step_by(stride).for_each(|c| push(&mut out, c));
    }
    Str::from_bytes(thread, &out)
}

/// Comparisons by code points.
pub fn compare(_: &Thread, a: &Value, b: &Value, op: Compare) -> Res {
    let (Some(x), Some(y)) = (a.as_str_object(), b.as_str_object()) else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    let holds = match op {
        Compare::Eq => a.is(b) || x.as_bytes() == y.as_bytes(),
        Compare::Ne => !a.is(b) && x.as_bytes() != y.as_bytes(),
        _ => op.holds(x.as_bytes().cmp(y.as_bytes())),
    };
    Ok(Value::from_bool(holds))
}

/// `self + other`
pub fn concat(thread: &Thread, a: &Value, b: &Value) -> Res {
    let (Some(x), Some(y)) = (a.as_str_object(), b.as_str_object()) else {
        return Err(thread.type_error(format!(
            "can only concatenate str (not \"{}\") to str",
            thread.class_of(b).name_text()
        )));
    };
    if x.is_empty() {
        return exact(thread, b);
    }
    if y.is_empty() {
        return exact(thread, a);
    }
    Str::concat(thread, x, y)
}

/// `self * count`
pub fn repeat(thread: &Thread, value: &Value, count: &Value) -> Res {
    let count = index_size(thread, count)?.max(0) as usize;
    let text = this(value);
    if count == 1 {
        return exact(thread, value);
    }
    if text
        .len()
        .checked_mul(count)
        .is_none_or(|n| n > i64::MAX as usize)
    {
        return Err(thread.overflow_error("repeated string is too long"));
    }
    text.repeat(thread, count)
}

/// `self % arguments`
pub fn remainder(thread: &Thread, template: &Value, arguments: &Value) -> Res {
    match template.as_str_object() {
        Some(template) => format_text(thread, template, arguments),
        None => Ok(Value::NOT_IMPLEMENTED),
    }
}
