# __closure__, co_freevars and cell objects.
def f(a, b):
    c = a + b

    def g(d):
        def h():
            return a, c, d
        return h
    return g


g = f(1, 2)
h = g(3)
print(f.__closure__, f.__code__.co_cellvars, f.__code__.co_freevars)
print(g.__code__.co_freevars, g.__code__.co_cellvars, [c.cell_contents for c in g.__closure__])
print(h.__code__.co_freevars, [c.cell_contents for c in h.__closure__])
h.__closure__[0].cell_contents = 'changed'
print(h())
print(type(h.__closure__[0]).__name__)


def empty():
    def inner():
        return x
    cell = inner.__closure__[0]
    try:
        cell.cell_contents
    except ValueError as e:
        print(e)
    x = 5
    print(cell.cell_contents)
    del cell.cell_contents
    try:
        inner()
    except NameError as e:
        print(e)


empty()


class A:
    def m(self):
        return __class__

    def n(self):
        return super()

    def k(self):
        return 1


print(A.m.__code__.co_freevars, A.n.__code__.co_freevars, A.k.__code__.co_freevars)
print(A.m.__closure__[0].cell_contents is A)


def equal():
    a = b = 1
    return (lambda: a).__closure__[0] == (lambda: b).__closure__[0]


print(equal())


def same_cell():
    v = 1
    return (lambda: v).__closure__[0] is (lambda: v).__closure__[0]


print(same_cell())
