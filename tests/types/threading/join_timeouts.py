# join() with a timeout answers None either way; is_alive() tells the difference.
import threading
import time

gate = threading.Event()
thread = threading.Thread(target=gate.wait)
thread.start()
for timeout in (0, 0.0, -1, 0.02):
    print(thread.join(timeout), thread.is_alive())
start = time.monotonic()
thread.join(0.05)
print(time.monotonic() - start >= 0.045)
gate.set()
print(thread.join(timeout=20), thread.is_alive())
print(thread.join(), thread.join(0), thread.join(None))
