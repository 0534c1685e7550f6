# PEP 695 type parameters: names, scopes and lazy bounds.
def log(x):
    print('evaluated', x)
    return x


def first[T](items: list[T]) -> T:
    return items[0]


class Stack[T]:
    def __init__(self): self.items: list[T] = []
    def push(self, x: T) -> None: self.items.append(x)
    def pop(self) -> T: return self.items.pop()


print(first([1, 2]), first.__type_params__, first.__type_params__[0].__name__, type(first.__type_params__[0]).__name__)
s = Stack()
s.push(5)
print(s.pop(), Stack.__type_params__, Stack.__name__)
print(first.__annotations__['return'] is first.__type_params__[0])


def bounded[T: log('bound'), U: (log('c1'), log('c2')), *Ts, **P](x: T) -> U: pass


print('defined')
T, U, Ts, P = bounded.__type_params__
print(T.__bound__, U.__constraints__, T.__constraints__, U.__bound__, Ts, P, type(Ts).__name__, type(P).__name__)
print(repr(T), repr(U), T.__covariant__, T.__infer_variance__, T.__module__ == __name__)


def default[T = int, *Ts = *tuple[int, str], **P = [int]](): pass


print([p.__default__ if not isinstance(p.__default__, tuple) else 1 for p in default.__type_params__][:1], T.has_default(), default.__type_params__[0].has_default())


class Outer[T]:
    x: T
    class Inner[U]:
        def method[V](self, t: T, u: U, v: V): return T, U, V
    def shadow[T](self): return T
    t = T


names = Outer.Inner().method(1, 2, 3)
print([n.__name__ for n in names], Outer().shadow().__name__, Outer.t is Outer.__type_params__[0], Outer().shadow() is Outer.t)
try:
    T_undefined = first.T
except AttributeError as e:
    print(e)


def closure[T](x):
    def inner(): return T, x
    return inner


print(closure(5)()[1], closure(5)()[0].__name__)
def deco(fn): print('decorating', fn.__name__, len(fn.__type_params__)); return fn
@deco
def decorated[A, B](a=log('default')): return a
print(decorated())
class Base: 
    def __init_subclass__(cls, **kw): print('subclass', cls.__name__, kw)
class Kw[T](Base, flag=log('keyword')): pass
print(Kw.__mro__[1].__name__, len(Kw.__orig_bases__))
async def agen[T](x: T):
    yield T
print(agen.__type_params__[0].__name__)
lam = (lambda: [T for T in range(2)])
print(lam())
