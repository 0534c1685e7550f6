# with: order, suppression, exceptions in __enter__ and __exit__, lookups on the type

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


log = []
class CM:
    def __init__(self, name, suppress=False, fail=None): self.name, self.suppress, self.fail = name, suppress, fail
    def __enter__(self):
        log.append(("enter", self.name))
        if self.fail == "enter": raise KeyError(self.name)
        return self.name
    def __exit__(self, kind, value, tb):
        log.append(("exit", self.name, kind and kind.__name__))
        if self.fail == "exit": raise LookupError(self.name)
        return self.suppress
def run(*managers, body=None):
    log.clear()
    a = managers[0]
    try:
        if len(managers) == 1:
            with a as x: return body() if body else x
        else:
            with a as x, managers[1] as y: return body() if body else (x, y)
        return "suppressed"
    except Exception as error:
        return (type(error).__name__, str(error), type(error.__context__).__name__)
def boom(): raise ValueError("body")
for managers, body in [((CM("a"),), None), ((CM("a"), CM("b")), None), ((CM("a"),), boom), ((CM("a", True),), boom), ((CM("a"), CM("b", True)), boom), ((CM("a", True), CM("b")), boom), ((CM("a"), CM("b", fail="enter")), None), ((CM("a", True), CM("b", fail="enter")), None), ((CM("a", fail="exit"),), None), ((CM("a", fail="exit"),), boom), ((CM("a", True), CM("b", fail="exit")), boom), ((CM("a", suppress="truthy"),), boom), ((CM("a", suppress=[]),), boom)]:
    print(run(*managers, body=body), log)
class NoEnter:
    def __exit__(self, *a): pass
class NoExit:
    def __enter__(self): pass
class Instance: pass
i = Instance()
i.__enter__ = i.__exit__ = lambda *a: None
class Async:
    async def __aenter__(self): pass
    async def __aexit__(self, *a): pass
def use(x):
    with x: return "entered"
for x in (NoEnter(), NoExit(), i, Async(), 5, None, CM): show(use, x)
class Target:
    def __enter__(self): return (1, [2, 3])
    def __exit__(self, *a): pass
d = {}
with Target() as (a, (b, *c)), Target() as d["k"], Target() as (e, f): pass
print(a, b, c, d, e, f)
class BadBool:
    def __bool__(self): raise TypeError("no bool")
show(lambda: run(CM("a", suppress=BadBool()), body=boom))
class Reuse:
    depth = 0
    def __enter__(self): self.depth += 1; return self
    def __exit__(self, *a): self.depth -= 1
r = Reuse()
with r as one, r as two:
    print(r.depth, one is two)
print(r.depth)
def gen():
    with CM("g"):
        yield 1
        yield 2
log.clear()
g = gen(); next(g); g.close()
print(log)
