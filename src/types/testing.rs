//! An attached thread for unit tests of types.

use crate::object::Thread;
use crate::object::thread::{Hooks, set_hooks};
use crate::runtime::classes::install_static;
use crate::runtime::protocol::compare::equal_distinct;
use crate::runtime::protocol::hash;
use crate::runtime::raise::new_exception;
use crate::runtime::state::{Config, Interpreter, ThreadState};
use std::sync::Once;

/// Runs `f` with a thread of an interpreter that has the built-in classes and no modules.
pub fn with_thread(f: impl FnOnce(&Thread)) {
    static CLASSES: Once = Once::new();
    CLASSES.call_once(|| {
        set_hooks(Hooks {
            finalize: |_, _| {},
            weak_callback: crate::runtime::finalize::weak_callback,
            new_exception,
            hash,
            equal: equal_distinct,
            empty_caches: |_| {},
            alone: |_, _| {},
            shared: |_, _, _| {},
            write_error: |_, _| {},
        });
        install_static(&super::tables());
    });
    let interpreter = Interpreter::new(Config::default());
    let Some(state) = ThreadState::new(interpreter) else {
        panic!("there is no room for a thread's stacks");
    };
    state.core.enter(|| f(&state.core));
}
