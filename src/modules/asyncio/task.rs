//! `Task`: a future that runs a coroutine. How it is run: `step.rs`.

use super::calls::{call_with, error, shown_by, tell};
use super::event_loop::Loop;
use super::future::{self, Future, State, cancel_future, given, initialise, own, own_ready};
use super::run::step_soon;
use super::{running, step};
use crate::modules::import::library::FOLDER;
use crate::modules::import::library_attribute;
use crate::object::class::{CallArgs, SlotDef, class_flag};
use crate::object::layout::id_of;
use crate::object::{Beside, Builtin, NativeDef, Res, Slot, Str, Thread, Value};
use crate::runtime::classes::{ClassDef, GetSetDef};
use crate::runtime::code::Code;
use crate::runtime::frames;
use crate::runtime::native_call::bound_method;
use crate::runtime::protocol;
use crate::types::context;
use crate::types::shared::{CLASS_GETITEM, arguments, class_argument, signature};
use std::sync::atomic::{AtomicBool, AtomicU32, AtomicU64, Ordering::Relaxed};

/// What a task has besides what every future has.
pub struct TaskPart {
    /// The coroutine; unbound before `__init__`, and None after the end of one that was stepped eagerly.
    pub(super) coroutine: Slot,
    /// The context in which it runs.
    pub(super) context: Slot,
    /// Its name; unbound: one is made of `number` when somebody asks.
    name: Slot,
    number: AtomicU64,
    /// The future that it waits for.
    pub(super) waiter: Slot,
    /// It is to be cancelled at the next step.
    pub(super) must_cancel: AtomicBool,
    /// It is told when it dies before it is over.
    pub(super) log_destroy_pending: AtomicBool,
    /// How many requests to cancel it were not taken back.
    pub(super) cancel_requests: AtomicU32,
    /// The code that has made it, the newest outside of the library, and the instruction there; unbound if there was none.
    pub(super) maker: Slot,
    pub(super) made_at: AtomicU32,
    /// Its lane in a trace.
    pub(super) lane: AtomicU64,
}

impl TaskPart {
    fn new() -> TaskPart {
        TaskPart {
            coroutine: Slot::empty(),
            context: Slot::empty(),
            name: Slot::empty(),
            number: AtomicU64::new(0),
            waiter: Slot::empty(),
            must_cancel: AtomicBool::new(false),
            log_destroy_pending: AtomicBool::new(true),
            cancel_requests: AtomicU32::new(0),
            maker: Slot::empty(),
            made_at: AtomicU32::new(0),
            lane: AtomicU64::new(0),
        }
    }

    /// Shows the values to a tracing visitor.
    pub(super) fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        for slot in [
            &self.coroutine,
            &self.context,
            &self.name,
            &self.waiter,
            &self.maker,
        ] {
            slot.trace(visit);
        }
    }
}

/// Counts the tasks of the process, for their names.
static COUNT: AtomicU64 = AtomicU64::new(0);

/// A task, which the thread owns now.
///
/// # Errors
/// TypeError
pub(super) fn own_task<'v>(thread: &Thread, value: &'v Value) -> Res<(&'v Future, &'v TaskPart)> {
    let future = own(thread, value)?;
    match &future.task {
        Some(task) => Ok((future, task)),
        None => Err(thread.type_error("a Task was expected")),
    }
}

fn construct(thread: &Thread, class: &Value, _: CallArgs<'_>) -> Res {
    let future = Future::new(Some(Box::new(TaskPart::new())));
    thread.alloc_instance(class_argument(thread, class)?, future)
}

const INIT: NativeDef = signature(
    "Task",
    "(coro, *, loop=None, name=None, context=None, eager_start=False)",
);

fn init(thread: &Thread, value: &Value, args: CallArgs<'_>) -> Res<()> {
    let bound = arguments(thread, &INIT, args)?;
    let eager = match bound[4].bound() {
        Some(eager) => protocol::truth(thread, eager)?,
        None => false,
    };
    initialise(thread, value, given(&bound[1]))?;
    begin(thread, value, &bound[0], &bound[2], &bound[3], eager)
}

/// A task of a loop, as `Task(coroutine, loop=loop, name=name, context=context)`.
///
/// # Errors
/// TypeError if it is no coroutine; what `call_soon` raises.
pub(super) fn new(
    thread: &Thread,
    this: &Loop,
    event_loop: &Value,
    coroutine: &Value,
    name: &Value,
    context: &Value,
) -> Res {
    let class = class_argument(thread, &this.task_class)?;
    let future = Future::new(Some(Box::new(TaskPart::new())));
    let task = thread.alloc_instance(class, future)?;
    initialise(thread, &task, Some(event_loop))?;
    begin(thread, &task, coroutine, name, context, false)?;
    Ok(task)
}

/// Frames of the library that a task may be made by.
const MOST_MAKERS: usize = 8;

/// Notes where a task is made: in the newest frame outside of the library.
fn note_maker(thread: &Thread, task: &TaskPart) {
    for depth in 0..MOST_MAKERS {
        let Some((code, at)) = frames::code_at(thread, depth) else {
            return;
        };
        let is_library = code
            .payload::<Code>()
            .is_none_or(|code| code.plain.filename.starts_with(FOLDER));
        if !is_library {
            task.made_at.store(at as u32, Relaxed);
            task.maker.set(code);
            return;
        }
    }
}

/// The task runs a coroutine from now on.
fn begin(
    thread: &Thread,
    value: &Value,
    coroutine: &Value,
    name: &Value,
    context: &Value,
    eager: bool,
) -> Res<()> {
    if !coroutine.is_exact(Builtin::Coroutine) {
        let is_coroutine = library_attribute(thread, "asyncio.coroutines", "iscoroutine")?;
        let is = protocol::call_positional(thread, &is_coroutine, std::slice::from_ref(coroutine))?;
        if !protocol::truth(thread, &is)? {
            own_task(thread, value)?
                .1
                .log_destroy_pending
                .store(false, Relaxed);
            let shown = protocol::convert::repr_text(thread, coroutine)?;
            return Err(thread.type_error(format!("a coroutine was expected, got {shown}")));
        }
    }
    let context = match given(context) {
        Some(context) => context.clone(),
        None => context::copy_current(thread)?,
    };
    let name = match given(name) {
        Some(name) if name.is_exact(Builtin::Str) => name.clone(),
        Some(name) => protocol::str_of(thread, name)?,
        None => Value::UNBOUND,
    };
    let (future, task) = own_task(thread, value)?;
    if name.is_unbound() {
        task.number.store(COUNT.fetch_add(1, Relaxed) + 1, Relaxed);
    }
    note_maker(thread, task);
    task.name.set(name);
    task.coroutine.set(coroutine.clone());
    task.context.set(context);
    let event_loop = future.event_loop.get();
    if eager {
        let is_running = protocol::call_method_str(thread, &event_loop, "is_running", &[])?;
        if protocol::truth(thread, &is_running)? {
            return step::start_eagerly(thread, value);
        }
    }
    running::register(thread, &event_loop, value)?;
    step_soon(thread, &event_loop, value)
}

/// The method that makes a step.
///
/// # Errors
/// MemoryError
pub(super) fn step_method(thread: &Thread, task: &Value) -> Res {
    bound_method(thread, &STEP, task)
}

/// The method that makes a step once the future that the task waits for is over.
///
/// # Errors
/// MemoryError
pub(super) fn wakeup_method(thread: &Thread, task: &Value) -> Res {
    bound_method(thread, &WAKEUP, task)
}

static STEP: NativeDef = NativeDef::method("__step", "(self, exc=None, /)", step::step_callback)
    .beside(Beside::PROTOCOLS);
pub(super) static WAKEUP: NativeDef =
    NativeDef::method("task_wakeup", "(self, future, /)", step::wakeup).beside(Beside::PROTOCOLS);

fn cancel(thread: &Thread, args: &[Value]) -> Res {
    let message = args[1].bound().cloned().unwrap_or(Value::NONE);
    own_ready(thread, &args[0])?;
    let (future, task) = own_task(thread, &args[0])?;
    future.keep_quiet();
    if future.state() != State::Pending {
        return Ok(Value::FALSE);
    }
    task.cancel_requests.fetch_add(1, Relaxed);
    if let Some(waiter) = task.waiter.load() {
        let method = protocol::get_attr_str(thread, &waiter, "cancel")?;
        let answer = call_with(thread, &method, &[], ("msg", message.clone()))?;
        if protocol::truth(thread, &answer)? {
            return Ok(Value::TRUE);
        }
    }
    let (future, task) = own_task(thread, &args[0])?;
    task.must_cancel.store(true, Relaxed);
    future.cancel_message.set(message);
    Ok(Value::TRUE)
}

/// Cancels the task's future itself: its coroutine has ended so.
pub(super) fn end_cancelled(thread: &Thread, task: &Value, message: Value) -> Res<()> {
    cancel_future(thread, task, message)?;
    Ok(())
}

fn cancelling(thread: &Thread, args: &[Value]) -> Res {
    let requests = own_task(thread, &args[0])?.1.cancel_requests.load(Relaxed);
    thread.int(requests.into())
}

fn uncancel(thread: &Thread, args: &[Value]) -> Res {
    let (_, task) = own_task(thread, &args[0])?;
    let left = task.cancel_requests.load(Relaxed).saturating_sub(1);
    task.cancel_requests.store(left, Relaxed);
    if left == 0 {
        task.must_cancel.store(false, Relaxed);
    }
    thread.int(left.into())
}

fn refuse(thread: &Thread, what: &str) -> Res {
    let message = format!("Task does not support {what} operation");
    Err(thread.error(Builtin::RuntimeError, message))
}

fn set_result(thread: &Thread, _: &[Value]) -> Res {
    refuse(thread, "set_result")
}

fn set_exception(thread: &Thread, _: &[Value]) -> Res {
    refuse(thread, "set_exception")
}

fn get_coro(thread: &Thread, args: &[Value]) -> Res {
    coroutine(thread, &args[0])
}

fn coroutine(thread: &Thread, value: &Value) -> Res {
    let coroutine = own_task(thread, value)?.1.coroutine.load();
    Ok(coroutine.unwrap_or(Value::NONE))
}

fn get_context(thread: &Thread, args: &[Value]) -> Res {
    let context = own_task(thread, &args[0])?.1.context.load();
    Ok(context.unwrap_or(Value::NONE))
}

fn get_name(thread: &Thread, args: &[Value]) -> Res {
    let (_, task) = own_task(thread, &args[0])?;
    if let Some(name) = task.name.load() {
        return Ok(name);
    }
    let number = task.number.load(Relaxed);
    if number == 0 {
        return Ok(Value::NONE);
    }
    let name = Str::new_value(thread, &format!("Task-{number}"))?;
    own_task(thread, &args[0])?.1.name.set(name.clone());
    Ok(name)
}

/// A task's name as text; asks no code of scripts for it.
pub(super) fn shown_name(thread: &Thread, task: &Value) -> String {
    let Ok((_, part)) = own_task(thread, task) else {
        return "a task".to_owned();
    };
    match part.name.load() {
        Some(name) => name
            .as_str_object()
            .map_or_else(|| "a task".to_owned(), |name| name.to_text().into_owned()),
        None => format!("Task-{}", part.number.load(Relaxed)),
    }
}

fn set_name(thread: &Thread, args: &[Value]) -> Res {
    let name = match args[1].is_exact(Builtin::Str) {
        true => args[1].clone(),
        false => protocol::str_of(thread, &args[1])?,
    };
    own_task(thread, &args[0])?.1.name.set(name);
    Ok(Value::NONE)
}

fn get_stack(thread: &Thread, args: &[Value]) -> Res {
    let limit = args[1].bound().cloned().unwrap_or(Value::NONE);
    let helper = library_attribute(thread, "asyncio.base_tasks", "_task_get_stack")?;
    protocol::call_positional(thread, &helper, &[args[0].clone(), limit])
}

fn print_stack(thread: &Thread, args: &[Value]) -> Res {
    let limit = args[1].bound().cloned().unwrap_or(Value::NONE);
    let file = args[2].bound().cloned().unwrap_or(Value::NONE);
    let helper = library_attribute(thread, "asyncio.base_tasks", "_task_print_stack")?;
    protocol::call_positional(thread, &helper, &[args[0].clone(), limit, file])
}

fn repr(thread: &Thread, value: &Value) -> Res {
    shown_by(thread, "asyncio.base_tasks", "_task_repr", value)
}

fn finalize(thread: &Thread, value: &Value) -> Res {
    let (future, task) = own_task(thread, value)?;
    let is_lost = future.state() == State::Pending
        && task.log_destroy_pending.load(Relaxed)
        && !task.coroutine.is_unbound();
    if is_lost {
        let event_loop = future.event_loop.get();
        let source = protocol::get_attr_str(thread, value, "_source_traceback")?;
        let message = Str::new_value(thread, "Task was destroyed but it is pending!")?;
        let mut entries = vec![("task", value.clone()), ("message", message)];
        if !source.is_none() {
            entries.push(("source_traceback", source));
        }
        tell(thread, &event_loop, entries)?;
    }
    future::finalize(thread, value)
}

fn must_cancel(thread: &Thread, value: &Value) -> Res {
    let must = own_task(thread, value)?.1.must_cancel.load(Relaxed);
    Ok(Value::from_bool(must))
}

fn waiter(thread: &Thread, value: &Value) -> Res {
    let waiter = own_task(thread, value)?.1.waiter.load();
    Ok(waiter.unwrap_or(Value::NONE))
}

fn get_log_destroy_pending(thread: &Thread, value: &Value) -> Res {
    let log = own_task(thread, value)?.1.log_destroy_pending.load(Relaxed);
    Ok(Value::from_bool(log))
}

fn set_log_destroy_pending(thread: &Thread, value: &Value, new: Option<&Value>) -> Res<()> {
    let Some(new) = new else {
        return Err(thread.error(Builtin::AttributeError, "cannot delete attribute"));
    };
    let log = protocol::truth(thread, new)?;
    own_task(thread, value)?
        .1
        .log_destroy_pending
        .store(log, Relaxed);
    Ok(())
}

/// InvalidStateError: a step of a task that is over.
///
/// # Errors
/// Always.
pub(super) fn already_done<T>(thread: &Thread, task: &Value, exception: Option<&Value>) -> Res<T> {
    let shown = protocol::convert::repr_text(thread, task)?;
    let exception = match exception {
        Some(exception) => protocol::convert::repr_text(thread, exception)?,
        None => "(null)".to_owned(),
    };
    let message = format!("__step(): already done: {shown} {exception}");
    Err(error(thread, "InvalidStateError", &message))
}

const METHODS: &[NativeDef] = &NativeDef::all_beside(
    Beside::PROTOCOLS,
    [
        NativeDef::method("cancel", "(self, /, msg=None)", cancel).doc(
            "Has the coroutine raise CancelledError where it waits; False if the task is\n\
            over.",
        ),
        NativeDef::method("cancelling", "(self, /)", cancelling)
            .doc("How many requests to cancel the task were not taken back."),
        NativeDef::method("uncancel", "(self, /)", uncancel)
            .doc("Takes a request to cancel the task back. Tells how many are left."),
        NativeDef::method("set_result", "(self, result, /)", set_result)
            .doc("A task ends by itself: RuntimeError."),
        NativeDef::method("set_exception", "(self, exception, /)", set_exception)
            .doc("A task ends by itself: RuntimeError."),
        NativeDef::method("get_coro", "(self, /)", get_coro).doc("The coroutine."),
        NativeDef::method("get_context", "(self, /)", get_context)
            .doc("The context in which the coroutine runs."),
        NativeDef::method("get_name", "(self, /)", get_name).doc("The task's name."),
        NativeDef::method("set_name", "(self, value, /)", set_name).doc("Gives it a name."),
        NativeDef::method("get_stack", "(self, /, *, limit=None)", get_stack)
            .doc("The frames of the coroutine, or of the exception with which it ended."),
        NativeDef::method(
            "print_stack",
            "(self, /, *, limit=None, file=None)",
            print_stack,
        )
        .doc("Prints where the coroutine waits, or the traceback of its exception."),
        CLASS_GETITEM,
    ],
);

/// The table of the class, whose base is `Future`.
pub static CLASS: ClassDef = ClassDef {
    class: Builtin::Object,
    name: "_asyncio.Task",
    doc: "A coroutine that an event loop runs, and its result.",
    signature: "(coro, *, loop=<unrepresentable>, name=None, context=None, eager_start=False)",
    flags: class_flag::BASE | class_flag::WEAKREF,
    layout: Some(id_of::<Future>),
    has_dict: true,
    methods: METHODS,
    slots: &[
        SlotDef::New(construct),
        SlotDef::Init(init),
        SlotDef::Repr(repr),
        SlotDef::Finalize(finalize),
    ],
    getset: &[
        GetSetDef::new("_coro", coroutine),
        GetSetDef::new("_must_cancel", must_cancel),
        GetSetDef::new("_fut_waiter", waiter),
        GetSetDef::new("_log_destroy_pending", get_log_destroy_pending)
            .writable(set_log_destroy_pending),
    ],
    ..ClassDef::DEFAULT
};
