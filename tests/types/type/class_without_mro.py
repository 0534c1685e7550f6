# While a `mro` method runs, the class has no MRO; looking at it is harmless.
class Meta(type):
    def mro(cls):
        if cls.__mro__ is None and cls.__name__ == 'A':
            print(cls.__name__, cls.__mro__, cls.__base__)
            for what in (lambda: super(cls, cls).x, lambda: cls.x, lambda: Meta('D', (cls,), {})):
                try:
                    what()
                except (AttributeError, TypeError) as error:
                    print(type(error).__name__, error)
        return type.mro(cls)

class A(metaclass=Meta):
    pass
