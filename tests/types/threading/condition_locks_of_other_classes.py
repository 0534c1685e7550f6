# A condition gives up and takes back a lock of any class that can be acquired and released.
import threading


class Lock:
    def __init__(self):
        self.lock = threading.Lock()
        self.log = []

    def acquire(self, *args):
        taken = self.lock.acquire(*args)
        self.log.append("acquire" if taken else "refused")
        return taken

    def release(self):
        self.log.append("release")
        self.lock.release()

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *args):
        self.release()


class Counted(type(threading.RLock())):
    count = 0

    def _release_save(self):
        type(self).count += 1
        return super()._release_save()


lock = Lock()
condition = threading.Condition(lock)
with condition:
    print(condition.wait(0.01), condition.wait(0), condition.wait(-1))
print(lock.log)

condition = threading.Condition(Counted())
with condition:
    with condition:
        print(condition.wait(0.01), condition._is_owned())
    print(condition._is_owned())
print(Counted.count, condition._is_owned())

condition = threading.Condition()
for timeout in ("1", float("nan"), 1e30):
    with condition:
        try:
            condition.wait(timeout)
        except Exception as e:
            print(type(e).__name__, condition._is_owned())
