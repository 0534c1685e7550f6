//! Subscription of lists: `list[key]`, assignment and deletion, by index and by slice.

use super::value::payload;
use crate::object::list::drop_backward;
use crate::object::{Builtin, List, Res, Slice, Thread, Value};
use crate::runtime::protocol::sequence::{list_get, list_set, position};
use crate::runtime::protocol::{SliceBounds, collect, index_i64, iter};
use crate::runtime::raise;

/// A key as an index, None if it is a slice.
fn index_of_key(thread: &Thread, key: &Value) -> Res<Result<i64, SliceBounds>> {
    if key.as_int().is_some() || thread.class_of(key).index().is_some() {
        return index_i64(thread, key).map(Ok);
    }
    match key.payload::<Slice>() {
        Some(slice) => SliceBounds::read(thread, slice).map(Err),
        None => {
            let name = thread.class_of(key).name_text();
            Err(thread.type_error(format!(
                "list indices must be integers or slices, not {name}"
            )))
        }
    }
}

/// `list[key]`
pub fn get_item(thread: &Thread, list: &Value, key: &Value) -> Res {
    let items = payload(thread, list)?;
    let bounds = match index_of_key(thread, key)? {
        Ok(index) => return list_get(thread, items, index),
        Err(bounds) => bounds,
    };
    let range = bounds.fit(items.len());
    let copy = if range.step == 1 {
        items.copy_range(thread, range.start, range.start + range.count)?
    } else {
        items.copy_positions(thread, range.positions(), range.count)?
    };
    List::new_value(thread, copy)
}

/// `list[key] = value` and `del list[key]`
pub fn set_item(thread: &Thread, list: &Value, key: &Value, value: Option<&Value>) -> Res<()> {
    let items = payload(thread, list)?;
    let bounds = match index_of_key(thread, key)? {
        Ok(index) => {
            return match value {
                Some(value) => list_set(thread, items, index, value.clone()),
                None => delete_index(thread, items, index),
            };
        }
        Err(bounds) => bounds,
    };
    match value {
        Some(value) => assign_slice(thread, list, items, bounds, value),
        None => {
            let range = bounds.fit(items.len()).ascending();
            if range.step == 1 {
                let end = range.start + range.count;
                drop_backward(items.splice(thread, range.start, end, vec![])?);
            } else {
                drop(items.remove_positions(range.start, range.step as usize, range.count));
            }
            Ok(())
        }
    }
}

fn delete_index(thread: &Thread, items: &List, index: i64) -> Res<()> {
    match position(index, items.len()).and_then(|i| items.remove(i)) {
        Some(removed) => {
            drop(removed);
            Ok(())
        }
        None => Err(thread.error(Builtin::IndexError, "list assignment index out of range")),
    }
}

fn assign_slice(
    thread: &Thread,
    list: &Value,
    items: &List,
    bounds: SliceBounds,
    value: &Value,
) -> Res<()> {
    let mut values = if value.is(list) {
        items.to_vec(thread)?
    } else {
        assigned(thread, value)?
    };
    // Collecting the values may have changed the list.
    let range = bounds.fit(items.len());
    if range.step == 1 {
        let end = range.start + range.count;
        drop_backward(items.splice(thread, range.start, end, values)?);
        return Ok(());
    }
    if values.len() != range.count {
        return Err(thread.value_error(format!(
            "attempt to assign sequence of size {} to extended slice of size {}",
            values.len(),
            range.count
        )));
    }
    items.exchange_positions(range.positions(), &mut values);
    Ok(())
}

/// The items of what is assigned to a slice. That it cannot be iterated over is said in the words of slice assignment.
fn assigned(thread: &Thread, value: &Value) -> Res<Vec<Value>> {
    if value.is_exact(Builtin::List) || value.is_exact(Builtin::Tuple) {
        return collect(thread, value);
    }
    match iter(thread, value) {
        Ok(iterator) => collect(thread, &iterator),
        Err(raised) if raise::raised_is(thread, Builtin::TypeError) => {
            drop(thread.take_raised(raised));
            Err(thread.type_error("must assign iterable to extended slice"))
        }
        Err(raised) => Err(raised),
    }
}
