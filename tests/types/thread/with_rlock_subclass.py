# The methods of a subclass of RLock are the ones that "with" calls.
import _thread

class Enter(_thread.RLock):
    def __enter__(self):
        print("Enter.__enter__")
        return super().__enter__()

class Exit(_thread.RLock):
    def __exit__(self, *exc_info):
        print("Exit.__exit__", exc_info[0])
        return super().__exit__(*exc_info)

class Both(Enter, Exit):
    pass

class Other:
    def __enter__(self):
        print("Other.__enter__")

class Mixed(Other, _thread.RLock):
    pass

class Plain(_thread.RLock):
    pass

for make in (Enter, Exit, Both, Plain):
    lock = make()
    with lock as taken:
        print(make.__name__, taken, lock._recursion_count())
    print(lock._recursion_count())
    try:
        with lock:
            1 / 0
    except ZeroDivisionError as error:
        print(error, lock._recursion_count())
try:
    with Mixed() as taken:
        print(taken)
except RuntimeError as error:
    print(error)
