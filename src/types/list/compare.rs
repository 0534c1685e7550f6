//! Comparing and searching lists, which the comparisons they call may change.

use super::value::payload;
use crate::object::class::Compare;
use crate::object::{List, Res, Thread, Value};
use crate::runtime::protocol::{compare, compares_by_identity, equal};
use crate::runtime::safepoint::Steps;

/// `left op right`: the first items that differ decide, else the lengths.
pub fn rich_compare(thread: &Thread, left: &Value, right: &Value, op: Compare) -> Res {
    let (Some(a), Some(b)) = (left.as_list(), right.as_list()) else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    if a.len() != b.len() && matches!(op, Compare::Eq | Compare::Ne) {
        return Ok(Value::from_bool(op == Compare::Ne));
    }
    let steps = Steps::begin(thread);
    let mut i = 0;
    while let (Some(x), Some(y)) = (a.get(i), b.get(i)) {
        if !equal(thread, &x, &y)? {
            return match op {
                Compare::Eq => Ok(Value::FALSE),
                Compare::Ne => Ok(Value::TRUE),
                _ => compare(thread, &x, &y, op),
            };
        }
        steps.poll()?;
        i += 1;
    }
    Ok(Value::from_bool(op.holds(a.len().cmp(&b.len()))))
}

/// The first position in `start..stop` whose item equals `value`.
pub fn find(
    thread: &Thread,
    list: &List,
    start: usize,
    stop: usize,
    value: &Value,
) -> Res<Option<usize>> {
    let steps = Steps::begin(thread);
    let mut from = start;
    while let Some((i, sure)) = list.find_candidate(from, stop, value) {
        if sure {
            return Ok(Some(i));
        }
        let Some(item) = list.get(i) else {
            return Ok(None);
        };
        if !compares_by_identity(thread, &item, value) {
            if thread.runs_together() {
                // To compare these may take to be alone, and others may change the list before that.
                thread.go_alone();
                from = start;
                continue;
            }
            if equal(thread, &item, value)? {
                return Ok(Some(i));
            }
        }
        steps.poll()?;
        from = i + 1;
    }
    Ok(None)
}

/// `value in list`
pub fn contains(thread: &Thread, list: &Value, value: &Value) -> Res<bool> {
    let list = payload(thread, list)?;
    Ok(find(thread, list, 0, usize::MAX, value)?.is_some())
}
