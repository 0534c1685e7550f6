# With an `__init__` of its own the fields are set by it, with a `__new__` by that.
class Init(OSError):
    def __init__(self, *args):
        pass
class InitCalls(OSError):
    def __init__(self, *args):
        super().__init__(*args)
class New(OSError):
    def __new__(cls, *args, **keywords):
        return super().__new__(cls, 5, 'given')
class Both(OSError):
    def __new__(cls, *args):
        return super().__new__(cls, 6, 'both')
    def __init__(self, *args):
        pass
for error in (Init(2, 'm'), InitCalls(2, 'm'), New(1), New(x=1), Both(1, 'm')):
    print(type(error).__name__, error.args, error.errno, error.strerror)
for attempt in (lambda: OSError(a=1), lambda: InitCalls(a=1), lambda: type('Plain', (OSError,), {})(a=1)):
    try:
        attempt()
    except TypeError as error:
        print(error)
