//! UnicodeDecodeError, UnicodeEncodeError, UnicodeTranslateError.

use super::base::{no_keywords, payload};
use super::fields::{fill, get, set};
use crate::object::class::{CallArgs, SlotDef, class_flag};
use crate::object::int::IntRef;
use crate::object::{Builtin, Res, Str, Thread, Tuple, Value};
use crate::runtime::classes::{ClassDef, GetSetDef};
use crate::runtime::protocol;

/// Fields: encoding, object, start, end, reason.
const FIELDS: &[GetSetDef] = &[
    GetSetDef::new("encoding", get::<0>)
        .writable(set::<0>)
        .doc("The encoding that was used."),
    GetSetDef::new("object", get::<1>)
        .writable(set::<1>)
        .doc("What was to be converted."),
    GetSetDef::new("start", get::<2>)
        .writable(set::<2>)
        .doc("Where the part begins that could not be converted."),
    GetSetDef::new("end", get::<3>)
        .writable(set::<3>)
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

/// Start and end as positions in an object of `len` elements.
fn range(thread: &Thread, value: &Value, len: usize) -> Res<(usize, usize)> {
    let read = |field: Value| field.as_int().and_then(IntRef::to_i64).unwrap_or(0);
    let start = (read(get::<2>(thread, value)?).max(0) as usize).min(len.saturating_sub(1));
    let end = (read(get::<3>(thread, value)?).max(0) as usize).clamp((start + 1).min(len), len);
    Ok((start, end))
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
    let (start, end) = range(thread, value, bytes.len())?;
    let (encoding, reason) = (
        text(thread, &encoding)?,
        text(thread, &get::<4>(thread, value)?)?,
    );
    let message = match bytes.get(start) {
        Some(byte) if end == start + 1 => {
            format!(
                "'{encoding}' codec can't decode byte 0x{byte:02x} in position {start}: {reason}"
            )
        }
        _ => format!(
            "'{encoding}' codec can't decode bytes in position {start}-{}: {reason}",
            end.wrapping_sub(1)
        ),
    };
    Str::new_value(thread, &message)
}

fn str_of_text(thread: &Thread, value: &Value, verb: &str) -> Res {
    let (encoding, object) = (get::<0>(thread, value)?, get::<1>(thread, value)?);
    let Some(string) = object.as_str_object() else {
        return Ok(crate::object::names::EMPTY.value().clone());
    };
    let (start, end) = range(thread, value, string.len())?;
    let reason = text(thread, &get::<4>(thread, value)?)?;
    let codec = if encoding.is_none() {
        String::new()
    } else {
        format!("'{}' codec ", text(thread, &encoding)?)
    };
    let offset = string.byte_offset(start);
    let point =
        crate::base::text::points::decode_at(string.as_bytes(), offset).map(|(point, _)| point);
    let message = match point {
        Some(point) if end == start + 1 => {
            let shown = match point {
                0..=0xFF => format!("\\x{point:02x}"),
                0x100..=0xFFFF => format!("\\u{point:04x}"),
                _ => format!("\\U{point:08x}"),
            };
            format!("{codec}can't {verb} character '{shown}' in position {start}: {reason}")
        }
        _ => format!(
            "{codec}can't {verb} characters in position {start}-{}: {reason}",
            end.wrapping_sub(1)
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
