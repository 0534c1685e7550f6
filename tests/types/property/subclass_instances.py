# A subclass of property keeps its class through `setter`, and has attributes.
class Sub(property):
    pass
p = Sub(lambda self: 'got')
p.extra = 1
q = p.setter(lambda self, value: print('set', value))
print(type(q).__name__, p.extra, hasattr(q, 'extra'))
class A:
    x = q
a = A()
print(a.x)
a.x = 5
try:
    del a.x
except AttributeError as error:
    print(error)
