//! Subset relations, equality and the hash of frozensets.

use super::intersect::intersection;
use super::value::payload;
use super::walk::walk;
use crate::base::hash::FrozensetHasher;
use crate::object::class::Compare;
use crate::object::{Res, Thread, Value};
use crate::runtime::protocol::for_each;
use std::sync::atomic::Ordering::Relaxed;

/// `set.issubset(other)`
pub fn is_subset(thread: &Thread, set: &Value, other: &Value) -> Res<bool> {
    let own = payload(thread, set)?;
    let Some(others) = other.as_set() else {
        let common = intersection(thread, set, other)?;
        return Ok(payload(thread, &common)?.len() == own.len());
    };
    if own.len() > others.len() {
        return Ok(false);
    }
    let mut all = true;
    walk(thread, own, &mut |key, hash| {
        all = others.contains_hashed(thread, &key, hash)?;
        Ok(all)
    })?;
    Ok(all)
}

/// `set.issuperset(other)`
pub fn is_superset(thread: &Thread, set: &Value, other: &Value) -> Res<bool> {
    if other.as_set().is_some() {
        return is_subset(thread, other, set);
    }
    let own = payload(thread, set)?;
    let mut all = true;
    for_each(thread, other, &mut |item| {
        all = own.contains(thread, &item)?;
        Ok(all)
    })?;
    Ok(all)
}

/// `set.isdisjoint(other)`
pub fn is_disjoint(thread: &Thread, set: &Value, other: &Value) -> Res<bool> {
    let own = payload(thread, set)?;
    if set.is(other) {
        return Ok(own.is_empty());
    }
    let mut disjoint = true;
    if let Some(others) = other.as_set() {
        let (walked, searched) = if others.len() > own.len() {
            (own, others)
        } else {
            (others, own)
        };
        walk(thread, walked, &mut |key, hash| {
            disjoint = !searched.contains_hashed(thread, &key, hash)?;
            Ok(disjoint)
        })?;
    } else {
        for_each(thread, other, &mut |item| {
            disjoint = !own.contains(thread, &item)?;
            Ok(disjoint)
        })?;
    }
    Ok(disjoint)
}

fn same_elements(thread: &Thread, left: &Value, right: &Value) -> Res<bool> {
    let (a, b) = (payload(thread, left)?, payload(thread, right)?);
    if a.len() != b.len() {
        return Ok(false);
    }
    let (x, y) = (a.cached_hash().load(Relaxed), b.cached_hash().load(Relaxed));
    if x != -1 && y != -1 && x != y {
        return Ok(false);
    }
    is_subset(thread, left, right)
}

/// `left op right`
pub fn rich_compare(thread: &Thread, left: &Value, right: &Value, op: Compare) -> Res {
    let (Some(a), Some(b)) = (left.as_set(), right.as_set()) else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    let answer = match op {
        Compare::Eq => same_elements(thread, left, right)?,
        Compare::Ne => !same_elements(thread, left, right)?,
        Compare::Le => is_subset(thread, left, right)?,
        Compare::Ge => is_subset(thread, right, left)?,
        Compare::Lt => a.len() < b.len() && is_subset(thread, left, right)?,
        Compare::Gt => a.len() > b.len() && is_subset(thread, right, left)?,
    };
    Ok(Value::from_bool(answer))
}

/// `hash(frozenset)`
pub fn frozen_hash(thread: &Thread, value: &Value) -> Res<i64> {
    let set = payload(thread, value)?;
    let known = set.cached_hash().load(Relaxed);
    if known != -1 {
        return Ok(known);
    }
    let mut hasher = FrozensetHasher::new();
    walk(thread, set, &mut |_, hash| {
        hasher.add(hash);
        Ok(true)
    })?;
    let hash = hasher.finish();
    set.cached_hash().store(hash, Relaxed);
    Ok(hash)
}
