# Closures see the variable, not the value it had.
def f():
    x = 1

    def g():
        return x
    a = g()
    x = 2
    b = g()
    return a, b


print(f())
fs = []
for i in range(3):
    def show():
        return i
    fs.append(show)
print([g() for g in fs])


def make(n):
    def inner():
        return n
    n += 1
    return inner


print([make(i)() for i in range(3)])


def shared():
    v = 0

    def add():
        nonlocal v
        v += 1

    def get():
        return v
    return add, get


add, get = shared()
add()
add()
print(get())


def loop_closures():
    return [lambda: i for i in range(3)], [lambda i=i: i for i in range(3)]


late, early = loop_closures()
print([g() for g in late], [g() for g in early])


def param_rebound(a):
    def g():
        return a
    a = a * 2
    return g()


print(param_rebound(4))
gen = (lambda: j for j in range(3))
gs = list(gen)
print([g() for g in gs])
gen = (lambda: j for j in range(3))
print([g() for g in gen])


def recursive():
    def fact(n):
        return 1 if n < 2 else n * fact(n - 1)
    return fact


print(recursive()(10))


def before_def():
    def g():
        return later()

    def later():
        return 'defined later'
    return g()


print(before_def())
