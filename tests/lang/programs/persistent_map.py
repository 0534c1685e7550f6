# Persistent lists, queues and a hash trie map that share structure between versions.
import operator


class List:
    __slots__ = ('head', 'tail', 'size')
    __match_args__ = ('head', 'tail')
    empty = None

    def __new__(cls, head=None, tail=None):
        if tail is None:
            if cls.empty is None:
                cls.empty = super().__new__(cls)
                cls.empty.size = 0
            return cls.empty
        self = super().__new__(cls)
        self.head, self.tail, self.size = head, tail, tail.size + 1
        return self

    @classmethod
    def of(cls, *items):
        result = cls()
        for x in reversed(items):
            result = cls(x, result)
        return result

    def __iter__(self):
        while self.size:
            yield self.head
            self = self.tail

    def __len__(self): return self.size
    def __eq__(self, o): return isinstance(o, List) and self.size == o.size and all(map(operator.eq, self, o))
    def __hash__(self): return hash(tuple(self))
    def __repr__(self): return f'({" ".join(map(repr, self))})'
    def cons(self, x): return List(x, self)
    def reverse(self):
        out = List()
        for x in self:
            out = out.cons(x)
        return out


class Queue:
    def __init__(self, front=List(), back=List()):
        self.front, self.back = (front, back) if front.size else (back.reverse(), List())
    def push(self, x): return Queue(self.front, self.back.cons(x))
    def pop(self):
        match self.front:
            case List(size=0): raise IndexError('empty queue')
            case List(x, rest): return x, Queue(rest, self.back)
    def __len__(self): return len(self.front) + len(self.back)
    def __iter__(self):
        yield from self.front
        yield from self.back.reverse()


BITS, MASK = 5, 31


class Leaf:
    __slots__ = ('hash', 'pairs')
    def __init__(self, h, pairs): self.hash, self.pairs = h, pairs

    def find(self, h, key):
        if h == self.hash:
            for k, v in self.pairs:
                if k == key:
                    return v
        raise KeyError(key)

    def set(self, shift, h, key, value):
        if h != self.hash:
            node = Branch(1 << (self.hash >> shift & MASK), (self,))
            return node.set(shift, h, key, value)
        for i, (k, v) in enumerate(self.pairs):
            if k == key:
                return self if v is value else Leaf(h, (*self.pairs[:i], (k, value), *self.pairs[i + 1:]))
        return Leaf(h, (*self.pairs, (key, value)))

    def remove(self, shift, h, key):
        self.find(h, key)
        pairs = tuple(p for p in self.pairs if p[0] != key)
        return Leaf(h, pairs) if pairs else None

    def __iter__(self): return iter(self.pairs)
    def depth(self): return 1


class Branch:
    __slots__ = ('bitmap', 'children')
    def __init__(self, bitmap=0, children=()): self.bitmap, self.children = bitmap, children

    def _slot(self, shift, h):
        bit = 1 << (h >> shift & MASK)
        return bit, (self.bitmap & (bit - 1)).bit_count(), bool(self.bitmap & bit)

    def find(self, h, key, shift=0):
        node = self
        while isinstance(node, Branch):
            _, i, present = node._slot(shift, h)
            if not present:
                raise KeyError(key)
            node, shift = node.children[i], shift + BITS
        return node.find(h, key)

    def set(self, shift, h, key, value):
        bit, i, present = self._slot(shift, h)
        if not present:
            return Branch(self.bitmap | bit, (*self.children[:i], Leaf(h, ((key, value),)), *self.children[i:]))
        child = self.children[i].set(shift + BITS, h, key, value)
        return self if child is self.children[i] else Branch(self.bitmap, (*self.children[:i], child, *self.children[i + 1:]))

    def remove(self, shift, h, key):
        bit, i, present = self._slot(shift, h)
        if not present:
            raise KeyError(key)
        child = self.children[i].remove(shift + BITS, h, key)
        match child:
            case None if len(self.children) == 1 and shift: return None
            case None: return Branch(self.bitmap & ~bit, self.children[:i] + self.children[i + 1:])
            case Leaf() if len(self.children) == 1 and shift: return child
        return Branch(self.bitmap, (*self.children[:i], child, *self.children[i + 1:]))

    def __iter__(self):
        for c in self.children:
            yield from c

    def depth(self): return 1 + max((c.depth() for c in self.children), default=0)


class Map:
    def __init__(self, root=Branch(), size=0): self.root, self.size = root, size

    @staticmethod
    def hash(key):
        match key:
            case int(): return key & 0xffffffff
            case str():
                h = 0x811c9dc5
                for b in key.encode():
                    h = (h ^ b) * 0x01000193 & 0xffffffff
                return h
        return hash(key) & 0xffffffff

    @classmethod
    def of(cls, items=(), **kw):
        m = cls()
        for k, v in (*dict(items).items(), *kw.items()):
            m = m.set(k, v)
        return m

    def set(self, key, value):
        root = self.root.set(0, self.hash(key), key, value)
        return self if root is self.root else Map(root, self.size + (key not in self))

    def remove(self, key): return Map(self.root.remove(0, self.hash(key), key), self.size - 1)
    def __getitem__(self, key): return self.root.find(self.hash(key), key)
    def get(self, key, default=None): return self[key] if key in self else default
    def __contains__(self, key):
        try:
            self[key]
        except KeyError:
            return False
        return True
    def __len__(self): return self.size
    def __iter__(self): return (k for k, _ in self.root)
    def items(self): return iter(self.root)
    def __eq__(self, o): return isinstance(o, Map) and len(self) == len(o) and all(k in o and o[k] == v for k, v in self.items())
    def __or__(self, o):
        for k, v in o.items():
            self = self.set(k, v)
        return self
    def __repr__(self): return 'Map(' + ', '.join(f'{k!r}: {v!r}' for k, v in sorted(self.items())) + ')'


l = List.of(1, 2, 3)
l2 = l.cons(0)
print(l, l2, l2.tail is l, l == List.of(1, 2, 3), len(l2), List() is List(), list(l.reverse()), hash(l) == hash((1, 2, 3)), {l: 'key'}[List.of(1, 2, 3)], List())
q = Queue()
for i in range(5):
    q = q.push(i)
x, q2 = q.pop()
y, q3 = q2.push('new').pop()
print(x, y, list(q), list(q2), list(q3), len(q3))
try:
    Queue().pop()
except IndexError as e:
    print(e)
versions = [Map()]
for i in range(200):
    versions.append(versions[-1].set(f'key{i}', i))
print([len(v) for v in versions[::50]], versions[200]['key150'], 'key150' in versions[100], versions[200].root.depth(), all(versions[200][f'key{i}'] == i for i in range(200)))
m = versions[200]
for i in range(0, 200, 2):
    m = m.remove(f'key{i}')
print(len(m), len(versions[200]), m.get('key0', 'gone'), m['key1'], sorted(m)[:3], m == versions[200], m | versions[200] == versions[200])
ints = Map.of({i << 5: i for i in range(40)})
print(ints.root.depth(), len(ints), ints[32], ints.set(32, ints[32]) is ints, ints.set(32, 'x')[32], ints[32])


class Clash:
    def __init__(self, n): self.n = n
    def __hash__(self): return 7
    def __eq__(self, o): return isinstance(o, Clash) and self.n == o.n
    def __lt__(self, o): return self.n < o.n
    def __repr__(self): return f'C{self.n}'


c = Map.of({Clash(i): i for i in range(5)})
print(c, len(c), c[Clash(3)], c.remove(Clash(2)), Clash(9) in c, Map.of(a=1, b=2), Map.of([('z', 0)], a=1) | Map.of(z=5))
for bad in (lambda: m['nope'], lambda: m.remove('key0'), lambda: c.remove(Clash(8)), lambda: Map()[[]], lambda: setattr(l, 'other', 1)):
    try:
        bad()
    except (KeyError, TypeError, AttributeError) as e:
        print(type(e).__name__, e)
e = Map.of(a=1).remove('a')
print(len(e), list(e), e == Map(), e.set('b', 2))
