# interrupt
# SIGINT ends a wait for several results.
from concurrent.futures import Future, as_completed
import threading
import time

# Somebody who could still end the wait.
threading.Thread(target=time.sleep, args=(1000,), daemon=True).start()
next(as_completed([Future()]))
