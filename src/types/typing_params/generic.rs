//! Generic: the base of generic classes.

use super::parameter::Parameter;
use super::substitution::{alias_of, text};
use crate::object::class::{CallArgs, SlotDef};
use crate::object::{Builtin, NativeDef, Res, Thread, Tuple, Value, names};
use crate::runtime::classes::{ClassDef, construct, set_class_attribute};
use crate::runtime::protocol::{self, get_attr_opt};
use crate::types::generic_alias::substitute::{parameters_of, substitute};
use crate::types::generic_alias::value::GenericAlias;

/// The table of the class.
pub static CLASS: ClassDef = ClassDef {
    class: Builtin::Generic,
    doc: "The base of classes with type parameters.",
    signature: "()",
    methods: &[
        NativeDef::class_method("__class_getitem__", "(type, params, /)", class_getitem)
            .doc(
                "The class with type arguments, or with type parameters that it is generic\n\
                over.",
            )
            .unsigned(),
        NativeDef::class_method(
            "__init_subclass__",
            "(type, /, *args, **kwargs)",
            init_subclass,
        )
        .doc("Notes the type parameters of a new subclass.")
        .unsigned(),
    ],
    slots: &[SlotDef::New(new)],
    ..ClassDef::DEFAULT
};

fn new(thread: &Thread, class: &Value, args: CallArgs<'_>) -> Res {
    if class.is(Builtin::Generic.class()) {
        return Err(thread.type_error(
            "Type Generic cannot be instantiated; it can be used only as a base class",
        ));
    }
    // As object's: arguments are `__init__`'s to refuse.
    let none = CallArgs::positional_only(&[]);
    let own_init = class.as_class().is_some_and(|class| {
        class.same_slot(crate::object::class::SlotId::Init, Builtin::Object.get())
    });
    if own_init && !args.values.is_empty() {
        let name = class
            .as_class()
            .map_or_else(String::new, |class| class.name_text());
        return Err(thread.type_error(format!("{name}() takes no arguments")));
    }
    construct::object_new(thread, class, none)
}

/// `Generic[*parameters]`, as the compiler asks for it.
///
/// # Errors
/// TypeError for what is no type parameter.
pub fn subscript_generic(thread: &Thread, parameters: &Value) -> Res {
    class_getitem(
        thread,
        &[Builtin::Generic.class().clone(), parameters.clone()],
    )
}

fn class_getitem(thread: &Thread, args: &[Value]) -> Res {
    let (class, parameters) = (&args[0], &args[1]);
    let items = match parameters.as_tuple() {
        Some(items) => items.to_vec(),
        None => vec![parameters.clone()],
    };
    if class.is(Builtin::Generic.class()) || is_protocol(thread, class) {
        return generic_of(thread, class, &items);
    }
    let wanted = get_attr_opt(thread, class, &thread.intern(b"__parameters__")?)?;
    let wanted = wanted.unwrap_or_else(Tuple::empty);
    let has_tuple = wanted
        .as_tuple()
        .is_some_and(|all| all.iter().any(super::is_tuple_parameter));
    if wanted.as_tuple().is_none_or(<[Value]>::is_empty) {
        let shown = text(thread, class)?;
        return Err(thread.type_error(format!("{shown} is not a generic class")));
    }
    if items.is_empty() && !has_tuple {
        let name = crate::runtime::protocol::attribute::shown_name(&protocol::get_attr(
            thread,
            class,
            names::QUALNAME.value(),
        )?);
        return Err(thread.type_error(format!("Parameter list to {name}[...] cannot be empty")));
    }
    // Checks their number; the parameters stand for themselves.
    let filled = substitute(thread, class, &wanted, &wanted, parameters)?;
    alias_of(thread, class, &filled)
}

/// Whether a class is `typing.Protocol` itself.
fn is_protocol(thread: &Thread, class: &Value) -> bool {
    let Some(payload) = class
        .as_class()
        .filter(|class| class.name_text() == "Protocol")
    else {
        return false;
    };
    let module = payload.own_attribute(thread, names::MODULE.value());
    module.is_some_and(|module| module.as_str() == Some("typing"))
}

fn generic_of(thread: &Thread, class: &Value, items: &[Value]) -> Res {
    let name = class
        .as_class()
        .map_or_else(String::new, |class| class.name_text());
    if items.is_empty() {
        return Err(thread.type_error(format!("Parameter list to {name}[...] cannot be empty")));
    }
    for (i, item) in items.iter().enumerate() {
        if !is_parameter(thread, item)? {
            return Err(thread.type_error(format!(
                "Parameters to {name}[...] must all be type variables or parameter specification variables."
            )));
        }
        if items[..i].iter().any(|other| other.is(item)) {
            return Err(thread.type_error(format!("Parameters to {name}[...] must all be unique")));
        }
    }
    alias_of(thread, class, &Tuple::from_slice(thread, items)?)
}

/// A type parameter, or the unpacked form of a tuple of them.
fn is_parameter(thread: &Thread, item: &Value) -> Res<bool> {
    if item.payload::<Parameter>().is_some() {
        return Ok(true);
    }
    let name = thread.intern(b"__typing_is_unpacked_typevartuple__")?;
    match get_attr_opt(thread, item, &name)? {
        Some(answer) => protocol::truth(thread, &answer),
        None => Ok(false),
    }
}

/// Sets `__parameters__` of a new class from the arguments of its generic bases.
fn init_subclass(thread: &Thread, args: &[Value]) -> Res {
    let class = &args[0];
    let keywords = args[1]
        .as_dict()
        .is_some_and(|keywords| !keywords.is_empty());
    if keywords {
        let name = class
            .as_class()
            .map_or_else(String::new, |class| class.name_text());
        return Err(thread.type_error(format!(
            "{name}.__init_subclass__() takes no keyword arguments"
        )));
    }
    let own = class
        .as_class()
        .and_then(|class| class.own_attribute(thread, names::ORIG_BASES.value()));
    let bases = own.as_ref().and_then(Value::as_tuple).unwrap_or(&[]);
    let mut found = parameters_of(thread, bases)?;
    let mut listed = None;
    for base in bases {
        if let Some(alias) = base.payload::<GenericAlias>()
            && alias.origin.is(Builtin::Generic.class())
        {
            if listed.is_some() {
                return Err(thread.type_error("Cannot inherit from Generic[...] multiple times."));
            }
            listed = Some(parameters_of(thread, std::slice::from_ref(base))?);
        }
    }
    let is_bare = class.as_class().is_some_and(|class| {
        let bases = class.bases.get();
        own.is_none()
            && class.name_text() != "Protocol"
            && bases
                .as_tuple()
                .is_some_and(|bases| bases.iter().any(|base| base.is(Builtin::Generic.class())))
    });
    if is_bare {
        return Err(thread.type_error("Cannot inherit from plain Generic"));
    }
    if let Some(listed) = listed {
        check_listed(thread, &found, &listed)?;
        found = listed;
    }
    let name = thread.intern(b"__parameters__")?;
    set_class_attribute(thread, class, &name, Some(&found))?;
    Ok(Value::NONE)
}

fn check_listed(thread: &Thread, found: &Value, listed: &Value) -> Res<()> {
    let listed = listed.as_tuple().unwrap_or(&[]);
    let mut missing = Vec::new();
    for parameter in found.as_tuple().unwrap_or(&[]) {
        if !listed.iter().any(|known| known.is(parameter)) {
            missing.push(text(thread, parameter)?);
        }
    }
    if missing.is_empty() {
        return Ok(());
    }
    let mut all = Vec::new();
    for parameter in listed {
        all.push(text(thread, parameter)?);
    }
    Err(thread.type_error(format!(
        "Some type variables ({}) are not listed in Generic[{}]",
        missing.join(", "),
        all.join(", ")
    )))
}
