# A call that waits for a worker can be cancelled, one that runs cannot.
import threading
from concurrent.futures import CancelledError, ThreadPoolExecutor

gate, inside = threading.Event(), threading.Event()


def work():
    inside.set()
    return gate.wait()


with ThreadPoolExecutor(1) as executor:
    running = executor.submit(work)
    inside.wait()
    waiting = [executor.submit(str, n) for n in range(4)]
    print(running.running(), [f.running() for f in waiting])
    print(running.cancel(), [f.cancel() for f in waiting[1:3]])
    print(waiting[1].cancelled(), waiting[1].done())
    gate.set()
    for future in waiting:
        try:
            print(future.result())
        except CancelledError as exc:
            print(type(exc).__name__)
print([repr(f).split("state=")[1] for f in [running, *waiting]])
