//! What the layers below the VM ask of it: running code, resuming generators, making functions.
#![forbid(unsafe_code)]

use super::generator::{Generator, Resumed};
use crate::object::{Builtin, Res, Thread, Value};
use std::sync::OnceLock;

/// Functions that the VM registers.
pub struct VmHooks {
    /// Runs module or executed code: `(code, globals, namespace, closure)`; the closure is a tuple of cells or unbound.
    pub run_code: fn(&Thread, &Value, Value, Value, Value) -> Res,
    /// Runs a function with its own namespace mapping (a class body).
    pub call_with_namespace: fn(&Thread, &Value, Value) -> Res,
    /// A function of a code object in a namespace with its built-ins: `(code, globals, builtins)`.
    pub new_function: fn(&Thread, &Value, Value, Value) -> Res,
    /// Resumes a generator with a value; None if it was finished.
    pub send: fn(&Thread, &Value, &Generator, Value) -> Res<Option<Resumed>>,
    /// Raises an exception in a generator (in what it delegates to first).
    pub throw: fn(&Thread, &Value, &Generator, Value) -> Res<Resumed>,
    /// Closes a generator.
    pub close: fn(&Thread, &Value, &Generator) -> Res,
    /// What a suspended generator delegates to.
    pub delegate: fn(&Generator) -> Option<Value>,
    /// The same as scripts see it: an iterator, or None.
    pub shown_delegate: fn(&Thread, &Generator) -> Res,
}

static HOOKS: OnceLock<VmHooks> = OnceLock::new();

/// Registers the VM's functions; the first registration stays.
pub fn set(hooks: VmHooks) {
    let _ = HOOKS.set(hooks);
}

/// The VM's functions.
///
/// # Errors
/// SystemError before they are registered.
pub fn vm(thread: &Thread) -> Res<&'static VmHooks> {
    HOOKS.get().ok_or_else(|| {
        thread.error(
            Builtin::SystemError,
            "the virtual machine is not initialised",
        )
    })
}
