//! `_socket`: sockets as the system has them. The module `socket` adds what needs no system call.
#![forbid(unsafe_code)]

mod address;
mod direct;
mod memory;
mod names;
mod object;
mod pair;
mod waiting;

pub use direct::{methods, number_at_once, receive_at_once, send_at_once};

use crate::object::{Builtin, Dict, NativeDef, Res, Str, Thread, Tuple, Value};
use crate::runtime::classes::native_class;
use crate::runtime::module::{ModuleDef, set_numbers};
use crate::runtime::protocol;
use crate::types::text::args::c_int;

/// The module.
pub static MODULE: ModuleDef = ModuleDef {
    name: "_socket",
    doc: "Sockets of the operating system. The module socket has them all.",
    functions: &[
        NativeDef::function("socketpair", "(family=1, type=1, proto=0, /)", pair::pair)
            .doc("Two connected sockets, as numbers of their descriptors."),
        NativeDef::function("close", "(fd, /)", close).doc("Closes the descriptor of a socket."),
        NativeDef::function("dup", "(fd, /)", super::posix::dup)
            .doc("Another descriptor of a socket, which children do not inherit."),
        NativeDef::function(
            "getaddrinfo",
            "(host, port, family=0, type=0, proto=0, flags=0)",
            names::getaddrinfo,
        )
        .doc(
            "The addresses that a name stands for: (family, type, proto, canonical name, address).",
        ),
        NativeDef::function("getnameinfo", "(sockaddr, flags, /)", names::getnameinfo)
            .doc("The names of a host and of a service that an address has, as (host, port)."),
        NativeDef::function("gethostbyname", "(host, /)", names::gethostbyname)
            .doc("The first IPv4 address of a host, as text."),
        NativeDef::function("gethostname", "()", names::gethostname).doc("The machine's name."),
        NativeDef::function(
            "inet_pton",
            "(address_family, ip_string, /)",
            names::inet_pton,
        )
        .doc("The bytes of an address that is given as text."),
        NativeDef::function(
            "inet_ntop",
            "(address_family, packed_ip, /)",
            names::inet_ntop,
        )
        .doc("The text of an address that is given as bytes."),
        NativeDef::function("inet_aton", "(ip_addr, /)", names::inet_aton)
            .doc("The bytes of an IPv4 address that is given as text."),
        NativeDef::function("inet_ntoa", "(packed_ip, /)", names::inet_ntoa)
            .doc("The text of an IPv4 address that is given as bytes."),
        NativeDef::function("htons", "(integer, /)", |thread, args| {
            swap16(thread, &args[0], "htons")
        })
        .doc("16 bits in the order of the network."),
        NativeDef::function("ntohs", "(integer, /)", |thread, args| {
            swap16(thread, &args[0], "ntohs")
        })
        .doc("16 bits in the order of this machine."),
        NativeDef::function("htonl", "(integer, /)", |thread, args| {
            swap32(thread, &args[0], "htonl")
        })
        .doc("32 bits in the order of the network."),
        NativeDef::function("ntohl", "(integer, /)", |thread, args| {
            swap32(thread, &args[0], "ntohl")
        })
        .doc("32 bits in the order of this machine."),
        NativeDef::function("getdefaulttimeout", "()", object::get_default_timeout)
            .doc("The timeout of new sockets in seconds; None if they wait for ever."),
        NativeDef::function(
            "setdefaulttimeout",
            "(timeout, /)",
            object::set_default_timeout,
        )
        .doc("Sets the timeout of new sockets in seconds; None: they wait for ever."),
    ],
    init: Some(init),
};

const NUMBERS: &[(&str, i32)] = &[
    ("AF_UNSPEC", libc::AF_UNSPEC),
    ("AF_UNIX", libc::AF_UNIX),
    ("AF_INET", libc::AF_INET),
    ("AF_INET6", libc::AF_INET6),
    ("SOCK_STREAM", libc::SOCK_STREAM),
    ("SOCK_DGRAM", libc::SOCK_DGRAM),
    ("SOCK_RAW", libc::SOCK_RAW),
    ("SOCK_RDM", libc::SOCK_RDM),
    ("SOCK_SEQPACKET", libc::SOCK_SEQPACKET),
    ("SOCK_NONBLOCK", libc::SOCK_NONBLOCK),
    ("SOCK_CLOEXEC", libc::SOCK_CLOEXEC),
    ("SOL_SOCKET", libc::SOL_SOCKET),
    ("SO_REUSEADDR", libc::SO_REUSEADDR),
    ("SO_REUSEPORT", libc::SO_REUSEPORT),
    ("SO_DEBUG", libc::SO_DEBUG),
    ("SO_DONTROUTE", libc::SO_DONTROUTE),
    ("SO_KEEPALIVE", libc::SO_KEEPALIVE),
    ("SO_BROADCAST", libc::SO_BROADCAST),
    ("SO_LINGER", libc::SO_LINGER),
    ("SO_RCVBUF", libc::SO_RCVBUF),
    ("SO_SNDBUF", libc::SO_SNDBUF),
    ("SO_RCVTIMEO", libc::SO_RCVTIMEO),
    ("SO_SNDTIMEO", libc::SO_SNDTIMEO),
    ("SO_RCVLOWAT", libc::SO_RCVLOWAT),
    ("SO_SNDLOWAT", libc::SO_SNDLOWAT),
    ("SO_PRIORITY", libc::SO_PRIORITY),
    ("SO_MARK", libc::SO_MARK),
    ("SO_BINDTODEVICE", libc::SO_BINDTODEVICE),
    ("SO_INCOMING_CPU", libc::SO_INCOMING_CPU),
    ("SO_PASSCRED", libc::SO_PASSCRED),
    ("SO_PASSSEC", libc::SO_PASSSEC),
    ("SO_ERROR", libc::SO_ERROR),
    ("SO_TYPE", libc::SO_TYPE),
    ("SO_DOMAIN", libc::SO_DOMAIN),
    ("SO_PROTOCOL", libc::SO_PROTOCOL),
    ("SO_ACCEPTCONN", libc::SO_ACCEPTCONN),
    ("SO_OOBINLINE", libc::SO_OOBINLINE),
    ("SO_PEERCRED", libc::SO_PEERCRED),
    ("SOMAXCONN", libc::SOMAXCONN),
    ("SCM_RIGHTS", libc::SCM_RIGHTS),
    ("SCM_CREDENTIALS", libc::SCM_CREDENTIALS),
    ("IPPROTO_IP", libc::IPPROTO_IP),
    ("IPPROTO_TCP", libc::IPPROTO_TCP),
    ("IPPROTO_UDP", libc::IPPROTO_UDP),
    ("IPPROTO_IPV6", libc::IPPROTO_IPV6),
    ("IPPROTO_ICMP", libc::IPPROTO_ICMP),
    ("IPPROTO_ICMPV6", libc::IPPROTO_ICMPV6),
    ("IPPROTO_IGMP", libc::IPPROTO_IGMP),
    ("IPPROTO_RAW", libc::IPPROTO_RAW),
    ("IPPROTO_SCTP", libc::IPPROTO_SCTP),
    ("IP_TTL", libc::IP_TTL),
    ("IP_TOS", libc::IP_TOS),
    ("IP_HDRINCL", libc::IP_HDRINCL),
    ("IP_TRANSPARENT", libc::IP_TRANSPARENT),
    ("IP_ADD_MEMBERSHIP", libc::IP_ADD_MEMBERSHIP),
    ("IP_DROP_MEMBERSHIP", libc::IP_DROP_MEMBERSHIP),
    ("IP_ADD_SOURCE_MEMBERSHIP", libc::IP_ADD_SOURCE_MEMBERSHIP),
    ("IP_DROP_SOURCE_MEMBERSHIP", libc::IP_DROP_SOURCE_MEMBERSHIP),
    ("IP_MULTICAST_IF", libc::IP_MULTICAST_IF),
    ("IP_MULTICAST_LOOP", libc::IP_MULTICAST_LOOP),
    ("IP_MULTICAST_TTL", libc::IP_MULTICAST_TTL),
    ("IPV6_V6ONLY", libc::IPV6_V6ONLY),
    ("IPV6_UNICAST_HOPS", libc::IPV6_UNICAST_HOPS),
    ("IPV6_MULTICAST_HOPS", libc::IPV6_MULTICAST_HOPS),
    ("IPV6_MULTICAST_IF", libc::IPV6_MULTICAST_IF),
    ("IPV6_MULTICAST_LOOP", libc::IPV6_MULTICAST_LOOP),
    ("IPV6_TCLASS", libc::IPV6_TCLASS),
    ("IPV6_JOIN_GROUP", libc::IPV6_ADD_MEMBERSHIP),
    ("IPV6_LEAVE_GROUP", libc::IPV6_DROP_MEMBERSHIP),
    ("SOL_IP", libc::IPPROTO_IP),
    ("SOL_TCP", libc::IPPROTO_TCP),
    ("SOL_UDP", libc::IPPROTO_UDP),
    ("TCP_NODELAY", libc::TCP_NODELAY),
    ("TCP_CONGESTION", libc::TCP_CONGESTION),
    ("TCP_CORK", libc::TCP_CORK),
    ("TCP_DEFER_ACCEPT", libc::TCP_DEFER_ACCEPT),
    ("TCP_FASTOPEN", libc::TCP_FASTOPEN),
    ("TCP_INFO", libc::TCP_INFO),
    ("TCP_LINGER2", libc::TCP_LINGER2),
    ("TCP_MAXSEG", libc::TCP_MAXSEG),
    ("TCP_QUICKACK", libc::TCP_QUICKACK),
    ("TCP_SYNCNT", libc::TCP_SYNCNT),
    ("TCP_WINDOW_CLAMP", libc::TCP_WINDOW_CLAMP),
    ("TCP_KEEPIDLE", libc::TCP_KEEPIDLE),
    ("TCP_KEEPINTVL", libc::TCP_KEEPINTVL),
    ("TCP_KEEPCNT", libc::TCP_KEEPCNT),
    ("TCP_USER_TIMEOUT", libc::TCP_USER_TIMEOUT),
    ("MSG_PEEK", libc::MSG_PEEK),
    ("MSG_OOB", libc::MSG_OOB),
    ("MSG_WAITALL", libc::MSG_WAITALL),
    ("MSG_DONTWAIT", libc::MSG_DONTWAIT),
    ("MSG_NOSIGNAL", libc::MSG_NOSIGNAL),
    ("MSG_CTRUNC", libc::MSG_CTRUNC),
    ("MSG_DONTROUTE", libc::MSG_DONTROUTE),
    ("MSG_EOR", libc::MSG_EOR),
    ("MSG_ERRQUEUE", libc::MSG_ERRQUEUE),
    ("MSG_MORE", libc::MSG_MORE),
    ("MSG_CMSG_CLOEXEC", libc::MSG_CMSG_CLOEXEC),
    ("MSG_TRUNC", libc::MSG_TRUNC),
    ("SHUT_RD", libc::SHUT_RD),
    ("SHUT_WR", libc::SHUT_WR),
    ("SHUT_RDWR", libc::SHUT_RDWR),
    ("AI_PASSIVE", libc::AI_PASSIVE),
    ("AI_CANONNAME", libc::AI_CANONNAME),
    ("AI_NUMERICHOST", libc::AI_NUMERICHOST),
    ("AI_NUMERICSERV", libc::AI_NUMERICSERV),
    ("AI_ADDRCONFIG", libc::AI_ADDRCONFIG),
    ("AI_V4MAPPED", libc::AI_V4MAPPED),
    ("AI_ALL", libc::AI_ALL),
    ("EAI_AGAIN", libc::EAI_AGAIN),
    ("EAI_FAIL", libc::EAI_FAIL),
    ("EAI_FAMILY", libc::EAI_FAMILY),
    ("EAI_NONAME", libc::EAI_NONAME),
    ("EAI_SERVICE", libc::EAI_SERVICE),
    ("EAI_SOCKTYPE", libc::EAI_SOCKTYPE),
    ("NI_NUMERICHOST", libc::NI_NUMERICHOST),
    ("NI_NUMERICSERV", libc::NI_NUMERICSERV),
    ("NI_NOFQDN", libc::NI_NOFQDN),
    ("NI_NAMEREQD", libc::NI_NAMEREQD),
    ("NI_DGRAM", libc::NI_DGRAM),
];

fn init(thread: &Thread, dict: &Dict) -> Res<()> {
    let set = |name: &str, value: Value| dict.set(thread, thread.intern(name.as_bytes())?, value);
    set_numbers(thread, dict, NUMBERS)?;
    set("INADDR_ANY", thread.int(0)?)?;
    set("INADDR_LOOPBACK", thread.int(0x7f00_0001)?)?;
    for name in ["INADDR_BROADCAST", "INADDR_NONE"] {
        set(name, thread.int(0xffff_ffff)?)?;
    }
    set("INADDR_UNSPEC_GROUP", thread.int(0xe000_0000)?)?;
    set("INADDR_ALLHOSTS_GROUP", thread.int(0xe000_0001)?)?;
    set("INADDR_MAX_LOCAL_GROUP", thread.int(0xe000_00ff)?)?;
    set("has_ipv6", Value::TRUE)?;
    let socket = native_class(thread, &object::CLASS)?;
    set("SocketType", socket.clone())?;
    set("socket", socket)?;
    set("error", Builtin::OSError.class().clone())?;
    set("timeout", Builtin::TimeoutError.class().clone())?;
    for (name, doc) in [
        ("gaierror", "A name has no address, or none was found."),
        ("herror", "A host is not known."),
    ] {
        let namespace = Dict::new_value(thread)?;
        if let Some(names) = namespace.as_dict() {
            let module = Str::new_value(thread, "socket")?;
            names.set(thread, thread.intern(b"__module__")?, module)?;
            names.set(
                thread,
                thread.intern(b"__doc__")?,
                Str::new_value(thread, doc)?,
            )?;
        }
        let bases = Tuple::from_slice(thread, &[Builtin::OSError.class().clone()])?;
        let arguments = [Str::new_value(thread, name)?, bases, namespace];
        let class = protocol::call_positional(thread, &Builtin::Type.class().clone(), &arguments)?;
        set(name, class)?;
    }
    Ok(())
}

fn close(thread: &Thread, args: &[Value]) -> Res {
    object::close_number(thread, c_int(thread, &args[0])?)?;
    Ok(Value::NONE)
}

/// An unsigned argument below 2 to the power of `bits`.
fn unsigned(thread: &Thread, value: &Value, bits: u32, name: &str) -> Res<u64> {
    let int = crate::runtime::protocol::convert::index(thread, value)?;
    let int = int.as_int().and_then(|int| int.to_i64());
    match int {
        Some(int) if int >> bits == 0 && int >= 0 => Ok(int as u64),
        Some(int) if int < 0 => Err(thread.overflow_error(format!(
            "{name}: can't convert negative Python int to C {bits}-bit unsigned integer"
        ))),
        _ => Err(thread.overflow_error(format!(
            "{name}: Python int too large to convert to C {bits}-bit unsigned integer"
        ))),
    }
}

fn swap16(thread: &Thread, value: &Value, name: &str) -> Res {
    let number = unsigned(thread, value, 16, name)? as u16;
    thread.int(i64::from(number.to_be()))
}

fn swap32(thread: &Thread, value: &Value, name: &str) -> Res {
    let number = unsigned(thread, value, 32, name)? as u32;
    thread.int(i64::from(number.to_be()))
}
