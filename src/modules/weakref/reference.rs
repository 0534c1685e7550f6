//! `weakref.ref`.

use crate::object::class::{CallArgs, Compare, SlotDef, class_flag};
use crate::object::layout::id_of;
use crate::object::weak::WeakRef;
use crate::object::{NativeDef, Res, Str, Thread, Value, names};
use crate::runtime::classes::{ClassDef, GetSetDef};
use crate::runtime::protocol;
use crate::types::shared::{CLASS_GETITEM, arguments, class_argument, signature};
use crate::types::type_::value::full_name_in_messages;

/// The table of the class.
pub static CLASS: ClassDef = ClassDef {
    name: "weakref.ReferenceType",
    doc: "A reference that does not keep its object alive; calling it gives the\n\
        object, or None.",
    flags: class_flag::BASE,
    layout: Some(id_of::<WeakRef>),
    methods: &[CLASS_GETITEM],
    slots: &[
        SlotDef::New(construct),
        SlotDef::Init(initialise),
        SlotDef::Call(call),
        SlotDef::Repr(repr),
        SlotDef::Hash(hash),
        SlotDef::Compare(compare),
    ],
    getset: &[GetSetDef::new("__callback__", callback)],
    ..ClassDef::DEFAULT
};

fn weak<'v>(thread: &Thread, value: &'v Value) -> Res<&'v WeakRef> {
    value
        .payload::<WeakRef>()
        .ok_or_else(|| thread.type_error("a weak reference was expected"))
}

/// A subclass may take more arguments than these two.
fn construct(thread: &Thread, class: &Value, args: CallArgs<'_>) -> Res {
    let payload = class_argument(thread, class)?;
    match args.positional() {
        [target] => super::make(thread, payload, target, &Value::NONE),
        [target, callback] => super::make(thread, payload, target, callback),
        [] => Err(thread.type_error("__new__ expected at least 1 argument, got 0")),
        more => Err(thread.type_error(format!(
            "__new__ expected at most 2 arguments, got {}",
            more.len()
        ))),
    }
}

const INIT: NativeDef = signature("ref", "(object, callback=None, /)");

/// The arguments were for `__new__`.
fn initialise(thread: &Thread, _: &Value, args: CallArgs<'_>) -> Res<()> {
    arguments(thread, &INIT, args).map(drop)
}

fn call(thread: &Thread, value: &Value, args: CallArgs<'_>) -> Res {
    if !args.names.is_empty() {
        return Err(thread.type_error("weakref() takes no keyword arguments"));
    }
    if !args.values.is_empty() {
        let given = args.values.len();
        return Err(thread.type_error(format!("weakref expected 0 arguments, got {given}")));
    }
    Ok(weak(thread, value)?.target().unwrap_or(Value::NONE))
}

fn repr(thread: &Thread, value: &Value) -> Res {
    let text = match weak(thread, value)?.target() {
        None => format!("<weakref at {:#x}; dead>", thread.identity(value)),
        Some(target) => {
            let class = full_name_in_messages(thread, thread.class_of(&target));
            let name = protocol::lookup_special(thread, &target, names::NAME.value())?;
            let name = match name.as_ref().and_then(Value::as_str) {
                Some(name) => format!(" ({name})"),
                None => String::new(),
            };
            format!(
                "<weakref at {:#x}; to '{class}' at {:#x}{name}>",
                thread.identity(value),
                thread.identity(&target)
            )
        }
    };
    Str::new_value(thread, &text)
}

/// The hash of the target, which is kept for the time after its death.
fn hash(thread: &Thread, value: &Value) -> Res<i64> {
    let weak = weak(thread, value)?;
    if let Some(hash) = weak.known_hash() {
        return Ok(hash);
    }
    let Some(target) = weak.target() else {
        return Err(thread.type_error("weak object has gone away"));
    };
    let hash = protocol::hash(thread, &target)?;
    weak.keep_hash(hash);
    Ok(hash)
}

/// Living references are equal if their targets are; dead ones only to themselves.
fn compare(thread: &Thread, value: &Value, other: &Value, op: Compare) -> Res {
    let (Some(a), Some(b)) = (value.payload::<WeakRef>(), other.payload::<WeakRef>()) else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    if !matches!(op, Compare::Eq | Compare::Ne) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    match (a.target(), b.target()) {
        (Some(a), Some(b)) => protocol::compare(thread, &a, &b, op),
        _ => Ok(Value::from_bool(value.is(other) == (op == Compare::Eq))),
    }
}

fn callback(thread: &Thread, value: &Value) -> Res {
    Ok(weak(thread, value)?.callback.load().unwrap_or(Value::NONE))
}
