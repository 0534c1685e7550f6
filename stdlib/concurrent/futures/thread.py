"""An executor that carries out calls in threads."""

# Three parties: the executor, which a program holds; its crew, which the executor and the workers share;
# and the workers. A worker never refers to the executor, so that the executor can go while workers wait
# for work; its leash, an object that nothing else holds, then dismisses the crew.

import itertools
import threading
from _queue import Empty, SimpleQueue
from concurrent.futures import _base

# Every crew that has workers or may get some.
_crews = set()
_exiting = False


def _dismiss_all():
    """At the end of the program: work that was submitted is still done."""
    global _exiting
    _exiting = True
    crews = _crews.copy()
    for crew in crews:
        with crew.lock:
            if crew.workers:
                crew.dismiss()
    for crew in crews:
        crew.join()


threading._register_atexit(_dismiss_all)


class BrokenThreadPool(_base.BrokenExecutor):
    """The initializer of a worker has failed."""


class _Call:
    """A call to make, and the future of its result."""

    __slots__ = ("future", "fn", "args", "kwargs")

    def __init__(self, future, fn, args, kwargs):
        self.future = future
        self.fn = fn
        self.args = args
        self.kwargs = kwargs

    def run(self):
        if not self.future.set_running_or_notify_cancel():
            return
        try:
            result = self.fn(*self.args, **self.kwargs)
        except BaseException as exc:
            self.future.set_exception(exc)
            # The traceback of the exception refers to this frame, and the future to the exception.
            self = None
        else:
            self.future.set_result(result)


class _Crew:
    """The workers of one executor and the calls that they are to make."""

    def __init__(self, size, name_prefix, initializer, initargs):
        self.size = size
        self.name_prefix = name_prefix
        self.initializer = initializer
        self.initargs = initargs
        # Holds calls, and at the end None, which each worker passes on to the next.
        self.calls = SimpleQueue()
        # One permit for each worker that waits for a call.
        self.idle = threading.Semaphore(0)
        # Guards what follows.
        self.lock = threading.Lock()
        self.workers = set()
        self.running = 0
        self.dismissed = False
        self.broken = False
        _crews.add(self)

    def submit(self, call):
        """Queues the call; starts another worker for it if none is idle."""
        with self.lock:
            if self.broken:
                raise BrokenThreadPool(self.broken)
            if self.dismissed:
                raise RuntimeError("cannot schedule new futures after shutdown")
            if _exiting:
                raise RuntimeError("cannot schedule new futures after interpreter shutdown")
            self.calls.put(call)
            if not self.idle.acquire(blocking=False) and len(self.workers) < self.size:
                name = f"{self.name_prefix}_{len(self.workers)}"
                worker = threading.Thread(target=self.work, name=name)
                worker.start()
                self.workers.add(worker)
                self.running += 1

    def dismiss(self):
        """Tells the workers to go when the calls are done. It takes no lock: a finaliser may call it."""
        self.dismissed = True
        self.calls.put(None)
        # At the very end the module may have been emptied.
        if not self.workers and _crews is not None:
            _crews.discard(self)

    def join(self):
        """Waits until the workers have gone."""
        for worker in self.workers:
            worker.join()

    def drop_calls(self, settle):
        """Takes the calls that no worker has begun, and ends their futures in this way."""
        while True:
            try:
                call = self.calls.get_nowait()
            except Empty:
                break
            if call is not None:
                settle(call.future)

    def work(self):
        """What a worker does."""
        try:
            if self.prepare():
                while True:
                    try:
                        call = self.calls.get_nowait()
                    except Empty:
                        self.idle.release()
                        call = self.calls.get()
                    if call is not None:
                        call.run()
                        # Else the last call lives until the next.
                        del call
                    elif self.dismissed:
                        self.calls.put(None)
                        break
        except BaseException as exc:
            _base.report("Exception in worker", exc)
        finally:
            with self.lock:
                self.running -= 1
                if self.dismissed and self.running == 0:
                    _crews.discard(self)

    def prepare(self):
        """Calls the initializer; if that fails the whole crew is of no use."""
        if self.initializer is None:
            return True
        try:
            self.initializer(*self.initargs)
        except BaseException as exc:
            _base.report("Exception in initializer:", exc)
            self.give_up()
            return False
        return True

    def give_up(self):
        """Ends all calls that have not begun with an exception."""
        with self.lock:
            self.broken = "A thread initializer failed, the thread pool is not usable anymore"
        # Without the lock, since callbacks of the futures may submit: no call is added from now on.
        self.drop_calls(lambda future: future.set_exception(BrokenThreadPool(self.broken)))


class _Leash:
    """Dies with the executor that holds it."""

    __slots__ = ("_crew",)

    def __init__(self, crew):
        self._crew = crew

    def __del__(self):
        self._crew.dismiss()


def _default_size():
    # Calls that wait for input or output need no processor, so a few more than there are of these.
    try:
        from os import process_cpu_count
    except ImportError:
        return 5
    return min(32, (process_cpu_count() or 1) + 4)


class ThreadPoolExecutor(_base.Executor):
    """Carries out calls in at most `max_workers` threads, which are started as they are needed."""

    _counter = itertools.count().__next__

    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        if max_workers is None:
            max_workers = _default_size()
        if max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        prefix = thread_name_prefix or f"ThreadPoolExecutor-{self._counter()}"
        crew = _Crew(max_workers, prefix, initializer, initargs)
        self._crew = crew
        self._leash = _Leash(crew)
        self._max_workers = max_workers
        self._thread_name_prefix = prefix
        self._threads = crew.workers
        self._work_queue = crew.calls

    @property
    def _shutdown(self):
        return self._crew.dismissed

    @property
    def _broken(self):
        return self._crew.broken

    def submit(self, fn, /, *args, **kwargs):
        """Has `fn` called with these arguments in some worker; answers the future of that call."""
        future = _base.Future()
        self._crew.submit(_Call(future, fn, args, kwargs))
        return future

    def shutdown(self, wait=True, *, cancel_futures=False):
        """Takes no more calls; waits for those submitted, and drops those not begun if asked to."""
        crew = self._crew
        with crew.lock:
            crew.dismissed = True
        if cancel_futures:
            # Without the lock, since callbacks of the futures may submit: no call is added from now on.
            crew.drop_calls(_base.Future.cancel)
        crew.dismiss()
        if wait:
            crew.join()
