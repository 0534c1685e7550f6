"""What every loop does: calls, timers, runs, executors, and errors that nobody catches."""

import sys
import weakref
import _thread
from _asyncio import Loop

from . import coroutines, events, futures, log, tasks, timeouts
from ._connections import ConnectionsMixin
from ._server import Server

__all__ = ("BaseEventLoop", "Server")


def _format_handle(handle):
    owner = getattr(handle._callback, "__self__", None)
    # A step of a task is told as the task.
    return repr(owner) if isinstance(owner, tasks.Task) else str(handle)


def _run_until_complete_cb(fut):
    if not fut.cancelled() and isinstance(fut.exception(), (SystemExit, KeyboardInterrupt)):
        # It has gone through the loop already.
        return
    futures._get_loop(fut).stop()


class BaseEventLoop(ConnectionsMixin, events.AbstractEventLoop):
    """A loop without a way to wait: `_selector`, `_process_events` and `_write_to_self` come from subclasses."""

    # What the abstract loop only describes.
    call_soon = Loop.call_soon
    call_soon_threadsafe = Loop.call_soon_threadsafe
    call_at = Loop.call_at
    call_later = Loop.call_later
    create_task = Loop.create_task
    create_future = Loop.create_future
    time = Loop.time
    get_debug = Loop.get_debug

    def __init__(self):
        self._default_executor = None
        self._internal_fds = 0
        self._exception_handler = None
        # What is late is told only in debug mode.
        self.slow_callback_duration = 0.1
        self._current_handle = None
        self._coroutine_origin_tracking_enabled = False
        self._coroutine_origin_tracking_saved_depth = None
        self._asyncgens = weakref.WeakSet()
        self._asyncgens_shutdown_called = False
        self._executor_shutdown_called = False
        self.set_debug(coroutines._is_debug_mode())

    def __repr__(self):
        return (f"<{self.__class__.__name__} running={self.is_running()} closed={self.is_closed()} "
                f"debug={self.get_debug()}>")

    def set_task_factory(self, factory):
        """Sets what makes tasks: a function of the loop and the coroutine; None: Task."""
        if factory is not None and not callable(factory):
            raise TypeError("task factory must be a callable or None")
        self._task_factory = factory

    def get_task_factory(self):
        """What makes tasks; None: Task."""
        return self._task_factory

    def _process_events(self, event_list):
        raise NotImplementedError

    def _write_to_self(self):
        raise NotImplementedError

    def _check_closed(self):
        if self._closed:
            raise RuntimeError("Event loop is closed")

    def _check_default_executor(self):
        if self._executor_shutdown_called:
            raise RuntimeError("Executor shutdown has been called")

    def _asyncgen_finalizer_hook(self, agen):
        self._asyncgens.discard(agen)
        if not self.is_closed():
            self.call_soon_threadsafe(self.create_task, agen.aclose())

    def _asyncgen_firstiter_hook(self, agen):
        if self._asyncgens_shutdown_called:
            import warnings

            warnings.warn(f"asynchronous generator {agen!r} was scheduled after loop.shutdown_asyncgens() call",
                          ResourceWarning, source=self)
        self._asyncgens.add(agen)

    async def shutdown_asyncgens(self):
        """Closes the asynchronous generators that have not ended."""
        self._asyncgens_shutdown_called = True
        if not len(self._asyncgens):
            return
        closing = list(self._asyncgens)
        self._asyncgens.clear()
        results = await tasks.gather(*[agen.aclose() for agen in closing], return_exceptions=True)
        for result, agen in zip(results, closing):
            if isinstance(result, Exception):
                self.call_exception_handler({
                    "message": f"an error occurred during closing of asynchronous generator {agen!r}",
                    "exception": result,
                    "asyncgen": agen,
                })

    async def shutdown_default_executor(self, timeout=None):
        """Ends the threads of the default executor, waiting so many seconds for them."""
        self._executor_shutdown_called = True
        if self._default_executor is None:
            return
        import threading

        future = self.create_future()
        thread = threading.Thread(target=self._do_shutdown, args=(future,))
        thread.start()
        try:
            async with timeouts.timeout(timeout):
                await future
        except TimeoutError:
            import warnings

            warnings.warn(f"The executor did not finishing joining its threads within {timeout} seconds.",
                          RuntimeWarning, stacklevel=2)
            self._default_executor.shutdown(wait=False)
        else:
            thread.join()

    def _do_shutdown(self, future):
        try:
            self._default_executor.shutdown(wait=True)
            if not self.is_closed():
                self.call_soon_threadsafe(futures._set_result_unless_cancelled, future, None)
        except Exception as error:
            if not self.is_closed() and not future.cancelled():
                self.call_soon_threadsafe(future.set_exception, error)

    def _check_running(self):
        if self.is_running():
            raise RuntimeError("This event loop is already running")
        if events._get_running_loop() is not None:
            raise RuntimeError("Cannot run the event loop while another loop is running")

    def _run_forever_setup(self):
        self._check_closed()
        self._check_running()
        self._set_coroutine_origin_tracking(self._debug)
        self._old_agen_hooks = sys.get_asyncgen_hooks()
        self._thread_id = _thread.get_ident()
        sys.set_asyncgen_hooks(firstiter=self._asyncgen_firstiter_hook, finalizer=self._asyncgen_finalizer_hook)
        events._set_running_loop(self)

    def _run_forever_cleanup(self):
        self._stopping = False
        self._thread_id = None
        events._set_running_loop(None)
        self._set_coroutine_origin_tracking(False)
        if self._old_agen_hooks is not None:
            sys.set_asyncgen_hooks(*self._old_agen_hooks)
            self._old_agen_hooks = None

    def run_forever(self):
        """Runs until stop() is called."""
        self._run_forever_setup()
        try:
            while True:
                self._run_once()
                if self._stopping:
                    break
        finally:
            self._run_forever_cleanup()

    def run_until_complete(self, future):
        """Runs until a future is done. Returns its result. A coroutine is made a task."""
        self._check_closed()
        self._check_running()
        new_task = not futures.isfuture(future)
        future = tasks.ensure_future(future, loop=self)
        if new_task:
            # If the program stops, the error that follows says enough.
            future._log_destroy_pending = False
        future.add_done_callback(_run_until_complete_cb)
        try:
            self.run_forever()
        except:
            if new_task and future.done() and not future.cancelled():
                # What is raised here is the future's exception: it counts as retrieved.
                future.exception()
            raise
        finally:
            future.remove_done_callback(_run_until_complete_cb)
        if not future.done():
            raise RuntimeError("Event loop stopped before Future completed.")
        return future.result()

    def stop(self):
        """Ends the run after what is ready now."""
        self._stopping = True

    def close(self):
        """Gives up what the loop holds. It cannot run again."""
        if self.is_running():
            raise RuntimeError("Cannot close a running event loop")
        if self._closed:
            return
        if self._debug:
            log.logger.debug("Close %r", self)
        self._closed = True
        self._forget_calls()
        # Nothing will wake these tasks any more: they live as long as the program refers to them.
        held, self._held_tasks = self._held_tasks, weakref.WeakSet()
        for task in held:
            self._held_tasks.add(task)
        self._executor_shutdown_called = True
        executor = self._default_executor
        if executor is not None:
            self._default_executor = None
            executor.shutdown(wait=False)

    def is_closed(self):
        """Whether the loop has been closed."""
        return self._closed

    def __del__(self, _warn=None):
        if self.is_closed():
            return
        if _warn is None:
            from warnings import warn as _warn
        _warn(f"unclosed event loop {self!r}", ResourceWarning, source=self)
        if not self.is_running():
            self.close()

    def is_running(self):
        """Whether the loop runs."""
        return self._thread_id is not None

    def _check_callback(self, callback, method):
        if coroutines.iscoroutine(callback) or coroutines.iscoroutinefunction(callback):
            raise TypeError(f"coroutines cannot be used with {method}()")
        if not callable(callback):
            raise TypeError(f"a callable object was expected by {method}(), got {callback!r}")

    def _check_thread(self):
        if self._thread_id is not None and self._thread_id != _thread.get_ident():
            raise RuntimeError(
                "Non-thread-safe operation invoked on an event loop other than the current one")

    def run_in_executor(self, executor, func, *args):
        """Calls a function in a thread of an executor; None: of the default one. Returns a future of its result."""
        self._check_closed()
        if self._debug:
            self._check_callback(func, "run_in_executor")
        if executor is None:
            executor = self._default_executor
            # Only the default executor is shut down with the loop.
            self._check_default_executor()
            if executor is None:
                from concurrent.futures import ThreadPoolExecutor

                executor = self._default_executor = ThreadPoolExecutor(thread_name_prefix="asyncio")
        return futures.wrap_future(executor.submit(func, *args), loop=self)

    def set_default_executor(self, executor):
        """Sets where run_in_executor() calls functions."""
        from concurrent.futures import ThreadPoolExecutor

        if not isinstance(executor, ThreadPoolExecutor):
            raise TypeError("executor must be ThreadPoolExecutor instance")
        self._default_executor = executor

    def _add_callback_signalsafe(self, handle):
        self._add_callback(handle)
        self._write_to_self()

    def _run_once(self):
        """Waits for what is ready, and calls it. Goes on as long as there is something to call and no need to wait."""
        if not self._wait_for_events():
            event_list = self._selector.select(self._wait_time())
            if event_list:
                self._process_events(event_list)
                event_list = None
        self._run_ready()

    def _run_watched(self, handle):
        """Makes a call in debug mode: tells if it takes long."""
        try:
            self._current_handle = handle
            began = self.time()
            handle._run()
            took = self.time() - began
            if took >= self.slow_callback_duration:
                log.logger.warning("Executing %s took %.3f seconds", _format_handle(handle), took)
        finally:
            # An exception's traceback leads to this frame, and the handle to the task that keeps the exception.
            self._current_handle = handle = None

    def _set_coroutine_origin_tracking(self, enabled):
        if bool(enabled) == bool(self._coroutine_origin_tracking_enabled):
            return
        if enabled:
            from .constants import DEBUG_STACK_DEPTH

            self._coroutine_origin_tracking_saved_depth = sys.get_coroutine_origin_tracking_depth()
            sys.set_coroutine_origin_tracking_depth(DEBUG_STACK_DEPTH)
        else:
            sys.set_coroutine_origin_tracking_depth(self._coroutine_origin_tracking_saved_depth)
        self._coroutine_origin_tracking_enabled = enabled

    def set_debug(self, enabled):
        """Turns debug mode on or off."""
        self._debug = enabled
        if self.is_running():
            self.call_soon_threadsafe(self._set_coroutine_origin_tracking, enabled)

    from ._errors import (call_exception_handler, default_exception_handler, get_exception_handler,
                          set_exception_handler)
