# __class__ and zero-argument super refer to the class being defined.
class A:
    def who(self):
        return __class__.__name__

    @classmethod
    def cm(cls):
        return __class__.__name__, cls.__name__

    @staticmethod
    def sm():
        return __class__.__name__

    def nested(self):
        def inner():
            return __class__.__name__
        return inner(), [__class__.__name__ for _ in range(1)], (lambda: __class__.__name__)()

    def gen(self):
        yield __class__.__name__

    prop = property(lambda self: __class__.__name__)


class B(A):
    pass


b = B()
print(b.who(), b.cm(), b.sm(), b.nested(), list(b.gen()), b.prop)
A.__name__ = 'Renamed'
print(b.who())


class Early:
    try:
        __class__
    except NameError as e:
        print(type(e).__name__, e)

    def f(self):
        return __class__
    try:
        f(None)
    except NameError as e:
        print(type(e).__name__, e)


def outside():
    return __class__


try:
    outside()
except NameError as e:
    print(e)


class Outer:
    class Inner:
        def m(self):
            return __class__.__name__

    def m(self):
        class Local:
            def m(self):
                return __class__.__name__
        return Local().m(), __class__.__name__


print(Outer.Inner().m(), Outer().m())


class Meta(type):
    def __new__(mcls, name, bases, ns):
        print('__classcell__' in ns, sorted(k for k in ns if 'cell' in k))
        cell = ns.pop('__classcell__', None) if name == 'Lost' else None
        return super().__new__(mcls, name, bases, ns)


class Fine(metaclass=Meta):
    def m(self): return __class__.__name__


print(Fine().m(), '__classcell__' in vars(Fine))
try:
    class Lost(metaclass=Meta):
        def m(self): return __class__
except RuntimeError as e:
    print(str(e).split('<')[0])
class NoCell(metaclass=Meta):
    def m(self): return 1
def fn(self):
    __class__ = 'local variable'
    return __class__
print(fn(1))
