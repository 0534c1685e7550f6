# stack_size() reads and sets the stack of the threads to come.
import threading

print(threading.stack_size(), threading.stack_size(1 << 20), threading.stack_size(0))


def show(*args):
    try:
        print(threading.stack_size(*args))
    except Exception as exc:
        print(type(exc).__name__, exc)


show(-1)
show(100)
threading.stack_size(256 << 10)
thread = threading.Thread(target=print, args=("runs",))
thread.start()
thread.join()
show(0)
