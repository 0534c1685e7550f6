# Descriptors as programs use them: lazy values, validation, per-class storage.
class lazy:
    def __init__(self, fn): self.fn = fn
    def __set_name__(self, owner, name): self.name = name
    def __get__(self, obj, owner):
        if obj is None: return self
        print('computing', self.name)
        value = obj.__dict__[self.name] = self.fn(obj)
        return value


class Range:
    def __init__(self, low, high): self.low, self.high = low, high
    def __set_name__(self, owner, name): self.slot = '_' + name
    def __get__(self, obj, owner): return self if obj is None else getattr(obj, self.slot)
    def __set__(self, obj, value):
        if not self.low <= value <= self.high:
            raise ValueError(f'{self.slot[1:]} must be between {self.low} and {self.high}, got {value!r}')
        setattr(obj, self.slot, value)


class Circle:
    radius = Range(0, 100)

    def __init__(self, radius): self.radius = radius

    @lazy
    def area(self): return self.radius ** 2 * 3


c = Circle(2)
print(c.area, c.area, vars(c))
del c.area
c.radius = 3
print(c.area)
for r in (-1, 101):
    try:
        c.radius = r
    except ValueError as e:
        print(e)
print(c.radius)


class classproperty:
    def __init__(self, fn): self.fn = fn
    def __get__(self, obj, owner): return self.fn(owner)


class Counter:
    instances = 0
    @classproperty
    def description(cls): return f'{cls.__name__}: {cls.instances}'
    def __init__(self): type(self).instances += 1


class Sub(Counter): pass


Counter(); Counter(); Sub()
print(Counter.description, Sub.description, Sub().description)


class cached_method:
    def __init__(self, fn): self.fn = fn
    def __get__(self, obj, owner):
        cache = obj.__dict__.setdefault('_cache', {})
        def call(*args):
            if args not in cache: cache[args] = self.fn(obj, *args)
            return cache[args]
        return call


class Calc:
    @cached_method
    def slow(self, n):
        print('slow', n)
        return n * n


k = Calc()
print(k.slow(3), k.slow(3), k.slow(4))
import functools
class CP:
    @functools.cached_property
    def v(self):
        print('once')
        return 1
cp = CP()
print(cp.v, cp.v, vars(cp))
