//! bool: True and False, the only two instances of a subclass of int.
#![forbid(unsafe_code)]

use crate::object::class::{CallArgs, SlotDef, class_flag};
use crate::object::{Builtin, NativeDef, Res, Str, Thread, Value};
use crate::runtime::classes::ClassDef;
use crate::runtime::protocol::truth;
use crate::runtime::warnings;
use crate::types::int::operators;
use crate::types::shared::{arguments, signature};

const SIGNATURE: NativeDef = signature("bool", "(object=False, /)");

fn construct(thread: &Thread, _: &Value, args: CallArgs<'_>) -> Res {
    if let ([value], []) = (args.values, args.names) {
        return truth(thread, value).map(Value::from_bool);
    }
    let args = arguments(thread, &SIGNATURE, args)?;
    match args[0].bound() {
        Some(value) => truth(thread, value).map(Value::from_bool),
        None => Ok(Value::FALSE),
    }
}

fn repr(thread: &Thread, value: &Value) -> Res {
    Str::new_value(thread, if value.is_true() { "True" } else { "False" })
}

fn invert(thread: &Thread, value: &Value) -> Res {
    warnings::warn(
        thread,
        Builtin::DeprecationWarning,
        "Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. This returns the bitwise inversion of the underlying int object and is usually not what you expect from the negation of a bool. Use the 'not' operator for boolean negation or ~int(x) for the bitwise inversion of the underlying int.",
    )?;
    operators::invert(thread, value)
}

macro_rules! logic {
    ($($(#[$doc:meta])* $name:ident $op:tt;)*) => {
        $($(#[$doc])*
        fn $name(thread: &Thread, a: &Value, b: &Value) -> Res {
            match (a.as_bool(), b.as_bool()) {
                (Some(x), Some(y)) => Ok(Value::from_bool(x $op y)),
                _ => operators::$name(thread, a, b),
            }
        })*
    };
}
logic! {
    /// `a & b`
    and &;
    /// `a | b`
    or |;
    /// `a ^ b`
    xor ^;
}

/// The table of the class.
pub static CLASS: ClassDef = ClassDef {
    class: Builtin::Bool,
    doc: "The truth of the argument: True or False. The class has no other instances\n\
        and cannot be subclassed.",
    signature: "(object=False, /)",
    flags: class_flag::MATCH_SELF,
    slots: &[
        SlotDef::New(construct),
        SlotDef::Repr(repr),
        SlotDef::Invert(invert),
        SlotDef::And(and),
        SlotDef::Or(or),
        SlotDef::Xor(xor),
    ],
    ..ClassDef::DEFAULT
};
