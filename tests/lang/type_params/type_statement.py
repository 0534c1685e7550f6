# type aliases are lazy and may refer to themselves.
type Int = int
type Pair[A, B] = tuple[A, B]
type Tree = list[Tree] | int
type Lazy = undefined_name


print(Int, Int.__name__, Int.__value__, type(Int).__name__, Int.__type_params__, Int.__module__ == __name__)
print(Pair, Pair.__type_params__, Pair.__value__, Tree.__value__)
try:
    Lazy.__value__
except NameError as e:
    print(e)
undefined_name = 'now defined'
print(Lazy.__value__)


def log(x):
    print('evaluated', x)
    return x


type Once = log('value')
print(Once.__value__, Once.__value__)


class C:
    y = 'class var'
    type Inner = y
    type Gen[T] = (T, y)


print(C.Inner.__value__, C.Gen.__value__[1], C.Gen.__name__)


def f(v):
    type Local = v
    return Local


print(f(5).__value__, f('x').__value__, f(1).__name__)
for action in ('Int()', 'Int.__value__ = 5', 'Int.__name__ = "x"', 'isinstance(1, Int)', 'Int[int]', 'Int.x', 'Int + 1', 'len(Pair)'):
    try:
        exec(action)
        print(action, 'ok')
    except (TypeError, AttributeError) as e:
        print(action, '->', type(e).__name__, e)
print(Pair[int, str], Pair[int, str].__origin__ is Pair, Pair[int, str].__args__)
for source in ['type X', 'type X =', 'type 1 = 2', 'type X.y = 1', 'type X[T = int, U] = 1', 'type X[T, T] = 1', 'type X[*T: int] = 1', 'type X[**P: int] = 1', 'def f[T: (yield)](): pass', 'class A[T: (x := 1)]: pass', 'type X = (yield)', 'type X = await y', 'def f[T]((x)): pass', 'def f[](): pass', 'class A[]: pass', 'type X[T: await y] = 1', 'type X = (y := 1)', 'def f[T](x: (yield)): pass', 'class A[T](b := 1): pass', 'def f[T](): nonlocal T', 'class A[T]: nonlocal T', 'type X[T,] = T', 'type X[T: int = bool, *U = (int,), **P = [int]] = 1', 'type X[1] = 2', 'type X[T: ] = 2', 'type = 5', 'type (x) = 3', 'type X[T] += 3']:
    try:
        compile(source, 's', 'exec')
        print(repr(source), '| accepted')
    except SyntaxError as e:
        print(repr(source), '|', e.msg)
