//! memoryview: a window on the memory of a bytes-like object, as items of a type in one or more dimensions.
#![forbid(unsafe_code)]

mod access;
mod cast;
pub mod items;
pub mod iter;
mod methods;
mod value;

pub use methods::buffer_of;
pub use value::{MemoryView, change_bytes, register, view_of};

use crate::object::Builtin;
use crate::object::class::{SlotDef, class_flag};
use crate::runtime::classes::ClassDef;

/// The table of the class.
pub static CLASS: ClassDef = ClassDef {
    class: Builtin::MemoryView,
    doc: "A view of the memory of a bytes-like object, without a copy.",
    signature: "(object)",
    flags: class_flag::SEQUENCE,
    layout: Some(crate::object::layout::id_of::<MemoryView>),
    methods: methods::METHODS,
    getset: methods::GETSET,
    slots: &[
        SlotDef::New(value::construct),
        SlotDef::EnterContext(methods::enter_context),
        SlotDef::ExitContext(methods::exit_context),
        SlotDef::Repr(value::repr),
        SlotDef::Hash(value::hash),
        SlotDef::Len(access::len),
        SlotDef::GetItem(access::get_item),
        SlotDef::SetItem(access::set_item),
        SlotDef::Compare(value::compare),
        SlotDef::Iter(iter::iter),
    ],
    ..ClassDef::DEFAULT
};
