# exit: 1
# The traceback of a failing from-import.
def f():
    from collections import no_such_thing, deque
    return deque


try:
    f()
except ImportError as e:
    print(e.name, e.name_from)
    raise KeyError('after') from None
