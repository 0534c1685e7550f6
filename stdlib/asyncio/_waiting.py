"""Waiting: for a while, for several tasks, and from other threads."""

import functools
import math
import types
from _asyncio import _sleep, _stop_sleep

from . import coroutines, events, exceptions, futures, timeouts

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"


@types.coroutine
def _give_way():
    yield


async def sleep(delay, result=None):
    """Waits for so many seconds; 0 lets others run once."""
    if delay <= 0:
        await _give_way()
        return result
    future = _sleep(delay, result)
    if future is None:
        return await _sleep_by_methods(delay, result)
    try:
        return await future
    except:
        _stop_sleep(future)
        raise


async def _sleep_by_methods(delay, result):
    if math.isnan(delay):
        raise ValueError("Invalid delay: NaN (not a number)")
    loop = events.get_running_loop()
    future = loop.create_future()
    timer = loop.call_later(delay, futures._set_result_unless_cancelled, future, result)
    try:
        return await future
    finally:
        timer.cancel()


async def _await(awaitable):
    return await awaitable


def ensure_future(coro_or_future, *, loop=None):
    """A coroutine or another awaitable as a task; a future stays what it is."""
    if futures.isfuture(coro_or_future):
        if loop is not None and loop is not futures._get_loop(coro_or_future):
            raise ValueError("The future belongs to a different loop than the one specified as the loop argument")
        return coro_or_future
    coroutine = coro_or_future
    if not coroutines.iscoroutine(coroutine):
        if not hasattr(type(coroutine), "__await__") and not _is_generator_coroutine(coroutine):
            raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")
        coroutine = _await(coroutine)
    if loop is None:
        try:
            loop = events.get_event_loop()
        except RuntimeError:
            coroutine.close()
            if coroutine is not coro_or_future and hasattr(coro_or_future, "close"):
                coro_or_future.close()
            raise
    try:
        return loop.create_task(coroutine)
    except RuntimeError:
        coroutine.close()
        raise


def _is_generator_coroutine(obj):
    # What a generator function under types.coroutine() gives.
    return isinstance(obj, types.GeneratorType) and bool(obj.gi_code.co_flags & 0x100)


def _require_futures(fs):
    if futures.isfuture(fs) or coroutines.iscoroutine(fs):
        raise TypeError(f"expect a list of futures, not {type(fs).__name__}")


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    """Waits for tasks and futures. Returns two sets: those that are done and the others."""
    _require_futures(fs)
    if not fs:
        raise ValueError("Set of Tasks/Futures is empty.")
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f"Invalid return_when value: {return_when}")
    fs = set(fs)
    if any(coroutines.iscoroutine(f) for f in fs):
        raise TypeError("Passing coroutines is forbidden, use tasks explicitly.")
    return await _wait(fs, timeout, return_when, events.get_running_loop())


def _release_waiter(waiter, *args):
    if not waiter.done():
        waiter.set_result(None)


async def _wait(fs, timeout, return_when, loop):
    if not fs:
        raise AssertionError("Set of Futures is empty.")
    waiter = loop.create_future()
    timer = None if timeout is None else loop.call_later(timeout, _release_waiter, waiter)
    left = len(fs)

    def done(future):
        nonlocal left
        left -= 1
        if left > 0 and return_when != FIRST_COMPLETED:
            if return_when != FIRST_EXCEPTION or future.cancelled() or future.exception() is None:
                return
        if timer is not None:
            timer.cancel()
        _release_waiter(waiter)

    for future in fs:
        future.add_done_callback(done)
    try:
        await waiter
    finally:
        if timer is not None:
            timer.cancel()
        for future in fs:
            future.remove_done_callback(done)
    finished = {future for future in fs if future.done()}
    return finished, fs - finished


async def wait_for(fut, timeout):
    """The result of an awaitable, which is cancelled if it takes longer than so many seconds: TimeoutError."""
    if timeout is not None and timeout <= 0:
        fut = ensure_future(fut)
        if fut.done():
            return fut.result()
        await _cancel_and_wait(fut)
        try:
            return fut.result()
        except exceptions.CancelledError as error:
            raise TimeoutError from error
    async with timeouts.timeout(timeout):
        return await fut


async def _cancel_and_wait(fut):
    """Cancels a future and waits until it is done."""
    waiter = events.get_running_loop().create_future()
    release = functools.partial(_release_waiter, waiter)
    fut.add_done_callback(release)
    try:
        fut.cancel()
        await waiter
    finally:
        fut.remove_done_callback(release)


class _AsCompletedIterator:
    """What as_completed() gives. `for` gets coroutines that wait for the next result; `async for` gets the futures."""

    def __init__(self, aws, timeout):
        from .queues import Queue

        self._done = Queue()
        self._timeout_handle = None
        loop = events.get_event_loop()
        todo = {ensure_future(aw, loop=loop) for aw in set(aws)}
        for future in todo:
            future.add_done_callback(self._handle_completion)
        if todo and timeout is not None:
            self._timeout_handle = loop.call_later(timeout, self._handle_timeout)
        self._todo = todo
        self._todo_left = len(todo)

    def __aiter__(self):
        return self

    def __iter__(self):
        return self

    async def __anext__(self):
        if not self._todo_left:
            raise StopAsyncIteration
        self._todo_left -= 1
        return await self._wait_for_one()

    def __next__(self):
        if not self._todo_left:
            raise StopIteration
        self._todo_left -= 1
        return self._wait_for_one(resolve=True)

    def _handle_timeout(self):
        for future in self._todo:
            future.remove_done_callback(self._handle_completion)
            # One for each that is still waited for.
            self._done.put_nowait(None)
        self._todo.clear()

    def _handle_completion(self, future):
        if not self._todo:
            return
        self._todo.remove(future)
        self._done.put_nowait(future)
        if not self._todo and self._timeout_handle is not None:
            self._timeout_handle.cancel()

    async def _wait_for_one(self, resolve=False):
        future = await self._done.get()
        if future is None:
            raise exceptions.TimeoutError
        return future.result() if resolve else future


def as_completed(fs, *, timeout=None):
    """The awaitables in the order in which they are done."""
    if futures.isfuture(fs) or coroutines.iscoroutine(fs):
        raise TypeError(f"expects an iterable of awaitables, not {type(fs).__name__}")
    return _AsCompletedIterator(fs, timeout)


class _GatheringFuture(futures.Future):
    """What gather() gives: its cancellation cancels the children, and it is done when they are."""

    def __init__(self, children, *, loop):
        super().__init__(loop=loop)
        self._children = children
        self._cancel_requested = False

    def cancel(self, msg=None):
        if self.done():
            return False
        cancelled = False
        for child in self._children:
            if child.cancel(msg=msg):
                cancelled = True
        if cancelled:
            # The cancellation is told even if every child catches its own.
            self._cancel_requested = True
        return cancelled


def shield(arg):
    """A future that ends as the awaitable does; its cancellation does not reach the awaitable."""
    inner = ensure_future(arg)
    if inner.done():
        return inner
    outer = futures._get_loop(inner).create_future()

    def inner_done(inner):
        if outer.cancelled():
            if not inner.cancelled():
                # It counts as retrieved.
                inner.exception()
            return
        if inner.cancelled():
            outer.cancel()
            return
        failure = inner.exception()
        if failure is not None:
            outer.set_exception(failure)
        else:
            outer.set_result(inner.result())

    def outer_done(outer):
        if not inner.done():
            inner.remove_done_callback(inner_done)

    inner.add_done_callback(inner_done)
    outer.add_done_callback(outer_done)
    return outer


def run_coroutine_threadsafe(coro, loop):
    """Runs a coroutine in a loop of another thread. Returns a concurrent.futures.Future."""
    if not coroutines.iscoroutine(coro):
        raise TypeError("A coroutine object is required")
    import concurrent.futures

    future = concurrent.futures.Future()

    def begin():
        try:
            futures._chain_future(ensure_future(coro, loop=loop), future)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            if future.set_running_or_notify_cancel():
                future.set_exception(error)
            raise

    loop.call_soon_threadsafe(begin)
    return future
