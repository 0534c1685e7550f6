# A program ends when its threads but daemons have ended; then come the functions of atexit.
import atexit
import threading
import time

atexit.register(print, "atexit")
threading._register_atexit(print, "main thread has ended")


def work():
    threading.main_thread().join()
    time.sleep(0.02)
    print("thread", threading.main_thread().is_alive())
    child = threading.Thread(target=print, args=("thread of a thread",))
    child.start()


threading.Thread(target=work).start()
threading.Thread(target=time.sleep, args=(100,), daemon=True).start()
print("main")
