//! `Token`: what `ContextVar.set` gives, with which `ContextVar.reset` takes it back. Only the mark that it was used ever changes.

use crate::object::class::{CallArgs, SlotDef, class_flag};
use crate::object::instance::Plain;
use crate::object::layout::id_of;
use crate::object::{Builtin, Payload, Res, Sharing, Str, Thread, Value, names};
use crate::runtime::classes::{ClassDef, GetSetDef};
use crate::types::shared::{CLASS_GETITEM, ReprText};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};

/// The payload.
pub struct Token {
    pub(super) context: Value,
    pub(super) variable: Value,
    /// None if the variable had no value in the context.
    pub(super) old: Option<Value>,
    /// Written by the thread that has entered the context.
    pub(super) used: AtomicBool,
}

impl Payload for Token {
    const SHARING: Sharing = Sharing::Guarded;
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.context);
        visit(&self.variable);
        if let Some(old) = &self.old {
            visit(old);
        }
    }
}

/// The token of a call of `set`.
///
/// # Errors
/// MemoryError
pub fn new(thread: &Thread, context: &Value, variable: &Value, old: Option<Value>) -> Res {
    let token = Token {
        context: context.clone(),
        variable: variable.clone(),
        old,
        used: AtomicBool::new(false),
    };
    thread.alloc(Builtin::ContextToken, token)
}

fn payload<'v>(thread: &Thread, value: &'v Value) -> Res<&'v Token> {
    value
        .payload::<Token>()
        .ok_or_else(|| thread.type_error("an instance of Token was expected"))
}

/// `Token.MISSING`, one for the process.
fn missing() -> Value {
    static MISSING: OnceLock<Value> = OnceLock::new();
    let make = || names::immortal_object(Builtin::MissingToken, Plain);
    MISSING.get_or_init(make).clone()
}

fn construct(thread: &Thread, _: &Value, _: CallArgs<'_>) -> Res {
    let message = "Tokens can only be created by ContextVars";
    Err(thread.error(Builtin::RuntimeError, message))
}

fn repr(thread: &Thread, token: &Value) -> Res {
    let this = payload(thread, token)?;
    let used = match this.used.load(Relaxed) {
        true => " used",
        false => "",
    };
    let mut text = ReprText::new(&format!("<Token{used} var="));
    text.push_repr(thread, &this.variable)?;
    text.finish(thread, &format!(" at {:#x}>", thread.identity(token)))
}

fn var(thread: &Thread, token: &Value) -> Res {
    Ok(payload(thread, token)?.variable.clone())
}

fn old_value(thread: &Thread, token: &Value) -> Res {
    Ok(payload(thread, token)?.old.clone().unwrap_or_else(missing))
}

fn missing_repr(thread: &Thread, _: &Value) -> Res {
    Str::new_value(thread, "<Token.MISSING>")
}

/// The table of the class.
pub static CLASS: ClassDef = ClassDef {
    class: Builtin::ContextToken,
    doc: "What ContextVar.set() gives, with which reset() takes it back.",
    flags: class_flag::UNHASHABLE,
    layout: Some(id_of::<Token>),
    methods: &[CLASS_GETITEM],
    slots: &[SlotDef::New(construct), SlotDef::Repr(repr)],
    getset: &[
        GetSetDef::new("var", var),
        GetSetDef::new("old_value", old_value),
    ],
    constants: &[("MISSING", missing)],
    ..ClassDef::DEFAULT
};

/// The table of the class of `Token.MISSING`.
pub static MISSING_CLASS: ClassDef = ClassDef {
    class: Builtin::MissingToken,
    doc: "The class of Token.MISSING, the old value of a variable that had none.",
    slots: &[SlotDef::Repr(missing_repr)],
    ..ClassDef::DEFAULT
};
