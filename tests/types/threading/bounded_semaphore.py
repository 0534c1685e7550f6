# BoundedSemaphore refuses a release too many.
import threading

semaphore = threading.BoundedSemaphore(2)
text = repr(semaphore)
print(text.split(" at ")[0] + text.split(":")[1])
semaphore.acquire()
for n in (2, 0, 1, 1):
    try:
        print(semaphore.release(n))
    except ValueError as exc:
        print(exc)
text = repr(semaphore)
print(text.split(" at ")[0] + text.split(":")[1])
print(isinstance(semaphore, threading.Semaphore))
try:
    threading.BoundedSemaphore(-1)
except ValueError as exc:
    print(exc)
