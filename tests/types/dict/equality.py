# Equality of dicts ignores order; hashing is refused

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


print({1: 2, 3: 4} == {3: 4, 1: 2}, {1: 2} == {1.0: 2.0}, {1: 2} == {1: 3}, {1: 2} != {2: 2}, {} == {}, {} == [], {1: {2: 3}} == {1: {2: 3}}, {1: [2]} == {1: (2,)}, {"a": 1} == {"a": True})
nan = float("nan")
print({1: nan} == {1: nan}, {nan: 1} == {nan: 1}, {nan: 1} == {float("nan"): 1})
calls = []
class V:
    def __init__(self, n): self.n = n
    def __eq__(self, other):
        calls.append((self.n, other.n))
        return self.n == other.n
    def __hash__(self): return 1
a, b = V(1), V(1)
print({"k": a} == {"k": b}, calls, {"k": a} == {"k": a}, calls)
calls.clear()
print({a: 1} == {b: 1}, len(calls), {a: 1, V(2): 2} == {V(2): 2, V(1): 1})
class Odd:
    def __eq__(self, other): return "truthy"
    def __hash__(self): return 0
print({1: Odd()} == {1: 5}, {1: Odd()} != {1: 5})
class Raises:
    def __eq__(self, other): raise ValueError("no comparison")
    def __hash__(self): return 3
show(lambda: {1: Raises()} == {1: 2})
show(lambda: {Raises(): 1} == {3: 1})
show(lambda: {Raises(): 1}[3])
show(lambda: hash({}))
show(lambda: {{}: 1})
show(lambda: {1: 2} < {1: 3})
show(lambda: {1: 2}.__eq__(5))
class D(dict):
    def __eq__(self, other): return "D.eq"
    __hash__ = None
print({} == D(), D() == {}, {} != D())
