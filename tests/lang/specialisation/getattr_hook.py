# `__getattr__` completes the generic look-up, and is entered without native recursion.
class Lazy:
    present = 'class'

    def __init__(self):
        self.own = 'own'

    def __getattr__(self, name):
        if name.startswith('no_'):
            raise AttributeError('refused ' + name)
        return 'made ' + name

    @property
    def broken(self):
        raise AttributeError('inside')

    @property
    def worse(self):
        raise KeyError('inside')


def read(o):
    return o.present, o.own, o.other


z = Lazy()
for _ in range(30):
    r = read(z)
print(r)
print(z.broken)
try:
    z.worse
except KeyError as e:
    print('KeyError', e)
try:
    z.no_such
except AttributeError as e:
    print('AttributeError', e, e.name, e.obj is z)
z.other = 'now own'
print(read(z))
del z.other
print(read(z))
print(z.method() if callable(getattr(z, 'method')) else z.method)
try:
    z.method()
except TypeError as e:
    print('TypeError', e)


class Deep:
    def __init__(self, n):
        self.n = n

    def __getattr__(self, name):
        return Deep(self.n - 1).value if self.n else 'bottom'




print(Deep(300).value)



class Endless:
    def __getattr__(self, name):
        return self.again


try:
    Endless().x
except RecursionError as e:
    print('RecursionError')


class Child(Lazy):
    def __getattribute__(self, name):
        if name == 'direct':
            return 'direct'
        return super().__getattribute__(name)


c = Child()
print(c.direct, read(c))
Lazy.__getattr__ = lambda self, name: 'replaced ' + name
print(read(z), read(c))
del Lazy.__getattr__
try:
    read(z)
except AttributeError as e:
    print(e)
