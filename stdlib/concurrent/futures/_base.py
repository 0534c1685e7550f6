"""Futures, ways to wait for several of them, and what all executors have in common."""

import sys
import threading
import time
from collections import namedtuple
from types import GenericAlias

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"

# The states of a future. One that was cancelled is done at once, but those who wait for several futures
# hear of it when the executor comes upon it: from then on it is CANCELLED_AND_NOTIFIED.
PENDING = "PENDING"
RUNNING = "RUNNING"
CANCELLED = "CANCELLED"
CANCELLED_AND_NOTIFIED = "CANCELLED_AND_NOTIFIED"
FINISHED = "FINISHED"

_WORDS = {
    PENDING: "pending",
    RUNNING: "running",
    CANCELLED: "cancelled",
    CANCELLED_AND_NOTIFIED: "cancelled",
    FINISHED: "finished",
}
_DONE = frozenset((CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED))
_SETTLED = frozenset((CANCELLED_AND_NOTIFIED, FINISHED))

TimeoutError = TimeoutError


class Error(Exception):
    """What the exceptions of this package have in common."""


class CancelledError(Error):
    """The future was cancelled."""


class InvalidStateError(Error):
    """The future is not in a state in which this can be done."""


class BrokenExecutor(RuntimeError):
    """The executor has failed and cannot go on."""


def report(message, exception=None):
    """Tells people what no caller can be told: in the log if the program keeps one, else on `sys.stderr`."""
    logging = sys.modules.get("logging")
    if logging is not None:
        logging.getLogger("concurrent.futures").critical(message, exc_info=exception)
    elif sys.stderr is not None:
        print(message, file=sys.stderr)
        if exception is not None:
            sys.__excepthook__(type(exception), exception, exception.__traceback__)


class Future:
    """The result of a call that may not have been made yet."""

    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self):
        self._condition = threading.Condition()
        self._state = PENDING
        self._result = None
        self._exception = None
        self._watches = []
        self._done_callbacks = []

    def __repr__(self):
        with self._condition:
            state = _WORDS[self._state]
            if self._state == FINISHED:
                if self._exception is not None:
                    state += f" raised {type(self._exception).__name__}"
                else:
                    state += f" returned {type(self._result).__name__}"
            return f"<{type(self).__name__} at {id(self):#x} state={state}>"

    def cancel(self):
        """Prevents the call; False if it is too late."""
        with self._condition:
            if self._state in (RUNNING, FINISHED):
                return False
            if self._state != PENDING:
                return True
            self._state = CANCELLED
            self._condition.notify_all()
        self._invoke_callbacks()
        return True

    def cancelled(self):
        """Whether the call was prevented."""
        with self._condition:
            return self._state in (CANCELLED, CANCELLED_AND_NOTIFIED)

    def running(self):
        """Whether the call is being made."""
        with self._condition:
            return self._state == RUNNING

    def done(self):
        """Whether the call has ended or was prevented."""
        with self._condition:
            return self._state in _DONE

    def add_done_callback(self, fn):
        """Has `fn` called with the future when that is done, by the thread that ends it, or at once."""
        with self._condition:
            if self._state not in _DONE:
                self._done_callbacks.append(fn)
                return
        self._invoke_callback(fn)

    def result(self, timeout=None):
        """What the call returned; raises what it raised, CancelledError, or TimeoutError."""
        try:
            self._wait_until_done(timeout)
            if self._exception is not None:
                raise self._exception
            return self._result
        finally:
            # The traceback of the exception refers to this frame, and the future to the exception.
            self = None

    def exception(self, timeout=None):
        """What the call raised, or None; raises CancelledError or TimeoutError."""
        self._wait_until_done(timeout)
        return self._exception

    def set_running_or_notify_cancel(self):
        """For executors, before the call: False if it was prevented."""
        with self._condition:
            if self._state == PENDING:
                self._state = RUNNING
                return True
            if self._state == CANCELLED:
                self._settle(CANCELLED_AND_NOTIFIED)
                return False
            report(f"Future {id(self)} in unexpected state: {self._state}")
            raise RuntimeError("Future in unexpected state")

    def set_result(self, result):
        """For executors: the call has returned this."""
        with self._condition:
            self._require_open()
            self._result = result
            self._settle(FINISHED)
        self._invoke_callbacks()

    def set_exception(self, exception):
        """For executors: the call has raised this."""
        with self._condition:
            self._require_open()
            self._exception = exception
            self._settle(FINISHED)
        self._invoke_callbacks()

    def _require_open(self):
        if self._state in _DONE:
            raise InvalidStateError(f"{self._state}: {self!r}")

    def _settle(self, state):
        self._state = state
        for watch in self._watches:
            watch.settled(self)
        self._watches.clear()
        self._condition.notify_all()

    def _wait_until_done(self, timeout):
        with self._condition:
            if self._state not in _DONE:
                self._condition.wait(timeout)
            if self._state not in _DONE:
                raise TimeoutError
            if self._state != FINISHED:
                raise CancelledError

    def _invoke_callbacks(self):
        for callback in self._done_callbacks:
            self._invoke_callback(callback)

    def _invoke_callback(self, callback):
        try:
            callback(self)
        except Exception as exc:
            report(f"exception calling callback for {self!r}", exc)


class _Watch:
    """An eye on several futures at once: it collects those that settle.

    wait() ends when as many as are wanted have settled, or, if it shall stop on a failure, one has failed.
    """

    # The watch's lock is taken while that of a future is held, never the other way round.

    def __init__(self, wanted, stop_on_failure=False):
        self._lock = threading.Lock()
        self._event = threading.Event()
        self._settled = []
        self._wanted = wanted
        self._stop_on_failure = stop_on_failure
        if wanted == 0:
            self._event.set()

    def add(self, future):
        """Begins to watch this one, which may have settled before."""
        with future._condition:
            if future._state in _SETTLED:
                self.settled(future)
            else:
                future._watches.append(self)

    def remove(self, future):
        """Stops to watch this one."""
        with future._condition:
            if self in future._watches:
                future._watches.remove(self)

    def settled(self, future):
        """Called when this one has settled, while its lock is held."""
        failed = future._state == FINISHED and future._exception is not None
        with self._lock:
            self._settled.append(future)
            if len(self._settled) >= self._wanted or failed and self._stop_on_failure:
                self._event.set()

    def take(self):
        """Those that have settled since the last call."""
        with self._lock:
            settled, self._settled = self._settled, []
            self._event.clear()
        return settled

    def wait(self, timeout=None):
        """Waits, and takes those that have settled, also if time ran out."""
        self._event.wait(timeout)
        return self.take()


DoneAndNotDoneFutures = namedtuple("DoneAndNotDoneFutures", "done not_done")


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    """Waits for some futures: for all, for the first, or for the first that failed.

    Answers two sets: those that have settled, and those that have not.
    """
    pending = set(fs)
    wanted = min(1, len(pending)) if return_when == FIRST_COMPLETED else len(pending)
    watch = _Watch(wanted, return_when == FIRST_EXCEPTION)
    try:
        for future in pending:
            watch.add(future)
        if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
            if not watch._event.is_set():
                raise ValueError(f"Invalid return condition: {return_when!r}")
        done = set(watch.wait(timeout))
    finally:
        for future in pending:
            watch.remove(future)
    return DoneAndNotDoneFutures(done, pending - done)


def as_completed(fs, timeout=None):
    """Yields the futures as they settle, each once; TimeoutError if they have not in time."""
    end = None if timeout is None else time.monotonic() + timeout
    # No variable here may keep a future alive that the caller has had: its result may be large.
    pending = dict.fromkeys(fs)
    del fs
    total = len(pending)
    watch = _Watch(1)
    try:
        for future in pending:
            watch.add(future)
        future = None
        ready = watch.take()
        while True:
            ready.reverse()
            while ready:
                del pending[ready[-1]]
                yield ready.pop()
            if not pending:
                return
            left = _time_left(end)
            if left is not None and left < 0:
                raise TimeoutError(f"{len(pending)} (of {total}) futures unfinished")
            ready = watch.wait(left)
    finally:
        for future in pending:
            watch.remove(future)


def _time_left(end):
    return None if end is None else end - time.monotonic()


def _result_or_cancel(future, timeout=None):
    try:
        try:
            return future.result(timeout)
        finally:
            future.cancel()
    finally:
        # As in Future.result().
        del future


class Executor:
    """What carries out calls."""

    def submit(self, fn, /, *args, **kwargs):
        """Has `fn` called with these arguments some time; answers the future of that call."""
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        """Calls `fn` for the elements as map() does, all calls at once; yields the results in order.

        TimeoutError if a result is not there so many seconds after this call.
        """
        end = None if timeout is None else time.monotonic() + timeout
        futures = [self.submit(fn, *args) for args in zip(*iterables)]

        # A function of its own, so that the calls are submitted before anybody asks for a result.
        def result_iterator():
            try:
                futures.reverse()
                while futures:
                    # The list is the only one to hold the future, so that a result dies with its use.
                    yield _result_or_cancel(futures.pop(), _time_left(end))
            finally:
                for future in futures:
                    future.cancel()

        return result_iterator()

    def shutdown(self, wait=True, *, cancel_futures=False):
        """Takes no more calls; waits for those under way, and drops those not begun if asked to."""

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown(wait=True)
        return False
