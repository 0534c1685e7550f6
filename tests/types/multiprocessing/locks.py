# Locks and semaphores: their holders as they show, what is refused, and that they exclude other processes.
import multiprocessing as mp
import threading
import time


def refused(call):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)


def counts(lock, value, times):
    for _ in range(times):
        with lock:
            seen = value.value
            value.value = seen + 1


def holds(lock, rlock, held, over):
    with lock, rlock:
        held.set()
        over.wait()


if __name__ == "__main__":
    mp.set_start_method("spawn")
    lock = mp.Lock()
    print(lock, lock.acquire(), lock, lock.acquire(False), lock.acquire(timeout=0.01), lock.acquire(True, 0.01))
    t = threading.Thread(target=lambda: print(lock, lock.release()))
    t.start()
    t.join()
    print(lock, lock.acquire(timeout=None))
    lock.release()
    refused(lock.release)
    with lock as entered:
        print(entered, lock)

    rlock = mp.RLock()
    print(rlock, rlock.acquire(), rlock.acquire(False), rlock)
    t = threading.Thread(target=lambda: (print(rlock, rlock.acquire(False)), refused(rlock.release)))
    t.start()
    t.join()
    rlock.release()
    print(rlock)
    rlock.release()
    refused(rlock.release)

    semaphore = mp.Semaphore(2)
    print(semaphore, semaphore.get_value(), semaphore.acquire(), semaphore.acquire(), semaphore.acquire(False), semaphore)
    semaphore.release()
    semaphore.release()
    semaphore.release()
    print(semaphore)
    bounded = mp.BoundedSemaphore(1)
    print(bounded, bounded.acquire())
    bounded.release()
    refused(bounded.release)
    refused(lambda: mp.Semaphore(-1))
    refused(lambda: mp.Semaphore("1"))

    value = mp.RawValue("l", 0)
    held, over = mp.Event(), mp.Event()
    processes = [mp.Process(target=counts, args=(lock, value, 300)) for _ in range(2)]
    processes.append(mp.Process(target=holds, args=(semaphore, rlock, held, over)))
    for p in processes:
        p.start()
    counts(lock, value, 300)
    held.wait()
    print(rlock, semaphore, rlock.acquire(False), rlock.acquire(timeout=0.01))
    over.set()
    for p in processes:
        p.join()
    print(value.value, rlock, lock, semaphore)
