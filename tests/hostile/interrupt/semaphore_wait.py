# interrupt
# SIGINT ends a wait for a permit.
import threading
import time

# Somebody who could still end the wait.
threading.Thread(target=time.sleep, args=(1000,), daemon=True).start()
threading.Semaphore(0).acquire()
