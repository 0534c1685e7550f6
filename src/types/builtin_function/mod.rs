//! Native functions, native methods and class methods, bound and unbound.
#![forbid(unsafe_code)]

mod docs;

use crate::object::class::{Class, Compare, SlotDef, class_flag};
use crate::object::native::NativeKind;
use crate::object::{Builtin, NativeDef, Res, Str, Thread, Tuple, Value};
use crate::runtime::classes::{ClassDef, GetSetDef};
use crate::runtime::function::{BuiltinFunction, Module};
use crate::runtime::module::imported;
use crate::runtime::native_call::{
    bind_receiver, call_class_method_descriptor, call_function, call_method_descriptor,
    check_class, class_text, wrong_receiver,
};
use crate::types::text::args::builtin;

/// The table of `builtin_function_or_method`.
pub static CLASS: ClassDef = ClassDef {
    class: Builtin::BuiltinFunction,
    flags: class_flag::WEAKREF,
    methods: &[NativeDef::method("__reduce__", "(self, /)", reduce)],
    slots: &[
        SlotDef::Call(call_function),
        SlotDef::Repr(repr),
        SlotDef::Hash(hash),
        SlotDef::Compare(compare),
    ],
    getset: &[
        GetSetDef::new("__module__", module),
        GetSetDef::new("__doc__", doc),
        GetSetDef::new("__name__", name),
        GetSetDef::new("__qualname__", qualname),
        GetSetDef::new("__self__", self_),
        GetSetDef::new("__text_signature__", text_signature),
    ],
    ..ClassDef::DEFAULT
};

/// The table of `method_descriptor`.
pub static METHOD_DESCRIPTOR: ClassDef = ClassDef {
    class: Builtin::MethodDescriptor,
    flags: class_flag::METHOD_DESCRIPTOR,
    methods: &[NativeDef::method(
        "__reduce__",
        "(self, /)",
        reduce_descriptor,
    )],
    slots: &[
        SlotDef::Call(call_method_descriptor),
        SlotDef::Repr(repr_descriptor),
        SlotDef::DescrGet(get_method),
    ],
    members: &["__name__", "__objclass__"],
    getset: DESCRIPTOR,
    ..ClassDef::DEFAULT
};

/// The table of `classmethod_descriptor`.
pub static CLASS_METHOD_DESCRIPTOR: ClassDef = ClassDef {
    class: Builtin::ClassMethodDescriptor,
    slots: &[
        SlotDef::Call(call_class_method_descriptor),
        SlotDef::Repr(repr_descriptor),
        SlotDef::DescrGet(get_class_method),
    ],
    members: &["__name__", "__objclass__"],
    getset: DESCRIPTOR,
    ..ClassDef::DEFAULT
};

const DESCRIPTOR: &[GetSetDef] = &[
    GetSetDef::new("__objclass__", owner),
    GetSetDef::new("__name__", name),
    GetSetDef::new("__doc__", doc),
    GetSetDef::new("__qualname__", qualname),
    GetSetDef::new("__text_signature__", text_signature),
];

fn function<'v>(thread: &Thread, x: &'v Value) -> Res<&'v BuiltinFunction> {
    match x.payload::<BuiltinFunction>() {
        Some(function) => Ok(function),
        None => Err(thread.type_error("a native function was expected")),
    }
}

fn repr(thread: &Thread, x: &Value) -> Res {
    let function = function(thread, x)?;
    let name = function.def.name;
    let text = match function.receiver.load() {
        Some(receiver) if receiver.payload::<Module>().is_none() => format!(
            "<built-in method {name} of {} object at {:#x}>",
            thread.class_of(&receiver).name_text(),
            thread.identity(&receiver)
        ),
        _ if function.owner.get().as_class().is_some() => format!(
            "<built-in method {name} of type object at {:#x}>",
            thread.identity(&function.owner.get())
        ),
        _ => format!("<built-in function {name}>"),
    };
    Str::new_value(thread, &text)
}

fn hash(thread: &Thread, x: &Value) -> Res<i64> {
    let function = function(thread, x)?;
    let def = match thread.interp.identities.is_on() {
        // Where the program is loaded differs from run to run.
        true => crate::base::hash::hash_bytes(thread.interp.hash_key, function.def.name.as_bytes())
            as u64,
        false => std::ptr::from_ref(function.def) as u64,
    };
    let receiver = match function.receiver.load() {
        Some(receiver) => thread.identity(&receiver),
        None => 0,
    };
    let hash = def.rotate_right(4) as i64 ^ receiver.rotate_right(4) as i64;
    Ok(if hash == -1 { -2 } else { hash })
}

fn compare(_: &Thread, x: &Value, other: &Value, op: Compare) -> Res {
    let (Some(a), Some(b)) = (
        x.payload::<BuiltinFunction>(),
        other.payload::<BuiltinFunction>(),
    ) else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    let same = std::ptr::eq(a.def, b.def) && a.receiver.word() == b.receiver.word();
    Ok(match op {
        Compare::Eq => Value::from_bool(same),
        Compare::Ne => Value::from_bool(!same),
        _ => Value::NOT_IMPLEMENTED,
    })
}

fn module(thread: &Thread, x: &Value) -> Res {
    Ok(function(thread, x)?.module.load().unwrap_or(Value::NONE))
}

/// The docstring of its table, or what holds for all methods of that name.
fn doc(thread: &Thread, x: &Value) -> Res {
    match docs::of(function(thread, x)?.def) {
        "" => Ok(Value::NONE),
        text => Str::new_value(thread, text),
    }
}

fn name(thread: &Thread, x: &Value) -> Res {
    thread.intern(function(thread, x)?.def.name.as_bytes())
}

fn qualname(thread: &Thread, x: &Value) -> Res {
    let function = function(thread, x)?;
    // A bound method goes by the class that it was found in.
    let class = match (function.bound_receiver(), function.def.kind) {
        (Some(receiver), NativeKind::Method) if receiver.as_class().is_none() => {
            Some(thread.class_object(&receiver))
        }
        (Some(receiver), _) => Some(receiver),
        (None, _) => function.owner.load(),
    };
    let text = match class.as_ref().and_then(Value::as_class) {
        Some(class) => format!("{}.{}", class_text(class), function.def.name),
        None => function.def.name.to_owned(),
    };
    Str::new_value(thread, &text)
}

fn self_(thread: &Thread, x: &Value) -> Res {
    let function = function(thread, x)?;
    if let Some(receiver) = function.receiver.load() {
        return Ok(receiver);
    }
    let found = match function.module.load().as_ref().and_then(Value::as_str) {
        Some(name) => imported(thread, name)?,
        None => None,
    };
    Ok(found.unwrap_or(Value::NONE))
}

fn text_signature(thread: &Thread, x: &Value) -> Res {
    match function(thread, x)?.def.text_signature() {
        Some(text) => Str::new_value(thread, &text),
        None => Ok(Value::NONE),
    }
}

fn reduce(thread: &Thread, args: &[Value]) -> Res {
    let function = function(thread, &args[0])?;
    match function.bound_receiver() {
        Some(receiver) => by_getattr(thread, receiver, function.def.name),
        None => thread.intern(function.def.name.as_bytes()),
    }
}

fn reduce_descriptor(thread: &Thread, args: &[Value]) -> Res {
    let function = function(thread, &args[0])?;
    by_getattr(thread, function.owner.get(), function.def.name)
}

/// `(getattr, (owner, name))`
pub(super) fn by_getattr(thread: &Thread, owner: Value, name: &str) -> Res {
    let arguments = Tuple::from_vec(thread, vec![owner, thread.intern(name.as_bytes())?])?;
    Tuple::from_vec(thread, vec![builtin(thread, "getattr")?, arguments])
}

fn repr_descriptor(thread: &Thread, x: &Value) -> Res {
    let function = function(thread, x)?;
    let owner = function.owner.get();
    let text = format!(
        "<method '{}' of '{}' objects>",
        function.def.name,
        owner.as_class().map_or_else(String::new, Class::name_text)
    );
    Str::new_value(thread, &text)
}

fn owner(thread: &Thread, x: &Value) -> Res {
    Ok(function(thread, x)?.owner.get())
}

fn get_method(thread: &Thread, x: &Value, instance: Option<&Value>, _: &Value) -> Res {
    let Some(instance) = instance else {
        return Ok(x.clone());
    };
    let function = function(thread, x)?;
    if !thread
        .class_of(instance)
        .is_subclass_of(&function.owner.get())
    {
        return Err(wrong_receiver(thread, function, instance));
    }
    bind_receiver(thread, function, instance)
}

fn get_class_method(thread: &Thread, x: &Value, _: Option<&Value>, class: &Value) -> Res {
    let function = function(thread, x)?;
    check_class(thread, function, &function.owner.get(), class, "")?;
    bind_receiver(thread, function, class)
}
