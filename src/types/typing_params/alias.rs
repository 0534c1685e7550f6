//! Type aliases: `type Pair[T] = tuple[T, T]`.

use super::substitution;
use crate::object::class::{CallArgs, SlotDef, class_flag};
use crate::object::layout::id_of;
use crate::object::{Builtin, NativeDef, Payload, Res, Slot, Thread, Tuple, Value, names};
use crate::runtime::bind::bind;
use crate::runtime::classes::{ClassDef, GetSetDef};
use crate::runtime::frame::current_globals;
use crate::runtime::protocol::call_positional;

/// The payload.
pub struct TypeAlias {
    name: Value,
    /// `__type_params__`, a tuple.
    parameters: Value,
    /// `__value__`, unbound until it is asked for.
    value: Slot,
    /// The function that gives the value.
    evaluate: Slot,
    module: Value,
}

impl Payload for TypeAlias {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.name);
        visit(&self.parameters);
        visit(&self.module);
        self.value.trace(visit);
        self.evaluate.trace(visit);
    }
}

/// The table of `typing.TypeAliasType`.
pub static CLASS: ClassDef = ClassDef {
    class: Builtin::TypeAlias,
    doc: "A type alias, as a type statement makes it; its value is computed when it is\n\
        first asked for.",
    flags: class_flag::WEAKREF,
    layout: Some(id_of::<TypeAlias>),
    methods: &[NativeDef::method("__reduce__", "(self, /)", reduce)],
    slots: &[
        SlotDef::New(construct),
        SlotDef::Repr(repr),
        SlotDef::Or(crate::types::union::or),
        SlotDef::GetItem(get_item),
    ],
    getset: &[
        GetSetDef::new("__name__", name).writable(super::parameter::read_only),
        GetSetDef::new("__parameters__", parameters),
        GetSetDef::new("__type_params__", parameters),
        GetSetDef::new("__value__", value),
        GetSetDef::new("__module__", module),
    ],
    ..ClassDef::DEFAULT
};

fn payload<'v>(thread: &Thread, x: &'v Value) -> Res<&'v TypeAlias> {
    match x.payload::<TypeAlias>() {
        Some(alias) => Ok(alias),
        None => Err(thread.type_error("a type alias was expected")),
    }
}

/// A type alias from the tuple (name, type parameters or None, function of the value).
///
/// # Errors
/// MemoryError
pub fn new_type_alias(thread: &Thread, parts: &Value, module: &Value) -> Res {
    let Some([name, parameters, function]) = parts.as_tuple() else {
        return Err(thread.type_error("a type alias has a name, type parameters and a value"));
    };
    let parameters = match parameters.as_tuple() {
        Some(_) => parameters.clone(),
        None => Tuple::empty(),
    };
    let alias = TypeAlias {
        name: name.clone(),
        parameters,
        value: Slot::empty(),
        evaluate: Slot::new(function.clone()),
        module: module.clone(),
    };
    thread.alloc(Builtin::TypeAlias, alias)
}

static NEW: NativeDef =
    NativeDef::function("typealias", "(name, value, *, type_params=())", unused);

fn unused(_: &Thread, _: &[Value]) -> Res {
    Ok(Value::NONE)
}

fn construct(thread: &Thread, _: &Value, args: CallArgs<'_>) -> Res {
    let given = args.positional().len();
    if given > 2 {
        return Err(thread.type_error(format!(
            "typealias() takes exactly 2 positional arguments ({given} given)"
        )));
    }
    let args = bind(thread, "typealias", &NEW, args)?;
    if args[0].as_str_object().is_none() {
        return Err(thread.type_error(format!(
            "typealias() argument 'name' must be str, not {}",
            thread.class_of(&args[0]).name_text()
        )));
    }
    let parameters = match args[2].bound() {
        None => Tuple::empty(),
        Some(parameters) if parameters.as_tuple().is_some() => parameters.clone(),
        Some(_) => return Err(thread.type_error("type_params must be a tuple")),
    };
    let globals = current_globals(thread);
    let globals = globals.as_ref().and_then(Value::as_dict);
    let module = globals.and_then(|dict| dict.get_str(thread, names::NAME.value()));
    let alias = TypeAlias {
        name: args[0].clone(),
        parameters,
        value: Slot::new(args[1].clone()),
        evaluate: Slot::empty(),
        module: module.unwrap_or(Value::NONE),
    };
    thread.alloc(Builtin::TypeAlias, alias)
}

fn repr(thread: &Thread, x: &Value) -> Res {
    Ok(payload(thread, x)?.name.clone())
}

fn name(thread: &Thread, x: &Value) -> Res {
    Ok(payload(thread, x)?.name.clone())
}

fn parameters(thread: &Thread, x: &Value) -> Res {
    Ok(payload(thread, x)?.parameters.clone())
}

fn module(thread: &Thread, x: &Value) -> Res {
    Ok(payload(thread, x)?.module.clone())
}

fn value(thread: &Thread, x: &Value) -> Res {
    let alias = payload(thread, x)?;
    if let Some(value) = alias.value.load() {
        return Ok(value);
    }
    let Some(function) = alias.evaluate.load() else {
        return Ok(Value::NONE);
    };
    let value = call_positional(thread, &function, &[])?;
    alias.value.set(value.clone());
    alias.evaluate.set(Value::UNBOUND);
    Ok(value)
}

fn get_item(thread: &Thread, x: &Value, item: &Value) -> Res {
    if payload(thread, x)?
        .parameters
        .as_tuple()
        .is_none_or(<[Value]>::is_empty)
    {
        return Err(thread.type_error("Only generic type aliases are subscriptable"));
    }
    substitution::alias_of(thread, x, item)
}

fn reduce(thread: &Thread, args: &[Value]) -> Res {
    name(thread, &args[0])
}
