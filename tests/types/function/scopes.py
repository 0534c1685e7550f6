# global, nonlocal, class scopes, comprehension scopes, shadowing and deletion
x = "global"
def reader(): return x
def shadow():
    x = "local"
    def inner(): return x
    def write():
        nonlocal x
        x = "written"
    before = inner()
    write()
    return before, x, inner()
def declare():
    global x, made
    x, made = "changed", "made"
    def inner():
        x = "inner"
        return x
    return inner(), x
print(reader(), shadow(), declare(), x, made)
class C:
    x = "class"
    y = x
    def method(self): return x
    items = [x for _ in range(1)]
    nested = [[x for _ in range(1)] for _ in range(1)]
    first = [z for z in (x, y)]
    class Inner:
        seen = x
    lam = lambda self: x
print(C.y, C().method(), C.items, C.nested, C.first, C.Inner.seen, C().lam())
def class_in_function():
    x = "enclosing"
    class K:
        a = x
        x = "own"
        b = x
        def m(self): return x
    return K.a if False else K.b, K().m()
try:
    print(class_in_function())
except NameError as error:
    print(error)
def deleted():
    value = 1
    def inner(): return value
    del value
    try:
        return inner()
    except NameError as error:
        return str(error)
print(deleted())
def loop_variable():
    for i in range(3): pass
    [i for i in range(10)]
    return i
def comprehension_walrus():
    total = 0
    result = [total := total + v for v in range(4)]
    return result, total
def lambdas(): return [f() for f in [lambda i=i: (i, x) for i in range(2)]]
def exec_scope():
    exec("x = 'exec local'")
    return x
def parameters(x, y=lambda: x): return x, y()
def nested_nonlocal():
    n = 0
    def a():
        def b():
            nonlocal n
            n += 1
            return n
        return b
    return a()(), a()(), n
def conditional(flag):
    if flag: v = 1
    try:
        return v
    except UnboundLocalError as error:
        return str(error)
print(loop_variable(), comprehension_walrus(), lambdas(), exec_scope(), parameters("arg"), nested_nonlocal(), conditional(True), conditional(False))
def except_scope():
    e = "outer"
    def probe(): return e
    try: 1 / 0
    except ZeroDivisionError as e: pass
    try: probe()
    except NameError as error: return str(error)
print(except_scope())
def import_scope():
    import math as m
    def inner(): return m.floor(1.5)
    return inner(), "m" in globals()
def class_nonlocal():
    n = 1
    class K:
        nonlocal n
        n = 2
    return n, hasattr(K, "n")
def global_class():
    class K:
        global leaked
        leaked = "from class"
    return leaked
print(import_scope(), class_nonlocal(), global_class(), leaked)
