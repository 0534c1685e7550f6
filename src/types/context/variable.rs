//! `ContextVar`: a variable whose value depends on the context. The payload never changes.

use super::token::{self, Token};
use super::value::{current_or_new, store};
use super::{map, value};
use crate::object::class::{CallArgs, SlotDef};
use crate::object::layout::id_of;
use crate::object::{
    Beside, Builtin, NativeDef, Payload, Raised, Res, Sharing, Thread, Tuple, Value,
};
use crate::runtime::classes::{ClassDef, GetSetDef};
use crate::runtime::protocol::attribute::shown_name;
use crate::runtime::protocol::convert::repr_text;
use crate::runtime::raise::raise_with;
use crate::runtime::state::{interpreter, state};
use crate::types::shared::{CLASS_GETITEM, ReprText};
use std::sync::atomic::Ordering::Relaxed;

/// The payload.
pub struct ContextVar {
    name: Value,
    default: Option<Value>,
    /// Tells the variables of an interpreter apart, in the order in which they were made.
    pub(super) number: u64,
}

impl Payload for ContextVar {
    const SHARING: Sharing = Sharing::Guarded;
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.name);
        if let Some(default) = &self.default {
            visit(default);
        }
    }
}

fn payload<'v>(thread: &Thread, value: &'v Value) -> Res<&'v ContextVar> {
    value
        .payload::<ContextVar>()
        .ok_or_else(|| thread.type_error("an instance of ContextVar was expected"))
}

/// The value of a variable in the current context, else `default`, else the variable's own default.
///
/// # Errors
/// TypeError if it is no variable.
pub fn get(thread: &Thread, variable: &Value, default: Option<&Value>) -> Res<Option<Value>> {
    let this = payload(thread, variable)?;
    if let Some(context) = value::current(thread)
        && let Some(context) = context.payload::<value::Context>()
    {
        let variables = context.own_variables();
        if let Some(found) = map::find(&variables, variable, this.number) {
            return Ok(Some(found.clone()));
        }
    }
    Ok(default.or(this.default.as_ref()).cloned())
}

/// Sets a variable in the current context; gives the token that [`reset`] takes.
///
/// # Errors
/// TypeError if it is no variable; MemoryError
pub fn set(thread: &Thread, variable: &Value, new: Value) -> Res {
    let this = payload(thread, variable)?;
    let context = current_or_new(thread)?;
    let variables = own_variables(&context);
    let old = map::find(&variables, variable, this.number).cloned();
    let token = token::new(thread, &context, variable, old)?;
    let variables = map::with(thread, &variables, variable, this.number, new)?;
    store(thread, &context, variables)?;
    Ok(token)
}

fn own_variables(context: &Value) -> Value {
    let context = context.payload::<value::Context>();
    context.map_or_else(Tuple::empty, value::Context::own_variables)
}

/// Gives a variable the value back that it had before [`set`] made the token.
///
/// # Errors
/// TypeError if it is no variable or no token; RuntimeError if the token was used; ValueError if it is of another variable or context; MemoryError
pub fn reset(thread: &Thread, variable: &Value, token: &Value) -> Res<()> {
    let this = payload(thread, variable)?;
    let Some(state_before) = token.payload::<Token>() else {
        let shown = repr_text(thread, token)?;
        return Err(thread.type_error(format!("expected an instance of Token, got {shown}")));
    };
    if state_before.used.load(Relaxed) {
        let class = Builtin::RuntimeError;
        return Err(unfit(thread, class, token, "has already been used once"));
    }
    if !state_before.variable.is(variable) {
        let why = "was created by a different ContextVar";
        return Err(unfit(thread, Builtin::ValueError, token, why));
    }
    let context = &state_before.context;
    if state(thread).context.word() != context.word() {
        let why = "was created in a different Context";
        return Err(unfit(thread, Builtin::ValueError, token, why));
    }
    let variables = own_variables(context);
    let variables = match &state_before.old {
        Some(old) => map::with(thread, &variables, variable, this.number, old.clone())?,
        None => map::without(thread, &variables, variable, this.number)?,
    };
    state_before.used.store(true, Relaxed);
    store(thread, context, variables)
}

#[cold]
fn unfit(thread: &Thread, class: Builtin, token: &Value, why: &str) -> Raised {
    match repr_text(thread, token) {
        Ok(shown) => thread.error(class, format!("{shown} {why}")),
        Err(raised) => raised,
    }
}

fn construct(thread: &Thread, _: &Value, args: CallArgs<'_>) -> Res {
    let positional = args.positional();
    if args.values.len() > 2 {
        let given = args.values.len();
        return Err(thread.type_error(format!(
            "ContextVar() takes at most 2 arguments ({given} given)"
        )));
    }
    let name = match positional {
        [name] => name,
        [] => {
            let message = "ContextVar() takes exactly 1 positional argument (0 given)";
            return Err(thread.type_error(message));
        }
        given => {
            let given = given.len();
            return Err(thread.type_error(format!(
                "ContextVar() takes at most 1 positional argument ({given} given)"
            )));
        }
    };
    let mut default = None;
    for (keyword, value) in args.keywords() {
        if keyword.as_str() != Some("default") {
            let keyword = shown_name(keyword);
            return Err(thread.type_error(format!(
                "ContextVar() got an unexpected keyword argument '{keyword}'"
            )));
        }
        default = Some(value.clone());
    }
    if name.as_str_object().is_none() {
        return Err(thread.type_error("context variable name must be a str"));
    }
    let numbers = &interpreter(thread).context_variables;
    let variable = ContextVar {
        name: name.clone(),
        default,
        number: numbers.fetch_add(1, Relaxed),
    };
    thread.alloc(Builtin::ContextVar, variable)
}

fn repr(thread: &Thread, variable: &Value) -> Res {
    let this = payload(thread, variable)?;
    let mut text = ReprText::new("<ContextVar name=");
    text.push_repr(thread, &this.name)?;
    if let Some(default) = &this.default {
        text.push(" default=");
        text.push_repr(thread, default)?;
    }
    text.finish(thread, &format!(" at {:#x}>", thread.identity(variable)))
}

fn get_method(thread: &Thread, args: &[Value]) -> Res {
    match get(thread, &args[0], args[1].bound())? {
        Some(value) => Ok(value),
        None => Err(raise_with(thread, Builtin::LookupError, args[0].clone())),
    }
}

fn set_method(thread: &Thread, args: &[Value]) -> Res {
    set(thread, &args[0], args[1].clone())
}

fn reset_method(thread: &Thread, args: &[Value]) -> Res {
    reset(thread, &args[0], &args[1])?;
    Ok(Value::NONE)
}

fn name(thread: &Thread, variable: &Value) -> Res {
    Ok(payload(thread, variable)?.name.clone())
}

/// The table of the class.
pub static CLASS: ClassDef = ClassDef {
    class: Builtin::ContextVar,
    doc: "A variable whose value belongs to the current context.",
    signature: "(name, /, *, default=<unrepresentable>)",
    layout: Some(id_of::<ContextVar>),
    methods: &[
        NativeDef::method("get", "(self, default=None, /)", get_method)
            .beside(Beside::PROTOCOLS)
            .shown_as("($self, default=<unrepresentable>, /)")
            .doc(
                "The value of the variable in the current context.\n\n\
                Where it has none, the argument is the answer, or else the default that the\n\
                variable was made with. LookupError is raised if there is neither.",
            ),
        NativeDef::method("set", "(self, value, /)", set_method)
            .beside(Beside::PROTOCOLS)
            .doc(
                "Sets the variable in the current context. The answer is a token with which\n\
                reset() takes that back.",
            ),
        NativeDef::method("reset", "(self, token, /)", reset_method)
            .beside(Beside::PROTOCOLS)
            .doc("Takes back what the call of set() did that made the token."),
        CLASS_GETITEM,
    ],
    slots: &[SlotDef::New(construct), SlotDef::Repr(repr)],
    members: &["name"],
    getset: &[GetSetDef::new("name", name)],
    ..ClassDef::DEFAULT
};
