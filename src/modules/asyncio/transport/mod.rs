//! Transports: what connections can do for programs. The payload of all that derive from `asyncio.BaseTransport`, and the native part of those for
//! sockets that carry a stream (`asyncio.selector_events._SelectorSocketTransport`).
//!
//! `state` holds what scripts see of it, `reading` receives and tells the protocol, `writing` sends and keeps what has to wait. What happens once in
//! the life of a connection, its beginning, its end, errors and how it is shown, is the library's (`stdlib/asyncio/_selector_transports.py`).
//!
//! **Invariants**: the thread that uses a transport's fields owns the object ([`own`]) until it waits or runs script code, so that each operation reads
//! them anew after that: a protocol may close, abort or pass on its transport from whatever it is called. What waits to be sent never changes and no
//! script code runs while it is locked.

mod reading;
mod state;
mod writing;

pub(super) use reading::{read_ready, read_ready_of, reads};
pub(super) use writing::{write_to, writes};

use super::event_loop::Loop;
use super::own_methods::has_own;
use crate::base::sync::Mutex;
use crate::modules::socket;
use crate::object::class::{CallArgs, SlotDef, class_flag};
use crate::object::layout::id_of;
use crate::object::{Builtin, Dict, Payload, Raised, Res, Sharing, Slot, Str, Thread, Value};
use crate::runtime::classes::{ClassDef, native_class, native_class_with_base, once};
use crate::runtime::protocol::call_method_str;
use crate::runtime::raise::{catch, raised_is};
use crate::types::shared::class_argument;
use std::sync::atomic::{AtomicBool, AtomicI32, AtomicU32, Ordering::Relaxed};
use writing::Pending;

/// What a transport refers to, as attributes of scripts.
const NAMES: [&str; 8] = [
    "_extra",
    "_loop",
    "_protocol",
    "_sock",
    "_server",
    "_empty_waiter",
    "_high_water",
    "_low_water",
];
const EXTRA: usize = 0;
const LOOP: usize = 1;
const PROTOCOL: usize = 2;
const SOCK: usize = 3;
const SERVER: usize = 4;
const EMPTY_WAITER: usize = 5;
const HIGH_WATER: usize = 6;
const LOW_WATER: usize = 7;

/// The payload.
pub struct Transport {
    /// By the order of [`NAMES`]; unbound before they are set.
    fields: [Slot; 8],
    /// What has been written and not yet sent.
    pending: Mutex<Option<Box<Pending>>>,
    /// The descriptor.
    number: AtomicI32,
    /// How often something was written since the connection was lost, and one for that.
    lost: AtomicU32,
    /// The protocol has been told to write no more for now.
    protocol_paused: AtomicBool,
    /// The protocol is told of the connection's end.
    protocol_connected: AtomicBool,
    closing: AtomicBool,
    /// The program wants nothing to be received.
    paused: AtomicBool,
    /// Nothing more is to be written.
    eof: AtomicBool,
    /// The protocol has buffers of its own to receive into.
    is_buffered: AtomicBool,
    /// `_extra` is not a dict yet, but the peer's address alone.
    has_peer_alone: AtomicBool,
}

impl Payload for Transport {
    const SHARING: Sharing = Sharing::Guarded;
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.fields.iter().for_each(|field| field.trace(visit));
        if let Some(pending) = self.pending.try_lock()
            && let Some(pending) = &*pending
        {
            pending.trace(visit);
        }
    }
}

fn construct(thread: &Thread, class: &Value, _: CallArgs<'_>) -> Res {
    let transport = Transport {
        fields: [const { Slot::empty() }; 8],
        pending: Mutex::new(None),
        number: AtomicI32::new(-1),
        lost: AtomicU32::new(0),
        protocol_paused: AtomicBool::new(false),
        protocol_connected: AtomicBool::new(false),
        closing: AtomicBool::new(false),
        paused: AtomicBool::new(false),
        eof: AtomicBool::new(false),
        is_buffered: AtomicBool::new(false),
        has_peer_alone: AtomicBool::new(false),
    };
    // Who is destroyed before it had a socket has none to close.
    for field in [SOCK, SERVER, EMPTY_WAITER] {
        transport.fields[field].set(Value::NONE);
    }
    thread.alloc_instance(class_argument(thread, class)?, transport)
}

/// A transport, which the thread owns now.
///
/// # Errors
/// TypeError
#[inline]
fn own<'v>(thread: &Thread, value: &'v Value) -> Res<&'v Transport> {
    thread
        .own(value)
        .ok_or_else(|| thread.type_error("a transport was expected"))
}

impl Transport {
    fn is_lost(&self) -> bool {
        self.lost.load(Relaxed) != 0
    }

    /// The descriptor of the transport's socket, if that is one of the library, which never waits, and whose methods are its own: native code may do
    /// what they do.
    fn direct_socket(&self, thread: &Thread, sock: &Value) -> Option<i32> {
        let number = socket::number_at_once(sock)?;
        let event_loop = self.fields[LOOP].get();
        let known = &event_loop.payload::<Loop>()?.own_sockets;
        has_own(thread, sock, socket::methods(), &["recv", "send"], known).then_some(number)
    }
}

/// Something has failed with an exception: the connection ends, unless it is one that ends the run.
///
/// # Errors
/// SystemExit and KeyboardInterrupt; what `_fatal_error` raises.
#[cold]
fn failed(thread: &Thread, transport: &Value, raised: Raised, message: &str) -> Res<()> {
    if raised_is(thread, Builtin::SystemExit) || raised_is(thread, Builtin::KeyboardInterrupt) {
        return Err(raised);
    }
    let exception = thread.take_raised(raised);
    let message = Str::new_value(thread, message)?;
    call_method_str(thread, transport, "_fatal_error", &[exception, message]).map(drop)
}

/// The answer of a socket's method; None if it would have to wait, after all.
fn none_if_not_ready(thread: &Thread, answer: Res) -> Res<Option<Value>> {
    match catch(thread, Builtin::BlockingIOError, answer) {
        Err(raised) => catch(thread, Builtin::InterruptedError, Err(raised)),
        answer => answer,
    }
}

/// Adds the classes to the module.
///
/// # Errors
/// MemoryError
pub(super) fn add_classes(thread: &Thread, dict: &Dict) -> Res<()> {
    let base = once(thread, &BASE, native_class)?;
    dict.set(thread, thread.intern(b"BaseTransport")?, base)?;
    let flow = flow_class(thread)?;
    dict.set(thread, thread.intern(b"FlowControl")?, flow.clone())?;
    let sockets = native_class_with_base(thread, &SOCKET_TRANSPORT, &flow)?;
    dict.set(thread, thread.intern(b"SocketTransport")?, sockets)
}

fn flow_class(thread: &Thread) -> Res {
    once(thread, &FLOW_CONTROL, |thread, def| {
        let base = once(thread, &BASE, native_class)?;
        native_class_with_base(thread, def, &base)
    })
}

/// The table of what all transports derive from.
static BASE: ClassDef = ClassDef {
    class: Builtin::Object,
    name: "_asyncio.BaseTransport",
    doc: "What transports derive from.",
    flags: class_flag::BASE,
    layout: Some(id_of::<Transport>),
    slots: &[SlotDef::New(construct)],
    getset: state::EXTRA_ATTRIBUTE,
    ..ClassDef::DEFAULT
};

/// The table of what transports that send derive from.
static FLOW_CONTROL: ClassDef = ClassDef {
    class: Builtin::Object,
    name: "_asyncio.FlowControl",
    doc: "What transports that send derive from.",
    flags: class_flag::BASE,
    layout: Some(id_of::<Transport>),
    slots: &[SlotDef::New(construct)],
    getset: state::FLOW_ATTRIBUTES,
    ..ClassDef::DEFAULT
};

/// The table of what transports for sockets with streams derive from.
static SOCKET_TRANSPORT: ClassDef = ClassDef {
    class: Builtin::Object,
    name: "_asyncio.SocketTransport",
    doc: "What transports for sockets derive from: receiving and sending.",
    flags: class_flag::BASE,
    layout: Some(id_of::<Transport>),
    slots: &[SlotDef::New(construct)],
    methods: &state::METHODS,
    getset: state::SOCKET_ATTRIBUTES,
    ..ClassDef::DEFAULT
};
