//! staticmethod, and what it shares with classmethod.
#![forbid(unsafe_code)]

use crate::object::class::{CallArgs, SlotDef};
use crate::object::names::{self, Name};
use crate::object::{Builtin, Res, Slot, Str, Thread, Value};
use crate::runtime::classes::layout::{get_dict, set_dict};
use crate::runtime::classes::{ClassDef, GetSetDef};
use crate::runtime::descriptor::{ClassMethod, StaticMethod};
use crate::runtime::protocol::{self, get_attr_opt};

/// The table of the class.
pub static CLASS: ClassDef = ClassDef {
    class: Builtin::StaticMethod,
    doc: "staticmethod(function) -> static method\n\n\
        A static method gets neither instance nor class as first argument.",
    signature: "(function, /)",
    has_dict: true,
    slots: &[
        SlotDef::New(construct),
        SlotDef::Init(init),
        SlotDef::Call(call),
        SlotDef::Repr(repr),
        SlotDef::DescrGet(get),
    ],
    members: &["__func__", "__wrapped__"],
    getset: GETSET,
    ..ClassDef::DEFAULT
};

/// Computed attributes of both kinds.
pub const GETSET: &[GetSetDef] = &[
    GetSetDef::new("__func__", func),
    GetSetDef::new("__wrapped__", func),
    GetSetDef::new("__isabstractmethod__", is_abstract),
    GetSetDef::new("__dict__", get_dict).writable(set_dict),
];

/// The slot that holds what was decorated, of both kinds.
pub fn callable_slot(x: &Value) -> Option<&Slot> {
    match x.payload::<StaticMethod>() {
        Some(method) => Some(&method.callable),
        None => x.payload::<ClassMethod>().map(|method| &method.callable),
    }
}

fn callable(x: &Value) -> Option<Value> {
    callable_slot(x).and_then(Slot::load)
}

fn construct(thread: &Thread, class: &Value, _: CallArgs<'_>) -> Res {
    match class.as_class() {
        Some(class) => thread.alloc_instance(class, StaticMethod::default()),
        None => Err(thread.type_error("staticmethod.__new__(X): X is not a type object")),
    }
}

fn init(thread: &Thread, x: &Value, args: CallArgs<'_>) -> Res<()> {
    initialise(thread, x, "staticmethod", args)
}

/// `__init__` of both kinds: takes the callable, and its name, docstring and annotations as attributes.
pub fn initialise(thread: &Thread, x: &Value, kind: &str, args: CallArgs<'_>) -> Res<()> {
    if !args.names.is_empty() {
        return Err(thread.type_error(format!("{kind}() takes no keyword arguments")));
    }
    let [callable] = args.values else {
        let given = args.values.len();
        return Err(thread.type_error(format!("{kind} expected 1 argument, got {given}")));
    };
    if let Some(slot) = callable_slot(x) {
        slot.set(callable.clone());
    }
    const COPIED: [Name; 5] = [
        names::MODULE,
        names::NAME,
        names::QUALNAME,
        names::DOC,
        names::ANNOTATIONS,
    ];
    for name in COPIED {
        if let Some(value) = get_attr_opt(thread, callable, name.value())? {
            thread.set_instance_attribute(x, name.value(), value)?;
        }
    }
    Ok(())
}

fn call(thread: &Thread, x: &Value, args: CallArgs<'_>) -> Res {
    match callable(x) {
        Some(callable) => protocol::call(thread, &callable, args),
        None => Err(uninitialised(thread, "staticmethod")),
    }
}

/// RuntimeError of an object whose `__init__` has not run.
#[cold]
pub fn uninitialised(thread: &Thread, kind: &str) -> crate::object::Raised {
    thread.error(
        Builtin::RuntimeError,
        format!("uninitialized {kind} object"),
    )
}

/// `<staticmethod(…)>`
pub fn repr(thread: &Thread, x: &Value) -> Res {
    let class = thread.class_of(x);
    let kind = class
        .as_builtin()
        .map_or_else(|| class.name_text(), |b| b.name().to_owned());
    let text = match callable(x) {
        Some(callable) => {
            let shown = protocol::repr(thread, &callable)?;
            format!("<{kind}({})>", protocol::attribute::shown_name(&shown))
        }
        None => format!("<{kind}(<NULL>)>"),
    };
    Str::new_value(thread, &text)
}

fn get(thread: &Thread, x: &Value, _: Option<&Value>, _: &Value) -> Res {
    callable(x).ok_or_else(|| uninitialised(thread, "staticmethod"))
}

fn func(_: &Thread, x: &Value) -> Res {
    Ok(callable(x).unwrap_or(Value::NONE))
}

fn is_abstract(thread: &Thread, x: &Value) -> Res {
    let Some(callable) = callable(x) else {
        return Ok(Value::FALSE);
    };
    is_abstract_method(thread, &callable).map(Value::from_bool)
}

/// Whether the value's `__isabstractmethod__` is true.
///
/// # Errors
/// What the look-up and the truth raise.
pub fn is_abstract_method(thread: &Thread, value: &Value) -> Res<bool> {
    match get_attr_opt(thread, value, names::ISABSTRACT.value())? {
        Some(answer) => protocol::truth(thread, &answer),
        None => Ok(false),
    }
}
