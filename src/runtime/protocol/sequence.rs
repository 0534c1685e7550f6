//! Subscription and membership. Exact lists, tuples and dictionaries with the usual keys are served here, without going through slots.

use super::attribute::get_attr_opt;
use super::call::call_positional;
use super::compare::equal;
use super::convert::index_i64;
use super::iterate::{drain, iter};
use super::slice::slice_index;
use crate::object::class::CallArgs;
use crate::object::layout::index_of_shape;
use crate::object::{Builtin, Dict, List, Raised, Res, Slice, Thread, Tuple, Value, names};
use crate::runtime::raise;

/// The position that index `i` stands for, counted from the end if negative.
#[inline(always)]
pub fn position(i: i64, len: usize) -> Option<usize> {
    let i = if i < 0 { i.wrapping_add(len as i64) } else { i };
    // A negative rest becomes too large.
    ((i as u64) < len as u64).then_some(i as usize)
}

/// `list[i]`
///
/// # Errors
/// IndexError
#[inline(always)]
pub fn list_get(thread: &Thread, list: &List, i: i64) -> Res {
    match position(i, list.len()).and_then(|i| list.get(i)) {
        Some(item) => Ok(item),
        None => Err(thread.error(Builtin::IndexError, "list index out of range")),
    }
}

/// `list[i] = value`
///
/// # Errors
/// IndexError
#[inline(always)]
pub fn list_set(thread: &Thread, list: &List, i: i64, value: Value) -> Res<()> {
    if let Some(i) = position(i, list.len())
        && let Ok(old) = list.set(i, value)
    {
        drop(old);
        return Ok(());
    }
    Err(thread.error(Builtin::IndexError, "list assignment index out of range"))
}

/// `tuple[i]`
///
/// # Errors
/// IndexError
#[inline(always)]
pub fn tuple_get(thread: &Thread, items: &[Value], i: i64) -> Res {
    match position(i, items.len()) {
        Some(i) => Ok(items[i].clone()),
        None => Err(thread.error(Builtin::IndexError, "tuple index out of range")),
    }
}

/// `dict[key]` of an exact dict.
///
/// # Errors
/// KeyError, and what hashing and comparing keys raises.
#[inline(always)]
pub fn dict_get(thread: &Thread, dict: &Dict, key: &Value) -> Res {
    match dict.get(thread, key)? {
        Some(value) => Ok(value),
        None => Err(raise::key_error(thread, key)),
    }
}

const LIST: usize = Builtin::List as usize;
const TUPLE: usize = Builtin::Tuple as usize;
const DICT: usize = Builtin::Dict as usize;
const STR: usize = Builtin::Str as usize;

/// `object[key]`
///
/// # Errors
/// TypeError if it cannot be subscripted, and what `__getitem__` raises.
#[inline]
pub fn get_item(thread: &Thread, object: &Value, key: &Value) -> Res {
    thread.before_read(object);
    if let Some(header) = object.header() {
        match index_of_shape(header.shape()) {
            LIST if let (Some(i), Some(list)) = (key.as_small_int(), object.as_list()) => {
                return list_get(thread, list, i);
            }
            TUPLE if let (Some(i), Some(items)) = (key.as_small_int(), object.as_tuple()) => {
                return tuple_get(thread, items, i);
            }
            DICT if let Some(dict) = object.as_dict() => return dict_get(thread, dict, key),
            STR if let (Some(i), Some(text)) = (key.as_small_int(), object.as_str_object())
                && let Some(i) = position(i, text.len()) =>
            {
                return text.char_at(thread, i);
            }
            _ => {}
        }
    }
    get_item_by_class(thread, object, key)
}

#[inline(never)]
fn get_item_by_class(thread: &Thread, object: &Value, key: &Value) -> Res {
    let class = thread.class_of(object);
    if let Some(f) = class.get_item() {
        return f(thread, object, key);
    }
    let Some(subscripted) = object.as_class() else {
        return Err(unsupported(thread, object, "is not subscriptable"));
    };
    if subscripted.is_exact(Builtin::Type) {
        return generic_alias(thread, object, key);
    }
    match get_attr_opt(thread, object, names::CLASS_GETITEM.value())? {
        Some(method) if !method.is_none() => {
            call_positional(thread, &method, std::slice::from_ref(key))
        }
        _ => Err(thread.type_error(format!(
            "type '{}' is not subscriptable",
            subscripted.name_text()
        ))),
    }
}

/// `list[int]` and the like: `types.GenericAlias(origin, arguments)`.
///
/// # Errors
/// What the class raises.
pub fn generic_alias(thread: &Thread, origin: &Value, arguments: &Value) -> Res {
    let class = Builtin::GenericAlias.class();
    let args = [origin.clone(), arguments.clone()];
    match Builtin::GenericAlias.get().construct() {
        Some(f) => f(thread, class, CallArgs::positional_only(&args)),
        None => call_positional(thread, class, &args),
    }
}

#[cold]
fn unsupported(thread: &Thread, object: &Value, what: &str) -> Raised {
    let name = thread.class_of(object).name_text();
    thread.type_error(format!("'{name}' object {what}"))
}

/// `object[key] = value`
///
/// # Errors
/// TypeError if items cannot be assigned, and what `__setitem__` raises.
#[inline]
pub fn set_item(thread: &Thread, object: &Value, key: &Value, value: &Value) -> Res<()> {
    thread.before_write(object);
    if let Some(header) = object.header() {
        match index_of_shape(header.shape()) {
            LIST if let (Some(i), Some(list)) = (key.as_small_int(), object.as_list()) => {
                return list_set(thread, list, i, value.clone());
            }
            DICT if let Some(dict) = object.as_dict() => {
                return dict.set(thread, key.clone(), value.clone());
            }
            _ => {}
        }
    }
    match thread.class_of(object).set_item() {
        Some(f) => f(thread, object, key, Some(value)),
        None => Err(unsupported(
            thread,
            object,
            "does not support item assignment",
        )),
    }
}

/// `del object[key]`
///
/// # Errors
/// TypeError if items cannot be deleted, and what `__delitem__` raises.
pub fn delete_item(thread: &Thread, object: &Value, key: &Value) -> Res<()> {
    thread.before_write(object);
    let class = thread.class_of(object);
    if let Some(f) = class.set_item() {
        return f(thread, object, key, None);
    }
    // What CPython takes for a sequence says it in other words when it is asked with an index.
    let sequence = !class.is_static() || class.get_item().is_some() || class.contains().is_some();
    if sequence && (key.as_int().is_some() || thread.class_of(key).index().is_some()) {
        index_i64(thread, key)?;
        return Err(unsupported(thread, object, "doesn't support item deletion"));
    }
    Err(unsupported(
        thread,
        object,
        "does not support item deletion",
    ))
}

/// `item in object`
///
/// # Errors
/// TypeError if it has no members, and what `__contains__`, iteration and comparison raise.
pub fn contains(thread: &Thread, object: &Value, item: &Value) -> Res<bool> {
    thread.before_read(object);
    if let Some(f) = thread.class_of(object).contains() {
        return f(thread, object, item);
    }
    contains_by_iteration(thread, object, item)
}

/// `item in object` by comparing with what iteration gives, for classes without `__contains__`.
///
/// # Errors
/// As `contains`.
pub fn contains_by_iteration(thread: &Thread, object: &Value, item: &Value) -> Res<bool> {
    let iterator = iter(thread, object).map_err(|raised| {
        if !raise::raised_is(thread, Builtin::TypeError) {
            return raised;
        }
        drop(thread.take_raised(raised));
        let name = thread.class_of(object).name_text();
        thread.type_error(format!("argument of type '{name}' is not iterable"))
    })?;
    let mut found = false;
    drain(thread, &iterator, &mut |candidate| {
        found = equal(thread, &candidate, item)?;
        Ok(!found)
    })?;
    Ok(found)
}

/// The range of positions of `object[start:stop]` for a sequence of `len` items, None unless both bounds are small ints or None.
#[inline(always)]
fn plain_bounds(start: &Value, stop: &Value, len: usize) -> Option<(usize, usize)> {
    let fit = |bound: &Value, absent: usize| match bound.as_small_int() {
        Some(i) if i < 0 => Some((i + len as i64).max(0) as usize),
        Some(i) => Some((i as usize).min(len)),
        None if bound.is_none() => Some(absent),
        None => None,
    };
    let (start, stop) = (fit(start, 0)?, fit(stop, len)?);
    Some((start, stop.max(start)))
}

/// `object[start:stop]`, without a slice object where nobody could see one.
///
/// # Errors
/// As `get_item`.
pub fn slice_get(thread: &Thread, object: &Value, start: &Value, stop: &Value) -> Res {
    thread.before_read(object);
    if object.is_exact(Builtin::List)
        && let Some(list) = object.as_list()
        && let Some((start, stop)) = plain_bounds(start, stop, list.len())
    {
        return List::new_value(thread, list.copy_range(thread, start, stop)?);
    }
    if object.is_exact(Builtin::Tuple)
        && let Some(items) = object.as_tuple()
        && let Some((start, stop)) = plain_bounds(start, stop, items.len())
    {
        if start == 0 && stop == items.len() {
            return Ok(object.clone());
        }
        return Tuple::from_slice(thread, &items[start..stop]);
    }
    if object.is_exact(Builtin::Str)
        && let Some(text) = object.as_str_object()
        && let Some((start, stop)) = plain_bounds(start, stop, text.len())
    {
        if start == 0 && stop == text.len() {
            return Ok(object.clone());
        }
        return text.part(thread, text.byte_offset(start), text.byte_offset(stop));
    }
    let slice = Slice::new_value(thread, start.clone(), stop.clone(), Value::NONE)?;
    get_item(thread, object, &slice)
}

/// `object[start:stop] = value`, or `del object[start:stop]` when there is no value.
///
/// # Errors
/// As `set_item` and `delete_item`.
pub fn slice_set(
    thread: &Thread,
    object: &Value,
    start: &Value,
    stop: &Value,
    value: Option<&Value>,
) -> Res<()> {
    let slice = Slice::new_value(thread, start.clone(), stop.clone(), Value::NONE)?;
    match value {
        Some(value) => set_item(thread, object, &slice, value),
        None => delete_item(thread, object, &slice),
    }
}

/// The start and stop arguments of `index(value, start, stop)`, unbound where not given: negative ones count from the end `len()`, and what is
/// still negative becomes 0.
///
/// # Errors
/// TypeError if one is no index, and what `__index__` raises.
pub fn index_bounds(
    thread: &Thread,
    start: &Value,
    stop: &Value,
    len: impl FnOnce() -> usize,
) -> Res<(usize, usize)> {
    let read = |bound: &Value| {
        if bound.is_unbound()
            || bound.as_int().is_some()
            || thread.class_of(bound).index().is_some()
        {
            return slice_index(thread, bound);
        }
        Err(thread.type_error("slice indices must be integers or have an __index__ method"))
    };
    let start = read(start)?.unwrap_or(0);
    let stop = read(stop)?.unwrap_or(i64::MAX);
    let len = len() as i64;
    let fit = |bound: i64| match bound < 0 {
        true => bound.saturating_add(len).max(0) as usize,
        false => bound as usize,
    };
    Ok((fit(start), fit(stop)))
}
