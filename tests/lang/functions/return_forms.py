# return with nothing, tuples, stars and from nested blocks.
def a(): return
def b(): return 1,
def c(): return 1, 2
def d(): return *[1, 2], 3
def e(): return (yield_value) if (yield_value := 3) else 4
def f(): pass
def g():
    for i in range(3):
        for j in range(3):
            if i * j == 2:
                return i, j
def h(x):
    if x:
        return 'yes'
def i():
    with open_cm() as v:
        return v
def j(n):
    while True:
        n -= 1
        if not n:
            return
def k(): return lambda: (lambda: 5)
def l(): return not 1, -1, [1][0], {1: 2}[1]
def m(x): return x if x else m(x + 1)
def n():
    return (
        1
        +
        2
    )


class open_cm:
    def __enter__(self): return 'value'
    def __exit__(self, *a): print('closed')


print(a(), b(), c(), d(), e(), f(), g(), h(1), h(0), i(), j(3), k()()(), l(), m(0), n())
print((lambda: None)(), [].append(1), print())


def unreachable():
    return 1
    print('never')
    yield


print(type(unreachable()).__name__, list(unreachable()))
