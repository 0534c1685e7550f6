//! New bytes from old: `replace`, `strip`, case, padding, `translate`, `hex` and their kin, and the predicates, for bytes and bytearray.
#![forbid(unsafe_code)]

use super::value::{Kind, kind_of, snapshot, this};
use crate::base::error::Result;
use crate::base::text::layout::{self, Side};
use crate::base::text::split::{CharSet, Ends};
use crate::base::text::{Units, case, classify, search, split};
use crate::object::{Builtin, Bytes, Res, Str, Thread, Tuple, Value};
use crate::runtime::protocol::call_positional;
use crate::runtime::protocol::convert::length;
use crate::runtime::raise;
use crate::types::bytearray::ByteArray;
use crate::types::text::args::{self, buffer, buffer_for};
use crate::types::text::buffer;

/// The object itself if it is an exact bytes object, else a copy of its kind.
fn unchanged(thread: &Thread, value: &Value) -> Res {
    if value.is_exact(Builtin::Bytes) {
        return Ok(value.clone());
    }
    kind_of(value).make_from(thread, snapshot(value).into_owned())
}

/// `self.replace(old, new, count)`
pub fn replace(thread: &Thread, args: &[Value]) -> Res {
    let old = buffer::require(thread, &args[1])?.unlocked();
    let new = buffer::require(thread, &args[2])?.unlocked();
    let limit = args::limit(thread, &args[3])?.unwrap_or(usize::MAX);
    let bytes = snapshot(&args[0]);
    let most = thread.interp.heap.available();
    let replaced = raise::with_poll(thread, |poll| {
        search::replace(&bytes, &old, &new, limit, Units::Bytes, most, poll)
    })?;
    match replaced {
        Some(replaced) => kind_of(&args[0]).make_from(thread, replaced),
        None => unchanged(thread, &args[0]),
    }
}

fn strip_ends(thread: &Thread, args: &[Value], ends: Ends) -> Res {
    let set = match args[1].bound().filter(|chars| !chars.is_none()) {
        Some(chars) => Some(CharSet::of_bytes(&buffer::require(thread, chars)?)),
        None => None,
    };
    let bytes = snapshot(&args[0]);
    let part = match &set {
        Some(set) => split::strip(&bytes, set, ends, Units::Bytes),
        None => split::strip_space(&bytes, ends, Units::Bytes),
    };
    kind_of(&args[0]).part(thread, &args[0], part, bytes.len())
}

/// `self.strip(bytes)`
pub fn strip(thread: &Thread, args: &[Value]) -> Res {
    strip_ends(thread, args, Ends::Both)
}

/// `self.lstrip(bytes)`
pub fn lstrip(thread: &Thread, args: &[Value]) -> Res {
    strip_ends(thread, args, Ends::Left)
}

/// `self.rstrip(bytes)`
pub fn rstrip(thread: &Thread, args: &[Value]) -> Res {
    strip_ends(thread, args, Ends::Right)
}

/// `self.removeprefix(prefix)`
pub fn remove_prefix(thread: &Thread, args: &[Value]) -> Res {
    let prefix = buffer::require(thread, &args[1])?.unlocked();
    let bytes = snapshot(&args[0]);
    let part = bytes.strip_prefix(&*prefix).unwrap_or(&bytes);
    kind_of(&args[0]).part(thread, &args[0], part, bytes.len())
}

/// `self.removesuffix(suffix)`
pub fn remove_suffix(thread: &Thread, args: &[Value]) -> Res {
    let suffix = buffer::require(thread, &args[1])?.unlocked();
    let bytes = snapshot(&args[0]);
    let part = bytes.strip_suffix(&*suffix).unwrap_or(&bytes);
    kind_of(&args[0]).part(thread, &args[0], part, bytes.len())
}

fn mapped(thread: &Thread, args: &[Value], map: fn(&[u8]) -> Result<Vec<u8>>) -> Res {
    let bytes = snapshot(&args[0]);
    thread.check_memory(bytes.len())?;
    let mapped = raise::lift(thread, map(&bytes))?;
    kind_of(&args[0]).make_from(thread, mapped)
}

/// `self.upper()`
pub fn upper(thread: &Thread, args: &[Value]) -> Res {
    mapped(thread, args, case::upper_bytes)
}

/// `self.lower()`
pub fn lower(thread: &Thread, args: &[Value]) -> Res {
    mapped(thread, args, case::lower_bytes)
}

/// `self.swapcase()`
pub fn swap_case(thread: &Thread, args: &[Value]) -> Res {
    mapped(thread, args, case::swapcase_bytes)
}

/// `self.title()`
pub fn title(thread: &Thread, args: &[Value]) -> Res {
    mapped(thread, args, case::title_bytes)
}

/// `self.capitalize()`
pub fn capitalize(thread: &Thread, args: &[Value]) -> Res {
    mapped(thread, args, case::capitalize_bytes)
}

fn all(args: &[Value], test: fn(u8) -> bool) -> Res {
    Ok(Value::from_bool(classify::all_bytes(&this(&args[0]), test)))
}

/// `self.isalnum()`
pub fn is_alnum(_: &Thread, args: &[Value]) -> Res {
    all(args, |byte| byte.is_ascii_alphanumeric())
}

/// `self.isalpha()`
pub fn is_alpha(_: &Thread, args: &[Value]) -> Res {
    all(args, |byte| byte.is_ascii_alphabetic())
}

/// `self.isdigit()`
pub fn is_digit(_: &Thread, args: &[Value]) -> Res {
    all(args, |byte| byte.is_ascii_digit())
}

/// `self.isspace()`
pub fn is_space(_: &Thread, args: &[Value]) -> Res {
    all(args, classify::is_byte_space)
}

/// `self.isascii()`
pub fn is_ascii(_: &Thread, args: &[Value]) -> Res {
    Ok(Value::from_bool(this(&args[0]).is_ascii()))
}

/// `self.islower()`
pub fn is_lower(_: &Thread, args: &[Value]) -> Res {
    Ok(Value::from_bool(classify::is_lower_bytes(&this(&args[0]))))
}

/// `self.isupper()`
pub fn is_upper(_: &Thread, args: &[Value]) -> Res {
    Ok(Value::from_bool(classify::is_upper_bytes(&this(&args[0]))))
}

/// `self.istitle()`
pub fn is_title(_: &Thread, args: &[Value]) -> Res {
    Ok(Value::from_bool(classify::is_title_bytes(&this(&args[0]))))
}

/// The fill argument of `center` and its kin.
fn fill(thread: &Thread, value: &Value, name: &str) -> Res<u8> {
    let Some(value) = value.bound() else {
        return Ok(b' ');
    };
    let is_byte_string = value.as_bytes().is_some() || value.payload::<ByteArray>().is_some();
    if is_byte_string && let [byte] = *this(value) {
        return Ok(byte);
    }
    Err(thread.type_error(format!(
        "{name}() argument 2 must be a byte string of length 1, not {}",
        args::type_name(thread, value)
    )))
}

fn justify(thread: &Thread, args: &[Value], side: Side, name: &str) -> Res {
    let width = args::width(thread, &args[1])?;
    let fill = fill(thread, &args[2], name)?;
    let bytes = snapshot(&args[0]);
    let most = thread.interp.heap.available();
    let padded = raise::with_poll(thread, |poll| {
        layout::justify(&bytes, width, fill.into(), side, Units::Bytes, most, poll)
    })?;
    match padded {
        Some(padded) => kind_of(&args[0]).make_from(thread, padded),
        None => unchanged(thread, &args[0]),
    }
}

/// `self.center(width, fillchar)`
pub fn center(thread: &Thread, args: &[Value]) -> Res {
    justify(thread, args, Side::Centre, "center")
}

/// `self.ljust(width, fillchar)`
pub fn ljust(thread: &Thread, args: &[Value]) -> Res {
    justify(thread, args, Side::Left, "ljust")
}

/// `self.rjust(width, fillchar)`
pub fn rjust(thread: &Thread, args: &[Value]) -> Res {
    justify(thread, args, Side::Right, "rjust")
}

/// `self.zfill(width)`
pub fn zfill(thread: &Thread, args: &[Value]) -> Res {
    let width = args::width(thread, &args[1])?;
    let bytes = snapshot(&args[0]);
    let most = thread.interp.heap.available();
    let padded = raise::with_poll(thread, |poll| {
        layout::zfill(&bytes, width, Units::Bytes, most, poll)
    })?;
    match padded {
        Some(padded) => kind_of(&args[0]).make_from(thread, padded),
        None => unchanged(thread, &args[0]),
    }
}

/// `self.expandtabs(tabsize)`
pub fn expand_tabs(thread: &Thread, args: &[Value]) -> Res {
    let size = match args[1].bound() {
        Some(size) => args::c_int(thread, size)?.max(0) as usize,
        None => 8,
    };
    let bytes = snapshot(&args[0]);
    let most = thread.interp.heap.available();
    let expanded = raise::with_poll(thread, |poll| {
        layout::expand_tabs(&bytes, size, Units::Bytes, most, poll)
    })?;
    kind_of(&args[0]).make_from(thread, expanded)
}

/// `self.translate(table, delete)`
pub fn translate(thread: &Thread, args: &[Value]) -> Res {
    let table = match &args[1] {
        none if none.is_none() => None,
        table => <[u8; 256]>::try_from(&*buffer::require(thread, table)?).ok(),
    };
    if table.is_none() && !args[1].is_none() {
        return Err(thread.value_error("translation table must be 256 characters long"));
    }
    let delete = match args[2].bound() {
        Some(delete) => buffer::require(thread, delete)?.unlocked(),
        None => (&[] as &[u8]).into(),
    };
    let bytes = snapshot(&args[0]);
    thread.check_memory(bytes.len())?;
    let translated = raise::lift(
        thread,
        layout::translate_bytes(&bytes, table.as_ref(), &delete),
    )?;
    if translated.len() == bytes.len() && translated == *bytes {
        return unchanged(thread, &args[0]);
    }
    kind_of(&args[0]).make_from(thread, translated)
}

/// `bytes.maketrans(from, to)`
pub fn make_translation(thread: &Thread, args: &[Value]) -> Res {
    let from = buffer::require(thread, &args[0])?.unlocked();
    let to = buffer::require(thread, &args[1])?.unlocked();
    if from.len() != to.len() {
        return Err(thread.value_error("maketrans arguments must have same length"));
    }
    let mut table = [0; 256];
    for (i, place) in table.iter_mut().enumerate() {
        *place = i as u8;
    }
    for (from, to) in from.iter().zip(&*to) {
        table[usize::from(*from)] = *to;
    }
    Bytes::new_value(thread, &table)
}

const HEX: &[u8; 16] = b"0123456789abcdef";

/// Hexadecimal digits of `bytes`; with a separator, between groups of `group` bytes counted from the right, or from the left if negative.
pub fn hex_text(thread: &Thread, bytes: &[u8], separator: Option<u8>, group: i32) -> Res {
    let size = group.unsigned_abs() as usize;
    let separator = separator.filter(|_| size > 0);
    let mut out = buffer_for(thread, bytes.len(), 3, 0)?;
    for (i, byte) in bytes.iter().enumerate() {
        let done = if group < 0 { i } else { bytes.len() - i };
        if let Some(separator) = separator
            && i > 0
            && done % size == 0
        {
            out.push(separator);
        }
        out.push(HEX[usize::from(byte >> 4)]);
        out.push(HEX[usize::from(byte & 15)]);
    }
    Str::from_ascii(thread, &out)
}

/// The separator argument of `hex`.
pub fn hex_separator(thread: &Thread, value: &Value) -> Res<Option<u8>> {
    let Some(value) = value.bound() else {
        return Ok(None);
    };
    if length(thread, value)? != 1 {
        return Err(thread.value_error("sep must be length 1."));
    }
    let byte = match (value.as_str_object(), value.as_bytes()) {
        (Some(text), _) => text.as_bytes().first().copied().filter(|_| text.is_ascii()),
        (None, Some(bytes)) => bytes.first().copied(),
        (None, None) => return Err(thread.type_error("sep must be str or bytes.")),
    };
    match byte {
        Some(byte) if byte.is_ascii() => Ok(Some(byte)),
        _ => Err(thread.value_error("sep must be ASCII.")),
    }
}

/// `self.hex(sep, bytes_per_sep)`
pub fn hex(thread: &Thread, args: &[Value]) -> Res {
    let group = match args[2].bound() {
        Some(group) => args::c_int(thread, group)?,
        None => 1,
    };
    let separator = hex_separator(thread, &args[1])?;
    hex_text(thread, &snapshot(&args[0]), separator, group)
}

/// The bytes that hexadecimal digits stand for; blanks may stand between pairs.
fn parse_hex(thread: &Thread, text: &Str) -> Res<Vec<u8>> {
    let bytes = text.as_bytes();
    let mut out = buffer(thread, bytes.len() / 2)?;
    let digit = |at: usize| {
        let digit = char::from(*bytes.get(at)?).to_digit(16)?;
        Some(digit as u8)
    };
    let mut at = 0;
    while at < bytes.len() {
        if classify::is_byte_space(bytes[at]) {
            at += 1;
            continue;
        }
        let wrong = match (digit(at), digit(at + 1)) {
            (Some(high), Some(low)) => {
                out.push(high << 4 | low);
                at += 2;
                continue;
            }
            (None, _) => at,
            (Some(_), None) => at + 1,
        };
        return Err(thread.value_error(format!(
            "non-hexadecimal number found in fromhex() arg at position {}",
            text.position_of(wrong)
        )));
    }
    Ok(out)
}

/// `class.fromhex(string)`
pub fn from_hex(thread: &Thread, args: &[Value]) -> Res {
    let Some(text) = args[1].as_str_object() else {
        return Err(thread.type_error(format!(
            "fromhex() argument must be str, not {}",
            args::type_name(thread, &args[1])
        )));
    };
    let bytes = parse_hex(thread, text)?;
    let class = &args[0];
    if class.is(Builtin::ByteArray.class()) {
        return Kind::ByteArray.make_from(thread, bytes);
    }
    let bytes = Bytes::new_value(thread, &bytes)?;
    if class.is(Builtin::Bytes.class()) {
        return Ok(bytes);
    }
    call_positional(thread, class, &[bytes])
}

/// `self.decode(encoding, errors)`
pub fn decode(thread: &Thread, args: &[Value]) -> Res {
    let encoding = args::optional_text(thread, &args[1], "decode() argument 'encoding'")?;
    let errors = args::optional_text(thread, &args[2], "decode() argument 'errors'")?;
    crate::types::text::codec::decode(
        thread,
        &args[0],
        encoding.unwrap_or("utf-8"),
        errors.unwrap_or("strict"),
    )
}

/// `self.__bytes__()`
pub fn to_bytes(thread: &Thread, args: &[Value]) -> Res {
    unchanged(thread, &args[0])
}

/// `self.__getnewargs__()`
pub fn new_arguments(thread: &Thread, args: &[Value]) -> Res {
    let copy = Bytes::new_value(thread, &snapshot(&args[0]))?;
    Tuple::from_vec(thread, vec![copy])
}

/// `self.__sizeof__()` of bytes: a header of 33 bytes, and the data.
pub fn size_of(thread: &Thread, args: &[Value]) -> Res {
    thread.int_from_usize(this(&args[0]).len() + 33)
}
