//! TypeVar, ParamSpec and TypeVarTuple.
//!
//! Bounds, constraints and defaults written in a type parameter list are functions that are called when they are first asked for.

use super::alias::TypeAlias;
use super::substitution;
use crate::object::class::{CallArgs, Compare, SlotDef, class_flag};
use crate::object::layout::id_of;
use crate::object::{Builtin, NativeDef, Payload, Res, Slot, Str, Thread, Tuple, Value, names};
use crate::runtime::bind::bind;
use crate::runtime::classes::{ClassDef, GetSetDef};
use crate::runtime::frame::current_globals;
use crate::runtime::protocol::attribute::shown_name;
use crate::runtime::protocol::{self, call_positional};
use std::sync::atomic::{AtomicU8, Ordering::*};

const COVARIANT: u8 = 1;
const CONTRAVARIANT: u8 = 2;
const INFER_VARIANCE: u8 = 4;

/// The payload of all three kinds.
pub struct Parameter {
    name: Value,
    /// `__bound__`, unbound if there is none or it has not been evaluated.
    bound: Slot,
    /// The function that gives the bound.
    evaluate_bound: Slot,
    /// `__constraints__`, a tuple.
    constraints: Slot,
    evaluate_constraints: Slot,
    /// `__default__`
    default: Slot,
    evaluate_default: Slot,
    module: Slot,
    flags: AtomicU8,
}

impl Payload for Parameter {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.name);
        for slot in [
            &self.bound,
            &self.evaluate_bound,
            &self.constraints,
            &self.evaluate_constraints,
            &self.default,
            &self.evaluate_default,
            &self.module,
        ] {
            slot.trace(visit);
        }
    }
}

const fn member(name: &'static str, get: fn(&Thread, &Value) -> Res) -> GetSetDef {
    GetSetDef::new(name, get).writable(read_only)
}

/// Refuses to write what CPython keeps in read-only members.
pub(super) fn read_only(thread: &Thread, _: &Value, _: Option<&Value>) -> Res<()> {
    Err(thread.error(Builtin::AttributeError, "readonly attribute"))
}

/// The table of `typing.TypeVar`.
pub static TYPE_VAR: ClassDef = ClassDef {
    class: Builtin::TypeVar,
    doc: "A type variable: stands for a type in generic functions, classes and type\n\
        aliases.",
    flags: class_flag::WEAKREF,
    layout: Some(id_of::<Parameter>),
    methods: &[
        NativeDef::method("__typing_subst__", "(self, arg, /)", substitution::type_var),
        NativeDef::method(
            "__typing_prepare_subst__",
            "(self, alias, args, /)",
            substitution::prepare_type_var,
        ),
        NativeDef::method("__reduce__", "(self, /)", reduce),
        NativeDef::method("has_default", "(self, /)", has_default)
            .doc("Whether the parameter has a default."),
        NativeDef::method("__mro_entries__", "(self, bases, /)", mro_entries)
            .shown_as("($self, object, /)"),
    ],
    slots: &[
        SlotDef::New(construct_type_var),
        SlotDef::Repr(repr),
        SlotDef::Or(substitution::union),
    ],
    getset: &[
        member("__name__", name),
        member("__covariant__", covariant),
        member("__contravariant__", contravariant),
        member("__infer_variance__", infer_variance),
        GetSetDef::new("__bound__", bound),
        GetSetDef::new("__constraints__", constraints),
        GetSetDef::new("__default__", default).doc("The default of this parameter."),
        GetSetDef::new("__module__", module),
    ],
    ..ClassDef::DEFAULT
};

/// The table of `typing.ParamSpec`.
pub static PARAM_SPEC: ClassDef = ClassDef {
    class: Builtin::ParamSpec,
    doc: "A parameter specification variable: stands for the parameters of a callable.",
    flags: class_flag::WEAKREF,
    layout: Some(id_of::<Parameter>),
    methods: &[
        NativeDef::method(
            "__typing_subst__",
            "(self, arg, /)",
            substitution::param_spec,
        ),
        NativeDef::method(
            "__typing_prepare_subst__",
            "(self, alias, args, /)",
            substitution::prepare_param_spec,
        ),
        NativeDef::method("__reduce__", "(self, /)", reduce),
        NativeDef::method("has_default", "(self, /)", has_default)
            .doc("Whether the parameter has a default."),
        NativeDef::method("__mro_entries__", "(self, bases, /)", mro_entries)
            .shown_as("($self, object, /)"),
    ],
    slots: &[
        SlotDef::New(construct_param_spec),
        SlotDef::Repr(repr),
        SlotDef::Or(substitution::union),
    ],
    getset: &[
        member("__name__", name),
        member("__covariant__", covariant),
        member("__contravariant__", contravariant),
        member("__infer_variance__", infer_variance),
        GetSetDef::new("__bound__", bound),
        GetSetDef::new("__default__", default).doc("The default of this parameter."),
        GetSetDef::new("__module__", module),
        GetSetDef::new("args", args).doc("Stands for the positional arguments."),
        GetSetDef::new("kwargs", kwargs).doc("Stands for the keyword arguments."),
    ],
    ..ClassDef::DEFAULT
};

/// The table of `typing.TypeVarTuple`.
pub static TYPE_VAR_TUPLE: ClassDef = ClassDef {
    class: Builtin::TypeVarTuple,
    doc: "A type variable tuple: stands for any number of types.",
    flags: class_flag::WEAKREF,
    layout: Some(id_of::<Parameter>),
    methods: &[
        NativeDef::method(
            "__typing_subst__",
            "(self, arg, /)",
            substitution::type_var_tuple,
        ),
        NativeDef::method(
            "__typing_prepare_subst__",
            "(self, alias, args, /)",
            substitution::prepare_type_var_tuple,
        ),
        NativeDef::method("__reduce__", "(self, /)", reduce),
        NativeDef::method("has_default", "(self, /)", has_default)
            .doc("Whether the parameter has a default."),
        NativeDef::method("__mro_entries__", "(self, bases, /)", mro_entries)
            .shown_as("($self, object, /)"),
    ],
    slots: &[
        SlotDef::New(construct_type_var_tuple),
        SlotDef::Repr(repr),
        SlotDef::Iter(iter),
    ],
    getset: &[
        member("__name__", name),
        GetSetDef::new("__default__", default).doc("The default of this parameter."),
        GetSetDef::new("__module__", module),
    ],
    ..ClassDef::DEFAULT
};

/// The payload of `P.args` and `P.kwargs`.
pub struct ParamSpecPart {
    origin: Value,
}

impl Payload for ParamSpecPart {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.origin);
    }
}

/// The table of `typing.ParamSpecArgs`.
pub static PARAM_SPEC_ARGS: ClassDef = ClassDef {
    class: Builtin::ParamSpecArgs,
    doc: "The positional arguments of a ParamSpec.",
    layout: Some(id_of::<ParamSpecPart>),
    slots: &[
        SlotDef::New(construct_part),
        SlotDef::Repr(repr_part),
        SlotDef::Compare(compare_part),
    ],
    getset: &[GetSetDef::new("__origin__", part_origin)],
    ..ClassDef::DEFAULT
};

/// The table of `typing.ParamSpecKwargs`.
pub static PARAM_SPEC_KWARGS: ClassDef = ClassDef {
    class: Builtin::ParamSpecKwargs,
    doc: "The keyword arguments of a ParamSpec.",
    layout: Some(id_of::<ParamSpecPart>),
    slots: &[
        SlotDef::New(construct_part),
        SlotDef::Repr(repr_part),
        SlotDef::Compare(compare_part),
    ],
    getset: &[GetSetDef::new("__origin__", part_origin)],
    ..ClassDef::DEFAULT
};

/// The table of the type of `typing.NoDefault`.
pub static NO_DEFAULT_TYPE: ClassDef = ClassDef {
    class: Builtin::NoDefaultType,
    doc: "The type of the NoDefault singleton.",
    slots: &[
        SlotDef::New(construct_no_default),
        SlotDef::Repr(repr_no_default),
    ],
    ..ClassDef::DEFAULT
};

/// `typing.NoDefault`, one for the process.
pub fn no_default() -> Value {
    static NO_DEFAULT: std::sync::OnceLock<Value> = std::sync::OnceLock::new();
    let make = || names::immortal_object(Builtin::NoDefaultType, crate::object::instance::Plain);
    NO_DEFAULT.get_or_init(make).clone()
}

fn construct_no_default(_: &Thread, _: &Value, _: CallArgs<'_>) -> Res {
    Ok(no_default())
}

fn repr_no_default(thread: &Thread, _: &Value) -> Res {
    Str::new_value(thread, "typing.NoDefault")
}

/// The payload of a parameter.
pub(super) fn payload<'v>(thread: &Thread, x: &'v Value) -> Res<&'v Parameter> {
    match x.payload::<Parameter>() {
        Some(parameter) => Ok(parameter),
        None => Err(thread.type_error("a type parameter was expected")),
    }
}

/// Whether the value is a TypeVarTuple.
pub fn is_tuple_parameter(x: &Value) -> bool {
    x.is_exact(Builtin::TypeVarTuple)
}

/// Whether the value is a type alias, which can be a member of a union.
pub fn is_type_form(x: &Value) -> bool {
    x.payload::<TypeAlias>().is_some()
}

fn make(thread: &Thread, class: Builtin, name: &Value, module: &Value, flags: u8) -> Res {
    let parameter = Parameter {
        name: name.clone(),
        bound: Slot::empty(),
        evaluate_bound: Slot::empty(),
        constraints: Slot::empty(),
        evaluate_constraints: Slot::empty(),
        default: Slot::empty(),
        evaluate_default: Slot::empty(),
        module: Slot::new(module.clone()),
        flags: AtomicU8::new(flags),
    };
    thread.alloc(class, parameter)
}

/// `TypeVar(name)` with a lazily evaluated bound or constraints, as a type parameter list makes it.
///
/// # Errors
/// MemoryError
pub fn new_type_var(
    thread: &Thread,
    name: &Value,
    bound: Option<&Value>,
    constraints: Option<&Value>,
    _: &Value,
) -> Res {
    // What type parameter lists make says that it belongs to `typing`.
    let module = thread.intern(b"typing")?;
    let made = make(thread, Builtin::TypeVar, name, &module, INFER_VARIANCE)?;
    let parameter = payload(thread, &made)?;
    if let Some(bound) = bound {
        parameter.evaluate_bound.set(bound.clone());
    }
    if let Some(constraints) = constraints {
        parameter.evaluate_constraints.set(constraints.clone());
    }
    Ok(made)
}

/// `ParamSpec(name)`
///
/// # Errors
/// MemoryError
pub fn new_param_spec(thread: &Thread, name: &Value, _: &Value) -> Res {
    let module = thread.intern(b"typing")?;
    make(thread, Builtin::ParamSpec, name, &module, INFER_VARIANCE)
}

/// `TypeVarTuple(name)`
///
/// # Errors
/// MemoryError
pub fn new_type_var_tuple(thread: &Thread, name: &Value, _: &Value) -> Res {
    let module = thread.intern(b"typing")?;
    make(thread, Builtin::TypeVarTuple, name, &module, 0)
}

/// Sets the lazily evaluated default of a type parameter; gives the parameter.
///
/// # Errors
/// TypeError if it is no type parameter.
pub fn set_default(thread: &Thread, parameter: &Value, default: &Value) -> Res {
    payload(thread, parameter)?
        .evaluate_default
        .set(default.clone());
    Ok(parameter.clone())
}

static NEW_TYPE_VAR: NativeDef = NativeDef::function(
    "typevar",
    "(name, *constraints, bound=None, default=typing.NoDefault, covariant=False, contravariant=False, infer_variance=False)",
    unused,
);

static NEW_PARAM_SPEC: NativeDef = NativeDef::function(
    "paramspec",
    "(name, *, bound=None, default=typing.NoDefault, covariant=False, contravariant=False, infer_variance=False)",
    unused,
);

static NEW_TYPE_VAR_TUPLE: NativeDef = NativeDef::function(
    "typevartuple",
    "(name, *, default=typing.NoDefault)",
    unused,
);

fn unused(_: &Thread, _: &[Value]) -> Res {
    Ok(Value::NONE)
}

fn caller_module(thread: &Thread) -> Value {
    let globals = current_globals(thread);
    let globals = globals.as_ref().and_then(Value::as_dict);
    globals
        .and_then(|globals| globals.get_str(thread, names::NAME.value()))
        .unwrap_or(Value::NONE)
}

fn check_name(thread: &Thread, kind: &str, name: &Value) -> Res<()> {
    if name.as_str_object().is_some() {
        return Ok(());
    }
    let given = thread.class_of(name).name_text();
    Err(thread.type_error(format!("{kind}() argument 'name' must be str, not {given}")))
}

/// The variance flags from the last three arguments.
fn variance(thread: &Thread, args: &[Value]) -> Res<u8> {
    let mut flags = 0;
    for (arg, flag) in args.iter().zip([COVARIANT, CONTRAVARIANT, INFER_VARIANCE]) {
        if let Some(arg) = arg.bound()
            && protocol::truth(thread, arg)?
        {
            flags |= flag;
        }
    }
    if flags & (COVARIANT | CONTRAVARIANT) == COVARIANT | CONTRAVARIANT {
        return Err(thread.value_error("Bivariant types are not supported."));
    }
    if flags & INFER_VARIANCE != 0 && flags != INFER_VARIANCE {
        return Err(thread.value_error("Variance cannot be specified with infer_variance."));
    }
    Ok(flags)
}

fn construct_type_var(thread: &Thread, _: &Value, args: CallArgs<'_>) -> Res {
    let args = bind(thread, "typevar", &NEW_TYPE_VAR, args)?;
    check_name(thread, "typevar", &args[0])?;
    let flags = variance(thread, &args[3..6])?;
    let constraints = &args[6..];
    let bound = args[1].bound().filter(|bound| !bound.is_none());
    if constraints.len() == 1 {
        return Err(thread.type_error("A single constraint is not allowed"));
    }
    if !constraints.is_empty() && bound.is_some() {
        return Err(thread.type_error("Bound cannot be specified if constraints are specified"));
    }
    let module = caller_module(thread);
    let made = make(thread, Builtin::TypeVar, &args[0], &module, flags)?;
    let parameter = payload(thread, &made)?;
    if !constraints.is_empty() {
        let constraints = Tuple::from_slice(thread, constraints)?;
        parameter.constraints.set(constraints);
    }
    if let Some(bound) = bound {
        parameter.bound.set(bound.clone());
    }
    if let Some(default) = args[2].bound() {
        parameter.default.set(default.clone());
    }
    Ok(made)
}

fn construct_param_spec(thread: &Thread, _: &Value, args: CallArgs<'_>) -> Res {
    let args = bind(thread, "paramspec", &NEW_PARAM_SPEC, args)?;
    check_name(thread, "paramspec", &args[0])?;
    let flags = variance(thread, &args[3..6])?;
    let module = caller_module(thread);
    let made = make(thread, Builtin::ParamSpec, &args[0], &module, flags)?;
    let parameter = payload(thread, &made)?;
    if let Some(bound) = args[1].bound().filter(|bound| !bound.is_none()) {
        parameter.bound.set(bound.clone());
    }
    if let Some(default) = args[2].bound() {
        parameter.default.set(default.clone());
    }
    Ok(made)
}

fn construct_type_var_tuple(thread: &Thread, _: &Value, args: CallArgs<'_>) -> Res {
    let args = bind(thread, "typevartuple", &NEW_TYPE_VAR_TUPLE, args)?;
    check_name(thread, "typevartuple", &args[0])?;
    let module = caller_module(thread);
    let made = make(thread, Builtin::TypeVarTuple, &args[0], &module, 0)?;
    if let Some(default) = args[1].bound() {
        payload(thread, &made)?.default.set(default.clone());
    }
    Ok(made)
}

fn repr(thread: &Thread, x: &Value) -> Res {
    let parameter = payload(thread, x)?;
    let name = shown_name(&parameter.name);
    let flags = parameter.flags.load(Relaxed);
    let sign = if is_tuple_parameter(x) || flags & INFER_VARIANCE != 0 {
        ""
    } else if flags & COVARIANT != 0 {
        "+"
    } else if flags & CONTRAVARIANT != 0 {
        "-"
    } else {
        "~"
    };
    Str::new_value(thread, &format!("{sign}{name}"))
}

/// The value of a slot, from the function that gives it at the first request.
fn evaluated(thread: &Thread, slot: &Slot, evaluate: &Slot) -> Res<Option<Value>> {
    if let Some(value) = slot.load() {
        return Ok(Some(value));
    }
    let Some(function) = evaluate.load() else {
        return Ok(None);
    };
    let value = call_positional(thread, &function, &[])?;
    slot.set(value.clone());
    evaluate.set(Value::UNBOUND);
    Ok(Some(value))
}

fn name(thread: &Thread, x: &Value) -> Res {
    Ok(payload(thread, x)?.name.clone())
}

fn flag(thread: &Thread, x: &Value, flag: u8) -> Res {
    let flags = payload(thread, x)?.flags.load(Relaxed);
    Ok(Value::from_bool(flags & flag != 0))
}

fn covariant(thread: &Thread, x: &Value) -> Res {
    flag(thread, x, COVARIANT)
}

fn contravariant(thread: &Thread, x: &Value) -> Res {
    flag(thread, x, CONTRAVARIANT)
}

fn infer_variance(thread: &Thread, x: &Value) -> Res {
    flag(thread, x, INFER_VARIANCE)
}

fn bound(thread: &Thread, x: &Value) -> Res {
    let parameter = payload(thread, x)?;
    let value = evaluated(thread, &parameter.bound, &parameter.evaluate_bound)?;
    Ok(value.unwrap_or(Value::NONE))
}

fn constraints(thread: &Thread, x: &Value) -> Res {
    let parameter = payload(thread, x)?;
    let value = evaluated(
        thread,
        &parameter.constraints,
        &parameter.evaluate_constraints,
    )?;
    Ok(value.unwrap_or_else(Tuple::empty))
}

/// `__default__`
pub(super) fn default(thread: &Thread, x: &Value) -> Res {
    let parameter = payload(thread, x)?;
    let value = evaluated(thread, &parameter.default, &parameter.evaluate_default)?;
    Ok(value.unwrap_or_else(no_default))
}

/// Whether a type parameter has a default; evaluates nothing.
pub(super) fn has_default_value(parameter: &Parameter) -> bool {
    parameter.evaluate_default.load().is_some()
        || parameter
            .default
            .load()
            .is_some_and(|default| !default.is(&no_default()))
}

fn has_default(thread: &Thread, args: &[Value]) -> Res {
    let parameter = payload(thread, &args[0])?;
    Ok(Value::from_bool(has_default_value(parameter)))
}

fn module(thread: &Thread, x: &Value) -> Res {
    Ok(payload(thread, x)?.module.load().unwrap_or(Value::NONE))
}

fn reduce(thread: &Thread, args: &[Value]) -> Res {
    name(thread, &args[0])
}

fn mro_entries(thread: &Thread, args: &[Value]) -> Res {
    let class = thread.class_of(&args[0]);
    let name = class.name.get();
    Err(thread.type_error(format!(
        "Cannot subclass an instance of {}",
        shown_name(&name)
    )))
}

/// `*Ts`: gives the unpacked form once.
fn iter(thread: &Thread, x: &Value) -> Res {
    let once = Tuple::from_vec(thread, vec![substitution::unpacked(thread, x)?])?;
    protocol::iter(thread, &once)
}

fn args(thread: &Thread, x: &Value) -> Res {
    let part = ParamSpecPart { origin: x.clone() };
    thread.alloc(Builtin::ParamSpecArgs, part)
}

fn kwargs(thread: &Thread, x: &Value) -> Res {
    let part = ParamSpecPart { origin: x.clone() };
    thread.alloc(Builtin::ParamSpecKwargs, part)
}

fn construct_part(thread: &Thread, class: &Value, args: CallArgs<'_>) -> Res {
    let ([origin], Some(class)) = (args.values, class.as_class()) else {
        return Err(thread.type_error("exactly one argument is needed, a ParamSpec"));
    };
    let part = ParamSpecPart {
        origin: origin.clone(),
    };
    thread.alloc_instance(class, part)
}

fn part_origin(_: &Thread, x: &Value) -> Res {
    let part = x.payload::<ParamSpecPart>();
    Ok(part.map_or(Value::NONE, |part| part.origin.clone()))
}

fn repr_part(thread: &Thread, x: &Value) -> Res {
    let origin = part_origin(thread, x)?;
    let text = match origin.payload::<Parameter>() {
        Some(parameter) => shown_name(&parameter.name),
        None => shown_name(&protocol::repr(thread, &origin)?),
    };
    let suffix = if x.is_exact(Builtin::ParamSpecArgs) {
        "args"
    } else {
        "kwargs"
    };
    Str::new_value(thread, &format!("{text}.{suffix}"))
}

fn compare_part(thread: &Thread, x: &Value, other: &Value, op: Compare) -> Res {
    let same_kind = thread.class_object(x).is(&thread.class_object(other));
    if !same_kind || !matches!(op, Compare::Eq | Compare::Ne) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let (a, b) = (part_origin(thread, x)?, part_origin(thread, other)?);
    let same = protocol::equal(thread, &a, &b)?;
    Ok(Value::from_bool(same == (op == Compare::Eq)))
}
