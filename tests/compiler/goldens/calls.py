def calls(f, a, b):
    f()
    f(a, b, 1)
    a.method(b, key=1)
    print(f(a)(b).c.d(1))
    f(*a)
    return f(a, *b, k=1, **a)
