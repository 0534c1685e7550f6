# Container protocols of user classes.
class Grid:
    def __init__(self, w, h):
        self.w, self.h = w, h
        self.cells = {}

    def __getitem__(self, key):
        match key:
            case int(x), int(y): return self.cells.get((x, y), '.')
            case slice(): return [self[i, 0] for i in range(*key.indices(self.w))]
            case str(): return getattr(self, key)
            case _: raise TypeError(f'bad key {key!r}')

    def __setitem__(self, key, value):
        self.cells[key] = value

    def __delitem__(self, key):
        try:
            del self.cells[key]
        except KeyError:
            raise IndexError(f'nothing at {key}') from None

    def __contains__(self, value): return value in self.cells.values()
    def __iter__(self): return iter(self.cells.items())
    def __len__(self): return len(self.cells)
    def __reversed__(self): return reversed(self.cells.items())
    def __missing__(self, k): return 'unused'


g = Grid(4, 4)
g[0, 0] = '#'
g[2, 0] = '@'
g[0, 0] += '!'
print(g[0, 0], g[1, 1], g[:], g[1:3], g[::-1], g['w'], '@' in g, 'x' in g, 'x' not in g, len(g), list(g), list(reversed(g)))
del g[2, 0]
for action in ('g[1.5]', 'del g[9, 9]', 'g[None]'):
    try:
        exec(action)
    except (TypeError, IndexError) as e:
        print(type(e).__name__, e)


class D(dict):
    def __missing__(self, key):
        print('missing', key)
        return key * 2
    def __getitem__(self, key):
        print('getitem', key)
        return super().__getitem__(key)


d = D(a=1)
print(d['a'], d['b'], d.get('b'), 'b' in d, d.get('a'))
class ContainsBad:
    def __contains__(self, x): return 'yes' if x else []
print(1 in ContainsBad(), 0 in ContainsBad(), 0 not in ContainsBad())
class NoContains:
    def __iter__(self):
        print('iterating')
        return iter([1, 2, 3])
print(2 in NoContains(), 5 in NoContains())
class SeqOnly:
    def __getitem__(self, i):
        if i > 3: raise IndexError
        print('index', i, end=' ')
        return i * i
print(4 in SeqOnly(), list(SeqOnly()), max(SeqOnly()), dict(enumerate(SeqOnly())))
class ClassItem:
    def __class_getitem__(cls, k): return cls.__name__, k
print(ClassItem[int], ClassItem[1, 2], ClassItem[:])
try:
    ClassItem()[0]
except TypeError as e:
    print(e)
