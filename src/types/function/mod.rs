//! Script functions as objects. Calling them is the VM's, which fills the call slot.
#![forbid(unsafe_code)]

pub mod attributes;
pub mod value;

use crate::object::Builtin;
use crate::object::class::{SlotDef, class_flag};
use crate::runtime::classes::ClassDef;

/// The table of the class.
pub static CLASS: ClassDef = ClassDef {
    class: Builtin::Function,
    doc: "A function of code and the namespace that its global names are looked up in.",
    signature: "(code, globals, name=None, argdefs=None, closure=None,\n         kwdefaults=None)",
    flags: class_flag::METHOD_DESCRIPTOR | class_flag::WEAKREF,
    slots: &[
        SlotDef::New(value::construct),
        SlotDef::Call(value::call),
        SlotDef::Repr(value::repr),
        SlotDef::DescrGet(value::get),
    ],
    members: &["__builtins__", "__closure__", "__globals__"],
    getset: attributes::GETSET,
    ..ClassDef::DEFAULT
};
