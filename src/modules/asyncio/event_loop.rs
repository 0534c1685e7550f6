//! What event loops derive from: the payload, what a loop is asked to call, and the class. What it calls when: `run.rs`.
//!
//! The class gives loops their queue and their timers. Its methods `call_soon`, `call_at` and the like are for loops that are run by
//! `_wait_time` and `_run_ready`: `asyncio.BaseEventLoop` takes them; those of `AbstractEventLoop` raise NotImplementedError as they should.
//!
//! **Invariants**: no script code runs while the calls are locked, and what leaves them is dropped afterwards. Any thread may add calls; the rest is
//! for the thread that runs the loop.

use super::handle::{self, Call, Handle};
use super::run::{self, Ready};
use super::{awaiting, calls, running, task};
use crate::base::sync::Mutex;
use crate::modules::import::library_attribute;
use crate::object::class::{CallArgs, SlotDef, class_flag};
use crate::object::layout::id_of;
use crate::object::{Beside, Builtin, List, NativeDef, Payload, Res, Sharing, Slot, Thread, Value};
use crate::runtime::classes::{ClassDef, GetSetDef, native_class, native_class_with_base, once};
use crate::runtime::clock;
use crate::runtime::function::BuiltinFunction;
use crate::runtime::protocol;
use crate::types::float::convert::real_argument;
use crate::types::shared::class_argument;
use std::cmp::Ordering;
use std::collections::{BinaryHeap, VecDeque};
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering::Relaxed};

/// The payload of event loops.
pub struct Loop {
    /// The task whose step is being made; unbound: none.
    pub(super) task: Slot,
    /// The tasks that are not over: a set; unbound before the first.
    pub(super) tasks: Slot,
    /// What is to be called.
    pub(super) calls: Mutex<Calls>,
    /// What is called is looked at more closely, and where it was asked for is noted.
    pub(super) debug: AtomicBool,
    /// The run ends after the iteration.
    pub(super) stopping: AtomicBool,
    closed: AtomicBool,
    /// The number of the thread that runs the loop; None.
    thread_id: Slot,
    /// How many descriptors the loop waits for besides the one that wakes it: with none, it need not ask for what is ready as long as there is
    /// something to call.
    pub(super) watched: AtomicUsize,
    /// What makes tasks; None: native code does.
    task_factory: Slot,
    /// The version of the class and the shape for which [`is_own_way`] has last answered yes.
    own_way: AtomicU64,
    /// The same for [`direct_tasks`].
    own_tasks: AtomicU64,
    pub(super) task_class: Value,
    pub(super) handle_class: Value,
    pub(super) timer_class: Value,
    /// The class of what `await` gets of a future.
    pub(super) awaiting_class: Value,
}

/// What a loop is to call.
#[derive(Default)]
pub(super) struct Calls {
    /// As soon as possible, in this order.
    pub(super) ready: VecDeque<Ready>,
    /// At a certain time, the next first.
    pub(super) timers: BinaryHeap<Timer>,
    /// How many of the timers are cancelled.
    pub(super) cancelled: usize,
    /// How many timers there have been.
    made: u64,
    /// The loop is at work and will look at `ready` before it waits: nobody needs to wake it.
    pub(super) is_awake: bool,
}

/// A timer in the heap.
pub(super) struct Timer {
    pub(super) when: f64,
    /// Of two for the same time the older one comes first.
    number: u64,
    pub(super) handle: Value,
}

impl Ord for Timer {
    /// The heap gives the greatest first: the soonest.
    fn cmp(&self, other: &Timer) -> Ordering {
        let by_time = other.when.total_cmp(&self.when);
        by_time.then(other.number.cmp(&self.number))
    }
}

impl PartialOrd for Timer {
    fn partial_cmp(&self, other: &Timer) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Timer {
    fn eq(&self, other: &Timer) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Timer {}

impl Payload for Loop {
    const SHARING: Sharing = Sharing::Guarded;
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        for slot in [&self.task, &self.tasks, &self.thread_id, &self.task_factory] {
            slot.trace(visit);
        }
        visit(&self.task_class);
        visit(&self.handle_class);
        visit(&self.timer_class);
        visit(&self.awaiting_class);
        if let Some(calls) = self.calls.try_lock() {
            for ready in &calls.ready {
                ready.trace(visit);
            }
            for timer in &calls.timers {
                visit(&timer.handle);
            }
        }
    }
}

impl Calls {
    /// Whether there is memory for one more that is ready.
    fn has_room(&mut self, thread: &Thread) -> bool {
        let (len, capacity) = (self.ready.len(), self.ready.capacity());
        let more = len.max(8);
        len < capacity
            || thread.interp.heap.has_room(more * size_of::<Ready>())
                && self.ready.try_reserve(more).is_ok()
    }

    /// Adds one that is ready; gives it back if there is no memory.
    pub(super) fn add(&mut self, thread: &Thread, ready: Ready) -> Option<Ready> {
        if !self.has_room(thread) {
            return Some(ready);
        }
        self.ready.push_back(ready);
        None
    }

    /// Adds a timer; gives it back if there is no memory.
    fn add_timer(&mut self, thread: &Thread, when: f64, handle: Value) -> Option<Value> {
        let (len, capacity) = (self.timers.len(), self.timers.capacity());
        let more = len.max(8);
        let has_room = len < capacity
            || thread.interp.heap.has_room(more * size_of::<Timer>())
                && self.timers.try_reserve(more).is_ok();
        if !has_room {
            return Some(handle);
        }
        self.made += 1;
        let number = self.made;
        self.timers.push(Timer {
            when,
            number,
            handle,
        });
        None
    }
}

impl Loop {
    /// Has something called in the next iteration, by the thread that runs the loop.
    ///
    /// # Errors
    /// MemoryError
    pub(super) fn add(&self, thread: &Thread, ready: Ready) -> Res<()> {
        let refused = self.calls.lock().add(thread, ready);
        match refused {
            None => Ok(()),
            Some(_) => Err(thread.memory_error()),
        }
    }

    fn check_closed(&self, thread: &Thread) -> Res<()> {
        match self.closed.load(Relaxed) {
            true => Err(thread.error(Builtin::RuntimeError, "Event loop is closed")),
            false => Ok(()),
        }
    }
}

/// The payload of a loop.
///
/// # Errors
/// TypeError
pub(super) fn payload<'v>(thread: &Thread, value: &'v Value) -> Res<&'v Loop> {
    value
        .payload::<Loop>()
        .ok_or_else(|| thread.type_error("an event loop was expected"))
}

/// A loop to which calls can be added directly: it is open, not in debug mode, and goes its own way.
#[inline]
pub(super) fn direct<'v>(thread: &Thread, event_loop: &'v Value) -> Option<&'v Loop> {
    let this = event_loop.payload::<Loop>()?;
    let can = !this.debug.load(Relaxed)
        && !this.closed.load(Relaxed)
        && is_own_way(thread, event_loop, this);
    can.then_some(this)
}

/// The methods that native code does without calling them, as long as nobody has put others in their place.
const OWN_WAYS: [&str; 4] = ["call_soon", "call_at", "time", "get_debug"];

/// Whether neither the loop nor its class has other methods in place of [`OWN_WAYS`].
pub(super) fn is_own_way(thread: &Thread, event_loop: &Value, this: &Loop) -> bool {
    has_own(thread, event_loop, &OWN_WAYS, &this.own_way)
}

/// A loop whose tasks can be made without asking it: as [`direct`], and it has neither a factory nor another method `create_task`.
pub(super) fn direct_tasks<'v>(thread: &Thread, event_loop: &'v Value) -> Option<&'v Loop> {
    let this = direct(thread, event_loop)?;
    let can = has_own(thread, event_loop, &["create_task"], &this.own_tasks)
        && task_factory(thread, event_loop, this).is_none();
    can.then_some(this)
}

/// Whether neither the loop nor its class has other methods of these names than those of this file. `known`: for which version of the class and which
/// shape the answer was yes last.
fn has_own(thread: &Thread, event_loop: &Value, names: &[&str], known: &AtomicU64) -> bool {
    let Some(header) = event_loop.header() else {
        return false;
    };
    let class = thread.class_of(event_loop);
    let key = u64::from(class.version()) << 32 | u64::from(header.shape());
    if known.load(Relaxed) == key {
        return true;
    }
    let has = names.iter().all(|name| {
        let Ok(name) = thread.intern(name.as_bytes()) else {
            return false;
        };
        let inherited = thread.lookup_in_class(class, &name);
        let function = inherited
            .as_ref()
            .and_then(Value::payload::<BuiltinFunction>);
        function.is_some_and(|function| METHODS.iter().any(|own| std::ptr::eq(own, function.def)))
            && thread.instance_attribute(event_loop, &name).is_none()
    });
    // What a dictionary of attributes holds may change without a new shape.
    if has && class.version() != 0 && thread.own_dict(event_loop).is_none() {
        known.store(key, Relaxed);
    }
    has
}

fn task_factory(thread: &Thread, event_loop: &Value, this: &Loop) -> Value {
    if let Some(header) = event_loop.header() {
        thread.take_over(header);
    }
    this.task_factory.get()
}

/// Whether a loop of whatever kind is in debug mode.
///
/// # Errors
/// What `get_debug()` raises if the loop has one of its own.
pub(super) fn is_debug(thread: &Thread, event_loop: &Value) -> Res<bool> {
    if let Some(this) = event_loop.payload::<Loop>()
        && is_own_way(thread, event_loop, this)
    {
        return Ok(this.debug.load(Relaxed));
    }
    let debug = protocol::get_attr_str(thread, event_loop, "get_debug")?;
    let debug = protocol::call_positional(thread, &debug, &[])?;
    protocol::truth(thread, &debug)
}

/// The loop's clock, in seconds.
///
/// # Errors
/// What `time()` raises if the loop has one of its own.
pub(super) fn now(thread: &Thread, event_loop: &Value, is_own_way: bool) -> Res<f64> {
    if is_own_way {
        return Ok(clock::monotonic() as f64 / 1e9);
    }
    let time = protocol::get_attr_str(thread, event_loop, "time")?;
    let time = protocol::call_positional(thread, &time, &[])?;
    real_argument(thread, &time)
}

/// A timer of the loop is cancelled, and leaves the heap some time.
///
/// # Errors
/// What `_timer_handle_cancelled` of another kind of loop raises.
pub(super) fn timer_cancelled(thread: &Thread, event_loop: &Value, handle: &Value) -> Res<()> {
    let Some(this) = event_loop.payload::<Loop>() else {
        let method = protocol::get_attr_str(thread, event_loop, "_timer_handle_cancelled")?;
        protocol::call_positional(thread, &method, std::slice::from_ref(handle))?;
        return Ok(());
    };
    if handle::own(thread, handle)?.scheduled.load(Relaxed) {
        this.calls.lock().cancelled += 1;
    }
    Ok(())
}

/// In debug mode: the checks of what is to be called, and of the thread if it has to be the loop's.
fn check(
    thread: &Thread,
    event_loop: &Value,
    this: &Loop,
    callback: &Value,
    method: &str,
    from_any_thread: bool,
) -> Res<()> {
    this.check_closed(thread)?;
    if !this.debug.load(Relaxed) {
        return Ok(());
    }
    if !from_any_thread {
        let check = protocol::get_attr_str(thread, event_loop, "_check_thread")?;
        protocol::call_positional(thread, &check, &[])?;
    }
    let check = protocol::get_attr_str(thread, event_loop, "_check_callback")?;
    let args = [callback.clone(), thread.intern(method.as_bytes())?];
    protocol::call_positional(thread, &check, &args).map(drop)
}

/// `loop.call_soon(callback, *args, context=None)`
fn call_soon(thread: &Thread, args: &[Value]) -> Res {
    let [event_loop, callback, context, arguments @ ..] = args else {
        return Err(thread.type_error("call_soon() takes a callback"));
    };
    let this = payload(thread, event_loop)?;
    check(thread, event_loop, this, callback, "call_soon", false)?;
    let call = Call::new(thread, callback, arguments, super::future::given(context))?;
    let handle = handle::new(thread, event_loop, this, call, None)?;
    this.add(thread, Ready::Handle(handle.clone()))?;
    Ok(handle)
}

/// `loop.call_soon_threadsafe(callback, *args, context=None)`
fn call_soon_threadsafe(thread: &Thread, args: &[Value]) -> Res {
    let [event_loop, callback, context, arguments @ ..] = args else {
        return Err(thread.type_error("call_soon_threadsafe() takes a callback"));
    };
    let this = payload(thread, event_loop)?;
    let method = "call_soon_threadsafe";
    check(thread, event_loop, this, callback, method, true)?;
    let call = Call::new(thread, callback, arguments, super::future::given(context))?;
    let handle = handle::new(thread, event_loop, this, call, None)?;
    let (refused, is_awake) = {
        let mut calls = this.calls.lock();
        let refused = calls.add(thread, Ready::Handle(handle.clone()));
        (refused, calls.is_awake)
    };
    if refused.is_some() {
        return Err(thread.memory_error());
    }
    if !is_awake {
        let wake = protocol::get_attr_str(thread, event_loop, "_write_to_self")?;
        protocol::call_positional(thread, &wake, &[])?;
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
    check(thread, event_loop, this, callback, "call_at", false)?;
    let seconds = real_argument(thread, when)?;
    let call = Call::new(thread, callback, arguments, super::future::given(context))?;
    let handle = handle::new(thread, event_loop, this, call, Some(when.clone()))?;
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
    let time = protocol::get_attr_str(thread, event_loop, "time")?;
    let time = protocol::call_positional(thread, &time, &[])?;
    let when = protocol::number::binary(thread, protocol::number::BinaryOp::Add, &time, delay)?;
    let call_at = protocol::get_attr_str(thread, event_loop, "call_at")?;
    let mut values = vec![when, callback.clone()];
    values.extend_from_slice(arguments);
    calls::call_in(thread, &call_at, values, context.clone())
}

/// `loop.create_task(coro, *, name=None, context=None)`
fn create_task(thread: &Thread, args: &[Value]) -> Res {
    let [event_loop, coroutine, name, context, ..] = args else {
        return Err(thread.type_error("create_task() takes a coroutine"));
    };
    let this = payload(thread, event_loop)?;
    this.check_closed(thread)?;
    let factory = task_factory(thread, event_loop, this);
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

fn delay_of(delay: &Value) -> Option<f64> {
    match delay.as_small_int() {
        Some(int) => Some(int as f64),
        None => delay.as_inline_float(),
    }
}

fn time(thread: &Thread, _: &[Value]) -> Res {
    thread.float(clock::monotonic() as f64 / 1e9)
}

fn get_debug(thread: &Thread, args: &[Value]) -> Res {
    debug(thread, &args[0])
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
static METHODS: [NativeDef; 11] = NativeDef::all_beside(
    Beside::PROTOCOLS,
    [
        NativeDef::method(
            "call_soon",
            "(self, callback, *args, context=None)",
            call_soon,
        )
        .doc("Calls a function in the next iteration, after all those that were asked for before."),
        NativeDef::method(
            "call_soon_threadsafe",
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
        NativeDef::method("_forget_calls", "(self)", forget_calls)
            .doc("Nothing that was asked for will be called."),
    ],
);

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
        task_factory: Slot::new(Value::NONE),
        own_way: AtomicU64::new(0),
        own_tasks: AtomicU64::new(0),
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
        let base = once(thread, &super::future::CLASS, native_class)?;
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

fn set_thread_id(thread: &Thread, value: &Value, new: Option<&Value>) -> Res<()> {
    if let Some(header) = value.header() {
        thread.take_over(header);
    }
    let new = new.cloned().unwrap_or(Value::NONE);
    payload(thread, value)?.thread_id.set(new);
    Ok(())
}

fn get_task_factory(thread: &Thread, value: &Value) -> Res {
    Ok(task_factory(thread, value, payload(thread, value)?))
}

fn set_task_factory(thread: &Thread, value: &Value, new: Option<&Value>) -> Res<()> {
    if let Some(header) = value.header() {
        thread.take_over(header);
    }
    let new = new.cloned().unwrap_or(Value::NONE);
    payload(thread, value)?.task_factory.set(new);
    Ok(())
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
    let mut timers: Vec<(f64, u64, Value)> = {
        let calls = this.calls.lock();
        let all = calls.timers.iter();
        all.map(|timer| (timer.when, timer.number, timer.handle.clone()))
            .collect()
    };
    timers.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    let handles = timers.into_iter().map(|(_, _, handle)| handle);
    List::new_value(thread, handles.collect())
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
        GetSetDef::new("_watched", watched).writable(set_watched),
        GetSetDef::new("_ready", ready),
        GetSetDef::new("_scheduled", scheduled),
        GetSetDef::new("_timer_cancelled_count", cancelled_count),
    ],
    ..ClassDef::DEFAULT
};
