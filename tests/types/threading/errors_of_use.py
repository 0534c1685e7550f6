# Wrong uses of a thread object and their messages.
import threading
from threading import Thread


def show(function, *args):
    try:
        print(function(*args))
    except Exception as exc:
        print(type(exc).__name__, exc)


class Lazy(Thread):
    def __init__(self):
        pass


thread = Thread()
show(thread.join)
thread.start()
thread.join()
show(thread.start)
show(thread.join, "soon")
show(threading.current_thread().join)
show(lambda: Thread(group=1))
show(lambda: Thread(None, print, None, (), {}, True))
lazy = Lazy()
for method in (lazy.start, lazy.join, lazy.is_alive, lazy.__repr__):
    show(method)
for name in ("name", "ident", "native_id", "daemon"):
    show(getattr, lazy, name)
show(setattr, lazy, "name", "x")
show(setattr, lazy, "daemon", True)
