"""Queues between threads: in order of arrival, last in first out, or least item first."""

from _queue import Empty, SimpleQueue
from collections import deque
from heapq import heappop, heappush
from threading import Condition, Lock
from time import monotonic
from types import GenericAlias

__all__ = ["Empty", "Full", "ShutDown", "Queue", "PriorityQueue", "LifoQueue", "SimpleQueue"]


class Full(Exception):
    """There is no room for the item."""


class ShutDown(Exception):
    """The queue was ended by shutdown()."""


class Queue:
    """First in, first out. With `maxsize` above zero, put() waits while there are so many items."""

    # The methods _init(), _qsize(), _put() and _get() are all that touches the items, and all that a
    # subclass has to define to keep them in another way. `mutex` is held while they are called.

    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, maxsize=0):
        self.maxsize = maxsize
        self.mutex = Lock()
        self.not_empty = Condition(self.mutex)
        self.not_full = Condition(self.mutex)
        self.all_tasks_done = Condition(self.mutex)
        self.unfinished_tasks = 0
        self.is_shutdown = False
        self._init(maxsize)

    def put(self, item, block=True, timeout=None):
        """Adds an item; waits for room, or raises Full when not to block or when time ran out."""
        with self.mutex:
            if self.is_shutdown:
                raise ShutDown
            if self.maxsize > 0:
                if block and timeout is not None and timeout < 0:
                    raise ValueError("'timeout' must be a non-negative number")
                if self._qsize() >= self.maxsize:
                    if not block:
                        raise Full
                    self._wait_for_room(timeout)
            self._put(item)
            self.unfinished_tasks += 1
            self.not_empty.notify()

    def put_nowait(self, item):
        """Adds an item, or raises Full."""
        self.put(item, block=False)

    def get(self, block=True, timeout=None):
        """Takes an item; waits for one, or raises Empty when not to block or when time ran out."""
        with self.mutex:
            if not self._qsize():
                if self.is_shutdown:
                    raise ShutDown
                if not block:
                    raise Empty
                if timeout is not None and timeout < 0:
                    raise ValueError("'timeout' must be a non-negative number")
                self._wait_for_item(timeout)
            elif block and timeout is not None and timeout < 0:
                raise ValueError("'timeout' must be a non-negative number")
            item = self._get()
            self.not_full.notify()
            return item

    def get_nowait(self):
        """Takes an item, or raises Empty."""
        return self.get(block=False)

    def task_done(self):
        """Says that an item taken before has been dealt with; join() waits for this."""
        with self.mutex:
            if self.unfinished_tasks <= 0:
                raise ValueError("task_done() called too many times")
            self.unfinished_tasks -= 1
            if self.unfinished_tasks == 0:
                self.all_tasks_done.notify_all()

    def join(self):
        """Waits until every item that was put has been taken and dealt with."""
        with self.mutex:
            while self.unfinished_tasks:
                self.all_tasks_done.wait()

    def qsize(self):
        """How many items there were at the moment."""
        with self.mutex:
            return self._qsize()

    def empty(self):
        """Whether there was no item at the moment."""
        with self.mutex:
            return not self._qsize()

    def full(self):
        """Whether there was no room at the moment."""
        with self.mutex:
            return 0 < self.maxsize <= self._qsize()

    def shutdown(self, immediate=False):
        """Ends the queue: put() raises ShutDown, and get() does once the items are gone.

        With `immediate` they are gone at once, and count as dealt with.
        """
        with self.mutex:
            self.is_shutdown = True
            if immediate:
                while self._qsize():
                    self._get()
                    if self.unfinished_tasks > 0:
                        self.unfinished_tasks -= 1
                self.all_tasks_done.notify_all()
            self.not_empty.notify_all()
            self.not_full.notify_all()

    def _wait_for_room(self, timeout):
        end = None if timeout is None else monotonic() + timeout
        while self._qsize() >= self.maxsize:
            self._wait(self.not_full, end, Full)
            if self.is_shutdown:
                raise ShutDown

    def _wait_for_item(self, timeout):
        end = None if timeout is None else monotonic() + timeout
        while not self._qsize():
            self._wait(self.not_empty, end, Empty)
            if self.is_shutdown and not self._qsize():
                raise ShutDown

    @staticmethod
    def _wait(condition, end, late):
        if end is None:
            condition.wait()
            return
        remaining = end - monotonic()
        if remaining <= 0:
            raise late
        condition.wait(remaining)

    def _init(self, maxsize):
        self.queue = deque()

    def _qsize(self):
        return len(self.queue)

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.popleft()


class PriorityQueue(Queue):
    """The least item first; often the items are tuples that begin with a number."""

    def _init(self, maxsize):
        self.queue = []

    def _put(self, item):
        heappush(self.queue, item)

    def _get(self):
        return heappop(self.queue)


class LifoQueue(Queue):
    """Last in, first out."""

    def _init(self, maxsize):
        self.queue = []

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.pop()
