//! `_contextvars`: the classes of `types::context`, and `copy_context`.
#![forbid(unsafe_code)]

use crate::object::{Beside, Builtin, Dict, NativeDef, Res, Thread, Value};
use crate::runtime::module::ModuleDef;
use crate::types::context;

/// The module.
pub static MODULE: ModuleDef = ModuleDef {
    name: "_contextvars",
    doc: "Context variables.",
    functions: &[NativeDef::function("copy_context", "()", copy_context)
        .beside(Beside::PROTOCOLS)
        .doc("A new context with the values that the current one has.")],
    init: Some(init),
};

fn init(thread: &Thread, dict: &Dict) -> Res<()> {
    for (name, class) in [
        ("Context", Builtin::Context),
        ("ContextVar", Builtin::ContextVar),
        ("Token", Builtin::ContextToken),
    ] {
        let name = thread.intern(name.as_bytes())?;
        dict.set(thread, name, class.class().clone())?;
    }
    Ok(())
}

fn copy_context(thread: &Thread, _: &[Value]) -> Res {
    context::copy_current(thread)
}
