//! The class `collections.OrderedDict`: its methods and slots.

use super::iter::iterate;
use super::update::{in_place_union, union, update};
use super::views::new_view;
use crate::object::class::{CallArgs, Compare, SlotDef, class_flag};
use crate::object::iters::DictIterKind;
use crate::object::{Builtin, Dict, NativeDef, Res, Str, Thread, Tuple, Value};
use crate::runtime::classes::ClassDef;
use crate::runtime::protocol::{
    call_positional, contains, equal, get_attr_str, get_item, iter, set_item, truth,
};
use crate::runtime::raise;
use crate::runtime::repr_guard::ReprGuard;
use crate::runtime::safepoint::poll;
use crate::types::dict;
use crate::types::shared::{ReprText, state_of};

/// The dictionary that a slot or method was called on; both are called on dictionaries alone.
fn payload<'a>(thread: &Thread, value: &'a Value) -> Res<&'a Dict> {
    value
        .as_dict()
        .ok_or_else(|| thread.type_error("an OrderedDict is required"))
}

fn init(thread: &Thread, value: &Value, args: CallArgs<'_>) -> Res<()> {
    let positional = args.positional();
    if positional.len() > 1 {
        return Err(thread.type_error(format!(
            "expected at most 1 arguments, got {}",
            positional.len()
        )));
    }
    let keywords = args
        .keywords()
        .map(|(name, value)| (name.clone(), value.clone()));
    let keywords: Vec<(Value, Value)> = keywords.collect();
    update(thread, value, positional.first(), &keywords)
}

fn update_method(thread: &Thread, args: &[Value]) -> Res {
    // self, the dictionary of keywords, then the extra positional arguments.
    let sources = &args[2..];
    if sources.len() > 1 {
        return Err(thread.type_error(format!(
            "update() takes at most 1 positional argument ({} given)",
            sources.len()
        )));
    }
    let keywords = args[1].as_dict();
    let keywords = keywords.map_or_else(Vec::new, |keywords| keywords.items(thread));
    update(thread, &args[0], sources.first(), &keywords)?;
    Ok(Value::NONE)
}

fn clear(thread: &Thread, args: &[Value]) -> Res {
    drop(payload(thread, &args[0])?.take_all(thread));
    Ok(Value::NONE)
}

fn copy(thread: &Thread, args: &[Value]) -> Res {
    let this = payload(thread, &args[0])?;
    if args[0].is_exact(Builtin::OrderedDict) {
        let made = thread.alloc_instance(Builtin::OrderedDict.get(), Dict::default())?;
        let other = payload(thread, &made)?;
        if !other.copy_from(thread, this)? {
            let mut from = 0;
            while let Some(entry) = this.full_entry_from(thread, from) {
                drop(other.replace(thread, entry.key, entry.hash, entry.value)?);
                from = entry.position + 1;
            }
        }
        return Ok(made);
    }
    let made = call_positional(thread, &thread.class_object(&args[0]), &[])?;
    for key in this.keys() {
        let value = get_item(thread, &args[0], &key)?;
        set_item(thread, &made, &key, &value)?;
    }
    Ok(made)
}

fn popitem(thread: &Thread, args: &[Value]) -> Res {
    let last = match args[1].bound() {
        Some(last) => truth(thread, last)?,
        None => true,
    };
    let this = payload(thread, &args[0])?;
    let removed = match last {
        true => this.pop_last(thread),
        false => this.pop_first(thread),
    };
    match removed {
        Some((key, value)) => Tuple::pair(thread, key, value),
        None => Err(thread.error(Builtin::KeyError, "dictionary is empty")),
    }
}

fn pop(thread: &Thread, args: &[Value]) -> Res {
    match payload(thread, &args[0])?.remove(thread, &args[1])? {
        Some((_, value)) => Ok(value),
        None => match args[2].bound() {
            Some(default) => Ok(default.clone()),
            None => Err(raise::key_error(thread, &args[1])),
        },
    }
}

fn move_to_end(thread: &Thread, args: &[Value]) -> Res {
    let last = match args[2].bound() {
        Some(last) => truth(thread, last)?,
        None => true,
    };
    match payload(thread, &args[0])?.move_key(thread, &args[1], last)? {
        true => Ok(Value::NONE),
        false => Err(raise::key_error(thread, &args[1])),
    }
}

fn setdefault(thread: &Thread, args: &[Value]) -> Res {
    let default = args[2].bound().unwrap_or(&Value::NONE).clone();
    if args[0].is_exact(Builtin::OrderedDict) {
        return payload(thread, &args[0])?.set_default(thread, args[1].clone(), default);
    }
    if contains(thread, &args[0], &args[1])? {
        return get_item(thread, &args[0], &args[1]);
    }
    set_item(thread, &args[0], &args[1], &default)?;
    Ok(default)
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

fn reversed(thread: &Thread, args: &[Value]) -> Res {
    iterate(thread, &args[0], DictIterKind::Keys, true)
}

fn reduce(thread: &Thread, args: &[Value]) -> Res {
    let class = thread.class_object(&args[0]);
    let state = state_of(thread, &args[0])?;
    let items = call_positional(thread, &get_attr_str(thread, &args[0], "items")?, &[])?;
    let items = iter(thread, &items)?;
    Tuple::from_vec(
        thread,
        vec![class, Tuple::empty(), state, Value::NONE, items],
    )
}

fn sizeof(thread: &Thread, args: &[Value]) -> Res {
    let bytes = payload(thread, &args[0])?.table_bytes();
    thread.int_from_usize(size_of::<Dict>() + 24 + bytes)
}

fn iter_keys(thread: &Thread, value: &Value) -> Res {
    iterate(thread, value, DictIterKind::Keys, false)
}

fn repr(thread: &Thread, value: &Value) -> Res {
    let dotted = thread.class_of(value).name_text();
    let name = dotted.rsplit('.').next().unwrap_or_default();
    let this = payload(thread, value)?;
    if this.is_empty() {
        return Str::new_value(thread, &format!("{name}()"));
    }
    let Some(_guard) = ReprGuard::enter(thread, value) else {
        return Str::new_value(thread, "...");
    };
    let shown = dict::copy(thread, value)?;
    let mut text = ReprText::new(&format!("{name}("));
    text.push_repr(thread, &shown)?;
    text.finish(thread, ")")
}

/// Two ordered dictionaries are equal if their entries are, in the same order; with other dictionaries the order does not count.
fn rich_compare(thread: &Thread, left: &Value, right: &Value, op: Compare) -> Res {
    let answer = dict::rich_compare(thread, left, right, Compare::Eq)?;
    let Some(mut same) = answer.as_bool() else {
        return Ok(answer);
    };
    if !matches!(op, Compare::Eq | Compare::Ne) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let ordered = Builtin::OrderedDict.class();
    if same && thread.class_of(right).is_subclass_of(ordered) {
        same = same_order(thread, payload(thread, left)?, payload(thread, right)?)?;
    }
    Ok(Value::from_bool(same == (op == Compare::Eq)))
}

fn same_order(thread: &Thread, left: &Dict, right: &Dict) -> Res<bool> {
    let versions = (left.version(), right.version());
    let (mut i, mut j) = (0, 0);
    loop {
        let (a, b) = match (left.key_from(i), right.key_from(j)) {
            (Some(a), Some(b)) => (a, b),
            (a, b) => return Ok(a.is_none() && b.is_none()),
        };
        let same = equal(thread, &a.1, &b.1)?;
        if (left.version(), right.version()) != versions {
            let message = "OrderedDict mutated during iteration";
            return Err(thread.error(Builtin::RuntimeError, message));
        }
        if !same {
            return Ok(false);
        }
        poll(thread)?;
        (i, j) = (a.0 + 1, b.0 + 1);
    }
}

const METHODS: &[NativeDef] = &[
    NativeDef::class_method(
        "fromkeys",
        "(type, /, iterable, value=None)",
        dict::fromkeys,
    )
    .doc("A new ordered dictionary with keys from an iterable, all with the same value."),
    NativeDef::method("__sizeof__", "(self, /)", sizeof),
    NativeDef::method("__reduce__", "(self, /)", reduce).doc("What copies are made from."),
    NativeDef::method("setdefault", "(self, /, key, default=None)", setdefault).doc(
        "The value of a key, which is inserted with the default first if it is not\n\
        there.",
    ),
    NativeDef::method("pop", "(self, /, key, default=<unrepresentable>)", pop).doc(
        "Removes a key and gives its value back. Without the key, the default if one\n\
        is given, else KeyError.",
    ),
    NativeDef::method("popitem", "(self, /, last=True)", popitem).doc(
        "Removes the last item, or the first one, and gives it back, as (key, value).\n\n\
        KeyError if the dictionary is empty.",
    ),
    NativeDef::method("keys", "(self, /)", keys)
        .doc("A view of the keys, which follows changes of the dictionary."),
    NativeDef::method("values", "(self, /)", values)
        .doc("A view of the values, which follows changes of the dictionary."),
    NativeDef::method("items", "(self, /)", items)
        .doc("A view of the items, as (key, value), which follows changes of the dictionary."),
    NativeDef::method("update", "(self, /, *args, **kwargs)", update_method)
        .doc(
            "Takes over the items of a mapping, or of an iterable of pairs, and then the\n\
            keyword arguments.",
        )
        .unsigned(),
    NativeDef::method("clear", "(self, /)", clear).doc("Removes all items."),
    NativeDef::method("copy", "(self, /)", copy)
        .doc("A new ordered dictionary of the same keys and values."),
    NativeDef::method("__reversed__", "(self, /)", reversed)
        .doc("An iterator over the keys, the last one first."),
    NativeDef::method("move_to_end", "(self, /, key, last=True)", move_to_end)
        .doc("Makes a key the last one, or the first one.\n\nKeyError if it is not there."),
];

const SLOTS: &[SlotDef] = &[
    SlotDef::New(dict::construct),
    SlotDef::Init(init),
    SlotDef::Repr(repr),
    SlotDef::Compare(rich_compare),
    SlotDef::Iter(iter_keys),
    SlotDef::SetItem(dict::set_or_delete),
    SlotDef::Or(union),
    SlotDef::InPlaceOr(in_place_union),
];

/// `collections.OrderedDict`
pub static CLASS: ClassDef = ClassDef {
    class: Builtin::OrderedDict,
    doc: "A dictionary whose order counts in comparisons, and can be changed.",
    flags: class_flag::BASE
        | class_flag::MAPPING
        | class_flag::MATCH_SELF
        | class_flag::UNHASHABLE
        | class_flag::WEAKREF,
    has_dict: true,
    methods: METHODS,
    slots: SLOTS,
    ..ClassDef::DEFAULT
};
