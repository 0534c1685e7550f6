//! Generators and coroutines: the methods. Resuming them is the VM's business.
#![forbid(unsafe_code)]

pub mod throw;

use crate::object::class::SlotDef;
use crate::object::{Builtin, NativeDef, Payload, Res, Slot, Str, Thread, Value};
use crate::runtime::classes::{ClassDef, GetSetDef};
use crate::runtime::generator::{Generator, Part, Resumed, Status};
use crate::runtime::hooks::vm;
use crate::runtime::{frame_object, protocol, raise};
use crate::types::shared::CLASS_GETITEM;

/// The payload; methods are called with instances only.
pub fn payload<'v>(thread: &Thread, value: &'v Value) -> Res<&'v Generator> {
    value
        .payload::<Generator>()
        .ok_or_else(|| thread.type_error("a generator was expected"))
}

/// What `send` and `throw` give to a script: the yielded value, or StopIteration with the result.
pub fn answer(thread: &Thread, resumed: Resumed) -> Res {
    match resumed {
        Resumed::Yielded(value) => Ok(value),
        Resumed::Returned(value) => Err(stop(thread, value)),
    }
}

/// StopIteration with a value, in flight.
pub fn stop(thread: &Thread, value: Value) -> crate::object::Raised {
    match raise::stop_iteration(thread, value) {
        Ok(exception) => thread.raise(exception),
        Err(raised) => raised,
    }
}

fn resume(thread: &Thread, value: &Value, sent: Value) -> Res<Option<Resumed>> {
    let generator = payload(thread, value)?;
    if generator.status() == Status::Finished && value.is_exact(Builtin::Coroutine) {
        return Err(thread.error(
            Builtin::RuntimeError,
            "cannot reuse already awaited coroutine",
        ));
    }
    (vm(thread)?.send)(thread, value, generator, sent)
}

/// `next(generator)`
pub fn next(thread: &Thread, value: &Value) -> Res<Option<Value>> {
    match resume(thread, value, Value::NONE)? {
        Some(Resumed::Yielded(item)) => Ok(Some(item)),
        Some(Resumed::Returned(result)) if result.is_none() => Ok(None),
        Some(Resumed::Returned(result)) => Err(stop(thread, result)),
        None => Ok(None),
    }
}

fn send(thread: &Thread, args: &[Value]) -> Res {
    match resume(thread, &args[0], args[1].clone())? {
        Some(resumed) => answer(thread, resumed),
        None => Err(stop(thread, Value::NONE)),
    }
}

fn throw(thread: &Thread, args: &[Value]) -> Res {
    throw::warn_of_three(thread, "throw", &args[1..])?;
    let exception = throw::exception(thread, &args[1..])?;
    let generator = payload(thread, &args[0])?;
    if generator.status() == Status::Finished && args[0].is_exact(Builtin::Coroutine) {
        return Err(thread.error(
            Builtin::RuntimeError,
            "cannot reuse already awaited coroutine",
        ));
    }
    let resumed = (vm(thread)?.throw)(thread, &args[0], generator, exception)?;
    answer(thread, resumed)
}

fn close(thread: &Thread, args: &[Value]) -> Res {
    (vm(thread)?.close)(thread, &args[0], payload(thread, &args[0])?)
}

/// `repr`, of asynchronous generators too.
pub fn repr(thread: &Thread, value: &Value) -> Res {
    let qualname = payload(thread, value)?.qualname();
    let name = qualname.as_str().unwrap_or("").to_owned();
    let kind = thread.class_of(value).name_text();
    let address = value.as_ptr().map_or(0, |p| p as usize);
    Str::new_value(thread, &format!("<{kind} object {name} at {address:#x}>"))
}

/// `__name__`
pub fn get_name(thread: &Thread, value: &Value) -> Res {
    Ok(payload(thread, value)?.name())
}

/// Sets `__name__`.
pub fn set_name(thread: &Thread, value: &Value, name: Option<&Value>) -> Res<()> {
    match name {
        Some(name) if name.as_str_object().is_some() => {
            payload(thread, value)?.set_part(thread, Part::Name, name.clone())
        }
        _ => Err(thread.type_error("__name__ must be set to a string object")),
    }
}

/// `__qualname__`
pub fn get_qualname(thread: &Thread, value: &Value) -> Res {
    Ok(payload(thread, value)?.qualname())
}

/// Sets `__qualname__`.
pub fn set_qualname(thread: &Thread, value: &Value, name: Option<&Value>) -> Res<()> {
    match name {
        Some(name) if name.as_str_object().is_some() => {
            payload(thread, value)?.set_part(thread, Part::Qualname, name.clone())
        }
        _ => Err(thread.type_error("__qualname__ must be set to a string object")),
    }
}

fn get_running(thread: &Thread, value: &Value) -> Res {
    Ok(Value::from_bool(
        payload(thread, value)?.status() == Status::Running,
    ))
}

fn get_suspended(thread: &Thread, value: &Value) -> Res {
    Ok(Value::from_bool(
        payload(thread, value)?.status() == Status::Suspended,
    ))
}

fn get_code(thread: &Thread, value: &Value) -> Res {
    Ok(payload(thread, value)?.code.clone())
}

/// What the generator delegates to, or None.
fn get_delegate(thread: &Thread, value: &Value) -> Res {
    (vm(thread)?.shown_delegate)(thread, payload(thread, value)?)
}

/// The frame object, None once the generator is finished.
fn get_frame(thread: &Thread, value: &Value) -> Res {
    let generator = payload(thread, value)?;
    Ok(frame_object::of_generator(thread, generator)?.unwrap_or(Value::NONE))
}

/// Closes a suspended generator that nobody refers to any more, so that its `finally` blocks run.
pub fn finalize(thread: &Thread, value: &Value) -> Res {
    let generator = payload(thread, value)?;
    if generator.status() == Status::Suspended {
        (vm(thread)?.close)(thread, value, generator)?;
    }
    Ok(Value::NONE)
}

const METHODS: &[NativeDef] = &[
    CLASS_GETITEM,
    NativeDef::method("send", "(self, value, /)", send)
        .doc(
            "send(value) -> next value or StopIteration\n\n\
            Resumes at the point of suspension, with a value as the result of the yield\n\
            or await there.",
        )
        .shown_as("($self, object, /)"),
    NativeDef::method("throw", "(self, typ, val=None, tb=None, /)", throw)
        .doc(
            "throw(value)\n\
            throw(type[,value[,tb]])\n\n\
            Raises an exception at the point of suspension; gives the next value that is\n\
            yielded.",
        )
        .unsigned(),
    NativeDef::method("close", "(self, /)", close).doc(
        "close()\n\n\
        Raises GeneratorExit at the point of suspension, so that it ends.",
    ),
];

/// generator
pub static GENERATOR: ClassDef = ClassDef {
    class: Builtin::Generator,
    methods: METHODS,
    slots: &[
        SlotDef::Repr(repr),
        SlotDef::Iter(protocol::iterate::identity),
        SlotDef::Next(next),
        SlotDef::Finalize(finalize),
    ],
    getset: &[
        GetSetDef::new("__name__", get_name)
            .writable(set_name)
            .doc("The name, that of the function at first."),
        GetSetDef::new("__qualname__", get_qualname)
            .writable(set_qualname)
            .doc("The qualified name, that of the function at first."),
        GetSetDef::new("gi_running", get_running),
        GetSetDef::new("gi_suspended", get_suspended),
        GetSetDef::new("gi_code", get_code),
        GetSetDef::new("gi_frame", get_frame),
        GetSetDef::new("gi_yieldfrom", get_delegate)
            .doc("The iterator that a yield from runs, or None."),
    ],
    ..ClassDef::DEFAULT
};

/// What `__await__` of a coroutine gives: an iterator over what it awaits.
pub struct CoroutineWrapper {
    coroutine: Slot,
}

impl Payload for CoroutineWrapper {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.coroutine.trace(visit);
    }
}

/// The coroutine that an iterator over what it awaits belongs to.
pub fn iterated(value: &Value) -> Option<Value> {
    value.payload::<CoroutineWrapper>()?.coroutine.load()
}

fn await_coroutine(thread: &Thread, value: &Value) -> Res {
    thread.alloc(
        Builtin::CoroutineWrapper,
        CoroutineWrapper {
            coroutine: Slot::new(value.clone()),
        },
    )
}

/// coroutine
pub static COROUTINE: ClassDef = ClassDef {
    class: Builtin::Coroutine,
    methods: METHODS,
    slots: &[
        SlotDef::Repr(repr),
        SlotDef::Await(await_coroutine),
        SlotDef::Finalize(finalize_coroutine),
    ],
    getset: &[
        GetSetDef::new("__name__", get_name)
            .writable(set_name)
            .doc("The name, that of the function at first."),
        GetSetDef::new("__qualname__", get_qualname)
            .writable(set_qualname)
            .doc("The qualified name, that of the function at first."),
        GetSetDef::new("cr_running", get_running),
        GetSetDef::new("cr_suspended", get_suspended),
        GetSetDef::new("cr_code", get_code),
        GetSetDef::new("cr_frame", get_frame),
        GetSetDef::new("cr_origin", get_origin).doc("Where it was made, if that is noted."),
        GetSetDef::new("cr_await", get_delegate).doc("What is being awaited, or None."),
    ],
    ..ClassDef::DEFAULT
};

fn finalize_coroutine(thread: &Thread, value: &Value) -> Res {
    warn_unawaited(thread, value)?;
    finalize(thread, value)
}

fn get_origin(thread: &Thread, value: &Value) -> Res {
    let origin = payload(thread, value)?.part(Part::Origin);
    Ok(origin.unwrap_or(Value::NONE))
}

/// The frames in which a coroutine was made, as a traceback shows them.
fn origin_text(origin: &Value) -> String {
    let mut text = "\nCoroutine created at (most recent call last)".to_owned();
    for place in origin.as_tuple().unwrap_or(&[]).iter().rev() {
        if let Some([file, line, name]) = place.as_tuple() {
            let line = line.as_int().and_then(|line| line.to_i64()).unwrap_or(0);
            let (file, name) = (file.as_str().unwrap_or(""), name.as_str().unwrap_or(""));
            text.push_str(&format!("\n  File \"{file}\", line {line}, in {name}"));
        }
    }
    text
}

/// Issues the warning about a coroutine that dies before it has begun.
///
/// # Errors
/// What issuing the warning raises.
pub fn warn_unawaited(thread: &Thread, value: &Value) -> Res<()> {
    let generator = payload(thread, value)?;
    if generator.status() != Status::Created {
        return Ok(());
    }
    let name = generator.qualname();
    let name = name.as_str().unwrap_or("");
    let mut message = format!("coroutine '{name}' was never awaited");
    if let Some(origin) = generator.part(Part::Origin) {
        message.push_str(&origin_text(&origin));
    }
    crate::runtime::warnings::warn(thread, Builtin::RuntimeWarning, &message)
}

fn wrapped(thread: &Thread, value: &Value) -> Res {
    match value.payload::<CoroutineWrapper>() {
        Some(wrapper) => Ok(wrapper.coroutine.get()),
        None => Err(thread.type_error("a coroutine_wrapper was expected")),
    }
}

fn wrapper_next(thread: &Thread, value: &Value) -> Res<Option<Value>> {
    next(thread, &wrapped(thread, value)?)
}

fn wrapper_send(thread: &Thread, args: &[Value]) -> Res {
    send(thread, &[wrapped(thread, &args[0])?, args[1].clone()])
}

fn wrapper_throw(thread: &Thread, args: &[Value]) -> Res {
    let mut all = args.to_vec();
    all[0] = wrapped(thread, &args[0])?;
    throw(thread, &all)
}

fn wrapper_close(thread: &Thread, args: &[Value]) -> Res {
    close(thread, &[wrapped(thread, &args[0])?])
}

/// coroutine_wrapper
pub static WRAPPER: ClassDef = ClassDef {
    class: Builtin::CoroutineWrapper,
    doc: "An iterator over what a coroutine awaits.",
    layout: Some(crate::object::layout::id_of::<CoroutineWrapper>),
    methods: &[
        NativeDef::method("send", "(self, value, /)", wrapper_send)
            .doc(
                "send(value) -> next value or StopIteration\n\n\
                Resumes at the point of suspension, with a value as the result of the yield\n\
                or await there.",
            )
            .shown_as("($self, object, /)"),
        NativeDef::method("throw", "(self, typ, val=None, tb=None, /)", wrapper_throw)
            .doc(
                "throw(value)\n\
                throw(type[,value[,tb]])\n\n\
                Raises an exception at the point of suspension; gives the next value that is\n\
                yielded.",
            )
            .unsigned(),
        NativeDef::method("close", "(self, /)", wrapper_close).doc(
            "close()\n\n\
            Raises GeneratorExit at the point of suspension, so that it ends.",
        ),
    ],
    slots: &[
        SlotDef::Iter(protocol::iterate::identity),
        SlotDef::Next(wrapper_next),
    ],
    ..ClassDef::DEFAULT
};
