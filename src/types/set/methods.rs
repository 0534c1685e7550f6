//! The methods and slots of `set` and `frozenset`.

use super::value::{copy, payload, with_frozen_key};
use super::{compare, construct, intersect, iter, operators, update, value};
use crate::object::class::{SlotDef, class_flag};
use crate::object::{Beside, Builtin, List, NativeDef, Res, Str, Thread, Tuple, Value};
use crate::runtime::classes::ClassDef;
use crate::runtime::protocol::collect;
use crate::runtime::raise;
use crate::runtime::repr_guard::ReprGuard;
use crate::types::shared::{CLASS_GETITEM, ReprText, state_of};

fn add(thread: &Thread, args: &[Value]) -> Res {
    payload(thread, &args[0])?.add(thread, args[1].clone())?;
    Ok(Value::NONE)
}

fn clear(thread: &Thread, args: &[Value]) -> Res {
    drop(payload(thread, &args[0])?.take_all(thread));
    Ok(Value::NONE)
}

fn copy_method(thread: &Thread, args: &[Value]) -> Res {
    if args[0].is_exact(Builtin::FrozenSet) {
        return Ok(args[0].clone());
    }
    copy(thread, &args[0])
}

fn take(thread: &Thread, args: &[Value]) -> Res<bool> {
    let set = payload(thread, &args[0])?;
    with_frozen_key(thread, &args[1], |key| {
        Ok(set.remove(thread, key)?.is_some())
    })
}

fn discard(thread: &Thread, args: &[Value]) -> Res {
    take(thread, args)?;
    Ok(Value::NONE)
}

fn remove(thread: &Thread, args: &[Value]) -> Res {
    if take(thread, args)? {
        Ok(Value::NONE)
    } else {
        Err(raise::key_error(thread, &args[1]))
    }
}

fn pop(thread: &Thread, args: &[Value]) -> Res {
    match payload(thread, &args[0])?.pop() {
        Some(item) => Ok(item),
        None => Err(thread.error(Builtin::KeyError, "pop from an empty set")),
    }
}

fn union(thread: &Thread, args: &[Value]) -> Res {
    operators::union_multi(thread, &args[0], &args[1..])
}

fn intersection(thread: &Thread, args: &[Value]) -> Res {
    intersect::intersection_multi(thread, &args[0], &args[1..])
}

fn difference(thread: &Thread, args: &[Value]) -> Res {
    operators::difference_multi(thread, &args[0], &args[1..])
}

fn symmetric_difference(thread: &Thread, args: &[Value]) -> Res {
    operators::symmetric_difference(thread, &args[0], &args[1])
}

fn update_method(thread: &Thread, args: &[Value]) -> Res {
    for other in &args[1..] {
        update::update(thread, &args[0], other)?;
    }
    Ok(Value::NONE)
}

fn intersection_update(thread: &Thread, args: &[Value]) -> Res {
    update::intersection_update(thread, &args[0], &args[1..])?;
    Ok(Value::NONE)
}

fn difference_update(thread: &Thread, args: &[Value]) -> Res {
    for other in &args[1..] {
        update::difference_update(thread, &args[0], other)?;
    }
    Ok(Value::NONE)
}

fn symmetric_difference_update(thread: &Thread, args: &[Value]) -> Res {
    update::symmetric_difference_update(thread, &args[0], &args[1])?;
    Ok(Value::NONE)
}

fn isdisjoint(thread: &Thread, args: &[Value]) -> Res {
    compare::is_disjoint(thread, &args[0], &args[1]).map(Value::from_bool)
}

fn issubset(thread: &Thread, args: &[Value]) -> Res {
    compare::is_subset(thread, &args[0], &args[1]).map(Value::from_bool)
}

fn issuperset(thread: &Thread, args: &[Value]) -> Res {
    compare::is_superset(thread, &args[0], &args[1]).map(Value::from_bool)
}

fn reduce(thread: &Thread, args: &[Value]) -> Res {
    let items = List::new_value(thread, collect(thread, &args[0])?)?;
    let items = Tuple::from_vec(thread, vec![items])?;
    let state = state_of(thread, &args[0])?;
    Tuple::from_vec(thread, vec![thread.class_object(&args[0]), items, state])
}

fn contains(thread: &Thread, args: &[Value]) -> Res {
    value::contains(thread, &args[0], &args[1]).map(Value::from_bool)
}

fn sizeof(thread: &Thread, args: &[Value]) -> Res {
    let bytes = payload(thread, &args[0])?.table_bytes();
    thread.int_from_usize(200 + bytes)
}

fn len(thread: &Thread, set: &Value) -> Res<usize> {
    Ok(payload(thread, set)?.len())
}

fn repr(thread: &Thread, value: &Value) -> Res {
    let set = payload(thread, value)?;
    let name = thread.class_of(value).name_text();
    let Some(_guard) = ReprGuard::enter(thread, value) else {
        return Str::new_value(thread, &format!("{name}(...)"));
    };
    if set.is_empty() {
        return Str::new_value(thread, &format!("{name}()"));
    }
    let items: Vec<Value> = set.elements().into_iter().map(|(item, _)| item).collect();
    let (opening, closing) = if value.is_exact(Builtin::Set) {
        ("{".to_owned(), "}")
    } else {
        (format!("{name}({{"), "})")
    };
    let mut text = ReprText::new(&opening);
    for (i, item) in items.iter().enumerate() {
        text.push_item(thread, item, i == 0)?;
    }
    text.finish(thread, closing)
}

const SET_METHODS: &[NativeDef] = &[
    CLASS_GETITEM,
    NativeDef::method("__contains__", "(self, object, /)", contains)
        .beside(Beside::READS_ALL)
        .doc("Whether the object is an element."),
    NativeDef::method("__reduce__", "(self, /)", reduce),
    NativeDef::method("__sizeof__", "(self, /)", sizeof),
    NativeDef::method("add", "(self, object, /)", add)
        .beside(Beside::Writes(2))
        .doc("Adds an element, unless it is there."),
    NativeDef::method("clear", "(self, /)", clear)
        .beside(Beside::Writes(u8::MAX))
        .doc("Removes all elements."),
    NativeDef::method("copy", "(self, /)", copy_method)
        .beside(Beside::READS_ALL)
        .doc("A new set of the same elements."),
    NativeDef::method("difference", "(self, /, *others)", difference)
        .beside(Beside::READS_ALL)
        .doc("A new set of the elements that are in none of the others."),
    NativeDef::method("difference_update", "(self, /, *others)", difference_update)
        .beside(Beside::Writes(u8::MAX))
        .doc("Removes the elements of the others."),
    NativeDef::method("discard", "(self, object, /)", discard)
        .beside(Beside::Writes(u8::MAX))
        .doc("Removes an element if it is there."),
    NativeDef::method("intersection", "(self, /, *others)", intersection)
        .beside(Beside::READS_ALL)
        .doc("A new set of the elements that are in all of the others too."),
    NativeDef::method(
        "intersection_update",
        "(self, /, *others)",
        intersection_update,
    )
    .beside(Beside::Writes(u8::MAX))
    .doc("Keeps only elements that are in all of the others."),
    NativeDef::method("isdisjoint", "(self, other, /)", isdisjoint)
        .beside(Beside::READS_ALL)
        .doc("Whether the two have no element in common."),
    NativeDef::method("issubset", "(self, other, /)", issubset)
        .beside(Beside::READS_ALL)
        .doc("Whether the other has all elements of this one."),
    NativeDef::method("issuperset", "(self, other, /)", issuperset)
        .beside(Beside::READS_ALL)
        .doc("Whether this one has all elements of the other."),
    NativeDef::method("pop", "(self, /)", pop)
        .beside(Beside::Writes(u8::MAX))
        .doc(
            "Removes some element and gives it back.\n\n\
        KeyError if there is none.",
        ),
    NativeDef::method("remove", "(self, object, /)", remove)
        .beside(Beside::Writes(u8::MAX))
        .doc(
            "Removes an element.\n\n\
        KeyError if it is not there.",
        ),
    NativeDef::method(
        "symmetric_difference",
        "(self, other, /)",
        symmetric_difference,
    )
    .beside(Beside::READS_ALL)
    .doc("A new set of the elements that are in one of the two, but not in both."),
    NativeDef::method(
        "symmetric_difference_update",
        "(self, other, /)",
        symmetric_difference_update,
    )
    .beside(Beside::Writes(u8::MAX))
    .doc("Keeps the elements that are in one of the two, but not in both."),
    NativeDef::method("union", "(self, /, *others)", union)
        .beside(Beside::READS_ALL)
        .doc("A new set of the elements of this one and all others."),
    NativeDef::method("update", "(self, /, *others)", update_method)
        .beside(Beside::Writes(u8::MAX))
        .doc("Adds the elements of the others."),
];

const FROZEN_METHODS: &[NativeDef] = &NativeDef::all_beside(
    Beside::READS_ALL,
    [
        CLASS_GETITEM,
        NativeDef::method("__contains__", "(self, object, /)", contains)
            .doc("Whether the object is an element."),
        NativeDef::method("__reduce__", "(self, /)", reduce),
        NativeDef::method("__sizeof__", "(self, /)", sizeof),
        NativeDef::method("copy", "(self, /)", copy_method).doc("A new set of the same elements."),
        NativeDef::method("difference", "(self, /, *others)", difference)
            .doc("A new set of the elements that are in none of the others."),
        NativeDef::method("intersection", "(self, /, *others)", intersection)
            .doc("A new set of the elements that are in all of the others too."),
        NativeDef::method("isdisjoint", "(self, other, /)", isdisjoint)
            .doc("Whether the two have no element in common."),
        NativeDef::method("issubset", "(self, other, /)", issubset)
            .doc("Whether the other has all elements of this one."),
        NativeDef::method("issuperset", "(self, other, /)", issuperset)
            .doc("Whether this one has all elements of the other."),
        NativeDef::method(
            "symmetric_difference",
            "(self, other, /)",
            symmetric_difference,
        )
        .doc("A new set of the elements that are in one of the two, but not in both."),
        NativeDef::method("union", "(self, /, *others)", union)
            .doc("A new set of the elements of this one and all others."),
    ],
);

const SET_SLOTS: &[SlotDef] = &[
    SlotDef::New(construct::construct),
    SlotDef::Init(construct::init),
    SlotDef::Repr(repr),
    SlotDef::Compare(compare::rich_compare),
    SlotDef::Iter(iter::iter),
    SlotDef::Len(len),
    SlotDef::Contains(value::contains),
    SlotDef::Or(operators::or),
    SlotDef::And(operators::and),
    SlotDef::Subtract(operators::subtract),
    SlotDef::Xor(operators::xor),
    SlotDef::InPlaceOr(operators::in_place_or),
    SlotDef::InPlaceAnd(operators::in_place_and),
    SlotDef::InPlaceSubtract(operators::in_place_subtract),
    SlotDef::InPlaceXor(operators::in_place_xor),
];

const FROZEN_SLOTS: &[SlotDef] = &[
    SlotDef::New(construct::construct_frozen),
    SlotDef::Repr(repr),
    SlotDef::Hash(compare::frozen_hash),
    SlotDef::Compare(compare::rich_compare),
    SlotDef::Iter(iter::iter),
    SlotDef::Len(len),
    SlotDef::Contains(value::contains),
    SlotDef::Or(operators::or),
    SlotDef::And(operators::and),
    SlotDef::Subtract(operators::subtract),
    SlotDef::Xor(operators::xor),
];

/// `set`
pub static SET_CLASS: ClassDef = ClassDef {
    class: Builtin::Set,
    doc: "Elements without order, each at most once.",
    signature: "(iterable=(), /)",
    flags: class_flag::BASE | class_flag::MATCH_SELF | class_flag::UNHASHABLE,
    methods: SET_METHODS,
    slots: SET_SLOTS,
    ..ClassDef::DEFAULT
};

/// `frozenset`
pub static FROZEN_CLASS: ClassDef = ClassDef {
    class: Builtin::FrozenSet,
    doc: "A set that cannot be changed, and so can be an element or a key.",
    signature: "(iterable=(), /)",
    flags: class_flag::BASE | class_flag::MATCH_SELF,
    methods: FROZEN_METHODS,
    slots: FROZEN_SLOTS,
    ..ClassDef::DEFAULT
};
