//! What the asynchronous methods give: an operation that begins when it is awaited.
//!
//! It is its own iterator for `await`, and has the methods of a coroutine, so that it can be made a task. What can be done at once ends the `await`
//! without a look at the loop. What has to wait makes a future, which the task waits for; whoever settles the operation's waiter ends that future.
//!
//! An operation that is thrown an exception (the task is cancelled) gives up. If an item was handed to it before that, the item goes back to where it came
//! from, as the next to be received.

use super::blocking::seconds_of;
use super::cases::{Attempt, Cases};
use super::errors::{closed, timed_out};
use super::party::{Told, Waiter};
use super::value::{Channel, Got, Unsent};
use crate::base::channel::{Outcome, Side};
use crate::base::sync::atomic::{AtomicU8, Ordering::*};
use crate::base::sync::{Arc, Mutex};
use crate::modules::asyncio::waiting;
use crate::object::class::{CallArgs, SlotDef, class_flag};
use crate::object::header::flag;
use crate::object::layout::id_of;
use crate::object::native::Beside;
use crate::object::{
    Builtin, NativeDef, Payload, Raised, Res, Sharing, Slot, Str, Thread, Tuple, Value,
};
use crate::runtime::classes::{ClassDef, GetSetDef};
use crate::runtime::generator::Resumed;
use crate::runtime::native_call::bound_method;
use crate::runtime::raise::stop_iteration;
use crate::runtime::{protocol, warnings};
use crate::types::generator::throw;

/// What is to be done.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `arecv`
    Receive,
    /// `__anext__`: to receive, or end the iteration.
    Next,
    /// `asend`
    Send,
    /// `aselect`
    Select,
}

impl Kind {
    fn name(self) -> &'static str {
        match self {
            Kind::Receive => "Channel.arecv",
            Kind::Next => "Channel.__anext__",
            Kind::Send => "Channel.asend",
            Kind::Select => "aselect",
        }
    }
}

/// What a choice has besides.
pub struct Choice {
    /// What can be chosen.
    pub cases: Cases,
    /// What is given where nothing can be done in time.
    pub default: Option<Value>,
}

/// The payload.
pub struct Operation {
    kind: Kind,
    /// How far it is. Whoever goes on with it makes this `OVER` first, so nobody else does.
    stage: AtomicU8,
    /// The channel; None for a choice.
    channel: Value,
    /// What is to be sent, until it begins.
    item: Slot,
    /// How long to wait; None: as long as it takes.
    seconds: Option<f64>,
    /// A choice that has not begun, and what belongs to a wait.
    rest: Mutex<Rest>,
}

/// Not begun.
const NEW: u8 = 0;
/// Somebody is to settle it.
const WAITING: u8 = 1;
/// At its end, or somebody goes on with it.
const OVER: u8 = 2;

enum Rest {
    Nothing,
    Choice(Box<Choice>),
    Wait(Wait),
}

struct Wait {
    waiter: Arc<Waiter>,
    /// Where the waiter stands in the queue of the one channel.
    place: u64,
    choice: Option<Box<Choice>>,
    /// What ends the wait when the time is over.
    timer: Option<Value>,
}

impl Payload for Operation {
    const SHARING: Sharing = Sharing::Guarded;
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.channel);
        self.item.trace(visit);
        match self.rest.try_lock().as_deref() {
            Some(Rest::Choice(choice)) => choice.trace(visit),
            Some(Rest::Wait(wait)) => {
                wait.waiter.trace(visit);
                if let Some(timer) = &wait.timer {
                    visit(timer);
                }
                if let Some(choice) = &wait.choice {
                    choice.trace(visit);
                }
            }
            _ => {}
        }
    }
}

impl Choice {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.cases.trace(visit);
        if let Some(default) = &self.default {
            visit(default);
        }
    }
}

fn make(thread: &Thread, class: &Value, operation: Operation) -> Res {
    match class.as_class() {
        Some(class) => thread.alloc_instance(class, operation),
        None => Err(thread.type_error("a class was expected")),
    }
}

/// An operation on one channel.
///
/// # Errors
/// MemoryError
pub fn of_channel(
    thread: &Thread,
    channel: &Value,
    kind: Kind,
    item: Option<Value>,
    seconds: Option<f64>,
) -> Res {
    let Some(payload) = channel.payload::<Channel>() else {
        return Err(thread.type_error("a channel was expected"));
    };
    let operation = Operation {
        kind,
        stage: AtomicU8::new(NEW),
        channel: channel.clone(),
        item: Slot::new(item.unwrap_or(Value::UNBOUND)),
        seconds,
        rest: Mutex::new(Rest::Nothing),
    };
    make(thread, &payload.operation, operation)
}

/// A choice.
///
/// # Errors
/// MemoryError
pub fn of_cases(thread: &Thread, class: &Value, choice: Choice, seconds: Option<f64>) -> Res {
    let operation = Operation {
        kind: Kind::Select,
        stage: AtomicU8::new(NEW),
        channel: Value::NONE,
        item: Slot::empty(),
        seconds,
        rest: Mutex::new(Rest::Choice(Box::new(choice))),
    };
    make(thread, class, operation)
}

fn operation<'v>(thread: &Thread, value: &'v Value) -> Res<&'v Operation> {
    value
        .payload::<Operation>()
        .ok_or_else(|| thread.type_error("a channel operation was expected"))
}

fn channel_of(operation: &Operation) -> Option<&Channel> {
    operation.channel.payload::<Channel>()
}

impl Operation {
    /// The stage, of an operation that the caller goes on with.
    #[inline]
    fn take_stage(&self) -> u8 {
        self.stage.swap(OVER, AcqRel)
    }

    fn take_rest(&self) -> Rest {
        std::mem::replace(&mut *self.rest.lock(), Rest::Nothing)
    }

    /// What receiving from the one channel gave.
    fn got(&self, thread: &Thread, got: Got) -> Res<Resumed> {
        match got {
            Got::Item(item) => Ok(Resumed::Returned(item)),
            Got::Closed if self.kind == Kind::Next => {
                Err(thread.error(Builtin::StopAsyncIteration, ""))
            }
            Got::Closed => Err(closed(thread, &self.channel)),
            Got::Nothing => Err(timed_out(thread)),
        }
    }

    /// What an outcome of the one channel means.
    fn ended(&self, thread: &Thread, outcome: Outcome<Value>) -> Res<Resumed> {
        match outcome {
            Outcome::Received(item) => self.got(thread, Got::Item(item)),
            Outcome::Sent => Ok(Resumed::Returned(Value::NONE)),
            Outcome::Closed => self.got(thread, Got::Closed),
        }
    }

    fn begin(&self, thread: &Thread, value: &Value) -> Res<Resumed> {
        let Some(channel) = channel_of(self) else {
            return self.begin_choice(thread, value);
        };
        let item = match self.kind {
            Kind::Send => Some(self.item.take()),
            _ => None,
        };
        let item = match item {
            None => {
                match channel.receive(thread)? {
                    Got::Item(item) => return Ok(Resumed::Returned(item)),
                    Got::Nothing if self.seconds != Some(0.0) => {}
                    got => return self.got(thread, got),
                }
                None
            }
            Some(item) => match channel.send(thread, item)? {
                Ok(()) => return Ok(Resumed::Returned(Value::NONE)),
                Err(Unsent::Closed) => return Err(closed(thread, &self.channel)),
                Err(Unsent::Full(_)) if self.seconds == Some(0.0) => return Err(timed_out(thread)),
                Err(Unsent::Full(item)) => Some(item),
            },
        };
        let (event_loop, waiter) = new_waiter(thread, &channel.future)?;
        let place = match item {
            None => match channel.receive_or_wait(thread, &waiter)? {
                Ok(got) => return self.got(thread, got),
                Err(place) => place,
            },
            Some(item) => match channel.send_or_wait(thread, item, &waiter)? {
                Ok(outcome) => return self.ended(thread, outcome),
                Err(place) => place,
            },
        };
        let wait = Wait {
            waiter,
            place,
            choice: None,
            timer: None,
        };
        self.wait(thread, value, &event_loop, wait)
    }

    #[cold]
    fn begin_choice(&self, thread: &Thread, value: &Value) -> Res<Resumed> {
        let Rest::Choice(mut choice) = self.take_rest() else {
            return Err(reused(thread));
        };
        if let Attempt::Done(case, outcome) = choice.cases.attempt(thread, None)? {
            return selected(thread, case, outcome, &choice.cases).map(Resumed::Returned);
        }
        if self.seconds == Some(0.0) {
            return late(thread, choice.default);
        }
        let class = waiting::future_class(thread)?;
        let (event_loop, waiter) = new_waiter(thread, &class)?;
        if let Attempt::Done(case, outcome) = choice.cases.attempt(thread, Some(&waiter))? {
            return selected(thread, case, outcome, &choice.cases).map(Resumed::Returned);
        }
        let wait = Wait {
            waiter,
            place: 0,
            choice: Some(choice),
            timer: None,
        };
        self.wait(thread, value, &event_loop, wait)
    }

    /// Gives the future that the task is to wait for.
    fn wait(
        &self,
        thread: &Thread,
        value: &Value,
        event_loop: &Value,
        mut wait: Wait,
    ) -> Res<Resumed> {
        if let Some(seconds) = self.seconds {
            match start_timer(thread, value, event_loop, seconds) {
                Ok(timer) => wait.timer = Some(timer),
                Err(raised) => {
                    let exception = thread.take_raised(raised);
                    self.abandon(thread, wait)?;
                    return Err(thread.raise(exception));
                }
            }
        }
        let future = wait.waiter.future().cloned().unwrap_or(Value::NONE);
        *self.rest.lock() = Rest::Wait(wait);
        self.stage.store(WAITING, Release);
        Ok(Resumed::Yielded(future))
    }

    fn side(&self) -> Side {
        match self.kind {
            Kind::Send => Side::Send,
            _ => Side::Receive,
        }
    }

    /// Takes a waiter that waits no longer out of its queues, and stops its clock.
    fn leave(&self, thread: &Thread, wait: &mut Wait) -> Res<()> {
        match (&mut wait.choice, channel_of(self)) {
            (Some(choice), _) => choice.cases.leave(),
            (None, Some(channel)) => channel.leave(self.side(), wait.place),
            (None, None) => {}
        }
        match wait.timer.take() {
            Some(timer) => stop_timer(thread, &timer),
            None => Ok(()),
        }
    }

    /// Ends a wait without a result. What was received meanwhile goes back.
    fn abandon(&self, thread: &Thread, mut wait: Wait) -> Res<()> {
        let withdrawn = wait.waiter.withdraw();
        let left = self.leave(thread, &mut wait);
        if !withdrawn && let Told::Outcome(case, Outcome::Received(item)) = wait.waiter.told() {
            self.put_back(thread, &wait, case, item)?;
        }
        left
    }

    fn put_back(&self, thread: &Thread, wait: &Wait, case: usize, item: Value) -> Res<()> {
        match (&wait.choice, channel_of(self)) {
            (Some(choice), _) => choice.cases.put_back(thread, case, item),
            (None, Some(channel)) => channel.put_back(thread, item),
            (None, None) => Ok(()),
        }
    }

    /// The task has been resumed.
    fn go_on(&self, thread: &Thread) -> Res<Resumed> {
        let Rest::Wait(mut wait) = self.take_rest() else {
            return Err(reused(thread));
        };
        let too_early = wait.waiter.withdraw();
        let told = wait.waiter.told();
        if let Err(raised) = self.leave(thread, &mut wait) {
            let exception = thread.take_raised(raised);
            if let Told::Outcome(case, Outcome::Received(item)) = told {
                self.put_back(thread, &wait, case, item)?;
            }
            return Err(thread.raise(exception));
        }
        match (told, wait.choice) {
            (Told::Outcome(case, outcome), Some(choice)) => {
                selected(thread, case, outcome, &choice.cases).map(Resumed::Returned)
            }
            (Told::Outcome(_, outcome), None) => self.ended(thread, outcome),
            (Told::Expired, choice) => late(thread, choice.and_then(|choice| choice.default)),
            (Told::Nothing | Told::Withdrawn, _) => {
                let message = match too_early {
                    true => "await wasn't used with future",
                    false => "the event loop of a channel operation is closed",
                };
                Err(thread.error(Builtin::RuntimeError, message))
            }
        }
    }
}

/// The time is over.
fn late(thread: &Thread, default: Option<Value>) -> Res<Resumed> {
    match default {
        Some(default) => Ok(Resumed::Returned(default)),
        None => Err(timed_out(thread)),
    }
}

/// The loop that runs, and a waiter, with a future of this class, for the task that it steps.
fn new_waiter(thread: &Thread, class: &Value) -> Res<(Value, Arc<Waiter>)> {
    let Some(event_loop) = waiting::running_loop(thread) else {
        return Err(thread.error(Builtin::RuntimeError, "no running event loop"));
    };
    let future = waiting::awaited_future(thread, class, &event_loop)?;
    let waiter = Waiter::task(thread, event_loop.clone(), future);
    Ok((event_loop, waiter))
}

fn start_timer(thread: &Thread, value: &Value, event_loop: &Value, seconds: f64) -> Res {
    let callback = bound_method(thread, &EXPIRE, value)?;
    protocol::call_method_str(
        thread,
        event_loop,
        "call_later",
        &[thread.float(seconds)?, callback],
    )
}

fn stop_timer(thread: &Thread, timer: &Value) -> Res<()> {
    protocol::call_method_str(thread, timer, "cancel", &[]).map(drop)
}

static EXPIRE: NativeDef =
    NativeDef::method("expire", "(self, /)", expire).beside(Beside::PROTOCOLS);

/// The time of an operation is over.
fn expire(thread: &Thread, args: &[Value]) -> Res {
    let this = operation(thread, &args[0])?;
    let waiter = match &*this.rest.lock() {
        Rest::Wait(wait) => wait.waiter.clone(),
        _ => return Ok(Value::NONE),
    };
    if waiter.expire()
        && let Some(future) = waiter.future()
    {
        waiting::finish(thread, future)?;
    }
    Ok(Value::NONE)
}

/// What a choice gives: the number of the case, and the item if it was to receive.
///
/// # Errors
/// Closed if the channel of the case is.
pub fn selected(thread: &Thread, case: usize, outcome: Outcome<Value>, cases: &Cases) -> Res {
    let item = match outcome {
        Outcome::Received(item) => item,
        Outcome::Sent => Value::NONE,
        Outcome::Closed => {
            let channel = cases.channel(case).cloned().unwrap_or(Value::NONE);
            return Err(closed(thread, &channel));
        }
    };
    Tuple::pair(thread, thread.int_from_usize(case)?, item)
}

fn resume(thread: &Thread, value: &Value) -> Res<Resumed> {
    let this = operation(thread, value)?;
    let resumed = match this.take_stage() {
        NEW => this.begin(thread, value),
        WAITING => this.go_on(thread),
        _ => return Err(reused(thread)),
    };
    if !matches!(resumed, Ok(Resumed::Yielded(_))) {
        is_through(value);
    }
    resumed
}

/// There is nothing left that would have to be said or given back when it dies.
fn is_through(value: &Value) {
    if let Some(header) = value.header() {
        header.clear(flag::HAS_FINALIZER);
    }
}

#[cold]
fn reused(thread: &Thread) -> Raised {
    let message = "cannot reuse already awaited channel operation";
    thread.error(Builtin::RuntimeError, message)
}

fn next(thread: &Thread, value: &Value) -> Res<Option<Value>> {
    match resume(thread, value)? {
        Resumed::Yielded(future) => Ok(Some(future)),
        Resumed::Returned(result) if result.is_none() => Ok(None),
        Resumed::Returned(result) => Err(stopped(thread, result)),
    }
}

fn stopped(thread: &Thread, result: Value) -> Raised {
    match stop_iteration(thread, result) {
        Ok(stop) => thread.raise(stop),
        Err(raised) => raised,
    }
}

fn send(thread: &Thread, args: &[Value]) -> Res {
    match resume(thread, &args[0])? {
        Resumed::Yielded(future) => Ok(future),
        Resumed::Returned(result) => Err(stopped(thread, result)),
    }
}

/// Ends the operation where it is.
fn end(thread: &Thread, this: &Operation) -> Res<()> {
    match this.take_stage() {
        NEW => drop(this.item.take()),
        WAITING => {
            if let Rest::Wait(wait) = this.take_rest() {
                return this.abandon(thread, wait);
            }
        }
        _ => {}
    }
    Ok(())
}

fn throw_in(thread: &Thread, args: &[Value]) -> Res {
    throw::warn_of_three(thread, "throw", &args[1..])?;
    let exception = throw::exception(thread, &args[1..])?;
    end(thread, operation(thread, &args[0])?)?;
    Err(thread.raise(exception))
}

fn close(thread: &Thread, args: &[Value]) -> Res {
    end(thread, operation(thread, &args[0])?)?;
    Ok(Value::NONE)
}

/// One that dies in the middle loses nothing either; one that nobody has awaited is a mistake.
fn finalize(thread: &Thread, value: &Value) -> Res {
    let this = operation(thread, value)?;
    if this.stage.load(Acquire) == NEW {
        let message = format!("channel operation '{}' was never awaited", this.kind.name());
        warnings::warn(thread, Builtin::RuntimeWarning, &message)?;
    }
    end(thread, this)?;
    Ok(Value::NONE)
}

fn identity(_: &Thread, value: &Value) -> Res {
    Ok(value.clone())
}

fn construct(thread: &Thread, _: &Value, _: CallArgs<'_>) -> Res {
    Err(thread.type_error("cannot create 'channel.Operation' instances"))
}

fn name(thread: &Thread, value: &Value) -> Res {
    let kind = operation(thread, value)?.kind;
    let name = kind.name();
    thread.intern(name.rsplit('.').next().unwrap_or(name).as_bytes())
}

fn qualname(thread: &Thread, value: &Value) -> Res {
    thread.intern(operation(thread, value)?.kind.name().as_bytes())
}

fn repr(thread: &Thread, value: &Value) -> Res {
    let this = operation(thread, value)?;
    let stage = match this.stage.load(Acquire) {
        NEW => "not begun",
        WAITING => "waiting",
        _ => "over",
    };
    let address = thread.identity(value);
    let text = format!(
        "<channel operation {}, {stage}, at {address:#x}>",
        this.kind.name()
    );
    Str::new_value(thread, &text)
}

/// The seconds of a timeout argument.
///
/// # Errors
/// TypeError, ValueError
pub fn timeout(thread: &Thread, value: &Value) -> Res<Option<f64>> {
    match value.bound().filter(|value| !value.is_none()) {
        Some(value) => seconds_of(thread, value).map(Some),
        None => Ok(None),
    }
}

/// The table of the class.
pub static CLASS: ClassDef = ClassDef {
    class: Builtin::Object,
    name: "channel.Operation",
    doc: "What is to be done with a channel when it is awaited.",
    flags: class_flag::WEAKREF | class_flag::IMMUTABLE,
    layout: Some(id_of::<Operation>),
    methods: &NativeDef::all_beside(
        Beside::PROTOCOLS,
        [
            NativeDef::method("send", "(self, value, /)", send)
                .doc("Begins, or goes on; the value is not used."),
            NativeDef::method("throw", "(self, typ, val=None, tb=None, /)", throw_in)
                .doc("Gives up, and raises an exception.")
                .unsigned(),
            NativeDef::method("close", "(self, /)", close).doc("Gives up."),
        ],
    ),
    slots: &[
        SlotDef::New(construct),
        SlotDef::Repr(repr),
        SlotDef::Await(identity),
        SlotDef::Iter(identity),
        SlotDef::Next(next),
        SlotDef::Resume(resume),
        SlotDef::Finalize(finalize),
    ],
    getset: &[
        GetSetDef::new("__name__", name),
        GetSetDef::new("__qualname__", qualname),
    ],
    ..ClassDef::DEFAULT
};
