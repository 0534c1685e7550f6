# pause() returns when a signal has been handled.
import signal

seen = []
signal.signal(signal.SIGALRM, lambda *args: seen.append(args[0]))
signal.setitimer(signal.ITIMER_REAL, 0.1)
print(signal.pause(), seen)


def handler(number, frame):
    raise TimeoutError


signal.signal(signal.SIGALRM, handler)
signal.setitimer(signal.ITIMER_REAL, 0.1)
try:
    signal.pause()
except TimeoutError:
    print("raised")
