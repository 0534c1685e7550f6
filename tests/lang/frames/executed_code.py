# Frames of executed code: namespaces, names, and functions defined there.
import sys

space = {"sys": sys}
exec("frame = sys._getframe()\nx = 1", space)
frame = space["frame"]
print(frame.f_globals is space, frame.f_locals is space, frame.f_code.co_name, frame.f_code.co_filename)
print(frame.f_back is sys._getframe(), frame.f_lineno)
both, local = {"sys": sys}, {}
exec("frame = sys._getframe()\ny = 2", both, local)
frame = local["frame"]
print(frame.f_globals is both, frame.f_locals is local, frame.f_lineno)
frame.f_locals["z"] = 3
print(local["z"], frame.f_builtins is frame.f_globals["__builtins__"])
print(eval("sys._getframe().f_back is here()", {"sys": sys, "here": lambda: sys._getframe(2)}))
exec("def f(a):\n    b = a\n    return sys._getframe()", space)
frame = space["f"](5)
print(frame.f_locals, frame.f_globals is space, frame.f_lineno)
try:
    exec("def g(n):\n    m = n\n    raise ValueError\ng(1)", space)
except ValueError as error:
    entry = error.__traceback__
    while entry.tb_next is not None:
        entry = entry.tb_next
    print(entry.tb_frame.f_locals, entry.tb_lineno, entry.tb_frame.f_back.f_code.co_name)


def function():
    value = 1
    exec("inner = sys._getframe().f_back", {"sys": sys}, seen)
    return seen["inner"] is sys._getframe()


seen = {}
print(function())


class Mapping:
    def __init__(self):
        self.data = {"sys": sys}

    def __getitem__(self, key):
        return self.data[key]

    def __setitem__(self, key, value):
        self.data[key] = value


mapping = Mapping()
exec("me = sys._getframe().f_locals", {}, mapping)
print(mapping.data["me"] is mapping)
