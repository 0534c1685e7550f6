"""Tasks: coroutines that a loop runs."""

import weakref
from _asyncio import Task, _enter_task, _leave_task, _swap_current_task, create_task, current_task, gather

from . import events, futures

__all__ = ("Task", "create_task", "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED", "wait", "wait_for",
           "as_completed", "sleep", "gather", "shield", "ensure_future", "run_coroutine_threadsafe", "current_task",
           "all_tasks", "create_eager_task_factory", "eager_task_factory", "_register_task", "_unregister_task",
           "_enter_task", "_leave_task")

# Tasks of classes of the program's own, and of loops that do not hold theirs.
_scheduled_tasks = weakref.WeakSet()
# Tasks that have begun to run where they were made.
_eager_tasks = set()


def all_tasks(loop=None):
    """The tasks of a loop that are not done."""
    if loop is None:
        loop = events.get_running_loop()
    tasks = [*getattr(loop, "_held_tasks", ()), *list(_scheduled_tasks), *list(_eager_tasks)]
    return {task for task in tasks if futures._get_loop(task) is loop and not task.done()}


def _register_task(task):
    """Tells of a new task of a class that is no subclass of Task."""
    _scheduled_tasks.add(task)


def _register_eager_task(task):
    """Tells of a task that begins to run at once."""
    _eager_tasks.add(task)


def _unregister_task(task):
    """The task is done."""
    _scheduled_tasks.discard(task)


def _unregister_eager_task(task):
    """The first step of the task is over."""
    _eager_tasks.discard(task)


def _make_by_factory(factory, loop, coro, name, context):
    """A task as a loop's factory makes it."""
    task = factory(loop, coro) if context is None else factory(loop, coro, context=context)
    try:
        task.set_name(name)
        return task
    finally:
        # An error of an eager task would hold this frame.
        del task


def create_eager_task_factory(custom_task_constructor):
    """A task factory whose tasks run at once until they first have to wait."""

    def factory(loop, coro, *, name=None, context=None):
        return custom_task_constructor(coro, loop=loop, name=name, context=context, eager_start=True)

    return factory


eager_task_factory = create_eager_task_factory(Task)


# What tasks are waited for with. These modules import this one.
from ._waiting import (ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, _GatheringFuture, _wait, as_completed,  # noqa: E402
                       ensure_future, run_coroutine_threadsafe, shield, sleep, wait, wait_for)
