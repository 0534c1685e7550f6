# Truth of objects: __bool__, __len__, and what they may return

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


class B:
    def __init__(self, value): self.value = value
    def __bool__(self): return self.value
class L:
    def __init__(self, value): self.value = value
    def __len__(self): return self.value
class Both:
    def __bool__(self): return True
    def __len__(self): raise KeyError
class OnInstance: pass
for cls in (B, L):
    for value in (True, False, 0, 1, 2, -1, "x", None, 10**30, 1.5, []):
        print(cls.__name__, repr(value), end=" ")
        show(bool, cls(value))
print(bool(Both()))
o = OnInstance()
o.__bool__ = lambda: False
print(bool(o), not o, "yes" if o else "no")
class Raises:
    def __bool__(self): raise LookupError("no truth")
for operation in (lambda: not Raises(), lambda: 1 if Raises() else 2, lambda: Raises() and 1, lambda: Raises() or 1, lambda: any([0, Raises()]), lambda: [x for x in [1] if Raises()], lambda: list(filter(None, [Raises()])), lambda: all([Raises()]), lambda: 1 in [Raises()]):
    show(operation)
class Eq:
    def __eq__(self, other): return Raises()
show(lambda: Eq() == 1 and 2)
show(lambda: [Eq()] == [1])
show(lambda: [Eq()].index(3))
print(bool(type), bool(print), bool(...), bool(NotImplementedError), bool(range(0)), bool(range(1)), bool(b""), bool(bytearray(1)), bool(set()), bool(frozenset([0])), bool({}), bool(0j))
