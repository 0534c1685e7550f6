"""How threads share the interpreter, and what can be seen of that.

mode() and set_mode() read and change how the lock is handed over; the specifications are those of the option
--gil. stats() has what is counted of the lock and of each thread, trace() records what threads do, and
threads() tells where they are.
"""

from _gil import DeadlockError, mark, mode, set_mode, start_trace, stats, stop_trace, threads

__all__ = ["DeadlockError", "mark", "mode", "set_mode", "start_trace", "stats", "stop_trace", "threads", "trace"]


class trace:
    """Records what threads do while the body of a `with` statement runs.

    With a path, the file gets the trace as Trace Event JSON, which Perfetto opens. Without one, the lanes are the
    attribute `text` afterwards.
    """

    def __init__(self, path=None, width=100):
        self.path = path
        self.width = width
        self.text = None

    def __enter__(self):
        if not start_trace():
            raise RuntimeError("there is a trace already")
        return self

    def __exit__(self, *exc):
        self.text = stop_trace(self.path, self.width)
        return False
