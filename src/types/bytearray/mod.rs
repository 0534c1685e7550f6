//! bytearray: sequences of bytes that change. Methods that do not change `self` are those of bytes.
#![forbid(unsafe_code)]

pub mod methods;
pub mod mutate;
pub mod operators;
mod value;

pub use value::ByteArray;

use crate::object::Builtin;
use crate::object::class::{SlotDef, class_flag};
use crate::runtime::classes::ClassDef;
use crate::types::bytes;

/// The table of the class.
pub static CLASS: ClassDef = ClassDef {
    class: Builtin::ByteArray,
    doc: "bytearray(iterable_of_ints) -> bytearray\n\
        bytearray(string, encoding[, errors]) -> bytearray\n\
        bytearray(bytes_or_buffer) -> mutable copy of bytes_or_buffer\n\
        bytearray(int) -> bytes array of size given by the parameter initialized with null bytes\n\
        bytearray() -> empty bytes array",
    flags: class_flag::BASE | class_flag::MATCH_SELF,
    layout: Some(crate::object::layout::id_of::<ByteArray>),
    methods: methods::METHODS,
    slots: &[
        SlotDef::New(operators::construct),
        SlotDef::Init(operators::init),
        SlotDef::Repr(operators::repr),
        SlotDef::Str(operators::repr),
        SlotDef::Len(operators::len),
        SlotDef::GetItem(operators::get_item),
        SlotDef::SetItem(mutate::set_item),
        SlotDef::Contains(bytes::search::contains),
        SlotDef::Compare(bytes::value::compare),
        SlotDef::Concat(bytes::value::concat),
        SlotDef::Repeat(operators::repeat),
        SlotDef::InPlaceConcat(mutate::in_place_concat),
        SlotDef::InPlaceRepeat(mutate::in_place_repeat),
        SlotDef::Remainder(bytes::percent::remainder),
        SlotDef::Iter(bytes::iter::iter_array),
    ],
    ..ClassDef::DEFAULT
};
