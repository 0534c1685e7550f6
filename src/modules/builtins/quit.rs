//! `exit` and `quit`: objects that say how to leave the prompt, and leave when they are called.

use super::run::system_exit;
use crate::object::class::{CallArgs, SlotDef, class_flag};
use crate::object::{Dict, NativeDef, Payload, Res, Str, Thread, Value};
use crate::runtime::bind::bind;
use crate::runtime::classes::{self, ClassDef};
use crate::types::shared::signature;

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

/// Adds both.
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
    Ok(())
}
