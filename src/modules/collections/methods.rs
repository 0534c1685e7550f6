//! The class `collections.deque`.

use super::iterator;
use super::value::{Deque, End, deque, has_room};
use crate::object::class::{CallArgs, Compare, SlotDef, class_flag};
use crate::object::layout::id_of;
use crate::object::{Beside, Builtin, List, NativeDef, Raised, Res, Str, Thread, Tuple, Value};
use crate::runtime::classes::{ClassDef, GetSetDef};
use crate::runtime::protocol::{self, compare, equal};
use crate::runtime::raise;
use crate::runtime::repr_guard::ReprGuard;
use crate::runtime::safepoint::Steps;
use crate::types::shared::{
    CLASS_GETITEM, ReprText, arguments, class_argument, signature, state_of,
};
use std::sync::atomic::Ordering::Relaxed;

fn construct(thread: &Thread, class: &Value, _: CallArgs<'_>) -> Res {
    thread.alloc_instance(class_argument(thread, class)?, Deque::new(-1))
}

static ARGUMENTS: NativeDef = signature("deque", "(iterable=(), maxlen=None)");

fn initialise(thread: &Thread, value: &Value, args: CallArgs<'_>) -> Res<()> {
    let bound = arguments(thread, &ARGUMENTS, args)?;
    let this = deque(thread, value)?;
    let limit = match bound[1].bound() {
        Some(limit) if !limit.is_none() => {
            if limit.as_int().is_none() && limit.as_bool().is_none() {
                return Err(thread.type_error("an integer is required"));
            }
            let limit = protocol::convert::index_ssize(thread, limit)?;
            if limit < 0 {
                return Err(thread.value_error("maxlen must be non-negative"));
            }
            limit
        }
        _ => -1,
    };
    this.limit.store(limit, Relaxed);
    drop(this.take_all());
    match bound[0].bound() {
        Some(iterable) => this.extend(thread, iterable, End::Right),
        None => Ok(()),
    }
}

fn append(thread: &Thread, args: &[Value]) -> Res {
    deque(thread, &args[0])?.push(thread, args[1].clone(), End::Right)?;
    Ok(Value::NONE)
}

fn appendleft(thread: &Thread, args: &[Value]) -> Res {
    deque(thread, &args[0])?.push(thread, args[1].clone(), End::Left)?;
    Ok(Value::NONE)
}

fn pop(thread: &Thread, args: &[Value]) -> Res {
    deque(thread, &args[0])?.pop(thread, End::Right)
}

fn popleft(thread: &Thread, args: &[Value]) -> Res {
    deque(thread, &args[0])?.pop(thread, End::Left)
}

fn clear(thread: &Thread, args: &[Value]) -> Res {
    drop(deque(thread, &args[0])?.take_all());
    Ok(Value::NONE)
}

fn extend_by(thread: &Thread, value: &Value, iterable: &Value, end: End) -> Res<()> {
    let this = deque(thread, value)?;
    if iterable.is(value) {
        let items = List::new_value(thread, this.to_vec(thread)?)?;
        return this.extend(thread, &items, end);
    }
    this.extend(thread, iterable, end)
}

fn extend(thread: &Thread, args: &[Value]) -> Res {
    extend_by(thread, &args[0], &args[1], End::Right)?;
    Ok(Value::NONE)
}

fn extendleft(thread: &Thread, args: &[Value]) -> Res {
    extend_by(thread, &args[0], &args[1], End::Left)?;
    Ok(Value::NONE)
}

/// A deque of the same class, with the same limit and items.
fn copy_of(thread: &Thread, value: &Value) -> Res {
    let this = deque(thread, value)?;
    let class = thread.class_of(value).object();
    let mut args = vec![value.clone()];
    if let Some(limit) = this.limit() {
        args.push(thread.int_from_usize(limit)?);
    }
    protocol::call_positional(thread, &class, &args)
}

fn copy(thread: &Thread, args: &[Value]) -> Res {
    copy_of(thread, &args[0])
}

fn mutated(thread: &Thread) -> Raised {
    thread.error(Builtin::RuntimeError, "deque mutated during iteration")
}

/// The first position in `from..to` of an item that equals `wanted`. It is an error if items come or go meanwhile, unless the comparison that
/// made them do so was the last one needed and `lenient` allows it.
fn find(
    thread: &Thread,
    this: &Deque,
    wanted: &Value,
    (from, to): (usize, usize),
    lenient: bool,
) -> Res<Option<usize>> {
    let steps = Steps::begin(thread);
    let version = this.version();
    for i in from..to {
        let Some(item) = this.get(i) else {
            break;
        };
        let found = item.is(wanted) || equal(thread, &item, wanted)?;
        if this.version() != version && !(found && lenient) {
            return Err(mutated(thread));
        }
        if found {
            return Ok(Some(i));
        }
        steps.poll()?;
    }
    Ok(None)
}

/// A deque that is searched: all of it at one moment, though script code may compare.
fn deque_alone<'v>(thread: &Thread, value: &'v Value) -> Res<&'v Deque> {
    thread.go_alone();
    deque(thread, value)
}

fn contains(thread: &Thread, value: &Value, item: &Value) -> Res<bool> {
    let this = deque_alone(thread, value)?;
    Ok(find(thread, this, item, (0, this.len()), true)?.is_some())
}

fn count(thread: &Thread, args: &[Value]) -> Res {
    let this = deque_alone(thread, &args[0])?;
    let _all = Steps::begin(thread);
    let (mut from, mut count) = (0, 0);
    let end = this.len();
    while let Some(i) = find(thread, this, &args[1], (from, end), false)? {
        count += 1;
        from = i + 1;
    }
    thread.int_from_usize(count)
}

fn index(thread: &Thread, args: &[Value]) -> Res {
    let this = deque_alone(thread, &args[0])?;
    let place = |value: &Value, default: usize| -> Res<usize> {
        let Some(value) = value.bound() else {
            return Ok(default);
        };
        if thread.class_of(value).index().is_none() {
            let message = "slice indices must be integers or have an __index__ method";
            return Err(thread.type_error(message));
        }
        let i = protocol::index_saturating(thread, value)?;
        let len = this.len() as i64;
        Ok((if i < 0 { i.saturating_add(len) } else { i }).clamp(0, len) as usize)
    };
    let range = (place(&args[2], 0)?, place(&args[3], this.len())?);
    match find(thread, this, &args[1], range, true)? {
        Some(i) => thread.int_from_usize(i),
        None => Err(absent(thread, &args[1])),
    }
}

/// ValueError for an item that is not there.
fn absent(thread: &Thread, item: &Value) -> Raised {
    match protocol::repr(thread, item) {
        Ok(text) => {
            let text = text.as_str_object().map(|text| text.to_text().into_owned());
            let text = text.unwrap_or_default();
            thread.value_error(format!("{text} is not in deque"))
        }
        Err(raised) => raised,
    }
}

fn remove(thread: &Thread, args: &[Value]) -> Res {
    let this = deque_alone(thread, &args[0])?;
    let version = this.version();
    let found = find(thread, this, &args[1], (0, this.len()), false);
    if this.version() != version && raise::raised_is(thread, Builtin::RuntimeError) {
        if let Err(raised) = found {
            drop(thread.take_raised(raised));
        }
        return Err(thread.error(Builtin::IndexError, "deque mutated during iteration"));
    }
    match found? {
        Some(i) => {
            let old = this.items.lock().remove(i);
            this.changed();
            drop(old);
            Ok(Value::NONE)
        }
        None => Err(absent(thread, &args[1])),
    }
}

fn insert(thread: &Thread, args: &[Value]) -> Res {
    let this = deque(thread, &args[0])?;
    let i = protocol::convert::index_ssize(thread, &args[1])?;
    let limit = this.limit();
    let mut items = this.items.lock();
    if limit.is_some_and(|limit| items.len() >= limit) {
        drop(items);
        return Err(thread.error(Builtin::IndexError, "deque already at its maximum size"));
    }
    if !has_room(thread, &mut items, 1) {
        drop(items);
        return Err(thread.memory_error());
    }
    let len = items.len() as i64;
    let place = (if i < 0 { i.saturating_add(len) } else { i }).clamp(0, len);
    items.insert(place as usize, args[2].clone());
    drop(items);
    this.changed();
    Ok(Value::NONE)
}

fn reverse(thread: &Thread, args: &[Value]) -> Res {
    deque(thread, &args[0])?
        .items
        .lock()
        .make_contiguous()
        .reverse();
    Ok(Value::NONE)
}

fn rotate(thread: &Thread, args: &[Value]) -> Res {
    let this = deque(thread, &args[0])?;
    let n = match args[1].bound() {
        Some(n) => protocol::convert::index_ssize(thread, n)?,
        None => 1,
    };
    let mut items = this.items.lock();
    let len = items.len();
    if len > 1 {
        let right = n.rem_euclid(len as i64) as usize;
        items.rotate_right(right);
        drop(items);
        this.changed();
    }
    Ok(Value::NONE)
}

fn length(thread: &Thread, value: &Value) -> Res<usize> {
    Ok(deque(thread, value)?.len())
}

fn position(thread: &Thread, this: &Deque, key: &Value) -> Res<usize> {
    if thread.class_of(key).index().is_none() {
        return Err(thread.type_error(format!(
            "sequence index must be integer, not '{}'",
            thread.class_of(key).name_text()
        )));
    }
    let i = protocol::index_i64(thread, key)?;
    let len = this.len() as i64;
    let place = if i < 0 { i.saturating_add(len) } else { i };
    if (0..len).contains(&place) {
        Ok(place as usize)
    } else {
        Err(out_of_range(thread))
    }
}

fn out_of_range(thread: &Thread) -> Raised {
    thread.error(Builtin::IndexError, "deque index out of range")
}

fn get_item(thread: &Thread, value: &Value, key: &Value) -> Res {
    let this = deque(thread, value)?;
    let i = position(thread, this, key)?;
    this.get(i).ok_or_else(|| out_of_range(thread))
}

fn set_item(thread: &Thread, value: &Value, key: &Value, item: Option<&Value>) -> Res<()> {
    let this = deque(thread, value)?;
    let i = position(thread, this, key)?;
    let old = match item {
        Some(item) => {
            let mut items = this.items.lock();
            let place = items.get_mut(i);
            place.map(|place| std::mem::replace(place, item.clone()))
        }
        None => {
            let old = this.items.lock().remove(i);
            this.changed();
            old
        }
    };
    drop(old);
    Ok(())
}

fn compare_deques(thread: &Thread, a: &Value, b: &Value, op: Compare) -> Res {
    // All of it at one moment, though script code may compare.
    thread.go_alone();
    let (Some(x), Some(y)) = (a.payload::<Deque>(), b.payload::<Deque>()) else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    if a.is(b) && matches!(op, Compare::Eq | Compare::Ne) {
        return Ok(Value::from_bool(op == Compare::Eq));
    }
    if matches!(op, Compare::Eq | Compare::Ne) && x.len() != y.len() {
        return Ok(Value::from_bool(op == Compare::Ne));
    }
    // In step, so that a change by a comparison is noticed.
    let versions = (x.version(), y.version());
    let steps = Steps::begin(thread);
    let mut i = 0;
    loop {
        if (x.version(), y.version()) != versions {
            return Err(mutated(thread));
        }
        let (Some(item), Some(other)) = (x.get(i), y.get(i)) else {
            return Ok(Value::from_bool(op.holds(x.len().cmp(&y.len()))));
        };
        if !item.is(&other) && !equal(thread, &item, &other)? {
            return match op {
                Compare::Eq => Ok(Value::FALSE),
                Compare::Ne => Ok(Value::TRUE),
                _ => compare(thread, &item, &other, op),
            };
        }
        i += 1;
        steps.poll()?;
    }
}

fn repr(thread: &Thread, value: &Value) -> Res {
    let Some(_guard) = ReprGuard::enter(thread, value) else {
        return Str::new_value(thread, "[...]");
    };
    let this = deque(thread, value)?;
    let name = thread.class_of(value).name.get();
    let mut text = ReprText::new(name.as_str().unwrap_or_default());
    text.push("([");
    for (i, item) in this.to_vec(thread)?.iter().enumerate() {
        text.push_item(thread, item, i == 0)?;
    }
    match this.limit() {
        Some(limit) => text.finish(thread, &format!("], maxlen={limit})")),
        None => text.finish(thread, "])"),
    }
}

fn concat(thread: &Thread, a: &Value, b: &Value) -> Res {
    if b.payload::<Deque>().is_none() {
        return Err(thread.type_error(format!(
            "can only concatenate deque (not \"{}\") to deque",
            thread.class_of(b).name_text()
        )));
    }
    let new = copy_of(thread, a)?;
    extend_by(thread, &new, b, End::Right)?;
    Ok(new)
}

fn concat_in_place(thread: &Thread, a: &Value, b: &Value) -> Res {
    extend_by(thread, a, b, End::Right)?;
    Ok(a.clone())
}

fn repeat_in_place(thread: &Thread, value: &Value, count: &Value) -> Res {
    let this = deque(thread, value)?;
    if thread.class_of(count).index().is_none() {
        return Err(thread.type_error(format!(
            "can't multiply sequence by non-int of type '{}'",
            thread.class_of(count).name_text()
        )));
    }
    let count = usize::try_from(protocol::index_size(thread, count)?).unwrap_or(0);
    let items = this.to_vec(thread)?;
    if items.len() > 1 && items.len().saturating_mul(count) > isize::MAX as usize {
        return Err(thread.memory_error());
    }
    if count == 0 || items.is_empty() {
        drop(this.take_all());
        return Ok(value.clone());
    }
    // Of a bounded deque only the last items stay.
    let wanted = items.len().saturating_mul(count);
    let total = this.limit().map_or(wanted, |limit| wanted.min(limit));
    thread.check_memory(total.saturating_mul(size_of::<Value>()))?;
    let mut held = this.items.lock();
    if !has_room(thread, &mut held, total.saturating_sub(items.len())) {
        drop(held);
        return Err(thread.memory_error());
    }
    while held.len() < total {
        let back = items.len() - 1 - held.len() % items.len();
        held.push_front(items[back].clone());
    }
    drop(held);
    this.changed();
    Ok(value.clone())
}

fn repeat(thread: &Thread, value: &Value, count: &Value) -> Res {
    let new = copy_of(thread, value)?;
    repeat_in_place(thread, &new, count)
}

fn reduce(thread: &Thread, args: &[Value]) -> Res {
    let this = deque(thread, &args[0])?;
    let arguments = match this.limit() {
        Some(limit) => {
            let limit = thread.int_from_usize(limit)?;
            Tuple::pair(thread, Tuple::empty(), limit)?
        }
        None => Tuple::empty(),
    };
    let state = state_of(thread, &args[0])?;
    let class = thread.class_of(&args[0]).object();
    let items = iterator::iterate(thread, &args[0])?;
    Tuple::from_vec(thread, vec![class, arguments, state, items])
}

fn get_maxlen(thread: &Thread, value: &Value) -> Res {
    match deque(thread, value)?.limit() {
        Some(limit) => thread.int_from_usize(limit),
        None => Ok(Value::NONE),
    }
}

/// `deque`
pub static CLASS: ClassDef = ClassDef {
    name: "collections.deque",
    doc: "A sequence to which items are added quickly at both ends, and taken from them.",
    signature: "([iterable[, maxlen]])",
    flags: class_flag::BASE | class_flag::SEQUENCE | class_flag::UNHASHABLE | class_flag::WEAKREF,
    layout: Some(id_of::<Deque>),
    methods: &NativeDef::all_beside(
        Beside::PROTOCOLS,
        [
            NativeDef::method("append", "(self, item, /)", append)
                .doc("Adds an item at the right end."),
            NativeDef::method("appendleft", "(self, item, /)", appendleft)
                .doc("Adds an item at the left end."),
            NativeDef::method("clear", "(self, /)", clear).doc("Removes all items."),
            NativeDef::method("copy", "(self, /)", copy)
                .doc("A new deque of the same items and maximum length."),
            NativeDef::method("__copy__", "(self, /)", copy)
                .doc("A new deque of the same items and maximum length."),
            NativeDef::method("count", "(self, value, /)", count)
                .doc("How many items equal the value."),
            NativeDef::method("extend", "(self, iterable, /)", extend)
                .doc("Adds the items of an iterable at the right end."),
            NativeDef::method("extendleft", "(self, iterable, /)", extendleft).doc(
                "Adds the items of an iterable at the left end, one after the other, so that\n\
            they end up reversed.",
            ),
            NativeDef::method("index", "(self, value, start=0, stop=None, /)", index)
                .doc(
                    "Place of the first item that equals the value, between start and stop.\n\
                ValueError if there is none.",
                )
                .shown_as("($self, value, [start, [stop]])"),
            NativeDef::method("insert", "(self, index, value, /)", insert).doc(
                "Puts a value before the item at index. IndexError if the deque is at its\n\
            maximum length.",
            ),
            NativeDef::method("pop", "(self, /)", pop)
                .doc("Removes the rightmost item and gives it back."),
            NativeDef::method("popleft", "(self, /)", popleft)
                .doc("Removes the leftmost item and gives it back."),
            NativeDef::method("remove", "(self, value, /)", remove)
                .doc("Removes the first item that equals the value. ValueError if there is none."),
            NativeDef::method("reverse", "(self, /)", reverse)
                .doc("Turns the order of the items around, in place."),
            NativeDef::method("rotate", "(self, n=1, /)", rotate).doc(
                "Moves n items from the right end to the left; if n is negative, the other way.",
            ),
            NativeDef::method("__reduce__", "(self, /)", reduce),
            NativeDef::method("__reversed__", "(self, /)", iterator::reversed),
            CLASS_GETITEM,
        ],
    ),
    slots: &[
        SlotDef::New(construct),
        SlotDef::Init(initialise),
        SlotDef::Repr(repr),
        SlotDef::Iter(iterator::iterate),
        SlotDef::Len(length),
        SlotDef::GetItem(get_item),
        SlotDef::SetItem(set_item),
        SlotDef::Contains(contains),
        SlotDef::Compare(compare_deques),
        SlotDef::Concat(concat),
        SlotDef::Repeat(repeat),
        SlotDef::InPlaceConcat(concat_in_place),
        SlotDef::InPlaceRepeat(repeat_in_place),
    ],
    getset: &[GetSetDef::new("maxlen", get_maxlen)
        .doc("The greatest number of items, None without such a bound.")],
    ..ClassDef::DEFAULT
};
