//! Type parameters and type aliases (PEP 695, PEP 696).
#![forbid(unsafe_code)]

use crate::object::{Res, Thread, Value};

/// `TypeVar(name)` with a lazily evaluated bound or constraints.
pub fn new_type_var(
    thread: &Thread,
    name: &Value,
    bound: Option<&Value>,
    constraints: Option<&Value>,
    module: &Value,
) -> Res {
    let _ = (thread, name, bound, constraints, module);
    todo!()
}

/// `ParamSpec(name)`
pub fn new_param_spec(thread: &Thread, name: &Value, module: &Value) -> Res {
    let _ = (thread, name, module);
    todo!()
}

/// `TypeVarTuple(name)`
pub fn new_type_var_tuple(thread: &Thread, name: &Value, module: &Value) -> Res {
    let _ = (thread, name, module);
    todo!()
}

/// `Generic[*parameters]`
pub fn subscript_generic(thread: &Thread, parameters: &Value) -> Res {
    let _ = (thread, parameters);
    todo!()
}

/// A type alias from the tuple (name, type parameters or None, function of the value).
pub fn new_type_alias(thread: &Thread, parts: &Value, module: &Value) -> Res {
    let _ = (thread, parts, module);
    todo!()
}

/// Sets the lazily evaluated default of a type parameter; gives the parameter.
pub fn set_default(thread: &Thread, parameter: &Value, default: &Value) -> Res {
    let _ = (thread, parameter, default);
    todo!()
}
