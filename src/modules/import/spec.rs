//! `__spec__` of modules: where a module comes from, and whether it is still being imported.

use crate::object::class::SlotDef;
use crate::object::instance::Plain;
use crate::object::{Dict, NativeDef, Res, Str, Thread, Value, names};
use crate::runtime::classes::{self, ClassDef, GetSetDef};
use crate::runtime::function::Module;
use crate::runtime::module::{ModuleDef, native_module};
use crate::runtime::protocol;
use crate::runtime::state::interpreter;

/// The module that the classes live in.
pub static MODULE: ModuleDef = ModuleDef {
    name: "_frozen_importlib",
    doc: "What the import system says of modules.",
    functions: &[],
    init: Some(init),
};

static SPEC: ClassDef = ClassDef {
    name: "_frozen_importlib.ModuleSpec",
    doc: "The specification for a module, used for loading.",
    has_dict: true,
    methods: &[NativeDef::method(
        "__init__",
        "(self, name, loader, *, origin=None, loader_state=None, is_package=None)",
        initialise,
    )],
    slots: &[SlotDef::Repr(repr)],
    getset: &[
        GetSetDef::new("parent", parent).doc("The package that the module belongs to."),
        GetSetDef::new("has_location", has_location)
            .doc("Whether origin is a place that the module can be loaded from."),
    ],
    ..ClassDef::DEFAULT
};

fn init(thread: &Thread, dict: &Dict) -> Res<()> {
    let class = classes::native_class(thread, &SPEC)?;
    dict.set(thread, thread.intern(b"ModuleSpec")?, class)
}

fn initialise(thread: &Thread, args: &[Value]) -> Res {
    let [spec, name, loader, origin, state, is_package] = args else {
        return Ok(Value::NONE);
    };
    let given = |value: &Value| value.bound().cloned().unwrap_or(Value::NONE);
    let locations = match is_package.bound() {
        Some(value) if protocol::truth(thread, value)? => {
            crate::object::List::new_value(thread, Vec::new())?
        }
        _ => Value::NONE,
    };
    fill(thread, spec, name, given(loader), given(origin), locations)?;
    set(thread, spec, "loader_state", given(state))?;
    Ok(Value::NONE)
}

fn set(thread: &Thread, spec: &Value, name: &str, value: Value) -> Res<()> {
    let name = thread.intern(name.as_bytes())?;
    protocol::set_attr(thread, spec, &name, Some(&value))
}

fn fill(
    thread: &Thread,
    spec: &Value,
    name: &Value,
    loader: Value,
    origin: Value,
    locations: Value,
) -> Res<()> {
    set(thread, spec, "name", name.clone())?;
    set(thread, spec, "loader", loader)?;
    set(thread, spec, "origin", origin)?;
    set(thread, spec, "loader_state", Value::NONE)?;
    set(thread, spec, "submodule_search_locations", locations)?;
    set(thread, spec, "cached", Value::NONE)?;
    set(thread, spec, "_initializing", Value::FALSE)
}

fn get(thread: &Thread, spec: &Value, name: &str) -> Res<Value> {
    let name = thread.intern(name.as_bytes())?;
    Ok(protocol::get_attr_opt(thread, spec, &name)?.unwrap_or(Value::NONE))
}

fn parent(thread: &Thread, spec: &Value) -> Res {
    let name = get(thread, spec, "name")?;
    let Some(text) = name.as_str() else {
        return Ok(name);
    };
    if !get(thread, spec, "submodule_search_locations")?.is_none() {
        return Ok(name.clone());
    }
    let parent = text.rsplit_once('.').map_or("", |(parent, _)| parent);
    Str::new_value(thread, parent)
}

fn has_location(thread: &Thread, spec: &Value) -> Res {
    let origin = get(thread, spec, "origin")?;
    let is_place = origin
        .as_str()
        .is_some_and(|text| text != "built-in" && text != "frozen");
    Ok(Value::from_bool(is_place))
}

fn repr(thread: &Thread, spec: &Value) -> Res {
    let mut text = "ModuleSpec(".to_owned();
    for (i, (name, always)) in [
        ("name", true),
        ("loader", true),
        ("origin", false),
        ("submodule_search_locations", false),
    ]
    .into_iter()
    .enumerate()
    {
        let value = get(thread, spec, name)?;
        if always || !value.is_none() {
            let shown = protocol::repr(thread, &value)?;
            let separator = if i == 0 { "" } else { ", " };
            text.push_str(&format!(
                "{separator}{name}={}",
                protocol::attribute::shown_name(&shown)
            ));
        }
    }
    text.push(')');
    Str::new_value(thread, &text)
}

/// The module of import's own classes.
fn own_module(thread: &Thread) -> Res {
    let modules = interpreter(thread).modules.get();
    let key = thread.intern(MODULE.name.as_bytes())?;
    if let Some(dict) = modules.as_dict() {
        if let Some(module) = dict.get_str(thread, &key)
            && module.payload::<Module>().is_some()
        {
            return Ok(module);
        }
        let module = native_module(thread, &MODULE)?;
        dict.set(thread, key, module.clone())?;
        return Ok(module);
    }
    native_module(thread, &MODULE)
}

/// A new spec.
///
/// # Errors
/// MemoryError
pub fn new_spec(thread: &Thread, name: &str, origin: Value, locations: Value) -> Res {
    let module = own_module(thread)?;
    let class = protocol::get_attr_str(thread, &module, "ModuleSpec")?;
    let Some(payload) = class.as_class() else {
        return Ok(Value::NONE);
    };
    let spec = thread.alloc_instance(payload, Plain)?;
    let name = Str::new_value(thread, name)?;
    fill(thread, &spec, &name, Value::NONE, origin, locations)?;
    Ok(spec)
}

/// Notes in a module's spec whether the module is being imported.
///
/// # Errors
/// What setting the attribute raises.
pub fn set_initialising(thread: &Thread, spec: &Value, on: bool) -> Res<()> {
    set(thread, spec, "_initializing", Value::from_bool(on))
}

/// The spec of a module, None if it has none.
///
/// # Errors
/// What the look-up raises.
pub fn of_module(thread: &Thread, module: &Value) -> Res<Option<Value>> {
    let spec = protocol::get_attr_opt(thread, module, names::SPEC.value())?;
    Ok(spec.filter(|spec| !spec.is_none()))
}
