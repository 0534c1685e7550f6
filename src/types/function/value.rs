//! Making functions from code objects, and binding them to instances.

use crate::object::class::CallArgs;
use crate::object::{Builtin, NativeDef, Res, Str, Thread, Value};
use crate::runtime::bind::bind;
use crate::runtime::code::Code;
use crate::runtime::function::{BoundMethod, Cell, Function};
use crate::runtime::{builtins_of, hooks};

static NEW: NativeDef = NativeDef::function(
    "function",
    "(code, globals, name=None, argdefs=None, closure=None, kwdefaults=None)",
    unused,
);

fn unused(_: &Thread, _: &[Value]) -> Res {
    Ok(Value::NONE)
}

/// `FunctionType(code, globals, name, argdefs, closure, kwdefaults)`
pub(super) fn construct(thread: &Thread, _: &Value, args: CallArgs<'_>) -> Res {
    let args = bind(thread, "function", &NEW, args)?;
    let given = |i: usize| args[i].bound().filter(|value| !value.is_none());
    let Some(code) = args[0].payload::<Code>() else {
        return Err(thread.type_error(format!(
            "function() argument 'code' must be code, not {}",
            thread.class_of(&args[0]).name_text()
        )));
    };
    if args[1].as_dict().is_none() {
        return Err(thread.type_error(format!(
            "function() argument 'globals' must be dict, not {}",
            thread.class_of(&args[1]).name_text()
        )));
    }
    if let Some(name) = given(2)
        && name.as_str_object().is_none()
    {
        return Err(thread.type_error("arg 3 (name) must be None or string"));
    }
    if let Some(defaults) = given(3)
        && defaults.as_tuple().is_none()
    {
        return Err(thread.type_error("arg 4 (defaults) must be None or tuple"));
    }
    let needed = code.plain.free_count as usize;
    check_closure(thread, code, given(4), needed)?;
    if given(5).is_some_and(|defaults| defaults.as_dict().is_none()) {
        return Err(thread.type_error("arg 6 (kwdefaults) must be None or dict"));
    }
    let builtins = builtins_of(thread, &args[1])?;
    let made = (hooks::vm(thread)?.new_function)(thread, &args[0], args[1].clone(), builtins)?;
    if let Some(function) = made.payload::<Function>() {
        for (i, slot) in [
            (2, &function.name),
            (3, &function.defaults),
            (4, &function.closure),
            (5, &function.kwdefaults),
        ] {
            if let Some(value) = given(i) {
                slot.set(value.clone());
            }
        }
    }
    Ok(made)
}

/// The closure must be a tuple of as many cells as the code has free variables.
fn check_closure(thread: &Thread, code: &Code, closure: Option<&Value>, needed: usize) -> Res<()> {
    let cells = match closure {
        None if needed == 0 => return Ok(()),
        None => return Err(thread.type_error("arg 5 (closure) must be tuple")),
        Some(closure) => closure.as_tuple(),
    };
    let Some(cells) = cells else {
        return Err(thread.type_error("arg 5 (closure) must be None or tuple"));
    };
    if cells.len() != needed {
        let name = code.name.get();
        return Err(thread.value_error(format!(
            "{} requires closure of length {needed}, not {}",
            name.as_str().unwrap_or(""),
            cells.len()
        )));
    }
    for cell in cells {
        if cell.payload::<Cell>().is_none() {
            return Err(thread.type_error(format!(
                "arg 5 (closure) expected cell, found {}",
                thread.class_of(cell).name_text()
            )));
        }
    }
    Ok(())
}

/// Stands in the slot until the VM fills it.
pub(super) fn call(thread: &Thread, _: &Value, _: CallArgs<'_>) -> Res {
    Err(thread.error(
        Builtin::SystemError,
        "the virtual machine is not initialised",
    ))
}

pub(super) fn repr(thread: &Thread, x: &Value) -> Res {
    let name = x
        .payload::<Function>()
        .map_or(Value::NONE, |f| f.qualname.get());
    let name = name
        .as_str_object()
        .map_or_else(String::new, |t| t.to_text().into_owned());
    Str::new_value(
        thread,
        &format!("<function {name} at {:#x}>", thread.identity(x)),
    )
}

/// A method bound to the instance; looked up on the class the function itself.
pub(super) fn get(thread: &Thread, x: &Value, instance: Option<&Value>, _: &Value) -> Res {
    match instance {
        None => Ok(x.clone()),
        Some(instance) => bind_method(thread, x, instance),
    }
}

/// A `method` object.
///
/// # Errors
/// MemoryError
pub fn bind_method(thread: &Thread, function: &Value, receiver: &Value) -> Res {
    let method = BoundMethod {
        function: function.clone(),
        receiver: receiver.clone(),
    };
    thread.alloc(Builtin::BoundMethod, method)
}
