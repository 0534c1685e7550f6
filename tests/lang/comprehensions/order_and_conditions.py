# Order of evaluation in comprehensions with several loops and conditions.
def log(label, value):
    print(label, value, end='; ')
    return value


print([log('elt', x) for x in log('iter', [1, 2, 3]) if log('if', x % 2)])
print([(a, b) for a in log('outer', [1, 2]) for b in log('inner', [3, 4]) if log('cond', a + b) != 5])
print({log('key', k): log('value', v) for k, v in [('a', 1), ('b', 2)]})
print({k: v for k, v in [('a', 1), ('a', 2)]}, {x % 3 for x in range(7)} == {0, 1, 2})
print([[y for y in range(x)] for x in range(4)])
print([x for x in range(20) if x % 2 if x % 3 if x > 4])
print([x if x > 1 else -x for x in range(4)])
print([a for a, in [(1,), (2,)]], [(a, rest) for a, *rest in ['abc', 'de']])
print([f(i) for i, f in enumerate([lambda i: i, lambda i: i * 10])])
m = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in m] for i in range(3)], [x for row in m for x in row])
print([i for i in range(5) if i in [j for j in range(10) if j % 2]])
print([(lambda x: x * 2)(v) for v in range(3)], [*(x for x in 'ab'), *[y for y in 'cd']])
print({**{k: 1 for k in 'ab'}, **{k: 2 for k in 'bc'}})
print([x for x in [y for y in [z for z in range(3)]]])
print(sum([x * y for x in range(4) for y in range(x)]), len({(a, b) for a in 'xy' for b in 'yz' if a != b}))
print([print(x, end=' ') for x in 'ab'])
print(['%s' % (x,) for x in [(1, 2), 3]], [-x for x in range(3)][::-1])
