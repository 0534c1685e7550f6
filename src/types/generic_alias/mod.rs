//! types.GenericAlias: `list[int]`.
#![forbid(unsafe_code)]

pub mod substitute;
pub mod value;

use crate::object::Builtin;
use crate::object::NativeDef;
use crate::object::class::{SlotDef, class_flag};
use crate::object::layout::id_of;
use crate::runtime::classes::{ClassDef, GetSetDef};

/// The table of the class.
pub static CLASS: ClassDef = ClassDef {
    class: Builtin::GenericAlias,
    doc: "A generic class with arguments: GenericAlias(list, int) is list[int].",
    signature: "(origin, args, /)",
    flags: class_flag::WEAKREF,
    layout: Some(id_of::<value::GenericAlias>),
    methods: &[
        NativeDef::method("__mro_entries__", "(self, bases, /)", value::mro_entries)
            .shown_as("($self, object, /)"),
        NativeDef::method(
            "__instancecheck__",
            "(self, instance, /)",
            value::instance_check,
        )
        .shown_as("($self, object, /)"),
        NativeDef::method("__subclasscheck__", "(self, cls, /)", value::subclass_check)
            .shown_as("($self, object, /)"),
        NativeDef::method("__reduce__", "(self, /)", value::reduce),
        NativeDef::method("__dir__", "(self, /)", value::dir),
    ],
    slots: &[
        SlotDef::New(value::construct),
        SlotDef::Repr(value::repr),
        SlotDef::Hash(value::hash),
        SlotDef::Call(value::call),
        SlotDef::GetAttr(value::get_attr),
        SlotDef::Compare(value::compare),
        SlotDef::Iter(value::iter),
        SlotDef::Or(crate::types::union::or),
        SlotDef::GetItem(substitute::get_item),
    ],
    members: &["__args__", "__origin__", "__unpacked__"],
    getset: &[
        GetSetDef::new("__origin__", value::origin).writable(value::read_only),
        GetSetDef::new("__args__", value::args).writable(value::read_only),
        GetSetDef::new("__unpacked__", value::unpacked).writable(value::read_only),
        GetSetDef::new("__parameters__", value::parameters).doc("The type variables, each once."),
        GetSetDef::new("__typing_unpacked_tuple_args__", value::unpacked_tuple_args),
    ],
    ..ClassDef::DEFAULT
};
