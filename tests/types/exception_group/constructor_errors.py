# What groups may be made of.
def attempt(f, *args):
    try:
        print(repr(f(*args)))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
attempt(ExceptionGroup)
attempt(ExceptionGroup, 'm')
attempt(ExceptionGroup, 'm', [])
attempt(ExceptionGroup, 'm', 1)
attempt(ExceptionGroup, 'm', [1])
attempt(ExceptionGroup, 1, [ValueError()])
attempt(ExceptionGroup, 'm', [KeyboardInterrupt()])
attempt(BaseExceptionGroup, 'm', [ValueError()])
attempt(BaseExceptionGroup, 'm', [KeyboardInterrupt()])
attempt(type('E', (ExceptionGroup,), {}), 'm', [KeyboardInterrupt()])
attempt(type('E', (BaseExceptionGroup, ValueError), {}), 'm', [KeyboardInterrupt()])
g = ExceptionGroup('m', [ValueError()])
for name in ('message', 'exceptions'):
    try:
        setattr(g, name, 1)
    except AttributeError as error:
        print(error)
