# | and |= of dicts

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


a, b = {"x": 1, "y": 2}, {"y": 3, "z": 4}
print(a | b, b | a, a | {}, {} | a, a)
show(lambda: a | [("q", 1)]); show(lambda: [("q", 1)] | a); show(lambda: a | None); show(lambda: a & b); show(lambda: a + b); show(lambda: a - b); show(lambda: a < b)
c = a
c |= b
print(a, c is a)
c |= [("w", 5), "kv"]
print(a)
try:
    c |= 5
except TypeError as error:
    print(error)
try:
    c |= ["abc"]
except ValueError as error:
    print(error)
class D(dict):
    pass
class E(dict):
    def __or__(self, other): return "E.or"
    def __ror__(self, other): return "E.ror"
    def __ior__(self, other): return "E.ior"
print(type(D(a=1) | {}), type({} | D()), {} | E(), E() | {}, D(a=1) | {"b": 2}, {"a": 1}.__or__([]), {"a": 1}.__ror__({"a": 2, "c": 3}))
e = E()
e |= {}
print(e)
class M:
    def __ror__(self, other): return ("ror", other)
    def keys(self): return ["m"]
    def __getitem__(self, k): return "got"
print(a | M())
a |= M()
print(a)
