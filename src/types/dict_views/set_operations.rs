//! Views as sets: comparison, `&`, `|`, `-`, `^`, `isdisjoint`. Results are sets.

use super::value::{View, as_set_view, payload};
use crate::object::class::Compare;
use crate::object::iters::DictIterKind;
use crate::object::{Builtin, Dict, Res, Set, Thread, Tuple, Value};
use crate::runtime::protocol::{contains, equal, for_each, length};
use crate::runtime::safepoint::poll;
use crate::types::set::{difference_update, new_set_of, symmetric_difference_update, update};

/// Whether the value is a set, a frozenset, or a view that behaves like one.
fn is_set_like(value: &Value) -> bool {
    value.as_set().is_some() || as_set_view(value).is_some()
}

fn all_contained(thread: &Thread, items: &Value, container: &Value) -> Res<bool> {
    let mut all = true;
    for_each(thread, items, &mut |item| {
        all = contains(thread, container, &item)?;
        Ok(all)
    })?;
    Ok(all)
}

/// `left op right`: subset relations with sets and other views.
pub fn rich_compare(thread: &Thread, left: &Value, right: &Value, op: Compare) -> Res {
    let view = payload(thread, left)?;
    if !is_set_like(right) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let (own, other) = (view.size(), length(thread, right)?);
    let answer = match op {
        Compare::Eq => own == other && all_contained(thread, left, right)?,
        Compare::Ne => !(own == other && all_contained(thread, left, right)?),
        Compare::Lt => own < other && all_contained(thread, left, right)?,
        Compare::Le => own <= other && all_contained(thread, left, right)?,
        Compare::Gt => own > other && all_contained(thread, right, left)?,
        Compare::Ge => own >= other && all_contained(thread, right, left)?,
    };
    Ok(Value::from_bool(answer))
}

/// A set of what `value` gives; the operands of an operator may stand either way round.
fn to_set(thread: &Thread, value: &Value) -> Res {
    new_set_of(thread, value)
}

/// `left - right`
pub fn subtract(thread: &Thread, left: &Value, right: &Value) -> Res {
    let result = to_set(thread, left)?;
    difference_update(thread, &result, right)?;
    Ok(result)
}

/// `left | right`
pub fn union(thread: &Thread, left: &Value, right: &Value) -> Res {
    let result = to_set(thread, left)?;
    update(thread, &result, right)?;
    Ok(result)
}

/// `left ^ right` of items of two dictionaries: values are compared, and only those in the result hashed.
fn items_symmetric_difference(thread: &Thread, left: &Dict, right: &Dict) -> Res {
    let (few, many) = match left.len() > right.len() {
        true => (right, left),
        false => (left, right),
    };
    let rest = few.copy_value(thread)?;
    let result = Set::new_value(thread, Builtin::Set)?;
    let (Some(rest), Some(set)) = (rest.as_dict(), result.as_set()) else {
        return Ok(result);
    };
    let mut from = 0;
    while let Some(entry) = many.full_entry_from(thread, from) {
        poll(thread)?;
        let known = rest.get_hashed(thread, &entry.key, entry.hash)?;
        let same = match known {
            Some(known) => equal(thread, &known, &entry.value)?,
            None => false,
        };
        if same {
            drop(rest.remove(thread, &entry.key)?);
        } else {
            set.add(thread, Tuple::pair(thread, entry.key, entry.value)?)?;
        }
        from = entry.position + 1;
    }
    for (key, value) in rest.items(thread) {
        set.add(thread, Tuple::pair(thread, key, value)?)?;
    }
    Ok(result)
}

/// The dictionary whose items a view shows.
fn items_of(value: &Value) -> Option<&Dict> {
    let view = value.payload::<View>();
    view.filter(|view| view.kind == DictIterKind::Items)?
        .dict
        .as_dict()
}

/// `left ^ right`
pub fn symmetric_difference(thread: &Thread, left: &Value, right: &Value) -> Res {
    if let (Some(left), Some(right)) = (items_of(left), items_of(right)) {
        return items_symmetric_difference(thread, left, right);
    }
    let result = to_set(thread, left)?;
    symmetric_difference_update(thread, &result, right)?;
    Ok(result)
}

/// `left & right`
pub fn intersect(thread: &Thread, left: &Value, right: &Value) -> Res {
    let (mut view, mut other) = (left, right);
    let mut shown: &View = match as_set_view(left) {
        Some(shown) => shown,
        None => {
            std::mem::swap(&mut view, &mut other);
            payload(thread, view)?
        }
    };
    if other.is_exact(Builtin::Set) && shown.size() <= length(thread, other)? {
        return crate::types::set::intersection(thread, other, view);
    }
    if let Some(bigger) = as_set_view(other)
        && bigger.size() > shown.size()
    {
        std::mem::swap(&mut view, &mut other);
        shown = bigger;
    }
    let result = Set::new_value(thread, Builtin::Set)?;
    for_each(thread, other, &mut |item| {
        if shown.contains(thread, &item)?
            && let Some(set) = result.as_set()
        {
            set.add(thread, item)?;
        }
        Ok(true)
    })?;
    Ok(result)
}

/// `view.isdisjoint(other)`
pub fn isdisjoint(thread: &Thread, args: &[Value]) -> Res {
    let (mut left, mut right) = (&args[0], &args[1]);
    let view = payload(thread, left)?;
    if left.is(right) {
        return Ok(Value::from_bool(view.size() == 0));
    }
    // The shorter of the two is walked, where looking things up in the other one is sure to be cheap.
    if is_set_like(right) && length(thread, right)? > view.size() {
        std::mem::swap(&mut left, &mut right);
    }
    let mut disjoint = true;
    for_each(thread, right, &mut |item| {
        disjoint = !contains(thread, left, &item)?;
        Ok(disjoint)
    })?;
    Ok(Value::from_bool(disjoint))
}
