# Objects that gain and lose attributes in every order behave the same
class P:
    def __init__(self, **kw):
        for k, v in kw.items(): setattr(self, k, v)
def total(o): return o.a + o.b
objects = [P(a=1, b=2), P(b=2, a=1), P(x=0, a=1, b=2), P(a=1.5, b=2), P(a="1", b="2")]
print([total(o) for o in objects for _ in range(3)])
o = P(a=1, b=2)
for i in range(100):
    setattr(o, f"n{i}", i)
    assert total(o) == 3
for i in range(0, 100, 2): delattr(o, f"n{i}")
assert total(o) == 3 and len(vars(o)) == 52 and list(vars(o))[:4] == ["a", "b", "n1", "n3"]
del o.a
try:
    total(o)
except AttributeError as error:
    print(error)
P.a = 100
print(total(o))
o.a = 5
print(total(o), list(vars(o))[-1])
P.b = property(lambda self: 1000)
print(total(o), o.__dict__["b"])
del P.b
print(total(o))
class Slots:
    __slots__ = ("a", "b")
s = Slots()
s.a, s.b = 10, 20
print(total(s), total(objects[0]), total(s))
class Dyn:
    def __getattr__(self, name): return 7
print(total(Dyn()), total(objects[1]))
class Class_:
    a, b = 1, 1
print(total(Class_()), total(Class_), total(type("M", (type,), {"a": 2, "b": 3})("K", (), {})))
import sys
m = type(sys)("m")
m.a, m.b = 4, 5
print(total(m))
def method_call(x): return x.run()
class R1:
    def run(self): return "R1"
class R2(R1): pass
class R3:
    def __init__(self): self.run = lambda: "instance"
r = R2()
print([method_call(x) for x in (R1(), r, R3(), R1(), r)])
R2.run = lambda self: "R2 now"
print(method_call(r))
del R2.run
r.run = lambda: "own"
print(method_call(r))
del r.run
R1.run = lambda self: "patched base"
print(method_call(r), method_call(R1()))
R2.__bases__ = (type("Other", (), {"run": lambda self: "other base"}),)
print(method_call(r))
r.__class__ = R3
try:
    print(method_call(r))
except AttributeError as error:
    print(error)
r.__dict__ = {"run": lambda: "new dict"}
print(method_call(r))
