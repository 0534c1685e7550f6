# What a handler raises comes out of what it interrupted; other signals that have come are not lost.
import signal
import time

seen = []


def first(number, frame):
    seen.append(number)
    raise LookupError(f"signal {number}")


signal.signal(signal.SIGUSR1, first)
signal.signal(signal.SIGUSR2, first)
try:
    signal.raise_signal(signal.SIGUSR1)
except LookupError as error:
    print(error)
signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1, signal.SIGUSR2])
signal.raise_signal(signal.SIGUSR1)
signal.raise_signal(signal.SIGUSR2)
print(sorted(signal.sigpending()), seen)
for _ in range(2):
    try:
        try:
            signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGUSR1, signal.SIGUSR2])
            time.sleep(0.01)
        except LookupError:
            time.sleep(0.01)
    except LookupError:
        time.sleep(0.01)
print(sorted(seen), signal.sigpending())


def alarmed(number, frame):
    raise TimeoutError("too late")


signal.signal(signal.SIGALRM, alarmed)
signal.setitimer(signal.ITIMER_REAL, 0.05)
try:
    time.sleep(60)
except TimeoutError as error:
    print(error)
signal.setitimer(signal.ITIMER_REAL, 0.05)
try:
    while True:
        pass
except TimeoutError as error:
    print(error)
