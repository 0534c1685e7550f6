//! BaseException.

use crate::object::class::{CallArgs, SlotDef, class_flag};
use crate::object::{
    Builtin, Dict, Exception, List, NativeDef, Res, Str, Thread, Tuple, Value, names,
};
use crate::runtime::classes::{ClassDef, GetSetDef};
use crate::runtime::native_call::short_name;
use crate::runtime::protocol;
use crate::runtime::traceback::Traceback;
use std::sync::atomic::Ordering::*;

/// The table of the class.
pub static CLASS: ClassDef = ClassDef {
    class: Builtin::BaseException,
    doc: "What every exception derives from.",
    flags: class_flag::BASE,
    has_dict: true,
    methods: METHODS,
    slots: &[
        SlotDef::New(construct),
        SlotDef::Init(init),
        SlotDef::Repr(repr),
        SlotDef::Str(str_of),
    ],
    members: &["__suppress_context__"],
    getset: GETSET,
    ..ClassDef::DEFAULT
};

/// The payload of an exception; methods are called with instances only.
pub fn payload<'v>(thread: &Thread, value: &'v Value) -> Res<&'v Exception> {
    value
        .as_exception()
        .ok_or_else(|| thread.type_error("an exception was expected"))
}

/// A new exception of any exception class with these positional arguments; `__new__` of all of them.
pub fn construct(thread: &Thread, class: &Value, args: CallArgs<'_>) -> Res {
    let Some(class) = class.as_class() else {
        return Err(thread.type_error("BaseException.__new__(X): X is not a type object"));
    };
    let values = Tuple::from_slice(thread, args.positional())?;
    Exception::new_value(thread, class, values)
}

/// Refuses keyword arguments, in the name of the instance's class.
pub fn no_keywords(thread: &Thread, value: &Value, args: CallArgs<'_>) -> Res<()> {
    if args.names.is_empty() {
        return Ok(());
    }
    let name = thread.class_of(value).name_text();
    Err(thread.type_error(format!("{name}() takes no keyword arguments")))
}

/// `__init__` of all exceptions without fields of their own.
pub fn init(thread: &Thread, value: &Value, args: CallArgs<'_>) -> Res<()> {
    no_keywords(thread, value, args)?;
    payload(thread, value)?
        .args
        .set(Tuple::from_slice(thread, args.positional())?);
    Ok(())
}

fn repr(thread: &Thread, value: &Value) -> Res {
    let name = short_name(thread.class_of(value));
    let args = payload(thread, value)?.args.get();
    let inner = match args.as_tuple() {
        Some([one]) => {
            let text = protocol::repr(thread, one)?;
            let mut out = format!("{name}(").into_bytes();
            out.extend_from_slice(text.as_str_object().map_or(&[][..], Str::as_bytes));
            out.push(b')');
            return Str::from_bytes(thread, &out);
        }
        _ => protocol::repr(thread, &args)?,
    };
    let mut out = name.into_bytes();
    out.extend_from_slice(inner.as_str_object().map_or(&[][..], Str::as_bytes));
    Str::from_bytes(thread, &out)
}

/// `str(exception)` as BaseException has it: nothing, the argument, or the tuple of them.
pub fn str_of(thread: &Thread, value: &Value) -> Res {
    let args = payload(thread, value)?.args.get();
    match args.as_tuple() {
        Some([]) | None => Ok(names::EMPTY.value().clone()),
        Some([one]) => protocol::str_of(thread, one),
        Some(_) => protocol::str_of(thread, &args),
    }
}

fn get_args(thread: &Thread, value: &Value) -> Res {
    Ok(payload(thread, value)?.args.get())
}

fn set_args(thread: &Thread, value: &Value, args: Option<&Value>) -> Res<()> {
    let Some(args) = args else {
        return Err(thread.type_error("args may not be deleted"));
    };
    let items = protocol::collect(thread, args)?;
    payload(thread, value)?
        .args
        .set(Tuple::from_vec(thread, items)?);
    Ok(())
}

fn or_none(slot: &crate::object::Slot) -> Value {
    slot.load().unwrap_or(Value::NONE)
}

fn get_traceback(thread: &Thread, value: &Value) -> Res {
    Ok(or_none(&payload(thread, value)?.traceback))
}

fn set_traceback(thread: &Thread, value: &Value, traceback: Option<&Value>) -> Res<()> {
    let slot = &payload(thread, value)?.traceback;
    match traceback {
        None => return Err(thread.type_error("__traceback__ may not be deleted")),
        Some(none) if none.is_none() => slot.set(Value::UNBOUND),
        Some(traceback) if traceback.payload::<Traceback>().is_some() => {
            slot.set(traceback.clone())
        }
        Some(_) => return Err(thread.type_error("__traceback__ must be a traceback or None")),
    }
    Ok(())
}

fn get_context(thread: &Thread, value: &Value) -> Res {
    Ok(or_none(&payload(thread, value)?.context))
}

fn linked(thread: &Thread, what: &str, other: Option<&Value>) -> Res {
    match other {
        None => Err(thread.type_error(format!("{what} may not be deleted"))),
        Some(none) if none.is_none() => Ok(Value::UNBOUND),
        Some(other) if other.as_exception().is_some() => Ok(other.clone()),
        Some(_) => {
            let noun = what.trim_matches('_');
            Err(thread.type_error(format!(
                "exception {noun} must be None or derive from BaseException"
            )))
        }
    }
}

fn set_context(thread: &Thread, value: &Value, context: Option<&Value>) -> Res<()> {
    let context = linked(thread, "__context__", context)?;
    payload(thread, value)?.context.set(context);
    Ok(())
}

fn get_cause(thread: &Thread, value: &Value) -> Res {
    Ok(or_none(&payload(thread, value)?.cause))
}

fn set_cause(thread: &Thread, value: &Value, cause: Option<&Value>) -> Res<()> {
    let cause = linked(thread, "__cause__", cause)?;
    let payload = payload(thread, value)?;
    payload.cause.set(cause);
    payload.suppress_context.store(true, Relaxed);
    Ok(())
}

fn get_suppress(thread: &Thread, value: &Value) -> Res {
    Ok(Value::from_bool(
        payload(thread, value)?.suppress_context.load(Relaxed),
    ))
}

fn set_suppress(thread: &Thread, value: &Value, suppress: Option<&Value>) -> Res<()> {
    let Some(suppress) = suppress else {
        return Err(thread.type_error("can't delete numeric/char attribute"));
    };
    let Some(suppress) = suppress.as_bool() else {
        return Err(thread.type_error("attribute value type must be bool"));
    };
    payload(thread, value)?
        .suppress_context
        .store(suppress, Relaxed);
    Ok(())
}

const GETSET: &[GetSetDef] = &[
    GetSetDef::new("args", get_args).writable(set_args),
    GetSetDef::new("__traceback__", get_traceback)
        .writable(set_traceback)
        .doc("Where the exception was raised."),
    GetSetDef::new("__context__", get_context)
        .writable(set_context)
        .doc("The exception that was being handled when this one was raised."),
    GetSetDef::new("__cause__", get_cause)
        .writable(set_cause)
        .doc("The exception that this one was raised from."),
    GetSetDef::new("__suppress_context__", get_suppress).writable(set_suppress),
];

fn with_traceback(thread: &Thread, args: &[Value]) -> Res {
    set_traceback(thread, &args[0], Some(&args[1]))?;
    Ok(args[0].clone())
}

fn add_note(thread: &Thread, args: &[Value]) -> Res {
    if args[1].as_str_object().is_none() {
        let class = thread.class_of(&args[1]).name_text();
        return Err(thread.type_error(format!("note must be a str, not '{class}'")));
    }
    let name = names::NOTES.value();
    let notes = match protocol::get_attr_opt(thread, &args[0], name)? {
        Some(notes) => notes,
        None => {
            let notes = List::new_value(thread, Vec::new())?;
            protocol::set_attr(thread, &args[0], name, Some(&notes))?;
            notes
        }
    };
    match notes.as_list() {
        Some(list) => list.push(thread, args[1].clone())?,
        None => return Err(thread.type_error("Cannot add note: __notes__ is not a list")),
    }
    Ok(Value::NONE)
}

fn reduce(thread: &Thread, args: &[Value]) -> Res {
    let arguments = payload(thread, &args[0])?.args.get();
    reduced(thread, &args[0], arguments)
}

/// What `__reduce__` gives: the class, the arguments, and the `__dict__` if there is something in it.
pub(super) fn reduced(thread: &Thread, value: &Value, arguments: Value) -> Res {
    let dict = thread.instance_dict(value)?;
    let mut parts = vec![thread.class_object(value), arguments];
    if let Some(dict) = dict
        && dict.as_dict().is_some_and(|dict| !dict.is_empty())
    {
        parts.push(dict);
    }
    Tuple::from_vec(thread, parts)
}

/// A copy of the `__dict__` with these entries added, those that there are; None if that makes nothing.
pub(super) fn state_with(thread: &Thread, value: &Value, entries: &[(&str, Option<Value>)]) -> Res {
    let state = match thread.instance_dict(value)? {
        Some(dict) => match dict.as_dict() {
            Some(dict) => dict.copy_value(thread)?,
            None => Dict::new_value(thread)?,
        },
        None => Dict::new_value(thread)?,
    };
    let Some(dict) = state.as_dict() else {
        return Ok(Value::NONE);
    };
    for (name, entry) in entries {
        if let Some(entry) = entry {
            dict.set_str(thread, &thread.intern(name.as_bytes())?, entry.clone())?;
        }
    }
    Ok(if dict.is_empty() { Value::NONE } else { state })
}

/// As [`reduced`] with a state made by [`state_with`].
pub(super) fn reduced_with(thread: &Thread, value: &Value, state: Value) -> Res {
    let mut parts = vec![
        thread.class_object(value),
        payload(thread, value)?.args.get(),
    ];
    if !state.is_none() {
        parts.push(state);
    }
    Tuple::from_vec(thread, parts)
}

fn set_state(thread: &Thread, args: &[Value]) -> Res {
    if args[1].is_none() {
        return Ok(Value::NONE);
    }
    let Some(dict) = args[1].as_dict() else {
        return Err(thread.type_error("state is not a dictionary"));
    };
    for (name, value) in dict.items(thread) {
        protocol::set_attr(thread, &args[0], &name, Some(&value))?;
    }
    Ok(Value::NONE)
}

const METHODS: &[NativeDef] = &[
    NativeDef::method("with_traceback", "(self, object, /)", with_traceback)
        .doc("Sets __traceback__ and gives the exception back."),
    NativeDef::method("add_note", "(self, object, /)", add_note)
        .doc("Adds a line of text that is printed behind the exception."),
    NativeDef::method("__reduce__", "(self, /)", reduce),
    NativeDef::method("__setstate__", "(self, object, /)", set_state),
];
