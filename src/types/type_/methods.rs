//! Methods of classes.

use crate::object::{Dict, List, NativeDef, Res, Thread, Value};
use crate::runtime::classes::mro::c3;
use crate::runtime::protocol::instance::{is_instance_by_class, is_subclass_by_class};
use crate::types::object::methods::merge_class;

fn mro(thread: &Thread, args: &[Value]) -> Res {
    List::new_value(thread, c3(thread, &args[0])?)
}

fn subclasses(thread: &Thread, args: &[Value]) -> Res {
    let all = args[0]
        .as_class()
        .map_or_else(Vec::new, |class| class.subclasses());
    List::new_value(thread, all)
}

fn prepare(thread: &Thread, _: &[Value]) -> Res {
    Dict::new_value(thread)
}

fn instance_check(thread: &Thread, args: &[Value]) -> Res {
    is_instance_by_class(thread, &args[1], &args[0]).map(Value::from_bool)
}

fn subclass_check(thread: &Thread, args: &[Value]) -> Res {
    is_subclass_by_class(thread, &args[1], &args[0]).map(Value::from_bool)
}

fn dir(thread: &Thread, args: &[Value]) -> Res {
    let names = Dict::new_value(thread)?;
    let Some(all) = names.as_dict() else {
        return Ok(names);
    };
    merge_class(thread, all, &args[0])?;
    List::new_value(thread, all.keys())
}

fn sizeof(thread: &Thread, _: &[Value]) -> Res {
    thread.int_from_usize(size_of::<crate::object::Class>() + 16)
}

/// The method table.
pub(super) const METHODS: &[NativeDef] = &[
    NativeDef::method("mro", "(self, /)", mro),
    NativeDef::method("__subclasses__", "(self, /)", subclasses),
    NativeDef::class_method("__prepare__", "(type, /, *args, **kwargs)", prepare),
    NativeDef::method("__instancecheck__", "(self, instance, /)", instance_check),
    NativeDef::method("__subclasscheck__", "(self, subclass, /)", subclass_check),
    NativeDef::method("__dir__", "(self, /)", dir),
    NativeDef::method("__sizeof__", "(self, /)", sizeof),
];
