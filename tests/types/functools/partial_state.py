# `__setstate__` of partial keeps what it is given, `__dict__` included.
import copy
from functools import partial
def f(*args, **keywords):
    return args, keywords
p = partial(f, ['x'], k=[1])
p.attr = []
c = copy.copy(p)
print(c.args is p.args, c.keywords is p.keywords, c.attr is p.attr)
q = partial(f)
q.__setstate__((f, (1,), {'a': 10}, {'attr': 1}))
print(q(2, b=20), q.__dict__)
q.__setstate__((f, (1,), None, None))
print(q(2), q.__dict__)
for bad in (1, (), (f, 1, {}, {}), (1, (), {}, {}), (f, (), [], {})):
    try:
        q.__setstate__(bad)
    except TypeError as error:
        print(error)
