# exit: 1
# Also an uncaught exception in the main thread waits for the others.
import sys
import threading

gate = threading.Event()


def work():
    gate.wait()
    print("thread")


threading.Thread(target=work).start()


def hook(kind, value, traceback):
    print("hook", value)
    gate.set()


sys.excepthook = hook
raise ValueError("main")
