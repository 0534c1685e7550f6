# Computed attributes of classes that cannot be assigned or deleted.
class A:
    pass

def attempt(f, *args):
    try:
        f(*args)
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)

attempt(setattr, A, '__dict__', {})
attempt(delattr, A, '__dict__')
attempt(setattr, A, '__mro__', ())
attempt(delattr, A, '__mro__')
attempt(setattr, A, '__base__', int)
attempt(setattr, A, '__flags__', 0)
