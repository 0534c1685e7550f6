//! The methods, attributes and slots of `range`.

use super::value::{big, len, payload, position, same_numbers};
use super::{iter, value};
use crate::base::hash::{HASH_NONE, TupleHasher};
use crate::object::class::{Compare, SlotDef, class_flag};
use crate::object::layout::id_of;
use crate::object::{Beside, Builtin, NativeDef, Range, Res, Str, Thread, Tuple, Value};
use crate::runtime::classes::{ClassDef, GetSetDef};
use crate::runtime::protocol::sequence::contains_by_iteration;
use crate::runtime::protocol::{equal, for_each, hash, repr};
use num_traits::{One, Zero};

/// Whether membership can be computed: other numbers may be equal to ints in ways of their own.
fn is_plain_int(value: &Value) -> bool {
    value.is_exact(Builtin::Int) || value.as_bool().is_some()
}

fn count(thread: &Thread, args: &[Value]) -> Res {
    let range = payload(thread, &args[0])?;
    if is_plain_int(&args[1]) {
        return Ok(Value::from_i32(position(range, &args[1]).is_some().into()));
    }
    let mut n = 0usize;
    for_each(thread, &args[0], &mut |number| {
        n += usize::from(equal(thread, &number, &args[1])?);
        Ok(true)
    })?;
    thread.int_from_usize(n)
}

fn index(thread: &Thread, args: &[Value]) -> Res {
    let range = payload(thread, &args[0])?;
    if is_plain_int(&args[1]) {
        if let Some(position) = position(range, &args[1]) {
            return thread.int_from_big(position);
        }
        let text = repr(thread, &args[1])?;
        let text = text.as_str_object().map(Str::to_text).unwrap_or_default();
        return Err(thread.value_error(format!("{text} is not in range")));
    }
    let (mut i, mut found) = (0usize, false);
    for_each(thread, &args[0], &mut |number| {
        found = equal(thread, &number, &args[1])?;
        i += usize::from(!found);
        Ok(!found)
    })?;
    if found {
        thread.int_from_usize(i)
    } else {
        Err(thread.value_error("sequence.index(x): x not in sequence"))
    }
}

fn reduce(thread: &Thread, args: &[Value]) -> Res {
    let range = payload(thread, &args[0])?;
    let bounds = vec![range.start.clone(), range.stop.clone(), range.step.clone()];
    let bounds = Tuple::from_vec(thread, bounds)?;
    Tuple::pair(thread, Builtin::Range.class().clone(), bounds)
}

fn range_repr(thread: &Thread, value: &Value) -> Res {
    let range = payload(thread, value)?;
    let text = |int: &Value| -> Res<String> {
        let text = repr(thread, int)?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    };
    let (start, stop) = (text(&range.start)?, text(&range.stop)?);
    if range.step.as_small_int() == Some(1) {
        return Str::new_value(thread, &format!("range({start}, {stop})"));
    }
    let step = text(&range.step)?;
    Str::new_value(thread, &format!("range({start}, {stop}, {step})"))
}

/// As the tuple of length, start and step, with None for what does not matter.
fn range_hash(thread: &Thread, value: &Value) -> Res<i64> {
    let range = payload(thread, value)?;
    let length = big(&range.length);
    let mut hasher = TupleHasher::new();
    hasher.add(hash(thread, &range.length)?);
    let start = if length.is_zero() {
        HASH_NONE
    } else {
        hash(thread, &range.start)?
    };
    let step = if length.is_zero() || length.is_one() {
        HASH_NONE
    } else {
        hash(thread, &range.step)?
    };
    hasher.add(start);
    hasher.add(step);
    Ok(hasher.finish())
}

fn rich_compare(_: &Thread, left: &Value, right: &Value, op: Compare) -> Res {
    let (Some(a), Some(b)) = (left.payload::<Range>(), right.payload::<Range>()) else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    match op {
        Compare::Eq => Ok(Value::from_bool(left.is(right) || same_numbers(a, b))),
        Compare::Ne => Ok(Value::from_bool(!left.is(right) && !same_numbers(a, b))),
        _ => Ok(Value::NOT_IMPLEMENTED),
    }
}

fn truth(thread: &Thread, value: &Value) -> Res<bool> {
    let length = &payload(thread, value)?.length;
    Ok(length.as_int().is_some_and(|length| !length.is_zero()))
}

fn contains(thread: &Thread, value: &Value, item: &Value) -> Res<bool> {
    if is_plain_int(item) {
        return Ok(position(payload(thread, value)?, item).is_some());
    }
    contains_by_iteration(thread, value, item)
}

const METHODS: &[NativeDef] = &NativeDef::all_beside(
    Beside::READS_ALL,
    [
        NativeDef::method("__reduce__", "(self, /)", reduce),
        NativeDef::method("__reversed__", "(self, /)", iter::reversed)
            .doc("An iterator from the last number to the first."),
        NativeDef::method("count", "(self, object, /)", count).doc(
            "rangeobject.count(value) -> integer\n\n\
        How often the value occurs, 0 or 1 for an int.",
        ),
        NativeDef::method("index", "(self, object, /)", index).doc(
            "rangeobject.index(value) -> integer\n\n\
        The place of the value. ValueError if it does not occur.",
        ),
    ],
);

/// Assignment to a field that is fixed when the object is made.
fn read_only(thread: &Thread, _: &Value, _: Option<&Value>) -> Res<()> {
    Err(thread.error(Builtin::AttributeError, "readonly attribute"))
}

const ATTRIBUTES: &[GetSetDef] = &[
    GetSetDef::new("start", |thread, range| {
        Ok(payload(thread, range)?.start.clone())
    })
    .writable(read_only),
    GetSetDef::new("stop", |thread, range| {
        Ok(payload(thread, range)?.stop.clone())
    })
    .writable(read_only),
    GetSetDef::new("step", |thread, range| {
        Ok(payload(thread, range)?.step.clone())
    })
    .writable(read_only),
];

const SLOTS: &[SlotDef] = &[
    SlotDef::New(value::construct),
    SlotDef::Repr(range_repr),
    SlotDef::Hash(range_hash),
    SlotDef::Compare(rich_compare),
    SlotDef::Iter(iter::iter),
    SlotDef::Len(len),
    SlotDef::Bool(truth),
    SlotDef::GetItem(value::get_item),
    SlotDef::Contains(contains),
];

/// `range`
pub static CLASS: ClassDef = ClassDef {
    class: Builtin::Range,
    doc: "The numbers from start (0 if not given) up to, and without, stop, step (1 if\n\
        not given) apart.",
    flags: class_flag::SEQUENCE,
    layout: Some(id_of::<Range>),
    methods: METHODS,
    slots: SLOTS,
    members: &["start", "step", "stop"],
    getset: ATTRIBUTES,
    ..ClassDef::DEFAULT
};
