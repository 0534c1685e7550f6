# exit: 0
# Handlers run while exit functions and finalisers do; a signal that comes then harms nothing.
import atexit
import signal
import time

seen = []


class Slow:
    def __del__(self):
        signal.setitimer(signal.ITIMER_REAL, 0.005)
        end = time.monotonic() + 5
        before = len(seen)
        while len(seen) == before and time.monotonic() < end:
            time.sleep(0.001)
        print("finaliser", len(seen) > before)


def last():
    before = len(seen)
    signal.setitimer(signal.ITIMER_REAL, 0.005)
    while len(seen) == before:
        time.sleep(0.001)
    print("exit function", len(seen) > before)
    global kept
    del kept


kept = Slow()
signal.signal(signal.SIGALRM, lambda *args: seen.append(args[0]))
atexit.register(last)
print("end")
