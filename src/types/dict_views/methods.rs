//! The methods, attributes and slots of the three views.

use super::set_operations as sets;
use super::value::{View, payload};
use crate::object::class::{SlotDef, class_flag};
use crate::object::iters::DictIter;
use crate::object::layout::id_of;
use crate::object::{Builtin, NativeDef, Res, Str, Thread, Value};
use crate::runtime::classes::{ClassDef, GetSetDef};
use crate::runtime::protocol::call_positional;
use crate::runtime::repr_guard::ReprGuard;
use crate::types::dict::reverse_iterator;
use crate::types::shared::ReprText;

fn len(thread: &Thread, value: &Value) -> Res<usize> {
    Ok(payload(thread, value)?.size())
}

fn iter(thread: &Thread, value: &Value) -> Res {
    let view = payload(thread, value)?;
    DictIter::new_value(thread, &view.dict, view.kind)
}

fn contains(thread: &Thread, value: &Value, item: &Value) -> Res<bool> {
    payload(thread, value)?.contains(thread, item)
}

fn repr(thread: &Thread, value: &Value) -> Res {
    let view = payload(thread, value)?;
    let Some(_guard) = ReprGuard::enter(thread, value) else {
        return Str::new_value(thread, "...");
    };
    let mut text = ReprText::new(&format!("{}([", thread.class_of(value).name_text()));
    let (mut from, mut first) = (0, true);
    if let Some(dict) = view.dict.as_dict() {
        while let Some((position, key, value)) = dict.entry_from(thread, from) {
            text.push_item(thread, &view.give(thread, key, value)?, first)?;
            (from, first) = (position + 1, false);
        }
    }
    text.finish(thread, "])")
}

fn reversed(thread: &Thread, args: &[Value]) -> Res {
    let view = payload(thread, &args[0])?;
    reverse_iterator(thread, &view.dict, view.kind)
}

/// A read-only proxy of the dictionary.
fn mapping(thread: &Thread, value: &Value) -> Res {
    let view = payload(thread, value)?;
    let proxy = Builtin::MappingProxy.class();
    call_positional(thread, proxy, std::slice::from_ref(&view.dict))
}

const ATTRIBUTES: &[GetSetDef] =
    &[GetSetDef::new("mapping", mapping).doc("The dictionary that this view shows, read-only.")];

const SET_METHODS: &[NativeDef] = &[
    NativeDef::method("__reversed__", "(self, /)", reversed)
        .doc("An iterator over the view from the last item to the first."),
    NativeDef::method("isdisjoint", "(self, other, /)", sets::isdisjoint)
        .doc("Whether the view and an iterable have no item in common.")
        .shown_as("($self, object, /)"),
];

const SET_SLOTS: &[SlotDef] = &[
    SlotDef::Repr(repr),
    SlotDef::Iter(iter),
    SlotDef::Len(len),
    SlotDef::Contains(contains),
    SlotDef::Compare(sets::rich_compare),
    SlotDef::Subtract(sets::subtract),
    SlotDef::And(sets::intersect),
    SlotDef::Or(sets::union),
    SlotDef::Xor(sets::symmetric_difference),
];

/// `dict_keys`
pub static KEYS: ClassDef = ClassDef {
    class: Builtin::DictKeys,
    layout: Some(id_of::<View>),
    flags: class_flag::UNHASHABLE,
    methods: SET_METHODS,
    slots: SET_SLOTS,
    getset: ATTRIBUTES,
    ..ClassDef::DEFAULT
};

/// `dict_items`
pub static ITEMS: ClassDef = ClassDef {
    class: Builtin::DictItems,
    layout: Some(id_of::<View>),
    flags: class_flag::UNHASHABLE,
    methods: SET_METHODS,
    slots: SET_SLOTS,
    getset: ATTRIBUTES,
    ..ClassDef::DEFAULT
};

/// `dict_values`
pub static VALUES: ClassDef = ClassDef {
    class: Builtin::DictValues,
    layout: Some(id_of::<View>),
    methods: &[NativeDef::method("__reversed__", "(self, /)", reversed)
        .doc("An iterator over the view from the last item to the first.")],
    slots: &[SlotDef::Repr(repr), SlotDef::Iter(iter), SlotDef::Len(len)],
    getset: ATTRIBUTES,
    ..ClassDef::DEFAULT
};
