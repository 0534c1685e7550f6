# Classes in sets and dictionaries: __hash__ and __eq__ together.
log = []


class K:
    def __init__(self, n, h=None): self.n, self.h = n, h
    def __hash__(self):
        log.append(f'hash {self.n}')
        return self.h if self.h is not None else self.n
    def __eq__(self, o):
        log.append(f'eq {self.n} {getattr(o, "n", o)}')
        return isinstance(o, K) and self.n == o.n
    def __repr__(self): return f'K{self.n}'


def show(label, value):
    print(label, value, log)
    log.clear()


a, b, c = K(1, 0), K(2, 0), K(1, 0)
d = {a: 'a'}
show('create', d)
d[b] = 'b'
show('collision', d)
d[c] = 'c'
show('equal key keeps the first', d)
show('identity', d[a])
show('lookup', K(2, 0) in d)
show('absent', K(9, 0) in d)
show('set', len({a, b, c}))
show('list index', [a, b].index(c))
show('in list', c in [b, a])
del d[c]
show('deleted', d)


class OnlyEq:
    def __eq__(self, o): return True


class OnlyHash:
    def __hash__(self): return 1


class Sub(OnlyEq): pass
class Restored(OnlyEq): __hash__ = object.__hash__
class Inherit(OnlyHash):
    def __eq__(self, o): return True
class Both(OnlyHash):
    def __eq__(self, o): return True
    __hash__ = OnlyHash.__hash__


for cls in (OnlyEq, OnlyHash, Sub, Restored, Inherit, Both):
    try:
        print(cls.__name__, isinstance(hash(cls()), int), cls.__hash__ is None)
    except TypeError as e:
        print(cls.__name__, e)
for value in ([], {}, set(), bytearray(), (1, []), ([],), slice(1, []), frozenset([1])):
    try:
        print(type(hash(value)).__name__)
    except TypeError as e:
        print(e)
print(hash(1) == hash(1.0) == hash(True) == hash(1 + 0j), hash(0) == hash(0.0) == hash(-0.0) == hash(False), hash(2**61 - 1), hash(2**61), hash(-1), hash(-2), hash(0.5), hash(float('inf')), hash(10**30), hash(-(10**30)), hash(1.5), hash(3j))
print(hash((1, 2, 3)), hash(()), hash((1, (2, 3))), hash(frozenset()), hash(frozenset([1, 2])), hash(None) == hash(None), hash(range(3)) == hash(range(0, 3, 1)))
class Raises:
    def __hash__(self): raise ValueError('no hash')
for op in (lambda: {Raises(): 1}, lambda: {Raises()}, lambda: Raises() in {}, lambda: {}.get(Raises()), lambda: hash((1, Raises()))):
    try:
        op()
    except ValueError as e:
        print(e)
