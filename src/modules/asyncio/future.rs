//! `Future`: the payload, what can be done with one, and the class. A task is a future with a part of its own (`task.rs`).
//!
//! **Invariant**: the thread that uses a future's fields owns the object ([`own`]), which holds until it waits for anything or runs script code; so each
//! operation reads what it needs and writes what it leaves before it calls anything.

use super::awaiting;
use super::calls::{error, shown_by, tell};
use super::event_loop;
use super::run::tell_soon;
use super::task::TaskPart;
use crate::modules::import::library_attribute;
use crate::object::class::{CallArgs, SlotDef, class_flag};
use crate::object::layout::id_of;
use crate::object::{
    Beside, Builtin, List, NativeDef, Payload, Res, Sharing, Slot, Str, Thread, Tuple, Value,
};
use crate::runtime::classes::{ClassDef, GetSetDef};
use crate::runtime::native_call::short_name;
use crate::runtime::protocol;
use crate::runtime::raise::raise_in_context;
use crate::types::shared::{CLASS_GETITEM, arguments, class_argument, signature};
use std::sync::atomic::{AtomicBool, AtomicU8, Ordering::Relaxed};

/// How far a future is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum State {
    /// Neither result nor exception is there.
    Pending,
    /// It was cancelled.
    Cancelled,
    /// Result or exception is there.
    Finished,
}

/// The payload of futures and tasks.
pub struct Future {
    /// The event loop; unbound before `__init__`.
    pub(super) event_loop: Slot,
    state: AtomicU8,
    /// It was yielded by `__await__`, and nobody has taken it up yet: `_asyncio_future_blocking`.
    pub(super) blocking: AtomicBool,
    /// It has an exception that nobody has asked for.
    log_traceback: AtomicBool,
    /// Unbound if there is none, but see `sleep.rs`.
    pub(super) result: Slot,
    exception: Slot,
    /// The traceback that the exception had when it was set.
    traceback: Slot,
    /// Where it was made, in debug mode.
    source_traceback: Slot,
    pub(super) cancel_message: Slot,
    /// The CancelledError with which a task's coroutine has ended, for whoever asks first.
    pub(super) cancelled_error: Slot,
    /// The first of those who are told, and its context. A task stands for its own wake-up.
    callback: Slot,
    context: Slot,
    /// The others: a list of pairs.
    more: Slot,
    /// What only tasks have.
    pub(super) task: Option<Box<TaskPart>>,
}

impl Payload for Future {
    const SHARING: Sharing = Sharing::Guarded;
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        for slot in [
            &self.event_loop,
            &self.result,
            &self.exception,
            &self.traceback,
            &self.source_traceback,
            &self.cancel_message,
            &self.cancelled_error,
            &self.callback,
            &self.context,
            &self.more,
        ] {
            slot.trace(visit);
        }
        if let Some(task) = &self.task {
            task.trace(visit);
        }
    }
}

impl Future {
    /// One that is not initialised.
    pub(super) fn new(task: Option<Box<TaskPart>>) -> Future {
        Future {
            event_loop: Slot::empty(),
            state: AtomicU8::new(State::Pending as u8),
            blocking: AtomicBool::new(false),
            log_traceback: AtomicBool::new(false),
            result: Slot::empty(),
            exception: Slot::empty(),
            traceback: Slot::empty(),
            source_traceback: Slot::empty(),
            cancel_message: Slot::new(Value::NONE),
            cancelled_error: Slot::empty(),
            callback: Slot::empty(),
            context: Slot::empty(),
            more: Slot::empty(),
            task,
        }
    }

    /// How far it is.
    #[inline]
    pub(super) fn state(&self) -> State {
        match self.state.load(Relaxed) {
            0 => State::Pending,
            1 => State::Cancelled,
            _ => State::Finished,
        }
    }

    fn set_state(&self, state: State) {
        self.state.store(state as u8, Relaxed);
    }

    pub(super) fn keep_quiet(&self) {
        self.log_traceback.store(false, Relaxed);
    }
}

/// A future or task, which the thread owns now; None for anything else.
#[inline]
pub(super) fn own_if<'v>(thread: &Thread, value: &'v Value) -> Option<&'v Future> {
    thread.own(value)
}

/// A future or task whose class overrides nothing, which the thread owns now.
pub(super) fn own_native<'v>(thread: &Thread, value: &'v Value) -> Option<&'v Future> {
    match thread.class_of(value).has(class_flag::NATIVE_HEAP) {
        true => own_if(thread, value),
        false => None,
    }
}

/// A future or task, which the thread owns now.
///
/// # Errors
/// TypeError
#[inline]
pub(super) fn own<'v>(thread: &Thread, value: &'v Value) -> Res<&'v Future> {
    own_if(thread, value).ok_or_else(|| thread.type_error("a Future was expected"))
}

/// As [`own`], of one that is initialised.
///
/// # Errors
/// TypeError, RuntimeError
pub(super) fn own_ready<'v>(thread: &Thread, value: &'v Value) -> Res<&'v Future> {
    let future = own(thread, value)?;
    if future.event_loop.is_unbound() {
        let message = "Future object is not initialized.";
        return Err(thread.error(Builtin::RuntimeError, message));
    }
    Ok(future)
}

/// A callback as others see it: a task's wake-up is a method of the task.
fn callable(thread: &Thread, callback: Value) -> Res {
    match callback.payload::<Future>() {
        Some(_) => super::task::wakeup_method(thread, &callback),
        None => Ok(callback),
    }
}

/// Tells everybody who waits for the future that it is over.
fn schedule_callbacks(thread: &Thread, value: &Value) -> Res<()> {
    let future = own(thread, value)?;
    let first = future.callback.take();
    let context = future.context.take();
    let more = future.more.take();
    if first.is_unbound() {
        return Ok(());
    }
    let event_loop = future.event_loop.get();
    tell_soon(thread, &event_loop, first, value, context)?;
    let Some(more) = more.as_list() else {
        return Ok(());
    };
    for pair in protocol::iterate::snapshot(thread, more)? {
        if let Some([callback, context]) = pair.as_tuple() {
            let (callback, context) = (callback.clone(), context.clone());
            tell_soon(thread, &event_loop, callback, value, context)?;
        }
    }
    Ok(())
}

/// Has a callback called with the future once that is over, in a context; a task stands for its wake-up.
///
/// # Errors
/// MemoryError, and what `call_soon` raises if it is over already.
pub(super) fn add_callback(
    thread: &Thread,
    value: &Value,
    callback: Value,
    context: Value,
) -> Res<()> {
    let future = own_ready(thread, value)?;
    if future.state() != State::Pending {
        let event_loop = future.event_loop.get();
        return tell_soon(thread, &event_loop, callback, value, context);
    }
    if future.callback.is_unbound() {
        future.callback.set(callback);
        future.context.set(context);
        return Ok(());
    }
    let pair = Tuple::pair(thread, callback, context)?;
    let more = match future.more.load() {
        Some(more) => more,
        None => {
            let more = List::new_value(thread, Vec::new())?;
            own(thread, value)?.more.set(more.clone());
            more
        }
    };
    match more.as_list() {
        Some(list) => list.push(thread, pair),
        None => Ok(()),
    }
}

/// The future is over, with this result.
///
/// # Errors
/// InvalidStateError if it was over before; what `call_soon` raises.
pub(super) fn finish(thread: &Thread, value: &Value, result: Value) -> Res<()> {
    let future = own_ready(thread, value)?;
    if future.state() != State::Pending {
        return Err(error(thread, "InvalidStateError", "invalid state"));
    }
    future.result.set(result);
    future.set_state(State::Finished);
    schedule_callbacks(thread, value)
}

/// The future is over, with this exception.
///
/// # Errors
/// InvalidStateError if it was over before, TypeError if it is none; what `call_soon` raises.
pub(super) fn fail(thread: &Thread, value: &Value, exception: &Value) -> Res<()> {
    if own_ready(thread, value)?.state() != State::Pending {
        return Err(error(thread, "InvalidStateError", "invalid state"));
    }
    let mut exception = match exception.as_class() {
        Some(_) => protocol::call_positional(thread, exception, &[])?,
        None => exception.clone(),
    };
    if exception.as_exception().is_none() {
        return Err(thread.type_error("invalid exception object"));
    }
    if protocol::is_instance(thread, &exception, Builtin::StopIteration.class())? {
        let message =
            "StopIteration interacts badly with generators and cannot be raised into a Future";
        let made = thread.new_exception(Builtin::RuntimeError, message);
        if let Some(payload) = made.as_exception() {
            payload.cause.set(exception.clone());
            payload.context.set(exception);
            payload.suppress_context.store(true, Relaxed);
        }
        exception = made;
    }
    thread.before_read(&exception);
    let traceback = exception
        .as_exception()
        .and_then(|e| e.traceback.load())
        .unwrap_or(Value::NONE);
    let future = own(thread, value)?;
    future.exception.set(exception);
    future.traceback.set(traceback);
    future.set_state(State::Finished);
    future.log_traceback.store(true, Relaxed);
    schedule_callbacks(thread, value)
}

/// Cancels the future, if it is not over; whether it did.
///
/// # Errors
/// What `call_soon` raises.
pub(super) fn cancel_future(thread: &Thread, value: &Value, message: Value) -> Res<bool> {
    let future = own_ready(thread, value)?;
    future.keep_quiet();
    if future.state() != State::Pending {
        return Ok(false);
    }
    future.cancel_message.set(message);
    future.set_state(State::Cancelled);
    schedule_callbacks(thread, value)?;
    Ok(true)
}

/// The exception that a cancelled future raises.
///
/// # Errors
/// MemoryError
pub(super) fn cancelled_error(thread: &Thread, value: &Value) -> Res {
    let future = own(thread, value)?;
    let known = future.cancelled_error.take();
    if !known.is_unbound() {
        return Ok(known);
    }
    let message = future.cancel_message.get();
    let class = library_attribute(thread, "asyncio.exceptions", "CancelledError")?;
    match message.is_none() {
        true => protocol::call_positional(thread, &class, &[]),
        false => protocol::call_positional(thread, &class, &[message]),
    }
}

/// How a future has ended.
pub(super) enum Ended {
    /// With a result.
    Result(Value),
    /// With an exception, or cancelled: this is to be raised.
    Raises(Value),
    /// It has not.
    No,
}

/// How a future has ended, which counts as having asked for its exception.
///
/// # Errors
/// MemoryError
pub(super) fn ended(thread: &Thread, value: &Value) -> Res<Ended> {
    let future = own_ready(thread, value)?;
    match future.state() {
        State::Pending => Ok(Ended::No),
        State::Cancelled => Ok(Ended::Raises(cancelled_error(thread, value)?)),
        State::Finished => {
            future.keep_quiet();
            let Some(exception) = future.exception.load() else {
                return Ok(Ended::Result(future.result.get()));
            };
            let traceback = future.traceback.get();
            thread.before_write(&exception);
            if let Some(payload) = exception.as_exception() {
                let traceback = match traceback.is_none() {
                    true => Value::UNBOUND,
                    false => traceback,
                };
                payload.traceback.set(traceback);
            }
            Ok(Ended::Raises(exception))
        }
    }
}

/// The state of a future that is over, and its result or its exception as it is, which counts as having asked for that.
///
/// # Errors
/// TypeError
pub(super) fn ended_quietly(thread: &Thread, value: &Value) -> Res<(State, Result<Value, Value>)> {
    let future = own_ready(thread, value)?;
    future.keep_quiet();
    let how = match future.exception.load() {
        Some(exception) => Err(exception),
        None => Ok(future.result.get()),
    };
    Ok((future.state(), how))
}

/// Initialises a future for a loop; None: the one of the thread.
///
/// # Errors
/// What finding the loop raises.
pub(super) fn initialise(thread: &Thread, value: &Value, event_loop: Option<&Value>) -> Res<()> {
    let event_loop = match event_loop {
        Some(event_loop) => event_loop.clone(),
        None => {
            let find = library_attribute(thread, "asyncio.events", "get_event_loop")?;
            protocol::call_positional(thread, &find, &[])?
        }
    };
    let is_debug = event_loop::is_debug(thread, &event_loop)?;
    own(thread, value)?.event_loop.set(event_loop);
    if is_debug {
        let extract = library_attribute(thread, "asyncio.format_helpers", "extract_stack")?;
        let stack = protocol::call_positional(thread, &extract, &[])?;
        own(thread, value)?.source_traceback.set(stack);
    }
    Ok(())
}

fn construct(thread: &Thread, class: &Value, _: CallArgs<'_>) -> Res {
    thread.alloc_instance(class_argument(thread, class)?, Future::new(None))
}

const INIT: NativeDef = signature("Future", "(*, loop=None)");

fn init(thread: &Thread, value: &Value, args: CallArgs<'_>) -> Res<()> {
    let bound = arguments(thread, &INIT, args)?;
    initialise(thread, value, given(&bound[0]))
}

/// An argument other than None.
pub(super) fn given(value: &Value) -> Option<&Value> {
    value.bound().filter(|value| !value.is_none())
}

fn result(thread: &Thread, args: &[Value]) -> Res {
    match ended(thread, &args[0])? {
        Ended::Result(result) => Ok(result),
        Ended::Raises(exception) => Err(raise_in_context(thread, exception)),
        Ended::No => Err(error(thread, "InvalidStateError", "Result is not set.")),
    }
}

fn exception(thread: &Thread, args: &[Value]) -> Res {
    let future = own_ready(thread, &args[0])?;
    match future.state() {
        State::Pending => Err(error(thread, "InvalidStateError", "Exception is not set.")),
        State::Cancelled => {
            let exception = cancelled_error(thread, &args[0])?;
            Err(raise_in_context(thread, exception))
        }
        State::Finished => {
            future.keep_quiet();
            Ok(future.exception.load().unwrap_or(Value::NONE))
        }
    }
}

fn set_result(thread: &Thread, args: &[Value]) -> Res {
    finish(thread, &args[0], args[1].clone())?;
    Ok(Value::NONE)
}

fn set_exception(thread: &Thread, args: &[Value]) -> Res {
    fail(thread, &args[0], &args[1])?;
    Ok(Value::NONE)
}

fn add_done_callback(thread: &Thread, args: &[Value]) -> Res {
    let context = match args[2].bound() {
        Some(context) if !context.is_none() => context.clone(),
        _ => crate::types::context::copy_current(thread)?,
    };
    add_callback(thread, &args[0], args[1].clone(), context)?;
    Ok(Value::NONE)
}

fn remove_done_callback(thread: &Thread, args: &[Value]) -> Res {
    let all = pairs(thread, &args[0])?;
    let mut kept = Vec::with_capacity(all.len());
    let mut removed = 0;
    for (callback, context) in all {
        let shown = callable(thread, callback.clone())?;
        match protocol::equal(thread, &shown, &args[1])? {
            true => removed += 1,
            false => kept.push((callback, context)),
        }
    }
    if removed > 0 {
        let future = own(thread, &args[0])?;
        future.callback.take();
        future.context.take();
        future.more.take();
        for (callback, context) in kept {
            add_callback(thread, &args[0], callback, context)?;
        }
    }
    thread.int_from_usize(removed)
}

/// Those who are told, with their contexts.
fn pairs(thread: &Thread, value: &Value) -> Res<Vec<(Value, Value)>> {
    let future = own_ready(thread, value)?;
    let mut all = Vec::new();
    if let Some(callback) = future.callback.load() {
        all.push((callback, future.context.get()));
    }
    if let Some(more) = future.more.load()
        && let Some(list) = more.as_list()
    {
        for pair in protocol::iterate::snapshot(thread, list)? {
            if let Some([callback, context]) = pair.as_tuple() {
                all.push((callback.clone(), context.clone()));
            }
        }
    }
    Ok(all)
}

/// The callbacks alone.
///
/// # Errors
/// MemoryError
pub(super) fn waiters(thread: &Thread, value: &Value) -> Res<Vec<Value>> {
    let all = pairs(thread, value)?;
    Ok(all.into_iter().map(|(callback, _)| callback).collect())
}

fn cancel(thread: &Thread, args: &[Value]) -> Res {
    let message = args[1].bound().cloned().unwrap_or(Value::NONE);
    Ok(Value::from_bool(cancel_future(thread, &args[0], message)?))
}

fn cancelled(thread: &Thread, args: &[Value]) -> Res {
    let is = own(thread, &args[0])?.state() == State::Cancelled;
    Ok(Value::from_bool(is))
}

fn done(thread: &Thread, args: &[Value]) -> Res {
    let is = own(thread, &args[0])?.state() != State::Pending;
    Ok(Value::from_bool(is))
}

fn get_loop(thread: &Thread, args: &[Value]) -> Res {
    Ok(own_ready(thread, &args[0])?.event_loop.get())
}

fn make_cancelled_error(thread: &Thread, args: &[Value]) -> Res {
    cancelled_error(thread, &args[0])
}

fn repr(thread: &Thread, value: &Value) -> Res {
    own_ready(thread, value)?;
    shown_by(thread, "asyncio.base_futures", "_future_repr", value)
}

/// Tells the loop about an exception that nobody has asked for.
pub(super) fn finalize(thread: &Thread, value: &Value) -> Res {
    let future = own(thread, value)?;
    if !future.log_traceback.load(Relaxed) {
        return Ok(Value::NONE);
    }
    future.keep_quiet();
    let (event_loop, exception) = (future.event_loop.get(), future.exception.get());
    let source = future.source_traceback.load();
    let name = short_name(thread.class_of(value));
    let message = Str::new_value(thread, &format!("{name} exception was never retrieved"))?;
    let mut entries = vec![
        ("message", message),
        ("exception", exception),
        ("future", value.clone()),
    ];
    entries.extend(source.map(|source| ("source_traceback", source)));
    tell(thread, &event_loop, entries)
}

fn get_state(thread: &Thread, value: &Value) -> Res {
    let text = match own_ready(thread, value)?.state() {
        State::Pending => "PENDING",
        State::Cancelled => "CANCELLED",
        State::Finished => "FINISHED",
    };
    thread.intern(text.as_bytes())
}

fn get_blocking(thread: &Thread, value: &Value) -> Res {
    let blocking = own(thread, value)?.blocking.load(Relaxed);
    Ok(Value::from_bool(blocking))
}

fn no_deletion<'v>(thread: &Thread, value: Option<&'v Value>) -> Res<&'v Value> {
    value.ok_or_else(|| thread.error(Builtin::AttributeError, "cannot delete attribute"))
}

fn set_blocking(thread: &Thread, value: &Value, new: Option<&Value>) -> Res<()> {
    let blocking = protocol::truth(thread, no_deletion(thread, new)?)?;
    own_ready(thread, value)?.blocking.store(blocking, Relaxed);
    Ok(())
}

fn get_log_traceback(thread: &Thread, value: &Value) -> Res {
    let log = own_ready(thread, value)?.log_traceback.load(Relaxed);
    Ok(Value::from_bool(log))
}

fn set_log_traceback(thread: &Thread, value: &Value, new: Option<&Value>) -> Res<()> {
    if protocol::truth(thread, no_deletion(thread, new)?)? {
        return Err(thread.value_error("_log_traceback can only be set to False"));
    }
    own_ready(thread, value)?.keep_quiet();
    Ok(())
}

fn get_callbacks(thread: &Thread, value: &Value) -> Res {
    let mut shown = Vec::new();
    for (callback, context) in pairs(thread, value)? {
        shown.push(Tuple::pair(thread, callable(thread, callback)?, context)?);
    }
    match shown.is_empty() {
        true => Ok(Value::NONE),
        false => List::new_value(thread, shown),
    }
}

fn or_none(slot: &Slot) -> Value {
    slot.load().unwrap_or(Value::NONE)
}

fn get_event_loop(thread: &Thread, value: &Value) -> Res {
    Ok(or_none(&own(thread, value)?.event_loop))
}

fn get_result(thread: &Thread, value: &Value) -> Res {
    let future = own_ready(thread, value)?;
    match future.state() {
        State::Finished => Ok(or_none(&future.result)),
        State::Pending | State::Cancelled => Ok(Value::NONE),
    }
}

fn get_exception(thread: &Thread, value: &Value) -> Res {
    Ok(or_none(&own_ready(thread, value)?.exception))
}

fn get_source_traceback(thread: &Thread, value: &Value) -> Res {
    Ok(or_none(&own(thread, value)?.source_traceback))
}

fn get_cancel_message(thread: &Thread, value: &Value) -> Res {
    Ok(own(thread, value)?.cancel_message.get())
}

fn set_cancel_message(thread: &Thread, value: &Value, new: Option<&Value>) -> Res<()> {
    let new = no_deletion(thread, new)?.clone();
    own(thread, value)?.cancel_message.set(new);
    Ok(())
}

const METHODS: &[NativeDef] = &NativeDef::all_beside(
    Beside::PROTOCOLS,
    [
        NativeDef::method("result", "(self, /)", result)
            .doc("The result. Raises the exception if there is one."),
        NativeDef::method("exception", "(self, /)", exception).doc("The exception, or None."),
        NativeDef::method("set_result", "(self, result, /)", set_result)
            .doc("Ends the future with a result."),
        NativeDef::method("set_exception", "(self, exception, /)", set_exception)
            .doc("Ends the future with an exception."),
        NativeDef::method(
            "add_done_callback",
            "(self, fn, /, *, context=<unrepresentable>)",
            add_done_callback,
        )
        .doc("Has a function called with the future when that is over."),
        NativeDef::method(
            "remove_done_callback",
            "(self, fn, /)",
            remove_done_callback,
        )
        .doc("Has a function called no longer. Tells how often it would have been."),
        NativeDef::method("cancel", "(self, /, msg=None)", cancel)
            .doc("Cancels the future; False if it is over."),
        NativeDef::method("cancelled", "(self, /)", cancelled)
            .doc("Whether the future was cancelled."),
        NativeDef::method("done", "(self, /)", done)
            .doc("Whether the future is over: it has a result or an exception, or was cancelled."),
        NativeDef::method("get_loop", "(self, /)", get_loop)
            .doc("The event loop that the future belongs to."),
        NativeDef::method("_make_cancelled_error", "(self, /)", make_cancelled_error)
            .doc("The exception of a cancelled future."),
        CLASS_GETITEM,
    ],
);

const GETSET: &[GetSetDef] = &[
    GetSetDef::new("_state", get_state),
    GetSetDef::new("_asyncio_future_blocking", get_blocking).writable(set_blocking),
    GetSetDef::new("_loop", get_event_loop),
    GetSetDef::new("_callbacks", get_callbacks),
    GetSetDef::new("_asyncio_awaited_by", super::graph::awaited_by),
    GetSetDef::new("_result", get_result),
    GetSetDef::new("_exception", get_exception),
    GetSetDef::new("_log_traceback", get_log_traceback).writable(set_log_traceback),
    GetSetDef::new("_source_traceback", get_source_traceback),
    GetSetDef::new("_cancel_message", get_cancel_message).writable(set_cancel_message),
];

/// The table of the class.
pub static CLASS: ClassDef = ClassDef {
    class: Builtin::Object,
    name: "_asyncio.Future",
    doc: "A result that will be there later, for coroutines to await.",
    signature: "(*, loop=<unrepresentable>)",
    flags: class_flag::BASE | class_flag::WEAKREF,
    layout: Some(id_of::<Future>),
    has_dict: true,
    methods: METHODS,
    slots: &[
        SlotDef::New(construct),
        SlotDef::Init(init),
        SlotDef::Repr(repr),
        SlotDef::Iter(awaiting::of_future),
        SlotDef::Await(awaiting::of_future),
        SlotDef::Resume(awaiting::step),
        SlotDef::Finalize(finalize),
    ],
    getset: GETSET,
    ..ClassDef::DEFAULT
};
