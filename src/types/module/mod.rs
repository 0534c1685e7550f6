//! Modules.
#![forbid(unsafe_code)]

use crate::object::class::{CallArgs, SlotDef, class_flag};
use crate::object::{Builtin, Dict, List, NativeDef, Raised, Res, Str, Thread, Value, names};
use crate::runtime::bind::bind;
use crate::runtime::classes::{ClassDef, GetSetDef};
use crate::runtime::function::Module;
use crate::runtime::protocol::attribute::{
    attribute_error, attribute_name, generic_get_attr_opt, shown_name,
};
use crate::runtime::protocol::{self, get_attr_opt};

/// The table of the class.
pub static CLASS: ClassDef = ClassDef {
    class: Builtin::Module,
    doc: "A module: a namespace with a name and a docstring.",
    signature: "(name, doc=None)",
    flags: class_flag::WEAKREF,
    methods: &[
        NativeDef::method("__dir__", "(self, /)", dir).doc("The names in the module, as a list.")
    ],
    slots: &[
        SlotDef::New(construct),
        SlotDef::Init(init),
        SlotDef::Repr(repr),
        SlotDef::GetAttr(get_attr),
    ],
    members: &["__dict__"],
    getset: &[
        GetSetDef::new("__dict__", namespace),
        GetSetDef::new("__annotations__", annotations).writable(set_annotations),
    ],
    ..ClassDef::DEFAULT
};

static INIT: NativeDef = NativeDef::function("module", "(name, doc=None)", unused);

fn unused(_: &Thread, _: &[Value]) -> Res {
    Ok(Value::NONE)
}

fn dict(thread: &Thread, x: &Value) -> Res {
    match x.payload::<Module>() {
        Some(module) => Ok(module.dict.clone()),
        None => Err(thread.type_error("a module was expected")),
    }
}

/// An entry of the module's namespace.
fn entry(thread: &Thread, x: &Value, name: &Value) -> Option<Value> {
    x.payload::<Module>()?.dict.as_dict()?.get_str(thread, name)
}

fn construct(thread: &Thread, class: &Value, _: CallArgs<'_>) -> Res {
    let Some(class) = class.as_class() else {
        return Err(thread.type_error("module.__new__(X): X is not a type object"));
    };
    let dict = Dict::new_value(thread)?;
    thread.alloc_instance(class, Module { dict })
}

fn init(thread: &Thread, x: &Value, args: CallArgs<'_>) -> Res<()> {
    let args = bind(thread, "module", &INIT, args)?;
    if args[0].as_str_object().is_none() {
        return Err(thread.type_error(format!(
            "module() argument 'name' must be str, not {}",
            thread.class_of(&args[0]).name_text()
        )));
    }
    let dict = dict(thread, x)?;
    if let Some(dict) = dict.as_dict() {
        let doc = args[1].bound().cloned().unwrap_or(Value::NONE);
        dict.set_str(thread, names::NAME.value(), args[0].clone())?;
        dict.set_str(thread, names::DOC.value(), doc)?;
        for name in [names::PACKAGE, names::LOADER, names::SPEC] {
            dict.set_str(thread, name.value(), Value::NONE)?;
        }
    }
    Ok(())
}

fn text(thread: &Thread, value: &Value) -> Res<String> {
    Ok(shown_name(&protocol::repr(thread, value)?))
}

fn repr(thread: &Thread, x: &Value) -> Res {
    if let Some(spec) = entry(thread, x, names::SPEC.value())
        && protocol::truth(thread, &spec)?
    {
        return repr_of_spec(thread, &spec);
    }
    let name = match entry(thread, x, names::NAME.value()) {
        Some(name) => text(thread, &name)?,
        None => "'?'".to_owned(),
    };
    let place = if let Some(file) = entry(thread, x, names::FILE.value()) {
        format!(" from {}", text(thread, &file)?)
    } else if is_native(thread, x) {
        " (built-in)".to_owned()
    } else {
        match entry(thread, x, names::LOADER.value()) {
            Some(loader) if !loader.is_none() => format!(" ({})", text(thread, &loader)?),
            _ => String::new(),
        }
    };
    Str::new_value(thread, &format!("<module {name}{place}>"))
}

/// The repr of a module that has this `__spec__`.
fn repr_of_spec(thread: &Thread, spec: &Value) -> Res {
    let part = |name: &str| protocol::get_attr_str(thread, spec, name);
    let name = part("name")?;
    let name = match name.is_none() {
        true => "'?'".to_owned(),
        false => text(thread, &name)?,
    };
    let origin = part("origin")?;
    let place = if origin.is_none() {
        match part("loader")? {
            loader if loader.is_none() => String::new(),
            loader => format!(" ({})", text(thread, &loader)?),
        }
    } else if protocol::truth(thread, &part("has_location")?)? {
        format!(" from {}", text(thread, &origin)?)
    } else {
        let shown = protocol::str_of(thread, &origin)?;
        format!(" ({})", shown.as_str().unwrap_or(""))
    };
    Str::new_value(thread, &format!("<module {name}{place}>"))
}

/// Whether this is one of the modules that `sys.builtin_module_names` lists.
fn is_native(thread: &Thread, x: &Value) -> bool {
    let sys = crate::runtime::state::interpreter(thread).sys.get();
    let (Some(name), Some(sys)) = (entry(thread, x, names::NAME.value()), sys.as_dict()) else {
        return false;
    };
    let Ok(key) = thread.intern(b"builtin_module_names") else {
        return false;
    };
    let listed = sys.get_str(thread, &key);
    let listed = listed.as_ref().and_then(Value::as_tuple).unwrap_or(&[]);
    listed
        .iter()
        .any(|known| known.as_str().is_some() && known.as_str() == name.as_str())
}

/// Attributes, then the module's own `__getattr__` function.
fn get_attr(thread: &Thread, x: &Value, name: &Value) -> Res {
    let name = &attribute_name(thread, name)?;
    if let Some(value) = generic_get_attr_opt(thread, x, name)? {
        return Ok(value);
    }
    if let Some(hook) = entry(thread, x, names::GETATTR.value()) {
        return protocol::call_positional(thread, &hook, std::slice::from_ref(name));
    }
    Err(missing(thread, x, name))
}

#[cold]
fn missing(thread: &Thread, x: &Value, name: &Value) -> Raised {
    let shown = shown_name(name);
    let message = match entry(thread, x, names::NAME.value()) {
        Some(module) if module.as_str_object().is_some() => {
            let module = shown_name(&module);
            match is_initialising(thread, x) {
                Ok(true) => format!(
                    "partially initialized module '{module}' has no attribute '{shown}' (most likely due to a circular import)"
                ),
                Ok(false) => format!("module '{module}' has no attribute '{shown}'"),
                Err(raised) => return raised,
            }
        }
        _ => format!("module has no attribute '{shown}'"),
    };
    attribute_error(thread, &message, x, name)
}

fn is_initialising(thread: &Thread, x: &Value) -> Res<bool> {
    let Some(spec) = entry(thread, x, names::SPEC.value()).filter(|spec| !spec.is_none()) else {
        return Ok(false);
    };
    match get_attr_opt(thread, &spec, &thread.intern(b"_initializing")?)? {
        Some(value) => protocol::truth(thread, &value),
        None => Ok(false),
    }
}

fn namespace(thread: &Thread, x: &Value) -> Res {
    dict(thread, x)
}

fn annotations(thread: &Thread, x: &Value) -> Res {
    let name = names::ANNOTATIONS.value();
    if let Some(known) = entry(thread, x, name) {
        return Ok(known);
    }
    let made = Dict::new_value(thread)?;
    if let Some(dict) = dict(thread, x)?.as_dict() {
        dict.set_str(thread, name, made.clone())?;
    }
    Ok(made)
}

fn set_annotations(thread: &Thread, x: &Value, value: Option<&Value>) -> Res<()> {
    let name = names::ANNOTATIONS.value();
    let namespace = dict(thread, x)?;
    let Some(namespace) = namespace.as_dict() else {
        return Ok(());
    };
    match value {
        Some(value) => namespace.set_str(thread, name, value.clone()),
        None => match namespace.remove_str(thread, name) {
            Some(_) => Ok(()),
            None => Err(attribute_error(thread, "__annotations__", x, name)),
        },
    }
}

fn dir(thread: &Thread, args: &[Value]) -> Res {
    let namespace = protocol::get_attr(thread, &args[0], names::DICT.value())?;
    let Some(namespace) = namespace.as_dict() else {
        return Err(thread.type_error("<module>.__dict__ is not a dictionary"));
    };
    match namespace.get_str(thread, names::DIR.value()) {
        Some(hook) => protocol::call_positional(thread, &hook, &[]),
        None => List::new_value(thread, namespace.keys()),
    }
}
