"""Tasks: coroutines that a loop runs."""

import contextvars
import itertools
import types
import weakref
from types import GenericAlias

from . import base_tasks, coroutines, events, exceptions, futures

__all__ = ("Task", "create_task", "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED", "wait", "wait_for",
           "as_completed", "sleep", "gather", "shield", "ensure_future", "run_coroutine_threadsafe", "current_task",
           "all_tasks", "create_eager_task_factory", "eager_task_factory", "_register_task", "_unregister_task",
           "_enter_task", "_leave_task")

_task_name_counter = itertools.count(1).__next__

# Tasks of classes of the program's own, and of loops that do not hold theirs.
_scheduled_tasks = weakref.WeakSet()
# Tasks that have begun to run where they were made.
_eager_tasks = set()
# The task that runs, by loop.
_current_tasks = {}


def current_task(loop=None):
    """The task that runs in a loop, or None."""
    if loop is None:
        loop = events.get_running_loop()
    return _current_tasks.get(loop)


def all_tasks(loop=None):
    """The tasks of a loop that are not done."""
    if loop is None:
        loop = events.get_running_loop()
    tasks = [*getattr(loop, "_held_tasks", ()), *list(_scheduled_tasks), *list(_eager_tasks)]
    return {task for task in tasks if futures._get_loop(task) is loop and not task.done()}


def _hold(task):
    """The loop holds the task until it is done, so that nobody else has to."""
    try:
        task._loop._held_tasks.add(task)
    except AttributeError:
        _scheduled_tasks.add(task)


def _let_go(task):
    try:
        task._loop._held_tasks.discard(task)
    except AttributeError:
        _scheduled_tasks.discard(task)


def _register_task(task):
    """Tells of a new task of a class that is no subclass of Task."""
    _scheduled_tasks.add(task)


def _register_eager_task(task):
    """Tells of a task that begins to run at once."""
    _eager_tasks.add(task)


def _enter_task(loop, task):
    """A task begins or goes on to run."""
    current = _current_tasks.get(loop)
    if current is not None:
        raise RuntimeError(f"Cannot enter into task {task!r} while another task {current!r} is being executed.")
    _current_tasks[loop] = task


def _leave_task(loop, task):
    """A task stops running."""
    current = _current_tasks.get(loop)
    if current is not task:
        raise RuntimeError(f"Leaving task {task!r} does not match the current task {current!r}.")
    del _current_tasks[loop]


def _swap_current_task(loop, task):
    """Sets the task that runs. Returns the one before."""
    previous = _current_tasks.get(loop)
    if task is None:
        _current_tasks.pop(loop, None)
    else:
        _current_tasks[loop] = task
    return previous


def _unregister_task(task):
    """The task is done."""
    _scheduled_tasks.discard(task)


def _unregister_eager_task(task):
    """The first step of the task is over."""
    _eager_tasks.discard(task)


class Task(futures._PyFuture):
    """A coroutine that a loop runs, as the future of its result."""

    # False: the task may be dropped before it is done, without a message.
    _log_destroy_pending = True

    def __init__(self, coro, *, loop=None, name=None, context=None, eager_start=False):
        super().__init__(loop=loop)
        if self._source_traceback:
            del self._source_traceback[-1]
        if not coroutines.iscoroutine(coro):
            # There is nothing to be sorry for in a task that never began.
            self._log_destroy_pending = False
            raise TypeError(f"a coroutine was expected, got {coro!r}")
        self._name = f"Task-{_task_name_counter()}" if name is None else str(name)
        self._num_cancels_requested = 0
        self._must_cancel = False
        self._fut_waiter = None
        self._coro = coro
        self._context = contextvars.copy_context() if context is None else context
        if eager_start and self._loop.is_running():
            self.__eager_start()
        else:
            self._loop.call_soon(self.__step, context=self._context)
            _hold(self)

    def __del__(self):
        if self._state is futures._PENDING and self._log_destroy_pending:
            context = {"task": self, "message": "Task was destroyed but it is pending!"}
            if self._source_traceback:
                context["source_traceback"] = self._source_traceback
            self._loop.call_exception_handler(context)
        super().__del__()

    __class_getitem__ = classmethod(GenericAlias)

    def __repr__(self):
        return base_tasks._task_repr(self)

    def get_coro(self):
        """The coroutine; None if it ended in its first step."""
        return self._coro

    def get_context(self):
        """The context that the coroutine runs in."""
        return self._context

    def get_name(self):
        """The task's name."""
        return self._name

    def set_name(self, value):
        """Sets the task's name."""
        self._name = str(value)

    def set_result(self, result):
        raise RuntimeError("Task does not support set_result operation")

    def set_exception(self, exception):
        raise RuntimeError("Task does not support set_exception operation")

    def get_stack(self, *, limit=None):
        """The frames of the coroutine; of one that has failed, those of its traceback."""
        return base_tasks._task_get_stack(self, limit)

    def print_stack(self, *, limit=None, file=None):
        """Prints the stack or the traceback of the coroutine."""
        return base_tasks._task_print_stack(self, limit, file)

    def cancel(self, msg=None):
        """Asks the task to stop: CancelledError is raised in its coroutine. Returns False if it was done."""
        self._log_traceback = False
        if self.done():
            return False
        self._num_cancels_requested += 1
        waiter = self._fut_waiter
        if waiter is not None and waiter.cancel(msg=msg):
            # What it waits for has been cancelled, which will reach the coroutine, or not if that is caught on the way.
            return True
        self._must_cancel = True
        self._cancel_message = msg
        return True

    def cancelling(self):
        """How often cancel() was called, less uncancel()."""
        return self._num_cancels_requested

    def uncancel(self):
        """Takes back one cancel(). Returns how many are left."""
        if self._num_cancels_requested > 0:
            self._num_cancels_requested -= 1
            if self._num_cancels_requested == 0:
                self._must_cancel = False
        return self._num_cancels_requested

    def __eager_start(self):
        previous = _swap_current_task(self._loop, self)
        try:
            _register_eager_task(self)
            try:
                self._context.run(self.__step_in_coroutine, None)
            finally:
                _unregister_eager_task(self)
        finally:
            try:
                _swap_current_task(self._loop, previous)
            finally:
                if self.done():
                    self._coro = None
                    self = None
                else:
                    _hold(self)

    def __step(self, exc=None):
        if self._state is not futures._PENDING:
            raise exceptions.InvalidStateError(f"__step(): already done: {self!r}, {exc!r}")
        if self._must_cancel:
            if not isinstance(exc, exceptions.CancelledError):
                exc = self._make_cancelled_error()
            self._must_cancel = False
        self._fut_waiter = None
        _enter_task(self._loop, self)
        try:
            self.__step_in_coroutine(exc)
        finally:
            _leave_task(self._loop, self)
            self = None

    def __step_in_coroutine(self, exc):
        coro = self._coro
        try:
            result = coro.send(None) if exc is None else coro.throw(exc)
        except StopIteration as end:
            _let_go(self)
            if self._must_cancel:
                # It was asked to stop in its last step.
                self._must_cancel = False
                super().cancel(msg=self._cancel_message)
            else:
                super().set_result(end.value)
        except exceptions.CancelledError as error:
            _let_go(self)
            self._cancelled_exc = error
            super().cancel()
        except (KeyboardInterrupt, SystemExit) as error:
            _let_go(self)
            super().set_exception(error)
            raise
        except BaseException as error:
            _let_go(self)
            # The traceback begins with the coroutine.
            super().set_exception(error.with_traceback(error.__traceback__.tb_next))
        else:
            self.__wait_for(result)
        finally:
            # The traceback of an error holds this frame.
            self = None

    def __wait_for(self, result):
        """The coroutine has given something to wait for."""
        blocking = getattr(result, "_asyncio_future_blocking", None)
        if blocking is None:
            if result is None:
                self._loop.call_soon(self.__step, context=self._context)
                return
            if isinstance(result, types.GeneratorType):
                wrong = f"yield was used instead of yield from for generator in task {self!r} with {result!r}"
            else:
                wrong = f"Task got bad yield: {result!r}"
        elif futures._get_loop(result) is not self._loop:
            wrong = f"Task {self!r} got Future {result!r} attached to a different loop"
        elif not blocking:
            wrong = f"yield was used instead of yield from in task {self!r} with {result!r}"
        elif result is self:
            wrong = f"Task cannot await on itself: {self!r}"
        else:
            result._asyncio_future_blocking = False
            result.add_done_callback(self.__wakeup, context=self._context)
            self._fut_waiter = result
            if self._must_cancel and result.cancel(msg=self._cancel_message):
                self._must_cancel = False
            return
        self._loop.call_soon(self.__step, RuntimeError(wrong), context=self._context)

    def __wakeup(self, future):
        try:
            future.result()
        except BaseException as error:
            self.__step(error)
        else:
            # The coroutine asks the future for its result by itself.
            self.__step()
        self = None

    # As reprs of futures show it.
    __wakeup.__qualname__ = "Task.task_wakeup"


# Programs see where CPython has it.
Task.__module__ = "_asyncio"
_PyTask = Task


def create_task(coro, *, name=None, context=None):
    """A task that runs a coroutine in the running loop."""
    loop = events.get_running_loop()
    if context is None:
        return loop.create_task(coro, name=name)
    return loop.create_task(coro, name=name, context=context)


def create_eager_task_factory(custom_task_constructor):
    """A task factory whose tasks run at once until they first have to wait."""

    def factory(loop, coro, *, name=None, context=None):
        return custom_task_constructor(coro, loop=loop, name=name, context=context, eager_start=True)

    return factory


eager_task_factory = create_eager_task_factory(Task)


# What tasks are waited for with. These modules import this one.
from ._waiting import (ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, _GatheringFuture, _wait, as_completed,  # noqa: E402
                       ensure_future, gather, run_coroutine_threadsafe, shield, sleep, wait, wait_for)

# The same without an accelerator, for those who want to tell them apart.
_py_current_task = current_task
_py_register_task = _register_task
_py_register_eager_task = _register_eager_task
_py_unregister_task = _unregister_task
_py_unregister_eager_task = _unregister_eager_task
_py_enter_task = _enter_task
_py_leave_task = _leave_task
_py_swap_current_task = _swap_current_task
