# An exception leaves the block of a lock as it is, and the lock free.
import _thread

def lines(traceback):
    found = []
    while traceback is not None:
        found.append((traceback.tb_frame.f_code.co_name, traceback.tb_lineno))
        traceback = traceback.tb_next
    return found

for lock in (_thread.allocate_lock(), _thread.RLock()):
    error = ValueError("one")
    try:
        with lock:
            raise error
    except ValueError as caught:
        print(caught is error, caught.__context__, lock.acquire(False))
        print(lines(caught.__traceback__))
        lock.release()
