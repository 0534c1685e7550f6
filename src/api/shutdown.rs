//! The end of an interpreter, in CPython's order: exit functions, a collection, modules, and what is left in `sys` and `builtins`.

use crate::modules;
use crate::object::gc::OLDEST;
use crate::object::{Dict, Res, Thread, Value, names};
use crate::runtime::function::Module;
use crate::runtime::module::{self, imported};
use crate::runtime::state::{interpreter, state};
use crate::runtime::{collector, deadlock, protocol, report, signals, threads};
use std::sync::atomic::Ordering::*;

/// Names of `sys` that become None before any module goes, since they may hold anything.
const FORGOTTEN: &[&str] = &[
    "path",
    "argv",
    "ps1",
    "ps2",
    "last_exc",
    "last_type",
    "last_value",
    "last_traceback",
    "path_importer_cache",
    "meta_path",
    "path_hooks",
];

/// Runs exit functions, finalises the modules and all they held, and flushes the standard streams. Whether threads that had to be waited for were
/// given up, since they wait for one another.
pub fn shut_down(thread: &Thread) -> bool {
    let interpreter = interpreter(thread);
    let deadlocked = wait_for_threads(thread);
    modules::atexit::run(thread);
    modules::sys::flush_streams(thread);
    interpreter.finalizing.store(true, Release);
    interpreter.gil.close(state(thread));
    collector::collect(thread, OLDEST);
    forget_special_names(thread);
    let modules = interpreter.modules.get();
    let all: Vec<(Value, Value)> = modules
        .as_dict()
        .map_or_else(Vec::new, |dict| dict.items(thread));
    // Only the addresses are kept: a module that nothing else refers to goes with its entry, and its namespace as garbage, so that
    // finalisers still find their globals.
    let addresses: Vec<u64> = all.iter().map(|(_, module)| module.word()).collect();
    drop(all);
    if let Some(dict) = modules.as_dict() {
        for key in dict.keys() {
            set(thread, dict, &key, Value::NONE);
        }
        drop(dict.take_all(thread));
    }
    collector::collect(thread, OLDEST);
    modules::sys::flush_streams(thread);
    let kept = [interpreter.builtins.get(), interpreter.sys.get()];
    restore_builtins(thread);
    for module in surviving(thread, &addresses) {
        let namespace = module
            .payload::<Module>()
            .map_or(Value::NONE, |module| module.dict.clone());
        if !kept.iter().any(|kept| kept.is(&namespace)) {
            clear_namespace(thread, &namespace);
        }
    }
    modules::sys::flush_streams(thread);
    let streams = modules::sys::streams(thread);
    for namespace in kept.iter().rev() {
        clear_namespace(thread, namespace);
    }
    drop(modules);
    collector::collect(thread, OLDEST);
    modules::sys::flush(thread, &streams);
    drop((streams, kept));
    signals::forget(state(thread));
    for root in [
        &interpreter.modules,
        &interpreter.builtins,
        &interpreter.sys,
        &interpreter.exit_functions,
        &interpreter.fork_functions,
        &interpreter.native_classes,
        &interpreter.signal_handlers,
    ] {
        drop(root.take());
    }
    state(thread).forget_settings();
    collector::collect(thread, OLDEST);
    collector::check_at_exit(thread);
    deadlocked
}

/// Waits for the threads that are no daemons, as `threading` does it where that is imported. Whether a deadlock has ended that. An interrupt ends it
/// too, and is reported.
fn wait_for_threads(thread: &Thread) -> bool {
    let known = &interpreter(thread).threads.deadlocked;
    let reported = known.load(Relaxed);
    let mut place = Value::NONE;
    let mut wait = || -> Res<()> {
        if let Some(threading) = imported(thread, "threading")? {
            place = threading.clone();
            let shutdown = protocol::get_attr_str(thread, &threading, "_shutdown")?;
            protocol::call_positional(thread, &shutdown, &[])?;
        }
        threads::join_awaited(thread)
    };
    if let Err(raised) = wait() {
        let exception = thread.take_raised(raised);
        let deadlocked =
            deadlock::class(thread).is_ok_and(|class| class.is(&thread.class_object(&exception)));
        // A deadlock that an exception has told of already is not told of again.
        if !(deadlocked && reported) {
            report::unraisable(thread, &exception, &place);
        }
        return deadlocked;
    }
    false
}

/// Takes what the program has put among the built-in names out again.
fn restore_builtins(thread: &Thread) {
    let interpreter = interpreter(thread);
    let current = interpreter.builtins.get();
    let changed = |dict: &Dict| dict.version() != interpreter.builtins_version.load(Acquire);
    if !current.as_dict().is_some_and(changed) {
        return;
    }
    let fresh = module::native_module(thread, &modules::builtins::MODULE);
    let fresh = match fresh {
        Ok(module) => module,
        Err(raised) => return drop(thread.take_raised(raised)),
    };
    let Some(fresh) = fresh.payload::<Module>().and_then(|m| m.dict.as_dict()) else {
        return;
    };
    let Some(current) = current.as_dict() else {
        return;
    };
    let old = current.items(thread);
    for (key, value) in fresh.items(thread) {
        set(thread, current, &key, value);
    }
    for (key, value) in old {
        if fresh.get_str(thread, &key).is_none() {
            drop(value);
            drop(current.remove_str(thread, &key));
        }
    }
}

/// Those of the modules that are still alive, the last one first.
fn surviving(thread: &Thread, addresses: &[u64]) -> Vec<Value> {
    let mut found: Vec<(usize, Value)> = Vec::new();
    // Without memory nothing is cleared: what is left goes with the heap.
    let Ok(all) = thread.containers(None) else {
        return Vec::new();
    };
    for value in all {
        if value.payload::<Module>().is_some()
            && let Some(i) = addresses
                .iter()
                .position(|address| *address == value.word())
        {
            found.push((i, value));
        }
    }
    found.sort_by_key(|(i, _)| usize::MAX - i);
    found.into_iter().map(|(_, module)| module).collect()
}

fn set(thread: &Thread, dict: &Dict, key: &Value, value: Value) {
    if let Err(raised) = dict.set(thread, key.clone(), value) {
        let exception = thread.take_raised(raised);
        report::unraisable(thread, &exception, key);
    }
}

/// Sets names to None instead of removing them, so that functions that still run fail in a defined way: first those with one leading
/// underscore, then all but `__builtins__`.
fn clear_namespace(thread: &Thread, namespace: &Value) {
    let Some(dict) = namespace.as_dict() else {
        return;
    };
    let is_private = |name: &str| name.starts_with('_') && !name.starts_with("__");
    for private in [true, false] {
        for (key, value) in dict.items(thread) {
            let Some(name) = key.as_str() else { continue };
            if value.is_none() || name == "__builtins__" || is_private(name) != private {
                continue;
            }
            drop(value);
            set(thread, dict, &key, Value::NONE);
        }
    }
}

fn forget_special_names(thread: &Thread) {
    let interpreter = interpreter(thread);
    if let Some(dict) = interpreter.builtins.get().as_dict()
        && dict.get_str(thread, names::UNDERSCORE.value()).is_some()
    {
        set(thread, dict, names::UNDERSCORE.value(), Value::NONE);
    }
    let sys = interpreter.sys.get();
    let Some(dict) = sys.as_dict() else { return };
    for name in FORGOTTEN {
        if let Ok(key) = thread.intern(name.as_bytes())
            && dict.get_str(thread, &key).is_some()
        {
            set(thread, dict, &key, Value::NONE);
        }
    }
    for (name, original) in [
        (names::STDIN, "__stdin__"),
        (names::STDOUT, "__stdout__"),
        (names::STDERR, "__stderr__"),
    ] {
        let original = thread
            .intern(original.as_bytes())
            .ok()
            .and_then(|key| dict.get_str(thread, &key));
        set(thread, dict, name.value(), original.unwrap_or(Value::NONE));
    }
}
