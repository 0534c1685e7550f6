//! `__reduce_ex__` and `__getstate__`: what copying an object needs.

use crate::object::class::{Class, class_flag};
use crate::object::{Builtin, Dict, Res, Thread, Tuple, Value, names};
use crate::runtime::descriptor::Member;
use crate::runtime::protocol::{self, attribute, call_positional, get_attr_opt};
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
    let state = match get_attr_opt(thread, x, names::GETSTATE.value())? {
        Some(method) => call_positional(thread, &method, &[])?,
        None => default_state(thread, x)?,
    };
    let has_args = args.is_some();
    if !has_args && needs_arguments(class) {
        return Err(cannot_reduce(thread, class));
    }
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
fn cannot_reduce(thread: &Thread, class: &Class) -> crate::object::Raised {
    thread.type_error(format!("cannot pickle '{}' object", class.name_text()))
}

/// Whether an instance's payload says more than its attributes do, so that `__new__` without arguments cannot make it again.
fn needs_arguments(class: &Class) -> bool {
    let native = class.native_base();
    !matches!(
        native,
        Builtin::Object
            | Builtin::List
            | Builtin::Dict
            | Builtin::SimpleNamespace
            | Builtin::Generic
    ) && native.layout() != crate::object::layout::core::EXCEPTION
        && !class.has(class_flag::NATIVE_HEAP)
}

/// What `__getnewargs_ex__` or `__getnewargs__` gives.
fn new_arguments(thread: &Thread, x: &Value) -> Res<(Option<Value>, Option<Value>)> {
    let name = thread.intern(b"__getnewargs_ex__")?;
    if let Some(method) = get_attr_opt(thread, x, &name)? {
        let answer = call_positional(thread, &method, &[])?;
        let Some([args, keywords]) = answer.as_tuple() else {
            return Err(thread.type_error(format!(
                "__getnewargs_ex__ should return a tuple, not '{}'",
                thread.class_of(&answer).name_text()
            )));
        };
        if args.as_tuple().is_none() || keywords.as_dict().is_none() {
            return Err(thread.type_error(
                "first item of the tuple returned by __getnewargs_ex__ must be a tuple, the second a dict",
            ));
        }
        return Ok((Some(args.clone()), Some(keywords.clone())));
    }
    if let Some(method) = get_attr_opt(thread, x, names::GETNEWARGS.value())? {
        let answer = call_positional(thread, &method, &[])?;
        if answer.as_tuple().is_none() {
            return Err(thread.type_error(format!(
                "__getnewargs__ should return a tuple, not '{}'",
                thread.class_of(&answer).name_text()
            )));
        }
        return Ok((Some(answer), None));
    }
    Ok((None, None))
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
    let mut state = match get_attr_opt(thread, x, names::DICT.value())? {
        Some(dict) if dict.as_dict().is_some_and(|d| !d.is_empty()) => dict,
        _ => Value::NONE,
    };
    let fields = Dict::new_value(thread)?;
    let class = thread.class_object(x);
    let mro = class
        .as_class()
        .map_or(Value::UNBOUND, |class| class.mro.get());
    for class in mro.as_tuple().unwrap_or(&[]) {
        let dict = class.as_class().map_or(Value::UNBOUND, Class::namespace);
        for (name, entry) in dict
            .as_dict()
            .map_or_else(Vec::new, |dict| dict.items(thread))
        {
            let member = entry.payload::<Member>();
            if member.is_none_or(|member| member.computed.is_some()) {
                continue;
            }
            if let (Some(value), Some(fields)) = (get_attr_opt(thread, x, &name)?, fields.as_dict())
            {
                fields.set(thread, name, value)?;
            }
        }
    }
    if fields.as_dict().is_some_and(|fields| !fields.is_empty()) {
        state = Tuple::from_vec(thread, vec![state, fields])?;
    }
    if let Some(dict) = state.as_dict() {
        return dict.copy_value(thread);
    }
    Ok(state)
}
