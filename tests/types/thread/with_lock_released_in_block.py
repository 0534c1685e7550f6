# A lock that was released in its block: the exit raises, in the line of the "with".
import _thread

def lines(traceback):
    found = []
    while traceback is not None:
        found.append((traceback.tb_frame.f_code.co_name, traceback.tb_lineno))
        traceback = traceback.tb_next
    return found

def leave(lock):
    with lock:
        lock.release()
        print("released")

def leave_with_exception(lock):
    with lock:
        lock.release()
        raise KeyError("from the block")

for lock in (_thread.allocate_lock(), _thread.RLock()):
    for function in (leave, leave_with_exception):
        try:
            function(lock)
        except RuntimeError as error:
            print(error, "/", repr(error.__context__))
            print(lines(error.__traceback__))
        print(lock.acquire(False))
        lock.release()
