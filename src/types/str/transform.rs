//! New text from old: `replace`, `strip`, case, padding, `encode`.
#![forbid(unsafe_code)]

use super::search::text_argument;
use super::value::{exact, part, this};
use crate::base::Poll;
use crate::base::error::Result;
use crate::base::text::layout::{self, Side};
use crate::base::text::points::{decode_at, max_point};
use crate::base::text::split::{CharSet, Ends};
use crate::base::text::{Units, case, search, split};
use crate::object::{Bytes, Res, Str, Thread, Tuple, Value};
use crate::runtime::raise;
use crate::types::text::args::{self, optional_text, type_name};
use crate::types::text::codec;

/// What an algorithm made, or the string as it was.
fn made(thread: &Thread, value: &Value, made: Option<Vec<u8>>) -> Res {
    match made {
        Some(bytes) => Str::from_bytes(thread, &bytes),
        None => exact(thread, value),
    }
}

/// `self.replace(old, new, count)`
pub fn replace(thread: &Thread, args: &[Value]) -> Res {
    let old = text_argument(thread, &args[1], "replace", 1)?;
    let new = text_argument(thread, &args[2], "replace", 2)?;
    let limit = args::limit(thread, &args[3])?.unwrap_or(usize::MAX);
    let most = thread.interp.heap.available();
    if this(&args[0]).byte_len() > LONG
        && let Some(replaced) = replace_in_place(thread, &args[0], old, new, limit)
    {
        return replaced;
    }
    let text = this(&args[0]).as_bytes();
    let replaced = raise::with_poll(thread, |poll| {
        let (old, new) = (old.as_bytes(), new.as_bytes());
        search::replace(text, old, new, limit, Units::Chars, most, poll)
    })?;
    made(thread, &args[0], replaced)
}

/// Texts of more bytes are replaced without a copy of the result.
const LONG: usize = 1 << 16;

/// `replace` that writes into the new string itself; None where its number of characters is not known beforehand.
fn replace_in_place(
    thread: &Thread,
    value: &Value,
    old: &Str,
    new: &Str,
    limit: usize,
) -> Option<Res> {
    let text = this(value);
    let odd = |text: &Str| text.has_surrogates();
    if old.byte_len() == 0 || odd(text) || odd(old) || odd(new) {
        return None;
    }
    let (bytes, from, to) = (text.as_bytes(), old.as_bytes(), new.as_bytes());
    let found = raise::with_poll(thread, |poll| {
        search::count(bytes, from, Units::Chars, limit, poll)
    });
    let found = match found {
        Ok(found) if found > 0 && from != to => found,
        Ok(_) => return Some(exact(thread, value)),
        Err(raised) => return Some(Err(raised)),
    };
    let size = |old: usize, new: usize, whole: usize| {
        let added = found.checked_mul(new)?;
        added.checked_add(whole - found * old)
    };
    let len = size(from.len(), to.len(), bytes.len());
    let chars = size(old.len(), new.len(), text.len());
    let (Some(len), Some(chars)) = (len, chars) else {
        return Some(Err(thread.memory_error()));
    };
    // Short results may be strings that exist already.
    if len < LONG {
        return None;
    }
    Some(Str::filled(thread, len, chars, |out| {
        raise::with_poll(thread, |poll| {
            search::replace_into(out, bytes, from, to, found, poll)
        })
    }))
}

#[inline]
fn strip_ends(thread: &Thread, args: &[Value], ends: Ends, name: &str) -> Res {
    let text = this(&args[0]).as_bytes();
    let Some(chars) = args[1].bound().filter(|chars| !chars.is_none()) else {
        let stripped = split::strip_space(text, ends, Units::Chars);
        return part(thread, &args[0], stripped);
    };
    let Some(chars) = chars.as_str_object() else {
        return Err(thread.type_error(format!("{name} arg must be None or str")));
    };
    let set = CharSet::of_text(chars.as_bytes());
    part(
        thread,
        &args[0],
        split::strip(text, &set, ends, Units::Chars),
    )
}

/// `self.strip(chars)`
pub fn strip(thread: &Thread, args: &[Value]) -> Res {
    strip_ends(thread, args, Ends::Both, "strip")
}

/// `self.lstrip(chars)`
pub fn lstrip(thread: &Thread, args: &[Value]) -> Res {
    strip_ends(thread, args, Ends::Left, "lstrip")
}

/// `self.rstrip(chars)`
pub fn rstrip(thread: &Thread, args: &[Value]) -> Res {
    strip_ends(thread, args, Ends::Right, "rstrip")
}

fn affix<'a>(thread: &Thread, value: &'a Value, name: &str) -> Res<&'a [u8]> {
    value.as_str_object().map(Str::as_bytes).ok_or_else(|| {
        thread.type_error(format!(
            "{name}() argument must be str, not {}",
            type_name(thread, value)
        ))
    })
}

/// `self.removeprefix(prefix)`
pub fn remove_prefix(thread: &Thread, args: &[Value]) -> Res {
    let prefix = affix(thread, &args[1], "removeprefix")?;
    let text = this(&args[0]).as_bytes();
    part(thread, &args[0], text.strip_prefix(prefix).unwrap_or(text))
}

/// `self.removesuffix(suffix)`
pub fn remove_suffix(thread: &Thread, args: &[Value]) -> Res {
    let suffix = affix(thread, &args[1], "removesuffix")?;
    let text = this(&args[0]).as_bytes();
    part(thread, &args[0], text.strip_suffix(suffix).unwrap_or(text))
}

fn mapped(thread: &Thread, args: &[Value], map: fn(&[u8], Poll<'_>) -> Result<Vec<u8>>) -> Res {
    let text = this(&args[0]);
    thread.check_memory(text.byte_len())?;
    let mapped = raise::with_poll(thread, |poll| map(text.as_bytes(), poll))?;
    if text.is_ascii() {
        return Str::from_ascii(thread, &mapped);
    }
    Str::from_bytes(thread, &mapped)
}

/// `self.upper()`
pub fn upper(thread: &Thread, args: &[Value]) -> Res {
    mapped(thread, args, case::upper)
}

/// `self.lower()`
pub fn lower(thread: &Thread, args: &[Value]) -> Res {
    mapped(thread, args, case::lower)
}

/// `self.casefold()`
pub fn casefold(thread: &Thread, args: &[Value]) -> Res {
    mapped(thread, args, case::casefold)
}

/// `self.title()`
pub fn title(thread: &Thread, args: &[Value]) -> Res {
    mapped(thread, args, case::title)
}

/// `self.capitalize()`
pub fn capitalize(thread: &Thread, args: &[Value]) -> Res {
    mapped(thread, args, case::capitalize)
}

/// `self.swapcase()`
pub fn swap_case(thread: &Thread, args: &[Value]) -> Res {
    mapped(thread, args, case::swapcase)
}

/// The fill character of `center` and its kin.
fn fill(thread: &Thread, value: &Value) -> Res<u32> {
    let Some(value) = value.bound() else {
        return Ok(' ' as u32);
    };
    let Some(text) = value.as_str_object() else {
        return Err(thread.type_error(format!(
            "The fill character must be a unicode character, not {}",
            thread.class_of(value).name_text()
        )));
    };
    match decode_at(text.as_bytes(), 0) {
        Some((c, _)) if text.len() == 1 => Ok(c),
        _ => Err(thread.type_error("The fill character must be exactly one character long")),
    }
}

fn justify(thread: &Thread, args: &[Value], side: Side) -> Res {
    let width = args::width(thread, &args[1])?;
    let fill = fill(thread, &args[2])?;
    let (text, most) = (this(&args[0]).as_bytes(), thread.interp.heap.available());
    let padded = raise::with_poll(thread, |poll| {
        layout::justify(text, width, fill, side, Units::Chars, most, poll)
    })?;
    made(thread, &args[0], padded)
}

/// `self.center(width, fillchar)`
pub fn center(thread: &Thread, args: &[Value]) -> Res {
    justify(thread, args, Side::Centre)
}

/// `self.ljust(width, fillchar)`
pub fn ljust(thread: &Thread, args: &[Value]) -> Res {
    justify(thread, args, Side::Left)
}

/// `self.rjust(width, fillchar)`
pub fn rjust(thread: &Thread, args: &[Value]) -> Res {
    justify(thread, args, Side::Right)
}

/// `self.zfill(width)`
pub fn zfill(thread: &Thread, args: &[Value]) -> Res {
    let width = args::width(thread, &args[1])?;
    let (text, most) = (this(&args[0]).as_bytes(), thread.interp.heap.available());
    let padded = raise::with_poll(thread, |poll| {
        layout::zfill(text, width, Units::Chars, most, poll)
    })?;
    made(thread, &args[0], padded)
}

/// `self.expandtabs(tabsize)`
pub fn expand_tabs(thread: &Thread, args: &[Value]) -> Res {
    let size = match args[1].bound() {
        Some(size) => args::c_int(thread, size)?.max(0) as usize,
        None => 8,
    };
    let (text, most) = (this(&args[0]).as_bytes(), thread.interp.heap.available());
    if memchr::memchr(b'\t', text).is_none() {
        return exact(thread, &args[0]);
    }
    let expanded = raise::with_poll(thread, |poll| {
        layout::expand_tabs(text, size, Units::Chars, most, poll)
    })?;
    Str::from_bytes(thread, &expanded)
}

/// `self.encode(encoding, errors)`
pub fn encode(thread: &Thread, args: &[Value]) -> Res {
    let encoding = optional_text(thread, &args[1], "encode() argument 'encoding'")?;
    let errors = optional_text(thread, &args[2], "encode() argument 'errors'")?;
    let (encoding, errors) = (encoding.unwrap_or("utf-8"), errors.unwrap_or("strict"));
    let text = this(&args[0]);
    if matches!(encoding, "utf-8" | "utf8") && text.as_str().is_some() {
        return Bytes::new_value(thread, text.as_bytes());
    }
    let bytes = codec::encode(thread, &args[0], encoding, errors)?;
    Bytes::new_value(thread, &bytes)
}

/// `self.__getnewargs__()`
pub fn new_arguments(thread: &Thread, args: &[Value]) -> Res {
    let copy = Str::from_bytes(thread, this(&args[0]).as_bytes())?;
    Tuple::from_vec(thread, vec![copy])
}

/// `self.__sizeof__()`: what CPython answers, by the width of the widest code point.
pub fn size_of(thread: &Thread, args: &[Value]) -> Res {
    let text = this(&args[0]);
    let n = text.len();
    thread.int_from_usize(match max_point(text.as_bytes()) {
        0..0x80 => 41 + n,
        0x80..0x100 => 57 + n,
        0x100..0x1_0000 => 58 + 2 * n,
        _ => 60 + 4 * n,
    })
}
