//! `weakref.proxy`: objects that stand for their target in every operation.

use crate::object::class::{BinaryFn, CallArgs, Compare, SlotDef, class_flag};
use crate::object::layout::id_of;
use crate::object::weak::WeakRef;
use crate::object::{Builtin, NativeDef, Res, Str, Thread, Value};
use crate::runtime::classes::ClassDef;
use crate::runtime::protocol::number::{self, BinaryOp};
use crate::runtime::protocol::{self, convert};
use crate::types::type_::value::full_name_in_messages;

/// The target of a proxy.
///
/// # Errors
/// ReferenceError if it is gone.
fn target(thread: &Thread, proxy: &Value) -> Res {
    let found = proxy.payload::<WeakRef>().and_then(WeakRef::target);
    found.ok_or_else(|| {
        let message = "weakly-referenced object no longer exists";
        thread.error(Builtin::ReferenceError, message)
    })
}

/// An operand, which may be a proxy itself.
fn operand(thread: &Thread, value: &Value) -> Res {
    let class = thread.class_of(value);
    let is_proxy = class
        .get_attr()
        .is_some_and(|f| std::ptr::fn_addr_eq(f, get_attr as BinaryFn));
    if is_proxy {
        target(thread, value)
    } else {
        Ok(value.clone())
    }
}

macro_rules! binary {
    ($($f:ident $in_place:ident $op:ident;)*) => {$(
        fn $f(thread: &Thread, a: &Value, b: &Value) -> Res {
            let (a, b) = (operand(thread, a)?, operand(thread, b)?);
            number::binary(thread, BinaryOp::$op, &a, &b)
        }
        fn $in_place(thread: &Thread, a: &Value, b: &Value) -> Res {
            let (a, b) = (operand(thread, a)?, operand(thread, b)?);
            number::in_place(thread, BinaryOp::$op, &a, &b)
        }
    )*};
}
binary! {
    add in_place_add Add;
    subtract in_place_subtract Subtract;
    multiply in_place_multiply Multiply;
    matrix_multiply in_place_matrix_multiply MatrixMultiply;
    true_divide in_place_true_divide TrueDivide;
    floor_divide in_place_floor_divide FloorDivide;
    remainder in_place_remainder Remainder;
    left_shift in_place_left_shift LeftShift;
    right_shift in_place_right_shift RightShift;
    and in_place_and And;
    xor in_place_xor Xor;
    or in_place_or Or;
}

fn div_mod(thread: &Thread, a: &Value, b: &Value) -> Res {
    let (a, b) = (operand(thread, a)?, operand(thread, b)?);
    number::binary(thread, BinaryOp::DivMod, &a, &b)
}

fn power(thread: &Thread, a: &Value, b: &Value, c: &Value) -> Res {
    let (a, b, c) = (
        operand(thread, a)?,
        operand(thread, b)?,
        operand(thread, c)?,
    );
    number::power(thread, &a, &b, &c)
}

fn in_place_power(thread: &Thread, a: &Value, b: &Value, _: &Value) -> Res {
    let (a, b) = (operand(thread, a)?, operand(thread, b)?);
    number::in_place(thread, BinaryOp::Power, &a, &b)
}

macro_rules! unary {
    ($($f:ident $call:path;)*) => {$(
        fn $f(thread: &Thread, x: &Value) -> Res {
            $call(thread, &target(thread, x)?)
        }
    )*};
}
unary! {
    negative number::unary_negative;
    positive number::unary_positive;
    invert number::unary_invert;
    index convert::index;
    str convert::str_of;
    iter protocol::iter;
}

/// What the target's class has for a method of this name.
fn special(thread: &Thread, x: &Value, name: &'static str) -> Res {
    let target = target(thread, x)?;
    protocol::call_method_str(thread, &target, name, &[])
}

fn absolute(thread: &Thread, x: &Value) -> Res {
    special(thread, x, "__abs__")
}

fn int(thread: &Thread, x: &Value) -> Res {
    special(thread, x, "__int__")
}

fn float(thread: &Thread, x: &Value) -> Res {
    special(thread, x, "__float__")
}

fn repr(thread: &Thread, x: &Value) -> Res {
    let text = match x.payload::<WeakRef>().and_then(WeakRef::target) {
        None => format!("<weakproxy at {:#x}; dead>", thread.identity(x)),
        Some(target) => format!(
            "<weakproxy at {:#x}; to '{}' at {:#x}>",
            thread.identity(x),
            full_name_in_messages(thread, thread.class_of(&target)),
            thread.identity(&target)
        ),
    };
    Str::new_value(thread, &text)
}

fn call(thread: &Thread, x: &Value, args: CallArgs<'_>) -> Res {
    protocol::call(thread, &target(thread, x)?, args)
}

fn next(thread: &Thread, x: &Value) -> Res<Option<Value>> {
    let target = target(thread, x)?;
    if thread.class_of(&target).next().is_none() {
        return Err(thread.type_error(format!(
            "Weakref proxy referenced a non-iterator '{}' object",
            thread.class_of(&target).name_text()
        )));
    }
    protocol::next(thread, &target)
}

fn len(thread: &Thread, x: &Value) -> Res<usize> {
    protocol::length(thread, &target(thread, x)?)
}

fn truth(thread: &Thread, x: &Value) -> Res<bool> {
    protocol::truth(thread, &target(thread, x)?)
}

fn contains(thread: &Thread, x: &Value, item: &Value) -> Res<bool> {
    protocol::contains(thread, &target(thread, x)?, item)
}

fn get_item(thread: &Thread, x: &Value, key: &Value) -> Res {
    protocol::get_item(thread, &target(thread, x)?, key)
}

fn set_item(thread: &Thread, x: &Value, key: &Value, value: Option<&Value>) -> Res<()> {
    let target = target(thread, x)?;
    match value {
        Some(value) => protocol::set_item(thread, &target, key, value),
        None => protocol::delete_item(thread, &target, key),
    }
}

fn get_attr(thread: &Thread, x: &Value, name: &Value) -> Res {
    protocol::get_attr(thread, &target(thread, x)?, name)
}

fn set_attr(thread: &Thread, x: &Value, name: &Value, value: Option<&Value>) -> Res<()> {
    protocol::set_attr(thread, &target(thread, x)?, name, value)
}

fn compare(thread: &Thread, x: &Value, other: &Value, op: Compare) -> Res {
    let (x, other) = (target(thread, x)?, operand(thread, other)?);
    protocol::compare(thread, &x, &other, op)
}

fn bytes(thread: &Thread, args: &[Value]) -> Res {
    special(thread, &args[0], "__bytes__")
}

fn reversed(thread: &Thread, args: &[Value]) -> Res {
    special(thread, &args[0], "__reversed__")
}

const METHODS: &[NativeDef] = &[
    NativeDef::method("__bytes__", "(self, /)", bytes),
    NativeDef::method("__reversed__", "(self, /)", reversed),
];

macro_rules! table {
    ($name:literal, $doc:literal $(, $more:expr)*) => {
        ClassDef {
            name: $name,
            doc: $doc,
            flags: class_flag::NO_NEW | class_flag::UNHASHABLE,
            layout: Some(id_of::<WeakRef>),
            methods: METHODS,
            slots: &[
                $($more,)*
                SlotDef::Repr(repr),
                SlotDef::Str(str),
                SlotDef::Iter(iter),
                SlotDef::Next(next),
                SlotDef::Len(len),
                SlotDef::Bool(truth),
                SlotDef::Contains(contains),
                SlotDef::GetItem(get_item),
                SlotDef::SetItem(set_item),
                SlotDef::GetAttr(get_attr),
                SlotDef::SetAttr(set_attr),
                SlotDef::Compare(compare),
                SlotDef::Negative(negative),
                SlotDef::Positive(positive),
                SlotDef::Invert(invert),
                SlotDef::Absolute(absolute),
                SlotDef::Int(int),
                SlotDef::Float(float),
                SlotDef::Index(index),
                SlotDef::Add(add),
                SlotDef::Subtract(subtract),
                SlotDef::Multiply(multiply),
                SlotDef::MatrixMultiply(matrix_multiply),
                SlotDef::TrueDivide(true_divide),
                SlotDef::FloorDivide(floor_divide),
                SlotDef::Remainder(remainder),
                SlotDef::DivMod(div_mod),
                SlotDef::Power(power),
                SlotDef::LeftShift(left_shift),
                SlotDef::RightShift(right_shift),
                SlotDef::And(and),
                SlotDef::Xor(xor),
                SlotDef::Or(or),
                SlotDef::InPlaceAdd(in_place_add),
                SlotDef::InPlaceSubtract(in_place_subtract),
                SlotDef::InPlaceMultiply(in_place_multiply),
                SlotDef::InPlaceMatrixMultiply(in_place_matrix_multiply),
                SlotDef::InPlaceTrueDivide(in_place_true_divide),
                SlotDef::InPlaceFloorDivide(in_place_floor_divide),
                SlotDef::InPlaceRemainder(in_place_remainder),
                SlotDef::InPlacePower(in_place_power),
                SlotDef::InPlaceLeftShift(in_place_left_shift),
                SlotDef::InPlaceRightShift(in_place_right_shift),
                SlotDef::InPlaceAnd(in_place_and),
                SlotDef::InPlaceXor(in_place_xor),
                SlotDef::InPlaceOr(in_place_or),
            ],
            ..ClassDef::DEFAULT
        }
    };
}

/// The table of proxies to objects that cannot be called.
pub static CLASS: ClassDef = table!(
    "weakref.ProxyType",
    "Stands for an object without keeping it alive."
);

/// The table of proxies to objects that can be called.
pub static CALLABLE: ClassDef = table!(
    "weakref.CallableProxyType",
    "Stands for a callable object without keeping it alive.",
    SlotDef::Call(call)
);
