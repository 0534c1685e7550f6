//! `asyncio.gather`: a future of the results of many, which one callback for all of them completes.

use super::calls::call_with;
use super::event_loop;
use super::future::{
    self, State, add_callback, cancelled_error, ended_quietly, fail, finish, given, own, own_if,
};
use super::task;
use crate::modules::import::library_attribute;
use crate::object::class::{CallArgs, SlotDef, class_flag};
use crate::object::layout::id_of;
use crate::object::{Builtin, Dict, List, Payload, Res, Sharing, Slot, Str, Thread, Tuple, Value};
use crate::runtime::classes::{ClassDef, GetSetDef, native_class, once};
use crate::runtime::protocol::{self, get_attr_str};
use crate::types::shared::class_argument;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

/// The callback of all the children of one call.
struct Gathering {
    /// What `gather` has given; unbound as long as it looks at its arguments.
    outer: Slot,
    /// A child for each argument: a tuple.
    children: Slot,
    /// How many arguments are done.
    finished: AtomicUsize,
    return_exceptions: bool,
}

impl Payload for Gathering {
    const SHARING: Sharing = Sharing::Guarded;
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.outer.trace(visit);
        self.children.trace(visit);
    }
}

fn own_gathering<'v>(thread: &Thread, value: &'v Value) -> Res<&'v Gathering> {
    thread
        .own::<Gathering>(value)
        .ok_or_else(|| thread.type_error("a callback of gather() was expected"))
}

/// What `gather` has given, if this is its callback.
pub(super) fn outer(thread: &Thread, callback: &Value) -> Option<Value> {
    thread.own::<Gathering>(callback)?.outer.load()
}

/// How a child has ended.
enum Outcome {
    Cancelled,
    Failed(Value),
    Result(Value),
}

/// How a child has ended, which counts as having asked for its exception.
fn outcome(thread: &Thread, child: &Value) -> Res<Outcome> {
    if future::own_native(thread, child).is_some() {
        return Ok(match ended_quietly(thread, child)? {
            (State::Cancelled, _) => Outcome::Cancelled,
            (_, Err(exception)) => Outcome::Failed(exception),
            (_, Ok(result)) => Outcome::Result(result),
        });
    }
    let cancelled = protocol::call_method_str(thread, child, "cancelled", &[])?;
    if protocol::truth(thread, &cancelled)? {
        return Ok(Outcome::Cancelled);
    }
    let exception = protocol::call_method_str(thread, child, "exception", &[])?;
    match exception.is_none() {
        false => Ok(Outcome::Failed(exception)),
        true => Ok(Outcome::Result(protocol::call_method_str(
            thread,
            child,
            "result",
            &[],
        )?)),
    }
}

fn is_done(thread: &Thread, child: &Value) -> Res<bool> {
    if let Some(future) = future::own_native(thread, child) {
        return Ok(future.state() != State::Pending);
    }
    let done = protocol::call_method_str(thread, child, "done", &[])?;
    protocol::truth(thread, &done)
}

fn cancellation_of(thread: &Thread, child: &Value) -> Res {
    match own_if(thread, child) {
        Some(_) => cancelled_error(thread, child),
        None => protocol::call_method_str(thread, child, "_make_cancelled_error", &[]),
    }
}

/// A child is done.
fn told(thread: &Thread, gathering: &Value, child: &Value) -> Res<()> {
    let this = own_gathering(thread, gathering)?;
    let finished = this.finished.fetch_add(1, Relaxed) + 1;
    let (outer, children) = (this.outer.get(), this.children.get());
    let outcome = outcome(thread, child)?;
    if outer.is_unbound() || own(thread, &outer)?.state() != State::Pending {
        return Ok(());
    }
    if !this.return_exceptions {
        // The first failure is told at once.
        match outcome {
            Outcome::Cancelled => {
                let cancellation = cancellation_of(thread, child)?;
                return fail(thread, &outer, &cancellation);
            }
            Outcome::Failed(exception) => return fail(thread, &outer, &exception),
            Outcome::Result(_) => {}
        }
    }
    let children = children.as_tuple().unwrap_or_default();
    if finished < children.len() {
        return Ok(());
    }
    complete(thread, &outer, children, child)
}

/// All children are done; `last` is the one that was told of last.
fn complete(thread: &Thread, outer: &Value, children: &[Value], last: &Value) -> Res<()> {
    let mut results = Vec::with_capacity(children.len());
    for child in children {
        results.push(match self::outcome(thread, child)? {
            Outcome::Result(value) | Outcome::Failed(value) => value,
            Outcome::Cancelled => {
                let message = get_attr_str(thread, child, "_cancel_message")?;
                let message = match message.is_none() {
                    true => Str::new_value(thread, "")?,
                    false => message,
                };
                let class = library_attribute(thread, "asyncio.exceptions", "CancelledError")?;
                protocol::call_positional(thread, &class, &[message])?
            }
        });
    }
    let requested = get_attr_str(thread, outer, "_cancel_requested")?;
    if protocol::truth(thread, &requested)? {
        let cancellation = cancellation_of(thread, last)?;
        return fail(thread, outer, &cancellation);
    }
    finish(thread, outer, List::new_value(thread, results)?)
}

/// The future of an argument: itself, or a task that runs it.
fn child_of(thread: &Thread, argument: &Value, event_loop: &Value) -> Res {
    if let Some(future) = future::own_native(thread, argument)
        && (event_loop.is_unbound() || future.event_loop.get().is(event_loop))
    {
        return Ok(argument.clone());
    }
    let child = if argument.is_exact(Builtin::Coroutine)
        && let Some(this) = event_loop::direct_tasks(thread, event_loop)
    {
        task::new(
            thread,
            this,
            event_loop,
            argument,
            &Value::NONE,
            &Value::NONE,
        )?
    } else {
        let ensure = library_attribute(thread, "asyncio.tasks", "ensure_future")?;
        let event_loop = match event_loop.is_unbound() {
            true => Value::NONE,
            false => event_loop.clone(),
        };
        call_with(
            thread,
            &ensure,
            std::slice::from_ref(argument),
            ("loop", event_loop),
        )?
    };
    if !child.is(argument) {
        // The program has no reference to the task and cannot care for it.
        match future::own_native(thread, &child).and_then(|future| future.task.as_ref()) {
            Some(task) => task.log_destroy_pending.store(false, Relaxed),
            None => {
                let name = thread.intern(b"_log_destroy_pending")?;
                protocol::set_attr(thread, &child, &name, Some(&Value::FALSE))?;
            }
        }
    }
    Ok(child)
}

fn loop_of(thread: &Thread, child: &Value) -> Res {
    if let Some(future) = future::own_native(thread, child) {
        return Ok(future.event_loop.get());
    }
    let find = library_attribute(thread, "asyncio.futures", "_get_loop")?;
    protocol::call_positional(thread, &find, std::slice::from_ref(child))
}

fn tell_when_done(thread: &Thread, child: &Value, gathering: &Value) -> Res<()> {
    if future::own_native(thread, child).is_some() {
        return add_callback(thread, child, gathering.clone(), Value::UNBOUND);
    }
    protocol::call_method_str(
        thread,
        child,
        "add_done_callback",
        std::slice::from_ref(gathering),
    )
    .map(drop)
}

/// `asyncio.gather(*coros_or_futures, return_exceptions=False)`
pub(super) fn gather(thread: &Thread, args: &[Value]) -> Res {
    let [return_exceptions, arguments @ ..] = args else {
        return Err(thread.type_error("gather() takes awaitables"));
    };
    if arguments.is_empty() {
        let find = library_attribute(thread, "asyncio.events", "get_event_loop")?;
        let event_loop = protocol::call_positional(thread, &find, &[])?;
        let outer = protocol::call_method_str(thread, &event_loop, "create_future", &[])?;
        protocol::call_method_str(
            thread,
            &outer,
            "set_result",
            &[List::new_value(thread, Vec::new())?],
        )?;
        return Ok(outer);
    }
    let class = once(thread, &CLASS, native_class)?;
    let gathering = Gathering {
        outer: Slot::empty(),
        children: Slot::empty(),
        finished: AtomicUsize::new(0),
        return_exceptions: match given(return_exceptions) {
            Some(value) => protocol::truth(thread, value)?,
            None => false,
        },
    };
    let gathering = thread.alloc_instance(class_argument(thread, &class)?, gathering)?;
    let by_argument = Dict::new_value(thread)?;
    let Some(by_argument) = by_argument.as_dict() else {
        return Err(thread.type_error("a dict was expected"));
    };
    thread.check_memory(arguments.len().saturating_mul(size_of::<Value>()))?;
    let mut children = Vec::with_capacity(arguments.len());
    let mut done_before = Vec::new();
    let mut event_loop = Value::UNBOUND;
    for argument in arguments {
        if let Some(child) = by_argument.get(thread, argument)? {
            own_gathering(thread, &gathering)?
                .finished
                .fetch_add(1, Relaxed);
            children.push(child);
            continue;
        }
        let child = child_of(thread, argument, &event_loop)?;
        if event_loop.is_unbound() {
            event_loop = loop_of(thread, &child)?;
        }
        by_argument.set(thread, argument.clone(), child.clone())?;
        match is_done(thread, &child)? {
            true => done_before.push(child.clone()),
            false => tell_when_done(thread, &child, &gathering)?,
        }
        children.push(child);
    }
    let make = library_attribute(thread, "asyncio._waiting", "_GatheringFuture")?;
    let all = List::new_value(thread, children.clone())?;
    let outer = call_with(thread, &make, &[all], ("loop", event_loop))?;
    let children = Tuple::from_vec(thread, children)?;
    let this = own_gathering(thread, &gathering)?;
    this.children.set(children);
    this.outer.set(outer.clone());
    // Those that were done before need no turn of the loop.
    for child in done_before {
        told(thread, &gathering, &child)?;
    }
    Ok(outer)
}

fn call(thread: &Thread, gathering: &Value, args: CallArgs<'_>) -> Res {
    let [child] = args.positional() else {
        return Err(thread.type_error("the callback of gather() takes a future"));
    };
    told(thread, gathering, child)?;
    Ok(Value::NONE)
}

fn construct(thread: &Thread, _: &Value, _: CallArgs<'_>) -> Res {
    Err(thread.type_error("cannot create '_asyncio.Gathering' instances"))
}

fn name(thread: &Thread, _: &Value) -> Res {
    Str::new_value(thread, "gather.<locals>._done_callback")
}

/// The table of the class of the callback.
pub static CLASS: ClassDef = ClassDef {
    class: Builtin::Object,
    name: "_asyncio.Gathering",
    doc: "What gather() has called when a child is done.",
    flags: class_flag::WEAKREF,
    layout: Some(id_of::<Gathering>),
    slots: &[SlotDef::New(construct), SlotDef::Call(call)],
    getset: &[GetSetDef::new("__qualname__", name)],
    ..ClassDef::DEFAULT
};
