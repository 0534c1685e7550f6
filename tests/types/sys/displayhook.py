# sys.displayhook, sys.excepthook and sys.unraisablehook replaced
import sys
shown = []
sys.displayhook = shown.append
exec(compile("1 + 1\nNone\n'text'", "x", "exec"))
exec(compile("1 + 1", "x", "single"))
exec(compile("None", "x", "single"))
print(shown)
sys.displayhook = sys.__displayhook__
exec(compile("[1, 2]", "x", "single"))
import builtins
print(builtins._)
sys.displayhook(None)
sys.displayhook("shown")
print(_)
caught = []
sys.unraisablehook = lambda info: caught.append((type(info.exc_value).__name__, str(info.exc_value), info.object is not None))
class D:
    def __del__(self): raise ValueError("in del")
d = D()
del d
print(caught)
sys.unraisablehook = sys.__unraisablehook__
print(callable(sys.excepthook), sys.excepthook is sys.__excepthook__)
