# interrupt
# SIGINT ends a wait for an event.
import threading
import time

# Somebody who could still end the wait.
threading.Thread(target=time.sleep, args=(1000,), daemon=True).start()
threading.Event().wait()
