# When run() ends, the thread lets go of its target and arguments.
import threading
import weakref


class Argument:
    pass


argument = Argument()
alive = weakref.ref(argument)
thread = threading.Thread(target=lambda a, b: None, args=(argument,), kwargs={"b": argument})
del argument
print(alive() is not None)
thread.start()
thread.join()
print(alive() is None)
try:
    thread.run()
except AttributeError as exc:
    print(exc)
