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

static PROTOCOLS: [SlotMethod; 38] = [
    unary!(REPR, Repr, repr, s::repr, "Return repr(self)."),
    method!(
        HASH,
        Hash,
        Kind::Hash,
        s::hash,
        "($self, /)",
        "Return hash(self)."
    ),
    method!(
        CALL,
        Call,
        Kind::Call,
        s::call_object,
        "($self, /, *args, **kwargs)",
        "Call self as a function."
    ),
    unary!(STR, Str, str, s::str, "Return str(self)."),
    method!(
        GETATTRIBUTE,
        GetAttr,
        Kind::Binary(Class::get_attr),
        s::get_attr,
        "($self, name, /)",
        "Return getattr(self, name)."
    ),
    method!(GETATTR, GetAttr, Kind::None, s::get_attr, "", ""),
    method!(
        SETATTR,
        SetAttr,
        Kind::SetAttr,
        s::set_attr,
        "($self, name, value, /)",
        "Implement setattr(self, name, value)."
    ),
    method!(
        DELATTR,
        SetAttr,
        Kind::DelAttr,
        s::set_attr,
        "($self, name, /)",
        "Implement delattr(self, name)."
    ),
    comparison!(LT, Lt, "Return self<value."),
    comparison!(LE, Le, "Return self<=value."),
    comparison!(EQ, Eq, "Return self==value."),
    comparison!(NE, Ne, "Return self!=value."),
    comparison!(GT, Gt, "Return self>value."),
    comparison!(GE, Ge, "Return self>=value."),
    unary!(ITER, Iter, iter, s::iter, "Implement iter(self)."),
    method!(
        NEXT,
        Next,
        Kind::Next,
        s::next,
        "($self, /)",
        "Implement next(self)."
    ),
    method!(
        GET,
        DescrGet,
        Kind::DescrGet,
        s::descr_get,
        "($self, instance, owner=None, /)",
        "Return an attribute of instance, which is of type owner."
    ),
    method!(
        SET,
        DescrSet,
        Kind::DescrSet,
        s::descr_set,
        "($self, instance, value, /)",
        "Set an attribute of instance to value."
    ),
    method!(
        DELETE,
        DescrSet,
        Kind::DescrDelete,
        s::descr_set,
        "($self, instance, /)",
        "Delete an attribute of instance."
    ),
    method!(
        INIT,
        Init,
        Kind::Init,
        s::init,
        "($self, /, *args, **kwargs)",
        "Initialize self.  See help(type(self)) for accurate signature."
    ),
    method!(NEW, New, Kind::None, s::construct, "", ""),
    method!(
        DEL,
        Finalize,
        Kind::Finalize,
        s::finalize,
        "($self, /)",
        "Called when the instance is about to be destroyed."
    ),
    unary!(
        AWAIT,
        Await,
        await_,
        s::await_,
        "Return an iterator to be used in await expression."
    ),
    unary!(
        AITER,
        AsyncIter,
        async_iter,
        s::async_iter,
        "Return an awaitable, that resolves in asynchronous iterator."
    ),
    unary!(
        ANEXT,
        AsyncNext,
        async_next,
        s::async_next,
        "Return a value or raise StopAsyncIteration."
    ),
    method!(
        LEN,
        Len,
        Kind::Len,
        s::len,
        "($self, /)",
        "Return len(self)."
    ),
    method!(
        GETITEM,
        GetItem,
        Kind::Binary(Class::get_item),
        s::get_item,
        "($self, key, /)",
        "Return self[key]."
    ),
    method!(
        SETITEM,
        SetItem,
        Kind::SetItem,
        s::set_item,
        "($self, key, value, /)",
        "Set self[key] to value."
    ),
    method!(
        DELITEM,
        SetItem,
        Kind::DelItem,
        s::set_item,
        "($self, key, /)",
        "Delete self[key]."
    ),
    method!(
        CONTAINS,
        Contains,
        Kind::Contains,
        s::contains,
        "($self, key, /)",
        "Return bool(key in self)."
    ),
    method!(
        BOOL,
        Bool,
        Kind::Bool,
        s::truth,
        "($self, /)",
        "True if self else False"
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
        "Return self converted to an integer, if self is suitable for use as an index into a list."
    ),
];

static NUMBERS: [[SlotMethod; 2]; 13] = [
    binary!(
        ADD,
        RADD,
        Add,
        add,
        n::add,
        "Return self+value.",
        "Return value+self."
    ),
    binary!(
        SUB,
        RSUB,
        Subtract,
        subtract,
        n::subtract,
        "Return self-value.",
        "Return value-self."
    ),
    binary!(
        MUL,
        RMUL,
        Multiply,
        multiply,
        n::multiply,
        "Return self*value.",
        "Return value*self."
    ),
    binary!(
        MOD,
        RMOD,
        Remainder,
        remainder,
        n::remainder,
        "Return self%value.",
        "Return value%self."
    ),
    binary!(
        DIVMOD,
        RDIVMOD,
        DivMod,
        div_mod,
        n::div_mod,
        "Return divmod(self, value).",
        "Return divmod(value, self)."
    ),
    binary!(
        LSHIFT,
        RLSHIFT,
        LeftShift,
        left_shift,
        n::left_shift,
        "Return self<<value.",
        "Return value<<self."
    ),
    binary!(
        RSHIFT,
        RRSHIFT,
        RightShift,
        right_shift,
        n::right_shift,
        "Return self>>value.",
        "Return value>>self."
    ),
    binary!(
        AND,
        RAND,
        And,
        and,
        n::and,
        "Return self&value.",
        "Return value&self."
    ),
    binary!(
        XOR,
        RXOR,
        Xor,
        xor,
        n::xor,
        "Return self^value.",
        "Return value^self."
    ),
    binary!(
        OR,
        ROR,
        Or,
        or,
        n::or,
        "Return self|value.",
        "Return value|self."
    ),
    binary!(
        FLOORDIV,
        RFLOORDIV,
        FloorDivide,
        floor_divide,
        n::floor_divide,
        "Return self//value.",
        "Return value//self."
    ),
    binary!(
        TRUEDIV,
        RTRUEDIV,
        TrueDivide,
        true_divide,
        n::true_divide,
        "Return self/value.",
        "Return value/self."
    ),
    binary!(
        MATMUL,
        RMATMUL,
        MatrixMultiply,
        matrix_multiply,
        n::matrix_multiply,
        "Return self@value.",
        "Return value@self."
    ),
];

static FURTHER: [SlotMethod; 20] = [
    method!(
        POW,
        Power,
        Kind::Power,
        n::power,
        "($self, value, mod=None, /)",
        "Return pow(self, value, mod)."
    ),
    method!(
        RPOW,
        Power,
        Kind::ReflectedPower,
        n::power,
        "($self, value, mod=None, /)",
        "Return pow(value, self, mod)."
    ),
    in_place!(
        IADD,
        InPlaceAdd,
        in_place_add,
        n::in_place_add,
        "Return self+=value."
    ),
    in_place!(
        ISUB,
        InPlaceSubtract,
        in_place_subtract,
        n::in_place_subtract,
        "Return self-=value."
    ),
    in_place!(
        IMUL,
        InPlaceMultiply,
        in_place_multiply,
        n::in_place_multiply,
        "Return self*=value."
    ),
    in_place!(
        IMOD,
        InPlaceRemainder,
        in_place_remainder,
        n::in_place_remainder,
        "Return self%=value."
    ),
    in_place!(
        ILSHIFT,
        InPlaceLeftShift,
        in_place_left_shift,
        n::in_place_left_shift,
        "Return self<<=value."
    ),
    in_place!(
        IRSHIFT,
        InPlaceRightShift,
        in_place_right_shift,
        n::in_place_right_shift,
        "Return self>>=value."
    ),
    in_place!(
        IAND,
        InPlaceAnd,
        in_place_and,
        n::in_place_and,
        "Return self&=value."
    ),
    in_place!(
        IXOR,
        InPlaceXor,
        in_place_xor,
        n::in_place_xor,
        "Return self^=value."
    ),
    in_place!(
        IOR,
        InPlaceOr,
        in_place_or,
        n::in_place_or,
        "Return self|=value."
    ),
    in_place!(
        IFLOORDIV,
        InPlaceFloorDivide,
        in_place_floor_divide,
        n::in_place_floor_divide,
        "Return self//=value."
    ),
    in_place!(
        ITRUEDIV,
        InPlaceTrueDivide,
        in_place_true_divide,
        n::in_place_true_divide,
        "Return self/=value."
    ),
    in_place!(
        IMATMUL,
        InPlaceMatrixMultiply,
        in_place_matrix_multiply,
        n::in_place_matrix_multiply,
        "Return self@=value."
    ),
    method!(
        IPOW,
        InPlacePower,
        Kind::InPlacePower,
        n::in_place_power,
        "($self, value, /)",
        "Return self**=value."
    ),
    method!(
        ADD,
        Concat,
        Kind::Binary(Class::concat),
        "($self, value, /)",
        "Return self+value."
    ),
    method!(
        MUL,
        Repeat,
        Kind::Binary(Class::repeat),
        "($self, value, /)",
        "Return self*value."
    ),
    method!(
        RMUL,
        Repeat,
        Kind::Binary(Class::repeat),
        "($self, value, /)",
        "Return value*self."
    ),
    method!(
        IADD,
        InPlaceConcat,
        Kind::Binary(Class::in_place_concat),
        "($self, value, /)",
        "Implement self+=value."
    ),
    method!(
        IMUL,
        InPlaceRepeat,
        Kind::Binary(Class::in_place_repeat),
        "($self, value, /)",
        "Implement self*=value."
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
