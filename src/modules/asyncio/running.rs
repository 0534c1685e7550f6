//! Which loop a thread runs, which task a loop is stepping, and which tasks a loop has.
//!
//! The loop that a thread runs is part of the thread's state. What belongs to a loop lies in the loop itself ([`Loop`]): nothing is shared between loops of
//! different threads. Of objects that only behave like loops nothing is known.
//!
//! A loop refers to its tasks until they are over, so that a task that nobody else refers to is not lost halfway.

use super::event_loop::Loop;
use super::gather::gather;
use super::requests::create_running_task;
use super::sleep;
use crate::object::{Beside, Builtin, NativeDef, Raised, Res, Set, Thread, Value};
use crate::runtime::protocol::call_method_str;
use crate::runtime::protocol::convert::repr_text;
use crate::runtime::state::state;

/// The loop that the thread runs.
pub(super) fn running_loop(thread: &Thread) -> Option<Value> {
    state(thread).event_loop.load()
}

/// The task that a loop is stepping; unbound: none.
pub(super) fn current(thread: &Thread, event_loop: &Value) -> Value {
    thread
        .own::<Loop>(event_loop)
        .map_or(Value::UNBOUND, |this| this.task.get())
}

/// Notes the task that a loop is stepping (unbound: none); the one before.
pub(super) fn swap(thread: &Thread, event_loop: &Value, task: Value) -> Value {
    thread
        .own::<Loop>(event_loop)
        .map_or(Value::UNBOUND, |this| this.task.replace(task))
}

/// A step of a task begins.
///
/// # Errors
/// RuntimeError if a step of another one has not ended.
pub(super) fn enter(thread: &Thread, event_loop: &Value, task: &Value) -> Res<()> {
    let before = swap(thread, event_loop, task.clone());
    if before.is_unbound() {
        return Ok(());
    }
    let message = format!(
        "Cannot enter into task {} while another task {} is being executed.",
        repr_text(thread, task)?,
        repr_text(thread, &before)?
    );
    drop(swap(thread, event_loop, before));
    Err(thread.error(Builtin::RuntimeError, message))
}

/// A step of a task has ended.
///
/// # Errors
/// RuntimeError if it was another task's.
pub(super) fn leave(thread: &Thread, event_loop: &Value, task: &Value) -> Res<()> {
    let before = swap(thread, event_loop, Value::UNBOUND);
    if before.is(task) || event_loop.payload::<Loop>().is_none() {
        return Ok(());
    }
    let shown = match before.is_unbound() {
        true => "None".to_owned(),
        false => repr_text(thread, &before)?,
    };
    let message = format!(
        "Leaving task {} does not match the current task {shown}.",
        repr_text(thread, task)?
    );
    drop(swap(thread, event_loop, before));
    Err(thread.error(Builtin::RuntimeError, message))
}

/// What holds a loop's tasks: a set, or what a script has put in its place. None: it is no loop of ours.
fn tasks(thread: &Thread, event_loop: &Value) -> Res<Option<Value>> {
    let Some(this) = thread.own::<Loop>(event_loop) else {
        return Ok(None);
    };
    if let Some(tasks) = this.tasks.load() {
        return Ok(Some(tasks));
    }
    let set = Set::new_value(thread, Builtin::Set)?;
    if let Some(this) = thread.own::<Loop>(event_loop) {
        this.tasks.set(set.clone());
    }
    Ok(Some(set))
}

/// A loop refers to a task from now on.
///
/// # Errors
/// MemoryError
pub(super) fn register(thread: &Thread, event_loop: &Value, task: &Value) -> Res<()> {
    let Some(tasks) = tasks(thread, event_loop)? else {
        return Ok(());
    };
    thread.before_write(&tasks);
    match tasks.as_set() {
        Some(set) => set.add(thread, task.clone()).map(drop),
        None => call_method_str(thread, &tasks, "add", std::slice::from_ref(task)).map(drop),
    }
}

/// A loop refers to a task no longer.
///
/// # Errors
/// MemoryError
pub(super) fn unregister(thread: &Thread, event_loop: &Value, task: &Value) -> Res<()> {
    let Some(tasks) = tasks(thread, event_loop)? else {
        return Ok(());
    };
    thread.before_write(&tasks);
    match tasks.as_set() {
        Some(set) => set.remove(thread, task).map(drop),
        None => call_method_str(thread, &tasks, "discard", std::slice::from_ref(task)).map(drop),
    }
}

/// The tasks that a loop refers to, unless a script has put something of its own in their place.
pub(super) fn each_task(thread: &Thread, event_loop: &Value) -> Vec<Value> {
    let Some(held) = thread
        .own::<Loop>(event_loop)
        .and_then(|this| this.tasks.load())
    else {
        return Vec::new();
    };
    thread.before_read(&held);
    let elements = held.as_set().map(Set::elements).unwrap_or_default();
    elements.into_iter().map(|(task, _)| task).collect()
}

/// `loop._held_tasks`
pub(super) fn held_tasks(thread: &Thread, event_loop: &Value) -> Res {
    Ok(tasks(thread, event_loop)?.unwrap_or(Value::NONE))
}

/// `loop._held_tasks = new`
pub(super) fn set_held_tasks(thread: &Thread, event_loop: &Value, new: Option<&Value>) -> Res<()> {
    let new = new.cloned().unwrap_or(Value::UNBOUND);
    if let Some(this) = thread.own::<Loop>(event_loop) {
        this.tasks.set(new);
    }
    Ok(())
}

/// RuntimeError: the thread runs no loop.
#[cold]
pub(super) fn none_runs(thread: &Thread) -> Raised {
    thread.error(Builtin::RuntimeError, "no running event loop")
}

fn get_running_loop(thread: &Thread, _: &[Value]) -> Res {
    running_loop(thread).ok_or_else(|| none_runs(thread))
}

fn get_running_loop_or_none(thread: &Thread, _: &[Value]) -> Res {
    Ok(running_loop(thread).unwrap_or(Value::NONE))
}

fn set_running_loop(thread: &Thread, args: &[Value]) -> Res {
    let event_loop = match args[0].is_none() {
        true => Value::UNBOUND,
        false => args[0].clone(),
    };
    state(thread).event_loop.set(event_loop);
    Ok(Value::NONE)
}

fn current_task(thread: &Thread, args: &[Value]) -> Res {
    let event_loop = match super::future::given(&args[0]) {
        Some(event_loop) => event_loop.clone(),
        None => running_loop(thread).ok_or_else(|| none_runs(thread))?,
    };
    let task = current(thread, &event_loop);
    Ok(if task.is_unbound() { Value::NONE } else { task })
}

fn enter_task(thread: &Thread, args: &[Value]) -> Res {
    enter(thread, &args[0], &args[1])?;
    Ok(Value::NONE)
}

fn leave_task(thread: &Thread, args: &[Value]) -> Res {
    leave(thread, &args[0], &args[1])?;
    Ok(Value::NONE)
}

fn swap_current_task(thread: &Thread, args: &[Value]) -> Res {
    let task = match args[1].is_none() {
        true => Value::UNBOUND,
        false => args[1].clone(),
    };
    let before = swap(thread, &args[0], task);
    Ok(if before.is_unbound() {
        Value::NONE
    } else {
        before
    })
}

/// The functions of the module.
pub(super) const FUNCTIONS: &[NativeDef] = &NativeDef::all_beside(
    Beside::PROTOCOLS,
    [
        NativeDef::function("get_running_loop", "()", get_running_loop)
            .doc("The event loop that this thread runs. RuntimeError if there is none."),
        NativeDef::function("_get_running_loop", "()", get_running_loop_or_none)
            .doc("The event loop that this thread runs, or None."),
        NativeDef::function("_set_running_loop", "(loop, /)", set_running_loop)
            .doc("Notes the event loop that this thread runs; None: none."),
        NativeDef::function(
            "create_task",
            "(coro, *, name=None, context=None)",
            create_running_task,
        )
        .doc("A task that runs a coroutine in the running loop."),
        NativeDef::function(
            "gather",
            "(*coros_or_futures, return_exceptions=False)",
            gather,
        )
        .doc("A future of the results of all the awaitables, in their order."),
        NativeDef::function("_sleep", "(delay, result, /)", sleep::start).doc(
            "A future that is over after so many seconds, with this result. None: the running\n\
            loop is to be asked by its methods.",
        ),
        NativeDef::function("_stop_sleep", "(future, /)", sleep::stop)
            .doc("Nobody sleeps until this future is over any longer."),
        NativeDef::function("current_task", "(loop=None)", current_task)
            .doc("The task that a loop runs now, or None."),
        NativeDef::function("_enter_task", "(loop, task)", enter_task)
            .doc("Notes that a step of a task begins."),
        NativeDef::function("_leave_task", "(loop, task)", leave_task)
            .doc("Notes that a step of a task has ended."),
        NativeDef::function("_swap_current_task", "(loop, task)", swap_current_task)
            .doc("Notes another task as the one whose step is made; gives the one before."),
    ],
);
