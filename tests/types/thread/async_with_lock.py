# A lock is no asynchronous context manager.
import _thread

async def use(lock):
    async with lock:
        pass

for lock in (_thread.allocate_lock(), _thread.RLock()):
    try:
        use(lock).send(None)
    except TypeError as error:
        print(error)
    print(lock.acquire(False))
