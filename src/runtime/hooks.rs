//! What the layers below the VM ask of it (running code, resuming generators, making functions), and what it asks of those above (compiling).
#![forbid(unsafe_code)]

use super::function::Function;
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
}

static HOOKS: OnceLock<VmHooks> = OnceLock::new();
static COMPILE_BODY: OnceLock<fn(&Thread, &Value) -> Res<()>> = OnceLock::new();

/// Registers what gives a function whose body is still to be compiled (`bytecode::code::Deferral`) its code; the first registration stays.
pub fn set_compile_body(compile: fn(&Thread, &Value) -> Res<()>) {
    let _ = COMPILE_BODY.set(compile);
}

/// Sees to it that a function has the code of its body. Others may run before this comes back.
///
/// # Errors
/// MemoryError
pub fn complete(thread: &Thread, function: &Value) -> Res<()> {
    let is_deferred = function
        .payload::<Function>()
        .is_some_and(|function| function.is_deferred());
    match COMPILE_BODY.get() {
        Some(compile) if is_deferred => compile(thread, function),
        _ => Ok(()),
    }
}

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
