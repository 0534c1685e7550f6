//! Making dictionaries, subscription and comparison.

use crate::object::class::{CallArgs, Compare};
use crate::object::{Builtin, Dict, NativeDef, Res, Thread, Value, names};
use crate::runtime::protocol::call::call_special;
use crate::runtime::protocol::{call_positional, equal, for_each, set_item};
use crate::runtime::raise;
use crate::runtime::safepoint::Steps;
use crate::types::shared::{arguments, class_argument, make, signature};

const SIGNATURE: NativeDef = signature("dict", "(iterable=(), /, **kwargs)");

/// The dictionary that a slot or method was called on; both are called on dictionaries alone.
#[inline(always)]
pub fn payload<'a>(thread: &Thread, value: &'a Value) -> Res<&'a Dict> {
    match value.as_dict() {
        Some(dict) => Ok(dict),
        None => Err(thread.type_error("a dict is required")),
    }
}

/// `dict.__new__(class, …)`: an empty dictionary, whatever the arguments.
pub fn construct(thread: &Thread, class: &Value, _: CallArgs<'_>) -> Res {
    let class = class_argument(thread, class)?;
    make(thread, class, Builtin::Dict, Dict::default())
}

/// `dict.__init__(mapping_or_iterable, **keywords)`
pub fn init(thread: &Thread, dict: &Value, args: CallArgs<'_>) -> Res<()> {
    let positional = CallArgs::positional_only(args.positional());
    let bound = arguments(thread, &SIGNATURE, positional)?;
    if let Some(source) = bound[0].bound() {
        super::update(thread, dict, source)?;
    }
    set_keywords(thread, payload(thread, dict)?, args)
}

/// Sets a key for each keyword argument.
pub fn set_keywords(thread: &Thread, dict: &Dict, args: CallArgs<'_>) -> Res<()> {
    for (name, value) in args.keywords() {
        dict.set(thread, name.clone(), value.clone())?;
    }
    Ok(())
}

/// `dict[key]`, by `__missing__` of a subclass if the key is not there.
pub fn get_item(thread: &Thread, dict: &Value, key: &Value) -> Res {
    if let Some(value) = payload(thread, dict)?.get(thread, key)? {
        return Ok(value);
    }
    if !dict.is_exact(Builtin::Dict)
        && let Some(value) = call_special(
            thread,
            dict,
            names::MISSING.value(),
            std::slice::from_ref(key),
        )?
    {
        return Ok(value);
    }
    Err(raise::key_error(thread, key))
}

/// `dict[key] = value` and `del dict[key]`
pub fn set_or_delete(thread: &Thread, dict: &Value, key: &Value, value: Option<&Value>) -> Res<()> {
    let dict = payload(thread, dict)?;
    match value {
        Some(value) => dict.set(thread, key.clone(), value.clone()),
        None => match dict.remove(thread, key)? {
            Some(removed) => {
                drop(removed);
                Ok(())
            }
            None => Err(raise::key_error(thread, key)),
        },
    }
}

/// `key in dict`
pub fn contains(thread: &Thread, dict: &Value, key: &Value) -> Res<bool> {
    payload(thread, dict)?.contains(thread, key)
}

/// `left == right`, `left != right`; there is no order.
pub fn rich_compare(thread: &Thread, left: &Value, right: &Value, op: Compare) -> Res {
    let (Some(a), Some(b)) = (left.as_dict(), right.as_dict()) else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    match op {
        Compare::Eq => Ok(Value::from_bool(same_entries(thread, a, b)?)),
        Compare::Ne => Ok(Value::from_bool(!same_entries(thread, a, b)?)),
        _ => Ok(Value::NOT_IMPLEMENTED),
    }
}

fn same_entries(thread: &Thread, a: &Dict, b: &Dict) -> Res<bool> {
    if a.len() != b.len() {
        return Ok(false);
    }
    let steps = Steps::begin(thread);
    let mut from = 0;
    while let Some(entry) = a.full_entry_from(thread, from) {
        let Some(other) = b.get_hashed(thread, &entry.key, entry.hash)? else {
            return Ok(false);
        };
        if !equal(thread, &entry.value, &other)? {
            return Ok(false);
        }
        steps.poll()?;
        from = entry.position + 1;
    }
    Ok(true)
}

/// `dict.fromkeys(iterable, value)`
pub fn fromkeys(thread: &Thread, args: &[Value]) -> Res {
    let made = call_positional(thread, &args[0], &[])?;
    let value = args[2].bound().cloned().unwrap_or(Value::NONE);
    if made.is_exact(Builtin::Dict)
        && let Some(dict) = made.as_dict()
    {
        if let Some(source) = args[1].as_set()
            && (args[1].is_exact(Builtin::Set) || args[1].is_exact(Builtin::FrozenSet))
        {
            let mut from = 0;
            while let Some((position, key, hash)) = source.entry_from(from) {
                drop(dict.replace(thread, key, hash, value.clone())?);
                from = position + 1;
            }
            return Ok(made);
        }
        for_each(thread, &args[1], &mut |key| {
            dict.set(thread, key, value.clone())?;
            Ok(true)
        })?;
        return Ok(made);
    }
    for_each(thread, &args[1], &mut |key| {
        set_item(thread, &made, &key, &value)?;
        Ok(true)
    })?;
    Ok(made)
}
