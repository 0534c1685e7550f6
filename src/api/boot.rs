//! Bringing up the process and an interpreter: static classes, hooks, the modules that every program has.

use crate::modules;
use crate::object::thread::{Hooks, set_hooks};
use crate::object::{Dict, Res, Thread, Value, names};
use crate::runtime::function::Module;
use crate::runtime::state::{Config, Interpreter, ThreadState, interpreter, state};
use crate::runtime::{causes, classes, module, protocol, raise, report};
use crate::{types, vm};
use std::sync::atomic::Ordering::Release;
use std::sync::{Arc, Once};

/// Process-wide initialisation; every way to an interpreter runs it first.
pub fn process() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        classes::install_static(&types::tables());
        vm::install();
        set_hooks(Hooks {
            finalize: crate::runtime::finalize::finalize,
            weak_callback: crate::runtime::finalize::weak_callback,
            new_exception: raise::new_exception,
            hash: protocol::hash,
            equal: protocol::compare::equal_distinct,
            empty_caches: crate::runtime::code::empty_caches,
            alone: |thread, purpose| {
                let state = state(thread);
                if let Some(stop) = state.interpreter.gil.alone(state) {
                    causes::note_stop(thread, purpose, stop);
                }
            },
            shared: causes::note_shared,
            write_error: |thread, text| report::write_error(thread, text.as_bytes()),
        });
    });
}

/// A new interpreter with its first thread, `builtins` and `sys` imported.
pub fn interpreter_with(config: Config) -> Option<Box<ThreadState>> {
    process();
    let interpreter = Interpreter::new(config);
    let state = ThreadState::new(Arc::clone(&interpreter))?;
    let made = state
        .core
        .enter(|| import_first_modules(&state.core).is_ok());
    state.core.enter(|| {
        state.core.enable_collector(true);
        if interpreter.config.debug.gc_stress {
            state.core.stress_collector();
        }
    });
    made.then_some(state)
}

fn import_first_modules(thread: &Thread) -> Res<()> {
    let interpreter = interpreter(thread);
    let modules = Dict::new_value(thread)?;
    interpreter.modules.set(modules.clone());
    for def in [&modules::builtins::MODULE, &modules::sys::MODULE] {
        let value = module::native_module(thread, def)?;
        let Some(payload) = value.payload::<Module>() else {
            continue;
        };
        let namespace = if def.name == "sys" {
            &interpreter.sys
        } else {
            &interpreter.builtins
        };
        namespace.set(payload.dict.clone());
        if let Some(dict) = modules.as_dict() {
            dict.set(thread, thread.intern(def.name.as_bytes())?, value)?;
        }
    }
    let version = interpreter
        .builtins
        .get()
        .as_dict()
        .map_or(0, Dict::version);
    interpreter.builtins_version.store(version, Release);
    Ok(())
}

/// The namespace of the module `__main__`, which is made if there is none.
pub fn main_namespace(thread: &Thread) -> Res {
    let modules = interpreter(thread).modules.get();
    let Some(modules) = modules.as_dict() else {
        return Err(thread.type_error("sys.modules is no dict"));
    };
    if let Some(main) = modules.get_str(thread, names::MAIN.value())
        && let Some(module) = main.payload::<Module>()
    {
        return Ok(module.dict.clone());
    }
    let main = module::new_module(thread, "__main__", None)?;
    let namespace = main
        .payload::<Module>()
        .map_or(Value::NONE, |m| m.dict.clone());
    if let Some(dict) = namespace.as_dict() {
        let builtins = thread.intern(b"builtins")?;
        if let Some(builtins) = modules.get_str(thread, &builtins) {
            dict.set(thread, names::BUILTINS.value().clone(), builtins)?;
        }
        modules.set(thread, names::MAIN.value().clone(), main)?;
    }
    Ok(namespace)
}
