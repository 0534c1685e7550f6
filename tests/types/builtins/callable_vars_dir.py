# callable, vars, dir, id and hash

def check(*expressions):
    for expression in expressions:
        print(expression, end=" -> ")
        try:
            print(repr(eval(expression, globals())))
        except Exception as error:
            print(f"{type(error).__name__}: {error}")


class C:
    a = 1
    def __init__(self): self.b = 2
class Call:
    def __call__(self): pass
class Slots:
    __slots__ = ("s",)
class Dir:
    def __dir__(self): return {"z", "a"}
class FakeDict:
    __dict__ = {"fake": 1}
class H:
    def __init__(self, h): self.h = h
    def __hash__(self): return self.h
c = C()
check("callable(C)", "callable(c)", "callable(Call())", "callable(len)", "callable(5)", "callable(lambda: 0)", "callable(c.__init__)", "callable(None)", "callable(staticmethod(5))", "callable(property())", "vars(c)", "vars(5)", "vars(Slots())", "vars(FakeDict())", "type(vars(C)).__name__", "vars()  is globals()", "dir(Dir())", "[n for n in dir(c) if not n.startswith('_')]", "[n for n in dir(C) if not n.startswith('_')]", "[n for n in dir(Slots()) if not n.startswith('_')]", "'real' in dir(5)", "'__len__' in dir([])", "sorted(dir(5)) == dir(5)", "id(c) == id(c)", "id(c) == id(C())", "type(id(c))", "hash(H(5))", "hash(H(-1))", "hash(H(2**61 - 1))", "hash(H(2**64))", "hash(H(-(2**70)))", "hash(H('a'))", "hash(H(1.5))", "hash(H(None))", "hash(H(True))", "hash([])", "hash({})", "hash(slice(1))", "hash(c) == hash(c)", "hash(None) == hash(None)", "hash(int) == hash(int)", "hash(len) == hash(len)", "hash('a') == hash('a')", "hash(b'a') == hash(b'a')", "hash((1, [2]))", "hash(range(3)) == hash(range(0, 3))", "hash(1.5)", "hash(True)", "hash(2**61)", "'C' in dir()", "'c' in globals()")
def f(x):
    y = 2
    return dir(), vars(), sorted(locals())
print(f(1))
print([n for n in dir(type("X", (C,), {"extra": 1})) if not n.startswith("_")])
