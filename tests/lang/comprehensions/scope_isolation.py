# Iteration variables stay inside; the rest of the scope is shared.
x = 'module'
print([x for x in range(3)], x)
print({x for x in [1]}, {x: x for x in 'a'}, x)


def f():
    x = 'local'
    y = [x for x in range(2)]
    z = [x + str(i) for i in range(2)]
    return x, y, z


print(f())


def unbound():
    [v for v in range(3)]
    try:
        return v
    except NameError as e:
        return str(e)


print(unbound())


def captured():
    fs = [lambda: i for i in range(3)]
    gs = [lambda i=i: i for i in range(3)]
    i = 'outer i'
    return [g() for g in fs], [g() for g in gs], i


print(captured())


def same_name_in_iterable():
    x = [1, 2, 3]
    return [x for x in x], [x for x in [x for x in x]], x


print(same_name_in_iterable())


def exception_restores():
    x = 'kept'
    try:
        [1 / x for x in (1, 0)]
    except ZeroDivisionError:
        pass
    return x


print(exception_restores())


def cell():
    x = 'cell'
    get = lambda: x
    [x for x in range(3)]
    inner = [lambda: x for x in range(2)]
    return get(), [g() for g in inner]


print(cell())


class C:
    y = 2
    z = [y for y in range(3)]
    w = [v * 2 for v in range(y)]
    try:
        bad = [y * v for v in range(2)]
    except NameError as e:
        bad = str(e)
    nested = [[a for a in range(b)] for b in range(3)]
    lam = [lambda: n for n in range(2)]


print(C.y, C.z, C.w, C.bad, C.nested, [l() for l in C.lam], hasattr(C, 'v'))


def globals_in():
    global made_here
    return [made_here := i for i in range(3)]


globals_in()
print(made_here)
def nonlocal_in():
    total = 0
    def add():
        nonlocal total
        return [total := total + i for i in range(4)]
    return add(), total
print(nonlocal_in())
def args(a, *b, **c): return [a for a in b], [k for k in c], a
print(args(1, 2, 3, k=4))
print([locals_ for locals_ in ['x']], 'locals_' in globals())
exec('y = [i for i in range(3)]', ns := {})
print(ns['y'], 'i' in ns)
print(eval('[i + n for i in range(2)]', {'n': 10}))
