# interrupt
# SIGINT ends a get() from an empty queue.
import queue
import threading
import time

# Somebody who could still end the wait.
threading.Thread(target=time.sleep, args=(1000,), daemon=True).start()
queue.Queue().get()
