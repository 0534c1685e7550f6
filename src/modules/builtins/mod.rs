//! `builtins`.

pub mod class;
pub mod inspect;
pub mod iteration;
pub mod numbers;
pub mod print;
pub mod run;
pub mod site;

use crate::modules::import;
use crate::object::builtin::ALL;
use crate::object::{Builtin, Dict, Res, Str, Thread, Value, names};
use crate::runtime::function::BuiltinFunction;
use crate::runtime::module::{ModuleDef, native_function};

/// The module.
pub static MODULE: ModuleDef = ModuleDef {
    name: "builtins",
    doc: "The names that every program has without an import.",
    functions: &[print::PRINT, class::BUILD_CLASS, import::IMPORT],
    init: Some(init),
};

/// Built-in classes that are no names of this module.
fn is_hidden(class: Builtin) -> bool {
    let exceptions = Builtin::BaseException as u16;
    if class as u16 >= exceptions {
        return false;
    }
    !matches!(
        class,
        Builtin::Object
            | Builtin::Type
            | Builtin::Int
            | Builtin::Bool
            | Builtin::Float
            | Builtin::Complex
            | Builtin::Str
            | Builtin::Bytes
            | Builtin::ByteArray
            | Builtin::Tuple
            | Builtin::List
            | Builtin::Dict
            | Builtin::Set
            | Builtin::FrozenSet
            | Builtin::Range
            | Builtin::Slice
            | Builtin::Property
            | Builtin::StaticMethod
            | Builtin::ClassMethod
            | Builtin::Super
            | Builtin::MemoryView
            | Builtin::Enumerate
            | Builtin::Reversed
            | Builtin::Zip
            | Builtin::Map
            | Builtin::Filter
    )
}

fn init(thread: &Thread, dict: &Dict) -> Res<()> {
    let set = |name: &str, value: Value| dict.set(thread, thread.intern(name.as_bytes())?, value);
    set("None", Value::NONE)?;
    set("True", Value::TRUE)?;
    set("False", Value::FALSE)?;
    set("Ellipsis", Value::ELLIPSIS)?;
    set("NotImplemented", Value::NOT_IMPLEMENTED)?;
    set("__debug__", Value::TRUE)?;
    for class in ALL {
        if !is_hidden(*class) {
            set(class.name(), class.class().clone())?;
        }
    }
    // All functions of a module share the text of its name: pickles show which objects are one and the same.
    let print = dict.get_str(thread, names::PRINT.value());
    let print = print.as_ref().and_then(Value::payload::<BuiltinFunction>);
    let module = match print.and_then(|print| print.module.load()) {
        Some(module) => module,
        None => Str::new_value(thread, "builtins")?,
    };
    let tables = [
        inspect::FUNCTIONS,
        iteration::FUNCTIONS,
        numbers::FUNCTIONS,
        run::FUNCTIONS,
    ];
    for def in tables.into_iter().flatten() {
        set(def.name, native_function(thread, def, Some(&module))?)?;
    }
    set("open", crate::modules::io::open_function(thread)?)?;
    site::add(thread, dict)?;
    set("EnvironmentError", Builtin::OSError.class().clone())?;
    set("IOError", Builtin::OSError.class().clone())?;
    Ok(())
}
