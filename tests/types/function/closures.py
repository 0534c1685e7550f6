# Cells: contents, late binding, sharing, deletion

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


def counter():
    n = 0
    def up():
        nonlocal n
        n += 1
        return n
    def down():
        nonlocal n
        n -= 1
        return n
    return up, down
up, down = counter()
print(up(), up(), down(), up.__closure__[0].cell_contents, up.__closure__[0] is down.__closure__[0], up.__code__.co_freevars)
up.__closure__[0].cell_contents = 100
print(up(), down())
functions = [lambda: i for i in range(3)]
print([f() for f in functions])
def late():
    def f(): return x
    try:
        f()
    except NameError as error:
        print(error)
    print(f.__closure__[0] == f.__closure__[0])
    try:
        f.__closure__[0].cell_contents
    except ValueError as error:
        print(error)
    x = 5
    print(f())
    del x
    try:
        f()
    except NameError as error:
        print(error)
    try:
        x
    except UnboundLocalError as error:
        print(error)
    x = 6
    return f
print(late()())
cell = type(up.__closure__[0])
c = cell(5)
print(c.cell_contents, cell(1) == cell(1), cell(1) < cell(2), cell() == cell(), cell() < cell(1), type(c).__name__)
del c.cell_contents
show(lambda: c.cell_contents)
show(lambda: hash(c))
def deep(a):
    def b():
        def c():
            def d():
                nonlocal a
                a += 1
                return a
            return d
        return c
    return b
print(deep(1)()()()(), deep(10)()()())if False else print(deep(1)()()())
def args(a, *b, c, **d):
    return lambda: (a, b, c, d)
print(args(1, 2, 3, c=4, e=5)())
class K:
    y = "class"
    def get(self): return y
y = "global"
print(K().get())
def loop():
    result = []
    for i in range(3):
        def f(j=i): return (i, j)
        result.append(f)
    return [f() for f in result]
print(loop())
def rec(n):
    return 1 if n == 0 else n * rec(n - 1)
fact, rec = rec, None
show(fact, 3)
show(fact, 0)
