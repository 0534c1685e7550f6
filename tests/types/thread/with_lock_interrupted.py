# A signal's exception while "with" waits for a lock: the block is not entered, and the lock stays taken.
import _thread
import os
import signal
import threading
import time

lock = _thread.allocate_lock()
lock.acquire()

def interrupt():
    time.sleep(0.1)
    os.kill(os.getpid(), signal.SIGINT)

threading.Thread(target=interrupt).start()
try:
    with lock:
        print("entered")
except KeyboardInterrupt as error:
    print("interrupted", lock.locked(), error.__traceback__.tb_lineno)
