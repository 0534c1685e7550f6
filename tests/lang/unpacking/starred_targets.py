# A starred target takes a list of what is left.
a, *b = 1, 2, 3
print(a, b)
*a, b = 'xyz'
print(a, b)
a, *b, c = range(6)
print(a, b, c)
a, *b, c = 1, 2
print(a, b, c)
*a, = ()
print(a)
[*a, b] = {'x': 1, 'y': 2}
print(a, b)
(a, *b), *c = [1, 2, 3], 4, 5
print(a, b, c)
a, (b, *c), *d = 1, 'hello', 2, 3
print(a, b, c, d)


class Store:
    def __setitem__(self, k, v):
        print('store', k, v)


s = Store()
*s['rest'], s['last'] = (1, 2, 3)
for first, *rest in [(1, 2, 3), 'ab', [9]]:
    print(first, rest)
print([rest for _, *rest in ['abc', 'de']])
x = [1, 2, 3, 4]
x[0], *x[1:3], x[3] = 'abcd'
print(x)
with_tuple = *b, *c
print(with_tuple)
for source in ['*a, *b = 1', '*a = [1]', '*a += 1', 'a = *b', '(*a) = 1', '[*a, *b] = x', '*(a, b), c = x', 'del *a', 'print(*a for a in x)', 'x = (*a)', 'return *a', '*x', 'for *x in y: pass', 'for x, *y in *z, w: pass', 'a[*b]', 'lambda *: 1', 'f(*)', 'x = *1,']:
    try:
        compile(source, 's', 'exec')
        print(source, 'accepted')
    except SyntaxError as e:
        print(source, '->', e.msg)
