//! None, NotImplemented and Ellipsis.
#![forbid(unsafe_code)]

use crate::base::hash::HASH_NONE;
use crate::object::class::{CallArgs, SlotDef};
use crate::object::{Builtin, NativeDef, Res, Str, Thread, Value};
use crate::runtime::classes::ClassDef;
use crate::runtime::warnings;

/// The table of `NoneType`.
pub static NONE: ClassDef = ClassDef {
    class: Builtin::NoneType,
    doc: "The type of None.",
    signature: "()",
    slots: &[
        SlotDef::New(none),
        SlotDef::Repr(repr_none),
        SlotDef::Bool(truth_of_none),
        SlotDef::Hash(hash_of_none),
    ],
    ..ClassDef::DEFAULT
};

/// The table of `NotImplementedType`.
pub static NOT_IMPLEMENTED: ClassDef = ClassDef {
    class: Builtin::NotImplementedType,
    doc: "The type of NotImplemented.",
    signature: "()",
    methods: &[NativeDef::method(
        "__reduce__",
        "(self, /)",
        reduce_not_implemented,
    )],
    slots: &[
        SlotDef::New(not_implemented),
        SlotDef::Repr(repr_not_implemented),
        SlotDef::Bool(truth_of_not_implemented),
    ],
    ..ClassDef::DEFAULT
};

/// The table of `ellipsis`.
pub static ELLIPSIS: ClassDef = ClassDef {
    class: Builtin::EllipsisType,
    doc: "The type of Ellipsis, which is also written as ...",
    signature: "()",
    methods: &[NativeDef::method(
        "__reduce__",
        "(self, /)",
        reduce_ellipsis,
    )],
    slots: &[SlotDef::New(ellipsis), SlotDef::Repr(repr_ellipsis)],
    ..ClassDef::DEFAULT
};

fn no_arguments(thread: &Thread, class: &Value, args: CallArgs<'_>) -> Res<()> {
    if args.values.is_empty() {
        return Ok(());
    }
    let name = match class.as_class() {
        Some(class) if class.is_exact(Builtin::EllipsisType) => "EllipsisType".to_owned(),
        Some(class) => class.name_text(),
        None => String::new(),
    };
    Err(thread.type_error(format!("{name} takes no arguments")))
}

fn none(thread: &Thread, class: &Value, args: CallArgs<'_>) -> Res {
    no_arguments(thread, class, args).map(|()| Value::NONE)
}

fn repr_none(thread: &Thread, _: &Value) -> Res {
    Str::new_value(thread, "None")
}

fn truth_of_none(_: &Thread, _: &Value) -> Res<bool> {
    Ok(false)
}

fn hash_of_none(_: &Thread, _: &Value) -> Res<i64> {
    Ok(HASH_NONE)
}

fn not_implemented(thread: &Thread, class: &Value, args: CallArgs<'_>) -> Res {
    no_arguments(thread, class, args).map(|()| Value::NOT_IMPLEMENTED)
}

fn repr_not_implemented(thread: &Thread, _: &Value) -> Res {
    Str::new_value(thread, "NotImplemented")
}

fn truth_of_not_implemented(thread: &Thread, _: &Value) -> Res<bool> {
    let message = "NotImplemented should not be used in a boolean context";
    warnings::warn(thread, Builtin::DeprecationWarning, message)?;
    Ok(true)
}

fn reduce_not_implemented(thread: &Thread, _: &[Value]) -> Res {
    Str::new_value(thread, "NotImplemented")
}

fn ellipsis(thread: &Thread, class: &Value, args: CallArgs<'_>) -> Res {
    no_arguments(thread, class, args).map(|()| Value::ELLIPSIS)
}

fn repr_ellipsis(thread: &Thread, _: &Value) -> Res {
    Str::new_value(thread, "Ellipsis")
}

fn reduce_ellipsis(thread: &Thread, _: &[Value]) -> Res {
    Str::new_value(thread, "Ellipsis")
}
