# Argument unpacking: order, duplicates, mappings, evaluation

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


def f(*args, **kw): return args, kw
print(f(*[1], 2, *(3, 4), *"ab"), f(**{"a": 1}, b=2, **{"c": 3}), f(*[1], a=2, *[3]), f(*{}, **{}), f(*range(3), **dict(x=1)), f(*{"k": 1}))
trace = []
def t(x):
    trace.append(x)
    return x
f(t(1), *t([2]), t(3), k=t(4), *t([5]), **t({"a": 6}))
print(trace)
class M:
    def __init__(self, *keys): self._keys = keys
    def keys(self): return self._keys
    def __getitem__(self, key): return key * 2
print(f(**M("a", "b")), f(**M()))
show(lambda: f(**M(1)))
show(lambda: f(**M("a"), a=1))
show(lambda: f(a=1, **M("a")))
show(lambda: f(*1))
show(lambda: f(*"ab", *None))
show(lambda: f(**None))
show(lambda: f(**[("a", 1)]))
show(lambda: len(*[[1, 2]]))
show(lambda: len(*[1, 2]))
show(lambda: print(**{"sep": 1}))
show(lambda: print(*[1, 2], **{"sep": "-", "end": "!\n"}))
show(lambda: dict(**{"a": 1}, **{"a": 2}))
show(lambda: max(*[3, 1], key=lambda x: -x))
show(lambda: "{} {x}".format(*[1], **{"x": 2}))
class BadIter:
    def __iter__(self): raise ValueError("iter")
class BadKeys:
    def keys(self): raise AttributeError("keys")
show(lambda: f(*BadIter()))
show(lambda: f(**BadKeys()))
def g(a, b, c=3, *args, d, **kw): return a, b, c, args, d, kw
print(g(*[1, 2, 3, 4], d=5, e=6), g(1, *[2], d=0), g(**{"a": 1, "b": 2, "d": 3}), g(b=1, a=2, **{"d": 4, "z": 5}))
kw = {"x": 1}
def mutate(**kwargs):
    kwargs["y"] = 2
    return kwargs
print(mutate(**kw), kw)
args = [1]
def change(*a):
    args.append(2)
    return a
print(change(*args), args)
print(f(*(x for x in "ab"), **{k: v for k, v in zip("cd", "ef")}))
big = f(*range(1000), **{f"k{i}": i for i in range(300)})
print(len(big[0]), len(big[1]), big[1]["k299"])
