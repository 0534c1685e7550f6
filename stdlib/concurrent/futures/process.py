"""An executor that carries out calls in processes."""

# Three parties: the executor, which a program holds; its crew with a foreman, the thread that talks to the workers; and
# the workers. The foreman never refers to the executor, so that the executor can go while there is no work; its leash,
# an object that nothing else holds, then dismisses the crew.

import itertools
import os
import threading
import weakref
from concurrent.futures import _base
from multiprocessing import _crew, context

# Crews whose foremen may be at work.
_crews = weakref.WeakSet()
_exiting = False


def _dismiss_all():
    """At the end of the program: work that was submitted is still done."""
    global _exiting
    _exiting = True
    crews = list(_crews)
    for crew in crews:
        crew.close()
    for crew in crews:
        crew.join()


threading._register_atexit(_dismiss_all)


class _RemoteTraceback(Exception):
    """Stands for the traceback in another process, as text."""

    def __init__(self, tb):
        self.tb = tb

    def __str__(self):
        return self.tb


class BrokenProcessPool(_base.BrokenExecutor):
    """A worker has ended that had something to do, or that should have been ready for it."""


def _traceback_text(error):
    from traceback import format_exception

    return "".join(format_exception(error))


def _from_elsewhere(error, text):
    """The exception, with the traceback that it had in another process as its cause."""
    if text is not None:
        error.__cause__ = _RemoteTraceback(f'\n"""\n{text}"""')
    return error


class _Call(_crew.Call):
    """A call to make, and the future of its result."""

    __slots__ = ("future", "_parts")

    def __init__(self, future, parts):
        self.future = future
        self._parts = parts

    def begin(self):
        return self.future.set_running_or_notify_cancel()

    def parts(self):
        return self._parts

    def sent(self):
        # They may be large.
        self._parts = None

    def returned(self, value):
        self.future.set_result(value)

    def raised(self, error, text):
        if text is None:
            text = _traceback_text(error)
        self.future.set_exception(_from_elsewhere(error, text))

    def unsent(self, reason, reason_text, value_text, text):
        self.future.set_exception(_from_elsewhere(reason, text))

    def lost(self, exitcode):
        self.fail(None)

    def fail(self, cause):
        """The executor is broken."""
        message = "A process in the process pool was terminated abruptly while the future was running or pending."
        error = BrokenProcessPool(message)
        if cause is not None:
            error.__cause__ = _RemoteTraceback(f"\n'''\n{cause}'''")
        try:
            self.future.set_exception(error)
        except _base.InvalidStateError:
            # It was cancelled.
            pass


class _ExecutorCrew(_crew.Crew):
    """A crew that gets workers as they are needed, and that the unexpected end of one breaks."""

    def __init__(self, size, *args):
        super().__init__(*args)
        self._size = size
        # Why it is of no use.
        self.broken = False
        self._cause = None
        # Guards the list of calls and the number of workers against each other.
        self.hiring = threading.Lock()
        _crews.add(self)

    def submit(self, call):
        """Adds a call, and starts another worker for it if none will have time."""
        with self.hiring:
            if self.broken:
                raise BrokenProcessPool(self.broken)
            if self.state != self.RUNS:
                raise RuntimeError("cannot schedule new futures after shutdown")
            if _exiting:
                raise RuntimeError("cannot schedule new futures after interpreter shutdown")
            if self.available() <= len(self.calls) and len(self.processes) < self._size:
                self.start_worker()
            if self.foreman.ident is None:
                self.foreman.start()
            self.add(call)

    def needed(self):
        if self.state != self.STOPS and self.calls:
            with self.hiring:
                try:
                    if self.available() < len(self.calls) and len(self.processes) < self._size:
                        self.start_worker()
                except Exception as error:
                    self._break("A process could not be started", error)

    def lost(self, was_ready, exitcode):
        self._break("A child process terminated abruptly, the process pool is not usable anymore", None)

    def unreadable(self, call, error):
        text = _traceback_text(error)
        self.unfit(error, text)
        call.fail(text)

    def unfit(self, error, text):
        self._break("A child process terminated abruptly, the process pool is not usable anymore", text)

    def _break(self, message, cause):
        if not self.broken:
            self._cause = cause
            self.broken = message
            self.stop()

    def over(self, calls):
        for call in calls:
            if call.future._state in (_base.RUNNING, _base.PENDING):
                call.fail(self._cause)
            elif call.future._state == _base.CANCELLED:
                call.future.set_running_or_notify_cancel()

    def dismiss(self):
        """Has the workers go when the calls are done. A finaliser may call it."""
        self.close()
        if self.foreman.ident is None and self.state != self.OVER:
            self._end()


class _Leash:
    """Dies with the executor that holds it."""

    __slots__ = ("_crew",)

    def __init__(self, crew):
        self._crew = crew

    def __del__(self):
        self._crew.dismiss()


def _serve(connection, initializer, initargs, catches, unread):
    try:
        _crew.prepare(connection, initializer, initargs)
    except BaseException as error:
        # This is for the log, and the process ends in order.
        _base.report("Exception in initializer:", error)
    else:
        _crew.carry_out_calls(connection, catches, unread)


def _process_maker(context):
    def make(target, args):
        return context.Process(target=_serve, args=args)

    return make


def _call_each(fn, chunk):
    return [fn(*args) for args in chunk]


def _chunks(iterables, size):
    iterator = zip(*iterables)
    while chunk := tuple(itertools.islice(iterator, size)):
        yield chunk


def _flattened(lists):
    for each in lists:
        each.reverse()
        while each:
            yield each.pop()


class ProcessPoolExecutor(_base.Executor):
    """Carries out calls in at most `max_workers` processes, which are started as they are needed."""

    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *, max_tasks_per_child=None):
        if max_workers is None:
            max_workers = os.process_cpu_count() or 1
        if max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if mp_context is None:
            mp_context = context._default_context.get_context()
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        if max_tasks_per_child is not None:
            if not isinstance(max_tasks_per_child, int):
                raise TypeError("max_tasks_per_child must be an integer")
            if max_tasks_per_child <= 0:
                raise ValueError("max_tasks_per_child must be >= 1")
        self._max_workers = max_workers
        self._mp_context = mp_context
        crew = _ExecutorCrew(max_workers, _process_maker(mp_context), initializer, initargs, max_tasks_per_child,
                             BaseException, (), "ProcessPoolForeman")
        self._crew = crew
        self._leash = _Leash(crew)
        self._processes = crew.processes

    @property
    def _broken(self):
        return self._crew.broken

    def submit(self, fn, /, *args, **kwargs):
        """Has `fn` called with these arguments in some process; answers the future of that call."""
        future = _base.Future()
        self._crew.submit(_Call(future, (fn, args, kwargs)))
        return future

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        """Calls `fn` for the elements as map() does, all calls at once; yields the results in order.

        A process is given `chunksize` of them at a time. TimeoutError if a result is not there so many seconds after this
        call.
        """
        if chunksize < 1:
            raise ValueError("chunksize must be >= 1.")
        if chunksize == 1:
            return super().map(fn, *iterables, timeout=timeout)
        chunks = _chunks(iterables, chunksize)
        return _flattened(super().map(_call_each, itertools.repeat(fn), chunks, timeout=timeout))

    def shutdown(self, wait=True, *, cancel_futures=False):
        """Takes no more calls; waits for those submitted, and drops those not begun if asked to."""
        crew = self._crew
        with crew.hiring:
            crew.dismiss()
        if cancel_futures:
            for call in list(crew.calls):
                call.future.cancel()
        if wait:
            crew.join()
