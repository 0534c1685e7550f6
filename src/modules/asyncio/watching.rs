//! What loops wait for: descriptors with the handles of those who read and write, and the way from a ready descriptor to the call.
//!
//! A loop with the selector that it has made for itself (`selector.rs`) asks that directly. One with a selector of the program's own, or with other
//! methods in the place of the selector's or of its own `_process_events`, goes the way of the library: `select()`, and what it gives to
//! `_process_events()`.

use super::event_loop::{Loop, own, payload};
use super::handle::{self, Call, Handle};
use super::own_methods::has_own;
use super::requests::METHODS;
use super::run::{Ready, time_to_wait};
use super::selector::{READ, Selector, WRITE, deadline_in, number_of, own_selector, pair_of};
use crate::object::{List, Res, Thread, Value};
use crate::runtime::protocol::{self, call_method_str};
use std::sync::atomic::Ordering::Relaxed;

fn event_argument(value: &Value) -> u8 {
    match value.as_small_int() {
        Some(event) if event == i64::from(READ) => READ,
        _ => WRITE,
    }
}

/// Notes for how many descriptors a loop waits besides its own.
fn count_watched(thread: &Thread, event_loop: &Value, selector: &Selector) -> Res<()> {
    let internal = protocol::get_attr_str(thread, event_loop, "_internal_fds")?;
    let internal = internal.as_small_int().unwrap_or(0);
    let internal = usize::try_from(internal).unwrap_or(0);
    let watched = selector.count().saturating_sub(internal);
    payload(thread, event_loop)?.watched.store(watched, Relaxed);
    Ok(())
}

/// `loop._watch(fd, event, callback, args)`
pub(super) fn watch(thread: &Thread, args: &[Value]) -> Res {
    let [event_loop, object, event, callback, arguments] = args else {
        return Err(thread.type_error("_watch() takes a descriptor, an event and a call"));
    };
    let this = payload(thread, event_loop)?;
    this.check_closed(thread)?;
    let arguments = protocol::collect(thread, arguments)?;
    let call = Call::new(thread, callback, &arguments, None)?;
    let handle = handle::new(thread, event_loop, this, call, None)?;
    handle::read_directly(thread, &handle)?;
    let selector = own(thread, event_loop)?.selector.get();
    let Some(selector) = own_selector(thread, &selector) else {
        let args = [object.clone(), event.clone(), handle.clone()];
        call_method_str(thread, event_loop, "_watch_with_keys", &args)?;
        return Ok(handle);
    };
    let number = number_of(thread, selector, object)?;
    let place = (object, number);
    let before = selector.watch(thread, place, event_argument(event), handle.clone())?;
    count_watched(thread, event_loop, selector)?;
    if !before.is_unbound() {
        cancel(thread, before)?;
    }
    Ok(handle)
}

fn cancel(thread: &Thread, handle: Value) -> Res<()> {
    match handle.payload::<Handle>() {
        Some(_) => handle::cancel(thread, &[handle]).map(drop),
        None => call_method_str(thread, &handle, "cancel", &[]).map(drop),
    }
}

/// `loop._unwatch(fd, event)`
pub(super) fn unwatch(thread: &Thread, args: &[Value]) -> Res {
    let [event_loop, object, event] = args else {
        return Err(thread.type_error("_unwatch() takes a descriptor and an event"));
    };
    if payload(thread, event_loop)?.closed.load(Relaxed) {
        return Ok(Value::FALSE);
    }
    let selector = own(thread, event_loop)?.selector.get();
    let Some(selector) = own_selector(thread, &selector) else {
        let args = [object.clone(), event.clone()];
        return call_method_str(thread, event_loop, "_unwatch_with_keys", &args);
    };
    let number = number_of(thread, selector, object)?;
    let Some(handle) = selector.unwatch(thread, number, event_argument(event))? else {
        return Ok(Value::FALSE);
    };
    count_watched(thread, event_loop, selector)?;
    if handle.is_unbound() {
        return Ok(Value::FALSE);
    }
    cancel(thread, handle)?;
    Ok(Value::TRUE)
}

/// `loop._process_events(event_list)`
pub(super) fn process_events(thread: &Thread, args: &[Value]) -> Res {
    let event_loop = &args[0];
    for pair in protocol::collect(thread, &args[1])? {
        let pair = protocol::collect(thread, &pair)?;
        let [key, mask] = pair.as_slice() else {
            return Err(thread.value_error("an event is a pair of a key and what is ready"));
        };
        let object = protocol::get_attr_str(thread, key, "fileobj")?;
        let data = protocol::get_attr_str(thread, key, "data")?;
        let handles = protocol::collect(thread, &data)?;
        let [reader, writer] = handles.as_slice() else {
            return Err(thread.value_error("the data of an event is a pair of handles"));
        };
        let mask = mask.as_small_int().unwrap_or(0);
        for (event, handle) in [(READ, reader), (WRITE, writer)] {
            if mask & i64::from(event) != 0 && !handle.is_none() {
                call_ready(thread, event_loop, &object, event, handle)?;
            }
        }
    }
    Ok(Value::NONE)
}

/// Has the call of a handle made, whose descriptor is ready; if it is cancelled, that is not waited for any longer.
fn call_ready(
    thread: &Thread,
    event_loop: &Value,
    object: &Value,
    event: u8,
    handle: &Value,
) -> Res<()> {
    let name = match handle::own(thread, handle)?.cancelled.load(Relaxed) {
        false => return payload(thread, event_loop)?.add(thread, Ready::Handle(handle.clone())),
        true if event == READ => "_remove_reader",
        true => "_remove_writer",
    };
    call_method_str(thread, event_loop, name, std::slice::from_ref(object)).map(drop)
}

/// `loop._wait_for_events()`
pub(super) fn wait_for_events(thread: &Thread, args: &[Value]) -> Res {
    let event_loop = &args[0];
    let this = own(thread, event_loop)?;
    let selector = this.selector.get();
    let Some(selector) = own_selector(thread, &selector) else {
        return Ok(Value::FALSE);
    };
    let ways = ["_process_events"];
    if !has_own(thread, event_loop, &METHODS, &ways, &this.own_events) {
        return Ok(Value::FALSE);
    }
    let deadline = time_to_wait(thread, event_loop, this)?.map(deadline_in);
    take_events(thread, event_loop, this, selector, deadline)?;
    Ok(Value::TRUE)
}

/// Waits, and has the calls of ready descriptors made.
fn take_events(
    thread: &Thread,
    event_loop: &Value,
    this: &Loop,
    selector: &Selector,
    deadline: Option<u64>,
) -> Res<()> {
    let mut refused = None;
    let mut others = Vec::new();
    selector.wait(thread, deadline, |row| match &row.handles {
        Some(handles) if handles.iter().all(is_active) => {
            let mut calls = this.calls.lock();
            for handle in handles.iter().filter(|handle| !handle.is_unbound()) {
                refused = refused
                    .take()
                    .or(calls.add(thread, Ready::Handle(handle.clone())));
            }
        }
        _ => others.push(row),
    })?;
    if refused.is_some() {
        return Err(thread.memory_error());
    }
    let mut pairs = Vec::new();
    for row in &others {
        pairs.extend(pair_of(thread, selector, row)?);
    }
    if !pairs.is_empty() {
        let pairs = List::new_value(thread, pairs)?;
        call_method_str(thread, event_loop, "_process_events", &[pairs])?;
    }
    Ok(())
}

/// Whether a handle, if there is one, is not cancelled.
fn is_active(handle: &Value) -> bool {
    let Some(handle) = handle.payload::<Handle>() else {
        return handle.is_unbound();
    };
    !handle.cancelled.load(Relaxed)
}
