# SimpleNamespace: attributes and nothing else.
from types import SimpleNamespace as N
import copy
print(N(a=1, b='x'), N({'a': 1}, a=2), N() == N(), N(a=1) == N(a=1), N(a=1) == 1, vars(N(a=1)), N(a=1).__reduce__(), copy.replace(N(a=1, b=2), b=3))
n = N()
n.self = n
print(n, N(**{'a b': 1}))
class Sub(N):
    pass
print(Sub(a=1))
for attempt in (lambda: N(1), lambda: N(1, 2), lambda: N({1: 1}), lambda: N().x, lambda: hash(N()), lambda: N(a=1) < N(a=2), lambda: setattr(N(), '__dict__', {})):
    try:
        print(attempt())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
