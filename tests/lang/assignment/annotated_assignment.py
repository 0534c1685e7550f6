# Annotations are evaluated and kept at module and class level, not in functions.
x: int = 1
y: 'str'
z: list[int] = []
(w): int = 5
print(__annotations__)
print('y' in globals(), 'w' in globals(), x, w)


class A:
    a: int = 1
    b: str
    c: 'undefined name'
    (d): int = 3
    print(__annotations__)


print(A.__annotations__, hasattr(A, 'b'), A.d)


def log(x):
    print('evaluated', x)
    return x


def f():
    local: log('never') = log('value')
    print(local)
    other: log('never either')
    try:
        print(other)
    except UnboundLocalError as e:
        print(e)


f()
d = {}
d[log('key')]: log('annotation') = log('value')
print(d)
a = A()
a.attr: log('attr annotation') = log('v')
print(a.attr, 'attr' in __annotations__)
d[log('k2')]: log('no value')
print(d)


def g(p: log('param') = log('default'), *args: log('args'), k: log('kw') = 1, **kw: log('kwargs')) -> log('return'):
    pass


print(g.__annotations__)
for source in ['(x, y): int', '[a]: int', 'x: int += 1', 'f(): int', '(a): int, b', '*a: int', 'a + b: int = 3', 'x, y: int', '1: int', 'def f():\n global q\n q: int = 1']:
    try:
        compile(source, 's', 'exec')
        print(source, 'accepted')
    except SyntaxError as e:
        print(source.split('\n')[0], '->', e.msg)
