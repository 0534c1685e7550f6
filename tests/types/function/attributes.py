# Attributes of functions: reading, writing, deleting, wrong values

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


def f(a, b=2, *args, c, d=4, **kw) -> int:
    "The doc."
    return a
print(f.__name__, f.__qualname__, f.__doc__, f.__module__, f.__defaults__, f.__kwdefaults__, f.__annotations__, f.__closure__, f.__dict__, f.__globals__ is globals(), f.__builtins__ is not None, f.__type_params__)
print(f.__code__.co_name, f.__code__.co_argcount, f.__code__.co_kwonlyargcount, f.__code__.co_posonlyargcount, f.__code__.co_varnames[:6], f.__code__.co_flags & 12, f.__code__.co_firstlineno > 1)
f.__name__ = "renamed"
f.__qualname__ = "other.renamed"
f.__doc__ = None
f.__defaults__ = (10,)
f.__kwdefaults__ = {"c": 3, "d": 5}
f.attribute = [1]
f.__annotations__ = {"a": str}
print(f(1), f.__name__, f.__doc__, f.attribute, f.__dict__, f.__annotations__, vars(f))
del f.attribute
del f.__kwdefaults__
del f.__defaults__
print(f.__defaults__, f.__kwdefaults__)
show(f, 1)
def put(name, value): setattr(f, name, value)
for name, value in [("__name__", 5), ("__qualname__", None), ("__defaults__", 5), ("__kwdefaults__", 5), ("__code__", 5), ("__dict__", 5), ("__annotations__", 5), ("__closure__", ()), ("__globals__", {}), ("__module__", 5), ("__class__", int)]:
    show(put, name, value)
for name in ("__name__", "__code__", "__dict__", "missing", "__module__"):
    show(delattr, f, name)
print(f.__module__, type(f).__name__, str(f)[:25], callable(f), f.__class__ is type(lambda: 0), (lambda: 0).__name__, (lambda: 0).__qualname__)
show(lambda: f.missing)
show(lambda: f[0])
show(lambda: type(f)(5, {}))
g = type(f)((lambda x, y=1: (x, y)).__code__, globals(), "made", (7,))
print(g(1), g.__name__, g.__defaults__)
show(lambda: type("F", (type(f),), {}))
