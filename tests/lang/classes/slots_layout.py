# __slots__ replaces the instance dictionary.
class P:
    __slots__ = ('x', 'y')

    def __init__(self, x, y=None):
        self.x = x
        if y is not None:
            self.y = y


p = P(1)
print(p.x, hasattr(p, 'y'), hasattr(p, '__dict__'), P.__slots__)
for action in ("p.y", "p.z = 1", "del p.y", "p.__dict__", "vars(p)", "p.__weakref__", "P.x.__get__(5)", "P.x.__get__(p, P)", "del p.x; p.x", "p.x = 3; p.x"):
    try:
        exec(action)
        print(action, 'ok')
    except (AttributeError, TypeError) as e:
        print(action, '->', type(e).__name__, e)
print(type(P.x).__name__, repr(P.x), P.x.__name__)


class Q(P):
    __slots__ = ['z']


class R(P):
    pass


class S(P):
    __slots__ = ('__dict__', 'w')


q, r, s = Q(1, 2), R(1), S(1)
q.z = 3
r.any = 4
s.w, s.extra = 5, 6
print(q.x, q.y, q.z, r.any, vars(r), vars(s))
try:
    q.other = 1
except AttributeError as e:
    print(e)


class Str:
    __slots__ = 'single'


class Empty:
    __slots__ = ()


class DictSlots:
    __slots__ = {'a': 'doc of a', 'b': None}


Str().single = 1
print(DictSlots.a.__doc__, DictSlots.__slots__)
for source in ["class X:\n __slots__ = ('a',)\n a = 1", "class X:\n __slots__ = ('1a',)", "class X:\n __slots__ = (1,)", "class X(int):\n __slots__ = ('a',)", "class X(tuple):\n __slots__ = ('a',)", "class X(int):\n __slots__ = ()", "class X:\n __slots__ = ('__dict__', '__dict__')", "class X(P, Str):\n pass", "class X(P, Empty):\n __slots__ = ()", "class X:\n __slots__ = ('a', 'a')", "class X(str):\n __slots__ = ('q',)", "class X:\n __slots__ = 5", "class X:\n __slots__ = ('a b',)", "class X(type):\n __slots__ = ('m',)"]:
    try:
        exec(source)
        print(repr(source), 'accepted')
    except (TypeError, ValueError) as e:
        print(repr(source), '->', type(e).__name__, e)
