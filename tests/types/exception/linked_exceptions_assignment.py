# What `__cause__`, `__context__`, `__suppress_context__` and `args` may be set to.
e = ValueError('x')
for name in ('__cause__', '__context__', '__suppress_context__', '__traceback__', 'args'):
    try:
        setattr(e, name, 5)
    except TypeError as error:
        print(name, error)
    try:
        delattr(e, name)
    except TypeError as error:
        print(name, error)
e.__cause__ = KeyError()
print(e.__suppress_context__, repr(e.__cause__))
e.__cause__ = None
print(e.__suppress_context__)
e.__suppress_context__ = False
e.args = [1, 2]
print(e.__suppress_context__, e.args, repr(e))
