//! Changing classes: attributes, bases, and the class of an object. After a change look-ups, slots, resolved cells and inline caches of the class
//! and of all its subclasses are as if the class had been made so.

use crate::object::class::{Class, SlotId, class_flag};
use crate::object::{Builtin, Exception, Raised, Res, Thread, Value};
use crate::runtime::protocol::attribute::{attribute_error, attribute_name, shown_name};
use crate::runtime::slots::update;
use rustc_hash::FxHashSet;

/// The cell that holds attribute `name` (interned) as resolved along the MRO of `class`, for inline caches; kept up to date when any class in the
/// MRO changes. None if there is no such attribute or no cell left.
pub fn resolved_cell(thread: &Thread, class: &Value, name: &Value) -> Option<u32> {
    thread.resolved_cell(class.as_class()?, name)
}

/// Sets (or deletes) an attribute in the namespace of a script's class, with slots and resolved cells brought up to date.
///
/// # Errors
/// TypeError for an immutable class; AttributeError when there is nothing to delete.
pub fn set_class_attribute(
    thread: &Thread,
    class: &Value,
    name: &Value,
    value: Option<&Value>,
) -> Res<()> {
    let name = attribute_name(thread, name)?;
    let Some(payload) = class.as_class() else {
        return Err(no_class(thread));
    };
    check_mutable(thread, payload, &name)?;
    let dict = payload.namespace();
    let Some(dict) = dict.as_dict() else {
        return Err(no_class(thread));
    };
    let old = dict.get_str(thread, &name);
    match value {
        Some(value) => dict.set_str(thread, &name, value.clone())?,
        None if old.is_none() => return Err(no_class_attribute(thread, class, &name)),
        None => drop(dict.remove_str(thread, &name)),
    }
    let is_data = |value: &Value| thread.class_of(value).descr_set().is_some();
    let hides = value.is_some_and(is_data) || old.as_ref().is_some_and(is_data);
    attribute_changed(thread, payload, &name, hides);
    // The old value dies last: its finaliser sees the class as it is now.
    drop(old);
    Ok(())
}

/// TypeError for a class whose attributes cannot be set.
pub fn check_mutable(thread: &Thread, class: &Class, name: &Value) -> Res<()> {
    if class.is_fixed() {
        return Err(thread.type_error(format!(
            "cannot set '{}' attribute of immutable type '{}'",
            shown_name(name),
            class.name_text()
        )));
    }
    Ok(())
}

#[cold]
fn no_class(thread: &Thread) -> Raised {
    thread.type_error("the attribute belongs to classes")
}

/// AttributeError: the class has no attribute of this name.
#[cold]
pub fn no_class_attribute(thread: &Thread, class: &Value, name: &Value) -> Raised {
    let text = class.as_class().map_or_else(String::new, Class::name_text);
    let message = format!(
        "type object '{text}' has no attribute '{}'",
        shown_name(name)
    );
    attribute_error(thread, &message, class, name)
}

/// Brings everything that depends on attribute `name` up to date. `hides`: a data descriptor came or went.
fn attribute_changed(thread: &Thread, class: &Class, name: &Value, hides: bool) {
    thread.class_changed(class, Some(name));
    let slots = update::slots_of_name(name);
    if !slots.is_empty() {
        for class in with_subclasses(class) {
            if let Some(class) = class.as_class() {
                slots
                    .iter()
                    .for_each(|slot| update::fill(thread, class, *slot));
            }
        }
    }
    if slots.contains(&SlotId::Finalize) {
        thread.mark_finalizers(&with_subclasses(class));
    }
    let hooks = slots
        .iter()
        .any(|slot| matches!(slot, SlotId::GetAttr | SlotId::SetAttr));
    if hides || hooks {
        thread.retire_shapes(class);
    }
}

/// The class and all scripts' classes that derive from it, bases before their subclasses.
pub fn with_subclasses(class: &Class) -> Vec<Value> {
    let mut all = vec![class.object()];
    let mut seen = FxHashSet::default();
    let mut next = 0;
    while let Some(class) = all.get(next).cloned() {
        next += 1;
        for subclass in class.as_class().map_or_else(Vec::new, Class::subclasses) {
            if seen.insert(subclass.word()) {
                all.push(subclass);
            }
        }
    }
    // A class's MRO is longer than that of any of its bases.
    all.sort_by_key(|class| {
        let mro = class
            .as_class()
            .map_or(Value::UNBOUND, |class| class.mro.get());
        mro.as_tuple().map_or(0, <[Value]>::len)
    });
    all
}

/// After a change of bases: everything of the class and its subclasses is found anew.
pub fn bases_changed(thread: &Thread, class: &Class) {
    thread.class_changed(class, None);
    for class in with_subclasses(class) {
        if let Some(class) = class.as_class() {
            update::fill_all(thread, class);
        }
    }
    thread.retire_shapes(class);
}

/// `object.__class__ = class`
///
/// # Errors
/// TypeError if either class is immutable or their instances have different layouts.
pub fn set_class(thread: &Thread, object: &Value, class: &Value) -> Res<()> {
    let Some(new) = class.as_class() else {
        return Err(thread.type_error(format!(
            "__class__ must be set to a class, not '{}' object",
            thread.class_of(class).name_text()
        )));
    };
    let old_value = thread.class_object(object);
    let Some(old) = old_value.as_class() else {
        return Err(no_class(thread));
    };
    let module = Builtin::Module.class();
    let modules = old.is_subclass_of(module) && new.is_subclass_of(module);
    if !modules && (old.is_fixed() || new.is_fixed()) {
        return Err(thread.type_error(
            "__class__ assignment only supported for mutable types or ModuleType subclasses",
        ));
    }
    check_assignable(thread, old, new, "__class__")?;
    thread.change_class(object, new)
}

/// Whether instances can refer to other objects, which is what CPython's collector, and so its allocator, distinguishes.
pub fn is_collected(class: &Class) -> bool {
    use crate::object::layout::core;
    let plain = matches!(
        class.layout,
        core::INSTANCE | core::INT | core::FLOAT | core::STR | core::BYTES
    );
    !plain || class.has(class_flag::HAS_DICT) || class.instance_layout().fields.1 > 0
}

/// TypeError unless instances of `old` can be taken for instances of `new`, which `attribute` is to make of them.
///
/// # Errors
/// TypeError
pub fn check_assignable(thread: &Thread, old: &Class, new: &Class, attribute: &str) -> Res<()> {
    let what = if is_collected(old) != is_collected(new) {
        "deallocator"
    } else if !same_layout(thread, old, new) {
        "object layout"
    } else {
        return Ok(());
    };
    Err(thread.type_error(format!(
        "{attribute} assignment: '{}' {what} differs from '{}'",
        new.name_text(),
        old.name_text()
    )))
}

/// Whether instances of both classes look the same: after leaving out subclasses that add nothing, both are one class, or add slots
/// of the same names to one base.
fn same_layout(thread: &Thread, a: &Class, b: &Class) -> bool {
    let (x, y) = (adding_class(a), adding_class(b));
    if x.is(&y) {
        return true;
    }
    let (Some(a), Some(b)) = (x.as_class(), y.as_class()) else {
        return false;
    };
    let (Some(x), Some(y)) = (a.base.load(), b.base.load()) else {
        return false;
    };
    let fixed = a.is_static() || b.is_static();
    x.is(&y)
        && !fixed
        && same_instances(a, b)
        && super::layout::own_fields(thread, a) == super::layout::own_fields(thread, b)
}

/// The first class along the `__base__` chain whose instances differ from those of its base.
fn adding_class(class: &Class) -> Value {
    let mut value = class.object();
    loop {
        let next = match value.as_class() {
            Some(class) => match class.base.load() {
                Some(base)
                    if base
                        .as_class()
                        .is_some_and(|base| same_instances(class, base)) =>
                {
                    base
                }
                _ => return value,
            },
            None => return value,
        };
        value = next;
    }
}

/// Whether instances of both classes have the same payload, as many fields, and both or neither a `__dict__` and weak references.
fn same_instances(a: &Class, b: &Class) -> bool {
    let (x, y) = (a.instance_layout(), b.instance_layout());
    let own = [
        class_flag::HAS_DICT,
        class_flag::WEAKREF,
        class_flag::HIDDEN_ATTRIBUTES,
    ];
    a.layout == b.layout
        && x.fields.1 == y.fields.1
        && (x.fields.1 == 0 || x.fields.0 == y.fields.0)
        && x.ext_offset == y.ext_offset
        && own.iter().all(|&flag| a.has(flag) == b.has(flag))
        && is_collected(a) == is_collected(b)
        && Exception::field_count(a.native_base()) == Exception::field_count(b.native_base())
}
