//! The methods and slots of `dict`.

use super::value::payload;
use super::view::new_view;
use super::{iter, update, value};
use crate::object::class::{SlotDef, class_flag};
use crate::object::iters::DictIterKind;
use crate::object::{Beside, Builtin, Dict, NativeDef, Res, Str, Thread, Tuple, Value};
use crate::runtime::classes::ClassDef;
use crate::runtime::raise;
use crate::runtime::repr_guard::ReprGuard;
use crate::types::shared::{CLASS_GETITEM, ReprText};

fn clear(thread: &Thread, args: &[Value]) -> Res {
    drop(payload(thread, &args[0])?.take_all(thread));
    Ok(Value::NONE)
}

fn copy(thread: &Thread, args: &[Value]) -> Res {
    update::copy(thread, &args[0])
}

fn get(thread: &Thread, args: &[Value]) -> Res {
    let found = payload(thread, &args[0])?.get(thread, &args[1])?;
    Ok(found.unwrap_or_else(|| args[2].bound().unwrap_or(&Value::NONE).clone()))
}

fn setdefault(thread: &Thread, args: &[Value]) -> Res {
    let default = args[2].bound().unwrap_or(&Value::NONE).clone();
    payload(thread, &args[0])?.set_default(thread, args[1].clone(), default)
}

fn pop(thread: &Thread, args: &[Value]) -> Res {
    let dict = payload(thread, &args[0])?;
    // Nothing is looked up in an empty dictionary, not even whether the key can be hashed.
    let removed = if dict.is_empty() {
        None
    } else {
        dict.remove(thread, &args[1])?
    };
    match removed {
        Some((_, value)) => Ok(value),
        None => match args[2].bound() {
            Some(default) => Ok(default.clone()),
            None => Err(raise::key_error(thread, &args[1])),
        },
    }
}

fn popitem(thread: &Thread, args: &[Value]) -> Res {
    match payload(thread, &args[0])?.pop_last(thread) {
        Some((key, value)) => Tuple::pair(thread, key, value),
        None => Err(thread.error(Builtin::KeyError, "popitem(): dictionary is empty")),
    }
}

fn update_method(thread: &Thread, args: &[Value]) -> Res {
    // self, source, then the dictionary of keywords.
    if let Some(source) = args[1].bound() {
        update::update(thread, &args[0], source)?;
    }
    if let Some(keywords) = args[2].bound() {
        update::update(thread, &args[0], keywords)?;
    }
    Ok(Value::NONE)
}

fn keys(thread: &Thread, args: &[Value]) -> Res {
    new_view(thread, &args[0], DictIterKind::Keys)
}

fn values(thread: &Thread, args: &[Value]) -> Res {
    new_view(thread, &args[0], DictIterKind::Values)
}

fn items(thread: &Thread, args: &[Value]) -> Res {
    new_view(thread, &args[0], DictIterKind::Items)
}

fn sizeof(thread: &Thread, args: &[Value]) -> Res {
    let bytes = payload(thread, &args[0])?.table_bytes();
    thread.int_from_usize(size_of::<Dict>() + 16 + bytes)
}

fn len(thread: &Thread, dict: &Value) -> Res<usize> {
    Ok(payload(thread, dict)?.len())
}

fn repr(thread: &Thread, value: &Value) -> Res {
    let dict = payload(thread, value)?;
    if dict.is_empty() {
        return Str::new_value(thread, "{}");
    }
    let Some(_guard) = ReprGuard::enter(thread, value) else {
        return Str::new_value(thread, "{...}");
    };
    let mut text = ReprText::new("{");
    let (mut from, mut first) = (0, true);
    while let Some((position, key, value)) = dict.entry_from(thread, from) {
        text.push_item(thread, &key, first)?;
        text.push(": ");
        text.push_repr(thread, &value)?;
        (from, first) = (position + 1, false);
    }
    text.finish(thread, "}")
}

fn getitem(thread: &Thread, args: &[Value]) -> Res {
    value::get_item(thread, &args[0], &args[1])
}

fn contains(thread: &Thread, args: &[Value]) -> Res {
    value::contains(thread, &args[0], &args[1]).map(Value::from_bool)
}

const METHODS: &[NativeDef] = &[
    CLASS_GETITEM,
    NativeDef::method("__contains__", "(self, key, /)", contains)
        .beside(Beside::READS_ALL)
        .doc("Whether the key is there."),
    NativeDef::method("__getitem__", "(self, key, /)", getitem)
        .beside(Beside::READS_ALL)
        .doc("self[key]"),
    NativeDef::method("__reversed__", "(self, /)", iter::reversed)
        .doc("An iterator over the keys, the newest first."),
    NativeDef::method("__sizeof__", "(self, /)", sizeof),
    NativeDef::method("clear", "(self, /)", clear)
        .beside(Beside::Writes(1))
        .doc("Removes all items."),
    NativeDef::method("copy", "(self, /)", copy)
        .beside(Beside::READS_ALL)
        .doc("A new dictionary of the same keys and values."),
    NativeDef::class_method(
        "fromkeys",
        "(type, iterable, value=None, /)",
        value::fromkeys,
    )
    .doc("A new dictionary with keys from an iterable, all with the same value."),
    NativeDef::method("get", "(self, key, default=None, /)", get)
        .beside(Beside::Reads(2))
        .doc("The value of a key, or the default if there is none."),
    NativeDef::method("items", "(self, /)", items)
        .beside(Beside::READS_ALL)
        .doc("A view of the items, as (key, value), which follows changes of the dictionary."),
    NativeDef::method("keys", "(self, /)", keys)
        .beside(Beside::READS_ALL)
        .doc("A view of the keys, which follows changes of the dictionary."),
    NativeDef::method("pop", "(self, key, default=<unrepresentable>, /)", pop)
        .beside(Beside::Writes(1))
        .doc(
            "D.pop(k[,d]) -> v\n\n\
        Removes a key and gives its value back. Without the key, the default if one\n\
        is given, else KeyError.",
        ),
    NativeDef::method("popitem", "(self, /)", popitem)
        .beside(Beside::Writes(1))
        .doc(
            "Removes the item that was added last and gives it back, as (key, value).\n\n\
        KeyError if the dictionary is empty.",
        ),
    NativeDef::method("setdefault", "(self, key, default=None, /)", setdefault)
        .beside(Beside::Writes(1))
        .doc(
            "The value of a key, which is inserted with the default first if it is not\n\
        there.",
        ),
    NativeDef::method("update", "(self, iterable=(), /, **kwargs)", update_method)
        .beside(Beside::Writes(1))
        .doc(
            "D.update([E, ]**F) -> None\n\n\
            Takes over the items of a mapping, or of an iterable of pairs, and then the\n\
            keyword arguments.",
        )
        .unsigned(),
    NativeDef::method("values", "(self, /)", values)
        .beside(Beside::READS_ALL)
        .doc("A view of the values, which follows changes of the dictionary."),
];

const SLOTS: &[SlotDef] = &[
    SlotDef::New(value::construct),
    SlotDef::Init(value::init),
    SlotDef::Repr(repr),
    SlotDef::Compare(value::rich_compare),
    SlotDef::Iter(iter::iter),
    SlotDef::Len(len),
    SlotDef::GetItem(value::get_item),
    SlotDef::SetItem(value::set_or_delete),
    SlotDef::Contains(value::contains),
    SlotDef::Or(update::union),
    SlotDef::InPlaceOr(update::in_place_union),
];

/// `dict`
pub static CLASS: ClassDef = ClassDef {
    class: Builtin::Dict,
    doc: "Keys with their values, in the order in which the keys came in.",
    flags: class_flag::BASE | class_flag::MAPPING | class_flag::MATCH_SELF | class_flag::UNHASHABLE,
    methods: METHODS,
    slots: SLOTS,
    ..ClassDef::DEFAULT
};
