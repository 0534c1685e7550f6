//! The class that event loops derive from: how one is made, and what scripts see of it.

use super::event_loop::{Calls, Loop, own, payload};
use super::requests::METHODS;
use super::run::{self, Ready};
use super::{awaiting, future, handle, running, task};
use crate::base::sync::Mutex;
use crate::object::class::{CallArgs, SlotDef, class_flag};
use crate::object::layout::id_of;
use crate::object::{Builtin, List, Res, Slot, Thread, Value};
use crate::runtime::classes::{ClassDef, GetSetDef, native_class, native_class_with_base, once};
use crate::runtime::protocol;
use crate::types::shared::class_argument;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering::Relaxed};

fn construct(thread: &Thread, class: &Value, _: CallArgs<'_>) -> Res {
    let handle_class = once(thread, &handle::CLASS, native_class)?;
    let timer_class = timer_class(thread)?;
    let payload = Loop {
        task: Slot::empty(),
        tasks: Slot::empty(),
        calls: Mutex::new(Calls::default()),
        debug: AtomicBool::new(false),
        stopping: AtomicBool::new(false),
        closed: AtomicBool::new(false),
        thread_id: Slot::new(Value::NONE),
        watched: AtomicUsize::new(0),
        selector: Slot::new(Value::NONE),
        task_factory: Slot::new(Value::NONE),
        own_way: AtomicU64::new(0),
        own_tasks: AtomicU64::new(0),
        own_futures: AtomicU64::new(0),
        own_sleeps: AtomicU64::new(0),
        own_events: AtomicU64::new(0),
        own_sockets: AtomicU64::new(0),
        usual_size: AtomicU64::new(0),
        future_class: once(thread, &future::CLASS, native_class)?,
        task_class: task_class(thread)?,
        handle_class,
        timer_class,
        awaiting_class: once(thread, &awaiting::CLASS, native_class)?,
    };
    thread.alloc_instance(class_argument(thread, class)?, payload)
}

/// The class of tasks.
///
/// # Errors
/// MemoryError
pub(super) fn task_class(thread: &Thread) -> Res {
    once(thread, &task::CLASS, |thread, def| {
        let base = once(thread, &future::CLASS, native_class)?;
        native_class_with_base(thread, def, &base)
    })
}

/// The class of timers.
///
/// # Errors
/// MemoryError
pub(super) fn timer_class(thread: &Thread) -> Res {
    once(thread, &handle::TIMER_CLASS, |thread, def| {
        let base = once(thread, &handle::CLASS, native_class)?;
        native_class_with_base(thread, def, &base)
    })
}

fn debug(thread: &Thread, value: &Value) -> Res {
    let debug = payload(thread, value)?.debug.load(Relaxed);
    Ok(Value::from_bool(debug))
}

fn stopping(thread: &Thread, value: &Value) -> Res {
    let stopping = payload(thread, value)?.stopping.load(Relaxed);
    Ok(Value::from_bool(stopping))
}

fn closed(thread: &Thread, value: &Value) -> Res {
    let closed = payload(thread, value)?.closed.load(Relaxed);
    Ok(Value::from_bool(closed))
}

/// Sets a mark of a loop, as an attribute of scripts.
fn set_mark(
    thread: &Thread,
    value: &Value,
    new: Option<&Value>,
    mark: fn(&Loop) -> &AtomicBool,
) -> Res<()> {
    let Some(new) = new else {
        return Err(thread.error(Builtin::AttributeError, "cannot delete attribute"));
    };
    let new = protocol::truth(thread, new)?;
    mark(payload(thread, value)?).store(new, Relaxed);
    Ok(())
}

fn set_debug(thread: &Thread, value: &Value, new: Option<&Value>) -> Res<()> {
    set_mark(thread, value, new, |this| &this.debug)
}

fn set_stopping(thread: &Thread, value: &Value, new: Option<&Value>) -> Res<()> {
    set_mark(thread, value, new, |this| &this.stopping)
}

fn set_closed(thread: &Thread, value: &Value, new: Option<&Value>) -> Res<()> {
    set_mark(thread, value, new, |this| &this.closed)
}

fn thread_id(thread: &Thread, value: &Value) -> Res {
    if let Some(header) = value.header() {
        thread.publish(header);
    }
    Ok(payload(thread, value)?.thread_id.get())
}

/// Sets what a loop refers to, as an attribute of scripts.
fn set_slot(
    thread: &Thread,
    value: &Value,
    new: Option<&Value>,
    slot: fn(&Loop) -> &Slot,
) -> Res<()> {
    let new = new.cloned().unwrap_or(Value::NONE);
    slot(own(thread, value)?).set(new);
    Ok(())
}

fn set_thread_id(thread: &Thread, value: &Value, new: Option<&Value>) -> Res<()> {
    set_slot(thread, value, new, |this| &this.thread_id)
}

fn get_task_factory(thread: &Thread, value: &Value) -> Res {
    Ok(own(thread, value)?.task_factory.get())
}

fn set_task_factory(thread: &Thread, value: &Value, new: Option<&Value>) -> Res<()> {
    set_slot(thread, value, new, |this| &this.task_factory)
}

fn get_selector(thread: &Thread, value: &Value) -> Res {
    Ok(own(thread, value)?.selector.get())
}

fn set_selector(thread: &Thread, value: &Value, new: Option<&Value>) -> Res<()> {
    set_slot(thread, value, new, |this| &this.selector)
}

fn watched(thread: &Thread, value: &Value) -> Res {
    thread.int_from_usize(payload(thread, value)?.watched.load(Relaxed))
}

fn set_watched(thread: &Thread, value: &Value, new: Option<&Value>) -> Res<()> {
    let new = new.and_then(Value::as_small_int).unwrap_or(0);
    let new = usize::try_from(new).unwrap_or(0);
    payload(thread, value)?.watched.store(new, Relaxed);
    Ok(())
}

/// The handles of what is ready, for those who look.
fn ready(thread: &Thread, value: &Value) -> Res {
    let this = payload(thread, value)?;
    let ready: Vec<Ready> = this.calls.lock().ready.iter().cloned().collect();
    let mut handles = Vec::with_capacity(ready.len());
    for ready in ready {
        handles.push(run::handle_of(thread, value, this, &ready)?);
    }
    List::new_value(thread, handles)
}

/// The timers, the next first, for those who look.
fn scheduled(thread: &Thread, value: &Value) -> Res {
    let this = payload(thread, value)?;
    let timers = this.calls.lock().timers.clone();
    // The greatest is the soonest.
    let timers = timers.into_sorted_vec().into_iter().rev();
    let handles: Res<Vec<Value>> = timers
        .map(|timer| run::handle_of_timer(thread, value, &timer))
        .collect();
    List::new_value(thread, handles?)
}

fn cancelled_count(thread: &Thread, value: &Value) -> Res {
    let cancelled = payload(thread, value)?.calls.lock().cancelled;
    thread.int_from_usize(cancelled)
}

/// The table of the class that loops derive from.
pub static CLASS: ClassDef = ClassDef {
    class: Builtin::Object,
    name: "_asyncio.Loop",
    doc: "What event loops derive from: the tasks that they have, and what they will call.",
    flags: class_flag::BASE | class_flag::WEAKREF,
    layout: Some(id_of::<Loop>),
    has_dict: true,
    methods: &METHODS,
    slots: &[SlotDef::New(construct)],
    getset: &[
        GetSetDef::new("_held_tasks", running::held_tasks).writable(running::set_held_tasks),
        GetSetDef::new("_debug", debug).writable(set_debug),
        GetSetDef::new("_stopping", stopping).writable(set_stopping),
        GetSetDef::new("_closed", closed).writable(set_closed),
        GetSetDef::new("_thread_id", thread_id).writable(set_thread_id),
        GetSetDef::new("_task_factory", get_task_factory).writable(set_task_factory),
        GetSetDef::new("_selector", get_selector).writable(set_selector),
        GetSetDef::new("_watched", watched).writable(set_watched),
        GetSetDef::new("_ready", ready),
        GetSetDef::new("_scheduled", scheduled),
        GetSetDef::new("_timer_cancelled_count", cancelled_count),
    ],
    ..ClassDef::DEFAULT
};
