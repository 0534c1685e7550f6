# Endless recursion of functions of every kind
import functools

def caught(name, function):
    try:
        function()
    except RecursionError:
        print(name, "RecursionError caught")
    else:
        print(name, "came back")


def plain(): plain()
def a(): b()
def b(): a()
lam = lambda: lam()
def with_try():
    try: with_try()
    finally: pass
def args(*a, **k): args(*a, **k)
def default(x=None): default(x)
def nested():
    def inner(): nested()
    inner()
def comprehension(): [comprehension() for _ in range(1)]
def generator_expression(): list(generator_expression() for _ in range(1))
def generator(): yield from generator()
def generator_loop():
    for x in generator_loop(): yield x
def with_statement():
    class CM:
        def __enter__(self): with_statement()
        def __exit__(self, *a): pass
    with CM(): pass
def class_body():
    class C: class_body()
async def coroutine(): await coroutine()
class Obj:
    def method(self): self.method()
    @classmethod
    def cls(cls): cls.cls()
    @staticmethod
    def static(): Obj.static()
    @property
    def prop(self): return self.prop
    def sup(self): return super().__getattribute__("sup")()
@functools.lru_cache
def cached(n): return cached(n + 1)
partial = functools.partial(lambda: partial())
def deep_arguments(n): return deep_arguments(n + 1) + 1
def evaluated(): eval("evaluated()")
def executed(): exec("executed()")
def mapped(): list(map(lambda x: mapped(), [1]))
def filtered(): list(filter(lambda x: filtered(), [1]))
def sorted_key(): sorted([1], key=lambda x: sorted_key())
def max_key(): max([1, 2], key=lambda x: max_key())
def reduced(): functools.reduce(lambda a, b: reduced(), [1, 2])
def summed(): sum(summed() for _ in [1])
def joined(): "".join(joined() for _ in [1])
def iter_sentinel(): next(iter(lambda: iter_sentinel(), 0))
def handler():
    try: raise ValueError
    except ValueError: handler()
def decorated():
    @(lambda f: decorated())
    def g(): pass
caught("plain", plain); caught("mutual", a); caught("lambda", lam); caught("try", with_try); caught("args", lambda: args(1, k=2)); caught("default", default); caught("nested", nested); caught("comprehension", comprehension); caught("generator expression", generator_expression); caught("generator", lambda: next(generator())); caught("generator loop", lambda: next(generator_loop())); caught("with", with_statement); caught("class body", class_body); caught("coroutine", lambda: coroutine().send(None)); caught("method", Obj().method); caught("classmethod", Obj.cls); caught("staticmethod", Obj.static); caught("property", lambda: Obj().prop); caught("super", Obj().sup); caught("lru_cache", lambda: cached(0)); caught("partial", partial); caught("arguments", lambda: deep_arguments(0)); caught("eval", evaluated); caught("exec", executed); caught("map", mapped); caught("filter", filtered); caught("sorted key", sorted_key); caught("max key", max_key); caught("reduce", reduced); caught("sum", summed); caught("join", joined); caught("iter sentinel", iter_sentinel); caught("handler", handler); caught("decorator", decorated)
print(sum(range(10)))
