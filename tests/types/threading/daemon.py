# `daemon` is inherited from the thread that makes another, and fixed once it runs.
import threading


def child():
    made = threading.Thread()
    print(made.daemon, threading.Thread(daemon=False).daemon)


for daemon in (None, False, True):
    thread = threading.Thread(target=child, daemon=daemon)
    print(thread.daemon, end=" ")
    thread.start()
    thread.join()
thread = threading.Thread()
thread.daemon = True
print(thread.daemon, thread.isDaemon is not None)
thread.start()
thread.join()
gate = threading.Lock()
gate.acquire()
thread = threading.Thread(target=gate.acquire)
thread.start()
try:
    thread.daemon = True
except RuntimeError as exc:
    print(exc)
gate.release()
thread.join()
print(threading.main_thread().daemon)
