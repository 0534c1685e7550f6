"""Queues between processes: a pipe, with a lock for those who read and one for those who write."""

import collections
import sys
import threading
import time
from multiprocessing import connection, context, synchronize
from multiprocessing.reduction import ForkingPickler
from multiprocessing.util import Finalize, debug, is_exiting
from _queue import Empty
from pickle import loads
from queue import Full

__all__ = ["JoinableQueue", "Queue", "SimpleQueue"]

# Told to the sender: there is nothing more to come.
_END = object()


class Queue:
    """First in, first out, for any number of processes and threads.

    put() adds to a buffer of this process, from which a thread, the sender, fills the pipe; so put() waits for nobody,
    unless `maxsize` items are under way.
    """

    def __init__(self, maxsize=0, *, ctx=None):
        if maxsize <= 0:
            maxsize = synchronize.SEM_VALUE_MAX
        self._maxsize = maxsize
        self._reader, self._writer = connection.Pipe(duplex=False)
        self._rlock = synchronize.Lock()
        self._wlock = synchronize.Lock()
        self._sem = synchronize.BoundedSemaphore(maxsize)
        self._ignore_epipe = False
        self._make()

    def __getstate__(self):
        context.assert_spawning(self)
        return (self._ignore_epipe, self._maxsize, self._reader, self._writer, self._rlock, self._wlock, self._sem)

    def __setstate__(self, state):
        (self._ignore_epipe, self._maxsize, self._reader, self._writer, self._rlock, self._wlock, self._sem) = state
        self._make()

    def _make(self):
        self._closed = False
        self._buffer = collections.deque()
        self._not_empty = threading.Condition(threading.Lock())
        self._thread = None
        self._joins = True
        self._close = None

    def _check_open(self):
        if self._closed:
            raise ValueError(f"Queue {self!r} is closed")

    def put(self, obj, block=True, timeout=None):
        """Adds an item; waits for room, or raises Full when not to block or when time ran out."""
        self._check_open()
        if not self._sem.acquire(block, timeout):
            raise Full
        with self._not_empty:
            if self._thread is None:
                self._start_sender()
            self._buffer.append(obj)
            self._not_empty.notify()

    def get(self, block=True, timeout=None):
        """Takes the oldest item; waits for one, or raises Empty when not to block or when time ran out."""
        self._check_open()
        if block and timeout is None:
            with self._rlock:
                message = self._reader.recv_bytes()
        else:
            end = time.monotonic() + timeout if block else 0
            if not self._rlock.acquire(block, timeout):
                raise Empty
            try:
                left = max(end - time.monotonic(), 0) if block else 0
                if not self._reader.poll(left):
                    raise Empty
                message = self._reader.recv_bytes()
            finally:
                self._rlock.release()
        self._sem.release()
        return loads(message)

    def qsize(self):
        """How many items there were at the moment."""
        return self._maxsize - self._sem._semlock._get_value()

    def empty(self):
        """Whether there was no item to get at the moment."""
        return not self._reader.poll()

    def full(self):
        """Whether there was no room at the moment."""
        return self._sem._semlock._is_zero()

    def put_nowait(self, obj):
        """Adds an item, or raises Full."""
        self.put(obj, False)

    def get_nowait(self):
        """Takes an item, or raises Empty."""
        return self.get(False)

    def close(self):
        """Says that this process puts nothing more. The sender ends when it has sent what was put, and closes both ends then."""
        self._closed = True
        close, self._close = self._close, None
        if close is not None:
            close()

    def join_thread(self):
        """Waits for the sender, after close()."""
        assert self._closed, f"Queue {self!r} not closed"
        if self._thread is not None and self._joins:
            self._thread.join()

    def cancel_join_thread(self):
        """Has nobody wait for the sender: what is not sent when the process ends is lost."""
        self._joins = False
        if self._thread is not None:
            self._join.cancel()

    # The sender refers to parts of the queue alone, so that the queue can go before it.

    def _start_sender(self):
        self._thread = threading.Thread(
            target=self._send_all,
            args=(self._buffer, self._not_empty, self._wlock, self._reader, self._writer, self._ignore_epipe,
                  self._on_queue_feeder_error, self._sem),
            name="QueueFeederThread",
            daemon=True,
        )
        self._thread.start()
        # At the end of the process, or of the queue: first the sender is told, then it is waited for.
        self._close = Finalize(self, self._tell_end, (self._buffer, self._not_empty), exitpriority=10)
        self._join = Finalize(self._thread, self._join_sender, (self._thread._handle,), exitpriority=-5)
        if not self._joins:
            self._join.cancel()

    @staticmethod
    def _tell_end(buffer, not_empty):
        with not_empty:
            buffer.append(_END)
            not_empty.notify()

    @staticmethod
    def _join_sender(handle):
        handle.join()

    @staticmethod
    def _send_all(buffer, not_empty, lock, reader, writer, ignores_closed, report, sem):
        while True:
            with not_empty:
                while not buffer:
                    not_empty.wait()
                obj = buffer.popleft()
            if obj is _END:
                reader.close()
                writer.close()
                return
            try:
                try:
                    message = ForkingPickler.dumps(obj)
                except Exception as error:
                    # It does not take up room any more.
                    sem.release()
                    report(error, obj)
                    continue
                finally:
                    del obj
                with lock:
                    writer.send_bytes(message)
            except OSError as error:
                if ignores_closed and isinstance(error, BrokenPipeError):
                    return
                sem.release()
                if is_exiting():
                    debug("error in queue thread: %s", error)
                    return
                report(error, None)

    @staticmethod
    def _on_queue_feeder_error(error, obj):
        """Says that an item could not be sent."""
        sys.excepthook(type(error), error, error.__traceback__)


class JoinableQueue(Queue):
    """A queue that knows when all of its items have been dealt with."""

    def __init__(self, maxsize=0, *, ctx=None):
        super().__init__(maxsize)
        self._unfinished_tasks = synchronize.Semaphore(0)
        self._cond = synchronize.Condition()

    def __getstate__(self):
        return super().__getstate__(), self._cond, self._unfinished_tasks

    def __setstate__(self, state):
        queue, self._cond, self._unfinished_tasks = state
        super().__setstate__(queue)

    def put(self, obj, block=True, timeout=None):
        """Adds an item; waits for room, or raises Full when not to block or when time ran out."""
        self._check_open()
        if not self._sem.acquire(block, timeout):
            raise Full
        with self._not_empty, self._cond:
            if self._thread is None:
                self._start_sender()
            self._buffer.append(obj)
            self._unfinished_tasks.release()
            self._not_empty.notify()

    def task_done(self):
        """Says that an item taken before has been dealt with; join() waits for this."""
        with self._cond:
            if not self._unfinished_tasks.acquire(False):
                raise ValueError("task_done() called too many times")
            if self._unfinished_tasks._semlock._is_zero():
                self._cond.notify_all()

    def join(self):
        """Waits until every item that was put has been taken and dealt with."""
        with self._cond:
            while not self._unfinished_tasks._semlock._is_zero():
                self._cond.wait()


class SimpleQueue:
    """A pipe with a lock at each end: put() waits while the pipe is full."""

    def __init__(self, *, ctx=None):
        self._reader, self._writer = connection.Pipe(duplex=False)
        self._rlock = synchronize.Lock()
        self._wlock = synchronize.Lock()

    def __getstate__(self):
        context.assert_spawning(self)
        return self._reader, self._writer, self._rlock, self._wlock

    def __setstate__(self, state):
        self._reader, self._writer, self._rlock, self._wlock = state

    def close(self):
        """Closes both ends."""
        self._reader.close()
        self._writer.close()

    def empty(self):
        """Whether there was no item at the moment."""
        return not self._reader.poll()

    def get(self):
        """Takes the oldest item, or waits for one."""
        with self._rlock:
            message = self._reader.recv_bytes()
        return loads(message)

    def put(self, obj):
        """Adds an item."""
        message = ForkingPickler.dumps(obj)
        with self._wlock:
            self._writer.send_bytes(message)
