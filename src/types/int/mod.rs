//! int: whole numbers of any size. Small ones live in the value's word, so that every operation has a short way for two of them.
#![forbid(unsafe_code)]

pub mod convert;
pub mod methods;
pub mod operators;
pub mod round;

use crate::object::Builtin;
use crate::object::class::{SlotDef, class_flag};
use crate::runtime::classes::ClassDef;

/// The table of the class.
pub static CLASS: ClassDef = ClassDef {
    class: Builtin::Int,
    doc: "int([x]) -> integer\n\
        int(x, base=10) -> integer\n\n\
        An integer of any size, from a number or from text; 0 without an argument.\n\n\
        A number is cut off in the direction of zero. Text may have a sign,\n\
        underscores and white space around it. The base is 2 to 36, or 0 for text\n\
        that says its base itself, such as '0x1f'.",
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
        SlotDef::LeftShift(operators::left_shift),
        SlotDef::RightShift(operators::right_shift),
        SlotDef::And(operators::and),
        SlotDef::Or(operators::or),
        SlotDef::Xor(operators::xor),
        SlotDef::Negative(operators::negative),
        SlotDef::Positive(operators::exact),
        SlotDef::Absolute(operators::absolute),
        SlotDef::Invert(operators::invert),
        SlotDef::Int(operators::exact),
        SlotDef::Index(operators::exact),
        SlotDef::Float(operators::float),
    ],
    ..ClassDef::DEFAULT
};
