//! Sending: at once if possible, or else when there is room.

use super::state::{METHODS, WRITE};
use super::{EMPTY_WAITER, HIGH_WATER, LOOP, SOCK, Transport, failed, none_if_not_ready, own};
use crate::modules::collections::value::{Deque, End};
use crate::modules::import::library_attribute;
use crate::modules::socket;
use crate::object::class::Compare;
use crate::object::{Builtin, Bytes, Raised, Res, Thread, Value, names};
use crate::runtime::function::BuiltinFunction;
use crate::runtime::native_call::short_name;
use crate::runtime::protocol::{self, call_method_str};
use crate::runtime::raise::raised_is;
use crate::types::bytearray::ByteArray;
use crate::types::memoryview::{MemoryView, view_of};
use crate::types::text::args::c_int;
use crate::types::text::buffer;
use std::collections::VecDeque;
use std::sync::atomic::Ordering::Relaxed;

const WRITE_FAILED: &str = "Fatal write error on socket transport";

/// Most pieces that are sent with one call.
const MOST_PIECES: usize = 64;

/// What has been written and not yet sent.
#[derive(Default)]
pub(super) struct Pending {
    /// Exact bytes objects.
    pieces: VecDeque<Value>,
    /// How much of the first has been sent.
    sent: usize,
    /// How much is left of all.
    left: usize,
}

impl Pending {
    pub(super) fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.pieces.iter().for_each(visit);
    }

    /// Takes out what has been sent of the beginning.
    fn advance(&mut self, count: usize) -> Vec<Value> {
        let mut done = Vec::new();
        self.sent += count;
        self.left = self.left.saturating_sub(count);
        while let Some(first) = self.pieces.front() {
            let length = first.as_bytes().map_or(0, <[u8]>::len);
            if self.sent < length {
                break;
            }
            self.sent -= length;
            done.extend(self.pieces.pop_front());
        }
        done
    }
}

impl Transport {
    /// How much waits to be sent.
    fn left(&self) -> usize {
        self.pending
            .lock()
            .as_ref()
            .map_or(0, |pending| pending.left)
    }

    /// Has bytes wait, of which the first `sent` have been sent if nothing else waits.
    fn push(&self, thread: &Thread, piece: Value, sent: usize) -> Res<()> {
        let length = piece.as_bytes().map_or(0, <[u8]>::len) - sent;
        let mut pending = self.pending.lock();
        let pending = pending.get_or_insert_default();
        if pending.pieces.try_reserve(1).is_err() {
            return Err(thread.memory_error());
        }
        if pending.pieces.is_empty() {
            pending.sent = sent;
        }
        pending.left += length;
        pending.pieces.push_back(piece);
        Ok(())
    }

    /// The first pieces, and how much of the first has been sent.
    fn first(&self) -> (Vec<Value>, usize) {
        let pending = self.pending.lock();
        match &*pending {
            Some(pending) => {
                let first = pending.pieces.iter().take(MOST_PIECES);
                (first.cloned().collect(), pending.sent)
            }
            None => (Vec::new(), 0),
        }
    }

    fn advance(&self, count: usize) {
        let mut done = Vec::new();
        let mut pending = self.pending.lock();
        if let Some(some) = pending.as_mut() {
            done = some.advance(count);
        }
        // An idle connection keeps no memory for what may have to wait.
        let empty = pending.take_if(|pending| pending.pieces.is_empty());
        drop(pending);
        drop((done, empty));
    }
}

/// `transport.get_write_buffer_size()`
pub(super) fn size(thread: &Thread, args: &[Value]) -> Res {
    thread.int_from_usize(own(thread, &args[0])?.left())
}

/// `transport._forget_buffer()`
pub(super) fn forget(thread: &Thread, args: &[Value]) -> Res {
    let pending = own(thread, &args[0])?.pending.lock().take();
    drop(pending);
    Ok(Value::NONE)
}

/// `transport._buffer`: a deque of views of what waits, for those who look.
pub(super) fn buffer(thread: &Thread, transport: &Value) -> Res {
    let class = library_attribute(thread, "collections", "deque")?;
    let deque = protocol::call_positional(thread, &class, &[])?;
    let (mut pieces, sent) = {
        let pending = own(thread, transport)?.pending.lock();
        let pieces = pending
            .as_ref()
            .map(|pending| (pending.pieces.clone(), pending.sent));
        pieces.unwrap_or_default()
    };
    if sent > 0
        && let Some(first) = pieces.pop_front()
    {
        let rest = first
            .as_bytes()
            .and_then(|bytes| bytes.get(sent..))
            .unwrap_or_default();
        pieces.push_front(Bytes::new_value(thread, rest)?);
    }
    if let Some(items) = deque.payload::<Deque>() {
        for piece in pieces {
            items.push(thread, view_of(thread, &piece)?, End::Right)?;
        }
    }
    Ok(deque)
}

fn check_can_write(thread: &Thread, this: &Transport, method: &str) -> Res<()> {
    if this.eof.load(Relaxed) {
        let message = format!("Cannot call {method}() after write_eof()");
        return Err(thread.error(Builtin::RuntimeError, message));
    }
    if !this.fields[EMPTY_WAITER].get().is_none() {
        let message = format!("unable to {method}; sendfile is in progress");
        return Err(thread.error(Builtin::RuntimeError, message));
    }
    Ok(())
}

/// Whether a transport is one for sockets whose method `write` is that of this file.
pub(in crate::modules::asyncio) fn writes(thread: &Thread, transport: &Value) -> bool {
    let name = names::WRITE.value();
    if transport.payload::<Transport>().is_none() {
        return false;
    }
    let found = thread.lookup_in_class(thread.class_of(transport), name);
    let function = found.as_ref().and_then(Value::payload::<BuiltinFunction>);
    let is_own = function.is_some_and(|function| std::ptr::eq(function.def, &METHODS[WRITE]));
    is_own && thread.instance_attribute(transport, name).is_none()
}

/// `transport.write(data)`
pub(super) fn write(thread: &Thread, args: &[Value]) -> Res {
    write_to(thread, &args[0], &args[1])?;
    Ok(Value::NONE)
}

/// The number of bytes, or items of a view, that `data` has.
///
/// # Errors
/// TypeError if it is neither bytes nor a bytearray nor a view.
fn length(thread: &Thread, data: &Value) -> Res<usize> {
    if let Some(bytes) = data.as_bytes() {
        return Ok(bytes.len());
    }
    let is_bytes_like =
        data.payload::<ByteArray>().is_some() || data.payload::<MemoryView>().is_some();
    match is_bytes_like {
        true => protocol::length(thread, data),
        false => {
            let class = short_name(thread.class_of(data));
            let message = format!("data argument must be a bytes-like object, not '{class}'");
            Err(thread.type_error(message))
        }
    }
}

/// Sends bytes through a transport for sockets, now or when there is room.
///
/// # Errors
/// TypeError, RuntimeError; what telling of an error raises.
pub(in crate::modules::asyncio) fn write_to(
    thread: &Thread,
    transport: &Value,
    data: &Value,
) -> Res<()> {
    let length = length(thread, data)?;
    let this = own(thread, transport)?;
    check_can_write(thread, this, "write")?;
    if length == 0 {
        return Ok(());
    }
    if this.is_lost() {
        return call_method_str(thread, transport, "_lost_write", &[]).map(drop);
    }
    if this.left() > 0 {
        let piece = piece(thread, data, 0)?.0;
        return keep(thread, transport, piece, 0);
    }
    let sent = match send(thread, transport, data) {
        Ok(sent) => sent,
        Err(raised) => return failed(thread, transport, raised, WRITE_FAILED),
    };
    let all = buffer::get(data).map_or(length, |bytes| bytes.len());
    if sent >= all {
        return Ok(());
    }
    let (piece, sent) = piece(thread, data, sent)?;
    wait_for_room(thread, transport)?;
    keep(thread, transport, piece, sent)
}

/// What is kept of something to be sent, and how much of it has been: the program may change anything but bytes.
fn piece(thread: &Thread, data: &Value, sent: usize) -> Res<(Value, usize)> {
    if data.is_exact(Builtin::Bytes) {
        return Ok((data.clone(), sent));
    }
    let bytes = match buffer::get(data) {
        Some(bytes) => bytes.unlocked(),
        // What a view has to say about it.
        None => buffer::require(thread, &view_of(thread, data)?)?
            .into_vec()
            .into(),
    };
    let rest = bytes.get(sent..).unwrap_or_default();
    Ok((Bytes::new_value(thread, rest)?, 0))
}

/// Has bytes wait behind the others, and the protocol pause if there are too many.
fn keep(thread: &Thread, transport: &Value, piece: Value, sent: usize) -> Res<()> {
    let this = own(thread, transport)?;
    this.push(thread, piece, sent)?;
    pause_if_full(thread, transport)
}

fn pause_if_full(thread: &Thread, transport: &Value) -> Res<()> {
    let this = own(thread, transport)?;
    let size = thread.int_from_usize(this.left())?;
    let Some(most) = this.fields[HIGH_WATER].load() else {
        return Ok(());
    };
    if this.protocol_paused.load(Relaxed)
        || !protocol::compare_bool(thread, &size, &most, Compare::Gt)?
    {
        return Ok(());
    }
    call_method_str(thread, transport, "_maybe_pause_protocol", &[]).map(drop)
}

/// Has the loop call `_write_ready` when there is room.
fn wait_for_room(thread: &Thread, transport: &Value) -> Res<()> {
    let this = own(thread, transport)?;
    let event_loop = this.fields[LOOP].get();
    let number = thread.int(this.number.load(Relaxed).into())?;
    let ready = protocol::get_attr_str(thread, transport, "_write_ready")?;
    call_method_str(thread, &event_loop, "_add_writer", &[number, ready]).map(drop)
}

/// Sends as much as there is room for; how much.
fn send(thread: &Thread, transport: &Value, data: &Value) -> Res<usize> {
    let this = own(thread, transport)?;
    let sock = this.fields[SOCK].get();
    if let Some(number) = this.direct_socket(thread, &sock) {
        let bytes = buffer::require(thread, data)?.unlocked();
        return socket::send_at_once(thread, number, &[&bytes]);
    }
    send_by_method(thread, &sock, data)
}

fn send_by_method(thread: &Thread, sock: &Value, data: &Value) -> Res<usize> {
    let sent = call_method_str(thread, sock, "send", std::slice::from_ref(data));
    match none_if_not_ready(thread, sent)? {
        Some(sent) => Ok(usize::try_from(c_int(thread, &sent)?).unwrap_or(0)),
        None => Ok(0),
    }
}

/// Sends of what waits as much as there is room for.
fn send_pending(thread: &Thread, transport: &Value) -> Res<()> {
    let this = own(thread, transport)?;
    let sock = this.fields[SOCK].get();
    let (pieces, skipped) = this.first();
    let rest = |first: &Value| {
        let bytes = first.as_bytes().and_then(|bytes| bytes.get(skipped..));
        Bytes::new_value(thread, bytes.unwrap_or_default())
    };
    let sent = match this.direct_socket(thread, &sock) {
        Some(number) => {
            let mut parts: Vec<&[u8]> = pieces.iter().filter_map(Value::as_bytes).collect();
            if let Some(first) = parts.first_mut() {
                *first = first.get(skipped..).unwrap_or_default();
            }
            socket::send_at_once(thread, number, &parts)?
        }
        None => match pieces.first() {
            Some(first) => send_by_method(thread, &sock, &view_of(thread, &rest(first)?)?)?,
            None => 0,
        },
    };
    own(thread, transport)?.advance(sent);
    Ok(())
}

/// `transport._write_ready()`
pub(super) fn write_ready(thread: &Thread, args: &[Value]) -> Res {
    let transport = &args[0];
    let this = own(thread, transport)?;
    if this.is_lost() || this.left() == 0 {
        return Ok(Value::NONE);
    }
    if let Err(raised) = send_pending(thread, transport) {
        lose_writer(thread, transport, raised)?;
        return Ok(Value::NONE);
    }
    if own(thread, transport)?.protocol_paused.load(Relaxed) {
        // It may write more.
        call_method_str(thread, transport, "_maybe_resume_protocol", &[])?;
    }
    let this = own(thread, transport)?;
    let event_loop = this.fields[LOOP].load().unwrap_or(Value::NONE);
    if this.left() == 0 && !event_loop.is_none() {
        call_method_str(thread, transport, "_all_sent", &[])?;
    }
    Ok(Value::NONE)
}

/// Sending of what waited has failed: it is lost.
#[cold]
fn lose_writer(thread: &Thread, transport: &Value, raised: Raised) -> Res<()> {
    let ends_run =
        raised_is(thread, Builtin::SystemExit) || raised_is(thread, Builtin::KeyboardInterrupt);
    if ends_run {
        return Err(raised);
    }
    let exception = thread.take_raised(raised);
    call_method_str(thread, transport, "_lose_writer", &[])?;
    let raised = thread.raise(exception);
    failed(thread, transport, raised, WRITE_FAILED)
}

/// `transport.writelines(list_of_data)`
pub(super) fn writelines(thread: &Thread, args: &[Value]) -> Res {
    let [transport, lines] = args else {
        return Err(thread.type_error("writelines() takes a list"));
    };
    check_can_write(thread, own(thread, transport)?, "writelines")?;
    let mut pieces = Vec::new();
    for line in protocol::collect(thread, lines)? {
        let (piece, _) = piece(thread, &line, 0)?;
        if piece.as_bytes().is_some_and(|bytes| !bytes.is_empty()) {
            pieces.push(piece);
        }
    }
    let this = own(thread, transport)?;
    if pieces.is_empty() {
        return Ok(Value::NONE);
    }
    if this.is_lost() {
        call_method_str(thread, transport, "_lost_write", &[])?;
        return Ok(Value::NONE);
    }
    let waited = this.left() > 0;
    for piece in pieces {
        this.push(thread, piece, 0)?;
    }
    if !waited {
        if let Err(raised) = send_pending(thread, transport) {
            let pending = own(thread, transport)?.pending.lock().take();
            drop(pending);
            failed(thread, transport, raised, WRITE_FAILED)?;
            return Ok(Value::NONE);
        }
        if own(thread, transport)?.left() == 0 {
            return Ok(Value::NONE);
        }
        wait_for_room(thread, transport)?;
    }
    pause_if_full(thread, transport)?;
    Ok(Value::NONE)
}
