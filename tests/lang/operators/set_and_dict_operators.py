# Set algebra and dict union with operators, their in-place forms and error cases.
a, b = {1, 2, 3}, {2, 3, 4}
print(a & b, a | b, a - b, a ^ b, a < b, a <= a, a < a, {1} < a, a > {1}, a >= b, a == {3, 2, 1}, a != b, a.isdisjoint({9}))
f = frozenset([1, 5])
print(a & f, f | a, type(a & f).__name__, type(f & a).__name__, a ^ f, f - a, f == {1, 5}, hash(f) == hash(frozenset([5, 1])))
c = d = {1, 2}
c |= {3}
c &= {2, 3, 4}
c ^= {9}
c -= {2}
print(c, d is c)
g = h = frozenset([1])
g |= {2}
print(g == {1, 2}, h)
x = {1}
x |= x
x ^= x
print(x)
p, q = {'a': 1, 'b': 2}, {'b': 3, 'c': 4}
print(p | q, q | p, p)
r = p
r |= q
r |= [('d', 5), 'ef']
print(p, r is p)
print(p.keys() & q.keys() == {'b', 'c'}, sorted(p.keys() - q.keys()), sorted(p.keys() | ['z']), p.items() & {('a', 1), ('a', 2)}, sorted(q.keys() ^ {'b', 'y'}), p.keys() >= q.keys(), {'a'} < p.keys(), p.keys() == set(p), 'a' in p.keys(), ('a', 1) in p.items())


class S(set): pass
class D(dict):
    def __or__(self, o): return 'D.or'
    def __ror__(self, o): return 'D.ror'


print(type(S([1]) | {2}).__name__, type({1} | S([2])).__name__, D() | {}, {} | D(), type(S([1]).union([2])).__name__)
for source in ('a | [1]', '[1] | a', 'a & None', 'a + b', 'a < [1]', 'a <= 5', 'x = set(); x |= [1]', 'x = set(); x += {1}', 'p | 5', 'p | [("a", 1)]', 'x = {}; x |= 5', 'x = {}; x |= [1]', 'p + q', 'p - q', 'p & q', 'p < q', 'a | {[]}', 'p.keys() | 5', 'p.keys() + q.keys()', 'p.values() | q.values()', 'frozenset() | 1', 'a - "ab"', 'set() ^ {}', 'p.items() < 5', 'x = frozenset(); x -= 1', 'a @ b', '~a', '-p'):
    try:
        exec(f'result = {source}' if ';' not in source else source)
        print(source, '->', result if ';' not in source else 'ok')
    except TypeError as e:
        print(source, '->', e)
