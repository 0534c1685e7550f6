//! `fork`, and the functions that a program has called before it, after it in the parent, and after it in the child.
//!
//! They are kept in a list of the interpreter (`Interpreter::fork_functions`), one tuple of the three each, with None for what was not given.
#![forbid(unsafe_code)]

use super::descriptors::at_once;
use crate::object::class::CallArgs;
use crate::object::{Builtin, List, NativeDef, Res, Thread, Tuple, Value};
use crate::runtime::state::interpreter;
use crate::runtime::warnings::warn;
use crate::runtime::{protocol, report, system};
use std::sync::atomic::Ordering::Acquire;

/// The table lines.
pub const FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("fork", "()", fork)
        .doc("Makes a copy of the process: 0 in the copy, its number in the original."),
    NativeDef::function(
        "register_at_fork",
        "(*, before=<unrepresentable>, after_in_child=<unrepresentable>, after_in_parent=<unrepresentable>)",
        register,
    )
    .doc(
        "Has functions called whenever fork() is: before it, the one registered last\n\
        first, and after it in the child and in the parent, in the order of registration.",
    ),
];

/// Places in an entry.
const BEFORE: usize = 0;
const IN_CHILD: usize = 1;
const IN_PARENT: usize = 2;

const NAMES: [&str; 3] = ["before", "after_in_child", "after_in_parent"];

fn register(thread: &Thread, args: &[Value]) -> Res {
    if args.iter().all(Value::is_unbound) {
        return Err(thread.type_error("At least one argument is required."));
    }
    for (name, function) in NAMES.iter().zip(args) {
        let class = thread.class_of(function);
        if !function.is_unbound() && class.call().is_none() {
            let text = format!("'{name}' must be callable, not {}", class.name_text());
            return Err(thread.type_error(&text));
        }
    }
    let given = |function: &Value| {
        if function.is_unbound() {
            Value::NONE
        } else {
            function.clone()
        }
    };
    let entry = Tuple::from_vec(thread, args.iter().map(given).collect())?;
    let slot = &interpreter(thread).fork_functions;
    let functions = match slot.load() {
        Some(functions) => functions,
        None => {
            let functions = List::new_value(thread, Vec::new())?;
            slot.set(functions.clone());
            functions
        }
    };
    if let Some(functions) = functions.as_list() {
        functions.push(thread, entry)?;
    }
    Ok(Value::NONE)
}

fn fork(thread: &Thread, _: &[Value]) -> Res {
    if interpreter(thread).finalizing.load(Acquire) {
        let message = "can't fork at interpreter shutdown";
        return Err(thread.error(Builtin::PythonFinalizationError, message));
    }
    // What is registered meanwhile is called from the next time on.
    let functions = interpreter(thread).fork_functions.load();
    let entries = match functions.as_ref().and_then(Value::as_list) {
        Some(functions) => functions.to_vec(thread)?,
        None => Vec::new(),
    };
    for entry in entries.iter().rev() {
        call(thread, entry, BEFORE);
    }
    crate::modules::sys::flush_streams(thread);
    let is_alone = interpreter(thread).threads.running() == 0;
    let answer = at_once(thread, system::fork(thread));
    let which = if matches!(answer, Ok(0)) {
        IN_CHILD
    } else {
        IN_PARENT
    };
    if which == IN_CHILD {
        crate::modules::sys::after_fork(thread);
    }
    for entry in &entries {
        call(thread, entry, which);
    }
    let answer = answer?;
    if answer != 0 && !is_alone {
        let text = format!(
            "This process (pid={}) is multi-threaded, use of fork() may lead to deadlocks in the child.",
            std::process::id()
        );
        warn(thread, Builtin::DeprecationWarning, &text)?;
    }
    thread.int(i64::from(answer))
}

/// Calls one function of an entry. Its exception is reported and goes no further.
fn call(thread: &Thread, entry: &Value, which: usize) {
    let function = entry.as_tuple().and_then(|entry| entry.get(which));
    let Some(function) = function.filter(|function| !function.is_none()) else {
        return;
    };
    let args = CallArgs {
        values: &[],
        names: &[],
    };
    if let Err(raised) = protocol::call(thread, function, args) {
        let exception = thread.take_raised(raised);
        report::unraisable(thread, &exception, function);
    }
}
