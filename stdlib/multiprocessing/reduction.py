"""Pickles for other processes: as others, but that descriptors go along to a process that is started."""

import os
import sys
from copyreg import dispatch_table
from io import BytesIO
from multiprocessing import context
from pickle import Pickler, dumps as _dumps, loads

__all__ = ["DupFd", "ForkingPickler", "dump", "register"]

# What was registered for pickles of this kind alone.
_reducers = {}


class ForkingPickler(Pickler):
    """A pickler that knows the reducers of register(), too."""

    def __init__(self, *args):
        super().__init__(*args)
        self.dispatch_table = {**dispatch_table, **_reducers}

    @classmethod
    def register(cls, type, reduce):
        """Has `reduce` called to pickle objects of a type."""
        _reducers[type] = reduce

    @classmethod
    def dumps(cls, obj, protocol=None):
        """The pickle of an object."""
        _add_sockets()
        if not _reducers and cls is ForkingPickler:
            return _dumps(obj, protocol)
        buffer = BytesIO()
        cls(buffer, protocol).dump(obj)
        return buffer.getvalue()

    loads = loads


register = ForkingPickler.register


def dump(obj, file, protocol=None):
    """Writes the pickle of an object into a file."""
    file.write(ForkingPickler.dumps(obj, protocol))


class DupFd:
    """A descriptor for a process that is being started; detach() gives it there."""

    def __init__(self, fd):
        popen = context.get_spawning_popen()
        if popen is None:
            raise RuntimeError("descriptors can only be passed to a process that is being started")
        self._fd = popen.duplicate_for_child(fd)

    def detach(self):
        """The descriptor, in the child."""
        return take_descriptor(self._fd)


def take_descriptor(fd):
    """For a child: makes a descriptor that came with the start one that its own children do not get unasked."""
    os.set_inheritable(fd, False)
    return fd


def _add_sockets():
    # Who has no sockets need not know of them.
    module = sys.modules.get("socket")
    if module is not None and module.socket not in _reducers:
        register(module.socket, _reduce_socket)


def _reduce_socket(socket):
    return _rebuild_socket, (DupFd(socket.fileno()), socket.family, socket.type, socket.proto)


def _rebuild_socket(dup, family, type, proto):
    import socket

    return socket.socket(family, type, proto, fileno=dup.detach())
