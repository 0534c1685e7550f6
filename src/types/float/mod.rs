//! float: IEEE double precision numbers. Most live in the value's word.
#![forbid(unsafe_code)]

pub mod convert;
pub mod methods;
pub mod operators;

use crate::object::Builtin;
use crate::object::class::{SlotDef, class_flag};
use crate::runtime::classes::ClassDef;

/// The table of the class.
pub static CLASS: ClassDef = ClassDef {
    class: Builtin::Float,
    doc: "A floating-point number with 53 bits of precision, from a number or from text.",
    signature: "(x=0, /)",
    flags: class_flag::BASE | class_flag::MATCH_SELF,
    methods: methods::METHODS,
    getset: methods::GETSET,
    slots: &[
        SlotDef::New(convert::construct),
        SlotDef::Repr(operators::repr),
        SlotDef::Hash(operators::hash),
        SlotDef::Bool(operators::truth),
        SlotDef::Compare(operators::compare),
        SlotDef::Add(operators::add),
        SlotDef::Subtract(operators::subtract),
        SlotDef::Multiply(operators::multiply),
        SlotDef::TrueDivide(operators::true_divide),
        SlotDef::FloorDivide(operators::floor_divide),
        SlotDef::Remainder(operators::remainder),
        SlotDef::DivMod(operators::div_mod),
        SlotDef::Power(operators::power),
        SlotDef::Negative(operators::negative),
        SlotDef::Positive(operators::exact),
        SlotDef::Absolute(operators::absolute),
        SlotDef::Int(operators::int),
        SlotDef::Float(operators::exact),
    ],
    ..ClassDef::DEFAULT
};
