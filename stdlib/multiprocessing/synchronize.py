"""Locks, semaphores, conditions, events and barriers between processes.

What processes share of each is a few words of shared memory (`_memory`), for which they wait by the kernel's futexes. A
process that is killed while it waits is in nobody's way; one that is killed while it holds a lock leaves it taken, as a
thread does that ends without releasing one.
"""

import os
import threading
import time
from _multiprocessing import SemLock as _SemLock
from multiprocessing import context, process
from multiprocessing._memory import Memory
from operator import index

__all__ = ["Barrier", "BoundedSemaphore", "Condition", "Event", "Lock", "RLock", "Semaphore"]

SEM_VALUE_MAX = 0x7FFFFFFF


class SemLock(_SemLock):
    """What locks and semaphores have in common: the native lock, which children get when they are started."""

    _is_recursive = False

    def __new__(cls, value, maxvalue):
        value = index(value)
        if value > SEM_VALUE_MAX:
            raise OverflowError("Python int too large to convert to C int")
        if value < 0:
            raise OSError(22, "Invalid argument")
        memory = Memory(8)
        memory.block.store(0, value)
        return _in_memory(cls, memory, maxvalue)

    def __reduce__(self):
        context.assert_spawning(self)
        return _in_memory, (type(self), self._memory, self._maxvalue)

    @property
    def _semlock(self):
        return self

    def _holder(self):
        """The name of the holder, as far as this process knows it."""
        if self._is_mine():
            name = process.current_process().name
            thread = threading.current_thread().name
            return name if thread == "MainThread" else f"{name}|{thread}"
        if not self._is_zero():
            return "None"
        return "SomeOtherThread" if self._count() > 0 else "SomeOtherProcess"


def _in_memory(cls, memory, maxvalue):
    self = _SemLock.__new__(cls, memory.block, 0, cls._is_recursive, maxvalue)
    self._memory = memory
    self._maxvalue = maxvalue
    return self


class Semaphore(SemLock):
    """A number of permits."""

    def __new__(cls, value=1, *, ctx=None):
        return super().__new__(cls, value, SEM_VALUE_MAX)

    def get_value(self):
        """How many permits there are at the moment."""
        return self._get_value()

    def __repr__(self):
        return f"<{type(self).__name__}(value={self.get_value()})>"


class BoundedSemaphore(Semaphore):
    """A semaphore that refuses to have more permits than at the start."""

    def __new__(cls, value=1, *, ctx=None):
        return SemLock.__new__(cls, value, value)

    def __repr__(self):
        return f"<{type(self).__name__}(value={self.get_value()}, maxvalue={self._maxvalue})>"


class Lock(SemLock):
    """A lock that any thread of any process may release."""

    def __new__(cls, *, ctx=None):
        return super().__new__(cls, 1, 1)

    def __repr__(self):
        return f"<{type(self).__name__}(owner={self._holder()})>"


class RLock(SemLock):
    """A lock that its owner, a thread, may take again."""

    _is_recursive = True

    def __new__(cls, *, ctx=None):
        return super().__new__(cls, 1, 1)

    def __repr__(self):
        holder = self._holder()
        count = self._count() if self._is_mine() else 0 if holder == "None" else "nonzero"
        return f"<{type(self).__name__}({holder}, {count})>"


class Condition:
    """A lock together with the threads, of any processes, that wait until something that it guards has changed.

    Those who wait stand in a ring, in the order in which they came: each has a number, from `_FIRST` to `_NEXT`, and a
    place of two words, for its state and its process. All but the sleeping itself is done with the lock held.
    """

    _FIRST, _NEXT, _RING = 0, 1, 2
    _PLACES = 4000
    # States of a place; whoever has been notified makes it free.
    _FREE, _WAITS, _NOTIFIED = 0, 1, 2

    def __init__(self, lock=None, *, ctx=None):
        self._lock = RLock() if lock is None else lock
        # Memory that is never used takes none.
        self._memory = Memory(8 * (self._RING + 2 * self._PLACES))
        self._make()

    def _make(self):
        self._block = self._memory.block
        self.acquire = self._lock.acquire
        self.release = self._lock.release

    def __getstate__(self):
        context.assert_spawning(self)
        return self._lock, self._memory

    def __setstate__(self, state):
        self._lock, self._memory = state
        self._make()

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def __repr__(self):
        try:
            waiting = len(self._waiting())
        except Exception:
            waiting = "unknown"
        return f"<{type(self).__name__}({self._lock}, {waiting})>"

    def _place(self, number):
        return self._RING + number % self._PLACES * 2

    def _waiting(self):
        """The places of those who wait and have not been notified."""
        load = self._block.load
        places = [self._place(number) for number in range(load(self._FIRST), load(self._NEXT))]
        return [place for place in places if load(place) == self._WAITS]

    def wait(self, timeout=None):
        """Gives the lock up until a notification comes; False if none has come in time."""
        semlock = self._lock._semlock
        assert semlock._is_mine(), "must acquire() condition before using wait()"
        block = self._block
        number = block.load(self._NEXT)
        place = self._place(number)
        if number - block.load(self._FIRST) >= self._PLACES or block.load(place) != self._FREE:
            raise RuntimeError("too many threads wait for the condition")
        block.store(place + 1, os.getpid())
        block.store(place, self._WAITS)
        block.store(self._NEXT, number + 1)
        held = semlock._count()
        for _ in range(held):
            self._lock.release()
        try:
            notified = block.wait(place, self._WAITS, timeout)
        except BaseException:
            if self._return(place, held):
                # The notification that this thread will not heed is for another one.
                self.notify()
            raise
        # One that came after the wait, before the lock was back, counts: its sender will not repeat it.
        return self._return(place, held) or notified

    def _return(self, place, held):
        """Takes the lock again and makes the place free; whether there was a notification."""
        for _ in range(held):
            self._lock.acquire()
        notified = self._block.load(place) == self._NOTIFIED
        self._block.store(place, self._FREE)
        return notified

    def notify(self, n=1):
        """Wakes up to `n` of those who wait, those that have waited longest."""
        assert self._lock._semlock._is_mine(), "lock is not owned"
        block = self._block
        first, after = block.load(self._FIRST), block.load(self._NEXT)
        while first < after and n > 0:
            place = self._place(first)
            if block.load(place) == self._WAITS:
                if _is_there(block.load(place + 1)):
                    block.store(place, self._NOTIFIED)
                    block.wake(place)
                    n -= 1
                else:
                    block.store(place, self._FREE)
            first += 1
        block.store(self._FIRST, first)

    def notify_all(self):
        """Wakes all who wait."""
        self.notify(self._PLACES)

    def wait_for(self, predicate, timeout=None):
        """Waits until the predicate holds, and answers its last value, which is false if time ran out."""
        result = predicate()
        if result:
            return result
        end = None if timeout is None else time.monotonic() + timeout
        while not result:
            left = None if end is None else end - time.monotonic()
            if left is not None and left <= 0:
                break
            self.wait(left)
            result = predicate()
        return result


def _is_there(pid):
    """Whether there is a process of this number."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        pass
    return True


class Event:
    """A flag that threads of all processes can wait for.

    One word counts how often it was raised and lowered, so who waits notices also what was taken back at once.
    """

    def __init__(self, *, ctx=None):
        self._memory = Memory(8)

    def __getstate__(self):
        context.assert_spawning(self)
        return self._memory

    def __setstate__(self, state):
        self._memory = state

    def __repr__(self):
        state = "set" if self.is_set() else "unset"
        return f"<{type(self).__qualname__} at {id(self):#x} {state}>"

    def is_set(self):
        """Whether the flag is up."""
        return self._memory.block.load(0) % 2 == 1

    def _become(self, is_set):
        block = self._memory.block
        while True:
            count = block.load(0)
            if (count % 2 == 1) == is_set:
                return
            if block.replace(0, count, count + 1):
                block.wake(0)
                return

    def set(self):
        """Raises the flag, and wakes all who wait for it."""
        self._become(True)

    def clear(self):
        """Lowers the flag."""
        self._become(False)

    def wait(self, timeout=None):
        """Waits for the flag; False if time ran out."""
        block = self._memory.block
        count = block.load(0)
        return count % 2 == 1 or block.wait(0, count, timeout)


class Barrier:
    """A place where threads of any processes wait until a certain number of them has come.

    Each filling of the barrier is a round, with a number. How the last rounds ended is kept, for those of their threads
    that have not noticed yet.
    """

    _ROUND, _ARRIVED, _BROKEN, _ENDS = 0, 1, 2, 3
    _KEPT = 61
    _PASSED, _FAILED = 1, 2

    def __init__(self, parties, action=None, timeout=None, *, ctx=None):
        if parties < 1:
            raise ValueError("parties must be > 0")
        self._parties = parties
        self._action = action
        self._timeout = timeout
        self._cond = Condition(Lock())
        self._memory = Memory(8 * (self._ENDS + self._KEPT))

    def __getstate__(self):
        context.assert_spawning(self)
        return self._parties, self._action, self._timeout, self._cond, self._memory

    def __setstate__(self, state):
        self._parties, self._action, self._timeout, self._cond, self._memory = state

    def __repr__(self):
        cls = type(self)
        state = "broken" if self.broken else f"waiters={self.n_waiting}/{self.parties}"
        return f"<{cls.__module__}.{cls.__qualname__} at {id(self):#x}: {state}>"

    def _get(self, index):
        return self._memory.block.load(index)

    def _set(self, index, value):
        self._memory.block.store(index, value)

    @property
    def parties(self):
        """How many have to come."""
        return self._parties

    @property
    def n_waiting(self):
        """How many are waiting now."""
        return 0 if self.broken else self._get(self._ARRIVED)

    @property
    def broken(self):
        """Whether the barrier is of no use until it is reset."""
        return bool(self._get(self._BROKEN))

    def wait(self, timeout=None):
        """Waits for the others; answers this thread's number in the order of arrival, from zero."""
        if timeout is None:
            timeout = self._timeout
        with self._cond:
            if self.broken:
                raise threading.BrokenBarrierError
            current, place = self._get(self._ROUND), self._get(self._ARRIVED)
            self._set(self._ARRIVED, place + 1)
            if place + 1 == self._parties:
                self._open()
                return place
            try:
                self._cond.wait_for(lambda: self._get(self._ROUND) != current or self.broken, timeout)
            except BaseException:
                if self._get(self._ROUND) == current:
                    # Another one may take this one's place.
                    self._set(self._ARRIVED, self._get(self._ARRIVED) - 1)
                raise
            if self._get(self._ROUND) == current:
                # Time ran out, or it is broken.
                self._break()
                raise threading.BrokenBarrierError
            if self._get(self._ENDS + current % self._KEPT) != self._PASSED:
                raise threading.BrokenBarrierError
            return place

    def reset(self):
        """Makes the barrier as new; those who wait get BrokenBarrierError."""
        with self._cond:
            self._end_round(self._FAILED)
            self._set(self._BROKEN, 0)

    def abort(self):
        """Breaks the barrier for those who wait and for those who come."""
        with self._cond:
            self._break()

    def _open(self):
        try:
            if self._action:
                self._action()
        except BaseException:
            self._break()
            raise
        self._end_round(self._PASSED)

    def _end_round(self, how):
        current = self._get(self._ROUND)
        self._set(self._ENDS + current % self._KEPT, how)
        self._set(self._ARRIVED, 0)
        self._set(self._ROUND, current + 1)
        self._cond.notify_all()

    def _break(self):
        self._set(self._BROKEN, 1)
        self._cond.notify_all()
