# Class patterns with __match_args__, keywords, built-in types and errors.
class Point:
    __match_args__ = ('x', 'y')

    def __init__(self, x, y):
        self.x, self.y = x, y


class Point3(Point):
    def __init__(self, x, y, z):
        super().__init__(x, y)
        self.z = z


class NoArgs:
    def __init__(self): self.a = 1


def f(v):
    match v:
        case Point(0, 0): return 'origin'
        case Point3(x, y, z=0): return f'flat {x} {y}'
        case Point(x=0): return 'on the y axis'
        case Point(x, y) if x == y: return f'diagonal {x}'
        case Point(Point(a, b), _): return f'nested {a} {b}'
        case Point(): return 'some point'
        case NoArgs(a=1): return 'NoArgs'
        case bool(b): return f'bool {b}'
        case int(i) | float(i): return f'number {i}'
        case str(s) if s: return f'str {s}'
        case [int(), *_] as lst: return f'list of int {lst}'
        case dict(d) if d: return f'dict {d}'
        case tuple((a, b)): return f'pair {a} {b}'
        case set() | frozenset(): return 'set'
        case type(): return 'class'
        case object(__class__=c): return f'object of {c.__name__}'


for v in (Point(0, 0), Point3(1, 2, 0), Point3(1, 2, 3), Point(0, 5), Point(3, 3), Point(Point(1, 2), 3), Point(1, 2), NoArgs(), True, 5, 2.5, 'abc', '', [1, 'x'], {'k': 1}, (8, 9), {1}, frozenset(), int, None, ...):
    print(f(v))


class BadArgs: __match_args__ = 5
class BadItem: __match_args__ = (1,)
class ListArgs: __match_args__ = ['x']
class Missing: __match_args__ = ('nope',)
class Prop:
    __match_args__ = ('p',)
    @property
    def p(self): raise ValueError('property raised')


def attempt(label, fn):
    try:
        print(label, fn())
    except Exception as e:
        print(label, type(e).__name__, e)


def t1():
    match BadArgs():
        case BadArgs(x): return x
def t2():
    match BadItem():
        case BadItem(x): return x
def t3():
    match ListArgs():
        case ListArgs(x): return x
def t4():
    match Missing():
        case Missing(x): return x
        case _: return 'no match'
def t5():
    match Prop():
        case Prop(x): return x
def t6():
    match NoArgs():
        case NoArgs(1): return 'x'
def t7():
    match Point(1, 2):
        case Point(1, 2, 3): return 'x'
def t8():
    match Point(1, 2):
        case Point(1, x=1): return 'x'
def t9():
    x = 5
    match 5:
        case x(): return 'x'
def t10():
    match 5:
        case int(1, 2): return 'x'
def t11():
    match 5:
        case int(real=r, imag=0): return r
def t12():
    match []:
        case list([]) : return 'empty list'
for i, fn in enumerate((t1, t2, t3, t4, t5, t6, t7, t8, t9, t10, t11, t12), 1):
    attempt(f't{i}', fn)


class Meta(type):
    def __instancecheck__(cls, x): return x == 'magic'
class Magic(metaclass=Meta): pass
match 'magic':
    case Magic(): print('instancecheck is used')
