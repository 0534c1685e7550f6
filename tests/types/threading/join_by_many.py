# Any number of threads may wait for the same thread.
import threading

gate = threading.Event()
target = threading.Thread(target=gate.wait)
target.start()
waiting = threading.Semaphore(0)
seen = []


def wait():
    waiting.release()
    target.join()
    seen.append(target.is_alive())


others = [threading.Thread(target=wait) for _ in range(8)]
for other in others:
    other.start()
for _ in others:
    waiting.acquire()
gate.set()
for other in others:
    other.join()
print(seen)
