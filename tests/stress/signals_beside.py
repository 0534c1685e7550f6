# Signals and KeyboardInterrupt come in the main thread alone, again and again, while many threads run.
import os
import signal
import threading
import time
from harness import done, rounds, scaled

INTERRUPTS = 5
interrupted = []


def one_round(random):
    stop = []
    shared = [0] * 8
    table = {}
    failures = []
    handled = []

    def work(owner):
        def run():
            try:
                number = 0
                while not stop:
                    number += 1
                    shared[number % 8] = (owner, number)
                    table[number % 16] = [owner, number]
                    value = shared[(number + 3) % 8]
                    assert value == 0 or len(value) == 2
                    if number % 100 == 0:
                        assert sum(range(100)) == 4950
            except BaseException as error:
                failures.append(error)
        return run

    def handle(number, frame):
        assert threading.current_thread() is threading.main_thread()
        handled.append(number)

    def interrupt(number, frame):
        raise KeyboardInterrupt

    threads = [threading.Thread(target=work(owner)) for owner in range(4)]
    old = signal.signal(signal.SIGALRM, handle)
    for thread in threads:
        thread.start()
    caught = 0
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.002, 0.001)
        deadline = time.monotonic() + 0.03
        while time.monotonic() < deadline or not handled:
            pass
        signal.setitimer(signal.ITIMER_REAL, 0)
        for turn in range(INTERRUPTS):
            try:
                # The interpreter's own handler tells where all threads are when it is called again.
                signal.signal(signal.SIGINT, interrupt if interrupted else signal.default_int_handler)
                interrupted.append(True)
                if turn % 2:
                    os.kill(os.getpid(), signal.SIGINT)
                else:
                    signal.raise_signal(signal.SIGINT)
                limit = time.monotonic() + 10
                while time.monotonic() < limit:
                    if turn % 3 == 0:
                        threads[0].join(0.5)
                    elif turn % 3 == 1:
                        time.sleep(0.5)
                raise AssertionError("no interrupt")
            except KeyboardInterrupt:
                caught += 1
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        stop.append(True)
        for thread in threads:
            thread.join()
        signal.signal(signal.SIGALRM, old)
    assert caught == INTERRUPTS
    assert not failures, failures
    assert handled and set(handled) == {signal.SIGALRM}


for random in rounds():
    one_round(random)
done()
