"""Queues between tasks."""

import _asyncio
import collections
import heapq
from types import GenericAlias

from . import locks, mixins

__all__ = ("Queue", "PriorityQueue", "LifoQueue", "QueueFull", "QueueEmpty", "QueueShutDown")


class QueueEmpty(Exception):
    """The queue has no item now."""


class QueueFull(Exception):
    """The queue has no room now."""


class QueueShutDown(Exception):
    """The queue has been shut down."""


# What a queue without items gives.
_NOTHING = object()


class Queue(_asyncio.Queue, mixins._LoopBoundMixin):
    """Items come out in the order in which they were put in. With `maxsize` above 0, putting waits for room."""

    def __init__(self, maxsize=0):
        self._maxsize = maxsize
        self._getters = collections.deque()
        self._putters = collections.deque()
        self._unfinished_tasks = 0
        self._is_shutdown = False
        self._init(maxsize)

    # Kinds of queues differ in this, and in `_put` and `_get`.

    def _init(self, maxsize):
        self._queue = collections.deque()

    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x} {self._format()}>"

    def __str__(self):
        return f"<{type(self).__name__} {self._format()}>"

    __class_getitem__ = classmethod(GenericAlias)

    def _format(self):
        text = f"maxsize={self._maxsize!r}"
        if getattr(self, "_queue", None):
            text += f" _queue={list(self._queue)!r}"
        if self._getters:
            text += f" _getters[{len(self._getters)}]"
        if self._putters:
            text += f" _putters[{len(self._putters)}]"
        if self._unfinished_tasks:
            text += f" tasks={self._unfinished_tasks}"
        if self._is_shutdown:
            text += " shutdown"
        return text

    @property
    def maxsize(self):
        """How many items there is room for; 0: any number."""
        return self._maxsize

    async def _await_turn(self, waiters, blocked):
        """Waits until the queue is not `blocked` any more, or shut down."""
        waiter = self._get_loop().create_future()
        waiters.append(waiter)
        try:
            await waiter
        except:
            waiter.cancel()
            try:
                waiters.remove(waiter)
            except ValueError:
                # It has been woken.
                pass
            if not blocked() and not waiter.cancelled():
                # It was this one's turn: the next takes it.
                self._wakeup_next(waiters)
            raise

    async def put(self, item):
        """Puts an item in, waiting for room."""
        while not self._put_at_once(item):
            if self._is_shutdown:
                raise QueueShutDown
            await self._await_turn(self._putters, self.full)

    async def get(self):
        """Takes an item out, waiting for one."""
        while (item := self._get_at_once(_NOTHING)) is _NOTHING:
            if self._is_shutdown:
                raise QueueShutDown
            await self._await_turn(self._getters, self.empty)
        return item

    def task_done(self):
        """An item that was taken out has been dealt with."""
        if self._unfinished_tasks <= 0:
            raise ValueError("task_done() called too many times")
        self._unfinished_tasks -= 1
        if self._unfinished_tasks == 0:
            self._finished.set()

    async def join(self):
        """Waits until all items have been dealt with."""
        if self._unfinished_tasks > 0:
            await self._finished.wait()

    def shutdown(self, immediate=False):
        """Nothing more can be put in; getting raises QueueShutDown when the queue is empty, which it is at once if
        `immediate`."""
        self._is_shutdown = True
        if immediate:
            while not self.empty():
                self._get()
                if self._unfinished_tasks > 0:
                    self._unfinished_tasks -= 1
            if self._unfinished_tasks == 0:
                self._finished.set()
        for waiters in self._getters, self._putters:
            while waiters:
                waiter = waiters.popleft()
                if not waiter.done():
                    waiter.set_result(None)


class PriorityQueue(Queue):
    """The smallest item comes out first."""

    def _init(self, maxsize):
        self._queue = []

    def _put(self, item, heappush=heapq.heappush):
        heappush(self._queue, item)

    def _get(self, heappop=heapq.heappop):
        return heappop(self._queue)


class LifoQueue(Queue):
    """The item that was put in last comes out first."""

    def _init(self, maxsize):
        self._queue = []

    def _put(self, item):
        self._queue.append(item)

    def _get(self):
        return self._queue.pop()
