//! Intersections, which the other operations build on.

use super::value::{copy, empty_like, payload};
use super::walk::{contains_item, walk};
use crate::object::{Res, Thread, Value};
use crate::runtime::protocol::for_each;

/// `set.intersection(iterable)`
///
/// # Errors
/// What iterating, hashing and comparing raise.
pub fn intersection(thread: &Thread, set: &Value, iterable: &Value) -> Res {
    if set.is(iterable) {
        return copy(thread, set);
    }
    let result = empty_like(thread, set)?;
    let made = payload(thread, &result)?;
    let own = payload(thread, set)?;
    if let Some(other) = iterable.as_set() {
        // The smaller one is walked; on a tie it is the other one.
        let (walked, searched) = if other.len() > own.len() {
            (own, other)
        } else {
            (other, own)
        };
        walk(thread, walked, &mut |key, hash| {
            if searched.contains_hashed(thread, &key, hash)? {
                made.add_hashed(thread, key, hash)?;
            }
            Ok(true)
        })?;
    } else {
        for_each(thread, iterable, &mut |item| {
            let (found, hash) = contains_item(thread, own, &item)?;
            if found {
                made.add_hashed(thread, item, hash)?;
            }
            Ok(true)
        })?;
    }
    Ok(result)
}

/// `set.intersection(*others)`
pub fn intersection_multi(thread: &Thread, set: &Value, others: &[Value]) -> Res {
    let [first, rest @ ..] = others else {
        return copy(thread, set);
    };
    let mut result = intersection(thread, set, first)?;
    for other in rest {
        result = intersection(thread, &result, other)?;
    }
    Ok(result)
}
