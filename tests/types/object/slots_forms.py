# `__slots__` as text, list, iterator and dictionary.
class Text:
    __slots__ = 'abc'
class Mapping:
    __slots__ = {'a': 'what a is', 'b': None}
class Iterator:
    __slots__ = (c for c in 'xy')
class Mangled:
    __slots__ = ('__x', '__y__')
class _:
    __slots__ = ('__x',)
print(Text.abc, Mapping.__slots__, Mapping.a.__doc__, Mapping.b.__doc__)
print(Iterator.x, list(Iterator.__slots__))
print(Mangled._Mangled__x, Mangled.__y__)
print(_.__dict__['__x'])
