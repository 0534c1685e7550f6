"""Threads, and what they need to wait for each other."""

# Only two things block here: acquire() of a `_thread` lock and join() of a `_thread` handle. Both let
# other threads run meanwhile, and end early when the main thread gets a signal. Whoever waits for a
# condition therefore waits for a lock of its own, its gate, which the notifier opens. The condition's
# lock is given up, and taken back, in the same step as far as signals are concerned.

import sys as _sys
from _thread import RLock as _RLock
from _thread import TIMEOUT_MAX, _ThreadHandle
from _thread import _get_main_thread_ident, _is_main_interpreter, _local as local, _make_thread_handle
from _thread import _set_name as _show_name, _wait_released
from _thread import _shutdown as _join_all
from _thread import allocate_lock as _allocate_lock
from _thread import daemon_threads_allowed as _daemon_threads_allowed
from _thread import error as ThreadError
from _thread import get_ident, get_native_id, lock as Lock, stack_size
from _thread import start_joinable_thread as _start_joinable_thread
from collections import deque as _deque
from itertools import count as _count
from operator import itemgetter as _itemgetter
from time import monotonic as _now

__all__ = [
    "get_ident",
    "active_count",
    "Condition",
    "current_thread",
    "enumerate",
    "main_thread",
    "TIMEOUT_MAX",
    "Event",
    "Lock",
    "RLock",
    "Semaphore",
    "BoundedSemaphore",
    "Thread",
    "Barrier",
    "BrokenBarrierError",
    "Timer",
    "ThreadError",
    "setprofile",
    "settrace",
    "local",
    "stack_size",
    "excepthook",
    "ExceptHookArgs",
    "gettrace",
    "getprofile",
    "get_native_id",
]


def _deprecated(old, new):
    import warnings

    warnings.warn(f"{old}() is deprecated, {new} instead", DeprecationWarning, stacklevel=3)


# Trace and profile functions, which each thread installs when it starts.

_trace_hook = None
_profile_hook = None


def settrace(func):
    """Makes `func` the trace function of the threads that are started from now on."""
    global _trace_hook
    _trace_hook = func


def gettrace():
    """The function that settrace() was given, or None."""
    return _trace_hook


def setprofile(func):
    """Makes `func` the profile function of the threads that are started from now on."""
    global _profile_hook
    _profile_hook = func


def getprofile():
    """The function that setprofile() was given, or None."""
    return _profile_hook


if hasattr(_sys, "_settraceallthreads"):
    __all__ += ["settrace_all_threads", "setprofile_all_threads"]

    def settrace_all_threads(func):
        """Makes `func` the trace function of all threads, running ones and later ones."""
        settrace(func)
        _sys._settraceallthreads(func)

    def setprofile_all_threads(func):
        """Makes `func` the profile function of all threads, running ones and later ones."""
        setprofile(func)
        _sys._setprofileallthreads(func)


def RLock(*args, **kwargs):
    """A lock that its owner can take again; it is free when it was released as often as it was taken."""
    if args or kwargs:
        import warnings

        message = "Passing arguments to RLock is deprecated and will be removed in 3.15"
        warnings.warn(message, DeprecationWarning, stacklevel=2)
    return _RLock()


class Condition:
    """A lock together with the threads that wait until something that it guards has changed."""

    def __init__(self, lock=None):
        if lock is None:
            lock = RLock()
        self._lock = lock
        self.acquire = lock.acquire
        self.release = lock.release
        # A lock that can be held several times over has its own way to be given up and got back.
        for name in ("_release_save", "_acquire_restore", "_is_owned"):
            if hasattr(lock, name):
                setattr(self, name, getattr(lock, name))
        self._is_native = type(lock) in (Lock, _RLock)
        self._waiters = _deque()

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def __repr__(self):
        return f"<Condition({self._lock}, {len(self._waiters)})>"

    def _release_save(self):
        self._lock.release()

    def _acquire_restore(self, x):
        self._lock.acquire()

    def _is_owned(self):
        if self._lock.acquire(False):
            self._lock.release()
            return False
        return True

    def _at_fork_reinit(self):
        self._lock._at_fork_reinit()
        self._waiters.clear()

    def _withdraw(self, gate):
        """Takes a gate out of the queue; False if a notification has opened it already."""
        try:
            self._waiters.remove(gate)
        except ValueError:
            return False
        return True

    def wait(self, timeout=None):
        """Gives the lock up until a notification comes; False if none has come in time."""
        if not self._is_owned():
            raise RuntimeError("cannot wait on un-acquired lock")
        gate = _allocate_lock()
        gate.acquire()
        if timeout is not None and not timeout > 0:
            timeout = 0
        try:
            self._waiters.append(gate)
            if self._is_native:
                opened = _wait_released(self._lock, gate, timeout)
            else:
                opened = self._wait_released(gate, timeout)
        except BaseException:
            if not self._withdraw(gate):
                # The notification that this thread will not heed is for another one.
                self.notify()
            raise
        # One that came after the wait, before the lock was back, counts: its sender will not repeat it.
        return opened or not self._withdraw(gate)

    def _wait_released(self, gate, timeout):
        """As the function of this name, for a lock of any class."""
        saved = self._release_save()
        try:
            return gate.acquire() if timeout is None else gate.acquire(True, timeout)
        finally:
            self._acquire_restore(saved)

    def wait_for(self, predicate, timeout=None):
        """Waits until the predicate holds, and answers its last value, which is false if time ran out."""
        result = predicate()
        if timeout is None:
            while not result:
                self.wait()
                result = predicate()
            return result
        end = None
        while not result:
            if end is None:
                end = _now() + timeout
            else:
                timeout = end - _now()
                if timeout <= 0:
                    break
            self.wait(timeout)
            result = predicate()
        return result

    def notify(self, n=1):
        """Wakes up to `n` of the waiting threads, those that have waited longest."""
        if not self._is_owned():
            raise RuntimeError("cannot notify on un-acquired lock")
        waiters = self._waiters
        while n > 0 and waiters:
            waiters.popleft().release()
            n -= 1

    def notify_all(self):
        """Wakes all waiting threads."""
        self.notify(len(self._waiters))

    def notifyAll(self):
        """The old name of notify_all()."""
        _deprecated("notifyAll", "use notify_all()")
        self.notify_all()


class Semaphore:
    """A number of permits: acquire() takes one, or waits until there is one; release() gives some back."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._cond = Condition(Lock())
        self._value = value

    def __repr__(self):
        cls = type(self)
        return f"<{cls.__module__}.{cls.__qualname__} at {id(self):#x}: value={self._value}>"

    def acquire(self, blocking=True, timeout=None):
        """Takes a permit; False if there is none, and it was not to block or time ran out."""
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        with self._cond:
            if self._value == 0:
                if not blocking or not self._cond.wait_for(self._has_permit, timeout):
                    return False
            self._value -= 1
            return True

    __enter__ = acquire

    def __exit__(self, t, v, tb):
        self.release()

    def _has_permit(self):
        return self._value != 0

    def release(self, n=1):
        """Gives `n` permits back."""
        if n < 1:
            raise ValueError("n must be one or more")
        with self._cond:
            self._value += n
            self._cond.notify(n)


class BoundedSemaphore(Semaphore):
    """A semaphore that refuses to have more permits than it had at the start."""

    def __init__(self, value=1):
        super().__init__(value)
        self._initial_value = value

    def __repr__(self):
        return f"{super().__repr__()[:-1]}/{self._initial_value}>"

    def release(self, n=1):
        """Gives `n` permits back; ValueError if that were more than were taken."""
        if n < 1:
            raise ValueError("n must be one or more")
        with self._cond:
            if self._value + n > self._initial_value:
                raise ValueError("Semaphore released too many times")
            self._value += n
            self._cond.notify(n)


class Event:
    """A flag that threads can wait for."""

    def __init__(self):
        self._cond = Condition(Lock())
        self._flag = False

    def __repr__(self):
        cls = type(self)
        state = "set" if self._flag else "unset"
        return f"<{cls.__module__}.{cls.__qualname__} at {id(self):#x}: {state}>"

    def _at_fork_reinit(self):
        self._cond._at_fork_reinit()

    def is_set(self):
        """Whether the flag is up."""
        return self._flag

    def isSet(self):
        """The old name of is_set()."""
        _deprecated("isSet", "use is_set()")
        return self.is_set()

    def set(self):
        """Raises the flag, and wakes all who wait for it."""
        with self._cond:
            self._flag = True
            self._cond.notify_all()

    def clear(self):
        """Lowers the flag."""
        with self._cond:
            self._flag = False

    def wait(self, timeout=None):
        """Waits for the flag; False if time ran out."""
        with self._cond:
            # Who has been woken has seen the flag, even if it is lowered again by now.
            return self._flag or self._cond.wait(timeout)


class BrokenBarrierError(RuntimeError):
    pass


class _Round:
    """One filling of a barrier. A new one can begin while the threads of the last are still leaving."""

    __slots__ = ("arrived", "outcome")

    def __init__(self):
        self.arrived = 0
        # None while it fills, then True if all may pass, and False if it broke.
        self.outcome = None


class Barrier:
    """A place where threads wait until a certain number of them has come."""

    def __init__(self, parties, action=None, timeout=None):
        if parties < 1:
            raise ValueError("parties must be > 0")
        self._parties = parties
        self._action = action
        self._timeout = timeout
        self._cond = Condition(Lock())
        self._round = _Round()

    def __repr__(self):
        cls = type(self)
        state = "broken" if self.broken else f"waiters={self.n_waiting}/{self.parties}"
        return f"<{cls.__module__}.{cls.__qualname__} at {id(self):#x}: {state}>"

    @property
    def parties(self):
        """How many threads have to come."""
        return self._parties

    @property
    def n_waiting(self):
        """How many are waiting now."""
        current = self._round
        return current.arrived if current.outcome is None else 0

    @property
    def broken(self):
        """Whether the barrier is of no use until it is reset."""
        return self._round.outcome is False

    def wait(self, timeout=None):
        """Waits for the others; answers this thread's number in the order of arrival, from zero."""
        if timeout is None:
            timeout = self._timeout
        with self._cond:
            current = self._round
            if current.outcome is not None:
                raise BrokenBarrierError
            place = current.arrived
            current.arrived = place + 1
            if current.arrived == self._parties:
                self._open(current)
            else:
                try:
                    settled = self._cond.wait_for(lambda: current.outcome is not None, timeout)
                except BaseException:
                    # Another thread may take this one's place.
                    current.arrived -= 1
                    raise
                if not settled:
                    self._close(current)
            if not current.outcome:
                raise BrokenBarrierError
            return place

    def reset(self):
        """Makes the barrier as new; those who wait get BrokenBarrierError."""
        with self._cond:
            self._close(self._round)
            self._round = _Round()

    def abort(self):
        """Breaks the barrier for those who wait and for those who come."""
        with self._cond:
            self._close(self._round)

    def _open(self, current):
        if self._action is not None:
            try:
                self._action()
            except BaseException:
                self._close(current)
                raise
        current.outcome = True
        self._round = _Round()
        self._cond.notify_all()

    def _close(self, current):
        current.outcome = False
        self._cond.notify_all()


# The threads that are known. A thread is in `_limbo` from start() until it runs itself, then in `_active`
# under its ident until it ends. Its owner can take the lock again, because a finaliser that forgets a
# dummy thread may come in between.

_registry = _RLock()
_active = {}
_limbo = {}
_counter = _count(1).__next__


def _newname(name_template):
    return name_template % _counter()


def current_thread():
    """The thread that asks; a dummy stands for one that this module has not started."""
    try:
        return _active[get_ident()]
    except KeyError:
        return _DummyThread()


def currentThread():
    """The old name of current_thread()."""
    _deprecated("currentThread", "use current_thread()")
    return current_thread()


def main_thread():
    """The thread in which the program began."""
    return _main_thread


def enumerate():
    """All threads that are alive, also those that are just being started."""
    with _registry:
        return [*_active.values(), *_limbo.values()]


def active_count():
    """How many threads are alive."""
    with _registry:
        return len(_active) + len(_limbo)


def activeCount():
    """The old name of active_count()."""
    _deprecated("activeCount", "use active_count()")
    return active_count()


class Thread:
    """An activity of its own: run(), or the function given as `target`, carried out beside the others."""

    _initialized = False

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        assert group is None, "group argument must be None for now"
        if name is not None:
            name = str(name)
        if not name:
            name = _newname("Thread-%d")
            called = getattr(target, "__name__", None)
            if target is not None and called is not None:
                name += f" ({called})"
        if daemon is None:
            daemon = current_thread().daemon
        elif daemon and not _daemon_threads_allowed():
            raise RuntimeError("daemon threads are disabled in this (sub)interpreter")
        self._target = target
        self._name = name
        self._args = args
        self._kwargs = {} if kwargs is None else kwargs
        self._daemonic = daemon
        self._ident = None
        self._native_id = None
        self._handle = _ThreadHandle()
        self._started = Event()
        self._reporter = _Reporter()
        self._initialized = True

    def __repr__(self):
        assert self._initialized, "Thread.__init__() was not called"
        if not self._started.is_set():
            status = "initial"
        elif self._handle.is_done():
            status = "stopped"
        else:
            status = "started"
        if self._daemonic:
            status += " daemon"
        if self._ident is not None:
            status += f" {self._ident}"
        return f"<{type(self).__name__}({self._name}, {status})>"

    def start(self):
        """Lets the thread run; this can be done once."""
        if not self._initialized:
            raise RuntimeError("thread.__init__() not called")
        if self._started.is_set():
            raise RuntimeError("threads can only be started once")
        with _registry:
            _limbo[id(self)] = self
        try:
            _start_joinable_thread(self._bootstrap, handle=self._handle, daemon=self.daemon)
        except BaseException:
            with _registry:
                _limbo.pop(id(self), None)
            raise
        self._started.wait()

    def run(self):
        """What the thread does; a subclass may do something else."""
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            # The arguments may refer to the thread.
            del self._target, self._args, self._kwargs

    def _bootstrap(self):
        self._ident = get_ident()
        self._native_id = get_native_id()
        _show_name(self._name)
        with _registry:
            _active[self._ident] = self
            _limbo.pop(id(self), None)
        self._started.set()
        try:
            self._bootstrap_inner()
        finally:
            with _registry:
                _active.pop(self._ident, None)

    def _bootstrap_inner(self):
        try:
            if _trace_hook:
                _sys.settrace(_trace_hook)
            if _profile_hook:
                _sys.setprofile(_profile_hook)
            self.run()
        except:
            self._reporter.report(self)

    def join(self, timeout=None):
        """Waits until the thread has ended, or time has run out."""
        if not self._initialized:
            raise RuntimeError("Thread.__init__() not called")
        if not self._started.is_set():
            raise RuntimeError("cannot join thread before it is started")
        if self is current_thread():
            raise RuntimeError("cannot join current thread")
        if timeout is not None:
            timeout = max(timeout, 0)
        self._handle.join(timeout)

    def is_alive(self):
        """Whether the thread has been started and has not ended."""
        assert self._initialized, "Thread.__init__() not called"
        return self._started.is_set() and not self._handle.is_done()

    @property
    def name(self):
        """A name, for people; it need not be unique."""
        assert self._initialized, "Thread.__init__() not called"
        return self._name

    @name.setter
    def name(self, name):
        assert self._initialized, "Thread.__init__() not called"
        self._name = str(name)
        if self._ident == get_ident():
            _show_name(self._name)

    @property
    def ident(self):
        """The number by which the program knows the thread, or None before it runs."""
        assert self._initialized, "Thread.__init__() not called"
        return self._ident

    @property
    def native_id(self):
        """The number by which the system knows the thread, or None before it runs."""
        assert self._initialized, "Thread.__init__() not called"
        return self._native_id

    @property
    def daemon(self):
        """Whether the program may end while the thread runs."""
        assert self._initialized, "Thread.__init__() not called"
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        if not self._initialized:
            raise RuntimeError("Thread.__init__() not called")
        if daemonic and not _daemon_threads_allowed():
            raise RuntimeError("daemon threads are disabled in this interpreter")
        if self._started.is_set():
            raise RuntimeError("cannot set daemon status of active thread")
        self._daemonic = daemonic

    def getName(self):
        """The old way to read the name."""
        _deprecated("getName", "get the name attribute")
        return self.name

    def setName(self, name):
        """The old way to set the name."""
        _deprecated("setName", "set the name attribute")
        self.name = name

    def isDaemon(self):
        """The old way to read `daemon`."""
        _deprecated("isDaemon", "get the daemon attribute")
        return self.daemon

    def setDaemon(self, daemonic):
        """The old way to set `daemon`."""
        _deprecated("setDaemon", "set the daemon attribute")
        self.daemon = daemonic


class _ExceptHookArgs(tuple):
    """What an exception hook is told: the exception's class, itself, its traceback, and the thread."""

    __module__ = "_thread"
    __slots__ = ()
    __match_args__ = ("exc_type", "exc_value", "exc_traceback", "thread")

    exc_type = property(_itemgetter(0), doc="The class of the exception")
    exc_value = property(_itemgetter(1), doc="The exception")
    exc_traceback = property(_itemgetter(2), doc="Its traceback")
    thread = property(_itemgetter(3), doc="The thread, or None")

    def __new__(cls, iterable=(), /):
        self = super().__new__(cls, iterable)
        if len(self) != 4:
            raise TypeError(f"_thread._ExceptHookArgs() takes a 4-sequence ({len(self)}-sequence given)")
        return self

    def __repr__(self):
        fields = zip(self.__match_args__, self)
        return f"_thread._ExceptHookArgs({', '.join(f'{name}={value!r}' for name, value in fields)})"

    def __reduce__(self):
        return type(self), (tuple(self),)


ExceptHookArgs = _ExceptHookArgs


def excepthook(args, /):
    """Prints the exception that ended a thread. SystemExit ends one quietly."""
    if type(args) is not ExceptHookArgs:
        raise TypeError("_thread.excepthook argument type must be ExceptHookArgs")
    kind, value, traceback, thread = args
    if kind is SystemExit:
        return
    stderr = _sys.stderr
    if stderr is None:
        # The thread remembers the one of its beginning.
        reporter = getattr(thread, "_reporter", None)
        stderr = None if reporter is None else reporter.stderr
        if stderr is None:
            return
    name = get_ident() if thread is None else thread.name
    print(f"Exception in thread {name}:", file=stderr, flush=True)
    if stderr is _sys.stderr:
        _sys.__excepthook__(kind, value, traceback)
    else:
        from traceback import print_exception

        print_exception(kind, value, traceback, file=stderr)


__excepthook__ = excepthook


class _Reporter:
    """Tells of the exception that ended a thread, if need be with the hooks of its beginning."""

    __slots__ = ("_hook", "_last_hook", "stderr")

    def __init__(self):
        self._hook = excepthook
        self._last_hook = _sys.excepthook
        self.stderr = _sys.stderr
        if self._hook is None:
            raise RuntimeError("threading.excepthook is None")
        if self._last_hook is None:
            raise RuntimeError("sys.excepthook is None")

    def report(self, thread):
        """Calls the hook for the exception being handled; one in the hook goes to that of `sys`."""
        hook = self._hook if excepthook is None else excepthook
        try:
            hook(ExceptHookArgs([*_sys.exc_info(), thread]))
        except Exception as exc:
            exc.__suppress_context__ = True
            stderr = self.stderr if _sys.stderr is None else _sys.stderr
            if stderr is not None:
                print("Exception in threading.excepthook:", file=stderr, flush=True)
            last_hook = self._last_hook if _sys.excepthook is None else _sys.excepthook
            last_hook(*_sys.exc_info())


class Timer(Thread):
    """A thread that calls a function after some seconds, unless it is cancelled before."""

    def __init__(self, interval, function, args=None, kwargs=None):
        super().__init__()
        self.interval = interval
        self.function = function
        self.args = [] if args is None else args
        self.kwargs = {} if kwargs is None else kwargs
        self.finished = Event()

    def cancel(self):
        """Stops the timer, if it has not called yet."""
        self.finished.set()

    def run(self):
        """Waits, then calls."""
        self.finished.wait(self.interval)
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs)
        self.finished.set()


class _MainThread(Thread):
    def __init__(self):
        # Its maker need not be the main thread: another one may have imported this module.
        Thread.__init__(self, name="MainThread", daemon=False)
        self._ident = _get_main_thread_ident()
        if self._ident == get_ident():
            self._native_id = get_native_id()
        self._handle = _make_thread_handle(self._ident)
        self._started.set()
        with _registry:
            _active[self._ident] = self


class _DummyThread(Thread):
    """Stands for a thread that something else has started, once it is asked for."""

    def __init__(self):
        Thread.__init__(self, name=_newname("Dummy-%d"), daemon=_daemon_threads_allowed())
        self._ident = get_ident()
        self._native_id = get_native_id()
        self._handle = _make_thread_handle(self._ident)
        self._started.set()
        with _registry:
            _active[self._ident] = self
        _per_thread.departure = _Departure(self)

    def is_alive(self):
        assert self._initialized, "Thread.__init__() not called"
        if not self._started.is_set() or self._handle.is_done():
            raise RuntimeError("thread is not alive")
        return True

    def join(self, timeout=None):
        """Refuses: nobody knows when such a thread has ended."""
        raise RuntimeError("cannot join a dummy thread")


class _Departure:
    """Lives in the thread's own storage, and takes the dummy out of the registry when that goes."""

    def __init__(self, thread):
        self._thread = thread

    def __del__(self):
        # The module may have been emptied by now.
        if _registry is not None:
            ident = self._thread._ident
            with _registry:
                if _active.get(ident) is self._thread:
                    del _active[ident]


_per_thread = local()
_main_thread = _MainThread()

# The end of the program.

_shutdown_calls = []
_shutting_down = False


def _register_atexit(func, *arg, **kwargs):
    """Has the function called when the main thread has ended; the last one registered comes first."""
    if _shutting_down:
        raise RuntimeError("can't register atexit after shutdown")
    _shutdown_calls.append((func, arg, kwargs))


def _shutdown():
    """What the interpreter calls when the main thread is through: waits for all threads but daemons."""
    global _shutting_down
    if _main_thread._handle.is_done() and _is_main_interpreter():
        return
    _shutting_down = True
    try:
        while _shutdown_calls:
            func, args, kwargs = _shutdown_calls.pop()
            func(*args, **kwargs)
    finally:
        if _is_main_interpreter():
            _main_thread._handle._set_done()
        _join_all()


def _after_fork():
    """What the child of a fork calls: of all threads only the one that called exists there."""
    global _registry, _main_thread
    # Locks that other threads held at the fork stay held for ever: new ones take their place.
    _registry = _RLock()
    survivor = _active.get(get_ident(), _main_thread)
    for thread in [*_active.values(), *_limbo.values()]:
        if thread is not survivor and not thread._handle.is_done():
            thread._handle._set_done()
        thread._started = Event()
        thread._started.set()
    if isinstance(survivor, _DummyThread):
        survivor.__class__ = _MainThread
        survivor._name = "MainThread"
        survivor._daemonic = False
    survivor._ident = get_ident()
    survivor._native_id = get_native_id()
    _active.clear()
    _limbo.clear()
    _active[survivor._ident] = survivor
    _main_thread = survivor


try:
    from posix import register_at_fork as _register_at_fork
except ImportError:
    # Without fork there is nothing to mend.
    pass
else:
    _register_at_fork(after_in_child=_after_fork)
