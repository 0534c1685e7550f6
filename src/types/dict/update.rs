//! Taking entries over from another mapping, or from an iterable of pairs.

use super::value::payload;
use crate::object::class::SlotId;
use crate::object::{Builtin, Dict, List, Raised, Res, Thread, Value, names};
use crate::runtime::protocol::iterate::is_iterable;
use crate::runtime::protocol::{call_positional, collect, for_each, get_attr_opt, get_item, iter};
use crate::runtime::raise;
use crate::runtime::safepoint::Steps;

/// `dict.update(source)`: from a dictionary, from anything with `keys()`, or from an iterable of pairs.
///
/// # Errors
/// What hashing, comparing and iterating raise; entries taken over before stay.
pub fn update(thread: &Thread, target: &Value, source: &Value) -> Res<()> {
    if update_from_mapping(thread, target, source)? {
        return Ok(());
    }
    update_by_pairs(thread, payload(thread, target)?, source)
}

/// Takes entries over from a dictionary or anything with `keys()`; false if it is neither.
///
/// # Errors
/// As `update`.
pub fn update_from_mapping(thread: &Thread, target: &Value, source: &Value) -> Res<bool> {
    let dict = payload(thread, target)?;
    thread.before_write(target);
    thread.before_read(source);
    if let Some(other) = source.as_dict()
        && iterates_plainly(thread, source)
    {
        merge(thread, dict, other)?;
        return Ok(true);
    }
    match get_attr_opt(thread, source, names::KEYS.value())? {
        Some(keys) => update_by_keys(thread, dict, source, &keys).map(|()| true),
        None => Ok(false),
    }
}

/// Whether a dictionary is iterated over as built-in ones are; else its `keys()` decides what it gives to others.
pub fn iterates_plainly(thread: &Thread, dict: &Value) -> bool {
    let class = thread.class_of(dict);
    dict.is_exact(Builtin::OrderedDict) || class.same_slot(SlotId::Iter, Builtin::Dict.get())
}

/// `dict.copy()`: a new dictionary, of the built-in class.
pub fn copy(thread: &Thread, value: &Value) -> Res {
    let dict = payload(thread, value)?;
    if dict.is_empty() || iterates_plainly(thread, value) {
        return dict.copy_value(thread);
    }
    let made = Dict::new_value(thread)?;
    update(thread, &made, value)?;
    Ok(made)
}

fn merge(thread: &Thread, dict: &Dict, other: &Dict) -> Res<()> {
    if std::ptr::eq(dict, other) || other.is_empty() {
        return Ok(());
    }
    if dict.copy_from(thread, other)? {
        return Ok(());
    }
    dict.reserve_for(thread, other.len())?;
    let steps = Steps::begin(thread);
    let len = other.len();
    let mut from = 0;
    while let Some(entry) = other.full_entry_from(thread, from) {
        drop(dict.replace(thread, entry.key, entry.hash, entry.value)?);
        if other.len() != len {
            return Err(thread.error(Builtin::RuntimeError, "dict mutated during update"));
        }
        steps.poll()?;
        from = entry.position + 1;
    }
    Ok(())
}

fn update_by_keys(thread: &Thread, dict: &Dict, source: &Value, method: &Value) -> Res<()> {
    let keys = call_positional(thread, method, &[])?;
    let keys = if keys.is_exact(Builtin::List) {
        keys
    } else {
        if !is_iterable(thread, &keys) {
            return Err(thread.type_error(format!(
                "{}.keys() returned a non-iterable (type {})",
                thread.class_of(source).name_text(),
                thread.class_of(&keys).name_text()
            )));
        }
        List::new_value(thread, collect(thread, &keys)?)?
    };
    for_each(thread, &keys, &mut |key| {
        let value = get_item(thread, source, &key)?;
        dict.set(thread, key, value)?;
        Ok(true)
    })
}

fn update_by_pairs(thread: &Thread, dict: &Dict, source: &Value) -> Res<()> {
    let iterator = iter(thread, source)?;
    let mut position = 0usize;
    for_each(thread, &iterator, &mut |pair| {
        let (key, value) = split_pair(thread, &pair, position)?;
        dict.set(thread, key, value)?;
        position += 1;
        Ok(true)
    })
}

fn split_pair(thread: &Thread, pair: &Value, position: usize) -> Res<(Value, Value)> {
    if let Some([key, value]) = pair.as_tuple()
        && pair.is_exact(Builtin::Tuple)
    {
        return Ok((key.clone(), value.clone()));
    }
    let items = match collect(thread, pair) {
        Ok(items) => items,
        Err(raised) => return Err(not_a_pair(thread, position, raised)),
    };
    match &items[..] {
        [key, value] => Ok((key.clone(), value.clone())),
        _ => Err(thread.value_error(format!(
            "dictionary update sequence element #{position} has length {}; 2 is required",
            items.len()
        ))),
    }
}

fn not_a_pair(thread: &Thread, position: usize, raised: Raised) -> Raised {
    if !raise::raised_is(thread, Builtin::TypeError) {
        return raised;
    }
    drop(thread.take_raised(raised));
    thread.type_error(format!(
        "cannot convert dictionary update sequence element #{position} to a sequence"
    ))
}

/// `left | right`: a new dictionary, of the built-in class.
pub fn union(thread: &Thread, left: &Value, right: &Value) -> Res {
    if left.as_dict().is_none() || right.as_dict().is_none() {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let made = copy(thread, left)?;
    update(thread, &made, right)?;
    Ok(made)
}

/// `dict |= source`
pub fn in_place_union(thread: &Thread, dict: &Value, source: &Value) -> Res {
    update(thread, dict, source)?;
    Ok(dict.clone())
}
