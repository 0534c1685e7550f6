//! Finding objects by module and name: imports, dotted names, and the names of Python 2.

use crate::modules::import::{import_module, library_attribute};
use crate::object::{Builtin, Res, Str, Thread, Tuple, Value};
use crate::runtime::protocol::attribute::shown_name;
use crate::runtime::protocol::{self, get_attr_opt};
use crate::runtime::safepoint::poll;

/// A name of a module of the library.
///
/// # Errors
/// What importing the module raises.
pub fn library(thread: &Thread, module: &str, name: &str) -> Res {
    library_attribute(thread, module, name)
}

/// A dictionary of a module of the library.
///
/// # Errors
/// RuntimeError if it is none, and what importing the module raises.
pub fn library_dict(thread: &Thread, module: &str, name: &str) -> Res {
    let dict = library_attribute(thread, module, name)?;
    if dict.as_dict().is_some() {
        thread.before_read(&dict);
        return Ok(dict);
    }
    Err(thread.error(
        Builtin::RuntimeError,
        format!(
            "{module}.{name} should be a dict, not {}",
            thread.class_of(&dict).name_text()
        ),
    ))
}

/// What a dictionary of a library module has under a key.
///
/// # Errors
/// As `library_dict`, and what hashing and comparing raise.
pub fn library_entry(thread: &Thread, module: &str, name: &str, key: &Value) -> Res<Option<Value>> {
    let dict = library_dict(thread, module, name)?;
    match dict.as_dict() {
        Some(dict) => dict.get(thread, key),
        None => Ok(None),
    }
}

/// The parts of a qualified name.
///
/// # Errors
/// AttributeError for what lies in a function; `within` is what it was looked for in.
pub fn dotted_path<'n>(
    thread: &Thread,
    name: &'n Value,
    within: Option<&Value>,
) -> Res<Vec<&'n [u8]>> {
    let Some(text) = name.as_str_object() else {
        return Err(thread.type_error("attribute name must be string"));
    };
    let mut path: Vec<&[u8]> = Vec::new();
    let count = memchr::memchr_iter(b'.', text.as_bytes()).count() + 1;
    thread.check_memory(count.saturating_mul(size_of::<&[u8]>()))?;
    if path.try_reserve_exact(count).is_err() {
        return Err(thread.memory_error());
    }
    path.extend(text.as_bytes().split(|byte| *byte == b'.'));
    if path.contains(&&b"<locals>"[..]) {
        let shown = shown_name(&protocol::repr(thread, name)?);
        let message = match within {
            None => format!("Can't get local object {shown}"),
            Some(within) => {
                let within = shown_name(&protocol::repr(thread, within)?);
                format!("Can't get local attribute {shown} on {within}")
            }
        };
        return Err(thread.error(Builtin::AttributeError, message));
    }
    Ok(path)
}

/// What a path of attributes leads to, and what the last of them was looked up in; None if there is no such thing.
///
/// # Errors
/// What attributes raise but AttributeError.
pub fn follow(thread: &Thread, from: &Value, path: &[&[u8]]) -> Res<Option<(Value, Value)>> {
    let mut parent = from.clone();
    let mut found = from.clone();
    for name in path {
        poll(thread)?;
        parent = found;
        let name = Str::from_bytes(thread, name)?;
        match get_attr_opt(thread, &parent, &thread.intern_value(&name)?)? {
            Some(value) => found = value,
            None => return Ok(None),
        }
    }
    Ok(Some((found, parent)))
}

/// The module of a name that an object gave.
///
/// # Errors
/// TypeError if it is no str, and what importing raises.
pub fn module_named(thread: &Thread, name: &Value) -> Res {
    let Some(text) = name.as_str_object() else {
        return Err(thread.type_error(format!(
            "module name must be a string, not {}",
            thread.class_of(name).name_text()
        )));
    };
    let text = text.to_text();
    if text.is_empty() {
        return Err(thread.value_error("Empty module name"));
    }
    import_module(thread, &text)
}

/// The names that a global object had in Python 2.
///
/// # Errors
/// RuntimeError if somebody has spoilt the tables.
pub fn old_names(thread: &Thread, module: Value, name: Value) -> Res<(Value, Value)> {
    let key = Tuple::pair(thread, module.clone(), name.clone())?;
    let pairs = "REVERSE_NAME_MAPPING";
    if let Some(pair) = library_entry(thread, "_compat_pickle", pairs, &key)? {
        return pair_of_texts(thread, pairs, &pair);
    }
    let modules = "REVERSE_IMPORT_MAPPING";
    match library_entry(thread, "_compat_pickle", modules, &module)? {
        Some(old) => Ok((text_of(thread, modules, old)?, name)),
        None => Ok((module, name)),
    }
}

/// The names that a global object of Python 2 has now.
///
/// # Errors
/// RuntimeError if somebody has spoilt the tables.
pub fn new_names(thread: &Thread, module: &Value, name: &Value) -> Res<(Value, Value)> {
    let key = Tuple::pair(thread, module.clone(), name.clone())?;
    if let Some(pair) = library_entry(thread, "_compat_pickle", "NAME_MAPPING", &key)? {
        return pair_of_texts(thread, "NAME_MAPPING", &pair);
    }
    match library_entry(thread, "_compat_pickle", "IMPORT_MAPPING", module)? {
        Some(new) => Ok((text_of(thread, "IMPORT_MAPPING", new)?, name.clone())),
        None => Ok((module.clone(), name.clone())),
    }
}

fn pair_of_texts(thread: &Thread, table: &str, pair: &Value) -> Res<(Value, Value)> {
    let wrong = match pair.as_tuple() {
        Some([module, name]) => {
            if module.as_str_object().is_some() && name.as_str_object().is_some() {
                return Ok((module.clone(), name.clone()));
            }
            format!(
                "pairs of str, not ({}, {})",
                thread.class_of(module).name_text(),
                thread.class_of(name).name_text()
            )
        }
        _ => format!("2-tuples, not {}", thread.class_of(pair).name_text()),
    };
    Err(thread.error(
        Builtin::RuntimeError,
        format!("_compat_pickle.{table} values should be {wrong}"),
    ))
}

fn text_of(thread: &Thread, table: &str, value: Value) -> Res {
    if value.as_str_object().is_some() {
        return Ok(value);
    }
    Err(thread.error(
        Builtin::RuntimeError,
        format!(
            "_compat_pickle.{table} values should be strings, not {}",
            thread.class_of(&value).name_text()
        ),
    ))
}
