//! What `await` gets of a future: an iterator that gives the future once, if it is not over, and ends with its result. Script coroutines need none: the
//! future does the same by itself.

use super::event_loop::Loop;
use super::future::{Ended, State, ended, own, own_ready};
use crate::object::class::{CallArgs, SlotDef};
use crate::object::layout::id_of;
use crate::object::{Beside, Builtin, NativeDef, Payload, Res, Sharing, Slot, Thread, Value};
use crate::runtime::classes::{ClassDef, native_class, once};
use crate::runtime::generator::Resumed;
use crate::runtime::raise::raise_in_context;
use crate::runtime::raise::stop_iteration;
use crate::types::generator::throw;
use crate::types::shared::class_argument;
use std::sync::atomic::Ordering::Relaxed;

/// The payload.
struct Awaiting {
    /// The future; unbound once the iterator has ended.
    future: Slot,
}

impl Payload for Awaiting {
    const SHARING: Sharing = Sharing::Guarded;
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.future.trace(visit);
    }
}

/// `future.__await__()`
pub(super) fn of_future(thread: &Thread, future: &Value) -> Res {
    let event_loop = own_ready(thread, future)?.event_loop.get();
    let awaiting = Awaiting {
        future: Slot::new(future.clone()),
    };
    if let Some(event_loop) = event_loop.payload::<Loop>() {
        return thread.alloc_instance(
            class_argument(thread, &event_loop.awaiting_class)?,
            awaiting,
        );
    }
    let class = once(thread, &CLASS, native_class)?;
    thread.alloc_instance(class_argument(thread, &class)?, awaiting)
}

fn payload<'v>(thread: &Thread, value: &'v Value) -> Res<&'v Awaiting> {
    thread
        .own(value)
        .ok_or_else(|| thread.type_error("a FutureIter was expected"))
}

/// Gives the future, or its result once that is over.
///
/// # Errors
/// What the future ends with; RuntimeError if it has been given already.
pub(super) fn step(thread: &Thread, awaited: &Value) -> Res<Resumed> {
    let future = own_ready(thread, awaited)?;
    if future.state() == State::Pending && future.blocking.swap(true, Relaxed) {
        let message = "await wasn't used with future";
        return Err(thread.error(Builtin::RuntimeError, message));
    }
    match ended(thread, awaited)? {
        Ended::Result(result) => Ok(Resumed::Returned(result)),
        Ended::Raises(exception) => Err(raise_in_context(thread, exception)),
        Ended::No => Ok(Resumed::Yielded(awaited.clone())),
    }
}

fn resume(thread: &Thread, value: &Value) -> Res<Resumed> {
    let this = payload(thread, value)?;
    let Some(awaited) = this.future.load() else {
        return Ok(Resumed::Returned(Value::NONE));
    };
    if own(thread, &awaited)?.state() != State::Pending {
        this.future.take();
    }
    step(thread, &awaited)
}

fn next(thread: &Thread, value: &Value) -> Res<Option<Value>> {
    match resume(thread, value)? {
        Resumed::Yielded(future) => Ok(Some(future)),
        Resumed::Returned(result) if result.is_none() => Ok(None),
        Resumed::Returned(result) => {
            let stop = stop_iteration(thread, result)?;
            Err(thread.raise(stop))
        }
    }
}

fn send(thread: &Thread, args: &[Value]) -> Res {
    match resume(thread, &args[0])? {
        Resumed::Yielded(future) => Ok(future),
        Resumed::Returned(result) => {
            let stop = stop_iteration(thread, result)?;
            Err(thread.raise(stop))
        }
    }
}

fn throw_in(thread: &Thread, args: &[Value]) -> Res {
    throw::warn_of_three(thread, "throw", &args[1..])?;
    let exception = throw::exception(thread, &args[1..])?;
    payload(thread, &args[0])?.future.take();
    Err(thread.raise(exception))
}

fn close(thread: &Thread, args: &[Value]) -> Res {
    payload(thread, &args[0])?.future.take();
    Ok(Value::NONE)
}

fn identity(_: &Thread, value: &Value) -> Res {
    Ok(value.clone())
}

fn construct(thread: &Thread, _: &Value, _: CallArgs<'_>) -> Res {
    Err(thread.type_error("cannot create '_asyncio.FutureIter' instances"))
}

/// The table of the class.
pub static CLASS: ClassDef = ClassDef {
    class: Builtin::Object,
    name: "_asyncio.FutureIter",
    doc: "What await gets of a future.",
    layout: Some(id_of::<Awaiting>),
    methods: &NativeDef::all_beside(
        Beside::PROTOCOLS,
        [
            NativeDef::method("send", "(self, value, /)", send)
                .doc("Goes on; the value is not used."),
            NativeDef::method("throw", "(self, typ, val=None, tb=None, /)", throw_in)
                .doc("Raises an exception where the future is awaited.")
                .unsigned(),
            NativeDef::method("close", "(self, /)", close).doc("Ends the iterator."),
        ],
    ),
    slots: &[
        SlotDef::New(construct),
        SlotDef::Iter(identity),
        SlotDef::Next(next),
        SlotDef::Resume(resume),
    ],
    ..ClassDef::DEFAULT
};
