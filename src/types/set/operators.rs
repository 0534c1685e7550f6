//! Operations that make a new set: union, intersection, difference, symmetric difference, as methods and as operators.

use super::intersect::intersection;
use super::update::{
    as_operand, difference_update, intersection_update, symmetric_difference_update, update,
};
use super::value::{base_class, copy, empty_like, payload};
use super::walk::walk;
use crate::object::{Builtin, Res, Thread, Value};

/// `set.union(*others)`
pub fn union_multi(thread: &Thread, set: &Value, others: &[Value]) -> Res {
    let result = copy(thread, set)?;
    for other in others {
        if !other.is(set) {
            update(thread, &result, other)?;
        }
    }
    Ok(result)
}

/// `set.difference(iterable)`
fn difference(thread: &Thread, set: &Value, iterable: &Value) -> Res {
    let own = payload(thread, set)?;
    let dict = iterable
        .as_dict()
        .filter(|_| iterable.is_exact(Builtin::Dict));
    let size = match (iterable.as_set(), dict) {
        (Some(other), _) => other.len(),
        (None, Some(dict)) => dict.len(),
        (None, None) => usize::MAX,
    };
    if own.len() >> 2 > size || size == usize::MAX {
        let result = copy(thread, set)?;
        difference_update(thread, &result, iterable)?;
        return Ok(result);
    }
    let result = empty_like(thread, set)?;
    let made = payload(thread, &result)?;
    walk(thread, own, &mut |key, hash| {
        let found = match (iterable.as_set(), dict) {
            (Some(other), _) => other.contains_hashed(thread, &key, hash)?,
            (None, Some(dict)) => dict.get_hashed(thread, &key, hash)?.is_some(),
            (None, None) => false,
        };
        if !found {
            made.add_hashed(thread, key, hash)?;
        }
        Ok(true)
    })?;
    Ok(result)
}

/// `set.difference(*others)`
pub fn difference_multi(thread: &Thread, set: &Value, others: &[Value]) -> Res {
    let [first, rest @ ..] = others else {
        return copy(thread, set);
    };
    let result = difference(thread, set, first)?;
    for other in rest {
        difference_update(thread, &result, other)?;
    }
    Ok(result)
}

/// `set.symmetric_difference(iterable)`: the other operand's elements come first.
pub fn symmetric_difference(thread: &Thread, set: &Value, iterable: &Value) -> Res {
    let result = if iterable.as_set().is_some() {
        let made = empty_like(thread, set)?;
        update(thread, &made, iterable)?;
        made
    } else {
        as_operand(thread, iterable, base_class(thread, set))?
    };
    symmetric_difference_update(thread, &result, set)?;
    Ok(result)
}

fn both_sets(left: &Value, right: &Value) -> bool {
    left.as_set().is_some() && right.as_set().is_some()
}

macro_rules! operators {
    ($($(#[$doc:meta])* $name:ident($left:ident, $right:ident, $thread:ident) $body:expr;)*) => {
        $($(#[$doc])*
        pub fn $name($thread: &Thread, $left: &Value, $right: &Value) -> Res {
            if !both_sets($left, $right) {
                return Ok(Value::NOT_IMPLEMENTED);
            }
            $body
        })*
    };
}

operators! {
    /// `left | right`
    or(left, right, thread) union_multi(thread, left, std::slice::from_ref(right));
    /// `left & right`
    and(left, right, thread) intersection(thread, left, right);
    /// `left - right`
    subtract(left, right, thread) difference(thread, left, right);
    /// `left ^ right`
    xor(left, right, thread) symmetric_difference(thread, left, right);
    /// `left |= right`
    in_place_or(left, right, thread) {
        update(thread, left, right)?;
        Ok(left.clone())
    };
    /// `left &= right`
    in_place_and(left, right, thread) {
        intersection_update(thread, left, std::slice::from_ref(right))?;
        Ok(left.clone())
    };
    /// `left -= right`
    in_place_subtract(left, right, thread) {
        difference_update(thread, left, right)?;
        Ok(left.clone())
    };
    /// `left ^= right`
    in_place_xor(left, right, thread) {
        symmetric_difference_update(thread, left, right)?;
        Ok(left.clone())
    };
}
