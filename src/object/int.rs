//! Integers beyond 62 bits, instances of subclasses of int, and boxed floats.

use super::Builtin;
use super::class::Class;
use super::layout::{Payload, core};
use super::thread::{Res, Thread};
use super::value::Value;
use num_bigint::BigInt;
use num_traits::ToPrimitive;

/// The payload of heap integers. Direct instances of `int` hold only what does not fit 62 bits.
pub struct Int(pub BigInt);

impl Payload for Int {
    const LAYOUT: u8 = core::INT;
    const LEAF: bool = true;
    fn may_die_late(&self) -> bool {
        true
    }
    fn trace(&self, _: &mut dyn FnMut(&Value)) {}
}

impl Drop for Int {
    fn drop(&mut self) {
        account(-(self.0.bits() as i64 / 8));
    }
}

/// Adds to the current thread's account of bytes outside the heap's blocks.
pub(super) fn account(delta: i64) {
    Thread::with_current(|thread| {
        if let Some(thread) = thread {
            thread.interp.heap.adjust(delta);
        }
    });
}

/// The payload of boxed floats and instances of subclasses of float.
pub struct Float(pub f64);

impl Payload for Float {
    const LAYOUT: u8 = core::FLOAT;
    const LEAF: bool = true;
    fn may_die_late(&self) -> bool {
        true
    }
    fn trace(&self, _: &mut dyn FnMut(&Value)) {}
}

/// An integer value, wherever it is held.
#[derive(Clone, Copy, Debug)]
pub enum IntRef<'a> {
    /// Fits an i64.
    Small(i64),
    /// Held on the heap; may be small in instances of subclasses.
    Big(&'a BigInt),
}

impl IntRef<'_> {
    /// The integer as i64, if it fits.
    pub fn to_i64(self) -> Option<i64> {
        match self {
            IntRef::Small(i) => Some(i),
            IntRef::Big(b) => b.to_i64(),
        }
    }

    /// A big integer of the same value.
    pub fn to_big(self) -> BigInt {
        match self {
            IntRef::Small(i) => BigInt::from(i),
            IntRef::Big(b) => b.clone(),
        }
    }

    /// Whether the integer is below zero.
    pub fn is_negative(self) -> bool {
        match self {
            IntRef::Small(i) => i < 0,
            IntRef::Big(b) => b.sign() == num_bigint::Sign::Minus,
        }
    }

    /// Whether the integer is zero.
    pub fn is_zero(self) -> bool {
        match self {
            IntRef::Small(i) => i == 0,
            IntRef::Big(b) => b.sign() == num_bigint::Sign::NoSign,
        }
    }
}

impl Value {
    /// The integer, if this is an int, a bool, or an instance of a subclass of int.
    #[inline(always)]
    pub fn as_int(&self) -> Option<IntRef<'_>> {
        if let Some(i) = self.as_small_int() {
            return Some(IntRef::Small(i));
        }
        if let Some(b) = self.as_bool() {
            return Some(IntRef::Small(b as i64));
        }
        self.payload::<Int>().map(|int| IntRef::Big(&int.0))
    }

    /// The float, if this is a float or an instance of a subclass of float (not an int).
    #[inline(always)]
    pub fn as_float(&self) -> Option<f64> {
        if let Some(f) = self.as_inline_float() {
            return Some(f);
        }
        self.payload::<Float>().map(|float| float.0)
    }
}

impl Thread {
    /// An int.
    #[inline(always)]
    pub fn int(&self, i: i64) -> Res {
        match Value::from_small_int(i) {
            Some(value) => Ok(value),
            None => self.boxed_int(BigInt::from(i)),
        }
    }

    /// An int from an unsigned size.
    pub fn int_from_usize(&self, n: usize) -> Res {
        match i64::try_from(n) {
            Ok(i) => self.int(i),
            Err(_) => self.boxed_int(BigInt::from(n)),
        }
    }

    /// An int of any size.
    pub fn int_from_big(&self, b: BigInt) -> Res {
        match b.to_i64().and_then(Value::from_small_int) {
            Some(value) => Ok(value),
            None => self.boxed_int(b),
        }
    }

    #[cold]
    fn boxed_int(&self, b: BigInt) -> Res {
        self.interp.heap.adjust(b.bits() as i64 / 8);
        self.alloc(Builtin::Int, Int(b))
    }

    /// An instance of a subclass of int.
    pub fn int_instance(&self, class: &Class, b: BigInt) -> Res {
        self.interp.heap.adjust(b.bits() as i64 / 8);
        self.alloc_instance(class, Int(b))
    }

    /// A float. Every NaN is a new object.
    #[inline(always)]
    pub fn float(&self, f: f64) -> Res {
        match Value::from_inline_float(f) {
            Some(value) => Ok(value),
            None => self.alloc(Builtin::Float, Float(f)),
        }
    }
}
