# submit() carries out calls in threads and hands over results and exceptions.
import threading
from concurrent.futures import Executor, Future, ThreadPoolExecutor


def work(a, b=2, *rest, **kwargs):
    return a, b, rest, kwargs


def fail():
    raise LookupError("lost")


with ThreadPoolExecutor(max_workers=2) as executor:
    print(isinstance(executor, Executor), type(executor.submit(work, 1)) is Future)
    print(executor.submit(work, 1, 3, 4, fn=5, self=6).result())
    future = executor.submit(fail)
    print(repr(future.exception()), future.done())
    try:
        future.result()
    except LookupError as exc:
        frames, traceback = [], exc.__traceback__
        while traceback:
            frames.append(traceback.tb_frame.f_code.co_name)
            traceback = traceback.tb_next
        print(frames[0], frames[-1])
    print(executor.submit(threading.current_thread).result() is threading.main_thread())
    future = executor.submit(exit, 5)
    print(repr(future.exception()))
    print(sum(executor.submit(pow, n, 2).result() for n in range(10)))
    try:
        executor.submit()
    except TypeError as exc:
        print(exc)
