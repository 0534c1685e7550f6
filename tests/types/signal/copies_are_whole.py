# No handler runs in the middle of copying a dictionary or a set, so one that changes it does no harm.
import signal
import time

names = {i: str(i) for i in range(300)}
numbers = set(range(300))


busy = False


def handler(number, frame):
    global busy
    if busy:
        return
    busy = True
    key = next(iter(names))
    del names[key]
    names[key + 1000] = str(key)
    names[1 + len(names) * 10000] = "one more"
    numbers.pop()
    numbers.update(names)
    busy = False


signal.signal(signal.SIGALRM, handler)
signal.setitimer(signal.ITIMER_REAL, 0.001, 0.001)
end = time.monotonic() + 1.5
while time.monotonic() < end:
    for copy in (list(names.items()), tuple(names.values()), sorted(names.keys()), list(names), list(numbers), sorted(numbers)):
        pass
signal.setitimer(signal.ITIMER_REAL, 0)
print(len(names) > 300)
