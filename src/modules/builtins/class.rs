//! `__build_class__`: what a class statement calls.

use crate::object::class::CallArgs;
use crate::object::{Builtin, Dict, NativeDef, Res, Thread, Tuple, Value, names};
use crate::runtime::classes::{calculate_metaclass, mro::prepare_method, resolve_bases};
use crate::runtime::function::{Cell, Function};
use crate::runtime::{hooks, protocol};

/// The table line.
pub const BUILD_CLASS: NativeDef =
    NativeDef::function("__build_class__", "(*args, **kwds)", build_class)
        .doc(
            "What the class statement calls: __build_class__(body, name, *bases,\n\
            metaclass=..., **keywords).",
        )
        .unsigned();

fn build_class(thread: &Thread, args: &[Value]) -> Res {
    let (keywords, args) = (&args[0], &args[1..]);
    let [function, name, given @ ..] = args else {
        return Err(thread.type_error("__build_class__: not enough arguments"));
    };
    if function.payload::<Function>().is_none() {
        return Err(thread.type_error("__build_class__: func must be a function"));
    }
    if name.as_str_object().is_none() {
        return Err(thread.type_error("__build_class__: name is not a string"));
    }
    let resolved = resolve_bases(thread, given)?;
    let bases = resolved.as_deref().unwrap_or(given);
    let mut metaclass = None;
    let (mut keyword_names, mut keyword_values) = (Vec::new(), Vec::new());
    if let Some(dict) = keywords.as_dict() {
        for (key, value) in dict.items(thread) {
            if key.as_str() == Some("metaclass") {
                metaclass = Some(value);
            } else {
                keyword_names.push(key);
                keyword_values.push(value);
            }
        }
    }
    let metaclass = match metaclass {
        Some(metaclass) if metaclass.as_class().is_none() => metaclass,
        Some(metaclass) => calculate_metaclass(thread, &metaclass, bases)?,
        None => {
            let first = bases.first().map(|base| thread.class_object(base));
            let start = first.unwrap_or_else(|| Builtin::Type.class().clone());
            calculate_metaclass(thread, &start, bases)?
        }
    };
    let bases_value = Tuple::from_slice(thread, bases)?;
    let call = |function: &Value, mut values: Vec<Value>| {
        values.extend(keyword_values.iter().cloned());
        let args = CallArgs {
            values: &values,
            names: &keyword_names,
        };
        protocol::call(thread, function, args)
    };
    let namespace = match prepare_method(thread, &metaclass)? {
        None => Dict::new_value(thread)?,
        Some(prepare) => {
            let namespace = call(&prepare, vec![name.clone(), bases_value.clone()])?;
            if thread.class_of(&namespace).get_item().is_none() {
                let meta = metaclass
                    .as_class()
                    .map_or_else(|| "<metaclass>".to_owned(), |class| class.name_text());
                return Err(thread.type_error(format!(
                    "{meta}.__prepare__() must return a mapping, not {}",
                    thread.class_of(&namespace).name_text()
                )));
            }
            namespace
        }
    };
    let cell = (hooks::vm(thread)?.call_with_namespace)(thread, function, namespace.clone())?;
    if resolved.is_some() {
        let original = Tuple::from_slice(thread, given)?;
        protocol::set_item(thread, &namespace, names::ORIG_BASES.value(), &original)?;
    }
    let class = call(&metaclass, vec![name.clone(), bases_value, namespace])?;
    if class.as_class().is_some()
        && let Some(cell) = cell.payload::<Cell>()
    {
        check_cell(thread, cell, &class, name)?;
    }
    Ok(class)
}

/// The cell behind `__class__` and `super()` has to hold the class that was made.
fn check_cell(thread: &Thread, cell: &Cell, class: &Value, name: &Value) -> Res<()> {
    let shown = |value: &Value| -> Res<String> {
        let text = protocol::repr(thread, value)?;
        Ok(protocol::attribute::shown_name(&text))
    };
    match cell.content.load() {
        Some(content) if content.is(class) => Ok(()),
        Some(content) => {
            let message = format!(
                "__class__ set to {} defining {} as {}",
                shown(&content)?,
                shown(name)?,
                shown(class)?
            );
            Err(thread.type_error(message))
        }
        None => {
            let message = format!(
                "__class__ not set defining {} as {}. Was __classcell__ propagated to type.__new__?",
                shown(name)?,
                shown(class)?
            );
            Err(thread.error(Builtin::RuntimeError, message))
        }
    }
}
