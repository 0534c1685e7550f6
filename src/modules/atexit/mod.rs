//! `atexit`: functions that run when the interpreter shuts down, the last one registered first.
//!
//! They are kept in a list of the interpreter (`Interpreter::exit_functions`), one tuple `(function, args, kwargs)` each; None stands for one
//! that was unregistered.
#![forbid(unsafe_code)]

use crate::object::class::CallArgs;
use crate::object::{List, NativeDef, Res, Thread, Tuple, Value};
use crate::runtime::module::ModuleDef;
use crate::runtime::state::interpreter;
use crate::runtime::{protocol, report};

fn functions(thread: &Thread) -> Res {
    let slot = &interpreter(thread).exit_functions;
    if let Some(list) = slot.load() {
        return Ok(list);
    }
    let list = List::new_value(thread, Vec::new())?;
    slot.set(list.clone());
    Ok(list)
}

fn register(thread: &Thread, args: &[Value]) -> Res {
    let (keywords, positional) = (&args[0], &args[1..]);
    let Some((function, rest)) = positional.split_first() else {
        return Err(thread.type_error("register() takes at least 1 argument (0 given)"));
    };
    if thread.class_of(function).call().is_none() {
        return Err(thread.type_error("the first argument must be callable"));
    }
    let entry = vec![
        function.clone(),
        Tuple::from_slice(thread, rest)?,
        keywords.clone(),
    ];
    let entry = Tuple::from_vec(thread, entry)?;
    if let Some(list) = functions(thread)?.as_list() {
        list.push(thread, entry)?;
    }
    Ok(function.clone())
}

fn unregister(thread: &Thread, args: &[Value]) -> Res {
    let functions = functions(thread)?;
    let Some(list) = functions.as_list() else {
        return Ok(Value::NONE);
    };
    let mut i = 0;
    while let Some(entry) = list.get(i) {
        if let Some([function, ..]) = entry.as_tuple()
            && protocol::compare::equal(thread, function, &args[0])?
            && let Ok(old) = list.set(i, Value::NONE)
        {
            drop(old);
        }
        i += 1;
    }
    Ok(Value::NONE)
}

fn clear(thread: &Thread, _: &[Value]) -> Res {
    drop(interpreter(thread).exit_functions.take());
    Ok(Value::NONE)
}

fn run_functions(thread: &Thread, _: &[Value]) -> Res {
    run(thread);
    Ok(Value::NONE)
}

fn count(thread: &Thread, _: &[Value]) -> Res {
    let functions = functions(thread)?;
    let count = functions.as_list().map_or(0, List::len);
    thread.int(count as i64)
}

/// Runs what is registered and forgets it. Exceptions are reported and go no further; what is registered meanwhile is forgotten too.
pub fn run(thread: &Thread) {
    let functions = interpreter(thread).exit_functions.get();
    let Some(list) = functions.as_list() else {
        return;
    };
    let mut left = list.len();
    while left > 0 {
        left -= 1;
        // A function may have shortened the list.
        let Some(entry) = list.get(left) else {
            continue;
        };
        let Some([function, positional, keywords]) = entry.as_tuple() else {
            continue;
        };
        if let Err(raised) = call(thread, function, positional, keywords) {
            let exception = thread.take_raised(raised);
            report::unraisable_from(thread, &exception, "atexit callback", function);
        }
    }
    drop(interpreter(thread).exit_functions.take());
}

fn call(thread: &Thread, function: &Value, positional: &Value, keywords: &Value) -> Res {
    let mut values = positional.as_tuple().unwrap_or_default().to_vec();
    let mut names = Vec::new();
    for (name, value) in keywords
        .as_dict()
        .map_or_else(Vec::new, |dict| dict.items(thread))
    {
        names.push(name);
        values.push(value);
    }
    let args = CallArgs {
        values: &values,
        names: &names,
    };
    protocol::call(thread, function, args)
}

const FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("register", "(*args, **kwargs)", register)
        .doc(
            "Has func called with these arguments when the interpreter ends.\n\n\
            The function registered last is called first. Gives func back, so that it\n\
            serves as a decorator.",
        )
        .shown_as("($module, func, /, *args, **kwargs)"),
    NativeDef::function("unregister", "(func, /)", unregister)
        .doc("Forgets all registrations of func, found by equality."),
    NativeDef::function("_clear", "()", clear).doc("Forgets all registrations."),
    NativeDef::function("_run_exitfuncs", "()", run_functions)
        .doc("Calls all registered functions now and forgets them."),
    NativeDef::function("_ncallbacks", "()", count).doc("How many functions are registered."),
];

/// The module.
pub static MODULE: ModuleDef = ModuleDef {
    name: "atexit",
    doc: "Functions to be called when the program ends.",
    functions: FUNCTIONS,
    init: None,
};
