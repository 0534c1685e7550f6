//! Taking entries over from mappings and iterables of pairs, by `self[key] = value`.

use crate::object::{Builtin, Res, Thread, Value, names};
use crate::runtime::protocol::{
    call_positional, for_each, get_attr_opt, get_item, iter, next, set_item,
};

/// `update(source, /, **keywords)` and `__init__`, after their arguments were counted.
///
/// # Errors
/// What iterating and setting raise; entries taken over before stay.
pub(super) fn update(
    thread: &Thread,
    target: &Value,
    source: Option<&Value>,
    keywords: &[(Value, Value)],
) -> Res<()> {
    if let Some(source) = source {
        update_from(thread, target, source)?;
    }
    for (name, value) in keywords {
        set_item(thread, target, name, value)?;
    }
    Ok(())
}

/// Takes the entries of a dictionary, of anything with `keys()` or `items()`, or the pairs of an iterable.
///
/// # Errors
/// As `update`.
pub(super) fn update_from(thread: &Thread, target: &Value, source: &Value) -> Res<()> {
    if source.is_exact(Builtin::Dict)
        && let Some(dict) = source.as_dict()
    {
        for (key, value) in dict.items(thread) {
            set_item(thread, target, &key, &value)?;
        }
        return Ok(());
    }
    if let Some(keys) = get_attr_opt(thread, source, names::KEYS.value())? {
        let keys = call_positional(thread, &keys, &[])?;
        return for_each(thread, &keys, &mut |key| {
            let value = get_item(thread, source, &key)?;
            set_item(thread, target, &key, &value)?;
            Ok(true)
        });
    }
    let items = thread.intern(b"items")?;
    match get_attr_opt(thread, source, &items)? {
        Some(items) => add_pairs(thread, target, &call_positional(thread, &items, &[])?),
        None => add_pairs(thread, target, source),
    }
}

fn add_pairs(thread: &Thread, target: &Value, pairs: &Value) -> Res<()> {
    for_each(thread, pairs, &mut |pair| {
        let (key, value) = split(thread, &pair)?;
        set_item(thread, target, &key, &value)?;
        Ok(true)
    })
}

fn split(thread: &Thread, pair: &Value) -> Res<(Value, Value)> {
    let parts = iter(thread, pair)?;
    let Some(key) = next(thread, &parts)? else {
        return Err(thread.value_error("need more than 0 values to unpack"));
    };
    let Some(value) = next(thread, &parts)? else {
        return Err(thread.value_error("need more than 1 value to unpack"));
    };
    match next(thread, &parts)? {
        None => Ok((key, value)),
        Some(_) => Err(thread.value_error("too many values to unpack (expected 2)")),
    }
}

/// `left | right` and `left |= right` make and fill; this is the first of them.
///
/// # Errors
/// As `update`.
pub(super) fn union(thread: &Thread, left: &Value, right: &Value) -> Res {
    if left.as_dict().is_none() || right.as_dict().is_none() {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let ordered = Builtin::OrderedDict.class();
    let class = [left, right]
        .into_iter()
        .map(|operand| thread.class_of(operand))
        .find(|class| class.is_subclass_of(ordered));
    let Some(class) = class else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    let made = call_positional(thread, &class.object(), std::slice::from_ref(left))?;
    update_from(thread, &made, right)?;
    Ok(made)
}

/// `left |= right`
///
/// # Errors
/// As `update`.
pub(super) fn in_place_union(thread: &Thread, left: &Value, right: &Value) -> Res {
    update_from(thread, left, right)?;
    Ok(left.clone())
}
