//! bytes: never changing sequences of bytes. The bodies of the methods serve bytearray too; what they make is of the kind of `self`.
#![forbid(unsafe_code)]

pub mod iter;
pub mod methods;
pub mod percent;
pub mod search;
pub mod split;
pub mod transform;
pub mod value;

use crate::object::Builtin;
use crate::object::class::{SlotDef, class_flag};
use crate::runtime::classes::ClassDef;

/// The table of the class.
pub static CLASS: ClassDef = ClassDef {
    class: Builtin::Bytes,
    doc: "bytes(iterable_of_ints) -> bytes\n\
        bytes(string, encoding[, errors]) -> bytes\n\
        bytes(bytes_or_buffer) -> immutable copy of bytes_or_buffer\n\
        bytes(int) -> bytes object of size given by the parameter initialized with null bytes\n\
        bytes() -> empty bytes object",
    flags: class_flag::BASE | class_flag::MATCH_SELF,
    methods: methods::METHODS,
    slots: &[
        SlotDef::New(value::construct),
        SlotDef::Repr(value::repr),
        SlotDef::Str(value::repr),
        SlotDef::Hash(value::hash),
        SlotDef::Len(value::len),
        SlotDef::GetItem(value::get_item),
        SlotDef::Contains(search::contains),
        SlotDef::Compare(value::compare),
        SlotDef::Concat(value::concat),
        SlotDef::Repeat(value::repeat),
        SlotDef::Remainder(percent::remainder),
        SlotDef::Iter(iter::iter),
    ],
    ..ClassDef::DEFAULT
};
