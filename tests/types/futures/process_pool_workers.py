# by hand
# The workers of an executor: initializers, how many calls each makes, and when they are started.
import os
import sys
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context

state = None


def prepare(value):
    global state
    state = value


def cannot_prepare():
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    raise OSError("no")


def look():
    return state, os.getpid()


if __name__ == "__main__":
    context = get_context("spawn")
    with ProcessPoolExecutor(3, mp_context=context, initializer=prepare, initargs=("ready",)) as executor:
        print(executor._processes)
        print(executor.submit(look).result()[0], len(executor._processes))
        # One that waits for work is used again.
        print(executor.submit(look).result()[0], len(executor._processes))
    with ProcessPoolExecutor(1, mp_context=context, max_tasks_per_child=2) as executor:
        pids = [future.result()[1] for future in [executor.submit(look) for _ in range(4)]]
        print(pids[0] == pids[1], pids[1] != pids[2], pids[2] == pids[3])
    with ProcessPoolExecutor(1, mp_context=context, initializer=cannot_prepare) as executor:
        future = executor.submit(look)
        try:
            future.result()
        except BrokenProcessPool as e:
            print(e)
        try:
            executor.submit(look)
        except BrokenProcessPool as e:
            print(e)
    with ProcessPoolExecutor(1, mp_context=context, initializer=lambda: 1) as executor:
        try:
            executor.submit(look)
        except Exception as e:
            print(str(e).split(" at ")[0])
