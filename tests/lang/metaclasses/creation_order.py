# __prepare__, the body, __new__, __set_name__, __init_subclass__, __init__.
class Meta(type):
    @classmethod
    def __prepare__(mcls, name, bases, **kw):
        print('prepare', name, [b.__name__ for b in bases], kw)
        return {'prepared': True}

    def __new__(mcls, name, bases, ns, **kw):
        print('new', name, [k for k in ns if not k.startswith('__')], kw)
        return super().__new__(mcls, name, bases, ns)

    def __init__(cls, name, bases, ns, **kw):
        print('init', name, kw)
        super().__init__(name, bases, ns)

    def __call__(cls, *args):
        print('call', args)
        return super().__call__(*args)


class D:
    def __set_name__(self, owner, name):
        print('set_name', name, owner.prepared)


class A(metaclass=Meta, opt=1):
    print('body', prepared)
    d = D()

    def __init_subclass__(cls, **kw):
        print('init_subclass', cls.__name__)


class B(A, extra='x'):
    def __init__(self, *args):
        print('instance init', args)


b = B(1, 2)
print(type(B) is Meta, type(b) is B, isinstance(B, Meta), B.prepared)
C = Meta('C', (A,), {'v': 1})
print(C.v, type(C).__name__)
D2 = type('D2', (A,), {})
print(type(D2).__name__)


class Log(dict):
    def __setitem__(self, k, v):
        if not k.startswith('__'):
            print('define', k)
        super().__setitem__(k, v)

    def __missing__(self, k):
        if k.startswith('auto_'):
            return k.upper()
        raise KeyError(k)


class LogMeta(type):
    @classmethod
    def __prepare__(mcls, name, bases):
        return Log()


class E(metaclass=LogMeta):
    x = 1
    y = auto_value
    def m(self): pass
    x = 2
    len_copy = len
    for i in range(2): pass


print(E.y, E.x, type(vars(E)).__name__)
