# A special method that is None refuses the operation.
class N:
    __add__ = __radd__ = __iter__ = __contains__ = __len__ = __bool__ = __hash__ = __getitem__ = __call__ = __index__ = __reversed__ = __next__ = None
    __enter__ = __exit__ = __iadd__ = __str__ = __format__ = __neg__ = __int__ = __lt__ = __setitem__ = __delitem__ = __eq__ = None
n = N()
def in_place():
    m = n
    m += 1
def with_():
    with n:
        pass
def set_item():
    n[0] = 1
def delete_item():
    del n[0]
for operation in (
    lambda: n + 1, lambda: 1 + n, lambda: iter(n), lambda: 1 in n, lambda: len(n), lambda: bool(n), lambda: hash(n), lambda: n[0], lambda: n(), lambda: [1][n],
    lambda: reversed(n), lambda: next(n), lambda: str(n), lambda: format(n), lambda: -n, lambda: int(n), lambda: n < 1, lambda: n == n, lambda: [*n],
    in_place, with_, set_item, delete_item,
):
    try:
        print(operation())
    except TypeError as error:
        print(error)
