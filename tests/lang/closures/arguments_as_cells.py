# Parameters of every kind may be captured and rebound.
def f(pos, /, a, *args, k=1, **kw):
    def get():
        return pos, a, args, k, kw

    def change():
        nonlocal pos, a, args, k, kw
        pos, a, args, k, kw = kw, k, a, pos, args
    before = get()
    change()
    return before, get()


print(f(1, 2, 3, k=4, z=5))


def defaults(x, y=lambda: 'default'):
    return lambda: (x, y())


print(defaults(1)(), defaults(2, lambda: 'given')())


def deep(a):
    def l1(b):
        def l2(c):
            def l3(d):
                nonlocal a, b
                a += 1
                b += a
                return a, b, c, d
            return l3
        return l2
    return l1


fn = deep(1)(2)(3)
print(fn(4), fn(5))


def gen(n):
    def bump():
        nonlocal n
        n += 1
    while n < 4:
        yield n
        bump()


print(list(gen(0)))


def swap(a, b):
    def s():
        nonlocal a, b
        a, b = b, a
    s()
    return a, b


print(swap('x', 'y'))


def method_maker():
    secret = 'hidden'

    class K:
        def reveal(self):
            return secret

        def set(self, v):
            nonlocal secret
            secret = v
    return K


K = method_maker()
one, two = K(), K()
one.set('shown')
print(two.reveal())
