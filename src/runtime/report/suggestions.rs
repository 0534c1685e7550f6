//! "Did you mean" for names, attributes and imports.

use super::quietly;
use crate::base::suggest;
use crate::object::{Builtin, Thread, Value, names};
use crate::runtime::frame_object::FrameObject;
use crate::runtime::function::Module;
use crate::runtime::module::imported;
use crate::runtime::protocol;
use crate::runtime::state::interpreter;
use crate::runtime::traceback::Traceback;

/// Names that are looked through at most.
const MOST: usize = 750;

/// What follows the message: `. Did you mean: 'name'?`
pub fn hint(thread: &Thread, exception: &Value) -> Option<String> {
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
        let frame = innermost_frame(exception);
        let frame = frame.as_ref().and_then(Value::payload::<FrameObject>);
        let close = if frame.is_some_and(|frame| is_own_attribute(thread, frame, wrong)) {
            Some(format!("self.{wrong}"))
        } else {
            closest(wrong, &names_in_scope(thread, frame))
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
        let candidates = attributes(thread, &object);
        return closest(wrong.as_str()?, &candidates)
            .map(|name| format!(". Did you mean: '{name}'?"));
    }
    if is(Builtin::ImportError) {
        let module = field(1)?;
        let wrong = field(3)?;
        let module = imported(thread, module.as_str()?).ok()??;
        let candidates = attributes(thread, &module);
        return closest(wrong.as_str()?, &candidates)
            .map(|name| format!(". Did you mean: '{name}'?"));
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

/// The innermost frame of an exception's traceback.
fn innermost_frame(exception: &Value) -> Option<Value> {
    let mut innermost = None;
    let mut next = exception.as_exception().and_then(|e| e.traceback.load());
    while let Some(value) = next {
        next = value
            .payload::<Traceback>()
            .and_then(|traceback| traceback.next.load());
        innermost = Some(value);
    }
    let innermost = innermost.as_ref().and_then(Value::payload::<Traceback>);
    innermost.map(|entry| entry.frame.clone())
}

/// The names that code in a frame could have meant.
fn names_in_scope(thread: &Thread, frame: Option<&FrameObject>) -> Vec<String> {
    let mut all = Vec::new();
    if let Some(frame) = frame {
        let variables = frame.with_variables(|variables| {
            let names = variables.bound().into_iter();
            names
                .map(|i| variables.name(i).to_owned())
                .collect::<Vec<_>>()
        });
        all.extend(variables.unwrap_or_default());
        if let Some(namespace) = frame.namespace() {
            all.extend(keys(&namespace));
        }
        all.extend(keys(&frame.globals()));
        all.extend(keys(&frame.builtins()));
    } else {
        all.extend(keys(&interpreter(thread).builtins.get()));
    }
    all.retain(|name| !name.starts_with('.'));
    all
}

/// Whether the variable `self` of a frame has an attribute of this name.
fn is_own_attribute(thread: &Thread, frame: &FrameObject, wrong: &str) -> bool {
    let own = frame.with_variables(|variables| {
        variables
            .find(b"self")
            .map_or(Value::UNBOUND, |i| variables.value(i))
    });
    match own {
        Some(own) if !own.is_unbound() => {
            quietly(thread, protocol::get_attr_str(thread, &own, wrong)).is_some()
        }
        _ => false,
    }
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
