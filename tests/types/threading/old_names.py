# The names of older versions work, with a warning.
import threading
import warnings


def show(function, *args):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        result = function(*args)
    print(result, *(f"{w.category.__name__}: {w.message}" for w in caught))


thread = threading.Thread(name="t")
show(thread.getName)
show(thread.setName, "u")
show(thread.isDaemon)
show(thread.setDaemon, True)
print(thread)
show(threading.activeCount)
show(lambda: threading.currentThread().name)
show(threading.Event().isSet)
condition = threading.Condition()
with condition:
    show(condition.notifyAll)
show(lambda: type(threading.RLock(1)).__name__)
