//! `type.__new__`: from name, bases and namespace to a class.

use super::{layout, mro};
use crate::object::class::CallArgs;
use crate::object::class::{Class, SLOTS, class_flag};
use crate::object::{Builtin, Dict, Res, Str, Thread, Tuple, Value, names};
use crate::runtime::descriptor::{ClassMethod, StaticMethod};
use crate::runtime::function::{Cell, Function};
use crate::runtime::protocol::attribute::lookup_special_unbound;
use crate::runtime::protocol::{self, get_attr_opt};
use crate::runtime::slots::update;
use crate::runtime::warnings::warn;

/// `metaclass(name, bases, namespace)` as `type.__new__` does it: checks, MRO, layout, slots, `__set_name__`, `__init_subclass__`.
///
/// # Errors
/// TypeError and ValueError for what cannot be a class, and what hooks raise.
pub fn new_class(
    thread: &Thread,
    metaclass: &Value,
    name: &Value,
    bases: &[Value],
    namespace: &Value,
    keywords: &[(Value, Value)],
) -> Res {
    for base in bases {
        if base.as_class().is_none() {
            let entries = get_attr_opt(thread, base, names::MRO_ENTRIES.value())?;
            if entries.is_some() {
                return Err(thread.type_error(
                    "type() doesn't support MRO entry resolution; use types.new_class()",
                ));
            }
        }
    }
    let winner = mro::calculate_metaclass(thread, metaclass, bases)?;
    if !winner.is(metaclass)
        && let Some(class) = winner.as_class()
        && !class.same_slot(crate::object::class::SlotId::New, Builtin::Type.get())
        && let Some(construct) = class.construct()
    {
        let mut values = vec![
            name.clone(),
            Tuple::from_slice(thread, bases)?,
            namespace.clone(),
        ];
        values.extend(keywords.iter().map(|(_, value)| value.clone()));
        let keyword_names: Vec<Value> = keywords.iter().map(|(name, _)| name.clone()).collect();
        let args = CallArgs {
            values: &values,
            names: &keyword_names,
        };
        return construct(thread, &winner, args);
    }
    let object = [Builtin::Object.class().clone()];
    let bases = if bases.is_empty() { &object[..] } else { bases };
    let class = make(thread, &winner, name, bases, namespace)?;
    warn_of_odd_keys(thread, &class)?;
    set_names(thread, &class)?;
    init_subclass(thread, &class, keywords)?;
    Ok(class)
}

/// The class object, complete but for the hooks.
fn make(
    thread: &Thread,
    metaclass: &Value,
    name: &Value,
    bases: &[Value],
    namespace: &Value,
) -> Res {
    let Some(text) = name.as_str_object() else {
        return Err(thread.type_error(format!(
            "type.__new__() argument 1 must be str, not {}",
            thread.class_of(name).name_text()
        )));
    };
    let class_name = checked_name(thread, text)?;
    let base = mro::best_base(thread, bases)?;
    let (Some(base_class), Some(meta), Some(given)) =
        (base.as_class(), metaclass.as_class(), namespace.as_dict())
    else {
        return Err(thread.type_error("bases must be types"));
    };
    let dict_value = given.copy_value(thread)?;
    let Some(dict) = dict_value.as_dict() else {
        return Ok(dict_value);
    };
    let plan = layout::plan(thread, &class_name, bases, base_class, dict)?;
    let qualname = take_qualname(thread, dict, name)?;
    set_module(thread, dict)?;
    wrap_methods(thread, dict)?;
    let attributes = layout::count_attributes(thread, bases, dict);
    let (flags, instances) = layout::instance_layout(base_class, &plan, attributes);
    let payload = Class::new(
        thread.intern_value(name)?,
        base_class.native_base(),
        base_class.layout,
        flags | class_flag::BASE | inherited_flags(bases),
    );
    payload.qualname.set(qualname);
    payload.dict.set(dict_value.clone());
    payload.bases.set(Tuple::from_slice(thread, bases)?);
    payload.base.set(base.clone());
    let class = Class::new_value(thread, meta, payload, instances)?;
    let Some(payload) = class.as_class() else {
        return Ok(class);
    };
    fill_class_cells(thread, dict, &dict_value, &class)?;
    layout::add_descriptors(thread, &class, &plan, dict)?;
    if dict.get_str(thread, names::DOC.value()).is_none() {
        dict.set_str(thread, names::DOC.value(), Value::NONE)?;
    }
    if dict.get_str(thread, names::EQ.value()).is_some()
        && dict.get_str(thread, names::HASH.value()).is_none()
    {
        dict.set_str(thread, names::HASH.value(), Value::NONE)?;
    }
    payload.mro.set(mro::compute_mro(thread, &class)?);
    payload.bump_version();
    fill_slots(thread, payload, bases, dict);
    for base in bases {
        if let Some(base) = base.as_class() {
            base.add_subclass(&class);
        }
    }
    Ok(class)
}

/// RuntimeWarning for a namespace with keys that are no strings, which no attribute access finds.
fn warn_of_odd_keys(thread: &Thread, class: &Value) -> Res<()> {
    let Some(payload) = class.as_class() else {
        return Ok(());
    };
    let namespace = payload.namespace();
    let keys = namespace.as_dict().map_or_else(Vec::new, Dict::keys);
    if keys.iter().all(|key| key.as_str_object().is_some()) {
        return Ok(());
    }
    let message = format!(
        "non-string key in the __dict__ of class {}",
        payload.name_text()
    );
    warn(thread, Builtin::RuntimeWarning, &message)
}

fn checked_name(thread: &Thread, text: &Str) -> Res<String> {
    let Some(name) = text.as_str() else {
        return Err(surrogates(thread, text));
    };
    if name.contains('\0') {
        return Err(thread.value_error("type name must not contain null characters"));
    }
    Ok(name.to_owned())
}

/// UnicodeEncodeError for a text that has no UTF-8 form.
#[cold]
fn surrogates(thread: &Thread, text: &Str) -> crate::object::Raised {
    use crate::base::text::points::Points;
    let bad = Points::new(text.as_bytes())
        .enumerate()
        .find(|(_, c)| (0xD800..0xE000).contains(c));
    let position = bad.map_or(0, |(position, _)| position);
    let made = Str::from_bytes(thread, text.as_bytes()).and_then(|object| {
        let args = vec![
            Str::new_value(thread, "utf-8")?,
            object,
            thread.int_from_usize(position)?,
            thread.int_from_usize(position + 1)?,
            Str::new_value(thread, "surrogates not allowed")?,
        ];
        let class = Builtin::UnicodeEncodeError.class();
        protocol::call_positional(thread, class, &args)
    });
    match made {
        Ok(error) => thread.raise(error),
        Err(raised) => raised,
    }
}

/// Flags that any base gives, and those that the first one with any gives.
fn inherited_flags(bases: &[Value]) -> u32 {
    let mut flags = 0;
    for base in bases.iter().filter_map(Value::as_class) {
        for flag in [class_flag::MATCH_SELF, class_flag::WEAKREF] {
            if base.has(flag) {
                flags |= flag;
            }
        }
        for flag in [class_flag::SEQUENCE, class_flag::MAPPING] {
            if base.has(flag) && flags & (class_flag::SEQUENCE | class_flag::MAPPING) == 0 {
                flags |= flag;
            }
        }
    }
    flags
}

fn take_qualname(thread: &Thread, dict: &Dict, name: &Value) -> Res {
    let Some(qualname) = dict.get_str(thread, names::QUALNAME.value()) else {
        return Ok(name.clone());
    };
    if qualname.as_str_object().is_none() {
        return Err(thread.type_error(format!(
            "type __qualname__ must be a str, not {}",
            thread.class_of(&qualname).name_text()
        )));
    }
    drop(dict.remove_str(thread, names::QUALNAME.value()));
    Ok(qualname)
}

/// `__module__` of a class made without a class statement is that of the code that makes it.
fn set_module(thread: &Thread, dict: &Dict) -> Res<()> {
    if dict.get_str(thread, names::MODULE.value()).is_some() {
        return Ok(());
    }
    let globals = crate::runtime::frame::current_globals(thread);
    let globals = globals.as_ref().and_then(Value::as_dict);
    match globals.and_then(|globals| globals.get_str(thread, names::NAME.value())) {
        Some(module) => dict.set_str(thread, names::MODULE.value(), module),
        None => Ok(()),
    }
}

/// `__new__` becomes a static method, `__init_subclass__` and `__class_getitem__` class methods.
fn wrap_methods(thread: &Thread, dict: &Dict) -> Res<()> {
    let name = names::NEW.value();
    if let Some(function) = dict.get_str(thread, name)
        && function.payload::<Function>().is_some()
    {
        let method = StaticMethod::default();
        method.callable.set(function);
        let method = thread.alloc_instance(Builtin::StaticMethod.get(), method)?;
        dict.set_str(thread, name, method)?;
    }
    for name in [names::INIT_SUBCLASS, names::CLASS_GETITEM] {
        let name = name.value();
        if let Some(function) = dict.get_str(thread, name)
            && function.payload::<Function>().is_some()
        {
            let method = ClassMethod::default();
            method.callable.set(function);
            let method = thread.alloc_instance(Builtin::ClassMethod.get(), method)?;
            dict.set_str(thread, name, method)?;
        }
    }
    Ok(())
}

/// The cells through which methods see their class and its namespace.
fn fill_class_cells(thread: &Thread, dict: &Dict, dict_value: &Value, class: &Value) -> Res<()> {
    let cells = [
        (names::CLASSDICTCELL, dict_value),
        (names::CLASSCELL, class),
    ];
    for (name, content) in cells {
        let Some(found) = dict.get_str(thread, name.value()) else {
            continue;
        };
        let Some(cell) = found.payload::<Cell>() else {
            let shown = protocol::repr(thread, &thread.class_object(&found))?;
            return Err(thread.type_error(format!(
                "{} must be a nonlocal cell, not {}",
                name.text(),
                shown.as_str().unwrap_or("")
            )));
        };
        cell.content.set(content.clone());
        drop(dict.remove_str(thread, name.value()));
    }
    Ok(())
}

/// With one base only the methods of the class body can make a difference to the base's slots.
fn fill_slots(thread: &Thread, class: &Class, bases: &[Value], dict: &Dict) {
    let [base] = bases else {
        return update::fill_all(thread, class);
    };
    let Some(base) = base.as_class() else {
        return;
    };
    for slot in SLOTS {
        class.inherit_slot(*slot, base);
    }
    for flag in [class_flag::UNHASHABLE, class_flag::FINALIZER] {
        if base.has(flag) {
            class.set_flags(flag);
        }
    }
    for name in dict.keys() {
        // Names in a namespace need not be interned.
        let known = name
            .as_str_object()
            .and_then(|text| names::lookup(text.as_bytes()));
        let Some(name) = known else {
            continue;
        };
        for slot in update::slots_of_name(name) {
            update::fill(thread, class, *slot);
        }
    }
    // Native classes without a `__new__` of their own do not pass on object's.
    if base.is_static() && base.has(class_flag::NO_NEW) {
        update::fill(thread, class, crate::object::class::SlotId::New);
    }
}

/// Calls `__set_name__` of the attributes that have it.
fn set_names(thread: &Thread, class: &Value) -> Res<()> {
    let Some(payload) = class.as_class() else {
        return Ok(());
    };
    let dict = payload.namespace();
    let Some(dict) = dict.as_dict() else {
        return Ok(());
    };
    for (key, value) in dict.items(thread) {
        let Some((function, needs_self)) =
            lookup_special_unbound(thread, &value, names::SET_NAME.value())?
        else {
            continue;
        };
        let called = protocol::attribute::call_unbound(
            thread,
            &function,
            needs_self,
            &value,
            &[class, &key],
        );
        if let Err(raised) = called {
            let error = thread.take_raised(raised);
            let shown = protocol::repr(thread, &key)?;
            let note = format!(
                "Error calling __set_name__ on '{}' instance {} in '{}'",
                thread.class_of(&value).name_text(),
                protocol::attribute::shown_name(&shown),
                payload.name_text()
            );
            add_note(thread, &error, &note)?;
            return Err(thread.raise(error));
        }
    }
    Ok(())
}

/// Adds a note to an exception.
fn add_note(thread: &Thread, error: &Value, note: &str) -> Res<()> {
    let note = Str::new_value(thread, note)?;
    let known = thread.instance_attribute(error, names::NOTES.value());
    match known.as_ref().and_then(Value::as_list) {
        Some(list) => list.push(thread, note),
        None => {
            let list = crate::object::List::new_value(thread, vec![note])?;
            thread
                .set_instance_attribute(error, names::NOTES.value(), list)
                .map(drop)
        }
    }
}

/// `super(class, class).__init_subclass__(**keywords)`
fn init_subclass(thread: &Thread, class: &Value, keywords: &[(Value, Value)]) -> Res<()> {
    let Some(payload) = class.as_class() else {
        return Ok(());
    };
    let mro = payload.mro.get();
    let name = names::INIT_SUBCLASS.value();
    if !payload.is_subclass_of(class) {
        // A metaclass's `mro()` may leave the class itself out.
        let text = payload.name_text();
        return Err(thread.type_error(format!(
            "super(type, obj): obj (type {text}) is not an instance or subtype of type ({text})."
        )));
    }
    for base in mro.as_tuple().unwrap_or(&[]).iter().skip(1) {
        let Some(found) = base
            .as_class()
            .and_then(|base| base.own_attribute(thread, name))
        else {
            continue;
        };
        if keywords.is_empty() && base.is(Builtin::Object.class()) {
            return Ok(());
        }
        let method = match thread.class_of(&found).descr_get() {
            Some(get) => get(thread, &found, None, class)?,
            None => found,
        };
        let values: Vec<Value> = keywords.iter().map(|(_, value)| value.clone()).collect();
        let keyword_names: Vec<Value> = keywords.iter().map(|(name, _)| name.clone()).collect();
        let args = CallArgs {
            values: &values,
            names: &keyword_names,
        };
        return protocol::call(thread, &method, args).map(drop);
    }
    Ok(())
}
