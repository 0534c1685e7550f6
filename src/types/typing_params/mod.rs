//! Type parameters and type aliases (PEP 695, PEP 696): TypeVar, ParamSpec, TypeVarTuple, TypeAliasType, and Generic.
#![forbid(unsafe_code)]

pub mod alias;
pub mod generic;
pub mod parameter;
pub mod substitution;

pub use alias::new_type_alias;
pub use generic::subscript_generic;
pub use parameter::{
    is_tuple_parameter, is_type_form, new_param_spec, new_type_var, new_type_var_tuple, set_default,
};

use crate::runtime::classes::ClassDef;

/// The tables of the classes.
pub static TABLES: &[&ClassDef] = &[
    &parameter::TYPE_VAR,
    &parameter::PARAM_SPEC,
    &parameter::TYPE_VAR_TUPLE,
    &parameter::PARAM_SPEC_ARGS,
    &parameter::PARAM_SPEC_KWARGS,
    &parameter::NO_DEFAULT_TYPE,
    &alias::CLASS,
    &generic::CLASS,
];
