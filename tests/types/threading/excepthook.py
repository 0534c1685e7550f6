# threading.excepthook gets what a thread raises, with the thread.
import threading


def fail():
    raise ValueError("oh")


def hook(args):
    print(type(args).__name__, len(args), args.exc_type, repr(args.exc_value), args.thread.name)
    print(args.exc_traceback is args.exc_value.__traceback__, args[0] is args.exc_type)


threading.excepthook = hook
thread = threading.Thread(target=fail, name="failing")
thread.start()
thread.join()
print(thread.is_alive())


def interrupted():
    raise KeyboardInterrupt


thread = threading.Thread(target=interrupted, name="second")
thread.start()
thread.join()
threading.excepthook = threading.__excepthook__
args = threading.ExceptHookArgs([ValueError, ValueError("x"), None, None])
print(args.exc_type, args.exc_value, args.exc_traceback, args.thread)
for wrong in ([], [1, 2, 3]):
    try:
        threading.ExceptHookArgs(wrong)
    except TypeError:
        print("TypeError")
