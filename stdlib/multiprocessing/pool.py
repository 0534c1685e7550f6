"""Pools of processes, or of threads, that carry out calls."""

import collections
import itertools
import os
import queue
import threading
import time
import warnings
from multiprocessing import _crew, context
from multiprocessing.util import Finalize
from types import GenericAlias

__all__ = ["ApplyResult", "AsyncResult", "IMapIterator", "IMapUnorderedIterator", "MapResult", "Pool", "ThreadPool"]

# States of a pool.
RUN, CLOSE, TERMINATE = "RUN", "CLOSE", "TERMINATE"


class RemoteTraceback(Exception):
    """Stands for the traceback in another process, as text."""

    def __init__(self, tb):
        self.tb = tb

    def __str__(self):
        return self.tb


class MaybeEncodingError(Exception):
    """What a call has returned or raised cannot be sent."""

    def __init__(self, exc, value):
        super().__init__(exc, value)
        self.exc = exc
        self.value = value

    def __str__(self):
        return f"Error sending result: '{self.value}'. Reason: '{self.exc}'"

    def __repr__(self):
        return f"<{type(self).__name__}: {self}>"


def _from_elsewhere(error, text):
    """The exception, with the traceback that it had in another process as its cause."""
    if text is not None:
        error.__cause__ = RemoteTraceback(f'\n"""\n{text}"""')
    return error


class _Call(_crew.Call):
    """A call whose answer is a part of a result: `result._set(index, (succeeded, value))`."""

    __slots__ = ("_result", "_index", "_parts", "_room")

    def __init__(self, result, index, parts, room=None):
        self._result = result
        self._index = index
        self._parts = parts
        # A semaphore, of which the call takes one until it begins.
        self._room = room

    def begin(self):
        if self._room is not None:
            self._room.release()
            self._room = None
        return True

    def parts(self):
        return self._parts

    def sent(self):
        # They may be large.
        self._parts = None

    def returned(self, value):
        self._result._set(self._index, (True, value))

    def raised(self, error, text):
        self._result._set(self._index, (False, _from_elsewhere(error, text)))

    def unsent(self, reason, reason_text, value_text, text):
        self._result._set(self._index, (False, MaybeEncodingError(reason_text, value_text)))

    def lost(self, exitcode):
        message = f"a worker process has ended with exit code {exitcode} while it carried out the call"
        self._result._set(self._index, (False, context.ProcessError(message)))

    def abandoned(self, error):
        """It will not be carried out."""
        if self._room is not None:
            self._room.release()
        self._result._abandon(error)


class _PoolCrew(_crew.Crew):
    """A crew that has always the same number of workers, unless it is of no use."""

    def __init__(self, size, *args):
        super().__init__(*args)
        self._size = size
        self._error = None

    def fail(self, error):
        """Makes it of no use."""
        self._error = error
        self.stop()

    def check(self):
        """Raises what has made it of no use."""
        if self._error is not None:
            raise self._error

    def needed(self):
        with self.lock:
            missing = self._size - len(self.processes)
        while missing > 0 and (self.state == self.RUNS or self.state == self.CLOSES and self.calls):
            missing -= 1
            try:
                self.start_worker()
            except Exception as error:
                self.fail(error)

    def lost(self, was_ready, exitcode):
        if was_ready:
            self.needed()
        elif self.state != self.STOPS:
            # The next one would not get further.
            self.fail(context.ProcessError(f"a worker process has ended with exit code {exitcode} before it was ready"))

    def unfit(self, error, text):
        self.fail(_from_elsewhere(error, text))

    def begin(self):
        """Has the foreman begin, when the first workers have been started."""
        self.foreman.start()

    def over(self, calls):
        error = self._error or context.ProcessError("the pool was terminated")
        for call in calls:
            call.abandoned(error)


class Pool:
    """Processes that carry out calls. A `with` statement terminates them at its end."""

    def __init__(self, processes=None, initializer=None, initargs=(), maxtasksperchild=None, context=None):
        self._state = None
        if processes is None:
            processes = os.process_cpu_count() or 1
        if processes < 1:
            raise ValueError("Number of processes must be at least 1")
        if maxtasksperchild is not None and (not isinstance(maxtasksperchild, int) or maxtasksperchild <= 0):
            raise ValueError("maxtasksperchild must be a positive int or None")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._ctx = context or _default_context()
        self._processes = processes
        self._crew = self._make_crew(initializer, initargs, maxtasksperchild)
        self._feeder = _Feeder(self._crew, processes)
        self._terminate = Finalize(self, _end, (self._crew, self._feeder), exitpriority=15)
        try:
            for _ in range(processes):
                self._crew.start_worker()
        except BaseException:
            self._crew.begin()
            self._terminate()
            self._crew.join()
            raise
        self._crew.begin()
        self._state = RUN

    def _make_crew(self, initializer, initargs, limit):
        return _PoolCrew(self._processes, _process_maker(self._ctx), initializer, initargs, limit, Exception, Exception,
                         "PoolForeman")

    def __del__(self, _warn=warnings.warn):
        if self._state == RUN:
            _warn(f"unclosed running multiprocessing pool {self!r}", ResourceWarning, source=self)

    def __repr__(self):
        cls = type(self)
        return f"<{cls.__module__}.{cls.__qualname__} state={self._state} pool_size={len(self._pool)}>"

    def __reduce__(self):
        raise NotImplementedError("pool objects cannot be passed between processes or pickled")

    def __enter__(self):
        self._check_running()
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.terminate()

    @property
    def _pool(self):
        """The workers. A finaliser may ask for them at the very end, when who holds a lock does not run any more."""
        return list(self._crew.processes.values())

    def _check_running(self):
        if self._state != RUN:
            raise ValueError("Pool not running")
        self._crew.check()

    def apply(self, func, args=(), kwds={}):
        """Has a call made; what it returns."""
        return self.apply_async(func, args, kwds).get()

    def map(self, func, iterable, chunksize=None):
        """The results of calls with each of the elements. A worker is given `chunksize` of them at a time."""
        return self.map_async(func, iterable, chunksize).get()

    def starmap(self, func, iterable, chunksize=None):
        """As map(), with elements that are all of the arguments."""
        return self.starmap_async(func, iterable, chunksize).get()

    def apply_async(self, func, args=(), kwds={}, callback=None, error_callback=None):
        """Has a call made; an AsyncResult of it."""
        self._check_running()
        result = ApplyResult(self, callback, error_callback)
        self._crew.add(_Call(result, 0, (func, args, kwds)))
        return result

    def map_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        """As map(), but an AsyncResult."""
        return self._map_async(_crew.call_each, func, iterable, chunksize, callback, error_callback)

    def starmap_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        """As starmap(), but an AsyncResult."""
        return self._map_async(_crew.call_each_star, func, iterable, chunksize, callback, error_callback)

    def _map_async(self, how, func, iterable, chunksize, callback, error_callback):
        self._check_running()
        if not hasattr(iterable, "__len__"):
            iterable = list(iterable)
        if chunksize is None:
            chunksize, more = divmod(len(iterable), self._processes * 4)
            if more:
                chunksize += 1
        result = MapResult(self, chunksize, len(iterable), callback, error_callback)
        if chunksize > 0:
            for index, items in enumerate(_chunks(iterable, chunksize)):
                self._crew.add(_Call(result, index, (how, (func, items), {})))
        return result

    def imap(self, func, iterable, chunksize=1):
        """The results of calls with each of the elements, in order, as they come."""
        return self._imap(IMapIterator, func, iterable, chunksize)

    def imap_unordered(self, func, iterable, chunksize=1):
        """As imap(), in the order in which they come."""
        return self._imap(IMapUnorderedIterator, func, iterable, chunksize)

    def _imap(self, kind, func, iterable, chunksize):
        self._check_running()
        if chunksize < 1:
            raise ValueError(f"Chunksize must be 1+, not {chunksize:n}")
        result = kind(self)
        if chunksize == 1:
            parts = ((func, (item,), {}) for item in iterable)
        else:
            parts = ((_crew.call_each, (func, items), {}) for items in _chunks(iterable, chunksize))
        self._feeder.feed(result, parts)
        return result if chunksize == 1 else (item for chunk in result for item in chunk)

    def close(self):
        """Takes no more calls."""
        if self._state == RUN:
            self._state = CLOSE
            self._feeder.close()

    def terminate(self):
        """Ends the workers at once. Calls that were not carried out fail."""
        self._state = TERMINATE
        self._terminate()
        self._crew.join()

    def join(self):
        """Waits until the workers have ended, after close() or terminate()."""
        if self._state == RUN:
            raise ValueError("Pool is still running")
        if self._state not in (CLOSE, TERMINATE):
            raise ValueError("In unknown state")
        self._crew.join()


class _ThreadCrew:
    """Threads that carry out calls: what a pool wants of a crew."""

    def __init__(self, initializer, initargs):
        self._task = initializer, initargs
        # Calls, and None when there is nothing more to come. A finaliser may put that.
        self._calls = queue.SimpleQueue()
        self._error = None
        self._is_over = False
        self.processes = {}

    def start_worker(self):
        """Starts another worker."""
        thread = threading.Thread(target=self.worker, daemon=True)
        self.processes[len(self.processes)] = thread
        thread.start()

    def begin(self):
        """Nothing: it needs no foreman."""

    def check(self):
        """Raises what has made it of no use."""
        if self._error is not None:
            raise self._error

    def add(self, call):
        """Has a call carried out, when one of the workers has time."""
        self._calls.put(call)
        if self._is_over:
            self._abandon()

    def close(self):
        """Takes no more calls; the workers go when the last one has been carried out."""
        self._calls.put(None)

    def stop(self):
        """Has the workers go after the calls that they are carrying out."""
        self._is_over = True
        self._abandon()

    def join(self):
        """Waits for the workers."""
        for thread in list(self.processes.values()):
            if thread is not threading.current_thread():
                thread.join()

    def _abandon(self):
        error = self._error or context.ProcessError("the pool was terminated")
        while not self._calls.empty():
            try:
                call = self._calls.get_nowait()
            except queue.Empty:
                break
            if call is not None:
                call.abandoned(error)
        self._calls.put(None)

    def worker(self):
        """What a worker does."""
        initializer, initargs = self._task
        try:
            if initializer is not None:
                initializer(*initargs)
        except BaseException as error:
            self._error = error
            self.stop()
            raise
        while (call := self._calls.get()) is not None:
            self._carry_out(call)
            del call
        # The others have to hear of it, too.
        self._calls.put(None)

    @staticmethod
    def _carry_out(call):
        call.begin()
        function, args, kwargs = call.parts()
        call.sent()
        try:
            value = function(*args, **kwargs)
        except BaseException as error:
            call.raised(error, None)
        else:
            call.returned(value)


class ThreadPool(Pool):
    """Threads that carry out calls. What is given and returned is not copied."""

    def __init__(self, processes=None, initializer=None, initargs=()):
        super().__init__(processes, initializer, initargs)

    def _make_crew(self, initializer, initargs, limit):
        return _ThreadCrew(initializer, initargs)

    def terminate(self):
        """Drops the calls that have not begun, which fail. Those that have go on, and nobody waits for them."""
        self._state = TERMINATE
        self._terminate()


def _default_context():
    return context._default_context.get_context()


def _process_maker(context):
    def make(target, args):
        process = context.Process(target=target, args=args, daemon=True)
        process.name = process.name.replace("Process", "PoolWorker")
        return process

    return make


def _chunks(iterable, size):
    """The elements in tuples of this size."""
    iterator = iter(iterable)
    while chunk := tuple(itertools.islice(iterator, size)):
        yield chunk


def _end(crew, feeder):
    """The end of a pool that is terminated, forgotten, or left behind by its process. Any thread may come by here, so it
    waits for nobody."""
    feeder.stop()
    crew.stop()


class _Feeder:
    """Iterates for imap() and its like, in a thread of its own, no further ahead of the workers than is useful."""

    def __init__(self, crew, size):
        self._crew = crew
        self._room = threading.Semaphore(8 * size + 64)
        self._jobs = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._thread = None
        self._stops = False

    def feed(self, result, parts):
        """Has calls of these parts made, for a result that takes any number of answers."""
        with self._lock:
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="PoolFeeder", daemon=True)
                self._thread.start()
            self._jobs.put((result, parts))

    def close(self):
        """Has the crew close when everything has been fed."""
        with self._lock:
            if self._thread is None:
                self._crew.close()
            else:
                self._jobs.put(None)

    def stop(self):
        """Has it feed nothing more."""
        self._stops = True
        self._room.release()
        self._jobs.put(None)

    def _run(self):
        while (job := self._jobs.get()) is not None:
            result, parts = job
            index = -1
            try:
                for index, part in enumerate(parts):
                    self._room.acquire()
                    if self._stops:
                        break
                    self._crew.add(_Call(result, index, part, self._room))
                    del part
            except Exception as error:
                index += 1
                result._set_last(index, error)
            if self._stops:
                result._abandon(context.ProcessError("the pool was terminated"))
            else:
                result._set_length(index + 1)
            del job, result, parts
        self._crew.close()


class ApplyResult:
    """What a call will have returned."""

    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, pool, callback, error_callback):
        # A pool is not forgotten while somebody waits for it.
        self._pool = pool
        self._event = threading.Event()
        self._lock = threading.Lock()
        self._callback = callback
        self._error_callback = error_callback

    def ready(self):
        """Whether the call has ended."""
        return self._event.is_set()

    def successful(self):
        """Whether it has ended without an exception."""
        if not self.ready():
            raise ValueError(f"{self!r} not ready")
        return self._success

    def wait(self, timeout=None):
        """Waits until the call has ended, at most so many seconds."""
        self._event.wait(timeout)

    def get(self, timeout=None):
        """What the call returns; raises what it raises, or TimeoutError."""
        self.wait(timeout)
        if not self.ready():
            raise context.TimeoutError
        if self._success:
            return self._value
        try:
            raise self._value
        finally:
            # The traceback refers to this frame.
            self = None

    def _set(self, index, answer):
        self._success, self._value = answer
        callback = self._callback if self._success else self._error_callback
        try:
            if callback:
                callback(self._value)
        except Exception as error:
            _report(error)
        finally:
            self._finish()

    def _abandon(self, error):
        with self._lock:
            if not self._event.is_set():
                self._success, self._value = False, error
                self._finish()

    def _finish(self):
        self._event.set()
        self._pool = None


AsyncResult = ApplyResult


class MapResult(ApplyResult):
    """What the calls of a map() will have returned."""

    def __init__(self, pool, chunksize, length, callback, error_callback):
        super().__init__(pool, callback, error_callback)
        self._success = True
        self._value = [None] * length
        self._chunksize = chunksize
        # How many chunks have not been answered.
        self._left = -(-length // chunksize) if chunksize > 0 else 0
        if not self._left:
            self._finish()

    def _set(self, index, answer):
        success, value = answer
        if not success:
            # The first exception is what counts, when all calls have ended.
            if self._success:
                self._success, self._value = False, value
        elif self._success:
            start = index * self._chunksize
            self._value[start:start + self._chunksize] = value
        self._left -= 1
        if not self._left:
            super()._set(index, (self._success, self._value))


def _report(error):
    """Reports what a callback has raised."""
    threading.excepthook(threading.ExceptHookArgs((type(error), error, error.__traceback__, threading.current_thread())))


class IMapIterator:
    """The results of calls, in their order."""

    def __init__(self, pool):
        self._pool = pool
        self._changed = threading.Condition(threading.Lock())
        self._items = collections.deque()
        # How many have been put into `_items`, and how many there will be.
        self._count = 0
        self._length = None
        # Those whose turn has not come.
        self._early = {}
        self._error = None

    def __iter__(self):
        return self

    def next(self, timeout=None):
        """The next result; waits for it, or raises TimeoutError when time ran out."""
        end = None if timeout is None else time.monotonic() + timeout
        with self._changed:
            while not self._items:
                if self._count == self._length:
                    self._pool = None
                    raise StopIteration
                if self._error is not None:
                    raise self._error
                left = None if end is None else end - time.monotonic()
                if left is not None and left <= 0:
                    raise context.TimeoutError
                self._changed.wait(left)
            success, value = self._items.popleft()
        if success:
            return value
        raise value

    __next__ = next

    def _set(self, index, answer):
        with self._changed:
            self._early[index] = answer
            while self._count in self._early:
                self._append(self._early.pop(self._count))

    def _set_last(self, index, error):
        """The iterator has raised this in place of an element."""
        self._set(index, (False, error))

    def _append(self, answer):
        self._items.append(answer)
        self._count += 1
        self._changed.notify()

    def _set_length(self, length):
        with self._changed:
            self._length = length
            self._changed.notify_all()

    def _abandon(self, error):
        with self._changed:
            self._error = error
            self._changed.notify_all()


class IMapUnorderedIterator(IMapIterator):
    """The results of calls, in the order in which they come."""

    def _set(self, index, answer):
        with self._changed:
            self._append(answer)
            if self._count in self._early:
                self._append(self._early.pop(self._count))

    def _set_last(self, index, error):
        with self._changed:
            # After all that came before it.
            if self._count == index:
                self._append((False, error))
            else:
                self._early[index] = (False, error)
