# Bases that add nothing to a common layout can be combined; `__base__` is the one that adds most.
for pair in ((ValueError, KeyError), (OSError, ValueError), (KeyError, AttributeError), (Exception, OSError)):
    try:
        print(type('A', pair, {}).__base__.__name__)
    except TypeError as error:
        print(error)
class Slotted:
    __slots__ = 'a'
class Empty:
    __slots__ = ()
class Plain:
    pass
print(type('A', (Empty, Slotted), {}).__base__.__name__)
print(type('A', (Plain, Slotted), {}).__base__.__name__)
class Other:
    __slots__ = 'b'
try:
    type('A', (Slotted, Other), {})
except TypeError as error:
    print(error)
