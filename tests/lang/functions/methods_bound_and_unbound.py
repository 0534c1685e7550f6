# Method objects, calls through the class, functions stored on instances.
class A:
    def m(self, x=0):
        return self.tag, x

    def __init__(self, tag):
        self.tag = tag


a, b = A('a'), A('b')
bound = a.m
print(bound(1), A.m(b, 2), bound.__self__ is a)
a.m = lambda x: ('instance function', x)
print(a.m(3), b.m(4))
del a.m
print(a.m(5))
b.own = a.m
print(b.own(6))
A.added = lambda self: f'added {self.tag}'
print(a.added(), [m() for m in (a.added, b.added)])
import functools
A.part = staticmethod(functools.partial(lambda *args: args, 1))
print(a.part(2))
A.partm = functools.partialmethod(A.m, x=9)
print(a.partm())
A.builtin = len
print(a.builtin('abc'))
A.cls = int
print(a.cls('5'))
print(list(map(A.m, [a, b], [1, 2])))
print(A.m.__get__(b)(7), A.m.__get__(None, A) is A.m)
m = type(a.m)
made = m(lambda self, y: (self, y), 'any object')
print(made(1))
for source in ['A.m()', 'a.m(1, 2)', 'm(5, 1)', 'm(len, None)', 'A.m(5)', 'a.tag()', 'A()', 'A(1, 2)', 'A.m.__get__()', 'm(len)']:
    try:
        print(source, eval(source))
    except (TypeError, AttributeError) as e:
        print(source, '->', type(e).__name__, e)
print(a.m == a.m, a.m == b.m, a.m != a.m, {a.m: 1}[a.m])
print(str(A.m).split(' at ')[0], repr(a.m).split(' of ')[0])
