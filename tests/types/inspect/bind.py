# Signature.bind(), bind_partial() and BoundArguments
import inspect


def f(a, /, b, *args, c, d=1, **kw):
    pass


def g(a, b=2):
    pass


def k(*, z):
    pass


def po(a, /, b=1):
    pass


def pk(a=1, /, **kw):
    pass


calls = [
    (f, (), {}), (f, (1,), {}), (f, (1, 2), {}), (f, (1, 2), {"c": 1}), (f, (1,), {"a": 1, "b": 2, "c": 3}),
    (f, (1, 2, 3, 4), {"c": 5, "x": 6}), (g, (1, 2, 3), {}), (g, (1,), {"q": 1}), (g, (1,), {"a": 1}), (g, (), {"b": 1}),
    (k, (), {}), (k, (1,), {}), (k, (), {"z": 1}), (po, (), {"a": 1}), (po, (), {}), (po, (), {"b": 1}),
    (po, (1,), {"a": 1, "b": 2}), (pk, (), {"a": 5}), (pk, (2,), {"a": 5}),
]
for function, args, kwargs in calls:
    for name in ("bind", "bind_partial"):
        try:
            bound = getattr(inspect.signature(function), name)(*args, **kwargs)
        except TypeError as e:
            print(name, args, kwargs, "TypeError", e)
        else:
            print(name, args, kwargs, bound, bound.args, bound.kwargs, bound.arguments)
            bound.apply_defaults()
            print("    ", bound, bound.args, bound.kwargs)
s = inspect.signature(f)
one, two = s.bind(1, 2, c=3), s.bind(1, 2, c=3)
print(one == two, one.signature is s, one != s.bind(1, 2, c=4))
one.arguments["b"] = 9
print(one, one.args)
one.arguments["args"] = (7, 8)
print(f"{one}", one.args, one.kwargs)
