"""The queue without limits that a finaliser or a signal handler may use."""

# put() takes no lock. It may run at any point of another put() or of a get() of the same queue, even in
# the same thread, and each step below is one operation of a deque, which nothing can divide. A thread
# that waits has a gate, a lock of its own, in `_gates`. Each put() opens one gate if there is any, after
# its item is in place; each get() looks for an item again after its gate is in place.

from _thread import allocate_lock
from collections import deque
from time import monotonic
from types import GenericAlias

__all__ = ["Empty", "SimpleQueue"]


class Empty(Exception):
    """There is no item to get."""


class SimpleQueue:
    """First in, first out, of any length."""

    __slots__ = ("_items", "_gates", "__weakref__")
    __class_getitem__ = classmethod(GenericAlias)

    # Not __init__(): a subclass may have one that does not call it.
    def __new__(cls, *args, **kwargs):
        if cls.__init__ is object.__init__:
            if args:
                raise TypeError("SimpleQueue() takes no positional arguments")
            if kwargs:
                raise TypeError("SimpleQueue() takes no keyword arguments")
        self = super().__new__(cls)
        self._items = deque()
        self._gates = deque()
        return self

    def put(self, /, item, block=True, timeout=None):
        """Adds an item. It never blocks; the other arguments are there to be like Queue's."""
        self._items.append(item)
        if self._gates:
            self._open_gate()

    def put_nowait(self, /, item):
        """Adds an item."""
        self._items.append(item)
        if self._gates:
            self._open_gate()

    def get(self, /, block=True, timeout=None):
        """Takes the oldest item; waits for one, or raises Empty when not to block or when time ran out."""
        try:
            if block and timeout is not None and timeout < 0:
                raise ValueError("'timeout' must be a non-negative number")
            return self._items.popleft()
        except IndexError:
            if not block:
                raise Empty from None
        return self._wait_for_item(timeout)

    def get_nowait(self, /):
        """Takes the oldest item, or raises Empty."""
        return self.get(False)

    def empty(self, /):
        """Whether there was no item at the moment."""
        return not self._items

    def qsize(self, /):
        """How many items there were at the moment."""
        return len(self._items)

    def _open_gate(self):
        try:
            gate = self._gates.popleft()
        except IndexError:
            return
        gate.release()

    def _wait_for_item(self, timeout):
        end = None if timeout is None else monotonic() + timeout
        while True:
            gate = allocate_lock()
            gate.acquire()
            try:
                self._gates.append(gate)
                if not self._items:
                    if end is None:
                        gate.acquire()
                    else:
                        gate.acquire(True, max(end - monotonic(), 0))
                return self._items.popleft()
            except IndexError:
                # Time ran out, or another thread was faster.
                if end is not None and monotonic() >= end:
                    raise Empty from None
            finally:
                self._withdraw(gate)

    def _withdraw(self, gate):
        try:
            self._gates.remove(gate)
        except ValueError:
            # It was opened. If this thread has not taken that item, another one has to.
            if self._items:
                self._open_gate()
