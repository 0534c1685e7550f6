# result() and exception() wait, for a time if told so.
import threading
from concurrent.futures import CancelledError, Future, TimeoutError


def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as exc:
        print(type(exc).__name__, exc)


future = Future()
show(future.result, 0)
show(future.result, timeout=0.01)
show(future.exception, timeout=0.01)
results = []
threads = [threading.Thread(target=lambda: results.append(future.result())) for _ in range(3)]
for thread in threads:
    thread.start()
future.set_result("r")
for thread in threads:
    thread.join()
print(results)
future = Future()
threading.Timer(0.01, future.set_exception, [ValueError("late")]).start()
show(future.exception)
show(future.result)
future = Future()
threading.Timer(0.01, future.cancel).start()
show(future.result)
show(future.exception)
print(TimeoutError, CancelledError)
