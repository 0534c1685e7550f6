# interrupt
# SIGINT ends a join().
import threading
import time

# Somebody who could still end the wait.
threading.Thread(target=time.sleep, args=(1000,), daemon=True).start()
threading.enumerate()[-1].join()
