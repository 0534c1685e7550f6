# Which classes of _thread can be derived from, and that none can be changed.
import _thread

for cls in (_thread.lock, _thread.RLock, _thread._local):
    for name in ("new", "__enter__", "__exit__"):
        try:
            setattr(cls, name, print)
        except TypeError as error:
            print(error)
    try:
        type("Derived", (cls,), {})
        print("derived")
    except TypeError as error:
        print(error)
lock = _thread.RLock()
class Derived(_thread.RLock):
    pass
try:
    lock.__class__ = Derived
except TypeError as error:
    print(error)
for set_on in (lock, _thread.allocate_lock()):
    try:
        set_on.attribute = 1
    except AttributeError as error:
        print(error)
