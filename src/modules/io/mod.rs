//! `_io`: files in memory (`bytes_io`, `string_io`). Their bases are written in Python (`_iobase`), as is the rest of `io`.

mod bytes_io;
mod string_io;

use crate::modules::import::{import_module, library_attribute};
use crate::object::{Builtin, Dict, Raised, Res, Thread, Value};
use crate::runtime::classes::{ClassDef, native_class_with_base, once};
use crate::runtime::module::ModuleDef;
use crate::runtime::protocol;
use crate::runtime::protocol::convert::{index, index_ssize};

/// The module.
pub static MODULE: ModuleDef = ModuleDef {
    name: "_io",
    doc: "Files in memory.",
    functions: &[],
    init: Some(init),
};

fn init(thread: &Thread, dict: &Dict) -> Res<()> {
    import_module(thread, "_iobase")?;
    let bytes = once(thread, &bytes_io::CLASS, |thread, def| {
        derived(thread, def, "_BufferedIOBase")
    })?;
    dict.set(thread, thread.intern(b"BytesIO")?, bytes)?;
    let text = once(thread, &string_io::CLASS, |thread, def| {
        derived(thread, def, "_TextIOBase")
    })?;
    dict.set(thread, thread.intern(b"StringIO")?, text)
}

fn derived(thread: &Thread, def: &'static ClassDef, base: &str) -> Res {
    let base = library_attribute(thread, "_iobase", base)?;
    native_class_with_base(thread, def, &base)
}

/// A number of bytes or characters; none for None, a negative number or nothing.
fn count(thread: &Thread, value: &Value) -> Res<Option<usize>> {
    let Some(value) = value.bound().filter(|value| !value.is_none()) else {
        return Ok(None);
    };
    if thread.class_of(value).index().is_none() {
        return Err(thread.type_error(format!(
            "argument should be integer or None, not '{}'",
            thread.class_of(value).name_text()
        )));
    }
    Ok(usize::try_from(index_ssize(thread, value)?).ok())
}

/// The size that `truncate` gets: the position if there is none.
fn size(thread: &Thread, value: &Value, at: usize, negative: &str) -> Res<usize> {
    let Some(given) = value.bound().filter(|value| !value.is_none()) else {
        return Ok(at);
    };
    match count(thread, given)? {
        Some(size) => Ok(size),
        None => {
            let shown = index_ssize(thread, given)?;
            Err(thread.value_error(format!("{negative} size value {shown}")))
        }
    }
}

/// The arguments of `seek`.
fn seek_arguments(thread: &Thread, args: &[Value]) -> Res<(i64, i32)> {
    let position = index_ssize(thread, &index(thread, &args[1])?)?;
    let whence = match args[2].bound() {
        Some(whence) => crate::types::text::args::c_int(thread, whence)?,
        None => 0,
    };
    Ok((position, whence))
}

/// The attributes of an instance, for its state; None if it has none.
fn attributes(thread: &Thread, file: &Value) -> Res {
    match thread.instance_dict(file)? {
        Some(dict) if dict.as_dict().is_some_and(|dict| !dict.is_empty()) => dict
            .as_dict()
            .map_or(Ok(Value::NONE), |dict| dict.copy_value(thread)),
        _ => Ok(Value::NONE),
    }
}

/// Gives an instance the attributes of a state.
fn set_attributes(thread: &Thread, file: &Value, state: &Value, place: &str) -> Res<()> {
    if state.is_none() {
        return Ok(());
    }
    let Some(dict) = state.as_dict() else {
        return Err(thread.type_error(format!(
            "{place} item of state should be a dict, got a {}",
            thread.class_of(state).name_text()
        )));
    };
    for (name, value) in dict.items(thread) {
        protocol::set_attr(thread, file, &name, Some(&value))?;
    }
    Ok(())
}

/// The position in a state.
fn state_position(thread: &Thread, value: &Value, place: &str, verb: &str) -> Res<usize> {
    if value.as_int().is_none() {
        return Err(thread.type_error(format!(
            "{place} item of state must be an integer, {verb} {}",
            thread.class_of(value).name_text()
        )));
    }
    match usize::try_from(index_ssize(thread, value)?) {
        Ok(position) => Ok(position),
        Err(_) => Err(thread.value_error("position value cannot be negative")),
    }
}

/// Raises the OSError of a seek that text does not allow.
#[cold]
fn cannot_seek(thread: &Thread) -> Raised {
    thread.error(Builtin::OSError, "Can't do nonzero cur-relative seeks")
}
