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
    NativeDef::method("mro", "(self, /)", mro)
        .doc("The classes in which attributes are looked up, in order."),
    NativeDef::method("__subclasses__", "(self, /)", subclasses)
        .doc("The direct subclasses, as a list."),
    NativeDef::class_method("__prepare__", "(type, /, *args, **kwargs)", prepare)
        .doc(
            "__prepare__() -> dict\n\
            The namespace for the body of a new class.",
        )
        .shown_as("($cls, name, bases, /, **kwds)"),
    NativeDef::method("__instancecheck__", "(self, instance, /)", instance_check)
        .doc("Whether an object is an instance."),
    NativeDef::method("__subclasscheck__", "(self, subclass, /)", subclass_check)
        .doc("Whether a class is a subclass."),
    NativeDef::method("__dir__", "(self, /)", dir)
        .doc("The names of the attributes of the class and its bases."),
    NativeDef::method("__sizeof__", "(self, /)", sizeof).doc("How many bytes the class occupies."),
];
