# Workers are started as they are needed, at most so many, and have names.
import threading
from concurrent.futures import ThreadPoolExecutor

barrier = threading.Barrier(3)


def name():
    return threading.current_thread().name


def meet():
    barrier.wait()
    return name()


with ThreadPoolExecutor(3, thread_name_prefix="crew") as executor:
    print(threading.active_count())
    print(sorted(f.result() for f in [executor.submit(meet) for _ in range(3)]))
    print(threading.active_count(), {executor.submit(name).result() for _ in range(20)} <= {"crew_0", "crew_1", "crew_2"})
print(threading.active_count())
with ThreadPoolExecutor(1) as executor, ThreadPoolExecutor(1) as other:
    print(executor.submit(name).result(), other.submit(name).result())
    print(executor.submit(lambda: threading.current_thread().daemon).result())


def show(*args, **kwargs):
    try:
        print(ThreadPoolExecutor(*args, **kwargs))
    except Exception as exc:
        print(type(exc).__name__, exc)


show(0)
show(-1)
show("many")
show(initializer=5)
print(ThreadPoolExecutor()._max_workers > 0)
