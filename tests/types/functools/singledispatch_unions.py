# Annotations that are unions register each of their members.
from functools import singledispatch
from typing import Optional, Union
@singledispatch
def f(x):
    return 'default'
@f.register
def _(x: Union[str, bytes]):
    return 'text'
@f.register
def _(x: Optional[int]):
    return 'int or None'
@f.register
def _(x: list | tuple):
    return 'sequence'
print(f('a'), f(b''), f(1), f(None), f([]), f(()), f(1.5))
for bad in (list[int], Union[list[int], str], 'str | list[int]'):
    def g(x: bad):
        pass
    try:
        f.register(g)
    except TypeError as error:
        print(error)
for first in (5, lambda x: 1):
    try:
        f.register(first)
    except TypeError as error:
        print(str(error).split(' at 0x')[0])
