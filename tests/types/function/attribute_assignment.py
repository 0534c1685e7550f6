# Which attributes of a function can be set, to what, and deleted.
def f():
    "doc"
def attempt(change, *args):
    try:
        change(f, *args)
        print('done')
    except (TypeError, AttributeError, ValueError) as error:
        print(type(error).__name__, error)
for name in ('__code__', '__name__', '__qualname__', '__annotations__', '__dict__', '__type_params__', '__closure__', '__globals__', '__builtins__'):
    attempt(setattr, name, 1)
    attempt(delattr, name)
for name in ('__doc__', '__module__'):
    attempt(setattr, name, 5)
    attempt(delattr, name)
    print(getattr(f, name))
