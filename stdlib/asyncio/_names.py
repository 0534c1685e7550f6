"""Addresses: which need no look-up, and in which order they are tried."""

import collections
import itertools
import socket


def _ipaddr_info(host, port, family, type, proto, flowinfo=0, scopeid=0):
    """What getaddrinfo() would say of an address in figures; None if it has to be asked."""
    if proto not in {0, socket.IPPROTO_TCP, socket.IPPROTO_UDP} or host is None:
        return None
    if type == socket.SOCK_STREAM:
        proto = socket.IPPROTO_TCP
    elif type == socket.SOCK_DGRAM:
        proto = socket.IPPROTO_UDP
    else:
        return None
    if port is None:
        port = 0
    elif isinstance(port, (bytes, str)) and not port:
        port = 0
    else:
        # A name of a service has to be looked up.
        try:
            port = int(port)
        except (TypeError, ValueError):
            return None
    if family == socket.AF_UNSPEC:
        families = [socket.AF_INET, socket.AF_INET6]
    else:
        families = [family]
    if isinstance(host, bytes):
        host = host.decode("ascii")
    if "%" in host:
        # A zone of IPv6 is a name of an interface.
        return None
    for family in families:
        try:
            socket.inet_pton(family, host)
        except OSError:
            continue
        if family == socket.AF_INET6:
            return family, type, proto, "", (host, port, flowinfo, scopeid)
        return family, type, proto, "", (host, port)
    return None


def _interleave_addrinfos(addrinfos, first_address_family_count=1):
    """The addresses of one family and of others in turn."""
    by_family = collections.OrderedDict()
    for address in addrinfos:
        by_family.setdefault(address[0], []).append(address)
    lists = list(by_family.values())
    ordered = []
    if first_address_family_count > 1:
        ordered.extend(lists[0][:first_address_family_count - 1])
        del lists[0][:first_address_family_count - 1]
    ordered.extend(address for address in itertools.chain.from_iterable(itertools.zip_longest(*lists))
                   if address is not None)
    return ordered
