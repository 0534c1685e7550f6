"""The sockets of datagram endpoints."""

import os
import socket

from . import log


def _require_pair(address):
    if not (isinstance(address, tuple) and len(address) == 2):
        raise TypeError("2-tuple is expected")


async def _candidates(loop, local_addr, remote_addr, family, proto, flags):
    """What to try: ((family, proto), (local address, remote address))."""
    if not (local_addr or remote_addr):
        if family == 0:
            raise ValueError("unexpected address family")
        return [((family, proto), (None, None))]
    if hasattr(socket, "AF_UNIX") and family == socket.AF_UNIX:
        for address in local_addr, remote_addr:
            if address is not None and not isinstance(address, str):
                raise TypeError("string is expected")
        if local_addr and local_addr[0] not in (0, "\0"):
            remove_stale(local_addr)
        return [((family, proto), (local_addr, remote_addr))]
    by_kind = {}
    for index, address in enumerate((local_addr, remote_addr)):
        if address is None:
            continue
        _require_pair(address)
        infos = await loop._ensure_resolved(address, family=family, type=socket.SOCK_DGRAM, proto=proto, flags=flags,
                                            loop=loop)
        if not infos:
            raise OSError("getaddrinfo() returned empty list")
        for found, _, protocol, _, resolved in infos:
            by_kind.setdefault((found, protocol), [None, None])[index] = resolved
    complete = [(kind, pair) for kind, pair in by_kind.items()
                if not ((local_addr and pair[0] is None) or (remote_addr and pair[1] is None))]
    if not complete:
        raise ValueError("can not get address information")
    return complete


def remove_stale(path):
    """Removes the socket that an endpoint has left behind."""
    try:
        if os.stat(path).st_mode & 0o170000 == 0o140000:
            os.remove(path)
    except FileNotFoundError:
        pass
    except OSError as error:
        log.logger.error("Unable to check or remove stale UNIX socket %r: %r", path, error)


async def open_endpoint(loop, local_addr, remote_addr, family, proto, flags, reuse_port, allow_broadcast, sock):
    """A socket for datagrams, and the peer that it has been connected to, or None."""
    if sock is not None:
        if sock.type == socket.SOCK_STREAM:
            raise ValueError(f"A datagram socket was expected, got {sock!r}")
        given = {"local_addr": local_addr, "remote_addr": remote_addr, "family": family, "proto": proto,
                 "flags": flags, "reuse_port": reuse_port, "allow_broadcast": allow_broadcast}
        if any(given.values()):
            problems = ", ".join(f"{name}={value}" for name, value in given.items() if value)
            raise ValueError(f"socket modifier keyword arguments can not be used when sock is specified. ({problems})")
        sock.setblocking(False)
        return sock, None
    errors = []
    for (found, protocol), (local, remote) in await _candidates(loop, local_addr, remote_addr, family, proto, flags):
        sock = None
        try:
            sock = socket.socket(family=found, type=socket.SOCK_DGRAM, proto=protocol)
            if reuse_port:
                from ._connections import _set_reuseport

                _set_reuseport(sock)
            if allow_broadcast:
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
            sock.setblocking(False)
            if local_addr:
                sock.bind(local)
            if remote_addr:
                if not allow_broadcast:
                    await loop.sock_connect(sock, remote)
                return sock, remote
            return sock, None
        except OSError as error:
            if sock is not None:
                sock.close()
            errors.append(error)
        except:
            if sock is not None:
                sock.close()
            raise
    raise errors[0]
