//! `Context`: the payload, how one is entered and left, and what scripts can ask of it.

use super::variable::ContextVar;
use super::{iter, map};
use crate::object::class::{CallArgs, Compare, SlotDef, class_flag};
use crate::object::layout::id_of;
use crate::object::{
    Beside, Builtin, NativeDef, Payload, Raised, Res, Sharing, Slot, Thread, Tuple, Value,
};
use crate::runtime::classes::ClassDef;
use crate::runtime::protocol::{self, equal};
use crate::runtime::raise;
use crate::runtime::safepoint::poll;
use crate::runtime::state::state;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};

/// The payload.
pub(super) struct Context {
    /// What it holds: see `map.rs`.
    variables: Slot,
    /// The context that was current before this one was entered; unbound if none, and while it is not entered.
    previous: Slot,
    entered: AtomicBool,
}

impl Payload for Context {
    const SHARING: Sharing = Sharing::Guarded;
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.variables.trace(visit);
        self.previous.trace(visit);
    }
}

impl Context {
    /// What the context holds, for the thread that has entered it.
    pub(super) fn own_variables(&self) -> Value {
        self.variables.get()
    }
}

fn payload<'v>(thread: &Thread, value: &'v Value) -> Res<&'v Context> {
    value
        .payload::<Context>()
        .ok_or_else(|| thread.type_error("an instance of Context was expected"))
}

/// A context, which the thread owns now.
fn own<'v>(thread: &Thread, value: &'v Value) -> Res<&'v Context> {
    thread
        .own(value)
        .ok_or_else(|| thread.type_error("an instance of Context was expected"))
}

/// What a context holds, for any thread.
fn variables_of(thread: &Thread, value: &Value) -> Res {
    if let Some(header) = value.header() {
        thread.publish(header);
    }
    Ok(payload(thread, value)?.variables.get())
}

/// Replaces what the current context holds.
pub(super) fn store(thread: &Thread, context: &Value, variables: Value) -> Res<()> {
    own(thread, context)?.variables.set(variables);
    Ok(())
}

fn holding(thread: &Thread, variables: Value, entered: bool) -> Res {
    let context = Context {
        variables: Slot::new(variables),
        previous: Slot::empty(),
        entered: AtomicBool::new(entered),
    };
    thread.alloc(Builtin::Context, context)
}

/// The thread's current context; None before one was entered or anything set.
pub fn current(thread: &Thread) -> Option<Value> {
    state(thread).context.load()
}

/// The thread's current context, which is made if there is none. That one can never be entered again.
///
/// # Errors
/// MemoryError
pub(super) fn current_or_new(thread: &Thread) -> Res {
    let slot = &state(thread).context;
    if let Some(context) = slot.load() {
        return Ok(context);
    }
    let context = holding(thread, Tuple::empty(), true)?;
    slot.set(context.clone());
    Ok(context)
}

/// A new context that holds what the current one does, in constant time: `contextvars.copy_context()`.
///
/// # Errors
/// MemoryError
pub fn copy_current(thread: &Thread) -> Res {
    let variables = match current(thread) {
        Some(context) => payload(thread, &context)?.own_variables(),
        None => Tuple::empty(),
    };
    holding(thread, variables, false)
}

/// A new context that holds what `context` does.
///
/// # Errors
/// TypeError if it is no context; MemoryError
pub fn copy(thread: &Thread, context: &Value) -> Res {
    let variables = variables_of(thread, context)?;
    holding(thread, variables, false)
}

/// Makes a context the thread's current one. Whoever does so calls [`exit`] afterwards, whatever happens in between.
///
/// # Errors
/// TypeError if it is no context; RuntimeError if a thread has entered it.
pub fn enter(thread: &Thread, context: &Value) -> Res<()> {
    let this = own(thread, context)?;
    if this.entered.load(Relaxed) {
        return Err(refused(thread, "enter", context, "is already entered"));
    }
    this.entered.store(true, Relaxed);
    let previous = state(thread).context.replace(context.clone());
    // Nothing is dropped: a context that is not entered has none before it.
    this.previous.set(previous);
    Ok(())
}

/// Makes the context current again that was so before `context` was entered.
///
/// # Errors
/// TypeError if it is no context; RuntimeError if it is not the current one.
pub fn exit(thread: &Thread, context: &Value) -> Res<()> {
    let this = payload(thread, context)?;
    let slot = &state(thread).context;
    if slot.word() != context.word() {
        let why = match this.entered.load(Relaxed) {
            true => "is not the current context",
            false => "has not been entered",
        };
        return Err(refused(thread, "exit", context, why));
    }
    let this = own(thread, context)?;
    let previous = this.previous.take();
    this.entered.store(false, Relaxed);
    // The caller's reference keeps the context itself.
    slot.set(previous);
    Ok(())
}

/// Calls `f` with a context as the current one.
///
/// # Errors
/// As [`enter`] and [`exit`], and what `f` raises.
pub fn run<R>(thread: &Thread, context: &Value, f: impl FnOnce() -> Res<R>) -> Res<R> {
    enter(thread, context)?;
    let result = f();
    match exit(thread, context) {
        Ok(()) => result,
        // The exception of `f` tells more.
        Err(_) if result.is_err() => result,
        Err(raised) => Err(raised),
    }
}

#[cold]
fn refused(thread: &Thread, what: &str, context: &Value, why: &str) -> Raised {
    match protocol::convert::repr_text(thread, context) {
        Ok(shown) => thread.error(
            Builtin::RuntimeError,
            format!("cannot {what} context: {shown} {why}"),
        ),
        Err(raised) => raised,
    }
}

fn construct(thread: &Thread, _: &Value, args: CallArgs<'_>) -> Res {
    if !args.values.is_empty() {
        return Err(thread.type_error("Context() does not accept any arguments"));
    }
    holding(thread, Tuple::empty(), false)
}

/// The value of the variable that a script gave as a key.
fn look_up(thread: &Thread, context: &Value, key: &Value) -> Res<Option<Value>> {
    let Some(variable) = key.payload::<ContextVar>() else {
        let shown = protocol::convert::repr_text(thread, key)?;
        return Err(thread.type_error(format!("a ContextVar key was expected, got {shown}")));
    };
    let variables = variables_of(thread, context)?;
    Ok(map::find(&variables, key, variable.number).cloned())
}

fn get_item(thread: &Thread, context: &Value, key: &Value) -> Res {
    look_up(thread, context, key)?.ok_or_else(|| raise::key_error(thread, key))
}

fn contains(thread: &Thread, context: &Value, key: &Value) -> Res<bool> {
    Ok(look_up(thread, context, key)?.is_some())
}

fn len(thread: &Thread, context: &Value) -> Res<usize> {
    Ok(map::len(&variables_of(thread, context)?))
}

fn compare(thread: &Thread, a: &Value, b: &Value, op: Compare) -> Res {
    if !matches!(op, Compare::Eq | Compare::Ne)
        || a.payload::<Context>().is_none()
        || b.payload::<Context>().is_none()
    {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let (left, right) = (variables_of(thread, a)?, variables_of(thread, b)?);
    let same = left.is(&right) || holds_same(thread, &left, &right)?;
    Ok(Value::from_bool(same == (op == Compare::Eq)))
}

fn holds_same(thread: &Thread, left: &Value, right: &Value) -> Res<bool> {
    if map::len(left) != map::len(right) {
        return Ok(false);
    }
    map::each(left, &mut |key, value| {
        let number = key.payload::<ContextVar>().map_or(0, |key| key.number);
        let Some(other) = map::find(right, key, number) else {
            return Ok(false);
        };
        poll(thread)?;
        Ok(value.is(other) || equal(thread, value, other)?)
    })
}

fn iterate(thread: &Thread, context: &Value) -> Res {
    iter::keys(thread, &variables_of(thread, context)?)
}

fn keys(thread: &Thread, args: &[Value]) -> Res {
    iterate(thread, &args[0])
}

fn values(thread: &Thread, args: &[Value]) -> Res {
    iter::values(thread, &variables_of(thread, &args[0])?)
}

fn items(thread: &Thread, args: &[Value]) -> Res {
    iter::items(thread, &variables_of(thread, &args[0])?)
}

fn get(thread: &Thread, args: &[Value]) -> Res {
    let found = look_up(thread, &args[0], &args[1])?;
    Ok(found.unwrap_or_else(|| args[2].bound().cloned().unwrap_or(Value::NONE)))
}

fn copy_method(thread: &Thread, args: &[Value]) -> Res {
    copy(thread, &args[0])
}

/// `context.run(callable, *args, **kwargs)`
fn run_method(thread: &Thread, args: &[Value]) -> Res {
    let [context, keywords, callable, positional @ ..] = args else {
        return Err(thread.type_error("run() missing 1 required positional argument"));
    };
    let is_direct = thread.is_direct(args.as_ptr() as u64);
    let call = |values: &[Value], names: &[Value]| {
        let args = CallArgs { values, names };
        // Whatever is used of the context afterwards is asked for again.
        let call = || protocol::call(thread, callable, args);
        let stays = is_direct && callable.is_exact(Builtin::Function);
        run(thread, context, || thread.staying(stays, call))
    };
    let Some(keywords) = keywords.as_dict().filter(|dict| !dict.is_empty()) else {
        return call(positional, &[]);
    };
    let mut values = positional.to_vec();
    let mut names = Vec::with_capacity(keywords.len());
    for (name, value) in keywords.items(thread) {
        names.push(name);
        values.push(value);
    }
    call(&values, &names)
}

const METHODS: &[NativeDef] = &NativeDef::all_beside(
    Beside::PROTOCOLS,
    [
        NativeDef::method("run", "(self, /, *args, **kwargs)", run_method)
            .doc(
                "run(callable, *args, **kwargs)\n\n\
                Calls a function in the context, and gives what it returns.",
            )
            .unsigned(),
        NativeDef::method("copy", "(self, /)", copy_method)
            .doc("A new context with the same values."),
        NativeDef::method("get", "(self, key, default=None, /)", get).doc(
            "The value that a variable has in the context, or the default if it has none\n\
            there.",
        ),
        NativeDef::method("keys", "(self, /)", keys).doc("The variables that have values."),
        NativeDef::method("values", "(self, /)", values).doc("The values of the variables."),
        NativeDef::method("items", "(self, /)", items)
            .doc("Pairs of the variables and their values."),
    ],
);

/// The table of the class.
pub static CLASS: ClassDef = ClassDef {
    class: Builtin::Context,
    doc: "What context variables hold: a mapping from variables to values, in which run()\n\
        calls functions.",
    signature: "()",
    flags: class_flag::WEAKREF | class_flag::UNHASHABLE,
    layout: Some(id_of::<Context>),
    methods: METHODS,
    slots: &[
        SlotDef::New(construct),
        SlotDef::GetItem(get_item),
        SlotDef::Contains(contains),
        SlotDef::Len(len),
        SlotDef::Iter(iterate),
        SlotDef::Compare(compare),
    ],
    ..ClassDef::DEFAULT
};
