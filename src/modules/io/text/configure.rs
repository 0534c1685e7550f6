//! How a file of text is opened, and `reconfigure`.
#![forbid(unsafe_code)]

use super::super::buffered::{descriptor_below, plain};
use super::super::{call, named, unsupported};
use super::decode::{Decoder, Newlines};
use super::encode::Encoder;
use super::{LineEnd, State, Status, Text, this};
use crate::object::class::CallArgs;
use crate::object::{Builtin, NativeDef, Res, Str, Thread, Value, names};
use crate::runtime::protocol::{self, convert::index};
use crate::types::shared::{arguments, class_argument, signature};
use crate::types::text::args::type_name;
use crate::types::text::codec;

pub(super) fn construct(thread: &Thread, class: &Value, _: CallArgs<'_>) -> Res {
    thread.alloc_instance(class_argument(thread, class)?, Text::new())
}

static ARGUMENTS: NativeDef = signature(
    "TextIOWrapper",
    "(buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False)",
);

/// The text of an argument that is a str or None.
fn text_of<'v>(
    thread: &Thread,
    value: &'v Value,
    function: &str,
    name: &str,
) -> Res<Option<&'v Str>> {
    let Some(value) = value.bound().filter(|value| !value.is_none()) else {
        return Ok(None);
    };
    match value.as_str_object() {
        Some(text) if text.has_surrogates() => Err(codec::surrogates_error(thread, value)),
        Some(text) => Ok(Some(text)),
        None => Err(thread.type_error(format!(
            "{function}() argument '{name}' must be str or None, not {}",
            type_name(thread, value)
        ))),
    }
}

/// A name without characters that no name has.
fn name_of(thread: &Thread, text: &Str) -> Res<String> {
    let text = text.to_text();
    match text.contains('\0') {
        true => Err(thread.value_error("embedded null character")),
        false => Ok(text.into_owned()),
    }
}

/// One of the five values of `newline`.
fn newline_of(thread: &Thread, text: Option<&Str>) -> Res<Option<&'static str>> {
    match text.map(Str::as_bytes) {
        None => Ok(None),
        Some(b"") => Ok(Some("")),
        Some(b"\n") => Ok(Some("\n")),
        Some(b"\r") => Ok(Some("\r")),
        Some(b"\r\n") => Ok(Some("\r\n")),
        Some(other) => {
            let shown = String::from_utf8_lossy(other);
            Err(thread.value_error(format!("illegal newline value: {shown}")))
        }
    }
}

/// How lines end that are read, and the decoder's part in it.
fn reading(newline: Option<&'static str>) -> (LineEnd, Option<Newlines>) {
    let universal = |translates| {
        Some(Newlines {
            translates,
            ..Newlines::default()
        })
    };
    match newline {
        None => (LineEnd::Lf, universal(true)),
        Some("") => (LineEnd::Any, universal(false)),
        Some("\r") => (LineEnd::Cr, None),
        Some("\r\n") => (LineEnd::CrLf, None),
        Some(_) => (LineEnd::Lf, None),
    }
}

fn flag(thread: &Thread, value: &Value) -> Res<bool> {
    value
        .bound()
        .map_or(Ok(false), |value| protocol::truth(thread, value))
}

fn able(thread: &Thread, file: &Value, method: &str) -> Res<bool> {
    let answer = call(thread, file, method, &[])?;
    protocol::truth(thread, &answer)
}

pub(super) fn initialise(thread: &Thread, value: &Value, args: CallArgs<'_>) -> Res<()> {
    let bound = arguments(thread, &ARGUMENTS, args)?;
    let this = this(thread, value)?;
    let given = |i: usize, name: &str| text_of(thread, &bound[i], "TextIOWrapper", name);
    let encoding = given(1, "encoding")?;
    let errors = given(2, "errors")?;
    let newline = given(3, "newline")?;
    let line_buffering = flag(thread, &bound[4])?;
    let write_through = flag(thread, &bound[5])?;
    this.state.lock().status = Status::New;
    let newline = newline_of(thread, newline)?;
    let encoding = match encoding {
        Some(name) => match name_of(thread, name)? {
            name if name == "locale" => "UTF-8".to_owned(),
            name => name,
        },
        None => "UTF-8".to_owned(),
    };
    let errors = match errors {
        Some(name) => name_of(thread, name)?,
        None => "strict".to_owned(),
    };
    let codec = codec::lookup(thread, &encoding, "open")?;
    let buffer = &bound[0];
    let (line_end, newlines) = reading(newline);
    let can_read = able(thread, buffer, "readable")?;
    let decoder = can_read.then(|| Decoder::new(codec, errors.clone(), newlines));
    let encoder = able(thread, buffer, "writable")?.then(|| Encoder::new(codec, errors.clone()));
    let seekable = able(thread, buffer, "seekable")?;
    let has_read1 = protocol::get_attr_opt(thread, buffer, &named(thread, "read1")?)?.is_some();
    let mut state = State {
        status: Status::Ready,
        codec,
        encoding,
        errors,
        line_end,
        newline,
        line_buffering,
        write_through,
        seekable,
        telling: seekable,
        has_read1,
        decoder,
        can_read,
        encoder,
        file: plain(thread, buffer).and_then(descriptor_below),
        ..State::default()
    };
    if seekable && let Some(encoder) = &mut state.encoder {
        let at = call(thread, buffer, "tell", &[])?;
        encoder.set_at_start(protocol::compare::equal(thread, &at, &Value::from_i32(0))?);
    }
    thread.go_alone();
    let old = this.buffer.replace(buffer.clone());
    let previous = std::mem::replace(&mut *this.state.lock(), state);
    drop((old, previous));
    Ok(())
}

/// A flag that may be left as it is.
fn kept_flag(thread: &Thread, value: &Value, present: bool) -> Res<bool> {
    match value.bound().filter(|value| !value.is_none()) {
        Some(value) => {
            let int = index(thread, value)?;
            match int.as_int().and_then(|int| int.to_i64()) {
                Some(number) => Ok(number != 0),
                None => Err(thread.overflow_error("Python int too large to convert to C long")),
            }
        }
        None => Ok(present),
    }
}

pub(super) fn reconfigure(thread: &Thread, args: &[Value]) -> Res {
    let this = this(thread, &args[0])?;
    let given = |i: usize, name: &str| -> Res<Option<&Str>> {
        if args[i].bound().is_none() {
            return Ok(None);
        }
        text_of(thread, &args[i], "reconfigure", name)
    };
    let encoding = given(1, "encoding")?;
    let errors = given(2, "errors")?;
    let newline = given(3, "newline")?;
    let has_newline = args[3].bound().is_some();
    this.below(thread)?;
    let changes_text = encoding.is_some() || errors.is_some() || has_newline;
    if changes_text && !this.state.lock().decoded.is_empty() {
        return Err(unsupported(
            thread,
            "It is not possible to set the encoding or newline of stream after the first read",
        ));
    }
    let newline = newline_of(thread, newline)?;
    let (line_buffering, write_through) = {
        let state = this.state.lock();
        (state.line_buffering, state.write_through)
    };
    let line_buffering = kept_flag(thread, &args[4], line_buffering)?;
    let write_through = kept_flag(thread, &args[5], write_through)?;
    let encoding = match encoding {
        Some(name) => {
            let name = match name.to_text().into_owned() {
                name if name == "locale" => "UTF-8".to_owned(),
                name => name,
            };
            Some((codec::lookup(thread, &name, "open")?, name))
        }
        None => None,
    };
    let errors = match errors {
        Some(name) => Some(name_of(thread, name)?),
        None => encoding.is_some().then(|| "strict".to_owned()),
    };
    protocol::call_method(thread, &args[0], names::FLUSH.value(), &[])?;
    let inside = this.begin(thread, &args[0])?;
    if changes_text {
        {
            let mut state = inside.state();
            if let Some((codec, name)) = encoding {
                (state.codec, state.encoding) = (codec, name);
            }
            if let Some(errors) = errors {
                state.errors = errors;
            }
            if has_newline {
                state.newline = newline;
            }
            let (line_end, newlines) = reading(state.newline);
            state.line_end = line_end;
            let (codec, errors) = (state.codec, state.errors.clone());
            if state.can_read {
                state.decoder = Some(Decoder::new(codec, errors.clone(), newlines));
            }
            if state.encoder.is_some() {
                state.encoder = Some(Encoder::new(codec, errors));
            }
        }
        let state = inside.state();
        let asks = state.seekable && state.encoder.is_some();
        drop(state);
        if asks {
            let at = inside.ask("tell", &[])?;
            let at_start = protocol::compare::equal(thread, &at, &Value::from_i32(0))?;
            if let Some(encoder) = &mut inside.state().encoder {
                encoder.set_at_start(at_start);
            }
        }
    }
    let mut state = inside.state();
    state.line_buffering = line_buffering;
    state.write_through = write_through;
    drop(state);
    Ok(Value::NONE)
}

pub(super) fn get_chunk(thread: &Thread, value: &Value) -> Res {
    let this = this(thread, value)?;
    this.below(thread)?;
    let chunk = this.state.lock().chunk;
    thread.int_from_usize(chunk)
}

pub(super) fn set_chunk(thread: &Thread, value: &Value, chunk: Option<&Value>) -> Res<()> {
    let this = this(thread, value)?;
    this.below(thread)?;
    let Some(chunk) = chunk else {
        return Err(thread.error(Builtin::AttributeError, "cannot delete attribute"));
    };
    let chunk = protocol::convert::index_ssize(thread, chunk)?;
    match usize::try_from(chunk) {
        Ok(chunk) if chunk > 0 => {
            this.state.lock().chunk = chunk;
            Ok(())
        }
        _ => Err(thread.value_error("a strictly positive integer is required")),
    }
}

/// The attribute of the file below.
pub(super) fn of_below(thread: &Thread, value: &Value, name: &str) -> Res {
    let below = this(thread, value)?.below(thread)?;
    protocol::get_attr_str(thread, &below, name)
}

/// What `seekable`, `fileno` and the like of the file below answer.
pub(super) fn forward(thread: &Thread, args: &[Value], method: &str) -> Res {
    let below = this(thread, &args[0])?.below(thread)?;
    call(thread, &below, method, &[])
}
