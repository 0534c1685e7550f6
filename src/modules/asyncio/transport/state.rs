//! What scripts see of a transport's state, and the questions about it.

use super::{
    EMPTY_WAITER, EXTRA, HIGH_WATER, LOOP, LOW_WATER, NAMES, PROTOCOL, SERVER, SOCK, Transport,
    own, reading, writing,
};
use crate::modules::asyncio::fields::{self, Fields};
use crate::modules::import::library_attribute;
use crate::object::{Beside, Builtin, NativeDef, Res, Slot, Thread, Value};
use crate::runtime::classes::GetSetDef;
use crate::runtime::protocol;
use crate::types::text::args::c_int;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};

impl Fields for Transport {
    const NAMES: &'static [&'static str] = &NAMES;

    fn own<'v>(thread: &Thread, value: &'v Value) -> Res<&'v Transport> {
        own(thread, value)
    }

    fn fields(&self) -> &[Slot] {
        &self.fields
    }
}

/// `transport._extra` of a socket: few programs ask for more than the peer's address, so the rest is made when one does.
fn extra(thread: &Thread, transport: &Value) -> Res {
    let this = own(thread, transport)?;
    if this.has_peer_alone.load(Relaxed) {
        let peer = fields::get::<Transport, EXTRA>(thread, transport)?;
        let made = protocol::call_method_str(thread, transport, "_make_extra", &[peer])?;
        set_extra(thread, transport, Some(&made))?;
        return Ok(made);
    }
    fields::get::<Transport, EXTRA>(thread, transport)
}

fn set_extra(thread: &Thread, transport: &Value, new: Option<&Value>) -> Res<()> {
    let this = own(thread, transport)?;
    this.has_peer_alone.store(false, Relaxed);
    fields::set::<Transport, EXTRA>(thread, transport, new)
}

/// `transport._hold_peer(address)`
fn hold_peer(thread: &Thread, args: &[Value]) -> Res {
    set_extra(thread, &args[0], Some(&args[1]))?;
    let this = own(thread, &args[0])?;
    this.has_peer_alone.store(true, Relaxed);
    Ok(Value::NONE)
}

/// `transport.get_extra_info(name, default=None)`
fn get_extra_info(thread: &Thread, args: &[Value]) -> Res {
    let [transport, name, default] = args else {
        return Err(thread.type_error("get_extra_info() takes a name"));
    };
    let this = own(thread, transport)?;
    let default = default.bound().cloned().unwrap_or(Value::NONE);
    if this.has_peer_alone.load(Relaxed) && name.is_exact(Builtin::Str) {
        match name.as_str() {
            Some("peername") => return fields::get::<Transport, EXTRA>(thread, transport),
            Some("socket" | "sockname") => {}
            _ => return Ok(default),
        }
    }
    let extra = extra(thread, transport)?;
    protocol::call_method_str(thread, &extra, "get", &[name.clone(), default])
}

/// An attribute that is a mark of the transport's.
type Mark = fn(&Transport) -> &AtomicBool;

fn mark(thread: &Thread, transport: &Value, mark: Mark) -> Res {
    let is = mark(own(thread, transport)?).load(Relaxed);
    Ok(Value::from_bool(is))
}

fn set_mark(thread: &Thread, transport: &Value, new: Option<&Value>, mark: Mark) -> Res<()> {
    let Some(new) = new else {
        return Err(thread.error(Builtin::AttributeError, "cannot delete attribute"));
    };
    let new = protocol::truth(thread, new)?;
    mark(own(thread, transport)?).store(new, Relaxed);
    Ok(())
}

fn number(thread: &Thread, transport: &Value) -> Res {
    thread.int(own(thread, transport)?.number.load(Relaxed).into())
}

fn set_number(thread: &Thread, transport: &Value, new: Option<&Value>) -> Res<()> {
    let number = new.map_or(Ok(-1), |new| c_int(thread, new))?;
    own(thread, transport)?.number.store(number, Relaxed);
    Ok(())
}

fn lost(thread: &Thread, transport: &Value) -> Res {
    thread.int(own(thread, transport)?.lost.load(Relaxed).into())
}

fn set_lost(thread: &Thread, transport: &Value, new: Option<&Value>) -> Res<()> {
    let lost = new.map_or(Ok(0), |new| c_int(thread, new))?;
    own(thread, transport)?.lost.store(lost as u32, Relaxed);
    Ok(())
}

fn is_closing(thread: &Thread, args: &[Value]) -> Res {
    mark(thread, &args[0], |this| &this.closing)
}

fn is_reading(thread: &Thread, args: &[Value]) -> Res {
    let this = own(thread, &args[0])?;
    let is_reading = !this.closing.load(Relaxed) && !this.paused.load(Relaxed);
    Ok(Value::from_bool(is_reading))
}

fn get_protocol(thread: &Thread, args: &[Value]) -> Res {
    fields::get::<Transport, PROTOCOL>(thread, &args[0])
}

/// `transport.set_protocol(protocol)`
fn set_protocol(thread: &Thread, args: &[Value]) -> Res {
    let class = library_attribute(thread, "asyncio.protocols", "BufferedProtocol")?;
    let is_buffered = protocol::is_instance(thread, &args[1], &class)?;
    let this = own(thread, &args[0])?;
    this.is_buffered.store(is_buffered, Relaxed);
    this.protocol_connected.store(true, Relaxed);
    let before = this.fields[PROTOCOL].replace(args[1].clone());
    drop(before);
    Ok(Value::NONE)
}

pub(super) const EXTRA_ATTRIBUTE: &[GetSetDef] = &[fields::attribute::<Transport, EXTRA>()];

pub(super) const FLOW_ATTRIBUTES: &[GetSetDef] = &[
    fields::attribute::<Transport, LOOP>(),
    fields::attribute::<Transport, HIGH_WATER>(),
    fields::attribute::<Transport, LOW_WATER>(),
    GetSetDef::new("_protocol_paused", |thread, transport| {
        mark(thread, transport, |this| &this.protocol_paused)
    })
    .writable(|thread, transport, new| {
        set_mark(thread, transport, new, |this| &this.protocol_paused)
    }),
];

pub(super) const SOCKET_ATTRIBUTES: &[GetSetDef] = &[
    GetSetDef::new(NAMES[EXTRA], extra).writable(set_extra),
    fields::attribute::<Transport, PROTOCOL>(),
    fields::attribute::<Transport, SOCK>(),
    fields::attribute::<Transport, SERVER>(),
    fields::attribute::<Transport, EMPTY_WAITER>(),
    GetSetDef::new("_sock_fd", number).writable(set_number),
    GetSetDef::new("_conn_lost", lost).writable(set_lost),
    GetSetDef::new("_protocol_connected", |thread, transport| {
        mark(thread, transport, |this| &this.protocol_connected)
    })
    .writable(|thread, transport, new| {
        set_mark(thread, transport, new, |this| &this.protocol_connected)
    }),
    GetSetDef::new("_closing", |thread, transport| {
        mark(thread, transport, |this| &this.closing)
    })
    .writable(|thread, transport, new| set_mark(thread, transport, new, |this| &this.closing)),
    GetSetDef::new("_paused", |thread, transport| {
        mark(thread, transport, |this| &this.paused)
    })
    .writable(|thread, transport, new| set_mark(thread, transport, new, |this| &this.paused)),
    GetSetDef::new("_eof", |thread, transport| {
        mark(thread, transport, |this| &this.eof)
    })
    .writable(|thread, transport, new| set_mark(thread, transport, new, |this| &this.eof)),
    GetSetDef::new("_buffer", writing::buffer),
];

/// Where methods stand in the table that native code asks for.
pub(super) const WRITE: usize = 5;
pub(super) const READ_READY: usize = 7;
const _: () = assert!(matches!(METHODS[WRITE].name.as_bytes(), b"write"));
const _: () = assert!(matches!(
    METHODS[READ_READY].name.as_bytes(),
    b"_read_ready"
));

/// The methods of transports for sockets.
pub(super) static METHODS: [NativeDef; 12] = NativeDef::all_beside(
    Beside::PROTOCOLS,
    [
        NativeDef::method("is_closing", "(self)", is_closing)
            .doc("Whether the transport is closed or about to be."),
        NativeDef::method("is_reading", "(self)", is_reading).doc("Whether it receives now."),
        NativeDef::method("get_protocol", "(self)", get_protocol)
            .doc("Who is told of the connection."),
        NativeDef::method("set_protocol", "(self, protocol)", set_protocol)
            .doc("Sets who is told of the connection."),
        NativeDef::method("get_write_buffer_size", "(self)", writing::size)
            .doc("How much waits to be sent."),
        NativeDef::method("write", "(self, data)", writing::write)
            .doc("Sends bytes, now or when there is room."),
        NativeDef::method("writelines", "(self, list_of_data)", writing::writelines)
            .doc("Sends the bytes of several objects."),
        NativeDef::method("_read_ready", "(self)", reading::read_ready_method)
            .doc("Something can be received."),
        NativeDef::method("_write_ready", "(self)", writing::write_ready)
            .doc("There is room to send."),
        NativeDef::method("_forget_buffer", "(self)", writing::forget)
            .doc("What has not been sent is lost."),
        NativeDef::method(
            "get_extra_info",
            "(self, name, default=None)",
            get_extra_info,
        )
        .doc("What is known beside the connection: `socket`, `peername` …"),
        NativeDef::method("_hold_peer", "(self, address)", hold_peer).doc(
            "Sets the peer's address; the rest of `_extra` is made when somebody asks for it.",
        ),
    ],
);
