# sorted, min, max with keys, defaults, stability and errors.
words = ['banana', 'Apple', 'cherry', 'apple', 'fig']
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len, reverse=True), sorted(words, reverse=True))
pairs = [(1, 'b'), (0, 'a'), (1, 'a'), (0, 'b')]
print(sorted(pairs, key=lambda p: p[0]), sorted(pairs, key=lambda p: p[0], reverse=True))
print(min(words), max(words), min(words, key=len), max(words, key=len), min(3, 1, 2), max('a', 'b'), max([1], [1, 2]), min([], default='none'), max([], default=None, key=len))
print(min(['bb', 'a', 'c'], key=len), max(['a', 'bb', 'cc'], key=len), max(1, 1.0, True), min(True, 1.0, 1))
log = []


class K:
    def __init__(self, v): self.v = v
    def __lt__(self, o):
        log.append((self.v, o.v))
        return self.v < o.v
    def __repr__(self): return f'K{self.v}'


print(sorted([K(3), K(1), K(2)]), log)
log.clear()
print(max([K(3), K(1), K(2)]) if hasattr(K, '__gt__') else '', min(K(2), K(1)), log)
for op in ('sorted(5)', 'sorted([1, "a"])', 'sorted([1], key=5)', 'sorted([1], lambda x: x)', 'sorted()', 'sorted([2, 1], key=None)', 'min()', 'min(5)', 'min([])', 'max({})', 'max(1, "a")', 'min(1, 2, default=3)', 'max([1], nope=1)', 'max([None, 1])', 'sorted([1j, 2j])', 'sorted([1], reverse="x")', 'sorted([2, 1], reverse=2)', 'min([1], key=int, default=2)', 'max(default=1)', 'sorted([[], {}])', 'min("")', 'sorted([3, 1], cmp=1)'):
    try:
        print(op, '->', eval(op))
    except (TypeError, ValueError) as e:
        print(op, '->', type(e).__name__, e)
lst = [3, 1, 2]
try:
    lst.sort(key=lambda v: lst.append(9) or v)
except ValueError as e:
    print(e, lst)
lst = [3, 1, 2]
try:
    lst.sort(key=lambda v: 1 / (v - 1))
except ZeroDivisionError:
    print(lst)
print(sorted({'b': 1, 'a': 2}), sorted('hello'), sorted(range(5), key=lambda v: (v % 2, -v)), sorted([True, 0, 2.5, -1]))
import functools
print(sorted(['b', 'A', 'c'], key=functools.cmp_to_key(lambda a, b: (a.lower() > b.lower()) - (a.lower() < b.lower()))))
