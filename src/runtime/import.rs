//! What the import statements do with a module that has been imported. Finding and loading modules lies above (`modules::import`).
#![forbid(unsafe_code)]

use super::function::Module;
use super::module::imported;
use super::protocol;
use super::raise;
use crate::object::{Builtin, Raised, Res, Str, Thread, Value, names};

/// `from module import name`: the attribute, or else the submodule.
///
/// # Errors
/// ImportError with CPython's message.
pub fn import_from(thread: &Thread, module: &Value, name: &Value) -> Res {
    if let Some(value) = protocol::get_attr_opt(thread, module, name)? {
        return Ok(value);
    }
    let package = protocol::get_attr_opt(thread, module, names::NAME.value())?;
    if let Some(package) = package.as_ref().and_then(Value::as_str) {
        let full = format!("{package}.{}", name.as_str().unwrap_or(""));
        if let Some(found) = imported(thread, &full)? {
            return Ok(found);
        }
    }
    Err(cannot_import(thread, module, name, package.as_ref())?)
}

fn cannot_import(
    thread: &Thread,
    module: &Value,
    name: &Value,
    package: Option<&Value>,
) -> Res<Raised> {
    let text = name.as_str().unwrap_or("");
    let package_text = package
        .and_then(Value::as_str)
        .unwrap_or("<unknown module name>");
    let file = protocol::get_attr_opt(thread, module, names::FILE.value())?;
    let location = file.as_ref().and_then(Value::as_str);
    let spec = protocol::get_attr_opt(thread, module, names::SPEC.value())?;
    let initialising = match &spec {
        Some(spec) if !spec.is_none() => {
            let name = thread.intern(b"_initializing")?;
            match protocol::get_attr_opt(thread, spec, &name)? {
                Some(value) => protocol::truth(thread, &value)?,
                None => false,
            }
        }
        _ => false,
    };
    let place = location.unwrap_or("unknown location");
    let message = if initialising {
        format!(
            "cannot import name '{text}' from partially initialized module '{package_text}' (most likely due to a circular import) ({place})"
        )
    } else {
        format!("cannot import name '{text}' from '{package_text}' ({place})")
    };
    let error = thread.new_exception(Builtin::ImportError, &message);
    if let Some([msg, module_name, path, name_from]) = error
        .as_exception()
        .and_then(|e| e.fields.first_chunk::<4>())
    {
        msg.set(Str::new_value(thread, &message)?);
        module_name.set(package.cloned().unwrap_or(Value::NONE));
        path.set(file.unwrap_or(Value::NONE));
        name_from.set(name.clone());
    }
    Ok(thread.raise(error))
}

/// `from module import *` into a namespace mapping.
///
/// # Errors
/// What look-ups raise; TypeError for names that are no strings.
pub fn import_star(thread: &Thread, module: &Value, namespace: &Value) -> Res<()> {
    let all = protocol::get_attr_opt(thread, module, names::ALL.value())?;
    let names = match &all {
        Some(all) => protocol::collect(thread, all)?,
        None => {
            let dict = match module.payload::<Module>() {
                Some(module) => module.dict.clone(),
                None => protocol::get_attr(thread, module, names::DICT.value())?,
            };
            match dict.as_dict() {
                Some(dict) => dict.keys(),
                None => {
                    return Err(thread.error(
                        Builtin::ImportError,
                        "from-import-* object has no __dict__ and no __all__",
                    ));
                }
            }
        }
    };
    for name in names {
        let Some(text) = name.as_str_object() else {
            let module_name = protocol::get_attr(thread, module, names::NAME.value())?;
            let (list, kind) = if all.is_some() {
                ("__all__", "Item")
            } else {
                ("__dict__", "Key")
            };
            return Err(thread.type_error(format!(
                "{kind} in {}.{list} must be str, not {}",
                module_name.as_str().unwrap_or(""),
                thread.class_of(&name).name_text()
            )));
        };
        if all.is_none() && text.as_bytes().first() == Some(&b'_') {
            continue;
        }
        let interned = thread.intern_value(&name)?;
        let value = protocol::get_attr(thread, module, &interned)?;
        protocol::set_item(thread, namespace, &interned, &value)?;
    }
    Ok(())
}

/// The name of an ImportError for a module that was not found.
///
/// # Errors
/// Always: ModuleNotFoundError.
pub fn not_found(thread: &Thread, name: &str) -> Raised {
    let error = thread.new_exception(
        Builtin::ModuleNotFoundError,
        &format!("No module named '{name}'"),
    );
    if let (Some(fields), Ok(name)) = (
        error.as_exception().map(|e| &e.fields),
        Str::new_value(thread, name),
    ) && let Some(field) = fields.get(1)
    {
        field.set(name);
    }
    raise::raise_in_context(thread, error)
}
