# A condition works with any object that has acquire() and release().
import threading


class Counting:
    def __init__(self):
        self.lock = threading.Lock()
        self.calls = []

    def acquire(self, *args):
        self.calls.append("acquire")
        return self.lock.acquire(*args)

    def release(self):
        self.calls.append("release")
        self.lock.release()

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *args):
        self.release()

    def __repr__(self):
        return "<Counting>"


lock = Counting()
cond = threading.Condition(lock)
print(cond)
with cond:
    print(cond.wait(0.01))
    cond.notify()
print(lock.calls.count("acquire") > 1, lock.lock.locked())
print(cond.acquire(), cond.release())
