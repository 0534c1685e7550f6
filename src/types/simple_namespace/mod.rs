//! types.SimpleNamespace: attributes and nothing else.
#![forbid(unsafe_code)]

use crate::object::class::{CallArgs, Compare, SlotDef, class_flag};
use crate::object::instance::Plain;
use crate::object::{Builtin, Dict, NativeDef, Res, Str, Thread, Tuple, Value};
use crate::runtime::classes::{ClassDef, GetSetDef};
use crate::runtime::protocol::{self, attribute};
use crate::runtime::repr_guard::ReprGuard;
use crate::types::shared::{ReprText, class_argument};

fn construct(thread: &Thread, class: &Value, _: CallArgs<'_>) -> Res {
    thread.alloc_instance(class_argument(thread, class)?, Plain)
}

fn initialise(thread: &Thread, value: &Value, args: CallArgs<'_>) -> Res<()> {
    let set = |name: &Value, entry: &Value| {
        if name.as_str_object().is_none() {
            return Err(thread.type_error("keywords must be strings"));
        }
        protocol::set_attr(thread, value, name, Some(entry))
    };
    match args.positional() {
        [] => {}
        [mapping] => {
            let entries = match mapping.as_dict() {
                Some(_) => mapping.clone(),
                None => {
                    let class = Builtin::Dict.class();
                    protocol::call_positional(thread, class, std::slice::from_ref(mapping))?
                }
            };
            for (name, entry) in entries.as_dict().map_or_else(Vec::new, |d| d.items(thread)) {
                set(&name, &entry)?;
            }
        }
        given => {
            return Err(thread.type_error(format!(
                "{} expected at most 1 argument, got {}",
                short_name(&thread.class_of(value).name_text()),
                given.len()
            )));
        }
    }
    for (name, entry) in args.keywords() {
        set(name, entry)?;
    }
    Ok(())
}

/// A class's name without the module that native names begin with.
fn short_name(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(_, name)| name)
}

fn attributes(thread: &Thread, value: &Value) -> Res<Value> {
    match thread.instance_dict(value)? {
        Some(dict) => Ok(dict),
        None => Dict::new_value(thread),
    }
}

fn repr(thread: &Thread, value: &Value) -> Res {
    let class = thread.class_of(value);
    let name = if class.is_exact(Builtin::SimpleNamespace) {
        "namespace".to_owned()
    } else {
        class.name_text()
    };
    let Some(_guard) = ReprGuard::enter(thread, value) else {
        return Str::new_value(thread, &format!("{name}(...)"));
    };
    let mut text = ReprText::new(&format!("{name}("));
    let dict = attributes(thread, value)?;
    let items = dict
        .as_dict()
        .map_or_else(Vec::new, |dict| dict.items(thread));
    let mut first = true;
    for (key, entry) in items {
        if key.as_str_object().is_none_or(Str::is_empty) {
            continue;
        }
        if !first {
            text.push(", ");
        }
        first = false;
        text.push(&attribute::shown_name(&key));
        text.push("=");
        text.push_repr(thread, &entry)?;
    }
    text.finish(thread, ")")
}

fn compare(thread: &Thread, a: &Value, b: &Value, op: Compare) -> Res {
    let is_one = |value: &Value| {
        thread
            .class_of(value)
            .is_subclass_of(Builtin::SimpleNamespace.class())
    };
    if !is_one(a) || !is_one(b) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    protocol::compare(thread, &attributes(thread, a)?, &attributes(thread, b)?, op)
}

fn reduce(thread: &Thread, args: &[Value]) -> Res {
    Tuple::from_vec(
        thread,
        vec![
            thread.class_object(&args[0]),
            Tuple::empty(),
            attributes(thread, &args[0])?,
        ],
    )
}

fn replace(thread: &Thread, args: &[Value]) -> Res {
    let [value, keywords] = args else {
        return Ok(Value::NONE);
    };
    let copy = protocol::call_positional(thread, &thread.class_object(value), &[])?;
    let own = attributes(thread, value)?;
    for dict in [Some(&own), keywords.bound()].into_iter().flatten() {
        for (name, entry) in dict.as_dict().map_or_else(Vec::new, |d| d.items(thread)) {
            protocol::set_attr(thread, &copy, &name, Some(&entry))?;
        }
    }
    Ok(copy)
}

/// The table of the class.
pub static CLASS: ClassDef = ClassDef {
    class: Builtin::SimpleNamespace,
    doc: "An object whose attributes are the arguments, by name.",
    signature: "(mapping_or_iterable=(), /, **kwargs)",
    flags: class_flag::BASE | class_flag::HAS_DICT | class_flag::UNHASHABLE,
    has_dict: true,
    methods: &[
        NativeDef::method("__reduce__", "(self, /)", reduce),
        NativeDef::method("__replace__", "(self, /, **changes)", replace),
    ],
    members: &["__dict__"],
    getset: &[GetSetDef::new("__dict__", attributes)],
    slots: &[
        SlotDef::New(construct),
        SlotDef::Init(initialise),
        SlotDef::Repr(repr),
        SlotDef::Compare(compare),
    ],
    ..ClassDef::DEFAULT
};
