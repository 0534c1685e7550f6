//! The methods and slots of `list`.

use super::value::payload;
use super::{compare, iter, slices, sort, value};
use crate::object::class::{SlotDef, class_flag};
use crate::object::list::drop_backward;
use crate::object::{Beside, Builtin, List, NativeDef, Res, Str, Thread, Value};
use crate::runtime::classes::ClassDef;
use crate::runtime::protocol::convert::index_ssize;
use crate::runtime::protocol::sequence::{index_bounds, position};
use crate::runtime::protocol::{repr, truth};
use crate::runtime::repr_guard::ReprGuard;
use crate::runtime::safepoint::Steps;
use crate::types::shared::{CLASS_GETITEM, ReprText};

fn append(thread: &Thread, args: &[Value]) -> Res {
    payload(thread, &args[0])?.push(thread, args[1].clone())?;
    Ok(Value::NONE)
}

fn clear(thread: &Thread, args: &[Value]) -> Res {
    drop_backward(payload(thread, &args[0])?.take_all(thread));
    Ok(Value::NONE)
}

fn copy(thread: &Thread, args: &[Value]) -> Res {
    let items = payload(thread, &args[0])?.to_vec(thread)?;
    List::new_value(thread, items)
}

fn count(thread: &Thread, args: &[Value]) -> Res {
    let list = payload(thread, &args[0])?;
    let _all = Steps::begin(thread);
    let (mut n, mut from) = (0usize, 0);
    loop {
        let was_together = thread.runs_together();
        let found = compare::find(thread, list, from, usize::MAX, &args[1])?;
        if was_together && !thread.runs_together() && from > 0 {
            // Others may have changed the list before this thread was alone.
            (n, from) = (0, 0);
            continue;
        }
        let Some(i) = found else {
            return thread.int_from_usize(n);
        };
        n += 1;
        from = i + 1;
    }
}

fn extend(thread: &Thread, args: &[Value]) -> Res {
    value::extend(thread, &args[0], &args[1])?;
    Ok(Value::NONE)
}

fn index(thread: &Thread, args: &[Value]) -> Res {
    let list = payload(thread, &args[0])?;
    let (start, stop) = index_bounds(thread, &args[2], &args[3], || list.len())?;
    match compare::find(thread, list, start, stop, &args[1])? {
        Some(i) => thread.int_from_usize(i),
        None => {
            let text = repr(thread, &args[1])?;
            let text = text.as_str_object().map(Str::to_text).unwrap_or_default();
            Err(thread.value_error(format!("{text} is not in list")))
        }
    }
}

fn insert(thread: &Thread, args: &[Value]) -> Res {
    let list = payload(thread, &args[0])?;
    let i = index_ssize(thread, &args[1])?;
    let len = list.len() as i64;
    let i = if i < 0 {
        i.saturating_add(len).max(0)
    } else {
        i.min(len)
    };
    list.insert(thread, i as usize, args[2].clone())?;
    Ok(Value::NONE)
}

fn pop(thread: &Thread, args: &[Value]) -> Res {
    let list = payload(thread, &args[0])?;
    let i = match args[1].bound() {
        Some(i) => Some(index_ssize(thread, i)?),
        None => None,
    };
    let popped = match i {
        None | Some(-1) => list.pop(),
        Some(i) => position(i, list.len()).and_then(|i| list.remove(i)),
    };
    match popped {
        Some(item) => Ok(item),
        None if list.is_empty() => Err(thread.error(Builtin::IndexError, "pop from empty list")),
        None => Err(thread.error(Builtin::IndexError, "pop index out of range")),
    }
}

fn remove(thread: &Thread, args: &[Value]) -> Res {
    let list = payload(thread, &args[0])?;
    match compare::find(thread, list, 0, usize::MAX, &args[1])? {
        Some(i) => {
            drop(list.remove(i));
            Ok(Value::NONE)
        }
        None => Err(thread.value_error("list.remove(x): x not in list")),
    }
}

fn reverse(thread: &Thread, args: &[Value]) -> Res {
    payload(thread, &args[0])?.reverse();
    Ok(Value::NONE)
}

fn sort_method(thread: &Thread, args: &[Value]) -> Res {
    let key = args[1].bound().filter(|key| !key.is_none());
    let reverse = match args[2].bound() {
        Some(reverse) => truth(thread, reverse)?,
        None => false,
    };
    sort::sort_list(thread, payload(thread, &args[0])?, key, reverse)?;
    Ok(Value::NONE)
}

fn sizeof(thread: &Thread, args: &[Value]) -> Res {
    let capacity = payload(thread, &args[0])?.capacity();
    thread.int_from_usize(40 + capacity * 8)
}

fn len(thread: &Thread, list: &Value) -> Res<usize> {
    Ok(payload(thread, list)?.len())
}

fn list_repr(thread: &Thread, value: &Value) -> Res {
    let list = payload(thread, value)?;
    if list.is_empty() {
        return Str::new_value(thread, "[]");
    }
    let Some(_guard) = ReprGuard::enter(thread, value) else {
        return Str::new_value(thread, "[...]");
    };
    let mut text = ReprText::new("[");
    let mut i = 0;
    // The items' own reprs may change the list.
    while let Some(item) = list.get(i) {
        text.push_item(thread, &item, i == 0)?;
        i += 1;
    }
    text.finish(thread, "]")
}

fn getitem(thread: &Thread, args: &[Value]) -> Res {
    slices::get_item(thread, &args[0], &args[1])
}

const METHODS: &[NativeDef] = &[
    CLASS_GETITEM,
    NativeDef::method("__getitem__", "(self, index, /)", getitem)
        .beside(Beside::READS_ALL)
        .doc("self[index]"),
    NativeDef::method("__reversed__", "(self, /)", iter::reversed)
        .beside(Beside::READS_ALL)
        .doc("An iterator from the last item to the first."),
    NativeDef::method("__sizeof__", "(self, /)", sizeof),
    NativeDef::method("append", "(self, object, /)", append)
        .beside(Beside::Writes(1))
        .doc("Adds an object at the end."),
    NativeDef::method("clear", "(self, /)", clear)
        .beside(Beside::Writes(1))
        .doc("Removes all items."),
    NativeDef::method("copy", "(self, /)", copy)
        .beside(Beside::READS_ALL)
        .doc("A new list of the same items."),
    NativeDef::method("count", "(self, value, /)", count)
        .beside(Beside::READS_ALL)
        .doc("How many items equal the value."),
    NativeDef::method("extend", "(self, iterable, /)", extend)
        .beside(Beside::Writes(1))
        .doc("Adds the items of an iterable at the end."),
    NativeDef::method(
        "index",
        "(self, value, start=0, stop=9223372036854775807, /)",
        index,
    )
    .beside(Beside::READS_ALL)
    .doc(
        "The place of the first item that equals the value, between start and stop.\n\n\
        ValueError if there is none.",
    )
    .shown_as("($self, value, start=0, stop=sys.maxsize, /)"),
    NativeDef::method("insert", "(self, index, object, /)", insert)
        .beside(Beside::Writes(1))
        .doc("Puts an object before the item at index."),
    NativeDef::method("pop", "(self, index=-1, /)", pop)
        .beside(Beside::Writes(2))
        .doc(
            "Removes the item at index and gives it back; the last one, if no index is\n\
        given.\n\n\
        IndexError if there is none.",
        ),
    NativeDef::method("remove", "(self, value, /)", remove)
        .beside(Beside::Writes(1))
        .doc(
            "Removes the first item that equals the value.\n\n\
        ValueError if there is none.",
        ),
    NativeDef::method("reverse", "(self, /)", reverse)
        .beside(Beside::Writes(1))
        .doc("Turns the order of the items around, in place."),
    NativeDef::method("sort", "(self, /, *, key=None, reverse=False)", sort_method)
        .beside(Beside::Writes(1))
        .doc(
            "Sorts the list in place, in ascending order, and gives None.\n\n\
        The key function, if there is one, is called once for each item, and its\n\
        results are compared. Items that compare equal keep their order, also with\n\
        reverse=True.",
        ),
];

const SLOTS: &[SlotDef] = &[
    SlotDef::New(value::construct),
    SlotDef::Init(value::init),
    SlotDef::Repr(list_repr),
    SlotDef::Compare(compare::rich_compare),
    SlotDef::Iter(iter::iter),
    SlotDef::Len(len),
    SlotDef::GetItem(slices::get_item),
    SlotDef::SetItem(slices::set_item),
    SlotDef::Contains(compare::contains),
    SlotDef::Concat(value::concat),
    SlotDef::Repeat(value::repeat),
    SlotDef::InPlaceConcat(value::in_place_concat),
    SlotDef::InPlaceRepeat(value::in_place_repeat),
];

/// `list`
pub static CLASS: ClassDef = ClassDef {
    class: Builtin::List,
    doc: "A sequence that can be changed. Without an argument it is empty; else it has\n\
        the items of the iterable.",
    signature: "(iterable=(), /)",
    flags: class_flag::BASE
        | class_flag::SEQUENCE
        | class_flag::MATCH_SELF
        | class_flag::UNHASHABLE,
    methods: METHODS,
    slots: SLOTS,
    ..ClassDef::DEFAULT
};
