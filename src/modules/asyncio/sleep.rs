//! `asyncio.sleep()`: a future that a timer of the loop ends by itself, without a handle, arguments and a context for a call.
//!
//! **Invariant**: as long as somebody sleeps, the future is pending and has the result already that it will end with. If it is cancelled, or the coroutine
//! gives up ([`stop`]), its timer counts as a cancelled one.

use super::event_loop::{direct, now, payload};
use super::future::{self, Future, State, finish, own};
use super::handle::Call;
use super::own_methods::has_own;
use super::requests::{METHODS, create_future, delay_of};
use super::running::{none_runs, running_loop};
use crate::modules::import::library_attribute;
use crate::object::{Res, Thread, Tuple, Value};
use crate::types::context;

/// The methods of a loop that `sleep()` stands for.
const STOOD_FOR: [&str; 2] = ["call_later", "create_future"];

/// `_sleep(delay, result)`
pub(super) fn start(thread: &Thread, args: &[Value]) -> Res {
    let [delay, result] = args else {
        return Err(thread.type_error("_sleep() takes a delay and a result"));
    };
    let Some(delay) = delay_of(delay).filter(|delay| !delay.is_nan()) else {
        return Ok(Value::NONE);
    };
    let event_loop = running_loop(thread).ok_or_else(|| none_runs(thread))?;
    let Some(this) = direct(thread, &event_loop) else {
        return Ok(Value::NONE);
    };
    if !has_own(thread, &event_loop, &METHODS, &STOOD_FOR, &this.own_sleeps) {
        return Ok(Value::NONE);
    }
    let when = now(thread, &event_loop, true)? + delay;
    let future = create_future(thread, std::slice::from_ref(&event_loop))?;
    own(thread, &future)?.result.set(result.clone());
    let refused = this.calls.lock().add_timer(thread, when, future.clone());
    match refused {
        None => Ok(future),
        Some(_) => Err(thread.memory_error()),
    }
}

/// `_stop_sleep(future)`
pub(super) fn stop(thread: &Thread, args: &[Value]) -> Res {
    let this = own(thread, &args[0])?;
    if this.state() != State::Finished {
        let (event_loop, result) = (this.event_loop.get(), this.result.take());
        // One too many if the timer is about to be called: that number only tells when to look for cancelled ones.
        payload(thread, &event_loop)?.calls.lock().cancelled += 1;
        drop(result);
    }
    Ok(Value::NONE)
}

/// Whether somebody sleeps until this future is over.
pub(super) fn goes_on(future: &Value) -> bool {
    let this = future.payload::<Future>();
    this.is_some_and(|this| this.state() == State::Pending && !this.result.is_unbound())
}

/// The time has come.
///
/// # Errors
/// What `call_soon` raises.
pub(super) fn wake(thread: &Thread, future: &Value) -> Res<()> {
    match goes_on(future) {
        true => finish(thread, future, own(thread, future)?.result.get()),
        false => Ok(()),
    }
}

/// The call that a timer would make in whose place the future stands.
///
/// # Errors
/// MemoryError
pub(super) fn call_of(thread: &Thread, future: &Value) -> Res<Call> {
    let result = future::own(thread, future)?.result.load();
    let arguments = [future.clone(), result.unwrap_or(Value::NONE)];
    Ok(Call {
        callback: library_attribute(thread, "asyncio.futures", "_set_result_unless_cancelled")?,
        arguments: Tuple::from_slice(thread, &arguments)?,
        context: context::copy_current(thread)?,
        reads: false,
    })
}
