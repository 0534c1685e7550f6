//! What classes are described with: comparison operators, call arguments, the types of slot functions, flags.

use super::thread::{Res, Thread};
use super::value::Value;

/// The comparison operators, numbered as their dunder names in `names`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
#[allow(missing_docs)]
pub enum Compare {
    Lt,
    Le,
    Eq,
    Ne,
    Gt,
    Ge,
}

impl Compare {
    /// The operator with the operands exchanged.
    pub fn reflected(self) -> Compare {
        match self {
            Compare::Lt => Compare::Gt,
            Compare::Le => Compare::Ge,
            Compare::Gt => Compare::Lt,
            Compare::Ge => Compare::Le,
            same => same,
        }
    }

    /// As written in programs.
    pub fn symbol(self) -> &'static str {
        ["<", "<=", "==", "!=", ">", ">="][self as usize]
    }

    /// Whether the operator holds for operands that compare like this.
    #[inline(always)]
    pub fn holds(self, ordering: std::cmp::Ordering) -> bool {
        match self {
            Compare::Lt => ordering.is_lt(),
            Compare::Le => ordering.is_le(),
            Compare::Eq => ordering.is_eq(),
            Compare::Ne => ordering.is_ne(),
            Compare::Gt => ordering.is_gt(),
            Compare::Ge => ordering.is_ge(),
        }
    }
}

/// The arguments of a call: positional ones, then the values of the keyword ones.
#[derive(Clone, Copy)]
pub struct CallArgs<'a> {
    /// Positional arguments, then keyword arguments' values.
    pub values: &'a [Value],
    /// The keyword arguments' names (strings), in the order of their values.
    pub names: &'a [Value],
}

impl<'a> CallArgs<'a> {
    /// Positional arguments only.
    pub fn positional_only(values: &'a [Value]) -> CallArgs<'a> {
        CallArgs { values, names: &[] }
    }

    /// The positional arguments.
    pub fn positional(&self) -> &'a [Value] {
        &self.values[..self.values.len() - self.names.len()]
    }

    /// The keyword arguments.
    pub fn keywords(&self) -> impl Iterator<Item = (&'a Value, &'a Value)> {
        self.names
            .iter()
            .zip(&self.values[self.values.len() - self.names.len()..])
    }
}

/// `f(self)`
pub type UnaryFn = fn(&Thread, &Value) -> Res;
/// `f(left, right)`; either may be the instance whose class has the slot.
pub type BinaryFn = fn(&Thread, &Value, &Value) -> Res;
/// `f(base, exponent, modulus)`; the modulus may be None.
pub type TernaryFn = fn(&Thread, &Value, &Value, &Value) -> Res;
/// `f(self)` to a size.
pub type LenFn = fn(&Thread, &Value) -> Res<usize>;
/// `f(self)` to a hash.
pub type HashFn = fn(&Thread, &Value) -> Res<i64>;
/// `f(self)` to a truth value.
pub type BoolFn = fn(&Thread, &Value) -> Res<bool>;
/// `f(self, item)` to a truth value.
pub type ContainsFn = fn(&Thread, &Value, &Value) -> Res<bool>;
/// `f(self, key, value)`; no value: delete.
pub type SetItemFn = fn(&Thread, &Value, &Value, Option<&Value>) -> Res<()>;
/// `f(self, other, operator)`, NotImplemented where it does not know.
pub type CompareFn = fn(&Thread, &Value, &Value, Compare) -> Res;
/// The next item; None at the end.
pub type NextFn = fn(&Thread, &Value) -> Res<Option<Value>>;
/// The next step of what is awaited.
pub type ResumeFn = fn(&Thread, &Value) -> Res<Resumed>;
/// `f(self, arguments)`
pub type CallFn = fn(&Thread, &Value, CallArgs<'_>) -> Res;
/// `f(descriptor, instance, class)`
pub type DescrGetFn = fn(&Thread, &Value, Option<&Value>, &Value) -> Res;
/// `f(self, arguments)` for `__init__`.
pub type InitFn = fn(&Thread, &Value, CallArgs<'_>) -> Res<()>;

/// What resuming a generator, or another object that is awaited, gave.
pub enum Resumed {
    /// It yielded.
    Yielded(Value),
    /// It returned.
    Returned(Value),
}

/// Properties of a class.
pub mod class_flag {
    /// Built in: immortal, never changes, shared by all interpreters.
    pub const STATIC: u32 = 1;
    /// May be a base.
    pub const BASE: u32 = 2;
    /// Attributes cannot be set, though it is no static class.
    pub const IMMUTABLE: u32 = 4;
    /// Instances have a finaliser.
    pub const FINALIZER: u32 = 8;
    /// Has abstract methods: cannot be instantiated.
    pub const ABSTRACT: u32 = 16;
    /// Matches sequence patterns.
    pub const SEQUENCE: u32 = 32;
    /// Matches mapping patterns.
    pub const MAPPING: u32 = 64;
    /// A class pattern with one positional sub-pattern matches the subject itself.
    pub const MATCH_SELF: u32 = 128;
    /// `tp_new` may not be called by scripts.
    pub const NO_NEW: u32 = 256;
    /// A Taipan-visible heap type made by a native module.
    pub const NATIVE_HEAP: u32 = 512;
    /// Methods are bound without making a bound method: functions and method descriptors.
    pub const METHOD_DESCRIPTOR: u32 = 1024;
    /// Instances cannot be hashed: `__hash__` is None.
    pub const UNHASHABLE: u32 = 2048;
    /// Instances can have weak references.
    pub const WEAKREF: u32 = 4096;
    /// Instances have a `__dict__`.
    pub const HAS_DICT: u32 = 8192;
    /// `__slots__` of a variable-sized layout: instances keep them as attributes, but have no `__dict__`.
    pub const HIDDEN_ATTRIBUTES: u32 = 1 << 14;
    /// Inline caches for instances' attributes may exist: see `Thread::retire_shapes`.
    pub const CACHED: u32 = 1 << 15;
}
