# The exception that is handled belongs to its thread.
import sys
import threading

inside, go = threading.Event(), threading.Event()


def work():
    try:
        raise ValueError("of the thread")
    except ValueError:
        inside.set()
        go.wait()
        print(sys.exc_info()[1])


thread = threading.Thread(target=work)
thread.start()
inside.wait()
print(sys.exc_info())
try:
    raise KeyError("of main")
except KeyError as exc:
    print(repr(exc.__context__))
    go.set()
    thread.join()
    print(repr(sys.exception()))
