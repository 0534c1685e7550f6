//! Asynchronous generators (PEP 525): the methods, and the awaitables that they give.
//!
//! The frame of an asynchronous generator suspends for two reasons: to yield an item, which is marked by [`Wrapped`], or because what it awaits
//! suspends, which is passed on as it is.
#![forbid(unsafe_code)]

use crate::base::sync::Mutex;
use crate::object::class::{SlotDef, class_flag};
use crate::object::header::flag;
use crate::object::{Builtin, NativeDef, Payload, Res, Thread, Value};
use crate::runtime::classes::{ClassDef, GetSetDef};
use crate::runtime::generator::{Generator, Part, Resumed, Status};
use crate::runtime::hooks::vm;
use crate::runtime::state::state;
use crate::runtime::warnings::warn;
use crate::runtime::{protocol, raise};
use crate::types::generator::{get_name, get_qualname, repr, set_name, set_qualname, throw};
use crate::types::shared::CLASS_GETITEM;
use std::sync::atomic::Ordering::*;

/// An item that an asynchronous generator yields.
struct Wrapped {
    value: Value,
}

impl Payload for Wrapped {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.value);
    }
}

/// Marks a value as yielded by an asynchronous generator, in contrast to what it awaits.
///
/// # Errors
/// MemoryError
pub fn wrap(thread: &Thread, value: Value) -> Res {
    thread.alloc(Builtin::AsyncGenWrapped, Wrapped { value })
}

/// The table of the marks.
pub static WRAPPED: ClassDef = ClassDef {
    class: Builtin::AsyncGenWrapped,
    flags: class_flag::NO_NEW,
    layout: Some(crate::object::layout::id_of::<Wrapped>),
    ..ClassDef::DEFAULT
};

/// The generator of an awaitable that makes a step of it.
pub fn stepped(value: &Value) -> Option<Value> {
    let step = value.payload::<Step>()?;
    Some(step.generator.clone())
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Made,
    Begun,
    Closed,
}

/// What the awaitable is to do with the generator.
enum Action {
    /// Send this value.
    Send(Value),
    /// Throw what these arguments of `athrow` say.
    Throw(Vec<Value>),
    /// Close it.
    Close,
}

/// The awaitable of `__anext__`, `asend`, `athrow` and `aclose`.
struct Step {
    generator: Value,
    action: Action,
    stage: Mutex<Stage>,
}

impl Payload for Step {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.generator);
        match &self.action {
            Action::Send(value) => visit(value),
            Action::Throw(args) => args.iter().for_each(visit),
            Action::Close => {}
        }
    }
}

impl Step {
    fn stage(&self) -> Stage {
        *self.stage.lock()
    }

    fn set(&self, stage: Stage) {
        *self.stage.lock() = stage;
    }

    fn name(&self) -> &'static str {
        match self.action {
            Action::Send(_) => "anext()",
            Action::Throw(_) => "athrow()",
            Action::Close => "aclose()",
        }
    }

    fn method(&self) -> &'static str {
        match self.action {
            Action::Send(_) => "asend",
            Action::Throw(_) => "athrow",
            Action::Close => "aclose",
        }
    }

    fn reuse_error(&self) -> &'static str {
        match self.action {
            Action::Send(_) => "cannot reuse already awaited __anext__()/asend()",
            _ => "cannot reuse already awaited aclose()/athrow()",
        }
    }
}

fn generator<'v>(thread: &Thread, value: &'v Value) -> Res<&'v Generator> {
    value
        .payload::<Generator>()
        .ok_or_else(|| thread.type_error("an asynchronous generator was expected"))
}

fn step<'v>(thread: &Thread, value: &'v Value) -> Res<&'v Step> {
    value
        .payload::<Step>()
        .ok_or_else(|| thread.type_error("an awaitable of an asynchronous generator was expected"))
}

fn new_step(thread: &Thread, generator: &Value, action: Action) -> Res {
    let class = match action {
        Action::Send(_) => Builtin::AsyncGenASend,
        _ => Builtin::AsyncGenAThrow,
    };
    thread.alloc(
        class,
        Step {
            generator: generator.clone(),
            action,
            stage: Mutex::new(Stage::Made),
        },
    )
}

/// Somebody awaits the awaitable, or has closed it: there is nothing that would have to be said when it dies.
fn is_used(value: &Value) {
    if let Some(header) = value.header() {
        header.clear(flag::HAS_FINALIZER);
    }
}

/// An awaitable that nobody has awaited is a mistake.
fn finalize_step(thread: &Thread, value: &Value) -> Res {
    let step = step(thread, value)?;
    if step.stage() == Stage::Made {
        let qualname = generator(thread, &step.generator)?.qualname();
        let message = format!(
            "coroutine method '{}' of {} was never awaited",
            step.method(),
            protocol::attribute::shown_name(&protocol::repr(thread, &qualname)?)
        );
        warn(thread, Builtin::RuntimeWarning, &message)?;
    }
    Ok(Value::NONE)
}

fn stop_async(thread: &Thread) -> crate::object::Raised {
    thread.error(Builtin::StopAsyncIteration, "")
}

/// Turns what the generator did into what awaiting it gives.
fn settle(thread: &Thread, step: &Step, outcome: Res<Option<Resumed>>) -> Res {
    let payload = generator(thread, &step.generator)?;
    let finish = || {
        payload.running_async.store(false, Relaxed);
        step.set(Stage::Closed);
    };
    let closing = matches!(step.action, Action::Close);
    match outcome {
        Ok(Some(Resumed::Yielded(value))) => match value.payload::<Wrapped>() {
            Some(_) if closing => {
                finish();
                Err(thread.error(
                    Builtin::RuntimeError,
                    "async generator ignored GeneratorExit",
                ))
            }
            Some(wrapped) => {
                finish();
                Err(crate::types::generator::stop(thread, wrapped.value.clone()))
            }
            None => Ok(value),
        },
        Ok(_) => {
            finish();
            if closing {
                Err(crate::types::generator::stop(thread, Value::NONE))
            } else {
                Err(stop_async(thread))
            }
        }
        Err(raised) => {
            finish();
            let ended = raise::raised_is(thread, Builtin::StopAsyncIteration)
                || raise::raised_is(thread, Builtin::GeneratorExit);
            if closing && ended {
                drop(thread.take_raised(raised));
                return Err(crate::types::generator::stop(thread, Value::NONE));
            }
            Err(raised)
        }
    }
}

/// Runs the awaitable one step, with the value that was sent to it.
fn advance(thread: &Thread, value: &Value, sent: Value) -> Res {
    let step = step(thread, value)?;
    let payload = generator(thread, &step.generator)?;
    let vm = vm(thread)?;
    match step.stage() {
        Stage::Closed => Err(thread.error(Builtin::RuntimeError, step.reuse_error())),
        Stage::Begun => {
            let outcome = (vm.send)(thread, &step.generator, payload, sent);
            settle(thread, step, outcome)
        }
        Stage::Made => {
            is_used(value);
            if payload.running_async.load(Relaxed) {
                step.set(Stage::Closed);
                let message = format!("{}: asynchronous generator is already running", step.name());
                return Err(thread.error(Builtin::RuntimeError, message));
            }
            if !matches!(step.action, Action::Send(_)) {
                if payload.closed.load(Relaxed) || payload.status() == Status::Finished {
                    step.set(Stage::Closed);
                    let closing = matches!(step.action, Action::Close);
                    return Err(if closing {
                        crate::types::generator::stop(thread, Value::NONE)
                    } else {
                        stop_async(thread)
                    });
                }
                if !sent.is_none() {
                    return Err(thread.error(
                        Builtin::RuntimeError,
                        "can't send non-None value to a just-started coroutine",
                    ));
                }
            }
            payload.running_async.store(true, Relaxed);
            step.set(Stage::Begun);
            let outcome = match &step.action {
                Action::Send(first) => {
                    let first = if sent.is_none() { first.clone() } else { sent };
                    (vm.send)(thread, &step.generator, payload, first)
                }
                Action::Throw(args) => match throw::exception(thread, args) {
                    Ok(exception) => {
                        (vm.throw)(thread, &step.generator, payload, exception).map(Some)
                    }
                    Err(raised) => Err(raised),
                },
                Action::Close => {
                    payload.closed.store(true, Relaxed);
                    let exception = thread.new_exception(Builtin::GeneratorExit, "");
                    (vm.throw)(thread, &step.generator, payload, exception).map(Some)
                }
            };
            settle(thread, step, outcome)
        }
    }
}

fn step_next(thread: &Thread, value: &Value) -> Res<Option<Value>> {
    advance(thread, value, Value::NONE).map(Some)
}

fn step_send(thread: &Thread, args: &[Value]) -> Res {
    advance(thread, &args[0], args[1].clone())
}

fn step_throw(thread: &Thread, args: &[Value]) -> Res {
    let step = step(thread, &args[0])?;
    let payload = generator(thread, &step.generator)?;
    if step.stage() == Stage::Closed {
        return Err(thread.error(Builtin::RuntimeError, step.reuse_error()));
    }
    if step.stage() == Stage::Made {
        is_used(&args[0]);
        if payload.running_async.load(Relaxed) {
            step.set(Stage::Closed);
            let message = format!("{}: asynchronous generator is already running", step.name());
            return Err(thread.error(Builtin::RuntimeError, message));
        }
        step.set(Stage::Begun);
        payload.running_async.store(true, Relaxed);
    }
    throw::warn_of_three(thread, "throw", &args[1..])?;
    let exception = throw::exception(thread, &args[1..])?;
    let outcome = (vm(thread)?.throw)(thread, &step.generator, payload, exception).map(Some);
    settle(thread, step, outcome)
}

fn step_close(thread: &Thread, args: &[Value]) -> Res {
    let step = step(thread, &args[0])?;
    if step.stage() == Stage::Closed {
        return Ok(Value::NONE);
    }
    let exception = Builtin::GeneratorExit.class().clone();
    let outcome = step_throw(
        thread,
        &[args[0].clone(), exception, Value::UNBOUND, Value::UNBOUND],
    );
    match outcome {
        Ok(_) => Err(thread.error(Builtin::RuntimeError, "coroutine ignored GeneratorExit")),
        Err(raised) => {
            let expected = [
                Builtin::StopIteration,
                Builtin::StopAsyncIteration,
                Builtin::GeneratorExit,
            ];
            if expected
                .iter()
                .any(|class| raise::raised_is(thread, *class))
            {
                drop(thread.take_raised(raised));
                return Ok(Value::NONE);
            }
            Err(raised)
        }
    }
}

const STEP_METHODS: &[NativeDef] = &[
    NativeDef::method("send", "(self, value, /)", step_send)
        .doc(
            "send(value) -> next value or StopIteration\n\n\
            Resumes what is awaited with a value.",
        )
        .shown_as("($self, object, /)"),
    NativeDef::method("throw", "(self, typ, val=None, tb=None, /)", step_throw)
        .doc(
            "throw(value)\n\
            throw(type[,value[,tb]])\n\n\
            Raises an exception in what is awaited.",
        )
        .unsigned(),
    NativeDef::method("close", "(self, /)", step_close).doc(
        "close()\n\n\
        Raises GeneratorExit in what is awaited.",
    ),
];

const STEP_SLOTS: &[SlotDef] = &[
    SlotDef::Iter(protocol::iterate::identity),
    SlotDef::Next(step_next),
    SlotDef::Await(protocol::iterate::identity),
    SlotDef::Finalize(finalize_step),
];

/// The awaitable of `__anext__` and `asend`.
pub static ASEND: ClassDef = ClassDef {
    class: Builtin::AsyncGenASend,
    flags: class_flag::NO_NEW,
    layout: Some(crate::object::layout::id_of::<Step>),
    methods: STEP_METHODS,
    slots: STEP_SLOTS,
    ..ClassDef::DEFAULT
};

/// The awaitable of `athrow` and `aclose`.
pub static ATHROW: ClassDef = ClassDef {
    class: Builtin::AsyncGenAThrow,
    flags: class_flag::NO_NEW,
    layout: Some(crate::object::layout::id_of::<Step>),
    methods: STEP_METHODS,
    slots: STEP_SLOTS,
    ..ClassDef::DEFAULT
};

/// Before the first item is asked for: tells the thread's hook of the generator, and keeps the hook for its end.
fn tell_hooks(thread: &Thread, value: &Value) -> Res<()> {
    let this = generator(thread, value)?;
    if this.is_hooked.swap(true, Relaxed) {
        return Ok(());
    }
    let [first, last] = &state(thread).generator_hooks;
    if let Some(last) = last.load() {
        this.set_part(thread, Part::Finalizer, last)?;
    }
    if let Some(first) = first.load() {
        protocol::call_positional(thread, &first, std::slice::from_ref(value))?;
    }
    Ok(())
}

/// Hands a generator that nobody refers to any more to the hook, which has it closed where `await` is possible; without a hook it is closed here.
fn finalize(thread: &Thread, value: &Value) -> Res {
    let this = generator(thread, value)?;
    if this.status() != Status::Finished
        && !this.closed.load(Relaxed)
        && let Some(hook) = this.part(Part::Finalizer)
    {
        return protocol::call_positional(thread, &hook, std::slice::from_ref(value));
    }
    crate::types::generator::finalize(thread, value)
}

fn async_next(thread: &Thread, value: &Value) -> Res {
    tell_hooks(thread, value)?;
    new_step(thread, value, Action::Send(Value::NONE))
}

fn asend(thread: &Thread, args: &[Value]) -> Res {
    tell_hooks(thread, &args[0])?;
    new_step(thread, &args[0], Action::Send(args[1].clone()))
}

fn athrow(thread: &Thread, args: &[Value]) -> Res {
    tell_hooks(thread, &args[0])?;
    throw::warn_of_three(thread, "athrow", &args[1..])?;
    new_step(thread, &args[0], Action::Throw(args[1..].to_vec()))
}

fn aclose(thread: &Thread, args: &[Value]) -> Res {
    tell_hooks(thread, &args[0])?;
    new_step(thread, &args[0], Action::Close)
}

fn get_running(thread: &Thread, value: &Value) -> Res {
    Ok(Value::from_bool(
        generator(thread, value)?.running_async.load(Relaxed),
    ))
}

fn get_suspended(thread: &Thread, value: &Value) -> Res {
    Ok(Value::from_bool(
        generator(thread, value)?.status() == Status::Suspended,
    ))
}

fn get_code(thread: &Thread, value: &Value) -> Res {
    Ok(generator(thread, value)?.code.clone())
}

fn get_await(thread: &Thread, value: &Value) -> Res {
    (vm(thread)?.shown_delegate)(thread, generator(thread, value)?)
}

/// The frame object, None once the generator is finished.
fn get_frame(thread: &Thread, value: &Value) -> Res {
    let generator = generator(thread, value)?;
    let frame = crate::runtime::frame_object::of_generator(thread, generator)?;
    Ok(frame.unwrap_or(Value::NONE))
}

/// async_generator
pub static CLASS: ClassDef = ClassDef {
    class: Builtin::AsyncGenerator,
    flags: class_flag::NO_NEW,
    methods: &[
        NativeDef::method("asend", "(self, value, /)", asend)
            .doc(
                "asend(value) -> awaitable\n\n\
                Sends a value into the generator, where it is the result of the yield; gives\n\
                the next value that is yielded.",
            )
            .shown_as("($self, object, /)"),
        NativeDef::method("athrow", "(self, typ, val=None, tb=None, /)", athrow)
            .doc(
                "athrow(value)\n\
                athrow(type[,value[,tb]])\n\n\
                Raises an exception inside the generator; gives the next value that is\n\
                yielded.",
            )
            .unsigned(),
        NativeDef::method("aclose", "(self, /)", aclose).doc(
            "aclose() -> awaitable\n\n\
            Raises GeneratorExit inside the generator, so that it ends.",
        ),
        CLASS_GETITEM,
    ],
    slots: &[
        SlotDef::Repr(repr),
        SlotDef::AsyncIter(protocol::iterate::identity),
        SlotDef::AsyncNext(async_next),
        SlotDef::Finalize(finalize),
    ],
    members: &["ag_running"],
    getset: &[
        GetSetDef::new("__name__", get_name)
            .writable(set_name)
            .doc("The name of the generator."),
        GetSetDef::new("__qualname__", get_qualname)
            .writable(set_qualname)
            .doc("The qualified name of the generator."),
        GetSetDef::new("ag_running", get_running),
        GetSetDef::new("ag_suspended", get_suspended),
        GetSetDef::new("ag_code", get_code),
        GetSetDef::new("ag_frame", get_frame),
        GetSetDef::new("ag_await", get_await).doc("What the generator waits for, or None."),
    ],
    ..ClassDef::DEFAULT
};
