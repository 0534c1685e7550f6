//! `_collections`: the native half of `collections`: deque (`value`: its payload; `methods`; `iterator`), fields of named tuples
//! (`tuple_getter`) and what `Counter` counts with (`counting`).
//! OrderedDict is a built-in type like any other; scripts find it here.

mod counting;
mod iterator;
mod methods;
mod tuple_getter;
pub(super) mod value;

use crate::object::{Beside, Builtin, Dict, NativeDef, Res, Thread};
use crate::runtime::classes::native_class;
use crate::runtime::module::ModuleDef;

/// The module.
pub static MODULE: ModuleDef = ModuleDef {
    name: "_collections",
    doc: "Native containers of the collections module.",
    functions: &[NativeDef::function(
        "_count_elements",
        "(mapping, iterable, /)",
        counting::count_elements,
    )
    .beside(Beside::PROTOCOLS)
    .doc("Adds one to the count that a mapping has for each item of an iterable.")],
    init: Some(init),
};

fn init(thread: &Thread, dict: &Dict) -> Res<()> {
    let deque = native_class(thread, &methods::CLASS)?;
    // A deque finds the classes of its iterators in its own class: modules have no other state.
    if let Some(class) = deque.as_class() {
        let namespace = class.namespace();
        for def in [&iterator::FORWARD, &iterator::BACKWARD] {
            let name = def.name.rsplit('.').next().unwrap_or(def.name);
            let name = thread.intern(name.as_bytes())?;
            let iterator = native_class(thread, def)?;
            if let Some(namespace) = namespace.as_dict() {
                namespace.set(thread, name.clone(), iterator.clone())?;
            }
            dict.set(thread, name, iterator)?;
        }
        class.bump_version();
    }
    dict.set(thread, thread.intern(b"deque")?, deque)?;
    let getter = native_class(thread, &tuple_getter::CLASS)?;
    dict.set(thread, thread.intern(b"_tuplegetter")?, getter)?;
    let ordered = Builtin::OrderedDict.class().clone();
    dict.set(thread, thread.intern(b"OrderedDict")?, ordered)
}
