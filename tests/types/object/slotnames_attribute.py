# `__slotnames__` of a class says which attributes `__getstate__` saves.
class A:
    __slotnames__ = ['spam']
    def __getattr__(self, name):
        if name == 'spam':
            return 42
        raise AttributeError(name)
print(A().__reduce_ex__(2)[2])
A.__slotnames__ = 1
try:
    A().__getstate__()
except TypeError as error:
    print(error)
A.__slotnames__ = None
print(A().__getstate__())
