# How processes end, and what their exit codes say.
import multiprocessing as mp
import os
import signal
import sys
import time


def ends(how):
    # What goes to standard error is not looked at here.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    how()


def returns():
    return 5


def exits():
    sys.exit(3)


def raises():
    raise ValueError


def leaves():
    os._exit(7)


def kills_itself():
    os.kill(os.getpid(), signal.SIGKILL)


def sleeps():
    time.sleep(60)


if __name__ == "__main__":
    mp.set_start_method("spawn")
    functions = [returns, exits, raises, leaves, kills_itself]
    processes = [mp.Process(target=ends, args=(f,)) for f in functions]
    victim = mp.Process(target=sleeps)
    for p in [victim, *processes]:
        p.start()
    victim.terminate()
    for f, p in zip(functions, processes):
        p.join()
        print(f.__name__, p.exitcode)
    victim.join()
    print(victim.exitcode, repr(victim).split()[-1])
    # It is too late for this, and no error.
    victim.terminate()
    victim.kill()
