# Keyword arguments of ImportError, NameError and AttributeError.
def attempt(f, *args, **keywords):
    try:
        error = f(*args, **keywords)
        print(type(error).__name__, error.args, {n: getattr(error, n) for n in ('msg', 'name', 'path', 'obj', 'name_from') if hasattr(error, n)})
    except TypeError as error:
        print(error)
attempt(ImportError, 'm', name='n', path='p')
attempt(ImportError, 1, 2)
attempt(ImportError, 'm', foo=1)
attempt(NameError, 'a', 'b', name=1)
attempt(NameError, foo=1)
attempt(UnboundLocalError, name='x')
attempt(AttributeError, 'm', name='n', obj=1)
attempt(AttributeError, obj=1, x=2)
attempt(ValueError, a=1)
