//! Computed attributes of classes.

use super::bases;
use crate::object::class::{Class, class_flag};
use crate::object::names::{self, Name};
use crate::object::{Builtin, Dict, Raised, Res, Thread, Tuple, Value};
use crate::runtime::classes::change::{check_mutable, no_class_attribute};
use crate::runtime::classes::{GetSetDef, set_class_attribute};
use crate::runtime::protocol;
use crate::types::mappingproxy;

fn class<'v>(thread: &Thread, x: &'v Value) -> Res<&'v Class> {
    match x.as_class() {
        Some(class) => Ok(class),
        None => Err(not_a_class(thread, x)),
    }
}

#[cold]
fn not_a_class(thread: &Thread, x: &Value) -> Raised {
    let given = thread.class_of(x).name_text();
    thread.type_error(format!("a class was expected, not '{given}'"))
}

/// The value to set on a class that allows it; deletion is refused.
fn settable<'v>(
    thread: &Thread,
    class: &Class,
    name: Name,
    value: Option<&'v Value>,
) -> Res<&'v Value> {
    check_mutable(thread, class, name.value())?;
    match value {
        Some(value) => Ok(value),
        None => Err(thread.type_error(format!(
            "cannot delete '{}' attribute of immutable type '{}'",
            name.text(),
            class.name_text()
        ))),
    }
}

fn name(thread: &Thread, x: &Value) -> Res {
    Ok(class(thread, x)?.name.get())
}

fn set_name(thread: &Thread, x: &Value, value: Option<&Value>) -> Res<()> {
    let class = class(thread, x)?;
    let value = settable(thread, class, names::NAME, value)?;
    let Some(text) = value.as_str_object() else {
        return Err(thread.type_error(format!(
            "can only assign string to {}.__name__, not '{}'",
            class.name_text(),
            thread.class_of(value).name_text()
        )));
    };
    if text.as_bytes().contains(&0) {
        return Err(thread.value_error("type name must not contain null characters"));
    }
    class.name.set(value.clone());
    Ok(())
}

fn qualname(thread: &Thread, x: &Value) -> Res {
    let class = class(thread, x)?;
    Ok(class.qualname.load().unwrap_or_else(|| class.name.get()))
}

fn set_qualname(thread: &Thread, x: &Value, value: Option<&Value>) -> Res<()> {
    let class = class(thread, x)?;
    let value = settable(thread, class, names::QUALNAME, value)?;
    if value.as_str_object().is_none() {
        return Err(thread.type_error(format!(
            "can only assign string to {}.__qualname__, not '{}'",
            class.name_text(),
            thread.class_of(value).name_text()
        )));
    }
    class.qualname.set(value.clone());
    Ok(())
}

fn module(thread: &Thread, x: &Value) -> Res {
    let class = class(thread, x)?;
    if class.is_static() {
        let name = class.native_name().unwrap_or("");
        let module = name
            .rsplit_once('.')
            .map_or("builtins", |(module, _)| module);
        return thread.intern(module.as_bytes());
    }
    match class.own_attribute(thread, names::MODULE.value()) {
        Some(module) => Ok(module),
        None => thread.intern(b"builtins"),
    }
}

fn set_module(thread: &Thread, x: &Value, value: Option<&Value>) -> Res<()> {
    let class = class(thread, x)?;
    let value = settable(thread, class, names::MODULE, value)?;
    set_class_attribute(thread, x, names::MODULE.value(), Some(value))
}

fn get_bases(thread: &Thread, x: &Value) -> Res {
    Ok(class(thread, x)?.bases.get())
}

fn mro(thread: &Thread, x: &Value) -> Res {
    Ok(class(thread, x)?.mro.load().unwrap_or(Value::NONE))
}

fn base(thread: &Thread, x: &Value) -> Res {
    Ok(class(thread, x)?.base.load().unwrap_or(Value::NONE))
}

fn dict(thread: &Thread, x: &Value) -> Res {
    let class = class(thread, x)?;
    let namespace = match class.static_namespace() {
        None => class.namespace(),
        Some(names) => {
            // The namespace never changes, so a copy is as good.
            let copy = Dict::new_value(thread)?;
            if let Some(dict) = copy.as_dict() {
                for (name, value) in names.entries() {
                    dict.set_str(thread, name, value.clone())?;
                }
            }
            copy
        }
    };
    mappingproxy::new_value(thread, namespace)
}

fn doc(thread: &Thread, x: &Value) -> Res {
    let class = class(thread, x)?;
    match class.own_attribute(thread, names::DOC.value()) {
        Some(doc) => match thread.class_of(&doc).descr_get() {
            Some(get) if !class.is_static() => get(thread, &doc, None, x),
            Some(_) => {
                let own = class.native_base();
                let tables = crate::types::tables();
                let table = tables.iter().find(|table| table.class == own);
                crate::object::Str::new_value(thread, table.map_or("", |table| table.doc))
            }
            None => Ok(doc),
        },
        None => Ok(Value::NONE),
    }
}

fn set_doc(thread: &Thread, x: &Value, value: Option<&Value>) -> Res<()> {
    let value = settable(thread, class(thread, x)?, names::DOC, value)?;
    set_class_attribute(thread, x, names::DOC.value(), Some(value))
}

fn abstract_methods(thread: &Thread, x: &Value) -> Res {
    let class_ = class(thread, x)?;
    let own = if class_.is_exact(Builtin::Type) {
        None
    } else {
        class_.own_attribute(thread, names::ABSTRACTMETHODS.value())
    };
    own.ok_or_else(|| no_abstract_methods(thread, x))
}

#[cold]
fn no_abstract_methods(thread: &Thread, x: &Value) -> Raised {
    let name = names::ABSTRACTMETHODS;
    protocol::attribute::attribute_error(thread, name.text(), x, name.value())
}

fn set_abstract_methods(thread: &Thread, x: &Value, value: Option<&Value>) -> Res<()> {
    let payload = class(thread, x)?;
    let is_abstract = match value {
        Some(value) => protocol::truth(thread, value)?,
        None => false,
    };
    let name = names::ABSTRACTMETHODS.value();
    if value.is_none() && !payload.is_static() && payload.own_attribute(thread, name).is_none() {
        return Err(no_abstract_methods(thread, x));
    }
    set_class_attribute(thread, x, name, value)?;
    if is_abstract {
        payload.set_flags(class_flag::ABSTRACT);
    } else {
        payload.clear_flags(class_flag::ABSTRACT);
    }
    Ok(())
}

fn annotations(thread: &Thread, x: &Value) -> Res {
    let payload = class(thread, x)?;
    if payload.is_fixed() {
        return Err(no_class_attribute(thread, x, names::ANNOTATIONS.value()));
    }
    if let Some(known) = payload.own_attribute(thread, names::ANNOTATIONS.value()) {
        return match thread.class_of(&known).descr_get() {
            Some(get) => get(thread, &known, None, x),
            None => Ok(known),
        };
    }
    let dict = Dict::new_value(thread)?;
    set_class_attribute(thread, x, names::ANNOTATIONS.value(), Some(&dict))?;
    Ok(dict)
}

fn set_annotations(thread: &Thread, x: &Value, value: Option<&Value>) -> Res<()> {
    let payload = class(thread, x)?;
    check_mutable(thread, payload, names::ANNOTATIONS.value())?;
    let known = payload.own_attribute(thread, names::ANNOTATIONS.value());
    if value.is_none() && known.is_none() {
        let name = names::ANNOTATIONS.value();
        return Err(protocol::attribute::attribute_error(
            thread,
            "__annotations__",
            x,
            name,
        ));
    }
    set_class_attribute(thread, x, names::ANNOTATIONS.value(), value)
}

fn type_params(thread: &Thread, x: &Value) -> Res {
    let own = class(thread, x)?.own_attribute(thread, names::TYPE_PARAMS.value());
    Ok(own
        .filter(|own| own.as_tuple().is_some())
        .unwrap_or_else(Tuple::empty))
}

fn set_type_params(thread: &Thread, x: &Value, value: Option<&Value>) -> Res<()> {
    let value = settable(thread, class(thread, x)?, names::TYPE_PARAMS, value)?;
    set_class_attribute(thread, x, names::TYPE_PARAMS.value(), Some(value))
}

fn text_signature(thread: &Thread, x: &Value) -> Res {
    match class(thread, x)?.native_signature() {
        "" => Ok(Value::NONE),
        signature => crate::object::Str::new_value(thread, signature),
    }
}

fn basic_size(thread: &Thread, x: &Value) -> Res {
    let size = class(thread, x)?.instance_layout().size.max(16);
    thread.int(i64::from(size))
}

fn item_size(thread: &Thread, x: &Value) -> Res {
    use crate::object::layout::core;
    let size = match class(thread, x)?.layout {
        core::TUPLE => 8,
        core::INT => 4,
        core::BYTES => 1,
        _ => 0,
    };
    thread.int(size)
}

/// The bits that CPython documents: 8 immutable, 9 heap type, 10 base type, 14 collected, 20 abstract, 24 to 31 the fast subclass checks.
fn flags(thread: &Thread, x: &Value) -> Res {
    let class = class(thread, x)?;
    let mut bits: i64 = 1 << 12;
    let mut set = |condition: bool, bit: u32| {
        if condition {
            bits |= 1 << bit;
        }
    };
    set(class.is_fixed(), 8);
    set(!class.is_static(), 9);
    set(class.has(class_flag::BASE), 10);
    set(!class.is_static(), 14);
    set(class.has(class_flag::ABSTRACT), 20);
    set(class.has(class_flag::SEQUENCE), 5);
    set(class.has(class_flag::MAPPING), 6);
    let kinds = [
        (Builtin::Int, 24),
        (Builtin::List, 25),
        (Builtin::Tuple, 26),
        (Builtin::Bytes, 27),
        (Builtin::Str, 28),
        (Builtin::Dict, 29),
        (Builtin::BaseException, 30),
        (Builtin::Type, 31),
    ];
    for (kind, bit) in kinds {
        set(class.is_subclass_of(kind.class()), bit);
    }
    thread.int(bits)
}

fn dict_offset(thread: &Thread, x: &Value) -> Res {
    let has = class(thread, x)?.has(class_flag::HAS_DICT);
    thread.int(if has { -1 } else { 0 })
}

fn weakref_offset(thread: &Thread, x: &Value) -> Res {
    let has = class(thread, x)?.has(class_flag::WEAKREF);
    thread.int(if has { -1 } else { 0 })
}

fn read_only(thread: &Thread, x: &Value, _: Option<&Value>) -> Res<()> {
    let class = class(thread, x)?;
    check_mutable(thread, class, names::BASE.value())?;
    Err(thread.error(Builtin::AttributeError, "readonly attribute"))
}

/// Computed attributes.
pub(super) const GETSET: &[GetSetDef] = &[
    GetSetDef::new("__basicsize__", basic_size).writable(read_only),
    GetSetDef::new("__itemsize__", item_size).writable(read_only),
    GetSetDef::new("__flags__", flags).writable(read_only),
    GetSetDef::new("__weakrefoffset__", weakref_offset).writable(read_only),
    GetSetDef::new("__base__", base).writable(read_only),
    GetSetDef::new("__dictoffset__", dict_offset).writable(read_only),
    GetSetDef::new("__name__", name).writable(set_name),
    GetSetDef::new("__qualname__", qualname).writable(set_qualname),
    GetSetDef::new("__bases__", get_bases).writable(bases::set_bases),
    GetSetDef::new("__mro__", mro),
    GetSetDef::new("__module__", module).writable(set_module),
    GetSetDef::new("__abstractmethods__", abstract_methods).writable(set_abstract_methods),
    GetSetDef::new("__dict__", dict),
    GetSetDef::new("__doc__", doc).writable(set_doc),
    GetSetDef::new("__text_signature__", text_signature),
    GetSetDef::new("__annotations__", annotations).writable(set_annotations),
    GetSetDef::new("__type_params__", type_params).writable(set_type_params),
];
