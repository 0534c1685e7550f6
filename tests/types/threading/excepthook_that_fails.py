# An exception in threading.excepthook goes to sys.excepthook.
import sys
import threading


class Sink:
    def write(self, text):
        print("stderr:", repr(text))

    def flush(self):
        pass


def hook(args):
    raise TypeError("in the hook")


def last_hook(kind, value, traceback):
    print(kind, value, value.__suppress_context__, repr(value.__context__), traceback is not None)


def fail():
    raise ValueError("in the thread")


def run():
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()


standard = sys.stderr
sys.stderr, sys.excepthook, threading.excepthook = Sink(), last_hook, hook
run()
# One that is None when a thread is made is an error; one that became None later is replaced.
threading.excepthook = None
try:
    run()
except RuntimeError as exc:
    print(exc)
threading.excepthook, sys.excepthook = hook, None
try:
    run()
except RuntimeError as exc:
    print(exc)
sys.excepthook = sys.__excepthook__
threading.excepthook = lambda args: print("kept", args.exc_value)
thread = threading.Thread(target=fail)
threading.excepthook = None
thread.start()
thread.join()
sys.stderr = standard
