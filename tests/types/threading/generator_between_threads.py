# A generator that runs in one thread cannot be resumed by another; later it can.
import threading

inside, go = threading.Event(), threading.Event()


def generate():
    inside.set()
    go.wait()
    yield threading.current_thread().name
    yield threading.current_thread().name


generator = generate()
names = []
thread = threading.Thread(target=lambda: names.append(next(generator)), name="other")
thread.start()
inside.wait()
try:
    next(generator)
except ValueError as exc:
    print(exc)
go.set()
thread.join()
print(names, next(generator))
