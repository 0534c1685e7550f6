//! Functions that ask objects about themselves: texts, attributes, classes, identity, namespaces.

use crate::object::{Beside, Builtin, List, NativeDef, Res, Thread, Value, names};
use crate::runtime::frames;
use crate::runtime::protocol::{self, attribute, convert};
use crate::types::list::sort::sort_values;
use crate::types::text::args::type_name;

fn repr(thread: &Thread, args: &[Value]) -> Res {
    protocol::repr(thread, &args[0])
}

fn ascii(thread: &Thread, args: &[Value]) -> Res {
    protocol::ascii(thread, &args[0])
}

fn format(thread: &Thread, args: &[Value]) -> Res {
    match args[1].bound() {
        None => convert::format(thread, &args[0], names::EMPTY.value()),
        Some(spec) if spec.as_str_object().is_some() => convert::format(thread, &args[0], spec),
        Some(spec) => Err(thread.type_error(format!(
            "format() argument 2 must be str, not {}",
            type_name(thread, spec)
        ))),
    }
}

fn callable(thread: &Thread, args: &[Value]) -> Res {
    Ok(Value::from_bool(thread.class_of(&args[0]).call().is_some()))
}

fn id(thread: &Thread, args: &[Value]) -> Res {
    thread.int_from_usize(thread.identity(&args[0]) as usize)
}

fn hash(thread: &Thread, args: &[Value]) -> Res {
    thread.int(protocol::hash(thread, &args[0])?)
}

fn isinstance(thread: &Thread, args: &[Value]) -> Res {
    protocol::is_instance(thread, &args[0], &args[1]).map(Value::from_bool)
}

fn issubclass(thread: &Thread, args: &[Value]) -> Res {
    protocol::is_subclass(thread, &args[0], &args[1]).map(Value::from_bool)
}

fn getattr(thread: &Thread, args: &[Value]) -> Res {
    let name = attribute::attribute_name(thread, &args[1])?;
    match args[2].bound() {
        None => protocol::get_attr(thread, &args[0], &name),
        Some(default) => {
            let found = protocol::get_attr_opt(thread, &args[0], &name)?;
            Ok(found.unwrap_or_else(|| default.clone()))
        }
    }
}

fn hasattr(thread: &Thread, args: &[Value]) -> Res {
    let name = attribute::attribute_name(thread, &args[1])?;
    let found = protocol::get_attr_opt(thread, &args[0], &name)?;
    Ok(Value::from_bool(found.is_some()))
}

fn setattr(thread: &Thread, args: &[Value]) -> Res {
    let name = attribute::attribute_name(thread, &args[1])?;
    let is_plain = args[1].is_exact(Builtin::Str);
    let was_there = is_plain || thread.instance_attribute(&args[0], &name).is_some();
    protocol::set_attr(thread, &args[0], &name, Some(&args[2]))?;
    if !was_there && let Some(value) = thread.instance_attribute(&args[0], &name) {
        // The key of a new entry is the object that was given, an instance of a subclass too.
        let dict = thread.instance_dict(&args[0])?;
        if let Some(dict) = dict.as_ref().and_then(Value::as_dict) {
            drop(dict.remove_str(thread, &name));
            dict.set(thread, args[1].clone(), value)?;
        }
    }
    Ok(Value::NONE)
}

fn delattr(thread: &Thread, args: &[Value]) -> Res {
    let name = attribute::attribute_name(thread, &args[1])?;
    protocol::set_attr(thread, &args[0], &name, None)?;
    Ok(Value::NONE)
}

/// The globals of the running code.
///
/// # Errors
/// SystemError outside of any code.
pub fn current_globals(thread: &Thread) -> Res {
    frames::current_globals(thread)
        .ok_or_else(|| thread.error(Builtin::SystemError, "globals do not exist"))
}

/// The local variables of the running code.
///
/// # Errors
/// SystemError outside of any code.
pub fn current_locals(thread: &Thread) -> Res {
    frames::current_locals(thread)?
        .ok_or_else(|| thread.error(Builtin::SystemError, "frame does not exist"))
}

fn globals(thread: &Thread, _: &[Value]) -> Res {
    frames::current_globals(thread).map_or(Ok(Value::NONE), Ok)
}

fn locals(thread: &Thread, _: &[Value]) -> Res {
    current_locals(thread)
}

fn vars(thread: &Thread, args: &[Value]) -> Res {
    let Some(object) = args[0].bound() else {
        return current_locals(thread);
    };
    match protocol::get_attr_opt(thread, object, names::DICT.value())? {
        Some(dict) => Ok(dict),
        None => Err(thread.type_error("vars() argument must have __dict__ attribute")),
    }
}

fn dir(thread: &Thread, args: &[Value]) -> Res {
    let listed = match args[0].bound() {
        None => {
            let locals = current_locals(thread)?;
            match locals.as_dict() {
                Some(dict) => List::new_value(thread, dict.keys())?,
                None => protocol::call_method(thread, &locals, names::KEYS.value(), &[])?,
            }
        }
        Some(object) => {
            match protocol::call::call_special(thread, object, names::DIR.value(), &[])? {
                Some(listed) => listed,
                None => return Err(thread.type_error("object does not provide __dir__")),
            }
        }
    };
    let mut items = protocol::collect(thread, &listed)?;
    sort_values(thread, &mut items, None, false, false)?;
    List::new_value(thread, items)
}

/// The table lines.
pub const FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("repr", "(obj, /)", repr)
        .beside(Beside::PROTOCOLS)
        .doc("The text that stands for the object, as code where that is possible."),
    NativeDef::function("ascii", "(obj, /)", ascii)
        .beside(Beside::PROTOCOLS)
        .doc("As repr(), with escapes in place of everything beyond ASCII."),
    NativeDef::function("format", "(value, format_spec='', /)", format)
        .beside(Beside::PROTOCOLS)
        .doc(
            "The value as text in the form that the specification asks for.\n\n\
        The type decides what specifications it knows; an empty one is mostly as\n\
        str().",
        ),
    NativeDef::function("callable", "(obj, /)", callable)
        .beside(Beside::PROTOCOLS)
        .doc("Whether the object can be called. Classes can, and instances with __call__()."),
    NativeDef::function("id", "(obj, /)", id)
        .beside(Beside::PROTOCOLS)
        .doc("A number that no other object has while this one lives."),
    NativeDef::function("hash", "(obj, /)", hash)
        .beside(Beside::PROTOCOLS)
        .doc(
            "The hash of an object.\n\n\
        Equal objects have equal hashes; the reverse need not hold.",
        ),
    NativeDef::function("isinstance", "(obj, class_or_tuple, /)", isinstance)
        .beside(Beside::Reads(0))
        .doc(
            "Whether an object is an instance of a class or of a subclass of it.\n\n\
        Of several classes (a tuple, or a union as in int | str), one has to match.",
        ),
    NativeDef::function("issubclass", "(cls, class_or_tuple, /)", issubclass)
        .beside(Beside::PROTOCOLS)
        .doc(
            "Whether a class is another class or derives from it.\n\n\
        Of several classes (a tuple, or a union as in int | str), one has to match.",
        ),
    NativeDef::function(
        "getattr",
        "(object, name, default=<unrepresentable>, /)",
        getattr,
    )
    .beside(Beside::PROTOCOLS)
    .doc(
        "getattr(object, name[, default]) -> value\n\n\
        The attribute with that name: getattr(x, 'y') is x.y. If there is none, the\n\
        default if one is given, else AttributeError.",
    )
    .unsigned(),
    NativeDef::function("hasattr", "(obj, name, /)", hasattr)
        .beside(Beside::PROTOCOLS)
        .doc(
            "Whether the object has an attribute with that name: whether reading it\n\
        raises no AttributeError.",
        ),
    NativeDef::function("setattr", "(obj, name, value, /)", setattr)
        .beside(Beside::PROTOCOLS)
        .doc("Sets an attribute by name: setattr(x, 'y', v) is x.y = v."),
    NativeDef::function("delattr", "(obj, name, /)", delattr)
        .beside(Beside::PROTOCOLS)
        .doc("Deletes an attribute by name: delattr(x, 'y') is del x.y."),
    NativeDef::function("globals", "()", globals).doc(
        "The namespace of the module that the caller's code belongs to. Writing to it\n\
        changes the module.",
    ),
    NativeDef::function("locals", "()", locals).doc(
        "The local variables of the caller, by name.\n\n\
        In a function this is a copy, made at each call.",
    ),
    NativeDef::function("vars", "(object=<unrepresentable>, /)", vars)
        .doc(
            "vars([object]) -> dictionary\n\n\
            The object's __dict__; without an argument, as locals().",
        )
        .unsigned(),
    NativeDef::function("dir", "(object=<unrepresentable>, /)", dir)
        .doc(
            "dir([object]) -> list of strings\n\n\
            Names of the object's attributes, sorted; without an argument, the local\n\
            names. A type may define __dir__() to answer for its instances.",
        )
        .unsigned(),
];
