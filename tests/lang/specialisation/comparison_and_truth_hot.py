# Conditions of loops that see different types, and comparisons fused with jumps.
def truth(v):
    if v:
        return True
    return False


class T:
    def __init__(self, v): self.v = v
    def __bool__(self): return self.v


class L:
    def __init__(self, n): self.n = n
    def __len__(self): return self.n


values = [0, 1, -1, 0.0, -0.0, 0.5, float('nan'), '', 'x', [], [0], (), (0,), {}, {0: 0}, set(), {0}, None, True, False, T(True), T(False), L(0), L(2), 0j, 1j, b'', b'x', range(0), range(1), object, ..., 2**70, NotImplementedError]
for _ in range(3):
    results = [truth(v) for v in values]
print(results)


def branch(a, b):
    out = []
    if a < b: out.append('<')
    if a <= b: out.append('<=')
    if a > b: out.append('>')
    if a >= b: out.append('>=')
    if a == b: out.append('==')
    if a != b: out.append('!=')
    if not a < b: out.append('!<')
    if not a == b: out.append('!==')
    while a < b: out.append('while'); break
    if a is b: out.append('is')
    if a is not None and b is not None: out.append('not None')
    return ' '.join(out)


pairs = [(1, 2), (2, 1), (1, 1), (1.5, 2), (2, 1.5), (1.0, 1), (float('nan'), 1), (1, float('nan')), ('a', 'b'), ('b', 'a'), ('a', 'a'), (2**70, 1), (-2**70, 2**70), (2**62, 2.0**62), ([1], [1, 2]), ((2,), (1, 5)), (True, 2), (b'a', b'b'), (float('inf'), 10**400), (-0.0, 0)]
for _ in range(5):
    results = [branch(a, b) for a, b in pairs]
for p, r in zip(pairs, results):
    print(*p, '|', r)
for a, b in [(1, 'x'), (None, None), ([], ()), (1j, 2), ({}, {})]:
    try:
        branch(a, b)
    except TypeError as e:
        print(e)


class Cmp:
    def __lt__(self, o): return [] if o == 1 else 'yes'
    def __eq__(self, o): return 0
    def __ne__(self, o): return ''
    __le__ = __gt__ = __ge__ = lambda self, o: T(o == 1)


print(branch(Cmp(), 1), '|', branch(Cmp(), 2))
n = 0
i = 10
while i > 0 and n < 100 or i == -5:
    i -= 1
    n += 1 if i % 2 else 2
print(i, n)
count = 0
for i in range(1000):
    if i % 3 == 0 and i % 5 != 0 or i in (7, 11) or not i:
        count += 1
    elif 100 <= i < 200 <= i * 2:
        count += 1000
print(count)
x = 0
while x != 1.0:
    x = round(x + 0.1, 1)
print(x)
