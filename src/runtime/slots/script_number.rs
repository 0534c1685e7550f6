//! Number slots of scripts' classes: each calls the dunder method, or the reflected one of the right operand.
//!
//! An operator's slot is asked for either operand, so the function finds out whose method to call. As in CPython, the right operand comes first if
//! its class is a subclass of the left one's and has a reflected method of its own.

use super::script::{invoke, invoke_opt};
use crate::object::class::{BinaryFn, Class, TernaryFn};
use crate::object::names::{self, Name};
use crate::object::{Res, Thread, Value};

/// Whether the reflected method of `right` is another one than that of `left`.
fn is_overloaded(thread: &Thread, left: &Value, right: &Value, name: Name) -> bool {
    let method = |x: &Value| thread.lookup_in_class(thread.class_of(x), name.value());
    match (method(left), method(right)) {
        (_, None) => false,
        (None, Some(_)) => true,
        (Some(left), Some(right)) => !left.is(&right),
    }
}

/// Which operands have a script's method in the slot.
struct Sides {
    left: bool,
    right: bool,
    same_class: bool,
    right_is_subclass: bool,
}

fn sides(thread: &Thread, left: &Value, right: &Value, has: impl Fn(&Class) -> bool) -> Sides {
    let (a, b) = (thread.class_of(left), thread.class_of(right));
    let same_class = std::ptr::eq(a, b);
    Sides {
        left: has(a),
        right: !same_class && has(b),
        same_class,
        right_is_subclass: !same_class && b.is_subclass_of(&a.object()),
    }
}

fn dispatch(
    thread: &Thread,
    left: &Value,
    right: &Value,
    sides: Sides,
    name: Name,
    reflected: Name,
) -> Res {
    let mut ask_right = sides.right;
    if sides.left {
        if ask_right && sides.right_is_subclass && is_overloaded(thread, left, right, reflected) {
            let answer = maybe(thread, right, reflected, left)?;
            if !answer.is_not_implemented() {
                return Ok(answer);
            }
            ask_right = false;
        }
        let answer = maybe(thread, left, name, right)?;
        if !answer.is_not_implemented() || sides.same_class {
            return Ok(answer);
        }
    }
    if ask_right {
        return maybe(thread, right, reflected, left);
    }
    Ok(Value::NOT_IMPLEMENTED)
}

fn maybe(thread: &Thread, x: &Value, name: Name, argument: &Value) -> Res {
    Ok(invoke_opt(thread, x, name, &[argument])?.unwrap_or(Value::NOT_IMPLEMENTED))
}

macro_rules! binary {
    ($($f:ident $name:ident $reflected:ident;)*) => {$(
        pub(super) fn $f(thread: &Thread, left: &Value, right: &Value) -> Res {
            let has = |class: &Class| {
                class.$f().is_some_and(|f| std::ptr::fn_addr_eq(f, $f as BinaryFn))
            };
            let sides = sides(thread, left, right, has);
            dispatch(thread, left, right, sides, names::$name, names::$reflected)
        }
    )*};
}

binary! {
    add ADD RADD;
    subtract SUB RSUB;
    multiply MUL RMUL;
    matrix_multiply MATMUL RMATMUL;
    true_divide TRUEDIV RTRUEDIV;
    floor_divide FLOORDIV RFLOORDIV;
    remainder MOD RMOD;
    div_mod DIVMOD RDIVMOD;
    left_shift LSHIFT RLSHIFT;
    right_shift RSHIFT RRSHIFT;
    and AND RAND;
    xor XOR RXOR;
    or OR ROR;
}

/// With a modulus there is no reflected method: only the base's `__pow__` is asked.
pub(super) fn power(thread: &Thread, base: &Value, exponent: &Value, modulus: &Value) -> Res {
    let has = |class: &Class| {
        class
            .power()
            .is_some_and(|f| std::ptr::fn_addr_eq(f, power as TernaryFn))
    };
    if modulus.is_none() {
        let sides = sides(thread, base, exponent, has);
        return dispatch(thread, base, exponent, sides, names::POW, names::RPOW);
    }
    if has(thread.class_of(base)) {
        return invoke(thread, base, names::POW, &[exponent, modulus]);
    }
    Ok(Value::NOT_IMPLEMENTED)
}

macro_rules! in_place {
    ($($f:ident $name:ident;)*) => {$(
        pub(super) fn $f(thread: &Thread, x: &Value, other: &Value) -> Res {
            invoke(thread, x, names::$name, &[other])
        }
    )*};
}

in_place! {
    in_place_add IADD;
    in_place_subtract ISUB;
    in_place_multiply IMUL;
    in_place_matrix_multiply IMATMUL;
    in_place_true_divide ITRUEDIV;
    in_place_floor_divide IFLOORDIV;
    in_place_remainder IMOD;
    in_place_left_shift ILSHIFT;
    in_place_right_shift IRSHIFT;
    in_place_and IAND;
    in_place_xor IXOR;
    in_place_or IOR;
}

pub(super) fn in_place_power(thread: &Thread, x: &Value, other: &Value, _: &Value) -> Res {
    invoke(thread, x, names::IPOW, &[other])
}

macro_rules! unary {
    ($($f:ident $name:ident;)*) => {$(
        pub(super) fn $f(thread: &Thread, x: &Value) -> Res {
            invoke(thread, x, names::$name, &[])
        }
    )*};
}

unary! {
    negative NEG;
    positive POS;
    invert INVERT;
    absolute ABS;
    int INT;
    float FLOAT;
    index INDEX;
}
