# The class of a module may be a subclass of ModuleType that adds nothing.
import types
class Lazy(types.ModuleType):
    @property
    def answer(self):
        return 42
class Slotted(types.ModuleType):
    __slots__ = ('a',)
class Other:
    pass
m = types.ModuleType('m')
m.__class__ = Lazy
print(m.answer, m)
m.__class__ = types.ModuleType
print(hasattr(m, 'answer'))
for cls in (Slotted, Other, int):
    try:
        m.__class__ = cls
    except TypeError as error:
        print(error)
