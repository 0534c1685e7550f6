# Objects that say they are of another class than they are.
import weakref
from types import ModuleType

class A:
    pass
class ByProperty:
    @property
    def __class__(self):
        return A
class ByValue:
    __class__ = A
class ByGetattribute:
    def __getattribute__(self, name):
        return A if name == "__class__" else object.__getattribute__(self, name)
class ByGetattr:
    def __getattr__(self, name):
        return A
class Raises:
    @property
    def __class__(self):
        raise AttributeError("no class")
class Fails:
    @property
    def __class__(self):
        raise ValueError("no class")
class Int(int):
    __class__ = str
class Derived(ByProperty):
    pass
class Instance:
    pass
instance = Instance()
instance.__dict__["__class__"] = A
module = ModuleType("module")
module.__dict__["__class__"] = A
target = A()
class Method:
    def f(self):
        return super()

def show(value, *classes):
    for cls in classes:
        try:
            print(isinstance(value, cls), end=" ")
        except Exception as error:
            print(type(error).__name__, error, end=" ")
    print()
for value in (ByProperty(), ByValue(), ByGetattribute(), ByGetattr(), Raises(), Fails(), Int(), Derived(), instance, module,
              weakref.proxy(target), Method().f(), list[int], list[int] | None, 3, "x", None, A, A()):
    show(value, A, str, (str, float), (dict, (A,)), type, type(value))

# The class changes its mind, and the object its class.
class Late:
    pass
late = Late()
print(isinstance(late, A))
Late.__getattribute__ = lambda self, name: A
print(isinstance(late, A))
del Late.__getattribute__
print(isinstance(late, A))
late.__class__ = A
print(isinstance(late, A), isinstance(late, Late))
