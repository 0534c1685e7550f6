# globals() and locals() in modules, functions, classes, comprehensions
x = 1
print(globals() is locals(), globals()["x"], locals()["x"])
locals()["y"] = 2
print(y)
def f(a, b=2):
    c = 3
    snapshot = locals()
    c = 4
    snapshot["c"] = "changed"
    snapshot["new"] = 1
    again = locals()
    return c, again["c"], "new" in again, snapshot is again, sorted(again)
print(f(1))
def g(*args, k=1, **kw):
    if False: never = 1
    return locals()
print(g(1, 2, z=3))
def closure():
    free = "free"
    def inner():
        own = free
        return locals()
    return inner()
print(closure())
class C:
    a = 1
    here = locals()
    here["b"] = 2
    names = sorted(k for k in locals() if not k.startswith("__"))
print(C.b, C.names)
def comp():
    outer = 1
    return [sorted(locals()) for i in range(1)], sorted((lambda z: locals())(5)), sorted(next(iter([locals() for _ in "a"])))
print(comp())
def generator():
    v = 1
    yield sorted(locals())
    w = 2
    yield sorted(locals())
print(list(generator()))
def deletes():
    a = 1
    del a
    return locals()
print(deletes())
def nested(n):
    def inner(): return n
    cells = locals()
    return sorted(cells), cells["n"]
print(nested(5))
def set_global():
    globals()["made"] = "made in function"
set_global()
print(made, "made" in globals(), globals().get("never"))
print(eval("sorted(k for k in locals() if k in ('p', 'q'))", {"p": 1, "q": 2}), eval("locals()", {"__builtins__": {"locals": locals}}, {"only": 1}))
try:
    globals(1)
except TypeError as error:
    print(error)
