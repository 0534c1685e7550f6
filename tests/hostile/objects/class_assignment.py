# Assigning __class__, __bases__, __dict__ and __slots__ among incompatible classes

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


class A: pass
class B: pass
class S: __slots__ = ("a",)
class I(int): pass
class L(list): pass
class E(Exception): pass
objects = [A(), B(), S(), I(), L(), E(), 5, "x", [], {}, (), None, len, A, type, object(), (x for x in []), lambda: 0, ValueError(), range(3), slice(1), {1}.__iter__(), super, property()]
classes = [A, B, S, I, L, E, int, str, list, dict, object, type, type(None), Exception, type(len), type(lambda: 0), 5, None, "A", bool]
answered = refused = 0
for o in objects:
    original = type(o)
    for cls in classes:
        try:
            o.__class__ = cls
            answered += 1
            o.__class__ = original
        except (TypeError, AttributeError):
            refused += 1
print(answered + refused == len(objects) * len(classes), answered < 20)
answered = 0
for cls in (A, B, S, I, L, E, int, type, object):
    for bases in ((), (A,), (B,), (S,), (int,), (list,), (object,), (cls,), (5,), 5, None, (A, B), (A, A), (type,), (Exception,), (bool,)):
        try:
            saved = cls.__bases__
            cls.__bases__ = bases
            answered += 1
            cls.__bases__ = saved
        except TypeError:
            pass
print(answered > 0, [c.__name__ for c in A.__mro__], isinstance(I(5) + 1, int))
for o in (A(), E(), lambda: 0, A, S(), 5, type):
    for value in ({}, {"x": 1}, {1: 2}, None, 5, [], A.__dict__):
        try:
            o.__dict__ = value
        except (TypeError, AttributeError):
            pass
print("survived", A().__dict__)
a = A()
a.__dict__ = {1: 2, "x": 3}
print(a.x, a.__dict__)
d = {"y": 1}
a.__dict__ = d
a.z = 2
print(d, a.y)
del d["y"]
show(lambda: a.y)
