//! Native modules as tables.
#![forbid(unsafe_code)]

use super::function::{BuiltinFunction, Module};
use super::state::interpreter;
use crate::object::{Builtin, Dict, NativeDef, Res, Slot, Str, Thread, Value};

/// A native module.
pub struct ModuleDef {
    /// Its dotted name.
    pub name: &'static str,
    /// Its docstring.
    pub doc: &'static str,
    /// Its functions.
    pub functions: &'static [NativeDef],
    /// Adds what is no function: constants and classes.
    pub init: Option<fn(&Thread, &Dict) -> Res<()>>,
}

/// What `sys.modules` has under a name.
///
/// # Errors
/// MemoryError
pub fn imported(thread: &Thread, name: &str) -> Res<Option<Value>> {
    let name = thread.intern(name.as_bytes())?;
    let modules = interpreter(thread).modules.get();
    let modules = modules.as_dict();
    Ok(modules.and_then(|modules| modules.get_str(thread, &name)))
}

/// Gives a module its constants.
///
/// # Errors
/// MemoryError
pub fn set_numbers(thread: &Thread, dict: &Dict, numbers: &[(&str, i32)]) -> Res<()> {
    for (name, number) in numbers {
        dict.set(
            thread,
            thread.intern(name.as_bytes())?,
            Value::from_i32(*number),
        )?;
    }
    Ok(())
}

/// A module object with an empty namespace but for its name and docstring.
pub fn new_module(thread: &Thread, name: &str, doc: Option<&str>) -> Res {
    let dict = Dict::new_value(thread)?;
    if let Some(namespace) = dict.as_dict() {
        let doc = match doc {
            Some(text) if !text.is_empty() => Str::new_value(thread, text)?,
            _ => Value::NONE,
        };
        namespace.set(
            thread,
            thread.intern(b"__name__")?,
            thread.intern(name.as_bytes())?,
        )?;
        namespace.set(thread, thread.intern(b"__doc__")?, doc)?;
        for name in ["__package__", "__loader__", "__spec__"] {
            namespace.set(thread, thread.intern(name.as_bytes())?, Value::NONE)?;
        }
    }
    thread.alloc(Builtin::Module, Module { dict })
}

/// A module object of a table.
pub fn native_module(thread: &Thread, def: &'static ModuleDef) -> Res {
    let module = new_module(thread, def.name, Some(def.doc))?;
    if let Some(namespace) = module.payload::<Module>().and_then(|m| m.dict.as_dict()) {
        let name = Str::new_value(thread, def.name)?;
        for function in def.functions {
            let value = native_function(thread, function, Some(&name))?;
            namespace.set(thread, thread.intern(function.name.as_bytes())?, value)?;
        }
        if let Some(init) = def.init {
            init(thread, namespace)?;
        }
    }
    Ok(module)
}

/// A function of a native module.
pub fn native_function(thread: &Thread, def: &'static NativeDef, module: Option<&Value>) -> Res {
    let module = module.map_or_else(Slot::empty, |name| Slot::new(name.clone()));
    let function = BuiltinFunction {
        def,
        owner: Slot::empty(),
        receiver: Slot::empty(),
        module,
    };
    thread.alloc(Builtin::BuiltinFunction, function)
}
