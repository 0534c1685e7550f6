//! `isinstance` and `issubclass`: classes, tuples of them, and whatever defines `__instancecheck__` or `__subclasscheck__`.

use super::attribute::{call_unbound, get_attr_opt, lookup_special_unbound};
use super::truth;
use crate::object::class::{Class, SlotId};
use crate::object::names::{self, Name};
use crate::object::{Builtin, Res, Thread, Value};

/// `isinstance(value, class)`: classes, tuples of them, unions, and `__instancecheck__`.
///
/// # Errors
/// TypeError if `class` is nothing to check against, and what hooks raise.
pub fn is_instance(thread: &Thread, value: &Value, class: &Value) -> Res<bool> {
    if thread.shape_class_is(value, class) {
        return Ok(true);
    }
    if is_plain_class(thread, class) {
        return is_instance_by_class(thread, value, class);
    }
    if let Some(classes) = class.as_tuple() {
        thread.check_stack(" in __instancecheck__")?;
        return is_instance_of_any(thread, value, classes);
    }
    match hook(thread, class, names::INSTANCECHECK, value)? {
        Some(answer) => Ok(answer),
        None => is_instance_by_class(thread, value, class),
    }
}

fn is_instance_of_any(thread: &Thread, value: &Value, classes: &[Value]) -> Res<bool> {
    let any = || {
        for class in classes {
            if is_instance(thread, value, class)? {
                return Ok(true);
            }
        }
        Ok(false)
    };
    let known = thread.runs_together().then(|| thread.class_object(value));
    let found = any()?;
    match known {
        // Another thread has changed the class, maybe from one that was still to be asked to one that had been.
        Some(known) if !found && !known.is(&thread.class_object(value)) => {
            thread.go_alone();
            any()
        }
        _ => Ok(found),
    }
}

/// Whether the class's metaclass is exactly `type`, which has no hooks of its own.
#[inline]
fn is_plain_class(thread: &Thread, class: &Value) -> bool {
    class.as_class().is_some() && thread.class_of(class).is_exact(Builtin::Type)
}

fn hook(thread: &Thread, class: &Value, name: Name, argument: &Value) -> Res<Option<bool>> {
    let Some((function, needs_self)) = lookup_special_unbound(thread, class, name.value())? else {
        return Ok(None);
    };
    thread.check_stack(&format!(" in {}", name.text()))?;
    let answer = call_unbound(thread, &function, needs_self, class, &[argument])?;
    truth(thread, &answer).map(Some)
}

/// Whether `__class__` of instances is what `object` says it is, which nothing in an instance can hide.
fn says_its_class(thread: &Thread, class: &Class) -> bool {
    let object = Builtin::Object.get();
    let name = names::CLASS.value();
    let own = thread.lookup_in_class(class, name);
    let known = thread.lookup_in_class(object, name);
    class.same_slot(SlotId::GetAttr, object)
        && own.zip(known).is_some_and(|(own, known)| own.is(&known))
}

/// `type.__instancecheck__`: the class of the value, or what the value says its `__class__` is.
///
/// # Errors
/// TypeError if `class` is no class and has no `__bases__`.
pub fn is_instance_by_class(thread: &Thread, value: &Value, class: &Value) -> Res<bool> {
    if class.as_class().is_some() {
        if thread.class_of(value).is_subclass_of(class) {
            return Ok(true);
        }
        if says_its_class(thread, thread.class_of(value)) {
            return Ok(false);
        }
        // Asking may mean to wait, after which the value may have another class.
        let known = thread.class_object(value);
        let claimed = get_attr_opt(thread, value, names::CLASS.value())?;
        return Ok(claimed.is_some_and(|claimed| {
            !claimed.is(&known)
                && claimed
                    .as_class()
                    .is_some_and(|claimed| claimed.is_subclass_of(class))
        }));
    }
    check_class(
        thread,
        class,
        "isinstance() arg 2 must be a type, a tuple of types, or a union",
    )?;
    match get_attr_opt(thread, value, names::CLASS.value())? {
        Some(claimed) => abstract_subclass(thread, &claimed, class),
        None => Ok(false),
    }
}

/// `issubclass(class, of)`
///
/// # Errors
/// TypeError if either is no class, and what hooks raise.
pub fn is_subclass(thread: &Thread, class: &Value, of: &Value) -> Res<bool> {
    if is_plain_class(thread, of) {
        if class.is(of) {
            return Ok(true);
        }
        return is_subclass_by_class(thread, class, of);
    }
    if let Some(classes) = of.as_tuple() {
        thread.check_stack(" in __subclasscheck__")?;
        for of in classes {
            if is_subclass(thread, class, of)? {
                return Ok(true);
            }
        }
        return Ok(false);
    }
    match hook(thread, of, names::SUBCLASSCHECK, class)? {
        Some(answer) => Ok(answer),
        None => is_subclass_by_class(thread, class, of),
    }
}

/// `type.__subclasscheck__`
///
/// # Errors
/// TypeError if either is no class and has no `__bases__`.
pub fn is_subclass_by_class(thread: &Thread, class: &Value, of: &Value) -> Res<bool> {
    if let (Some(class), Some(_)) = (class.as_class(), of.as_class()) {
        return Ok(class.is_subclass_of(of));
    }
    check_class(thread, class, "issubclass() arg 1 must be a class")?;
    check_class(
        thread,
        of,
        "issubclass() arg 2 must be a class, a tuple of classes, or a union",
    )?;
    abstract_subclass(thread, class, of)
}

/// `__bases__` of something that poses as a class.
fn abstract_bases(thread: &Thread, class: &Value) -> Res<Option<Value>> {
    let bases = get_attr_opt(thread, class, names::BASES.value())?;
    Ok(bases.filter(|bases| bases.as_tuple().is_some()))
}

fn check_class(thread: &Thread, class: &Value, message: &str) -> Res<()> {
    if class.as_class().is_some() || abstract_bases(thread, class)?.is_some() {
        return Ok(());
    }
    Err(thread.type_error(message))
}

fn abstract_subclass(thread: &Thread, class: &Value, of: &Value) -> Res<bool> {
    if class.is(of) {
        return Ok(true);
    }
    thread.check_stack(" in __issubclass__")?;
    let Some(bases) = abstract_bases(thread, class)? else {
        return Ok(false);
    };
    for base in bases.as_tuple().unwrap_or(&[]) {
        if abstract_subclass(thread, base, of)? {
            return Ok(true);
        }
    }
    Ok(false)
}
