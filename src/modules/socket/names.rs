//! Names of hosts, and the forms of their addresses.

use super::address::write_inet;
use crate::modules::posix::call;
use crate::object::{Bytes, List, Raised, Res, Str, Thread, Tuple, Value};
use crate::runtime::gil::{self, Reason};
use crate::runtime::module::imported;
use crate::runtime::raise::raise_made;
use crate::runtime::{protocol, system};
use crate::types::text::args::{c_int, type_name};
use crate::types::text::buffer;
use rustix::io::Errno;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, ToSocketAddrs};

/// The name has no address of the kind asked for (glibc).
const EAI_ADDRFAMILY: i32 = -9;

/// `socket.gaierror(code, text)`
fn lookup_error(thread: &Thread, code: i32, text: &str) -> Raised {
    let make = || -> Res {
        let class = match imported(thread, "_socket")? {
            Some(module) => protocol::get_attr_str(thread, &module, "gaierror")?,
            None => crate::object::Builtin::OSError.class().clone(),
        };
        let arguments = [thread.int(i64::from(code))?, Str::new_value(thread, text)?];
        protocol::call_positional(thread, &class, &arguments)
    };
    raise_made(thread, make())
}

fn not_known(thread: &Thread) -> Raised {
    lookup_error(thread, libc::EAI_NONAME, "Name or service not known")
}

/// The text of a host's name.
fn host_text(thread: &Thread, value: &Value) -> Res<String> {
    if let Some(text) = value.as_str_object() {
        return Ok(text.to_text().into_owned());
    }
    match buffer::get(value) {
        Some(bytes) => Ok(String::from_utf8_lossy(&bytes).into_owned()),
        None => Err(thread.type_error(format!(
            "str, bytes or bytearray expected, not {}",
            type_name(thread, value)
        ))),
    }
}

/// All addresses of a host.
fn look_up(thread: &Thread, host: &str) -> Res<Vec<IpAddr>> {
    if let Ok(ip) = host.parse::<IpAddr>() {
        return Ok(vec![ip]);
    }
    if host.contains('\0') || host.len() > 255 {
        return Err(not_known(thread));
    }
    let found = gil::blocking(thread, Reason::Io, || {
        (host, 0)
            .to_socket_addrs()
            .map(|all| all.map(|address| address.ip()).collect())
    });
    found.map_err(|error: std::io::Error| {
        let text = error.to_string();
        let text = text.rsplit(": ").next().unwrap_or("");
        if text.starts_with("Temporary") {
            lookup_error(
                thread,
                libc::EAI_AGAIN,
                "Temporary failure in name resolution",
            )
        } else {
            not_known(thread)
        }
    })
}

/// The address of a host for a socket; `v6`: of which kind it has to be.
///
/// # Errors
/// TypeError, gaierror.
pub fn resolve(thread: &Thread, host: &Value, v6: Option<bool>) -> Res<IpAddr> {
    let host = host_text(thread, host)?;
    match (host.as_str(), v6) {
        ("", Some(true)) => return Ok(Ipv6Addr::UNSPECIFIED.into()),
        ("", _) => return Ok(Ipv4Addr::UNSPECIFIED.into()),
        ("<broadcast>", Some(false)) => return Ok(Ipv4Addr::BROADCAST.into()),
        _ => {}
    }
    let fits = |ip: &IpAddr| v6.is_none_or(|v6| ip.is_ipv6() == v6);
    let found = look_up(thread, &host)?.into_iter().find(fits);
    found.ok_or_else(|| {
        lookup_error(
            thread,
            EAI_ADDRFAMILY,
            "Address family for hostname not supported",
        )
    })
}

/// The port that a script names by number or text.
fn port_of(thread: &Thread, value: &Value) -> Res<u16> {
    if value.is_none() {
        return Ok(0);
    }
    if value.as_int().is_some() {
        return Ok(c_int(thread, value)? as u16);
    }
    let text = host_text(thread, value)?;
    if let Ok(port) = text.parse::<u16>() {
        return Ok(port);
    }
    const SERVICES: &[(&str, u16)] = &[
        ("ftp", 21),
        ("ssh", 22),
        ("telnet", 23),
        ("smtp", 25),
        ("domain", 53),
        ("http", 80),
        ("pop3", 110),
        ("ntp", 123),
        ("imap2", 143),
        ("https", 443),
    ];
    let known = SERVICES.iter().find(|(name, _)| *name == text);
    let known = known.map(|(_, port)| *port);
    known.or_else(|| listed_port(&text)).ok_or_else(|| {
        lookup_error(
            thread,
            libc::EAI_SERVICE,
            "Servname not supported for ai_socktype",
        )
    })
}

/// The port of a service in the system's list, if there is one.
fn listed_port(service: &str) -> Option<u16> {
    let list = std::fs::read_to_string("/etc/services").ok()?;
    list.lines().find_map(|line| {
        // name port/protocol other-name... # remark
        let mut words = line.split('#').next()?.split_whitespace();
        let name = words.next()?;
        let (port, _) = words.next()?.split_once('/')?;
        let is_meant = name == service || words.any(|name| name == service);
        is_meant.then(|| port.parse().ok()).flatten()
    })
}

/// `getaddrinfo`
pub fn getaddrinfo(thread: &Thread, args: &[Value]) -> Res {
    let number = |i: usize| args[i].bound().map_or(Ok(0), |value| c_int(thread, value));
    let (family, kind, protocol, flags) = (number(2)?, number(3)?, number(4)?, number(5)?);
    let port = port_of(thread, &args[1])?;
    let hosts = if args[0].is_none() {
        if flags & libc::AI_PASSIVE != 0 {
            vec![Ipv4Addr::UNSPECIFIED.into(), Ipv6Addr::UNSPECIFIED.into()]
        } else {
            vec![Ipv6Addr::LOCALHOST.into(), Ipv4Addr::LOCALHOST.into()]
        }
    } else {
        let host = host_text(thread, &args[0])?;
        if flags & libc::AI_NUMERICHOST != 0 && host.parse::<IpAddr>().is_err() {
            return Err(not_known(thread));
        }
        look_up(thread, &host)?
    };
    let kinds = [
        (libc::SOCK_STREAM, libc::IPPROTO_TCP),
        (libc::SOCK_DGRAM, libc::IPPROTO_UDP),
        (libc::SOCK_RAW, libc::IPPROTO_IP),
    ];
    let mut seen = Vec::new();
    let mut all = Vec::new();
    for ip in hosts {
        let of = if ip.is_ipv6() {
            libc::AF_INET6
        } else {
            libc::AF_INET
        };
        if seen.contains(&ip) || family != 0 && family != of {
            continue;
        }
        seen.push(ip);
        for (of_kind, of_protocol) in kinds {
            let wanted = match of_protocol {
                libc::IPPROTO_IP => kind == of_kind || kind == 0 && protocol == 0,
                _ => (kind == 0 || kind == of_kind) && (protocol == 0 || protocol == of_protocol),
            };
            if !wanted {
                continue;
            }
            let of_protocol = if of_protocol == 0 {
                protocol
            } else {
                of_protocol
            };
            all.push(Tuple::from_vec(
                thread,
                vec![
                    thread.int(i64::from(of))?,
                    thread.int(i64::from(of_kind))?,
                    thread.int(i64::from(of_protocol))?,
                    Str::new_value(thread, "")?,
                    write_inet(thread, SocketAddr::new(ip, port))?,
                ],
            )?);
        }
    }
    if all.is_empty() {
        return Err(lookup_error(
            thread,
            EAI_ADDRFAMILY,
            "Address family for hostname not supported",
        ));
    }
    List::new_value(thread, all)
}

/// `getnameinfo`
pub fn getnameinfo(thread: &Thread, args: &[Value]) -> Res {
    let Some(items) = args[0].as_tuple() else {
        return Err(thread.type_error("getnameinfo() argument 1 must be a tuple"));
    };
    let flags = c_int(thread, &args[1])?;
    let [host, port, rest @ ..] = items else {
        return Err(thread.type_error("getnameinfo(): illegal sockaddr argument"));
    };
    let Some(host) = host.as_str_object() else {
        return Err(thread.type_error("getnameinfo(): illegal sockaddr argument"));
    };
    let port = c_int(thread, port)? as u16;
    let numbers = rest.iter().map(|n| c_int(thread, n).map(|n| n as u32));
    let numbers = numbers.collect::<Res<Vec<_>>>()?;
    let flow = numbers.first().copied().unwrap_or(0);
    if flow > 0xf_ffff {
        return Err(thread.overflow_error("getnameinfo(): flowinfo must be 0-1048575."));
    }
    let found = look_up(thread, &host.to_text())?;
    let &[ip] = &found[..] else {
        return Err(thread.error(
            crate::object::Builtin::OSError,
            "sockaddr resolved to multiple addresses",
        ));
    };
    let address = match ip {
        IpAddr::V4(ip) if rest.is_empty() => SocketAddr::from((ip, port)),
        IpAddr::V4(_) => {
            return Err(thread.error(
                crate::object::Builtin::OSError,
                "IPv4 sockaddr must be 2 tuple",
            ));
        }
        IpAddr::V6(ip) => {
            let scope = numbers.get(1).copied().unwrap_or(0);
            std::net::SocketAddrV6::new(ip, port, flow, scope).into()
        }
    };
    match gil::blocking(thread, Reason::Io, || system::names_of(address, flags)) {
        Ok([host, service]) => Tuple::pair(
            thread,
            Str::new_value(thread, &host)?,
            Str::new_value(thread, &service)?,
        ),
        Err((code, text)) => Err(lookup_error(thread, code, &text)),
    }
}

/// `gethostbyname`
pub fn gethostbyname(thread: &Thread, args: &[Value]) -> Res {
    let ip = resolve(thread, &args[0], Some(false))?;
    Str::new_value(thread, &ip.to_string())
}

/// `gethostname`
pub fn gethostname(thread: &Thread, _: &[Value]) -> Res {
    call::name(thread, rustix::system::uname().nodename().to_bytes())
}

fn no_family(thread: &Thread) -> Raised {
    call::error(thread, Errno::AFNOSUPPORT)
}

/// `inet_pton`
pub fn inet_pton(thread: &Thread, args: &[Value]) -> Res {
    let family = c_int(thread, &args[0])?;
    let text = host_text(thread, &args[1])?;
    let illegal = || {
        thread.error(
            crate::object::Builtin::OSError,
            "illegal IP address string passed to inet_pton",
        )
    };
    match family {
        libc::AF_INET => match text.parse::<Ipv4Addr>() {
            Ok(ip) => Bytes::new_value(thread, &ip.octets()),
            Err(_) => Err(illegal()),
        },
        libc::AF_INET6 => match text.parse::<Ipv6Addr>() {
            Ok(ip) => Bytes::new_value(thread, &ip.octets()),
            Err(_) => Err(illegal()),
        },
        _ => Err(no_family(thread)),
    }
}

/// `inet_ntop`
pub fn inet_ntop(thread: &Thread, args: &[Value]) -> Res {
    let family = c_int(thread, &args[0])?;
    let bytes = buffer::require(thread, &args[1])?.into_vec();
    let wrong = || thread.value_error("invalid length of packed IP address string");
    match family {
        libc::AF_INET => match <[u8; 4]>::try_from(bytes.as_slice()) {
            Ok(octets) => Str::new_value(thread, &Ipv4Addr::from(octets).to_string()),
            Err(_) => Err(wrong()),
        },
        libc::AF_INET6 => match <[u8; 16]>::try_from(bytes.as_slice()) {
            Ok(octets) => Str::new_value(thread, &Ipv6Addr::from(octets).to_string()),
            Err(_) => Err(wrong()),
        },
        family => Err(thread.value_error(format!("unknown address family {family}"))),
    }
}

/// `inet_aton`: one to four parts, each decimal, octal or hexadecimal; the last one fills what the others leave.
pub fn inet_aton(thread: &Thread, args: &[Value]) -> Res {
    let text = host_text(thread, &args[0])?;
    let part = |text: &str| {
        if let Some(digits) = text.strip_prefix("0x").or_else(|| text.strip_prefix("0X")) {
            u32::from_str_radix(digits, 16).ok()
        } else if text.len() > 1 && text.starts_with('0') {
            u32::from_str_radix(text, 8).ok()
        } else {
            text.parse().ok()
        }
    };
    let parts: Option<Vec<u32>> = text.split('.').map(part).collect();
    let number = parts.and_then(|parts| {
        let (last, first) = parts.split_last()?;
        let mut number = 0u32;
        for (i, part) in first.iter().enumerate() {
            number |= u8::try_from(*part).ok().map(u32::from)? << (24 - 8 * i.min(3) as u32);
        }
        let room = 32u32
            .checked_sub(8 * first.len() as u32)
            .filter(|room| *room > 0)?;
        let fits = room == 32 || *last >> room == 0;
        fits.then_some(number | last)
    });
    match number {
        Some(number) => Bytes::new_value(thread, &number.to_be_bytes()),
        None => Err(thread.error(
            crate::object::Builtin::OSError,
            "illegal IP address string passed to inet_aton",
        )),
    }
}

/// `inet_ntoa`
pub fn inet_ntoa(thread: &Thread, args: &[Value]) -> Res {
    let bytes = buffer::require(thread, &args[0])?.into_vec();
    match <[u8; 4]>::try_from(bytes.as_slice()) {
        Ok(octets) => Str::new_value(thread, &Ipv4Addr::from(octets).to_string()),
        Err(_) => Err(thread.error(
            crate::object::Builtin::OSError,
            "packed IP wrong length for inet_ntoa",
        )),
    }
}
