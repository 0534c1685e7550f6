# nonlocal rebinds the nearest enclosing function's variable.
def counter():
    n = 0

    def inc(by=1):
        nonlocal n
        n += by
        return n

    def get():
        return n
    return inc, get


inc, get = counter()
inc()
inc(5)
print(get())
inc2, get2 = counter()
print(get2(), get())


def levels():
    x = 'outer'

    def middle():
        def innermost():
            nonlocal x
            x = 'changed from innermost'
        innermost()
        return x
    r = middle()
    return r, x


print(levels())


def nearest():
    x = 1

    def middle():
        x = 2

        def inner():
            nonlocal x
            x = 3
        inner()
        return x
    return middle(), x


print(nearest())


def through_class():
    x = 'function'

    class C:
        nonlocal x
        x = 'set by class body'
        y = x

        def m(self):
            nonlocal x
            x = 'set by method'
    first = x
    C().m()
    return first, x, hasattr(C, 'x')


print(through_class())


def deleting():
    x = 1

    def d():
        nonlocal x
        del x
    d()
    try:
        return x
    except UnboundLocalError as e:
        return str(e)


print(deleting())
for source in ['nonlocal x', 'def f():\n nonlocal x', 'def f(x):\n nonlocal x', 'x = 1\ndef f():\n nonlocal x', 'class C:\n x = 1\n def f(self):\n  nonlocal x', 'def f():\n x = 1\n def g():\n  x = 2\n  nonlocal x', 'def f():\n x = 1\n def g(x):\n  nonlocal x', 'def f():\n global x\n def g():\n  nonlocal x', 'class C:\n nonlocal x', 'def f():\n x = 1\n def g():\n  print(x)\n  nonlocal x']:
    try:
        compile(source, 's', 'exec')
        print(repr(source), 'accepted')
    except SyntaxError as e:
        print(repr(source), '->', e.msg)
