# A barrier breaks by abort() or a timeout; reset() makes it whole and sends those away who wait.
import threading
import time

barrier = threading.Barrier(2)
outcomes = []


def wait():
    try:
        outcomes.append(barrier.wait())
    except threading.BrokenBarrierError as exc:
        outcomes.append((type(exc).__name__, str(exc)))


def waiting():
    thread = threading.Thread(target=wait)
    thread.start()
    while not barrier.n_waiting:
        time.sleep(0.001)
    return thread


thread = waiting()
barrier.abort()
thread.join()
print(outcomes, barrier.broken, barrier.n_waiting)
wait()
print(outcomes)
barrier.reset()
print(barrier.broken)
thread = waiting()
barrier.reset()
thread.join()
print(outcomes, barrier.broken)
thread = waiting()
wait()
thread.join()
print(sorted(outcomes[3:]))
try:
    barrier.wait(0.01)
except threading.BrokenBarrierError:
    print("timeout", barrier.broken)
barrier = threading.Barrier(2, timeout=0.01)
wait()
print(outcomes[5:], barrier.broken, issubclass(threading.BrokenBarrierError, RuntimeError))
