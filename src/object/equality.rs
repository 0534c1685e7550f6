//! Equality that needs no script code: what containers ask first about two values.
#![forbid(unsafe_code)]

use super::Builtin;
use super::str::Str;
use super::value::{Value, word};

/// `a is b or a == b` for identical values and for two inline ints, inline floats or exact strings; None for anything else.
#[inline(always)]
pub fn quick_equal(a: &Value, b: &Value) -> Option<bool> {
    if a.is(b) {
        return Some(true);
    }
    let (x, y) = (a.word(), b.word());
    if word::both_int(x, y) {
        return Some(false);
    }
    if word::is_pointer(x) && word::is_pointer(y) {
        return quick_equal_strings(a, b);
    }
    if word::is_float(x) && word::is_float(y) {
        // The two zeros are equal, and NaN is never inline.
        return Some(word::to_float(x) == word::to_float(y));
    }
    None
}

#[inline]
fn quick_equal_strings(a: &Value, b: &Value) -> Option<bool> {
    if a.is_exact(Builtin::Str) && b.is_exact(Builtin::Str) {
        let (a, b) = (a.payload::<Str>()?, b.payload::<Str>()?);
        return Some(a.as_bytes() == b.as_bytes());
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn immediates_are_decided_at_once() {
        let int = |i| Value::from_i32(i);
        let float = |f: f64| Value::from_inline_float(f).unwrap_or(Value::NONE);
        assert_eq!(quick_equal(&int(1), &int(1)), Some(true));
        assert_eq!(quick_equal(&int(1), &int(2)), Some(false));
        assert_eq!(quick_equal(&float(0.0), &float(-0.0)), Some(true));
        assert_eq!(quick_equal(&float(0.5), &float(1.5)), Some(false));
        assert_eq!(quick_equal(&int(1), &float(1.0)), None);
        assert_eq!(quick_equal(&Value::TRUE, &int(1)), None);
        assert_eq!(quick_equal(&Value::NONE, &Value::NONE), Some(true));
    }
}
