# interrupt
# SIGINT ends a wait for a result.
from concurrent.futures import Future
import threading
import time

# Somebody who could still end the wait.
threading.Thread(target=time.sleep, args=(1000,), daemon=True).start()
Future().result()
