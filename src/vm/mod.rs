//! Executes bytecode: the dispatch loop, op bodies, frames entered and left, generators resumed.

mod dispatch;
mod enter;
mod leave;
mod ops;
mod registers;
mod resume;
mod unwind;

use crate::object::Builtin;
use crate::runtime::hooks::{self, VmHooks};

/// Registers the VM with the layers below it: the call slot of functions and the hooks.
pub fn install() {
    Builtin::Function.get().set_call(enter::call_function);
    hooks::set(VmHooks {
        run_code: enter::run_code,
        call_with_namespace: enter::call_with_namespace,
        new_function: ops::function::new_function,
        send: resume::send,
        throw: resume::throw_into,
        close: resume::close,
        delegate: resume::delegate,
        shown_delegate: resume::shown_delegate,
    });
}
