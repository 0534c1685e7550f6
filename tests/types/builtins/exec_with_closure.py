# Code with free variables needs a closure of the right length.
import types
def outer():
    z = 1
    def inner():
        print('z is', z)
    return inner
code = outer().__code__
exec(code, {'print': print}, closure=(types.CellType(5),))
for attempt in (
    lambda: exec(code), lambda: exec(code, {}, closure=()), lambda: exec('1', {}, closure=()), lambda: exec(code, {}, closure=1),
    lambda: exec(code, {}, closure=(1,)), lambda: eval(code), lambda: exec((lambda: 1).__code__, {}, closure=(types.CellType(),)),
):
    try:
        attempt()
    except TypeError as error:
        print(error)
