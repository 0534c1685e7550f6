//! object: what every class inherits.
#![forbid(unsafe_code)]

pub mod methods;
pub mod reduce;
pub mod value;

use crate::object::Builtin;
use crate::object::class::SlotDef;
use crate::runtime::classes::{ClassDef, construct};
use crate::runtime::protocol::attribute::{generic_get_attr, generic_set_attr};

/// The table of the class.
pub static CLASS: ClassDef = ClassDef {
    class: Builtin::Object,
    doc: "The root of the class hierarchy: what every object can do.\n\n\
        Called, it makes an object without attributes of its own; it takes no\n\
        arguments.",
    signature: "()",
    methods: methods::METHODS,
    slots: &[
        SlotDef::New(construct::object_new),
        SlotDef::Init(construct::object_init),
        SlotDef::Repr(value::repr),
        SlotDef::Str(value::str),
        SlotDef::Hash(value::hash),
        SlotDef::Compare(value::compare),
        SlotDef::GetAttr(generic_get_attr),
        SlotDef::SetAttr(generic_set_attr),
    ],
    getset: methods::GETSET,
    ..ClassDef::DEFAULT
};
