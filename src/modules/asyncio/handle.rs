//! `Handle` and `TimerHandle`: calls that a loop is to make. One payload for both; a timer has a time besides.
//!
//! Handles may be cancelled by any thread, and loops look at nothing of one but its mark before they take what it holds.

use super::event_loop::{Loop, is_debug, timer_cancelled};
use super::transport;
use crate::modules::import::library_attribute;
use crate::object::class::{CallArgs, Compare, SlotDef, class_flag};
use crate::object::layout::id_of;
use crate::object::{
    Beside, Builtin, NativeDef, Payload, Res, Sharing, Slot, Thread, Tuple, Value,
};
use crate::runtime::classes::{ClassDef, GetSetDef};
use crate::runtime::protocol;
use crate::types::context;
use crate::types::shared::{arguments, class_argument, signature};
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};

/// The payload.
pub struct Handle {
    /// What is called; None once it is cancelled.
    callback: Slot,
    /// With these arguments: a tuple; None once it is cancelled.
    arguments: Slot,
    /// In this context.
    context: Slot,
    event_loop: Slot,
    /// Where it was made, in debug mode.
    source_traceback: Slot,
    /// What a cancelled one shows of its call, in debug mode.
    shown: Slot,
    /// When, as whoever asked for it has said; unbound: it is no timer.
    when: Slot,
    pub(super) cancelled: AtomicBool,
    /// It is among the timers of its loop.
    pub(super) scheduled: AtomicBool,
    /// What is called is `_read_ready` of the transport that stands in the place of the callback.
    reads: AtomicBool,
}

impl Payload for Handle {
    const SHARING: Sharing = Sharing::Guarded;
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        for slot in [
            &self.callback,
            &self.arguments,
            &self.context,
            &self.event_loop,
            &self.source_traceback,
            &self.shown,
            &self.when,
        ] {
            slot.trace(visit);
        }
    }
}

impl Handle {
    fn of(call: Call, event_loop: Value, source_traceback: Value) -> Handle {
        Handle {
            callback: Slot::new(call.callback),
            arguments: Slot::new(call.arguments),
            context: Slot::new(call.context),
            event_loop: Slot::new(event_loop),
            source_traceback: Slot::new(source_traceback),
            shown: Slot::new(Value::NONE),
            when: Slot::empty(),
            cancelled: AtomicBool::new(false),
            scheduled: AtomicBool::new(false),
            reads: AtomicBool::new(false),
        }
    }
}

/// A call: what, with which arguments, in which context.
pub(super) struct Call {
    pub(super) callback: Value,
    /// A tuple.
    pub(super) arguments: Value,
    pub(super) context: Value,
    /// The callback is a transport, which receives.
    pub(super) reads: bool,
}

impl Call {
    /// A call of `callback` in the context given, or else in a copy of the current one.
    ///
    /// # Errors
    /// MemoryError
    pub(super) fn new(
        thread: &Thread,
        callback: &Value,
        arguments: &[Value],
        context: Option<&Value>,
    ) -> Res<Call> {
        Ok(Call {
            callback: callback.clone(),
            arguments: Tuple::from_slice(thread, arguments)?,
            context: match context {
                Some(context) => context.clone(),
                None => context::copy_current(thread)?,
            },
            reads: false,
        })
    }

    /// Makes the call. If it `stays`, the thread may go on beside others afterwards.
    ///
    /// # Errors
    /// What it raises.
    pub(super) fn make(&self, thread: &Thread, stays: bool) -> Res<()> {
        if self.reads {
            let read = || transport::read_ready(thread, &self.callback, stays);
            return context::run(thread, &self.context, read);
        }
        let stays = stays && self.callback.is_exact(Builtin::Function);
        let values = self.arguments.as_tuple().unwrap_or_default();
        if self.context.is_exact(Builtin::Context) {
            let call = || protocol::call_positional(thread, &self.callback, values);
            context::run(thread, &self.context, || thread.staying(stays, call))?;
            return Ok(());
        }
        let run = protocol::get_attr_str(thread, &self.context, "run")?;
        let mut all = vec![self.callback.clone()];
        all.extend_from_slice(values);
        protocol::call_positional(thread, &run, &all).map(drop)
    }
}

/// The handle of a call; with a time, a timer.
///
/// # Errors
/// MemoryError, and what finding out where it was made raises, in debug mode.
pub(super) fn new(
    thread: &Thread,
    event_loop: &Value,
    this: &Loop,
    call: Call,
    when: Option<Value>,
) -> Res {
    let source = match this.debug.load(Relaxed) {
        true => extract_stack(thread)?,
        false => Value::NONE,
    };
    let class = match when {
        Some(_) => &this.timer_class,
        None => &this.handle_class,
    };
    let handle = Handle::of(call, event_loop.clone(), source);
    handle.when.set(when.unwrap_or(Value::UNBOUND));
    thread.alloc_instance(class_argument(thread, class)?, handle)
}

fn extract_stack(thread: &Thread) -> Res {
    let extract = library_attribute(thread, "asyncio.format_helpers", "extract_stack")?;
    protocol::call_positional(thread, &extract, &[])
}

/// A handle, which the thread owns now.
///
/// # Errors
/// TypeError
pub(super) fn own<'v>(thread: &Thread, value: &'v Value) -> Res<&'v Handle> {
    thread
        .own(value)
        .ok_or_else(|| thread.type_error("a Handle was expected"))
}

/// The call of a handle; None if it is cancelled.
///
/// # Errors
/// TypeError if it is none.
pub(super) fn call_of(thread: &Thread, value: &Value) -> Res<Option<Call>> {
    let handle = own(thread, value)?;
    if handle.cancelled.load(Relaxed) {
        return Ok(None);
    }
    Ok(Some(Call {
        callback: handle.callback.get(),
        arguments: handle.arguments.get(),
        context: handle.context.get(),
        reads: handle.reads.load(Relaxed),
    }))
}

fn construct(thread: &Thread, class: &Value, _: CallArgs<'_>) -> Res {
    let nothing = Call {
        callback: Value::NONE,
        arguments: Value::NONE,
        context: Value::NONE,
        reads: false,
    };
    let handle = Handle::of(nothing, Value::NONE, Value::NONE);
    thread.alloc_instance(class_argument(thread, class)?, handle)
}

const INIT: NativeDef = signature("Handle", "(callback, args, loop, context=None)");
const TIMER_INIT: NativeDef =
    signature("TimerHandle", "(when, callback, args, loop, context=None)");

fn init(thread: &Thread, value: &Value, args: CallArgs<'_>) -> Res<()> {
    let bound = arguments(thread, &INIT, args)?;
    fill(thread, value, &bound)
}

fn init_timer(thread: &Thread, value: &Value, args: CallArgs<'_>) -> Res<()> {
    let bound = arguments(thread, &TIMER_INIT, args)?;
    fill(thread, value, &bound[1..])?;
    own(thread, value)?.when.set(bound[0].clone());
    Ok(())
}

fn fill(thread: &Thread, value: &Value, bound: &[Value]) -> Res<()> {
    let [callback, arguments, event_loop, context] = bound else {
        return Err(thread.type_error("Handle takes a callback, arguments and a loop"));
    };
    let arguments = protocol::collect(thread, arguments)?;
    let call = Call::new(thread, callback, &arguments, super::future::given(context))?;
    let source = match is_debug(thread, event_loop)? {
        true => extract_stack(thread)?,
        false => Value::NONE,
    };
    let handle = own(thread, value)?;
    handle.callback.set(call.callback);
    handle.arguments.set(call.arguments);
    handle.context.set(call.context);
    handle.event_loop.set(event_loop.clone());
    handle.source_traceback.set(source);
    Ok(())
}

pub(super) fn cancel(thread: &Thread, args: &[Value]) -> Res {
    let handle = own(thread, &args[0])?;
    if handle.cancelled.swap(true, Relaxed) {
        return Ok(Value::NONE);
    }
    let event_loop = handle.event_loop.get();
    if !handle.when.is_unbound() {
        timer_cancelled(thread, &event_loop, &args[0])?;
    }
    if is_debug(thread, &event_loop)? {
        // What was to be called is told even after it has been let go.
        let shown = protocol::convert::repr(thread, &args[0])?;
        own(thread, &args[0])?.shown.set(shown);
    }
    let handle = own(thread, &args[0])?;
    let let_go = (
        handle.callback.replace(Value::NONE),
        handle.arguments.replace(Value::NONE),
    );
    drop(let_go);
    Ok(Value::NONE)
}

fn cancelled(thread: &Thread, args: &[Value]) -> Res {
    is_cancelled(thread, &args[0])
}

fn get_context(thread: &Thread, args: &[Value]) -> Res {
    Ok(own(thread, &args[0])?.context.get())
}

fn when(thread: &Thread, args: &[Value]) -> Res {
    get_when(thread, &args[0])
}

fn run(thread: &Thread, args: &[Value]) -> Res {
    super::run::run_handle(thread, &args[0], false)?;
    Ok(Value::NONE)
}

fn repr(thread: &Thread, value: &Value) -> Res {
    let shown = own(thread, value)?.shown.get();
    if !shown.is_none() {
        return Ok(shown);
    }
    let helper = library_attribute(thread, "asyncio.events", "_handle_repr")?;
    protocol::call_positional(thread, &helper, std::slice::from_ref(value))
}

fn hash_timer(thread: &Thread, value: &Value) -> Res<i64> {
    protocol::convert::hash(thread, &get_when(thread, value)?)
}

fn compare_timers(thread: &Thread, a: &Value, b: &Value, op: Compare) -> Res {
    let is_timer = |value: &Value| {
        value
            .payload::<Handle>()
            .is_some_and(|handle| !handle.when.is_unbound())
    };
    if !is_timer(a) || !is_timer(b) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let (first, second) = (get_when(thread, a)?, get_when(thread, b)?);
    let equal = || -> Res<bool> {
        let (x, y) = (
            own(thread, a)?.callback.get(),
            own(thread, b)?.callback.get(),
        );
        let (xs, ys) = (
            own(thread, a)?.arguments.get(),
            own(thread, b)?.arguments.get(),
        );
        let (p, q) = (is_cancelled(thread, a)?, is_cancelled(thread, b)?);
        Ok(protocol::equal(thread, &first, &second)?
            && protocol::equal(thread, &x, &y)?
            && protocol::equal(thread, &xs, &ys)?
            && p.is(&q))
    };
    let holds = match op {
        Compare::Eq => equal()?,
        Compare::Ne => !equal()?,
        Compare::Lt | Compare::Gt => protocol::compare_bool(thread, &first, &second, op)?,
        Compare::Le => protocol::compare_bool(thread, &first, &second, Compare::Lt)? || equal()?,
        Compare::Ge => protocol::compare_bool(thread, &first, &second, Compare::Gt)? || equal()?,
    };
    Ok(Value::from_bool(holds))
}

fn get_callback(thread: &Thread, value: &Value) -> Res {
    let handle = own(thread, value)?;
    let callback = handle.callback.get();
    match handle.reads.load(Relaxed) && !callback.is_none() {
        true => transport::read_ready_of(thread, &callback),
        false => Ok(callback),
    }
}

/// If the call is `_read_ready` of a transport for sockets, that is called without the method's object, which the handle does not hold any longer.
///
/// # Errors
/// TypeError
pub(super) fn read_directly(thread: &Thread, value: &Value) -> Res<()> {
    let handle = own(thread, value)?;
    if !handle.context.get().is_exact(Builtin::Context) {
        return Ok(());
    }
    if let Some(transport) = transport::reads(&handle.callback.get()) {
        handle.reads.store(true, Relaxed);
        let method = handle.callback.replace(transport);
        drop(method);
    }
    Ok(())
}

fn get_arguments(thread: &Thread, value: &Value) -> Res {
    Ok(own(thread, value)?.arguments.get())
}

fn own_context(thread: &Thread, value: &Value) -> Res {
    Ok(own(thread, value)?.context.get())
}

fn get_event_loop(thread: &Thread, value: &Value) -> Res {
    Ok(own(thread, value)?.event_loop.get())
}

fn get_source_traceback(thread: &Thread, value: &Value) -> Res {
    Ok(own(thread, value)?.source_traceback.get())
}

fn is_cancelled(thread: &Thread, value: &Value) -> Res {
    let is = own(thread, value)?.cancelled.load(Relaxed);
    Ok(Value::from_bool(is))
}

fn is_scheduled(thread: &Thread, value: &Value) -> Res {
    let is = own(thread, value)?.scheduled.load(Relaxed);
    Ok(Value::from_bool(is))
}

fn get_when(thread: &Thread, value: &Value) -> Res {
    let when = own(thread, value)?.when.load();
    Ok(when.unwrap_or(Value::NONE))
}

const METHODS: &[NativeDef] = &NativeDef::all_beside(
    Beside::PROTOCOLS,
    [
        NativeDef::method("cancel", "(self, /)", cancel).doc("The call will not be made."),
        NativeDef::method("cancelled", "(self, /)", cancelled)
            .doc("Whether the call will not be made."),
        NativeDef::method("get_context", "(self, /)", get_context)
            .doc("The context that the call is made in."),
        NativeDef::method("_run", "(self, /)", run)
            .doc("Makes the call. The loop is told of an error."),
    ],
);

const GETSET: &[GetSetDef] = &[
    GetSetDef::new("_callback", get_callback),
    GetSetDef::new("_args", get_arguments),
    GetSetDef::new("_context", own_context),
    GetSetDef::new("_loop", get_event_loop),
    GetSetDef::new("_source_traceback", get_source_traceback),
    GetSetDef::new("_cancelled", is_cancelled),
];

/// The table of `Handle`.
pub static CLASS: ClassDef = ClassDef {
    class: Builtin::Object,
    name: "asyncio.events.Handle",
    doc: "A call that the loop will make.",
    signature: "(callback, args, loop, context=None)",
    flags: class_flag::BASE | class_flag::WEAKREF,
    layout: Some(id_of::<Handle>),
    methods: METHODS,
    slots: &[
        SlotDef::New(construct),
        SlotDef::Init(init),
        SlotDef::Repr(repr),
    ],
    getset: GETSET,
    ..ClassDef::DEFAULT
};

/// The table of `TimerHandle`, whose base is `Handle`.
pub static TIMER_CLASS: ClassDef = ClassDef {
    class: Builtin::Object,
    name: "asyncio.events.TimerHandle",
    doc: "A call that the loop will make at a certain time.",
    signature: "(when, callback, args, loop, context=None)",
    flags: class_flag::BASE | class_flag::WEAKREF,
    layout: Some(id_of::<Handle>),
    methods: &NativeDef::all_beside(
        Beside::PROTOCOLS,
        [NativeDef::method("when", "(self, /)", when)
            .doc("When the call is made, by the loop's clock.")],
    ),
    slots: &[
        SlotDef::New(construct),
        SlotDef::Init(init_timer),
        SlotDef::Hash(hash_timer),
        SlotDef::Compare(compare_timers),
    ],
    getset: &[
        GetSetDef::new("_scheduled", is_scheduled),
        GetSetDef::new("_when", get_when),
    ],
    ..ClassDef::DEFAULT
};
