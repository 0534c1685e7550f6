# `__prepare__` gives a mapping.
import types

def attempt(prepare):
    class Meta(type):
        __prepare__ = prepare
    try:
        class A(metaclass=Meta):
            x = 1
        print(A.x)
    except TypeError as error:
        print(error)

attempt(lambda *args: 5)
attempt(lambda *args: {})
attempt(lambda *args: types.MappingProxyType({}))
attempt(None)
class NotAClass:
    def __prepare__(name, bases):
        return []
try:
    class A(metaclass=NotAClass):
        pass
except TypeError as error:
    print(error)
