# At the end finalizers are called newest first, also one that is made by another.
import sys
import weakref


class Object:
    pass


def make(name):
    weakref.finalize(kept, print, name)
    print("makes", name)


def fail():
    make("by the one that fails")
    raise ValueError


sys.stderr = None
kept = Object()
weakref.finalize(kept, print, "first")
weakref.finalize(kept, make, "made")
weakref.finalize(kept, fail)
weakref.finalize(kept, print, "not at exit").atexit = False
called = weakref.finalize(kept, print, "called")
called()
weakref.finalize(kept, print, "detached").detach()
weakref.finalize(kept, print, "last")
print("end")
