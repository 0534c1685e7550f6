"""Concurrent programs of coroutines on an event loop. What a program does not use is not imported."""

# Where each name is.
_HOMES = {
    "_server": ("Server",),
    "base_events": ("BaseEventLoop",),
    "coroutines": ("iscoroutinefunction", "iscoroutine"),
    "events": ("AbstractEventLoopPolicy", "AbstractEventLoop", "AbstractServer", "Handle", "TimerHandle",
               "get_event_loop_policy", "set_event_loop_policy", "get_event_loop", "set_event_loop", "new_event_loop",
               "get_child_watcher", "set_child_watcher", "_set_running_loop", "get_running_loop", "_get_running_loop"),
    "exceptions": ("BrokenBarrierError", "CancelledError", "InvalidStateError", "TimeoutError", "IncompleteReadError",
                   "LimitOverrunError", "SendfileNotAvailableError"),
    "futures": ("Future", "wrap_future", "isfuture"),
    "locks": ("Lock", "Event", "Condition", "Semaphore", "BoundedSemaphore", "Barrier"),
    "protocols": ("BaseProtocol", "Protocol", "DatagramProtocol", "SubprocessProtocol", "BufferedProtocol"),
    "runners": ("Runner", "run"),
    "queues": ("Queue", "PriorityQueue", "LifoQueue", "QueueFull", "QueueEmpty", "QueueShutDown"),
    "streams": ("StreamReader", "StreamWriter", "StreamReaderProtocol", "open_connection", "start_server",
                "open_unix_connection", "start_unix_server"),
    "subprocess": ("create_subprocess_exec", "create_subprocess_shell"),
    "tasks": ("Task", "create_task", "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED", "wait", "wait_for",
              "as_completed", "sleep", "gather", "shield", "ensure_future", "run_coroutine_threadsafe", "current_task",
              "all_tasks", "create_eager_task_factory", "eager_task_factory", "_register_task", "_unregister_task",
              "_enter_task", "_leave_task"),
    "taskgroups": ("TaskGroup",),
    "threads": ("to_thread",),
    "timeouts": ("Timeout", "timeout", "timeout_at"),
    "transports": ("BaseTransport", "ReadTransport", "WriteTransport", "Transport", "DatagramTransport",
                   "SubprocessTransport"),
    "unix_events": ("SelectorEventLoop", "AbstractChildWatcher", "SafeChildWatcher", "FastChildWatcher",
                    "PidfdChildWatcher", "MultiLoopChildWatcher", "ThreadedChildWatcher", "DefaultEventLoopPolicy",
                    "EventLoop"),
}

# Names that CPython has from 3.14 on; `import *` leaves them out, as it does in 3.13.
_LATER = {
    "futures": ("future_add_to_awaited_by", "future_discard_from_awaited_by"),
    "graph": ("capture_call_graph", "format_call_graph", "print_call_graph", "FrameCallGraphEntry", "FutureCallGraph"),
}

_MODULES = ("base_events", "base_futures", "base_subprocess", "base_tasks", "constants", "coroutines", "events",
            "exceptions", "format_helpers", "futures", "graph", "locks", "log", "mixins", "protocols", "queues", "runners",
            "selector_events", "staggered", "streams", "subprocess", "taskgroups", "tasks", "threads", "timeouts",
            "transports", "trsock", "unix_events")

_home_of = {name: home for home, names in _HOMES.items() for name in names}

__all__ = tuple(_home_of)
_home_of.update((name, home) for home, names in _LATER.items() for name in names)


def __getattr__(name):
    home = _home_of.get(name)
    if home is not None:
        module = __import__(f"{__name__}.{home}", None, None, ("*",))
        value = globals()[name] = getattr(module, name)
        return value
    if name in _MODULES:
        return __import__(f"{__name__}.{name}", None, None, ("*",))
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__():
    return sorted({*globals(), *_home_of, *_MODULES})
