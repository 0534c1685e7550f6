# interrupt
# SIGINT ends a wait for a lock.
import threading
import time

# Somebody who could still end the wait.
threading.Thread(target=time.sleep, args=(1000,), daemon=True).start()
lock = threading.Lock()
lock.acquire()
lock.acquire()
