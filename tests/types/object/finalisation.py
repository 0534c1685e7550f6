# Objects die at once: order of __del__, resurrection, cycles broken by hand
import sys
log = []
class D:
    def __init__(self, name, *kept): self.name, self.kept = name, kept
    def __del__(self): log.append(self.name)
def take():
    result = log[:]
    log.clear()
    return result
a = D("a")
a = None
print(take())
b = D("b", D("inner1"), D("inner2"))
del b
print(take())
l = [D("x"), D("y"), D("z")]
l[1] = None
print(take())
del l[0]
print(take())
l.pop()
print(take())
l = [D(1), D(2), D(3)]
del l
print(take())
d = {"k": D("value"), D("key") if False else "j": D("second")}
d["k"] = 1
print(take())
d.clear()
print(take())
def f():
    local = D("local")
    return "returned"
print(f(), take())
def g(parameter): parameter = D("replaced parameter"); return len(take())
print(g(D("parameter")), take())
def raises():
    held = D("held by frame")
    raise ValueError
try:
    raises()
except ValueError:
    print(take())
print(take())
D("temporary")
print(take())
D("a").name + D("b").name
print(take())
[D(i) for i in range(3)]
print(take())
x, y = D("first"), D("second")
x, y = y, x
print(take())
del x
print(take())
del y
print(take())
def generator():
    held = D("held by generator")
    yield 1
gen = generator()
next(gen)
del gen
print(take())
c = (lambda o: lambda: o)(D("closure"))
c = None
print(take())
class R:
    saved = None
    def __del__(self):
        log.append("resurrect")
        R.saved = self
r = R()
del r
print(take(), R.saved is not None)
R.saved = None
print(take(), R.saved)
node = D("node")
node.me = node
node.me = None
del node
print(take())
for i in range(3): o = D(i)
print(take())
del o
print(take())
with_default = lambda v=D("default"): v
del with_default
print(take())
s = {D("in set")}
s.clear()
print(take())
t = (D("in tuple"), 1)
t = None
print(take())
class C:
    attr = D("class attribute")
C.attr = None
print(take())
e = ValueError(D("in exception"))
del e
print(take())
print((D("cond") if True else 0) and take())
print(take())
