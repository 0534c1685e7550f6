//! Receiving: from a ready descriptor to the protocol.

use super::state::{METHODS, READ_READY};
use super::{LOOP, PROTOCOL, SOCK, failed, none_if_not_ready, own};
use crate::modules::asyncio::event_loop::Loop;
use crate::modules::asyncio::own_methods::remembered;
use crate::modules::asyncio::streams::{data_received, is_data_received};
use crate::modules::socket;
use crate::object::{Builtin, Res, Thread, Value, names};
use crate::runtime::function::BuiltinFunction;
use crate::runtime::protocol::{self, attribute, call_method, call_method_str, call_positional};
use std::sync::atomic::Ordering::Relaxed;

/// How much is received at once, unless the transport or its class says otherwise (`max_size`).
const USUAL_SIZE: i64 = 256 * 1024;

const READ_FAILED: &str = "Fatal read error on socket transport";

/// The transport whose `_read_ready` a callback is, if it is that of this file.
#[inline]
pub(in crate::modules::asyncio) fn reads(callback: &Value) -> Option<Value> {
    let function = callback.payload::<BuiltinFunction>()?;
    let is_ours = std::ptr::eq(function.def, &METHODS[READ_READY]);
    is_ours.then(|| function.receiver.get())
}

/// The method that [`reads`] has recognised.
///
/// # Errors
/// MemoryError
pub(in crate::modules::asyncio) fn read_ready_of(thread: &Thread, transport: &Value) -> Res {
    protocol::get_attr_str(thread, transport, "_read_ready")
}

/// `transport._read_ready()`
pub(super) fn read_ready_method(thread: &Thread, args: &[Value]) -> Res {
    read_ready(thread, &args[0], false)?;
    Ok(Value::NONE)
}

/// Something can be received. `stays`: the thread may go on beside others after the protocol was told.
///
/// # Errors
/// SystemExit and KeyboardInterrupt of the protocol; what telling of an error raises.
pub(in crate::modules::asyncio) fn read_ready(
    thread: &Thread,
    transport: &Value,
    stays: bool,
) -> Res<()> {
    let this = own(thread, transport)?;
    if this.is_lost() {
        return Ok(());
    }
    if this.is_buffered.load(Relaxed) {
        return read_into_buffer(thread, transport);
    }
    let data = match receive(thread, transport) {
        Ok(Some(data)) => data,
        Ok(None) => return Ok(()),
        Err(raised) => return failed(thread, transport, raised, READ_FAILED),
    };
    let is_empty = match data.as_bytes() {
        Some(bytes) => bytes.is_empty(),
        None => !protocol::truth(thread, &data)?,
    };
    if is_empty {
        return end_of_file(thread, transport);
    }
    let protocol = own(thread, transport)?.fields[PROTOCOL].get();
    match tell(thread, &protocol, data, stays) {
        Ok(()) => Ok(()),
        Err(raised) => failed(
            thread,
            transport,
            raised,
            "Fatal error: protocol.data_received() call failed.",
        ),
    }
}

/// `protocol.data_received(data)`, without an object for the method where the class has a function for it.
fn tell(thread: &Thread, protocol: &Value, data: Value, stays: bool) -> Res<()> {
    let name = names::DATA_RECEIVED.value();
    let class = thread.class_of(protocol);
    if attribute::finds_generically(thread, class)
        && let Some(function) = thread.lookup_in_class(class, name)
        && thread.instance_attribute(protocol, name).is_none()
    {
        let args = [protocol.clone(), data];
        if function.is_exact(Builtin::Function) {
            let call = || call_positional(thread, &function, &args);
            return thread.staying(stays, call).map(drop);
        }
        if is_data_received(&function) {
            return data_received(thread, &args).map(drop);
        }
        let [_, data] = args;
        return call_method(thread, protocol, name, &[data]).map(drop);
    }
    call_method(thread, protocol, name, &[data]).map(drop)
}

/// What has come; None: nothing has.
fn receive(thread: &Thread, transport: &Value) -> Res<Option<Value>> {
    let this = own(thread, transport)?;
    let sock = this.fields[SOCK].get();
    let direct = this.direct_socket(thread, &sock);
    let usual = direct.is_some() && is_usual_size(thread, transport)?;
    match direct {
        Some(number) if usual => socket::receive_at_once(thread, number, USUAL_SIZE as usize),
        _ => {
            let size = attribute::get_attr(thread, transport, names::MAX_SIZE.value())?;
            none_if_not_ready(thread, call_method_str(thread, &sock, "recv", &[size]))
        }
    }
}

/// Whether the transport receives as much at once as transports do.
fn is_usual_size(thread: &Thread, transport: &Value) -> Res<bool> {
    let event_loop = own(thread, transport)?.fields[LOOP].get();
    let Some(event_loop) = event_loop.payload::<Loop>() else {
        return Ok(false);
    };
    let name = names::MAX_SIZE.value();
    Ok(remembered(
        thread,
        transport,
        &event_loop.usual_size,
        || {
            let inherited = thread.lookup_in_class(thread.class_of(transport), name);
            let size = inherited.as_ref().and_then(Value::as_small_int);
            size == Some(USUAL_SIZE) && thread.instance_attribute(transport, name).is_none()
        },
    ))
}

fn read_into_buffer(thread: &Thread, transport: &Value) -> Res<()> {
    let protocol = own(thread, transport)?.fields[PROTOCOL].get();
    let buffer = match get_buffer(thread, &protocol) {
        Ok(buffer) => buffer,
        Err(raised) => {
            let message = "Fatal error: protocol.get_buffer() call failed.";
            return failed(thread, transport, raised, message);
        }
    };
    let sock = own(thread, transport)?.fields[SOCK].get();
    let received = call_method_str(thread, &sock, "recv_into", std::slice::from_ref(&buffer));
    let count = match none_if_not_ready(thread, received) {
        Ok(Some(count)) => count,
        Ok(None) => return Ok(()),
        Err(raised) => return failed(thread, transport, raised, READ_FAILED),
    };
    if !protocol::truth(thread, &count)? {
        return end_of_file(thread, transport);
    }
    let protocol = own(thread, transport)?.fields[PROTOCOL].get();
    match call_method_str(thread, &protocol, "buffer_updated", &[count]) {
        Ok(_) => Ok(()),
        Err(raised) => failed(
            thread,
            transport,
            raised,
            "Fatal error: protocol.buffer_updated() call failed.",
        ),
    }
}

fn get_buffer(thread: &Thread, protocol: &Value) -> Res {
    let any = thread.int(-1)?;
    let buffer = call_method_str(thread, protocol, "get_buffer", &[any])?;
    if protocol::length(thread, &buffer)? == 0 {
        let message = "get_buffer() returned an empty buffer";
        return Err(thread.error(Builtin::RuntimeError, message));
    }
    Ok(buffer)
}

fn end_of_file(thread: &Thread, transport: &Value) -> Res<()> {
    call_method_str(thread, transport, "_read_ready__on_eof", &[]).map(drop)
}
