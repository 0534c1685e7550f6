//! Iterations of a loop: what is called, in which order, and who is told of errors.
//!
//! An iteration calls what was ready when it began, and nothing that was added meanwhile. A step of a task has no handle and no arguments:
//! the task itself stands in the queue, and a callback of a future with the future that it gets. A handle is made of them only if somebody looks.
//!
//! Between two iterations a loop has to ask which descriptors are ready. It does not if it waits for none, but for what other threads and signals
//! wake it with: calls of other threads are in the queue already, and signals are looked for every [`MOST_ITERATIONS`] iterations.

use super::event_loop::{Loop, Timer, direct, is_own_way, now, payload};
use super::handle::{self, Call, Handle};
use super::sleep;
use super::slow;
use super::step;
use super::task::{own_task, step_method, wakeup_method};
use crate::modules::import::library_attribute;
use crate::object::{Builtin, Raised, Res, Thread, Tuple, Value};
use crate::runtime::protocol;
use crate::runtime::raise::raised_is;
use crate::runtime::safepoint::poll;
use crate::types::context;
use std::collections::BinaryHeap;
use std::sync::atomic::Ordering::Relaxed;

/// The longest wait, in seconds.
const LONGEST_WAIT: f64 = 24.0 * 3600.0;

/// What comes within the clock's resolution is due.
const RESOLUTION: f64 = 1e-9;

/// Cancelled timers are swept out when there are more timers than this, and more than half of them cancelled.
const FEW_TIMERS: usize = 100;

/// After so many iterations the loop looks for signals, though it waits for no descriptor.
const MOST_ITERATIONS: usize = 64;

/// What is to be called.
#[derive(Clone)]
pub(super) enum Ready {
    /// The call of a handle.
    Handle(Value),
    /// The next step of a task: the future that it waits for, if any, is over.
    Task(Value),
    /// The end of a sleep: the future is over then.
    Wake(Value),
    /// A callback of a future, which gets the future.
    Callback {
        callback: Value,
        future: Value,
        context: Value,
    },
}

impl Ready {
    /// Shows the values to a tracing visitor.
    pub(super) fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        match self {
            Ready::Handle(value) | Ready::Task(value) | Ready::Wake(value) => visit(value),
            Ready::Callback {
                callback,
                future,
                context,
            } => {
                visit(callback);
                visit(future);
                visit(context);
            }
        }
    }
}

/// Has a task make its next step soon.
///
/// # Errors
/// What `call_soon` raises.
pub(super) fn step_soon(thread: &Thread, event_loop: &Value, task: &Value) -> Res<()> {
    if let Some(this) = direct(thread, event_loop) {
        return this.add(thread, Ready::Task(task.clone()));
    }
    let context = own_task(thread, task)?.1.context.get();
    let step = step_method(thread, task)?;
    super::calls::call_soon(thread, event_loop, step, None, context)
}

/// Has a callback of a future called soon; a task stands for its wake-up.
///
/// # Errors
/// What `call_soon` raises.
pub(super) fn tell_soon(
    thread: &Thread,
    event_loop: &Value,
    callback: Value,
    future: &Value,
    context: Value,
) -> Res<()> {
    let is_task = callback.payload::<super::future::Future>().is_some();
    if let Some(this) = direct(thread, event_loop) {
        let ready = match is_task {
            true => Ready::Task(callback),
            false => Ready::Callback {
                callback,
                future: future.clone(),
                context,
            },
        };
        return this.add(thread, ready);
    }
    let callback = match is_task {
        true => wakeup_method(thread, &callback)?,
        false => callback,
    };
    super::calls::call_soon(thread, event_loop, callback, Some(future.clone()), context)
}

/// The call that something ready stands for.
fn call_of(thread: &Thread, ready: &Ready) -> Res<Option<Call>> {
    let call = match ready {
        Ready::Handle(handle) => return handle::call_of(thread, handle),
        Ready::Wake(future) => sleep::call_of(thread, future)?,
        Ready::Task(task) => {
            let (_, part) = own_task(thread, task)?;
            let (context, waiter) = (part.context.get(), part.waiter.load());
            match waiter {
                Some(future) => Call {
                    callback: wakeup_method(thread, task)?,
                    arguments: Tuple::from_vec(thread, vec![future])?,
                    context,
                    reads: false,
                },
                None => Call {
                    callback: step_method(thread, task)?,
                    arguments: Tuple::empty(),
                    context,
                    reads: false,
                },
            }
        }
        Ready::Callback {
            callback,
            future,
            context,
        } => Call {
            callback: callback.clone(),
            arguments: Tuple::from_slice(thread, std::slice::from_ref(future))?,
            context: match context.is_unbound() {
                true => context::copy_current(thread)?,
                false => context.clone(),
            },
            reads: false,
        },
    };
    Ok(Some(call))
}

/// The handle that something ready stands for.
///
/// # Errors
/// MemoryError
pub(super) fn handle_of(thread: &Thread, event_loop: &Value, this: &Loop, ready: &Ready) -> Res {
    if let Ready::Handle(handle) = ready {
        return Ok(handle.clone());
    }
    match call_of(thread, ready)? {
        Some(call) => handle::new(thread, event_loop, this, call, None),
        None => Ok(Value::NONE),
    }
}

/// The handle of a timer.
///
/// # Errors
/// MemoryError
pub(super) fn handle_of_timer(thread: &Thread, event_loop: &Value, timer: &Timer) -> Res {
    if timer.what.payload::<Handle>().is_some() {
        return Ok(timer.what.clone());
    }
    let this = payload(thread, event_loop)?;
    let when = thread.float(timer.when)?;
    let call = sleep::call_of(thread, &timer.what)?;
    let handle = handle::new(thread, event_loop, this, call, Some(when))?;
    if is_cancelled(timer) {
        handle::cancel(thread, std::slice::from_ref(&handle))?;
    }
    Ok(handle)
}

/// Makes the call of a handle, unless it is cancelled. The loop is told of an error.
///
/// # Errors
/// KeyboardInterrupt and SystemExit of the call, and what telling the loop raises.
pub(super) fn run_handle(thread: &Thread, value: &Value, stays: bool) -> Res<()> {
    let Some(call) = handle::call_of(thread, value)? else {
        return Ok(());
    };
    match call.make(thread, stays) {
        Ok(()) => Ok(()),
        Err(raised) => report(thread, raised, || Ok(value.clone())),
    }
}

/// Tells the loop that a call has failed.
fn report(thread: &Thread, raised: Raised, handle: impl FnOnce() -> Res) -> Res<()> {
    let ends_run =
        raised_is(thread, Builtin::SystemExit) || raised_is(thread, Builtin::KeyboardInterrupt);
    if ends_run {
        return Err(raised);
    }
    let exception = thread.take_raised(raised);
    let tell = library_attribute(thread, "asyncio.events", "_tell_of_failure")?;
    protocol::call_positional(thread, &tell, &[handle()?, exception]).map(drop)
}

/// Makes the next step of a task in its context.
fn run_task(thread: &Thread, task: &Value, stays: bool) -> Res<()> {
    let context = own_task(thread, task)?.1.context.get();
    context::run(thread, &context, || step::go_on(thread, task, stays))
}

fn run_one(thread: &Thread, event_loop: &Value, this: &Loop, ready: Ready, stays: bool) -> Res<()> {
    let Some(outer) = slow::begin(thread) else {
        return run_ready_one(thread, event_loop, this, &ready, stays);
    };
    let result = run_ready_one(thread, event_loop, this, &ready, stays);
    slow::end(thread, outer, &ready);
    result
}

#[inline]
fn run_ready_one(
    thread: &Thread,
    event_loop: &Value,
    this: &Loop,
    ready: &Ready,
    stays: bool,
) -> Res<()> {
    if this.debug.load(Relaxed) {
        let handle = handle_of(thread, event_loop, this, ready)?;
        if handle::own(thread, &handle)?.cancelled.load(Relaxed) {
            return Ok(());
        }
        return protocol::call_method_str(thread, event_loop, "_run_watched", &[handle]).map(drop);
    }
    let result = match ready {
        Ready::Handle(handle) => return run_handle(thread, handle, stays),
        Ready::Task(task) => run_task(thread, task, stays),
        Ready::Wake(future) => sleep::wake(thread, future),
        Ready::Callback {
            callback,
            future,
            context,
        } => {
            let stays = stays && callback.is_exact(Builtin::Function);
            let call = || protocol::call_positional(thread, callback, std::slice::from_ref(future));
            match context.is_unbound() {
                // A native one, which does not look at the context.
                true => call().map(drop),
                false => context::run(thread, context, || thread.staying(stays, call)).map(drop),
            }
        }
    };
    match result {
        Ok(()) => Ok(()),
        Err(raised) => report(thread, raised, || {
            handle_of(thread, event_loop, this, ready)
        }),
    }
}

/// Nobody waits for the timer any longer.
fn is_cancelled(timer: &Timer) -> bool {
    match timer.what.payload::<Handle>() {
        Some(handle) => handle.cancelled.load(Relaxed),
        None => !sleep::goes_on(&timer.what),
    }
}

/// What is to be called when the timer is due, which is in the heap no longer; a cancelled one comes back.
fn taken_out(timer: Timer) -> Result<Ready, Timer> {
    let handle = timer.what.payload::<Handle>();
    if let Some(handle) = handle {
        handle.scheduled.store(false, Relaxed);
    }
    match (is_cancelled(&timer), handle) {
        (true, _) => Err(timer),
        (false, Some(_)) => Ok(Ready::Handle(timer.what)),
        (false, None) => Ok(Ready::Wake(timer.what)),
    }
}

/// Makes the timers ready that are due.
fn move_due(thread: &Thread, event_loop: &Value, this: &Loop, is_own_way: bool) -> Res<()> {
    if this.calls.lock().timers.is_empty() {
        return Ok(());
    }
    let end = now(thread, event_loop, is_own_way)? + RESOLUTION;
    let mut cancelled = Vec::new();
    let mut refused = None;
    {
        let mut calls = this.calls.lock();
        while refused.is_none()
            && calls.timers.peek().is_some_and(|timer| timer.when < end)
            && let Some(timer) = calls.timers.pop()
        {
            match taken_out(timer) {
                Ok(ready) => refused = calls.add(thread, ready),
                Err(timer) => {
                    calls.cancelled = calls.cancelled.saturating_sub(1);
                    cancelled.push(timer);
                }
            }
        }
    }
    drop(cancelled);
    match refused {
        None => Ok(()),
        Some(_) => Err(thread.memory_error()),
    }
}

/// Takes cancelled timers out: all when they are many, or else those that would be next.
fn sweep(this: &Loop) {
    let mut out = Vec::new();
    let mut calls = this.calls.lock();
    if calls.timers.len() > FEW_TIMERS && calls.cancelled * 2 > calls.timers.len() {
        let all = std::mem::take(&mut calls.timers).into_vec();
        let (cancelled, kept): (Vec<Timer>, Vec<Timer>) = all.into_iter().partition(is_cancelled);
        calls.timers = BinaryHeap::from(kept);
        calls.cancelled = 0;
        out = cancelled;
    }
    while calls.timers.peek().is_some_and(is_cancelled)
        && let Some(timer) = calls.timers.pop()
    {
        calls.cancelled = calls.cancelled.saturating_sub(1);
        out.push(timer);
    }
    drop(calls);
    for timer in out {
        drop(taken_out(timer));
    }
}

/// For how many seconds the loop may wait for descriptors; None: without end.
///
/// # Errors
/// What `time()` raises if the loop has one of its own.
pub(super) fn time_to_wait(thread: &Thread, event_loop: &Value, this: &Loop) -> Res<Option<f64>> {
    sweep(this);
    let next = {
        let calls = this.calls.lock();
        if !calls.ready.is_empty() || this.stopping.load(Relaxed) {
            return Ok(Some(0.0));
        }
        calls.timers.peek().map(|timer| timer.when)
    };
    let Some(next) = next else {
        return Ok(None);
    };
    let is_own_way = is_own_way(thread, event_loop, this);
    let left = next - now(thread, event_loop, is_own_way)?;
    Ok(Some(if left > 0.0 {
        left.min(LONGEST_WAIT)
    } else {
        0.0
    }))
}

/// `loop._wait_time()`
pub(super) fn wait_time(thread: &Thread, args: &[Value]) -> Res {
    match time_to_wait(thread, &args[0], payload(thread, &args[0])?)? {
        None => Ok(Value::NONE),
        Some(0.0) => Ok(Value::from_i32(0)),
        Some(seconds) => thread.float(seconds),
    }
}

/// `loop._run_ready()`
pub(super) fn run_ready(thread: &Thread, args: &[Value]) -> Res {
    let event_loop = &args[0];
    let stays = thread.is_direct(args.as_ptr() as u64);
    let this = payload(thread, event_loop)?;
    this.calls.lock().is_awake = true;
    let result = iterate(thread, event_loop, this, stays);
    this.calls.lock().is_awake = false;
    result.map(|()| Value::NONE)
}

fn iterate(thread: &Thread, event_loop: &Value, this: &Loop, stays: bool) -> Res<()> {
    for _ in 0..MOST_ITERATIONS {
        let is_own_way = is_own_way(thread, event_loop, this);
        move_due(thread, event_loop, this, is_own_way)?;
        let count = this.calls.lock().ready.len();
        for _ in 0..count {
            let next = this.calls.lock().ready.pop_front();
            let Some(ready) = next else {
                break;
            };
            run_one(thread, event_loop, this, ready, stays)?;
        }
        let goes_on = !this.stopping.load(Relaxed)
            && this.watched.load(Relaxed) == 0
            && !this.debug.load(Relaxed)
            && !this.calls.lock().ready.is_empty();
        if !goes_on {
            break;
        }
        poll(thread)?;
    }
    Ok(())
}
