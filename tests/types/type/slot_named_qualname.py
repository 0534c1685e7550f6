# A slot may be called `__qualname__`.
class A:
    __slots__ = ('__qualname__',)

print(A.__qualname__, A.__dict__['__qualname__'])
a = A()
a.__qualname__ = 'q'
print(a.__qualname__)
