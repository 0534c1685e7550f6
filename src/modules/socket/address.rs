//! Addresses of sockets: what scripts write, and what the system says.

use super::names::resolve;
use crate::modules::posix::call;
use crate::object::{Bytes, Raised, Res, Str, Thread, Tuple, Value};
use crate::types::text::args::{c_int, type_name};
use crate::types::text::buffer;
use rustix::net::{AddressFamily, SocketAddrAny, SocketAddrUnix};
use std::net::{IpAddr, SocketAddr, SocketAddrV6};

fn wrong_type(thread: &Thread, function: &str, family: &str, value: &Value) -> Raised {
    thread.type_error(format!(
        "{function}(): {family} address must be tuple, not {}",
        thread.class_of(value).name_text()
    ))
}

/// The address that a script has written for a socket of a family. `function` is how messages name the caller.
///
/// # Errors
/// TypeError, OverflowError, OSError, gaierror.
pub fn read(thread: &Thread, family: i32, value: &Value, function: &str) -> Res<SocketAddrAny> {
    match family {
        libc::AF_INET => {
            let Some(items) = value.as_tuple() else {
                return Err(wrong_type(thread, function, "AF_INET", value));
            };
            let [host, port] = items else {
                return Err(thread.type_error("AF_INET address must be a pair (host, port)"));
            };
            let ip = resolve(thread, host, Some(false))?;
            let port = read_port(thread, port, function)?;
            Ok(SocketAddr::new(ip, port).into())
        }
        libc::AF_INET6 => {
            let Some(items) = value.as_tuple() else {
                return Err(wrong_type(thread, function, "AF_INET6", value));
            };
            if !(2..=4).contains(&items.len()) {
                return Err(thread.type_error(
                    "AF_INET6 address must be a tuple (host, port[, flowinfo[, scopeid]])",
                ));
            }
            let ip = resolve(thread, &items[0], Some(true))?;
            let port = read_port(thread, &items[1], function)?;
            let number = |i: usize| match items.get(i) {
                Some(value) => c_int(thread, value).map(|n| n as u32),
                None => Ok(0),
            };
            let (flow, scope) = (number(2)?, number(3)?);
            if flow > 0xf_ffff {
                return Err(
                    thread.overflow_error(format!("{function}(): flowinfo must be 0-1048575."))
                );
            }
            match ip {
                IpAddr::V6(ip) => Ok(SocketAddrV6::new(ip, port, flow, scope).into()),
                IpAddr::V4(ip) => {
                    Ok(SocketAddrV6::new(ip.to_ipv6_mapped(), port, flow, scope).into())
                }
            }
        }
        libc::AF_UNIX => {
            let bytes = match buffer::get(value) {
                Some(bytes) => bytes.to_vec(),
                None if value.as_str_object().is_some() => {
                    crate::types::text::codec::encode(thread, value, "utf-8", "surrogateescape")?
                }
                None => {
                    return Err(thread.type_error(format!(
                        "a bytes-like object is required, not '{}'",
                        type_name(thread, value)
                    )));
                }
            };
            let address = match bytes.split_first() {
                Some((0, name)) => SocketAddrUnix::new_abstract_name(name),
                // The system chooses a name.
                None => Ok(SocketAddrUnix::new_unnamed()),
                _ => SocketAddrUnix::new(bytes.as_slice()),
            };
            match address {
                Ok(address) => Ok(address.into()),
                Err(rustix::io::Errno::NAMETOOLONG) => {
                    Err(thread.error(crate::object::Builtin::OSError, "AF_UNIX path too long"))
                }
                Err(errno) => Err(call::error(thread, errno)),
            }
        }
        _ => Err(thread.error(
            crate::object::Builtin::OSError,
            format!("{function}(): bad family"),
        )),
    }
}

fn read_port(thread: &Thread, value: &Value, function: &str) -> Res<u16> {
    u16::try_from(c_int(thread, value)?)
        .map_err(|_| thread.overflow_error(format!("{function}(): port must be 0-65535.")))
}

/// An address as scripts see it.
///
/// # Errors
/// MemoryError
pub fn write(thread: &Thread, address: Option<SocketAddrAny>) -> Res {
    let Some(address) = address else {
        return Ok(Value::NONE);
    };
    if address.address_family() == AddressFamily::UNIX {
        let Ok(address) = SocketAddrUnix::try_from(address) else {
            return Ok(Value::NONE);
        };
        if let Some(name) = address.abstract_name().filter(|name| !name.is_empty()) {
            return Bytes::concat_all(thread, &[b"\0", name]);
        }
        return call::name(thread, address.path_bytes().unwrap_or(b""));
    }
    match SocketAddr::try_from(address) {
        Ok(address) => write_inet(thread, address),
        Err(_) => Ok(Value::NONE),
    }
}

/// An Internet address as scripts see it.
///
/// # Errors
/// MemoryError
pub fn write_inet(thread: &Thread, address: SocketAddr) -> Res {
    let host = Str::new_value(thread, &address.ip().to_string())?;
    let port = thread.int(i64::from(address.port()))?;
    match address {
        SocketAddr::V4(_) => Tuple::pair(thread, host, port),
        SocketAddr::V6(address) => {
            let flow = thread.int(i64::from(address.flowinfo()))?;
            let scope = thread.int(i64::from(address.scope_id()))?;
            Tuple::from_vec(thread, vec![host, port, flow, scope])
        }
    }
}
