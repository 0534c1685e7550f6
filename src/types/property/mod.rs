//! property: attributes that functions compute.
#![forbid(unsafe_code)]

use crate::object::class::{CallArgs, SlotDef};
use crate::object::{Builtin, NativeDef, Raised, Res, Slot, Thread, Value, names};
use crate::runtime::bind::bind;
use crate::runtime::classes::{ClassDef, GetSetDef};
use crate::runtime::descriptor::Property;
use crate::runtime::native_call::class_text;
use crate::runtime::protocol::attribute::{attribute_error, no_attribute, shown_name};
use crate::runtime::protocol::{self, get_attr_opt};
use crate::types::staticmethod::is_abstract_method;
use std::sync::atomic::Ordering::*;

/// The table of the class.
pub static CLASS: ClassDef = ClassDef {
    class: Builtin::Property,
    doc: "property(fget=None, fset=None, fdel=None, doc=None)\n\n\
        An attribute that functions read, write and delete.",
    signature: "(fget=None, fset=None, fdel=None, doc=None)",
    methods: METHODS,
    slots: &[
        SlotDef::New(construct),
        SlotDef::Init(init),
        SlotDef::DescrGet(get),
        SlotDef::DescrSet(set),
    ],
    members: &["fdel", "fget", "fset"],
    getset: GETSET,
    ..ClassDef::DEFAULT
};

static INIT: NativeDef = NativeDef::function(
    "property",
    "(fget=None, fset=None, fdel=None, doc=None)",
    unused,
);

fn unused(_: &Thread, _: &[Value]) -> Res {
    Ok(Value::NONE)
}

fn payload<'v>(thread: &Thread, x: &'v Value) -> Res<&'v Property> {
    match x.payload::<Property>() {
        Some(property) => Ok(property),
        None => Err(thread.type_error("a property was expected")),
    }
}

fn construct(thread: &Thread, class: &Value, _: CallArgs<'_>) -> Res {
    match class.as_class() {
        Some(class) => thread.alloc_instance(class, Property::default()),
        None => Err(thread.type_error("property.__new__(X): X is not a type object")),
    }
}

fn init(thread: &Thread, x: &Value, args: CallArgs<'_>) -> Res<()> {
    let args = bind(thread, "property", &INIT, args)?;
    let property = payload(thread, x)?;
    let given = |i: usize| args[i].bound().filter(|v| !v.is_none()).cloned();
    let slots = [&property.getter, &property.setter, &property.deleter];
    for (i, slot) in slots.into_iter().enumerate() {
        slot.set(given(i).unwrap_or(Value::UNBOUND));
    }
    property.doc_from_getter.store(false, Relaxed);
    property.name.set(Value::UNBOUND);
    let mut doc = given(3);
    if doc.is_none()
        && let Some(getter) = given(0)
        && let Some(found) = get_attr_opt(thread, &getter, names::DOC.value())?
        && !found.is_none()
    {
        doc = Some(found);
        property.doc_from_getter.store(true, Relaxed);
    }
    let doc = doc.unwrap_or(Value::NONE);
    if x.is_exact(Builtin::Property) {
        property.doc.set(doc);
        return Ok(());
    }
    // The docstring of a subclass would hide the property's own: an instance of it keeps it as an attribute.
    if doc.is_none() && !thread.has_attributes(x) {
        return Ok(());
    }
    protocol::set_attr(thread, x, names::DOC.value(), Some(&doc))
}

/// The name for messages and `__name__`: as set in a class body, or the getter's.
fn known_name(thread: &Thread, property: &Property) -> Res<Option<Value>> {
    if let Some(name) = property.name.load() {
        return Ok(Some(name));
    }
    match property.getter.load() {
        Some(getter) => get_attr_opt(thread, &getter, names::NAME.value()),
        None => Ok(None),
    }
}

/// AttributeError: nobody to read, write or delete.
#[cold]
fn missing(thread: &Thread, property: &Property, object: &Value, what: &str) -> Raised {
    let class = class_text(thread.class_of(object));
    let name = match known_name(thread, property) {
        Ok(name) => name,
        Err(raised) => return raised,
    };
    let message = match &name {
        Some(name) => match protocol::repr(thread, name) {
            Ok(shown) => format!(
                "property {} of '{class}' object has no {what}",
                shown_name(&shown)
            ),
            Err(raised) => return raised,
        },
        None => format!("property of '{class}' object has no {what}"),
    };
    thread.error(Builtin::AttributeError, message)
}

fn get(thread: &Thread, x: &Value, instance: Option<&Value>, _: &Value) -> Res {
    let Some(instance) = instance.filter(|instance| !instance.is_none()) else {
        return Ok(x.clone());
    };
    let property = payload(thread, x)?;
    match property.getter.load() {
        Some(getter) => protocol::call_positional(thread, &getter, std::slice::from_ref(instance)),
        None => Err(missing(thread, property, instance, "getter")),
    }
}

fn set(thread: &Thread, x: &Value, instance: &Value, value: Option<&Value>) -> Res<()> {
    let property = payload(thread, x)?;
    match value {
        Some(value) => match property.setter.load() {
            Some(setter) => {
                let args = [instance.clone(), value.clone()];
                protocol::call_positional(thread, &setter, &args).map(drop)
            }
            None => Err(missing(thread, property, instance, "setter")),
        },
        None => match property.deleter.load() {
            Some(deleter) => {
                let args = std::slice::from_ref(instance);
                protocol::call_positional(thread, &deleter, args).map(drop)
            }
            None => Err(missing(thread, property, instance, "deleter")),
        },
    }
}

/// A copy with one of the functions replaced, made by calling the class.
fn copy(thread: &Thread, x: &Value, place: usize, function: &Value) -> Res {
    let property = payload(thread, x)?;
    let or_none = |slot: &Slot| slot.load().unwrap_or(Value::NONE);
    let mut args = [
        or_none(&property.getter),
        or_none(&property.setter),
        or_none(&property.deleter),
        Value::NONE,
    ];
    if !function.is_none() {
        args[place] = function.clone();
    }
    if !property.doc_from_getter.load(Relaxed) || args[0].is_none() {
        args[3] = or_none(&property.doc);
    }
    let copied = protocol::call_positional(thread, &thread.class_object(x), &args)?;
    if let Some(new) = copied.payload::<Property>()
        && copied.is_exact(Builtin::Property)
    {
        new.name.set(property.name.get());
    }
    Ok(copied)
}

fn getter(thread: &Thread, args: &[Value]) -> Res {
    copy(thread, &args[0], 0, &args[1])
}

fn setter(thread: &Thread, args: &[Value]) -> Res {
    copy(thread, &args[0], 1, &args[1])
}

fn deleter(thread: &Thread, args: &[Value]) -> Res {
    copy(thread, &args[0], 2, &args[1])
}

fn set_name(thread: &Thread, args: &[Value]) -> Res {
    let given = args.len() - 1;
    if given != 2 {
        return Err(thread.type_error(format!(
            "__set_name__() takes 2 positional arguments but {given} were given"
        )));
    }
    payload(thread, &args[0])?.name.set(args[2].clone());
    Ok(Value::NONE)
}

/// The method table.
const METHODS: &[NativeDef] = &[
    NativeDef::method("getter", "(self, object, /)", getter)
        .doc("A copy of the property with another function for reading."),
    NativeDef::method("setter", "(self, object, /)", setter)
        .doc("A copy of the property with another function for writing."),
    NativeDef::method("deleter", "(self, object, /)", deleter)
        .doc("A copy of the property with another function for deleting."),
    NativeDef::method("__set_name__", "(self, /, *args)", set_name)
        .doc("Tells the property the name that it has in its class.")
        .shown_as("($self, owner, name, /)"),
];

fn or_none(slot: &Slot) -> Res {
    Ok(slot.load().unwrap_or(Value::NONE))
}

fn fget(thread: &Thread, x: &Value) -> Res {
    or_none(&payload(thread, x)?.getter)
}

fn fset(thread: &Thread, x: &Value) -> Res {
    or_none(&payload(thread, x)?.setter)
}

fn fdel(thread: &Thread, x: &Value) -> Res {
    or_none(&payload(thread, x)?.deleter)
}

fn doc(thread: &Thread, x: &Value) -> Res {
    or_none(&payload(thread, x)?.doc)
}

fn set_doc(thread: &Thread, x: &Value, value: Option<&Value>) -> Res<()> {
    let doc = value.cloned().unwrap_or(Value::UNBOUND);
    payload(thread, x)?.doc.set(doc);
    Ok(())
}

fn name(thread: &Thread, x: &Value) -> Res {
    match known_name(thread, payload(thread, x)?)? {
        Some(name) => Ok(name),
        None => {
            let message = format!(
                "'{}' object has no attribute '__name__'",
                thread.class_of(x).name_text()
            );
            Err(attribute_error(thread, &message, x, names::NAME.value()))
        }
    }
}

fn set_own_name(thread: &Thread, x: &Value, value: Option<&Value>) -> Res<()> {
    let property = payload(thread, x)?;
    if value.is_none() && property.name.load().is_none() {
        return Err(no_attribute(thread, x, names::NAME.value()));
    }
    property.name.set(value.cloned().unwrap_or(Value::UNBOUND));
    Ok(())
}

fn is_abstract(thread: &Thread, x: &Value) -> Res {
    let property = payload(thread, x)?;
    for slot in [&property.getter, &property.setter, &property.deleter] {
        if let Some(function) = slot.load()
            && is_abstract_method(thread, &function)?
        {
            return Ok(Value::TRUE);
        }
    }
    Ok(Value::FALSE)
}

fn read_only(thread: &Thread, _: &Value, _: Option<&Value>) -> Res<()> {
    Err(thread.error(Builtin::AttributeError, "readonly attribute"))
}

/// Computed attributes.
const GETSET: &[GetSetDef] = &[
    GetSetDef::new("fget", fget).writable(read_only),
    GetSetDef::new("fset", fset).writable(read_only),
    GetSetDef::new("fdel", fdel).writable(read_only),
    GetSetDef::new("__doc__", doc).writable(set_doc),
    GetSetDef::new("__name__", name).writable(set_own_name),
    GetSetDef::new("__isabstractmethod__", is_abstract),
];
