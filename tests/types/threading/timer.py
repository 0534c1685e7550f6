# Timer: calls later, or never if it was cancelled.
import threading
import time

start, called = time.monotonic(), []


def call(*args, **kwargs):
    called.append((args, kwargs, time.monotonic() - start >= 0.015))


timer = threading.Timer(0.02, call, [1, 2], {"k": 3})
print(timer.interval, timer.args, timer.kwargs, timer.finished.is_set(), timer)
timer.start()
timer.join()
print(called, timer.finished.is_set())
timer = threading.Timer(20, call)
print(timer.args, timer.kwargs, timer.daemon)
timer.start()
timer.cancel()
timer.join()
print(len(called), timer.is_alive())
timer = threading.Timer(0, call)
timer.cancel()
timer.start()
timer.join()
print(len(called))
