# Global, built-in and local names that change while code runs
x = 1
def read(): return x
print(read())
x = 2
print(read())
globals()["x"] = 3
print(read(), x)
del x
try:
    read()
except NameError as error:
    print(error)
globals().update(x=4)
print(read())
def shadow():
    global len
    len = lambda value: "shadowed"
    result = len([1])
    del len
    return result, len([1])
print(shadow())
import builtins
builtins.invented = "found"
print(invented)
invented = "global"
print(invented)
del invented
print(invented)
del builtins.invented
try:
    invented
except NameError as error:
    print(error)
def loop():
    total = 0
    for i in range(5):
        total += step
        if i == 2:
            globals()["step"] = 100
    return total
step = 1
print(loop())
for name in list(globals()):
    if name.startswith("generated"):
        del globals()[name]
for i in range(20):
    globals()[f"generated{i}"] = i
print(generated0 + generated19, sum(value for name, value in globals().items() if name.startswith("generated")))
def f():
    g = 1
    locals()["g"] = 2
    return g
print(f())
saved = print
def replaced(*args): saved("replaced:", *args)
print = replaced
print("x")
del print
print("y")
def g(): return h()
def h(): return "first"
print(g())
def h(): return "second"
print(g())
