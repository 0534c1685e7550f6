# Built-in classes refuse every assignment and deletion.
def attempt(f, *args):
    try:
        f(*args)
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)

for name in ('x', '__name__', '__bases__', '__doc__', '__module__', '__qualname__', '__annotations__', '__abstractmethods__', '__type_params__'):
    attempt(setattr, int, name, ())
attempt(delattr, int, 'real')
attempt(delattr, int, '__annotations__')
attempt(getattr, int, '__annotations__')
