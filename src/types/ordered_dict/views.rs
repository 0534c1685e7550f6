//! `odict_keys`, `odict_values`, `odict_items`: views that can be walked while nothing is moved.

use super::iter::iterate;
use crate::object::class::{SlotDef, class_flag};
use crate::object::iters::DictIterKind;
use crate::object::{Builtin, NativeDef, Res, Thread, Value};
use crate::runtime::classes::ClassDef;
use crate::types::dict::View;

/// `keys()`, `values()` or `items()` of an ordered dictionary.
///
/// # Errors
/// MemoryError
pub(super) fn new_view(thread: &Thread, dict: &Value, kind: DictIterKind) -> Res {
    let class = match kind {
        DictIterKind::Keys => Builtin::OrderedKeys,
        DictIterKind::Values => Builtin::OrderedValues,
        DictIterKind::Items => Builtin::OrderedItems,
    };
    let dict = dict.clone();
    thread.alloc(class, View { dict, kind })
}

fn walk(thread: &Thread, value: &Value, backward: bool) -> Res {
    match value.payload::<View>() {
        Some(view) => iterate(thread, &view.dict, view.kind, backward),
        None => Ok(Value::NONE),
    }
}

fn iter(thread: &Thread, value: &Value) -> Res {
    walk(thread, value, false)
}

fn reversed(thread: &Thread, args: &[Value]) -> Res {
    walk(thread, &args[0], true)
}

const METHODS: &[NativeDef] = &[NativeDef::method("__reversed__", "(self, /)", reversed)
    .doc("An iterator that goes backwards.")];

const fn view(class: Builtin, flags: u32) -> ClassDef {
    ClassDef {
        class,
        flags,
        methods: METHODS,
        slots: &[SlotDef::Iter(iter)],
        ..ClassDef::DEFAULT
    }
}

/// `odict_keys`
pub static KEYS: ClassDef = view(Builtin::OrderedKeys, class_flag::UNHASHABLE);
/// `odict_values`
pub static VALUES: ClassDef = view(Builtin::OrderedValues, 0);
/// `odict_items`
pub static ITEMS: ClassDef = view(Builtin::OrderedItems, class_flag::UNHASHABLE);
