# A static method has the attributes of what it wraps, and can be called.
class A:
    @staticmethod
    def s(x=1):
        "doc"
        return x
m = A.__dict__['s']
print(m.__func__ is m.__wrapped__, m.__name__, m.__qualname__, m.__doc__, m(3), A.s(4), A().s())
for attempt in (lambda: staticmethod(), lambda: staticmethod(1)(), lambda: staticmethod(1).__get__(None), lambda: setattr(m, '__func__', 1)):
    try:
        print(attempt())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
