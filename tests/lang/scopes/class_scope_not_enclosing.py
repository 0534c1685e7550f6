# Names of a class body are not seen by the functions inside it.
x = 'module'


class A:
    x = 'class'
    y = [x for _ in range(1)]
    try:
        z = [undefined for _ in range(1)]
    except NameError as e:
        z = str(e)
    first_iterable = [i for i in x]

    def method(self):
        return x

    lam = lambda self: x

    class Inner:
        seen = x


print(A.y, A.z, A.first_iterable, A().method(), A().lam(), A.Inner.seen)


def f():
    x = 'function'

    class B:
        before = x
        def m(self): return x

    class C:
        try:
            x
        except NameError as e:
            problem = type(e).__name__
        else:
            problem = x
        x = 'own'
        after = x
    return B.before, B().m(), C.problem, C.after


print(f())


class D:
    print('module name' if x == 'module' else x)
    x = 'shadow'
    print(x)
    del x
    print(x)


def g():
    y = 'enclosing'

    class E:
        y = y + '!'
        seen = y
    return E.seen


try:
    print(g())
except NameError as e:
    print(type(e).__name__, e)


class F:
    a = 1
    b = lambda: a
    c = [a + i for a in range(2) for i in range(a)]


try:
    F.b()
except NameError as e:
    print(e)
print(F.c, F.a)
print(__name__, A.__module__, A.Inner.__qualname__)
