//! Methods of object.

use super::reduce;
use crate::object::{Builtin, Class, Dict, List, NativeDef, Res, Thread, Value, names};
use crate::runtime::classes::{GetSetDef, change, layout};
use crate::runtime::descriptor::GetSet;
use crate::runtime::protocol::{self, attribute};

fn class(thread: &Thread, x: &Value) -> Res {
    Ok(thread.class_object(x))
}

fn set_class(thread: &Thread, x: &Value, value: Option<&Value>) -> Res<()> {
    match value {
        Some(class) => change::set_class(thread, x, class),
        None => Err(thread.type_error("can't delete __class__ attribute")),
    }
}

/// Computed attributes.
pub(super) const GETSET: &[GetSetDef] = &[GetSetDef::new("__class__", class)
    .writable(set_class)
    .doc("The class of the object.")];

fn format(thread: &Thread, args: &[Value]) -> Res {
    let Some(spec) = args[1].as_str_object() else {
        return Err(thread.type_error(format!(
            "__format__() argument must be str, not {}",
            thread.class_of(&args[1]).name_text()
        )));
    };
    if !spec.is_empty() {
        return Err(thread.type_error(format!(
            "unsupported format string passed to {}.__format__",
            thread.class_of(&args[0]).name_text()
        )));
    }
    protocol::str_of(thread, &args[0])
}

fn sizeof(thread: &Thread, args: &[Value]) -> Res {
    let class = thread.class_of(&args[0]);
    let size = class.instance_layout().size.max(16);
    thread.int(i64::from(size))
}

/// `object.__dir__`: names of the instance, of its class and of all bases.
fn dir(thread: &Thread, args: &[Value]) -> Res {
    let names = Dict::new_value(thread)?;
    let Some(all) = names.as_dict() else {
        return Ok(names);
    };
    if has_usual_dict(thread, &args[0]) {
        // Without making the `__dict__`, if there is none yet.
        let mut own = Vec::new();
        match thread.own_dict(&args[0]) {
            Some(dict) => own.extend(dict.as_dict().map_or_else(Vec::new, Dict::keys)),
            None => thread.each_attribute(&args[0], &mut |name, _| own.push(name.clone())),
        }
        for key in own {
            all.set(thread, key, Value::NONE)?;
        }
    } else {
        let own = attribute::get_attr_opt(thread, &args[0], names::DICT.value())?;
        if let Some(own) = own.as_ref().and_then(Value::as_dict) {
            for key in own.keys() {
                all.set(thread, key, Value::NONE)?;
            }
        }
    }
    let class = attribute::get_attr_opt(thread, &args[0], names::CLASS.value())?;
    if let Some(class) = class {
        merge_class(thread, all, &class)?;
    }
    List::new_value(thread, all.keys())
}

/// Whether `__dict__` of the object is that of instances of scripts' classes, not one that a class has defined itself.
fn has_usual_dict(thread: &Thread, x: &Value) -> bool {
    thread
        .lookup_in_class(thread.class_of(x), names::DICT.value())
        .and_then(|found| found.payload::<GetSet>().map(|found| found.def))
        .is_some_and(|def| std::ptr::eq(def, &raw const layout::DICT))
}

/// Adds the names in the namespaces of a class and its bases.
pub fn merge_class(thread: &Thread, names: &Dict, class: &Value) -> Res<()> {
    let Some(payload) = class.as_class() else {
        return Ok(());
    };
    let mro = payload.mro.get();
    for class in mro.as_tuple().unwrap_or(&[]).iter().rev() {
        for (name, _) in class
            .as_class()
            .map_or_else(Vec::new, |c| namespace(thread, c))
        {
            names.set(thread, name, Value::NONE)?;
        }
    }
    Ok(())
}

/// The entries of a class's namespace.
pub fn namespace(thread: &Thread, class: &Class) -> Vec<(Value, Value)> {
    match class.static_namespace() {
        Some(names) => names.entries().to_vec(),
        None => class
            .namespace()
            .as_dict()
            .map_or_else(Vec::new, |dict| dict.items(thread)),
    }
}

fn init_subclass(_: &Thread, _: &[Value]) -> Res {
    Ok(Value::NONE)
}

fn subclass_hook(_: &Thread, _: &[Value]) -> Res {
    Ok(Value::NOT_IMPLEMENTED)
}

fn get_state(thread: &Thread, args: &[Value]) -> Res {
    reduce::default_state(thread, &args[0])
}

fn reduce_method(thread: &Thread, args: &[Value]) -> Res {
    reduce::reduce(thread, &args[0], 0)
}

fn reduce_ex(thread: &Thread, args: &[Value]) -> Res {
    let protocol = protocol::index_size(thread, &args[1])?;
    // A class's own `__reduce__` comes first.
    let class = thread.class_of(&args[0]);
    let own = thread.lookup_in_class(class, names::REDUCE.value());
    let native = Builtin::Object
        .get()
        .own_attribute(thread, names::REDUCE.value());
    if let (Some(own), Some(native)) = (own, native)
        && !own.is(&native)
    {
        return protocol::call_method(thread, &args[0], names::REDUCE.value(), &[]);
    }
    reduce::reduce(thread, &args[0], protocol)
}

/// The method table.
pub(super) const METHODS: &[NativeDef] = &[
    NativeDef::method("__reduce_ex__", "(self, protocol, /)", reduce_ex),
    NativeDef::method("__reduce__", "(self, /)", reduce_method),
    NativeDef::method("__getstate__", "(self, /)", get_state)
        .doc("The state that copy and pickle take by default."),
    NativeDef::class_method("__subclasshook__", "(type, object, /)", subclass_hook).doc(
        "Called by issubclass() for abstract classes: True or False settle the\n\
        question, NotImplemented leaves it to the usual way.",
    ),
    NativeDef::class_method("__init_subclass__", "(type, /)", init_subclass).doc(
        "Called with each new direct or indirect subclass. Does nothing unless it is\n\
        overridden.",
    ),
    NativeDef::method("__format__", "(self, format_spec, /)", format)
        .doc("As str(self); TypeError if the specification is not empty."),
    NativeDef::method("__sizeof__", "(self, /)", sizeof),
    NativeDef::method("__dir__", "(self, /)", dir).doc("Names for dir()."),
];
