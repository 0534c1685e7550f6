# References: identity, calls, callbacks and their order, hashes and equality.
import weakref
from weakref import ref


class C:
    def __init__(self, name='c'):
        self.name = name

    def __repr__(self):
        return f'C({self.name})'

    def __eq__(self, other):
        return isinstance(other, C) and self.name == other.name

    def __hash__(self):
        return hash(self.name) & 0xff


c = C()
r = ref(c)
print(r() is c, ref(c) is r, r.__callback__, c.__weakref__ is r, weakref.getweakrefcount(c), weakref.getweakrefs(c) == [r])
log = []
r1 = ref(c, lambda x: log.append(('first', x is r1, x())))
r2 = ref(c, lambda x: log.append(('second', x is r2, x())))
r3 = ref(c, lambda x: log.append('never: the reference dies first'))
print(r1 is r2, r1 == r2, r == r1, hash(r) == hash(r1) == hash(c), weakref.getweakrefcount(c))
del r3
print(weakref.getweakrefcount(c))
del c
print(log, r() is None, r1() is None, r1 == r2, r1 == r1, r != r1, r1.__callback__)
print(hash(r1) == hash('c') & 0xff)
fresh = ref(C('gone'))
try:
    hash(fresh)
except TypeError as e:
    print(e)
a, b = C('same'), C('same')
print(ref(a) == ref(b), {ref(a): 1}[ref(b)], ref(a) != ref(C('other')))
try:
    ref(a) < ref(b)
except TypeError as e:
    print(e)
for thing in (1, 'text', (), [], {}, None, 1.5, object(), b'', range(3)):
    try:
        ref(thing)
    except TypeError as e:
        print(e)
def function(): pass
def generator(): yield
class Slots:
    __slots__ = ('x',)
class WeakSlots:
    __slots__ = ('x', '__weakref__')
class MyList(list): pass
class MyInt(int): pass
class MyStr(str): pass
class MyTuple(tuple): pass
class MyBytes(bytes): pass
kept = [function, generator(), C, {1}.copy(), frozenset([1, 2]), C().__repr__, MyList(), MyStr(), weakref, WeakSlots(), ValueError, len]
for thing in kept:
    print(type(thing).__name__, ref(thing)() is thing)
for thing in (Slots(), MyInt(5), MyTuple(), MyBytes()):
    try:
        ref(thing)
    except TypeError as e:
        print(e)
try:
    ref(ValueError())
except TypeError as e:
    print(e)
for bad in ((), (1, 2, 3)):
    try:
        ref(*bad)
    except TypeError as e:
        print(e)
try:
    r(1)
except TypeError as e:
    print('TypeError')


class Named(ref):
    __slots__ = ('extra',)

    def __new__(cls, target, callback=None, extra=None):
        self = super().__new__(cls, target, callback)
        self.extra = extra
        return self

    def __init__(self, target, callback=None, extra=None):
        super().__init__(target, callback)


n = Named(a, None, 'more')
print(n() is a, n.extra, n is Named(a), n == ref(a), isinstance(n, ref), type(ref(a)).__name__)
print(weakref.ref[int] == weakref.ReferenceType[int], weakref.ref is weakref.ReferenceType)
