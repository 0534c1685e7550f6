//! Handles of threads that can be joined.

use super::{deadline, run};
use crate::base::sync::Arc;
use crate::object::class::{CallArgs, SlotDef};
use crate::object::layout::{Sharing, id_of};
use crate::object::native::Beside;
use crate::object::{Builtin, NativeDef, Payload, Res, Str, Thread, Value};
use crate::runtime::classes::{ClassDef, GetSetDef, native_class, once};
use crate::runtime::protocol::{self, convert::index};
use crate::runtime::threads::{self, Done};
use crate::types::shared::{arguments, class_argument, signature};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering::*};

/// The payload.
#[derive(Default)]
struct Handle {
    /// The thread's name; 0 before it is started.
    ident: AtomicU64,
    started: AtomicBool,
    done: Arc<Done>,
}

impl Payload for Handle {
    const LEAF: bool = true;
    const SHARING: Sharing = Sharing::Guarded;
    fn trace(&self, _: &mut dyn FnMut(&Value)) {}
}

/// The table of the class.
pub static CLASS: ClassDef = ClassDef {
    name: "_thread._ThreadHandle",
    doc: "A thread that can be joined.",
    layout: Some(id_of::<Handle>),
    methods: &NativeDef::all_beside(
        Beside::READS_ALL,
        [
            NativeDef::method("join", "(self, timeout=None, /)", join)
                .doc("Waits until the thread has ended, at most timeout seconds.")
                .unsigned(),
            NativeDef::method("is_done", "(self, /)", is_done).doc("Whether the thread has ended."),
            NativeDef::method("_set_done", "(self, /)", set_done).doc("Marks the thread as ended."),
        ],
    ),
    slots: &[SlotDef::New(construct), SlotDef::Repr(repr)],
    getset: &[GetSetDef::new("ident", ident)],
    ..ClassDef::DEFAULT
};

const NEW: NativeDef = signature("_ThreadHandle", "(ident=None, /)");

/// Without a name: of a thread that is still to be started. With one: of a running thread.
fn construct(thread: &Thread, class: &Value, args: CallArgs<'_>) -> Res {
    let bound = arguments(thread, &NEW, args)?;
    let handle = Handle::default();
    if let Some(name) = bound[0].bound().filter(|name| !name.is_none()) {
        let name = index(thread, name)?;
        let name = name.as_int().and_then(|int| int.to_i64()).unwrap_or(0);
        handle.ident.store(name as u64, Relaxed);
        handle.started.store(true, Relaxed);
    }
    thread.alloc_instance(class_argument(thread, class)?, handle)
}

fn handle<'v>(thread: &Thread, value: &'v Value) -> Res<&'v Handle> {
    value
        .payload::<Handle>()
        .ok_or_else(|| thread.type_error("a thread handle was expected"))
}

/// `start_joinable_thread`
pub fn start_joinable(thread: &Thread, args: &[Value]) -> Res {
    let function = args[0].clone();
    if thread.class_of(&function).call().is_none() {
        return Err(thread.type_error("thread function must be callable"));
    }
    let value = match args[1].bound().filter(|handle| !handle.is_none()) {
        Some(value) => value.clone(),
        None => {
            let class = once(thread, &CLASS, native_class)?;
            protocol::call_positional(thread, &class, &[])?
        }
    };
    let daemon = match args[2].bound() {
        Some(daemon) => protocol::truth(thread, daemon)?,
        None => true,
    };
    let payload = handle(thread, &value)?;
    if payload.started.swap(true, AcqRel) {
        return Err(thread.error(Builtin::RuntimeError, "thread already started"));
    }
    let done = payload.done.clone();
    let started = threads::start(thread, Some(done), !daemon, move |thread| {
        run(thread, &function, CallArgs::positional_only(&[]));
    });
    match started {
        Ok(ident) => payload.ident.store(ident, Relaxed),
        Err(raised) => {
            payload.started.store(false, Relaxed);
            return Err(raised);
        }
    }
    Ok(value)
}

fn join(thread: &Thread, args: &[Value]) -> Res {
    let payload = handle(thread, &args[0])?;
    let end = match args[1].bound().filter(|timeout| !timeout.is_none()) {
        Some(timeout) => {
            let negative = timeout.as_float().is_some_and(|t| t < 0.0)
                || timeout.as_small_int().is_some_and(|t| t < 0);
            if negative {
                None
            } else {
                deadline(thread, timeout)?
            }
        }
        None => None,
    };
    let error = |message| Err(thread.error(Builtin::RuntimeError, message));
    if !payload.started.load(Acquire) {
        return error("thread not started");
    }
    if payload.ident.load(Relaxed) == threads::ident(thread) && !payload.done.is_over() {
        return error("Cannot join current thread");
    }
    thread.coming_back_beside(args, || payload.done.wait(thread, end))?;
    Ok(Value::NONE)
}

fn is_done(thread: &Thread, args: &[Value]) -> Res {
    Ok(Value::from_bool(handle(thread, &args[0])?.done.is_over()))
}

fn set_done(thread: &Thread, args: &[Value]) -> Res {
    let payload = handle(thread, &args[0])?;
    if !payload.started.load(Acquire) {
        return Err(thread.error(Builtin::RuntimeError, "thread not started"));
    }
    payload.done.set();
    Ok(Value::NONE)
}

fn ident(thread: &Thread, value: &Value) -> Res {
    match handle(thread, value)?.ident.load(Relaxed) {
        0 => Ok(Value::NONE),
        ident => thread.int_from_usize(ident as usize),
    }
}

fn repr(thread: &Thread, value: &Value) -> Res {
    let ident = handle(thread, value)?.ident.load(Relaxed);
    let text = format!("<_ThreadHandle object: ident={ident}>");
    Str::new_value(thread, &text)
}
