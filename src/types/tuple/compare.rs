//! Comparing, hashing and searching tuples.

use crate::base::hash::TupleHasher;
use crate::object::class::Compare;
use crate::object::equality::quick_equal;
use crate::object::{Res, Thread, Value};
use crate::runtime::protocol::{compare, equal, hash};
use crate::runtime::safepoint::Steps;

/// `left op right`: the first items that differ decide, else the lengths.
pub fn rich_compare(thread: &Thread, left: &Value, right: &Value, op: Compare) -> Res {
    let (Some(a), Some(b)) = (left.as_tuple(), right.as_tuple()) else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    let steps = Steps::begin(thread);
    for (x, y) in a.iter().zip(b) {
        if !equal(thread, x, y)? {
            return match op {
                Compare::Eq => Ok(Value::FALSE),
                Compare::Ne => Ok(Value::TRUE),
                _ => compare(thread, x, y, op),
            };
        }
        steps.poll()?;
    }
    Ok(Value::from_bool(op.holds(a.len().cmp(&b.len()))))
}

/// `hash(tuple)`
pub fn tuple_hash(thread: &Thread, tuple: &Value) -> Res<i64> {
    let mut hasher = TupleHasher::new();
    for item in tuple.as_tuple().unwrap_or_default() {
        hasher.add(hash(thread, item)?);
    }
    Ok(hasher.finish())
}

/// The first position in `start..stop` whose item equals `value`.
pub fn find(
    thread: &Thread,
    items: &[Value],
    start: usize,
    stop: usize,
    value: &Value,
) -> Res<Option<usize>> {
    let stop = stop.min(items.len());
    for (i, item) in items.iter().enumerate().take(stop).skip(start) {
        let found = match quick_equal(item, value) {
            Some(answer) => answer,
            None => equal(thread, item, value)?,
        };
        if found {
            return Ok(Some(i));
        }
    }
    Ok(None)
}

/// `value in tuple`
pub fn contains(thread: &Thread, tuple: &Value, value: &Value) -> Res<bool> {
    let items = tuple.as_tuple().unwrap_or_default();
    Ok(find(thread, items, 0, items.len(), value)?.is_some())
}
