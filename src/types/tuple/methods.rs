//! The methods and slots of `tuple`.

use super::{compare, iter, value};
use crate::object::class::{SlotDef, class_flag};
use crate::object::{Beside, Builtin, NativeDef, Res, Str, Thread, Tuple, Value};
use crate::runtime::classes::ClassDef;
use crate::runtime::protocol::equal;
use crate::runtime::protocol::sequence::index_bounds;
use crate::runtime::repr_guard::ReprGuard;
use crate::types::shared::{CLASS_GETITEM, ReprText};

fn items(args: &[Value]) -> &[Value] {
    args[0].as_tuple().unwrap_or_default()
}

fn count(thread: &Thread, args: &[Value]) -> Res {
    let mut n = 0;
    for item in items(args) {
        n += usize::from(equal(thread, item, &args[1])?);
    }
    thread.int_from_usize(n)
}

fn index(thread: &Thread, args: &[Value]) -> Res {
    let items = items(args);
    let (start, stop) = index_bounds(thread, &args[2], &args[3], || items.len())?;
    match compare::find(thread, items, start, stop, &args[1])? {
        Some(i) => thread.int_from_usize(i),
        None => Err(thread.value_error("tuple.index(x): x not in tuple")),
    }
}

fn getnewargs(thread: &Thread, args: &[Value]) -> Res {
    let copy = Tuple::from_slice(thread, items(args))?;
    Tuple::from_vec(thread, vec![copy])
}

fn len(_: &Thread, tuple: &Value) -> Res<usize> {
    Ok(tuple.as_tuple().unwrap_or_default().len())
}

fn repr(thread: &Thread, tuple: &Value) -> Res {
    let items = tuple.as_tuple().unwrap_or_default();
    if items.is_empty() {
        return Str::new_value(thread, "()");
    }
    let Some(_guard) = ReprGuard::enter(thread, tuple) else {
        return Str::new_value(thread, "(...)");
    };
    let mut text = ReprText::new("(");
    for (i, item) in items.iter().enumerate() {
        text.push_item(thread, item, i == 0)?;
    }
    text.finish(thread, if items.len() == 1 { ",)" } else { ")" })
}

const METHODS: &[NativeDef] = &NativeDef::all_beside(
    Beside::READS_ALL,
    [
        CLASS_GETITEM,
        NativeDef::method("__getnewargs__", "(self, /)", getnewargs),
        NativeDef::method("count", "(self, value, /)", count)
            .doc("How many items equal the value."),
        NativeDef::method(
            "index",
            "(self, value, start=0, stop=9223372036854775807, /)",
            index,
        )
        .doc(
            "The place of the first item that equals the value, between start and stop.\n\n\
        ValueError if there is none.",
        )
        .shown_as("($self, value, start=0, stop=sys.maxsize, /)"),
    ],
);

const SLOTS: &[SlotDef] = &[
    SlotDef::New(value::construct),
    SlotDef::Repr(repr),
    SlotDef::Hash(compare::tuple_hash),
    SlotDef::Compare(compare::rich_compare),
    SlotDef::Iter(iter::iter),
    SlotDef::Len(len),
    SlotDef::GetItem(value::get_item),
    SlotDef::Contains(compare::contains),
    SlotDef::Concat(value::concat),
    SlotDef::Repeat(value::repeat),
];

/// `tuple`
pub static CLASS: ClassDef = ClassDef {
    class: Builtin::Tuple,
    doc: "A sequence that cannot be changed. Without an argument it is empty; else it\n\
        has the items of the iterable.",
    signature: "(iterable=(), /)",
    flags: class_flag::BASE | class_flag::SEQUENCE | class_flag::MATCH_SELF,
    methods: METHODS,
    slots: SLOTS,
    ..ClassDef::DEFAULT
};
