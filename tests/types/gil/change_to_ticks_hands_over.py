# by hand
# A thread that began to run before turns were counted ends its turns from the change on.
import gil
import sys
import threading
import time

stop = []


def spin():
    while not stop:
        pass


threads = [threading.Thread(target=spin) for _ in range(2)]
for thread in threads:
    thread.start()
for mode in ('ticks:20', 'interval:1ms', 'ticks:100,race', 'interval:1ms,fair', 'ticks:7,fair'):
    if sys._is_gil_enabled():
        gil.set_mode(mode)
    time.sleep(0.005)
    print(mode)
stop.append(True)
for thread in threads:
    thread.join()
print('end')
