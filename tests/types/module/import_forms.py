# import statements: names bound, submodules, aliases, star, repeated imports
import math
import math as m, sys
from math import pi, floor as fl
from math import (sqrt,
                  ceil,)
import collections.abc
import collections.abc as cabc
from collections import abc, deque
print(math is m, pi == math.pi, fl(1.5), sqrt(4), ceil(1.2), collections.abc is cabc is abc, deque.__name__, sys.modules["math"] is math, "collections.abc" in sys.modules)
def f():
    import math
    from sys import maxsize as big
    return math.e > 2, big > 0, sorted(locals())
print(f())
class C:
    import math as inside
    from math import tau
print(C.inside is math, C.tau == 2 * pi)
namespace = {}
exec("from math import *", namespace)
print("sin" in namespace, "__name__" in namespace, len([n for n in namespace if n.startswith("_")]))
exec("from itertools import *", namespace)
print("chain" in namespace)
Module = type(math)
made = Module("made_module")
made.__all__ = ["visible", "_private"]
made.visible, made._private, made.hidden = 1, 2, 3
sys.modules["made_module"] = made
namespace = {}
exec("from made_module import *", namespace)
print(sorted(n for n in namespace if n != "__builtins__"))
made.__all__ = ["missing"]
for source in ("from made_module import *", "from made_module import nothing", "import made_module.sub", "import no_such_module", "from no_such_module import x", "import math.pi", "from . import x", "from .. import y", "from .z import w"):
    try:
        exec(source, {"__name__": "__main__"})
    except ImportError as error:
        print(source, "->", type(error).__name__, str(error).split(" (")[0])
    except AttributeError as error:
        print(source, "->", type(error).__name__, error)
made.__all__ = [5]
try:
    exec("from made_module import *", {})
except TypeError as error:
    print(error)
del made.__all__
namespace = {}
exec("from made_module import *", namespace)
print(sorted(n for n in namespace if not n.startswith("__")))
def lazy(name): return name.upper()
made.__getattr__ = lazy
from made_module import anything
print(anything, __import__("math") is math, __import__("collections.abc").__name__, __import__("collections.abc", fromlist=["Mapping"]).__name__, __name__)
try:
    __import__("")
except ValueError as error:
    print(error)
try:
    __import__(5)
except TypeError as error:
    print(error)
