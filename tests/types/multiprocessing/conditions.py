# Conditions: who is woken, in which order, and by whom.
import multiprocessing as mp
import threading
import time


def refused(call):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)


def waits(condition, state, times):
    for _ in range(times):
        with condition:
            condition.wait_for(lambda: state.value == 1)
            state.value = 2
            condition.notify_all()


if __name__ == "__main__":
    mp.set_start_method("spawn")
    condition = mp.Condition()
    print(condition)
    refused(condition.wait)
    refused(condition.notify)
    refused(condition.notify_all)
    with condition:
        print(condition.wait(0), condition.wait(0.01), condition.wait_for(lambda: False, 0.01), condition.wait_for(lambda: 5))
        condition.notify()
        condition.notify_all()
        print(condition.wait(0.01), condition)

    woken, arrived = [], threading.Semaphore(0)

    def one():
        with condition:
            arrived.release()
            woken.append(condition.wait())

    threads = [threading.Thread(target=one) for _ in range(4)]
    for t in threads:
        t.start()
        # The lock is given up when the thread waits.
        arrived.acquire()
        with condition:
            pass
    for count, woken_then in ((1, 1), (2, 3), (5, 4)):
        with condition:
            condition.notify(count)
        while len(woken) < woken_then:
            time.sleep(0.001)
        print(woken)

    # The whole of a lock that was taken twice is given up.
    def notifies():
        with condition:
            condition.notify()

    with condition, condition:
        threading.Thread(target=notifies).start()
        print(condition.wait(10))

    lock = mp.Lock()
    state = mp.RawValue("i", 0)
    condition = mp.Condition(lock)
    p = mp.Process(target=waits, args=(condition, state, 20))
    p.start()
    for _ in range(20):
        with lock:
            state.value = 1
            condition.notify_all()
            print(end="." if condition.wait_for(lambda: state.value == 2, 10) else "!")
    print()
    p.join()
    print(p.exitcode)
