//! Warnings that native code issues. The module `warnings` decides about them once it has been imported; until
//! then its filters as they are at the start apply here.
//!
//! Invariant: nothing is imported in order to warn.
#![forbid(unsafe_code)]

use super::module::imported;
use super::state::interpreter;
use super::{frames, protocol};
use crate::object::{Builtin, Dict, Res, Str, Thread, Tuple, Value, names};

/// Issues a warning about the place of the newest frame.
///
/// # Errors
/// The warning, if filters turn it into an exception; what writing to `sys.stderr` raises.
pub fn warn(thread: &Thread, category: Builtin, message: &str) -> Res<()> {
    let (file, line) = frames::current_place(thread);
    let globals = frames::current_globals(thread).unwrap_or_else(|| interpreter(thread).sys.get());
    let Some(globals) = globals.as_dict() else {
        return Ok(());
    };
    let key = thread.intern(b"__warningregistry__")?;
    let registry = match globals.get_str(thread, &key) {
        Some(registry) if !registry.is_none() => registry,
        _ => {
            let registry = Dict::new_value(thread)?;
            globals.set_str(thread, &key, registry.clone())?;
            registry
        }
    };
    let module = globals.get_str(thread, names::NAME.value());
    let module = match module {
        Some(name) => name,
        None => Str::new_value(thread, "<string>")?,
    };
    let place = Place {
        file: &file,
        line,
        module,
        registry: Some(registry),
    };
    warn_explicit(thread, category, message, &place)
}

/// Issues a warning about a line of source that is being compiled.
///
/// # Errors
/// As [`warn`].
pub fn warn_source(
    thread: &Thread,
    category: Builtin,
    message: &str,
    file: &str,
    line: u32,
) -> Res<()> {
    let module = Str::new_value(thread, file.strip_suffix(".py").unwrap_or(file))?;
    let place = Place {
        file,
        line,
        module,
        registry: None,
    };
    warn_explicit(thread, category, message, &place)
}

struct Place<'a> {
    file: &'a str,
    line: u32,
    module: Value,
    /// What has been shown for this module; nothing is remembered without.
    registry: Option<Value>,
}

fn warn_explicit(thread: &Thread, category: Builtin, message: &str, place: &Place<'_>) -> Res<()> {
    let text = Str::new_value(thread, message)?;
    let line = thread.int(i64::from(place.line))?;
    let class = category.class().clone();
    if let Some(function) = module_function(thread)? {
        let args = [
            text,
            class,
            Str::new_value(thread, place.file)?,
            line,
            place.module.clone(),
            place.registry.clone().unwrap_or(Value::NONE),
        ];
        return protocol::call_positional(thread, &function, &args).map(drop);
    }
    if is_ignored(category, &place.module) {
        return Ok(());
    }
    if let Some(registry) = place.registry.as_ref().and_then(Value::as_dict) {
        let key = Tuple::from_slice(thread, &[text, class, line])?;
        if registry.get(thread, &key)?.is_some() {
            return Ok(());
        }
        registry.set(thread, key, Value::TRUE)?;
    }
    show(thread, category, message, place)
}

/// `warnings.warn_explicit`, if the module has been imported.
fn module_function(thread: &Thread) -> Res<Option<Value>> {
    let Some(module) = imported(thread, "warnings")? else {
        return Ok(None);
    };
    let name = thread.intern(b"warn_explicit")?;
    let found = protocol::get_attr(thread, &module, &name);
    super::raise::catch(thread, Builtin::AttributeError, found)
}

fn is_ignored(category: Builtin, module: &Value) -> bool {
    match category {
        Builtin::DeprecationWarning => module.as_str() != Some("__main__"),
        Builtin::PendingDeprecationWarning | Builtin::ImportWarning | Builtin::ResourceWarning => {
            true
        }
        _ => false,
    }
}

fn show(thread: &Thread, category: Builtin, message: &str, place: &Place<'_>) -> Res<()> {
    let interpreter = interpreter(thread);
    let mut text = format!(
        "{}:{}: {}: {message}\n",
        place.file,
        place.line,
        category.name()
    );
    if let Some(source) = interpreter.sources.line(place.file, place.line) {
        let source = source.trim();
        if !source.is_empty() {
            text.push_str(&format!("  {source}\n"));
        }
    }
    let sys = interpreter.sys.get();
    let stderr = sys
        .as_dict()
        .and_then(|dict| dict.get_str(thread, names::STDERR.value()));
    if let Some(stderr) = stderr.filter(|stream| !stream.is_none()) {
        let text = Str::new_value(thread, &text)?;
        protocol::call_method(thread, &stderr, names::WRITE.value(), &[text])?;
    }
    Ok(())
}

/// Warns that a `what` of the system dies open, as far as warnings are wanted.
pub fn warn_unclosed(thread: &Thread, what: &str, source: &Value) {
    let warned = protocol::convert::repr_text(thread, source).and_then(|shown| {
        let message = format!("unclosed {what}{shown}");
        warn(thread, Builtin::ResourceWarning, &message)
    });
    if let Err(raised) = warned {
        let exception = thread.take_raised(raised);
        if thread
            .class_of(&exception)
            .is_subclass_of(Builtin::Warning.class())
        {
            super::report::unraisable(thread, &exception, source);
        }
    }
}
