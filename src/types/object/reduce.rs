//! `__reduce_ex__` and `__getstate__`: what copying an object needs.

use crate::object::class::{Class, class_flag};
use crate::object::{Builtin, Dict, Raised, Res, Thread, Tuple, Value, names};
use crate::runtime::function::BuiltinFunction;
use crate::runtime::protocol::attribute::{self, attribute_name, lookup_special};
use crate::runtime::protocol::{self, call_positional, get_attr_opt};
use crate::runtime::state::interpreter;

/// `object.__reduce_ex__(protocol)`
///
/// # Errors
/// TypeError for objects that cannot be copied this way, and what the hooks raise.
pub(super) fn reduce(thread: &Thread, x: &Value, protocol: i64) -> Res {
    let copyreg = copyreg(thread)?;
    if protocol < 2 {
        let function = attribute::get_attr_str(thread, &copyreg, "_reduce_ex")?;
        return call_positional(thread, &function, &[x.clone(), thread.int(protocol)?]);
    }
    let class_value = thread.class_object(x);
    let Some(class) = class_value.as_class() else {
        return Ok(Value::NONE);
    };
    if class.construct().is_none() {
        return Err(cannot_reduce(thread, class));
    }
    let (args, keywords) = new_arguments(thread, x)?;
    let has_args = args.is_some();
    let (function, arguments) = match keywords {
        Some(keywords) if keywords.as_dict().is_some_and(|d| !d.is_empty()) => {
            let function = attribute::get_attr_str(thread, &copyreg, "__newobj_ex__")?;
            let positional = args.unwrap_or_else(Tuple::empty);
            let all = vec![class_value.clone(), positional, keywords];
            (function, Tuple::from_vec(thread, all)?)
        }
        _ => {
            let function = attribute::get_attr_str(thread, &copyreg, "__newobj__")?;
            let mut all = vec![class_value.clone()];
            if let Some(args) = &args {
                all.extend_from_slice(args.as_tuple().unwrap_or(&[]));
            }
            (function, Tuple::from_vec(thread, all)?)
        }
    };
    let state = get_state(thread, x, class, has_args)?;
    let (items, pairs) = contents(thread, x)?;
    Tuple::from_vec(thread, vec![function, arguments, state, items, pairs])
}

/// The module that says how objects are made again.
fn copyreg(thread: &Thread) -> Res {
    let builtins = interpreter(thread).builtins.get();
    let import = builtins
        .as_dict()
        .and_then(|dict| dict.get_str(thread, names::IMPORT.value()));
    let name = thread.intern(b"copyreg")?;
    match import {
        Some(import) => call_positional(thread, &import, &[name]),
        None => Err(thread.error(Builtin::ImportError, "__import__ not found")),
    }
}

#[cold]
fn cannot_reduce(thread: &Thread, class: &Class) -> Raised {
    let name = class.name_text();
    // Instances of various sizes are refused in other words.
    thread.type_error(match class.native_base() {
        Builtin::Code | Builtin::MemoryView => format!("cannot pickle {name} objects"),
        _ => format!("cannot pickle '{name}' object"),
    })
}

/// Whether an instance's payload says more than its attributes do, so that `__new__` without arguments cannot make it again.
fn needs_arguments(class: &Class) -> bool {
    let native = class.native_base();
    if native == Builtin::Object {
        // Classes of native modules have payloads of their own.
        return class.layout != crate::object::layout::core::INSTANCE;
    }
    !matches!(
        native,
        Builtin::List | Builtin::Dict | Builtin::SimpleNamespace | Builtin::Generic
    ) && native.layout() != crate::object::layout::core::EXCEPTION
        && !class.has(class_flag::NATIVE_HEAP)
}

/// What `__getstate__` gives. The one of `object` refuses an instance that `__new__` without arguments cannot make again.
fn get_state(thread: &Thread, x: &Value, class: &Class, has_args: bool) -> Res {
    let method = attribute::get_attr(thread, x, names::GETSTATE.value())?;
    let inherited = method
        .payload::<BuiltinFunction>()
        .is_some_and(|function| function.owner.get().is(Builtin::Object.class()));
    if inherited && !has_args && needs_arguments(class) {
        return Err(cannot_reduce(thread, class));
    }
    call_positional(thread, &method, &[])
}

/// What `__getnewargs_ex__` or `__getnewargs__` gives.
fn new_arguments(thread: &Thread, x: &Value) -> Res<(Option<Value>, Option<Value>)> {
    let name = thread.intern(b"__getnewargs_ex__")?;
    if let Some(method) = lookup_special(thread, x, &name)? {
        let answer = call_positional(thread, &method, &[])?;
        let Some(items) = answer.as_tuple() else {
            return Err(wrong_answer(
                thread,
                "__getnewargs_ex__ should return a tuple",
                &answer,
            ));
        };
        let [args, keywords] = items else {
            return Err(thread.value_error(format!(
                "__getnewargs_ex__ should return a tuple of length 2, not {}",
                items.len()
            )));
        };
        let of = "item of the tuple returned by __getnewargs_ex__ must be a";
        if args.as_tuple().is_none() {
            return Err(wrong_answer(thread, &format!("first {of} tuple"), args));
        }
        if keywords.as_dict().is_none() {
            return Err(wrong_answer(thread, &format!("second {of} dict"), keywords));
        }
        return Ok((Some(args.clone()), Some(keywords.clone())));
    }
    if let Some(method) = lookup_special(thread, x, names::GETNEWARGS.value())? {
        let answer = call_positional(thread, &method, &[])?;
        if answer.as_tuple().is_none() {
            return Err(wrong_answer(
                thread,
                "__getnewargs__ should return a tuple",
                &answer,
            ));
        }
        return Ok((Some(answer), None));
    }
    Ok((None, None))
}

#[cold]
fn wrong_answer(thread: &Thread, expected: &str, answer: &Value) -> Raised {
    let given = thread.class_of(answer).name_text();
    thread.type_error(format!("{expected}, not '{given}'"))
}

/// Iterators over the items of lists and the pairs of dictionaries, None for others.
fn contents(thread: &Thread, x: &Value) -> Res<(Value, Value)> {
    let items = match x.as_list() {
        Some(_) => protocol::iter(thread, x)?,
        None => Value::NONE,
    };
    let pairs = match x.as_dict() {
        Some(_) => {
            let view = protocol::call_method(thread, x, names::ITEMS.value(), &[])?;
            protocol::iter(thread, &view)?
        }
        None => Value::NONE,
    };
    Ok((items, pairs))
}

/// `object.__getstate__`: the `__dict__`, or with `__slots__` a pair of it and the fields' values; None for nothing.
///
/// # Errors
/// What reading the attributes raises.
pub(super) fn default_state(thread: &Thread, x: &Value) -> Res {
    let state = match thread.instance_dict(x)? {
        Some(dict) if dict.as_dict().is_some_and(|d| !d.is_empty()) => dict,
        _ => Value::NONE,
    };
    let fields = Dict::new_value(thread)?;
    let Some(found) = fields.as_dict() else {
        return Ok(state);
    };
    let names = slot_names(thread, x)?;
    if let Some(names) = names.as_list() {
        let count = names.len();
        for i in 0..count {
            let Some(name) = names.get(i) else {
                break;
            };
            if let Some(value) = get_attr_opt(thread, x, &attribute_name(thread, &name)?)? {
                found.set(thread, name, value)?;
            }
            if names.len() != count {
                return Err(thread.error(
                    Builtin::RuntimeError,
                    "__slotsname__ changed size during iteration",
                ));
            }
        }
    }
    match found.is_empty() {
        true => Ok(state),
        false => Tuple::from_vec(thread, vec![state, fields]),
    }
}

/// The names of the fields, a list or None: the class's `__slotnames__`, which `copyreg` makes.
fn slot_names(thread: &Thread, x: &Value) -> Res {
    let class = thread.class_object(x);
    let name = thread.intern(b"__slotnames__")?;
    let known = class
        .as_class()
        .and_then(|class| class.own_attribute(thread, &name));
    if let Some(known) = known {
        if known.is_none() || known.as_list().is_some() {
            return Ok(known);
        }
        return Err(thread.type_error(format!(
            "{}.__slotnames__ should be a list or None, not {}",
            thread.class_of(x).name_text(),
            thread.class_of(&known).name_text()
        )));
    }
    let function = attribute::get_attr_str(thread, &copyreg(thread)?, "_slotnames")?;
    let made = call_positional(thread, &function, &[class])?;
    if made.is_none() || made.as_list().is_some() {
        return Ok(made);
    }
    Err(thread.type_error("copyreg._slotnames didn't return a list or None"))
}
