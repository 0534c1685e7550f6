//! `_socket.socket`.
//!
//! A socket with a timeout is put into the system's non-blocking mode; waiting is done by polling, as CPython does it.

use super::address;
use super::memory::{keep_buffer, take_buffer};
use super::waiting::{deadline_of, timed_out, wait_for};
use crate::modules::posix;
use crate::modules::posix::call::{await_ready, error};
use crate::object::class::{CallArgs, SlotDef, class_flag};
use crate::object::layout::{Sharing, id_of};
use crate::object::native::Beside;
use crate::object::{Builtin, Bytes, NativeDef, Payload, Res, Str, Thread, Tuple, Value};
use crate::runtime::classes::{ClassDef, GetSetDef};
use crate::runtime::gil::{self, Reason};
use crate::runtime::protocol::convert::index_ssize;
use crate::runtime::{safepoint, system, warnings};
use crate::types::float::convert::real;
use crate::types::memoryview::change_bytes;
use crate::types::shared::{arguments, class_argument, signature};
use crate::types::text::args::c_int;
use crate::types::text::buffer as bytes_like;
use rustix::buffer::spare_capacity;
use rustix::event::PollFlags;
use rustix::io::Errno;
use rustix::net::{
    AddressFamily, Protocol, RecvFlags, SendFlags, Shutdown, SocketAddrAny, SocketFlags, SocketType,
};
use std::sync::atomic::{AtomicI32, AtomicI64, Ordering::*};

/// The payload.
pub(super) struct Socket {
    /// -1: closed, or not open yet.
    pub(super) number: AtomicI32,
    family: AtomicI32,
    kind: AtomicI32,
    protocol: AtomicI32,
    /// Nanoseconds; negative: none.
    pub(super) timeout: AtomicI64,
}

impl Payload for Socket {
    const LEAF: bool = true;
    const SHARING: Sharing = Sharing::Guarded;
    fn trace(&self, _: &mut dyn FnMut(&Value)) {}
}

impl Drop for Socket {
    fn drop(&mut self) {
        drop(system::owned(*self.number.get_mut()));
    }
}

/// The table of the class.
pub static CLASS: ClassDef = ClassDef {
    name: "_socket.socket",
    doc: "One end of a connection, or what connections are accepted from.",
    signature: "(family=-1, type=-1, proto=-1, fileno=None)",
    flags: class_flag::BASE | class_flag::IMMUTABLE,
    layout: Some(id_of::<Socket>),
    methods: &NativeDef::all_beside(
        Beside::READS_ALL,
        [
            NativeDef::method("_accept", "(self, /)", accept)
                .doc("Takes the next connection: (its descriptor, the peer's address)."),
            NativeDef::method("bind", "(self, address, /)", bind)
                .doc("Gives the socket an address."),
            NativeDef::method("close", "(self, /)", close).doc("Closes the socket."),
            NativeDef::method("connect", "(self, address, /)", connect)
                .doc("Connects the socket to an address."),
            NativeDef::method("connect_ex", "(self, address, /)", connect_ex)
                .doc("As connect(), but returns the errno of a failure, or 0."),
            NativeDef::method("detach", "(self, /)", detach)
                .doc("Gives the descriptor away: the socket is closed, the descriptor stays open."),
            NativeDef::method("fileno", "(self, /)", fileno)
                .doc("The descriptor; -1 once the socket is closed."),
            NativeDef::method("getpeername", "(self, /)", getpeername).doc("The peer's address."),
            NativeDef::method("getsockname", "(self, /)", getsockname).doc("The socket's address."),
            NativeDef::method(
                "getsockopt",
                "(self, level, option, buffersize=0, /)",
                getsockopt,
            )
            .doc("An option: an int, or with a size so many bytes."),
            NativeDef::method(
                "setsockopt",
                "(self, level, option, value, optlen=None, /)",
                setsockopt,
            )
            .doc("Sets an option to an int or to bytes."),
            NativeDef::method("listen", "(self, backlog=128, /)", listen)
                .doc("Lets others connect; so many connections may wait to be accepted."),
            NativeDef::method("recv", "(self, bufsize, flags=0, /)", recv)
                .doc("Receives at most so many bytes; none when the peer has closed."),
            NativeDef::method("recv_into", "(self, buffer, nbytes=0, flags=0)", recv_into)
                .doc("Receives bytes into a buffer. Tells how many came."),
            NativeDef::method("recvfrom", "(self, bufsize, flags=0, /)", recvfrom)
                .doc("Receives a message: (its bytes, the sender's address)."),
            NativeDef::method(
                "recvfrom_into",
                "(self, buffer, nbytes=0, flags=0)",
                recvfrom_into,
            )
            .doc("Receives a message into a buffer: (how many bytes, the sender's address)."),
            NativeDef::method("send", "(self, data, flags=0, /)", send)
                .doc("Sends bytes. Tells how many were taken."),
            NativeDef::method("sendall", "(self, data, flags=0, /)", sendall)
                .doc("Sends all of the bytes."),
            NativeDef::method(
                "sendto",
                "(self, data, flags_or_address, address=None, /)",
                sendto,
            )
            .doc("Sends a message to an address."),
            NativeDef::method("setblocking", "(self, flag, /)", setblocking)
                .doc("Sets whether calls wait."),
            NativeDef::method("getblocking", "(self, /)", getblocking).doc("Whether calls wait."),
            NativeDef::method("settimeout", "(self, timeout, /)", settimeout)
                .doc("Sets for how many seconds calls wait; None: for ever."),
            NativeDef::method("gettimeout", "(self, /)", gettimeout)
                .doc("For how many seconds calls wait; None: for ever."),
            NativeDef::method("shutdown", "(self, flag, /)", shutdown)
                .doc("Ends receiving, sending, or both."),
        ],
    ),
    getset: &[
        GetSetDef::new("family", family).doc("The family of addresses."),
        GetSetDef::new("type", kind).doc("The kind of connection."),
        GetSetDef::new("proto", protocol).doc("The protocol; 0 is the usual one."),
        GetSetDef::new("timeout", timeout).doc("As gettimeout()."),
    ],
    slots: &[
        SlotDef::New(construct),
        SlotDef::Init(open),
        SlotDef::Repr(repr),
        SlotDef::Finalize(finalize),
    ],
    ..ClassDef::DEFAULT
};

/// Nanoseconds that new sockets wait; negative: for ever.
static DEFAULT_TIMEOUT: AtomicI64 = AtomicI64::new(-1);

fn construct(thread: &Thread, class: &Value, _: CallArgs<'_>) -> Res {
    let socket = Socket {
        number: AtomicI32::new(-1),
        family: AtomicI32::new(0),
        kind: AtomicI32::new(0),
        protocol: AtomicI32::new(0),
        timeout: AtomicI64::new(-1),
    };
    thread.alloc_instance(class_argument(thread, class)?, socket)
}

const NEW: NativeDef = signature("socket", "(family=-1, type=-1, proto=-1, fileno=None)");

fn open(thread: &Thread, value: &Value, args: CallArgs<'_>) -> Res<()> {
    let bound = arguments(thread, &NEW, args)?;
    let given = |i: usize| match bound[i].bound() {
        Some(value) => c_int(thread, value),
        None => Ok(-1),
    };
    let (family, kind, protocol) = (given(0)?, given(1)?, given(2)?);
    let socket = socket(thread, value)?;
    let number = match bound[3].bound().filter(|value| !value.is_none()) {
        Some(value) => adopt(thread, value, socket, [family, kind, protocol])?,
        None => {
            let or = |given: i32, default: i32| if given == -1 { default } else { given };
            let family = or(family, libc::AF_INET);
            let kind = or(kind, libc::SOCK_STREAM);
            let protocol = or(protocol, 0);
            socket.family.store(family, Relaxed);
            let plain = kind & !(libc::SOCK_NONBLOCK | libc::SOCK_CLOEXEC);
            socket.kind.store(plain, Relaxed);
            socket.protocol.store(protocol, Relaxed);
            let made = rustix::net::socket_with(
                AddressFamily::from_raw(family as u16),
                SocketType::from_raw(plain as u32),
                SocketFlags::CLOEXEC,
                std::num::NonZeroU32::new(protocol as u32).map(Protocol::from_raw),
            );
            let number = system::number(made.map_err(|errno| error(thread, errno))?);
            if kind & libc::SOCK_NONBLOCK != 0 {
                socket.timeout.store(0, Relaxed);
            } else {
                socket.timeout.store(DEFAULT_TIMEOUT.load(Relaxed), Relaxed);
            }
            number
        }
    };
    drop(system::owned(socket.number.swap(number, AcqRel)));
    if socket.timeout.load(Relaxed) >= 0 {
        let set = posix::make_blocking(number, false);
        set.map_err(|errno| error(thread, errno))?;
    }
    Ok(())
}

/// Takes over an open descriptor; what is not given is asked of the system.
fn adopt(thread: &Thread, value: &Value, socket: &Socket, given: [i32; 3]) -> Res<i32> {
    if value.as_float().is_some() {
        return Err(thread.type_error("integer argument expected, got float"));
    }
    let number = c_int(thread, value)?;
    if number < 0 {
        return Err(thread.value_error("negative file descriptor"));
    }
    let ask = |option: i32| {
        let mut answer = [0; 4];
        system::socket_option(number, libc::SOL_SOCKET, option, &mut answer)
            .map(|_| i32::from_ne_bytes(answer))
            .map_err(|errno| error(thread, errno))
    };
    let fields = [
        (&socket.family, libc::SO_DOMAIN),
        (&socket.kind, libc::SO_TYPE),
        (&socket.protocol, libc::SO_PROTOCOL),
    ];
    for ((field, option), given) in fields.into_iter().zip(given) {
        let asked = ask(option)?;
        field.store(if given == -1 { asked } else { given }, Relaxed);
    }
    socket.timeout.store(DEFAULT_TIMEOUT.load(Relaxed), Relaxed);
    Ok(number)
}

fn socket<'v>(thread: &Thread, value: &'v Value) -> Res<&'v Socket> {
    value
        .payload::<Socket>()
        .ok_or_else(|| thread.type_error("a socket was expected"))
}

fn accept(thread: &Thread, args: &[Value]) -> Res {
    let socket = socket(thread, &args[0])?;
    let (descriptor, peer) = wait_for(thread, args, socket, PollFlags::IN, None, |number| {
        rustix::net::acceptfrom_with(system::descriptor(number)?, SocketFlags::CLOEXEC)
    })?;
    let number = thread.int(i64::from(system::number(descriptor)))?;
    Tuple::pair(thread, number, address::write(thread, peer)?)
}

/// A call that does not wait.
fn at_once<T>(
    thread: &Thread,
    value: &Value,
    call: impl FnOnce(rustix::fd::BorrowedFd<'static>) -> Result<T, Errno>,
) -> Res<T> {
    let number = socket(thread, value)?.number.load(Acquire);
    system::descriptor(number)
        .and_then(call)
        .map_err(|errno| error(thread, errno))
}

fn bind(thread: &Thread, args: &[Value]) -> Res {
    let family = socket(thread, &args[0])?.family.load(Relaxed);
    let address = address::read(thread, family, &args[1], "bind")?;
    at_once(thread, &args[0], |fd| rustix::net::bind(fd, &address))?;
    Ok(Value::NONE)
}

fn close(thread: &Thread, args: &[Value]) -> Res {
    let number = socket(thread, &args[0])?.number.swap(-1, AcqRel);
    if number >= 0 {
        close_number(thread, number)?;
    }
    Ok(Value::NONE)
}

/// Closes a socket's descriptor. That the peer has reset the connection is no error.
///
/// # Errors
/// OSError
pub fn close_number(thread: &Thread, number: i32) -> Res<()> {
    match posix::close_number(thread, number) {
        Ok(()) | Err(Errno::CONNRESET) => Ok(()),
        Err(errno) => Err(error(thread, errno)),
    }
}

fn detach(thread: &Thread, args: &[Value]) -> Res {
    let number = socket(thread, &args[0])?.number.swap(-1, AcqRel);
    thread.int(i64::from(number))
}

fn fileno(thread: &Thread, args: &[Value]) -> Res {
    thread.int(i64::from(socket(thread, &args[0])?.number.load(Acquire)))
}

/// Connects: the errno of what went wrong, if anything did.
fn try_connect(thread: &Thread, args: &[Value], function: &str) -> Res<Option<Errno>> {
    let socket = socket(thread, &args[0])?;
    let family = socket.family.load(Relaxed);
    let address = address::read(thread, family, &args[1], function)?;
    let number = socket.number.load(Acquire);
    let begun = gil::blocking(thread, Reason::Io, || {
        rustix::net::connect(system::descriptor(number)?, &address)
    });
    let timeout = socket.timeout.load(Relaxed);
    match begun {
        Ok(()) => return Ok(None),
        Err(Errno::INTR) => safepoint::poll(thread)?,
        Err(Errno::INPROGRESS) if timeout > 0 => {}
        Err(errno) => return Ok(Some(errno)),
    }
    // It goes on by itself; its end shows as being ready to send.
    if !poll_until_sent(thread, number, deadline_of(socket))? {
        return if function == "connect" {
            Err(timed_out(thread))
        } else {
            Ok(Some(Errno::AGAIN))
        };
    }
    let mut answer = [0; 4];
    let asked = system::socket_option(number, libc::SOL_SOCKET, libc::SO_ERROR, &mut answer);
    asked.map_err(|errno| error(thread, errno))?;
    Ok(match i32::from_ne_bytes(answer) {
        0 => None,
        code => Some(Errno::from_raw_os_error(code)),
    })
}

/// Waits, in any thread, until a connection is made or refused.
fn poll_until_sent(thread: &Thread, number: i32, deadline: Option<u64>) -> Res<bool> {
    await_ready(
        thread,
        number,
        PollFlags::OUT,
        Some(deadline.unwrap_or(u64::MAX)),
    )
}

fn connect(thread: &Thread, args: &[Value]) -> Res {
    match try_connect(thread, args, "connect")? {
        None => Ok(Value::NONE),
        Some(errno) => Err(error(thread, errno)),
    }
}

fn connect_ex(thread: &Thread, args: &[Value]) -> Res {
    let failed = try_connect(thread, args, "connect_ex")?;
    thread.int(failed.map_or(0, |errno| i64::from(errno.raw_os_error())))
}

fn getpeername(thread: &Thread, args: &[Value]) -> Res {
    let peer = at_once(thread, &args[0], rustix::net::getpeername)?;
    address::write(thread, peer)
}

fn getsockname(thread: &Thread, args: &[Value]) -> Res {
    let own = at_once(thread, &args[0], rustix::net::getsockname)?;
    address::write(thread, Some(own))
}

fn getsockopt(thread: &Thread, args: &[Value]) -> Res {
    let number = socket(thread, &args[0])?.number.load(Acquire);
    let (level, option) = (c_int(thread, &args[1])?, c_int(thread, &args[2])?);
    let size = args[3].bound().map_or(Ok(0), |size| c_int(thread, size))?;
    let ask = |value: &mut [u8]| {
        system::socket_option(number, level, option, value).map_err(|errno| error(thread, errno))
    };
    if size == 0 {
        let mut answer = [0; 4];
        ask(&mut answer)?;
        return thread.int(i64::from(i32::from_ne_bytes(answer)));
    }
    if !(1..=1024).contains(&size) {
        return Err(thread.error(Builtin::OSError, "getsockopt buflen out of range"));
    }
    let mut answer = vec![0; size as usize];
    let length = ask(&mut answer)?;
    Bytes::new_value(thread, &answer[..length.min(size as usize)])
}

fn setsockopt(thread: &Thread, args: &[Value]) -> Res {
    let number = socket(thread, &args[0])?.number.load(Acquire);
    let (level, option) = (c_int(thread, &args[1])?, c_int(thread, &args[2])?);
    let set = |value: &[u8]| {
        system::set_socket_option(number, level, option, value)
            .map_err(|errno| error(thread, errno))
    };
    if args[3].is_none() {
        let length = args[4]
            .bound()
            .map_or(Ok(0), |length| c_int(thread, length))?;
        set(&vec![0; length.clamp(0, 1024) as usize])?;
    } else if let Some(bytes) = bytes_like::get(&args[3]) {
        set(&bytes.unlocked())?;
    } else {
        set(&c_int(thread, &args[3])?.to_ne_bytes())?;
    }
    Ok(Value::NONE)
}

fn listen(thread: &Thread, args: &[Value]) -> Res {
    let backlog = args[1].bound().map_or(Ok(128), |n| c_int(thread, n))?;
    at_once(thread, &args[0], |fd| {
        rustix::net::listen(fd, backlog.max(0))
    })?;
    Ok(Value::NONE)
}

/// How many bytes a script wants to receive.
fn size(thread: &Thread, wanted: i64, function: &str) -> Res<usize> {
    usize::try_from(wanted)
        .map_err(|_| thread.value_error(format!("negative buffersize in {function}")))
}

fn recv_flags(thread: &Thread, value: &Value) -> Res<RecvFlags> {
    let bits = value.bound().map_or(Ok(0), |flags| c_int(thread, flags))?;
    Ok(RecvFlags::from_bits_retain(bits as u32))
}

/// Receives at most so many bytes, shows them to `use_them`, and gives the sender's address, where the socket's kind has one.
fn receive<R>(
    thread: &Thread,
    args: &[Value],
    socket: &Socket,
    size: usize,
    flags: RecvFlags,
    use_them: impl FnOnce(&[u8]) -> Res<R>,
) -> Res<(R, Option<SocketAddrAny>)> {
    let mut bytes = take_buffer(thread, size)?;
    let sender = wait_for(thread, args, socket, PollFlags::IN, None, |number| {
        receive_into(number, &mut bytes, size, flags)
    })?;
    let result = use_them(&bytes)?;
    keep_buffer(bytes);
    Ok((result, sender))
}

fn receive_into(
    number: i32,
    bytes: &mut Vec<u8>,
    size: usize,
    flags: RecvFlags,
) -> Result<Option<SocketAddrAny>, Errno> {
    let descriptor = system::descriptor(number)?;
    bytes.clear();
    if size > 0 && bytes.capacity() == size {
        let received = rustix::net::recvfrom(descriptor, spare_capacity(bytes), flags)?;
        return Ok(received.2);
    }
    bytes.resize(size, 0);
    let (length, _, sender) = rustix::net::recvfrom(descriptor, bytes.as_mut_slice(), flags)?;
    bytes.truncate(length);
    Ok(sender)
}

/// The arguments of `recv` and `recvfrom`, and what they receive.
fn received(
    thread: &Thread,
    args: &[Value],
    function: &str,
) -> Res<(Value, Option<SocketAddrAny>)> {
    let socket = socket(thread, &args[0])?;
    let wanted = index_ssize(thread, &args[1])?;
    let flags = recv_flags(thread, &args[2])?;
    let size = size(thread, wanted, function)?;
    receive(thread, args, socket, size, flags, |bytes| {
        Bytes::new_value(thread, bytes)
    })
}

fn recv(thread: &Thread, args: &[Value]) -> Res {
    Ok(received(thread, args, "recv")?.0)
}

fn recvfrom(thread: &Thread, args: &[Value]) -> Res {
    let (bytes, sender) = received(thread, args, "recvfrom")?;
    Tuple::pair(thread, bytes, address::write(thread, sender)?)
}

/// Receives into an object's memory: how many bytes, and from whom.
fn into_buffer(
    thread: &Thread,
    args: &[Value],
    function: &str,
) -> Res<(usize, Option<SocketAddrAny>)> {
    let socket = socket(thread, &args[0])?;
    let mut room = 0;
    if !change_bytes(&args[1], &mut |memory| room = memory.len()) {
        return Err(thread.type_error(format!(
            "{function}() argument 1 must be read-write bytes-like object, not {}",
            crate::types::text::args::type_name(thread, &args[1])
        )));
    }
    let wanted = args[2].bound().map_or(Ok(0), |n| index_ssize(thread, n))?;
    let flags = recv_flags(thread, &args[3])?;
    let wanted = size(thread, wanted, function)?;
    if wanted > room {
        return Err(thread.value_error("buffer too small for requested bytes"));
    }
    let size = if wanted == 0 { room } else { wanted };
    receive(thread, args, socket, size, flags, |bytes| {
        // The object may have shrunk meanwhile.
        let mut copied = 0;
        change_bytes(&args[1], &mut |memory| {
            copied = bytes.len().min(memory.len());
            memory[..copied].copy_from_slice(&bytes[..copied]);
        });
        Ok(copied)
    })
}

fn recv_into(thread: &Thread, args: &[Value]) -> Res {
    let (length, _) = into_buffer(thread, args, "recv_into")?;
    thread.int_from_usize(length)
}

fn recvfrom_into(thread: &Thread, args: &[Value]) -> Res {
    let (length, sender) = into_buffer(thread, args, "recvfrom_into")?;
    let length = thread.int_from_usize(length)?;
    Tuple::pair(thread, length, address::write(thread, sender)?)
}

fn send_flags(thread: &Thread, value: &Value) -> Res<SendFlags> {
    let bits = value.bound().map_or(Ok(0), |flags| c_int(thread, flags))?;
    // A peer that has closed is an error, never a signal that ends the host.
    Ok(SendFlags::from_bits_retain(bits as u32) | SendFlags::NOSIGNAL)
}

fn send(thread: &Thread, args: &[Value]) -> Res {
    let socket = socket(thread, &args[0])?;
    let bytes = bytes_like::require(thread, &args[1])?.unlocked();
    let flags = send_flags(thread, &args[2])?;
    let sent = wait_for(thread, args, socket, PollFlags::OUT, None, |number| {
        rustix::net::send(system::descriptor(number)?, &bytes, flags)
    })?;
    thread.int_from_usize(sent)
}

fn sendall(thread: &Thread, args: &[Value]) -> Res {
    let socket = socket(thread, &args[0])?;
    let bytes = bytes_like::require(thread, &args[1])?.unlocked();
    let flags = send_flags(thread, &args[2])?;
    let deadline = deadline_of(socket);
    let mut done = 0;
    while done < bytes.len() {
        done += wait_for(thread, args, socket, PollFlags::OUT, deadline, |number| {
            rustix::net::send(system::descriptor(number)?, &bytes[done..], flags)
        })?;
        safepoint::poll(thread)?;
    }
    Ok(Value::NONE)
}

fn sendto(thread: &Thread, args: &[Value]) -> Res {
    let socket = socket(thread, &args[0])?;
    let bytes = bytes_like::require(thread, &args[1])?.unlocked();
    let (flags, target) = match args[3].bound() {
        Some(target) => (send_flags(thread, &args[2])?, target),
        None => (SendFlags::NOSIGNAL, &args[2]),
    };
    let target = address::read(thread, socket.family.load(Relaxed), target, "sendto")?;
    let sent = wait_for(thread, args, socket, PollFlags::OUT, None, |number| {
        rustix::net::sendto(system::descriptor(number)?, &bytes, flags, &target)
    })?;
    thread.int_from_usize(sent)
}

fn set_timeout(thread: &Thread, value: &Value, nanoseconds: i64) -> Res {
    let socket = socket(thread, value)?;
    let set = posix::make_blocking(socket.number.load(Acquire), nanoseconds < 0);
    set.map_err(|errno| error(thread, errno))?;
    socket.timeout.store(nanoseconds, Relaxed);
    Ok(Value::NONE)
}

/// Nanoseconds of a timeout in seconds; negative for None.
fn nanoseconds(thread: &Thread, value: &Value) -> Res<i64> {
    if value.is_none() {
        return Ok(-1);
    }
    let Some(seconds) = real(thread, value)? else {
        return Err(thread.type_error(format!(
            "'{}' object cannot be interpreted as an integer",
            thread.class_of(value).name_text()
        )));
    };
    if seconds.is_nan() {
        return Err(thread.value_error("Invalid value NaN (not a number)"));
    }
    if seconds < 0.0 {
        return Err(thread.value_error("Timeout value out of range"));
    }
    if seconds > i64::MAX as f64 / 1e9 {
        return Err(thread.overflow_error("timestamp too large to convert to C PyTime_t"));
    }
    Ok((seconds * 1e9).ceil() as i64)
}

fn in_seconds(thread: &Thread, nanoseconds: i64) -> Res {
    if nanoseconds < 0 {
        Ok(Value::NONE)
    } else {
        thread.float(nanoseconds as f64 / 1e9)
    }
}

fn setblocking(thread: &Thread, args: &[Value]) -> Res {
    let waits = crate::runtime::protocol::truth(thread, &args[1])?;
    set_timeout(thread, &args[0], if waits { -1 } else { 0 })
}

fn getblocking(thread: &Thread, args: &[Value]) -> Res {
    let timeout = socket(thread, &args[0])?.timeout.load(Relaxed);
    Ok(Value::from_bool(timeout != 0))
}

fn settimeout(thread: &Thread, args: &[Value]) -> Res {
    let nanoseconds = nanoseconds(thread, &args[1])?;
    set_timeout(thread, &args[0], nanoseconds)
}

fn gettimeout(thread: &Thread, args: &[Value]) -> Res {
    timeout(thread, &args[0])
}

fn timeout(thread: &Thread, value: &Value) -> Res {
    in_seconds(thread, socket(thread, value)?.timeout.load(Relaxed))
}

fn family(thread: &Thread, value: &Value) -> Res {
    thread.int(i64::from(socket(thread, value)?.family.load(Relaxed)))
}

fn kind(thread: &Thread, value: &Value) -> Res {
    thread.int(i64::from(socket(thread, value)?.kind.load(Relaxed)))
}

fn protocol(thread: &Thread, value: &Value) -> Res {
    thread.int(i64::from(socket(thread, value)?.protocol.load(Relaxed)))
}

fn shutdown(thread: &Thread, args: &[Value]) -> Res {
    let how = match c_int(thread, &args[1])? {
        libc::SHUT_RD => Shutdown::Read,
        libc::SHUT_WR => Shutdown::Write,
        libc::SHUT_RDWR => Shutdown::Both,
        _ => return Err(error(thread, Errno::INVAL)),
    };
    at_once(thread, &args[0], |fd| rustix::net::shutdown(fd, how))?;
    Ok(Value::NONE)
}

fn repr(thread: &Thread, value: &Value) -> Res {
    let socket = socket(thread, value)?;
    let text = format!(
        "<socket object, fd={}, family={}, type={}, proto={}>",
        socket.number.load(Acquire),
        socket.family.load(Relaxed),
        socket.kind.load(Relaxed),
        socket.protocol.load(Relaxed)
    );
    Str::new_value(thread, &text)
}

/// A socket that dies open is closed, which may be news.
fn finalize(thread: &Thread, value: &Value) -> Res {
    if socket(thread, value)?.number.load(Acquire) >= 0 {
        warnings::warn_unclosed(thread, "", value);
    }
    Ok(Value::NONE)
}

/// `getdefaulttimeout`
pub fn get_default_timeout(thread: &Thread, _: &[Value]) -> Res {
    in_seconds(thread, DEFAULT_TIMEOUT.load(Relaxed))
}

/// `setdefaulttimeout`
pub fn set_default_timeout(thread: &Thread, args: &[Value]) -> Res {
    DEFAULT_TIMEOUT.store(nanoseconds(thread, &args[0])?, Relaxed);
    Ok(Value::NONE)
}
