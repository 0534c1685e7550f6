//! `_collections`: the native half of `collections`: deque (`value`: its payload; `methods`; `iterator`).
//! OrderedDict is a built-in type like any other; scripts find it here.

mod iterator;
mod methods;
pub(super) mod value;

use crate::object::{Builtin, Dict, Res, Thread};
use crate::runtime::classes::native_class;
use crate::runtime::module::ModuleDef;

/// The module.
pub static MODULE: ModuleDef = ModuleDef {
    name: "_collections",
    doc: "Native containers of the collections module.",
    functions: &[],
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
    let ordered = Builtin::OrderedDict.class().clone();
    dict.set(thread, thread.intern(b"OrderedDict")?, ordered)
}
