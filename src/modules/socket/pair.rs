//! `_socket.socketpair`.

use crate::modules::posix::call;
use crate::object::{Res, Thread, Tuple, Value};
use crate::runtime::system;
use crate::types::text::args::c_int;
use rustix::net::{AddressFamily, Protocol, SocketFlags, SocketType};

/// `socketpair`
pub fn pair(thread: &Thread, args: &[Value]) -> Res {
    let number = |i: usize, default: i32| {
        args[i]
            .bound()
            .map_or(Ok(default), |value| c_int(thread, value))
    };
    let (family, kind, protocol) = (number(0, libc::AF_UNIX)?, number(1, 1)?, number(2, 0)?);
    let made = rustix::net::socketpair(
        AddressFamily::from_raw(family as u16),
        SocketType::from_raw(kind as u32),
        SocketFlags::CLOEXEC,
        std::num::NonZeroU32::new(protocol as u32).map(Protocol::from_raw),
    );
    let (first, second) = made.map_err(|errno| call::error(thread, errno))?;
    let number = |descriptor| thread.int(i64::from(system::number(descriptor)));
    Tuple::pair(thread, number(first)?, number(second)?)
}
