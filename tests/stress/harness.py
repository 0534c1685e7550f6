# What the programs of this folder share: rounds, threads that begin together, and the last line.
#
# A program repeats a round until its time is up. Without TAIPAN_STRESS_SECONDS it runs one round,
# so the same file is a test of a moment and a stress of minutes. TAIPAN_STRESS_SEED changes what
# its random numbers are. Only invariants that hold in every mode of the lock are checked.
import gc
import os
import random
import sys
import threading
import time

SECONDS = float(os.environ.get("TAIPAN_STRESS_SECONDS", "0"))
SEED = int(os.environ.get("TAIPAN_STRESS_SEED", "1"))


def mode():
    """The word for how threads share this interpreter."""
    try:
        import gil
    except ImportError:
        return "interval"
    return gil.mode()


def slowness():
    """How many times less than usual a round does: a lock that changes hands at every few instructions costs its price each time."""
    word = mode().partition(",")[0]
    if not word.startswith("ticks:"):
        return 1
    ticks = int(word.partition(":")[2])
    return 5 if ticks < 10 else 2 if ticks < 50 else 1


SLOWNESS = slowness()


def scaled(count, least=2):
    """`count` for the modes with cheap switches, less for the others."""
    return max(least, count // SLOWNESS)


def rounds():
    """Yields a generator of random numbers for each round, until the time is up."""
    end = time.monotonic() + SECONDS
    number = 0
    while number == 0 or time.monotonic() < end:
        yield random.Random(SEED * 1000003 + number)
        number += 1


def give_up(error):
    """Ends the program, whatever its threads wait for."""
    sys.excepthook(type(error), error, error.__traceback__)
    os._exit(1)


def race(workers, others=()):
    """Runs each of `workers` once and each of `others` again and again until all workers are done, in a thread each.

    All begin together. The first exception that leaves one of them ends the race and is raised here.
    """
    workers = list(workers)
    others = list(others)
    failures = []
    timers = []
    left = [None] * len(workers)
    gate = threading.Barrier(len(workers) + len(others))

    def fail(error):
        failures.append(error)
        # Others may wait for what the failed one would have given.
        timer = threading.Timer(5, give_up, (error,))
        timer.daemon = True
        timers.append(timer)
        timer.start()

    def work(job):
        try:
            gate.wait()
            job()
        except BaseException as error:
            fail(error)
        finally:
            left.pop()

    def repeat(job):
        try:
            gate.wait()
            while True:
                job()
                if not left or failures:
                    break
        except BaseException as error:
            fail(error)

    threads = [threading.Thread(target=work, args=(job,)) for job in workers]
    threads += [threading.Thread(target=repeat, args=(job,)) for job in others]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    # A timer that still runs keeps the exception, and all that its frames hold.
    for timer in timers:
        timer.cancel()
        timer.join()
    if failures:
        raise failures[0]


def settle(condition):
    """Collects until `condition()` is true: what dies late in some modes is dead after that."""
    for _ in range(50):
        if condition():
            return
        gc.collect()
        time.sleep(0.001)
    assert condition(), "not settled after fifty collections"


def begin():
    """Makes threads take turns as often as the mode allows."""
    sys.setswitchinterval(0.0001)


def done():
    """The one line that a program prints."""
    print("ok")


begin()

if __name__ == "__main__":
    seen = []
    race([lambda: seen.append(1), lambda: seen.append(2)], [lambda: None])
    assert sorted(seen) == [1, 2]
    try:
        race([lambda: 1 // 0], [lambda: None])
    except ZeroDivisionError:
        done()
