//! What CPython's module `site` adds for the prompt: `exit` and `quit`, which say how to leave it and leave when they are called, and `help`.

use super::run::system_exit;
use crate::object::class::{CallArgs, SlotDef, class_flag};
use crate::object::{Dict, NativeDef, Payload, Res, Str, Thread, Value};
use crate::runtime::bind::bind;
use crate::runtime::classes::{self, ClassDef};
use crate::runtime::protocol;
use crate::types::shared::{class_argument, signature};

struct Quitter {
    name: &'static str,
}

impl Payload for Quitter {
    const LEAF: bool = true;
    fn trace(&self, _: &mut dyn FnMut(&Value)) {}
}

const SIGNATURE: NativeDef = signature("__call__", "(code=None)");

fn call(thread: &Thread, _: &Value, args: CallArgs<'_>) -> Res {
    let args = bind(thread, "Quitter.__call__", &SIGNATURE, args)?;
    let code = args[0].bound().cloned().unwrap_or(Value::NONE);
    Err(system_exit(thread, &[code]))
}

fn repr(thread: &Thread, value: &Value) -> Res {
    let name = value.payload::<Quitter>().map_or("exit", |q| q.name);
    Str::new_value(
        thread,
        &format!("Use {name}() or Ctrl-D (i.e. EOF) to exit"),
    )
}

static CLASS: ClassDef = ClassDef {
    name: "_sitebuiltins.Quitter",
    flags: class_flag::NO_NEW,
    layout: Some(crate::object::layout::id_of::<Quitter>),
    slots: &[SlotDef::Call(call), SlotDef::Repr(repr)],
    ..ClassDef::DEFAULT
};

/// `help`; what it does is in the library's `pydoc`, which is imported at the first call.
struct Helper;

impl Payload for Helper {
    const LEAF: bool = true;
    fn trace(&self, _: &mut dyn FnMut(&Value)) {}
}

fn call_help(thread: &Thread, _: &Value, args: CallArgs<'_>) -> Res {
    let help = crate::modules::import::library_attribute(thread, "pydoc", "help")?;
    protocol::call(thread, &help, args)
}

fn repr_help(thread: &Thread, _: &Value) -> Res {
    Str::new_value(
        thread,
        "Type help() for interactive help, or help(object) for help about object.",
    )
}

static HELPER: ClassDef = ClassDef {
    name: "_sitebuiltins._Helper",
    doc: "Shows documentation: help(object), or help() for an interactive session.",
    layout: Some(crate::object::layout::id_of::<Helper>),
    slots: &[
        SlotDef::New(new_help),
        SlotDef::Call(call_help),
        SlotDef::Repr(repr_help),
    ],
    ..ClassDef::DEFAULT
};

fn new_help(thread: &Thread, class: &Value, _: CallArgs<'_>) -> Res {
    thread.alloc_instance(class_argument(thread, class)?, Helper)
}

/// Adds all three.
///
/// # Errors
/// MemoryError
pub fn add(thread: &Thread, dict: &Dict) -> Res<()> {
    let class = classes::native_class(thread, &CLASS)?;
    if let Some(class) = class.as_class() {
        for name in ["exit", "quit"] {
            let quitter = thread.alloc_instance(class, Quitter { name })?;
            dict.set(thread, thread.intern(name.as_bytes())?, quitter)?;
        }
    }
    let class = classes::native_class(thread, &HELPER)?;
    if let Some(class) = class.as_class() {
        let helper = thread.alloc_instance(class, Helper)?;
        dict.set(thread, thread.intern(b"help")?, helper)?;
    }
    Ok(())
}
