# Handlers run in the main thread, whichever thread a signal is sent from or to.
import os
import signal
import threading
import time

where = []
signal.signal(signal.SIGUSR1, lambda *args: where.append(threading.current_thread() is threading.main_thread()))


def send(how):
    before = len(where)
    how()
    while len(where) == before:
        time.sleep(0.001)


for how in (
    lambda: signal.raise_signal(signal.SIGUSR1),
    lambda: os.kill(os.getpid(), signal.SIGUSR1),
    lambda: signal.pthread_kill(threading.get_ident(), signal.SIGUSR1),
    lambda: signal.pthread_kill(threading.main_thread().ident, signal.SIGUSR1),
):
    thread = threading.Thread(target=send, args=(how,))
    thread.start()
    thread.join()
    send(how)
print(where)

stop = threading.Event()
thread = threading.Thread(target=stop.wait)
thread.start()
send(lambda: signal.pthread_kill(thread.ident, signal.SIGUSR1))
stop.set()
thread.join()
print(where[8:])
