"""The functions of `multiprocessing`, with threads in the place of processes.

Arrays are missing: those of CPython's module are of the module `array`, which does not exist here.
"""

import sys
import threading
import weakref
from multiprocessing.dummy.connection import Pipe
from queue import Queue
from threading import Barrier, BoundedSemaphore, Condition, Event, Lock, RLock, Semaphore

__all__ = ["Barrier", "BoundedSemaphore", "Condition", "Event", "JoinableQueue", "Lock", "Manager", "Pipe", "Pool", "Process",
           "Queue", "RLock", "Semaphore", "active_children", "current_process", "freeze_support"]

JoinableQueue = Queue
current_process = threading.current_thread


class DummyProcess(threading.Thread):
    """A thread that looks like a process."""

    def __init__(self, group=None, target=None, name=None, args=(), kwargs={}):
        threading.Thread.__init__(self, group, target, name, args, kwargs)
        self._parent = current_process()
        self._children = weakref.WeakSet()
        self._start_called = False

    def start(self):
        """Lets it run; only the thread that has made it can do that."""
        if self._parent is not current_process():
            raise RuntimeError(f"Parent is {self._parent!r} but current_process is {current_process()!r}")
        self._start_called = True
        _children_of(self._parent).add(self)
        threading.Thread.start(self)

    @property
    def exitcode(self):
        """0 when it has ended, None before."""
        return 0 if self._start_called and not self.is_alive() else None


Process = DummyProcess


def _children_of(thread):
    # Other threads get the attribute when they are first asked.
    children = getattr(thread, "_children", None)
    if children is None:
        children = thread._children = weakref.WeakSet()
    return children


def active_children():
    """Those that this thread has started and that have not ended."""
    children = _children_of(current_process())
    alive = [child for child in children if child.is_alive()]
    children.intersection_update(alive)
    return alive


def freeze_support():
    """Nothing."""


class Namespace:
    """An object for any attributes."""

    def __init__(self, /, **kwargs):
        self.__dict__.update(kwargs)

    def __repr__(self):
        shown = sorted(f"{name}={value!r}" for name, value in self.__dict__.items() if not name.startswith("_"))
        return f"{type(self).__name__}({', '.join(shown)})"


dict = dict
list = list


class Value:
    """A value with a place of its own; the type code is not looked at."""

    def __init__(self, typecode, value, lock=True):
        self._typecode = typecode
        self.value = value

    def __repr__(self):
        return f"<{type(self).__name__}({self._typecode!r}, {self.value!r})>"


def Manager():
    """This module: threads share everything as it is."""
    return sys.modules[__name__]


def shutdown():
    """Nothing."""


def Pool(processes=None, initializer=None, initargs=()):
    """Threads that carry out calls."""
    from multiprocessing.pool import ThreadPool

    return ThreadPool(processes, initializer, initargs)
