//! `_count_elements`: what `Counter` does with an iterable.

use crate::object::class::Class;
use crate::object::dict::hash_key;
use crate::object::{Builtin, Dict, Res, Thread, Value, names};
use crate::runtime::protocol::{self, BinaryOp, call_positional, get_attr_str};

/// `_count_elements(mapping, iterable)`: adds one to the count of each item.
pub fn count_elements(thread: &Thread, args: &[Value]) -> Res {
    let [mapping, iterable] = args else {
        return Err(thread.type_error("a mapping and an iterable were expected"));
    };
    match mapping.as_dict() {
        Some(dict) if is_plain(thread, thread.class_of(mapping))? => {
            protocol::for_each(thread, iterable, &mut |item| {
                count_one(thread, mapping, dict, item).map(|()| true)
            })?;
        }
        _ => count_by_methods(thread, mapping, iterable)?,
    }
    Ok(Value::NONE)
}

/// Whether a class of dictionaries reads and sets items as the built-in one does.
fn is_plain(thread: &Thread, class: &Class) -> Res<bool> {
    let dict = Builtin::Dict.get();
    if std::ptr::eq(class, dict) {
        return Ok(true);
    }
    let same = |name: &Value| {
        let own = thread.lookup_in_class(class, name);
        let built_in = thread.lookup_in_class(dict, name);
        own.zip(built_in)
            .is_some_and(|(own, built_in)| own.is(&built_in))
    };
    Ok(same(&thread.intern(b"get")?) && same(names::SETITEM.value()))
}

fn count_one(thread: &Thread, mapping: &Value, dict: &Dict, item: Value) -> Res<()> {
    let hash = hash_key(thread, &item)?;
    thread.before_write(mapping);
    let known = dict.get_hashed(thread, &item, hash)?;
    let more = match &known {
        Some(count) => add_one(thread, count)?,
        None => Value::from_i32(1),
    };
    thread.before_write(mapping);
    dict.replace(thread, item, hash, more).map(drop)
}

fn add_one(thread: &Thread, count: &Value) -> Res {
    match count.as_small_int() {
        Some(count) => thread.int(count + 1),
        None => protocol::binary(thread, BinaryOp::Add, count, &Value::from_i32(1)),
    }
}

fn count_by_methods(thread: &Thread, mapping: &Value, iterable: &Value) -> Res<()> {
    let iterator = protocol::iter(thread, iterable)?;
    let get = get_attr_str(thread, mapping, "get")?;
    protocol::for_each(thread, &iterator, &mut |item| {
        let known = call_positional(thread, &get, &[item.clone(), Value::from_i32(0)])?;
        let more = add_one(thread, &known)?;
        protocol::set_item(thread, mapping, &item, &more)?;
        Ok(true)
    })
}
