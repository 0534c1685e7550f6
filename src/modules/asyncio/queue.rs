//! What `asyncio.Queue` derives from: what it holds, and the operations that wait for nothing. Waiting is the library's (`stdlib/asyncio/queues.py`).
//!
//! Queues are derived from and their parts replaced (`_put`, `_get`, `full`, …): each operation calls the methods that CPython's calls, unless they are
//! the native ones of this file and the items a deque, and does their work itself then.

use super::fields::{self, Fields};
use super::future::{self, State, finish};
use super::own_methods::has_own;
use crate::modules::collections::value::{Deque, End, deque};
use crate::modules::import::library_attribute;
use crate::object::class::{CallArgs, Compare, SlotDef, class_flag};
use crate::object::layout::id_of;
use crate::object::{
    Beside, Builtin, NativeDef, Payload, Raised, Res, Sharing, Slot, Thread, Value,
};
use crate::runtime::classes::{ClassDef, GetSetDef};
use crate::runtime::protocol::{self, BinaryOp, call_method_str};
use crate::runtime::raise::raise_made;
use crate::types::shared::class_argument;
use std::sync::atomic::AtomicU64;

/// What a queue has, as attributes of scripts.
const NAMES: [&str; 7] = [
    "_maxsize",
    "_queue",
    "_getters",
    "_putters",
    "_unfinished_tasks",
    "_finished",
    "_is_shutdown",
];
const MAXSIZE: usize = 0;
const ITEMS: usize = 1;
const GETTERS: usize = 2;
const PUTTERS: usize = 3;
const UNFINISHED: usize = 4;
const FINISHED: usize = 5;
const IS_SHUTDOWN: usize = 6;

/// The payload.
pub struct Queue {
    /// By the order of [`NAMES`]; unbound before `__init__` has set it. The event that tells that nothing is unfinished is made when somebody asks for it.
    fields: [Slot; 7],
    /// For [`is_own_way`].
    own_way: AtomicU64,
}

impl Payload for Queue {
    const SHARING: Sharing = Sharing::Guarded;
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.fields.iter().for_each(|field| field.trace(visit));
    }
}

/// A queue, which the thread owns now.
fn own<'v>(thread: &Thread, value: &'v Value) -> Res<&'v Queue> {
    thread
        .own(value)
        .ok_or_else(|| thread.type_error("a Queue was expected"))
}

impl Fields for Queue {
    const NAMES: &'static [&'static str] = &NAMES;

    fn own<'v>(thread: &Thread, value: &'v Value) -> Res<&'v Queue> {
        own(thread, value)
    }

    fn fields(&self) -> &[Slot] {
        &self.fields
    }
}

/// The event, made now if nobody has asked for it before.
fn finished(thread: &Thread, queue: &Value) -> Res {
    if let Some(event) = own(thread, queue)?.fields[FINISHED].load() {
        return Ok(event);
    }
    let class = library_attribute(thread, "asyncio.locks", "Event")?;
    let event = protocol::call_positional(thread, &class, &[])?;
    if !is_positive(thread, &fields::get::<Queue, UNFINISHED>(thread, queue)?)? {
        call_method_str(thread, &event, "set", &[])?;
    }
    own(thread, queue)?.fields[FINISHED].set(event.clone());
    Ok(event)
}

fn is_positive(thread: &Thread, number: &Value) -> Res<bool> {
    match number.as_small_int() {
        Some(number) => Ok(number > 0),
        None => protocol::compare_bool(thread, number, &thread.int(0)?, Compare::Gt),
    }
}

/// The methods that native code does without calling them, as long as nobody has put others in their place.
const OWN_WAYS: [&str; 8] = [
    "qsize",
    "empty",
    "full",
    "put_nowait",
    "get_nowait",
    "_put",
    "_get",
    "_wakeup_next",
];

/// The items of a queue, if they are a deque and no method in [`OWN_WAYS`] is another than that of this file: native code may do what these do.
fn own_items(thread: &Thread, queue: &Value) -> Res<Option<Items>> {
    let this = own(thread, queue)?;
    let items = this.fields[ITEMS].load();
    let is_deque = |items: &Value| {
        items.payload::<Deque>().is_some() && thread.class_of(items).has(class_flag::NATIVE_HEAP)
    };
    let items = items.filter(|items| {
        is_deque(items) && has_own(thread, queue, &METHODS, &OWN_WAYS, &this.own_way)
    });
    Ok(items.map(Items))
}

/// A deque of items.
struct Items(Value);

impl Items {
    fn deque(&self, thread: &Thread) -> Res<&Deque> {
        deque(thread, &self.0)
    }
}

/// Raises an exception of `asyncio.queues`.
#[cold]
fn error(thread: &Thread, class: &str) -> Raised {
    let made = library_attribute(thread, "asyncio.queues", class)
        .and_then(|class| protocol::call_positional(thread, &class, &[]));
    raise_made(thread, made)
}

/// Whether there is no room, as `full()` says.
fn is_full(thread: &Thread, queue: &Value, own: Option<&Items>) -> Res<bool> {
    let maxsize = fields::get::<Queue, MAXSIZE>(thread, queue)?;
    if !is_positive(thread, &maxsize)? {
        return Ok(false);
    }
    if let (Some(items), Some(maxsize)) = (own, maxsize.as_small_int()) {
        let size = items.deque(thread)?.len();
        return Ok(usize::try_from(maxsize).is_ok_and(|maxsize| size >= maxsize));
    }
    let size = call_method_str(thread, queue, "qsize", &[])?;
    protocol::compare_bool(thread, &size, &maxsize, Compare::Ge)
}

/// Whether there is no item, as `empty()` says.
fn is_empty(thread: &Thread, queue: &Value, own: Option<&Items>) -> Res<bool> {
    match own {
        Some(items) => Ok(items.deque(thread)?.len() == 0),
        None => Ok(!protocol::truth(
            thread,
            &fields::get::<Queue, ITEMS>(thread, queue)?,
        )?),
    }
}

fn says(thread: &Thread, queue: &Value, name: &str) -> Res<bool> {
    protocol::truth(thread, &call_method_str(thread, queue, name, &[])?)
}

fn shut_down(thread: &Thread, queue: &Value) -> Res<bool> {
    protocol::truth(thread, &fields::get::<Queue, IS_SHUTDOWN>(thread, queue)?)
}

/// # Errors
/// QueueShutDown
fn check_open(thread: &Thread, queue: &Value) -> Res<()> {
    match shut_down(thread, queue)? {
        true => Err(error(thread, "QueueShutDown")),
        false => Ok(()),
    }
}

/// Wakes the first that waits and has not been cancelled.
fn wake_next(thread: &Thread, waiters: &Value) -> Res<()> {
    loop {
        let waiter = match waiters.payload::<Deque>() {
            Some(deque) => match deque.take(End::Left) {
                Some(waiter) => waiter,
                None => return Ok(()),
            },
            None if !protocol::truth(thread, waiters)? => return Ok(()),
            None => call_method_str(thread, waiters, "popleft", &[])?,
        };
        if let Some(future) = future::own_native(thread, &waiter) {
            if future.state() == State::Pending {
                return finish(thread, &waiter, Value::NONE);
            }
            continue;
        }
        let done = call_method_str(thread, &waiter, "done", &[])?;
        if !protocol::truth(thread, &done)? {
            return call_method_str(thread, &waiter, "set_result", &[Value::NONE]).map(drop);
        }
    }
}

/// Wakes one of those who wait to put or to get.
fn wake<const WAITERS: usize>(thread: &Thread, queue: &Value, own: Option<&Items>) -> Res<()> {
    let waiters = fields::get::<Queue, WAITERS>(thread, queue)?;
    match own {
        Some(_) => wake_next(thread, &waiters),
        None => call_method_str(thread, queue, "_wakeup_next", &[waiters]).map(drop),
    }
}

/// Puts in an item for which there is room.
fn put_item(thread: &Thread, queue: &Value, own_items: Option<&Items>, item: &Value) -> Res<()> {
    match own_items {
        Some(items) => items
            .deque(thread)?
            .push(thread, item.clone(), End::Right)?,
        None => drop(call_method_str(
            thread,
            queue,
            "_put",
            std::slice::from_ref(item),
        )?),
    }
    let unfinished = fields::get::<Queue, UNFINISHED>(thread, queue)?;
    let more = match unfinished.as_small_int() {
        Some(count) => thread.int(count + 1)?,
        None => protocol::binary(thread, BinaryOp::Add, &unfinished, &thread.int(1)?)?,
    };
    let this = own(thread, queue)?;
    this.fields[UNFINISHED].set(more);
    if let Some(event) = this.fields[FINISHED].load() {
        call_method_str(thread, &event, "clear", &[])?;
    }
    wake::<GETTERS>(thread, queue, own_items)
}

/// Takes out an item of those that there are.
fn get_item(thread: &Thread, queue: &Value, own: Option<&Items>) -> Res {
    let item = match own {
        Some(items) => items.deque(thread)?.pop(thread, End::Left)?,
        None => call_method_str(thread, queue, "_get", &[])?,
    };
    wake::<PUTTERS>(thread, queue, own)?;
    Ok(item)
}

fn put_nowait(thread: &Thread, args: &[Value]) -> Res {
    let [queue, item] = args else {
        return Err(thread.type_error("put_nowait() takes an item"));
    };
    check_open(thread, queue)?;
    let own = own_items(thread, queue)?;
    let is_full = match &own {
        Some(_) => is_full(thread, queue, own.as_ref())?,
        None => says(thread, queue, "full")?,
    };
    if is_full {
        return Err(error(thread, "QueueFull"));
    }
    put_item(thread, queue, own.as_ref(), item)?;
    Ok(Value::NONE)
}

fn get_nowait(thread: &Thread, args: &[Value]) -> Res {
    let queue = &args[0];
    let own = own_items(thread, queue)?;
    let is_empty = match &own {
        Some(_) => is_empty(thread, queue, own.as_ref())?,
        None => says(thread, queue, "empty")?,
    };
    if is_empty {
        let why = match shut_down(thread, queue)? {
            true => "QueueShutDown",
            false => "QueueEmpty",
        };
        return Err(error(thread, why));
    }
    get_item(thread, queue, own.as_ref())
}

/// `queue._put_at_once(item)`: whether there was room, and the item is in.
fn put_at_once(thread: &Thread, args: &[Value]) -> Res {
    let [queue, item] = args else {
        return Err(thread.type_error("_put_at_once() takes an item"));
    };
    let Some(own) = own_items(thread, queue)? else {
        let is_full = says(thread, queue, "full")?;
        if !is_full {
            call_method_str(thread, queue, "put_nowait", std::slice::from_ref(item))?;
        }
        return Ok(Value::from_bool(!is_full));
    };
    let is_full = is_full(thread, queue, Some(&own))?;
    if !is_full {
        check_open(thread, queue)?;
        put_item(thread, queue, Some(&own), item)?;
    }
    Ok(Value::from_bool(!is_full))
}

/// `queue._get_at_once(default)`: an item, or `default` if there is none.
fn get_at_once(thread: &Thread, args: &[Value]) -> Res {
    let [queue, default] = args else {
        return Err(thread.type_error("_get_at_once() takes a default"));
    };
    let Some(own) = own_items(thread, queue)? else {
        return match says(thread, queue, "empty")? {
            true => Ok(default.clone()),
            false => call_method_str(thread, queue, "get_nowait", &[]),
        };
    };
    match is_empty(thread, queue, Some(&own))? {
        true => Ok(default.clone()),
        false => get_item(thread, queue, Some(&own)),
    }
}

fn qsize(thread: &Thread, args: &[Value]) -> Res {
    let items = fields::get::<Queue, ITEMS>(thread, &args[0])?;
    thread.int_from_usize(protocol::length(thread, &items)?)
}

fn empty(thread: &Thread, args: &[Value]) -> Res {
    let own = own_items(thread, &args[0])?;
    Ok(Value::from_bool(is_empty(thread, &args[0], own.as_ref())?))
}

fn full(thread: &Thread, args: &[Value]) -> Res {
    let own = own_items(thread, &args[0])?;
    Ok(Value::from_bool(is_full(thread, &args[0], own.as_ref())?))
}

fn put(thread: &Thread, args: &[Value]) -> Res {
    let items = fields::get::<Queue, ITEMS>(thread, &args[0])?;
    call_method_str(thread, &items, "append", &args[1..])
}

fn get(thread: &Thread, args: &[Value]) -> Res {
    let items = fields::get::<Queue, ITEMS>(thread, &args[0])?;
    call_method_str(thread, &items, "popleft", &[])
}

fn wakeup_next(thread: &Thread, args: &[Value]) -> Res {
    wake_next(thread, &args[1])?;
    Ok(Value::NONE)
}

fn construct(thread: &Thread, class: &Value, _: CallArgs<'_>) -> Res {
    let queue = Queue {
        fields: [const { Slot::empty() }; 7],
        own_way: AtomicU64::new(0),
    };
    thread.alloc_instance(class_argument(thread, class)?, queue)
}

static METHODS: [NativeDef; 10] = NativeDef::all_beside(
    Beside::PROTOCOLS,
    [
        NativeDef::method("qsize", "(self)", qsize).doc("How many items there are."),
        NativeDef::method("empty", "(self)", empty).doc("Whether there is no item."),
        NativeDef::method("full", "(self)", full).doc("Whether there is no room."),
        NativeDef::method("put_nowait", "(self, item)", put_nowait)
            .doc("Puts an item in. QueueFull if there is no room."),
        NativeDef::method("get_nowait", "(self)", get_nowait)
            .doc("Takes an item out. QueueEmpty if there is none."),
        NativeDef::method("_put", "(self, item)", put),
        NativeDef::method("_get", "(self)", get),
        NativeDef::method("_wakeup_next", "(self, waiters)", wakeup_next)
            .doc("Wakes the first that waits and has not been cancelled."),
        NativeDef::method("_put_at_once", "(self, item)", put_at_once)
            .doc("Puts an item in if there is room. Returns whether there was."),
        NativeDef::method("_get_at_once", "(self, default)", get_at_once)
            .doc("Takes an item out, or returns the default."),
    ],
);

/// The table of the class.
pub static CLASS: ClassDef = ClassDef {
    class: Builtin::Object,
    name: "_asyncio.Queue",
    doc: "What queues between tasks derive from: what happens without waiting.",
    flags: class_flag::BASE | class_flag::WEAKREF,
    layout: Some(id_of::<Queue>),
    has_dict: true,
    methods: &METHODS,
    slots: &[SlotDef::New(construct)],
    getset: &[
        fields::attribute::<Queue, MAXSIZE>(),
        fields::attribute::<Queue, ITEMS>(),
        fields::attribute::<Queue, GETTERS>(),
        fields::attribute::<Queue, PUTTERS>(),
        fields::attribute::<Queue, UNFINISHED>(),
        GetSetDef::new(NAMES[FINISHED], finished).writable(fields::set::<Queue, FINISHED>),
        fields::attribute::<Queue, IS_SHUTDOWN>(),
    ],
    ..ClassDef::DEFAULT
};
