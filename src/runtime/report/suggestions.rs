//! "Did you mean" for names, attributes and imports.

use super::quietly;
use crate::base::suggest;
use crate::object::{Builtin, Thread, Value, names};
use crate::runtime::frame_object::FrameObject;
use crate::runtime::function::Module;
use crate::runtime::module::imported;
use crate::runtime::protocol;
use crate::runtime::traceback::Traceback;

/// Names that are looked through at most.
const MOST: usize = 750;

/// What follows the message of an exception with this traceback: `. Did you mean: 'name'?`
pub fn hint(thread: &Thread, exception: &Value, traceback: Option<&Value>) -> Option<String> {
    let class = thread.class_of(exception);
    let is = |builtin: Builtin| class.is_subclass_of(builtin.class());
    let fields = &exception.as_exception()?.fields;
    let field = |i: usize| {
        fields
            .get(i)
            .and_then(|slot| slot.load())
            .filter(|value| !value.is_none())
    };
    if is(Builtin::NameError) {
        let wrong = field(0)?;
        let wrong = wrong.as_str()?;
        let frame = innermost_frame(traceback);
        let close = match frame.as_ref().and_then(Value::payload::<FrameObject>) {
            Some(frame) if is_own_attribute(thread, frame, wrong) => Some(format!("self.{wrong}")),
            Some(frame) => closest(wrong, &names_in_scope(frame)),
            None => None,
        };
        let module = is_known_module(wrong);
        return match (close, module) {
            (Some(name), true) => Some(format!(
                ". Did you mean: '{name}'? Or did you forget to import '{wrong}'?"
            )),
            (Some(name), false) => Some(format!(". Did you mean: '{name}'?")),
            (None, true) => Some(format!(". Did you forget to import '{wrong}'?")),
            (None, false) => None,
        };
    }
    if is(Builtin::AttributeError) {
        let wrong = field(0)?;
        let object = field(1)?;
        let wrong = wrong.as_str()?;
        let mut candidates = attributes(thread, &object);
        if !wrong.starts_with('_') && !is_own_self(innermost_frame(traceback), &object) {
            candidates.retain(|name| !name.starts_with('_'));
        }
        return closest(wrong, &candidates).map(|name| format!(". Did you mean: '{name}'?"));
    }
    if is(Builtin::ImportError) {
        let module = field(1)?;
        let wrong = field(3)?;
        let module = imported(thread, module.as_str()?).ok()??;
        let wrong = wrong.as_str()?;
        let mut candidates = attributes(thread, &module);
        if !wrong.starts_with('_') {
            candidates.retain(|name| !name.starts_with('_'));
        }
        return closest(wrong, &candidates).map(|name| format!(". Did you mean: '{name}'?"));
    }
    None
}

fn closest(wrong: &str, candidates: &[String]) -> Option<String> {
    if candidates.len() > MOST || wrong.is_empty() {
        return None;
    }
    let others: Vec<&String> = candidates.iter().filter(|name| *name != wrong).collect();
    suggest::closest(wrong.as_bytes(), &others).map(|i| others[i].clone())
}

/// The innermost frame of a traceback.
fn innermost_frame(traceback: Option<&Value>) -> Option<Value> {
    let mut innermost = traceback?.clone();
    loop {
        let entry = innermost.payload::<Traceback>()?;
        match entry.next.load().filter(|next| !next.is_none()) {
            Some(next) => innermost = next,
            None => return Some(entry.frame.clone()),
        }
    }
}

/// The names that code in a frame could have meant.
fn names_in_scope(frame: &FrameObject) -> Vec<String> {
    let variables = frame.with_variables(|variables| {
        let names = variables.bound().into_iter();
        names
            .map(|i| variables.name(i).to_owned())
            .collect::<Vec<_>>()
    });
    let mut all = variables.unwrap_or_default();
    if let Some(namespace) = frame.namespace() {
        all.extend(keys(&namespace));
    }
    all.extend(keys(&frame.globals()));
    all.extend(keys(&frame.builtins()));
    all.retain(|name| !name.starts_with('.'));
    all
}

/// The variable `self` of a frame.
fn own_self(frame: &FrameObject) -> Option<Value> {
    let own = frame.with_variables(|variables| {
        variables
            .find(b"self")
            .map_or(Value::UNBOUND, |i| variables.value(i))
    });
    own.filter(|own| !own.is_unbound())
}

/// Whether an object is what code in a frame calls `self`, and may use attributes of that others should not.
fn is_own_self(frame: Option<Value>, object: &Value) -> bool {
    let frame = frame.as_ref().and_then(Value::payload::<FrameObject>);
    frame.and_then(own_self).is_some_and(|own| own.is(object))
}

/// Whether the variable `self` of a frame has an attribute of this name.
fn is_own_attribute(thread: &Thread, frame: &FrameObject, wrong: &str) -> bool {
    own_self(frame)
        .is_some_and(|own| quietly(thread, protocol::get_attr_str(thread, &own, wrong)).is_some())
}

fn keys(namespace: &Value) -> Vec<String> {
    let keys = namespace
        .as_dict()
        .map_or_else(Vec::new, |dict| dict.keys());
    keys.iter()
        .filter_map(|key| key.as_str().map(str::to_owned))
        .collect()
}

fn attributes(thread: &Thread, object: &Value) -> Vec<String> {
    if let Some(module) = object.payload::<Module>() {
        return keys(&module.dict);
    }
    let found = protocol::attribute::lookup_special(thread, object, names::DIR.value());
    let listed = match quietly(thread, found).flatten() {
        Some(method) => quietly(thread, protocol::call_positional(thread, &method, &[])),
        None => None,
    };
    let items = listed.and_then(|listed| quietly(thread, protocol::collect(thread, &listed)));
    items
        .unwrap_or_default()
        .iter()
        .filter_map(|name| name.as_str().map(str::to_owned))
        .collect()
}

/// Whether a name is that of a standard module.
fn is_known_module(name: &str) -> bool {
    const MODULES: &[&str] = &[
        "abc",
        "array",
        "asyncio",
        "atexit",
        "bisect",
        "builtins",
        "cmath",
        "collections",
        "contextlib",
        "contextvars",
        "copy",
        "dataclasses",
        "datetime",
        "decimal",
        "dis",
        "enum",
        "errno",
        "fractions",
        "functools",
        "gc",
        "hashlib",
        "heapq",
        "inspect",
        "io",
        "itertools",
        "json",
        "keyword",
        "logging",
        "math",
        "multiprocessing",
        "operator",
        "os",
        "pathlib",
        "pickle",
        "queue",
        "random",
        "re",
        "reprlib",
        "select",
        "selectors",
        "shutil",
        "signal",
        "socket",
        "statistics",
        "string",
        "struct",
        "subprocess",
        "sys",
        "tempfile",
        "textwrap",
        "threading",
        "time",
        "traceback",
        "types",
        "typing",
        "unittest",
        "warnings",
        "weakref",
    ];
    MODULES.contains(&name)
}
