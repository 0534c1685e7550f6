# wraps, update_wrapper, total_ordering, cmp_to_key, singledispatch
import functools

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


def original(a: int) -> str:
    "original doc"
original.attribute = 1
@functools.wraps(original)
def wrapper(*args): return "wrapped"
print(wrapper.__name__, wrapper.__doc__, wrapper.attribute, wrapper.__wrapped__ is original, wrapper.__qualname__, wrapper.__annotations__, wrapper(), functools.WRAPPER_UPDATES, functools.WRAPPER_ASSIGNMENTS[:3])
show(functools.update_wrapper, 5, original)
print(functools.update_wrapper(lambda: 0, functools.partial(print)).__name__, functools.update_wrapper(lambda: 0, original, assigned=(), updated=()).__name__)
@functools.total_ordering
class V:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return self.n == o.n if isinstance(o, V) else NotImplemented
    def __lt__(self, o): return self.n < o.n if isinstance(o, V) else NotImplemented
print(V(1) < V(2), V(1) <= V(1), V(2) > V(1), V(2) >= V(3), sorted([V(3), V(1)])[0].n)
show(lambda: V(1) <= 5); show(lambda: V(1) > "a"); show(functools.total_ordering, type("N", (), {}))
key = functools.cmp_to_key(lambda a, b: (a > b) - (a < b))
print(sorted([3, 1, 2], key=key), sorted("bca", key=functools.cmp_to_key(lambda a, b: ord(b) - ord(a))), key(1) < key(2), key(1) == key(1), key(5).obj, max([1, 3], key=key))
show(lambda: key(1) < 5); show(lambda: hash(key(1))); show(sorted, [2, 1], key=functools.cmp_to_key(lambda a, b: "x")); show(sorted, [2, 1], key=functools.cmp_to_key(lambda a: 1))
@functools.singledispatch
def show_type(x, extra=None): return f"default {x!r}"
@show_type.register
def _(x: int, extra=None): return f"int {x} {extra}"
@show_type.register(list)
def _(x, extra=None): return f"list {len(x)}"
@show_type.register(float)
@show_type.register(complex)
def _(x, extra=None): return "number"
show_type.register(str, lambda x, extra=None: "str " + x)
print(show_type(1), show_type(True, extra=2), show_type([1]), show_type(1.5), show_type(1j), show_type("s"), show_type(None), show_type.dispatch(bool)(3), sorted(t.__name__ for t in show_type.registry))
show(show_type); show(show_type.register, 5)
class M:
    @functools.singledispatchmethod
    def f(self, x): return "default"
    @f.register
    def _(self, x: int): return "int"
print(M().f(1), M().f("a"))
