//! `_io`: files in memory (`bytes_io`, `string_io`), raw files (`file_io`), buffered ones (`buffered`), those of text (`text`), their bases (`base`), and
//! `open`.

mod base;
mod buffered;
mod bytes_io;
mod descriptor;
mod file_io;
mod open;
mod string_io;
mod text;
mod turn;

pub use open::{open_function, standard_streams};
pub use text::{Text, flush, plain_text, write_value};

use crate::object::{Builtin, Dict, Raised, Res, Thread, Value};
use crate::runtime::module::ModuleDef;
use crate::runtime::native_call::class_text;
use crate::runtime::protocol;
use crate::runtime::protocol::convert::{index, index_ssize};
use crate::runtime::raise;

/// The module.
pub static MODULE: ModuleDef = ModuleDef {
    name: "_io",
    doc: "Files.",
    functions: &[open::OPEN_CODE, open::TEXT_ENCODING],
    init: Some(init),
};

fn init(thread: &Thread, dict: &Dict) -> Res<()> {
    let classes = [
        ("_IOBase", &base::IO_BASE),
        ("_RawIOBase", &base::RAW),
        ("_BufferedIOBase", &base::BUFFERED),
        ("_TextIOBase", &base::TEXT),
        ("BytesIO", &bytes_io::CLASS),
        ("StringIO", &string_io::CLASS),
    ];
    for (name, def) in classes {
        dict.set(thread, named(thread, name)?, base::class(thread, def)?)?;
    }
    file_io::add(thread, dict)?;
    buffered::add(thread, dict)?;
    text::add(thread, dict)?;
    dict.set(thread, named(thread, "open")?, open_function(thread)?)?;
    let size = Value::from_i32(8192);
    dict.set(thread, named(thread, "DEFAULT_BUFFER_SIZE")?, size)?;
    let blocking = Builtin::BlockingIOError.class().clone();
    dict.set(thread, named(thread, "BlockingIOError")?, blocking)?;
    let unsupported = base::unsupported_class(thread)?;
    dict.set(thread, named(thread, "UnsupportedOperation")?, unsupported)
}

/// A name of this module.
fn named(thread: &Thread, name: &str) -> Res {
    thread.intern(name.as_bytes())
}

/// Calls a method by its name.
fn call(thread: &Thread, object: &Value, method: &str, args: &[Value]) -> Res {
    protocol::call_method(thread, object, &named(thread, method)?, args)
}

/// Raises `io.UnsupportedOperation`.
#[cold]
fn unsupported(thread: &Thread, message: &str) -> Raised {
    let make = || {
        let class = base::unsupported_class(thread)?;
        let message = crate::object::Str::new_value(thread, message)?;
        protocol::call_positional(thread, &class, &[message])
    };
    raise::raise_made(thread, make())
}

/// The class of a file as its repr shows it: with the module, for a native class.
fn shown_class(thread: &Thread, file: &Value) -> String {
    let class = thread.class_of(file);
    match class.has(crate::object::class::class_flag::NATIVE_HEAP) {
        true => format!("_io.{}", class_text(class)),
        false => class_text(class),
    }
}

/// The repr of a file's name, which may be the file itself.
fn shown_name(thread: &Thread, file: &Value, name: &Value) -> Res<String> {
    if name.is(file) {
        let message = format!(
            "reentrant call inside {}.__repr__",
            shown_class(thread, file)
        );
        return Err(thread.error(Builtin::RuntimeError, message));
    }
    protocol::convert::repr_text(thread, name)
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
