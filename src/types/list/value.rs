//! Making lists and making them longer: the constructor, `extend`, concatenation, repetition.

use crate::object::class::{CallArgs, SlotId};
use crate::object::list::{drop_backward, vec_for};
use crate::object::{Builtin, List, NativeDef, Res, Thread, Value};
use crate::runtime::protocol::iterate::{guess_length, is_of_table, is_script_driven, iter};
use crate::runtime::protocol::{collect, collect_of, for_each, index_size};
use crate::types::shared::{arguments, class_argument, make, no_keywords, signature};

const SIGNATURE: NativeDef = signature("list", "(iterable=(), /)");

/// The list that a slot or method was called on; both are called on lists alone.
#[inline(always)]
pub fn payload<'a>(thread: &Thread, value: &'a Value) -> Res<&'a List> {
    match value.as_list() {
        Some(list) => Ok(list),
        None => Err(thread.type_error("a list is required")),
    }
}

/// `list.__new__(class, …)`: an empty list, whatever the arguments.
pub fn construct(thread: &Thread, class: &Value, _: CallArgs<'_>) -> Res {
    let class = class_argument(thread, class)?;
    make(thread, class, Builtin::List, List::default())
}

/// `list.__init__(iterable)`
pub fn init(thread: &Thread, list: &Value, args: CallArgs<'_>) -> Res<()> {
    let given = args.values;
    no_keywords(
        thread,
        thread.class_of(list),
        Builtin::List,
        SlotId::New,
        args,
    )?;
    let args = arguments(
        thread,
        &SIGNATURE,
        CallArgs::positional_only(args.positional()),
    )?;
    let payload = payload(thread, list)?;
    if !payload.is_empty() {
        drop_backward(payload.take_all(thread));
    }
    match args[0].bound() {
        Some(iterable) if is_script_driven(iterable) && list.is_exact(Builtin::List) => {
            let items = collect_of(thread, given, iterable)?;
            thread.before_write(list);
            append_all(thread, payload, items)
        }
        Some(iterable) => extend(thread, list, iterable),
        None => Ok(()),
    }
}

/// `list.extend(iterable)`: what has been added stays if the iterable raises.
pub fn extend(thread: &Thread, list: &Value, iterable: &Value) -> Res<()> {
    let target = payload(thread, list)?;
    thread.before_write(list);
    thread.before_read(iterable);
    if let Some(source) = iterable.as_list()
        && (iterable.is_exact(Builtin::List) || iterable.is(list))
    {
        // A list may be extended by itself, so its items are copied first.
        let items = source.to_vec(thread)?;
        return append_all(thread, target, items);
    }
    if iterable.is_exact(Builtin::Tuple)
        && let Some(items) = iterable.as_tuple()
    {
        return target.extend_from_slice(thread, items);
    }
    if iterable.is_exact(Builtin::Dict)
        && let Some(dict) = iterable.as_dict()
    {
        return append_all(thread, target, dict.keys());
    }
    if is_of_table(iterable) {
        return append_all(thread, target, collect(thread, iterable)?);
    }
    if thread.class_of(iterable).is_static() {
        return for_each(thread, iterable, &mut |item| {
            target.push(thread, item)?;
            Ok(true)
        });
    }
    let iterator = iter(thread, iterable)?;
    guess_length(thread, iterable)?;
    for_each(thread, &iterator, &mut |item| {
        target.push(thread, item)?;
        Ok(true)
    })
}

fn append_all(thread: &Thread, target: &List, items: Vec<Value>) -> Res<()> {
    let end = target.len();
    target.splice(thread, end, end, items).map(drop)
}

/// `left + right`
pub fn concat(thread: &Thread, left: &Value, right: &Value) -> Res {
    let (a, Some(b)) = (payload(thread, left)?, right.as_list()) else {
        let name = thread.class_of(right).name_text();
        return Err(thread.type_error(format!(
            "can only concatenate list (not \"{name}\") to list"
        )));
    };
    let mut items = vec_for(thread, a.len().saturating_add(b.len()))?;
    a.append_to(&mut items);
    b.append_to(&mut items);
    List::new_value(thread, items)
}

/// `list += iterable`
pub fn in_place_concat(thread: &Thread, list: &Value, iterable: &Value) -> Res {
    extend(thread, list, iterable)?;
    Ok(list.clone())
}

/// `list * n`
pub fn repeat(thread: &Thread, list: &Value, n: &Value) -> Res {
    let n = index_size(thread, n)?.max(0) as usize;
    let items = payload(thread, list)?;
    let Some(total) = items.len().checked_mul(n) else {
        return Err(thread.memory_error());
    };
    let mut copy = vec_for(thread, total)?;
    if total > 0 {
        items.append_to(&mut copy);
        crate::object::list::repeat_items(&mut copy, total);
    }
    List::new_value(thread, copy)
}

/// `list *= n`
pub fn in_place_repeat(thread: &Thread, list: &Value, n: &Value) -> Res {
    let n = index_size(thread, n)?.max(0) as usize;
    let items = payload(thread, list)?;
    if n == 0 {
        drop_backward(items.take_all(thread));
    } else {
        items.repeat(thread, n)?;
    }
    Ok(list.clone())
}
