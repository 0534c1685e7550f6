//! UnicodeDecodeError, UnicodeEncodeError, UnicodeTranslateError.

use super::base::{no_keywords, payload};
use super::fields::{fill, get, set};
use crate::object::class::{CallArgs, SlotDef, class_flag};
use crate::object::int::IntRef;
use crate::object::{Builtin, Bytes, Res, Str, Thread, Tuple, Value};
use crate::runtime::classes::{ClassDef, GetSetDef};
use crate::runtime::protocol;
use crate::types::text::buffer;

/// Fields: encoding, object, start, end, reason.
const FIELDS: &[GetSetDef] = &[
    GetSetDef::new("encoding", get::<0>)
        .writable(set::<0>)
        .doc("The encoding that was used."),
    GetSetDef::new("object", get::<1>)
        .writable(set::<1>)
        .doc("What was to be converted."),
    GetSetDef::new("start", get::<2>)
        .writable(set_position::<2>)
        .doc("Where the part begins that could not be converted."),
    GetSetDef::new("end", get::<3>)
        .writable(set_position::<3>)
        .doc("Where the part ends that could not be converted."),
    GetSetDef::new("reason", get::<4>)
        .writable(set::<4>)
        .doc("Why it could not be converted."),
];

fn init(
    thread: &Thread,
    value: &Value,
    args: CallArgs<'_>,
    with_encoding: bool,
    of_bytes: bool,
) -> Res<()> {
    no_keywords(thread, value, args)?;
    let positional = args.positional();
    let expected = if with_encoding { 5 } else { 4 };
    if positional.len() != expected {
        return Err(thread.type_error(format!(
            "function takes exactly {expected} arguments ({} given)",
            positional.len()
        )));
    }
    let mut all = positional.to_vec();
    if !with_encoding {
        all.insert(0, Value::NONE);
    }
    if of_bytes
        && all[1].as_bytes().is_none()
        && let Some(bytes) = buffer::get(&all[1]).map(buffer::Buffer::into_vec)
    {
        all[1] = Bytes::new_value(thread, &bytes)?;
    }
    let wrong = |i: usize, what: &str| {
        let class = thread.class_of(&all[i]).name_text();
        let place = if with_encoding { i + 1 } else { i };
        thread.type_error(format!("argument {place} must be {what}, not {class}"))
    };
    if with_encoding && all[0].as_str_object().is_none() {
        return Err(wrong(0, "str"));
    }
    if of_bytes && all[1].as_bytes().is_none() {
        return Err(thread.type_error(format!(
            "a bytes-like object is required, not '{}'",
            thread.class_of(&all[1]).name_text()
        )));
    }
    if !of_bytes && all[1].as_str_object().is_none() {
        return Err(wrong(1, "str"));
    }
    for i in [2, 3] {
        if all[i].as_int().is_none() {
            let class = thread.class_of(&all[i]).name_text();
            return Err(thread.type_error(format!(
                "'{class}' object cannot be interpreted as an integer"
            )));
        }
    }
    if all[4].as_str_object().is_none() {
        return Err(wrong(4, "str"));
    }
    payload(thread, value)?
        .args
        .set(Tuple::from_slice(thread, positional)?);
    fill(thread, value, &all)
}

fn init_decode(thread: &Thread, value: &Value, args: CallArgs<'_>) -> Res<()> {
    init(thread, value, args, true, true)
}

fn init_encode(thread: &Thread, value: &Value, args: CallArgs<'_>) -> Res<()> {
    init(thread, value, args, true, false)
}

fn init_translate(thread: &Thread, value: &Value, args: CallArgs<'_>) -> Res<()> {
    init(thread, value, args, false, false)
}

/// `start` and `end`, and the position if they are those of a single element of an object of this length.
fn range(thread: &Thread, value: &Value, len: usize) -> Res<(i64, i64, Option<usize>)> {
    let read = |field: Value| field.as_int().and_then(IntRef::to_i64).unwrap_or(0);
    let (start, end) = (
        read(get::<2>(thread, value)?),
        read(get::<3>(thread, value)?),
    );
    let single = usize::try_from(start)
        .ok()
        .filter(|&at| at < len && end == start.saturating_add(1));
    Ok((start, end, single))
}

/// `start` and `end` are machine integers.
fn set_position<const I: usize>(thread: &Thread, value: &Value, field: Option<&Value>) -> Res<()> {
    let Some(field) = field else {
        return Err(thread.type_error("can't delete numeric/char attribute"));
    };
    if field.as_int().is_none() {
        return Err(thread.type_error("an integer is required"));
    }
    set::<I>(thread, value, Some(field))
}

fn text(thread: &Thread, value: &Value) -> Res<String> {
    let text = protocol::str_of(thread, value)?;
    Ok(text
        .as_str_object()
        .map_or_else(String::new, |s| s.to_text().into_owned()))
}

fn str_decode(thread: &Thread, value: &Value) -> Res {
    let (encoding, object) = (get::<0>(thread, value)?, get::<1>(thread, value)?);
    let Some(bytes) = object.as_bytes() else {
        return Ok(crate::object::names::EMPTY.value().clone());
    };
    let (start, end, single) = range(thread, value, bytes.len())?;
    let (encoding, reason) = (
        text(thread, &encoding)?,
        text(thread, &get::<4>(thread, value)?)?,
    );
    let message = match single.and_then(|at| bytes.get(at)) {
        Some(byte) => {
            format!(
                "'{encoding}' codec can't decode byte 0x{byte:02x} in position {start}: {reason}"
            )
        }
        _ => format!(
            "'{encoding}' codec can't decode bytes in position {start}-{}: {reason}",
            end.saturating_sub(1)
        ),
    };
    Str::new_value(thread, &message)
}

fn str_of_text(thread: &Thread, value: &Value, verb: &str) -> Res {
    let (encoding, object) = (get::<0>(thread, value)?, get::<1>(thread, value)?);
    let Some(string) = object.as_str_object() else {
        return Ok(crate::object::names::EMPTY.value().clone());
    };
    let (start, end, single) = range(thread, value, string.len())?;
    let reason = text(thread, &get::<4>(thread, value)?)?;
    let codec = if encoding.is_none() {
        String::new()
    } else {
        format!("'{}' codec ", text(thread, &encoding)?)
    };
    let point = single.and_then(|at| {
        let offset = string.byte_offset(at);
        let (point, _) = crate::base::text::points::decode_at(string.as_bytes(), offset)?;
        Some(point)
    });
    let message = match point {
        Some(point) => {
            let shown = match point {
                0..=0xFF => format!("\\x{point:02x}"),
                0x100..=0xFFFF => format!("\\u{point:04x}"),
                _ => format!("\\U{point:08x}"),
            };
            format!("{codec}can't {verb} character '{shown}' in position {start}: {reason}")
        }
        _ => format!(
            "{codec}can't {verb} characters in position {start}-{}: {reason}",
            end.saturating_sub(1)
        ),
    };
    Str::new_value(thread, &message)
}

fn str_encode(thread: &Thread, value: &Value) -> Res {
    str_of_text(thread, value, "encode")
}

fn str_translate(thread: &Thread, value: &Value) -> Res {
    str_of_text(thread, value, "translate")
}

/// UnicodeDecodeError
pub static DECODE: ClassDef = ClassDef {
    class: Builtin::UnicodeDecodeError,
    doc: "Bytes cannot be decoded.",
    flags: class_flag::BASE,
    slots: &[
        SlotDef::New(super::base::construct),
        SlotDef::Init(init_decode),
        SlotDef::Str(str_decode),
    ],
    members: &["encoding", "end", "object", "reason", "start"],
    getset: FIELDS,
    ..ClassDef::DEFAULT
};

/// UnicodeEncodeError
pub static ENCODE: ClassDef = ClassDef {
    class: Builtin::UnicodeEncodeError,
    doc: "Text cannot be encoded.",
    flags: class_flag::BASE,
    slots: &[
        SlotDef::New(super::base::construct),
        SlotDef::Init(init_encode),
        SlotDef::Str(str_encode),
    ],
    members: &["encoding", "end", "object", "reason", "start"],
    getset: FIELDS,
    ..ClassDef::DEFAULT
};

/// UnicodeTranslateError
pub static TRANSLATE: ClassDef = ClassDef {
    class: Builtin::UnicodeTranslateError,
    doc: "Text cannot be translated.",
    flags: class_flag::BASE,
    slots: &[
        SlotDef::New(super::base::construct),
        SlotDef::Init(init_translate),
        SlotDef::Str(str_translate),
    ],
    members: &["encoding", "end", "object", "reason", "start"],
    getset: FIELDS,
    ..ClassDef::DEFAULT
};
