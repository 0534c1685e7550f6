//! What event loops are asked: calls soon and at certain times, tasks.
//!
//! The methods are for loops that are run by `_wait_time` and `_run_ready`: `asyncio.BaseEventLoop` takes them; those of `AbstractEventLoop` raise
//! NotImplementedError as they should.

use super::event_loop::{Loop, direct_tasks, is_own_way, now, payload, task_factory};
use super::future::{self, Future};
use super::handle::{self, Call, Handle};
use super::own_methods::has_own;
use super::run::{self, Ready};
use super::{calls, running, task, watching};
use crate::modules::import::library_attribute;
use crate::object::class::CallArgs;
use crate::object::{Beside, NativeDef, Res, Thread, Value};
use crate::runtime::clock;
use crate::runtime::protocol;
use crate::types::float::convert::real_argument;
use crate::types::shared::class_argument;
use std::sync::atomic::Ordering::Relaxed;

/// The handle of a call that a loop is asked for by one of its methods, which comes first; with a time, a timer.
///
/// # Errors
/// RuntimeError if the loop is closed; in debug mode, what is wrong with the callback, or that the thread is not the loop's.
fn handle_for(
    thread: &Thread,
    (method, event_loop): (&str, &Value),
    callback: &Value,
    arguments: &[Value],
    context: &Value,
    when: Option<&Value>,
) -> Res {
    let this = payload(thread, event_loop)?;
    this.check_closed(thread)?;
    if this.debug.load(Relaxed) {
        if method != THREADSAFE {
            protocol::call_method_str(thread, event_loop, "_check_thread", &[])?;
        }
        let args = [callback.clone(), thread.intern(method.as_bytes())?];
        protocol::call_method_str(thread, event_loop, "_check_callback", &args)?;
    }
    let call = Call::new(thread, callback, arguments, super::future::given(context))?;
    handle::new(thread, event_loop, this, call, when.cloned())
}

/// The one method that other threads may call as well.
const THREADSAFE: &str = "call_soon_threadsafe";

/// `loop.call_soon(callback, *args, context=None)`
fn call_soon(thread: &Thread, args: &[Value]) -> Res {
    let [event_loop, callback, context, arguments @ ..] = args else {
        return Err(thread.type_error("call_soon() takes a callback"));
    };
    let asked = ("call_soon", event_loop);
    let handle = handle_for(thread, asked, callback, arguments, context, None)?;
    payload(thread, event_loop)?.add(thread, Ready::Handle(handle.clone()))?;
    Ok(handle)
}

/// `loop.call_soon_threadsafe(callback, *args, context=None)`
fn call_soon_threadsafe(thread: &Thread, args: &[Value]) -> Res {
    let [event_loop, callback, context, arguments @ ..] = args else {
        return Err(thread.type_error("call_soon_threadsafe() takes a callback"));
    };
    let asked = (THREADSAFE, event_loop);
    let handle = handle_for(thread, asked, callback, arguments, context, None)?;
    let this = payload(thread, event_loop)?;
    let (refused, is_awake) = {
        let mut calls = this.calls.lock();
        let refused = calls.add(thread, Ready::Handle(handle.clone()));
        (refused, calls.is_awake)
    };
    if refused.is_some() {
        return Err(thread.memory_error());
    }
    if !is_awake {
        protocol::call_method_str(thread, event_loop, "_write_to_self", &[])?;
    }
    Ok(handle)
}

/// `loop.call_at(when, callback, *args, context=None)`
fn call_at(thread: &Thread, args: &[Value]) -> Res {
    let [event_loop, when, callback, context, arguments @ ..] = args else {
        return Err(thread.type_error("call_at() takes a time and a callback"));
    };
    if when.is_none() {
        return Err(thread.type_error("when cannot be None"));
    }
    let this = payload(thread, event_loop)?;
    let asked = ("call_at", event_loop);
    let handle = handle_for(thread, asked, callback, arguments, context, Some(when))?;
    let seconds = real_argument(thread, when)?;
    handle::own(thread, &handle)?.scheduled.store(true, Relaxed);
    let refused = this.calls.lock().add_timer(thread, seconds, handle.clone());
    match refused {
        None => Ok(handle),
        Some(_) => Err(thread.memory_error()),
    }
}

/// `loop.call_later(delay, callback, *args, context=None)`
fn call_later(thread: &Thread, args: &[Value]) -> Res {
    let [event_loop, delay, callback, context, arguments @ ..] = args else {
        return Err(thread.type_error("call_later() takes a delay and a callback"));
    };
    if delay.is_none() {
        return Err(thread.type_error("delay must not be None"));
    }
    let this = payload(thread, event_loop)?;
    if is_own_way(thread, event_loop, this)
        && let Some(delay) = delay_of(delay)
    {
        let when = thread.float(now(thread, event_loop, true)? + delay)?;
        let mut args = args.to_vec();
        args[1] = when;
        return call_at(thread, &args);
    }
    let time = protocol::call_method_str(thread, event_loop, "time", &[])?;
    let when = protocol::number::binary(thread, protocol::number::BinaryOp::Add, &time, delay)?;
    let call_at = protocol::get_attr_str(thread, event_loop, "call_at")?;
    let mut values = vec![when, callback.clone()];
    values.extend_from_slice(arguments);
    calls::call_in(thread, &call_at, &values, context.clone())
}

/// `loop.create_task(coro, *, name=None, context=None)`
fn create_task(thread: &Thread, args: &[Value]) -> Res {
    let [event_loop, coroutine, name, context, ..] = args else {
        return Err(thread.type_error("create_task() takes a coroutine"));
    };
    let this = payload(thread, event_loop)?;
    this.check_closed(thread)?;
    let factory = task_factory(thread, event_loop)?;
    if factory.is_none() {
        return task::new(thread, this, event_loop, coroutine, name, context);
    }
    let make = library_attribute(thread, "asyncio.tasks", "_make_by_factory")?;
    let or_none = |value: &Value| value.bound().cloned().unwrap_or(Value::NONE);
    let args = [
        factory,
        event_loop.clone(),
        coroutine.clone(),
        or_none(name),
        or_none(context),
    ];
    protocol::call_positional(thread, &make, &args)
}

/// `asyncio.create_task(coro, *, name=None, context=None)`
pub(super) fn create_running_task(thread: &Thread, args: &[Value]) -> Res {
    let [coroutine, name, context] = args else {
        return Err(thread.type_error("create_task() takes a coroutine"));
    };
    let event_loop = running::running_loop(thread).ok_or_else(|| running::none_runs(thread))?;
    if let Some(this) = direct_tasks(thread, &event_loop) {
        return task::new(thread, this, &event_loop, coroutine, name, context);
    }
    let create = protocol::get_attr_str(thread, &event_loop, "create_task")?;
    let mut values = vec![
        coroutine.clone(),
        name.bound().cloned().unwrap_or(Value::NONE),
    ];
    let mut names = vec![thread.intern(b"name")?];
    if let Some(context) = super::future::given(context) {
        values.push(context.clone());
        names.push(thread.intern(b"context")?);
    }
    let args = CallArgs {
        values: &values,
        names: &names,
    };
    protocol::call(thread, &create, args)
}

/// `loop.create_future()`
pub(super) fn create_future(thread: &Thread, args: &[Value]) -> Res {
    let class = class_argument(thread, &payload(thread, &args[0])?.future_class)?;
    let future = thread.alloc_instance(class, Future::new(None))?;
    future::initialise(thread, &future, Some(&args[0]))?;
    Ok(future)
}

/// A future of a loop, as its `create_future()` makes it.
///
/// # Errors
/// MemoryError; what that raises if the loop has one of its own.
pub(super) fn new_future(thread: &Thread, event_loop: &Value) -> Res {
    if let Some(this) = event_loop.payload::<Loop>()
        && has_own(
            thread,
            event_loop,
            &METHODS,
            &["create_future"],
            &this.own_futures,
        )
    {
        return create_future(thread, std::slice::from_ref(event_loop));
    }
    protocol::call_method_str(thread, event_loop, "create_future", &[])
}

/// The seconds of an int or a float that are words.
pub(super) fn delay_of(delay: &Value) -> Option<f64> {
    match delay.as_small_int() {
        Some(int) => Some(int as f64),
        None => delay.as_inline_float(),
    }
}

fn time(thread: &Thread, _: &[Value]) -> Res {
    thread.float(clock::monotonic() as f64 / 1e9)
}

fn get_debug(thread: &Thread, args: &[Value]) -> Res {
    let debug = payload(thread, &args[0])?.debug.load(Relaxed);
    Ok(Value::from_bool(debug))
}

fn add_callback(thread: &Thread, args: &[Value]) -> Res {
    let this = payload(thread, &args[0])?;
    if args[1].payload::<Handle>().is_none() {
        return Err(thread.type_error("a Handle was expected"));
    }
    if !handle::own(thread, &args[1])?.cancelled.load(Relaxed) {
        this.add(thread, Ready::Handle(args[1].clone()))?;
    }
    Ok(Value::NONE)
}

fn forget_calls(thread: &Thread, args: &[Value]) -> Res {
    let this = payload(thread, &args[0])?;
    let all = {
        let mut calls = this.calls.lock();
        calls.cancelled = 0;
        (
            std::mem::take(&mut calls.ready),
            std::mem::take(&mut calls.timers),
        )
    };
    drop(all);
    Ok(Value::NONE)
}

/// The methods of loops that are run by this module.
pub(super) static METHODS: [NativeDef; 16] = NativeDef::all_beside(
    Beside::PROTOCOLS,
    [
        NativeDef::method(
            "call_soon",
            "(self, callback, *args, context=None)",
            call_soon,
        )
        .doc("Calls a function in the next iteration, after all those that were asked for before."),
        NativeDef::method(
            THREADSAFE,
            "(self, callback, *args, context=None)",
            call_soon_threadsafe,
        )
        .doc("As call_soon(), from any thread."),
        NativeDef::method(
            "call_at",
            "(self, when, callback, *args, context=None)",
            call_at,
        )
        .doc("Calls a function at a time of the loop's clock."),
        NativeDef::method(
            "call_later",
            "(self, delay, callback, *args, context=None)",
            call_later,
        )
        .doc("Calls a function after so many seconds."),
        NativeDef::method(
            "create_task",
            "(self, coro, *, name=None, context=None)",
            create_task,
        )
        .doc("A task that runs a coroutine in this loop."),
        NativeDef::method("create_future", "(self)", create_future).doc("A future of this loop."),
        NativeDef::method("time", "(self)", time)
            .doc("The time by the loop's clock, in seconds since some moment."),
        NativeDef::method("get_debug", "(self)", get_debug).doc("Whether debug mode is on."),
        NativeDef::method("_add_callback", "(self, handle)", add_callback)
            .doc("Has a handle's call made in the next iteration, unless it is cancelled."),
        NativeDef::method("_wait_time", "(self)", run::wait_time).doc(
            "How many seconds the loop may wait for descriptors until something is to be\n\
            called; None: without end.",
        ),
        NativeDef::method("_run_ready", "(self)", run::run_ready).doc(
            "Calls what is ready, iteration after iteration, until the loop has to wait or\n\
            to look for descriptors.",
        ),
        NativeDef::method(
            "_watch",
            "(self, fd, event, callback, args)",
            watching::watch,
        )
        .doc("Has a function called whenever a descriptor is ready. Returns the handle."),
        NativeDef::method("_unwatch", "(self, fd, event)", watching::unwatch)
            .doc("Stops that. Returns whether there was a function."),
        NativeDef::method(
            "_process_events",
            "(self, event_list)",
            watching::process_events,
        )
        .doc("Has the calls made for descriptors that a selector has found ready."),
        NativeDef::method("_wait_for_events", "(self)", watching::wait_for_events).doc(
            "Waits for descriptors, and has the calls made for those that are ready. Returns\n\
            False, and does nothing, if the selector is a program's own.",
        ),
        NativeDef::method("_forget_calls", "(self)", forget_calls)
            .doc("Nothing that was asked for will be called."),
    ],
);
