# Event: a flag, and those who wait for it.
import threading
import time

event = threading.Event()
print(event.is_set(), repr(event).split(" at ")[0], repr(event).split(": ")[1])
print(event.wait(0), event.wait(0.01), event.wait(-1))
results = []
threads = [threading.Thread(target=lambda: results.append(event.wait())) for _ in range(5)]
for thread in threads:
    thread.start()
event.set()
for thread in threads:
    thread.join()
print(results, event.is_set(), repr(event).split(": ")[1])
print(event.wait(), event.wait(0), event.set(), event.clear(), event.is_set())
start = time.monotonic()
event.wait(0.03)
print(time.monotonic() - start >= 0.025)

# Set and cleared at once: those who waited are woken all the same.
arrived, woken = threading.Semaphore(0), []


def wait():
    arrived.release()
    woken.append(event.wait(20))


thread = threading.Thread(target=wait)
thread.start()
arrived.acquire()
while not event._cond._waiters:
    time.sleep(0.001)
event.set()
event.clear()
thread.join()
print(woken)
