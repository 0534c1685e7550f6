//! Messages over pipes and sockets: the length in four bytes, most significant first, and so many bytes. A longer message than 2 GiB has -1 for a length, and
//! the length proper in eight bytes after that.

use crate::modules::posix::call::{await_ready, blocking};
use crate::object::{Builtin, Bytes, Raised, Res, Thread, Value};
use crate::runtime::protocol::convert::index_ssize;
use crate::runtime::system;
use crate::types::text::args::c_int;
use crate::types::text::buffer as bytes_like;
use rustix::event::PollFlags;
use std::io::IoSlice;

/// So much is asked for before the first byte has come: lengths can be lies.
const FIRST_ROOM: usize = 1 << 20;

/// The head of a message of this length.
fn head(length: usize) -> Vec<u8> {
    match i32::try_from(length) {
        Ok(length) => length.to_be_bytes().to_vec(),
        Err(_) => {
            let mut head = (-1_i32).to_be_bytes().to_vec();
            head.extend_from_slice(&(length as u64).to_be_bytes());
            head
        }
    }
}

pub fn send(thread: &Thread, args: &[Value]) -> Res {
    let number = c_int(thread, &args[0])?;
    let body = bytes_like::require(thread, &args[1])?.unlocked();
    let head = head(body.len());
    let mut done = 0;
    thread.coming_back_beside(args, || {
        while done < head.len() + body.len() {
            await_ready(thread, number, PollFlags::OUT, None)?;
            done += blocking(thread, || {
                let descriptor = system::descriptor(number)?;
                match done.checked_sub(head.len()) {
                    Some(done) => rustix::io::write(descriptor, &body[done..]),
                    None => {
                        let parts = [IoSlice::new(&head[done..]), IoSlice::new(&body)];
                        rustix::io::writev(descriptor, &parts)
                    }
                }
            })?;
        }
        Ok(())
    })?;
    Ok(Value::NONE)
}

pub fn receive(thread: &Thread, args: &[Value]) -> Res {
    let number = c_int(thread, &args[0])?;
    let limit = match args[1].bound().filter(|limit| !limit.is_none()) {
        Some(limit) => usize::try_from(index_ssize(thread, limit)?).unwrap_or(0),
        None => usize::MAX,
    };
    let message = thread.coming_back_beside(args, || {
        let mut bytes = Vec::new();
        read(thread, number, 4, &mut bytes)?;
        let mut length = match <[u8; 4]>::try_from(bytes.as_slice()) {
            Ok(head) => i64::from(i32::from_be_bytes(head)),
            Err(_) => 0,
        };
        bytes.clear();
        if length == -1 {
            within(thread, read(thread, number, 8, &mut bytes))?;
            length = match <[u8; 8]>::try_from(bytes.as_slice()) {
                Ok(head) => i64::from_be_bytes(head),
                Err(_) => -1,
            };
            bytes.clear();
        }
        let Ok(length) = usize::try_from(length) else {
            return Err(thread.error(Builtin::OSError, "bad message length"));
        };
        if length > limit {
            return Ok(None);
        }
        within(thread, read(thread, number, length, &mut bytes))?;
        Ok(Some(bytes))
    })?;
    match message {
        Some(bytes) => Bytes::new_value(thread, &bytes),
        None => Ok(Value::NONE),
    }
}

/// An end in the middle of a message is no proper one.
fn within(thread: &Thread, answer: Res<()>) -> Res<()> {
    let Err(raised) = answer else {
        return Ok(());
    };
    if crate::runtime::raise::raised_is(thread, Builtin::EOFError) {
        drop(thread.take_raised(raised));
        return Err(cut_off(thread));
    }
    Err(raised)
}

#[cold]
fn cut_off(thread: &Thread) -> Raised {
    thread.error(Builtin::OSError, "got end of file during message")
}

/// Reads so many bytes. EOFError if there are none.
fn read(thread: &Thread, number: i32, length: usize, bytes: &mut Vec<u8>) -> Res<()> {
    let mut done = 0;
    while done < length {
        if done == bytes.len() {
            let more = (length - done).min(done.max(FIRST_ROOM));
            thread.check_memory(more)?;
            if bytes.try_reserve(more).is_err() {
                return Err(thread.memory_error());
            }
            bytes.resize(done + more, 0);
        }
        await_ready(thread, number, PollFlags::IN, None)?;
        let count = blocking(thread, || {
            rustix::io::read(system::descriptor(number)?, &mut bytes[done..])
        })?;
        if count == 0 {
            return Err(match done {
                0 => thread.error(Builtin::EOFError, ""),
                _ => cut_off(thread),
            });
        }
        done += count;
    }
    Ok(())
}
