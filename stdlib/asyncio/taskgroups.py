"""Tasks that are waited for together and fail together."""

from . import events, exceptions, tasks

__all__ = ("TaskGroup",)


class TaskGroup:
    """Holds tasks until its block is left, which waits for all of them. When one fails, the others and the block are
    cancelled, and the failures are raised as a group."""

    def __init__(self):
        self._entered = False
        self._exiting = False
        self._aborting = False
        self._loop = None
        self._parent_task = None
        # Whether the group itself has cancelled its parent.
        self._parent_cancel_requested = False
        self._tasks = set()
        self._errors = []
        self._base_error = None
        self._on_completed_fut = None

    def __repr__(self):
        words = [""]
        if self._tasks:
            words.append(f"tasks={len(self._tasks)}")
        if self._errors:
            words.append(f"errors={len(self._errors)}")
        if self._aborting:
            words.append("cancelling")
        elif self._entered:
            words.append("entered")
        return f"<TaskGroup{' '.join(words)}>"

    async def __aenter__(self):
        if self._entered:
            raise RuntimeError(f"TaskGroup {self!r} has already been entered")
        if self._loop is None:
            self._loop = events.get_running_loop()
        self._parent_task = tasks.current_task(self._loop)
        if self._parent_task is None:
            raise RuntimeError(f"TaskGroup {self!r} cannot determine the parent task")
        self._entered = True
        return self

    async def __aexit__(self, et, exc, tb):
        tb = None
        try:
            return await self._leave(et, exc)
        finally:
            # The exceptions refer to this frame through their tracebacks.
            et = exc = None
            self._parent_task = None
            self._errors = None
            self._base_error = None

    async def _leave(self, et, exc):
        self._exiting = True
        if et is not None and self._is_base_error(exc) and self._base_error is None:
            self._base_error = exc
        cancellation = exc if et is not None and issubclass(et, exceptions.CancelledError) else None
        if et is not None and not self._aborting:
            # The block has failed: there is nothing left to do for the tasks.
            self._abort()
        # A task may be added while others are waited for.
        while self._tasks:
            if self._on_completed_fut is None:
                self._on_completed_fut = self._loop.create_future()
            try:
                await self._on_completed_fut
            except exceptions.CancelledError as error:
                if not self._aborting:
                    # The parent was cancelled from outside, and so are the tasks.
                    cancellation = error
                    self._abort()
            self._on_completed_fut = None
        if self._base_error is not None:
            try:
                raise self._base_error
            finally:
                exc = None
        if self._parent_cancel_requested:
            # The group's own cancellation ends here; if it was the only one, so does CancelledError.
            if self._parent_task.uncancel() == 0:
                cancellation = None
        # A failure of a child goes before a cancellation, which is asked for anew below.
        try:
            if cancellation is not None and not self._errors:
                raise cancellation
        finally:
            cancellation = None
        if et is not None and not issubclass(et, exceptions.CancelledError):
            self._errors.append(exc)
        if self._errors:
            if self._parent_task.cancelling():
                # The parent's next wait is cancelled.
                self._parent_task.uncancel()
                self._parent_task.cancel()
            try:
                raise BaseExceptionGroup("unhandled errors in a TaskGroup", self._errors) from None
            finally:
                exc = None

    def create_task(self, coro, *, name=None, context=None):
        """Runs a coroutine as a task of the group."""
        wrong = None
        if not self._entered:
            wrong = f"TaskGroup {self!r} has not been entered"
        elif self._exiting and not self._tasks:
            wrong = f"TaskGroup {self!r} is finished"
        elif self._aborting:
            wrong = f"TaskGroup {self!r} is shutting down"
        if wrong is not None:
            coro.close()
            raise RuntimeError(wrong)
        if context is None:
            task = self._loop.create_task(coro, name=name)
        else:
            task = self._loop.create_task(coro, name=name, context=context)
        # An eager task may be done, and then its failure has to be seen as any other's.
        if task.done() and not task.cancelled() and task.exception() is None:
            return task
        self._tasks.add(task)
        task.add_done_callback(self._on_task_done)
        try:
            return task
        finally:
            del task

    def _is_base_error(self, exc):
        return isinstance(exc, (SystemExit, KeyboardInterrupt))

    def _abort(self):
        self._aborting = True
        for task in self._tasks:
            if not task.done():
                task.cancel()

    def _on_task_done(self, task):
        self._tasks.discard(task)
        if self._on_completed_fut is not None and not self._tasks:
            if not self._on_completed_fut.done():
                self._on_completed_fut.set_result(True)
        if task.cancelled():
            return
        failure = task.exception()
        if failure is None:
            return
        self._errors.append(failure)
        if self._is_base_error(failure) and self._base_error is None:
            self._base_error = failure
        if self._parent_task.done():
            # Nobody is left to raise it in.
            self._loop.call_exception_handler({
                "message": f"Task {task!r} has errored out but its parent task {self._parent_task} is already completed",
                "exception": failure,
                "task": task,
            })
            return
        if not self._aborting and not self._parent_cancel_requested:
            # The block is interrupted where it waits, unless it already waits in __aexit__, which is woken likewise.
            self._abort()
            self._parent_cancel_requested = True
            self._parent_task.cancel()
