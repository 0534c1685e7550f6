//! Steps of tasks: a coroutine is resumed, and what it yields is waited for.

use super::calls::{call_soon, call_with, error};
use super::future::{
    Ended, State, add_callback, cancelled_error, ended, fail, finish, own, own_if, own_native,
};
use super::run::step_soon;
use super::running;
use super::task::{already_done, end_cancelled, own_task, shown_name, step_method, wakeup_method};
use crate::modules::import::library_attribute;
use crate::object::{Builtin, Res, Thread, Value};
use crate::runtime::generator::{Generator, Resumed};
use crate::runtime::hooks::vm;
use crate::runtime::protocol::convert::repr_text;
use crate::runtime::protocol::{self, get_attr_opt, get_attr_str};
use crate::runtime::raise::{raised_is, stop_value};
use crate::runtime::state::state;
use crate::types::context;
use std::sync::atomic::Ordering::Relaxed;

/// `task.__step(exception=None)`
pub(super) fn step_callback(thread: &Thread, args: &[Value]) -> Res {
    let exception = super::future::given(&args[1]).cloned();
    step(thread, &args[0], exception, false)?;
    Ok(Value::NONE)
}

/// `task.task_wakeup(future)`: what the task waited for is over.
pub(super) fn wakeup(thread: &Thread, args: &[Value]) -> Res {
    let [task, awaited, ..] = args else {
        return Err(thread.type_error("task_wakeup() takes a future"));
    };
    wake(thread, task, awaited, false)?;
    Ok(Value::NONE)
}

/// Makes a step with what has become of the future that the task waited for. If it `stays`, the thread may go on beside others afterwards.
fn wake(thread: &Thread, task: &Value, awaited: &Value, stays: bool) -> Res<()> {
    if own_if(thread, awaited).is_some() {
        return match ended(thread, awaited)? {
            Ended::Result(_) => step(thread, task, None, stays),
            Ended::Raises(exception) => step(thread, task, Some(exception), stays),
            Ended::No => Err(error(thread, "InvalidStateError", "Result is not set.")),
        };
    }
    let result = get_attr_str(thread, awaited, "result")?;
    match protocol::call_positional(thread, &result, &[]) {
        Ok(_) => step(thread, task, None, stays),
        Err(raised) => {
            let exception = thread.take_raised(raised);
            step(thread, task, Some(exception), stays)
        }
    }
}

/// Makes the next step of a task: the future that it waits for, if any, is over.
///
/// # Errors
/// KeyboardInterrupt and SystemExit of the coroutine; InvalidStateError if the task or the future is in no state for it.
pub(super) fn go_on(thread: &Thread, task: &Value, stays: bool) -> Res<()> {
    match own_task(thread, task)?.1.waiter.load() {
        None => step(thread, task, None, stays),
        Some(awaited) => wake(thread, task, &awaited, stays),
    }
}

fn is_cancelled_error(thread: &Thread, exception: &Value) -> Res<bool> {
    let class = library_attribute(thread, "asyncio.exceptions", "CancelledError")?;
    protocol::is_instance(thread, exception, &class)
}

/// Resumes the coroutine, with an exception if there is one, and goes on as that ends.
fn step(thread: &Thread, value: &Value, mut exception: Option<Value>, stays: bool) -> Res<()> {
    let (future, task) = own_task(thread, value)?;
    if future.state() != State::Pending {
        return already_done(thread, value, exception.as_ref());
    }
    let event_loop = future.event_loop.get();
    if task.must_cancel.swap(false, Relaxed) {
        let is_cancelled = match &exception {
            Some(exception) => is_cancelled_error(thread, exception)?,
            None => false,
        };
        if !is_cancelled {
            exception = Some(cancelled_error(thread, value)?);
        }
    }
    let (_, task) = own_task(thread, value)?;
    drop(task.waiter.take());
    running::enter(thread, &event_loop, value)?;
    let traced = state(thread).interpreter.gil.step_begins();
    let went_on = resume_and_go_on(thread, value, &event_loop, exception, stays);
    if let Some(began) = traced {
        trace_step(thread, value, began);
    }
    let left = running::leave(thread, &event_loop, value);
    went_on?;
    left
}

/// A task that begins at once, before whoever has made it goes on.
///
/// # Errors
/// KeyboardInterrupt and SystemExit of the coroutine.
pub(super) fn start_eagerly(thread: &Thread, value: &Value) -> Res<()> {
    let (future, task) = own_task(thread, value)?;
    let (event_loop, context) = (future.event_loop.get(), task.context.get());
    running::register(thread, &event_loop, value)?;
    let before = running::swap(thread, &event_loop, value.clone());
    let traced = state(thread).interpreter.gil.step_begins();
    let result = context::run(thread, &context, || {
        resume_and_go_on(thread, value, &event_loop, None, false)
    });
    if let Some(began) = traced {
        trace_step(thread, value, began);
    }
    drop(running::swap(thread, &event_loop, before));
    let (future, task) = own_task(thread, value)?;
    if future.state() != State::Pending {
        task.coroutine.set(Value::NONE);
    }
    result
}

/// A step of the task, which began at this time, has ended: it goes into the task's lane of the trace.
#[cold]
#[inline(never)]
fn trace_step(thread: &Thread, value: &Value, began: u64) {
    let ts = state(thread);
    if let Some(part) = own_if(thread, value).and_then(|future| future.task.as_deref()) {
        let name = || shown_name(thread, value);
        let gil = &ts.interpreter.gil;
        gil.step_ends(ts, began, &part.lane, name);
    }
}

fn resume_and_go_on(
    thread: &Thread,
    value: &Value,
    event_loop: &Value,
    exception: Option<Value>,
    stays: bool,
) -> Res<()> {
    let coroutine = own_task(thread, value)?.1.coroutine.get();
    match resume(thread, &coroutine, exception, stays) {
        Ok(Resumed::Yielded(awaited)) => wait_for(thread, value, event_loop, awaited),
        Ok(Resumed::Returned(result)) => {
            running::unregister(thread, event_loop, value)?;
            let (future, task) = own_task(thread, value)?;
            if task.must_cancel.swap(false, Relaxed) {
                let message = future.cancel_message.get();
                end_cancelled(thread, value, message)
            } else {
                finish(thread, value, result)
            }
        }
        Err(raised) => {
            let exception = thread.take_raised(raised);
            running::unregister(thread, event_loop, value)?;
            end_raising(thread, value, exception)
        }
    }
}

/// The coroutine has ended with an exception.
fn end_raising(thread: &Thread, value: &Value, exception: Value) -> Res<()> {
    let class = thread.class_of(&exception);
    let ends_all = [Builtin::KeyboardInterrupt, Builtin::SystemExit]
        .iter()
        .any(|ending| class.is_subclass_of(ending.class()));
    if is_cancelled_error(thread, &exception)? {
        own(thread, value)?.cancelled_error.set(exception);
        return end_cancelled(thread, value, Value::NONE);
    }
    fail(thread, value, &exception)?;
    match ends_all {
        true => Err(thread.raise(exception)),
        false => Ok(()),
    }
}

fn resume(
    thread: &Thread,
    coroutine: &Value,
    exception: Option<Value>,
    stays: bool,
) -> Res<Resumed> {
    let is_native =
        coroutine.is_exact(Builtin::Coroutine) || coroutine.is_exact(Builtin::Generator);
    if is_native && let Some(generator) = coroutine.payload::<Generator>() {
        thread.before_step(coroutine);
        let hooks = vm(thread)?;
        let Some(exception) = exception else {
            let send = || (hooks.send)(thread, coroutine, generator, Value::NONE);
            return thread.staying(stays, send)?.ok_or_else(|| {
                let message = "cannot reuse already awaited coroutine";
                thread.error(Builtin::RuntimeError, message)
            });
        };
        let throw = || (hooks.throw)(thread, coroutine, generator, exception);
        return thread.staying(stays, throw);
    }
    let answer = match exception {
        Some(exception) => {
            let throw = get_attr_str(thread, coroutine, "throw")?;
            protocol::call_positional(thread, &throw, &[exception])
        }
        None => {
            let send = get_attr_str(thread, coroutine, "send")?;
            protocol::call_positional(thread, &send, &[Value::NONE])
        }
    };
    match answer {
        Ok(awaited) => Ok(Resumed::Yielded(awaited)),
        Err(raised) if raised_is(thread, Builtin::StopIteration) => {
            let stop = thread.take_raised(raised);
            Ok(Resumed::Returned(stop_value(&stop)))
        }
        Err(raised) => Err(raised),
    }
}

/// What the coroutine has yielded is waited for.
fn wait_for(thread: &Thread, value: &Value, event_loop: &Value, awaited: Value) -> Res<()> {
    if awaited.is_none() {
        return step_soon(thread, event_loop, value);
    }
    let Some((is_blocking, its_loop)) = future_yielded(thread, &awaited)? else {
        let (task, other) = (repr_text(thread, value)?, repr_text(thread, &awaited)?);
        let message = match awaited.is_exact(Builtin::Generator) {
            true => format!(
                "yield was used instead of yield from for generator in task {task} with {other}"
            ),
            false => format!("Task got bad yield: {other}"),
        };
        return refuse(thread, value, &message);
    };
    if awaited.is(value) {
        let shown = repr_text(thread, value)?;
        let message = format!("Task cannot await on itself: {shown}");
        return refuse(thread, value, &message);
    }
    if !its_loop.is(event_loop) {
        let (task, other) = (repr_text(thread, value)?, repr_text(thread, &awaited)?);
        let message = format!("Task {task} got Future {other} attached to a different loop");
        return refuse(thread, value, &message);
    }
    if !is_blocking {
        let (task, other) = (repr_text(thread, value)?, repr_text(thread, &awaited)?);
        let message = format!("yield was used instead of yield from in task {task} with {other}");
        return refuse(thread, value, &message);
    }
    let context = own_task(thread, value)?.1.context.get();
    if let Some(other) = own_native(thread, &awaited) {
        other.blocking.store(false, Relaxed);
        add_callback(thread, &awaited, value.clone(), context)?;
    } else {
        let name = thread.intern(b"_asyncio_future_blocking")?;
        protocol::set_attr(thread, &awaited, &name, Some(&Value::FALSE))?;
        let add = get_attr_str(thread, &awaited, "add_done_callback")?;
        let wakeup = wakeup_method(thread, value)?;
        call_with(thread, &add, &[wakeup], ("context", context))?;
    }
    begin_waiting(thread, value, awaited)
}

/// Whether `await` has yielded this future, and its loop; None: it is no future.
fn future_yielded(thread: &Thread, awaited: &Value) -> Res<Option<(bool, Value)>> {
    if let Some(future) = own_native(thread, awaited) {
        let is_blocking = future.blocking.load(Relaxed);
        return Ok(Some((is_blocking, future.event_loop.get())));
    }
    let name = thread.intern(b"_asyncio_future_blocking")?;
    let Some(blocking) = get_attr_opt(thread, awaited, &name)?.filter(|value| !value.is_none())
    else {
        return Ok(None);
    };
    let is_blocking = protocol::truth(thread, &blocking)?;
    // A future of another make may have its loop as an attribute alone.
    let its_loop = match get_attr_opt(thread, awaited, &thread.intern(b"get_loop")?)? {
        Some(get_loop) => protocol::call_positional(thread, &get_loop, &[])?,
        None => get_attr_str(thread, awaited, "_loop")?,
    };
    Ok(Some((is_blocking, its_loop)))
}

/// The task waits for this future from now on, and cancels it if it was to be cancelled itself.
fn begin_waiting(thread: &Thread, value: &Value, awaited: Value) -> Res<()> {
    let (future, task) = own_task(thread, value)?;
    task.waiter.set(awaited.clone());
    if !task.must_cancel.load(Relaxed) {
        return Ok(());
    }
    let message = future.cancel_message.get();
    let cancel = get_attr_str(thread, &awaited, "cancel")?;
    let answer = call_with(thread, &cancel, &[], ("msg", message))?;
    if protocol::truth(thread, &answer)? {
        own_task(thread, value)?.1.must_cancel.store(false, Relaxed);
    }
    Ok(())
}

/// Has the coroutine raise RuntimeError at the next step.
#[cold]
fn refuse(thread: &Thread, value: &Value, message: &str) -> Res<()> {
    let exception = thread.new_exception(Builtin::RuntimeError, message);
    let (future, task) = own_task(thread, value)?;
    let (event_loop, context) = (future.event_loop.get(), task.context.get());
    let step = step_method(thread, value)?;
    call_soon(thread, &event_loop, step, Some(exception), context)
}
