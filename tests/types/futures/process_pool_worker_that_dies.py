# A worker that dies breaks the executor: nobody waits for ever.
import os
import signal
import time
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import active_children, get_context


def leave():
    os._exit(1)


def idle():
    return "idle"


def refused(call):
    try:
        print(call())
    except BrokenProcessPool as e:
        print(type(e).__name__, e)


if __name__ == "__main__":
    context = get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=context) as executor:
        futures = [executor.submit(leave), executor.submit(idle)]
        for future in futures:
            refused(future.result)
        refused(lambda: executor.submit(idle))
        refused(lambda: list(executor.map(abs, [1])))
    with ProcessPoolExecutor(1, mp_context=context) as executor:
        print(executor.submit(idle).result())
        for pid in list(executor._processes):
            os.kill(pid, signal.SIGKILL)
        while True:
            try:
                executor.submit(idle).result()
            except BrokenProcessPool:
                break
        refused(lambda: executor.submit(idle))
    print(active_children())
