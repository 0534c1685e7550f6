"""Objects that belong to the loop in which they are first waited for."""

from _thread import allocate_lock

from . import events

_global_lock = allocate_lock()


class _LoopBoundMixin:
    """Finds its loop when it is needed."""

    _loop = None

    def _get_loop(self):
        loop = events._get_running_loop()
        if self._loop is None:
            with _global_lock:
                if self._loop is None:
                    self._loop = loop
        if loop is not self._loop:
            raise RuntimeError(f"{self!r} is bound to a different event loop")
        return loop
