//! Making instances: `type.__call__`, `object.__new__` and `object.__init__`, and `__new__` of native classes by name.

use crate::object::class::{CallArgs, Class, SlotId, class_flag};
use crate::object::instance::Plain;
use crate::object::{Builtin, Raised, Res, Thread, Value, names};
use crate::runtime::protocol;

/// `class(…)`: `__new__`, then `__init__` if that gave an instance of the class.
///
/// # Errors
/// TypeError if the class has no instances that scripts can make, and what `__new__` and `__init__` raise.
pub fn call_class(thread: &Thread, class: &Value, args: CallArgs<'_>) -> Res {
    let Some(payload) = class.as_class() else {
        return Err(thread.type_error("descriptor '__call__' requires a 'type' object"));
    };
    if payload.is_exact(Builtin::Type) {
        match (args.values, args.names) {
            ([value], []) => return Ok(thread.class_object(value)),
            (_, [_, ..]) if args.positional().len() == 1 => {
                return Err(thread.type_error("type() takes no keyword arguments"));
            }
            _ if args.positional().len() != 3 => {
                return Err(thread.type_error("type() takes 1 or 3 arguments"));
            }
            _ => {}
        }
    }
    let Some(construct) = payload.construct() else {
        return Err(no_instances(thread, payload));
    };
    // Nothing is held on to while a script's methods run.
    let token = args.values.as_ptr() as u64;
    let is_direct = thread.is_direct(token);
    let pass_on = || {
        if is_direct {
            thread.mark_direct(token);
        }
    };
    let object = if is_direct && !payload.is_static() {
        thread.staying(true, || construct(thread, class, args))?
    } else {
        pass_on();
        construct(thread, class, args)?
    };
    let made = thread.class_of(&object);
    if made.is_subclass_of(class)
        && let Some(init) = made.init()
    {
        let is_script = || {
            thread
                .lookup_in_class(made, names::INIT.value())
                .is_some_and(|init| init.is_exact(Builtin::Function))
        };
        if is_direct && is_script() {
            thread.staying(true, || init(thread, &object, args))?;
        } else {
            pass_on();
            init(thread, &object, args)?;
        }
    }
    Ok(object)
}

#[cold]
fn no_instances(thread: &Thread, class: &Class) -> Raised {
    thread.type_error(format!("cannot create '{}' instances", class.name_text()))
}

/// The body of `__new__` as a method of a native class: `(owner, class, …)` with the keywords' dictionary second.
pub(super) fn new_wrapper(thread: &Thread, args: &[Value]) -> Res {
    let (owner_value, keywords, rest) = (&args[0], &args[1], &args[2..]);
    let Some(owner) = owner_value.as_class() else {
        return Err(thread.type_error("__new__() called with non-type 'self'"));
    };
    let name = owner.name_text();
    let Some(class_value) = rest.first() else {
        return Err(thread.type_error(format!("{name}.__new__(): not enough arguments")));
    };
    let Some(class) = class_value.as_class() else {
        let given = thread.class_of(class_value).name_text();
        return Err(thread.type_error(format!(
            "{name}.__new__(X): X is not a type object ({given})"
        )));
    };
    let given = class.name_text();
    if !class.is_subclass_of(owner_value) {
        return Err(thread.type_error(format!(
            "{name}.__new__({given}): {given} is not a subtype of {name}"
        )));
    }
    let native = native_ancestor(class);
    if let Some(native) = native.as_class()
        && !native.same_slot(SlotId::New, owner)
    {
        let native = native.name_text();
        return Err(thread.type_error(format!(
            "{name}.__new__({given}) is not safe, use {native}.__new__()"
        )));
    }
    thread.before_call(owner_value, rest);
    let Some(construct) = owner.construct() else {
        return Err(no_instances(thread, owner));
    };
    let mut values = rest[1..].to_vec();
    let mut keyword_names = Vec::new();
    if let Some(dict) = keywords.as_dict() {
        for (key, value) in dict.items(thread) {
            keyword_names.push(key);
            values.push(value);
        }
    }
    let call = CallArgs {
        values: &values,
        names: &keyword_names,
    };
    construct(thread, class_value, call)
}

/// The nearest class along the `__base__` chain that is native: its `__new__` knows the instances' layout.
pub fn native_ancestor(class: &Class) -> Value {
    let mut value = class.object();
    loop {
        let next = match value.as_class() {
            Some(class) if !class.is_static() && !class.has(class_flag::NATIVE_HEAP) => {
                class.base.load()
            }
            _ => None,
        };
        match next {
            Some(base) => value = base,
            None => return value,
        }
    }
}

/// `object.__new__`
///
/// # Errors
/// TypeError for arguments that nobody takes, and for abstract classes.
pub fn object_new(thread: &Thread, class: &Value, args: CallArgs<'_>) -> Res {
    let Some(payload) = class.as_class() else {
        return Err(thread.type_error("object.__new__(X): X is not a type object"));
    };
    let object = Builtin::Object.get();
    if !args.values.is_empty() {
        if !payload.same_slot(SlotId::New, object) {
            return Err(thread.type_error(
                "object.__new__() takes exactly one argument (the type to instantiate)",
            ));
        }
        if payload.same_slot(SlotId::Init, object) {
            let name = payload.name_text();
            return Err(thread.type_error(format!("{name}() takes no arguments")));
        }
    }
    if payload.has(class_flag::ABSTRACT) {
        return Err(abstract_class(thread, class, payload));
    }
    if payload.layout != crate::object::layout::core::INSTANCE {
        return Err(no_instances(thread, payload));
    }
    thread.alloc_instance(payload, Plain)
}

#[cold]
fn abstract_class(thread: &Thread, class: &Value, payload: &Class) -> Raised {
    let methods = protocol::get_attr(thread, class, names::ABSTRACTMETHODS.value())
        .and_then(|methods| protocol::collect(thread, &methods));
    let methods = match methods {
        Ok(methods) => methods,
        Err(raised) => return raised,
    };
    let mut shown = Vec::with_capacity(methods.len());
    for method in &methods {
        match protocol::str_of(thread, method) {
            Ok(text) => shown.push(protocol::attribute::shown_name(&text)),
            Err(raised) => return raised,
        }
    }
    shown.sort();
    let plural = if shown.len() > 1 { "s" } else { "" };
    let list = shown
        .iter()
        .map(|name| format!("'{name}'"))
        .collect::<Vec<_>>()
        .join(", ");
    thread.type_error(format!(
        "Can't instantiate abstract class {} without an implementation for abstract method{plural} {list}",
        payload.name_text()
    ))
}

/// `object.__init__`
///
/// # Errors
/// TypeError for arguments that nobody takes.
pub fn object_init(thread: &Thread, object: &Value, args: CallArgs<'_>) -> Res<()> {
    if args.values.is_empty() {
        return Ok(());
    }
    let class = thread.class_of(object);
    let root = Builtin::Object.get();
    if !class.same_slot(SlotId::Init, root) {
        return Err(thread.type_error(
            "object.__init__() takes exactly one argument (the instance to initialize)",
        ));
    }
    if class.same_slot(SlotId::New, root) {
        let name = class.name_text();
        return Err(thread.type_error(format!(
            "{name}.__init__() takes exactly one argument (the instance to initialize)"
        )));
    }
    Ok(())
}
