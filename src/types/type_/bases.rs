//! `Class.__bases__ = …`: other bases for a class that has instances and subclasses.

use crate::object::class::Class;
use crate::object::{Res, Thread, Value, names};
use crate::runtime::classes::change::{
    bases_changed, check_mutable, is_collected, same_layout, with_subclasses,
};
use crate::runtime::classes::mro::{best_base, compute_mro, solid_base};

pub(super) fn set_bases(thread: &Thread, x: &Value, value: Option<&Value>) -> Res<()> {
    let Some(class) = x.as_class() else {
        return Err(thread.type_error("a class was expected"));
    };
    check_mutable(thread, class, names::BASES.value())?;
    let name = class.name_text();
    let Some(value) = value else {
        return Err(thread.type_error(format!(
            "cannot delete '__bases__' attribute of immutable type '{name}'"
        )));
    };
    let Some(bases) = value.as_tuple() else {
        return Err(thread.type_error(format!(
            "can only assign tuple to {name}.__bases__, not {}",
            thread.class_of(value).name_text()
        )));
    };
    if bases.is_empty() {
        return Err(thread.type_error(format!(
            "can only assign non-empty tuple to {name}.__bases__, not ()"
        )));
    }
    for base in bases {
        let Some(payload) = base.as_class() else {
            return Err(thread.type_error(format!(
                "{name}.__bases__ must be tuple of classes, not '{}'",
                thread.class_of(base).name_text()
            )));
        };
        if payload.is_subclass_of(x) {
            return Err(thread.type_error("a __bases__ item causes an inheritance cycle"));
        }
    }
    let new_base = best_base(thread, bases)?;
    check_layout(thread, class, &new_base)?;
    replace(thread, x, class, value, new_base)
}

/// TypeError unless instances look the same with the new base.
fn check_layout(thread: &Thread, class: &Class, new_base: &Value) -> Res<()> {
    let old_base = class.base.get();
    if let (Some(before), Some(after)) = (old_base.as_class(), new_base.as_class())
        && is_collected(before) != is_collected(after)
    {
        return Err(thread.type_error(format!(
            "__bases__ assignment: '{}' deallocator differs from '{}'",
            after.name_text(),
            before.name_text()
        )));
    }
    let (old, new) = (solid_base(&old_base), solid_base(new_base));
    let suits = match (old_base.as_class(), new_base.as_class()) {
        (Some(before), Some(after)) => {
            old.is(&new)
                && (same_layout(thread, before, after)
                    || after.instance_layout().fields.1 == before.instance_layout().fields.1
                        && after.layout == before.layout)
        }
        _ => false,
    };
    if suits {
        return Ok(());
    }
    let text = |value: &Value| value.as_class().map_or_else(String::new, Class::name_text);
    Err(thread.type_error(format!(
        "__bases__ assignment: '{}' object layout differs from '{}'",
        text(new_base),
        text(&old_base)
    )))
}

/// Sets the bases and computes the MROs of the class and its subclasses; on an error all stays as it was.
fn replace(thread: &Thread, x: &Value, class: &Class, bases: &Value, base: Value) -> Res<()> {
    let old_bases = class.bases.replace(bases.clone());
    let old_base = class.base.replace(base);
    let mut old_mros: Vec<(Value, Value)> = Vec::new();
    let mut failed = None;
    for affected in with_subclasses(class) {
        let Some(payload) = affected.as_class() else {
            continue;
        };
        match compute_mro(thread, &affected) {
            Ok(mro) => {
                let old = payload.mro.replace(mro);
                old_mros.push((affected.clone(), old));
            }
            Err(raised) => {
                failed = Some(raised);
                break;
            }
        }
    }
    if let Some(raised) = failed {
        for (affected, old) in old_mros.into_iter().rev() {
            if let Some(payload) = affected.as_class() {
                drop(payload.mro.replace(old));
            }
        }
        drop(class.base.replace(old_base));
        drop(class.bases.replace(old_bases));
        return Err(raised);
    }
    for old in old_bases.as_tuple().unwrap_or(&[]) {
        if let Some(old) = old.as_class() {
            old.remove_subclass(x.word());
        }
    }
    for new in bases.as_tuple().unwrap_or(&[]) {
        if let Some(new) = new.as_class() {
            new.add_subclass(x);
        }
    }
    bases_changed(thread, class);
    Ok(())
}
