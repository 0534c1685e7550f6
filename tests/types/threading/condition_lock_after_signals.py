# by hand
# A signal handler raises while a condition's lock is being taken back after a wait: the lock is taken back all the same.
import signal
import threading
import time


class Stop(Exception):
    pass


def stop(number, frame):
    raise Stop


signal.signal(signal.SIGUSR1, stop)
main = threading.get_ident()


def notify(condition):
    with condition:
        condition.notify()
        # The main thread is awake now, and cannot have the lock yet.
        time.sleep(0.05)
        signal.pthread_kill(main, signal.SIGUSR1)
        time.sleep(0.05)


for lock in (threading.Lock(), threading.RLock()):
    condition = threading.Condition(lock)
    with condition:
        thread = threading.Thread(target=notify, args=(condition,))
        thread.start()
        try:
            condition.wait()
        except Stop:
            print("stopped", condition._is_owned())
    thread.join()
    print(condition._is_owned(), len(condition._waiters))

# The same in a wait that nobody ends.
for lock in (threading.Lock(), threading.RLock()):
    condition = threading.Condition(lock)
    with condition:
        threading.Timer(0.05, signal.pthread_kill, (main, signal.SIGUSR1)).start()
        try:
            condition.wait()
        except Stop:
            print("stopped", condition._is_owned())
    print(condition._is_owned(), len(condition._waiters))
