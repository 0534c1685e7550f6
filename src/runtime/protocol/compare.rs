//! Comparison operators and equality: which class's slot is asked first, and what nobody answering means.
//!
//! Pairs of inline ints, inline floats and exact strings are compared here, without going through slots.

use super::truth;
use crate::object::class::{Compare, SlotId};
use crate::object::value::word;
use crate::object::{Builtin, Raised, Res, Thread, Value};

/// `a op b` where both are inline ints or both inline floats.
#[inline(always)]
fn compare_immediate(a: &Value, b: &Value, op: Compare) -> Option<bool> {
    let (x, y) = (a.word(), b.word());
    if word::both_int(x, y) {
        // The tag is below the number, so that the words are ordered as the numbers are.
        return Some(op.holds((x as i64).cmp(&(y as i64))));
    }
    if word::is_float(x) && word::is_float(y) {
        // NaN is never inline.
        return word::to_float(x)
            .partial_cmp(&word::to_float(y))
            .map(|ordering| op.holds(ordering));
    }
    None
}

/// `a op b` of two exact strings: generalised UTF-8 is ordered as its code points are.
#[inline(always)]
fn compare_strings(a: &Value, b: &Value, op: Compare) -> Option<bool> {
    if !a.is_exact(Builtin::Str) || !b.is_exact(Builtin::Str) {
        return None;
    }
    let (x, y) = (a.as_str_object()?.as_bytes(), b.as_str_object()?.as_bytes());
    Some(match op {
        Compare::Eq => a.is(b) || x == y,
        Compare::Ne => !a.is(b) && x != y,
        _ => op.holds(x.cmp(y)),
    })
}

/// `a op b`, whatever the classes answer; the reflected operation first if `b`'s class is a proper subclass of `a`'s.
///
/// # Errors
/// TypeError if neither class knows the order, RecursionError, and what the methods raise.
#[inline]
pub fn compare(thread: &Thread, a: &Value, b: &Value, op: Compare) -> Res {
    match compare_immediate(a, b, op) {
        Some(answer) => Ok(Value::from_bool(answer)),
        None => compare_objects(thread, a, b, op),
    }
}

/// Whether two objects are equal only if they are the same: neither class says anything else.
#[inline]
pub fn compares_by_identity(thread: &Thread, a: &Value, b: &Value) -> bool {
    let is_plain = |value| {
        let class = thread.class_of(value);
        class.same_slot(SlotId::Compare, Builtin::Object.get())
    };
    is_plain(a) && is_plain(b)
}

#[inline(never)]
fn compare_objects(thread: &Thread, a: &Value, b: &Value, op: Compare) -> Res {
    if let Some(answer) = compare_strings(a, b, op) {
        return Ok(Value::from_bool(answer));
    }
    if matches!(op, Compare::Eq | Compare::Ne) && compares_by_identity(thread, a, b) {
        return Ok(Value::from_bool(a.is(b) == (op == Compare::Eq)));
    }
    thread.check_stack(" in comparison")?;
    thread.before_read(a);
    thread.before_read(b);
    let (left, right) = (thread.class_of(a), thread.class_of(b));
    // Taken before anything is called: a method may give its object another class.
    let (left_slot, right_slot) = (left.compare(), right.compare());
    let right_first = !std::ptr::eq(left, right) && right.is_subclass_of(&left.object());
    let mut right_asked = false;
    if right_first && let Some(f) = right_slot {
        right_asked = true;
        let answer = f(thread, b, a, op.reflected())?;
        if !answer.is_not_implemented() {
            return Ok(answer);
        }
    }
    if let Some(f) = left_slot {
        let answer = f(thread, a, b, op)?;
        if !answer.is_not_implemented() {
            return Ok(answer);
        }
    }
    if !right_asked && let Some(f) = right_slot {
        let answer = f(thread, b, a, op.reflected())?;
        if !answer.is_not_implemented() {
            return Ok(answer);
        }
    }
    match op {
        Compare::Eq => Ok(Value::from_bool(a.is(b))),
        Compare::Ne => Ok(Value::from_bool(!a.is(b))),
        _ => Err(unordered(thread, a, b, op)),
    }
}

#[cold]
fn unordered(thread: &Thread, a: &Value, b: &Value, op: Compare) -> Raised {
    thread.type_error(format!(
        "'{}' not supported between instances of '{}' and '{}'",
        op.symbol(),
        thread.class_of(a).name_text(),
        thread.class_of(b).name_text()
    ))
}

/// The truth of `a op b`.
///
/// # Errors
/// As `compare`, and what the truth of its answer raises.
#[inline]
pub fn compare_bool(thread: &Thread, a: &Value, b: &Value, op: Compare) -> Res<bool> {
    if let Some(answer) = compare_immediate(a, b, op) {
        return Ok(answer);
    }
    let answer = compare_objects(thread, a, b, op)?;
    match answer.as_bool() {
        Some(answer) => Ok(answer),
        None => truth(thread, &answer),
    }
}

/// `a is b or a == b`, as containers compare their elements.
///
/// # Errors
/// As `compare_bool`.
#[inline]
pub fn equal(thread: &Thread, a: &Value, b: &Value) -> Res<bool> {
    if a.is(b) {
        return Ok(true);
    }
    equal_distinct(thread, a, b)
}

/// `a == b` for two values that are known not to be identical.
///
/// # Errors
/// As `compare_bool`.
pub fn equal_distinct(thread: &Thread, a: &Value, b: &Value) -> Res<bool> {
    if let Some(answer) = compare_immediate(a, b, Compare::Eq) {
        return Ok(answer);
    }
    if a.is_exact(Builtin::Tuple)
        && b.is_exact(Builtin::Tuple)
        && let (Some(x), Some(y)) = (a.as_tuple(), b.as_tuple())
    {
        thread.check_stack(" in comparison")?;
        return equal_items(thread, x, y);
    }
    compare_bool(thread, a, b, Compare::Eq)
}

/// Whether two tuples' items are equal. Items are compared before lengths, as CPython does.
///
/// # Errors
/// What comparing the items raises.
pub fn equal_items(thread: &Thread, x: &[Value], y: &[Value]) -> Res<bool> {
    for (a, b) in x.iter().zip(y) {
        if !equal(thread, a, b)? {
            return Ok(false);
        }
    }
    Ok(x.len() == y.len())
}
