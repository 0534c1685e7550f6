# zip, map, filter, enumerate, reversed, iter.
print(list(zip()), list(zip('ab')), list(zip('abc', range(2))), list(zip([1, 2], [3, 4], strict=True)))
for make in (lambda: list(zip([1, 2], [3], strict=True)), lambda: list(zip([1], [2, 3], strict=True)), lambda: list(zip('a', 'bc', 'd', strict=True)), lambda: list(zip('a', 'b', '', strict=True))):
    try:
        print(make())
    except ValueError as e:
        print(e)
print(list(map(lambda x, y, z: x + y + z, 'ab', 'cd', 'ef')), list(map(str, [1, None])), list(map(max, [1, 5], [3, 2])))
print(list(filter(None, [0, 1, '', 'a', [], [0]])), list(filter(lambda x: x > 1, range(4))), list(filter(str.isdigit, 'a1b2')))
print(list(enumerate('ab')), list(enumerate('ab', start=-1)), list(enumerate(iterable='x', start=2**63)), list(enumerate([], 5)))
print(list(reversed([1, 2, 3])), list(reversed('abc')), list(reversed(range(0, 10, 3))), list(reversed({'a': 1, 'b': 2})), list(reversed({'a': 1}.items())), list(reversed((1, 2))))


class Rev:
    def __len__(self): return 3
    def __getitem__(self, i): return i * 10


print(list(reversed(Rev())))
log = []


def src(name, n):
    for i in range(n):
        log.append(f'{name}{i}')
        yield i


print(list(zip(src('a', 2), src('b', 3))), log)
log.clear()
print(list(zip(src('a', 3), src('b', 2))), log)
m = map(lambda v: 1 // v, [1, 0, 2])
print(next(m))
try:
    next(m)
except ZeroDivisionError as e:
    print(e)
print(next(m))
f = filter(lambda v: v.bad, [1])
try:
    next(f)
except AttributeError as e:
    print(e)
for op in ('zip(5)', 'zip([], 5)', 'map()', 'map(len)', 'list(map(5, [1]))', 'map(len, 5)', 'filter(None)', 'filter(None, 5)', 'enumerate()', 'enumerate(5)', 'enumerate([], "x")', 'reversed(5)', 'reversed({1})', 'reversed(iter([]))', 'reversed()', 'zip(strict=5)', 'list(zip([1], bad=1))', 'enumerate([], 1, 2)', 'list(filter(5, [1]))', 'list(map(lambda: 0, [1]))', 'reversed(x for x in [])', 'list(map(str, [1], strict=True))'):
    try:
        print(op, '->', type(eval(op)).__name__)
    except (TypeError, ValueError) as e:
        print(op, '->', e)
