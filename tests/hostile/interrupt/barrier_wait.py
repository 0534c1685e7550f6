# interrupt
# SIGINT ends a wait at a barrier.
import threading
import time

# Somebody who could still end the wait.
threading.Thread(target=time.sleep, args=(1000,), daemon=True).start()
threading.Barrier(2).wait()
