# `types.FunctionType` makes functions of code, globals and a closure.
import types
def outer():
    x = 1
    def inner(a=2):
        return x, a
    return inner
code = outer().__code__
make = types.FunctionType
def attempt(*args, **keywords):
    try:
        f = make(*args, **keywords)
        print(f.__name__, f.__qualname__, f.__module__, f.__defaults__, f.__kwdefaults__, f.__closure__ and len(f.__closure__))
        return f
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
plain = (lambda *, k: k).__code__
attempt()
attempt(1, {})
attempt(plain, 1)
attempt(plain, {})
attempt(plain, {'__name__': 'm'}, 'name')
attempt(plain, {}, 1)
attempt(plain, {}, argdefs=1)
attempt(plain, {}, kwdefaults={'k': 3})
attempt(plain, {}, kwdefaults=1)
attempt(plain, {}, closure=(types.CellType(),))
attempt(code, {})
attempt(code, {}, None, None, (1,))
attempt(code, {}, None, None, (types.CellType(1), types.CellType(2)))
f = attempt(code, {}, 'f', (9,), (types.CellType('cell'),))
print(f())
