//! Walking sets and dictionaries whose elements come with their hashes, while callbacks may change them.

use crate::object::dict::hash_key;
use crate::object::{Dict, Res, Set, Thread, Value};
use crate::runtime::safepoint::Steps;

/// Gives each element of a set with its hash to `f`, as the set is at each step.
pub fn walk(thread: &Thread, set: &Set, f: &mut dyn FnMut(Value, i64) -> Res<bool>) -> Res<()> {
    let steps = Steps::begin(thread);
    let mut from = 0;
    while let Some((position, key, hash)) = set.entry_from(from) {
        if !f(key, hash)? {
            return Ok(());
        }
        steps.poll()?;
        from = position + 1;
    }
    Ok(())
}

/// Gives each key of a dictionary with its hash to `f`, as the dictionary is at each step.
pub fn walk_dict(
    thread: &Thread,
    dict: &Dict,
    f: &mut dyn FnMut(Value, i64) -> Res<()>,
) -> Res<()> {
    let steps = Steps::begin(thread);
    let mut from = 0;
    while let Some((position, key, hash)) = dict.key_from(from) {
        f(key, hash)?;
        steps.poll()?;
        from = position + 1;
    }
    Ok(())
}

/// Whether the item, hashed now, is in the set.
pub fn contains_item(thread: &Thread, set: &Set, item: &Value) -> Res<(bool, i64)> {
    let hash = hash_key(thread, item)?;
    Ok((set.contains_hashed(thread, item, hash)?, hash))
}
