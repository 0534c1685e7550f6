# A slot may be called `__classcell__`, beside the cell of `super()`.
class Base:
    def __init__(self):
        self.b = 42

class A(Base):
    __slots__ = ['__classcell__']
    def __init__(self):
        super().__init__()

a = A()
print(a.b, hasattr(a, '__classcell__'), A.__dict__['__classcell__'])
a.__classcell__ = 1
print(a.__classcell__)
