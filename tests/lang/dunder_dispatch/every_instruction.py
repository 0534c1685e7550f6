# Special methods of scripts' classes at every kind of instruction: fallbacks, truth of answers, what operators do with NotImplemented.
class V:
    def __init__(self, n):
        self.n = n
    def __add__(self, o):
        print('add', o if isinstance(o, (int, str)) else o.n)
        return NotImplemented if isinstance(o, (str, list)) else V(self.n + (o if isinstance(o, int) else o.n))
    def __radd__(self, o):
        print('radd', o)
        return NotImplemented if o == 13 else V(self.n + o)
    def __mul__(self, o):
        return NotImplemented
    def __rmul__(self, o):
        return ('rmul', o)
    def __iadd__(self, o):
        print('iadd', o)
        if o == 7:
            return NotImplemented
        self.n += o
        return self
    def __isub__(self, o):
        return NotImplemented
    def __neg__(self):
        return ('neg', self.n)
    def __invert__(self):
        return ('inv', self.n)
    def __lt__(self, o):
        return NotImplemented
    def __gt__(self, o):
        return 'truthy'
    def __eq__(self, o):
        return [] if o == 3 else NotImplemented
    __hash__ = None
    def __bool__(self):
        return self.n > 0
    def __contains__(self, item):
        return [item] if item else 0
    def __getitem__(self, k):
        return ('item', k)
    def __setitem__(self, k, v):
        print('set', k, v)
    def __delitem__(self, k):
        print('del', k)
    def __pow__(self, o):
        return NotImplemented


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


v = V(1)
attempt(lambda: (v + 2).n)
attempt(lambda: (v + V(5)).n)
attempt(lambda: (2 + v).n)
attempt(lambda: 13 + v)
attempt(lambda: (1.5 + v).n)
attempt(lambda: v + 'x')
attempt(lambda: v + [1])
attempt(lambda: v * 2)
attempt(lambda: v * v)
attempt(lambda: 2 * v)
attempt(lambda: 2.5 * v)
attempt(lambda: v * 'ab')
attempt(lambda: v * [1])
attempt(lambda: v ** 2)
attempt(lambda: v ** v)
attempt(lambda: 2 ** v)
attempt(lambda: v - 2)
attempt(lambda: 3 - v)
attempt(lambda: -v)
attempt(lambda: ~v)
attempt(lambda: +v)


def iadd(x, y):
    x += y
    return x.n


def isub(x, y):
    x -= y


def imul(x, y):
    x *= y


attempt(lambda: iadd(V(1), 2))
attempt(lambda: iadd(V(1), 7))
attempt(lambda: iadd(V(1), V(7)) if False else 'skipped')
attempt(lambda: isub(V(1), 2))
attempt(lambda: isub(V(1), V(2)))
attempt(lambda: imul(V(1), 2))
attempt(lambda: imul(V(1), 'a'))


def branches(x, y):
    out = []
    try:
        out.append('lt' if x < y else 'not lt')
    except TypeError as e:
        out.append(str(e))
    out.append('gt' if x > y else 'not gt')
    out.append('eq' if x == y else 'not eq')
    out.append('ne' if x != y else 'not ne')
    return out


attempt(lambda: branches(v, 3))
attempt(lambda: branches(v, 4))
attempt(lambda: branches(v, V(3)))
attempt(lambda: branches(v, 'x'))


def lt_imm(x):
    return 'yes' if x < 5 else 'no'


def gt_imm(x):
    while x > 5:
        return 'yes'
    return 'no'


attempt(lambda: lt_imm(v))
attempt(lambda: gt_imm(v))
attempt(lambda: [x > 1 for x in (v, 2)])


def truth(x):
    out = []
    if x: out.append('if')
    if not x: out.append('if not')
    out.append(not x)
    out.append('and' if (x and 1) == 1 else 'left')
    out.append('or' if (x or 1) == 1 else 'left')
    n = 0
    while x:
        n += 1
        if n == 2: break
    out.append(n)
    out.append(1 if x else 0)
    return out


class Len:
    def __init__(self, n): self.n = n
    def __len__(self): return self.n


class BadBool:
    def __bool__(self): return 1


for x in (V(1), V(0), Len(0), Len(3), Len(-1), Len('x'), Len(2**70), BadBool()):
    attempt(lambda: truth(x))


def contains(x, c):
    out = [x in c, x not in c]
    if x in c: out.append('in')
    if x not in c: out.append('not in')
    return out


attempt(lambda: contains(1, v))
attempt(lambda: contains(0, v))


class NoContains:
    __contains__ = None
    def __iter__(self): return iter([1])


attempt(lambda: contains(1, NoContains()))


def items(x):
    x[1] = 2
    x['k'] = 3
    x[1:2] = 4
    del x[1], x['k']
    x[1] += 5
    return x[1], x['k'], x[1:2], x[-1]


class W(V):
    def __getitem__(self, k): return 10 if k == 1 else super().__getitem__(k)


attempt(lambda: items(v))
attempt(lambda: items(W(1)))


class It:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n == 0: raise StopIteration('done')
        if self.n < 0: raise ValueError('negative')
        self.n -= 1
        return self.n


class BadIter:
    def __iter__(self): return 3


class Sub(StopIteration): pass


class ItSub(It):
    def __next__(self):
        if self.n == 0: raise Sub
        return It.__next__(self)


def loop(x):
    out = []
    for i in x:
        out.append(i)
    else:
        out.append('else')
    return out


attempt(lambda: loop(It(3)))
attempt(lambda: loop(It(-1)))
attempt(lambda: loop(ItSub(2)))
attempt(lambda: loop(BadIter()))
attempt(lambda: [i for i in It(3)])
attempt(lambda: [(i, j) for i in It(2) for j in It(2)])


def loop_local():
    i = 'start'
    for i in It(2): pass
    return i


attempt(loop_local)


class Store:
    def __setattr__(self, name, value):
        print('setattr', name, value)
        object.__setattr__(self, name, value)
    def __delattr__(self, name):
        print('delattr', name)
        object.__delattr__(self, name)


class Prop:
    @property
    def p(self): return self._p
    @p.setter
    def p(self, v):
        print('setter', v)
        self._p = v


def attributes(x):
    x.p = 1
    x.p += 2
    result = x.p
    del x.p
    return result


attempt(lambda: attributes(Store()))
attempt(lambda: attributes(Prop()))


class Manager:
    def __init__(self, swallow): self.swallow = swallow
    def __enter__(self):
        print('enter')
        return 'entered'
    def __exit__(self, kind, value, tb):
        print('exit', kind and kind.__name__, value, tb is not None)
        return self.swallow


def use(m, fail):
    with m as x:
        print(x)
        if fail: raise KeyError('k')
        return 'body'
    return 'after'


attempt(lambda: use(Manager(False), False))
attempt(lambda: use(Manager(False), True))
attempt(lambda: use(Manager(True), True))


class BadEnter:
    def __enter__(self): raise OSError('enter')
    def __exit__(self, *a): print('never')


class BadExit(Manager):
    def __exit__(self, *a): raise LookupError('exit')


attempt(lambda: use(BadEnter(), False))
attempt(lambda: use(BadExit(0), True))
attempt(lambda: use(BadExit(0), False))
class NoExit:
    def __enter__(self): print('never')
attempt(lambda: use(NoExit(), False))


# In generators the operands lie in the generator's own registers.
def gen(x):
    for i in It(2):
        yield x + i
        yield -x
        yield i in x
        with Manager(True):
            raise KeyError(i)
        if x:
            x[i] = i


attempt(lambda: [y if not isinstance(y, V) else y.n for y in gen(V(1))])
