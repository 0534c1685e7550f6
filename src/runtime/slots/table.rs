//! The table of dunder methods that stand for slots.
//!
//! A slot may have several methods (`__setitem__` and `__delitem__`) and a method several slots (`__add__`: `Add` and `Concat`). The order is that in
//! which the methods appear in namespaces.

use super::script as s;
use super::script_number as n;
use super::wrapper::Kind;
use crate::object::class::{Class, Compare, SlotDef, SlotId};
use crate::object::names::{self, Name};

/// One dunder method of one slot.
pub struct SlotMethod {
    /// Its name.
    pub name: Name,
    /// The slot that it stands for.
    pub slot: SlotId,
    /// How its wrapper calls the native slot.
    pub kind: Kind,
    /// The slot function that calls a script's method; None: the slot is never filled for scripts' methods.
    pub script: Option<SlotDef>,
    /// The signature as `inspect` shows it.
    pub signature: &'static str,
    /// What it does.
    pub doc: &'static str,
}

macro_rules! method {
    ($name:ident, $slot:ident, $kind:expr, $script:expr, $signature:literal, $doc:literal) => {
        SlotMethod {
            name: names::$name,
            slot: SlotId::$slot,
            kind: $kind,
            script: Some(SlotDef::$slot($script)),
            signature: $signature,
            doc: $doc,
        }
    };
    ($name:ident, $slot:ident, $kind:expr, $signature:literal, $doc:literal) => {
        SlotMethod {
            name: names::$name,
            slot: SlotId::$slot,
            kind: $kind,
            script: None,
            signature: $signature,
            doc: $doc,
        }
    };
}

macro_rules! unary {
    ($name:ident, $slot:ident, $get:ident, $script:expr, $doc:literal) => {
        method!(
            $name,
            $slot,
            Kind::Unary(Class::$get),
            $script,
            "($self, /)",
            $doc
        )
    };
}

macro_rules! binary {
    ($name:ident, $reflected:ident, $slot:ident, $get:ident, $script:expr, $doc:literal, $reflected_doc:literal) => {
        [
            method!(
                $name,
                $slot,
                Kind::Binary(Class::$get),
                $script,
                "($self, value, /)",
                $doc
            ),
            method!(
                $reflected,
                $slot,
                Kind::Reflected(Class::$get),
                $script,
                "($self, value, /)",
                $reflected_doc
            ),
        ]
    };
}

macro_rules! in_place {
    ($name:ident, $slot:ident, $get:ident, $script:expr, $doc:literal) => {
        method!(
            $name,
            $slot,
            Kind::Binary(Class::$get),
            $script,
            "($self, value, /)",
            $doc
        )
    };
}

macro_rules! comparison {
    ($name:ident, $op:ident, $doc:literal) => {
        method!(
            $name,
            Compare,
            Kind::Compare(Compare::$op),
            s::compare,
            "($self, value, /)",
            $doc
        )
    };
}

static PROTOCOLS: [SlotMethod; 40] = [
    unary!(REPR, Repr, repr, s::repr, "What repr() shows."),
    method!(
        HASH,
        Hash,
        Kind::Hash,
        s::hash,
        "($self, /)",
        "What hash() gives."
    ),
    method!(
        CALL,
        Call,
        Kind::Call,
        s::call_object,
        "($self, /, *args, **kwargs)",
        "What calling the object does: self(*args, **kwargs)."
    ),
    unary!(STR, Str, str, s::str, "What str() and print() show."),
    method!(
        GETATTRIBUTE,
        GetAttr,
        Kind::Binary(Class::get_attr),
        s::get_attr,
        "($self, name, /)",
        "Reads an attribute: self.name."
    ),
    method!(GETATTR, GetAttr, Kind::None, s::get_attr, "", ""),
    method!(
        SETATTR,
        SetAttr,
        Kind::SetAttr,
        s::set_attr,
        "($self, name, value, /)",
        "Sets an attribute: self.name = value."
    ),
    method!(
        DELATTR,
        SetAttr,
        Kind::DelAttr,
        s::set_attr,
        "($self, name, /)",
        "Deletes an attribute: del self.name."
    ),
    comparison!(LT, Lt, "self < value"),
    comparison!(LE, Le, "self <= value"),
    comparison!(EQ, Eq, "self == value"),
    comparison!(NE, Ne, "self != value"),
    comparison!(GT, Gt, "self > value"),
    comparison!(GE, Ge, "self >= value"),
    unary!(ITER, Iter, iter, s::iter, "What iter() gives."),
    method!(
        NEXT,
        Next,
        Kind::Next,
        s::next,
        "($self, /)",
        "The next item; StopIteration after the last one."
    ),
    method!(
        GET,
        DescrGet,
        Kind::DescrGet,
        s::descr_get,
        "($self, instance, owner=None, /)",
        "The value that an attribute of instance has by this descriptor; owner is its class."
    ),
    method!(
        SET,
        DescrSet,
        Kind::DescrSet,
        s::descr_set,
        "($self, instance, value, /)",
        "Sets the attribute that this descriptor stands for."
    ),
    method!(
        DELETE,
        DescrSet,
        Kind::DescrDelete,
        s::descr_set,
        "($self, instance, /)",
        "Deletes the attribute that this descriptor stands for."
    ),
    method!(
        INIT,
        Init,
        Kind::Init,
        s::init,
        "($self, /, *args, **kwargs)",
        "Fills a new object from the arguments of the call of its type."
    ),
    method!(NEW, New, Kind::None, s::construct, "", ""),
    method!(
        DEL,
        Finalize,
        Kind::Finalize,
        s::finalize,
        "($self, /)",
        "Runs once, before the object is destroyed."
    ),
    unary!(
        AWAIT,
        Await,
        await_,
        s::await_,
        "The iterator that await runs."
    ),
    unary!(
        AITER,
        AsyncIter,
        async_iter,
        s::async_iter,
        "What async for iterates over."
    ),
    unary!(
        ANEXT,
        AsyncNext,
        async_next,
        s::async_next,
        "An awaitable for the next item; StopAsyncIteration after the last one."
    ),
    method!(ENTER, EnterContext, Kind::None, "", ""),
    method!(EXIT, ExitContext, Kind::None, "", ""),
    method!(
        LEN,
        Len,
        Kind::Len,
        s::len,
        "($self, /)",
        "What len() gives."
    ),
    method!(
        GETITEM,
        GetItem,
        Kind::Binary(Class::get_item),
        s::get_item,
        "($self, key, /)",
        "self[key]"
    ),
    method!(
        SETITEM,
        SetItem,
        Kind::SetItem,
        s::set_item,
        "($self, key, value, /)",
        "self[key] = value"
    ),
    method!(
        DELITEM,
        SetItem,
        Kind::DelItem,
        s::set_item,
        "($self, key, /)",
        "del self[key]"
    ),
    method!(
        CONTAINS,
        Contains,
        Kind::Contains,
        s::contains,
        "($self, key, /)",
        "key in self"
    ),
    method!(
        BOOL,
        Bool,
        Kind::Bool,
        s::truth,
        "($self, /)",
        "Whether the object counts as true."
    ),
    unary!(NEG, Negative, negative, n::negative, "-self"),
    unary!(POS, Positive, positive, n::positive, "+self"),
    unary!(INVERT, Invert, invert, n::invert, "~self"),
    unary!(ABS, Absolute, absolute, n::absolute, "abs(self)"),
    unary!(INT, Int, int, n::int, "int(self)"),
    unary!(FLOAT, Float, float, n::float, "float(self)"),
    unary!(
        INDEX,
        Index,
        index,
        n::index,
        "The object as an int without loss, for indices and the like."
    ),
];

static NUMBERS: [[SlotMethod; 2]; 13] = [
    binary!(ADD, RADD, Add, add, n::add, "self + value", "value + self"),
    binary!(
        SUB,
        RSUB,
        Subtract,
        subtract,
        n::subtract,
        "self - value",
        "value - self"
    ),
    binary!(
        MUL,
        RMUL,
        Multiply,
        multiply,
        n::multiply,
        "self * value",
        "value * self"
    ),
    binary!(
        MOD,
        RMOD,
        Remainder,
        remainder,
        n::remainder,
        "self % value",
        "value % self"
    ),
    binary!(
        DIVMOD,
        RDIVMOD,
        DivMod,
        div_mod,
        n::div_mod,
        "divmod(self, value)",
        "divmod(value, self)"
    ),
    binary!(
        LSHIFT,
        RLSHIFT,
        LeftShift,
        left_shift,
        n::left_shift,
        "self << value",
        "value << self"
    ),
    binary!(
        RSHIFT,
        RRSHIFT,
        RightShift,
        right_shift,
        n::right_shift,
        "self >> value",
        "value >> self"
    ),
    binary!(AND, RAND, And, and, n::and, "self & value", "value & self"),
    binary!(XOR, RXOR, Xor, xor, n::xor, "self ^ value", "value ^ self"),
    binary!(OR, ROR, Or, or, n::or, "self | value", "value | self"),
    binary!(
        FLOORDIV,
        RFLOORDIV,
        FloorDivide,
        floor_divide,
        n::floor_divide,
        "self // value",
        "value // self"
    ),
    binary!(
        TRUEDIV,
        RTRUEDIV,
        TrueDivide,
        true_divide,
        n::true_divide,
        "self / value",
        "value / self"
    ),
    binary!(
        MATMUL,
        RMATMUL,
        MatrixMultiply,
        matrix_multiply,
        n::matrix_multiply,
        "self @ value",
        "value @ self"
    ),
];

static FURTHER: [SlotMethod; 20] = [
    method!(
        POW,
        Power,
        Kind::Power,
        n::power,
        "($self, value, mod=None, /)",
        "self ** value, or pow(self, value, mod)"
    ),
    method!(
        RPOW,
        Power,
        Kind::ReflectedPower,
        n::power,
        "($self, value, mod=None, /)",
        "value ** self, or pow(value, self, mod)"
    ),
    in_place!(
        IADD,
        InPlaceAdd,
        in_place_add,
        n::in_place_add,
        "self += value"
    ),
    in_place!(
        ISUB,
        InPlaceSubtract,
        in_place_subtract,
        n::in_place_subtract,
        "self -= value"
    ),
    in_place!(
        IMUL,
        InPlaceMultiply,
        in_place_multiply,
        n::in_place_multiply,
        "self *= value"
    ),
    in_place!(
        IMOD,
        InPlaceRemainder,
        in_place_remainder,
        n::in_place_remainder,
        "self %= value"
    ),
    in_place!(
        ILSHIFT,
        InPlaceLeftShift,
        in_place_left_shift,
        n::in_place_left_shift,
        "self <<= value"
    ),
    in_place!(
        IRSHIFT,
        InPlaceRightShift,
        in_place_right_shift,
        n::in_place_right_shift,
        "self >>= value"
    ),
    in_place!(
        IAND,
        InPlaceAnd,
        in_place_and,
        n::in_place_and,
        "self &= value"
    ),
    in_place!(
        IXOR,
        InPlaceXor,
        in_place_xor,
        n::in_place_xor,
        "self ^= value"
    ),
    in_place!(IOR, InPlaceOr, in_place_or, n::in_place_or, "self |= value"),
    in_place!(
        IFLOORDIV,
        InPlaceFloorDivide,
        in_place_floor_divide,
        n::in_place_floor_divide,
        "self //= value"
    ),
    in_place!(
        ITRUEDIV,
        InPlaceTrueDivide,
        in_place_true_divide,
        n::in_place_true_divide,
        "self /= value"
    ),
    in_place!(
        IMATMUL,
        InPlaceMatrixMultiply,
        in_place_matrix_multiply,
        n::in_place_matrix_multiply,
        "self @= value"
    ),
    method!(
        IPOW,
        InPlacePower,
        Kind::InPlacePower,
        n::in_place_power,
        "($self, value, /)",
        "self **= value"
    ),
    method!(
        ADD,
        Concat,
        Kind::Binary(Class::concat),
        "($self, value, /)",
        "self + value"
    ),
    method!(
        MUL,
        Repeat,
        Kind::Binary(Class::repeat),
        "($self, value, /)",
        "self * value"
    ),
    method!(
        RMUL,
        Repeat,
        Kind::Binary(Class::repeat),
        "($self, value, /)",
        "value * self"
    ),
    method!(
        IADD,
        InPlaceConcat,
        Kind::Binary(Class::in_place_concat),
        "($self, value, /)",
        "self += value"
    ),
    method!(
        IMUL,
        InPlaceRepeat,
        Kind::Binary(Class::in_place_repeat),
        "($self, value, /)",
        "self *= value"
    ),
];

/// All dunder methods that stand for slots.
pub static METHODS: std::sync::LazyLock<Vec<&'static SlotMethod>> =
    std::sync::LazyLock::new(|| {
        PROTOCOLS
            .iter()
            .chain(NUMBERS.iter().flatten())
            .chain(&FURTHER)
            .collect()
    });
