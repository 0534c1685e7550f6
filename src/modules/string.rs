//! `_string`: how `string.Formatter` takes format strings apart, piece by piece, so that errors come after the fields before them.
#![forbid(unsafe_code)]

use crate::base::format::template::{First, Step, Steps, Template, split_name};
use crate::object::{NativeDef, Res, Str, Thread, Tuple, Value};
use crate::runtime::module::ModuleDef;
use crate::runtime::protocol::convert::index_ssize;
use crate::runtime::raise::base_error;
use crate::types::text::args::type_name;

/// The module.
pub static MODULE: ModuleDef = ModuleDef {
    name: "_string",
    doc: "How format strings are taken apart.",
    functions: &[
        NativeDef::function("formatter_piece", "(string, start, /)", piece).doc(
            "Text and the field after it, from a position on: where it ends, the text, and\n\
            the field's name, specification and conversion, which are None if no field\n\
            follows. None at the end of the string.",
        ),
        NativeDef::function("formatter_first", "(name, /)", first)
            .doc("What a field's name begins with, an int or a str, and what follows."),
        NativeDef::function("formatter_step", "(rest, /)", step).doc(
            "The first step of what follows in a field's name: whether it is an attribute,\n\
            its name or index, and what follows.",
        ),
    ],
    init: None,
};

fn text<'v>(thread: &Thread, value: &'v Value) -> Res<&'v [u8]> {
    match value.as_str_object() {
        Some(text) => Ok(text.as_bytes()),
        None => Err(thread.type_error(format!("expected str, got {}", type_name(thread, value)))),
    }
}

fn piece(thread: &Thread, args: &[Value]) -> Res {
    let text = text(thread, &args[0])?;
    let start = index_ssize(thread, &args[1])?;
    let rest = usize::try_from(start).ok().and_then(|at| text.get(at..));
    // Only positions that this function has answered lead anywhere.
    let rest = rest.filter(|rest| rest.first().is_none_or(|byte| byte & 0xC0 != 0x80));
    let mut template = Template::new(rest.unwrap_or(b""));
    let Some(piece) = template.next() else {
        return Ok(Value::NONE);
    };
    let piece = piece.map_err(|error| base_error(thread, error))?;
    let end = start as usize + template.position();
    let mut parts = vec![
        thread.int_from_usize(end)?,
        Str::from_bytes(thread, piece.literal)?,
    ];
    match piece.field {
        None => parts.extend([Value::NONE, Value::NONE, Value::NONE]),
        Some(field) => {
            parts.push(Str::from_bytes(thread, field.name)?);
            parts.push(Str::from_bytes(thread, field.spec)?);
            parts.push(match field.conversion {
                None => Value::NONE,
                Some(point) => Str::from_point(thread, point)?,
            });
        }
    }
    Tuple::from_vec(thread, parts)
}

fn first(thread: &Thread, args: &[Value]) -> Res {
    let name = text(thread, &args[0])?;
    let (first, steps) = split_name(name).map_err(|error| base_error(thread, error))?;
    let first = match first {
        First::Automatic => Str::from_bytes(thread, b"")?,
        First::Index(index) => thread.int_from_usize(index)?,
        First::Name(name) => Str::from_bytes(thread, name)?,
    };
    Tuple::pair(thread, first, Str::from_bytes(thread, steps.rest())?)
}

fn step(thread: &Thread, args: &[Value]) -> Res {
    let mut steps = Steps::new(text(thread, &args[0])?);
    let Some(step) = steps.next() else {
        return Ok(Value::NONE);
    };
    let step = step.map_err(|error| base_error(thread, error))?;
    let (is_attribute, key) = match step {
        Step::Attribute(name) => (true, Str::from_bytes(thread, name)?),
        Step::Index(index) => (false, thread.int_from_usize(index)?),
        Step::Key(name) => (false, Str::from_bytes(thread, name)?),
    };
    let rest = Str::from_bytes(thread, steps.rest())?;
    Tuple::from_vec(thread, vec![Value::from_bool(is_attribute), key, rest])
}
