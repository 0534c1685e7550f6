//! `Class.__bases__ = …`: other bases for a class that has instances and subclasses.

use crate::object::class::Class;
use crate::object::{Res, Thread, Value, names};
use crate::runtime::classes::change::{
    bases_changed, check_assignable, check_mutable, with_subclasses,
};
use crate::runtime::classes::mro::{best_base, compute_mro};

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
        // A `mro` method may have come here again, when only `__base__` tells already what is to become of a class.
        if payload.is_subclass_of(x) || payload.derives_from(x) {
            return Err(thread.type_error("a __bases__ item causes an inheritance cycle"));
        }
    }
    let new_base = best_base(thread, bases)?;
    let old_base = class.base.get();
    if let (Some(before), Some(after)) = (old_base.as_class(), new_base.as_class()) {
        check_assignable(thread, before, after, "__bases__")?;
    }
    replace(thread, x, class, value, new_base)
}

/// Sets the bases and computes the MROs of the class and its subclasses; on an error all stays as it was. What a `mro` method has
/// assigned in the meantime stands.
fn replace(thread: &Thread, x: &Value, class: &Class, bases: &Value, base: Value) -> Res<()> {
    let old_bases = class.bases.replace(bases.clone());
    let old_base = class.base.replace(base);
    let mut changed: Vec<(Value, Value, Value)> = Vec::new();
    let result = compute_all(thread, class, &mut changed);
    let is_current = class.bases.get().is(bases);
    if let Err(raised) = result {
        for (affected, new, old) in changed.into_iter().rev() {
            if let Some(payload) = affected.as_class()
                && payload.mro.get().is(&new)
            {
                drop(payload.mro.replace(old));
            }
        }
        if is_current {
            drop(class.base.replace(old_base));
            drop(class.bases.replace(old_bases));
        }
        return Err(raised);
    }
    if is_current {
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
    }
    bases_changed(thread, class);
    Ok(())
}

/// Computes the MROs, and notes each changed class with its new and its old one.
fn compute_all(
    thread: &Thread,
    class: &Class,
    changed: &mut Vec<(Value, Value, Value)>,
) -> Res<()> {
    for affected in with_subclasses(class) {
        let Some(payload) = affected.as_class() else {
            continue;
        };
        let before = payload.mro.load();
        let mro = compute_mro(thread, &affected)?;
        let same = match (&before, payload.mro.load()) {
            (Some(before), Some(now)) => before.is(&now),
            (before, now) => before.is_none() && now.is_none(),
        };
        if same {
            let old = payload.mro.replace(mro.clone());
            changed.push((affected.clone(), mro, old));
        }
    }
    Ok(())
}
