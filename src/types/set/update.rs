//! Operations that change a set: `update`, `difference_update`, `intersection_update`, `symmetric_difference_update`.
//!
//! Which operand is walked and in what order decides where elements land in the table, and so how the set prints: all this follows
//! CPython's choices.

use super::intersect::{intersection, intersection_multi};
use super::value::{base_class, payload};
use super::walk::{walk, walk_dict};
use crate::object::{Builtin, Res, Set, Thread, Value};
use crate::runtime::protocol::for_each;

/// `set.update(iterable)`
///
/// # Errors
/// What iterating, hashing and comparing raise; what was added before stays.
pub fn update(thread: &Thread, set: &Value, iterable: &Value) -> Res<()> {
    thread.before_write(set);
    thread.before_read(iterable);
    let target = payload(thread, set)?;
    if let Some(other) = iterable.as_set() {
        return target.merge(thread, other);
    }
    if iterable.is_exact(Builtin::Dict)
        && let Some(dict) = iterable.as_dict()
    {
        target.presize(thread, dict.len())?;
        return walk_dict(thread, dict, &mut |key, hash| {
            target.add_hashed(thread, key, hash).map(drop)
        });
    }
    for_each(thread, iterable, &mut |item| {
        target.add(thread, item)?;
        Ok(true)
    })
}

/// `set.difference_update(iterable)`
///
/// # Errors
/// As `update`.
pub fn difference_update(thread: &Thread, set: &Value, iterable: &Value) -> Res<()> {
    thread.before_read(iterable);
    let target = payload(thread, set)?;
    if set.is(iterable) {
        drop(target.take_all(thread));
        return Ok(());
    }
    if let Some(other) = iterable.as_set() {
        // Where the other set is far larger, only what both have is walked.
        let smaller = if other.len() >> 3 > target.len() {
            Some(intersection(thread, set, iterable)?)
        } else {
            None
        };
        let other = match &smaller {
            Some(smaller) => payload(thread, smaller)?,
            None => other,
        };
        walk(thread, other, &mut |key, hash| {
            drop(target.remove_hashed(thread, &key, hash)?);
            Ok(true)
        })?;
    } else {
        for_each(thread, iterable, &mut |item| {
            drop(target.remove(thread, &item)?);
            Ok(true)
        })?;
    }
    target.drop_dummies(thread)
}

/// `set.symmetric_difference_update(iterable)`
///
/// # Errors
/// As `update`.
pub fn symmetric_difference_update(thread: &Thread, set: &Value, iterable: &Value) -> Res<()> {
    thread.before_read(iterable);
    let target = payload(thread, set)?;
    if set.is(iterable) {
        drop(target.take_all(thread));
        return Ok(());
    }
    let toggle = |key: Value, hash: i64| match target.remove_hashed(thread, &key, hash)? {
        Some(removed) => {
            drop(removed);
            Ok(())
        }
        None => target.add_hashed(thread, key, hash).map(drop),
    };
    if iterable.is_exact(Builtin::Dict)
        && let Some(dict) = iterable.as_dict()
    {
        return walk_dict(thread, dict, &mut |key, hash| toggle(key, hash));
    }
    let other = as_operand(thread, iterable, base_class(thread, set))?;
    walk(thread, payload(thread, &other)?, &mut |key, hash| {
        toggle(key, hash).map(|()| true)
    })
}

/// `set.intersection_update(*others)`
pub fn intersection_update(thread: &Thread, set: &Value, others: &[Value]) -> Res<()> {
    let result = intersection_multi(thread, set, others)?;
    payload(thread, set)?.exchange(payload(thread, &result)?);
    Ok(())
}

/// A new set of an iterable's items.
///
/// # Errors
/// What iterating, hashing and comparing raise.
pub fn new_set_of(thread: &Thread, iterable: &Value) -> Res {
    let made = Set::new_value(thread, Builtin::Set)?;
    update(thread, &made, iterable)?;
    Ok(made)
}

/// The operand of a binary method as a set: itself, or a set made of its items.
pub fn as_operand(thread: &Thread, value: &Value, like: Builtin) -> Res {
    if value.as_set().is_some() {
        thread.before_read(value);
        return Ok(value.clone());
    }
    let made = Set::new_value(thread, like)?;
    update(thread, &made, value)?;
    Ok(made)
}
