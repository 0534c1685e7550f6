//! type: classes as objects.
#![forbid(unsafe_code)]

pub mod attributes;
pub mod bases;
pub mod methods;
#[cfg(test)]
mod tests;
pub mod value;

use crate::object::Builtin;
use crate::object::class::SlotDef;
use crate::runtime::classes::{ClassDef, construct};

/// The table of the class.
pub static CLASS: ClassDef = ClassDef {
    class: Builtin::Type,
    doc: "type(object) gives the type of an object; type(name, bases, dict, **kwds)\n\
        makes a new one.",
    methods: methods::METHODS,
    slots: &[
        SlotDef::New(value::construct),
        SlotDef::Init(value::init),
        SlotDef::Call(construct::call_class),
        SlotDef::Repr(value::repr),
        SlotDef::GetAttr(value::get_attr),
        SlotDef::SetAttr(value::set_attr),
        SlotDef::Or(value::or),
    ],
    members: &[
        "__base__",
        "__basicsize__",
        "__dictoffset__",
        "__flags__",
        "__itemsize__",
        "__weakrefoffset__",
    ],
    getset: attributes::GETSET,
    ..ClassDef::DEFAULT
};
