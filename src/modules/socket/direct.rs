//! Sockets for other native modules: receiving and sending what can be at once, with sockets that never wait (timeout 0).

use super::memory::{keep_buffer, take_buffer};
use super::object::{CLASS, Socket};
use crate::modules::posix::call::error;
use crate::object::{Bytes, NativeDef, Res, Thread, Value};
use crate::runtime::{gil, system};
use rustix::buffer::spare_capacity;
use rustix::io::Errno;
use rustix::net::{RecvFlags, SendAncillaryBuffer, SendFlags};
use std::io::IoSlice;
use std::sync::atomic::Ordering::*;

/// The methods of `_socket.socket`.
pub fn methods() -> &'static [NativeDef] {
    CLASS.methods
}

/// The descriptor of a socket that never waits; None for any other object.
pub fn number_at_once(value: &Value) -> Option<i32> {
    let socket = value.payload::<Socket>()?;
    (socket.timeout.load(Relaxed) == 0).then(|| socket.number.load(Acquire))
}

/// What is ready, or None: nothing is, after all.
fn if_ready<T>(thread: &Thread, answer: Result<T, Errno>) -> Res<Option<T>> {
    match answer {
        Ok(answer) => Ok(Some(answer)),
        Err(Errno::AGAIN | Errno::INTR) => Ok(None),
        Err(errno) => Err(error(thread, errno)),
    }
}

/// At most so many bytes that have come, none at the end of the stream; None if nothing has come.
///
/// # Errors
/// OSError, MemoryError
pub fn receive_at_once(thread: &Thread, number: i32, size: usize) -> Res<Option<Value>> {
    let mut bytes = take_buffer(thread, size)?;
    let received = gil::briefly(thread, || {
        let descriptor = system::descriptor(number)?;
        rustix::net::recv(descriptor, spare_capacity(&mut bytes), RecvFlags::empty())
    });
    let value = match if_ready(thread, received) {
        Ok(Some(_)) => Bytes::new_value(thread, &bytes).map(Some),
        Ok(None) => Ok(None),
        Err(raised) => Err(raised),
    };
    keep_buffer(bytes);
    value
}

/// Sends of these bytes as many as there is room for: how many.
///
/// # Errors
/// OSError
pub fn send_at_once(thread: &Thread, number: i32, parts: &[&[u8]]) -> Res<usize> {
    // A peer that has closed is an error, never a signal that ends the host.
    let flags = SendFlags::NOSIGNAL;
    let sent = gil::briefly(thread, || {
        let descriptor = system::descriptor(number)?;
        match parts {
            [part] => rustix::net::send(descriptor, part, flags),
            _ => {
                let parts: Vec<IoSlice<'_>> = parts.iter().map(|part| IoSlice::new(part)).collect();
                let mut nothing = SendAncillaryBuffer::default();
                rustix::net::sendmsg(descriptor, &parts, &mut nothing, flags)
            }
        }
    });
    Ok(if_ready(thread, sent)?.unwrap_or(0))
}
