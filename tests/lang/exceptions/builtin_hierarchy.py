# The tree of built-in exceptions.
def show(cls, depth=0):
    print('  ' * depth + cls.__name__)
    for sub in sorted(cls.__subclasses__(), key=lambda c: c.__name__):
        if sub.__module__ == 'builtins':
            show(sub, depth + 1)


show(BaseException)
print(IOError is OSError, EnvironmentError is OSError)
print(Exception.__bases__, BaseException.__bases__, ExceptionGroup.__bases__)
print(sorted(n for n in dir(BaseException) if not n.startswith('__') or n in ('__cause__', '__context__', '__notes__')))
