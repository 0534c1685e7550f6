//! `translate` and `maketrans`.
#![forbid(unsafe_code)]

use super::value::{exact, this};
use crate::base::text::points::{Points, decode_at, push};
use crate::object::{Builtin, Dict, Res, Str, Thread, Value};
use crate::runtime::protocol::get_item;
use crate::runtime::{raise, safepoint};
use crate::types::text::args::{buffer, type_name};

/// What a table makes of a code point.
enum Mapped {
    /// The code point itself.
    Same,
    Nothing,
    Point(u32),
    Text(Value),
}

/// Asks the table for a code point.
fn look_up(thread: &Thread, table: &Value, c: u32) -> Res<Mapped> {
    let key = thread.int(c.into())?;
    let answer = match table.as_dict() {
        Some(entries) if table.is_exact(Builtin::Dict) => entries.get(thread, &key)?,
        _ => raise::catch(thread, Builtin::LookupError, get_item(thread, table, &key))?,
    };
    let Some(answer) = answer else {
        return Ok(Mapped::Same);
    };
    if answer.is_none() {
        return Ok(Mapped::Nothing);
    }
    if let Some(int) = answer.as_int() {
        let point = int.to_i64().and_then(|int| u32::try_from(int).ok());
        return match point.filter(|c| *c <= 0x10_FFFF) {
            Some(c) => Ok(Mapped::Point(c)),
            None => Err(thread.value_error("character mapping must be in range(0x110000)")),
        };
    }
    if answer.as_str_object().is_some() {
        return Ok(Mapped::Text(answer));
    }
    Err(thread.type_error("character mapping must return integer, None or str"))
}

/// What is known of an ASCII code point's mapping.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Known {
    NotYet,
    Nothing,
    Byte(u8),
}

/// `self.translate(table)`
pub fn translate(thread: &Thread, args: &[Value]) -> Res {
    let (text, table) = (this(&args[0]), &args[1]);
    if text.is_empty() {
        return exact(thread, &args[0]);
    }
    // Answers for ASCII that are ASCII are remembered: a table is asked for each of them once.
    let mut known = [Known::NotYet; 128];
    let mut out = buffer(thread, text.byte_len())?;
    for (i, c) in Points::new(text.as_bytes()).enumerate() {
        if i % 4096 == 4095 {
            safepoint::poll(thread)?;
        }
        grow(thread, &mut out, 4)?;
        if let Some(known) = known.get(c as usize) {
            match known {
                Known::Byte(byte) => {
                    out.push(*byte);
                    continue;
                }
                Known::Nothing => continue,
                Known::NotYet => {}
            }
        }
        let mapped = look_up(thread, table, c)?;
        let remember = match &mapped {
            Mapped::Same => u8::try_from(c).map_or(Known::NotYet, Known::Byte),
            Mapped::Nothing => Known::Nothing,
            Mapped::Point(c @ 0..0x80) => Known::Byte(*c as u8),
            _ => Known::NotYet,
        };
        if let Some(known) = known.get_mut(c as usize) {
            *known = remember;
        }
        match mapped {
            Mapped::Same => push(&mut out, c),
            Mapped::Nothing => {}
            Mapped::Point(c) => push(&mut out, c),
            Mapped::Text(text) => {
                let bytes = this(&text).as_bytes();
                grow(thread, &mut out, bytes.len())?;
                out.extend_from_slice(bytes);
            }
        }
    }
    Str::from_bytes(thread, &out)
}

/// Room for `more` bytes, with some to spare.
fn grow(thread: &Thread, out: &mut Vec<u8>, more: usize) -> Res<()> {
    if out.capacity() - out.len() >= more {
        return Ok(());
    }
    let room = more.saturating_add(out.len());
    thread.check_memory(room.saturating_add(out.len()))?;
    out.try_reserve(room).map_err(|_| thread.memory_error())
}

/// `str.maketrans(x, y, z)`
pub fn make_translation(thread: &Thread, args: &[Value]) -> Res {
    let table = Dict::new_value(thread)?;
    let Some(out) = table.as_dict() else {
        return Ok(table);
    };
    match args[1].bound() {
        Some(to) => from_texts(thread, out, &args[0], to, args[2].bound())?,
        None => from_mapping(thread, out, &args[0])?,
    }
    Ok(table)
}

fn from_texts(
    thread: &Thread,
    out: &Dict,
    from: &Value,
    to: &Value,
    delete: Option<&Value>,
) -> Res<()> {
    let argument = |value: &Value, number: usize| {
        thread.type_error(format!(
            "maketrans() argument {number} must be str, not {}",
            type_name(thread, value)
        ))
    };
    let to = to.as_str_object().ok_or_else(|| argument(to, 2))?;
    let delete = match delete {
        Some(delete) => Some(delete.as_str_object().ok_or_else(|| argument(delete, 3))?),
        None => None,
    };
    let Some(from) = from.as_str_object() else {
        return Err(thread.type_error(
            "first maketrans argument must be a string if there is a second argument",
        ));
    };
    if from.len() != to.len() {
        return Err(thread.value_error("the first two maketrans arguments must have equal length"));
    }
    let pairs = Points::new(from.as_bytes()).zip(Points::new(to.as_bytes()));
    for (from, to) in pairs {
        out.set(thread, thread.int(from.into())?, thread.int(to.into())?)?;
    }
    for c in Points::new(delete.map_or(&[], Str::as_bytes)) {
        out.set(thread, thread.int(c.into())?, Value::NONE)?;
    }
    Ok(())
}

fn from_mapping(thread: &Thread, out: &Dict, mapping: &Value) -> Res<()> {
    let Some(entries) = mapping
        .as_dict()
        .filter(|_| mapping.is_exact(Builtin::Dict))
    else {
        return Err(
            thread.type_error("if you give only one argument to maketrans it must be a dict")
        );
    };
    for (key, value) in entries.items(thread) {
        let key = match (key.as_str_object(), key.as_int()) {
            (Some(text), _) => match decode_at(text.as_bytes(), 0) {
                Some((c, _)) if text.len() == 1 => thread.int(c.into())?,
                _ => {
                    return Err(
                        thread.value_error("string keys in translate table must be of length 1")
                    );
                }
            },
            (None, Some(_)) => key,
            (None, None) => {
                return Err(
                    thread.type_error("keys in translate table must be strings or integers")
                );
            }
        };
        out.set(thread, key, value)?;
    }
    Ok(())
}
