//! The class `Channel`.

use super::blocking;
use super::errors::{closed, timed_out};
use super::operation::{self, Kind, of_channel, timeout};
use super::value::{Channel, Got, Unsent};
use crate::modules::asyncio::waiting;
use crate::object::class::{CallArgs, SlotDef, class_flag};
use crate::object::layout::id_of;
use crate::object::native::Beside;
use crate::object::{Builtin, NativeDef, Res, Str, Thread, Value};
use crate::runtime::classes::{ClassDef, GetSetDef, native_class, once};
use crate::runtime::native_call::class_text;
use crate::runtime::protocol::convert::index;
use crate::types::shared::{CLASS_GETITEM, arguments, class_argument, signature};

fn channel<'v>(thread: &Thread, value: &'v Value) -> Res<&'v Channel> {
    value
        .payload::<Channel>()
        .ok_or_else(|| thread.type_error("a channel was expected"))
}

/// What the loop knows a method's call by.
fn token(args: &[Value]) -> u64 {
    args.as_ptr() as u64
}

fn send(thread: &Thread, args: &[Value]) -> Res {
    let seconds = timeout(thread, &args[2])?;
    let this = channel(thread, &args[0])?;
    match blocking::send(thread, this, args[1].clone(), seconds, token(args))? {
        Ok(()) => Ok(Value::NONE),
        Err(Unsent::Closed) => Err(closed(thread, &args[0])),
        Err(Unsent::Full(_)) => Err(timed_out(thread)),
    }
}

fn recv(thread: &Thread, args: &[Value]) -> Res {
    let seconds = timeout(thread, &args[1])?;
    let this = channel(thread, &args[0])?;
    match blocking::receive(thread, this, seconds, token(args))? {
        Got::Item(item) => Ok(item),
        Got::Closed => Err(closed(thread, &args[0])),
        Got::Nothing => Err(timed_out(thread)),
    }
}

fn try_send(thread: &Thread, args: &[Value]) -> Res {
    match channel(thread, &args[0])?.send(thread, args[1].clone())? {
        Ok(()) => Ok(Value::TRUE),
        Err(Unsent::Full(_)) => Ok(Value::FALSE),
        Err(Unsent::Closed) => Err(closed(thread, &args[0])),
    }
}

fn try_recv(thread: &Thread, args: &[Value]) -> Res {
    match channel(thread, &args[0])?.receive(thread)? {
        Got::Item(item) => Ok(item),
        Got::Closed => Err(closed(thread, &args[0])),
        Got::Nothing => Ok(args[1].bound().cloned().unwrap_or(Value::NONE)),
    }
}

fn asend(thread: &Thread, args: &[Value]) -> Res {
    let seconds = timeout(thread, &args[2])?;
    of_channel(thread, &args[0], Kind::Send, Some(args[1].clone()), seconds)
}

fn arecv(thread: &Thread, args: &[Value]) -> Res {
    let seconds = timeout(thread, &args[1])?;
    of_channel(thread, &args[0], Kind::Receive, None, seconds)
}

fn async_next(thread: &Thread, value: &Value) -> Res {
    of_channel(thread, value, Kind::Next, None, None)
}

fn next(thread: &Thread, value: &Value) -> Res<Option<Value>> {
    match blocking::receive(thread, channel(thread, value)?, None, value.word())? {
        Got::Item(item) => Ok(Some(item)),
        Got::Closed | Got::Nothing => Ok(None),
    }
}

fn close(thread: &Thread, args: &[Value]) -> Res {
    channel(thread, &args[0])?.close(thread)?;
    Ok(Value::NONE)
}

fn identity(_: &Thread, value: &Value) -> Res {
    Ok(value.clone())
}

fn len(thread: &Thread, value: &Value) -> Res<usize> {
    Ok(channel(thread, value)?.lock().len())
}

/// An empty channel is a channel all the same.
fn truth(_: &Thread, _: &Value) -> Res<bool> {
    Ok(true)
}

fn capacity(thread: &Thread, value: &Value) -> Res {
    match channel(thread, value)?.capacity() {
        Some(capacity) => thread.int_from_usize(capacity),
        None => Ok(Value::NONE),
    }
}

fn is_closed(thread: &Thread, value: &Value) -> Res {
    let closed = channel(thread, value)?.lock().is_closed();
    Ok(Value::from_bool(closed))
}

fn repr(thread: &Thread, value: &Value) -> Res {
    let this = channel(thread, value)?;
    let (items, (receivers, senders), closed) = {
        let core = this.lock();
        (core.len(), core.waiting(), core.is_closed())
    };
    let mut text = format!("<channel.{}", class_text(thread.class_of(value)));
    match this.capacity() {
        Some(capacity) => text.push_str(&format!(" of {capacity}, {items} in it")),
        None => text.push_str(&format!(" without a limit, {items} in it")),
    }
    for (count, what) in [(receivers, "receiving"), (senders, "sending")] {
        if count > 0 {
            text.push_str(&format!(", {count} {what}"));
        }
    }
    if closed {
        text.push_str(", closed");
    }
    text.push_str(&format!(" at {:#x}>", thread.identity(value)));
    Str::new_value(thread, &text)
}

const NEW: NativeDef = signature("Channel", "(capacity=None)");

fn construct(thread: &Thread, class: &Value, args: CallArgs<'_>) -> Res {
    let bound = arguments(thread, &NEW, args)?;
    let capacity = match bound[0].bound().filter(|value| !value.is_none()) {
        None => None,
        Some(value) => {
            let number = index(thread, value)?;
            let number = number.as_int();
            if number.as_ref().is_some_and(|number| number.is_negative()) {
                return Err(thread.value_error("capacity must not be negative"));
            }
            // Nobody can fill more than there are addresses.
            let number = number.and_then(|number| number.to_i64());
            Some(
                number
                    .and_then(|n| usize::try_from(n).ok())
                    .unwrap_or(i64::MAX as usize),
            )
        }
    };
    let operation = once(thread, &operation::CLASS, native_class)?;
    let future = waiting::future_class(thread)?;
    thread.alloc_instance(
        class_argument(thread, class)?,
        Channel::new(capacity, operation, future),
    )
}

/// The table of the class.
pub static CLASS: ClassDef = ClassDef {
    class: Builtin::Object,
    name: "channel.Channel",
    doc: "Hands items from threads and tasks to threads and tasks, in order.\n\n\
        It holds at most capacity items: none with 0, where sender and receiver\n\
        meet, and any number with None.",
    signature: "(capacity=None)",
    flags: class_flag::BASE | class_flag::WEAKREF,
    layout: Some(id_of::<Channel>),
    methods: &NativeDef::all_beside(
        Beside::PROTOCOLS,
        [
            NativeDef::method("send", "(self, item, /, timeout=None)", send).doc(
                "Sends an item; waits for room, or for a receiver.\n\n\
                Closed if the channel is, TimeoutError when so many seconds have passed.",
            ),
            NativeDef::method("recv", "(self, /, timeout=None)", recv).doc(
                "Receives an item; waits for one.\n\n\
                Closed if the channel is and nothing is left in it, TimeoutError when so\n\
                many seconds have passed.",
            ),
            NativeDef::method("try_send", "(self, item, /)", try_send)
                .doc("Sends an item if that is possible at once; tells whether it was."),
            NativeDef::method("try_recv", "(self, default=None, /)", try_recv)
                .doc("Receives an item if there is one; the default otherwise."),
            NativeDef::method("asend", "(self, item, /, timeout=None)", asend)
                .doc("As send(), to be awaited by a task."),
            NativeDef::method("arecv", "(self, /, timeout=None)", arecv)
                .doc("As recv(), to be awaited by a task."),
            NativeDef::method("close", "(self, /)", close).doc(
                "Lets nobody send any more. What is in the channel can still be received;\n\
                whoever waits to send, or for what will not come, gets Closed.",
            ),
            CLASS_GETITEM,
        ],
    ),
    slots: &[
        SlotDef::New(construct),
        SlotDef::Repr(repr),
        SlotDef::Len(len),
        SlotDef::Bool(truth),
        SlotDef::Iter(identity),
        SlotDef::Next(next),
        SlotDef::AsyncIter(identity),
        SlotDef::AsyncNext(async_next),
    ],
    getset: &[
        GetSetDef::new("capacity", capacity),
        GetSetDef::new("closed", is_closed),
    ],
    ..ClassDef::DEFAULT
};
