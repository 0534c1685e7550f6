# f-strings evaluate in order, call __format__ on the type, and are plain strings.
class V:
    def __init__(self, n): self.n = n
    def __format__(self, spec):
        print('format', self.n, repr(spec))
        return f'V{self.n}'
    def __repr__(self):
        print('repr', self.n)
        return f'R{self.n}'


def v(n):
    print('make', n)
    return V(n)


print(f'{v(1)}{v(2):a}{v(3)!r}{v(4):{v(5)}}')
print(type(f'') is str, f'' == '', f'a' is not None, f'{1}'.isdigit(), len(f'{1:100}'))


class BadFormat:
    def __format__(self, spec): return 5


class BadStr:
    def __str__(self): return 5
    def __repr__(self): return None


class Inst:
    def __init__(self): self.__format__ = lambda s: 'instance'
    def __str__(self): return 'class str'


for expr in ('f"{BadFormat()}"', 'f"{BadStr()}"', 'f"{BadStr()!r}"', 'f"{BadStr()!s}"', 'f"{Inst()}"', 'f"{[]:5}"', 'f"{undefined}"', 'f"{1/0}"', 'f"{1:zz}"', 'f"{\'a\':d}"', 'f"{1.5:d}"', 'f"{None:5}"', 'f"{object():x}"', 'f"{1:5{}}"', 'f"{1:{None}}"'):
    try:
        print(expr, '->', eval(expr))
    except SyntaxError as e:
        print(expr, '->', e.msg)
    except Exception as e:
        print(expr, '->', type(e).__name__, e)


def f(a, b=f'default {1 + 1}'): return f'{a}{b}'


print(f(1), [f'{i}' for i in range(3)], {f'{k}': k for k in 'ab'}, (lambda: f'{1}')())


def doc():
    f'not a docstring'


print(doc.__doc__)
def gen(): return f'{(yield 1)}'
g = gen()
next(g)
try:
    g.send('sent')
except StopIteration as e:
    print(e.value)
class C:
    x = 5
    s = f'{x} {[x for x in range(2)]}'
print(C.s)
loc = [f'{x}{y}' for x in 'ab' for y in range(2)]
print(loc, f'{"".join(loc)}')
print(f'{1}' + f'{2}' * 2, f'{3}' % () , f'{{}}'.format(4), 'x' f'{5}'.upper())
