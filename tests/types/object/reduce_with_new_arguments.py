# `__reduce_ex__(2)` asks the class, not the instance, for `__getnewargs_ex__` and `__getnewargs__`.
class Picky:
    def __getstate__(self):
        return {}
    def __getattr__(self, name):
        if name in ('__getnewargs__', '__getnewargs_ex__'):
            raise AssertionError(name)
        return None
print(Picky().__reduce_ex__(2)[1:])
class A:
    def __getnewargs__(self):
        return (1, 2)
    def __new__(cls, *args):
        return super().__new__(cls)
print(A().__reduce_ex__(2)[1:])
class B(A):
    def __getnewargs_ex__(self):
        return ((1,), {'k': 2})
print(B().__reduce_ex__(2)[1:])
