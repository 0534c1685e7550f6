# A class is collected when nothing refers to it, its instances or its subclasses.
import gc
gc.disable()


gone = []


class Meta(type):
    def __del__(cls):
        gone.append(cls.__name__)


def make():
    class Base(metaclass=Meta):
        def method(self):
            return __class__

    class Derived(Base):
        __slots__ = ('slot',)
    return Base, Derived


base, derived = make()
instance = derived()
del base, derived
gc.collect()
print('alive by the instance', type(instance).__name__, type(instance).__mro__[1].__name__)
cls = type(instance)
del instance
gc.collect()
print('alive by name', cls.__name__)
print([c.__name__ for c in cls.__mro__[1].__subclasses__()])
del cls
print(gc.collect() > 0, sorted(gone))
