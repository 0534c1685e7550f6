//! `Value`: one 8-byte, self-tagged word.
//!
//! | low bits | meaning |
//! |---|---|
//! | `000` | pointer to an object header (never null) |
//! | `x11` | 62-bit integer, `(i << 2) | 3` |
//! | `001`, `010`, `101` | float, `bits.rotate_left(4) ^ 1` (magnitudes in [2^-255, 2^257), and those below 2^-767 with zero) |
//! | `100`, `110` | special: None, True, False, NotImplemented, Ellipsis, the unbound marker; cell references |
//!
//! **Invariant**: a `Value` owns one reference to the object it points to; cloning takes one, dropping gives one
//! back. `&Value` is a borrowed reference. The word is never zero, so `Option<Value>` and
//! `Result<Value, Raised>` are one word too.

use super::header::Header;
use std::num::NonZeroU64;
use std::ptr::NonNull;

/// The bits of a [`Value`] without its ownership. Registers hold words.
pub type Word = u64;

/// A Python value: see the module documentation.
#[repr(transparent)]
pub struct Value(NonZeroU64);

const SPECIAL_TAG: u64 = 4;
const fn special(n: u64) -> u64 {
    n << 3 | SPECIAL_TAG
}
/// Tag of a reference to a namespace cell, `index << 3 | CELL_TAG`; lives only in dictionaries' value slots.
const CELL_TAG: u64 = 6;

/// The words of the special values.
pub mod word {
    use super::special;
    /// Marks an unbound local, an absent argument, a deleted entry.
    pub const UNBOUND: u64 = special(0);
    /// `None`
    pub const NONE: u64 = special(1);
    /// `NotImplemented`
    pub const NOT_IMPLEMENTED: u64 = special(2);
    /// `Ellipsis`
    pub const ELLIPSIS: u64 = special(3);
    /// `False`; differs from `TRUE` in one bit
    pub const FALSE: u64 = special(4);
    /// `True`
    pub const TRUE: u64 = special(5);

    /// Largest integer that is held inline.
    pub const INT_MAX: i64 = (1 << 61) - 1;
    /// Smallest integer that is held inline.
    pub const INT_MIN: i64 = -(1 << 61);

    /// The word's bit 3 tells True from False.
    #[inline(always)]
    pub const fn from_bool(b: bool) -> u64 {
        FALSE + ((b as u64) << 3)
    }
    /// Whether the word is `True` or `False`.
    #[inline(always)]
    pub const fn is_bool(w: u64) -> bool {
        w & !8 == FALSE
    }
    /// Whether the word is a heap pointer.
    #[inline(always)]
    pub const fn is_pointer(w: u64) -> bool {
        w & 7 == 0
    }
    /// Whether the word is an inline integer.
    #[inline(always)]
    pub const fn is_int(w: u64) -> bool {
        w & 3 == 3
    }
    /// Whether both words are inline integers.
    #[inline(always)]
    pub const fn both_int(a: u64, b: u64) -> bool {
        a & b & 3 == 3
    }
    /// Whether the word is an inline float.
    #[inline(always)]
    pub const fn is_float(w: u64) -> bool {
        (0x2626_2626u32 >> (w as u32 & 31)) & 1 != 0
    }
    /// The integer of a word for which `is_int` holds.
    #[inline(always)]
    pub const fn to_int(w: u64) -> i64 {
        w as i64 >> 2
    }
    /// The word of an integer known to lie within `INT_MIN..=INT_MAX`.
    #[inline(always)]
    pub const fn from_small_int(i: i64) -> u64 {
        (i as u64) << 2 | 3
    }
    /// The float of a word for which `is_float` holds.
    #[inline(always)]
    pub const fn to_float(w: u64) -> f64 {
        f64::from_bits((w ^ 1).rotate_right(4))
    }
    /// The word of a float, unless it has to be boxed.
    #[inline(always)]
    pub const fn from_float(f: f64) -> Option<u64> {
        let w = f.to_bits().rotate_left(4) ^ 1;
        if is_float(w) { Some(w) } else { None }
    }
}

// SAFETY: reference counts are biased: the owning thread counts without atomics and every other thread with
// them (header.rs), so a value may be cloned and dropped on any thread. Payloads are `Send + Sync` by the bound on
// `Payload`, and the built-in layouts synchronise in their own files.
unsafe impl Send for Value {}
// SAFETY: as above; `&Value` gives out clones and shared payload references only.
unsafe impl Sync for Value {}

macro_rules! special_values {
    ($($(#[$doc:meta])* $name:ident = $word:ident, $test:ident;)*) => {
        impl Value {
            $($(#[$doc])* pub const $name: Value = Value::special_word(word::$word);
            /// Whether this is that special value.
            #[inline(always)]
            pub const fn $test(&self) -> bool { self.0.get() == word::$word })*
        }
    };
}
special_values! {
    /// `None`
    NONE = NONE, is_none;
    /// The marker of an absent argument or unbound variable; never visible to scripts.
    UNBOUND = UNBOUND, is_unbound;
    /// `NotImplemented`
    NOT_IMPLEMENTED = NOT_IMPLEMENTED, is_not_implemented;
    /// `Ellipsis`
    ELLIPSIS = ELLIPSIS, is_ellipsis;
    /// `True`
    TRUE = TRUE, is_true;
    /// `False`
    FALSE = FALSE, is_false;
}

impl Value {
    const fn special_word(w: u64) -> Value {
        match NonZeroU64::new(w) {
            Some(n) => Value(n),
            None => unreachable!(),
        }
    }

    /// The bits, still owned by `self`.
    #[inline(always)]
    pub const fn word(&self) -> Word {
        self.0.get()
    }

    /// Gives up ownership: the caller has to turn the word back into a `Value` exactly once.
    #[inline(always)]
    pub fn into_word(self) -> Word {
        let w = self.0.get();
        std::mem::forget(self);
        w
    }

    /// Takes over the reference that `w` stands for.
    ///
    /// # Safety
    /// `w` is a valid word whose reference nobody else gives back.
    #[inline(always)]
    pub const unsafe fn from_word(w: Word) -> Value {
        // SAFETY: no valid word is zero.
        Value(unsafe { NonZeroU64::new_unchecked(w) })
    }

    /// Views a register as a borrowed value.
    ///
    /// # Safety
    /// `*w` holds a valid word that keeps its reference for `'a`.
    #[inline(always)]
    pub const unsafe fn borrow_word<'a>(w: *const Word) -> &'a Value {
        // SAFETY: `Value` is a transparent non-zero u64; validity is the caller's promise.
        unsafe { &*(w as *const Value) }
    }

    /// A new reference to the object of a borrowed word.
    ///
    /// # Safety
    /// `w` is a valid word whose reference is alive during the call.
    #[inline(always)]
    pub unsafe fn clone_word(w: Word) -> Value {
        if word::is_pointer(w) {
            // SAFETY: a pointer word points to a live header.
            unsafe { (*(w as *const Header)).increment() };
        }
        // SAFETY: the reference was just taken.
        unsafe { Value::from_word(w) }
    }

    /// Takes over one reference to a heap object.
    ///
    /// # Safety
    /// `p` points to a live object, one of whose references the caller gives up.
    #[inline(always)]
    pub unsafe fn from_header(p: NonNull<Header>) -> Value {
        // SAFETY: non-null and aligned to 16, so the tag is 000.
        unsafe { Value::from_word(p.as_ptr() as u64) }
    }

    /// The header, if this is a heap object.
    #[inline(always)]
    pub fn header(&self) -> Option<&Header> {
        if word::is_pointer(self.word()) {
            // SAFETY: a pointer word points to a header that lives while `self` holds its reference.
            Some(unsafe { &*(self.word() as *const Header) })
        } else {
            None
        }
    }

    /// The address of the heap object.
    #[inline(always)]
    pub fn as_ptr(&self) -> Option<*const Header> {
        word::is_pointer(self.word()).then_some(self.word() as *const Header)
    }

    /// Identity (`is`).
    #[inline(always)]
    pub fn is(&self, other: &Value) -> bool {
        self.word() == other.word()
    }

    /// `True` or `False`.
    #[inline(always)]
    pub const fn from_bool(b: bool) -> Value {
        Value::special_word(word::from_bool(b))
    }

    /// The truth of `True` and `False`, None for everything else.
    #[inline(always)]
    pub fn as_bool(&self) -> Option<bool> {
        word::is_bool(self.word()).then_some(self.is_true())
    }

    /// An inline integer, if `i` fits 62 bits.
    #[inline(always)]
    pub const fn from_small_int(i: i64) -> Option<Value> {
        if i >= word::INT_MIN && i <= word::INT_MAX {
            Some(Value::special_word(word::from_small_int(i)))
        } else {
            None
        }
    }

    /// An integer of at most 32 bits.
    #[inline(always)]
    pub const fn from_i32(i: i32) -> Value {
        Value::special_word(word::from_small_int(i as i64))
    }

    /// The inline integer, None for everything else (heap integers and bools included).
    #[inline(always)]
    pub fn as_small_int(&self) -> Option<i64> {
        word::is_int(self.word()).then_some(word::to_int(self.word()))
    }

    /// An inline float, if `f` need not be boxed.
    #[inline(always)]
    pub fn from_inline_float(f: f64) -> Option<Value> {
        word::from_float(f).map(Value::special_word)
    }

    /// The inline float, None for everything else (boxed floats included).
    #[inline(always)]
    pub fn as_inline_float(&self) -> Option<f64> {
        word::is_float(self.word()).then_some(word::to_float(self.word()))
    }

    /// A reference to namespace cell `index`.
    pub(super) const fn from_cell_index(index: u32) -> Value {
        Value::special_word((index as u64) << 3 | CELL_TAG)
    }

    /// The index of a namespace cell reference.
    #[inline(always)]
    pub(super) const fn cell_index(&self) -> Option<u32> {
        if self.0.get() & 7 == CELL_TAG {
            Some((self.0.get() >> 3) as u32)
        } else {
            None
        }
    }

    /// None instead of the unbound marker.
    #[inline(always)]
    pub fn bound(&self) -> Option<&Value> {
        if self.is_unbound() { None } else { Some(self) }
    }
}

impl Clone for Value {
    #[inline(always)]
    fn clone(&self) -> Value {
        // SAFETY: `self` keeps its reference during the call.
        unsafe { Value::clone_word(self.word()) }
    }
}

impl Drop for Value {
    #[inline(always)]
    fn drop(&mut self) {
        if let Some(header) = self.as_ptr() {
            // SAFETY: `self` owns a reference, which is given up here and never used again.
            unsafe { Header::decrement(header as *mut Header) };
        }
    }
}

impl std::fmt::Debug for Value {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Value({:#x})", self.word())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_exponent_is_inline_or_boxed_as_documented() {
        for exponent in 0..2048u64 {
            for sign in 0..2u64 {
                let bits = sign << 63 | exponent << 52 | 0x000f_0f0f_0f0f_0f0f;
                let f = f64::from_bits(bits);
                let inline = exponent < 256 || (768..1280).contains(&exponent);
                match word::from_float(f) {
                    Some(w) => {
                        assert!(inline);
                        assert!(!word::is_int(w) && !word::is_pointer(w) && !word::is_bool(w));
                        assert_eq!(word::to_float(w).to_bits(), bits);
                    }
                    None => assert!(!inline, "exponent {exponent}"),
                }
            }
        }
        assert_eq!(word::from_float(0.0).map(word::to_float), Some(0.0));
    }

    #[test]
    fn a_value_is_one_word() {
        assert_eq!(size_of::<Value>(), 8);
        assert_eq!(size_of::<Option<Value>>(), 8);
        assert_eq!(size_of::<Result<Value, super::super::thread::Raised>>(), 8);
    }
}
