//! Attributes of functions.

use crate::object::{Builtin, Dict, Res, Slot, Thread, Tuple, Value};
use crate::runtime::classes::GetSetDef;
use crate::runtime::code::Code;
use crate::runtime::function::{self, Function};
use crate::runtime::protocol::attribute::function_dict;

fn payload<'v>(thread: &Thread, x: &'v Value) -> Res<&'v Function> {
    match x.payload::<Function>() {
        Some(function) => Ok(function),
        None => Err(thread.type_error("a function was expected")),
    }
}

fn or_none(slot: &Slot) -> Value {
    slot.load().unwrap_or(Value::NONE)
}

fn code(thread: &Thread, x: &Value) -> Res {
    function::complete(thread, x)?;
    Ok(payload(thread, x)?.code.get())
}

fn set_code(thread: &Thread, x: &Value, value: Option<&Value>) -> Res<()> {
    let function = payload(thread, x)?;
    let Some((value, code)) = value.and_then(|v| Some((v, v.payload::<Code>()?))) else {
        return Err(thread.type_error("__code__ must be set to a code object"));
    };
    let free = code.plain.free_count as usize;
    let closure = function.closure.get();
    let cells = closure.as_tuple().map_or(0, <[Value]>::len);
    if cells != free {
        let name = function.name.get();
        return Err(thread.value_error(format!(
            "{}() requires a code object with {cells} free vars, not {free}",
            name.as_str().unwrap_or("")
        )));
    }
    let code = Code::for_globals(thread, value, &function.globals)?;
    // Frames may be running the old code.
    let older = or_none(&function.replaced);
    let replaced = Tuple::pair(thread, function.code.get(), older)?;
    function.replaced.set(replaced);
    function.code.set(code);
    Ok(())
}

fn defaults(thread: &Thread, x: &Value) -> Res {
    Ok(or_none(&payload(thread, x)?.defaults))
}

fn set_defaults(thread: &Thread, x: &Value, value: Option<&Value>) -> Res<()> {
    let function = payload(thread, x)?;
    match value.filter(|value| !value.is_none()) {
        None => function.defaults.set(Value::UNBOUND),
        Some(value) if value.as_tuple().is_some() => function.defaults.set(value.clone()),
        Some(_) => {
            return Err(thread.type_error("__defaults__ must be set to a tuple object"));
        }
    }
    Ok(())
}

fn kwdefaults(thread: &Thread, x: &Value) -> Res {
    Ok(or_none(&payload(thread, x)?.kwdefaults))
}

fn set_kwdefaults(thread: &Thread, x: &Value, value: Option<&Value>) -> Res<()> {
    let function = payload(thread, x)?;
    match value.filter(|value| !value.is_none()) {
        None => function.kwdefaults.set(Value::UNBOUND),
        Some(value) if value.as_dict().is_some() => function.kwdefaults.set(value.clone()),
        Some(_) => {
            return Err(thread.type_error("__kwdefaults__ must be set to a dict object"));
        }
    }
    Ok(())
}

fn closure(thread: &Thread, x: &Value) -> Res {
    Ok(or_none(&payload(thread, x)?.closure))
}

fn globals(thread: &Thread, x: &Value) -> Res {
    Ok(payload(thread, x)?.globals.clone())
}

fn builtins(thread: &Thread, x: &Value) -> Res {
    Ok(payload(thread, x)?.builtins.clone())
}

fn name(thread: &Thread, x: &Value) -> Res {
    Ok(payload(thread, x)?.name.get())
}

fn set_name(thread: &Thread, x: &Value, value: Option<&Value>) -> Res<()> {
    let function = payload(thread, x)?;
    match value.filter(|value| value.as_str_object().is_some()) {
        Some(value) => function.name.set(value.clone()),
        None => return Err(thread.type_error("__name__ must be set to a string object")),
    }
    Ok(())
}

fn qualname(thread: &Thread, x: &Value) -> Res {
    Ok(payload(thread, x)?.qualname.get())
}

fn set_qualname(thread: &Thread, x: &Value, value: Option<&Value>) -> Res<()> {
    let function = payload(thread, x)?;
    match value.filter(|value| value.as_str_object().is_some()) {
        Some(value) => function.qualname.set(value.clone()),
        None => return Err(thread.type_error("__qualname__ must be set to a string object")),
    }
    Ok(())
}

fn doc(thread: &Thread, x: &Value) -> Res {
    Ok(or_none(&payload(thread, x)?.doc))
}

fn set_doc(thread: &Thread, x: &Value, value: Option<&Value>) -> Res<()> {
    let doc = value.cloned().unwrap_or(Value::NONE);
    payload(thread, x)?.doc.set(doc);
    Ok(())
}

fn module(thread: &Thread, x: &Value) -> Res {
    Ok(or_none(&payload(thread, x)?.module))
}

fn set_module(thread: &Thread, x: &Value, value: Option<&Value>) -> Res<()> {
    let module = value.cloned().unwrap_or(Value::NONE);
    payload(thread, x)?.module.set(module);
    Ok(())
}

fn annotations(thread: &Thread, x: &Value) -> Res {
    let function = payload(thread, x)?;
    let known = function.annotations.get();
    if known.as_dict().is_some() {
        return Ok(known);
    }
    let dict = Dict::new_value(thread)?;
    if let (Some(pairs), Some(entries)) = (known.as_tuple(), dict.as_dict()) {
        for pair in pairs.chunks_exact(2) {
            entries.set(thread, pair[0].clone(), pair[1].clone())?;
        }
    }
    function.annotations.set(dict.clone());
    Ok(dict)
}

fn set_annotations(thread: &Thread, x: &Value, value: Option<&Value>) -> Res<()> {
    let function = payload(thread, x)?;
    match value.filter(|value| !value.is_none()) {
        None => function.annotations.set(Value::UNBOUND),
        Some(value) if value.as_dict().is_some() => function.annotations.set(value.clone()),
        Some(_) => {
            return Err(thread.type_error("__annotations__ must be set to a dict object"));
        }
    }
    Ok(())
}

fn type_params(thread: &Thread, x: &Value) -> Res {
    let params = payload(thread, x)?.type_params.load();
    Ok(params.unwrap_or_else(Tuple::empty))
}

fn set_type_params(thread: &Thread, x: &Value, value: Option<&Value>) -> Res<()> {
    let function = payload(thread, x)?;
    match value.filter(|value| value.as_tuple().is_some()) {
        Some(value) => function.type_params.set(value.clone()),
        None => return Err(thread.type_error("__type_params__ must be set to a tuple")),
    }
    Ok(())
}

fn dict(thread: &Thread, x: &Value) -> Res {
    function_dict(thread, payload(thread, x)?)
}

fn set_dict(thread: &Thread, x: &Value, value: Option<&Value>) -> Res<()> {
    let function = payload(thread, x)?;
    match value {
        Some(value) if value.as_dict().is_some() => function.dict.set(value.clone()),
        Some(value) => {
            return Err(thread.type_error(format!(
                "__dict__ must be set to a dictionary, not a '{}'",
                thread.class_of(value).name_text()
            )));
        }
        None => return Err(thread.type_error("cannot delete __dict__")),
    }
    Ok(())
}

fn read_only(thread: &Thread, _: &Value, _: Option<&Value>) -> Res<()> {
    Err(thread.error(Builtin::AttributeError, "readonly attribute"))
}

/// Computed attributes.
pub(super) const GETSET: &[GetSetDef] = &[
    GetSetDef::new("__closure__", closure).writable(read_only),
    GetSetDef::new("__doc__", doc).writable(set_doc),
    GetSetDef::new("__globals__", globals).writable(read_only),
    GetSetDef::new("__module__", module).writable(set_module),
    GetSetDef::new("__builtins__", builtins).writable(read_only),
    GetSetDef::new("__code__", code).writable(set_code),
    GetSetDef::new("__defaults__", defaults).writable(set_defaults),
    GetSetDef::new("__kwdefaults__", kwdefaults).writable(set_kwdefaults),
    GetSetDef::new("__annotations__", annotations).writable(set_annotations),
    GetSetDef::new("__dict__", dict).writable(set_dict),
    GetSetDef::new("__name__", name).writable(set_name),
    GetSetDef::new("__qualname__", qualname).writable(set_qualname),
    GetSetDef::new("__type_params__", type_params).writable(set_type_params),
];
