# staticmethod: access, calls, attributes, decorators

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


class C:
    @staticmethod
    def s(a, b=2):
        "static doc"
        return a, b
    t = staticmethod(len)
    plain = len
class D(C):
    @staticmethod
    def s(*args): return ("D", C.s(*args))
print(C.s(1), C().s(1, 3), D.s(5), D().s(6), C.t("abc"), C().t([1]), C.plain("ab"), C().plain("abcd"))
sm = C.__dict__["s"]
print(type(sm).__name__, sm.__func__ is C.s, sm.__wrapped__ is C.s, sm(7), sm.__name__, sm.__doc__, sm.__qualname__, C.s is C.s, C().s is C.s, callable(sm), sm.__isabstractmethod__)
show(lambda: staticmethod(5)())
show(lambda: staticmethod(5).__get__(None))
show(C.s)
show(C().s, 1, 2, 3)
print(staticmethod(5).__get__(1), staticmethod(5).__get__(1, int), staticmethod(classmethod(lambda cls: cls)).__get__(3).__class__.__name__, repr(staticmethod(len)))
sm.x = 1
print(sm.x, C.s.__dict__)
class E:
    @staticmethod
    @staticmethod
    def twice(): return "twice"
    def helper(x): return x * 2
    value = helper(5)
    helper = staticmethod(helper)
    use = helper(6)
print(E.twice(), E.value, E.use, E.helper(7), E().helper(8))
class F:
    __new__ = lambda cls: object.__new__(cls)
    def __init_subclass__(cls, **kw): print("init_subclass", cls.__name__, kw)
    def __class_getitem__(cls, item): return item
class G(F, a=1): pass
print(type(F.__dict__["__new__"]).__name__, type(F.__dict__["__init_subclass__"]).__name__, type(F.__dict__["__class_getitem__"]).__name__, F[1], type(F()).__name__)
