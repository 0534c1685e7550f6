# What cannot be done in a state is refused.
import sys
from concurrent.futures import Future, InvalidStateError


class Sink:
    def write(self, text):
        if text.strip():
            print("stderr:", "Future ID" + text.strip()[text.index(" in ") :])

    def flush(self):
        pass


def show(function, *args):
    try:
        print(function(*args))
    except Exception as exc:
        print(type(exc).__name__, str(exc).replace(hex(id(future)), "ID"))


for prepare in ("set_result", "set_exception", "cancel"):
    future = Future()
    getattr(future, prepare)(*{"set_result": [1], "set_exception": [ValueError()], "cancel": []}[prepare])
    show(future.set_result, 2)
    show(future.set_exception, KeyError())
future = Future()
future.set_running_or_notify_cancel()
show(future.cancel)
sys.stderr, standard = Sink(), sys.stderr
show(future.set_running_or_notify_cancel)
future.set_result(None)
show(future.set_running_or_notify_cancel)
sys.stderr = standard
print(InvalidStateError.__mro__[1:3])
