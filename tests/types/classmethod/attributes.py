# A class method has the attributes of what it wraps.
class A:
    @classmethod
    def c(cls, x: int = 1):
        "doc"
        return cls.__name__, x
m = A.__dict__['c']
print(m.__func__ is m.__wrapped__, m.__name__, m.__qualname__, m.__doc__, m.__module__, m.__annotations__, m.__isabstractmethod__)
print(sorted(m.__dict__))
m.extra = 1
print(m.extra, A.c(), A().c(5), m.__get__(None, int)(2))
for attempt in (lambda: m(), lambda: classmethod(), lambda: classmethod(1, 2), lambda: classmethod(a=1), lambda: setattr(m, '__func__', 1), lambda: classmethod(5).__name__, lambda: m.__get__()):
    try:
        print(attempt())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
print(classmethod(5).__wrapped__)
