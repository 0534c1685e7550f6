# Implicit calls ignore instance attributes; explicit ones do not.
class A:
    pass


a = A()
for name in ('__len__', '__iter__', '__call__', '__str__', '__bool__', '__eq__', '__hash__', '__getitem__', '__contains__', '__add__', '__enter__', '__next__', '__index__', '__format__'):
    setattr(a, name, lambda *args, n=name: f'instance {n}')
for source in ('len(a)', 'iter(a)', 'a()', 'str(a)[:10]', 'bool(a)', 'a == 1', 'isinstance(hash(a), int)', 'a[0]', '1 in a', 'a + 1', 'next(a)', '[1][a]', 'format(a)[:10]', 'a.__len__()', 'a.__call__()', 'a.__eq__(1)'):
    try:
        print(source, '->', eval(source))
    except TypeError as e:
        print(source, '->', e)
A.__len__ = lambda self: 3
A.__getitem__ = lambda self, i: [10, 20, 30][i]
print(len(a), list(a), 20 in a, a[-1], list(reversed(a)))
A.__contains__ = lambda self, x: x == 'special'
print('special' in a, 20 in a)
A.__iter__ = lambda self: iter('xyz')
print(list(a), [*a], tuple(a))
del A.__iter__
print(list(a))
A.__bool__ = lambda self: False
print(bool(a), not a)
del A.__bool__, A.__len__
print(bool(a))
try:
    len(a)
except TypeError as e:
    print(e)


class B(A):
    __getitem__ = None
    __contains__ = None


b = B()
for source in ('b[0]', '1 in b', 'list(b)', 'iter(b)'):
    try:
        eval(source)
    except TypeError as e:
        print(e)
A.__add__ = lambda self, o: 'added'
print(a + 1, b + 1)
B.__add__ = lambda self, o: 'B added'
print(b + 1)
del B.__add__
print(b + 1)
A.__eq__ = lambda self, o: True
print(a == 5, b == 6, a != 5)
print(hash(b) == object.__hash__(b))
class C:
    def __eq__(self, o): return True
print(C.__hash__)
C.__hash__ = lambda self: 5
print(hash(C()))
