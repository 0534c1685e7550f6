# by hand
# Special methods are entered by the loop: they recurse as deeply as the recursion limit allows, whatever the native stack holds.
import sys

DEPTH = 30000


class Deep:
    def __init__(self, n):
        self.__dict__['n'] = n

    def down(self):
        return Deep(self.n - 1)

    def __add__(self, other): return self.down() + other if self.n else 'add'
    def __radd__(self, other): return other + self.down() if self.n else 'radd'
    def __iadd__(self, other):
        if not self.n == 0:
            x = self.down()
            x += other
            return x
        return 'iadd'
    def __neg__(self): return -self.down() if self.n != 0 else 'neg'
    def __invert__(self): return ~self.down() if self.n != 0 else 'invert'
    def __bool__(self): return True if self.n == 0 else not not self.down()
    def __lt__(self, other): return self.down() < other if self.n != 0 else True
    def __gt__(self, other):
        if self.n != 0:
            if self.down() > 5:
                return True
            return False
        return True
    def __contains__(self, item): return item in self.down() if self.n != 0 else True
    def __getitem__(self, key): return self.down()[key] if self.n != 0 else 'getitem'
    def __setitem__(self, key, value):
        if self.n != 0:
            self.down()[key] = value
    def __delitem__(self, key):
        if self.n != 0:
            del self.down()[key]
    def __setattr__(self, name, value):
        if self.n != 0:
            self.down().x = value
    def __delattr__(self, name):
        if self.n != 0:
            del self.down().x
    def __getattr__(self, name): return self.down().x if self.n != 0 else 'getattr'
    def __iter__(self):
        if self.n != 0:
            for item in self.down():
                pass
        return iter('')
    def __enter__(self):
        if self.n != 0:
            with self.down():
                pass
    def __exit__(self, *args):
        return None
    def __call__(self): return self.down()() if self.n != 0 else 'call'
    @property
    def p(self): return self.down().p if self.n != 0 else 'property'


class Setter:
    def __init__(self, n): self.n = n
    @property
    def p(self): pass
    @p.setter
    def p(self, value):
        if self.n != 0:
            Setter(self.n - 1).p = value


class Next:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n != 0:
            for item in Next(self.n - 1):
                pass
        raise StopIteration


class Exit:
    def __init__(self, n): self.n = n
    def __enter__(self): pass
    def __exit__(self, *args):
        if self.n != 0:
            with Exit(self.n - 1):
                raise ValueError
        return True


sys.setrecursionlimit(2 * DEPTH + 1000)
d = Deep(DEPTH)
print(d + 1, 1 + d, -d, ~d, not d, d < 3, d > 3, 'x' in d, d[0], d.missing, d(), d.p)
d += 1
print(d)
d = Deep(DEPTH)
d[0] = 1
del d[0]
d.x = 1
del d.x
for item in d:
    pass
with d:
    pass
Setter(DEPTH).p = 1
for item in Next(DEPTH):
    pass
with Exit(DEPTH // 10):
    raise ValueError
print('done')
