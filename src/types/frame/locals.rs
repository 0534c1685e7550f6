//! FrameLocalsProxy: the variables of a function's frame as a mapping that reads and writes them in place (PEP 667).
//!
//! Keys that are no variables of the code are kept in a dictionary of the frame. A variable that has no value is not in the mapping; none can be deleted.
#![forbid(unsafe_code)]

use crate::object::class::{CallArgs, Compare, SlotDef, class_flag};
use crate::object::layout::id_of;
use crate::object::{Builtin, Dict, List, NativeDef, Payload, Res, Str, Thread, Tuple, Value};
use crate::runtime::classes::ClassDef;
use crate::runtime::frame_object::FrameObject;
use crate::runtime::repr_guard::ReprGuard;
use crate::runtime::{protocol, raise};
use crate::types::dict;

/// The payload.
struct Proxy {
    /// The frame object.
    frame: Value,
}

impl Payload for Proxy {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.frame);
    }
}

/// `frame.f_locals`: a new proxy for a function, or for a comprehension that runs within a class body or module; their namespace otherwise.
///
/// # Errors
/// MemoryError
pub fn of_frame(thread: &Thread, value: &Value) -> Res {
    let frame = super::payload(thread, value)?;
    let in_registers =
        frame.with_variables(|variables| variables.optimized() || variables.has_hidden());
    if in_registers == Some(false) {
        return frame.namespace_or_new(thread);
    }
    let frame = value.clone();
    thread.alloc(Builtin::FrameLocalsProxy, Proxy { frame })
}

fn construct(thread: &Thread, _: &Value, args: CallArgs<'_>) -> Res {
    if !args.names.is_empty() {
        return Err(thread.type_error("FrameLocalsProxy takes no keyword arguments"));
    }
    let [frame] = args.values else {
        let given = args.values.len();
        return Err(thread.type_error(format!("FrameLocalsProxy expected 1 argument, got {given}")));
    };
    if frame.payload::<FrameObject>().is_none() {
        let class = thread.class_of(frame).name_text();
        return Err(thread.type_error(format!("expect frame, not {class}")));
    }
    let frame = frame.clone();
    thread.alloc(Builtin::FrameLocalsProxy, Proxy { frame })
}

fn frame<'v>(thread: &Thread, proxy: &'v Value) -> Res<&'v FrameObject> {
    match proxy.payload::<Proxy>() {
        Some(proxy) => super::payload(thread, &proxy.frame),
        None => Err(thread.type_error("a FrameLocalsProxy was expected")),
    }
}

/// The value of the variable that `key` names, if it names one and that has a value. An unhashable key is an error.
fn variable(thread: &Thread, frame: &FrameObject, key: &Value) -> Res<Option<Value>> {
    let Some(name) = key.as_str_object() else {
        protocol::hash(thread, key)?;
        return Ok(None);
    };
    let found = frame.with_variables(|variables| {
        variables
            .find(name.as_bytes())
            .map(|i| variables.value(i))
            .filter(|value| !value.is_unbound())
    });
    Ok(found.flatten())
}

/// The value of a key that is no variable.
fn extra(thread: &Thread, frame: &FrameObject, key: &Value) -> Res<Option<Value>> {
    match frame.extra_locals.load() {
        Some(more) => match more.as_dict() {
            Some(more) => more.get(thread, key),
            None => Ok(None),
        },
        None => Ok(None),
    }
}

fn lookup(thread: &Thread, proxy: &Value, key: &Value) -> Res<Option<Value>> {
    let frame = frame(thread, proxy)?;
    match variable(thread, frame, key)? {
        Some(value) => Ok(Some(value)),
        None => extra(thread, frame, key),
    }
}

fn get_item(thread: &Thread, proxy: &Value, key: &Value) -> Res {
    if let Some(value) = lookup(thread, proxy, key)? {
        return Ok(value);
    }
    let shown = protocol::repr(thread, key)?;
    let shown = protocol::attribute::shown_name(&shown);
    let message = Str::new_value(thread, &format!("local variable '{shown}' is not defined"))?;
    Err(raise::key_error(thread, &message))
}

fn set_item(thread: &Thread, proxy: &Value, key: &Value, value: Option<&Value>) -> Res<()> {
    let frame = frame(thread, proxy)?;
    let Some(value) = value else {
        return Err(thread.type_error("cannot remove variables from FrameLocalsProxy"));
    };
    if let Some(name) = key.as_str_object() {
        let place = frame.with_variables(|variables| {
            variables
                .find(name.as_bytes())
                .filter(|i| variables.can_set(*i))
        });
        if let Some(place) = place.flatten() {
            return frame.set_variable(thread, place, value.clone());
        }
    }
    let more = match frame.extra_locals.load() {
        Some(more) => more,
        None => {
            let new = Dict::new_value(thread)?;
            frame.extra_locals.set(new.clone());
            new
        }
    };
    match more.as_dict() {
        Some(more) => more.set(thread, key.clone(), value.clone()),
        None => Ok(()),
    }
}

/// The present entries, variables first.
fn entries(thread: &Thread, proxy: &Value) -> Res<Vec<(Value, Value)>> {
    let frame = frame(thread, proxy)?;
    let bound = frame.with_variables(|variables| {
        let bound = variables.bound().into_iter();
        bound
            .map(|i| (variables.name(i).to_owned(), variables.value(i)))
            .collect::<Vec<_>>()
    });
    let mut all = Vec::new();
    for (name, value) in bound.unwrap_or_default() {
        all.push((thread.intern(name.as_bytes())?, value));
    }
    if let Some(more) = frame.extra_locals.load()
        && let Some(more) = more.as_dict()
    {
        all.extend(more.items(thread));
    }
    Ok(all)
}

/// A dictionary with the present entries.
fn as_dict(thread: &Thread, proxy: &Value) -> Res {
    let result = Dict::new_value(thread)?;
    if let Some(dict) = result.as_dict() {
        for (key, value) in entries(thread, proxy)? {
            dict.set(thread, key, value)?;
        }
    }
    Ok(result)
}

fn key_list(thread: &Thread, proxy: &Value) -> Res<Vec<Value>> {
    let entries = entries(thread, proxy)?.into_iter();
    Ok(entries.map(|(key, _)| key).collect())
}

fn len(thread: &Thread, proxy: &Value) -> Res<usize> {
    Ok(entries(thread, proxy)?.len())
}

fn contains(thread: &Thread, proxy: &Value, key: &Value) -> Res<bool> {
    Ok(lookup(thread, proxy, key)?.is_some())
}

fn iter(thread: &Thread, proxy: &Value) -> Res {
    let keys = List::new_value(thread, key_list(thread, proxy)?)?;
    protocol::iter(thread, &keys)
}

fn repr(thread: &Thread, proxy: &Value) -> Res {
    match ReprGuard::enter(thread, proxy) {
        Some(_guard) => protocol::repr(thread, &as_dict(thread, proxy)?),
        None => Str::new_value(thread, "{...}"),
    }
}

fn compare(thread: &Thread, proxy: &Value, other: &Value, op: Compare) -> Res {
    if !matches!(op, Compare::Eq | Compare::Ne) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    if let (Some(a), Some(b)) = (proxy.payload::<Proxy>(), other.payload::<Proxy>()) {
        let same = a.frame.is(&b.frame);
        return Ok(Value::from_bool(same == (op == Compare::Eq)));
    }
    if other.as_dict().is_none() {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    protocol::compare(thread, &as_dict(thread, proxy)?, other, op)
}

/// The operand of a merge as a dictionary; None if it is neither a dictionary nor a proxy.
fn operand(thread: &Thread, value: &Value) -> Res<Option<Value>> {
    if value.payload::<Proxy>().is_some() {
        return as_dict(thread, value).map(Some);
    }
    Ok(value.as_dict().is_some().then(|| value.clone()))
}

fn or(thread: &Thread, left: &Value, right: &Value) -> Res {
    let (Some(first), Some(second)) = (operand(thread, left)?, operand(thread, right)?) else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    let result = Dict::new_value(thread)?;
    dict::update(thread, &result, &first)?;
    dict::update(thread, &result, &second)?;
    Ok(result)
}

/// Writes all entries of `source`; false if that is no mapping which a proxy can be updated from.
fn merge(thread: &Thread, proxy: &Value, source: &Value) -> Res<bool> {
    let Some(source) = operand(thread, source)? else {
        return Ok(false);
    };
    let items = source.as_dict().map(|dict| dict.items(thread));
    for (key, value) in items.unwrap_or_default() {
        set_item(thread, proxy, &key, Some(&value))?;
    }
    Ok(true)
}

fn in_place_or(thread: &Thread, proxy: &Value, other: &Value) -> Res {
    Ok(if merge(thread, proxy, other)? {
        proxy.clone()
    } else {
        Value::NOT_IMPLEMENTED
    })
}

fn update(thread: &Thread, args: &[Value]) -> Res {
    if merge(thread, &args[0], &args[1])? {
        return Ok(Value::NONE);
    }
    Err(thread.type_error("update() argument must be dict or another FrameLocalsProxy"))
}

/// Key and default of `get` and `setdefault`.
fn key_and_default<'a>(thread: &Thread, name: &str, args: &'a [Value]) -> Res<(&'a Value, Value)> {
    match args {
        [_, key] => Ok((key, Value::NONE)),
        [_, key, default] => Ok((key, default.clone())),
        _ => Err(thread.type_error(format!("{name} expected 1 or 2 arguments"))),
    }
}

fn get(thread: &Thread, args: &[Value]) -> Res {
    let (key, default) = key_and_default(thread, "get", args)?;
    Ok(lookup(thread, &args[0], key)?.unwrap_or(default))
}

fn set_default(thread: &Thread, args: &[Value]) -> Res {
    let (key, default) = key_and_default(thread, "setdefault", args)?;
    if let Some(value) = lookup(thread, &args[0], key)? {
        return Ok(value);
    }
    set_item(thread, &args[0], key, Some(&default))?;
    Ok(default)
}

fn keys(thread: &Thread, args: &[Value]) -> Res {
    List::new_value(thread, key_list(thread, &args[0])?)
}

fn values(thread: &Thread, args: &[Value]) -> Res {
    let entries = entries(thread, &args[0])?.into_iter();
    List::new_value(thread, entries.map(|(_, value)| value).collect())
}

fn items(thread: &Thread, args: &[Value]) -> Res {
    let mut items = Vec::new();
    for (key, value) in entries(thread, &args[0])? {
        items.push(Tuple::from_vec(thread, vec![key, value])?);
    }
    List::new_value(thread, items)
}

fn copy(thread: &Thread, args: &[Value]) -> Res {
    as_dict(thread, &args[0])
}

fn reversed(thread: &Thread, args: &[Value]) -> Res {
    let mut keys = key_list(thread, &args[0])?;
    keys.reverse();
    List::new_value(thread, keys)
}

/// The method table.
const METHODS: &[NativeDef] = &[
    NativeDef::method("__reversed__", "(self, /)", reversed),
    NativeDef::method("copy", "(self, /)", copy).doc("The variables as a new dictionary."),
    NativeDef::method("get", "(self, *args)", get)
        .doc("The variable's value, or the default.")
        .unsigned(),
    NativeDef::method("items", "(self, /)", items)
        .doc("The variables' names and values, as a list of pairs."),
    NativeDef::method("keys", "(self, /)", keys).doc("The variables' names, as a list."),
    NativeDef::method("setdefault", "(self, *args)", set_default)
        .doc("The variable's value, which is set to the default first if it has none.")
        .unsigned(),
    NativeDef::method("update", "(self, object, /)", update)
        .doc("Sets the variables that a mapping names."),
    NativeDef::method("values", "(self, /)", values).doc("The variables' values, as a list."),
];

/// The table of the class.
pub static CLASS: ClassDef = ClassDef {
    class: Builtin::FrameLocalsProxy,
    layout: Some(id_of::<Proxy>),
    flags: class_flag::MAPPING | class_flag::UNHASHABLE,
    methods: METHODS,
    slots: &[
        SlotDef::New(construct),
        SlotDef::Repr(repr),
        SlotDef::Compare(compare),
        SlotDef::Iter(iter),
        SlotDef::Len(len),
        SlotDef::GetItem(get_item),
        SlotDef::SetItem(set_item),
        SlotDef::Contains(contains),
        SlotDef::Or(or),
        SlotDef::InPlaceOr(in_place_or),
    ],
    ..ClassDef::DEFAULT
};
