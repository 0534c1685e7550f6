# One operator site sees small ints, big ints, floats, strings, lists and objects in turn.
def add(a, b): return a + b
def sub(a, b): return a - b
def mul(a, b): return a * b
def div(a, b): return a / b
def floor(a, b): return a // b
def mod(a, b): return a % b
def less(a, b): return a < b
def equal(a, b): return a == b
def inplace(a, b):
    a += b
    return a


class V:
    def __init__(self, v): self.v = v
    def __add__(self, o): return f'V{self.v}+{getattr(o, "v", o)}'
    def __radd__(self, o): return f'{o}+V{self.v}'
    def __lt__(self, o): return 'lt'
    def __eq__(self, o): return 'eq'
    def __mul__(self, o): return 'mul'
    def __mod__(self, o): return 'mod'
    __sub__ = __truediv__ = __floordiv__ = lambda self, o: 'other'


pairs = [(1, 2)] * 30 + [(1.5, 2.5)] * 30 + [('a', 'b')] * 20 + [(2**61, 2**61), (2**62, 1), (2**70, 3), (1, 2.5), (2.5, 1), (True, 2), ([1], [2]), ((1,), (2,)), (V(1), V(2)), (1, V(3)), (V(4), 1), (b'x', b'y'), (1j, 2)] + [(5, 3)] * 20 + [('s', 3), (3, 's'), (None, 1), (-7, 2), (-7.5, 2), (7, -2), (0, 5), (-1, 2**62), (4611686018427387903, 1), (-4611686018427387904, 1), (3037000500, 3037000500)]
for fn in (add, sub, mul, div, floor, mod, less, equal, inplace):
    results = []
    previous = None
    for a, b in pairs:
        try:
            r = fn(a, b)
        except TypeError as e:
            r = f'TypeError: {e}'
        text = f'{type(r).__name__}:{r}'
        if text != previous:
            results.append(text)
        previous = text
    print(fn.__name__, *results, sep=' | ')
total = 0
for i in range(2000):
    total += i * i if i % 500 else 0.5
print(total)
x = 1
for i in range(200):
    x = x * 3 + 1
print(x % 10**9, x.bit_length())
x = 2**61
for i in range(6):
    x += 2**60
    print(x, end=' ')
print()
f = 1.0
for i in range(2000):
    f = f * 2 if i < 1030 else f
print(f)
n = 0
while n < 10**6:
    n = n + 7 - (n & 1)
print(n)
