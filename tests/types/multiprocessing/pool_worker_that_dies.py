# by hand
# A worker that dies fails its call and is replaced; nobody waits for ever.
import multiprocessing as mp
import os
import signal
import sys
import time


def leave(code):
    os._exit(code)


def die(_):
    os.kill(os.getpid(), signal.SIGKILL)


def leave_child_behind(_):
    # Something that has the worker's descriptors lives on.
    if os.fork() == 0:
        time.sleep(0.3)
    os._exit(3)


def pid():
    return os.getpid()


def fails(call):
    try:
        print(call())
    except mp.ProcessError as e:
        print(type(e).__name__, e)


if __name__ == "__main__":
    with mp.Pool(1) as pool:
        fails(lambda: pool.apply(leave, (7,)))
        fails(lambda: pool.map(die, [1]))
        fails(lambda: pool.apply(leave_child_behind, (1,)))
        fails(lambda: pool.apply(abs, (-1,)))
        iterator = pool.imap(die, [1])
        fails(lambda: next(iterator))
        # One that has nothing to do is replaced in silence.
        old = pool.apply(pid)
        os.kill(old, signal.SIGKILL)
        while pool._pool and pool._pool[0].pid == old:
            time.sleep(0.01)
        print(pool.apply(pid) != old)
