# f_locals of modules, class bodies and executed code is their namespace itself.
import sys

frame = sys._getframe()
print(frame.f_locals is globals(), frame.f_globals is globals(), frame.f_back, frame.f_code.co_name)
frame.f_locals["made"] = 1
print(made)


class Body:
    x = 1
    frame = sys._getframe()
    print(type(frame.f_locals), frame.f_locals is locals(), frame.f_globals is globals())
    frame.f_locals["y"] = 2
    print(y, frame.f_code.co_name, frame.f_back is sys._getframe(1))
    print(list(frame.f_locals))


print(Body.y, Body.frame.f_locals["x"], Body.frame.f_locals is Body.__dict__)
Body.frame.clear()
print(Body.frame.f_locals, Body.x)


class Namespace(dict):
    pass


class Meta(type):
    @classmethod
    def __prepare__(meta, name, bases):
        return Namespace(prepared=True)


class WithMeta(metaclass=Meta):
    print(type(sys._getframe().f_locals).__name__, sys._getframe().f_locals["prepared"])


def in_function():
    class Local:
        value = 1
        names = list(sys._getframe().f_locals)

    return Local.names


print(in_function())
print(frame.f_builtins["len"] is len, frame.f_builtins is Body.frame.f_builtins)
