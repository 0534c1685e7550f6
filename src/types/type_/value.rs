//! Making classes by calling type, and looking their attributes up.

use crate::object::class::{CallArgs, Class};
use crate::object::{Builtin, Res, Str, Thread, Value, names};
use crate::runtime::classes::change::{check_mutable, no_class_attribute};
use crate::runtime::classes::{new_class, set_class_attribute};
use crate::runtime::protocol::attribute::{attribute_name, before_binding};

/// `type.__new__(metaclass, name, bases, namespace, **keywords)`
pub(super) fn construct(thread: &Thread, metaclass: &Value, args: CallArgs<'_>) -> Res {
    let positional = args.positional();
    let [name, bases, namespace] = positional else {
        return Err(thread.type_error(format!(
            "type.__new__() takes exactly 3 arguments ({} given)",
            positional.len()
        )));
    };
    let wrong = |place: usize, wanted: &str, given: &Value| {
        let class = match given.is_none() {
            true => "None".to_owned(),
            false => thread.class_of(given).name_text(),
        };
        thread.type_error(format!(
            "type.__new__() argument {place} must be {wanted}, not {class}"
        ))
    };
    if name.as_str_object().is_none() {
        return Err(wrong(1, "str", name));
    }
    let Some(items) = bases.as_tuple() else {
        return Err(wrong(2, "tuple", bases));
    };
    if namespace.as_dict().is_none() {
        return Err(wrong(3, "dict", namespace));
    }
    let keywords: Vec<(Value, Value)> = args
        .keywords()
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect();
    new_class(thread, metaclass, name, items, namespace, &keywords)
}

/// `type.__init__`: checks how many arguments there are.
pub(super) fn init(thread: &Thread, _: &Value, args: CallArgs<'_>) -> Res<()> {
    match args.positional().len() {
        1 if !args.names.is_empty() => {
            Err(thread.type_error("type.__init__() takes no keyword arguments"))
        }
        1 | 3 => Ok(()),
        _ => Err(thread.type_error("type.__init__() takes 1 or 3 arguments")),
    }
}

/// `__module__` of a class as text, if it has one.
pub fn module_text(thread: &Thread, class: &Class) -> Option<String> {
    if let Some(name) = class.native_name()
        && class.is_static()
    {
        let module = name
            .rsplit_once('.')
            .map_or("builtins", |(module, _)| module);
        return Some(module.to_owned());
    }
    let module = class.own_attribute(thread, names::MODULE.value())?;
    Some(module.as_str_object()?.to_text().into_owned())
}

/// As [`full_name`], but without the name of the main module.
pub fn full_name_in_messages(thread: &Thread, class: &Class) -> String {
    match module_text(thread, class) {
        Some(module) if module == "__main__" => crate::runtime::native_call::class_text(class),
        _ => full_name(thread, class),
    }
}

/// `module.qualname`, or the qualified name alone for built-in classes.
pub fn full_name(thread: &Thread, class: &Class) -> String {
    let qualname = crate::runtime::native_call::class_text(class);
    match module_text(thread, class) {
        Some(module) if module != "builtins" => format!("{module}.{qualname}"),
        Some(_) => qualname,
        None => class.name_text(),
    }
}

pub(super) fn repr(thread: &Thread, x: &Value) -> Res {
    let text = x
        .as_class()
        .map_or_else(String::new, |class| full_name(thread, class));
    Str::new_value(thread, &format!("<class '{text}'>"))
}

/// `Class.name`: data descriptors of the metaclass, the class and its bases, then the metaclass's other attributes.
pub(super) fn get_attr(thread: &Thread, x: &Value, name: &Value) -> Res {
    let name = &attribute_name(thread, name)?;
    let Some(class) = x.as_class() else {
        return Err(thread.type_error("a class was expected"));
    };
    let metaclass = thread.class_of(x);
    let from_meta = thread.lookup_in_class(metaclass, name);
    let mut meta_get = None;
    if let Some(found) = &from_meta {
        let kind = thread.class_of(found);
        meta_get = kind.descr_get();
        if let Some(get) = meta_get
            && kind.descr_set().is_some()
        {
            before_binding(thread, found);
            return get(thread, found, Some(x), &metaclass.object());
        }
    }
    if let Some(found) = thread.lookup_in_class(class, name) {
        return match thread.class_of(&found).descr_get() {
            Some(get) => {
                before_binding(thread, &found);
                get(thread, &found, None, x)
            }
            None => Ok(found),
        };
    }
    match (from_meta, meta_get) {
        (Some(found), Some(get)) => {
            before_binding(thread, &found);
            get(thread, &found, Some(x), &metaclass.object())
        }
        (Some(found), None) => Ok(found),
        (None, _) => Err(no_class_attribute(thread, x, name)),
    }
}

/// `Class.name = value` and `del Class.name`
pub(super) fn set_attr(thread: &Thread, x: &Value, name: &Value, value: Option<&Value>) -> Res<()> {
    let name = &attribute_name(thread, name)?;
    let Some(class) = x.as_class() else {
        return Err(thread.type_error("a class was expected"));
    };
    check_mutable(thread, class, name)?;
    let metaclass = thread.class_of(x);
    if let Some(found) = thread.lookup_in_class(metaclass, name)
        && let Some(set) = thread.class_of(&found).descr_set()
    {
        return set(thread, &found, x, value);
    }
    set_class_attribute(thread, x, name, value)
}

/// `int | str`
pub(super) fn or(thread: &Thread, left: &Value, right: &Value) -> Res {
    match Builtin::UnionType.get().or() {
        Some(f) => f(thread, left, right),
        None => Ok(Value::NOT_IMPLEMENTED),
    }
}
