# Keyword arguments of a class statement go to `__init_subclass__`.
class Base:
    def __init_subclass__(cls, a=0, **keywords):
        print(cls.__name__, a, keywords)
        super().__init_subclass__(**keywords)
class One(Base, a=1):
    pass
for attempt in (lambda: type('Two', (Base,), {}, b=2), lambda: type('Three', (), {}, x=1), lambda: object.__init_subclass__(1), lambda: object.__init_subclass__(a=1)):
    try:
        attempt()
    except TypeError as error:
        print(error)
class NotCallable:
    __init_subclass__ = 1
try:
    type('Four', (NotCallable,), {})
except TypeError as error:
    print(error)
print(type(Base.__dict__['__init_subclass__']).__name__)
