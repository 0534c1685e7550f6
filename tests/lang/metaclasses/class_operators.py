# Operators, attributes and calls on classes come from the metaclass.
class Meta(type):
    def __add__(cls, o): return f'{cls.__name__} + {o if isinstance(o, int) else o.__name__}'
    def __radd__(cls, o): return f'{o} + {cls.__name__}'
    def __getitem__(cls, k): return f'{cls.__name__}[{k}]'
    def __len__(cls): return 42
    def __iter__(cls): return iter(cls.items)
    def __contains__(cls, x): return x in cls.items
    def __bool__(cls): return False
    def __repr__(cls): return f'<{cls.__name__}>'
    def __eq__(cls, o): return 'meta eq'
    def __lt__(cls, o): return cls.__name__ < o.__name__
    def __hash__(cls): return 7
    def __getattr__(cls, name): return f'dynamic {name}'
    def __instancecheck__(cls, x): return x == 'magic'
    def __subclasscheck__(cls, c): return c is int
    def __enter__(cls): print('enter'); return cls
    def __exit__(cls, *a): print('exit')
    def __neg__(cls): return 'neg'
    @property
    def prop(cls): return f'prop of {cls.__name__}'
    def meth(cls): return f'meth of {cls.__name__}'


class A(metaclass=Meta):
    items = [1, 2]
    def __len__(self): return 5


class B(A): pass


print(A + 1, 1 + A, A + B, A['k'], len(A), list(A), 2 in A, bool(A), A, A == 5, B < A, hash(A), A.anything, -A)
print(isinstance('magic', A), isinstance('other', A), isinstance(A(), A), issubclass(int, A), issubclass(B, A), A.prop, B.meth())
with A as a:
    print(a)
print(len(A()), sorted([B, A]), f'{A}', '%r' % A)
for f in (lambda: A().prop, lambda: A().meth(), lambda: A() + 1, lambda: A()['k'], lambda: list(A())):
    try:
        f()
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)
try:
    A.prop = 1
except AttributeError as e:
    print(e)


class Strict(type):
    def __setattr__(cls, name, value):
        if name.isupper():
            raise AttributeError(f'{name} is constant')
        super().__setattr__(name, value)

    def __delattr__(cls, name):
        raise AttributeError('nothing is deleted')


class S(metaclass=Strict): X = 1
S.y = 2
for f in ("S.X = 5", "del S.y"):
    try:
        exec(f)
    except AttributeError as e:
        print(e)
print(S.y, S.X)
